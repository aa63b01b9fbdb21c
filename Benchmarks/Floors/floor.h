// What all floors share: people as a table, quartiles of passes, and the lines that the oracle compares.
//
// A table of people: u32 number, and of columns those with one option, any options, numbers; then for each
// person an option (u8) for each of the first, a mask (u8) for each of the second, zeros up to a multiple of
// 8, and a double for each of the third.

#ifndef FLOOR_H
#define FLOOR_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint32_t people, ones, anys, numbers;
static size_t padded, record;
static uint8_t *rows;

static void *need(size_t size) {
  void *memory = aligned_alloc(64, (size + 64) / 64 * 64);
  if (!memory) exit(3);
  memset(memory, 0, size);
  return memory;
}

static FILE *open_or_exit(const char *path, const char *mode) {
  FILE *file = fopen(path, mode);
  if (!file) {
    perror(path);
    exit(2);
  }
  return file;
}

static void take(FILE *file, void *into, size_t size) {
  if (size && fread(into, size, 1, file) != 1) exit(2);
}

static void read_people(const char *path) {
  FILE *file = open_or_exit(path, "rb");
  uint32_t head[4];
  take(file, head, sizeof head);
  people = head[0], ones = head[1], anys = head[2], numbers = head[3];
  padded = (ones + anys + 7) / 8 * 8;
  record = padded + numbers * 8;
  rows = need(people * record);
  take(file, rows, people * record);
  fclose(file);
}

static void write_outcome(FILE *file, int level, const uint32_t *rules, uint32_t count) {
  uint64_t sum = 1469598103934665603ull;
  for (uint32_t i = 0; i < count; i++) sum = (sum ^ rules[i]) * 1099511628211ull;
  fprintf(file, "%d\t%u\t%llu\n", level, count, (unsigned long long)sum);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

// Calls a pass over all people for two seconds, and prints the quartiles of seconds for one person.
static void time_passes(unsigned (*pass)(void)) {
  static double times[1000];
  unsigned sink = 0;
  int n = 0;
  for (double start = now(); n < 5 || (n < 1000 && now() - start < 2); n++) {
    double before = now();
    sink += pass();
    times[n] = (now() - before) / people;
  }
  qsort(times, n, sizeof *times, by_size);
  printf("%.4g %.4g %.4g\n", times[n / 4], times[n / 2], times[n * 3 / 4]);
  fprintf(stderr, "%u\n", sink);  // or else a compiler could leave all of it out
}

#endif
