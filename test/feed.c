/* A feed takes its stream in pieces of any size, tells of each document, and goes on after a bad one. */
#include "public.h"

#define LINES \
    "{\"id\":\"a\",\"text\":\"“We will sail again,” said Ann Lee.\",\"published\":\"2024-03-05\",\"source\":\"The Vellmar Post\"}\n" \
    "\n" \
    "{\"id\":\"b\",\"text\":\"Caf\\u00e9 owners agree.\\nMr. Lee is \\ud83d\\ude00 pleased.\",\"extra\":[1,{\"x\":null}]}\r\n" \
    "{\"id\":\"c\",\"text\":\n" \
    "not JSON at all\n" \
    "{\"id\":\"d\"}\n" \
    "[\"text\"]\n" \
    "{\"id\":\"e\",\"text\":42}\n" \
    "{\"id\":\"f\",\"text\":\"\"}\n" \
    "{\"id\":\"g\",\"text\":\"A \\u0000 in the text of the ferry.\",\"url\":\"https://post.example/g\"}\n" \
    "{\"id\":\"a\",\"text\":\"“We will sail again,” said Ann Lee.\",\"published\":\"2024-03-05\",\"source\":\"The Vellmar Post\"}\n" \
    "{\"id\":\"h\",\"text\":\"The last line has no end.\"}"

typedef struct heard { char log[4096]; size_t used; int stop_after, told; int64_t bytes; } heard;

/* line:id=result, as it was told. */
static int hear(void *user, const newsarc_news *n)
{
    heard *h = user;
    ck_assert_int_ge(n->bytes, h->bytes);
    h->bytes = n->bytes;
    ck_assert_msg(n->result >= 0 || (n->error && *n->error && !strchr(n->error, '\n')), "line %d is refused without a line", (int)n->line);
    ck_assert(n->result < 0 || n->document);
    h->used += (size_t)snprintf(h->log + h->used, sizeof h->log - h->used, "%d:%s=%d ", (int)n->line, n->id ? n->id : "?", n->result);
    return ++h->told == h->stop_after;
}

static const char expected[] = "1:a=0 3:b=0 4:?=-6 5:?=-6 6:d=-6 7:?=-6 8:?=-6 9:f=-6 10:g=0 11:a=1 12:h=0 ";

static int feed_all(newsarc *arc, heard *h, const char *bytes, size_t n, size_t piece)
{
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    int result = 0, closed;
    options.told = hear;
    options.user = h;
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), 0);
    for (size_t at = 0; at < n && result >= 0; at += piece)
        result = newsarc_feed_write(feed, bytes + at, n - at < piece ? n - at : piece);
    ck_assert_str_eq(result < 0 ? "" : newsarc_feed_error(feed), "");
    ck_assert(result >= 0 || *newsarc_feed_error(feed));
    closed = newsarc_feed_close(feed);
    return result < 0 ? result : closed;
}

START_TEST(pieces_of_any_size_give_the_same)
{
    char *first = NULL;
    for (size_t piece = 1; piece <= strlen(LINES); piece += piece < 70 ? 1 : 97) {
        newsarc *arc = opened(":memory:");
        heard h = {0};
        char *all;
        ck_assert_int_eq(feed_all(arc, &h, LINES, strlen(LINES), piece), 0);
        EXPECT(h.log, expected, "what is told does not depend on the pieces");
        all = dump(arc);
        if (!first)
            first = all;
        else {
            same_dump(all, first, "pieces of another size");
            free(all);
        }
        newsarc_close(arc);
    }
    free(first);
}
END_TEST

START_TEST(a_feed_without_an_archive_only_takes_apart)
{
    heard h = {0};
    ck_assert_int_eq(feed_all(NULL, &h, LINES, strlen(LINES), 100), 0);
    ck_assert_ptr_nonnull(strstr(h.log, "1:a=0 "));
    ck_assert_ptr_nonnull(strstr(h.log, "5:?=-6 "));
    ck_assert_ptr_nonnull(strstr(h.log, "12:h=0 "));
}
END_TEST

START_TEST(a_feed_that_is_stopped_goes_back_to_its_last_commit)
{
    for (int stop = 1; stop <= 11; stop++) {
        newsarc *arc = opened(":memory:");
        heard h = { .stop_after = stop };
        ck_assert_int_eq(feed_all(arc, &h, LINES, strlen(LINES), 1000), NEWSARC_STOPPED);
        ck_assert_int_eq(h.told, stop);
        ck_assert_int_eq(count_articles(arc, NULL), 0);
        OK(newsarc_check(arc));
        OK(put(arc, "z", NULL, "The archive can be used on.", NULL));
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(batches_are_committed_as_they_come)
{
    newsarc *arc = opened(":memory:");
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    heard h = { .stop_after = 6 };
    newsarc_feed *feed;
    int result = 0;
    options.told = hear;
    options.user = &h;
    options.batch = 2;
    OK(newsarc_feed_open(&feed, arc, &options));
    for (int i = 0; i < 9 && result >= 0; i++) {
        char line[200];
        int n = snprintf(line, sizeof line, "{\"id\":\"%d\",\"text\":\"Ferry %d sails, said Ann Lee.\"}\n", i, i);
        result = newsarc_feed_write(feed, line, (size_t)n);
    }
    ck_assert_int_eq(result, NEWSARC_STOPPED);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_STOPPED);
    ck_assert_int_eq(count_articles(arc, NULL), 4);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_whole_stream_can_be_one_article)
{
    newsarc *arc = opened(":memory:");
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_document known = NEWSARC_DOCUMENT_INIT;
    newsarc_feed *feed;
    const char *text = "Ferry talks resume\n\n“We will sail again in May,” said Ann Lee.\n";
    int64_t article;
    char *stored;
    known.id = "a";
    options.format = "text";
    options.known = &known;
    OK(newsarc_feed_open(&feed, arc, &options));
    for (size_t i = 0; i < strlen(text); i++)
        ck_assert_int_eq(newsarc_feed_write(feed, text + i, 1), 0);
    ck_assert_int_eq(newsarc_feed_close(feed), 0);
    OK(newsarc_article_find(arc, "a", &article));
    OK(newsarc_article_text(arc, article, &stored, NULL));
    ck_assert_str_eq(stored, text);
    newsarc_free(stored);
    newsarc_close(arc);
}
END_TEST

START_TEST(lines_that_are_too_long_are_told_and_passed_over)
{
    newsarc_options limits = NEWSARC_OPTIONS_INIT;
    newsarc *arc;
    heard h = {0};
    size_t n = (size_t)4 << 20, used;
    char *bytes = malloc(n + 200);
    limits.longest = 100;
    OK(newsarc_open(&arc, ":memory:", &limits));
    used = (size_t)sprintf(bytes, "{\"id\":\"a\",\"text\":\"Short.\"}\n{\"id\":\"b\",\"text\":\"");
    memset(bytes + used, 'x', n - used);
    used = n;
    used += (size_t)sprintf(bytes + used, "\"}\n{\"id\":\"c\",\"text\":\"Short again.\"}\n");
    ck_assert_int_eq(feed_all(arc, &h, bytes, used, 65536), 0);
    ck_assert_msg(!strncmp(h.log, "1:a=0 2:", 8) && strstr(h.log, "=-6 3:c=0 "), "%s", h.log);
    ck_assert_int_eq(count_articles(arc, NULL), 2);
    free(bytes);
    newsarc_close(arc);
}
END_TEST

/* Deep nesting, lone surrogates, duplicated keys, invalid UTF-8 in and round the strings. */
START_TEST(hostile_lines_are_refused_or_taken_and_the_rest_goes_on)
{
    static const char *const line[] = {
        "{", "}", "[]", "\"\"", "null", "0", "{}", "{\"text\":null}", "{\"text\":[\"a\"]}", "{\"text\":\"a\\ud800b\"}", "{\"text\":\"a\\udc00\\ud800\"}",
        "{\"text\":\"a\",\"text\":\"b\"}", "{\"text\":\"caf\xE9\"}", "{\"text\":\"a\xFF\xFE\"}", "{\"id\":\"\xC3\",\"text\":\"An id that is no UTF-8.\"}",
        "{\"text\":\"a\\", "{\"text\":\"a\\x\"}", "{\"text\":\"tab\there\"}", "{'text':'a'}", "{text:\"a\"}", "{\"text\":\"a\",}", "\xEF\xBB\xBF{\"text\":\"A BOM in front.\"}",
        "{\"id\":5,\"text\":\"A number for an id.\"}", "{\"id\":{\"a\":1},\"text\":\"An object for an id.\"}", "{\"text\":\"Both\"}{\"text\":\"on one\"}",
    };
    newsarc *arc = opened(":memory:");
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    char *deep = malloc(200002), *all;
    heard h = {0};
    options.told = hear;
    options.user = &h;
    OK(newsarc_feed_open(&feed, arc, &options));
    for (size_t i = 0; i < COUNT(line); i++) {
        ck_assert_int_ge(newsarc_feed_write(feed, line[i], strlen(line[i])), 0);
        ck_assert_int_ge(newsarc_feed_write(feed, "\n", 1), 0);
    }
    memset(deep, '[', 200000);
    strcpy(deep + 200000, "\n");
    ck_assert_int_ge(newsarc_feed_write(feed, deep, 200001), 0);
    ck_assert_int_ge(newsarc_feed_write(feed, "a\0b\n", 4), 0);
    ck_assert_int_ge(newsarc_feed_write(feed, "{\"id\":\"last\",\"text\":\"Fine.\"}\n", 29), 0);
    ck_assert_int_eq(newsarc_feed_close(feed), 0);
    ck_assert_ptr_nonnull(strstr(h.log, ":last=0 "));
    OK(newsarc_check(arc));
    all = dump(arc);
    for (const unsigned char *c = (const unsigned char *)all; *c; c++)
        ck_assert_msg(*c != 0xFF && *c != 0xFE, "bytes that are no UTF-8 in the dump");
    free(all);
    free(deep);
    newsarc_close(arc);
}
END_TEST

START_TEST(calls_that_make_no_sense_are_told_so)
{
    newsarc *arc = opened(":memory:");
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT, raw = {0};
    newsarc_feed *feed;
    options.format = "html5";
    FAILS(NEWSARC_BADARG, newsarc_feed_open(&feed, arc, &options));
    newsarc_feed_close(feed);
    FAILS(NEWSARC_BADARG, newsarc_feed_open(&feed, arc, &raw));
    newsarc_feed_close(feed);
    ck_assert_int_eq(newsarc_feed_open(NULL, arc, NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_feed_write(NULL, "x", 1), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_feed_close(NULL), 0);
    OK(newsarc_feed_open(&feed, arc, NULL));
    ck_assert_int_eq(newsarc_feed_write(feed, NULL, 5), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_feed_write(feed, NULL, 0), 0);
    newsarc_feed_close(feed);
    newsarc_close(arc);
}
END_TEST

TESTS("feed", pieces_of_any_size_give_the_same, a_feed_without_an_archive_only_takes_apart,
      a_feed_that_is_stopped_goes_back_to_its_last_commit, batches_are_committed_as_they_come, a_whole_stream_can_be_one_article,
      lines_that_are_too_long_are_told_and_passed_over, hostile_lines_are_refused_or_taken_and_the_rest_goes_on,
      calls_that_make_no_sense_are_told_so)
