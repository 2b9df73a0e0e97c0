/* read.c - a kept document is read, and its rows are written. */
#include "store/decide.h"

typedef struct work {
    newsarc           *arc;
    na_arena          *arena;
    const na_document *document;
    na_reading        *reading;
    int                result;
} work;

static na_reading *read_kept(na_arena *arena, const na_document *d)
{
    na_given *given = na_alloc(arena, sizeof *given);
    *given = (na_given){ d->identity, d->url, d->source, d->title, d->published, d->modified };
    return na_read(arena, given, d->text, d->length);
}

const na_reading *na_read_kept(na_arena *arena, const na_document *d)
{
    return read_kept(arena, d);
}

static void read_it(void *state)
{
    work *w = state;
    w->reading = read_kept(w->arena, w->document);
    w->result = na_decide_reading(w->arc, w->document->id, w->document->identity, w->reading);
}

/* The document itself may lie in the arena, so that its callers are who reset it. */
int na_read_document(newsarc *arc, const na_document *document)
{
    work w = { arc, &arc->arena, document, NULL, 0 };
    int result, failure = na_guard(&arc->arena, read_it, &w);
    if (failure == NA_STOPPED)
        result = na_fail(arc, NEWSARC_STOPPED, "stopped while reading an article, as newsarc_interrupt asked");
    else if (failure)
        result = na_fail(arc, NEWSARC_NOMEM, "cannot read the article: memory ran out");
    else if ((result = w.result) >= 0)
        result = na_write_reading(arc, document, w.reading);
    return result < 0 ? result : na_write_profile(arc, document->id, w.reading);
}

int na_read_all(newsarc *arc)
{
    na_document document;
    int64_t all, done = 0;
    sqlite3_stmt *row = NULL;
    int result = na_find(arc, &all, "SELECT count(*) FROM current /* scan: every document is read again */", NULL, 0);
    if (result >= 0)
        result = na_run(arc, "DELETE FROM temp.changed /* scan: all of it */", NULL, 0);
    if (result >= 0 && !(row = na_query(arc, "SELECT " NA_DOCUMENT " FROM document WHERE id IN (SELECT id FROM current) ORDER BY id"
                                             " /* scan: every document is read again */", NULL, 0)))
        result = arc->failure;
    while (result >= 0 && (result = na_step(arc, row)) > 0) {
        na_arena_reset(&arc->arena);
        na_document_row(row, &document);
        na_arena_reset(&arc->arena);
        result = na_check_text(arc, &document);
        if (result >= 0)
            result = na_read_document(arc, &document);
        if (result >= 0 && ++done % 100 == 0)
            result = na_progress(arc, "reading", done, all);
    }
    na_done(arc, row);
    return result;
}

int na_read_again(newsarc *arc, int64_t article)
{
    na_document document;
    sqlite3_stmt *row;
    int result = na_remove_article(arc, article);
    if (result < 0)
        return result;
    if (!(row = NA_QUERY(arc, "SELECT " NA_DOCUMENT " FROM document WHERE id = :article", na_int(article))))
        return arc->failure;
    if ((result = na_step(arc, row)) > 0) {
        na_document_row(row, &document);
        na_arena_reset(&arc->arena);
        result = na_check_text(arc, &document);
        if (result >= 0)
            result = na_read_document(arc, &document);
    }
    na_done(arc, row);
    return result;
}
