/* Feeds: pieces of any size, bad lines, batches, stopping. */
#include "archive.h"

typedef struct heard {
    int     results[64], n;
    int64_t line[64], bytes[64];
    char    error[64][160], id[64][40];
    int     stop_at, interrupt_at;      /* the n-th document, or 0 */
    newsarc *arc;
} heard;

static int hear(void *user, const newsarc_news *news_)
{
    heard *h = user;
    int i = h->n++;
    ck_assert_int_lt(i, 64);
    h->results[i] = news_->result;
    h->line[i] = news_->line;
    h->bytes[i] = news_->bytes;
    ck_assert_msg((news_->result < 0) == (news_->error != NULL), "an error has its words, and nothing else has");
    snprintf(h->error[i], sizeof h->error[i], "%s", news_->error ? news_->error : "");
    snprintf(h->id[i], sizeof h->id[i], "%s", news_->id ? news_->id : "");
    ck_assert_msg(!news_->receipt || news_->receipt->article > 0, "a receipt names the article");
    if (h->interrupt_at == h->n)
        newsarc_interrupt(h->arc);
    return h->stop_at == h->n;
}

static newsarc_feed *feed_of(newsarc *arc, heard *h, int64_t batch)
{
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    options.told = hear;
    options.user = h;
    options.batch = batch;
    h->arc = arc;
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_OK);
    return feed;
}

static const char lines[] =
    "{\"id\": \"1\", \"text\": \"Ada Marsh opened the bridge.\", \"title\": \"Bridge\"}\n"
    "\n"
    "{\"id\": \"2\", \"text\": \"Caf\\u00e9 \\\"Orrin\\\" \\ud83d\\ude00 closed.\"}\r\n"
    "{\"id\": \"3\", \"text\": \n"
    "[1, 2]\n"
    "{\"id\": \"4\", \"text\": \"\"}\n"
    "{\"id\": \"5\", \"text\": 5}\n"
    "{\"id\": \"1\", \"text\": \"Ada Marsh opened the bridge.\", \"title\": \"Bridge\"}\n"
    "{\"id\": \"1\", \"text\": \"Ada Marsh opened two bridges.\", \"title\": \"Bridges\"}\n"
    "{\"id\": 7, \"text\": \"A last line without an end.\", \"cow\": {\"text\": null}}";

START_TEST(pieces_of_any_size_make_the_same_documents)
{
    static const int expected[] = { NEWSARC_OK, NEWSARC_OK, NEWSARC_BADINPUT, NEWSARC_BADINPUT, NEWSARC_BADINPUT, NEWSARC_BADINPUT,
                                    NEWSARC_KNOWN, NEWSARC_REVISED, NEWSARC_OK };
    static const int64_t line[] = { 1, 3, 4, 5, 6, 7, 8, 9, 10 };
    size_t n = sizeof lines - 1;
    for (size_t piece = 1; piece <= n; piece = piece < 40 ? piece + 1 : piece * 2) {
        newsarc *arc = open_new(":memory:");
        heard h = {0};
        newsarc_feed *feed = feed_of(arc, &h, (int64_t)(piece % 3) + 1);
        for (size_t at = 0; at < n; at += piece)
            ck_assert_int_eq(newsarc_feed_write(feed, lines + at, at + piece < n ? piece : n - at), NEWSARC_OK);
        ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_OK);
        ck_assert_int_eq(h.n, COUNT(expected));
        for (size_t i = 0; i < COUNT(expected); i++) {
            ck_assert_msg(h.results[i] == expected[i], "document %zu: %d %s", i, h.results[i], h.error[i]);
            ck_assert_int_eq(h.line[i], line[i]);
        }
        ck_assert_str_eq(h.id[8], "7");
        ck_assert_int_eq(h.bytes[8], (int64_t)n);
        ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 3);
        ck_assert_int_eq(number(arc, "SELECT count(*) FROM document WHERE text = 'Caf\u00e9 \"Orrin\" \U0001F600 closed.'"), 1);
        must_be_sound(arc);
        newsarc_close(arc);
    }
}
END_TEST

/* Ten good lines in batches of four. */
static void write_ten(newsarc_feed *feed, int expected)
{
    int result = NEWSARC_OK;
    for (int i = 0; i < 10 && result >= 0; i++) {
        char line[80];
        snprintf(line, sizeof line, "{\"id\": \"n%d\", \"text\": \"Text number %d.\"}\n", i, i);
        result = newsarc_feed_write(feed, line, strlen(line));
    }
    ck_assert_int_eq(result, expected);
}

START_TEST(a_feed_that_is_stopped_keeps_what_was_committed)
{
    static const struct { int stop_at, interrupt_at, kept; } rows[] = { { 3, 0, 0 }, { 4, 0, 0 }, { 5, 0, 4 }, { 9, 0, 8 }, { 0, 5, 4 }, { 0, 10, 10 } };
    for (size_t i = 0; i < COUNT(rows); i++) {
        newsarc *arc = open_new(":memory:");
        heard h = { .stop_at = rows[i].stop_at, .interrupt_at = rows[i].interrupt_at };
        newsarc_feed *feed = feed_of(arc, &h, 4);
        int stopped = rows[i].kept < 10;
        write_ten(feed, stopped ? NEWSARC_STOPPED : NEWSARC_OK);
        if (stopped) {
            ck_assert_ptr_nonnull(strstr(newsarc_feed_error(feed), "stopped"));
            ck_assert_int_eq(newsarc_feed_write(feed, "x", 1), NEWSARC_STOPPED);
            ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_STOPPED);
            ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "stopped"));
            ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), rows[i].kept);
        } else {
            newsarc_feed_close(feed);
        }
        put_all(arc);
        must_be_sound(arc);
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(a_feed_and_a_transaction_exclude_each_other)
{
    newsarc *arc = open_new(":memory:");
    newsarc_feed *feed, *second;
    heard h = {0};
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, NULL), NEWSARC_BADARG);
    ck_assert_ptr_nonnull(strstr(newsarc_feed_error(feed), "transaction"));
    ck_assert_int_eq(newsarc_feed_write(feed, "x", 1), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
    feed = feed_of(arc, &h, 0);
    ck_assert_int_eq(newsarc_feed_open(&second, arc, NULL), NEWSARC_BADARG);
    newsarc_feed_close(second);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_rebuild(arc), NEWSARC_BADARG);
    write_ten(feed, NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_OK);
    ck_assert_str_eq(newsarc_error(arc), "");
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 10);
    newsarc_close(arc);
}
END_TEST

START_TEST(an_archive_may_close_under_its_feed)
{
    newsarc *arc = open_new(":memory:");
    heard h = {0};
    newsarc_feed *feed = feed_of(arc, &h, 0);
    write_ten(feed, NEWSARC_OK);
    newsarc_close(arc);
    ck_assert_int_eq(newsarc_feed_write(feed, "x", 1), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_BADARG);
}
END_TEST

START_TEST(without_an_archive_documents_are_only_told)
{
    heard h = {0};
    newsarc_feed *feed = feed_of(NULL, &h, 0);
    ck_assert_int_eq(newsarc_feed_write(feed, lines, sizeof lines - 1), NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_OK);
    ck_assert_int_eq(h.n, 9);
    ck_assert_int_eq(h.results[7], NEWSARC_OK);
}
END_TEST

START_TEST(a_stream_of_text_is_one_article)
{
    newsarc *arc = open_new(":memory:");
    newsarc_document known = NEWSARC_DOCUMENT_INIT;
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    char id[] = "note";
    known.id = id;
    options.format = "text";
    options.known = &known;
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_OK);
    memset(id, 'x', 4);         /* the feed has a copy */
    for (size_t i = 0; news[0].text[i]; i++)
        ck_assert_int_eq(newsarc_feed_write(feed, news[0].text + i, 1), NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article WHERE key = 'note'"), 1);
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_OK);
    ck_assert_msg(newsarc_feed_close(feed) == NEWSARC_BADINPUT, "an empty stream is no article");
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "empty"));
    newsarc_close(arc);
}
END_TEST

START_TEST(what_is_longer_than_the_limit_is_told_and_passed_over)
{
    static char line[3 << 20];
    newsarc_options small = NEWSARC_OPTIONS_INIT;
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    newsarc *arc;
    heard h = {0};
    small.longest = 1000;
    options.told = hear;
    options.user = &h;
    ck_assert_int_eq(newsarc_open(&arc, ":memory:", &small), NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_OK);
    memset(line, 'a', sizeof line);
    line[2000] = '\n';
    memcpy(line, "{\"id\":\"long\",\"text\":\"", 21);
    memcpy(line + 1998, "\"}", 2);
    line[sizeof line - 1] = '\n';
    ck_assert_int_eq(newsarc_feed_write(feed, line, sizeof line), NEWSARC_OK);
    write_ten(feed, NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_OK);
    ck_assert_int_eq(h.n, 12);
    ck_assert_int_eq(h.results[0], NEWSARC_BADINPUT);
    ck_assert_int_eq(h.results[1], NEWSARC_BADINPUT);
    ck_assert_int_eq(h.results[2], NEWSARC_OK);

    h = (heard){0};
    options.format = "text";
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_OK);
    for (int i = 0; i < 3; i++)
        ck_assert_int_eq(newsarc_feed_write(feed, line + 100, 500), NEWSARC_OK);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_BADINPUT);
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "limit"));
    newsarc_close(arc);
}
END_TEST

START_TEST(options_that_make_no_sense_are_refused)
{
    newsarc *arc = open_new(":memory:");
    newsarc_document known = NEWSARC_DOCUMENT_INIT;
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    options.format = "xml";
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_BADARG);
    newsarc_feed_close(feed);
    options.format = NULL;
    options.batch = -1;
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_BADARG);
    newsarc_feed_close(feed);
    options.batch = 0;
    options.known = &known;
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_BADARG);
    newsarc_feed_close(feed);
    options.size = 1;
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, &options), NEWSARC_BADARG);
    newsarc_feed_close(feed);
    ck_assert_int_eq(newsarc_feed_open(NULL, arc, NULL), NEWSARC_BADARG);
    put_all(arc);
    newsarc_close(arc);
}
END_TEST

TESTS("feed", pieces_of_any_size_make_the_same_documents, a_feed_that_is_stopped_keeps_what_was_committed,
      a_feed_and_a_transaction_exclude_each_other, an_archive_may_close_under_its_feed,
      without_an_archive_documents_are_only_told, a_stream_of_text_is_one_article,
      what_is_longer_than_the_limit_is_told_and_passed_over, options_that_make_no_sense_are_refused)
