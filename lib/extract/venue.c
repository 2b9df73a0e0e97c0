/* venue.c - to whom, where or through whom something was said.
 *
 *   told Axios   in an interview with Axios   in an Axios interview   on Axios's “Morning”   wrote in the Post     whom it was said to
 *   wrote on Twitter   tweeted                                       where it was published
 *   in a statement carried by KCNA   as reported by KCNA   … , KCNA reported     who relayed it
 *   in a policy speech                                               the occasion, as words
 *
 * Stated in a stretch, it holds for what is quoted there, and is carried over
 * to what the same speaker says further down, until another is stated or the
 * time changes ("earlier", "in April"): an outlet as far as the text goes, a
 * rally or a committee for the next two paragraphs, a tweet no further. */
#include "extract/quotes.h"
#include <string.h>

enum { REACH = 14, NEAR_BLOCKS = 2 };

typedef struct venue {
    uint32_t naming;
    const char *words;
    uint32_t block;             /* the paragraph that states it */
    int once;                   /* a tweet: what is said next is another */
} venue;

static const venue nowhere = { .naming = NA_NONE };

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

static int is_somewhere(const venue *v)
{
    return v->naming != NA_NONE || v->words;
}

/* A word of the names of newspapers and stations that begins such a name (Radio Alva) or ends it (the Alva Courier). */
static int press_word(const na_tokens *t, uint32_t i, const char *where)
{
    size_t end;
    uint32_t entry = t->token[i].flags & NA_UPPER ? na_phrase(t, i, NA_LIST_PRESS_WORD, &end) : 0;
    return entry && (!strcmp(na_entry_value(entry, NA_LIST_PRESS_WORD), where) || (*where == 'e' && (na_is(t, i, "news") || na_is(t, i, "press") || na_is(t, i, "tv") || na_is(t, i, "television") || na_is(t, i, "magazine") || na_is(t, i, "daily"))));
}

static int is_outlet(const na_reading *r, uint32_t naming)
{
    const na_mention *m = &r->mention[r->naming[naming].first];
    const na_tokens *t = r->tokens;
    size_t end;
    return na_phrase(t, m->first, NA_LIST_OUTLET, &end) || na_phrase(t, m->first, NA_LIST_AGENCY, &end) ||
           (m->end > m->first + 1 && (press_word(t, m->first, "begin") || press_word(t, m->end - 1, "end")));
}

/* Does the outlet of this article end in that word?  The Gazette, in the Orrin Lake Gazette. */
static int is_this_outlet(const na_reading *r, const na_token *k)
{
    size_t n = r->source ? strlen(r->source) : 0;
    return n > k->length && r->source[n - k->length - 1] == ' ' && !memcmp(r->source + n - k->length, r->tokens->text + k->at, k->length);
}

/* state [television], public [radio] */
static int lower_press(const na_tokens *t, uint32_t i)
{
    return na_is(t, i, "television") || na_is(t, i, "tv") || na_is(t, i, "radio") || na_is(t, i, "media");
}

/* A name in capitals at i that by its first or last word is an outlet's, though no list has it: Radio Alva; the Gazette, this one; state radio. */
static const char *outlet_words(na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    uint32_t k, the = na_is(t, i, "the") ? 1 : 0;
    i += the;
    for (k = i; k < end && k < i + 6 && !r->inside[k] && (t->token[k].kind == NA_NUMBER ? k > i : t->token[k].kind == NA_WORD && t->token[k].flags & NA_UPPER) && !na_date_at(r, k); )
        k++;
    if ((k == i + 1 && the && is_this_outlet(r, &t->token[i])) || (na_is(t, i, "this") && na_is(t, i + 1, "newspaper")))
        return r->source;
    if (k == i && !the && lower_press(t, i + 1))
        return na_words_of(r, i, i + 2);
    return k > i + 1 && (press_word(t, i, "begin") || press_word(t, k - 1, "end")) ? na_words_of(r, i, k) : NULL;
}

/* The outlet named right at i, the article before it skipped: on [CNN], in the [Washington Times]. */
static uint32_t outlet_at(const na_reading *r, uint32_t i, uint32_t end)
{
    uint32_t found;
    i += na_is(r->tokens, i, "the") ? 1 : 0;
    found = i < end && !r->inside[i] ? organization_at(r, i) : NA_NONE;
    return found != NA_NONE && is_outlet(r, found) ? found : NA_NONE;
}

/* on Twitter, via Twitter, to Facebook, on her Facebook page, on X: its name. */
static const char *platform(const na_tokens *t, uint32_t i, uint32_t end)
{
    size_t behind;
    uint32_t entry;
    i += na_grammar(t, i) == 'd' ? 1 : 0;
    entry = i < end && t->token[i].flags & NA_UPPER ? na_phrase(t, i, NA_LIST_PLATFORM, &behind) : 0;
    return entry && (t->token[i].length > 1 || (behind < end && (t->token[behind].kind == NA_PUNCT || na_is(t, (uint32_t)behind, "that")))) ? na_entry_value(entry, NA_LIST_PLATFORM) : NULL;
}

static int carries(const na_tokens *t, uint32_t i)      /* carried by, quoted by: another's words */
{
    return na_is(t, i, "carried") || na_is(t, i, "reported") || na_is(t, i, "quoted") || na_is(t, i, "cited") || na_is(t, i, "published") || na_is(t, i, "aired") || na_is(t, i, "broadcast") || na_is(t, i, "relayed");
}

/* "interview … with Axios", "statement … carried by KCNA", "op-ed in the Post", "tweet" none. */
static uint32_t carrier(const na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    for (uint32_t k = i; k < end && k < i + REACH && !r->inside[k] && !na_mark_at(t, k, ','); k++)
        if (na_is(t, k, "with") || na_is(t, k, "by") || na_is(t, k, "on") || na_is(t, k, "to") || na_is(t, k, "in") || na_is(t, k, "for")) {
            uint32_t found = organization_behind(r, k + 1, end);
            if (found != NA_NONE && (na_is(t, k, "with") || (na_is(t, k, "by") && k && carries(t, k - 1)) || is_outlet(r, found)))
                return found;
        }
    return NA_NONE;
}

/* "in a recent key policy speech": the noun, when something introduces it as the occasion. */
static int is_occasion(const na_tokens *t, uint32_t i, uint32_t first)
{
    for (uint32_t k = i; k > first && k + 6 > i; k--) {
        if (na_is(t, k - 1, "in") || na_is(t, k - 1, "during") || na_is(t, k - 1, "at") || na_is(t, k - 1, "told") || na_is(t, k - 1, "tells"))
            return 1;
        if ((t->token[k - 1].kind != NA_WORD && t->token[k - 1].kind != NA_NUMBER) || na_grammar(t, k - 1) == 'p')
            return 0;
    }
    return 0;
}

static int too_general(const na_tokens *t, uint32_t i)
{
    return na_is(t, i, "interview") || na_is(t, i, "interviews") || na_is(t, i, "call") || na_is(t, i, "meeting") || na_is(t, i, "event") || na_is(t, i, "appearance") || na_is(t, i, "broadcast");
}

/* told, speaking to: [Axios], [Radio Alva] */
static venue at_outlet(na_reading *r, const na_stretch *z, uint32_t i)
{
    venue v = nowhere;
    if ((v.naming = organization_behind(r, i, z->end)) == NA_NONE)
        v.words = outlet_words(r, i, z->end);
    return v;
}

static venue told(na_reading *r, const na_stretch *z)
{
    const na_speech *s = r->speech;
    venue v = nowhere;
    for (uint32_t k = z->cue; k < z->cues && !is_somewhere(&v); k++)
        if (s->cue[k].frame == NA_TELLS)
            v = at_outlet(r, z, s->cue[k].end);
    return v;
}

/* What a noun at i tells, with what stands round it: an interview with Axios, an Axios interview, a policy speech. */
static venue by_noun(na_reading *r, const na_stretch *z, uint32_t i)
{
    const na_tokens *t = r->tokens;
    venue v = nowhere;
    size_t end;
    char noun = noun_at(t, i, &end);
    if (!noun || (v.naming = carrier(r, (uint32_t)end, z->end)) != NA_NONE)
        return v;
    if (noun == 'o' && i > z->first) {
        uint32_t before = i - 1 - (t->token[i - 1].kind == NA_CLITIC && i - 1 > z->first);
        if (organization_at(r, before) != NA_NONE && is_outlet(r, organization_at(r, before)))
            v.naming = organization_at(r, before);
        else if (!too_general(t, (uint32_t)end - 1) && is_occasion(t, i, z->first))
            v.words = na_words_of(r, i, (uint32_t)end);
    }
    if (!is_somewhere(&v)) {
        v.words = na_is(t, i, "tweet") && is_occasion(t, i, z->first) ? "Twitter" : platform(t, i > z->first ? i - 1 : i, z->end);
        v.once = v.words != NULL;
    }
    return v;
}

/* What a preposition at i tells: on CNN, on Twitter, wrote in the Post, quoted by Reuters, speaking to Axios. */
static venue by_preposition(na_reading *r, const na_stretch *z, uint32_t i)
{
    const na_tokens *t = r->tokens;
    venue v = nowhere;
    int on = na_is(t, i, "on") || na_is(t, i, "via"), writes = i > z->first && na_reads(t, i - 1, "wr"), calls = i > z->first && na_reads(t, i - 1, "call");
    if (i > z->first && na_is(t, i - 1, "speaking") && (on || na_is(t, i, "to") || na_is(t, i, "with")))
        v = at_outlet(r, z, i + 1);
    else if ((on && !calls) || (na_is(t, i, "in") && writes) || (na_is(t, i, "by") && i && carries(t, i - 1)))
        v.naming = outlet_at(r, i + 1, z->end);
    if (on && v.naming == NA_NONE && (v.words = platform(t, i + 1, z->end)) != NULL)
        v.once = 1;
    return v;
}

/* The outlet that relays another's words: … , Reuters reported. */
static venue relayed(na_reading *r, const na_stretch *z)
{
    const na_tokens *t = r->tokens;
    venue v = nowhere;
    for (uint32_t k = z->cues; k-- > z->cue && z->cues - z->cue > 1; ) {
        const na_cue *c = &r->speech->cue[k];
        if (c->who.end > c->who.first + 2 && na_is(t, c->who.first, "the") && (na_is(t, c->who.end - 1, "agency") || na_is(t, c->who.end - 1, "newspaper")) && na_reads(t, c->end - 1, "report"))
            v.words = na_words_of(r, c->who.first + 1, c->who.end);     /* the Osten agency reported */
        if (c->naming == NA_NONE || r->naming[c->naming].kind != NA_ORGANIZATION)
            continue;
        if (c->frame == NA_ACCORDING || (is_outlet(r, c->naming) && (c->frame == NA_SAYS || c->frame == NA_TELLS))) {
            v.naming = c->naming;
            return v;
        }
    }
    return v;
}

static venue stated(na_reading *r, const na_stretch *z)
{
    const na_tokens *t = r->tokens;
    venue v = told(r, z), words = nowhere;
    if (is_somewhere(&v))
        return v;
    for (uint32_t i = z->first; i < z->end; i++) {
        if (r->inside[i] || !t->token[i].entry)
            continue;
        v = by_noun(r, z, i);
        if (!is_somewhere(&v) && na_grammar(t, i) == 'p')
            v = by_preposition(r, z, i);
        if (v.naming != NA_NONE)
            return v;
        if (!words.words)
            words = v;
    }
    v = relayed(r, z);
    return is_somewhere(&v) ? v : words;
}

/* Said at another time than what stands before it; what is quoted, from quotation q on, tells of other things. */
static int other_time(const na_reading *r, const na_stretch *z, size_t q)
{
    const na_tokens *t = r->tokens;
    for (uint32_t i = z->first; i < z->end && i < z->first + 40; i++) {
        while (q < r->quotes && r->quote[q].end <= i)
            q++;
        if (r->inside[i] || (q < r->quotes && r->quote[q].first <= i))
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

/* Lee tweeted: nothing else need be said. */
static int tweeted(const na_reading *r, const na_quote *q)
{
    return q->cue_length > 4 && !memcmp(r->tokens->text + q->cue_at, "tweet", 5);
}

/* The quotations of one stretch, from q on; gives the first of the next. */
static size_t in_stretch(na_reading *r, uint32_t stretch, size_t q, venue *last)
{
    const na_stretch *z = &r->speech->stretch[stretch];
    venue here = stated(r, z);
    int is_stated = is_somewhere(&here), changed = other_time(r, z, q);
    uint32_t whose;
    here.block = z->block;
    if (is_stated && !here.once && (q >= r->quotes || r->quote[q].first >= z->end) && (whose = of_whom(r, z)) != NA_NONE && whose != here.naming)
        last[whose] = here;
    for (; q < r->quotes && r->quote[q].first < z->end; q++) {
        na_quote *k = &r->quote[q];
        if (k->kind == NA_TERM || (k->speaker == NA_NONE && !k->speaker_words))
            continue;
        if (is_stated && (here.naming == NA_NONE || here.naming != k->speaker)) {
            set(k, here, "stated");
            if (k->speaker != NA_NONE && !here.once)
                last[k->speaker] = here;
        } else if (tweeted(r, k)) {
            set(k, (venue){ .naming = NA_NONE, .words = "Twitter" }, "stated");
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
