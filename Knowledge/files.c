// Compiles the knowledge files in, so that a program that uses them needs no files of its own.
//
// #embed is a part of C23 that clang knows in every mode; the build notices when a file changes.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CExosomeKnowledge.h"

#define KNOWLEDGE_FILES(FILE)                                                                      \
  FILE(exosome_serum, "exosome-serum.yaml")

static const uint8_t exosome_serum[] = {
#embed "exosome-serum/exosome-serum.yaml"
};

#define ENTRY(bytes, name) {name, bytes, sizeof bytes},
static const CKnowledgeFile files[] = {KNOWLEDGE_FILES(ENTRY)};

const CKnowledgeFile *CExosomeKnowledgeFiles(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
