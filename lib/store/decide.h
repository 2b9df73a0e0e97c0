/* decide.h - what people decided, as reading and linking ask for it.
 *
 * A decision is a row of part I whose detail, JSON, points at the text of a
 * document (its identity, at, length) or at an identity: the folded name that
 * makes somebody one across articles, with " (label)" behind where a split
 * tells two of that name apart.
 *
 *   hide, assert            change the reading of an article before it is
 *                           written (decide_reading.c)
 *   merge, split, rename    change what linking makes of identities and names
 *                           (decide_people.c)
 *
 * So all that is derived stays a function of documents and decisions. */
#ifndef NA_STORE_DECIDE_H
#define NA_STORE_DECIDE_H
#include "store/link.h"

#define NA_DECIDED_WHO   "a person decided who that is"
#define NA_DECIDED_ONE   "a person decided that these names are one"
#define NA_DECIDED_APART "a person decided to keep it apart"

/* One field of a decision, in SQL. */
#define NA_DETAIL(field) "json_extract(detail, '$." field "')"

/* ---- decide_reading.c ---- */

/* Applies what was decided on this article, and which names are none anywhere.  Inside na_guard of reading->arena. */
int na_decide_reading(newsarc *arc, int64_t article, const char *identity, na_reading *reading);

/* ---- decide_people.c ---- */

typedef struct na_decided na_decided;

/* All merges, splits and renames; NULL: failed (arc->failure).  Inside na_guard of the arena. */
na_decided *na_load_decided(newsarc *arc, na_arena *arena);
/* Whom this identity stands for after all merges: of those that are one the first by alphabet. */
const char *na_decided_one(const na_decided *decided, const char *kind, const char *identity);
/* The identity of a naming of this document; *why is set where somebody decided it.  `asserted`: splits do not hold. */
const char *na_decided_identity(const na_decided *decided, const char *document, const char *kind, const char *identity,
                                int asserted, const char **why);
/* Did somebody say that this identity is another one too, or several? */
int na_decided_about(const na_decided *decided, const char *kind, const char *identity);
/* The name that an entity was given, or NULL. */
const char *na_decided_name(const na_decided *decided, const char *kind, const char *identity);
/* Would making these one join what a split keeps apart? */
int na_decided_apart(const na_decided *decided, const char *kind, const char *one, const char *other);

#endif
