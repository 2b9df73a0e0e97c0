/* diff.h - two wordings, word by word.
 *
 * A word is what stands between spaces and marks, in folded form: case, kinds
 * of apostrophe, quotation marks, commas and an editor's [brackets] make no
 * difference; O ‘Brien is O'Brien, U.S. is US. */
#ifndef NA_DIFF_H
#define NA_DIFF_H
#include "text/text.h"

typedef struct na_wording {
    const char     *text;
    const uint64_t *word;           /* hash of each */
    const uint32_t *at, *end;       /* its bytes, with the marks that stand at it */
    const uint32_t *rarity;         /* in quarters of a bit */
    size_t          words;
} na_wording;

na_wording na_take_wording(na_arena *arena, const char *text, size_t n);
na_wording na_wording_part(const na_wording *w, size_t first, size_t end);

typedef struct na_edit {
    char        what;               /* '=' in both (as the second has it), '-' only in the first, '+' only in the second */
    size_t      first, end;         /* its words, of the wording that it is from */
    const char *text;
    size_t      length;
} na_edit;

typedef struct na_diff {
    na_edit *edit;                  /* where words were replaced, '-' stands before '+' */
    size_t   edits;
    size_t   kept, changed;         /* words in both; words taken out or put in */
} na_diff;

/* The fewest words taken out and put in (Myers 1986), in linear memory.  Where
 * two long stretches have next to nothing in common they are given as one
 * replaced whole, so that no input takes quadratic time. */
na_diff na_diff_words(na_arena *arena, const na_wording *from, const na_wording *to);

/* The stretch of `whole` from which `part` was cut, changed or not: the one
 * where most words agree.  *first == *end when none do. */
void na_find_stretch(na_arena *arena, const na_wording *whole, const na_wording *part, size_t *first, size_t *end);

#endif
