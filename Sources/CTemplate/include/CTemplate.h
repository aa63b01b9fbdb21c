#ifndef CTEMPLATE_H
#define CTEMPLATE_H

#include <stddef.h>
#include <stdint.h>

/// A file of the template as it was when the tool was built.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t length;
} CTemplateFile;

/// The files that a new knowledge base begins with, the root file first.
const CTemplateFile *CTemplateFiles(size_t *count);

#endif
