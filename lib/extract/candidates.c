/* candidates.c - who may have said it: the candidates of one quotation, and what speaks for each.
 *
 *   a cue before or behind it    Lee said: “…”   “…,” said Lee
 *   words beside it              Lee was sure that it “…”   “…” - Lee
 *   the quotation before         “…,” Lee said. “…”
 *   a sentence before            Lee was blunt: ¶ “…”
 *
 * What speaks for a candidate is told by features: a group (how far away the cue stands) and a value in it.  The weights of
 * lib/words/speaker_weights.h, learnt from annotated articles, add up to its score. */
#include "extract/quotes.h"
#include <string.h>

enum { CUES_NEAR = 6, WORDS_NEAR = 8, REACH = 80, STRETCHES_BACK = 3 };

/* ---- groups of features: name, how many values ------------------------------------------- */

enum { SIDES = 2, FRAMES = 7, NEAR = 7, SHAPES = 48, EDGES = 9, WHO = 16, KINDS = NA_CANDIDATE_KINDS };

#define GROUPS(G) \
    G(SHAPE, KINDS * SHAPES)                /* of the quotation */ \
    G(EDGE, KINDS * EDGES * EDGES)          /* what stands right before and behind its marks */ \
    G(CUE_NEAR, SIDES * FRAMES * NEAR)      /* kind of verb, words between */ \
    G(CUE_SHARE, SIDES * 2 * 11)            /* how often such a word is a cue of marked words */ \
    G(CUE_FORM, SIDES * 5 * 4)              /* tense, inverted, subject shared with another verb */ \
    G(CUE_RANK, SIDES * CUES_NEAR)          /* the nearest, the second ... */ \
    G(CUE_NEXT, SIDES * EDGES * FRAMES)     /* what follows the cue */ \
    G(CUE_PAST, SIDES * EDGES)              /* what stands before it and its subject */ \
    G(CUE_APART, SIDES * 4 * 2)             /* quotations between; somebody else takes over between */ \
    G(CUE_WHO, SIDES * WHO)                 /* kind of words that name who */ \
    G(CUE_RELAY, SIDES * 2 * 2)             /* an outlet reports it; another cue stands nearer */ \
    G(WORDS_WHERE, SIDES * NEAR * WHO) \
    G(WORDS_PAST, SIDES * EDGES) \
    G(WORDS_NEXT, SIDES * EDGES * WHO)\
    G(WORDS_FIRST, SIDES * 2 * 2 * WHO)          /* first in the sentence; a cue stands there too */ \
    G(WORDS_APART, SIDES * 4) \
    G(WORDS_CUES, SIDES * 3 * 3)            /* cues farther away and nearer than these words, on their side */ \
    G(LAST_WHERE, 6 * 2 * 4 * 2)            /* how far back; goes on over paragraphs; cues before and behind in its own sentence, which begins with it */ \
    G(LAST_END, 4 * 2 * 2)                  /* how the one before ended */ \
    G(BACK_WHERE, 2 * STRETCHES_BACK * 2 * 2 * 2)   /* sentences back, same paragraph, colon at its end, its own sentence begins with it */ \
    G(BACK_CUE, FRAMES * 2 * 2) \
    G(BACK_OWN, 2 * 3 * 3 * 2)                  /* cues before and behind in its own sentence */ \
    G(BACK_WHO, 2 * WHO)

enum {
#define G(name, values) FIRST_##name, LAST_OF_##name = FIRST_##name + (values) - 1,
    GROUPS(G)
#undef G
    FEATURES
};

static const int16_t weight[FEATURES] = {
#ifdef NA_TRACE_SPEAKERS               /* to be learnt */
    0
#else
#include "words/speaker_weights.h"
#endif
};

typedef struct scene {
    const na_reading *r;
    const na_speech  *s;
    const na_place   *p;
    const uint32_t   *outer;    /* words outside marks before each token */
    uint32_t quote;             /* its index */
    uint32_t cue_behind;        /* the first cue behind its opening mark */
    na_candidates *found;
} scene;

static void tell(na_candidate *c, int first, int value)
{
    c->score += weight[first + value];
    if (c->features < NA_CANDIDATE_FEATURES)
        c->feature[c->features++] = (uint16_t)(first + value);
}

/* ---- small questions ------------------------------------------------------------------------ */

static int near_by(uint32_t words)
{
    return words == 0 ? 0 : words <= 1 ? 1 : words <= 3 ? 2 : words <= 6 ? 3 : words <= 12 ? 4 : words <= 24 ? 5 : 6;
}

static uint32_t words_between(const scene *x, uint32_t from, uint32_t to)
{
    return to > from ? x->outer[to] - x->outer[from] : 0;
}

static int is_cue_word(const na_tokens *t, uint32_t i)
{
    return na_in(&t->token[i], NA_LIST_SPEECH_VERB) || na_in(&t->token[i], NA_LIST_SPEECH_NOUN);
}

/* What stands at token i, from the stretch [first, end): 0 its edge; a mark; a kind of word. */
static int edge(const scene *x, uint32_t i, uint32_t first, uint32_t end)
{
    const na_tokens *t = x->r->tokens;
    int g;
    if (i < first || i >= end)
        return 0;
    if (t->token[i].kind == NA_QUOTE || x->r->inside[i])
        return 1;
    if (t->token[i].kind == NA_PUNCT)
        return t->token[i].mark == ',' ? 2 : t->token[i].mark == ':' ? 3 : 4;
    if (na_is(t, i, "that"))
        return 5;
    g = na_grammar(t, i);
    if (g == 'p' || g == 's' || g == 'c')
        return 6;
    return is_cue_word(t, i) ? 7 : 8;
}

/* The kind of words that name somebody. */
static int who_kind(const scene *x, na_np np)
{
    static const char pronouns[] = "mfpo1wyrn";
    const na_tokens *t = x->r->tokens;
    int pronoun = np.end == np.first + 1 ? na_pronoun(t, np.first) : 0;
    const char *at = pronoun ? strchr(pronouns, pronoun) : NULL;
    uint32_t m;
    if (at)
        return (int)(at - pronouns);
    if ((m = x->s->mention_of[np.end - 1]) != 0 || (m = x->s->mention_of[np.first]) != 0)
        return 9 + (int)x->r->mention[m - 1].kind;
    for (uint32_t i = np.first; i < np.end; i++)
        if (na_in(&t->token[i], NA_LIST_SPEAKER_NOUN))
            return 13;
    return na_grammar(t, np.first) == 'd' ? 14 : 15;
}

/* How many quotations begin between two tokens; three is many. */
static int quotes_between(const scene *x, uint32_t from, uint32_t to)
{
    const na_reading *r = x->r;
    int n = 0;
    if (to <= x->p->open)
        for (uint32_t q = x->quote; q-- > 0 && r->quote[q].first > from && n < 3; )
            n += r->quote[q].first < to;
    else
        for (uint32_t q = x->quote + 1; q < r->quotes && r->quote[q].first < to && n < 3; q++)
            n += r->quote[q].first > from;
    return n;
}

/* When Ito said no, Lee shot back: “…”: does somebody else take over between? */
static int taken_over(const scene *x, uint32_t from, uint32_t to)
{
    const na_tokens *t = x->r->tokens;
    if (to > from + 60)
        return 1;
    for (uint32_t i = from; i + 1 < to; i++)
        if (!x->r->inside[i] && na_mark_at(t, i, ',') && (x->s->mention_of[i + 1] || na_pronoun(t, i + 1)))
            return 1;
    return 0;
}

static int is_silent(const na_cue *c)
{
    return c->who.first >= c->who.end || (c->naming == NA_NONE && !c->words);
}

/* How many cues with a subject the quotation's sentence has from token `from` to token `to`; two is many. */
static int cues_between(const scene *x, uint32_t from, uint32_t to)
{
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    int n = 0;
    for (uint32_t i = x->cue_behind > z->cue + CUES_NEAR ? x->cue_behind - CUES_NEAR : z->cue; i < z->cues && i < x->cue_behind + CUES_NEAR && n < 2; i++)
        n += x->s->cue[i].first >= from && x->s->cue[i].first < to && !is_silent(&x->s->cue[i]);
    return n;
}

static int ending(const na_place *p)
{
    return p->comma ? 0 : p->asks ? 1 : p->stop ? 2 : 3;
}

static int shape(const na_place *p)
{
    return ((p->begins * 4 + ending(p)) * 3 + (p->words <= 3 ? 0 : p->words <= 8 ? 1 : 2)) * 2 + p->sentence;
}

/* ---- candidates --------------------------------------------------------------------------------- */

static na_candidate *add(scene *x, enum na_candidate_kind kind, na_np who, uint32_t cue)
{
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    na_candidate *c;
    if (x->found->count >= NA_CANDIDATES)
        return NULL;
    c = &x->found->candidate[x->found->count++];
    *c = (na_candidate){ .who = who, .cue = cue, .kind = (uint8_t)kind, .naming = NA_NONE };
    if (cue != NA_NONE)
        c->naming = x->s->cue[cue].naming;
    else if (who.first < who.end && x->s->mention_of[who.end - 1])
        c->naming = x->r->mention[x->s->mention_of[who.end - 1] - 1].naming;
    tell(c, FIRST_SHAPE, (int)kind * SHAPES + shape(x->p));
    tell(c, FIRST_EDGE, ((int)kind * EDGES + (x->p->open > z->first ? edge(x, x->p->open - 1, z->first, z->end) : 0)) * EDGES + edge(x, x->p->close, z->first, z->end));
    return c;
}

static int relays(const scene *x, const na_cue *c)
{
    return c->frame == NA_ACCORDING || (na_is(x->r->tokens, c->end - 1, "reported") && (c->naming == NA_NONE || x->r->naming[c->naming].kind == NA_ORGANIZATION));
}

/* A cue of the quotation's own sentence; `rank`: how many stand nearer on its side. */
static void by_cue(scene *x, uint32_t cue, int side, int rank)
{
    const na_cue *k = &x->s->cue[cue];
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    uint32_t first = k->who.first < k->first ? na_titles_before(x->r, x->s, k->who) : k->first, end = k->inverted && k->who.end > k->end ? k->who.end : k->end;
    uint32_t from = side ? x->p->close : end, to = side ? first : x->p->open;
    na_candidate *c;
    if (is_silent(k) || (side ? k->first < x->p->close : k->end > x->p->open) || !(c = add(x, side ? NA_CUE_BEHIND : NA_CUE_BEFORE, k->who, cue)))
        return;
    if (side && first < x->p->close)
        to = k->first;          /* its subject stands before the quotation: Ito “…” said */
    tell(c, FIRST_CUE_NEAR, (side * FRAMES + k->frame) * NEAR + near_by(words_between(x, from, to)));
    tell(c, FIRST_CUE_SHARE, (side * 2 + (words_between(x, from, to) == 0)) * 11 + k->quote / 10);
    tell(c, FIRST_CUE_FORM, ((side * 5 + k->tense) * 2 + k->inverted) * 2 + k->shared);
    tell(c, FIRST_CUE_RANK, side * CUES_NEAR + rank);
    tell(c, FIRST_CUE_NEXT, (side * EDGES + edge(x, end, z->first, z->end)) * FRAMES + k->frame);
    tell(c, FIRST_CUE_PAST, side * EDGES + (first > z->first ? edge(x, first - 1, z->first, z->end) : 0));
    tell(c, FIRST_CUE_APART, (side * 4 + quotes_between(x, from, to)) * 2 + taken_over(x, from, to));
    tell(c, FIRST_CUE_WHO, side * WHO + who_kind(x, k->who));
    tell(c, FIRST_CUE_RELAY, (side * 2 + relays(x, k)) * 2 + (rank > 0));
}

/* Does somebody speak before the quotation?  Then who reports it behind is no speaker but the venue. */
static int spoken_before(const scene *x)
{
    for (int i = 0; i < x->found->count; i++) {
        const na_cue *k = x->found->candidate[i].kind == NA_CUE_BEFORE ? &x->s->cue[x->found->candidate[i].cue] : NULL;
        if (k && k->frame <= NA_URGES)
            return 1;
    }
    return 0;
}

static void by_cues(scene *x)
{
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    int rank = 0, spoken;
    for (uint32_t i = x->cue_behind; i-- > z->cue && rank < CUES_NEAR; rank++)
        by_cue(x, i, 0, rank);
    rank = 0;
    spoken = spoken_before(x);
    for (uint32_t i = x->cue_behind; i < z->cues && rank < CUES_NEAR; i++, rank++)
        if (!spoken || !relays(x, &x->s->cue[i]))
            by_cue(x, i, 1, rank);
}

/* Names, pronouns and nouns for somebody that stand beside it, whatever the verb. */
static int stands_already(const scene *x, na_np np)
{
    for (int i = 0; i < x->found->count; i++) {
        na_np other = x->found->candidate[i].who;
        if (other.first < np.end && np.first < other.end)
            return 1;
    }
    return 0;
}

static void beside(scene *x, na_np np, int side)
{
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    na_candidate *c;
    uint32_t first, from, to;
    if (stands_already(x, np) || !(c = add(x, side ? NA_WORDS_BEHIND : NA_WORDS_BEFORE, np, NA_NONE)))
        return;
    first = na_titles_before(x->r, x->s, np);
    from = side ? x->p->close : np.end;
    to = side ? first : x->p->open;
    tell(c, FIRST_WORDS_WHERE, (side * NEAR + near_by(words_between(x, from, to))) * WHO + who_kind(x, np));
    tell(c, FIRST_WORDS_PAST, side * EDGES + (first > z->first ? edge(x, first - 1, z->first, z->end) : 0));
    tell(c, FIRST_WORDS_NEXT, (side * EDGES + edge(x, np.end, z->first, z->end)) * WHO + who_kind(x, np));
    tell(c, FIRST_WORDS_FIRST, ((side * 2 + (words_between(x, z->first, first) == 0)) * 2 + (z->cues > z->cue)) * WHO + who_kind(x, np));
    tell(c, FIRST_WORDS_APART, side * 4 + quotes_between(x, from, to));
    tell(c, FIRST_WORDS_CUES, (side * 3 + (side ? cues_between(x, np.end, z->end) : cues_between(x, z->first, first))) * 3 + cues_between(x, from, to));
}

/* The phrase for somebody that token i belongs to: a name, a pronoun, a noun with what stands before it; none: first == end. */
static na_np phrase_at(const scene *x, uint32_t i, uint32_t limit)
{
    const na_tokens *t = x->r->tokens;
    uint32_t m = x->s->mention_of[i];
    if (m) {                    /* Ann Lee; the Vellmar [council]; Lee['s lawyer] */
        const na_mention *name = &x->r->mention[m - 1];
        na_np np = name->first >= limit ? na_np_after(x->r, x->s, name->first, x->s->stretch[x->s->stretch_of[i]].end) : (na_np){ i, i };
        return np.end > name->end && (t->token[name->end].kind == NA_CLITIC || name->kind != NA_PERSON) ? np : name->first >= limit ? (na_np){ name->first, name->end } : (na_np){ i, i };
    }
    if (na_pronoun(t, i) || na_is(t, i, "which") || na_is(t, i, "his") || na_is(t, i, "her") || na_is(t, i, "their") || na_is(t, i, "him"))
        return (na_np){ i, i + 1 };
    if (na_in(&t->token[i], NA_LIST_SPEAKER_NOUN))
        return na_np_before(x->r, x->s, i + 1, limit);
    return (na_np){ i, i };
}

static void words_beside(scene *x)
{
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    uint32_t low = z->first, high = z->end;
    na_np np = na_subject(x->r, x->s, z->first, x->p->open);
    int n = 0;
    if (np.first < np.end && np.end - np.first < 12 && (who_kind(x, np) < 14 || na_mark_at(x->r->tokens, np.end, ':')))
        beside(x, np, 0);
    if (x->p->open > low + REACH)
        low = x->p->open - REACH;
    if (high > x->p->close + REACH)
        high = x->p->close + REACH;
    for (uint32_t i = x->p->open; i-- > low && n < WORDS_NEAR; ) {
        np = x->r->inside[i] ? (na_np){ i, i } : phrase_at(x, i, low);
        if (np.first < np.end) {
            beside(x, np, 0);
            i = np.first;
            n++;
        }
    }
    n = 0;
    for (uint32_t i = x->p->close; i < high && n < WORDS_NEAR; i++) {
        np = x->r->inside[i] ? (na_np){ i, i } : phrase_at(x, i, x->p->close);
        if (np.first < np.end) {
            beside(x, np, 1);
            i = np.end > i ? np.end - 1 : i;
            n++;
        }
    }
}

/* “…” - Ann Lee, at the end of a paragraph, whether or not it is known as a name. */
static na_np signature(const scene *x)
{
    const na_tokens *t = x->r->tokens;
    uint32_t dash = x->p->close, end = dash + 1;
    na_np none = { end, end };
    if (!x->p->begins || end >= t->count || !(na_mark_at(t, dash, '_') || (na_mark_at(t, dash, '-') && t->token[dash].flags & NA_SPACE)))
        return none;
    while (end < t->count && end < dash + 12 && !(t->token[end].flags & (NA_PARAGRAPH | NA_LINE)) &&
           ((t->token[end].kind == NA_WORD && t->token[end].flags & NA_UPPER) || (na_mark_at(t, end, '-') && !(t->token[end].flags & NA_SPACE)) || (na_mark_at(t, end, '.') && t->token[end - 1].flags & NA_DOTTED)))
        end++;
    if (end < t->count && !(t->token[end].flags & (NA_PARAGRAPH | NA_LINE)) && !na_mark_at(t, end, ',') && !na_mark_at(t, end, '.'))
        return none;
    return (na_np){ dash + 1, end };
}

/* “LEE: Well, …” */
static na_np in_transcript(const scene *x)
{
    const na_tokens *t = x->r->tokens;
    const na_quote *q = &x->r->quote[x->quote];
    uint32_t i = q->first;
    while (i < q->end && i < q->first + 4 && t->token[i].flags & NA_CAPS)
        i++;
    return i > q->first && i + 1 < q->end && na_mark_at(t, i, ':') ? (na_np){ q->first, i } : (na_np){ i, i };
}

/* Where somebody signs, nobody else is asked. */
static int signed_by(scene *x)
{
    na_np np = signature(x);
    if (np.first >= np.end)
        np = in_transcript(x);
    return np.first < np.end && add(x, NA_SIGNED, np, NA_NONE) != NULL;
}

/* Whoever said the quotation before. */
static void goes_on(scene *x, uint32_t last)
{
    const na_reading *r = x->r;
    const na_stretch *z = &x->s->stretch[x->p->stretch];
    const na_quote *q = &r->quote[last];
    uint32_t there = x->s->stretch_of[q->first], far = x->p->stretch - there;
    int same = x->s->stretch[there].block == z->block, where = far == 0 ? 0 : same ? (far == 1 ? 1 : far == 2 ? 2 : 3) : far == 1 ? 4 : 5;
    na_place before;
    na_candidate *c = add(x, NA_GOES_ON, (na_np){ 0, 0 }, NA_NONE);
    if (!c)
        return;
    before = na_place_of(r, q);
    tell(c, FIRST_LAST_WHERE, ((where * 2 + ((r->quote[x->quote].flags & NA_CONTINUED) != 0)) * 4 + (x->cue_behind > z->cue) * 2 + (x->cue_behind < z->cues)) * 2 + x->p->begins);
    tell(c, FIRST_LAST_END, (ending(&before) * 2 + before.begins) * 2 + x->p->begins);
}

/* Who speaks, or is named first, in a sentence before. */
static void back_there(scene *x, uint32_t back)
{
    uint32_t there = x->p->stretch - back;
    const na_stretch *y = &x->s->stretch[there], *z = &x->s->stretch[x->p->stretch];
    int same = y->block == z->block, colon = na_mark_at(x->r->tokens, y->end - 1, ':');
    int own = cues_between(x, z->first, x->p->open) * 3 + cues_between(x, x->p->close, z->end);
    na_candidate *c;
    if (x->r->role[y->first] != NA_BODY && x->r->role[y->first] != x->r->role[z->first])
        return;
    for (uint32_t i = y->cue; i < y->cues && i < y->cue + 3; i++) {
        const na_cue *k = &x->s->cue[i];
        if (is_silent(k) || !(c = add(x, NA_SPOKE_BEFORE, k->who, i)))
            continue;
        tell(c, FIRST_BACK_WHERE, ((((int)back - 1) * 2 + same) * 2 + colon) * 2 + x->p->begins);
        tell(c, FIRST_BACK_CUE, (k->frame * 2 + (y->quotes > y->quote)) * 2 + (i + 1 == y->cues));
        tell(c, FIRST_BACK_WHO, who_kind(x, k->who));
        tell(c, FIRST_BACK_OWN, own * 2 + x->p->begins);
    }
    for (uint32_t i = y->first; i < y->end && i < y->first + REACH; i++) {
        na_np np = x->r->inside[i] ? (na_np){ i, i } : phrase_at(x, i, y->first);
        if (np.first >= np.end)
            continue;
        if (!stands_already(x, np) && (c = add(x, NA_NAMED_BEFORE, np, NA_NONE)) != NULL) {
            tell(c, FIRST_BACK_WHERE, (((STRETCHES_BACK + (int)back - 1) * 2 + same) * 2 + colon) * 2 + x->p->begins);
            tell(c, FIRST_BACK_WHO, WHO + who_kind(x, np));
            tell(c, FIRST_BACK_OWN, (9 + own) * 2 + x->p->begins);
        }
        break;
    }
}

void na_find_candidates(const na_reading *r, const uint32_t *outer, uint32_t quote, const na_place *p, uint32_t last, na_candidates *found)
{
    scene x = { .r = r, .s = r->speech, .p = p, .outer = outer, .quote = quote, .found = found };
    const na_stretch *z = &x.s->stretch[p->stretch];
    uint32_t low = z->cue, high = z->cues;
    found->count = 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (x.s->cue[middle].first < r->quote[quote].first)
            low = middle + 1;
        else
            high = middle;
    }
    x.cue_behind = low;
    if (signed_by(&x))
        return;
    if (last != NA_NONE)
        goes_on(&x, last);
    by_cues(&x);
    words_beside(&x);
    for (uint32_t back = 1; back <= STRETCHES_BACK && back <= p->stretch; back++)
        back_there(&x, back);
}

#ifdef NA_TRACE_SPEAKERS               /* for the program that learns the weights */
#include <stdio.h>
static const struct group { const char *name; int first; } groups[] = {
#define G(name, values) { #name, FIRST_##name },
    GROUPS(G)
#undef G
};

void na_trace_candidates(const na_reading *r, uint32_t quote, const na_candidates *found, uint32_t last)
{
    const na_tokens *t = r->tokens;
    if (last == NA_NONE)
        fprintf(stderr, "Q\t%u\t%u\t-1\t%s\n", r->quote[quote].at, r->quote[quote].length, r->given->id);
    else
        fprintf(stderr, "Q\t%u\t%u\t%u\t%s\n", r->quote[quote].at, r->quote[quote].length, r->quote[last].at, r->given->id);
    for (int i = 0; i < found->count; i++) {
        const na_candidate *c = &found->candidate[i];
        na_np who = { na_titles_before(r, r->speech, c->who), c->who.end };
        uint32_t at = t->token[who.first].at, end = who.first < who.end ? t->token[who.end - 1].at + t->token[who.end - 1].length : at;
        fprintf(stderr, "C\t%d\t%u\t%u\t%d\t%d", c->kind, at, end - at, c->naming == NA_NONE ? -1 : (int)c->naming,
                c->cue == NA_NONE ? -1 : (int)t->token[r->speech->cue[c->cue].end - 1].at);
        for (int k = 0; k < c->features; k++) {
            size_t g = sizeof groups / sizeof *groups;
            while (groups[--g].first > c->feature[k])
                ;
            fprintf(stderr, "%c%s+%d", k ? ' ' : '\t', groups[g].name, c->feature[k] - groups[g].first);
        }
        fputc('\n', stderr);
    }
}
#endif
