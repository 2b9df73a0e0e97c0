/* recognize.h - what the files that recognize names share: capitals.c, runs.c, heads.c, kinds.c, recognize.c, settle.c,
 * seams.c, unsure.c. */
#ifndef NA_RECOGNIZE_H
#define NA_RECOGNIZE_H
#include "extract/names.h"

enum { NA_UNSURE = 4 };             /* a kind for single words until the whole article was seen */
enum { NA_STRONG, NA_WEAK, NA_SHOUTED };    /* a capital: tells a name; tells nothing; stands in a line of capitals */

static inline int na_is_word(const na_names *n, uint32_t i)
{
    return i < n->t->count && n->t->token[i].kind == NA_WORD;
}

static inline int na_upper(const na_names *n, uint32_t i)
{
    return na_is_word(n, i) && n->t->token[i].flags & NA_UPPER;
}

static inline int na_listed(const na_names *n, uint32_t i, enum na_list list)
{
    return i < n->t->count && na_in(&n->t->token[i], list);
}

static inline int na_ordinary(const na_names *n, uint32_t i)
{
    return na_listed(n, i, NA_LIST_COMMON) || na_listed(n, i, NA_LIST_STARTER);
}

static inline int na_direction(const na_names *n, uint32_t i)
{
    return na_listed(n, i, NA_LIST_DIRECTION);
}

/* capitals.c */
void na_look_at_words(na_names *n);                         /* fills weak and seen */
na_seen *na_see(na_names *n, uint64_t hash);                /* adds the word; what was given before is moved */
na_seen *na_seen_word(const na_names *n, uint64_t hash);    /* NULL: not in the article */

/* runs.c */
int na_name_like(const na_names *n, uint32_t i);            /* can a name begin or go on here? */
uint32_t na_run_end(const na_names *n, uint32_t i);         /* of the run of name words that begins at i */
uint32_t na_words_in(const na_names *n, uint32_t first, uint32_t end);     /* words between spaces */
uint32_t na_listed_phrase(const na_names *n, uint32_t i, na_found *found); /* longest listed name that begins here: its end, or 0 */
uint32_t na_torn_name(const na_names *n, uint32_t i);       /* O ‘Brien: its end, or 0 */
int na_attached_hyphen(const na_names *n, uint32_t i);
int na_inner_period(const na_names *n, uint32_t i);

/* heads.c: ends of names that begin at p, in a run that ends at `end`; or 0 */
uint32_t na_organization_end(const na_names *n, uint32_t p, uint32_t end);
uint32_t na_place_end(const na_names *n, uint32_t p, uint32_t end);
uint32_t na_lower_ministry(const na_names *n, uint32_t i);
uint32_t na_with_lower_head(const na_names *n, uint32_t end);
uint32_t na_rest_end(const na_names *n, uint32_t p, uint32_t end);
int na_may_be_human(const na_names *n, uint32_t i);         /* a given or family name of the lists, or an initial */

/* kinds.c */
uint8_t na_kind_by_context(const na_names *n, uint32_t first, uint32_t end);
int na_is_vessel(const na_names *n, uint32_t first, uint32_t end);
int na_follows_title(const na_names *n, uint32_t i);
int na_inner_capital(const na_names *n, uint32_t i);
void na_add_unlisted(na_names *n, uint32_t p, uint32_t end);

/* recognize.c */
void na_own(na_names *n);                                   /* tells each token whose it is, after the founds changed */
void na_add_found(na_names *n, na_found found);             /* unless something was found there already */

/* settle.c */
void na_settle(na_names *n);

#endif
