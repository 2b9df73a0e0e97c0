/* Searches: what a person types, and what the index is asked. */
#include "link/search.h"
#include "test.h"

static na_arena arena;

static const struct { const char *typed; size_t wanted; const char *first[4]; const char *why; } search[] = {
    { "O'Hara", 1, { "O'Hara", "OHara" }, "a name with an apostrophe is also one without" },
    { "O ‘Hara", 1, { "O'Hara", "OHara" }, "a torn name is one word" },
    { "Ohara", 1, { "Ohara", "O hara" }, "and found where it has its apostrophe" },
    { "Łódź", 1, { "Łódź", "lodz" }, "letters that Unicode does not decompose" },
    { "Trammel's", 1, { "Trammel" }, "a possessive is the name" },
    { "U.S.", 1, { "U.S.", "US" }, "an abbreviation without its periods" },
    { "UN", 1, { "UN", "U N" }, "and with them" },
    { "\"ééééééééé x\"", 1, { "eeeeeeeee x" }, "a long row of letters with marks" },
    { "harbour gate", 2, { "harbour" }, "two words, any order" },
    { "\"harbour gate\"", 1, { "harbour gate" }, "in a row" },
    { "“harbour gate”", 1, { "harbour gate" }, "in a row, between curly marks" },
    { "\"harbour gate", 1, { "harbour gate" }, "a row that is not closed goes to the end" },
    { "harbour\"gate\"wall", 3, { "harbour" }, "a mark ends a word" },
    { "NEAR(a b) OR c*", 4, { "NEAR(a" }, "nothing is syntax" },
    { "", 0, { NULL }, "nothing typed" },
    { " \t\n\xC2\xA0", 0, { NULL }, "nothing but space" },
    { "\xFF\xC3", 1, { "\xEF\xBF\xBD\xEF\xBF\xBD" }, "bytes that are no text" },
};

static void take_searches(void *state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(search); i++) {
        const na_search *s = na_take_search(&arena, search[i].typed, strlen(search[i].typed));
        ck_assert_msg(s->count == search[i].wanted, "%s: %zu wanted, not %zu", search[i].why, s->count, search[i].wanted);
        for (size_t k = 0; k < COUNT(search[i].first) && search[i].first[k]; k++) {
            size_t at = 0;
            while (at < s->wanted[0].spellings && strcmp(s->wanted[0].spelling[at].bytes, search[i].first[k]))
                at++;
            ck_assert_msg(at < s->wanted[0].spellings, "%s: \"%s\" is not looked for", search[i].why, search[i].first[k]);
        }
    }
}

START_TEST(words_are_looked_for_in_every_spelling)
{
    ck_assert_int_eq(na_guard(&arena, take_searches, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

static const struct { const char *typed; int any; const char *expression, *why; } expression[] = {
    { "78", 0, "(\"78\")", "one word in one spelling" },
    { "78 \"4 5\"", 0, "(\"78\") AND (\"4 5\")", "all of them" },
    { "78 90", 1, "(\"78\") OR (\"90\")", "any of them" },
    { "", 0, "\"\"", "nothing wanted finds nothing" },
    { "東京", 0, "(\"東京\" *)", "a run that the index does not part need only begin so" },
};

static void write_expressions(void *state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(expression); i++)
        EXPECT(na_search_expression(&arena, na_take_search(&arena, expression[i].typed, strlen(expression[i].typed)), expression[i].any),
               expression[i].expression, expression[i].why);
}

START_TEST(an_expression_names_them_all)
{
    ck_assert_int_eq(na_guard(&arena, write_expressions, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

static void take_hostile(void *state)
{
    enum { LONG = 300000 };
    char *typed = na_alloc(&arena, LONG);
    const na_search *s;
    (void)state;
    memset(typed, 'l', LONG);
    s = na_take_search(&arena, typed, LONG);
    ck_assert_uint_eq(s->count, 1);
    ck_assert_uint_le(s->wanted[0].spellings, NA_MOST_SPELLINGS);
    for (size_t i = 1; i < LONG; i += 2)
        typed[i] = i % 3 ? ' ' : '"';
    s = na_take_search(&arena, typed, LONG);
    ck_assert_uint_eq(s->count, NA_MOST_WANTED);
}

START_TEST(a_search_has_a_bound)
{
    ck_assert_int_eq(na_guard(&arena, take_hostile, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("link/search", words_are_looked_for_in_every_spelling, an_expression_names_them_all, a_search_has_a_bound)
