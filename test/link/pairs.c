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

/* What stands on every page of an outlet, and two matters that it tells. */
#define PAGE  " Sign in here to follow us, choose between four sizes of type, send us what you have seen, read what others have read" \
              " today, hear it as it was told then, and see what we said of you last year, or the year before, whatever that was."
#define BEES  "Two hundred hives were stolen from a monastery in Upper Tessin, and Abbot Kolumban Reith asked whoever took them to" \
              " feed the swarms before the frost, since nothing that hums should starve for a quarrel among people about clover." \
              " Beekeeper Ilse Marwitz traced wax and pollen along the Tessin canal; Reith offered the thieves mead and absolution."
#define MINES "Dredgers found a wartime mine beneath the Lindhorn viaduct, where engineer Saskia Thorvald stopped all trains until" \
              " navy divers had towed the rusty sphere to deeper water and burst it under a column of spray and herring." \
              " Thorvald had the pillars sounded by hammer; the Lindhorn railway lends its dining cars to whoever missed a ferry."

static void compare_copies(void *state)
{
    na_profile *bees = profile(NULL, BEES PAGE), *mines = profile(NULL, MINES PAGE), *bare = profile(NULL, BEES);
    (void)state;
    ck_assert_msg(na_shared(bees, bare) >= NA_COPIED, "a copy without the page round it is a copy");
    ck_assert_msg(na_shared(bees, mines) < NA_COPIED, "what an outlet has on every page makes no copies of its articles");
}

START_TEST(templates_are_no_copies)
{
    ck_assert_int_eq(na_guard(&arena, compare_copies, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("link/pairs", templates_are_no_copies, likeness_counts_with_the_days_between, a_headline_given_beside_the_text_counts)
