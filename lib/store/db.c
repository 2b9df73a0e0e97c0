/* db.c - the database is opened, set up and closed. */
#include "store/store.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Waits for another writer, a little longer each time, and stops when asked. */
static int wait_more(void *user, int times)
{
    static const int pause[] = { 1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50 };
    enum { PAUSES = sizeof pause / sizeof *pause };
    newsarc *arc = user;
    int64_t waited = 0;
    for (int i = 0; i < times && i < PAUSES; i++)
        waited += pause[i];
    if (times > PAUSES)
        waited += (int64_t)(times - PAUSES) * 100;
    if (atomic_load(&arc->stop) || waited >= arc->timeout_ms)
        return 0;
    sqlite3_sleep(times < PAUSES ? pause[times] : 100);
    return 1;
}

int na_exec(newsarc *arc, const char *sql, const char *doing)
{
    int rc = sqlite3_exec(arc->db, sql, NULL, NULL, NULL);
    return rc ? na_sqlite(arc, rc, doing) : NEWSARC_OK;
}

int na_exec_patiently(newsarc *arc, const char *sql, const char *doing)
{
    int rc;
    for (int times = 0; ((rc = sqlite3_exec(arc->db, sql, NULL, NULL, NULL)) & 0xff) == SQLITE_BUSY && wait_more(arc, times); times++)
        continue;
    return rc ? na_sqlite(arc, rc, doing) : NEWSARC_OK;
}

/* ---- settings ------------------------------------------------------------------------ */

static int must_stop(void *user)
{
    newsarc *arc = user;
    return atomic_load(&arc->stop);
}

/* Before the first byte of the file is read. */
static int set_up(newsarc *arc, int untrusted)
{
    sqlite3_extended_result_codes(arc->db, 1);
    sqlite3_busy_handler(arc->db, wait_more, arc);
    sqlite3_progress_handler(arc->db, 10000, must_stop, arc);
    sqlite3_db_config(arc->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(arc->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_limit(arc->db, SQLITE_LIMIT_ATTACHED, 0);
    if (untrusted) {
        sqlite3_db_config(arc->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
        sqlite3_limit(arc->db, SQLITE_LIMIT_SQL_LENGTH, 100000);
        sqlite3_limit(arc->db, SQLITE_LIMIT_COLUMN, 100);
        sqlite3_limit(arc->db, SQLITE_LIMIT_EXPR_DEPTH, 100);
        sqlite3_limit(arc->db, SQLITE_LIMIT_COMPOUND_SELECT, 10);
        sqlite3_limit(arc->db, SQLITE_LIMIT_VDBE_OP, 100000);
        sqlite3_limit(arc->db, SQLITE_LIMIT_FUNCTION_ARG, 16);
        if (na_exec(arc, "PRAGMA cell_size_check = ON", "open the archive") < 0)
            return arc->failure;
    }
    return na_exec(arc, "PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF;"
                        "PRAGMA secure_delete = FAST", "open the archive");
}

/* CHECKs are for other programs and for newsarc_check: their lists of words, which our rows hold words
 * of, would make SQLite build a table of words for each row that is written. */
static int set_up_writer(newsarc *arc, int durable)
{
    if (na_exec(arc, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", "open the archive") < 0 ||
        na_exec_patiently(arc, "PRAGMA journal_mode = WAL", "open the archive") < 0)
        return arc->failure;
    return na_exec(arc, "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864; PRAGMA ignore_check_constraints = ON;"
                        "CREATE TEMP TABLE changed(article_id INTEGER PRIMARY KEY)", "open the archive");
}

/* ---- opening ------------------------------------------------------------------------- */

/* A path is never an SQLite URI, whatever it begins with. */
char *na_plain_path(const char *path)
{
    int odd = !strncmp(path, "file:", 5) || (path[0] == ':' && strcmp(path, ":memory:"));
    char *copy = na_malloc(strlen(path) + 3);
    if (copy) {
        strcpy(copy, odd ? "./" : "");
        strcat(copy, path);
    }
    return copy;
}

static char *immutable_uri(const char *path)
{
    static const char hex[] = "0123456789ABCDEF";
    na_buffer uri = {0};
    na_adds(&uri, "file:");
    for (; *path; path++)
        if (strchr("%?#", *path)) {
            na_addc(&uri, '%');
            na_addc(&uri, hex[(unsigned char)*path >> 4]);
            na_addc(&uri, hex[*path & 15]);
        } else {
            na_addc(&uri, *path);
        }
    na_adds(&uri, "?immutable=1");
    if (uri.failed)
        na_buffer_free(&uri);
    return uri.bytes;
}

static int connect(newsarc *arc, const char *name, int flags, int untrusted)
{
    int rc;
    if (!name)
        return na_fail(arc, NEWSARC_NOMEM, "cannot open the archive: memory ran out");
    rc = sqlite3_open_v2(name, &arc->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    return rc ? na_sqlite(arc, rc, "open the archive") : set_up(arc, untrusted);
}

static void disconnect(newsarc *arc)
{
    for (size_t i = 0; i < arc->statements; i++)
        sqlite3_finalize(arc->statement[i].stmt);
    arc->statements = 0;
    sqlite3_close_v2(arc->db);
    arc->db = NULL;
}

static int exists(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (file)
        fclose(file);
    return file != NULL;
}

static int64_t size_of_wal(const char *path)
{
    na_buffer name = {0};
    FILE *file;
    long size = 0;
    na_adds(&name, path);
    na_adds(&name, "-wal");
    if (!name.failed && (file = fopen(name.bytes, "rb"))) {
        if (!fseek(file, 0, SEEK_END))
            size = ftell(file);
        fclose(file);
    }
    na_buffer_free(&name);
    return size;
}

/* A reader in a folder that can be written takes part in WAL like everyone and
 * tidies up after itself, for which SQLite wants the file open for writing;
 * query_only keeps it from writing.  In a folder that cannot be written, no
 * writer can be at work either, and the file is read as immutable. */
static int open_reader(newsarc *arc, int untrusted)
{
    char *uri;
    int result = connect(arc, arc->path, SQLITE_OPEN_READWRITE, untrusted);
    if (result >= 0)
        result = na_exec(arc, "PRAGMA query_only = ON", "open the archive");
    if (result >= 0)
        result = na_schema_open(arc, 0);
    if (result != NEWSARC_IO && result != NEWSARC_NOWRITE)
        return result;
    if (!exists(arc->path))
        return na_fail(arc, NEWSARC_IO, "cannot open the archive: %s", strerror(errno));
    if (size_of_wal(arc->path) > 0)
        return na_fail(arc, NEWSARC_IO, "the folder cannot be written and a -wal file beside the archive holds its latest articles:"
                                        " open the archive where it can be written");
    disconnect(arc);
    arc->error[0] = 0;          /* that it could not be opened as others do is no failure */
    arc->failure = 0;
    uri = immutable_uri(arc->path);
    result = connect(arc, uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, untrusted);
    free(uri);
    return result < 0 ? result : na_schema_open(arc, 0);
}

static int open_writer(newsarc *arc, const newsarc_options *options)
{
    int create = options->mode == NEWSARC_CREATE;
    int result = connect(arc, arc->path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0), options->untrusted);
    if (result >= 0)
        result = na_schema_open(arc, create);
    if (result == NEWSARC_NOWRITE || (result >= 0 && sqlite3_db_readonly(arc->db, "main")))
        result = na_fail(arc, NEWSARC_IO, "the archive or its folder cannot be written: change its permissions or open it with mode NEWSARC_READONLY");
    return result < 0 ? result : set_up_writer(arc, options->durable);
}

int na_open(newsarc *arc, const char *path, const newsarc_options *options)
{
    int result;
    arc->timeout_ms = options->timeout_ms ? options->timeout_ms : 5000;
    arc->longest = options->longest ? options->longest : NA_LONGEST;
    arc->readonly = options->mode == NEWSARC_READONLY;
    if (!(arc->path = na_plain_path(path)))
        return na_fail(arc, NEWSARC_NOMEM, "cannot open the archive: memory ran out");
    result = arc->readonly ? open_reader(arc, options->untrusted) : open_writer(arc, options);
    if (result >= 0)            /* now that the size of a page is known; a cache sized before would be four times as large */
        result = na_exec(arc, "PRAGMA cache_size = -160000", "open the archive");
    if (result >= 0 && options->untrusted)
        result = na_schema_compare(arc);
    if (result >= 0 && options->untrusted)
        result = na_check_values(arc);
    if (result >= 0)
        result = na_schema_update(arc);
    if (result < 0)             /* arc->failure and arc->error keep telling why */
        disconnect(arc);
    return result;
}

void na_close(newsarc *arc)
{
    if (arc->db && !arc->readonly) {
        na_rollback(arc);
        sqlite3_busy_handler(arc->db, NULL, NULL);      /* whoever is still at work will do it when he closes */
        sqlite3_exec(arc->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
    }
    disconnect(arc);
    na_arena_free(&arc->arena);
    free(arc->path);
}
