/* Word diffs: what is a difference, and what hostile wordings cost. */
#include "link/diff.h"
#include "test.h"

static na_arena arena;

/* "kept [-out-] {+in+}", as editors write it. */
static const char *shown(const na_diff *d)
{
    na_buffer b = { .bytes = NULL };
    const char *copy;
    for (size_t i = 0; i < d->edits; i++) {
        const na_edit *e = &d->edit[i];
        na_addf(&b, e->what == '=' ? "%s%.*s" : e->what == '-' ? "%s[-%.*s-]" : "%s{+%.*s+}", i ? " " : "", (int)e->length, e->text);
    }
    copy = na_copy(&arena, b.bytes ? b.bytes : "", b.n);
    na_buffer_free(&b);
    return copy;
}

static const struct { const char *from, *to, *shown; size_t changed; const char *why; } wording[] = {
    { "We will open the harbour.", "we will open the harbour", "we will open the harbour", 0, "case and the last mark are no difference" },
    { "“It’s done”, he said", "\"It's done\" he said", "\"It's done\" he said", 0, "kinds of marks and apostrophes are no difference" },
    { "open those [gates] again", "open those gates again", "open those gates again", 0, "an editor's brackets are no difference" },
    { "Mr. O’Hara left", "Mr. O ‘Hara left", "Mr. O ‘Hara left", 0, "a torn name is the name" },
    { "the U.S. envoy", "the US envoy", "the US envoy", 0, "periods of an abbreviation are no difference" },
    { "We will open the harbour", "We will shut the harbour", "We will [-open-] {+shut+} the harbour", 2, "a word replaced" },
    { "We will, again, open it", "We will open it", "We will [-again,-] open it", 1, "a word taken out, with its comma" },
    { "that was a sign", "that's a sign", "[-that was-] {+that's+} a sign", 3, "a contraction is one word" },
    { "", "one two", "{+one two+}", 2, "nothing before" },
    { "one two", "", "[-one two-]", 2, "nothing after" },
    { "a long-range plan", "a long range plan", "a long range plan", 0, "a hyphen parts words as a space does" },
    { "the price rose 5%", "the price rose 5", "the price rose 5 [-%-]", 1, "a per cent sign is a word" },
};

static void compare_wordings(void *state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(wording); i++) {
        na_wording a = na_take_wording(&arena, wording[i].from, strlen(wording[i].from));
        na_wording b = na_take_wording(&arena, wording[i].to, strlen(wording[i].to));
        na_diff d = na_diff_words(&arena, &a, &b);
        ck_assert_msg(d.changed == wording[i].changed, "%s: %zu changed, not %zu: %s", wording[i].why, d.changed, wording[i].changed, shown(&d));
        EXPECT(shown(&d), wording[i].shown, wording[i].why);
    }
}

START_TEST(differences_are_of_words)
{
    ck_assert_int_eq(na_guard(&arena, compare_wordings, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

static void compare_hostile(void *state)
{
    enum { WORDS = 100000 };
    char *a = na_alloc(&arena, 8 * WORDS), *b = na_alloc(&arena, 8 * WORDS);
    size_t n = 0, m = 0, first, end;
    na_wording from, to;
    na_diff d;
    (void)state;
    for (int i = 0; i < WORDS; i++) {
        n += (size_t)sprintf(a + n, "a%d ", i % 50000);
        m += (size_t)sprintf(b + m, "b%d ", i % 50000);
    }
    from = na_take_wording(&arena, a, n);
    to = na_take_wording(&arena, b, m);
    d = na_diff_words(&arena, &from, &to);
    ck_assert_uint_eq(d.kept, 0);
    ck_assert_uint_eq(d.changed, 2 * WORDS);
    na_find_stretch(&arena, &from, &to, &first, &end);
    ck_assert_uint_le(end, from.words);
}

START_TEST(strange_texts_take_no_quadratic_time)
{
    ck_assert_int_eq(na_guard(&arena, compare_hostile, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

static const struct { const char *whole, *part, *stretch, *why; } cut[] = {
    { "we know nothing more and that was a good sign for us all", "a good sign", "a good sign", "cut as it stands" },
    { "they never gave up their old viewpoint and habits at all", "old stance and habits", "old viewpoint and habits", "a word inside was changed" },
    { "he may run some sort of test in spring", "some form of trial", "some sort of test", "the last word was changed too" },
    { "the gate and the wall and the gate are shut", "the wall and the gate", "the wall and the gate", "not the words scattered before" },
    { "nothing of the kind", "entirely other words", "", "no word agrees" },
};

static void cut_fragments(void *state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cut); i++) {
        na_wording whole = na_take_wording(&arena, cut[i].whole, strlen(cut[i].whole)), stretch;
        na_wording part = na_take_wording(&arena, cut[i].part, strlen(cut[i].part));
        size_t first, end;
        na_find_stretch(&arena, &whole, &part, &first, &end);
        stretch = na_wording_part(&whole, first, end);
        EXPECT(first == end ? "" : na_copy(&arena, stretch.text + stretch.at[0], stretch.end[end - first - 1] - stretch.at[0]), cut[i].stretch, cut[i].why);
    }
}

START_TEST(a_fragment_is_held_against_the_stretch_it_was_cut_from)
{
    ck_assert_int_eq(na_guard(&arena, cut_fragments, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

/* Every word of either is in exactly one edit, and what stays is the same in both. */
static void check_random(void *state)
{
    uint32_t seed = 7;
    (void)state;
    for (int round = 0; round < 2000; round++) {
        char a[200], b[200];
        size_t n = 0, m = 0, i = 0, j = 0;
        na_wording from, to;
        na_diff d;
        for (int k = 0; k < round % 40; k++) {
            seed = seed * 1103515245u + 12345u;
            n += (size_t)sprintf(a + n, "%c ", 'a' + (int)(seed >> 16) % 4);
            seed = seed * 1103515245u + 12345u;
            if (k % 7)
                m += (size_t)sprintf(b + m, "%c ", 'a' + (int)(seed >> 16) % 4);
        }
        from = na_take_wording(&arena, a, n);
        to = na_take_wording(&arena, b, m);
        d = na_diff_words(&arena, &from, &to);
        for (size_t e = 0; e < d.edits; e++)
            for (size_t k = d.edit[e].first; k < d.edit[e].end; k++)
                if (d.edit[e].what == '=')
                    ck_assert_uint_eq(from.word[i++], to.word[j++]);
                else
                    ck_assert_uint_eq(k, d.edit[e].what == '-' ? i++ : j++);
        ck_assert_uint_eq(i, from.words);
        ck_assert_uint_eq(j, to.words);
        na_arena_reset(&arena);
    }
}

START_TEST(an_edit_takes_the_first_to_the_second)
{
    ck_assert_int_eq(na_guard(&arena, check_random, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("link/diff", differences_are_of_words, strange_texts_take_no_quadratic_time,
      a_fragment_is_held_against_the_stretch_it_was_cut_from, an_edit_takes_the_first_to_the_second)
