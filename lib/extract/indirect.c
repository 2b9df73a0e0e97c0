/* indirect.c - speech without marks: what a sentence says that somebody said, and speech whose marks were lost.
 *
 *   Lee said (that) CLAUSE.     CLAUSE, Lee said.     and the like: clauses.c
 *   headlines                   Lee: CLAUSE           CLAUSE: Lee
 *
 * A clause that holds marked words is none: those words are quoted already;
 * so is an infinitive (vowed to come): that is an act.
 * Verbs of thinking and wishing introduce no speech. */
#include "extract/quotes.h"

enum { SHORTEST = 3, LONGEST = 120 };

typedef struct speech {
    na_reading *r;
    na_speech  *s;
    na_quote   *found;
    size_t      count, room;
} speech;

static int plain(const na_reading *r, uint32_t first, uint32_t end)      /* no marked words */
{
    for (uint32_t i = first; i < end; i++)
        if (r->inside[i] || (r->tokens->token[i].kind == NA_QUOTE && r->tokens->token[i].mark == '"'))
            return 0;
    return 1;
}

static uint32_t words_in(const na_tokens *t, uint32_t first, uint32_t end)
{
    uint32_t n = 0;
    for (uint32_t i = first; i < end; i++)
        n += t->token[i].kind == NA_WORD || t->token[i].kind == NA_NUMBER;
    return n;
}

/* The clause without its last marks, and without an "and" that stood before the cue. */
static uint32_t trimmed(const na_tokens *t, uint32_t first, uint32_t end)
{
    while (end > first && (t->token[end - 1].kind == NA_QUOTE || (t->token[end - 1].kind == NA_PUNCT && t->token[end - 1].mark != ')' && t->token[end - 1].mark != '%') || na_grammar(t, end - 1) == 'c'))
        end--;
    return end;
}

static void add(speech *x, uint32_t first, uint32_t end, na_cue *c, double sure)
{
    const na_tokens *t = x->r->tokens;
    na_quote q = { .kind = NA_INDIRECT, .speaker = NA_NONE, .venue = NA_NONE };
    end = trimmed(t, first, end);
    if (end <= first || end - first > LONGEST || words_in(t, first, end) < SHORTEST || !plain(x->r, first, end))
        return;
    q.first = first;
    q.end = end;
    q.at = t->token[first].at;
    q.length = t->token[end - 1].at + t->token[end - 1].length - q.at;
    q.flags = x->r->role[first] == NA_HEADLINE ? NA_IN_HEADLINE : 0;
    na_quote_by_cue(x->r, &q, c, sure);
    *NA_PUSH(x->r->arena, x->found, x->count, x->room) = q;
}

/* ---- what cues report ---------------------------------------------------------------- */

static int holds_clause(const speech *x, uint32_t first, uint32_t end)
{
    for (size_t k = x->count; k-- > 0 && x->found[k].first >= first; )
        if (x->found[k].end <= end)
            return 1;
    return 0;
}

static void by_cue(speech *x, uint32_t cue)
{
    na_clause clause[3];
    size_t n = na_find_clauses(x->r, cue, clause);
    for (size_t k = 0; k < n; k++)
        if (clause[k].place != NA_FRONT || !holds_clause(x, clause[k].first, clause[k].end))       /* the outlet that reports it: no words of its own */
            add(x, clause[k].first, clause[k].end, &x->s->cue[cue], .5 + clause[k].sure / 4000.0);
}

/* ---- headlines ------------------------------------------------------------------------- */

static int is_speaker(const speech *x, uint32_t first, uint32_t end)
{
    uint32_t m = x->s->mention_of[end - 1];
    return m && x->r->mention[m - 1].first >= first && x->r->mention[m - 1].kind != NA_OTHER && end - x->r->mention[m - 1].first + 3 >= end - first;
}

static void in_headline(speech *x, const na_stretch *z)
{
    const na_tokens *t = x->r->tokens;
    uint32_t end = trimmed(t, z->first, z->end), colon = z->first;
    na_cue c = { .naming = NA_NONE, .stretch = x->s->stretch_of[z->first] };
    size_t cues = x->s->cues;
    while (colon < end && !na_mark_at(t, colon, ':'))
        colon++;
    if (colon <= z->first || colon + 1 >= end || end - z->first > 40)
        return;
    if (colon - z->first <= 6 && is_speaker(x, z->first, colon)) {
        c.who = c.meant = (na_np){ z->first, colon };
        c.first = colon + 1;
    } else if (end - colon <= 6 && is_speaker(x, colon + 1, end)) {
        c.who = c.meant = (na_np){ colon + 1, end };
        c.first = z->first;
    } else {
        return;
    }
    *NA_PUSH(x->r->arena, x->s->cue, x->s->cues, x->s->cue_room) = c;
    na_resolve_speaker(x->r, x->s, (uint32_t)cues);
    c = x->s->cue[cues];
    x->s->cues = cues;
    c.first = colon;
    c.end = colon + 1;
    if (c.naming == NA_NONE)
        return;
    c.how = "headline: name and colon";
    c.sure = .8f;
    add(x, c.who.first == z->first ? colon + 1 : z->first, c.who.first == z->first ? end : colon, &c, 1);
}

/* ---- speech whose marks were lost ---------------------------------------------------------- */

static int subject_in_first_person(const na_tokens *t, uint32_t i)
{
    return (na_is(t, i, "i") && t->token[i].flags & NA_UPPER) || na_is(t, i, "we");
}

static int first_person(const na_tokens *t, uint32_t i)
{
    return t->token[i].kind == NA_WORD && (subject_in_first_person(t, i) || na_is(t, i, "our") || na_is(t, i, "my") || na_is(t, i, "me") || (na_is(t, i, "us") && !(t->token[i].flags & NA_UPPER)));
}

static int in_first_person(const na_reading *r, uint32_t first, uint32_t end, int (*is)(const na_tokens *, uint32_t))
{
    for (uint32_t i = first; i < end; i++)
        if (!r->inside[i] && is(r->tokens, i))
            return 1;
    return 0;
}

/* Paragraphs in which the reporter, too, speaks of himself: then "we" tells nothing. */
static uint32_t blocks_in_first_person(const speech *x)
{
    uint32_t n = 0, last = NA_NONE;
    for (size_t k = 0; k < x->s->stretches; k++)
        if (x->s->stretch[k].block != last && x->r->role[x->s->stretch[k].first] == NA_BODY && in_first_person(x->r, x->s->stretch[k].first, x->s->stretch[k].end, first_person)) {
            last = x->s->stretch[k].block;
            n++;
        }
    return n;
}

/* The last marked quotation of the stretch, if it names its speaker by a cue. */
static const na_quote *attributed(const speech *x, const na_stretch *z)
{
    for (uint32_t q = z->quotes; q-- > z->quote; )
        if (x->r->quote[q].cue_length && (x->r->quote[q].speaker != NA_NONE || x->r->quote[q].speaker_words))
            return &x->r->quote[q];
    return NULL;
}

/* Who says I or we in marks in this article: of each naming. */
static char *in_their_own_words(const na_reading *r)
{
    char *says = na_alloc(r->arena, r->namings + 1);
    for (size_t q = 0; q < r->quotes; q++)
        for (uint32_t i = r->quote[q].first; r->quote[q].speaker != NA_NONE && r->quote[q].kind == NA_DIRECT && i < r->quote[q].end; i++)
            if (subject_in_first_person(r->tokens, i))
                says[r->quote[q].speaker] = 1;
    return says;
}

/* Sentences behind an attributed quotation, to the end of its paragraph, without marks, in the first person that its speaker
 * uses in marks elsewhere. */
static void lost_marks(speech *x)
{
    const char *says = in_their_own_words(x->r);
    const na_tokens *t = x->r->tokens;
    if (blocks_in_first_person(x) > 1)
        return;
    for (size_t k = 0; k + 1 < x->s->stretches; k++) {
        const na_stretch *z = &x->s->stretch[k];
        const na_quote *from = attributed(x, z);
        size_t last = k;
        na_quote q;
        if (!from || from->speaker == NA_NONE || !says[from->speaker] || x->r->role[z->first] != NA_BODY || in_first_person(x->r, z->first, z->end, first_person))
            continue;
        while (last + 1 < x->s->stretches && last < k + 8 && x->s->stretch[last + 1].block == z->block && x->s->stretch[last + 1].quote == x->s->stretch[last + 1].quotes)
            last++;
        if (last == k || !in_first_person(x->r, z->end, x->s->stretch[last].end, subject_in_first_person) || !plain(x->r, z->end, x->s->stretch[last].end))
            continue;
        q = *from;
        q.kind = NA_UNMARKED;
        q.first = z->end;
        q.end = x->s->stretch[last].end;
        q.at = t->token[q.first].at;
        q.length = t->token[q.end - 1].at + t->token[q.end - 1].length - q.at;
        q.cue_at = q.cue_length = 0;
        q.flags = 0;
        q.how = "first person behind a quotation: marks lost";
        q.confidence = from->confidence * .7f;
        *NA_PUSH(x->r->arena, x->found, x->count, x->room) = q;
        na_add_doubt(x->r, q.at, q.length, "marks lost");
        k = last;
    }
}

/* ---- all -------------------------------------------------------------------------------------- */

static int comes_before(const na_quote *a, const na_quote *b)
{
    return a->at != b->at ? a->at < b->at : a->length > b->length;
}

/* Merge sort of what was found; it is nearly in order. */
static void sort(na_reading *r, na_quote *list, size_t n)
{
    na_quote *other = na_alloc(r->arena, (n + 1) * sizeof *other);
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t from = 0; from < n; from += 2 * width) {
            size_t middle = from + width < n ? from + width : n, end = middle + width < n ? middle + width : n, a = from, b = middle;
            for (size_t k = from; k < end; k++)
                other[k] = a < middle && (b >= end || !comes_before(&list[b], &list[a])) ? list[a++] : list[b++];
        }
        for (size_t k = 0; k < n; k++)
            list[k] = other[k];
    }
}

/* Puts what was found among the marked quotations and sets their numbers right. */
static void merge(speech *x)
{
    na_reading *r = x->r;
    na_quote *all = na_alloc(r->arena, (r->quotes + x->count + 1) * sizeof *all);
    uint32_t *now = na_alloc(r->arena, (r->quotes + 1) * sizeof *now);
    size_t a = 0, b = 0, n = 0;
    sort(r, x->found, x->count);
    while (a < r->quotes || b < x->count) {
        if (b >= x->count || (a < r->quotes && !comes_before(&x->found[b], &r->quote[a]))) {
            now[a] = (uint32_t)n;
            all[n++] = r->quote[a++];
        } else {
            const na_quote *q = &x->found[b++];
            if (n && all[n - 1].kind >= NA_INDIRECT && q->at < all[n - 1].at + all[n - 1].length && all[n - 1].kind == NA_UNMARKED)
                continue;       /* reported inside speech */
            all[n++] = *q;
        }
    }
    for (size_t i = 0; i < r->tokens->count; i++)
        if (r->inside[i])
            r->inside[i] = now[r->inside[i] - 1] + 1;
    for (size_t k = 0; k < x->s->stretches; k++) {
        na_stretch *z = &x->s->stretch[k];
        z->quotes = z->quotes > z->quote ? now[z->quotes - 1] + 1 : 0;
        z->quote = z->quotes ? now[z->quote] : 0;
    }
    r->quote = all;
    r->quotes = n;
}

/* I would say; as you told us: the writer, or one who is interviewed, reports nobody. */
static int speaks_here(const na_tokens *t, const na_cue *c)
{
    int pronoun = c->who.end == c->who.first + 1 ? na_pronoun(t, c->who.first) : 0;
    return pronoun == '1' || pronoun == 'w' || pronoun == 'y';
}

void na_find_indirect(na_reading *r)
{
    speech x = { .r = r, .s = r->speech };
    for (uint32_t k = 0; k < x.s->cues; k++) {
        const na_cue *c = &x.s->cue[k];
        if (r->role[c->first] != NA_BODY && r->role[c->first] != NA_HEADLINE && r->role[c->first] != NA_CAPTION)
            continue;
        if (c->frame != NA_NOUN && !speaks_here(r->tokens, c) && (c->naming != NA_NONE || c->words))
            by_cue(&x, k);
    }
    for (size_t k = 0; k < x.s->stretches; k++)
        if (r->role[x.s->stretch[k].first] == NA_HEADLINE)
            in_headline(&x, &x.s->stretch[k]);
    lost_marks(&x);
    if (x.count)
        merge(&x);
}
