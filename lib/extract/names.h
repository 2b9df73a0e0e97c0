/* names.h - what the files about names share: names.c, recognize.c, people.c, bodies.c, roles.c. */
#ifndef NA_NAMES_H
#define NA_NAMES_H
#include "extract/extract.h"

/* Where a name stands and of what kind it is: all that recognition has to tell. */
typedef struct na_found {
    uint32_t first, end;            /* tokens */
    uint32_t entry;                 /* the list entry that it is, or 0 */
    enum na_list list;              /* of that entry */
    uint8_t  kind;                  /* enum na_kind */
    uint8_t  sure;                  /* a list or a title says so, not the shape alone */
} na_found;

/* A title, rank or office as the lists have it: "former" and the like in front included. */
typedef struct na_title { uint32_t first, end, entry; } na_title;

/* One word of the article, however often it stands there. */
typedef struct na_seen {
    uint64_t hash;
    uint32_t lower, upper;          /* how often in lower case; with a capital that only a name explains */
    uint32_t votes[4];              /* names of each kind that it is a part of */
    uint32_t family;                /* how often it ends the name of a person */
    uint32_t bearers, givens;       /* how often it ends and begins one whose given name or title is known */
} na_seen;

typedef struct na_names {
    na_reading *r;
    const na_tokens *t;
    uint8_t   *weak;                /* of each token: a capital here tells nothing */
    na_seen   *seen;                /* hash table, that grows */
    size_t     seen_mask, seen_count;
    na_found  *found;   size_t count, room;
    uint32_t  *owner;               /* of each token: 1 + the found it is in, or 0 */
    na_title  *title;   size_t titles, title_room;
    uint32_t  *title_at;            /* of each token: 1 + the title that ends before it, or 0 */
    size_t     naming_room;
} na_names;

/* recognize.c and its helpers (recognize.h) */
void na_recognize(na_names *n);

/* people.c, bodies.c: give every found its naming */
void na_resolve_people(na_names *n);
void na_resolve_bodies(na_names *n);        /* organizations, places, other names */

/* roles.c: title and office beside a name */
void na_find_roles(na_names *n);

/* naming helpers, in names.c */
uint32_t na_new_naming(na_names *n, enum na_kind kind, const char *name, const char *how);
const char *na_tidy_name(na_names *n, const char *words);
void na_set_mention(na_names *n, uint32_t found, uint32_t naming, const char *how);

#endif
