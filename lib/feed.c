/* feed.c - many documents in one stream.
 *
 * A feed keeps a transaction open on its archive and commits it every `batch`
 * articles.  After a failure it is done for: nothing more is taken, and what
 * came since the last commit is undone. */
#include "newsarc_private.h"
#include "import/import.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct newsarc_feed {
    newsarc      *arc;                  /* NULL: documents are only told */
    newsarc_told *told;
    void         *user;
    int64_t       batch, waiting;       /* articles a commit; since the last one */
    int           whole;                /* format "text": the stream is one article */
    na_jsonl      lines;
    na_buffer     text;
    size_t        longest;
    int           too_long;             /* text beyond it was dropped */
    newsarc_document known;             /* strings of our own */
    na_arena      arena;                /* that hold them */
    int           failure;
    char          error[512];
};

static int fail(newsarc_feed *feed, int result, const char *why)
{
    snprintf(feed->error, sizeof feed->error, "%s", why);
    feed->failure = result;
    if (feed->arc) {
        if (feed->arc->feed == feed)
            na_rollback(feed->arc);
        na_fail(feed->arc, result, "%s", feed->error);
    }
    return result;
}

/* ---- one document ------------------------------------------------------------------ */

static int begin_batch(newsarc *arc)
{
    int result = arc->began ? NEWSARC_OK : na_begin(arc);
    if (result >= 0)
        arc->began = 1;
    return result;
}

static int commit_batch(newsarc_feed *feed)
{
    feed->waiting = 0;
    return feed->arc && feed->arc->began ? na_commit(feed->arc) : NEWSARC_OK;
}

static void store(newsarc_feed *feed, newsarc_news *news, newsarc_receipt *receipt)
{
    newsarc *arc = feed->arc;
    na_enter(arc);
    if (atomic_load(&arc->stop))
        news->result = na_fail(arc, NEWSARC_STOPPED, "the feed was stopped, as newsarc_interrupt asked");
    else if ((news->result = begin_batch(arc)) >= 0)
        news->result = na_ingest(arc, news->document, receipt, 1);
    if (news->result < 0)
        news->error = arc->error;
    else
        news->receipt = receipt;
}

/* Refused lines are told and passed over; any other failure ends the feed. */
static int is_fatal(const newsarc_feed *feed, int result)
{
    return result < 0 && (feed->whole || result != NEWSARC_BADINPUT);
}

static int take(void *user, int result, const char *why, const newsarc_document *document)
{
    newsarc_feed *feed = user;
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    newsarc_news news = { .result = result, .error = why, .line = feed->whole ? 1 : feed->lines.line, .document = document };
    char error[sizeof feed->error];
    int stop;
    news.bytes = feed->whole ? (int64_t)feed->text.n : feed->lines.bytes;
    if (document)
        news.id = document->id;
    if (result >= 0 && feed->arc)
        store(feed, &news, &receipt);
    snprintf(error, sizeof error, "%s", news.error ? news.error : "");
    stop = feed->told && feed->told(feed->user, &news);
    if (is_fatal(feed, news.result))
        return fail(feed, news.result, error);
    if (stop)
        return fail(feed, NEWSARC_STOPPED, "the feed was stopped, as the function that it tells asked");
    if (news.result >= 0 && ++feed->waiting >= feed->batch && (result = commit_batch(feed)) < 0)
        return fail(feed, result, feed->arc->error);
    return NEWSARC_OK;
}

/* ---- open -------------------------------------------------------------------------- */

static void copy_known(void *state)
{
    newsarc_feed *feed = state;
    newsarc_document *d = &feed->known;
    NA_COPY_ALL(&feed->arena, &d->id, &d->url, &d->source, &d->title, &d->published, &d->modified);
}

static int take_known(newsarc_feed *feed, const newsarc_document *known)
{
    const newsarc_document none = NEWSARC_DOCUMENT_INIT;
    feed->known = none;
    if (!known)
        return NEWSARC_OK;
    if (!na_take_struct(&feed->known, sizeof feed->known, known, sizeof none)) {
        feed->known = none;
        return fail(feed, NEWSARC_BADARG, "known.size is wrong: begin with NEWSARC_DOCUMENT_INIT");
    }
    feed->known.text = NULL;
    feed->known.length = 0;
    return na_guard(&feed->arena, copy_known, feed) ? fail(feed, NEWSARC_NOMEM, "memory ran out") : NEWSARC_OK;
}

static int take_options(newsarc_feed *feed, const newsarc_feed_options *options)
{
    const char *format = options->format ? options->format : "jsonl";
    feed->told = options->told;
    feed->user = options->user;
    feed->batch = options->batch ? options->batch : 3000;
    feed->whole = !strcmp(format, "text");
    if (options->batch < 0)
        return fail(feed, NEWSARC_BADARG, "options.batch is below 0: say how many articles a commit, or 0 for the default");
    if (!feed->whole && strcmp(format, "jsonl"))
        return fail(feed, NEWSARC_BADARG, "options.format is neither \"jsonl\" nor \"text\"");
    if (!feed->whole && options->known)
        return fail(feed, NEWSARC_BADARG, "options.known is for the format \"text\" alone: in JSON Lines each line tells what is known");
    return take_known(feed, options->known);
}

static int attach(newsarc_feed *feed)
{
    newsarc *arc = feed->arc;
    if (arc->readonly)
        return fail(feed, NEWSARC_NOWRITE, "the archive was opened for reading: open it with mode NEWSARC_EXISTING to write");
    if (arc->feed)
        return fail(feed, NEWSARC_BADARG, "another feed is open on the archive: close it first");
    if (arc->began)
        return fail(feed, NEWSARC_BADARG, "a transaction is open, but a feed commits by itself: commit it or roll it back first");
    arc->feed = feed;
    return NEWSARC_OK;
}

int newsarc_feed_open(newsarc_feed **out, newsarc *arc, const newsarc_feed_options *given)
{
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    int result = NEWSARC_OK;
    if (!out)
        return NEWSARC_BADARG;
    *out = NULL;
    if (arc && (result = na_call(arc)) < 0)
        return result;
    if (!(*out = feed = na_malloc(sizeof *feed)))
        return NEWSARC_NOMEM;
    memset(feed, 0, sizeof *feed);
    feed->arc = arc;
    feed->longest = arc ? arc->longest : NA_LONGEST;
    if (given && !na_take_struct(&options, sizeof options, given, sizeof options))
        return fail(feed, NEWSARC_BADARG, "options.size is wrong: begin with NEWSARC_FEED_OPTIONS_INIT");
    result = take_options(feed, &options);
    if (result >= 0 && !feed->whole && na_jsonl_begin(&feed->lines, feed->longest) < 0)
        result = fail(feed, NEWSARC_NOMEM, "memory ran out");
    return result < 0 || !arc ? result : attach(feed);
}

/* ---- write, close ---------------------------------------------------------------------- */

static int gather(newsarc_feed *feed, const char *bytes, size_t n)
{
    if (n > feed->longest - feed->text.n) {
        feed->too_long = 1;
        n = feed->longest - feed->text.n;
    }
    na_add(&feed->text, bytes, n);
    return feed->text.failed ? NEWSARC_NOMEM : NEWSARC_OK;
}

int newsarc_feed_write(newsarc_feed *feed, const void *bytes, size_t n)
{
    int result;
    if (!feed || (!bytes && n))
        return NEWSARC_BADARG;
    if (feed->failure)
        return feed->failure;
    if (!n)
        return NEWSARC_OK;
    result = feed->whole ? gather(feed, bytes, n) : na_jsonl_write(&feed->lines, bytes, n, take, feed);
    return result < 0 && !feed->failure ? fail(feed, result, "memory ran out") : result;
}

const char *newsarc_feed_error(const newsarc_feed *feed)
{
    return feed ? feed->error : "memory ran out";
}

void na_feed_abandon(newsarc_feed *feed)
{
    fail(feed, NEWSARC_BADARG, "the archive was closed before its feed: close the feed first");
    feed->arc = NULL;
}

static int take_whole(newsarc_feed *feed)
{
    newsarc_document document = feed->known;
    document.text = feed->text.n ? feed->text.bytes : NULL;
    document.length = feed->text.n;
    if (feed->too_long)
        return take(feed, NEWSARC_BADINPUT, na_document_refusal("", feed->longest + 1, feed->longest), NULL);
    return take(feed, NEWSARC_OK, NULL, &document);
}

static int finish(newsarc_feed *feed)
{
    int result = feed->failure;
    if (!result)
        result = feed->whole ? take_whole(feed) : na_jsonl_end(&feed->lines, take, feed);
    if (result >= 0)
        result = commit_batch(feed);
    return result < 0 && !feed->failure ? fail(feed, result, feed->arc ? feed->arc->error : "memory ran out") : result;
}

int newsarc_feed_close(newsarc_feed *feed)
{
    int result;
    if (!feed)
        return NEWSARC_OK;
    result = finish(feed);
    if (feed->arc && feed->arc->feed == feed) {
        feed->arc->feed = NULL;
        if (result >= 0)
            na_enter(feed->arc);
        else
            na_fail(feed->arc, result, "%s", feed->error);
    }
    na_jsonl_free(&feed->lines);
    na_buffer_free(&feed->text);
    na_arena_free(&feed->arena);
    free(feed);
    return result;
}
