/* transaction.c - whole or not at all.
 *
 * A call that writes is a transaction of its own, or, when one is open, a
 * savepoint in it.  Some failures (a full disk, no memory) make SQLite undo
 * the whole transaction by itself; the handle then remembers that it is lost,
 * so that nobody goes on as if the first half of it were there. */
#include "store/link.h"

int na_begin(newsarc *arc)
{
    if (arc->readonly)
        return na_fail(arc, NEWSARC_NOWRITE, "the archive was opened for reading: open it with mode NEWSARC_EXISTING to write");
    if (arc->lost)
        return na_fail(arc, arc->lost, "the transaction was undone when an earlier call failed: call newsarc_rollback and begin again");
    if (na_exec(arc, arc->began ? "SAVEPOINT call" : "BEGIN IMMEDIATE", "begin to write") < 0)
        return arc->failure;
    arc->writing = 1;
    return NEWSARC_OK;
}

/* The call that writes is over.  A jump out of memory may have left statements of its own running. */
static int written(newsarc *arc, int result)
{
    arc->writing = 0;
    for (size_t i = 0; i < arc->statements && result < 0; i++)
        if (arc->statement[i].busy == NA_WRITES)
            na_done(arc, arc->statement[i].stmt);
    return result;
}

/* Without a word to the handle, whose error tells why this is done. */
static void undo(newsarc *arc, const char *sql)
{
    atomic_store(&arc->stop, 0);
    sqlite3_exec(arc->db, sql, NULL, NULL, NULL);
}

int na_end(newsarc *arc, int result)
{
    if (!arc->began) {
        if (result == NEWSARC_OK || result == NEWSARC_REVISED) {
            int committed = na_commit(arc);
            return committed < 0 ? committed : result;
        }
        written(arc, result);
        na_rollback(arc);
        return result;
    }
    if (written(arc, result) >= 0)
        return na_exec(arc, "RELEASE call", "finish a write") < 0 ? arc->failure : result;
    if (sqlite3_get_autocommit(arc->db))
        arc->lost = result;
    else
        undo(arc, "ROLLBACK TO call; RELEASE call");
    return result;
}

/* A feed undoes all of its transaction when an article fails, so that none needs a savepoint, for which
 * SQLite would copy every page that the article is the first to change. */
void na_begin_joined(newsarc *arc)
{
    arc->writing = 1;
}

int na_end_joined(newsarc *arc, int result)
{
    return written(arc, result);
}

int na_catch_up(newsarc *arc)
{
    /* search last: once FTS5 holds rows, every statement that could fail half way makes it write them out */
    int result = na_link_commit(arc);
    if (result >= 0)
        result = na_search_commit(arc);
    return result < 0 ? result : na_exec(arc, "DELETE FROM temp.changed", "commit");
}

int na_commit(newsarc *arc)
{
    int result;
    arc->writing = 1;
    result = written(arc, na_catch_up(arc));
    if (result >= 0)
        result = na_exec(arc, "COMMIT", "commit");
    if (result < 0)
        na_rollback(arc);
    arc->began = 0;
    return result;
}

void na_rollback(newsarc *arc)
{
    if (!sqlite3_get_autocommit(arc->db))
        undo(arc, "ROLLBACK");
    arc->began = 0;
    arc->lost = 0;
}
