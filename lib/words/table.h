/* table.h - the tables that make_words.c writes and text/words.c reads. */
#ifndef NA_WORDS_TABLE_H
#define NA_WORDS_TABLE_H
#include <stdint.h>

/* 16 bytes, so that none lies across two lines of a cache. */
typedef struct na_word_row {
    uint32_t check;             /* bits 16 to 47 of the hash; the bucket tells bits 48 to 63 */
    uint32_t value;             /* where in na_values its values begin */
    uint16_t set;               /* which lists it is in, an index of na_sets */
    uint16_t more;              /* in which lists longer phrases begin with it, the same */
    uint16_t inner;             /* in which lists a phrase has it behind its first word, the same */
    uint16_t rarity;            /* NA_NOT_COUNTED: not in rarity.txt */
} na_word_row;

enum { NA_NOT_COUNTED = 0xff };

extern const uint32_t    na_bucket[65537];
extern const na_word_row na_entries[];
extern const uint64_t    na_sets[];
extern const char        na_values[];

#endif
