/* link_speech.h - what the parts of the stratum of speech share. */
#ifndef NA_STORE_LINK_SPEECH_H
#define NA_STORE_LINK_SPEECH_H
#include "store/link_private.h"

/* What an article's marked and unmarked quotations say: read once a commit. */
typedef struct na_voice { na_said *said; int64_t *quote; size_t count; } na_voice;
typedef struct na_voices { na_set heard; na_voice *voice; size_t room; na_aligner *aligner; } na_voices;

/* Quotations that are compared with each other. */
typedef struct na_crowd {
    na_linking *l;
    na_arena   *arena;
    na_voices  *voices;
    na_set     *regroup;            /* quotations whose utterance is to be decided again (of the commit's arena) */
    int64_t     story, lone;
    na_said    *said;   size_t count, room;
    int64_t    *quote;  size_t quotes, quote_room;
    na_set      members;
    int         rc;
} na_crowd;

/* ---- link_voices.c: what is said, and which pairs of it are one speech ------- */

/* Runs work on a crowd of the inner arena: of a story, or of one article. */
int na_with_crowd(na_linking *l, na_voices *heard, na_set *regroup, void (*work)(void *), int64_t story, int64_t lone);
/* What an article says; lives until another is heard. */
int na_hear(na_linking *l, na_voices *all, int64_t article, const na_voice **out);
/* The same, added to the crowd. */
int na_hear_into(na_crowd *c, int64_t article, uint32_t story);
/* Forgets the pairs of an article's quotations; whoever had one is decided again. */
int na_forget_pairs(na_linking *l, na_set *regroup, int64_t article);

/* Work for na_with_crowd: */
void na_index_runs(void *crowd);        /* fresh quotations become findable before any is looked for */
void na_compare_story(void *crowd);     /* pairs within a story */
void na_compare_others(void *crowd);    /* pairs with speech of other stories */

/* ---- link_utterances.c: from pairs to utterances ------------------------------- */

/* Quotations like no other are utterances of their own. */
int na_keep_lone(na_linking *l, int64_t article);
int na_decide_utterances(na_linking *l, na_aligner *aligner, const na_set *regroup);

#endif
