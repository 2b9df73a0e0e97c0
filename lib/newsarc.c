/* newsarc.c - the handle: open and close, put news in, keep house.
 *
 * ingest is the one path by which documents come in; feeds use it too. */
#include "newsarc_private.h"
#include "import/import.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char *newsarc_version(void)
{
    return NEWSARC_VERSION;
}

void newsarc_free(void *memory)
{
    free(memory);
}

/* ==== Open and close ======================================================== */

/* 0 is in every range. */
static int look_over(newsarc *arc, const newsarc_options *o)
{
    const struct { const char *name; int is, least, most; } range[] = {
        { "mode (NEWSARC_CREATE, NEWSARC_EXISTING, NEWSARC_READONLY)", o->mode, NEWSARC_CREATE, NEWSARC_READONLY },
        { "durable", o->durable, 0, 1 }, { "untrusted", o->untrusted, 0, 1 }, { "timeout_ms", o->timeout_ms, -1, INT_MAX }, { "jobs", o->jobs, 0, 1 },
    };
    for (size_t i = 0; i < sizeof range / sizeof *range; i++)
        if (range[i].is < range[i].least || range[i].is > range[i].most)
            return na_fail(arc, NEWSARC_BADARG, "options.%s is %d: it goes from %d to %d", range[i].name, range[i].is, range[i].least, range[i].most);
    return NEWSARC_OK;
}

static int open_archive(newsarc *arc, const char *path, const newsarc_options *given)
{
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    int result;
    if (!path || !*path)
        return na_fail(arc, NEWSARC_BADARG, "path is empty: give the name of a file, or \":memory:\"");
    if (given && !na_take_struct(&options, sizeof options, given, sizeof options))
        return na_fail(arc, NEWSARC_BADARG, "options.size is wrong: begin with NEWSARC_OPTIONS_INIT");
    if ((result = look_over(arc, &options)) < 0)
        return result;
    if (options.longest > (size_t)1 << 30)
        return na_fail(arc, NEWSARC_BADARG, "options.longest is above 1 GiB, which one row cannot hold");
    return na_open(arc, path, &options);
}

int newsarc_open(newsarc **out, const char *path, const newsarc_options *options)
{
    newsarc *arc;
    if (!out)
        return NEWSARC_BADARG;
    if (!(*out = arc = na_malloc(sizeof *arc)))
        return NEWSARC_NOMEM;
    memset(arc, 0, sizeof *arc);
    atomic_init(&arc->stop, 0);
    arc->arena.stop = &arc->stop;
    return open_archive(arc, path, options);
}

void newsarc_close(newsarc *arc)
{
    if (!arc)
        return;
    if (arc->feed)
        na_feed_abandon(arc->feed);
    na_close(arc);
    free(arc);
}

const char *newsarc_error(const newsarc *arc)
{
    return arc ? arc->error : "memory ran out";
}

void newsarc_on_progress(newsarc *arc, newsarc_progress *progress, void *user)
{
    if (!arc)
        return;
    arc->progress = progress;
    arc->progress_user = user;
}

void newsarc_interrupt(newsarc *arc)
{
    if (arc)
        atomic_store(&arc->stop, 1);
}

/* ==== Put news in ============================================================ */

typedef struct arrival {
    newsarc                *arc;
    const newsarc_document *given;
    na_document             document;
    size_t                  repaired;
    const char             *unread;
    char                    digest[65], identity[65];
} arrival;

/* What the caller says of a document: valid UTF-8; nothing is nothing. */
static const char *said(na_arena *arena, const char *string)
{
    size_t n, repaired;
    return string && *string ? na_decode(arena, string, strlen(string), &n, &repaired) : NULL;
}

/* As the view `current` takes it, by whose order the latest revision is found. */
static int has_order(const char *date)
{
    static const char form[] = "2999-19-39";    /* the most that each place may hold */
    for (size_t i = 0; form[i]; i++)
        if (form[i] == '-' ? date[i] != '-' : date[i] < (i ? '0' : '1') || date[i] > form[i])
            return 0;
    return 1;
}

static const char *unread(na_arena *arena, const na_document *d)
{
    int published = d->published && !na_given_day(arena, d->published), modified = d->modified && !(has_order(d->modified) && na_given_day(arena, d->modified));
    return published && modified ? "published and modified" : published ? "published" : modified ? "modified" : NULL;
}

static void take_in(void *state)
{
    arrival *a = state;
    const newsarc_document *given = a->given;
    na_document *d = &a->document;
    na_arena *arena = &a->arc->arena;
    const char *id = said(arena, given->id);
    na_digest digest;
    d->url = said(arena, given->url);
    d->source = said(arena, given->source);
    d->title = said(arena, given->title);
    d->published = said(arena, given->published);
    d->modified = said(arena, given->modified);
    a->unread = unread(arena, d);
    d->text = na_decode(arena, given->text, given->length, &d->length, &a->repaired);
    if (a->repaired) {
        d->original = given->text;
        d->original_length = given->length;
    }
    na_document_digest(d, a->digest);
    if (!id && !d->url) {
        na_digest_begin(&digest);
        na_digest_add(&digest, given->text, given->length);
        na_digest_end(&digest, a->identity);
    }
    d->identity = id ? id : d->url ? d->url : a->identity;
    d->digest = a->digest;
}

/* The new document is kept; it is read if it is now the article's current revision. */
static int store(newsarc *arc, na_document *d)
{
    int64_t known, current, before = 0;
    int revised, result = NA_FIND(arc, &known, "SELECT id FROM document WHERE identity = :identity AND digest = :digest",
                                  na_text(d->identity), na_text(d->digest));
    if (result)
        return result < 0 ? result : NEWSARC_KNOWN;
    revised = NA_FIND(arc, &before, "SELECT id FROM article WHERE key = :identity", na_text(d->identity));
    result = revised < 0 ? revised : na_write_document(arc, d);
    current = d->id;
    if (result >= 0 && revised)
        result = NA_FIND(arc, &current, "SELECT id FROM current WHERE identity = :identity", na_text(d->identity));
    if (result >= 0 && current == d->id) {
        if (revised)
            result = na_remove_article(arc, before);
        if (result >= 0)
            result = na_read_document(arc, d);
    }
    return result < 0 ? result : revised ? NEWSARC_REVISED : NEWSARC_OK;
}

/* What became of it: told before the commit, since nothing may fail behind it. */
static int fill_receipt(newsarc *arc, const arrival *a, int result, newsarc_receipt *receipt)
{
    int found;
    if (result >= 0 && result != NEWSARC_KNOWN && !arc->began && (found = na_catch_up(arc)) < 0)
        result = found;
    if (result < 0)
        return result;
    found = NA_FIND(arc, &receipt->article, "SELECT id FROM article WHERE key = :identity", na_text(a->document.identity));
    if (found > 0 && !arc->began)
        found = NA_FIND(arc, &receipt->copy_of, "SELECT copy_of FROM article WHERE id = :article", na_int(receipt->article));
    receipt->repaired = a->repaired;
    receipt->unread = a->unread;
    return found < 0 ? found : result;
}

int na_ingest(newsarc *arc, const newsarc_document *document, newsarc_receipt *receipt, int by_feed)
{
    arrival a = { .arc = arc, .given = document };
    const char *refusal;
    int result;
    if (document->length > arc->longest)
        return na_fail(arc, NEWSARC_BADINPUT, "%s", na_document_refusal(document->text, document->length, arc->longest));
    na_arena_reset(&arc->arena);
    if (na_guard(&arc->arena, take_in, &a))
        return na_fail(arc, NEWSARC_NOMEM, "cannot take the article in: memory ran out");
    if ((refusal = na_document_refusal(a.document.text, a.document.length, SIZE_MAX)))
        return na_fail(arc, NEWSARC_BADINPUT, "%s", refusal);
    if (by_feed) {
        na_begin_joined(arc);
        return na_end_joined(arc, fill_receipt(arc, &a, store(arc, &a.document), receipt));
    }
    if ((result = na_begin(arc)) < 0)
        return result;
    return na_end(arc, fill_receipt(arc, &a, store(arc, &a.document), receipt));
}

int newsarc_ingest(newsarc *arc, const newsarc_document *given, newsarc_receipt *out)
{
    newsarc_document document;
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    int result = na_call(arc);
    if (result < 0)
        return result;
    if (!given || !na_take_struct(&document, sizeof document, given, sizeof document))
        return na_fail(arc, NEWSARC_BADARG, "document is NULL or its size is wrong: begin with NEWSARC_DOCUMENT_INIT");
    if (!document.text && document.length)
        return na_fail(arc, NEWSARC_BADARG, "document.text is NULL, but its length is not 0");
    if (out && out->size < sizeof *out)
        return na_fail(arc, NEWSARC_BADARG, "receipt.size is wrong: begin with NEWSARC_RECEIPT_INIT");
    result = na_ingest(arc, &document, &receipt, 0);
    if (out && result >= 0) {
        receipt.size = out->size;
        memcpy(out, &receipt, sizeof receipt);
    }
    return result;
}

/* ---- transactions --------------------------------------------------------------- */

int newsarc_begin(newsarc *arc)
{
    int result = na_call(arc);
    if (result < 0)
        return result;
    if (arc->feed)
        return na_fail(arc, NEWSARC_BADARG, "a feed is open on the archive and commits by itself: close it first");
    if (arc->began)
        return na_fail(arc, NEWSARC_BADARG, "a transaction is open already: commit it or roll it back first");
    if ((result = na_begin(arc)) >= 0)
        arc->began = 1;
    return result;
}

static int must_have_begun(newsarc *arc)
{
    int result = na_call(arc);
    if (result < 0)
        return result;
    if (arc->feed)
        return na_fail(arc, NEWSARC_BADARG, "a feed is open on the archive and commits by itself: close it first");
    return arc->began ? NEWSARC_OK : na_fail(arc, NEWSARC_BADARG, "no transaction is open: call newsarc_begin first");
}

int newsarc_commit(newsarc *arc)
{
    int result = must_have_begun(arc);
    if (result < 0)
        return result;
    if ((result = arc->lost)) {
        na_rollback(arc);
        return na_fail(arc, result, "nothing was stored: the transaction was undone when an earlier call failed");
    }
    return na_commit(arc);
}

int newsarc_rollback(newsarc *arc)
{
    int result = must_have_begun(arc);
    if (result >= 0)
        na_rollback(arc);
    return result;
}

/* ==== Keep house ================================================================= */

static int no_transaction(newsarc *arc, const char *call)
{
    int result = na_call(arc);
    if (result >= 0 && (arc->began || arc->feed))
        return na_fail(arc, NEWSARC_BADARG, "%s cannot be part of a transaction or a feed: end that first", call);
    return result;
}

static int remove_whole(newsarc *arc, int64_t article)
{
    int64_t there;
    int result = NA_FIND(arc, &there, "SELECT id FROM article WHERE id = :article", na_int(article));
    if (!result)
        return na_fail(arc, NEWSARC_NOTFOUND, "there is no article %lld", (long long)article);
    if (result < 0 || (result = na_remove_article(arc, article)) < 0)
        return result;
    return NA_RUN(arc, "DELETE FROM document WHERE identity = (SELECT identity FROM document WHERE id = :article)", na_int(article));
}

int newsarc_delete(newsarc *arc, int64_t article)
{
    int result = na_call(arc);
    if (result >= 0)
        result = na_begin(arc);
    return result < 0 ? result : na_end(arc, remove_whole(arc, article));
}

int newsarc_rebuild(newsarc *arc)
{
    int result = no_transaction(arc, "newsarc_rebuild");
    return result < 0 ? result : na_renew(arc, NULL, NA_VERSION, NA_VERSION);
}

int newsarc_check(newsarc *arc)
{
    int result = no_transaction(arc, "newsarc_check");
    return result < 0 ? result : na_check(arc);
}

int newsarc_backup(newsarc *arc, const char *path)
{
    int result = no_transaction(arc, "newsarc_backup");
    if (result < 0)
        return result;
    if (!path || !*path)
        return na_fail(arc, NEWSARC_BADARG, "path is empty: give the name of a new file");
    return na_backup(arc, path);
}
