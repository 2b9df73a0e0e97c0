/* link.h - what several articles share.
 *
 * Everything here is a pure function of what was read; lib/store/link.c fetches
 * and keeps, in strata that never write to an earlier one:
 *
 *   1 profiles     of one article: its terms and its sampled runs of words
 *   2 pairs        of articles that share enough of them, both ways round
 *   3 copies       groups of articles with much the same text
 *   4 stories      groups of articles on one affair
 *   5 people       who the bare names of an article are, by its story
 *   6 utterances   groups of quotations that are wordings of one speech
 *   7 speakers     lent to quotations without one by their siblings
 *
 * What is compared with what depends on the two articles alone: words weigh by
 * a rarity that is compiled in, and nothing is cut to the best k.  So the
 * result is a function of the set of articles, in whatever order they came. */
#ifndef NA_LINK_H
#define NA_LINK_H
#include "extract/extract.h"

#define NA_NO_DAY INT32_MIN

/* Days since 1970-01-01 of "2020-01-14..." (a month or year alone: its first day), or NA_NO_DAY. */
int32_t na_day_number(const char *date);
void na_day_string(int32_t day, char out[11]);

/* ---- rarity.c: what sharing a word tells ------------------------------------ */

/* In bits, from 0 to 13.5: minus log2 of the part of open news paragraphs that hold the word. */
float na_rarity(uint64_t hash);

/* ---- profile.c --------------------------------------------------------------- */

typedef struct na_term { uint32_t hash; float weight; } na_term;

typedef struct na_profile {
    const na_term  *term;       /* by hash; weights of length 1 in all */
    size_t          terms;
    const uint32_t *telling;    /* hashes of its most telling terms: who shares NA_SHARED_TERMS of them is compared */
    size_t          tellings;
    const uint32_t *shingle;    /* sampled runs of NA_SHINGLE words, by hash */
    size_t          shingles;
    int32_t         day;        /* of publication, or NA_NO_DAY */
} na_profile;
enum { NA_SHINGLE = 5, NA_SHARED_TERMS = 3, NA_SHARED_SHINGLES = 2 };

/* Is this sampled run also kept in the index of runs? */
static inline int na_shingle_indexed(uint32_t hash) { return (hash & 7) == 0; }

na_profile *na_make_profile(na_arena *arena, const na_reading *r);

/* As bytes for the file, the same on every machine, and back (NULL: damaged). */
void na_pack_terms(na_arena *arena, const na_profile *p, const unsigned char **bytes, size_t *n);
void na_pack_shingles(na_arena *arena, const na_profile *p, const unsigned char **bytes, size_t *n);
na_profile *na_unpack_profile(na_arena *arena, const unsigned char *terms, size_t n_terms,
                              const unsigned char *shingles, size_t n_shingles, int32_t day);

/* ---- pairs.c ------------------------------------------------------------------- */

/* One affair?  0 to 1: the cosine of their terms, less when they are days apart. */
float na_likeness(const na_profile *a, const na_profile *b);
/* Copied?  The part of the shorter one's sampled runs that stand in the other, 0 to 1. */
float na_shared(const na_profile *a, const na_profile *b);

#define NA_LIKE   0.20f         /* pairs less alike are not kept */
#define NA_COPIED 0.50f         /* pairs that share more are copies */
#define NA_SHARES 0.02f         /* pairs that share less do not quote the same speech */

/* ---- groups.c ---------------------------------------------------------------------- */

typedef struct na_edge { uint32_t a, b; float likeness; } na_edge;

/* Groups 0 .. n-1 by average linkage: the two groups that are most alike (mean
 * of likeness over all their pairs, unknown pairs 0) are joined while that is
 * at least `least`; ties go to the lower members.  dated[i] 0: attaches to the
 * group of dated ones it is most like, and never joins two; those left over
 * are grouped among themselves.  out[i]: the lowest member of i's group. */
void na_group(na_arena *arena, size_t n, const na_edge *edge, size_t edges, const uint8_t *dated, float least, uint32_t *out);
#define NA_ONE_STORY 0.30f

/* Connected components: out[i] is the lowest member. */
void na_components(size_t n, const na_edge *edge, size_t edges, uint32_t *out);

#endif
