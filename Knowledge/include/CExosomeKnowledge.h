#ifndef CEXOSOME_KNOWLEDGE_H
#define CEXOSOME_KNOWLEDGE_H

#include <stddef.h>
#include <stdint.h>

/// A knowledge file as it was when the library was built.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} CKnowledgeFile;

/// The files of the knowledge base on exosome serums, the root file first.
const CKnowledgeFile *CExosomeKnowledgeFiles(size_t *count);

/// The compiled form of these files, or of what they were before.
const CKnowledgeFile *CExosomeKnowledgeCompiled(void);

#endif
