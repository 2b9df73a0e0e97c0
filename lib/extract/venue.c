/* venue.c - to whom, where or through whom something was said.
 *
 *   told Axios   in an interview with Axios   on Axios's “Morning”     whom it was said to
 *   in a statement carried by KCNA   … , KCNA reported                 who relayed it
 *   in a policy speech                                                 the occasion, as words
 *
 * Stated in a stretch, it holds for what is quoted there, and is carried over
 * to what the same speaker says further down, until another is stated or the
 * time changes ("earlier", "in April"): an outlet as far as the text goes, a
 * rally or a committee for the next two paragraphs. */
#include "extract/quotes.h"
#include <string.h>

enum { REACH = 14, NEAR_BLOCKS = 2 };

typedef struct venue { uint32_t naming; const char *words; uint32_t block; } venue;     /* block: the paragraph that states it */

static const venue nowhere = { NA_NONE, NULL, 0 };

static uint32_t organization_at(const na_reading *r, uint32_t i)
{
    uint32_t m = r->speech->mention_of[i];
    if (!m || r->mention[m - 1].kind != NA_ORGANIZATION)
        return NA_NONE;
    return r->mention[m - 1].naming;
}

/* The organization named behind token i, in the same phrase: the state-run Korean Central News Agency; CNN's Ann Lee. */
static uint32_t organization_behind(const na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    for (uint32_t k = i; k < end && k < i + 8; k++) {
        uint32_t found = organization_at(r, k);
        int g = na_grammar(t, k);
        if (found != NA_NONE)
            return found;
        if (r->inside[k] || (g && g != 'd') || (t->token[k].kind == NA_PUNCT && t->token[k].mark != '-' && t->token[k].mark != '.') || t->token[k].kind == NA_QUOTE)
            break;
    }
    return NA_NONE;
}

/* The letter of lib/words/speech_noun.txt for the noun that begins at i. */
static char noun_at(const na_tokens *t, uint32_t i, size_t *end)
{
    uint32_t entry = na_phrase(t, i, NA_LIST_SPEECH_NOUN, end);
    return entry ? *na_entry_value(entry, NA_LIST_SPEECH_NOUN) : 0;
}

static int is_outlet(const na_reading *r, uint32_t naming)
{
    const na_mention *m = &r->mention[r->naming[naming].first];
    size_t end;
    return na_phrase(r->tokens, m->first, NA_LIST_OUTLET, &end) || na_phrase(r->tokens, m->first, NA_LIST_AGENCY, &end) || r->naming[naming].listed;
}

/* "interview … with Axios", "statement … carried by KCNA", "op-ed in the Post", "tweet" none. */
static uint32_t carrier(const na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    for (uint32_t k = i; k < end && k < i + REACH && !r->inside[k] && !na_mark_at(t, k, ','); k++)
        if (na_is(t, k, "with") || na_is(t, k, "by") || na_is(t, k, "on") || na_is(t, k, "to") || na_is(t, k, "in") || na_is(t, k, "for")) {
            uint32_t found = organization_behind(r, k + 1, end);
            if (found != NA_NONE && (na_is(t, k, "with") || na_is(t, k, "by") || is_outlet(r, found)))
                return found;
        }
    return NA_NONE;
}

/* "in a recent key policy speech": the noun, when something introduces it as the occasion. */
static int is_occasion(const na_tokens *t, uint32_t i, uint32_t first)
{
    for (uint32_t k = i; k > first && k + 6 > i; k--) {
        if (na_is(t, k - 1, "in") || na_is(t, k - 1, "during") || na_is(t, k - 1, "at"))
            return 1;
        if (t->token[k - 1].kind != NA_WORD || na_grammar(t, k - 1) == 'p')
            return 0;
    }
    return 0;
}

static int too_general(const na_tokens *t, uint32_t i)
{
    return na_is(t, i, "interview") || na_is(t, i, "interviews") || na_is(t, i, "call") || na_is(t, i, "meeting") || na_is(t, i, "event") || na_is(t, i, "appearance") || na_is(t, i, "broadcast");
}

static venue stated(na_reading *r, const na_stretch *z)
{
    const na_tokens *t = r->tokens;
    const na_speech *s = r->speech;
    venue v = nowhere;
    size_t end;
    for (uint32_t k = z->cue; k < z->cues; k++) {
        const na_cue *c = &s->cue[k];
        if (c->frame == NA_TELLS && (v.naming = organization_behind(r, c->end, z->end)) != NA_NONE)
            return v;
    }
    for (uint32_t i = z->first; i < z->end; i++) {
        char noun;
        if (r->inside[i] || !t->token[i].entry)
            continue;
        noun = noun_at(t, i, &end);
        if (noun && (v.naming = carrier(r, (uint32_t)end, z->end)) != NA_NONE)
            return v;
        if (noun == 'o' && !v.words && !too_general(t, (uint32_t)end - 1) && is_occasion(t, i, z->first))
            v.words = na_words_of(r, i, (uint32_t)end);
        if (na_is(t, i, "speaking") && (na_is(t, i + 1, "to") || na_is(t, i + 1, "with") || na_is(t, i + 1, "on")) && (v.naming = organization_behind(r, i + 2, z->end)) != NA_NONE)
            return v;
    }
    /* the outlet that relays another's words */
    for (uint32_t k = z->cues; k-- > z->cue; ) {
        const na_cue *c = &s->cue[k];
        if (z->cues - z->cue > 1 && c->naming != NA_NONE && r->naming[c->naming].kind == NA_ORGANIZATION &&
            (c->frame == NA_ACCORDING || na_is(t, c->end - 1, "reported") || na_is(t, c->end - 1, "reports") || (c->frame == NA_SAYS && r->naming[c->naming].listed))) {
            v.naming = c->naming;
            return v;
        }
    }
    return v;
}

/* Said at another time than what stands before it. */
static int other_time(const na_reading *r, const na_stretch *z)
{
    const na_tokens *t = r->tokens;
    for (uint32_t i = z->first; i < z->end && i < z->first + 40; i++) {
        if (r->inside[i])
            continue;
        if (na_is(t, i, "earlier") || na_is(t, i, "previously") || na_is(t, i, "once") || na_is(t, i, "separately"))
            return 1;
        if (na_is(t, i, "in") && i + 1 < z->end && na_in(&t->token[i + 1], NA_LIST_MONTH))
            return 1;
        if (na_is(t, i, "last") && (na_is(t, i + 1, "week") || na_is(t, i + 1, "month") || na_is(t, i + 1, "year")))
            return 1;
    }
    return 0;
}

static void set(na_quote *q, venue v, const char *how)
{
    q->venue = v.naming;
    q->venue_words = v.naming == NA_NONE ? v.words : NULL;
    q->venue_how = how;
}

/* Whose venue a sentence states that quotes nobody: its speaker's, else the first person named in it. */
static uint32_t of_whom(const na_reading *r, const na_stretch *z)
{
    const na_speech *s = r->speech;
    for (uint32_t k = z->cue; k < z->cues; k++)
        if (s->cue[k].naming != NA_NONE && r->naming[s->cue[k].naming].kind == NA_PERSON)
            return s->cue[k].naming;
    for (uint32_t i = z->first; i < z->end && i < z->first + 60; i++) {
        uint32_t m = r->inside[i] ? 0 : s->mention_of[i];
        if (m && r->mention[m - 1].kind == NA_PERSON && r->tokens->token[r->mention[m - 1].end].kind != NA_CLITIC)
            return r->mention[m - 1].naming;
    }
    return NA_NONE;
}

static int reaches(const na_reading *r, const venue *v, uint32_t block)
{
    if (v->naming == NA_NONE && !v->words)
        return 0;
    return (v->naming != NA_NONE && is_outlet(r, v->naming)) || block - v->block <= NEAR_BLOCKS;
}

/* The quotations of one stretch, from q on; gives the first of the next. */
static size_t in_stretch(na_reading *r, uint32_t stretch, size_t q, venue *last)
{
    const na_stretch *z = &r->speech->stretch[stretch];
    venue here = stated(r, z);
    int is_stated = here.naming != NA_NONE || here.words, changed = other_time(r, z);
    uint32_t whose;
    here.block = z->block;
    if (is_stated && (q >= r->quotes || r->quote[q].first >= z->end) && (whose = of_whom(r, z)) != NA_NONE && whose != here.naming)
        last[whose] = here;
    for (; q < r->quotes && r->quote[q].first < z->end; q++) {
        na_quote *k = &r->quote[q];
        if (k->kind == NA_TERM || (k->speaker == NA_NONE && !k->speaker_words))
            continue;
        if (is_stated && (here.naming == NA_NONE || here.naming != k->speaker)) {
            set(k, here, "stated");
            if (k->speaker != NA_NONE)
                last[k->speaker] = here;
        } else if (k->speaker != NA_NONE && !changed && reaches(r, &last[k->speaker], z->block)) {
            set(k, last[k->speaker], "carried over");
        }
    }
    return q;
}

void na_find_venues(na_reading *r)
{
    venue *last = na_alloc(r->arena, (r->namings + 1) * sizeof *last);
    size_t q = 0;
    for (size_t n = 0; n < r->namings; n++)
        last[n] = nowhere;
    for (uint32_t k = 0; k < r->speech->stretches && q < r->quotes; k++)
        q = in_stretch(r, k, q, last);
}
