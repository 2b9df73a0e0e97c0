/* backup.c - a copy of the archive, page by page, also while others write. */
#include "store/store.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGES = 64 };            /* between two looks at whether to stop: 1 MB */

int na_copy_database(newsarc *arc, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", arc->db, "main");
    int rc = backup ? SQLITE_OK : sqlite3_errcode(to);
    if (!backup)
        return rc;
    while ((rc = sqlite3_backup_step(backup, PAGES)) == SQLITE_OK) {
        int all = sqlite3_backup_pagecount(backup), left = sqlite3_backup_remaining(backup);
        if (na_progress(arc, "copying", all - left, all) < 0)
            break;
    }
    if (rc == SQLITE_OK)
        rc = SQLITE_INTERRUPT;
    sqlite3_backup_finish(backup);
    return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* One state from the first page to the last: within a transaction that reads. */
static int copy_into(newsarc *arc, const char *path)
{
    sqlite3 *to = NULL;
    char *name = na_plain_path(path);
    int64_t any;
    int rc, result = NEWSARC_OK;
    if (na_exec(arc, "BEGIN", "copy the archive") < 0 || na_find(arc, &any, "SELECT count(*) FROM sqlite_schema", NULL, 0) < 0) {
        free(name);
        return arc->failure;
    }
    rc = name ? sqlite3_open_v2(name, &to, SQLITE_OPEN_READWRITE, NULL) : SQLITE_NOMEM;
    if (!rc)
        rc = na_copy_database(arc, to);
    if (rc && arc->failure >= 0)
        result = na_fail(arc, NEWSARC_IO, "cannot write the copy: %s", to ? sqlite3_errmsg(to) : sqlite3_errstr(rc));
    else if (rc)
        result = arc->failure;
    sqlite3_close(to);
    free(name);
    sqlite3_exec(arc->db, "COMMIT", NULL, NULL, NULL);
    return result;
}

int na_backup(newsarc *arc, const char *path)
{
    FILE *file = fopen(path, "wbx");        /* it must not exist, and from here on it is ours */
    int result;
    if (!file)
        return na_fail(arc, errno == EEXIST ? NEWSARC_BADARG : NEWSARC_IO, errno == EEXIST ? "the file %.200s exists: give a new name" :
                       "cannot make the file %.200s: look at its folder", path);
    fclose(file);
    if ((result = copy_into(arc, path)) < 0)
        remove(path);
    return result;
}
