/* table.h - the tables that make_words.c writes and text/words.c reads. */
#ifndef NA_WORDS_TABLE_H
#define NA_WORDS_TABLE_H
#include <stdint.h>

typedef struct na_word_row {
    uint32_t check;             /* bits 16 to 47 of the hash; the bucket tells bits 48 to 63 */
    uint32_t value;             /* low 24 bits: where in na_values its values begin; high 8: its rarity, 0xff none */
    uint16_t set;               /* which lists it is in, an index of na_sets */
    uint16_t more;              /* in which lists longer phrases begin with it, the same */
} na_word_row;

extern const uint32_t    na_bucket[65537];
extern const na_word_row na_entries[];
extern const uint64_t    na_sets[];
extern const char        na_values[];

#endif
