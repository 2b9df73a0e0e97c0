/* quotes.h - what the steps of quotations share: stretches, cues, noun phrases.
 *
 * A stretch is one sentence of the reporter with all that is quoted in it,
 * however many sentences that has.  A cue is a word that says that something
 * was said, with the words that name who said it.  Both are in order. */
#ifndef NA_QUOTES_H
#define NA_QUOTES_H
#include "extract/extract.h"

enum na_frame {
    NA_SAYS,            /* said (that) ... */
    NA_TELLS,           /* told somebody (that) ... */
    NA_CALLS,           /* called something ...: only of marked words */
    NA_URGES,           /* vowed to ..., urged somebody to ... */
    NA_ACCORDING,       /* according to ... */
    NA_NOUN,            /* her claim that ..., a statement from ...: */
    NA_THINKS           /* believes, wants: no speech unless marks say so */
};
enum na_tense { NA_PAST, NA_DONE, NA_NOW, NA_ING, NA_BASE };

typedef struct na_np { uint32_t first, end; } na_np;     /* tokens of a noun phrase; first == end: none */

typedef struct na_cue {
    uint32_t first, end;        /* tokens of the cue */
    uint32_t stretch;
    na_np    who;               /* the words that name the speaker here */
    na_np    meant;             /* the phrase that `who` stands for: before ", who said"; else who */
    na_np    to;                /* whom it was said to */
    uint32_t naming;            /* the speaker, or NA_NONE */
    const char *words;          /* the speaker who is only described; NULL */
    const char *how;
    float    sure;
    uint8_t  frame, tense;      /* enum na_frame, enum na_tense */
    uint8_t  quote, clause;     /* how often, in percent, such a word is the cue of marked words, of indirect speech */
    uint8_t  inverted;          /* said Ann Lee */
    uint8_t  shared;            /* the speaker is the subject of another verb: "…, adding", "left and said" */
    uint8_t  used;              /* by a quotation */
} na_cue;

typedef struct na_stretch {
    uint32_t first, end;        /* tokens */
    uint32_t block;             /* number of the paragraph */
    uint32_t cue, cues;         /* its cues: [cue, cues) */
    uint32_t quote, quotes;     /* the marked quotations that begin in it: [quote, quotes) */
} na_stretch;

typedef struct na_speech {
    na_stretch *stretch; size_t stretches, stretch_room;
    na_cue     *cue;     size_t cues, cue_room;
    uint32_t   *stretch_of;     /* of each token */
    uint32_t   *mention_of;     /* of each token: 1 + the mention it belongs to, or 0 */
} na_speech;

/* ---- cues.c ---------------------------------------------------------------- */
na_speech *na_find_cues(na_reading *r);

/* ---- clauses.c: what a cue reports without marks -------------------------------- */
enum na_standing {              /* how such a clause stands to its cue */
    NA_THAT, NA_BARE, NA_ASKS, NA_OBJECT, NA_FOR,               /* said that, said, asked whether, urged Ito to, called for */
    NA_FRONT, NA_REST, NA_REST_WHOLE        /* before it; behind its comma; behind as Lee said, and according to Lee, */
};
typedef struct na_clause {
    uint32_t cue;
    uint32_t first, limit, end;         /* tokens; where it must have ended; where it ends */
    uint32_t front_first, front;        /* the words before the cue that the clause goes on from, and how many */
    uint32_t behind;                    /* what stands behind the cue and its circumstances */
    int32_t  sure;                      /* by how much it is one */
    uint8_t  place;                     /* enum na_standing */
    uint8_t  marked;                    /* marked words stand at `limit` */
} na_clause;
size_t na_find_clauses(const na_reading *r, uint32_t cue, na_clause out[3]);

/* ---- small questions ------------------------------------------------------- */
static inline int na_mark_at(const na_tokens *t, size_t i, char mark)      /* punctuation, not a quotation mark */
{
    return i < t->count && t->token[i].kind == NA_PUNCT && t->token[i].mark == mark;
}

/* A paragraph begins, or a line that is not the continuation of another. */
static inline int na_block_begins(const na_tokens *t, size_t i)
{
    return t->token[i].flags & NA_PARAGRAPH || (t->token[i].flags & NA_LINE && t->token[i].flags & NA_FIRST);
}

const na_date *na_date_at(const na_reading *r, uint32_t token);    /* phrases.c: the date that token belongs to, or NULL */

/* ---- phrases.c: noun phrases by closed classes of words ----------------------- */
int  na_grammar(const na_tokens *t, size_t i);          /* the letter of lib/words/grammar.txt, or 0 */
int  na_pronoun(const na_tokens *t, size_t i);          /* the letter of lib/words/pronoun.txt, or 0 */
na_np na_np_before(const na_reading *r, const na_speech *s, uint32_t end, uint32_t limit);
na_np na_np_outside(const na_reading *r, const na_speech *s, na_np np, uint32_t limit);
na_np na_np_after(const na_reading *r, const na_speech *s, uint32_t first, uint32_t limit);
int  na_introduces(const na_reading *r, const na_speech *s, uint32_t i);      /* what begins at i is no subject: In Paris, ... */
na_np na_or_name(const na_reading *r, const na_speech *s, na_np np, uint32_t end);           /* the mayor, Ann Lee: the name */
uint32_t na_titles_before(const na_reading *r, const na_speech *s, na_np np);   /* where [harbour master] Ann Lee begins */
na_np na_subject(const na_reading *r, const na_speech *s, uint32_t first, uint32_t end);    /* of the clause [first, end) */

/* ---- who.c: who that is --------------------------------------------------------- */
void na_resolve_speaker(na_reading *r, na_speech *s, uint32_t cue);

/* ---- marked.c: where a quotation stands, and whether it is direct or mixed --------- */
enum { NA_LONG_FRAGMENT = 5 };  /* words */
typedef struct na_place {          /* where a quotation stands */
    uint32_t open, close;       /* its marks; close == end when it has none */
    uint32_t stretch;
    int      begins, ends;      /* the stretch begins, ends with it */
    int      comma, stop, asks; /* its last mark, inside or right behind: , or . or ? ! */
    int      words, sentence;   /* how many words; begins with a capital */
    int      title;             /* all its words have capitals */
} na_place;
na_place na_place_of(const na_reading *r, const na_quote *q);
enum na_quote_kind na_direct_or_mixed(const na_reading *r, const na_quote *last, const na_place *p, const na_cue *c);

/* ---- terms.c: marks round words that nobody is quoted as saying ---------------------- */
void na_find_terms(na_reading *r);      /* kind TERM, how and confidence; the others stay DIRECT until speakers.c */

/* ---- candidates.c: who may have said it ---------------------------------------------- */
enum na_candidate_kind { NA_GOES_ON, NA_CUE_BEFORE, NA_CUE_BEHIND, NA_WORDS_BEFORE, NA_WORDS_BEHIND, NA_SPOKE_BEFORE, NA_NAMED_BEFORE, NA_SIGNED, NA_CANDIDATE_KINDS };
enum { NA_CANDIDATES = 40, NA_CANDIDATE_FEATURES = 12 };
typedef struct na_candidate {
    na_np    who;               /* the words that name somebody; none: as the quotation before */
    uint32_t cue;               /* or NA_NONE */
    uint32_t naming;            /* or NA_NONE: not known before it is chosen */
    int      score;
    uint8_t  kind, features;
    uint16_t feature[NA_CANDIDATE_FEATURES];
} na_candidate;
typedef struct na_candidates { na_candidate candidate[NA_CANDIDATES]; int count; } na_candidates;
void na_find_candidates(const na_reading *r, const uint32_t *outer, uint32_t quote, const na_place *p, uint32_t last, na_candidates *found);
void na_trace_candidates(const na_reading *r, uint32_t quote, const na_candidates *found, uint32_t last);

/* ---- speakers.c ------------------------------------------------------------------- */
void na_quote_by_cue(na_reading *r, na_quote *q, na_cue *c, double score);     /* takes speaker and cue from it */

#endif
