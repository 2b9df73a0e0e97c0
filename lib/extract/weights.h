/* weights.h - what training knows of names: seams.c and unsure.c ask it, words/train_names.c makes it.
 *
 * A name or a seam has features ("the word before is in", "ends with -stan"),
 * numbers that find their row of weights by a hash; two may share a row, which
 * costs little.  The sum of the rows decides: integers, the same everywhere. */
#ifndef NA_WEIGHTS_H
#define NA_WEIGHTS_H
#include "extract/recognize.h"

enum { NA_NO_NAME = 4, NA_KINDS };              /* behind enum na_kind */
enum { NA_SEAM_BITS = 14, NA_KIND_BITS = 16, NA_MOST_FEATURES = 64 };

typedef struct na_weights {
    int8_t seam[1 << NA_SEAM_BITS];
    int8_t kind[1 << NA_KIND_BITS][NA_KINDS];
} na_weights;
extern const na_weights na_name_weights;        /* weights.c */

typedef struct na_features { size_t count; uint64_t hash[NA_MOST_FEATURES]; } na_features;

/* A feature: of what sort, and its value. */
static inline void na_feature(na_features *f, uint64_t sort, uint64_t value)
{
    if (f->count < NA_MOST_FEATURES)
        f->hash[f->count++] = (value + sort * UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xd6e8feb86659fd93);
}

static inline uint32_t na_row(uint64_t hash, int bits)
{
    return (uint32_t)(hash >> (64 - bits));
}

/* weights.c: values for features */
uint64_t na_ending(const na_names *n, uint32_t i, uint32_t length);     /* the last bytes of a word */
uint64_t na_lists_of(const na_names *n, uint32_t i);                    /* those that tell something of names */
uint64_t na_decided(const na_names *n, uint32_t i);                     /* what the rules made of the token */

/* seams.c */
typedef struct na_seam { uint32_t left, right; } na_seam;               /* the last token of one part, the first of the next */
size_t na_find_seams(const na_names *n, na_seam **seam);
void na_seam_features(const na_names *n, const na_seam *seam, na_features *f);
void na_join_names(na_names *n, const na_weights *weights);

/* unsure.c */
int na_is_unsure(const na_names *n, const na_found *found);
void na_context_features(const na_names *n, const na_found *found, na_features *f);
void na_unsure_features(const na_names *n, const na_found *found, na_features *f);      /* those of the context among them */
void na_decide_unsure(na_names *n, const na_weights *weights);

#endif
