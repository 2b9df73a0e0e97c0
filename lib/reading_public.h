/* reading_public.h - from what extract found to the rows of the interface. */
#ifndef NA_READING_PUBLIC_H
#define NA_READING_PUBLIC_H
#include "extract/extract.h"
#include "newsarc.h"

/* Fills *out with rows in r's arena; ids are 0. */
void na_reading_rows(const na_reading *r, newsarc_reading *out);

#endif
