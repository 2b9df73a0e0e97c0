/* search.c - what was typed, taken apart and spelled in every way. */
#include "link/search.h"
#include <string.h>

/* Letters that neither Unicode nor the index decompose, and how others type them. */
static const struct { const char *plain, *special; } letter[] = {
    { "l", "ł" }, { "o", "ø" }, { "d", "đ" }, { "d", "ð" }, { "ss", "ß" },
    { "ae", "æ" }, { "oe", "œ" }, { "th", "þ" }, { "i", "ı" }, { "h", "ħ" }
};
enum { LETTERS = sizeof letter / sizeof *letter, LONGEST = 512 };

/* ---- spellings of one word or row of words ----------------------------------- */

static int spelled(const na_wanted *w, const char *bytes, size_t n)
{
    for (size_t i = 0; i < w->spellings; i++)
        if (w->spelling[i].n == n && !memcmp(w->spelling[i].bytes, bytes, n))
            return 1;
    return 0;
}

static void spell(na_arena *arena, na_wanted *w, const char *bytes, size_t n)
{
    if (n && w->spellings < NA_MOST_SPELLINGS && !spelled(w, bytes, n))
        w->spelling[w->spellings++] = (na_spelling){ na_copy(arena, bytes, n), n, w->spellings ? w->spelling[0].begins : 0 };
}

/* A copy of word with the letters at `at` (all of them from there on: every) written specially. */
static void spell_letter(na_arena *arena, na_wanted *w, const char *word, size_t n, size_t at, size_t which, int every)
{
    size_t plain = strlen(letter[which].plain), special = strlen(letter[which].special), used = 0;
    char *out = na_alloc(arena, 2 * n + special + 1);
    for (size_t i = 0; i < n; ) {
        if ((i == at || (every && i > at)) && i + plain <= n && !memcmp(word + i, letter[which].plain, plain)) {
            memcpy(out + used, letter[which].special, special);
            used += special;
            i += plain;
        } else {
            out[used++] = word[i++];
        }
    }
    spell(arena, w, out, used);
}

static void spell_letters(na_arena *arena, na_wanted *w, const char *word, size_t n)
{
    for (size_t which = 0; which < LETTERS; which++) {
        size_t plain = strlen(letter[which].plain), first = SIZE_MAX, seen = 0;
        for (size_t i = 0; i + plain <= n; i++)
            if (!memcmp(word + i, letter[which].plain, plain)) {
                spell_letter(arena, w, word, n, i, which, 0);
                if (!seen++)
                    first = i;
            }
        if (seen > 1)
            spell_letter(arena, w, word, n, first, which, 1);
    }
}

static int is_apostrophe(uint32_t c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC || c == '`' || c == 0xB4;
}

static int is_quote(uint32_t c)
{
    return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB;
}

/* The word without what `drop` accepts; gives its length. */
static size_t without(const char *word, size_t n, int (*drop)(uint32_t), char *out)
{
    size_t used = 0, length;
    for (size_t at = 0; at < n; at += length)
        if (!drop(na_code_point(word, n, at, &length))) {
            memcpy(out + used, word + at, length);
            used += length;
        }
    return used;
}

static int is_period(uint32_t c) { return c == '.'; }

static int all_of(const char *s, size_t n, char low, char high)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] < low || s[i] > high)
            return 0;
    return n > 0;
}

/* U.S. for US, and the other way round. */
static void spell_initials(na_arena *arena, na_wanted *w, const char *word, size_t n)
{
    char out[2 * 5];
    size_t m;
    if (n > sizeof out || (m = without(word, n, is_period, out)) < 2 || m > 5 || !all_of(out, m, 'A', 'Z'))
        return;
    if (m < n) {
        if (n >= 2 * m - 1)             /* a period behind each, the last perhaps left out */
            spell(arena, w, out, m);
    } else if (m <= 3) {
        for (size_t i = m; i-- > 0; ) {
            out[2 * i] = out[i];
            out[2 * i + 1] = ' ';
        }
        spell(arena, w, out, 2 * m - 1);
    }
}

/* Runs of Chinese, Japanese and Thai hold many words that the index does not part. */
static int ends_unparted(const char *word, size_t n)
{
    size_t length, at = n;
    uint32_t c;
    while (at && ((unsigned char)word[at - 1] & 0xC0) == 0x80)
        at--;
    if (!at)
        return 0;
    c = na_code_point(word, n, at - 1, &length);
    return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

static void spell_all(na_arena *arena, na_wanted *w, const char *word, size_t n)
{
    char *out = na_alloc(arena, 6 * n + 1);
    size_t m;
    w->spelling = na_alloc(arena, NA_MOST_SPELLINGS * sizeof *w->spelling);
    spell(arena, w, word, n);
    w->spelling[0].begins = ends_unparted(word, n);
    if (n > LONGEST)
        return;
    spell_initials(arena, w, word, n);
    m = without(word, n, is_apostrophe, out);
    spell(arena, w, out, m);
    if (n > 4 && m == n && memchr("oOdDlL", word[0], 6) && !memchr(word, ' ', n)) {
        out[0] = word[0];
        out[1] = ' ';
        memcpy(out + 2, word + 1, n - 1);
        spell(arena, w, out, n + 1);
    }
    m = na_fold(word, n, out);
    if (!all_of(word, n, 1, 127))
        spell(arena, w, out, m);
    spell_letters(arena, w, out, m);
}

/* ---- what was typed, taken apart ------------------------------------------------ */

typedef struct typing { na_arena *arena; na_search *out; const char *s; size_t n, at; } typing;

static uint32_t point_at(const typing *t, size_t at, size_t *length)
{
    if (at < t->n)
        return na_code_point(t->s, t->n, at, length);
    *length = 0;
    return 0;
}

static void want(typing *t, const char *bytes, size_t n)
{
    if (n && t->out->count < NA_MOST_WANTED)
        spell_all(t->arena, &t->out->wanted[t->out->count++], bytes, n);
}

/* Up to the next mark that closes, or the end. */
static void take_row(typing *t)
{
    size_t from = t->at, length;
    while (t->at < t->n && !is_quote(point_at(t, t->at, &length)))
        t->at += length;
    want(t, t->s + from, t->at - from);
    if (t->at < t->n) {
        point_at(t, t->at, &length);
        t->at += length;
    }
}

/* O ‘Brien: after a lone o, d or l, an apostrophe and a capital go on with the word; length of the
 * apostrophe (and of the space before it), or 0. */
static size_t torn_name(const typing *t, size_t from, size_t at, size_t *space)
{
    size_t length, mark;
    if (at - from != 1 || !memchr("oOdDlL", t->s[from], 6))
        return 0;
    for (*space = 0; at + *space < t->n && t->s[at + *space] == ' '; ++*space)
        ;
    if (!is_apostrophe(point_at(t, at + *space, &mark)))
        return 0;
    return na_is_upper(point_at(t, at + *space + mark, &length)) ? mark : 0;
}

/* Without the 's of a possessive. */
static size_t bare_length(const char *word, size_t n)
{
    size_t length;
    if (n > 2 && (word[n - 1] | 32) == 's')
        for (size_t mark = 1; mark <= 3 && mark + 1 < n; mark++)
            if (((unsigned char)word[n - 1 - mark] & 0xC0) != 0x80)
                return is_apostrophe(na_code_point(word, n, n - 1 - mark, &length)) && length == mark ? n - 1 - mark : n;
    return n;
}

static void take_word(typing *t)
{
    size_t from = t->at, length, space = 0, mark;
    uint32_t c;
    while (t->at < t->n && !na_is_space(c = point_at(t, t->at, &length)) && !is_quote(c))
        t->at += length;
    if (t->at - from == 1 && (mark = torn_name(t, from, t->at, &space))) {
        char *joined;
        size_t rest = t->at + space + mark, end = rest;
        while (end < t->n && !na_is_space(c = point_at(t, end, &length)) && !is_quote(c))
            end += length;
        joined = na_alloc(t->arena, end - rest + 3);
        joined[0] = t->s[from];
        joined[1] = '\'';
        memcpy(joined + 2, t->s + rest, end - rest);
        t->at = end;
        want(t, joined, bare_length(joined, end - rest + 2));
    } else {
        want(t, t->s + from, bare_length(t->s + from, t->at - from));
    }
}

na_search *na_take_search(na_arena *arena, const char *typed, size_t n)
{
    typing t = { arena, na_alloc(arena, sizeof(na_search)), NULL, 0, 0 };
    size_t repaired;
    t.s = na_decode(arena, typed, n, &t.n, &repaired);
    t.out->wanted = na_alloc(arena, NA_MOST_WANTED * sizeof *t.out->wanted);
    while (t.at < t.n && t.out->count < NA_MOST_WANTED) {
        size_t length;
        uint32_t c = point_at(&t, t.at, &length);
        if (is_quote(c)) {
            t.at += length;
            take_row(&t);
        } else if (na_is_space(c)) {
            t.at += length;
        } else {
            take_word(&t);
        }
    }
    return t.out;
}

/* ---- for FTS5 ---------------------------------------------------------------------- */

static char *put(char *to, const char *s)
{
    size_t n = strlen(s);
    memcpy(to, s, n);
    return to + n;
}

const char *na_search_expression(na_arena *arena, const na_search *search, int any)
{
    size_t room = 1;
    char *out, *to;
    for (size_t i = 0; i < search->count; i++)
        for (size_t k = 0; k < search->wanted[i].spellings; k++)
            room += 2 * search->wanted[i].spelling[k].n + 16;
    out = to = na_alloc(arena, room + 2);
    if (!search->count)
        put(to, "\"\"");
    for (size_t i = 0; i < search->count; i++) {
        const na_wanted *w = &search->wanted[i];
        to = put(to, !i ? "(" : any ? " OR (" : " AND (");
        for (size_t k = 0; k < w->spellings; k++) {
            to = put(to, k ? " OR \"" : "\"");
            for (size_t b = 0; b < w->spelling[k].n; b++) {
                if (w->spelling[k].bytes[b] == '"')
                    *to++ = '"';
                *to++ = w->spelling[k].bytes[b];
            }
            to = put(to, w->spelling[k].begins ? "\" *" : "\"");
        }
        to = put(to, ")");
    }
    return out;
}
