/* sql.c - statements that are prepared once, their values, and errors in English. */
#include "store/store.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* ---- errors ------------------------------------------------------------------- */

void na_enter(newsarc *arc)
{
    arc->error[0] = 0;
    arc->failure = NEWSARC_OK;
    if (!arc->feed)             /* an interrupt between two writes stops a feed */
        atomic_store(&arc->stop, 0);
}

int na_call(newsarc *arc)
{
    if (!arc)
        return NEWSARC_BADARG;
    if (!arc->db)               /* open failed, and its error still tells why */
        return arc->failure;
    na_enter(arc);
    return NEWSARC_OK;
}

int na_fail(newsarc *arc, int result, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    vsnprintf(arc->error, sizeof arc->error, format, list);
    va_end(list);
    for (char *at = arc->error; *at; at++)
        if (*at == '\n' || *at == '\r')
            *at = ' ';
    return arc->failure = result;
}

int na_sqlite(newsarc *arc, int code, const char *doing)
{
    const char *said = arc->db ? sqlite3_errmsg(arc->db) : sqlite3_errstr(code);
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return na_fail(arc, NEWSARC_NOMEM, "cannot %s: memory ran out", doing);
    case SQLITE_FULL:
        return na_fail(arc, NEWSARC_IO, "cannot %s: the disk is full; make room and try again", doing);
    case SQLITE_PERM: case SQLITE_AUTH:
        return na_fail(arc, NEWSARC_IO, "cannot %s: no permission (%s)", doing, said);
    case SQLITE_CANTOPEN:
        return na_fail(arc, NEWSARC_IO, "cannot %s: the file cannot be opened; look at its path, its folder and their permissions", doing);
    case SQLITE_IOERR:
        return na_fail(arc, NEWSARC_IO, "cannot %s: the system refused to read or write (%s); look at the disk", doing, said);
    case SQLITE_BUSY: case SQLITE_LOCKED:
        if (atomic_load(&arc->stop))
            return na_fail(arc, NEWSARC_STOPPED, "stopped as asked: could not %s", doing);
        if (code == SQLITE_BUSY_SNAPSHOT)
            return na_fail(arc, NEWSARC_BUSY, "cannot %s: an open cursor still reads an older state; close it and try again", doing);
        return na_fail(arc, NEWSARC_BUSY, "cannot %s: another program is writing the archive; try again or wait longer (newsarc_options.timeout_ms)", doing);
    case SQLITE_READONLY:
        return na_fail(arc, NEWSARC_NOWRITE, "cannot %s: the file cannot be written (%s)", doing, said);
    case SQLITE_INTERRUPT:
        return na_fail(arc, NEWSARC_STOPPED, "stopped as asked: could not %s", doing);
    case SQLITE_ABORT:
        return na_fail(arc, NEWSARC_STOPPED, "cannot %s: a rollback took these rows away; ask again", doing);
    case SQLITE_CORRUPT:
        return na_fail(arc, NEWSARC_DAMAGED, "cannot %s: the file is damaged (%s); restore a backup", doing, said);
    case SQLITE_NOTADB:
        return na_fail(arc, NEWSARC_ALIEN, "cannot %s: the file is no SQLite database; is it the right one?", doing);
    case SQLITE_TOOBIG:
        return na_fail(arc, NEWSARC_BADINPUT, "cannot %s: too long for one row of SQLite", doing);
    case SQLITE_CONSTRAINT:
        return na_fail(arc, NEWSARC_DAMAGED, "cannot %s: the rows do not fit together (%s); run newsarc_check", doing, said);
    case SQLITE_ERROR: case SQLITE_MISMATCH:        /* all SQL is ours, so that it is the file that does not fit it */
        return na_fail(arc, NEWSARC_DAMAGED, "cannot %s: the archive is not as the library makes it (%s); run newsarc_rebuild or restore a backup", doing, said);
    default:
        return na_fail(arc, NEWSARC_SQLITE, "cannot %s: SQLite says: %s", doing, said);
    }
}

int na_progress(newsarc *arc, const char *doing, int64_t done, int64_t all)
{
    if (arc->progress && arc->progress(arc->progress_user, doing, done, all))
        return na_fail(arc, NEWSARC_STOPPED, "stopped while %s, as the progress function asked", doing);
    if (atomic_load(&arc->stop))
        return na_fail(arc, NEWSARC_STOPPED, "stopped while %s, as newsarc_interrupt asked", doing);
    return NEWSARC_OK;
}

/* ---- what callers hand in ------------------------------------------------------------ */

int na_take_struct(void *out, size_t ours, const void *in, size_t least)
{
    const unsigned char *bytes = in;
    size_t theirs;
    memcpy(&theirs, in, sizeof theirs);
    if (theirs < least || theirs > 4096)
        return 0;
    for (size_t i = ours; i < theirs; i++)
        if (bytes[i])
            return 0;
    memset(out, 0, ours);
    memcpy(out, in, theirs < ours ? theirs : ours);
    return 1;
}

/* ---- statements ------------------------------------------------------------------ */

/* The idle statement that was used longest ago makes room for another. */
static na_statement *make_room(newsarc *arc)
{
    na_statement *oldest = NULL;
    if (arc->statements < NA_STATEMENTS)
        return &arc->statement[arc->statements++];
    for (size_t i = 0; i < NA_STATEMENTS; i++)
        if (!arc->statement[i].busy && (!oldest || arc->statement[i].used < oldest->used))
            oldest = &arc->statement[i];
    if (oldest)
        sqlite3_finalize(oldest->stmt);
    return oldest;
}

static sqlite3_stmt *prepare(newsarc *arc, const char *sql)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v3(arc->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (rc)
        na_sqlite(arc, rc, "ask the archive");
    return stmt;
}

/* Most SQL is a literal, so that its address finds its statement; strcmp is
 * the judge, for an address may hold other SQL today. */
static na_statement *find_idle(newsarc *arc, const char *sql)
{
    for (size_t i = 0; i < arc->statements; i++) {
        na_statement *slot = &arc->statement[i];
        if (slot->sql == sql && !slot->busy && !strcmp(sqlite3_sql(slot->stmt), sql))
            return slot;
    }
    for (size_t i = 0; i < arc->statements; i++) {
        na_statement *slot = &arc->statement[i];
        if (slot->sql != sql && !slot->busy && !strcmp(sqlite3_sql(slot->stmt), sql))
            return slot;
    }
    return NULL;
}

sqlite3_stmt *na_sql(newsarc *arc, const char *sql)
{
    na_statement *slot = find_idle(arc, sql);
    sqlite3_stmt *stmt = slot ? slot->stmt : prepare(arc, sql);
    if (!stmt)
        return NULL;
    if (slot || (slot = make_room(arc)))        /* else all are busy, and this one lives until na_done */
        *slot = (na_statement){ stmt, sql, ++arc->uses, arc->writing ? NA_WRITES : NA_READS };
    return stmt;
}

void na_done(newsarc *arc, sqlite3_stmt *stmt)
{
    if (!stmt)
        return;
    sqlite3_reset(stmt);
    sqlite3_clear_bindings(stmt);
    for (size_t i = 0; i < arc->statements; i++)
        if (arc->statement[i].stmt == stmt) {
            arc->statement[i].busy = NA_FREE;
            return;
        }
    sqlite3_finalize(stmt);
}

static int bind(sqlite3_stmt *stmt, int i, const na_value *v)
{
    switch (v->type) {
    case NA_INTEGER: return sqlite3_bind_int64(stmt, i, v->integer);
    case NA_REAL:    return sqlite3_bind_double(stmt, i, v->real);
    case NA_TEXT:    return sqlite3_bind_text64(stmt, i, v->bytes, v->n, SQLITE_STATIC, SQLITE_UTF8);
    case NA_BLOB:    return sqlite3_bind_blob64(stmt, i, v->bytes, v->n, SQLITE_STATIC);
    default:         return sqlite3_bind_null(stmt, i);
    }
}

int na_bind(newsarc *arc, sqlite3_stmt *stmt, const na_value *value, size_t n)
{
    int rc = n == (size_t)sqlite3_bind_parameter_count(stmt) ? SQLITE_OK : SQLITE_RANGE;
    for (size_t i = 0; i < n && !rc; i++)
        rc = bind(stmt, (int)i + 1, &value[i]);
    return rc ? na_sqlite(arc, rc, "bind the values of a statement") : NEWSARC_OK;
}

int na_step(newsarc *arc, sqlite3_stmt *stmt)
{
    int rc = sqlite3_step(stmt);
    if (rc == SQLITE_ROW)
        return 1;
    return rc == SQLITE_DONE ? 0 : na_sqlite(arc, rc, sqlite3_stmt_readonly(stmt) ? "read the archive" : "write the archive");
}

int na_put(newsarc *arc, sqlite3_stmt *stmt, const na_value *value, size_t n)
{
    int result = na_bind(arc, stmt, value, n);
    while (result >= 0 && (result = na_step(arc, stmt)) > 0)
        continue;
    sqlite3_reset(stmt);
    return result;
}

int na_run(newsarc *arc, const char *sql, const na_value *value, size_t n)
{
    sqlite3_stmt *stmt = na_sql(arc, sql);
    int result = stmt ? na_put(arc, stmt, value, n) : arc->failure;
    na_done(arc, stmt);
    return result;
}

sqlite3_stmt *na_query(newsarc *arc, const char *sql, const na_value *value, size_t n)
{
    sqlite3_stmt *stmt = na_sql(arc, sql);
    if (stmt && na_bind(arc, stmt, value, n) < 0) {
        na_done(arc, stmt);
        return NULL;
    }
    return stmt;
}

int na_find(newsarc *arc, int64_t *number, const char *sql, const na_value *value, size_t n)
{
    sqlite3_stmt *stmt = na_query(arc, sql, value, n);
    int found = stmt ? na_step(arc, stmt) : arc->failure;
    if (found > 0)
        *number = sqlite3_column_int64(stmt, 0);
    na_done(arc, stmt);
    return found;
}

const char *na_string(sqlite3_stmt *stmt, int column)
{
    return (const char *)sqlite3_column_text(stmt, column);
}

const char *na_keep(na_arena *arena, sqlite3_stmt *stmt, int column)
{
    const char *s = na_string(stmt, column);
    return s ? na_copy(arena, s, (size_t)sqlite3_column_bytes(stmt, column)) : NULL;
}

const char *na_word(sqlite3_stmt *stmt, int column)
{
    const char *s = na_string(stmt, column);
    return s ? s : "";
}

const char *na_column(sqlite3_stmt *stmt, int column, size_t *length)
{
    const char *s = na_word(stmt, column);
    *length = (size_t)sqlite3_column_bytes(stmt, column);
    return s;
}

const char *na_keep_word(na_arena *arena, sqlite3_stmt *stmt, int column)
{
    const char *s = na_keep(arena, stmt, column);
    return s ? s : "";
}

int64_t na_offset(sqlite3_stmt *stmt, int column)
{
    int64_t at = sqlite3_column_int64(stmt, column);
    return at < 0 || at > INT32_MAX ? 0 : at;
}
