/* Reads articles without an archive: JSON Lines in, readings out, line for line. */
#include "common.h"
#include <unistd.h>

static const char usage[] =
    "usage: annotate < ARTICLES > READINGS\n"
    "Reads JSON Lines, an object with text and, if known, id, url, source, title,\n"
    "published, modified, and answers each by one line: what the article says\n"
    "(docs/reading.md), or {\"id\":...,\"error\":...}.\n";

static void refuse(const newsarc_news *news, const char *why)
{
    fprintf(stderr, "annotate: line %lld: %s\n", (long long)news->line, why);
    json_begin();
    json_text("id", news->id);
    json_text("error", why);
    json_end();
}

static int told(void *user, const newsarc_news *news)
{
    const newsarc_reading *reading;
    const char *why;
    char *json;
    size_t length;
    int result;

    (void)user;
    if (news->result < 0) {
        refuse(news, news->error);
        return 0;
    }
    if ((result = newsarc_read(&reading, news->document, &why)) < 0) {
        refuse(news, why);
        return result == NEWSARC_NOMEM;
    }
    if ((result = newsarc_reading_json(reading, &json, &length)) >= 0) {
        json[length] = '\n';    /* where its NUL stood */
        fwrite(json, 1, length + 1, stdout);
        newsarc_free(json);
    }
    newsarc_reading_close(reading);
    return result < 0 || ferror(stdout);
}

int main(int argc, char **argv)
{
    static char bytes[1 << 16];
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    ssize_t n = 0;
    int result;

    arguments(argc, argv, usage, 0, 0, "", NULL);
    options.told = told;
    result = newsarc_feed_open(&feed, NULL, &options);
    /* What has come is answered before more is waited for: a program may hold both ends. */
    while (result >= 0 && (n = read(0, bytes, sizeof bytes)) > 0) {
        result = newsarc_feed_write(feed, bytes, (size_t)n);
        fflush(stdout);
    }
    if (n < 0) {
        fprintf(stderr, "annotate: standard input cannot be read\n");
        newsarc_feed_close(feed);
        return 1;
    }
    if (result < 0)
        fprintf(stderr, "annotate: %s\n", newsarc_feed_error(feed));
    if (newsarc_feed_close(feed) < 0)
        result = -1;
    return finish(NULL, 0) || result < 0;
}
