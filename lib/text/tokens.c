/* tokens.c - one pass over the text: words, numbers, marks, and the lines they stand in.
 *
 *   word      letters and digits after a letter, joined by an apostrophe before a letter; ends before 's
 *             letter "." letter "." ...            U.S., a.m.
 *   number    digits [,.] digits ..., then letters  1,000  3.5  3rd  1990s  ½
 *   address   what holds ://, @ or a period before a lower-case letter without a space; @handle
 *   quote     “ ” " « » „ ‟ ‹ › ‘ ’ ‚ ‛ ' ` `` ''
 *   punct     any other mark, a run of the same one is one token
 */
#include "text/text.h"
#include <string.h>

typedef struct scan {
    na_arena   *arena;
    na_tokens  *out;
    const char *s;
    size_t      n, at, room, line_room;
    char       *word;           /* room for one folded word */
    size_t      word_room;
    unsigned    before;         /* SPACE, LINE, PARAGRAPH seen since the last token */
} scan;

/* What a byte is.  JOINS: a word that stands before it must be looked at closely, since it may go on or be an address. */
enum { L = 1, U = 2, D = 4, SPACE = 8, JOINS = 16, HIGH = 32, S = SPACE, J = JOINS, H = HIGH | JOINS };
static const uint8_t class_of[256] = {
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, 0, 0, 0, 0, 0, 0, J, 0, 0, 0, 0, 0, J, J, 0,    D, D, D, D, D, D, D, D, D, D, J, 0, 0, 0, 0, 0,
    J, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,    U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, J,
    0, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,    L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, S,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H,
};

static int ascii_letter(unsigned char c) { return class_of[c] & (L | U); }
static int digit(unsigned char c) { return class_of[c] & D; }

static uint32_t point(const scan *c, size_t at, size_t *length)
{
    return na_code_point(c->s, c->n, at, length);
}

/* ½ and its kin, superscripts and digits of other scripts are left as they are, but count as numbers. */
static int fraction(uint32_t c)
{
    return c == 0xBC || c == 0xBD || c == 0xBE || (c >= 0x2150 && c <= 0x215E);
}

static int word_at(const scan *c, size_t at, size_t *length)
{
    unsigned char b;
    if (at >= c->n)
        return 0;
    b = (unsigned char)c->s[at];
    if (b < 0x80) {
        *length = 1;
        return ascii_letter(b) || digit(b);
    }
    return na_is_letter(point(c, at, length));
}

static int letter_at(const scan *c, size_t at)
{
    size_t length;
    return at < c->n && na_is_letter(point(c, at, &length));
}

/* Length of an apostrophe at `at`, or 0. */
static size_t apostrophe(const scan *c, size_t at)
{
    if (at < c->n && c->s[at] == '\'')
        return 1;
    if (at + 2 < c->n && !memcmp(c->s + at, "\xE2\x80", 2) && ((unsigned char)c->s[at + 2] == 0x99 || (unsigned char)c->s[at + 2] == 0x98))
        return 3;
    if (at + 1 < c->n && !memcmp(c->s + at, "\xCA\xBC", 2))
        return 2;
    return 0;
}

/* 's at `at`, not followed by a letter or digit: length of the whole, or 0. */
static size_t clitic(const scan *c, size_t at)
{
    size_t length, a = apostrophe(c, at);
    if (!a || at + a >= c->n || (c->s[at + a] | 32) != 's' || word_at(c, at + a + 1, &length))
        return 0;
    return a + 1;
}

/* Folds and hashes; ASCII without the general path. */
static uint64_t hash_of(scan *c, size_t at, size_t length)
{
    uint64_t h = NA_HASH_SEED;
    for (size_t i = 0; i < length; i++) {
        unsigned char b = (unsigned char)c->s[at + i];
        if (b >= 0x80 || b == '`') {
            if (c->word_room < 6 * length + 1) {
                c->word_room = 12 * length + 64;
                c->word = na_alloc(c->arena, c->word_room);
            }
            return na_hash(c->word, na_fold(c->s + at, length, c->word));
        }
        h = (h ^ (b >= 'A' && b <= 'Z' ? b | 32u : b)) * NA_HASH_PRIME;
    }
    return na_hash_mix(h);
}

/* A token without what the lists know of it; a line's first one begins the line. */
static na_token *emit_hashed(scan *c, int kind, size_t length, char mark, uint64_t hash)
{
    na_token *t = NA_PUSH(c->arena, c->out->token, c->out->count, c->room);
    t->hash = hash;
    t->at = (uint32_t)c->at;
    t->length = (uint32_t)length;
    t->kind = (uint8_t)kind;
    t->mark = mark;
    t->flags = (uint16_t)c->before;
    if (c->before & NA_LINE)
        NA_PUSH(c->arena, c->out->line, c->out->lines, c->line_room)->first = (uint32_t)c->out->count - 1;
    c->before = 0;
    c->at += length;
    return t;
}

static na_token *emit(scan *c, int kind, size_t length, char mark)
{
    return emit_hashed(c, kind, length, mark, kind == NA_ADDRESS ? na_hash_mix(length) : hash_of(c, c->at, length));
}

static void add_case(scan *c, na_token *t)
{
    size_t length, letters = 0;
    int lower = 0;
    if (na_is_upper(na_code_point(c->s, c->n, t->at, &length)))
        t->flags |= NA_UPPER;
    else
        return;
    for (size_t at = t->at; at < t->at + t->length; at += length) {
        uint32_t p = na_code_point(c->s, c->n, at, &length);
        if (na_is_letter(p)) {
            letters++;
            lower |= !na_is_upper(p);
        }
    }
    if (letters > 1 && !lower)
        t->flags |= NA_CAPS;
}

/* The end of U.S. or a.m. beginning at `at`, or 0: letter, period, letter, period.
 * Longer chains are no abbreviation, and are not looked through again and again. */
static size_t dotted(const scan *c, size_t at)
{
    enum { MOST = 8 };
    size_t end = at, pairs = 0;
    while (end + 1 < c->n && ascii_letter((unsigned char)c->s[end]) && c->s[end + 1] == '.') {
        end += 2;
        if (++pairs > MOST)
            return 0;
    }
    /* U.S without the last period */
    if (pairs && end < c->n && ascii_letter((unsigned char)c->s[end]) &&
        !letter_at(c, end + 1) && (end + 1 >= c->n || !digit((unsigned char)c->s[end + 1])))
        return end + 1;
    return pairs > 1 && !letter_at(c, end) ? end : 0;
}

static int address_byte(unsigned char b)
{
    return b > ' ' && b != '"' && b != '<' && b != '>' && b != ',' && b != ';' && b != '(' && b != ')' && b != '[' && b != ']' && b < 0x7F;
}

static int trailing(char b)     /* at the end of an address belongs to the sentence */
{
    return b && strchr(".,:;!?'*", b);
}

/* Where a domain or file name ends that may end at a slash: letters, digits, . - @ and
 * then a slash, marks of the sentence or what no address holds; 0 when other marks follow. */
static size_t host(const scan *c, size_t stop)
{
    size_t after;
    while (stop < c->n && (ascii_letter((unsigned char)c->s[stop]) || digit((unsigned char)c->s[stop]) || (c->s[stop] && strchr(".-@", c->s[stop]))))
        stop++;
    for (after = stop; after < c->n && trailing(c->s[after]); )
        after++;
    if (stop < c->n && c->s[stop] == '/')
        return stop;
    return after < c->n && address_byte((unsigned char)c->s[after]) ? 0 : stop;
}

/* If the run of word characters from `from` to `end` is part of an address, where that ends; else 0. */
static size_t address(const scan *c, size_t from, size_t end)
{
    size_t stop = end;
    int is = 0;
    if (end + 2 < c->n && !memcmp(c->s + end, "://", 3))
        is = 1;
    else if (end < c->n && c->s[end] == '@' && end + 1 < c->n && ascii_letter((unsigned char)c->s[end + 1]))
        is = 1;
    else if (end - from == 3 && end + 1 < c->n && c->s[end] == '.' && (c->s[from] | 32) == 'w' && (c->s[from + 1] | 32) == 'w')
        is = 1;
    else if (end + 2 < c->n && c->s[end] == '.' && c->s[end + 1] >= 'a' && c->s[end + 1] <= 'z' && end - from > 1)
        is = 2;
    else if (end + 1 < c->n && (c->s[end] == '.' || c->s[end] == '_' || c->s[end] == '-')) {
        /* first.last@host */
        while (stop < c->n && (word_at(c, stop, &(size_t){0}) || strchr("._-+", c->s[stop])) && (unsigned char)c->s[stop] < 0x80 && stop - from < 64)
            stop++;
        is = stop + 1 < c->n && c->s[stop] == '@' && ascii_letter((unsigned char)c->s[stop + 1]);
    }
    if (!is || (is == 2 && !(stop = host(c, stop))))
        return 0;
    if (is == 1 || (stop < c->n && c->s[stop] == '/'))
        while (stop < c->n && address_byte((unsigned char)c->s[stop]))
            stop++;
    while (stop > end && trailing(c->s[stop - 1]))
        stop--;
    return stop > end ? stop : 0;
}

/* Most words are ASCII and end at a space or a mark that joins nothing: folded and hashed in one go.  0: not this one. */
static int plain_word(scan *c)
{
    const unsigned char *b = (const unsigned char *)c->s, *from = b + c->at, *end = b + c->n, *at;
    uint64_t h = NA_HASH_SEED;
    unsigned class = 0, seen = 0;
    na_token *t;
    for (at = from; at < end && (class = class_of[*at]) & (L | U | D); at++) {
        seen |= class;
        h = (h ^ (*at | (class & U) * (('a' - 'A') / U))) * NA_HASH_PRIME;
    }
    if (at < end && class & JOINS)
        return 0;
    t = emit_hashed(c, NA_WORD, (size_t)(at - from), 0, na_hash_mix(h));
    if (class_of[*from] & U) {
        if (seen & L)
            t->flags |= NA_UPPER;
        else
            add_case(c, t);
    }
    return 1;
}

static void take_word(scan *c)
{
    size_t from = c->at, at = from, length, end;
    if ((end = dotted(c, from))) {
        add_case(c, emit(c, NA_WORD, end - from, 0));
        return;
    }
    for (;;) {
        size_t a;
        while (word_at(c, at, &length))
            at += length;
        if (!(a = apostrophe(c, at)) || !letter_at(c, at + a) || clitic(c, at))
            break;
        at += a;
    }
    if (at < c->n && strchr(".@:_-", c->s[at]) && (end = address(c, from, at))) {
        emit(c, NA_ADDRESS, end - from, 0);
        return;
    }
    add_case(c, emit(c, NA_WORD, at - from, 0));
    if ((length = clitic(c, c->at)))
        emit(c, NA_CLITIC, length, 0);
}

static void take_number(scan *c)
{
    size_t at = c->at, length;
    while (at < c->n) {
        if (digit((unsigned char)c->s[at])) at++;
        else if ((c->s[at] == ',' || c->s[at] == '.') && at + 1 < c->n && digit((unsigned char)c->s[at + 1])) at += 2;
        else break;
    }
    if (at < c->n && fraction(point(c, at, &length)))
        at += length;
    while (word_at(c, at, &length))
        at += length;
    emit(c, NA_NUMBER, at - c->at, 0);
    if ((length = clitic(c, c->at)))
        emit(c, NA_CLITIC, length, 0);
}

/* 0, or the kind of quotation mark: '"' or '\''; *shape is OPENS, CLOSES or both. */
static char quote_mark(const scan *c, uint32_t p, size_t *length, unsigned *shape)
{
    *shape = NA_OPENS | NA_CLOSES;
    switch (p) {
    case '"': case 0xFF02: return '"';
    case 0x201C: case 0xAB: case 0x201E: case 0x300C: case 0x300E: *shape = NA_OPENS; return '"';
    case 0x201D: case 0xBB: case 0x300D: case 0x300F: *shape = NA_CLOSES; return '"';
    case 0x201F: *shape = NA_OPENS; return '"';
    case 0x2018: case 0x201A: case 0x201B: case 0x2039: *shape = NA_OPENS; return '\'';
    case 0x2019: case 0x203A: *shape = NA_CLOSES; return '\'';
    case '`': case '\'': case 0xB4:
        if (c->at + 1 < c->n && c->s[c->at + 1] == c->s[c->at]) {
            *length = 2;
            *shape = p == '`' ? NA_OPENS : NA_OPENS | NA_CLOSES;
            return '"';
        }
        if (p == '`')
            *shape = NA_OPENS;
        return '\'';
    default: return 0;
    }
}

/* Straight marks: what stands beside them tells which way they face. */
static unsigned facing(const scan *c, size_t length, unsigned shape)
{
    size_t n;
    int after = c->at + length >= c->n || na_is_space(point(c, c->at + length, &n));
    if (shape != (NA_OPENS | NA_CLOSES))
        return shape;
    if (c->before & NA_SPACE)
        return after ? shape : NA_OPENS;
    return after ? NA_CLOSES : shape;
}

static void take_mark(scan *c)
{
    size_t length, n;
    uint32_t p = point(c, c->at, &length);
    unsigned shape;
    char mark = quote_mark(c, p, &length, &shape);
    if (mark) {
        unsigned flags = facing(c, length, shape);
        emit(c, NA_QUOTE, length, mark)->flags |= (uint16_t)flags;
        return;
    }
    mark = p < 0x80 ? (char)p : p == 0x2010 || p == 0x2011 ? '-' : p >= 0x2012 && p <= 0x2015 ? '_' : p == 0x2026 ? '.' : 0;
    n = length;
    while (c->at + length + n <= c->n && !memcmp(c->s + c->at, c->s + c->at + length, n))
        length += n;
    if (mark == '-' && length > n)
        mark = '_';
    emit(c, NA_PUNCT, length, mark);
}

/* The end of @handle at the current place, or 0. */
static size_t handle(const scan *c)
{
    size_t at = c->at + 1, length;
    if (c->s[c->at] != '@' || !letter_at(c, at))
        return 0;
    while (word_at(c, at, &length) || (at < c->n && c->s[at] == '_' && (length = 1)))
        at += length;
    return at;
}

/* White space; a line's end closes the line. */
static void skip_space(scan *c)
{
    int breaks = 0;
    size_t length;
    if (c->at + 1 < c->n && c->s[c->at] == ' ' && !(class_of[(unsigned char)c->s[c->at + 1]] & (SPACE | HIGH))) {
        c->before |= NA_SPACE;          /* as between most words */
        c->at++;
        return;
    }
    while (c->at < c->n && class_of[(unsigned char)c->s[c->at]] & (SPACE | HIGH)) {
        uint32_t p = point(c, c->at, &length);
        if (!na_is_space(p))
            break;
        c->before |= NA_SPACE;
        breaks += p == '\n' || p == 0x2028 || (p == '\r' && (c->at + 1 >= c->n || c->s[c->at + 1] != '\n'));
        if (p == 0x2029)
            breaks += 2;
        c->at += length;
    }
    if (breaks)
        c->before |= NA_LINE;
    if (breaks > 1)
        c->before |= NA_PARAGRAPH;
}

/* The token behind the last one began a line that is none, and tells where the last line ends. */
static void end_lines(na_tokens *out)
{
    out->lines--;
    for (size_t i = 0; i < out->lines; i++) {
        na_line *line = &out->line[i];
        const na_token *last = &out->token[line[1].first - 1];
        line->end = line[1].first;
        line->at = out->token[line->first].at;
        line->length = last->at + last->length - line->at;
    }
}

enum { BEHIND = 3 };            /* tokens behind the last one and the one that ends them, for who looks a little farther */

na_tokens *na_tokenize(na_arena *arena, const char *text, size_t n)
{
    scan c = { .arena = arena, .s = text, .n = n, .before = NA_SPACE | NA_LINE | NA_PARAGRAPH };
    c.out = na_alloc(arena, sizeof *c.out);
    c.out->text = text;
    c.out->n = n;
    c.room = n / 4 + 16;        /* more than most texts need: growing would keep every outgrown array */
    c.out->token = na_room(arena, c.room * sizeof *c.out->token);
    for (skip_space(&c); c.at < n; skip_space(&c)) {
        unsigned char b = (unsigned char)text[c.at];
        size_t length;
        if (ascii_letter(b) && plain_word(&c))
            continue;
        if (digit(b) || (b >= 0x80 && fraction(point(&c, c.at, &length))))
            take_number(&c);
        else if (word_at(&c, c.at, &length))
            take_word(&c);
        else if ((length = handle(&c)))
            emit(&c, NA_ADDRESS, length - c.at, 0);
        else
            take_mark(&c);
    }
    c.before = NA_SPACE | NA_LINE | NA_PARAGRAPH;
    emit(&c, NA_PUNCT, 0, 0)->flags |= NA_FIRST;
    for (int i = 0; i < BEHIND; i++)
        *NA_PUSH(arena, c.out->token, c.out->count, c.room) = (na_token){ .at = (uint32_t)n, .kind = NA_PUNCT };
    c.out->count -= 1 + BEHIND;
    end_lines(c.out);
    na_look_up_words(c.out);
    na_find_sentences(arena, c.out);
    return c.out;
}
