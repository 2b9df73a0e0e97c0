/* search.c - the full-text index, kept in step with the articles by hand.
 *
 * FTS5 indexes the view search_text and keeps no text of its own.  To take an
 * article out it must be told the very text that went in, so that removing
 * comes before any change of the article's rows.  Adding waits for the commit:
 * every savepoint makes FTS5 write out what it gathered, and an index that is
 * written once an article is many times slower to make. */
#include "store/store.h"

int na_search_add(newsarc *arc, int64_t article)
{
    return NA_RUN(arc, "INSERT INTO search(rowid, headline, body) SELECT id, headline, body FROM search_text WHERE id = :article",
                  na_int(article));
}

int na_search_remove(newsarc *arc, int64_t article)
{
    return NA_RUN(arc, "INSERT INTO search(search, rowid, headline, body)"
                       " SELECT 'delete', id, headline, body FROM search_text WHERE id = :article", na_int(article));
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
