/* Ingests articles as they come and tells when someone watched is quoted. */
#include "common.h"
#include <unistd.h>

static const char usage[] =
    "usage: watch [--json] ARCHIVE NAME... < ARTICLES\n"
    "Reads articles as JSON Lines, puts each into ARCHIVE as it comes, and prints\n"
    "what NAME is quoted with, each utterance when it is first heard, never twice.\n";

struct watch { newsarc *arc; char **names; int n, result; };

static void print(const newsarc_quote *q)
{
    if (as_json) {
        json_begin();
        json_text("speaker", q->speaker);
        json_text("text", q->text);
        json_text("venue", q->venue);
        json_text("id", q->key);
        json_text("source", q->source);
        json_text("published", q->published);
        json_end();
    } else {
        show(0, 4, 0, "%s%s%s: %.*s", q->speaker, q->venue ? ", to " : "", q->venue ? q->venue : "", spoken(q->text), q->text);
        show(4, 4, 0, "%s, %.10s", outlet(q->source, q->key), q->published ? q->published : "undated");
    }
    fflush(stdout);
}

/* What someone watched was quoted with in an article, so far: texts, each between two \x1f. */
static char *said_before(const struct watch *watch, const newsarc_document *document)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    const char *key = document->id ? document->id : document->url;
    char *said = NULL;
    size_t length;
    FILE *out = open_memstream(&said, &length);

    if (!out)
        return NULL;
    fputc('\x1f', out);
    if (key && newsarc_article_find(watch->arc, key, &filter.article) == NEWSARC_OK)
        for (int i = 0; i < watch->n; i++) {
            newsarc_quotes *quotes;
            const newsarc_quote *q;
            filter.who = watch->names[i];
            newsarc_quotes_open(&quotes, watch->arc, &filter);
            while ((q = newsarc_quotes_next(quotes)))
                fprintf(out, "%s\x1f", q->text);
            newsarc_quotes_close(quotes);
        }
    fclose(out);
    return said;
}

/* Whether the quotation was heard before: in another article, or in this one before it was revised. */
static int heard(newsarc *arc, const newsarc_quote *q, const char *before)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_quotes *quotes;
    const newsarc_quote *other;
    const char *same = strstr(before + 1, q->text);
    int known = same && same[-1] == '\x1f' && same[strlen(q->text)] == '\x1f';

    if (known || !q->utterance)
        return known;
    filter.utterance = q->utterance;
    newsarc_quotes_open(&quotes, arc, &filter);
    while (!known && (other = newsarc_quotes_next(quotes)))
        known = other->article != q->article || other->at < q->at;
    newsarc_quotes_close(quotes);
    return known;
}

static int tell(struct watch *watch, int64_t article, const char *before)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    int result = 0;

    filter.article = article;
    for (int i = 0; i < watch->n && result >= 0; i++) {
        newsarc_quotes *quotes;
        const newsarc_quote *q;
        filter.who = watch->names[i];
        newsarc_quotes_open(&quotes, watch->arc, &filter);
        while ((q = newsarc_quotes_next(quotes)))
            if (strcmp(q->kind, "indirect") && !heard(watch->arc, q, before))
                print(q);
        result = newsarc_quotes_close(quotes);
    }
    return result;
}

/* The feed only takes lines apart; each article is a transaction of its own. */
static int told(void *user, const newsarc_news *news)
{
    struct watch *watch = user;
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    char *before;

    if (news->result < 0) {
        fprintf(stderr, "watch: line %lld: %s\n", (long long)news->line, news->error);
        return 0;
    }
    if (!(before = said_before(watch, news->document))) {
        watch->result = NEWSARC_NOMEM;
        return 1;
    }
    watch->result = newsarc_ingest(watch->arc, news->document, &receipt);
    if (watch->result == NEWSARC_BADINPUT) {
        fprintf(stderr, "watch: line %lld: %s\n", (long long)news->line, newsarc_error(watch->arc));
        watch->result = 0;
    } else if (watch->result == NEWSARC_OK || watch->result == NEWSARC_REVISED)
        watch->result = tell(watch, receipt.article, before);
    free(before);
    return watch->result < 0;
}

int main(int argc, char **argv)
{
    static char bytes[1 << 16];
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    struct watch watch = { .n = arguments(argc, argv, usage, 2, argc, "", NULL) - 1, .names = argv + 2 };
    newsarc_feed *feed = NULL;
    ssize_t n = 0;
    int fed = 0;

    watch.arc = opened(argv[1], NEWSARC_CREATE);
    options.told = told;
    options.user = &watch;
    fed = newsarc_feed_open(&feed, NULL, &options);
    while (fed >= 0 && (n = read(0, bytes, sizeof bytes)) > 0)
        fed = newsarc_feed_write(feed, bytes, (size_t)n);
    if (fed >= 0)
        fed = newsarc_feed_close(feed);
    else
        newsarc_feed_close(feed);
    if (watch.result >= 0 && (fed < 0 || n < 0))
        fprintf(stderr, "watch: standard input cannot be read to its end\n");
    return finish(watch.arc, watch.result) || fed < 0 || n < 0;
}
