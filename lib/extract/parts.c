/* parts.c - which stretches of a scraped text are not the article's own words.
 *
 * 1. Each block by itself: boilerplate, captions, credits, stamps, writers.
 * 2. The head, down to the first prose: what is left there is the headline; a
 *    line that glues stamp, headline and addresses is cut.
 * 3. The tail, from the last prose: lists of links, forms, short lines between junk.
 * Nothing is taken away: a token gets a role, a part is a run of one role. */
#include "extract/parts.h"
#include <string.h>

typedef struct finder {
    na_reading *r;
    const na_tokens *t;
    na_passage   *block;
    size_t      count, body, tail;      /* blocks [body, tail) hold the prose: first and behind the last */
    size_t      byline_room, part_room;
} finder;

static void set_role(finder *f, uint32_t first, uint32_t end, enum na_role role)
{
    for (uint32_t i = first; i < end; i++)
        f->r->role[i] = (uint8_t)role;
}

/* ---- 1. each block by itself ------------------------------------------------------- */

/* A rule of marks, or what a reader of HTML left of a tag. */
static int is_marks(const na_tokens *t, const na_passage *block)
{
    const char *text = t->text + t->token[block->first].at;
    size_t n = t->n - t->token[block->first].at;
    if ((n > 4 && !memcmp(text, "&lt;", 4)) || (n > 8 && !memcmp(text, "&amp;lt;", 8)) || (n > 5 && !memcmp(text, "<span", 5)) || (n > 4 && !memcmp(text, "<div", 4)))
        return 1;
    for (uint32_t i = block->first; i < block->end; i++)
        if (t->token[i].kind != NA_PUNCT)
            return 0;
    return 1;
}

/* Link markup has been seen already. */
static int is_junk_through(const finder *f, const na_passage *block)
{
    for (uint32_t i = block->first; i < block->end; i++)
        if (f->r->role[i] != NA_JUNK)
            return 0;
    return 1;
}

/* A paragraph of several sentences is the page's when half of them are, or it is short and begins so; else those alone are. */
static int judge_sentences(finder *f, const na_passage *block)
{
    uint32_t all = 0, sure = 0, begin = block->first;
    int first = 0;
    uint8_t *role = f->r->role;
    for (uint32_t i = block->first; i < block->end; i++) {
        na_passage one = { .first = begin, .end = i + 1 };
        if (!(f->t->token[i].flags & NA_STOP))
            continue;
        for (uint32_t k = begin; k <= i; k++)
            one.words += f->t->token[k].kind == NA_WORD;
        if (na_boilerplate(f->t, &one) == NA_JUNK_SURE) {
            sure++;
            first |= !all;
            for (uint32_t k = begin; k <= i; k++)
                role[k] = NA_JUNK;
        }
        all++;
        begin = i + 1;
    }
    return sure && ((first && block->words <= 80) || 2 * sure >= all) ? NA_JUNK_SURE : 0;
}

static void judge_blocks(finder *f)
{
    for (size_t i = 0; i < f->count; i++) {
        na_passage *b = &f->block[i];
        enum na_role credit;
        if (f->r->role[b->first] == NA_JUNK && f->r->role[b->end - 1] == NA_JUNK && is_junk_through(f, b)) {
            b->role = NA_JUNK;
            continue;
        }
        credit = na_credit(f->t, b);
        b->junk = (uint8_t)(credit == NA_CREDIT ? 0 : b->sentences > 2 ? judge_sentences(f, b) : na_boilerplate(f->t, b));
        if (b->junk == NA_JUNK_SURE || (i < 3 && na_page_address(f->t, b)))
            b->role = NA_JUNK;
        else if (!b->junk || credit == NA_CAPTION)
            b->role = (uint8_t)credit;
    }
}

/* The prose: from the first block that reads like it to the last. */
static void find_body(finder *f)
{
    f->body = f->count;
    f->tail = 0;
    for (size_t i = 0; i < f->count; i++)
        if (f->block[i].prose && f->block[i].role == NA_BODY && !f->block[i].junk) {
            if (f->body == f->count)
                f->body = i;
            f->tail = i + 1;
        }
    if (f->body == f->count)
        f->body = f->tail = 0;          /* no prose at all: nothing is before or behind it */
}

/* ---- 2. the head ----------------------------------------------------------------------- */

static int is_separator(const na_token *token)
{
    return token->kind == NA_PUNCT && token->mark != '(' && token->mark != '[' && token->mark != ')';
}

/* At least one token is left, if there was one. */
static uint32_t without_separators(const na_tokens *t, uint32_t first, uint32_t end)
{
    while (end > first + 1 && is_separator(&t->token[end - 1]))
        end--;
    return end;
}

/* Addresses one by one; behind By the names, down to what is no name: a bar, a bracket, an outlet. */
static void add_bylines(finder *f, uint32_t first, uint32_t end)
{
    na_reading *r = f->r;
    const na_tokens *t = f->t;
    size_t stop;
    int names = t->token[first].kind == NA_WORD && na_phrase(t, first, NA_LIST_BYLINE_WORD, &stop) != 0;
    end = without_separators(t, first, end);
    set_role(f, first, end, NA_BYLINE);
    if (names)
        first = (uint32_t)stop;
    for (uint32_t i = first; i <= end; i++) {
        const na_token *token = &t->token[i];
        int address = i < end && token->kind == NA_ADDRESS;
        if (i < end && !address && !na_is(t, i, "and") && !(token->kind == NA_PUNCT && token->mark != '.' && token->mark != '-'))
            continue;
        if (names && i > first && !na_outlet_at(r, first, i).name && !na_new_outlet_at(r, first, i).name)
            *NA_PUSH(r->arena, r->byline, r->bylines, f->byline_room) = na_words_of(r, first, i);
        if (address)
            *NA_PUSH(r->arena, r->byline, r->bylines, f->byline_room) = na_words_of(r, i, i + 1);
        names &= i == end || na_is(t, i, "and") || token->mark == ',' || token->mark == '&' || token->mark == ':';
        first = i + 1;
    }
}

static int begins_stamp(const na_tokens *t, uint32_t i)
{
    const char *value = na_word_value(&t->token[i], NA_LIST_STAMP_WORD);
    return t->token[i].kind == NA_NUMBER || (t->token[i].kind == NA_WORD && (na_in(&t->token[i], NA_LIST_MONTH) || (value && (*value == 'l' || *value == 'd'))));
}

static uint32_t skip_separators(const na_tokens *t, uint32_t i, uint32_t end)
{
    while (i < end && is_separator(&t->token[i]))
        i++;
    return i;
}

/* A stamp before running text must say so: by a label, or by the mark behind it. */
static int stands_apart(const na_tokens *t, uint32_t first, uint32_t stop, uint32_t end)
{
    const char *value = na_word_value(&t->token[first], NA_LIST_STAMP_WORD);
    return (value && *value == 'l') || (stop < end && t->token[stop].kind == NA_PUNCT && t->token[stop].mark && strchr(".:|-_", t->token[stop].mark));
}

/* Takes stamps and writers off both ends of [*first, *end); what remains is left between. */
static void trim_stamps(finder *f, const na_passage *block, uint32_t *first, uint32_t *end)
{
    const na_tokens *t = f->t;
    uint32_t stop, from;
    while (*first < *end && (stop = na_stamp(t, *first, *end)) > *first && (!block->prose || stands_apart(t, *first, stop, *end))) {
        set_role(f, *first, stop, NA_DATELINE);
        *first = skip_separators(t, stop, *end);
    }
    for (from = *end; from > *first && (t->token[from - 1].kind == NA_ADDRESS || is_separator(&t->token[from - 1])); from--)
        ;
    from = skip_separators(t, from, *end);
    stop = without_separators(t, from, *end);
    if (from < stop && na_writers(t, from, stop)) {
        add_bylines(f, from, stop);
        *end = from;
    }
    /* a stamp that runs to the end, behind a mark, looked for from where it can be longest */
    from = *end > *first + 40 ? *end - 40 : *first;
    for (; from < *end; from++) {
        if (!begins_stamp(t, from) || (from > *first && !(is_separator(&t->token[from - 1]) && t->token[from - 1].mark != ',')))
            continue;
        stop = na_stamp(t, from, *end);
        if (stop == from || skip_separators(t, stop, *end) < *end)
            continue;
        set_role(f, from, stop, NA_DATELINE);
        *end = from;
        return;
    }
}

/* Letters, digits and no marks: do both read the same words?  0 to 100 percent of the longer one. */
static uint32_t likeness(const na_tokens *t, uint32_t first, uint32_t end, const na_tokens *title)
{
    uint32_t same = 0, words = 0, others = 0;
    size_t k = 0;
    if (end - first > 4 * title->count + 8 || title->count > 100)
        return 0;               /* no title, whatever it reads */
    for (size_t i = 0; i < title->count; i++)
        others += title->token[i].kind == NA_WORD || title->token[i].kind == NA_NUMBER;
    for (uint32_t i = first; i < end; i++) {
        size_t from = k;
        if (t->token[i].kind != NA_WORD && t->token[i].kind != NA_NUMBER)
            continue;
        words++;
        while (k < title->count && k < from + 8 && title->token[k].hash != t->token[i].hash)
            k++;
        if (k < title->count && k < from + 8) {
            same++;
            k++;
        } else {
            k = from;
        }
    }
    return words || others ? 100 * same / (words > others ? words : others) : 0;
}

static uint32_t words_in(const na_tokens *t, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t i = first; i < end; i++)
        words += t->token[i].kind == NA_WORD;
    return words;
}

static int ends_in_period(const na_tokens *t, uint32_t first, uint32_t end)
{
    while (end > first + 1 && (t->token[end - 1].kind == NA_QUOTE || t->token[end - 1].mark == ')'))
        end--;
    return t->token[end - 1].kind == NA_PUNCT && t->token[end - 1].length == 1 && t->token[end - 1].mark == '.';
}

static int looks_like_headline(const finder *f, uint32_t first, uint32_t end, int cut)
{
    uint32_t letters = words_in(f->t, first, end), words = letters;
    for (uint32_t i = first; i < end; i++)
        words += f->t->token[i].kind == NA_NUMBER;
    if (words < 3 || letters < 2 || words > 32 || end - first > 60 || f->t->token[end - 1].mark == ':')
        return 0;
    if (na_people(f->t, first, end) || na_lead(f->t, first, end) > first)
        return 0;
    return cut || !ends_in_period(f->t, first, end);
}

static void take_headline(finder *f, uint32_t first, uint32_t end)
{
    uint32_t stop = end;
    while (first < stop && f->t->token[first].kind == NA_PUNCT && (f->t->token[first].mark == '#' || f->t->token[first].mark == '*'))
        first++;                /* Markdown */
    while (stop > first + 1 && f->t->token[stop - 1].kind == NA_PUNCT && f->t->token[stop - 1].length == 1 &&
           strchr(".,;:|-_*", f->t->token[stop - 1].mark ? f->t->token[stop - 1].mark : ' '))
        stop--;
    set_role(f, first, stop, NA_HEADLINE);
    f->r->headline = na_words_of(f->r, first, stop);
}

/* The name of the outlet, alone or before a bar or gap: not the headline, and neither is the line directly under it. */
static int is_masthead(const finder *f, uint32_t first, uint32_t end)
{
    na_outlet o;
    end = without_separators(f->t, first, end);
    o = na_outlet_at(f->r, first, end);
    if (!o.name)
        o = na_new_outlet_at(f->r, first, end);
    if (o.end < end && f->t->token[o.end].kind == NA_NUMBER)
        o.end++;                /* Radio Anytown 98.2 */
    return o.name && !o.weak && (o.end >= end || na_is_break(f->t, o.end) || (f->t->token[o.end].mark == '_' && f->t->token[o.end - 1].kind == NA_NUMBER));
}

/* What remains of a block above the prose when stamps and writers are off it; 0 when that is nothing. */
static int strip_block(finder *f, const na_passage *b, uint32_t *first, uint32_t *end)
{
    *first = b->first;
    *end = b->end;
    if (!na_writers(f->t, *first, *end))
        trim_stamps(f, b, first, end);
    if (*first >= *end)
        return 0;
    if (!na_writers(f->t, *first, *end))
        return 1;
    add_bylines(f, *first, *end);
    return 0;
}

/* Stamps, bylines, the masthead and the headline above the prose.  The headline is the line that reads like the given
 * title; with none given the first that looks like one, a short one only if no longer one follows (it is a kicker). */
static void read_head(finder *f)
{
    const char *given = f->r->given ? f->r->given->title : NULL;
    na_tokens *title = given && *given ? na_tokenize(f->r->arena, given, strlen(given)) : NULL;
    size_t stop = f->body < f->count ? f->body + 1 : f->body;   /* the first prose may itself be a line that glues all */
    uint32_t best = 0, best_end = 0, best_words = 0;
    int under = 0, done = 0;    /* directly under a masthead; headline found */
    for (size_t i = 0; i < stop; i++) {
        const na_passage *b = &f->block[i];
        uint32_t first, end, words;
        int cut;
        if (b->role != NA_BODY || !strip_block(f, b, &first, &end))
            continue;
        cut = end < b->end;
        if (b->prose && !cut)
            continue;
        if ((under && !done && !(f->t->token[b->first].flags & NA_PARAGRAPH)) || is_masthead(f, first, end)) {
            under = 1;
            if (!title || likeness(f->t, first, end, title) < 60)
                set_role(f, first, without_separators(f->t, first, end), NA_JUNK);
            continue;
        }
        under = 0;
        words = words_in(f->t, first, end);
        if (done || (title ? likeness(f->t, first, end, title) < 60 : b->junk || !looks_like_headline(f, first, end, cut) || words <= best_words))
            continue;
        best = first, best_end = end, best_words = words;
        done = title || words >= 4;
    }
    if (best_end)
        take_headline(f, best, best_end);
    else if (title)
        f->r->headline = na_words_of(&(na_reading){ .arena = f->r->arena, .tokens = title }, 0, (uint32_t)title->count);
}

/* The lead of the article, at the begin of its first prose. */
static void read_lead(finder *f)
{
    size_t last = f->body + 3 < f->tail ? f->body + 3 : f->tail;
    for (size_t i = f->body; i < last; i++) {
        const na_passage *b = &f->block[i];
        uint32_t first = b->first, end;
        while (first < b->end && f->r->role[first] != NA_BODY)
            first++;
        if (b->role == NA_BODY && first < b->end && (end = na_lead(f->t, first, b->end)) > first && end < b->end) {
            set_role(f, first, end, NA_DATELINE);
            return;
        }
    }
}

/* ---- 3. near junk, and the tail ------------------------------------------------------------ */

static int is_short(const na_passage *b)
{
    return b->words <= 14 && !b->prose && !(b->closed && b->words > 6);
}

static int is_sure(const na_passage *b)
{
    return b->role == NA_JUNK && b->junk == NA_JUNK_SURE;
}

/* Is this line one of a list of links? */
static int is_link(const na_passage *b)
{
    return b->role == NA_BODY && b->words <= 20 && !b->closed && !b->prose;
}

/* A heading of links takes the lines under it, in the body down to the next prose; a heading of the sender's own, in the
 * second half of the prose, takes all below. */
static void read_headings(finder *f)
{
    size_t prose = 0, seen = 0;
    for (size_t i = f->body; i < f->tail; i++)
        prose += f->block[i].prose;
    for (size_t i = 0; i < f->count; i++) {
        seen += i >= f->body && i < f->tail && f->block[i].prose;
        if (i > f->body && 2 * seen >= prose && na_opens_end(f->t, &f->block[i])) {
            for (f->tail = f->tail < i ? f->tail : i; i < f->count; i++)
                if (f->block[i].role == NA_BODY)
                    f->block[i].role = NA_JUNK;
            return;
        }
        if (f->block[i].role == NA_JUNK && na_opens_list(f->t, &f->block[i]))
            while (i + 1 < f->count && i >= f->body && (is_link(&f->block[i + 1]) || f->block[i + 1].role == NA_JUNK)) {
                i++;
                f->block[i].role = NA_JUNK;
            }
    }
}

/* Behind the last prose: near junk and short lines between junk are junk, then what stands under a heading of links. */
static void read_tail(finder *f)
{
    int list = 0;
    for (size_t i = f->tail; i < f->count; i++) {
        na_passage *b = &f->block[i];
        if (b->role == NA_JUNK)
            list |= na_opens_list(f->t, b);
        else if (b->role == NA_BODY && (b->junk || (list && is_short(b))))
            b->role = NA_JUNK;
    }
    for (size_t i = f->tail; i + 1 < f->count; i++) {
        na_passage *b = &f->block[i];
        if (i > f->tail && b->role == NA_BODY && is_short(b) && is_sure(b - 1) && is_sure(b + 1))
            b->role = NA_JUNK;
    }
    for (size_t i = f->tail; i < f->count; i++) {
        na_passage *b = &f->block[i];
        uint32_t first = b->first, end = b->end;
        if (b->role != NA_BODY)
            continue;
        if (na_writers(f->t, first, end))
            add_bylines(f, first, end);
        else
            trim_stamps(f, b, &first, &end);
    }
}

/* Before the prose, and between junk inside it. */
static void read_near(finder *f)
{
    for (size_t i = 0; i < f->count; i++) {
        na_passage *b = &f->block[i];
        if (b->role == NA_BODY && b->junk == NA_JUNK_NEAR &&
            (i < f->body || (i && f->block[i - 1].role == NA_JUNK) || (i + 1 < f->count && f->block[i + 1].role == NA_JUNK)))
            b->role = NA_JUNK;
    }
}

/* ---- the parts ---------------------------------------------------------------------------- */

static void add_parts(finder *f)
{
    na_reading *r = f->r;
    for (size_t i = 0; i < f->count; i++) {
        const na_passage *b = &f->block[i];
        for (uint32_t k = b->first, end; k < b->end; k = end) {
            const na_token *last;
            for (end = k + 1; end < b->end && r->role[end] == r->role[k]; end++)
                ;
            if (r->role[k] == NA_BODY)
                continue;
            last = &f->t->token[end - 1];
            *NA_PUSH(r->arena, r->part, r->parts, f->part_room) =
                (na_part){ f->t->token[k].at, last->at + last->length - f->t->token[k].at, (enum na_role)r->role[k] };
        }
    }
}

void na_find_parts(na_reading *r)
{
    finder f = { .r = r, .t = r->tokens };
    f.block = na_find_blocks(r, &f.count);
    na_find_markup(r);
    judge_blocks(&f);
    find_body(&f);
    read_near(&f);
    read_headings(&f);
    for (size_t i = 0; i < f.count; i++)
        if (f.block[i].role == NA_BODY && is_marks(f.t, &f.block[i]))
            f.block[i].role = NA_JUNK;
    read_head(&f);
    read_lead(&f);
    read_tail(&f);
    for (size_t i = 0; i < f.count; i++)
        if (f.block[i].role != NA_BODY)
            set_role(&f, f.block[i].first, f.block[i].end, (enum na_role)f.block[i].role);
    add_parts(&f);
}
