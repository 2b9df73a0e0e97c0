/* link_pairs.c - every article that was read is held against those that share enough with it. */
#include "store/link_private.h"
#include <string.h>

static na_profile *load_profile(newsarc *arc, na_arena *arena, int64_t article, int *rc)
{
    na_profile *p = NULL;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT terms, shingles, day FROM profile WHERE article_id = :article", na_int(article));
    *rc = row ? na_step(arc, row) : -1;
    if (*rc == 1) {
        int known = sqlite3_column_type(row, 2) == SQLITE_INTEGER;
        p = na_unpack_profile(arena, sqlite3_column_blob(row, 0), (size_t)sqlite3_column_bytes(row, 0),
                              sqlite3_column_blob(row, 1), (size_t)sqlite3_column_bytes(row, 1), known ? sqlite3_column_int(row, 2) : NA_NO_DAY);
        if (!p)
            *rc = na_fail(arc, NEWSARC_DAMAGED, "the profile of article %lld is damaged: rebuild the archive", (long long)article);
    } else if (*rc == 0) {
        *rc = na_fail(arc, NEWSARC_DAMAGED, "article %lld has no profile: rebuild the archive", (long long)article);
    }
    na_done(arc, row);
    return p;
}

static int add_candidates(newsarc *arc, na_set *set, sqlite3_stmt *row)
{
    int rc = row ? 0 : -1;
    while (row && (rc = na_step(arc, row)) == 1)
        na_set_put(set, sqlite3_column_int64(row, 0));
    na_done(arc, row);
    return rc;
}

/* Those that share enough telling terms within NA_WINDOW days (undated: ever), or sampled runs. */
static int find_candidates(newsarc *arc, int64_t article, int32_t day, na_set *set)
{
    int rc;
    if (day == NA_NO_DAY)
        rc = add_candidates(arc, set, NA_QUERY(arc,
            "SELECT t.article_id FROM term m JOIN term t ON t.hash = m.hash"
            " WHERE m.article_id = :article GROUP BY t.article_id HAVING count(*) >= :enough",
            na_int(article), na_int(NA_SHARED_TERMS)));
    else
        rc = add_candidates(arc, set, NA_QUERY(arc,
            "SELECT article_id FROM ("
            " SELECT t.article_id FROM term m CROSS JOIN term t ON t.hash = m.hash AND t.day BETWEEN :from AND :to WHERE m.article_id = :article"
            " UNION ALL"
            " SELECT t.article_id FROM term m CROSS JOIN term t ON t.hash = m.hash AND t.day = -1 WHERE m.article_id = :article)"
            " GROUP BY article_id HAVING count(*) >= :enough",
            na_int(day - NA_WINDOW), na_int(day + NA_WINDOW), na_int(article), na_int(NA_SHARED_TERMS)));
    if (rc < 0)
        return rc;
    return add_candidates(arc, set, NA_QUERY(arc,
        "SELECT s.article_id FROM shingle m CROSS JOIN shingle s ON s.hash = m.hash"
        " WHERE m.article_id = :article GROUP BY s.article_id HAVING count(*) >= :enough",
        na_int(article), na_int(NA_SHARED_SHINGLES)));
}

static int keep_pair(newsarc *arc, int64_t a, int64_t b, float likeness, float shared)
{
    static const char sql[] = "INSERT OR REPLACE INTO pair(article_id, other_id, likeness, shared) VALUES(:a, :b, :likeness, :shared)";
    int rc = NA_RUN(arc, sql, na_int(a), na_int(b), na_real((double)likeness), na_real((double)shared));
    return rc < 0 ? rc : NA_RUN(arc, sql, na_int(b), na_int(a), na_real((double)likeness), na_real((double)shared));
}

/* A cache of unpacked profiles: a batch of news is about few things. */
typedef struct cache { na_arena *arena; na_set ids; na_profile **profile; size_t room; } cache;

static na_profile *cached(newsarc *arc, cache *c, int64_t article, int *rc)
{
    size_t before = c->ids.count, i = na_set_put(&c->ids, article);
    if (i == before) {
        size_t count = before;
        *NA_PUSH(c->arena, c->profile, count, c->room) = load_profile(arc, c->arena, article, rc);
    }
    return c->profile[i];
}

static int pair_up(na_linking *l, cache *c, int64_t article)
{
    newsarc *arc = l->arc;
    na_set near = { .arena = c->arena };
    int rc = 0;
    na_profile *mine = cached(arc, c, article, &rc), *other;
    if (rc < 0 || (rc = find_candidates(arc, article, mine->day, &near)) < 0)
        return rc;
    for (size_t i = 0; i < near.count && rc >= 0; i++) {
        float likeness, shared;
        if (near.id[i] == article)
            continue;
        /* two fresh ones meet twice: the later row does the work */
        if (near.id[i] > article && na_set_find(&l->fresh, near.id[i]) != SIZE_MAX)
            continue;
        if (!(other = cached(arc, c, near.id[i], &rc)))
            return rc;
        likeness = na_likeness(mine, other);
        shared = na_shared(mine, other);
        if (likeness >= NA_LIKE || shared >= NA_SHARES)
            rc = keep_pair(arc, article, near.id[i], likeness, shared);
    }
    return rc;
}

typedef struct work { na_linking *l; size_t from, to; int rc; } work;

static void pair_batch(void *state)
{
    work *w = state;
    cache c = { .arena = &w->l->inner, .ids = { .arena = &w->l->inner } };
    for (size_t i = w->from; i < w->to && w->rc >= 0; i++) {
        w->rc = pair_up(w->l, &c, w->l->fresh.id[i]);
        if (w->l->inner.taken > (size_t)48 << 20) {     /* the cache has grown enough */
            w->to = i + 1;
            break;
        }
    }
}

int na_link_pairs(na_linking *l)
{
    work w = { .l = l };
    while (w.from < l->fresh.count && w.rc >= 0) {
        if ((w.rc = na_progress(l->arc, "pairing", (int64_t)w.from, (int64_t)l->fresh.count)) < 0)
            break;
        w.to = w.from + 256 < l->fresh.count ? w.from + 256 : l->fresh.count;
        if (na_guard(&l->inner, pair_batch, &w))
            w.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
        na_arena_reset(&l->inner);
        w.from = w.to;
    }
    return w.rc;
}
