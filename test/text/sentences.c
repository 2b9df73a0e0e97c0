/* Where sentences end. */
#include "test.h"
#include "text/shown.h"

/* In what is expected a | stands where a sentence ends. */
static const struct { const char *out, *why; } rows[] = {
    { "We sail. | They stay. | Do they? | Yes! | Fine.", "plain" },
    { "Mr. Lee met Dr. Marsh. | Gov. Ash was there.", "titles end none" },
    { "J. K. Smith came. | J.K. Smith left.", "nor do initials" },
    { "It began on Jan. 5. | It ended in Jan. | He left.", "a month's period ends one unless a number follows" },
    { "The U.S. team won. | They left the U.S. | The end.", "U.S. ends one before a word that begins sentences" },
    { "At 5 p.m. he left. | He paid $3.5 million. | It was 1,000.", "periods inside" },
    { "“We sail.” | “They stay,” he said. | He left.", "closing marks belong to the sentence before" },
    { "“Go!” he said. | (He went.) | “Why?” asked Ann.", "a small letter goes on" },
    { "\"We sail.\" | \"They stay,\" he said.", "straight marks" },
    { "He said: ‘Yes.’ | ‘No.’", "single marks" },
    { "He waited... and went. | Then... | Nothing.", "three periods end one before a capital" },
    { "See vellmarpost.example for more. | Write to ann@post.example. | Thanks.", "addresses" },
    { "Version 2.0 is out. | 5 people use it.", "a number can begin one" },
    { "What?! | No way!!! | Really.", "marks in a row" },
    { "She told E! News so. | Go! | News came.", "a mark inside a known name" },
    { "Headline without a period\n| By Ann Lee", "a short line is whole" },
    { "One paragraph without a period\n\n| Another", "a paragraph always ends one" },
    { "This line of prose was wrapped by a program at about seventy columns\nand goes on here. | Then it ends.", "a full line of prose goes on" },
    { "", "nothing" },
};

static void show(const na_tokens *t, char *out)
{
    size_t at = 0;
    for (size_t i = 0; i < t->sentences; i++) {
        size_t end = i + 1 < t->sentences ? t->token[t->sentence[i + 1].first].at : t->n;
        memcpy(out, t->text + at, end - at);
        out += end - at;
        if (end < t->n) {
            memcpy(out, "| ", 2);
            out += 2;
        }
        at = end;
    }
    *out = 0;
}

START_TEST(sentences_end_where_a_reader_would_end_them)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        char text[512], out[512];
        shown s = { .text = text };
        for (const char *c = rows[i].out; *c; c++)
            if (c[0] == '|' && c[1] == ' ')
                c++;
            else
                text[s.n++] = *c;
        text[s.n] = 0;
        ck_assert_int_eq(na_guard(&s.arena, show_tokenize, &s), 0);
        show(s.tokens, out);
        EXPECT(out, rows[i].out, rows[i].why);
        ck_assert_msg(!broken(s.tokens), "%s: %s", rows[i].why, broken(s.tokens));
        na_arena_free(&s.arena);
    }
}
END_TEST

START_TEST(periods_that_end_nothing_are_marked)
{
    shown s = { .text = "Mr. Lee left on Jan. 5. J. Ash came.", .n = strlen("Mr. Lee left on Jan. 5. J. Ash came.") };
    size_t dotted = 0;
    ck_assert_int_eq(na_guard(&s.arena, show_tokenize, &s), 0);
    for (size_t i = 0; i < s.tokens->count; i++)
        if (s.tokens->token[i].flags & NA_DOTTED) {
            ck_assert(na_is(s.tokens, i, "mr") || na_is(s.tokens, i, "jan") || na_is(s.tokens, i, "j"));
            dotted++;
        }
    ck_assert_uint_eq(dotted, 3);
    na_arena_free(&s.arena);
}
END_TEST

TESTS("sentences", sentences_end_where_a_reader_would_end_them, periods_that_end_nothing_are_marked)
