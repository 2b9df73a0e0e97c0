/* spans.c - marked quotations: where they begin and end, which marks are wrong.
 *
 * Marks are paired block by block (a block is a paragraph, or a line that is
 * not the continuation of another), like brackets, with one stack, so that a
 * mark too many spoils one block at most and ten thousand open marks cost no
 * more than ten thousand words.  Shape and spacing say which way a mark faces;
 * where they disagree (”Hej”, »nein«, “so“) what is open decides.
 *
 *   double marks   “ ” " « » „ `` ''   paired first
 *   single marks   ‘ ’ ' ‹ ›           paired only where they can be no apostrophe
 *
 * A quotation over paragraphs is opened in each and closed in the last: one
 * span a paragraph, the later ones CONTINUED.  Where it is opened once only,
 * it is one span as long as the next mark is a closing one. */
#include "extract/quotes.h"

enum { FAR_BLOCKS = 8, FAR_TOKENS = 800 };     /* how far one pair of marks may reach over blocks */
enum family { STRAIGHT, CURLY, GUILLEMET, GRAVE };

typedef struct mark {
    uint32_t first, end;        /* tokens: two for ‘‘ */
    uint32_t pair;              /* the other mark, or NA_NONE */
    uint32_t block;
    uint8_t  opens, closes, single, family, orphan;
} mark;

typedef struct scan {
    na_reading *r;
    mark       *mark;
    size_t      marks, room;
    uint32_t   *stack;
    size_t      quote_room;
    size_t      block_stop;     /* where the block ends that was asked for last */
} scan;

static unsigned char byte_of(const na_tokens *t, size_t i, size_t k)
{
    return (unsigned char)t->text[t->token[i].at + k];
}

/* ---- which way a mark faces ------------------------------------------------ */

static enum family family_of(const na_tokens *t, size_t i)
{
    unsigned char b = byte_of(t, i, 0);
    if (b == '"' || b == '\'')
        return t->token[i].length == 2 ? GRAVE : STRAIGHT;
    if (b == '`')
        return GRAVE;
    return b == 0xC2 ? GUILLEMET : CURLY;       /* « » are C2 AB, C2 BB */
}

/* Something a mark can follow from outside: space, a dash, an opening bracket, another opening mark. */
static int open_before(const na_tokens *t, size_t i)
{
    const na_token *before;
    if (t->token[i].flags & NA_SPACE)
        return 1;
    before = &t->token[i - 1];
    return (before->kind == NA_PUNCT && (before->mark == '_' || before->mark == '(' || before->mark == '[' || before->mark == '/' || before->mark == ':')) ||
           (before->kind == NA_QUOTE && before->flags & NA_OPENS && !(before->flags & NA_CLOSES));
}

/* Something a closing mark can stand before: space, the end, punctuation, another mark. */
static int open_after(const na_tokens *t, size_t i)
{
    const na_token *next = &t->token[i + 1];
    return next->flags & NA_SPACE || next->kind == NA_PUNCT || next->kind == NA_QUOTE || next->kind == NA_CLITIC;
}

static void face(const na_tokens *t, mark *m)
{
    uint16_t shape = t->token[m->first].flags;
    int before = open_before(t, m->first), after = open_after(t, m->end - 1);
    m->opens = (shape & NA_OPENS) != 0;
    m->closes = (shape & NA_CLOSES) != 0;
    if (m->end >= t->count || na_block_begins(t, m->end)) {     /* nothing behind it that it could open */
        m->opens = 0;
        m->closes = 1;
    } else if (m->opens && m->closes) {         /* straight: by what stands beside it */
        if (before != after) {
            m->opens = (uint8_t)before;
            m->closes = (uint8_t)after;
        }
    } else if (before && !after && t->token[m->first].flags & NA_SPACE) {
        m->opens = 1;                           /* ”word: perhaps one */
    } else if (after && !before) {
        m->closes = 1;                          /* word“ and word“, */
    }
}

/* ---- marks that are none ----------------------------------------------------- */

/* 6'2", 12" records; name="value" */
static int is_measure(const na_tokens *t, size_t i)
{
    return i && !(t->token[i].flags & NA_SPACE) && t->token[i - 1].kind == NA_NUMBER && family_of(t, i) == STRAIGHT;
}

static int is_attribute(const na_tokens *t, size_t i)
{
    return i && !(t->token[i].flags & NA_SPACE) && t->token[i - 1].mark == '=' && t->token[i - 1].kind == NA_PUNCT;
}

/* O ‘Brien, d ’Angelo; ’90s; 'em, 'til */
static int is_apostrophe(const na_tokens *t, size_t i)
{
    static const char *const cut[] = { "em", "til", "tis", "twas", "n", "cause", "round", "bout" };
    const na_token *next = &t->token[i + 1];
    if (next->flags & NA_SPACE)
        return 1;
    if (next->kind == NA_NUMBER) {
        unsigned char last = byte_of(t, i + 1, next->length - 1);
        return next->length == 3 && (last == 's' || last == 'S');
    }
    if (i && t->token[i - 1].kind == NA_WORD && t->token[i - 1].length == 1 && next->flags & NA_UPPER && (na_is(t, i - 1, "o") || na_is(t, i - 1, "d")))
        return 1;
    for (size_t k = 0; k < sizeof cut / sizeof *cut; k++)
        if (na_is(t, i + 1, cut[k]))
            return 1;
    return 0;
}

/* Could this single mark be the apostrophe of a plural's possessive or of a cut word: the students’ books, goin’ on? */
static int maybe_possessive(const na_tokens *t, size_t i)
{
    const na_token *before = &t->token[i - 1], *next = &t->token[i + 1];
    unsigned char last = byte_of(t, i - 1, before->length - 1), last_but = before->length > 1 ? byte_of(t, i - 1, before->length - 2) : 0;
    if (before->kind != NA_WORD && before->kind != NA_NUMBER)
        return 0;
    if (next->kind != NA_WORD && next->kind != NA_NUMBER)
        return 0;
    return (last | 32) == 's' || (last_but == 'i' && last == 'n');
}

/* ---- collecting ------------------------------------------------------------------ */

static void add_mark(scan *s, size_t i, size_t end, int single, uint32_t block)
{
    const na_tokens *t = s->r->tokens;
    mark *m = NA_PUSH(s->r->arena, s->mark, s->marks, s->room);
    *m = (mark){ .first = (uint32_t)i, .end = (uint32_t)end, .pair = NA_NONE, .single = (uint8_t)single, .family = (uint8_t)family_of(t, i), .block = block };
    face(t, m);
}

static int twice(const na_tokens *t, size_t i)      /* ‘‘ or ’’ */
{
    return i + 1 < t->count && t->token[i + 1].kind == NA_QUOTE && t->token[i].mark == '\'' && !(t->token[i + 1].flags & NA_SPACE) &&
           t->token[i].hash == t->token[i + 1].hash && t->token[i].length == 3 && t->token[i + 1].length == 3 &&
           byte_of(t, i, 2) == byte_of(t, i + 1, 2);
}

static void collect(scan *s)
{
    const na_tokens *t = s->r->tokens;
    uint32_t block = 0;
    int in_attribute = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (na_block_begins(t, i)) {
            block++;
            in_attribute = 0;
        }
        if (t->token[i].kind != NA_QUOTE || s->r->role[i] == NA_JUNK)
            continue;
        if (t->token[i].mark == '"') {
            if (in_attribute || is_attribute(t, i))
                in_attribute = !in_attribute;
            else
                add_mark(s, i, i + 1, 0, block);
        } else if (twice(t, i)) {
            add_mark(s, i, i + 2, 0, block);
            i++;
        } else {
            add_mark(s, i, i + 1, 1, block);
        }
    }
}

/* ---- pairing ------------------------------------------------------------------------ */

static void pair(scan *s, size_t a, size_t b)
{
    s->mark[a].pair = (uint32_t)b;
    s->mark[b].pair = (uint32_t)a;
}

/* The next double mark after `a`, if it closes, stands within reach and no block on the way opens anew. */
static size_t closes_later(const scan *s, size_t a)
{
    for (size_t b = a + 1; b < s->marks && b < a + 64; b++) {
        const mark *m = &s->mark[b];
        if (m->single)
            continue;
        if (!m->closes || m->opens || m->block - s->mark[a].block > FAR_BLOCKS || m->first - s->mark[a].first > FAR_TOKENS)
            return 0;
        return b;
    }
    return 0;
}

/* A single mark that can be no apostrophe begins the block and waits for its fellow. */
static int opens_block(const scan *s, size_t i)
{
    const na_tokens *t = s->r->tokens;
    const mark *m = &s->mark[i];
    return m->single && m->opens && m->pair == NA_NONE && na_block_begins(t, m->first) && !is_apostrophe(t, m->first);
}

/* Pairs the double marks of one block [from, to); `left` stays open at its end: paired with a later mark if that closes it. */
static void pair_block(scan *s, size_t from, size_t to)
{
    const na_tokens *t = s->r->tokens;
    size_t depth = 0, far;
    for (size_t i = from; i < to; i++) {
        mark *m = &s->mark[i];
        if (m->single || m->pair != NA_NONE)
            continue;
        if (depth && m->closes && (!m->opens || m->family != GUILLEMET || s->mark[s->stack[depth - 1]].family == GUILLEMET)) {
            pair(s, s->stack[--depth], i);
        } else if (m->opens) {
            s->stack[depth++] = (uint32_t)i;
        } else if (i > from && opens_block(s, from)) {
            pair(s, from, i);                   /* ‘We came,” he said: opened single, closed double */
        } else if (!is_measure(t, m->first)) {
            m->orphan = 1;
        }
    }
    if (depth && (far = closes_later(s, s->stack[depth - 1])) >= to && s->mark[far].pair == NA_NONE)
        pair(s, s->stack[depth - 1], far);
}

static void pair_doubles(scan *s)
{
    size_t from = 0;
    while (from < s->marks) {
        size_t to = from + 1;
        while (to < s->marks && s->mark[to].block == s->mark[from].block)
            to++;
        pair_block(s, from, to);
        from = to;
    }
}

/* ---- spans ------------------------------------------------------------------------------ */

static int has_words(const na_tokens *t, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (t->token[i].kind == NA_WORD || t->token[i].kind == NA_NUMBER || t->token[i].kind == NA_ADDRESS)
            return 1;
    return 0;
}

static uint32_t add_quote(scan *s, size_t first, size_t end, unsigned flags)
{
    na_reading *r = s->r;
    const na_tokens *t = r->tokens;
    na_quote *q = NA_PUSH(r->arena, r->quote, r->quotes, s->quote_room);
    *q = (na_quote){ .first = (uint32_t)first, .end = (uint32_t)end, .at = t->token[first].at, .kind = NA_DIRECT, .speaker = NA_NONE, .venue = NA_NONE,
                     .flags = (uint8_t)(flags | (r->role[first] == NA_HEADLINE ? NA_IN_HEADLINE : 0)) };
    q->length = t->token[end - 1].at + t->token[end - 1].length - q->at;
    return (uint32_t)r->quotes;
}

/* Where a quotation ends that was opened at token `first` and never closed before `limit`: where its own sentence gives it to a
 * speaker ("… , he said"), else where the block does. */
static size_t end_unclosed(const scan *s, size_t first, size_t limit)
{
    const na_tokens *t = s->r->tokens;
    for (size_t i = first + 2; i + 2 < limit; i++) {
        if (t->token[i].kind != NA_PUNCT || t->token[i].mark != ',')
            continue;
        for (size_t k = i + 1; k < limit && k < i + 5 && t->token[k].kind == NA_WORD; k++)
            if (na_is(t, k, "said") || na_is(t, k, "says"))
                return i + 1;
    }
    return limit;
}

/* The end of the block that token i stands in; asked for in order, so that each token is looked at once. */
static size_t block_end(scan *s, size_t i)
{
    const na_tokens *t = s->r->tokens;
    if (s->block_stop < i || na_block_begins(t, i)) {
        s->block_stop = i;
        while (s->block_stop < t->count && !na_block_begins(t, s->block_stop))
            s->block_stop++;
    }
    return s->block_stop;
}

/* An opening mark without its fellow: at the start of a block whose next one opens too it goes on there; else it is a fault. */
static void add_open(scan *s, size_t m)
{
    const na_tokens *t = s->r->tokens;
    size_t first = s->mark[m].end, end = block_end(s, first), next = m + 1, limit = end;
    while (next < s->marks && s->mark[next].single && s->mark[next].first < end)
        next++;
    if (first >= end)
        return;
    if (next < s->marks && s->mark[next].first == end && s->mark[next].opens) {
        if (has_words(t, first, end))
            add_quote(s, first, end, 0);
        return;
    }
    if (next < s->marks && s->mark[next].first < end)
        limit = s->mark[next].first;
    if (limit < end)            /* another one opens in this block: no further than this sentence */
        for (size_t i = first; i < limit; i++)
            if (t->token[i].flags & NA_STOP)
                limit = i + 1;
    limit = end_unclosed(s, first, limit);
    if (has_words(t, first, limit)) {
        uint32_t count = add_quote(s, first, limit, NA_UNCLOSED);     /* before r->quote is read: it moves */
        const na_quote *q = &s->r->quote[count - 1];
        na_add_doubt(s->r, q->at, q->length, "unclosed quotation");
    }
}

/* Where a quotation begins whose closing mark `m` is the first mark of its block and is followed by "he said": with the block,
 * whose opening mark was lost; else NA_NONE. */
static uint32_t lost_opening(const scan *s, size_t m)
{
    const na_tokens *t = s->r->tokens;
    uint32_t first = s->mark[m].first, end = s->mark[m].end;
    int said = 0;
    for (size_t k = m; k-- > 0 && s->mark[k].block == s->mark[m].block; )
        if (!s->mark[k].single)
            return NA_NONE;
    if (!first || !na_mark_at(t, first - 1, ',') || end >= t->count)
        return NA_NONE;
    for (uint32_t k = end; k < end + 6 && k < t->count && t->token[k].kind == NA_WORD && !na_block_begins(t, k); k++)
        said |= na_in(&t->token[k], NA_LIST_SPEECH_VERB);
    while (said && first > 0 && !na_block_begins(t, first))
        first--;
    return said ? first : NA_NONE;
}

/* “ with ”, „ with “ or ”: the curly marks of one hand or another; all else must be alike. */
static int alike(const mark *a, const mark *b)
{
    return a->family == b->family && a->single == b->single;
}

static int goes_on(const scan *s, size_t m)      /* opens a block, and the block before was left open */
{
    const na_tokens *t = s->r->tokens;
    const na_quote *before;
    if (!s->r->quotes || !na_block_begins(t, s->mark[m].first))
        return 0;
    before = &s->r->quote[s->r->quotes - 1];
    return before->end == s->mark[m].first && !(before->flags & NA_UNCLOSED);
}

static void add_orphan(scan *s, size_t i)
{
    const na_tokens *t = s->r->tokens;
    const mark *m = &s->mark[i];
    uint32_t first = lost_opening(s, i);
    na_add_doubt(s->r, t->token[m->first].at, t->token[m->end - 1].at + t->token[m->end - 1].length - t->token[m->first].at, "orphan mark");
    if (first != NA_NONE && s->r->role[first] == NA_BODY && has_words(t, first, m->first))
        add_quote(s, first, m->first, NA_UNCLOSED);
}

static void add_doubles(scan *s)
{
    const na_tokens *t = s->r->tokens;
    uint32_t reach = 0;         /* the end of the outermost pair so far: what begins before it is nested */
    for (size_t i = 0; i < s->marks; i++) {
        mark *m = &s->mark[i];
        unsigned flags = goes_on(s, i) ? NA_CONTINUED : 0;
        if (m->single && !(m->pair != NA_NONE && m->pair > i && !s->mark[m->pair].single))
            continue;
        if (m->orphan)
            add_orphan(s, i);
        if (m->orphan || (m->pair != NA_NONE && m->pair < i))
            continue;
        if (m->pair == NA_NONE) {
            size_t before = s->r->quotes;
            if (m->opens && m->first >= reach) {
                add_open(s, i);
                if (s->r->quotes > before)
                    s->r->quote[before].flags |= (uint8_t)flags;
            }
            continue;
        }
        if (!has_words(t, m->end, s->mark[m->pair].first))
            continue;
        if (m->first < reach)
            flags |= NA_NESTED;
        else
            reach = s->mark[m->pair].first;
        if (!alike(m, &s->mark[m->pair])) {
            flags |= NA_MISMATCHED;
            na_add_doubt(s->r, t->token[s->mark[m->pair].first].at, t->token[s->mark[m->pair].first].length, "mismatched marks");
        }
        add_quote(s, m->end, s->mark[m->pair].first, flags);
    }
}

static void set_inside(na_reading *r)
{
    uint32_t *inside = r->inside;
    size_t q = 0, depth = 0;
    uint32_t *stack = na_alloc(r->arena, (r->quotes + 1) * sizeof *stack);
    for (size_t i = 0; i < r->tokens->count; i++) {
        while (depth && r->quote[stack[depth - 1]].end <= i)
            depth--;
        while (q < r->quotes && r->quote[q].first <= i)
            stack[depth++] = (uint32_t)q++;
        inside[i] = depth ? stack[depth - 1] + 1 : 0;
    }
}

/* ---- single marks --------------------------------------------------------------------------- */

/* For each mark the next single closing one of its block that is no possible apostrophe, and the next that may be one. */
typedef struct nexts { uint32_t sure, maybe; } nexts;

static int single_can_open(const na_tokens *t, const mark *m)
{
    return m->single && m->opens && open_before(t, m->first) && !is_apostrophe(t, m->first);
}

static int single_can_close(const na_tokens *t, const mark *m)
{
    return m->single && m->closes && m->first && !(t->token[m->first].flags & NA_SPACE) && open_after(t, m->first);
}

static nexts *find_closers(scan *s)
{
    const na_tokens *t = s->r->tokens;
    nexts *next = na_alloc(s->r->arena, (s->marks + 1) * sizeof *next);
    nexts now = { NA_NONE, NA_NONE };
    for (size_t i = s->marks; i-- > 0; ) {
        const mark *m = &s->mark[i];
        if (i + 1 < s->marks && s->mark[i + 1].block != m->block)
            now = (nexts){ NA_NONE, NA_NONE };
        next[i] = now;
        if (single_can_open(t, m))
            now = (nexts){ NA_NONE, NA_NONE };      /* the one before must close before this one opens */
        else if (single_can_close(t, m)) {
            if (maybe_possessive(t, m->first))
                now.maybe = (uint32_t)i;
            else
                now.sure = (uint32_t)i;
        }
    }
    return next;
}

static void pair_singles(scan *s)
{
    const na_tokens *t = s->r->tokens;
    const nexts *next = find_closers(s);
    for (size_t i = 0; i < s->marks; i++) {
        mark *m = &s->mark[i];
        uint32_t other;
        if (m->pair != NA_NONE || !single_can_open(t, m))
            continue;
        other = next[i].sure != NA_NONE ? next[i].sure : next[i].maybe;
        if (other == NA_NONE || s->mark[other].pair != NA_NONE)
            continue;
        if (s->r->inside[m->first] == s->r->inside[s->mark[other].first] && has_words(t, m->end, s->mark[other].first))
            pair(s, i, other);
    }
}

static int by_place(const na_quote *a, const na_quote *b)
{
    return a->first != b->first ? a->first < b->first : a->end > b->end;
}

/* Merges the quotations in single marks into the others, both in order; nested are those that another one holds. */
static void add_singles(scan *s)
{
    na_reading *r = s->r;
    na_quote *doubles = r->quote, *all;
    size_t n = r->quotes, a = 0, b, k = 0;
    uint32_t reach = 0;
    r->quote = NULL;
    r->quotes = s->quote_room = 0;
    for (size_t i = 0; i < s->marks; i++)
        if (s->mark[i].single && s->mark[i].pair != NA_NONE && s->mark[i].pair > i && s->mark[s->mark[i].pair].single)
            add_quote(s, s->mark[i].end, s->mark[s->mark[i].pair].first, NA_SINGLE_MARKS);
    b = r->quotes;
    all = na_alloc(r->arena, (n + b + 1) * sizeof *all);
    for (size_t i = 0; a < n || i < b; ) {
        if (i >= b || (a < n && by_place(&doubles[a], &r->quote[i])))
            all[k++] = doubles[a++];
        else
            all[k++] = r->quote[i++];
    }
    for (size_t i = 0; i < k; i++) {
        if (all[i].first < reach)
            all[i].flags |= NA_NESTED;
        else
            reach = all[i].end;
    }
    r->quote = all;
    r->quotes = k;
}

void na_find_spans(na_reading *r)
{
    scan s = { .r = r };
    collect(&s);
    if (!s.marks)
        return;
    s.stack = na_alloc(r->arena, s.marks * sizeof *s.stack);
    pair_doubles(&s);
    add_doubles(&s);
    set_inside(r);
    pair_singles(&s);
    add_singles(&s);
    set_inside(r);
}
