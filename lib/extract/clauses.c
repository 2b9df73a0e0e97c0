/* clauses.c - the clauses that a cue may report, and where they end.
 *
 *   behind   Lee said [on Monday] [in a statement] (that) CLAUSE.   Lee urged Ito to VERB.   Lee accused Ito of VERBing.
 *   front    CLAUSE, Lee said.     CLAUSE, according to Lee.
 *   rest     CLAUSE, Lee said, CLAUSE.     As Lee said, CLAUSE.     According to Lee, CLAUSE.
 *
 * Where a clause may begin is told by its form.  Whether it is reported there
 * at all, and at which mark or joining word it ends, are two sums of learnt
 * weights over what stands around: words of the closed classes and the cue by
 * themselves, all others by their shape.  lib/words/count_clauses.py makes the
 * weights; a build with -DNA_TRACE_CLAUSES prints what it learns from. */
#include "extract/quotes.h"
#include "words/clause_weights.h"

enum { SKIPPED = 24, LONGEST = 120, WEIGHTS = sizeof na_clause_weight / sizeof *na_clause_weight, FEATURES = 40 };

typedef struct sum {            /* of the weights of what was found */
    int32_t  total;
    uint32_t salt;              /* whether, or where: the two have weights of their own */
    uint32_t features;
#ifdef NA_TRACE_CLAUSES
    uint32_t feature[FEATURES];
#endif
} sum;

static void feature(sum *s, uint64_t a, uint64_t b)
{
    uint32_t i = (uint32_t)(na_hash_mix((uint64_t)(s->features++ + s->salt) * NA_HASH_PRIME ^ na_hash_mix(a * 31 + b)) % WEIGHTS);
    s->total += na_clause_weight[i];
#ifdef NA_TRACE_CLAUSES
    s->feature[s->features - 1] = i;
#endif
}

/* ---- words and shapes --------------------------------------------------------------- */

static int ends_in(const na_tokens *t, uint32_t i, const char *end)
{
    size_t n = strlen(end);
    return t->token[i].length > n + 2 && !memcmp(t->text + t->token[i].at + t->token[i].length - n, end, n);
}

static uint64_t shape(const na_reading *r, uint32_t i)
{
    const na_tokens *t = r->tokens;
    const na_token *k = &t->token[i];
    int g, p;
    if (i >= t->count)
        return 0;               /* behind the text */
    if (r->inside[i] || k->kind == NA_QUOTE)
        return '"';
    if (k->kind != NA_WORD)
        return k->kind == NA_PUNCT ? (uint64_t)k->mark : 300u + k->kind;
    if (r->speech->mention_of[i])
        return 400u + (unsigned)r->mention[r->speech->mention_of[i] - 1].kind;
    if ((g = na_grammar(t, i)) != 0 || (p = na_pronoun(t, i)) == 0)
        return g ? (uint64_t)g : na_date_at(r, i) ? 500u : k->flags & NA_UPPER && !(k->flags & NA_FIRST) ? 501u : na_in(k, NA_LIST_SPEECH_VERB) ? 502u :
               na_in(k, NA_LIST_SPEAKER_NOUN) ? 503u : na_in(k, NA_LIST_SPEECH_NOUN) ? 504u : ends_in(t, i, "ing") ? 505u : ends_in(t, i, "ed") ? 506u :
               ends_in(t, i, "ly") ? 507u : ends_in(t, i, "s") ? 508u : 509u;
    return 600u + (unsigned)p;
}

static int is_open(const na_reading *r, uint32_t i)        /* a word in small letters of no class that is known */
{
    return shape(r, i) > 501 && shape(r, i) < 600;
}

/* A word of a closed class by itself, any other by its shape. */
static uint64_t word(const na_reading *r, uint32_t i)
{
    const na_token *k = &r->tokens->token[i];
    if (k->kind == NA_WORD && !r->inside[i] && (na_in(k, NA_LIST_GRAMMAR) || na_in(k, NA_LIST_PRONOUN) || na_in(k, NA_LIST_SPEECH_VERB)))
        return k->hash;
    return shape(r, i);
}

static uint64_t about(uint32_t n)       /* how many: 0 1 2 3 4- 6- 9- 13- 19- */
{
    return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 13 ? 6 : n < 19 ? 7 : 8;
}

/* Tokens from `i` to the first auxiliary before `end`, at most 12; 13 if there is none. */
static uint32_t to_auxiliary(const na_reading *r, uint32_t i, uint32_t end)
{
    for (uint32_t k = i; k < end && k < i + 12; k++)
        if (!r->inside[k] && na_grammar(r->tokens, k) == 'a')
            return k - i;
    return 13;
}

static uint64_t first_auxiliary(const na_reading *r, uint32_t i, uint32_t end)
{
    uint32_t n = to_auxiliary(r, i, end);
    return n < 13 ? r->tokens->token[i + n].hash : 0;
}

static uint64_t of_speaker(const na_reading *r, const na_cue *c)
{
    int p = c->who.end == c->who.first + 1 ? na_pronoun(r->tokens, c->who.first) : 0;
    return p ? (unsigned)p : c->naming != NA_NONE ? 1u + (unsigned)r->naming[c->naming].kind : 9u;
}

/* The token before the cue and its subject: which, as, while, a comma. */
static uint32_t before(const na_cue *c)
{
    uint32_t first = c->who.first < c->who.end && c->who.first < c->first && !c->shared ? c->who.first : c->first;
    return first ? first - 1 : 0;
}

static int speaks_plainly(const na_tokens *t, const na_cue *c)
{
    uint32_t i = c->end - 1;
    return na_is(t, i, "said") || na_is(t, i, "says") || na_is(t, i, "say") || na_is(t, i, "saying") || na_is(t, i, "told") || na_is(t, i, "tells") || na_is(t, i, "telling");
}

/* Has what begins at i a verb that the closed classes know, or a pronoun for its subject?  Announced a plan [that would], a plan [and was] have none. */
static int has_verb(const na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    for (uint32_t k = i; k < end && k < i + 16 && !(t->token[k].kind == NA_PUNCT && t->token[k].mark != '-' && t->token[k].mark != '.'); k++)
        if (k > i && (na_is(t, k, "that") || na_is(t, k, "which") || na_pronoun(t, k) == 'r' || (na_grammar(t, k) == 'c' && na_grammar(t, k + 1) == 'a')))
            return 0;
        else if (na_grammar(t, k) == 'a' || (k < i + 4 && na_pronoun(t, k)))
            return 1;
    return 0;
}

/* ---- is it reported? ------------------------------------------------------------------------ */

static int reported(const na_reading *r, const na_cue *c, const na_clause *k, sum *s)
{
    const na_tokens *t = r->tokens;
    const na_stretch *z = &r->speech->stretch[c->stretch];
    uint64_t place = k->place, verb = t->token[c->end - 1].hash, aux = to_auxiliary(r, k->first, k->limit), begin = word(r, k->first);
    uint32_t from = before(c);
    s->salt = 1000;
    feature(s, place, 0);
    feature(s, place, verb);
    feature(s, place, c->frame * 8u + c->tense);
    feature(s, place, (uint64_t)speaks_plainly(t, c) * 2 + (uint64_t)has_verb(r, k->first, k->limit));
    feature(s, place, begin);
    feature(s, place, shape(r, k->first) * 1000 + shape(r, k->first + 1));
    feature(s, place, na_hash_join(begin, word(r, k->first + 1)));
    feature(s, place, aux);
    feature(s, place, about((uint32_t)aux) * 100 + shape(r, k->first));
    feature(s, place, c->clause / 10);
    feature(s, place, c->quote / 10);
    feature(s, place, of_speaker(r, c));
    feature(s, place, c->shared * 2u + c->inverted);
    feature(s, place, about((uint32_t)aux) * 1000 + (k->behind < z->end ? shape(r, k->behind) : 0));
    feature(s, place, word(r, from));
    feature(s, place, word(r, z->first));
    feature(s, place, c->end - c->first > 1 ? word(r, c->first) : 0);
    feature(s, place, c->end - c->first > 1 ? word(r, c->end - 2) : 0);
    feature(s, place, k->first > c->end ? about(k->first - c->end) * 1000 + shape(r, c->end) : 0);
    feature(s, place, k->first ? shape(r, k->first - 1) : 0);
    feature(s, place, about(k->limit - k->first) * 2 + k->marked);
    feature(s, verb, shape(r, k->first));
    feature(s, verb, about((uint32_t)aux));
    feature(s, place, r->role[c->first] == NA_HEADLINE);
    feature(s, place, c->to.first < c->to.end ? shape(r, c->to.first) : 0);
    feature(s, place, (uint64_t)(z->quote < z->quotes) * 2 + (z->quote < z->quotes && r->quote[z->quote].first < c->first));
    feature(s, place, k->limit < z->end ? word(r, k->limit) : 0);
    feature(s, place, k->front ? about(k->front) * 16 + about(to_auxiliary(r, k->front_first, k->front_first + k->front)) : 99);
    feature(s, place, k->front ? na_hash_join(word(r, k->front_first), begin) : 99);
    feature(s, place, k->behind < z->end ? word(r, k->behind) : 0);
    feature(s, place, k->behind < z->end ? na_hash_join(shape(r, k->behind), word(r, k->behind + 1)) : 0);
    feature(s, place, k->first + 1 < k->limit ? shape(r, k->first + 1) * 1000 + shape(r, k->first + 2) : 0);
    return s->total > 0;
}

/* ---- does it end here? ------------------------------------------------------------------------- */

static int may_end(const na_reading *r, uint32_t i)
{
    const na_tokens *t = r->tokens;
    int g;
    if (t->token[i].kind == NA_QUOTE)
        return 1;
    if (t->token[i].kind == NA_PUNCT)
        return t->token[i].mark == ',' || t->token[i].mark == ';' || t->token[i].mark == ':' || t->token[i].mark == '_' || t->token[i].mark == '(' ||
               (t->token[i].mark == '-' && t->token[i].flags & NA_SPACE && t->token[i + 1].flags & NA_SPACE);
    g = na_grammar(t, i);
    return g == 'c' || g == 's' || g == 'p';
}

static uint32_t next_end(const na_reading *r, uint32_t i, uint32_t limit)
{
    for (i++; i < limit && !may_end(r, i); )
        i++;
    return i;
}

typedef struct scan { uint32_t commas, previous; int has_verb; uint64_t auxiliary; } scan;

static int ends(const na_reading *r, const na_cue *c, const na_clause *k, uint32_t i, const scan *seen, sum *s)
{
    const na_tokens *t = r->tokens;
    const na_stretch *z = &r->speech->stretch[c->stretch];
    uint32_t n = t->token[i].kind == NA_WORD ? i : i + 1, next = next_end(r, n, k->limit), from = before(c), cue = k->cue + 1;
    uint64_t mark = t->token[i].kind == NA_WORD ? 1 : shape(r, i), verb = t->token[c->end - 1].hash, who = 0;
    const na_cue *other = NULL;
    while (cue < r->speech->cues && r->speech->cue[cue].first < n && cue < k->cue + 6)
        cue++;
    if (cue < z->cues && r->speech->cue[cue].first >= n && before(&r->speech->cue[cue]) <= n + 1)
        other = &r->speech->cue[cue];
    if (other)
        who = 1 + (unsigned)(other->frame * 8 + (other->shared ? 4 : 0) + (other->naming != NA_NONE && other->naming == c->naming ? 2 : 0) + (other->first <= n + 2));
    s->salt = 2000;
    feature(s, mark, 0);
    feature(s, mark, word(r, n));
    feature(s, mark, shape(r, n) * 1000 + shape(r, n + 1));
    feature(s, mark, na_hash_join(word(r, n), word(r, n + 1)));
    feature(s, mark, k->place);
    feature(s, mark, na_hash_join(k->place, word(r, n)));
    feature(s, mark, c->tense);
    feature(s, mark, na_hash_join(verb, word(r, n)));
    feature(s, mark, verb);
    feature(s, mark, word(r, z->first));
    feature(s, mark, word(r, from));
    feature(s, mark, shape(r, i ? i - 1 : 0));
    feature(s, mark, na_hash_join(shape(r, i ? i - 1 : 0), shape(r, n)));
    feature(s, mark, about(i - k->first));
    feature(s, mark, about(k->limit - n));
    feature(s, mark, na_hash_join(about(i - k->first), word(r, n)));
    feature(s, mark, (uint64_t)seen->has_verb * 32 + about(to_auxiliary(r, n, next)));
    feature(s, mark, (uint64_t)seen->has_verb * 32 + about(to_auxiliary(r, n, k->limit)));
    feature(s, mark, na_hash_join((uint64_t)seen->has_verb, word(r, n)));
    feature(s, mark, na_is(t, n, "that") || na_is(t, n + 1, "that"));
    feature(s, mark, who);
    feature(s, mark, who * 100 + shape(r, n));
    feature(s, mark, na_hash_join(k->place * 2u + (na_grammar(t, k->first) == 'a'), word(r, from)));
    feature(s, mark, about(next - n) * 100 + (next < k->limit ? shape(r, next) : 0));
    feature(s, mark, (uint64_t)c->shared * 4 + (uint64_t)c->inverted * 2);
    feature(s, mark, of_speaker(r, c) * 1000 + shape(r, n));
    feature(s, mark, of_speaker(r, c));
    feature(s, mark, na_hash_join(seen->auxiliary, first_auxiliary(r, n, next)));
    feature(s, mark, seen->commas);
    feature(s, mark, seen->previous ? word(r, seen->previous) : 0);
    feature(s, mark, word(r, n + 1));
    feature(s, mark, na_hash_join(word(r, z->first), word(r, n)));
    feature(s, mark, na_hash_join(word(r, from), shape(r, n)));
    return s->total > 0;
}

#ifdef NA_TRACE_CLAUSES
#include <stdio.h>
static void trace(const na_reading *r, const na_cue *c, const na_clause *k, uint32_t end, const sum *s)
{
    const na_tokens *t = r->tokens;
    fprintf(stderr, "%s\t%u\t%u\t%u\t%u", r->given && r->given->id ? r->given->id : "", t->token[c->first].at, t->token[c->end - 1].at + t->token[c->end - 1].length,
            t->token[k->first].at, end ? t->token[end - 1].at + t->token[end - 1].length : 0);
    for (uint32_t i = 0; i < s->features; i++)
        fprintf(stderr, " %u", s->feature[i]);
    fprintf(stderr, "\n");
}
enum { TRACING = 1 };
#else
enum { TRACING = 0 };
#define trace(r, c, k, end, s) ((void)0)
#endif

static uint32_t first_mark(const na_reading *r, uint32_t first, uint32_t end)
{
    while (first < end && !r->inside[first] && !(r->tokens->token[first].kind == NA_QUOTE && r->tokens->token[first].mark == '"'))
        first++;
    return first;
}

/* Needs no weighing: the ferry will sail, Lee said.   According to Lee, the ferry will sail. */
static int sure(const na_reading *r, const na_cue *c, const na_clause *k)
{
    if (k->place == NA_REST_WHOLE)
        return has_verb(r, k->first, k->limit);
    return k->place == NA_FRONT && k->behind + 1 >= r->speech->stretch[c->stretch].end && c->quote >= 50 && c->tense != NA_BASE && (has_verb(r, k->first, k->limit) || !na_introduces(r, r->speech, k->first));
}

/* the ferry, which Lee [said was old], sank; [called for an inquiry], the agency reported */
static int holds_no_comma(const na_tokens *t, const na_clause *k)
{
    return k->place == NA_OBJECT || k->place == NA_FOR || (k->place == NA_BARE && na_grammar(t, k->first) == 'a');
}

/* Sets where the clause ends; 0 if it is none.  It holds no marked words: those are quoted already. */
static int settle(const na_reading *r, na_clause *k)
{
    const na_tokens *t = r->tokens;
    const na_cue *c = &r->speech->cue[k->cue];
    scan seen = { 0 };
    sum s = { 0 };
    int is, ended = 0;
    int32_t likely = -300;      /* before marked words a comma will do, if nothing speaks against it */
    uint32_t mark = first_mark(r, k->first, k->limit);
    k->marked = mark < k->limit;
    k->limit = mark;
    if (next_end(r, k->first, mark) >= mark && k->marked)
        return 0;
    is = reported(r, c, k, &s) || sure(r, c, k);
    trace(r, c, k, 0, &s);
    if (!is && !TRACING)
        return 0;
    k->sure = s.total;
    k->end = k->limit;
    seen.auxiliary = first_auxiliary(r, k->first, k->limit);
    for (uint32_t i = k->first, last = k->first; !ended && k->place != NA_FRONT && (i = next_end(r, i, k->limit)) < k->limit; last = i) {
        sum e = { 0 };
        seen.has_verb |= to_auxiliary(r, last, i) < 13;
        if (!seen.has_verb && i < k->first + 4 && (k->place == NA_THAT || k->place == NA_BARE))
            continue;           /* the ferry, which was old, would ... */
        ended = ends(r, c, k, i, &seen, &e) || (na_mark_at(t, i, ',') && holds_no_comma(t, k));
        trace(r, c, k, i, &e);
        ended = ended && !TRACING;
        if (ended || (k->marked && na_mark_at(t, i, ',') && e.total > likely)) {
            k->end = i;
            likely = e.total;
        }
        seen.commas += na_mark_at(t, i, ',') && seen.commas < 3;
        if (t->token[i].kind != NA_WORD)
            seen.previous = i + 1;
    }
    if (!k->marked)
        trace(r, c, k, k->limit, &(sum){ 0 });
    return is && k->end < k->limit + !k->marked;
}

/* ---- the clause behind a cue ---------------------------------------------------------------------- */

static uint32_t past_date(const na_reading *r, uint32_t i)
{
    const na_date *date = na_date_at(r, i);
    return date && date->first == i ? date->end : i;
}

static int asks(const na_tokens *t, uint32_t i)
{
    return na_is(t, i, "if") || na_is(t, i, "whether") || na_is(t, i, "why") || na_is(t, i, "how") || na_is(t, i, "what") || na_is(t, i, "who") || na_is(t, i, "where") || na_is(t, i, "when");
}

static int lower(const na_tokens *t, uint32_t i)
{
    return t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER);
}

/* to repair, not to repair: the form of a verb that no list need know, as no name and no noun for somebody stands there. */
static int infinitive(const na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    i += na_is(t, i, "not") ? 1 : 0;
    if (i + 1 >= end || !na_is(t, i, "to") || !lower(t, i + 1) || r->inside[i + 1])
        return 0;
    return na_is(t, i + 1, "be") || na_is(t, i + 1, "have") || na_is(t, i + 1, "do") ||
           (!na_grammar(t, i + 1) && !na_pronoun(t, i + 1) && !na_in(&t->token[i + 1], NA_LIST_SPEAKER_NOUN) && !ends_in(t, i + 1, "ing") && !ends_in(t, i + 1, "s"));
}

/* in a statement, to reporters, on Facebook, at the White House: how, to whom, where something is said. */
static int tells_how(const na_reading *r, na_np np)
{
    const na_tokens *t = r->tokens;
    for (uint32_t i = np.first; i < np.end; i++)
        if (r->speech->mention_of[i] || na_in(&t->token[i], NA_LIST_SPEECH_NOUN) || na_in(&t->token[i], NA_LIST_SPEAKER_NOUN) || t->token[i].flags & NA_UPPER)
            return 1;
    return past_date(r, np.first) > np.first;
}

/* said, however, that: where "that" ends, or NA_NONE. */
static uint32_t past_insertion(const na_tokens *t, uint32_t comma, uint32_t end)
{
    uint32_t k = comma + 1;
    while (k < end && k < comma + 12 && !na_mark_at(t, k, ','))
        k++;
    return k + 1 < end && na_mark_at(t, k, ',') && na_is(t, k + 1, "that") ? k + 2 : NA_NONE;
}

/* Where "that" ends, if it stands within `far` words; or NA_NONE. */
static uint32_t past_that(const na_tokens *t, uint32_t i, uint32_t far, uint32_t end)
{
    for (uint32_t k = i + 1; k < end && k < i + far && na_grammar(t, k) != 'a' && (t->token[k].kind == NA_WORD || na_mark_at(t, k, '-')); k++)
        if (na_is(t, k, "that"))
            return k + 1;
    return NA_NONE;
}

/* the Miami [area], the Paris [daily]: a phrase goes on behind a name that an article stands before; Channel [9]. */
static uint32_t whole(const na_reading *r, na_np np, uint32_t end)
{
    const na_tokens *t = r->tokens;
    uint32_t i = np.end;
    if (np.first < np.end && na_grammar(t, np.first) == 'd' && r->speech->mention_of[np.end - 1])
        while (i < end && lower(t, i) && !na_grammar(t, i) && !na_pronoun(t, i) && !na_date_at(r, i))
            i++;
    return i < end && i > np.first && t->token[i].kind == NA_NUMBER && t->token[i - 1].flags & NA_UPPER ? i + 1 : i;
}

/* What may stand between the verb and what is said: out, on Monday, also, in a statement, to reporters.  Gives what follows it;
 * `i` if there is nothing of the kind; NA_NONE if it tells that no clause follows. */
static uint32_t past_circumstance(const na_reading *r, uint32_t i, uint32_t from, uint32_t end)
{
    const na_tokens *t = r->tokens;
    int g = na_grammar(t, i);
    uint32_t date = past_date(r, i);
    na_np np;
    if (date > i)
        return date;
    if ((na_is(t, i, "out") && i == from) || g == 'r' || (g == 'p' && past_date(r, i + 1) > i + 1))
        return i + 1;
    if (g != 'p')
        return i;
    np = na_np_after(r, r->speech, i + 1, end);
    if (np.first >= np.end || na_is(t, i, "about") || na_is(t, i, "of") || na_is(t, i, "for"))
        return NA_NONE;
    np.end = whole(r, np, end);
    return na_is(t, np.end, "that") && !tells_how(r, np) ? NA_NONE : np.end;     /* in the states that border it */
}

static uint32_t cue_ends(const na_cue *c)       /* with whom it was said to, or who said it */
{
    return c->inverted && c->who.end > c->end ? c->who.end : c->to.end > c->end ? c->to.end : c->end;
}

/* urged Ito to VERB, called on Ito to VERB, accused Ito of VERBing: begins with Ito, but not with "him". */
static uint32_t with_object(const na_reading *r, const na_cue *c, uint32_t i, uint32_t end, int of)
{
    const na_tokens *t = r->tokens;
    na_np np = c->to.end > c->to.first ? c->to : na_np_after(r, r->speech, i, end);
    if (i < end && np.first >= np.end && na_grammar(t, i) == 'o')
        np = (na_np){ i, i + 1 };
    if (np.first >= np.end || !(of ? na_is(t, np.end, "of") : infinitive(r, np.end, end)))
        return NA_NONE;
    return np.end > np.first + 1 || !(na_pronoun(t, np.first) || na_grammar(t, np.first)) ? np.first : of ? np.end + 1 : np.end;
}

static uint32_t begins(const na_reading *r, const na_cue *c, uint32_t end, uint8_t *place)
{
    const na_tokens *t = r->tokens;
    uint32_t from = c->to.end > c->end ? whole(r, c->to, end) : cue_ends(c), next;
    int calls = na_reads(t, c->end - 1, "call"), accuses = na_reads(t, c->end - 1, "accus");
    if (c->frame == NA_CALLS && !calls && !accuses)
        return NA_NONE;
    if (calls && na_is(t, c->end, "for")) {
        *place = NA_FOR;
        return c->end + 1;
    }
    if (calls && !na_is(t, c->end, "on") && !na_is(t, c->end, "upon"))
        return NA_NONE;
    *place = NA_OBJECT;
    if ((next = with_object(r, c, c->end + (uint32_t)calls, end, accuses)) != NA_NONE || calls || accuses)
        return next;
    for (uint32_t i = from; i < end && i < from + SKIPPED && !r->inside[i]; i = next) {
        int g = na_grammar(t, i);
        *place = NA_THAT;
        if (na_is(t, i, "that") && i > from && na_grammar(t, i + 1) == 'a')
            return NA_NONE;     /* said in a statement that was read out */
        if (na_is(t, i, "that") || na_mark_at(t, i, ':'))
            return i + 1;
        if (i > from && lower(t, i) && ends_in(t, i, "ing"))
            return NA_NONE;     /* said in his office overlooking the bay */
        if (!speaks_plainly(t, c) && infinitive(r, i, end))
            return NA_NONE;     /* vowed to repair it: an act */
        if (asks(t, i) && (i == from || na_is(t, i, "whether") || na_is(t, i, "if"))) {
            if (i > c->end && (na_is(t, i, "who") || na_is(t, i, "where") || na_is(t, i, "when")))
                return NA_NONE; /* asked people who saw it */
            *place = NA_ASKS;
            return i;
        }
        if (na_mark_at(t, i, ','))
            return past_insertion(t, i, end);
        if (g == 'd' && c->clause >= 20 && !speaks_plainly(t, c) && (next = past_that(t, i, 4, end)) != NA_NONE)
            return next;        /* added the caveat that */
        if ((next = past_circumstance(r, i, from, end)) != i) {
            if (next == NA_NONE)
                return NA_NONE;
            continue;
        }
        if (t->token[i].kind == NA_PUNCT || t->token[i].kind == NA_QUOTE || g == 's' || g == 'c' || g == 'o')
            return NA_NONE;
        if (i > from && lower(t, i) && ends_in(t, i, "ed") && (next = past_that(t, i, 12, end)) != NA_NONE)
            return next;        /* said in a statement carried by the agency that */
        *place = NA_BARE;
        if (i > from && (na_is(t, i - 1, "both") || na_is(t, i - 1, "even") || na_is(t, i - 1, "only") || na_is(t, i - 1, "just")))
            i--;                /* said both presidents ... */
        return has_verb(r, i, end) || (speaks_plainly(t, c) && !is_open(r, i)) ? i : NA_NONE;      /* said little */
    }
    return NA_NONE;
}

/* ---- the clause before it, and round it -------------------------------------------------------------- */

/* Where the words of the cue begin: who said it, titles too; the cue itself. */
static uint32_t cue_begins(const na_reading *r, const na_cue *c)
{
    const na_tokens *t = r->tokens;
    uint32_t first = r->speech->stretch[c->stretch].first, from = c->who.first < c->who.end && c->who.first < c->first ? c->who.first : c->first;
    while (from > first && from + 12 > c->first && !na_mark_at(t, from - 1, ',') && t->token[from - 1].kind == NA_WORD && na_grammar(t, from - 1) != 's' && c->frame != NA_ACCORDING && !c->inverted)
        from--;
    return from;
}

/* The end of what stands with the cue: on Monday, in a statement. */
static uint32_t past_circumstances(const na_reading *r, uint32_t i, uint32_t end)
{
    uint32_t from = i, next;
    while (i < end && i < from + SKIPPED && !na_mark_at(r->tokens, i, ',') && (next = past_circumstance(r, i, from, end)) != i && next != NA_NONE)
        i = next;
    return i;
}

/* VELLMAR (AP) -   (AP)   and what the parts of the article call a dateline */
static uint32_t past_dateline(const na_reading *r, uint32_t first, uint32_t end)
{
    const na_tokens *t = r->tokens;
    uint32_t begin = first;
    while (first < end && r->role[first] == NA_DATELINE)
        first++;
    for (uint32_t i = first; i < end && i < begin + 14; i++)
        if ((na_mark_at(t, i, '_') && t->token[begin].flags & NA_CAPS) || (na_mark_at(t, i, ')') && na_mark_at(t, begin, '(')))
            return i + 1;
    return first;
}

/* Has what stands before the cue no verb that is known? */
static int only_subject(const na_reading *r, const na_cue *c, uint32_t first, uint32_t end)
{
    return to_auxiliary(r, first, end) == 13 && end - first < 16 && &r->speech->cue[r->speech->stretch[c->stretch].cue] == c;
}

/* Does what begins at i begin with a subject of its own, or a phrase before one? */
static int has_subject(const na_reading *r, uint32_t i)
{
    int g = na_grammar(r->tokens, i);
    return g == 'd' || g == 'p' || g == 's' || na_pronoun(r->tokens, i) || r->speech->mention_of[i];
}

/* ---- all of a cue ------------------------------------------------------------------------------------ */

size_t na_find_clauses(const na_reading *r, uint32_t cue, na_clause out[3])
{
    const na_tokens *t = r->tokens;
    const na_cue *c = &r->speech->cue[cue];
    const na_stretch *z = &r->speech->stretch[c->stretch];
    uint32_t end = z->end - cue_ends(c) > LONGEST && z->end > cue_ends(c) ? cue_ends(c) + LONGEST : z->end, from = cue_begins(r, c), first = past_dateline(r, z->first, from);
    na_clause k = { .cue = cue, .limit = end, .behind = past_circumstances(r, cue_ends(c), end) };
    size_t n = 0;
    int according = c->frame == NA_ACCORDING, as, introduced;
    if (!according && !na_mark_at(t, c->first, ':') && (k.first = begins(r, c, end, &k.place)) != NA_NONE && k.first < end && settle(r, &k))
        out[n++] = k;
    if (c->shared || (c->frame != NA_SAYS && c->frame != NA_TELLS && !according) || from - first > LONGEST)
        return n;
    for (uint32_t i = first; i < from; i++)
        if (na_mark_at(t, i, ':') || na_mark_at(t, i, ';'))
            first = i + 1;      /* What we know: the ferry sank, Lee said */
    while (first < from && (na_grammar(t, first) == 'c' || na_mark_at(t, first, ',')))
        first++;
    as = from == first + 1 && na_is(t, first, "as") && c->clause >= 20;
    k = (na_clause){ .cue = cue, .first = first, .limit = from - 1, .behind = k.behind, .place = NA_FRONT };
    introduced = na_introduces(r, r->speech, first);
    if (!n && (!introduced || to_auxiliary(r, first, from) < 13) && from > first + 1 && na_mark_at(t, from - 1, ',') && first_mark(r, first, from) == from && settle(r, &k))
        out[n++] = k;
    k = (na_clause){ .cue = cue, .first = k.behind + 1, .limit = end, .behind = k.behind, .place = according || as ? NA_REST_WHOLE : NA_REST, .front_first = first, .front = as ? 0 : from - first };
    if (k.first >= end || !na_mark_at(t, k.behind, ',') || !(as || (according && from == first) || (from > first && na_mark_at(t, from - 1, ',') && first_mark(r, first, from) == from)))
        return n;
    if (na_grammar(t, k.first) == 'c')
        k.first++;
    if ((lower(t, k.first) && ends_in(t, k.first, "ing")) || !settle(r, &k))
        return n;               /* citing two people */
    if (k.front && !introduced && only_subject(r, c, first, from) && !has_subject(r, k.first)) {
        k.first = first;        /* The ferry, Lee said, would sail: what stands before is the subject */
        n = 0;
    }
    out[n++] = k;
    return n;
}
