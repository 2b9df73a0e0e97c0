/* speakers.c - who said it.
 *
 * candidates.c tells who may have said a quotation and how much speaks for
 * each; here the best one is taken, with the words that name it, the cue and
 * how it was decided.  By how much it leads the next one that is somebody else
 * tells how far to trust it: that was counted on articles which the weights
 * had not seen.  Where more than half were wrong nobody is named. */
#include "extract/quotes.h"
#include <limits.h>

typedef struct attribution {
    na_reading *r;
    na_speech  *s;
    uint32_t   *outer;          /* words outside marks before each token */
    const na_quote *last;       /* the last quotation that is neither nested nor a term; NULL */
} attribution;

/* ---- giving it -------------------------------------------------------------------------- */

static void set_words(na_reading *r, na_quote *q, na_np who)
{
    const na_tokens *t = r->tokens;
    who.first = na_titles_before(r, r->speech, who);
    if (who.first >= who.end)
        return;
    q->speaker_at = t->token[who.first].at;
    q->speaker_length = t->token[who.end - 1].at + t->token[who.end - 1].length - q->speaker_at;
}

void na_quote_by_cue(na_reading *r, na_quote *q, na_cue *c, double score)
{
    const na_tokens *t = r->tokens;
    q->speaker = c->naming;
    q->speaker_words = c->naming == NA_NONE ? c->words : NULL;
    set_words(r, q, c->who);
    q->cue_at = t->token[c->first].at;
    q->cue_length = t->token[c->end - 1].at + t->token[c->end - 1].length - q->cue_at;
    q->how = c->how;
    q->confidence = (float)(c->sure * (score > 1 ? 1 : score < .4 ? .4 : score));
    c->used = 1;
}

static void same_speaker(na_quote *q, const na_quote *from, const char *how)
{
    q->speaker = from->speaker;
    q->speaker_words = from->speaker_words;
    q->speaker_at = from->speaker_at;
    q->speaker_length = from->speaker_length;
    q->how = how;
    q->confidence = from->confidence;
}

/* Somebody who is no cue's subject: "Lee was blunt:" */
static void by_words(const attribution *a, na_quote *q, na_np who, const char *how)
{
    na_cue c = { .who = who, .meant = who, .first = who.first, .end = who.end, .naming = NA_NONE, .stretch = a->s->stretch_of[who.first] };
    size_t cues = a->s->cues;
    *NA_PUSH(a->r->arena, a->s->cue, a->s->cues, a->s->cue_room) = c;
    na_resolve_speaker(a->r, a->s, (uint32_t)cues);
    c = a->s->cue[cues];
    a->s->cues = cues;
    q->speaker = c.naming;
    q->speaker_words = c.naming == NA_NONE ? c.words : NULL;
    set_words(a->r, q, who);
    q->how = how;
}

/* ---- the best candidate -------------------------------------------------------------------------- */

static const struct { int lead, percent; } shares[] = {
#include "words/speaker_shares.h"
};

/* How many of a hundred were right of those that led by so many points. */
static int share_of(int lead)
{
    size_t i = sizeof shares / sizeof *shares;
    while (i > 1 && shares[i - 1].lead > lead)
        i--;
    return shares[i - 1].percent;
}

/* Do two candidates stand for the same one: the same person, or the same words? */
static int is_same(const attribution *a, const na_candidate *b, const na_candidate *c)
{
    const na_candidate *both[2] = { b, c };
    uint32_t at[2];
    if (b->naming != NA_NONE && b->naming == c->naming)
        return 1;
    for (int i = 0; i < 2; i++)
        at[i] = both[i]->kind == NA_GOES_ON ? a->last->speaker_at : a->r->tokens->token[na_titles_before(a->r, a->s, both[i]->who)].at;
    return at[0] == at[1];
}

/* The best candidate and by how much it leads the next one who is somebody else; NULL: there is none. */
static const na_candidate *best_of(const attribution *a, na_candidates *found, int *lead)
{
    const na_candidate *best = NULL;
    int next = INT_MIN / 2;
    for (int i = 0; i < found->count; i++) {
        na_candidate *c = &found->candidate[i];
        if (c->kind == NA_GOES_ON)
            c->naming = a->last->speaker;
        if (!best || c->score > best->score)
            best = c;
    }
    for (int i = 0; best && i < found->count; i++)
        if (found->candidate[i].score > next && !is_same(a, best, &found->candidate[i]))
            next = found->candidate[i].score;
    *lead = best ? best->score - next : 0;
    return best;
}

/* Of cues that give the same words, the nearest: Lee attacked the plan, saying it was “…”. */
static const na_candidate *nearest(const na_candidates *found, const na_candidate *best)
{
    for (int i = 0; i < found->count; i++) {
        const na_candidate *c = &found->candidate[i];
        if (best->kind == NA_CUE_BEFORE && c->kind == best->kind && c->who.first == best->who.first)
            return c;
    }
    return best;
}

static void give(const attribution *a, na_quote *q, const na_place *p, const na_candidate *c)
{
    int near;
    switch (c->kind) {
    case NA_GOES_ON:
        near = a->s->stretch[a->s->stretch_of[a->last->first]].block == a->s->stretch[p->stretch].block;
        same_speaker(q, a->last, q->flags & NA_CONTINUED ? "goes on over the paragraph" : near ? "goes on in the same paragraph" : "carried over from the paragraph before");
        break;
    case NA_CUE_BEFORE:
    case NA_CUE_BEHIND:
        na_quote_by_cue(a->r, q, &a->s->cue[c->cue], 1);
        break;
    case NA_SPOKE_BEFORE:
        near = a->s->stretch[a->s->cue[c->cue].stretch].block == a->s->stretch[p->stretch].block;
        na_quote_by_cue(a->r, q, &a->s->cue[c->cue], 1);
        q->how = near ? "who spoke in the sentence before" : "who spoke in the paragraph before";
        break;
    case NA_NAMED_BEFORE:
        by_words(a, q, c->who, "who is named in the sentence before");
        break;
    case NA_SIGNED:
        by_words(a, q, c->who, c->who.first < q->end ? "transcript: name before the colon" : "signed");
        break;
    default:
        by_words(a, q, c->who, "who is named in the same sentence");
    }
}

static void decide(const attribution *a, na_quote *q)
{
    na_place p = na_place_of(a->r, q);
    na_candidates found;
    const na_candidate *best;
    const na_cue *cue;
    float quoted = q->confidence;       /* how likely it is */
    int lead, share;
    na_find_candidates(a->r, a->outer, (uint32_t)(q - a->r->quote), &p, a->last ? (uint32_t)(a->last - a->r->quote) : NA_NONE, &found);
#ifdef NA_TRACE_SPEAKERS
    na_trace_candidates(a->r, (uint32_t)(q - a->r->quote), &found, a->last ? (uint32_t)(a->last - a->r->quote) : NA_NONE);
#endif
    best = best_of(a, &found, &lead);
    share = best ? best->kind == NA_SIGNED ? 95 : share_of(lead) : 0;
    if (best)
        give(a, q, &p, best = nearest(&found, best));
    else
        q->how = "nobody is said to have said it";
    cue = best && best->kind != NA_SPOKE_BEFORE && best->cue != NA_NONE ? &a->s->cue[best->cue] : NULL;
    q->kind = best && (best->kind == NA_SIGNED || q->flags & NA_CONTINUED) ? NA_DIRECT : na_direct_or_mixed(a->r, a->last, &p, cue);
    q->confidence = quoted * (float)share / 100;
}

/* A quotation over paragraphs whose last one names the speaker: so it is for those before that name none themselves. */
static void give_back(na_reading *r, size_t last)
{
    for (size_t q = last; q-- > 0 && r->quote[q + 1].flags & NA_CONTINUED && !r->quote[q].cue_length; ) {
        if (r->quote[q].kind == NA_TERM)        /* however short, somebody says it */
            r->quote[q].kind = NA_DIRECT;
        same_speaker(&r->quote[q], &r->quote[last], "goes on over the paragraph");
    }
}

void na_find_speakers(na_reading *r)
{
    attribution a = { .r = r };
    r->speech = a.s = na_find_cues(r);
    na_find_terms(r);
#ifdef NA_FEATURES
    return;
#endif
    a.outer = na_alloc(r->arena, (r->tokens->count + 2) * sizeof *a.outer);
    for (size_t i = 0; i < r->tokens->count; i++)
        a.outer[i + 1] = a.outer[i] + (!r->inside[i] && r->tokens->token[i].kind != NA_QUOTE);
    a.outer[r->tokens->count + 1] = a.outer[r->tokens->count];
    for (size_t q = 0; q < r->quotes; q++) {
        if (r->quote[q].kind == NA_TERM)
            continue;
        decide(&a, &r->quote[q]);
        if (r->quote[q].flags & NA_CONTINUED && r->quote[q].cue_length)
            give_back(r, q);
        a.last = &r->quote[q];
    }
    for (size_t q = 0; q < r->quotes; q++)
        if (r->quote[q].kind != NA_TERM && r->quote[q].confidence < .5f) {
            r->quote[q].speaker = NA_NONE;
            r->quote[q].speaker_words = NULL;
            r->quote[q].speaker_length = 0;
        }
}
