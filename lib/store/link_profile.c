/* link_profile.c - what linking compares of an article, in the file. */
#include "store/link_private.h"
#include <stdlib.h>

typedef struct profiling {
    newsarc          *arc;
    const na_reading *reading;          /* to write */
    int64_t           article;
    na_arena          arena;
    int               rc;
} profiling;

/* Runs one statement for each hash: with the day for terms, without for runs of words. */
static int each_telling(newsarc *arc, const na_profile *p, int64_t article, const char *sql)
{
    sqlite3_stmt *stmt = na_sql(arc, sql);
    int rc = stmt ? 0 : arc->failure;
    for (size_t i = 0; i < p->tellings && rc >= 0; i++)
        rc = NA_PUT(arc, stmt, na_int(p->telling[i]), na_int(p->day == NA_NO_DAY ? -1 : p->day), na_int(article));
    na_done(arc, stmt);
    return rc;
}

static int each_shingle(newsarc *arc, const na_profile *p, int64_t article, const char *sql)
{
    sqlite3_stmt *stmt = na_sql(arc, sql);
    int rc = stmt ? 0 : arc->failure;
    for (size_t i = 0; i < p->shingles && rc >= 0; i++)
        if (na_shingle_indexed(p->shingle[i]))
            rc = NA_PUT(arc, stmt, na_int(p->shingle[i]), na_int(article));
    na_done(arc, stmt);
    return rc;
}

static void write_profile(void *state)
{
    profiling *w = state;
    newsarc *arc = w->arc;
    na_profile *p = na_make_profile(&w->arena, w->reading);
    na_packed b = na_pack_profile(&w->arena, p);
    w->rc = NA_RUN(arc, "INSERT INTO profile(article_id, day, earliest, latest, dateline, terms, telling, shingles)"
                       " VALUES(:article, :day, :earliest, :latest, :dateline, :terms, :telling, :shingles)",
                   na_int(w->article), p->day == NA_NO_DAY ? na_null() : na_int(p->day), na_text(w->reading->earliest), na_text(w->reading->latest),
                   na_text(w->reading->published ? NULL : w->reading->dateline),
                   na_blob(b.terms.at, b.terms.n), na_blob(b.telling.at, b.telling.n), na_blob(b.shingles.at, b.shingles.n));
}

static void forget_profile(void *state)
{
    profiling *w = state;
    na_profile *p = na_load_profile(w->arc, &w->arena, w->article, &w->rc);
    if (p)
        w->rc = each_telling(w->arc, p, w->article, "DELETE FROM term WHERE hash = :hash AND day = :day AND article_id = :article");
    if (p && w->rc >= 0)
        w->rc = each_shingle(w->arc, p, w->article, "DELETE FROM shingle WHERE hash = :hash AND article_id = :article");
}

static int guarded(profiling *w, void (*work)(void *))
{
    if (na_guard(&w->arena, work, w))
        w->rc = na_fail(w->arc, NEWSARC_NOMEM, "memory ran out");
    na_arena_free(&w->arena);
    return w->rc < 0 ? w->rc : 0;
}

int na_write_profile(newsarc *arc, int64_t article, const na_reading *reading)
{
    return guarded(&(profiling){ .arc = arc, .reading = reading, .article = article }, write_profile);
}

int na_forget_profile(newsarc *arc, int64_t article)
{
    return guarded(&(profiling){ .arc = arc, .article = article }, forget_profile);
}

/* ---- the index of terms and of runs ------------------------------------------------ */

/* A row of term, or of shingle, which has no day. */
typedef struct entry { uint32_t hash; int32_t day; int64_t article; } entry;
typedef struct entries { na_arena *arena; entry *at; size_t count, room; } entries;

static void add(entries *list, uint32_t hash, int32_t day, int64_t article)
{
    *NA_PUSH(list->arena, list->at, list->count, list->room) = (entry){ hash, day, article };
}

static int by_key(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return (x->article > y->article) - (x->article < y->article);
}

static int put_entries(newsarc *arc, entries *list, const char *sql, int dated)
{
    sqlite3_stmt *insert = na_sql(arc, sql);
    int rc = insert ? 0 : arc->failure;
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, by_key);
    for (size_t i = 0; i < list->count && rc >= 0; i++) {
        const entry *e = &list->at[i];
        rc = dated ? NA_PUT(arc, insert, na_int(e->hash), na_int(e->day), na_int(e->article))
                   : NA_PUT(arc, insert, na_int(e->hash), na_int(e->article));
    }
    na_done(arc, insert);
    return rc;
}

static int index_some(na_linking *l, const int64_t *article, size_t n)
{
    entries terms = { .arena = &l->inner }, shingles = { .arena = &l->inner };
    int rc = 0;
    for (size_t i = 0; i < n; i++) {
        na_profile *p = na_load_profile(l->arc, &l->inner, article[i], &rc);
        if (!p)
            return rc;
        for (size_t k = 0; k < p->tellings; k++)
            add(&terms, p->telling[k], p->day == NA_NO_DAY ? -1 : p->day, article[i]);
        for (size_t k = 0; k < p->shingles; k++)
            if (na_shingle_indexed(p->shingle[k]))
                add(&shingles, p->shingle[k], 0, article[i]);
    }
    rc = put_entries(l->arc, &terms, "INSERT OR IGNORE INTO term(hash, day, article_id) VALUES(:hash, :day, :article)", 1);
    return rc < 0 ? rc : put_entries(l->arc, &shingles, "INSERT OR IGNORE INTO shingle(hash, article_id) VALUES(:hash, :article)", 0);
}

typedef struct indexing { na_linking *l; const int64_t *article; size_t n; int rc; } indexing;

static void index_guarded(void *state)
{
    indexing *w = state;
    w->rc = index_some(w->l, w->article, w->n);
}

/* Sorted, because these keys are scattered: many articles' rows in the order
 * of the B-tree touch each page once, and not once a row. */
int na_index_profiles(na_linking *l, const int64_t *article, size_t n)
{
    indexing w = { l, article, n, 0 };
    if (na_guard(&l->inner, index_guarded, &w))
        w.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return w.rc;
}

static na_slice column(sqlite3_stmt *row, int i)
{
    na_slice b = { sqlite3_column_blob(row, i), 0 };
    b.n = (size_t)sqlite3_column_bytes(row, i);
    return b;
}

na_profile *na_load_profile(newsarc *arc, na_arena *arena, int64_t article, int *rc)
{
    na_profile *p = NULL;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT terms, telling, shingles, day FROM profile WHERE article_id = :article", na_int(article));
    *rc = row ? na_step(arc, row) : arc->failure;
    if (*rc == 1) {
        na_packed packed = { column(row, 0), column(row, 1), column(row, 2) };
        p = na_unpack_profile(arena, &packed, sqlite3_column_type(row, 3) == SQLITE_INTEGER ? sqlite3_column_int(row, 3) : NA_NO_DAY);
    }
    if (*rc >= 0)
        *rc = p ? 0 : na_fail(arc, NEWSARC_DAMAGED, "article %lld has no sound profile: rebuild the archive", (long long)article);
    na_done(arc, row);
    return p;
}
