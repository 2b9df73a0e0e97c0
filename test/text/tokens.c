/* Words, numbers, marks; and that no input whatever takes more than its length. */
#include "test.h"
#include "text/shown.h"

/* Kind:text for each token; quotation marks show which way they can face. */
static void show(const na_tokens *t, char *out, size_t room)
{
    size_t used = 0;
    *out = 0;
    for (size_t i = 0; i < t->count; i++) {
        const na_token *k = &t->token[i];
        const char *faces = k->kind != NA_QUOTE ? "" : !(k->flags & NA_CLOSES) ? "<" : !(k->flags & NA_OPENS) ? ">" : "<>";
        used += (size_t)snprintf(out + used, room - used, "%s%c:%.*s%s%s", i ? " " : "", "WCNPQA"[k->kind], (int)k->length, t->text + k->at, faces,
                                 k->flags & NA_CAPS ? "^^" : k->flags & NA_UPPER ? "^" : "");
    }
}

/* W word, C clitic, N number, P punctuation, Q quotation mark (< opens, > closes), A address; ^ a capital, ^^ all capitals. */
static const struct { const char *in, *out, *why; } rows[] = {
    { "", "", "nothing" }, { " \t\n\xC2\xA0 ", "", "only space" },
    { "We don't go", "W:We^ W:don't W:go", "an apostrophe between letters is the word's" },
    { "O’Brien’s O'Brien's", "W:O’Brien^ C:’s W:O'Brien^ C:'s", "the 's of a possessive is its own" },
    { "ships’ crews, James's", "W:ships Q:’> W:crews P:, W:James^ C:'s", "a bare apostrophe at a word's end is a mark" },
    { "it's, it's.", "W:it C:'s P:, W:it C:'s P:.", "before a mark too" }, { "it'self", "W:it'self", "but not inside a word" },
    { "the ’90s, ’tis", "W:the Q:’> N:90s P:, Q:’> W:tis", "an apostrophe in front is a mark" },
    { "the U.S. and the U.S too, 5 a.m.", "W:the W:U.S.^^ W:and W:the W:U.S^^ W:too P:, N:5 W:a.m.", "letters with periods are one word" },
    { "the end. Then", "W:the W:end P:. W:Then^", "a period behind a word is its own" }, { "the a. Then", "W:the W:a P:. W:Then^", "one letter is no abbreviation by itself" },
    { "J. K. Smith", "W:J^ P:. W:K^ P:. W:Smith^", "initials apart" }, { "J.K. Smith", "W:J.K.^^ W:Smith^", "initials together" },
    { "1,000 3.5 3rd 1990s 5pm 20% $10", "N:1,000 N:3.5 N:3rd N:1990s N:5pm N:20 P:% P:$ N:10", "numbers with what belongs to them" },
    { "8 ½ 8½ 7/8 1, 2.", "N:8 N:½ N:8½ N:7 P:/ N:8 N:1 P:, N:2 P:.", "fractions; a mark behind is not the number's" },
    { "14th's", "N:14th C:'s", "a possessive of a number" },
    { "\"Go,\" he", "Q:\"< W:Go^ P:, Q:\"> W:he", "straight marks face by the space beside them" },
    { "a \" b", "W:a Q:\"<> W:b", "between spaces they can be either" }, { "x\"y", "W:x Q:\"<> W:y", "and between letters" },
    { "“a” ‘b’ «c» „d“", "Q:“< W:a Q:”> Q:‘< W:b Q:’> Q:«< W:c Q:»> Q:„< W:d Q:“<", "curly marks face by their shape" },
    { "``a'' `b'", "Q:``< W:a Q:''> Q:`< W:b Q:'>", "typewriter marks" },
    { "a...b --- c — d–e ... x…", "W:a P:... W:b P:--- W:c P:— W:d P:– W:e P:... W:x P:…", "a run of one mark is one" },
    { "?! !!", "P:? P:! P:!!", "different marks are not" },
    { "ann.lee@post.example, ann@post.example.", "A:ann.lee@post.example P:, A:ann@post.example P:.", "e-mail" },
    { "(http://x.example/a?b=c, see www.x.example)", "P:( A:http://x.example/a?b=c P:, W:see A:www.x.example P:)", "URLs" },
    { "vellmarpost.example said. vellmarpost.example/a!b", "A:vellmarpost.example W:said P:. A:vellmarpost.example/a!b", "domains and what follows them" },
    { "we said@ @ann_lee: @ 5", "W:we W:said P:@ A:@ann_lee P:: P:@ N:5", "handles, and an @ that is none" },
    { "ab.c!ab", "W:ab P:. W:c P:! W:ab", "no domain with other marks in it" },
    { "Ünïted-Łódź 東京 naïve", "W:Ünïted^ P:- W:Łódź^ W:東京 W:naïve", "letters of all scripts; a hyphen parts" },
    { "KCNA USA's McX B-52 X", "W:KCNA^^ W:USA^^ C:'s W:McX^ W:B^ P:- N:52 W:X^", "capitals" },
    { "a\xE2\x80\x8Bz so\xC2\xAD" "ft", "W:a W:z W:so W:ft", "invisible characters part words" },
    { "x\xEF\xBF\xBDy", "W:x P:\xEF\xBF\xBD W:y", "what was no UTF-8 is a mark" },
};

START_TEST(tokens_are_what_a_person_would_say)
{
    for (size_t i = 0; i < COUNT(rows); i++) {
        shown s = { .text = rows[i].in, .n = strlen(rows[i].in) };
        char out[1024];
        ck_assert_int_eq(na_guard(&s.arena, show_tokenize, &s), 0);
        show(s.tokens, out, sizeof out);
        EXPECT(out, rows[i].out, rows[i].why);
        ck_assert_msg(!broken(s.tokens), "%s: %s", rows[i].why, broken(s.tokens));
        na_arena_free(&s.arena);
    }
}
END_TEST

START_TEST(spellings_share_a_hash)
{
    shown s = { .text = "O’Brien O'BRIEN o'brien Łódź LODZ lodz other", .n = strlen("O’Brien O'BRIEN o'brien Łódź LODZ lodz other") };
    const na_token *t;
    ck_assert_int_eq(na_guard(&s.arena, show_tokenize, &s), 0);
    t = s.tokens->token;
    ck_assert(t[0].hash == t[1].hash && t[1].hash == t[2].hash);
    ck_assert(t[3].hash == t[4].hash && t[4].hash == t[5].hash);
    ck_assert(t[0].hash != t[3].hash && t[3].hash != t[6].hash);
    ck_assert_uint_eq(t[5].hash, na_hash("lodz", 4));
    na_arena_free(&s.arena);
}
END_TEST

/* Each is repeated to megabytes: what looks ahead again and again would take hours. */
static const char *const hostile[] = {
    "\"", "'", "”", "“", "``", "''", "`", "‘", " ’", "\" ", "“a ", "” ’ ", ".”", ").", ". ", "...", ".?!",
    "a.", "a.b", "ab.c!", "ab.c:", "ab.c/", "a@b", "a@", "@", "@a", "http://", "a://", "www.", "w.", "a-", "a_b.", "a-b.c",
    "1,", "1.", "½", "9", "'s", "a's", "a'", "’s’", "é", "é'", "e\xCC\x81", "東", "😀", "\xEF\xBF\xBD", "A", "Aa", "A.", "Mr.", "Mr. ", "Jan. ",
    "\n", "\r\n", "\n\n", "a\n", "a b c d e f g h i j k l m n o p q r s t u v w x y\n", "-", "- ", "—", "(", "[", "ab.c,ab", "U.S. ",
};

START_TEST(hostile_input_takes_linear_time)
{
    enum { SIZE = 3 << 20 };
    size_t n = strlen(hostile[_i]);
    char *text = malloc(SIZE);
    shown s = { .text = text };
    while (s.n + n <= SIZE) {
        memcpy(text + s.n, hostile[_i], n);
        s.n += n;
    }
    ck_assert_int_eq(na_guard(&s.arena, show_tokenize, &s), 0);
    ck_assert_msg(!broken(s.tokens), "“%s”: %s", hostile[_i], broken(s.tokens));
    na_arena_free(&s.arena);
    free(text);
}
END_TEST

/* Bytes by a generator, as a text is made of them: marks, letters, pieces of UTF-8. */
START_TEST(any_bytes_are_divided_without_a_rest)
{
    static const char alphabet[] = "aA1 .,'\"`@:/-_\n\r\t?!()[]sS&\xE2\x80\x99\x98\x9C\x9D\xC3\xA9\xF0\x9F\xC2\xA0";
    uint64_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        char bytes[64];
        size_t repaired;
        shown s = {0};
        for (size_t i = 0; i < sizeof bytes; i++) {
            seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            bytes[i] = alphabet[(seed >> 33) % (sizeof alphabet - 1)];
        }
        s.text = na_decode(&s.arena, bytes, sizeof bytes, &s.n, &repaired);
        if (na_guard(&s.arena, show_tokenize, &s) || broken(s.tokens))
            ck_abort_msg("round %d: %s: %.*s", round, broken(s.tokens), (int)s.n, s.text);
        na_arena_free(&s.arena);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tokens");
    TCase *group = tcase_create("tokens");
    SRunner *runner = srunner_create(suite);
    int failed;
    tcase_set_timeout(group, 60);
    tcase_add_test(group, tokens_are_what_a_person_would_say);
    tcase_add_test(group, spellings_share_a_hash);
    tcase_add_test(group, any_bytes_are_divided_without_a_rest);
    tcase_add_loop_test(group, hostile_input_takes_linear_time, 0, (int)COUNT(hostile));
    suite_add_tcase(suite, group);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
