/* speakers.c - who said it.
 *
 * Each marked quotation looks at the cues of its own stretch, before and
 * behind it; the one that most likely belongs to it gives the speaker.
 *
 *   cue before      Lee said: “…”   Lee said that it was “…”   Lee called it “…”
 *   cue behind      “…,” Lee said   “…,” said Lee   Ito “…,” Lee said
 *   none            “…,” Lee said. “…”      goes on: the same speaker
 *                   Lee was blunt: ¶ “…”    the subject before the colon
 *                   “… ¶ “…”                opened in each paragraph: the same speaker
 *   else            a term: marks round words that nobody is quoted as saying */
#include "extract/quotes.h"

enum { CUES_NEAR = 6 };
static const double LEAST = .3;     /* a cue that fits worse is none */

typedef struct attribution {
    na_reading *r;
    na_speech  *s;
    uint32_t   *outer;          /* words outside marks before each token */
    const na_quote *last;       /* the last quotation that is neither nested nor a term; NULL */
} attribution;

/* ---- how likely a cue belongs to a quotation ---------------------------------------- */

static int link_word(const na_tokens *t, size_t i)
{
    return na_mark_at(t, i, ',') || na_mark_at(t, i, ':') || na_mark_at(t, i, '_') || na_mark_at(t, i, '.') || na_is(t, i, "that") || na_is(t, i, "as") || na_is(t, i, "it") || na_is(t, i, "a") ||
           na_is(t, i, "the") || na_is(t, i, "an") || na_is(t, i, "of") || na_is(t, i, "and") || na_is(t, i, "him") || na_is(t, i, "her") || na_is(t, i, "them") || na_is(t, i, "to");
}

/* When Ito said no, Lee shot back: “…”: does somebody else take over between the cue and the colon? */
static int new_subject(const attribution *a, uint32_t from, uint32_t open)
{
    const na_tokens *t = a->r->tokens;
    if (open - from > 40)
        return 1;
    for (uint32_t i = from; i + 1 < open; i++)
        if (!a->r->inside[i] && na_mark_at(t, i, ',') && (a->s->mention_of[i + 1] || na_pronoun(t, i + 1)))
            return 1;
    return 0;
}

static double near_before(const attribution *a, const na_place *p, const na_cue *c)
{
    const na_tokens *t = a->r->tokens;
    uint32_t from = c->inverted && c->who.end > c->end ? c->who.end : c->end, d;
    int linked = 1;
    if (from > p->open)
        return 0;
    d = a->outer[p->open] - a->outer[from];
    for (uint32_t i = from; i < p->open && linked; i++)
        linked = d < 4 && !a->r->inside[i] && link_word(t, i);
    if (linked || d == 0)
        return 1;
    if (na_mark_at(t, p->open - 1, ':') && !new_subject(a, from, p->open))
        return .95;
    return d <= 4 ? .85 : d <= 10 ? .75 : d <= 20 ? .65 : .55;
}

static double before(const attribution *a, const na_place *p, const na_cue *c)
{
    const na_tokens *t = a->r->tokens;
    double near = near_before(a, p, c), share = c->quote / 100.0;
    if (near == 0)
        return 0;
    if (c->who.end == c->who.first + 1 && na_pronoun(t, c->who.first) == 'y')
        share *= .5;            /* you cannot say “…” */
    switch (c->frame) {
    case NA_NOUN:
        if (c->end == p->open)
            return .2;          /* his remarks “show” */
        return near >= .95 ? .6 : near >= .75 && na_is(t, c->end, "that") ? .5 : near * .3;
    case NA_ACCORDING:
        return near * .8;
    case NA_URGES:
        if (near < .9)
            share *= .5;
        /* fall through */
    case NA_CALLS:
        return p->sentence && p->words > 8 && near < .9 ? .2 : (.35 + share * .65) * near;
    default:
        share = near >= .95 ? .5 + share / 2 : share;
        if (c->tense == NA_BASE)
            share *= .9;
        return share * near;
    }
}

static double behind(const attribution *a, const na_place *p, const na_cue *c)
{
    const na_tokens *t = a->r->tokens;
    uint32_t from = c->who.first < c->who.end && c->who.first < c->first && c->who.first >= p->close ? c->who.first : c->first, d, end;
    double share = c->quote / 100.0;
    int tail;
    if (from < p->close)
        return 0;
    d = a->outer[from] - a->outer[p->close];
    if (d > 0 && na_mark_at(t, p->close, ','))
        d--;
    if (d > 0 && d < 25 && from < c->first && (p->comma || p->asks || p->begins)) {     /* titles before the name */
        uint32_t i = p->close + (na_mark_at(t, p->close, ',') ? 1 : 0);
        while (i < from && (t->token[i].kind != NA_PUNCT || t->token[i].mark == '.' || t->token[i].mark == '-') && na_grammar(t, i) != 's' && !na_pronoun(t, i))
            i++;
        if (i == from)
            d = 0;
    }
    end = c->inverted && c->who.end > c->end ? c->who.end : c->end;
    tail = from > p->close && na_mark_at(t, from - 1, ',') && !c->shared && (c->frame == NA_SAYS || c->frame == NA_TELLS || c->frame == NA_ACCORDING) &&
           !na_is(t, end, "that") && !na_mark_at(t, end, ':');
    if (c->frame == NA_ACCORDING)
        return d <= 1 ? .9 : .75;
    if (c->frame == NA_NOUN)
        return .1;
    if (c->shared && c->tense != NA_ING)
        return d == 0 ? share * .6 : .15;
    if (d == 0 && c->frame == NA_URGES && (p->comma || p->asks))
        return .9 * share;
    if (d == 0 && !p->begins && c->frame == NA_SAYS && (na_grammar(t, end) == 'd' || (na_pronoun(t, end) && na_pronoun(t, end) != 'r')))
        return .35;             /* had “been friends,” he claimed they never met */
    if (!p->begins && (na_mark_at(t, end, ':') || (na_mark_at(t, end, ',') && t->token[end + 1].kind == NA_QUOTE && t->token[end + 1].flags & NA_OPENS && !p->comma)))
        return .3;              /* gives the next quotation to its speaker */
    if (d == 0 && (c->frame == NA_SAYS || c->frame == NA_TELLS))
        return p->asks && !p->comma && !p->begins ? .8 * share : p->comma || p->asks ? 1.1 * (.6 + .4 * share) : p->begins ? .95 * share : .45 * share;
    if (d <= 2 && c->frame <= NA_TELLS && p->begins)
        return .8 * share;
    if (tail)
        return .78 * share;
    return .25 * share * (c->frame == NA_CALLS ? .5 : 1);
}

/* ", according to the agency" and ", the agency reported" behind what somebody else says. */
static int relays(const attribution *a, const na_cue *c)
{
    return c->frame == NA_ACCORDING || (na_is(a->r->tokens, c->end - 1, "reported") && (c->naming == NA_NONE || a->r->naming[c->naming].kind == NA_ORGANIZATION));
}

static uint32_t best_cue(const attribution *a, const na_quote *q, const na_place *p, double *score)
{
    const na_stretch *z = &a->s->stretch[p->stretch];
    uint32_t low = z->cue, high = z->cues, best = NA_NONE;
    *score = 0;
    while (low < high) {        /* the first cue behind the opening mark */
        uint32_t middle = low + (high - low) / 2;
        if (a->s->cue[middle].first < q->first)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t i = low, n = 0; i-- > z->cue && n < CUES_NEAR; n++) {
        double v = before(a, p, &a->s->cue[i]) - .02 * n;
        if (v > *score) {
            *score = v;
            best = i;
        }
    }
    for (uint32_t i = low, n = 0; i < z->cues && n < CUES_NEAR; i++, n++) {
        double v = behind(a, p, &a->s->cue[i]) - .02 * n;
        if (*score >= .4 && best != NA_NONE && a->s->cue[best].first < p->open && relays(a, &a->s->cue[i]))
            continue;
        if (v > *score) {
            *score = v;
            best = i;
        }
    }
    return best;
}

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

static void same_speaker(na_quote *q, const na_quote *from, const char *how, double times)
{
    q->speaker = from->speaker;
    q->speaker_words = from->speaker_words;
    q->speaker_at = from->speaker_at;
    q->speaker_length = from->speaker_length;
    q->how = how;
    q->confidence = (float)(from->confidence * times);
}

static int has_speaker(const na_quote *q)
{
    return q->speaker != NA_NONE || q->speaker_words;
}

/* Somebody who is no cue's subject: "Lee was blunt:" */
static int by_subject(const attribution *a, na_quote *q, na_np who, const char *how, double sure)
{
    na_cue c = { .who = who, .meant = who, .first = who.first, .end = who.end, .naming = NA_NONE, .stretch = a->s->stretch_of[who.first] };
    size_t cues = a->s->cues;
    if (who.first >= who.end)
        return 0;
    *NA_PUSH(a->r->arena, a->s->cue, a->s->cues, a->s->cue_room) = c;
    na_resolve_speaker(a->r, a->s, (uint32_t)cues);
    c = a->s->cue[cues];
    a->s->cues = cues;
    if (c.naming == NA_NONE && !c.words)
        return 0;
    q->speaker = c.naming;
    q->speaker_words = c.naming == NA_NONE ? c.words : NULL;
    set_words(a->r, q, who);
    q->how = how;
    q->confidence = (float)(sure * c.sure);
    return 1;
}

/* ---- without a cue in its stretch ------------------------------------------------------------ */

/* No verb of saying before the colon at `colon`: the subject if it is somebody, else who stands right before it (as it surprised Ann Lee:). */
static int before_colon(const attribution *a, na_quote *q, uint32_t first, uint32_t colon)
{
    uint32_t m = colon > first ? a->s->mention_of[colon - 1] : 0;
    int found = by_subject(a, q, na_subject(a->r, a->s, first, colon), "subject before the colon", .7);
    if (found && q->confidence > .5f)
        return 1;
    if (m && a->r->mention[m - 1].kind == NA_PERSON && a->r->mention[m - 1].first >= first)
        return by_subject(a, q, (na_np){ a->r->mention[m - 1].first, colon }, "name before the colon", .75);
    return found;
}

/* The stretch before ends with a colon, or is a cue with nothing quoted behind it. */
static int after_colon(const attribution *a, na_quote *q, uint32_t stretch)
{
    const na_stretch *z = &a->s->stretch[stretch];
    const na_tokens *t = a->r->tokens;
    if (!na_mark_at(t, z->end - 1, ':'))
        return 0;
    for (uint32_t i = z->cues; i-- > z->cue; )
        if (a->s->cue[i].frame <= NA_TELLS && (a->s->cue[i].naming != NA_NONE || a->s->cue[i].words)) {
            na_quote_by_cue(a->r, q, &a->s->cue[i], .9);
            return 1;
        }
    return before_colon(a, q, z->first, z->end - 1);
}

/* “…,” Lee quipped: right behind a quotation that goes on with a comma stands who said it, whatever the verb. */
static int stands_behind(const attribution *a, na_quote *q, const na_place *p)
{
    const na_tokens *t = a->r->tokens;
    uint32_t first = p->close + (na_mark_at(t, p->close, ',') ? 1 : 0), end = a->s->stretch[p->stretch].end;
    na_np np;
    if (!p->begins || !p->comma || first >= end)
        return 0;
    np = na_np_after(a->r, a->s, first, end);
    if (np.end >= end || !(a->s->mention_of[np.end - 1] || na_pronoun(t, np.first)) || t->token[np.end].kind != NA_WORD)
        return 0;
    return by_subject(a, q, np, "name behind the quotation", .7);
}

/* Who says something in stretch `y` by a cue, though no marks stand there: the first or the last such. */
static int spoke_in(const attribution *a, na_quote *q, const na_stretch *y, int last, const char *how, double sure)
{
    for (uint32_t n = y->cues - y->cue; n-- > 0; ) {
        na_cue *c = &a->s->cue[last ? y->cue + n : y->cues - 1 - n];
        if (c->frame > NA_TELLS || (c->naming == NA_NONE && !c->words))
            continue;
        na_quote_by_cue(a->r, q, c, sure);
        q->how = how;
        return 1;
    }
    return 0;
}

/* Who spoke in the stretch before, or in the quotation before that. */
static int carried(const attribution *a, na_quote *q, const na_place *p)
{
    const na_quote *last = a->last && has_speaker(a->last) ? a->last : NULL;
    const na_stretch *stretch = a->s->stretch;
    uint32_t distance = last ? p->stretch - a->s->stretch_of[last->first] : 0;
    if (!p->stretch)
        return 0;
    if (q->flags & NA_CONTINUED && last) {
        same_speaker(q, last, "goes on over the paragraph", .95);
        return 1;
    }
    if (!p->begins)
        return 0;
    if (after_colon(a, q, p->stretch - 1))
        return 1;
    if (stretch[p->stretch - 1].block != stretch[p->stretch].block) {
        if (distance != 1)
            return spoke_in(a, q, &stretch[p->stretch - 1], 1, "who spoke in the paragraph before", .6);
        same_speaker(q, last, "carried over from the paragraph before", .7);
        return 1;
    }
    if (distance != 1 && spoke_in(a, q, &stretch[p->stretch - 1], 0, "who spoke in the sentence before", .8))
        return 1;
    if (distance != 1 && (distance != 2 || stretch[p->stretch - 2].block != stretch[p->stretch].block))
        return 0;
    same_speaker(q, last, "goes on in the same paragraph", distance == 1 ? .99 : .8);
    return 1;
}

/* “…” - Ann Lee, at the end of a paragraph. */
static int signed_by(const attribution *a, na_quote *q, const na_place *p)
{
    const na_tokens *t = a->r->tokens;
    uint32_t end = p->close + 1;
    if (!p->begins || p->close + 1 >= t->count || !(na_mark_at(t, p->close, '_') || (na_mark_at(t, p->close, '-') && t->token[p->close].flags & NA_SPACE)) || !(t->token[end].flags & NA_UPPER))
        return 0;
    while (end < t->count && end < p->close + 12 && !(t->token[end].flags & (NA_PARAGRAPH | NA_LINE)) && t->token[end].kind == NA_WORD && t->token[end].flags & NA_UPPER)
        end++;
    if (end < t->count && na_mark_at(t, end, ',') == 0 && !(t->token[end].flags & (NA_PARAGRAPH | NA_LINE)) && !na_mark_at(t, end, '.'))
        return 0;
    return by_subject(a, q, (na_np){ p->close + 1, end }, "signed", .95);
}

/* “LEE: Well, …” */
static int transcribed(const attribution *a, na_quote *q)
{
    const na_tokens *t = a->r->tokens;
    uint32_t i = q->first;
    while (i < q->end && i < q->first + 4 && t->token[i].flags & NA_CAPS)
        i++;
    if (i == q->first || i + 1 >= q->end || !na_mark_at(t, i, ':'))
        return 0;
    return by_subject(a, q, (na_np){ q->first, i }, "transcript: name before the colon", .9);
}

/* ---- all ------------------------------------------------------------------------------------------ */

static void none(na_quote *q, enum na_quote_kind kind, const char *how, double sure)
{
    q->kind = kind;
    q->how = how;
    q->confidence = (float)sure;
}

/* The speaker, whatever the cue: 1, and the kind is left to the caller; 2 where it can only be direct speech. */
static int find_speaker(const attribution *a, na_quote *q, const na_place *p, uint32_t cue, double score)
{
    const na_tokens *t = a->r->tokens;
    na_cue *c = cue == NA_NONE || score < LEAST ? NULL : &a->s->cue[cue];
    int colon = !p->begins && p->open && na_mark_at(t, p->open - 1, ':');
    uint32_t first = a->s->stretch[p->stretch].first;
    if (signed_by(a, q, p) || transcribed(a, q))
        return 2;
    if (q->flags & NA_CONTINUED && (!c || c->first < p->close || score < .8) && carried(a, q, p))
        return 2;
    if (colon && score < .6 && before_colon(a, q, first, p->open - 1))
        return 2;
    if (c && (c->naming != NA_NONE || c->words)) {
        na_quote_by_cue(a->r, q, c, score);
        return 1;
    }
    if (stands_behind(a, q, p) || carried(a, q, p))
        return 1;
    if (c)                      /* somebody says it, but nobody is named */
        na_quote_by_cue(a->r, q, c, score);
    return c != NULL;
}

/* A long fragment in a sentence without any cue: a person who is its subject, most often (Lee was sure that it “…”). */
static int by_sentence(const attribution *a, na_quote *q, const na_place *p)
{
    const na_tokens *t = a->r->tokens;
    uint32_t first = a->s->stretch[p->stretch].first, m;
    na_np np;
    if (p->words <= NA_LONG_FRAGMENT || p->begins)
        return 0;
    np = na_subject(a->r, a->s, first, p->open);
    if (np.first >= np.end || np.end >= p->open)
        return 0;
    m = a->s->mention_of[np.end - 1];
    if (!(m && a->r->mention[m - 1].kind == NA_PERSON) && !(np.end == np.first + 1 && na_pronoun(t, np.first)))
        return 0;
    return by_subject(a, q, np, "subject of the sentence, no cue", .6);
}

static void decide(const attribution *a, na_quote *q)
{
    na_place p = na_place_of(a->r, q);
    double score;
    uint32_t cue = best_cue(a, q, &p, &score);
    int found;
    if (na_is_term(a->r, &p, score))
        none(q, NA_TERM, "a name or an expression", .7);
    else if ((found = find_speaker(a, q, &p, cue, score)) != 0)
        q->kind = found == 2 ? NA_DIRECT : na_direct_or_mixed(a->r, a->last, &p, cue == NA_NONE || !q->cue_length ? NULL : &a->s->cue[cue]);
    else if (by_sentence(a, q, &p))
        q->kind = NA_MIXED;
    else if (p.words > NA_LONG_FRAGMENT || p.begins)
        none(q, p.begins ? NA_DIRECT : NA_MIXED, "nobody is said to have said it", .5);
    else
        none(q, NA_TERM, "marks round words that nobody is quoted as saying", .6);
}

/* A quotation over paragraphs whose last one names the speaker: so it is for those before that name none themselves. */
static void give_back(na_reading *r, size_t last)
{
    for (size_t q = last; q-- > 0 && r->quote[q + 1].flags & NA_CONTINUED && !r->quote[q].cue_length; ) {
        if (r->quote[q].kind == NA_TERM)        /* however short, somebody says it */
            r->quote[q].kind = NA_DIRECT;
        same_speaker(&r->quote[q], &r->quote[last], "goes on over the paragraph", .95);
    }
}

void na_find_speakers(na_reading *r)
{
    attribution a = { .r = r };
    r->speech = a.s = na_find_cues(r);
    a.outer = na_alloc(r->arena, (r->tokens->count + 2) * sizeof *a.outer);
    for (size_t i = 0; i < r->tokens->count; i++)
        a.outer[i + 1] = a.outer[i] + (!r->inside[i] && r->tokens->token[i].kind != NA_QUOTE);
    a.outer[r->tokens->count + 1] = a.outer[r->tokens->count];
    for (size_t q = 0; q < r->quotes; q++) {
        if (r->quote[q].flags & NA_NESTED) {
            r->quote[q].kind = NA_TERM;
            r->quote[q].how = "inside another quotation";
            r->quote[q].confidence = .6f;
        } else {
            decide(&a, &r->quote[q]);
            if (r->quote[q].flags & NA_CONTINUED && r->quote[q].cue_length && has_speaker(&r->quote[q]))
                give_back(r, q);
            if (r->quote[q].kind != NA_TERM)
                a.last = &r->quote[q];
        }
    }
}
