/* search.c - the full-text index, kept in step with the articles by hand.
 *
 * FTS5 indexes the view search_text and keeps no text of its own.  To take an
 * article out it must be told the very text that went in, so that removing
 * comes before any change of the article's rows.  Adding waits for the commit:
 * every savepoint makes FTS5 write out what it gathered, and an index that is
 * written once an article is many times slower to make. */
#include "store/store.h"

/* The text without its parts, as the view search_text has it.  The view cuts
 * each piece out of a copy of the whole, which is too slow where a text has
 * thousands of parts; this walks along once. */
static int cut_parts(newsarc *arc, int64_t article, const char *text, size_t n, na_buffer *body)
{
    size_t from = 0;
    int result = NEWSARC_OK;
    sqlite3_stmt *part = NA_QUERY(arc, "SELECT at, length FROM part WHERE article_id = :article ORDER BY at", na_int(article));
    if (!part)
        return arc->failure;
    while ((result = na_step(arc, part)) > 0) {
        size_t at = (size_t)sqlite3_column_int64(part, 0), length = (size_t)sqlite3_column_int64(part, 1);
        if (at < from || at > n || length > n - at) {
            result = na_fail(arc, NEWSARC_DAMAGED, "the parts of article %lld do not lie in its text: run newsarc_rebuild", (long long)article);
            break;
        }
        na_add(body, text + from, at - from);
        na_addc(body, ' ');
        from = at + length;
    }
    na_done(arc, part);
    na_add(body, text + from, n - from);
    return result < 0 ? result : body->failed ? na_sqlite(arc, SQLITE_NOMEM, "index the article") : NEWSARC_OK;
}

/* Runs sql, which takes an id, a headline and a body, with those of the article. */
static int with_text(newsarc *arc, int64_t article, const char *sql)
{
    na_buffer body = {0};
    size_t n, length;
    const char *text, *headline;
    int result;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT d.text, coalesce(a.headline, '') FROM article a JOIN document d ON d.id = a.id"
                                      " WHERE a.id = :article", na_int(article));
    if (!row)
        return arc->failure;
    if ((result = na_step(arc, row)) > 0) {
        text = na_column(row, 0, &n);
        headline = na_column(row, 1, &length);
        result = cut_parts(arc, article, text, n, &body);
        if (result >= 0)
            result = NA_RUN(arc, sql, na_int(article), na_bytes(headline, length), na_bytes(body.bytes, body.n));
    }
    na_buffer_free(&body);
    na_done(arc, row);
    return result;
}

int na_search_add(newsarc *arc, int64_t article)
{
    return with_text(arc, article, "INSERT INTO search(rowid, headline, body) VALUES(:article, :headline, :body)");
}

int na_search_remove(newsarc *arc, int64_t article)
{
    return with_text(arc, article, "INSERT INTO search(search, rowid, headline, body) VALUES('delete', :article, :headline, :body)");
}

int na_search_commit(newsarc *arc)
{
    int64_t all = 0, done = 0;
    sqlite3_stmt *fresh;
    int result = na_find(arc, &all, "SELECT count(*) FROM temp.changed /* scan: all of it */", NULL, 0);
    if (result < 0 || !all)
        return result < 0 ? result : NEWSARC_OK;
    if (!(fresh = na_query(arc, "SELECT article_id FROM temp.changed ORDER BY article_id /* scan: all of it */", NULL, 0)))
        return arc->failure;
    while ((result = na_step(arc, fresh)) > 0) {
        if ((result = na_search_add(arc, sqlite3_column_int64(fresh, 0))) < 0)
            break;
        if (++done % 100 == 0 && (result = na_progress(arc, "indexing", done, all)) < 0)
            break;
    }
    na_done(arc, fresh);
    return result < 0 ? result : NEWSARC_OK;
}
