/* store.h - the file: one SQLite database, and the only folder that knows SQL.
 *
 * SQL stands beside the values that it is given.  Parameters have names, for
 * the reader, and are bound in the order in which they first appear:
 *
 *     NA_RUN(arc, "UPDATE article SET story_id = :story WHERE id = :article", na_id(story), na_int(article));
 *
 * Functions that give an int give enum newsarc_result, and have told why on
 * the handle when it is below 0. */
#ifndef NA_STORE_H
#define NA_STORE_H
#include "extract/extract.h"
#include "newsarc.h"
#include <sqlite3.h>
#include <stdatomic.h>

/* A prepared statement that waits to be used again. */
typedef struct na_statement {
    sqlite3_stmt *stmt;
    uint64_t      hash;             /* of its SQL */
    uint64_t      used;             /* when last, by a count of uses */
    int           busy;
} na_statement;
enum { NA_STATEMENTS = 96 };

struct newsarc {
    sqlite3      *db;
    char         *path;
    char          error[512];       /* of the last call; "" if it did not fail */
    na_statement  statement[NA_STATEMENTS];
    size_t        statements;
    uint64_t      uses;

    size_t        longest;          /* bytes of the longest text taken */
    int           timeout_ms;
    int           readonly;
    int           began;            /* 1: between newsarc_begin and its end */
    int           lost;             /* below 0: SQLite ended that transaction itself, for this reason */
    newsarc_feed *feed;             /* that is open on this archive, or NULL */

    atomic_int    stop;             /* newsarc_interrupt was called */
    newsarc_progress *progress;
    void         *progress_user;
    na_arena      arena;            /* of the article that is being read */
};

/* ---- sql.c: statements, values, errors ---------------------------------------- */

/* At the head of every public call: forgets the last error and interrupt. */
void na_enter(newsarc *arc);
/* Tells why on the handle and gives result. */
int na_fail(newsarc *arc, int result, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 3, 4)))
#endif
    ;
/* The same for a code of SQLite; `doing` says what it failed at: "ingest the article". */
int na_sqlite(newsarc *arc, int code, const char *doing);

/* NEWSARC_STOPPED, told, when the progress function or an interrupt wants so; else 0. */
int na_progress(newsarc *arc, const char *doing, int64_t done, int64_t all);

typedef struct na_value {
    enum { NA_NULL, NA_INTEGER, NA_REAL, NA_TEXT, NA_BLOB } type;
    int64_t     integer;
    double      real;
    const void *bytes;              /* borrowed until the statement is done */
    size_t      n;
} na_value;
static inline na_value na_null(void) { return (na_value){ .type = NA_NULL }; }
static inline na_value na_int(int64_t i) { return (na_value){ .type = NA_INTEGER, .integer = i }; }
static inline na_value na_id(int64_t i) { return i ? na_int(i) : na_null(); }          /* 0: none */
static inline na_value na_real(double d) { return (na_value){ .type = NA_REAL, .real = d }; }
static inline na_value na_bytes(const char *b, size_t n) { return b ? (na_value){ .type = NA_TEXT, .bytes = b, .n = n } : na_null(); }
static inline na_value na_blob(const void *b, size_t n) { return b ? (na_value){ .type = NA_BLOB, .bytes = b, .n = n } : na_null(); }
static inline na_value na_text(const char *s)                                          /* NULL: NULL */
{
    size_t n = 0;
    while (s && s[n])
        n++;
    return na_bytes(s, n);
}

/* A statement of this SQL that nobody else uses, prepared once and kept; NULL
 * on failure.  na_done gives it back (NULL: nothing), and its rows die. */
sqlite3_stmt *na_sql(newsarc *arc, const char *sql);
void na_done(newsarc *arc, sqlite3_stmt *stmt);
/* Binds all values; there must be as many as the SQL has parameters. */
int na_bind(newsarc *arc, sqlite3_stmt *stmt, const na_value *value, size_t n);
/* 1: a row is there; 0: no more; below 0: failed.  Does not give the statement back. */
int na_step(newsarc *arc, sqlite3_stmt *stmt);
/* Binds, runs to the end, and is ready for the next row: the loop of a bulk insert. */
int na_put(newsarc *arc, sqlite3_stmt *stmt, const na_value *value, size_t n);

int na_run(newsarc *arc, const char *sql, const na_value *value, size_t n);             /* to its end */
sqlite3_stmt *na_query(newsarc *arc, const char *sql, const na_value *value, size_t n); /* bound, for na_step and na_done */
/* The first column of the first row: 1 found (NULL is 0), 0 no row, below 0 failed. */
int na_find(newsarc *arc, int64_t *number, const char *sql, const na_value *value, size_t n);
/* The same with one value or more in place of the array. */
#define NA_VALUES(...) (const na_value[]){ __VA_ARGS__ }, sizeof((const na_value[]){ __VA_ARGS__ }) / sizeof(na_value)
#define NA_BIND(arc, stmt, ...)  na_bind((arc), (stmt), NA_VALUES(__VA_ARGS__))
#define NA_PUT(arc, stmt, ...)   na_put((arc), (stmt), NA_VALUES(__VA_ARGS__))
#define NA_RUN(arc, sql, ...)    na_run((arc), (sql), NA_VALUES(__VA_ARGS__))
#define NA_QUERY(arc, sql, ...)  na_query((arc), (sql), NA_VALUES(__VA_ARGS__))
#define NA_FIND(arc, number, sql, ...) na_find((arc), (number), (sql), NA_VALUES(__VA_ARGS__))

/* A column as it stands; NULL is NULL and *length 0.  Lives until the next step. */
const char *na_column(sqlite3_stmt *stmt, int column, size_t *length);

/* ---- db.c: open and close ------------------------------------------------------ */
int na_open(newsarc *arc, const char *path, const newsarc_options *options);
void na_close(newsarc *arc);

/* ---- transaction.c --------------------------------------------------------------- */

/* One transaction round a call that writes: a new one, or the caller's with a
 * savepoint in it.  na_end commits when result is 0 or above, else undoes what
 * the call did; gives result, or why the commit failed. */
typedef struct na_scope { int nested; } na_scope;
int na_begin(newsarc *arc, na_scope *scope);
int na_end(newsarc *arc, const na_scope *scope, int result);
/* Brings search and links in step with the changed articles, and commits; on failure all is rolled back. */
int na_commit(newsarc *arc);
void na_rollback(newsarc *arc);

/* ---- write.c: documents and readings into rows -------------------------------------- */

/* A document as it is kept. */
typedef struct na_document {
    int64_t     id;
    na_given    given;
    const char *identity, *digest;
    const char *text;           /* decoded */
    size_t      length;
    const char *original;       /* NULL: decoding changed nothing */
    size_t      original_length;
} na_document;

int na_write_document(newsarc *arc, na_document *document);             /* sets its id */
int na_write_reading(newsarc *arc, int64_t id, const char *identity, const na_reading *reading);
/* Takes an article out of the reading, and out of search; its documents stay. */
int na_remove_article(newsarc *arc, int64_t article);
/* Temp table changed(article_id): what commit brings in step. */
int na_mark_changed(newsarc *arc, int64_t article);

#endif
