/* Runs of shared words. */
#include "link/runs.h"
#include "test.h"

static na_arena arena;

static const struct { const char *a, *b, *runs, *why; } pair[] = {
    { "one two three four five six seven eight", "zero one two three four five six seven eight nine", "8@0,1", "a run of eight" },
    { "one two three four five six seven", "one two three four five six seven", "", "seven are too few" },
    { "a b c d e f g h x a b c d e f g h i", "a b c d e f g h i", "8@0,0", "of what a repeats, its first place" },
    { "a b c d e f g h 1 2 3 4 5 6 7 8", "1 2 3 4 5 6 7 8 a b c d e f g h", "8@8,0 8@0,8", "two runs that changed places" },
    { "a a a a a a a a a a a a", "a a a a a a a a a a a a a a a a a a a a", "12@0,0 8@0,12", "one word again and again" },
    { "", "", "", "nothing" },
};

static void compare_pairs(void *state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pair); i++) {
        na_wording a = na_take_wording(&arena, pair[i].a, strlen(pair[i].a)), b = na_take_wording(&arena, pair[i].b, strlen(pair[i].b));
        size_t n;
        na_common_run *run = na_shared_runs(&arena, &a, &b, &n);
        na_buffer shown = { .bytes = NULL };
        for (size_t k = 0; k < n; k++)
            na_addf(&shown, "%s%u@%u,%u", k ? " " : "", run[k].words, run[k].a, run[k].b);
        EXPECT(shown.bytes ? shown.bytes : "", pair[i].runs, pair[i].why);
        na_buffer_free(&shown);
    }
}

START_TEST(runs_of_eight_words_are_found)
{
    ck_assert_int_eq(na_guard(&arena, compare_pairs, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("link/runs", runs_of_eight_words_are_found)
