/* passage.h - the words round a place in a text. */
#ifndef NA_PASSAGE_H
#define NA_PASSAGE_H
#include "text/text.h"

/* The sentence in which byte `at` stands, of a piece of text that may be cut anywhere. */
void na_sentence_round(na_arena *arena, const char *piece, size_t n, size_t at, size_t *from, size_t *length);

#endif
