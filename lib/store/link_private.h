/* link_private.h - what the strata of linking share. */
#ifndef NA_STORE_LINK_PRIVATE_H
#define NA_STORE_LINK_PRIVATE_H
#include "store/decide.h"

/* A set of row ids in the order they were put in; 0 is none. */
typedef struct na_set {
    na_arena *arena;
    int64_t  *id;
    size_t    count, room;
    uint32_t *slot;             /* 1 + index, by hash */
    size_t    slots;
} na_set;
size_t na_set_put(na_set *set, int64_t id);             /* its index */
size_t na_set_find(const na_set *set, int64_t id);      /* SIZE_MAX: not in it */

/* Whom a full name that is several people's names in an article. */
typedef struct na_told { int64_t article, number; const char *identity, *why; } na_told;

/* One commit. */
typedef struct na_linking {
    newsarc  *arc;
    na_arena  arena;            /* of the commit */
    na_arena  inner;            /* of one component, story or batch; reset after each */
    na_set    fresh;            /* articles that were read in this transaction */
    na_set    touched;          /* those and whoever was linked with what left */
    na_set    regrouped;        /* whose story is another now, or has other members */
    na_set    lone;             /* who left a story for none */
    na_set    renamed;          /* with a naming that is another entity now */
    na_set    entities;         /* whose spellings changed */
    na_set    utterances;       /* that lost a wording */
    na_set    stories;          /* to look at again: they hold one of the above */
    na_set    renaming;         /* in which somebody is another one now because of a namesake */
    na_told  *namesake;         /* by article and number */
    size_t    namesakes, namesake_room;
    na_decided *decided;        /* merges, splits, renames */
    int       rc;               /* the first failure; every step stops at it */
} na_linking;

/* Strata, in order; each gives rc. */
int na_link_pairs(na_linking *l);       /* link_pairs.c */
int na_link_copies(na_linking *l);      /* link_stories.c */
int na_link_stories(na_linking *l);
int na_link_days(na_linking *l, int64_t story);         /* link_days.c: of undated articles, from their story */
int na_unlink_day(na_linking *l, int64_t article);      /* which is in none any more */
int na_link_people(na_linking *l);      /* link_people.c */
int na_link_speech(na_linking *l);      /* link_speech.c */

/* Puts profiles into what candidates are found by. */
int na_index_profiles(na_linking *l, const int64_t *article, size_t n);
/* Takes an article's profile out of what candidates are found by. */
int na_forget_profile(newsarc *arc, int64_t article);
/* Takes the telling runs of its quotations out of what other speech is found by. */
int na_forget_speech(newsarc *arc, int64_t article);
/* Its profile in the arena; NULL: *rc tells why. */
na_profile *na_load_profile(newsarc *arc, na_arena *arena, int64_t article, int *rc);

/* Counts the spellings of an article that leaves out of its entities. */
int na_unname(newsarc *arc, int64_t article);

/* The members of a story, or the lone article itself when story is 0, into a set of arena. */
int na_story_members(na_linking *l, na_arena *arena, int64_t story, int64_t article, na_set *members);

#endif
