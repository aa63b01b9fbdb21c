// Lines of JSON in, lines of JSON out, as `patchwise decide` has them, with the rules as straight-line code.
//
// A floor, and no reader of JSON: it trusts that lines are well formed, have no blanks, and answer each
// question in the order in which they come in QUESTIONS, where a line is a letter, a column, a name and options.
// lines QUESTIONS <ANSWERS >DECISIONS

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "floor.h"

extern const int WORDS, FACTS;
extern const uint64_t LEVELS[];
void decide(
  const uint8_t *one, const uint8_t *any, const double *number, uint8_t *facts, uint64_t *holds);

typedef struct {
  char kind, key[64], option[8][32];
  int key_length, column, options, tells, length[8];
  uint8_t option_by[256];
} Question;

static Question question[2000];
static uint32_t questions;

// Finds the byte by which options are told apart.
static void find_telling_byte(Question *q) {
  for (q->tells = 0; q->options; q->tells++) {
    int is_good = 1;
    memset(q->option_by, 255, 256);
    for (int i = 0; i < q->options; i++) {
      uint8_t *place = q->option_by + (uint8_t)q->option[i][q->tells];
      if (*place != 255) is_good = 0;
      *place = i;
    }
    if (is_good) return;
  }
}

static void read_questions(const char *path) {
  FILE *file = open_or_exit(path, "r");
  char line[1024], name[60];
  while (fgets(line, sizeof line, file)) {
    Question *q = question + questions++;
    int at;
    if (sscanf(line, "%c %d %59s%n", &q->kind, &q->column, name, &at) != 3) exit(2);
    q->key_length = snprintf(q->key, sizeof q->key, "\"%s\":", name);
    for (char *o = strtok(line + at, " \n"); o; o = strtok(0, " \n")) {
      q->length[q->options] = strlen(o);
      strcpy(q->option[q->options++], o);
    }
    find_telling_byte(q);
    ones += q->kind == 's', anys += q->kind == 'm', numbers += q->kind == 'n';
  }
  fclose(file);
}

static inline const char *option(const Question *q, const char *p, int *result) {
  int o = q->option_by[(uint8_t)p[1 + q->tells]];
  if (o >= q->options || memcmp(p + 1, q->option[o], q->length[o])) exit(4);
  *result = o;
  return p + q->length[o] + 2;
}

static const char *number(const char *p, double *result) {
  long whole = 0;
  double tens = 1;
  while ((uint8_t)(*p - '0') < 10) whole = whole * 10 + (*p++ - '0');
  if (*p == '.')
    for (p++; (uint8_t)(*p - '0') < 10; tens *= 10) whole = whole * 10 + (*p++ - '0');
  *result = whole / tens;
  return p;
}

static const char *answers(const char *p, uint8_t *row) {
  uint8_t *any = row + ones;
  p += sizeof "{\"answers\":" - 1;
  for (const Question *q = question; q < question + questions; q++) {
    int o;
    if (memcmp(++p, q->key, q->key_length)) exit(4);
    p += q->key_length;
    switch (q->kind) {
      case 's':
        p = option(q, p, &o);
        row[q->column] = o;
        break;
      case 'm':
        any[q->column] = 0;
        for (p++; *p != ']'; p += *p == ',') {
          p = option(q, p, &o);
          any[q->column] |= 1 << o;
        }
        p++;
        break;
      default: p = number(p, (double *)(row + padded) + q->column);
    }
  }
  return p + 3;  // }} and a line break
}

static char *add(char *to, const char *text, size_t length) {
  memcpy(to, text, length);
  return to + length;
}
#define ADD(text) to = add(to, text, sizeof(text) - 1)

static char *decision(char *to, const uint64_t *holds) {
  int level = 0;
  for (int l = 1; l < 6 && !level; l++)
    for (int w = 0; w < WORDS && !level; w++)
      if (holds[w] & LEVELS[(l - 1) * WORDS + w]) level = l;
  ADD("{\"advice\":[],\"levels\":{\"verdict\":\"v");
  *to++ = '0' + level;
  ADD("\"},\"open\":[],\"rules\":[");
  int is_first = 1;
  for (int w = 0; w < WORDS; w++)
    for (uint64_t x = holds[w]; x; x &= x - 1) {
      unsigned rule = w * 64 + __builtin_ctzll(x) + 1;
      if (!is_first) *to++ = ',';
      is_first = 0;
      ADD("\"r000000\"");
      for (char *digit = to - 2; rule; digit--, rule /= 10) *digit += rule % 10;
    }
  ADD("]}\n");
  return to;
}

int main(int argc, char **argv) {
  if (argc < 2) return 64;
  read_questions(argv[1]);
  padded = (ones + anys + 7) / 8 * 8;
  uint8_t *row = need(padded + numbers * 8);
  uint8_t *facts = need(FACTS + 64);
  uint64_t *holds = need(WORDS * 8ul);
  size_t room = WORDS * 64ul * 10 + 1000, size = room + (1 << 16);
  char *buffer = need(size), *to = buffer;
  struct stat in;
  if (fstat(0, &in)) return 2;
  if (!in.st_size) return 0;
  const char *p = mmap(0, in.st_size + 1, PROT_READ, MAP_PRIVATE | MAP_POPULATE, 0, 0);
  for (const char *end = p + in.st_size; p < end;) {
    p = answers(p, row);
    decide(row, row + ones, (const double *)(row + padded), facts, holds);
    to = decision(to, holds);
    if (to > buffer + size - room) {
      if (write(1, buffer, to - buffer) < 0) return 74;
      to = buffer;
    }
  }
  return write(1, buffer, to - buffer) < 0 ? 74 : 0;
}
