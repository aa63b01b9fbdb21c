// The rules as a table, 512 people at a time: a condition is a word of 512 bits, a person each.
// Answers lie in columns already, a block of 512 people after the other.
// sliced RULES PEOPLE OUTCOMES

#include "floor.h"

typedef uint64_t Word __attribute__((vector_size(64)));
typedef struct { uint32_t kind, column; double value; } Atom;
typedef struct { uint32_t to, a, b; } Op;

enum { BLOCK = 512, MOST = 4096 };

static uint32_t atoms, facts, rule_count, ops, slots, fact_ops, *slot_of, *end_of;
static Atom *atom;
static Op *op;
static uint8_t *levels, level_of[BLOCK], *bytes;
static double *doubles;
static Word *slot;
static uint32_t count[BLOCK], *rules;

static void fill(const Atom *a, const uint8_t *byte, const double *number, uint64_t *out) {
  byte += (a->kind == 0 ? a->column : ones + a->column) * (size_t)BLOCK;
  number += a->column * (size_t)BLOCK;
  uint32_t mask = (uint32_t)a->value;
  double value = a->value;
#define EACH(test) \
  for (int w = 0; w < 8; w++) { \
    uint64_t x = 0; \
    for (int i = 0; i < 64; i++) x |= (uint64_t)(test) << i; \
    out[w] = x; \
    byte += 64, number += 64; \
  } \
  return;
  switch (a->kind) {
    case 0: EACH((mask >> byte[i]) & 1)
    case 1: EACH((byte[i] & mask) != 0)
    case 2: EACH(__builtin_popcount(byte[i]) >= (int)mask)
    case 4: EACH(number[i] >= value)
    case 5: EACH(number[i] > value)
    case 6: EACH(number[i] <= value)
    case 7: EACH(number[i] < value)
  }
}

static inline void run(Op o) {
  Word a = slot[o.a], b = slot[o.b];
  uint32_t to = o.to & 0x3fffffff;
  switch (o.to >> 30) {
    case 0: slot[to] = a & b; break;
    case 1: slot[to] = a & ~b; break;
    case 2: slot[to] = a | b; break;
    default: slot[to] = ~a;
  }
}

static void decide(uint32_t block) {
  const uint8_t *byte = bytes + block * (size_t)(ones + anys) * BLOCK;
  const double *number = doubles + block * (size_t)numbers * BLOCK;
  for (uint32_t i = 0; i < atoms; i++) fill(atom + i, byte, number, (uint64_t *)(slot + i));
  uint32_t at = 0;
  while (at < fact_ops) run(op[at++]);
  memset(count, 0, sizeof count);
  Word reached[6] = {0};
  for (uint32_t r = 0; r < rule_count; r++) {
    while (at < end_of[r]) run(op[at++]);
    Word x = slot[slot_of[r]];
    reached[levels[r]] |= x;
    for (int w = 0; w < 8; w++)
      for (uint64_t y = x[w]; y; y &= y - 1) {
        int person = w * 64 + __builtin_ctzll(y);
        rules[(size_t)person * MOST + count[person]++] = r;
      }
  }
  memset(level_of, 0, sizeof level_of);
  for (int level = 5; level; level--)
    for (int w = 0; w < 8; w++)
      for (uint64_t y = reached[level][w]; y; y &= y - 1)
        level_of[w * 64 + __builtin_ctzll(y)] = level;
}

static unsigned pass(void) {
  unsigned sum = 0;
  for (uint32_t block = 0; block * BLOCK < people; block++) {
    decide(block);
    sum += level_of[0] + count[0];
  }
  return sum;
}

static void make_columns(void) {
  uint32_t blocks = (people + BLOCK - 1) / BLOCK;
  bytes = need(blocks * (size_t)(ones + anys) * BLOCK);
  doubles = need(blocks * (size_t)numbers * BLOCK * 8);
  for (uint32_t i = 0; i < people; i++) {
    const uint8_t *row = rows + i * record;
    const double *number = (const double *)(row + padded);
    uint8_t *byte = bytes + i / BLOCK * (size_t)(ones + anys) * BLOCK + i % BLOCK;
    double *out = doubles + i / BLOCK * (size_t)numbers * BLOCK + i % BLOCK;
    for (uint32_t k = 0; k < ones + anys; k++) byte[k * BLOCK] = row[k];
    for (uint32_t k = 0; k < numbers; k++) out[k * BLOCK] = number[k];
  }
}

int main(int argc, char **argv) {
  if (argc < 4) return 64;
  read_people(argv[2]);
  FILE *file = open_or_exit(argv[1], "rb");
  uint32_t head[6];
  take(file, head, sizeof head);
  atoms = head[0], facts = head[1], rule_count = head[2];
  ops = head[3], slots = head[4], fact_ops = head[5];
  atom = need(atoms * sizeof *atom);
  op = need(ops * sizeof *op);
  slot_of = need(rule_count * 4ul);
  end_of = need(rule_count * 4ul);
  levels = need(rule_count);
  take(file, atom, atoms * sizeof *atom);
  take(file, op, ops * sizeof *op);
  take(file, slot_of, rule_count * 4ul);
  take(file, end_of, rule_count * 4ul);
  take(file, levels, rule_count);
  fclose(file);
  slot = need(slots * sizeof *slot);
  rules = need(BLOCK * (size_t)MOST * 4);
  make_columns();
  file = open_or_exit(argv[3], "w");
  for (uint32_t i = 0; i < people; i++) {
    if (i % BLOCK == 0) decide(i / BLOCK);
    write_outcome(file, level_of[i % BLOCK], rules + i % BLOCK * (size_t)MOST, count[i % BLOCK]);
  }
  fclose(file);
  time_passes(pass);
}
