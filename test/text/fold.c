/* Spellings that mean the same are made the same. */
#include "test.h"
#include "text/text.h"

START_TEST(words_fold)
{
    static const struct { const char *in, *out, *why; } rows[] = {
        { "Word", "word", "case" }, { "KCNA", "kcna", "capitals" },
        { "Łódź", "lodz", "diacritics, and a letter that does not decompose" }, { "Nguyễn", "nguyen", "two marks on one letter" },
        { "Straße", "strasse", "sharp s" }, { "Ærø", "aero", "ligature letters" }, { "Þór Œuvre", "thor oeuvre", "more of them" },
        { "İstanbul ISPARTA ı", "istanbul isparta i", "dotted and dotless i" },
        { "don’t", "don't", "curly apostrophe" }, { "don‘t", "don't", "the wrong curly one" }, { "don`t", "don't", "grave" }, { "don´t", "don't", "acute" },
        { "ʻOumuamua", "'oumuamua", "okina" }, { "ﬁsh", "fish", "compatibility form" }, { "Ｋｉｍ", "kim", "full width" },
        { "e\xCC\x81t\xC3\xA9", "ete", "composed and combining" }, { "ΑΘΗΝΑ", "αθηνα", "Greek" }, { "МОСКВА", "москва", "Cyrillic" },
        { "東京", "東京", "no case to fold" }, { "", "", "nothing" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        char out[256];
        size_t n = na_fold(rows[i].in, strlen(rows[i].in), out);
        EXPECT(out, rows[i].out, rows[i].why);
        ck_assert_uint_eq(n, strlen(rows[i].out));
    }
}
END_TEST

/* The promise that callers size their buffers by, over all of Unicode. */
START_TEST(folding_never_outgrows_its_room)
{
    size_t wrong = 0;
    for (uint32_t c = 1; c < 0x110000; c++) {
        char in[5] = {0}, out[6 * 4 + 1], again[6 * sizeof out];
        size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4, m;
        if (c >= 0xD800 && c < 0xE000)
            continue;
        if (n == 1)
            in[0] = (char)c;
        else
            for (size_t k = 0; k < n; k++)
                in[k] = (char)((k ? 0x80 : 0xF0u << (4 - n) & 0xFFu) | (c >> 6 * (n - 1 - k) & (k ? 63u : 0xFFu >> (n + 1))));
        m = na_fold(in, n, out);
        wrong += m > 6 * n || out[m];
        wrong += na_fold(out, m, again) > 6 * m;
    }
    ck_assert_uint_eq(wrong, 0);
}
END_TEST

typedef struct work { na_arena arena; const char *in; char *out; } work;

static void fold_name(void *state)
{
    work *w = state;
    w->out = na_fold_name(&w->arena, w->in, strlen(w->in));
}

START_TEST(names_fold)
{
    static const struct { const char *in, *out, *why; } rows[] = {
        { "O'Brien", "obrien", "apostrophes go" }, { "O’Brien", "obrien", "curly too" },
        { "O ‘Brien", "obrien", "an opening mark and a space inside a name" }, { "O' Brien", "obrien", "a space behind" },
        { "D'Angelo", "dangelo", "another particle" }, { "Ann Lee’s", "ann lees", "only a lone letter is joined" },
        { "Jong-un", "jong un", "hyphens are spaces" }, { "Jong Un", "jong un", "as if none stood there" }, { "Jean–Luc", "jean luc", "dashes are" },
        { "U.S.", "us", "periods go" }, { "J. K. Smith, Jr.", "j k smith jr", "initials and commas" },
        { "The Vellmar Post", "vellmar post", "the article in front is dropped" }, { "the", "the", "but is a name when alone" },
        { "Thelma", "thelma", "and is a word of its own" }, { "AT&T", "at&t", "an ampersand tells names apart" },
        { "  Ann \t Lee  ", "ann lee", "one space between" }, { "Ann\xC2\xA0Lee", "ann lee", "a no-break space" }, { "…", "", "nothing to compare" }, { "", "", "nothing" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        work w = { .in = rows[i].in };
        ck_assert_int_eq(na_guard(&w.arena, fold_name, &w), 0);
        EXPECT(w.out, rows[i].out, rows[i].why);
        na_arena_free(&w.arena);
    }
}
END_TEST

START_TEST(offsets_convert)
{
    const char *text = "aé’😀b";
    static const struct { size_t at, points, units; } rows[] = { { 0, 0, 0 }, { 1, 1, 1 }, { 3, 2, 2 }, { 6, 3, 3 }, { 10, 4, 5 }, { 11, 5, 6 } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        ck_assert_uint_eq(na_count_code_points(text, rows[i].at), rows[i].points);
        ck_assert_uint_eq(na_count_utf16(text, rows[i].at), rows[i].units);
    }
}
END_TEST

TESTS("fold", words_fold, folding_never_outgrows_its_room, names_fold, offsets_convert)
