/* The word tables hold what the lists under lib/words say, and nothing else. */
#define _POSIX_C_SOURCE 200809L
#include "test.h"
#include "text/shown.h"
#include <glob.h>

/* The whole phrase as na_phrase finds it in running text: does it end where the phrase does? */
static uint32_t found_in_text(const char *phrase, size_t n, enum na_list list)
{
    shown s = { .text = phrase, .n = n };
    size_t end = 0;
    uint32_t entry = 0;
    if (!na_guard(&s.arena, show_tokenize, &s)) {
        const na_tokens *t = s.tokens;
        entry = t->count ? na_phrase(t, 0, list, &end) : 0;
        while (end < t->count && t->token[end].kind == NA_PUNCT && t->token[end].mark == '.')
            end++;
        if (end != t->count)
            entry = 0;
    }
    na_arena_free(&s.arena);
    return entry;
}

static const char *value_of(uint32_t entry, enum na_list list)
{
    static char rarity[16];
    if (list != NA_LIST_RARITY || !na_entry_in(entry, list))
        return na_entry_value(entry, list);
    snprintf(rarity, sizeof rarity, "%u", (unsigned)na_entry_rarity(entry));    /* kept as a number */
    return rarity;
}

/* Every entry of the list: found by itself, found in a text, with its value. */
static void hold_list(const char *path, enum na_list list)
{
    char line[4096], faults[4096] = "";
    size_t rows = 0, used = 0;
    FILE *file = fopen(path, "r");
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    while (fgets(line, sizeof line, file)) {
        size_t n = strcspn(line, "\r\n");
        char *tab = memchr(line, '\t', n);
        size_t phrase = tab ? (size_t)(tab - line) : n;
        uint32_t entry;
        const char *value;
        line[n] = 0;
        if (!n || *line == '#')
            continue;
        rows++;
        entry = na_phrase_entry(line, phrase);
        value = value_of(entry, list);
        if (used + 400 < sizeof faults && !(value && !strcmp(value, tab ? tab + 1 : "")))
            used += (size_t)snprintf(faults + used, 200, "\n  “%.*s” has the value “%.60s”", (int)phrase, line, value ? value : "none");
        else if (used + 400 < sizeof faults && found_in_text(line, phrase, list) != entry)
            used += (size_t)snprintf(faults + used, 200, "\n  “%.*s” is never found in a text", (int)phrase, line);
    }
    fclose(file);
    ck_assert_msg(rows, "%s is empty", path);
    ck_assert_msg(!used, "%s:%s", path, faults);
}

/* The enum of lists is made from the names of the files, sorted. */
START_TEST(every_entry_of_every_list_is_found)
{
    glob_t paths;
    ck_assert_int_eq(glob(TEST_WORDS "/*.txt", 0, NULL, &paths), 0);
    ck_assert_uint_eq(paths.gl_pathc, NA_LIST_PREFIX);
    for (size_t i = 0; i < paths.gl_pathc; i++)
        hold_list(paths.gl_pathv[i], (enum na_list)i);
    globfree(&paths);
}
END_TEST

START_TEST(what_stands_in_no_list_is_not_found)
{
    static const char *const words[] = { "", "qqxzvw", "january february march april", "...", "mr january", "ab.com", "january@post.example", "\xEF\xBF\xBD" };
    for (size_t i = 0; i < COUNT(words); i++)
        ck_assert_msg(!na_phrase_entry(words[i], strlen(words[i])), "“%s” is found", words[i]);
    ck_assert(!na_entry_in(0, NA_LIST_MONTH));
    ck_assert_ptr_null(na_entry_value(0, NA_LIST_MONTH));
    ck_assert_ptr_null(na_entry_value(na_phrase_entry("january", 7), NA_LIST_ABBREVIATION));
}
END_TEST

START_TEST(case_and_marks_make_no_difference)
{
    static const char *const words[] = { "january", "January", "JANUARY", "Jánuary", "January." };
    for (size_t i = 0; i < COUNT(words); i++)
        EXPECT(na_entry_value(na_phrase_entry(words[i], strlen(words[i])), NA_LIST_MONTH), "1", words[i]);
}
END_TEST

START_TEST(a_word_is_named_by_rules)
{
    shown s = { .text = "Said SAID sáid say", .n = strlen("Said SAID sáid say") };
    ck_assert_int_eq(na_guard(&s.arena, show_tokenize, &s), 0);
    ck_assert(na_is(s.tokens, 0, "said") && na_is(s.tokens, 1, "said"));
    ck_assert(!na_is(s.tokens, 2, "said") && !na_is(s.tokens, 3, "said") && !na_is(s.tokens, 4, ""));
    na_arena_free(&s.arena);
}
END_TEST

TESTS("words", every_entry_of_every_list_is_found, what_stands_in_no_list_is_not_found,
      case_and_marks_make_no_difference, a_word_is_named_by_rules)
