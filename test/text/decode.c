/* Bytes to valid UTF-8: every maximal ill-formed part and every NUL is one U+FFFD. */
#include "test.h"
#include "text/text.h"

#define R "\xEF\xBF\xBD"

typedef struct work { na_arena arena; const char *in; size_t n; const char *out; size_t length, repaired; } work;

static void decode(void *state)
{
    work *w = state;
    w->out = na_decode(&w->arena, w->in, w->n, &w->length, &w->repaired);
}

static const struct { const char *in; size_t n; const char *out; size_t repaired; const char *why; } rows[] = {
    { "", 0, "", 0, "nothing" },
    { "plain", 5, "plain", 0, "ASCII stays" },
    { "\xEF\xBB\xBF" "a\r\n\xC2\xA0", 8, "\xEF\xBB\xBF" "a\r\n\xC2\xA0", 0, "BOM, CR and no-break space stay" },
    { "\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 18,
      "\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", 0, "the first and last of each length" },
    { "a\0b", 3, "a" R "b", 1, "NUL" },
    { "\x80", 1, R, 1, "a lone continuation" },
    { "\xBF\xBF\xBF", 3, R R R, 3, "each lone continuation by itself" },
    { "\xFF\xFE", 2, R R, 2, "bytes that UTF-8 never has" },
    { "\xC0\xAF\xC1\xBF", 4, R R R R, 4, "overlong in two bytes" },
    { "\xE0\x80\xAF", 3, R R R, 3, "overlong in three" },
    { "\xE0\x9F\xBF", 3, R R R, 3, "overlong in three, the last" },
    { "\xF0\x80\x80\x80", 4, R R R R, 4, "overlong in four" },
    { "\xF0\x8F\xBF\xBF", 4, R R R R, 4, "overlong in four, the last" },
    { "\xED\xA0\x80\xED\xBF\xBF", 6, R R R R R R, 6, "surrogates" },
    { "\xF4\x90\x80\x80", 4, R R R R, 4, "above U+10FFFF" },
    { "\xF5\x80\x80\x80", 4, R R R R, 4, "a lead byte above all" },
    { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF" "A", 9, R R R R "A", 8, "cut sequences: one mark for each (Unicode, table 3-11)" },
    { "x\xC3", 2, "x" R, 1, "cut after one of two" },
    { "x\xE2\x82", 3, "x" R, 2, "cut after two of three" },
    { "x\xF0\x9F\x98", 4, "x" R, 3, "cut after three of four" },
    { "caf\xE9 au", 7, "caf" R " au", 1, "Latin-1 among ASCII" },
    { "0123456789\x93words\x94 0123456789", 28, "0123456789" R "words" R " 0123456789", 2, "Windows marks amid long runs" },
};

START_TEST(every_kind_of_ill_formed_bytes)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        work w = { .in = rows[i].in, .n = rows[i].n };
        ck_assert_int_eq(na_guard(&w.arena, decode, &w), 0);
        ck_assert_msg(w.length == strlen(rows[i].out) && !memcmp(w.out, rows[i].out, w.length), "%s: got %.*s", rows[i].why, (int)w.length, w.out);
        ck_assert_msg(w.repaired == rows[i].repaired, "%s: %zu bytes repaired", rows[i].why, w.repaired);
        ck_assert_msg(rows[i].repaired || w.out == rows[i].in, "%s: copied for nothing", rows[i].why);
        na_arena_free(&w.arena);
    }
}
END_TEST

START_TEST(a_nul_is_found_wherever_it_stands)
{
    for (size_t at = 0; at < 40; at++) {
        char bytes[40];
        work w = { .in = bytes, .n = sizeof bytes };
        memset(bytes, 'a', sizeof bytes);
        bytes[at] = 0;
        ck_assert_int_eq(na_guard(&w.arena, decode, &w), 0);
        ck_assert_uint_eq(w.repaired, 1);
        ck_assert_int_eq(memcmp(w.out + at, R, 3), 0);
        ck_assert_uint_eq(w.length, 42);
        na_arena_free(&w.arena);
    }
}
END_TEST

/* By the definition alone: shortest form, no surrogate, at most U+10FFFF, no NUL. */
static int is_valid(const unsigned char *b, size_t n)
{
    static const uint32_t least[] = { 0, 1, 0x80, 0x800, 0x10000 };
    for (size_t i = 0, length; i < n; i += length) {
        uint32_t c = b[i];
        length = c < 0x80 ? 1 : c >> 5 == 6 ? 2 : c >> 4 == 14 ? 3 : c >> 3 == 30 ? 4 : 0;
        if (!length || i + length > n)
            return 0;
        c = length == 1 ? c : c & (0x7Fu >> length);
        for (size_t k = 1; k < length; k++) {
            if (b[i + k] >> 6 != 2)
                return 0;
            c = c << 6 | (b[i + k] & 63);
        }
        if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
            return 0;
    }
    return 1;
}

/* All four-byte strings over the bytes at which the rules change. */
START_TEST(whatever_comes_in_what_goes_out_is_valid)
{
    static const unsigned char edge[] = { 0x00, 'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
                                          0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF };
    size_t m = COUNT(edge), wrong = 0;
    na_arena arena = {0};
    for (size_t i = 0; i < m * m * m * m; i++) {
        unsigned char in[4] = { edge[i % m], edge[i / m % m], edge[i / m / m % m], edge[i / m / m / m] };
        work w = { .arena = arena, .in = (const char *)in, .n = 4 };
        wrong += na_guard(&w.arena, decode, &w) != 0;
        wrong += !is_valid((const unsigned char *)w.out, w.length);
        wrong += is_valid(in, 4) != !w.repaired;
        na_arena_reset(&w.arena);
        arena = w.arena;
    }
    ck_assert_uint_eq(wrong, 0);
    na_arena_free(&arena);
}
END_TEST

START_TEST(code_points_are_taken_apart)
{
    static const struct { const char *text; uint32_t c; size_t length; } points[] = {
        { "A", 'A', 1 }, { "é", 0xE9, 2 }, { "’", 0x2019, 3 }, { "😀", 0x1F600, 4 }, { "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
    };
    size_t length;
    for (size_t i = 0; i < COUNT(points); i++) {
        ck_assert_uint_eq(na_code_point(points[i].text, strlen(points[i].text), 0, &length), points[i].c);
        ck_assert_uint_eq(length, points[i].length);
    }
    ck_assert_uint_eq(na_code_point("a", 1, 1, &length), 0);
    ck_assert_uint_eq(length, 0);
}
END_TEST

START_TEST(letters_capitals_spaces)
{
    static const struct { uint32_t c; int letter, upper, space; const char *why; } points[] = {
        { 'a', 1, 0, 0, "small" }, { 'Z', 1, 1, 0, "capital" }, { '9', 0, 0, 0, "digit" }, { '_', 0, 0, 0, "mark" },
        { '@', 0, 0, 0, "before A" }, { '[', 0, 0, 0, "behind Z" }, { '`', 0, 0, 0, "before a" }, { '{', 0, 0, 0, "behind z" },
        { 0xC9, 1, 1, 0, "É" }, { 0xE9, 1, 0, 0, "é" }, { 0x1C5, 1, 1, 0, "ǅ, title case" }, { 0x6771, 1, 0, 0, "東" },
        { 0x301, 1, 0, 0, "an accent that combines belongs to its word" }, { 0x2019, 0, 0, 0, "an apostrophe" },
        { ' ', 0, 0, 1, "space" }, { '\t', 0, 0, 1, "tab" }, { '\n', 0, 0, 1, "line end" }, { 1, 0, 0, 1, "control" },
        { 0x7F, 0, 0, 1, "delete" }, { 0xA0, 0, 0, 1, "no-break" }, { 0xAD, 0, 0, 1, "soft hyphen" }, { 0x2003, 0, 0, 1, "em" },
        { 0x200B, 0, 0, 1, "zero width" }, { 0x2028, 0, 0, 1, "line separator" }, { 0x3000, 0, 0, 1, "ideographic" },
        { 0xFEFF, 0, 0, 1, "BOM" }, { 0xFFFD, 0, 0, 0, "replacement" },
    };
    for (size_t i = 0; i < COUNT(points); i++) {
        ck_assert_msg(!na_is_letter(points[i].c) == !points[i].letter, "letter: %s", points[i].why);
        ck_assert_msg(!na_is_upper(points[i].c) == !points[i].upper, "upper: %s", points[i].why);
        ck_assert_msg(!na_is_space(points[i].c) == !points[i].space, "space: %s", points[i].why);
    }
}
END_TEST

TESTS("decode", every_kind_of_ill_formed_bytes, a_nul_is_found_wherever_it_stands,
      whatever_comes_in_what_goes_out_is_valid, code_points_are_taken_apart, letters_capitals_spaces)
