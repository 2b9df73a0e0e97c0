/* marked.c - where a marked quotation stands, and whether it is direct or mixed.
 *
 *   direct   all that is reported stands in the marks
 *   mixed    the marks hold a fragment of the reporter's sentence */
#include "extract/quotes.h"

static int is_word(const na_token *k)
{
    return k->kind == NA_WORD || k->kind == NA_NUMBER || k->kind == NA_ADDRESS;
}

na_place na_place_of(const na_reading *r, const na_quote *q)
{
    const na_tokens *t = r->tokens;
    const na_speech *s = r->speech;
    na_place p = { .open = q->first ? q->first - 1 : 0, .close = q->end };
    uint32_t last = q->end - 1, letters = 0, capitals = 0;
    if (q->first && t->token[p.open].kind != NA_QUOTE)
        p.open = q->first;
    p.stretch = s->stretch_of[p.open];
    p.begins = s->stretch[p.stretch].first == p.open;
    while (p.close < t->count && t->token[p.close].kind == NA_QUOTE && p.close < q->end + 2)
        p.close++;
    p.ends = p.close >= s->stretch[p.stretch].end || (p.close + 1 == s->stretch[p.stretch].end && t->token[p.close].kind == NA_PUNCT);
    p.comma = na_mark_at(t, last, ',') || na_mark_at(t, p.close, ',') || na_mark_at(t, last, '_') || na_mark_at(t, p.close, '_');
    p.asks = na_mark_at(t, last, '?') || na_mark_at(t, last, '!');
    p.stop = na_mark_at(t, last, '.') || p.asks;
    for (uint32_t i = q->first; i < q->end && i < q->first + 200; i++) {
        p.words += is_word(&t->token[i]);
        if (t->token[i].kind == NA_WORD && !na_grammar(t, i)) {
            letters++;
            capitals += (t->token[i].flags & (NA_UPPER | NA_CAPS)) == NA_UPPER;
        }
    }
    p.title = letters && letters == capitals && p.words < 12;
    for (uint32_t i = q->first; i < q->end && i < q->first + 3; i++)
        if (is_word(&t->token[i])) {
            p.sentence = (t->token[i].flags & NA_UPPER) != 0 || t->token[i].kind == NA_NUMBER;
            break;
        }
    return p;
}

/* ---- direct or mixed ------------------------------------------------------------------------------ */

/* “The ferry,” he said, “is late”: the second half of what began as direct speech in the same stretch. */
static int second_half(const na_reading *r, const na_quote *last, const na_place *p)
{
    return last && last->kind == NA_DIRECT && r->speech->stretch_of[last->first] == p->stretch && last->end < p->open && p->open - last->end < 16 &&
           (na_mark_at(r->tokens, last->end - 1, ',') || na_mark_at(r->tokens, last->end + 1, ','));
}

/* Nothing stands between the cue and the opening mark but , : that. */
static int right_behind(const na_reading *r, const na_place *p, const na_cue *c)
{
    const na_tokens *t = r->tokens;
    for (uint32_t i = c->end; i < p->open; i++)
        if (!na_mark_at(t, i, ',') && !na_mark_at(t, i, ':') && !na_is(t, i, "that"))
            return 0;
    return c->end <= p->open;
}

enum na_quote_kind na_direct_or_mixed(const na_reading *r, const na_quote *last, const na_place *p, const na_cue *c)
{
    const na_tokens *t = r->tokens;
    if (p->begins)
        return p->sentence || p->words > NA_LONG_FRAGMENT ? NA_DIRECT : NA_MIXED;
    if (second_half(r, last, p))
        return NA_DIRECT;
    if (c && c->first >= p->close && !p->sentence)
        return NA_MIXED;
    if (c && p->open > 0 && (na_mark_at(t, p->open - 1, ':') || na_mark_at(t, p->open - 1, ',')) && p->sentence)
        return NA_DIRECT;
    if (c && p->ends && p->words > NA_LONG_FRAGMENT && c->frame <= NA_TELLS && right_behind(r, p, c))
        return NA_DIRECT;
    return p->sentence && (p->stop || p->comma) && p->words > 3 ? NA_DIRECT : NA_MIXED;
}
