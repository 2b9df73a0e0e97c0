/* schema.c - what is in the file: made, recognised, brought up to date.
 *
 * schema.sql has two halves.  Part I, the archive, is never rewritten: an
 * older version of it is changed step by step.  All from "-- II." on is
 * derived, so that it has no versions: it is made anew and read again. */
#include "store/store.h"
#include <stdio.h>
#include <string.h>

static const char schema[] = {
#include "store/schema.inc"
    0
};

static const char *part_two(void)
{
    return strstr(schema, "-- II. ");
}

/* One number of a PRAGMA or a SELECT that stands alone. */
static int number(newsarc *arc, int64_t *out, const char *sql)
{
    *out = 0;
    return na_find(arc, out, sql, NULL, 0);
}

static int in_transaction(newsarc *arc, int result, const char *doing)
{
    if (result >= 0)
        result = na_exec(arc, "COMMIT", doing);
    if (result < 0)
        na_rollback(arc);
    return result;
}

/* Another program may have made it since we looked. */
static int create(newsarc *arc)
{
    int64_t tables;
    int result;
    if (na_exec_patiently(arc, "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", "make the archive") < 0)
        return arc->failure;
    result = number(arc, &tables, "SELECT count(*) FROM sqlite_schema");
    if (result >= 0 && !tables)
        result = na_exec(arc, schema, "make the archive");
    return in_transaction(arc, result, "make the archive");
}

/* ---- made anew -------------------------------------------------------------------- */

/* What part II of our schema makes, read off an empty archive in memory. */
static int each_derived(newsarc *arc, int (*take)(newsarc *arc, const char *type, const char *name))
{
    sqlite3 *model = NULL;
    sqlite3_stmt *list = NULL;
    int rc, result = NEWSARC_OK;
    rc = sqlite3_open(":memory:", &model);
    if (!rc)
        rc = sqlite3_exec(model, schema, NULL, NULL, NULL);
    if (!rc)        /* the latest first: what refers before what is referred to; the tables inside search go with it */
        rc = sqlite3_prepare_v2(model, "SELECT type, name FROM sqlite_schema WHERE type IN ('table','view')"
                                " AND name NOT IN ('document','decision') AND name NOT GLOB 'search_*'"
                                " OR name = 'search_text' ORDER BY rowid DESC", -1, &list, NULL);
    while (!rc && result >= 0 && (rc = sqlite3_step(list)) == SQLITE_ROW) {
        result = take(arc, na_string(list, 0), na_string(list, 1));
        rc = SQLITE_OK;
    }
    sqlite3_finalize(list);
    sqlite3_close(model);
    return rc && rc != SQLITE_DONE ? na_sqlite(arc, rc, "list the parts of the archive") : result;
}

static int drop(newsarc *arc, const char *type, const char *name)
{
    char sql[160];
    snprintf(sql, sizeof sql, "DROP %s IF EXISTS \"%s\"", type, name);
    return na_exec(arc, sql, "make the reading anew (close every cursor first)");
}

static int make_reading(newsarc *arc)
{
    int result = each_derived(arc, drop);
    return result < 0 ? result : na_exec(arc, part_two(), "make the reading anew");
}

/* ---- older versions ------------------------------------------------------------------ */

int na_renew(newsarc *arc, const char *const *change, int64_t from, int64_t to)
{
    char sql[64];
    int result = na_begin(arc);
    if (result < 0)
        return result;
    for (; from < to && result >= 0; from++)
        result = na_exec(arc, change[from], "bring the archive up to date");
    if (result >= 0)
        result = make_reading(arc);
    if (result >= 0)
        result = na_read_all(arc);
    snprintf(sql, sizeof sql, "PRAGMA user_version = %d", (int)to);
    if (result >= 0)
        result = na_exec(arc, sql, "bring the archive up to date");
    return na_end(arc, result);
}

/* Version 0 was never published: its part I is that of version 1. */
static const char *const changes[NA_VERSION] = { "" };

int na_schema_open(newsarc *arc, int may_create)
{
    int64_t tables, application, version;
    if (number(arc, &tables, "SELECT count(*) FROM sqlite_schema") < 0 ||
        number(arc, &application, "PRAGMA application_id") < 0 ||
        number(arc, &version, "PRAGMA user_version") < 0)
        return arc->failure;
    if (!tables && !application && !version) {
        if (!may_create)
            return na_fail(arc, NEWSARC_ALIEN, "the file is empty: open it with mode NEWSARC_CREATE to make an archive of it");
        return create(arc);
    }
    if (application != NA_APPLICATION)
        return na_fail(arc, NEWSARC_ALIEN, "the file is an SQLite database, but no archive of news");
    if (version > NA_VERSION)
        return na_fail(arc, NEWSARC_ALIEN, "the archive was made by a later version of the library (%lld, this is %d): update the library",
                       (long long)version, NA_VERSION);
    if (version < 0)
        return na_fail(arc, NEWSARC_ALIEN, "the archive says that its version is %lld, which never was", (long long)version);
    return NEWSARC_OK;
}

int na_schema_update(newsarc *arc)
{
    int64_t version;
    if (number(arc, &version, "PRAGMA user_version") < 0)
        return arc->failure;
    if (version == NA_VERSION)
        return NEWSARC_OK;
    if (arc->readonly)
        return na_fail(arc, NEWSARC_ALIEN, "the archive is of an older version: open it once for writing, which brings it up to date");
    return na_renew(arc, changes, version, NA_VERSION);
}

/* ---- hostile files ------------------------------------------------------------------- */

#define OBJECTS "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name"

static int same_column(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    const char *left = na_string(a, column), *right = na_string(b, column);
    return left && right ? !strcmp(left, right) : left == right;
}

int na_schema_compare(newsarc *arc)
{
    sqlite3 *model = NULL;
    sqlite3_stmt *ours = NULL, *theirs = na_query(arc, OBJECTS, NULL, 0);
    int rc, row, result = theirs ? NEWSARC_OK : arc->failure;
    rc = sqlite3_open(":memory:", &model);
    if (!rc)
        rc = sqlite3_exec(model, schema, NULL, NULL, NULL);
    if (!rc)
        rc = sqlite3_prepare_v2(model, OBJECTS, -1, &ours, NULL);
    for (row = SQLITE_ROW; !rc && result >= 0 && row == SQLITE_ROW; ) {
        int there = na_step(arc, theirs);
        row = sqlite3_step(ours);
        if (there < 0)
            result = there;
        else if (there != (row == SQLITE_ROW))
            result = na_fail(arc, NEWSARC_DAMAGED, "the archive holds more or fewer tables than the library makes: do not trust it");
        else
            for (int i = 0; there && i < 4; i++)
                if (!same_column(ours, theirs, i))
                    result = na_fail(arc, NEWSARC_DAMAGED, "the archive's table, index or view %.60s is not as the library makes it: do not trust it",
                                     na_word(theirs, 1));
    }
    na_done(arc, theirs);
    sqlite3_finalize(ours);
    sqlite3_close(model);
    return rc ? na_sqlite(arc, rc, "check the archive's tables") : result;
}
