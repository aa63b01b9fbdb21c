// The rules as a table that is read at run time, one person at a time.
//
// An answer becomes a mask for its column: the option, the options, how many there are, or a bit for where
// a number lies between the bounds that it is compared with. A test is then whether a mask has one of some
// bits; each rule is a small program of tests, those that most often settle it first.
// table RULES PEOPLE OUTCOMES

#include "floor.h"

typedef struct { uint32_t kind, column; double value; } Atom;
typedef struct { uint32_t what; int16_t yes, no; } Step;
typedef struct { uint64_t mask; uint32_t column; int16_t yes, no; } Test;

enum { BOUNDS = 32 };

static uint32_t atoms, facts, rule_count, steps, *start, *rules, count, *bounds;
static uint8_t *levels;
static uint64_t *columns;
static double *bound;
static Test *tests;

static inline int holds(const Test *test) {
  for (;;) {
    int jump = columns[test->column] & test->mask ? test->yes : test->no;
    if (jump < 0) return jump == -1;
    test += jump;
  }
}

static int outcome(const uint8_t *row) {
  const uint8_t *any = row + ones;
  const double *number = (const double *)(row + padded);
  uint64_t *column = columns;
  for (uint32_t i = 0; i < ones; i++) *column++ = 1ull << row[i];
  for (uint32_t i = 0; i < anys; i++) *column++ = any[i];
  for (uint32_t i = 0; i < anys; i++) *column++ = 1ull << __builtin_popcount(any[i]);
  for (uint32_t i = 0; i < numbers; i++) {
    int rank = 0;
    const double *b = bound + i * BOUNDS;
    for (uint32_t k = 0; k < bounds[i]; k++) rank += (number[i] > b[k]) + (number[i] >= b[k]);
    *column++ = 1ull << rank;
  }
  for (uint32_t i = 0; i < facts; i++) column[i] = holds(tests + start[i]);
  int level = 9;
  count = 0;
  for (uint32_t i = 0; i < rule_count; i++)
    if (holds(tests + start[facts + i])) {
      rules[count++] = i;
      if (levels[i] < level) level = levels[i];
    }
  return level == 9 ? 0 : level;
}

static unsigned pass(void) {
  unsigned sum = 0;
  for (uint32_t i = 0; i < people; i++) sum += outcome(rows + i * record) + count;
  return sum;
}

static void find_bounds(const Atom *atom) {
  bounds = need(numbers * 4ul + 4);
  bound = need(numbers * 8ul * BOUNDS + 8);
  for (uint32_t i = 0; i < atoms; i++) {
    if (atom[i].kind < 4) continue;
    double *b = bound + atom[i].column * BOUNDS;
    uint32_t *n = bounds + atom[i].column, k = 0;
    while (k < *n && b[k] != atom[i].value) k++;
    if (k == *n) b[(*n)++] = atom[i].value;
  }
  for (uint32_t i = 0; i < numbers; i++) qsort(bound + i * BOUNDS, bounds[i], 8, by_size);
}

static Test test_of(Step step, const Atom *atom) {
  Test test = {1, ones + 2 * anys + numbers + (step.what & 0x7fffffff), step.yes, step.no};
  if (step.what >> 31) return test;  // a fact
  Atom a = atom[step.what];
  switch (a.kind) {
    case 0: test.column = a.column, test.mask = (uint64_t)a.value; return test;
    case 1: test.column = ones + a.column, test.mask = (uint64_t)a.value; return test;
    case 2: test.column = ones + anys + a.column, test.mask = ~0ull << (int)a.value; return test;
  }
  test.column = ones + 2 * anys + a.column;
  test.mask = 0;
  const double *b = bound + a.column * BOUNDS;
  for (uint32_t rank = 0; rank <= 2 * bounds[a.column]; rank++) {
    // An odd rank is at a bound, an even one between two of them.
    int is_at = rank & 1 && b[rank / 2] == a.value;
    int is_above = rank & 1 ? b[rank / 2] > a.value : rank && b[rank / 2 - 1] >= a.value;
    int yes[] = {is_above || is_at, is_above, !is_above, !is_above && !is_at};
    if (yes[a.kind - 4]) test.mask |= 1ull << rank;
  }
  return test;
}

int main(int argc, char **argv) {
  if (argc < 4) return 64;
  read_people(argv[2]);
  FILE *file = open_or_exit(argv[1], "rb");
  uint32_t head[4];
  take(file, head, sizeof head);
  atoms = head[0], facts = head[1], rule_count = head[2], steps = head[3];
  Atom *atom = need(atoms * sizeof *atom);
  Step *step = need(steps * sizeof *step);
  start = need((facts + rule_count + 1) * 4ul);
  levels = need(rule_count);
  take(file, atom, atoms * sizeof *atom);
  take(file, step, steps * sizeof *step);
  take(file, start, (facts + rule_count + 1) * 4ul);
  take(file, levels, rule_count);
  fclose(file);
  find_bounds(atom);
  tests = need(steps * sizeof *tests);
  for (uint32_t i = 0; i < steps; i++) tests[i] = test_of(step[i], atom);
  columns = need((ones + 2 * anys + numbers + facts) * 8ul);
  rules = need(rule_count * 4ul);
  file = open_or_exit(argv[3], "w");
  for (uint32_t i = 0; i < people; i++) {
    int level = outcome(rows + i * record);
    write_outcome(file, level, rules, count);
  }
  fclose(file);
  time_passes(pass);
}
