// The rules as straight-line code, which is generated: 64 rules a function, a bit each.
// straight PEOPLE OUTCOMES

#include "floor.h"

extern const int WORDS, FACTS;
extern const uint64_t LEVELS[];  // five rows of words: which rules raise to the level
void decide(
  const uint8_t *one, const uint8_t *any, const double *number, uint8_t *facts, uint64_t *holds);

static uint8_t *facts;
static uint64_t *holds;
static uint32_t *rules, count;

static int outcome(const uint8_t *row) {
  decide(row, row + ones, (const double *)(row + padded), facts, holds);
  count = 0;
  for (int w = 0; w < WORDS; w++)
    for (uint64_t x = holds[w]; x; x &= x - 1) rules[count++] = w * 64 + __builtin_ctzll(x);
  for (int level = 1; level < 6; level++)
    for (int w = 0; w < WORDS; w++)
      if (holds[w] & LEVELS[(level - 1) * WORDS + w]) return level;
  return 0;
}

static unsigned pass(void) {
  unsigned sum = 0;
  for (uint32_t i = 0; i < people; i++) sum += outcome(rows + i * record) + count;
  return sum;
}

int main(int argc, char **argv) {
  if (argc < 3) return 64;
  read_people(argv[1]);
  facts = need(FACTS + 64);
  holds = need(WORDS * 8ul);
  rules = need(WORDS * 256ul);
  FILE *file = open_or_exit(argv[2], "w");
  for (uint32_t i = 0; i < people; i++) {
    int level = outcome(rows + i * record);
    write_outcome(file, level, rules, count);
  }
  fclose(file);
  time_passes(pass);
}
