/* newsarc_read, the pure half: whatever bytes come in, a sound reading or a reason comes out. */
#include "public.h"
#include "sound.h"

static int read_bytes(const char *bytes, size_t n, const newsarc_reading **reading, const char **why)
{
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    d.text = bytes;
    d.length = n;
    return newsarc_read(reading, &d, why);
}

static void must_be_sound(const char *bytes, size_t n)
{
    const newsarc_reading *reading;
    const char *why = NULL;
    size_t row;
    char *json;
    int result = read_bytes(bytes, n, &reading, &why);
    if (result < 0) {
        ck_assert_int_eq(result, NEWSARC_BADINPUT);
        ck_assert_ptr_null(reading);
        return;
    }
    why = unsound(reading, &row);
    ck_assert_msg(!why, "%s, number %zu, of “%.*s”", why, row, n > 400 ? 400 : (int)n, bytes);
    ck_assert_int_eq(newsarc_reading_json(reading, &json, NULL), 0);
    newsarc_free(json);
    newsarc_reading_close(reading);
}

START_TEST(what_cannot_be_read_is_refused_with_a_reason)
{
    static const struct { const char *text; size_t n; const char *why; } rows[] = {
        { "", 0, "empty" }, { NULL, 0, "no text" }, { " \n\t ", 4, "only space" }, { "123 — 456!", 12, "no letter" },
        { "\0\0\0", 3, "only NUL" }, { "\xFF\xFE\xFD", 3, "nothing but bytes that are no UTF-8" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        const newsarc_reading *reading = (const newsarc_reading *)&rows[i];
        const char *why = NULL;
        ck_assert_msg(read_bytes(rows[i].text, rows[i].n, &reading, &why) == NEWSARC_BADINPUT, "%s is taken", rows[i].why);
        ck_assert_ptr_null(reading);
        ck_assert_msg(why && *why && !strchr(why, '\n'), "%s is refused without a line", rows[i].why);
        ck_assert_int_eq(read_bytes(rows[i].text, rows[i].n, &reading, NULL), NEWSARC_BADINPUT);
    }
}
END_TEST

START_TEST(a_call_that_makes_no_sense_is_told_so)
{
    newsarc_document d = document(NULL, NULL, "A text.");
    const newsarc_reading *reading;
    const char *why = NULL;
    ck_assert_int_eq(newsarc_read(NULL, &d, &why), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_read(&reading, NULL, &why), NEWSARC_BADARG);
    ck_assert_ptr_null(reading);
    ck_assert_ptr_nonnull(why);
    d.size = 0;
    ck_assert_int_eq(newsarc_read(&reading, &d, &why), NEWSARC_BADARG);
    newsarc_reading_close(NULL);
}
END_TEST

START_TEST(bytes_that_are_no_text_are_replaced)
{
    const newsarc_reading *reading;
    ck_assert_int_eq(read_bytes("caf\xE9 \0 x", 8, &reading, NULL), 0);
    ck_assert_str_eq(reading->text, "caf\xEF\xBF\xBD \xEF\xBF\xBD x");
    ck_assert_uint_eq(reading->length, 12);
    newsarc_reading_close(reading);
}
END_TEST

START_TEST(what_the_caller_knows_is_taken)
{
    newsarc_document d = document("a1", "2024-03-05T07:55", "The ferry sails again in May, Ann Lee said.");
    const newsarc_reading *reading;
    char *json;
    d.url = "https://vellmarpost.example/2024/01/01/ferry";
    d.source = "The Vellmar Post";
    d.title = "Ferry sails";
    ck_assert_int_eq(newsarc_read(&reading, &d, NULL), 0);
    ck_assert_str_eq(reading->article.key, "a1");
    ck_assert_str_eq(reading->article.url, d.url);
    ck_assert_str_eq(reading->article.source, d.source);
    ck_assert_str_eq(reading->article.headline, d.title);
    ck_assert_str_eq(reading->article.published, d.published);
    ck_assert_str_eq(reading->article.published_from, "given");
    ck_assert_int_eq(newsarc_reading_json(reading, &json, NULL), 0);
    ck_assert_ptr_nonnull(strstr(json, "\"id\":\"a1\""));
    newsarc_free(json);
    newsarc_reading_close(reading);
}
END_TEST

/* Feeds are full of them, and no article is lost for that. */
START_TEST(a_day_that_is_none_is_not_taken)
{
    static const char *const days[] = { "yesterday", "2023-02-29", "2024-13-01", "20240305", "05/03/2024", "0000-00-00", "" };
    for (size_t i = 0; i < COUNT(days); i++) {
        newsarc_document d = document(NULL, days[i], "The ferry sails again in May, Ann Lee said.");
        const newsarc_reading *reading;
        ck_assert_int_eq(newsarc_read(&reading, &d, NULL), 0);
        ck_assert_msg(!reading->article.published && !reading->article.published_from, "“%s” is taken", days[i]);
        newsarc_reading_close(reading);
    }
}
END_TEST

START_TEST(another_language_is_tagged_and_nobody_is_guessed)
{
    static const char text[] =
        "„Wir werden die Fähre im Mai wieder fahren lassen“, sagte die Ministerin Anna Lehmann am Dienstag in der Stadt. "
        "Die Arbeiten sind nach Angaben der Behörde noch nicht abgeschlossen, aber es gibt nun einen Plan für das Jahr.";
    const newsarc_reading *reading;
    ck_assert_int_eq(read_bytes(text, strlen(text), &reading, NULL), 0);
    ck_assert_ptr_nonnull(reading->article.language);
    ck_assert_str_ne(reading->article.language, "en");
    ck_assert_uint_ge(reading->quote_count, 1);
    for (size_t i = 0; i < reading->quote_count; i++)
        ck_assert_ptr_null(reading->quotes[i].speaker);
    newsarc_reading_close(reading);
}
END_TEST

START_TEST(the_same_bytes_give_the_same_reading)
{
    size_t count;
    news *list = our_articles(&count);
    for (size_t i = 0; i < count; i++) {
        char *json[2];
        for (int k = 0; k < 2; k++) {
            const newsarc_reading *reading;
            ck_assert_int_eq(newsarc_read(&reading, &list[i].document, NULL), 0);
            ck_assert_int_eq(newsarc_reading_json(reading, &json[k], NULL), 0);
            newsarc_reading_close(reading);
        }
        ck_assert_str_eq(json[0], json[1]);
        newsarc_free(json[0]);
        newsarc_free(json[1]);
    }
    forget_articles(list, count);
}
END_TEST

START_TEST(articles_cut_anywhere_are_read)
{
    size_t count;
    news *list = our_articles(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t n = 1; n < list[i].document.length; n += 1 + n / 12)
            must_be_sound(list[i].document.text + list[i].document.length - n, n);
    for (size_t i = 0; i < count; i++)
        for (size_t n = 1; n <= list[i].document.length; n += 1 + n / 12)
            must_be_sound(list[i].document.text, n);
    forget_articles(list, count);
}
END_TEST

static uint32_t drawn(uint64_t *seed, size_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*seed >> 33) % below);
}

/* Sentences put together by chance from what the rules look for. */
START_TEST(any_order_of_words_and_marks_is_read)
{
    static const char *const piece[] = {
        "“", "”", "\"", "‘", "’", "'", "''", "``", "(", ")", "[", "]", ",", ".", "?", "!", ":", ";", "—", "-", "...", "\n", "\n\n", "\r\n",
        " ", " ", " ", " ", " ", " ", "\xC2\xA0", "\xEF\xBB\xBF", "\xFF", "said ", "told ", "according to ", "he ", "she ", "they ", "that ",
        "Ann Lee ", "Mr. ", "President ", "Kim ", "O'Brien", "'s ", "the Vellmar Post ", "U.S. ", "North Ardland ", "spokesman ", "who ",
        "Jan. ", "May ", "2024 ", "5", "last ", "week ", "Tuesday ", "two ", "years ", "ago ", "the ", "end of ", "early ", "1990s ", "2024-02-30 ",
        "By ", "©", "(AP) ", "Photo: ", "Copyright ", "ann@post.example ", "http://post.example/2024/03/05/x ", "Share ", "wants ", "not ", "\t",
    };
    uint64_t seed = 7;
    for (int round = 0; round < 4000; round++) {
        char text[2048];
        size_t n = 0, pieces = 1 + drawn(&seed, 80);
        for (size_t i = 0; i < pieces; i++) {
            const char *p = piece[drawn(&seed, COUNT(piece))];
            memcpy(text + n, p, strlen(p));
            n += strlen(p);
        }
        must_be_sound(text, n);
    }
}
END_TEST

/* Repeated to a megabyte: what looks ahead or back again and again would take hours. */
static const char *const hostile[] = {
    "“", "”", "\"", "'", "‘", "’", "``", "“a ", "\"a\" ", "“a” ", "\"a, ", "(", "[", "“A” said Ann Lee. ", "he said. ", "said ", "said that ", "“Go,” he said. ",
    "told ", "Ann Lee ", "Lee ", "Ann ", "Mr. ", "Kim ", "A. ", "A", "a", "A B ", "Ann Lee, ", "the ", "of the ", "and ", "President ", "U.S. ", "who ",
    "last ", "the end of ", "May ", "May 5 ", "2024 ", "2024-", "1,", "two ", "twenty-", "years ", "ago ", "Tuesday ", "5 ", "from May to ",
    "\n", "\n\n", "a\n", "A\n\n", "By Ann Lee\n", "Share\n", "“a\n\n", "©", "ann@post.example ", "http://", "a.b", ". ", "... ", "—", "- ", ":", "“Go", "Go” ", "’s ", "é", "\xFF", "x\n\n“a, ",
    "“a” said Lee that the ", "the mayor said “a” and ", "According to Ann Lee, ", "In May, “a” ", "“a, ‘b’ ", "„a“ ", "accused Lee of ", "“a”: Lee ", "Lee's “a” of ",
    "Jr. ", "Ann Lee Jr., ", "the mayor's son ", "Taipei Dome of ", "the ferry Ann ",
};

START_TEST(hostile_text_takes_linear_time)
{
    enum { SIZE = 1 << 20 };
    size_t length = strlen(hostile[_i]), n = 2;
    char *text = malloc(SIZE);
    memcpy(text, "a ", 2);
    for (; n + length <= SIZE; n += length)
        memcpy(text + n, hostile[_i], length);
    must_be_sound(text, n);
    free(text);
}
END_TEST

START_TEST(offsets_convert_for_other_languages)
{
    const char *text = "é’😀b";
    ck_assert_uint_eq(newsarc_code_points(text, 0), 0);
    ck_assert_uint_eq(newsarc_code_points(text, 9), 3);
    ck_assert_uint_eq(newsarc_utf16_units(text, 9), 4);
    ck_assert_uint_eq(newsarc_utf16_units(text, strlen(text)), 5);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("read");
    TCase *group = tcase_create("read"), *slow = tcase_create("hostile");
    SRunner *runner = srunner_create(suite);
    int failed;
    tcase_set_timeout(group, SECONDS);
    tcase_set_timeout(slow, 60);
    tcase_add_test(group, what_cannot_be_read_is_refused_with_a_reason);
    tcase_add_test(group, a_call_that_makes_no_sense_is_told_so);
    tcase_add_test(group, bytes_that_are_no_text_are_replaced);
    tcase_add_test(group, what_the_caller_knows_is_taken);
    tcase_add_test(group, a_day_that_is_none_is_not_taken);
    tcase_add_test(group, another_language_is_tagged_and_nobody_is_guessed);
    tcase_add_test(group, the_same_bytes_give_the_same_reading);
    tcase_add_test(group, articles_cut_anywhere_are_read);
    tcase_add_test(group, any_order_of_words_and_marks_is_read);
    tcase_add_test(group, offsets_convert_for_other_languages);
    tcase_add_loop_test(slow, hostile_text_takes_linear_time, 0, (int)COUNT(hostile));
    suite_add_tcase(suite, group);
    suite_add_tcase(suite, slow);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
