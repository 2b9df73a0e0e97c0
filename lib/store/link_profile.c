/* link_profile.c - what linking compares of an article, in the file. */
#include "store/link_private.h"

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
    int rc = stmt ? 0 : -1;
    for (size_t i = 0; i < p->tellings && rc >= 0; i++)
        rc = NA_PUT(arc, stmt, na_int(p->telling[i]), na_int(p->day == NA_NO_DAY ? -1 : p->day), na_int(article));
    na_done(arc, stmt);
    return rc;
}

static int each_shingle(newsarc *arc, const na_profile *p, int64_t article, const char *sql)
{
    sqlite3_stmt *stmt = na_sql(arc, sql);
    int rc = stmt ? 0 : -1;
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
    w->rc = NA_RUN(arc, "INSERT INTO profile(article_id, day, earliest, latest, terms, telling, shingles)"
                       " VALUES(:article, :day, :earliest, :latest, :terms, :telling, :shingles)",
                   na_int(w->article), p->day == NA_NO_DAY ? na_null() : na_int(p->day), na_text(w->reading->earliest), na_text(w->reading->latest),
                   na_blob(b.terms.at, b.terms.n), na_blob(b.telling.at, b.telling.n), na_blob(b.shingles.at, b.shingles.n));
    if (w->rc >= 0)
        w->rc = each_telling(arc, p, w->article, "INSERT OR IGNORE INTO term(hash, day, article_id) VALUES(:hash, :day, :article)");
    if (w->rc >= 0)
        w->rc = each_shingle(arc, p, w->article, "INSERT OR IGNORE INTO shingle(hash, article_id) VALUES(:hash, :article)");
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
    *rc = row ? na_step(arc, row) : -1;
    if (*rc == 1) {
        na_packed packed = { column(row, 0), column(row, 1), column(row, 2) };
        p = na_unpack_profile(arena, &packed, sqlite3_column_type(row, 3) == SQLITE_INTEGER ? sqlite3_column_int(row, 3) : NA_NO_DAY);
    }
    if (*rc >= 0)
        *rc = p ? 0 : na_fail(arc, NEWSARC_DAMAGED, "article %lld has no sound profile: rebuild the archive", (long long)article);
    na_done(arc, row);
    return p;
}
