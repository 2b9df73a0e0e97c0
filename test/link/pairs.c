/* Two articles held against each other: the affair, and its days. */
#include "link/link.h"
#include "test.h"

static na_arena arena;
#define GRAIN "The silo of the Ostermark mill burst at dawn and buried the yard of miller Jorun Aske under barley."

/* Whether the second is like the first: as much (=) as the same text on the same day, less (<), half or less (h), not at all (0). */
static const struct { const char *first_day, *first, *day, *second; char like; const char *why; } row[] = {
    { "2024-03-05", GRAIN, "2024-03-05", GRAIN, '=', "the same on the same day" },
    { "2024-03-05", GRAIN, "2024-03-09", GRAIN, '<', "days later" },
    { "2024-03-05", GRAIN, "2024-03-14", GRAIN, 'h', "more than a week later" },
    { "2024-03-05", GRAIN, "2024-03-14", GRAIN " The silo burst on 4 March 2024.", '<', "later, but it tells of the day" },
    { "2024-03-05", GRAIN " The silo burst on 14 March 2024.", "2024-03-14", GRAIN, 'h', "the first cannot tell of what is to come" },
    { "2024-03-05", GRAIN, "2024-04-05", GRAIN " The silo burst on 4 March 2024.", '0', "a month later is another affair" },
    { "2024-03-05", GRAIN, NULL, GRAIN, '<', "where a day is not known the two may lie apart" },
};

static na_profile *profile(const char *day, const char *text)
{
    na_given *given = na_alloc(&arena, sizeof *given);
    given->published = day;
    return na_make_profile(&arena, na_read(&arena, given, text, strlen(text)));
}

static void compare_rows(void *state)
{
    na_profile *whole = profile(row[0].day, GRAIN);
    float most = na_likeness(whole, whole);
    (void)state;
    for (size_t i = 0; i < COUNT(row); i++) {
        na_profile *a = profile(row[i].first_day, row[i].first), *b = profile(row[i].day, row[i].second);
        float like = na_likeness(a, b) / most;
        char got[] = { like <= 0 ? '0' : like < 0.5f ? 'h' : like < 0.99f ? '<' : '=', 0 }, want[] = { row[i].like, 0 };
        EXPECT(got, want, row[i].why);
        ck_assert_msg(na_likeness(b, a) == na_likeness(a, b), "%s, the other way round", row[i].why);
    }
}

START_TEST(likeness_counts_with_the_days_between)
{
    ck_assert_int_eq(na_guard(&arena, compare_rows, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

static void compare_headlines(void *state)
{
    static const na_given with = { .title = "Barley buries miller's yard" };
    na_profile *a = na_make_profile(&arena, na_read(&arena, &with, "Nobody was hurt.", 16)), *b = profile(NULL, GRAIN), *c = profile(NULL, "Nobody was hurt.");
    (void)state;
    ck_assert(na_likeness(a, b) > na_likeness(c, b));
}

START_TEST(a_headline_given_beside_the_text_counts)
{
    ck_assert_int_eq(na_guard(&arena, compare_headlines, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("link/pairs", likeness_counts_with_the_days_between, a_headline_given_beside_the_text_counts)
