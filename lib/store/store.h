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
    const char   *sql;              /* where its SQL stood when it was last asked for */
    uint64_t      used;             /* when last, by a count of uses */
    enum { NA_FREE, NA_READS, NA_WRITES } busy;     /* taken by a cursor, or by a call that writes */
} na_statement;
enum { NA_STATEMENTS = 96 };

struct newsarc {
    sqlite3      *db;
    char         *path;
    char          error[512];       /* of the last call; "" if it did not fail */
    int           failure;          /* and its code */
    na_statement  statement[NA_STATEMENTS];
    size_t        statements;
    uint64_t      uses;

    size_t        longest;          /* bytes of the longest text taken */
    int           timeout_ms;
    int           readonly;
    int           began;            /* 1: a transaction of newsarc_begin or of a feed is open */
    int           writing;          /* 1: between na_begin and na_end */
    int           lost;             /* below 0: SQLite undid that transaction itself, for this reason */
    newsarc_feed *feed;             /* that is open on this archive, or NULL */

    atomic_int    stop;             /* newsarc_interrupt was called */
    newsarc_progress *progress;
    void         *progress_user;
    na_arena      arena;            /* of the article that is being read */
};

/* ---- sql.c: statements, values, errors ---------------------------------------- */

/* Forgets the last error and interrupt. */
void na_enter(newsarc *arc);
/* The head of every public call on arc: na_enter, or below 0 when there is nothing to call. */
int na_call(newsarc *arc);
/* Tells why on the handle and gives result. */
int na_fail(newsarc *arc, int result, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 3, 4)))
#endif
    ;
/* The same for a code of SQLite; `doing` says what it failed at: "ingest the article". */
int na_sqlite(newsarc *arc, int code, const char *doing);

/* Copies a caller's struct that begins with its size; 0 when that is less than
 * `least` or when fields are set that we do not know. */
int na_take_struct(void *out, size_t ours, const void *in, size_t least);

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
 * on failure (arc->failure).  na_done gives it back (NULL: nothing), and its rows die. */
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

/* A column that may be NULL, and its copy in the arena.  It lives until the next step. */
const char *na_string(sqlite3_stmt *stmt, int column);
const char *na_keep(na_arena *arena, sqlite3_stmt *stmt, int column);
/* A column that the schema never leaves NULL: "" where a damaged file does. */
const char *na_word(sqlite3_stmt *stmt, int column);
const char *na_column(sqlite3_stmt *stmt, int column, size_t *length);
const char *na_keep_word(na_arena *arena, sqlite3_stmt *stmt, int column);
/* A place in a text, or a length: what no text can have, a damaged file's, is 0; so sums of them never overflow. */
int64_t na_offset(sqlite3_stmt *stmt, int column);

/* ---- db.c: open and close; schema.c: what is in the file, and older versions of it -------- */
int na_open(newsarc *arc, const char *path, const newsarc_options *options);
void na_close(newsarc *arc);
char *na_plain_path(const char *path);                  /* as SQLite must be told it: never an URI; to be freed */
int na_exec(newsarc *arc, const char *sql, const char *doing);      /* SQL without parameters, several statements */
int na_exec_patiently(newsarc *arc, const char *sql, const char *doing);   /* also where SQLite itself would not wait for others */

enum { NA_APPLICATION = 0x4e415243, NA_VERSION = 1 };
int na_schema_open(newsarc *arc, int may_create);       /* recognises an archive, or makes one, or refuses the file */
int na_schema_update(newsarc *arc);                     /* brings an older version up to date */
int na_schema_compare(newsarc *arc);                    /* DAMAGED when it is not exactly as we make it */

/* Brings part I from one version to another (change[i] is the SQL from i to
 * i + 1), makes part II anew and reads every document again.  With from = to
 * it is the rebuild. */
int na_renew(newsarc *arc, const char *const *change, int64_t from, int64_t to);

/* ---- transaction.c --------------------------------------------------------------- */

/* One transaction round a call that writes: its own, or a savepoint in the one
 * that is open.  na_end commits when result is 0 or above, else undoes all
 * that the call did; gives result, or why the commit failed. */
int na_begin(newsarc *arc);
int na_end(newsarc *arc, int result);
/* The same in the transaction of a feed, which a failure undoes whole. */
void na_begin_joined(newsarc *arc);
int na_end_joined(newsarc *arc, int result);
/* Brings search and links in step with temp.changed(article_id), the articles
 * that are new in this transaction. */
int na_catch_up(newsarc *arc);
/* The same, and commits; on failure all is undone. */
int na_commit(newsarc *arc);
void na_rollback(newsarc *arc);

/* ---- write.c: documents and readings into rows -------------------------------------- */

/* A document as it is kept.  Strings may be NULL but for identity, digest, text. */
typedef struct na_document {
    int64_t     id;
    const char *identity, *digest;
    const char *url, *source, *title, *published, *modified;    /* what the caller said, decoded */
    const char *text;           /* decoded */
    size_t      length;
    const char *original;       /* the bytes as received, where decoding changed any */
    size_t      original_length;
} na_document;

/* BLAKE2b-256 of the bytes as received and of what the caller said. */
void na_document_digest(const na_document *document, char hex[65]);
int na_write_document(newsarc *arc, na_document *document);             /* sets its id */
int na_write_reading(newsarc *arc, const na_document *document, const na_reading *reading);
/* The dates, and the doubts about them, of an article that was read again: a day of publication that is learnt later
 * changes nothing else. */
int na_rewrite_dates(newsarc *arc, int64_t article, const na_reading *reading);
/* Takes an article out of the reading and out of search; its documents stay. */
int na_remove_article(newsarc *arc, int64_t article);
/* The document's columns; strings live until the statement steps.  SQL: "SELECT " NA_DOCUMENT " FROM document ...". */
#define NA_DOCUMENT "id, identity, digest, url, source, title, published, modified, original, text"
void na_document_row(sqlite3_stmt *stmt, na_document *document);

/* ---- read.c: kept documents read, and their rows written -------------------------------- */
const na_reading *na_read_kept(na_arena *arena, const na_document *document);
int na_read_document(newsarc *arc, const na_document *document);       /* whose strings may lie in arc->arena */
int na_read_again(newsarc *arc, int64_t article);                       /* after a decision on it; it keeps its number */
int na_read_all(newsarc *arc);          /* the current revision of every article */

/* ---- search.c: full-text search in step ---------------------------------------------- */
int na_search_add(newsarc *arc, int64_t article);
int na_search_remove(newsarc *arc, int64_t article);        /* before any of its rows changes */
int na_search_commit(newsarc *arc);                         /* adds the articles that are new in this transaction */

/* ---- check.c, backup.c ------------------------------------------------------------------ */
int na_check(newsarc *arc);
int na_check_values(newsarc *arc);      /* the part of na_check that makes every stored offset and text safe to use */
int na_check_text(newsarc *arc, const na_document *document);     /* is it UTF-8 without NUL? */
int na_backup(newsarc *arc, const char *path);
int na_copy_database(newsarc *arc, sqlite3 *to);        /* gives a code of SQLite */

#endif
