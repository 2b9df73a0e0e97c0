/* terms.c - is what stands in marks quoted, or is it a term: a name, a title, an expression that nobody is quoted as saying here?
 *
 * A sum of weights, one for each thing that is seen: how long the words are and
 * how they begin, what stands right before and behind the marks, the nearest
 * cues, the subject of the sentence, its other quotations.  The weights are
 * learnt, not guessed: lib/words/learn_terms.py makes them from annotated
 * articles.  Built with -DNA_FEATURES, `how` of a quotation lists what is seen. */
#include "extract/quotes.h"

/* Groups of features: a group has as many values as there are up to the next one. */
enum {
    ALWAYS,
    LENGTH,                             /* in words; first in its stretch; case */
    MARKS = LENGTH + 66,                /* which; case */
    STATE = MARKS + 15,                 /* goes on, unclosed */
    END = STATE + 4,                    /* its last mark; what stands behind */
    BEHIND = END + 80,                  /* what stands behind; case */
    BEFORE = BEHIND + 48,               /* what stands before; case */
    BEFORE_SIZE = BEFORE + 63,          /* what stands before; short or long */
    CUE_BEFORE = BEFORE_SIZE + 63,      /* the nearest: frame; distance */
    SHARE_BEFORE = CUE_BEFORE + 29,     /* how often such a form is a cue; distance */
    CUE_BEHIND = SHARE_BEFORE + 44,     /* frame; distance; first in its stretch */
    SHARE_BEHIND = CUE_BEHIND + 57,
    CUES = SHARE_BEHIND + 44,           /* how many in the stretch; first in it */
    SUBJECT = CUES + 10,                /* of the stretch; short or long; any cue */
    NEAREST = SUBJECT + 90,             /* name or pronoun before; distance */
    PERSONS = NEAREST + 60,             /* I or we; you; an auxiliary; a contraction */
    WHOLE = PERSONS + 16,               /* all of it is a name; all capitals */
    BESIDE = WHOLE + 6,                 /* quotations in the stretch: before; behind */
    BLOCK = BESIDE + 9,                 /* the quotation before: in the same paragraph, long; first in its stretch */
    LINE = BLOCK + 8,                   /* a paragraph of one sentence: with a period; case */
    AHEAD = LINE + 6,                   /* the sentence before: frame of its last cue; first in its stretch */
    FEATURES = AHEAD + 16
};

enum letters { SMALL, CAPITAL, TITLE };
enum { SHORT, MIDDLE, LONG };           /* up to 3, up to 6 words, longer */
enum { OUT_OF_SIGHT = 12 };             /* words outside marks: farther away is far */

typedef struct view {                   /* one quotation, and what is seen of it */
    na_reading *r;
    const na_quote *q;
    const na_stretch *z;
    na_place p;
    enum letters letters;
    int      size;
    int      sum;
    char    *seen;                      /* with NA_FEATURES alone */
    size_t   used, room;
} view;

#ifdef NA_FEATURES
#include <stdio.h>

static void note(view *v, const char *group, int value)
{
    if (v->room < v->used + 40) {
        char *grown = na_alloc(v->r->arena, v->room = 2 * v->room + 1024);
        if (v->used)
            memcpy(grown, v->seen, v->used);
        v->seen = grown;
    }
    v->used += (size_t)snprintf(v->seen + v->used, 40, "%s+%d ", group, value);
}
#define SEE(v, group, value) note(v, #group, value)
#else
static const signed char weight[FEATURES] = {
#include "words/term_weight.h"
};
#define SEE(v, group, value) ((v)->sum += weight[(group) + (value)])
#endif

/* ---- small questions ---------------------------------------------------------------------- */

static int size_class(int words)                /* 1 to 10 */
{
    return words <= 6 ? words : words <= 8 ? 7 : words <= 12 ? 8 : words <= 20 ? 9 : 10;
}

/* How many of the reporter's words stand in [from, to): none or one, up to 4, up to 10, more. */
static int distance(const na_reading *r, uint32_t from, uint32_t to)
{
    int words = 0;
    for (uint32_t i = from, steps = 0; i < to && words <= OUT_OF_SIGHT; i++) {
        if (++steps > 8 * OUT_OF_SIGHT)
            return 3;
        if (r->inside[i])
            i = r->quote[r->inside[i] - 1].end - 1;
        else
            words += r->tokens->token[i].kind != NA_QUOTE;
    }
    return words <= 1 ? 0 : words <= 4 ? 1 : words <= 10 ? 2 : 3;
}

/* Who could say it: 0 nobody, 1 he or she, 2 they, 3 it, 4 I, we, 5 you, 6 who, 7 everybody, 8 to 11 a name by its kind,
 * 12 a noun for somebody, 13 a noun for something said, 14 another. */
static int who_class(const na_reading *r, na_np np)
{
    const na_tokens *t = r->tokens;
    uint32_t m;
    if (np.first >= np.end)
        return 0;
    if (np.end == np.first + 1)
        switch (na_pronoun(t, np.first)) {
        case 'm': case 'f': return 1;
        case 'p': return 2;
        case 'o': return 3;
        case '1': case 'w': return 4;
        case 'y': return 5;
        case 'r': return 6;
        case 'n': return 7;
        default: break;
        }
    m = r->speech->mention_of[np.end - 1] ? r->speech->mention_of[np.end - 1] : r->speech->mention_of[np.first];
    if (m)
        return 8 + (int)r->mention[m - 1].kind;
    if (na_in(&t->token[np.end - 1], NA_LIST_SPEAKER_NOUN))
        return 12;
    return na_in(&t->token[np.end - 1], NA_LIST_SPEECH_NOUN) ? 13 : 14;
}

static int grammar_class(const na_tokens *t, size_t i)      /* 1 to 8, 0: of no closed class */
{
    static const char classes[] = "dpscarov";
    int g = na_grammar(t, i);
    const char *at = g ? strchr(classes, g) : NULL;
    return at ? (int)(at - classes) + 1 : 0;
}

static int mark_class(const na_tokens *t, size_t i)         /* 1 , 2 . 3 ? or ! 4 another, 0 none */
{
    const na_token *k = &t->token[i];
    if (k->kind != NA_PUNCT)
        return 0;
    return k->mark == ',' ? 1 : k->mark == '.' ? 2 : k->mark == '?' || k->mark == '!' ? 3 : 4;
}

/* ---- what is seen --------------------------------------------------------------------------------- */

static void see_words(view *v)
{
    const na_tokens *t = v->r->tokens;
    const na_quote *q = v->q;
    uint32_t m = v->r->speech->mention_of[q->first], end = q->end - (mark_class(t, q->end - 1) != 0);
    int person = 0, you = 0, aux = 0, clitic = 0, capitals = 1;
    for (uint32_t i = q->first; i < q->end && i < q->first + 40; i++) {
        int pronoun = na_pronoun(t, i);
        person |= pronoun == '1' || pronoun == 'w' || na_is(t, i, "my") || na_is(t, i, "our") || na_is(t, i, "me") || na_is(t, i, "us");
        you |= pronoun == 'y' || na_is(t, i, "your");
        aux |= na_grammar(t, i) == 'a';
        clitic |= t->token[i].kind == NA_CLITIC || (t->token[i].kind == NA_WORD && memchr(t->text + t->token[i].at, '\'', t->token[i].length));
        capitals &= t->token[i].kind != NA_WORD || (t->token[i].flags & NA_CAPS) != 0;
    }
    SEE(v, LENGTH, (size_class(v->p.words) * 2 + v->p.begins) * 3 + (int)v->letters);
    SEE(v, PERSONS, person * 8 + you * 4 + aux * 2 + clitic);
    if (m && v->r->mention[m - 1].end >= end)
        SEE(v, WHOLE, (int)v->r->mention[m - 1].kind);
    if (capitals)
        SEE(v, WHOLE, 4 + (v->p.words > 3));
}

static void see_marks(view *v)
{
    const na_tokens *t = v->r->tokens;
    unsigned char byte = (unsigned char)t->text[t->token[v->p.open].at];
    int single = (v->q->flags & NA_SINGLE_MARKS) != 0;
    int kind = byte == '"' ? 0 : byte == '\'' ? 1 + single : byte == '`' ? 1 : 3 + single;
    SEE(v, MARKS, kind * 3 + (int)v->letters);
    SEE(v, STATE, ((v->q->flags & NA_CONTINUED) != 0) + 2 * ((v->q->flags & NA_UNCLOSED) != 0));
}

static void see_before(view *v)
{
    const na_tokens *t = v->r->tokens;
    const na_token *k = v->p.open ? &t->token[v->p.open - 1] : NULL;
    int what;
    if (v->p.begins || !k)
        what = 0;
    else if (k->kind == NA_PUNCT)
        what = k->mark == ',' ? 1 : k->mark == ':' ? 2 : k->mark == '(' ? 3 : k->mark == '_' || k->mark == '-' ? 4 : 5;
    else if (k->kind == NA_QUOTE || k->kind == NA_CLITIC || k->kind == NA_NUMBER)
        what = k->kind == NA_QUOTE ? 6 : k->kind == NA_CLITIC ? 7 : 8;
    else if (v->r->speech->mention_of[v->p.open - 1])
        what = 9;
    else if (grammar_class(t, v->p.open - 1))
        what = 9 + grammar_class(t, v->p.open - 1);     /* to 17 */
    else
        what = na_in(k, NA_LIST_WORK_NOUN) ? 18 : na_in(k, NA_LIST_SPEECH_NOUN) ? 19 : 20;
    SEE(v, BEFORE, what * 3 + (int)v->letters);
    SEE(v, BEFORE_SIZE, what * 3 + v->size);
}

static void see_behind(view *v)
{
    const na_tokens *t = v->r->tokens;
    uint32_t i = v->p.close;
    const na_token *k = &t->token[i];
    int last = mark_class(t, v->q->end - 1), what;
    if (i >= t->count || na_block_begins(t, i))
        what = 0;
    else if (i >= v->z->end)
        what = 1;
    else if (k->kind == NA_PUNCT)
        what = k->mark == ',' ? 2 : k->mark == '.' ? 3 : k->mark == '_' || k->mark == '-' ? 4 : k->mark == ':' ? 14 : 5;
    else if (k->kind == NA_QUOTE || k->kind == NA_CLITIC || k->kind == NA_NUMBER)
        what = 6;
    else if (v->r->speech->mention_of[i])
        what = 7;
    else if (k->flags & NA_UPPER)
        what = 8;
    else
        what = grammar_class(t, i) == 2 ? 9 : grammar_class(t, i) == 4 ? 10 : grammar_class(t, i) == 5 ? 11 : grammar_class(t, i) ? 12 : na_in(k, NA_LIST_WORK_NOUN) ? 15 : 13;
    SEE(v, END, last * 16 + what);
    SEE(v, BEHIND, what * 3 + (int)v->letters);
}

/* The nearest cue on either side: what kind, how sure its form, how far. */
static void see_cues(view *v)
{
    const na_speech *s = v->r->speech;
    uint32_t low = v->z->cue, high = v->z->cues, all = high - low;
    while (low < high) {        /* the first cue behind the opening mark */
        uint32_t middle = low + (high - low) / 2;
        if (s->cue[middle].first < v->q->first)
            low = middle + 1;
        else
            high = middle;
    }
    if (low > v->z->cue) {
        const na_cue *c = &s->cue[low - 1];
        int d = distance(v->r, c->end, v->p.open);
        SEE(v, CUE_BEFORE, c->frame * 4 + d);
        SEE(v, SHARE_BEFORE, c->quote / 10 * 4 + d);
    } else {
        SEE(v, CUE_BEFORE, 28);
    }
    if (low < v->z->cues) {
        const na_cue *c = &s->cue[low];
        int d = distance(v->r, v->p.close, c->first);
        SEE(v, CUE_BEHIND, (c->frame * 4 + d) * 2 + v->p.begins);
        SEE(v, SHARE_BEHIND, c->quote / 10 * 4 + d);
    } else {
        SEE(v, CUE_BEHIND, 56);
    }
    SEE(v, CUES, (int)(all < 4 ? all : 4) * 2 + v->p.begins);
}

static void see_people(view *v, na_np subject)
{
    const na_reading *r = v->r;
    int near = 0, far = 0, who = v->p.begins || subject.end > v->p.open ? 0 : who_class(r, subject);
    SEE(v, SUBJECT, (who * 3 + v->size) * 2 + (v->z->cues > v->z->cue));
    for (uint32_t i = v->p.open, steps = 0; !near && !v->p.begins && i-- > v->z->first && steps < 25; steps++) {
        int pronoun = na_pronoun(r->tokens, i);
        if (r->inside[i])
            continue;
        far++;
        if (r->speech->mention_of[i])
            near = 1 + (int)r->mention[r->speech->mention_of[i] - 1].kind;
        else if (pronoun == 'm' || pronoun == 'f')
            near = 5;
        else if (na_is(r->tokens, i, "his") || na_is(r->tokens, i, "her"))
            near = 6;
    }
    SEE(v, NEAREST, near * 4 + (far <= 1 ? 0 : far <= 4 ? 1 : far <= 10 ? 2 : 3));
}

/* The quotation before or behind that is no part of another one; NULL: none. */
static const na_quote *neighbour(const na_reading *r, const na_quote *q, int step)
{
    const na_quote *last = r->quote + r->quotes - 1;
    while (q != (step < 0 ? r->quote : last)) {
        q += step;
        if (!(q->flags & NA_NESTED))
            return q;
    }
    return NULL;
}

static void see_neighbours(view *v)
{
    const na_reading *r = v->r;
    const na_quote *before = neighbour(r, v->q, -1), *behind = neighbour(r, v->q, 1);
    uint32_t y = before ? r->speech->stretch_of[before->first] : 0;
    int left = !before || y != v->p.stretch ? 0 : 1 + (before->end - before->first > 6);
    int right = !behind || r->speech->stretch_of[behind->first] != v->p.stretch ? 0 : 1 + (behind->end - behind->first > 6);
    int block = before && !left && r->speech->stretch[y].block == v->z->block;
    SEE(v, BESIDE, left * 3 + right);
    SEE(v, BLOCK, block * 4 + v->p.begins * 2 + (block && before->end - before->first > 6));
}

static void see_place(view *v)
{
    const na_tokens *t = v->r->tokens;
    const na_speech *s = v->r->speech;
    const na_stretch *z = v->z;
    int first = !v->p.stretch || z[-1].block != z->block, last = v->p.stretch + 1 >= s->stretches || z[1].block != z->block;
    if (first && last)
        SEE(v, LINE, (na_mark_at(t, z->end - 1, '.') || (z->end > 1 && na_mark_at(t, z->end - 2, '.'))) * 3 + (int)v->letters);
    if (!first)
        SEE(v, AHEAD, (z[-1].cues > z[-1].cue ? 1 + s->cue[z[-1].cues - 1].frame : 0) * 2 + v->p.begins);
}

/* ---- all -------------------------------------------------------------------------------------------- */

static view look(na_reading *r, const na_quote *q, na_np subject)
{
    view v = { .r = r, .q = q, .p = na_place_of(r, q) };
    v.z = &r->speech->stretch[v.p.stretch];
    v.letters = v.p.title ? TITLE : v.p.sentence ? CAPITAL : SMALL;
    v.size = v.p.words <= 3 ? SHORT : v.p.words <= 6 ? MIDDLE : LONG;
    SEE(&v, ALWAYS, 0);
    see_words(&v);
    see_marks(&v);
    see_before(&v);
    see_behind(&v);
    see_cues(&v);
    see_people(&v, subject);
    see_neighbours(&v);
    see_place(&v);
    return v;
}

static void set_term(na_quote *q, const char *how, double sure)
{
    q->kind = NA_TERM;
    q->how = how;
    q->confidence = (float)sure;
}

/* Samuel “Tiny” Dell */
static int nickname(const na_tokens *t, const na_place *p)
{
    return p->open > 0 && p->words <= 3 && p->title && t->token[p->open - 1].flags & NA_UPPER && t->token[p->open - 1].kind == NA_WORD &&
           t->token[p->close].flags & NA_UPPER && t->token[p->close].kind == NA_WORD && !p->comma && !p->stop;
}

/* The title of a work or programme: on Monday's “…”, the novel “…”, “…” star Ann Lee. */
static int work(const na_tokens *t, const na_place *p)
{
    const na_token *before = p->open ? &t->token[p->open - 1] : NULL;
    return before && p->title && !p->begins && !p->asks &&
           (before->kind == NA_CLITIC || na_is(t, p->open - 1, "on") || na_in(before, NA_LIST_WORK_NOUN) || na_in(&t->token[p->close], NA_LIST_WORK_NOUN));
}

static int so_called(const na_tokens *t, uint32_t open)
{
    return open > 1 && na_is(t, open - 1, "called") && na_mark_at(t, open - 2, '-');
}

/* Lee: ferry is 'late'.  'Late': Lee on the ferry.  Lee calls it 'late'.  Elsewhere headlines set in marks what they doubt. */
static int given_in_headline(const na_reading *r, const na_quote *q)
{
    const na_stretch *z = &r->speech->stretch[r->speech->stretch_of[q->first]];
    return z->cues > z->cue || (q->first > 1 && na_mark_at(r->tokens, q->first - 2, ':')) || na_mark_at(r->tokens, q->end + 1, ':') || na_mark_at(r->tokens, q->end + 1, '_');
}

/* “It never came.” - Ann Lee */
static int signed_off(const na_tokens *t, const na_place *p)
{
    return p->begins && p->stop && (na_mark_at(t, p->close, '_') || na_mark_at(t, p->close, '-')) && t->token[p->close + 1].flags & NA_UPPER;
}

void na_find_terms(na_reading *r)
{
    const na_speech *s = r->speech;
    uint32_t stretch = NA_NONE;
    na_np subject = { 0, 0 };
    for (size_t i = 0; i < r->quotes; i++) {
        na_quote *q = &r->quote[i];
        view v;
        if (q->flags & NA_NESTED) {
            set_term(q, "inside another quotation", .6);
            continue;
        }
        if (q->flags & NA_IN_HEADLINE && !given_in_headline(r, q)) {
            set_term(q, "in a headline that gives it to nobody", .6);
            continue;
        }
        if (s->stretch_of[q->first] != stretch) {       /* once for each stretch: it may hold ten thousand */
            stretch = s->stretch_of[q->first];
            subject = na_subject(r, s, s->stretch[stretch].first, s->stretch[stretch].end);
        }
        v = look(r, q, subject);
#ifdef NA_FEATURES      /* instead of deciding */
        q->how = q->flags & NA_IN_HEADLINE ? "" : v.seen;       /* none of those learnt from is annotated */
        continue;
#endif
        if (nickname(r->tokens, &v.p) || work(r->tokens, &v.p) || so_called(r->tokens, v.p.open))
            set_term(q, "a name or an expression", .9);
        else if (v.sum < 0 && !signed_off(r->tokens, &v.p))
            set_term(q, "marks round words that nobody is quoted as saying", v.sum < -99 ? .9 : .5 - v.sum / 250.);
        else                    /* how likely it is quoted at all: who said it is never surer */
            q->confidence = v.sum > 124 || v.sum < 0 ? 1 : (float)(.5 + v.sum / 250.);
    }
}
