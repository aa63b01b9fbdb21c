// Compiles in what 'patchwise new' writes, as Knowledge/files.c does with the bundled knowledge.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CTemplate.h"

static const uint8_t knowledge[] = {
#embed "houseplant.yaml"
};
static const uint8_t transcript[] = {
#embed "houseplant.transcript"
};
static const uint8_t schema[] = {
#embed "../../Knowledge/knowledge.schema.json"
};

static const CTemplateFile files[] = {
  {"houseplant.yaml", knowledge, sizeof knowledge},
  {"houseplant.transcript", transcript, sizeof transcript},
  {"knowledge.schema.json", schema, sizeof schema},
};

const CTemplateFile *CTemplateFiles(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
