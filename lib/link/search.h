/* search.h - from what a person types to what the full-text index is asked.
 *
 * A search is words, all of which must be found, and "words in quotes", which
 * must stand in a row.  Each is looked for under every spelling that means the
 * same, because the index knows case, diacritics and English endings only:
 *
 *     O'Brien   O’Brien   O ‘Brien     "O'Brien" or "OBrien"
 *     Obrien                           "Obrien" or "O brien"
 *     Łódź  Lodz                       with and without the letters that Unicode does not decompose
 *     U.S.  US                         "U.S." or "US"; "US" or "U S"
 *     Trump's                          "Trump"
 *     東京                              words that begin so: the index takes a run of them for one word
 *
 * No byte in it is syntax, so that no search can be a wrong one. */
#ifndef NA_SEARCH_H
#define NA_SEARCH_H
#include "text/text.h"

typedef struct na_spelling {
    const char *bytes;
    size_t      n;
    int         begins;         /* its last word need only begin so */
} na_spelling;

typedef struct na_wanted {      /* one word, or several in a row, in its spellings */
    na_spelling *spelling;
    size_t       spellings;
} na_wanted;

typedef struct na_search {
    na_wanted *wanted;
    size_t     count;
} na_search;

enum { NA_MOST_WANTED = 64, NA_MOST_SPELLINGS = 16 };

/* At most NA_MOST_WANTED are kept: the rest of a longer search cannot make it find less. */
na_search *na_take_search(na_arena *arena, const char *typed, size_t n);

/* As an expression of FTS5: ("a" OR "b") AND ("c"), or with any = 1 OR in between.  When nothing is
 * wanted, one that finds nothing. */
const char *na_search_expression(na_arena *arena, const na_search *search, int any);

#endif
