// Compiles the knowledge files in, so that a program that uses them needs no files of its own.
//
// #embed is a part of C23 that clang knows in every mode; the build notices when a file changes. A file
// that is included by another one but not listed here is reported as missing when the knowledge loads.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CExosomeKnowledge.h"

static const uint8_t exosome_serum[] = {
#embed "exosome-serum/exosome-serum.yaml"
};
static const uint8_t questions[] = {
#embed "exosome-serum/questions.yaml"
};
static const uint8_t scales[] = {
#embed "exosome-serum/scales.yaml"
};
static const uint8_t definitions[] = {
#embed "exosome-serum/definitions.yaml"
};
static const uint8_t sensitivity[] = {
#embed "exosome-serum/sensitivity.yaml"
};
static const uint8_t care[] = {
#embed "exosome-serum/care.yaml"
};
static const uint8_t fit[] = {
#embed "exosome-serum/fit.yaml"
};
static const uint8_t patch_test[] = {
#embed "exosome-serum/patch-test.yaml"
};
static const uint8_t reaction[] = {
#embed "exosome-serum/reaction.yaml"
};
static const uint8_t reading[] = {
#embed "exosome-serum/reading.yaml"
};
static const uint8_t using[] = {
#embed "exosome-serum/using.yaml"
};
static const uint8_t label[] = {
#embed "exosome-serum/label.yaml"
};
static const uint8_t ingredients[] = {
#embed "exosome-serum/ingredients.yaml"
};
static const uint8_t claims[] = {
#embed "exosome-serum/claims.yaml"
};
static const uint8_t product[] = {
#embed "exosome-serum/product.yaml"
};
static const uint8_t goals[] = {
#embed "exosome-serum/goals.yaml"
};
static const uint8_t advice[] = {
#embed "exosome-serum/advice.yaml"
};
static const uint8_t promises[] = {
#embed "exosome-serum/promises.yaml"
};
static const uint8_t topics[] = {
#embed "exosome-serum/topics.yaml"
};
static const uint8_t alarms[] = {
#embed "exosome-serum/alarms.yaml"
};
static const uint8_t hints_on_skin[] = {
#embed "exosome-serum/hints/skin-and-health.yaml"
};
static const uint8_t hints_on_products[] = {
#embed "exosome-serum/hints/treatments-and-products.yaml"
};
static const uint8_t hints_on_reactions[] = {
#embed "exosome-serum/hints/reactions-and-readings.yaml"
};
static const uint8_t sources[] = {
#embed "exosome-serum/sources.yaml"
};

static const CKnowledgeFile files[] = {
  {"exosome-serum.yaml", exosome_serum, sizeof exosome_serum},
  {"questions.yaml", questions, sizeof questions},
  {"scales.yaml", scales, sizeof scales},
  {"definitions.yaml", definitions, sizeof definitions},
  {"sensitivity.yaml", sensitivity, sizeof sensitivity},
  {"care.yaml", care, sizeof care},
  {"fit.yaml", fit, sizeof fit},
  {"patch-test.yaml", patch_test, sizeof patch_test},
  {"reaction.yaml", reaction, sizeof reaction},
  {"reading.yaml", reading, sizeof reading},
  {"using.yaml", using, sizeof using},
  {"label.yaml", label, sizeof label},
  {"ingredients.yaml", ingredients, sizeof ingredients},
  {"claims.yaml", claims, sizeof claims},
  {"product.yaml", product, sizeof product},
  {"goals.yaml", goals, sizeof goals},
  {"advice.yaml", advice, sizeof advice},
  {"promises.yaml", promises, sizeof promises},
  {"topics.yaml", topics, sizeof topics},
  {"alarms.yaml", alarms, sizeof alarms},
  {"hints/skin-and-health.yaml", hints_on_skin, sizeof hints_on_skin},
  {"hints/treatments-and-products.yaml", hints_on_products, sizeof hints_on_products},
  {"hints/reactions-and-readings.yaml", hints_on_reactions, sizeof hints_on_reactions},
  {"sources.yaml", sources, sizeof sources},
};

// What './dev compile' has made of all of them.
static const uint8_t compiled[] = {
#embed "exosome-serum.compiled"
};
static const CKnowledgeFile compiled_file = {
  "exosome-serum.compiled", compiled, sizeof compiled
};

const CKnowledgeFile *CExosomeKnowledgeCompiled(void) { return &compiled_file; }

const CKnowledgeFile *CExosomeKnowledgeFiles(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
