/* link_pairs.c - every article that was read is held against those that share enough with it. */
#include "store/link_private.h"
#include <string.h>

/* Articles with the number of hashes that they share with the one that is looked at. */
typedef struct tally { na_set ids; uint32_t *count; size_t room; } tally;

static void count_one(tally *t, int64_t article)
{
    size_t before = t->ids.count, i = na_set_put(&t->ids, article);
    if (i == before) {
        size_t n = before;
        *NA_PUSH(t->ids.arena, t->count, n, t->room) = 0;
    }
    t->count[i]++;
}

static int count_rows(newsarc *arc, tally *t, sqlite3_stmt *row)
{
    int rc;
    while ((rc = na_step(arc, row)) == 1)
        count_one(t, sqlite3_column_int64(row, 0));
    sqlite3_reset(row);
    return rc;
}

static void take_enough(const tally *t, uint32_t enough, na_set *near)
{
    for (size_t i = 0; i < t->ids.count; i++)
        if (t->count[i] >= enough)
            na_set_put(near, t->ids.id[i]);
}

/* Those that share enough telling terms within NA_WINDOW days (undated: ever). */
static int by_terms(newsarc *arc, const na_profile *p, na_set *near)
{
    tally t = { .ids = { .arena = near->arena } };
    int dated = p->day != NA_NO_DAY, rc = 0;
    sqlite3_stmt *within = na_sql(arc, "SELECT article_id FROM term WHERE hash = :hash AND day BETWEEN :from AND :to");
    if (!within)
        return arc->failure;
    for (size_t i = 0; i < p->tellings && rc >= 0; i++) {
        rc = NA_BIND(arc, within, na_int(p->telling[i]), na_int(dated ? p->day - NA_WINDOW : INT32_MIN), na_int(dated ? p->day + NA_WINDOW : INT32_MAX));
        if (rc >= 0)
            rc = count_rows(arc, &t, within);
        if (rc >= 0 && dated && (p->day - NA_WINDOW > -1 || p->day + NA_WINDOW < -1) &&     /* -1 is unknown */
            (rc = NA_BIND(arc, within, na_int(p->telling[i]), na_int(-1), na_int(-1))) >= 0)
            rc = count_rows(arc, &t, within);
    }
    na_done(arc, within);
    take_enough(&t, NA_SHARED_TERMS, near);
    return rc;
}

/* Those that share enough sampled runs of words, whenever. */
static int by_shingles(newsarc *arc, const na_profile *p, na_set *near)
{
    tally t = { .ids = { .arena = near->arena } };
    int rc = 0;
    sqlite3_stmt *with = na_sql(arc, "SELECT article_id FROM shingle WHERE hash = :hash");
    if (!with)
        return arc->failure;
    for (size_t i = 0; i < p->shingles && rc >= 0; i++)
        if (na_shingle_indexed(p->shingle[i]) && (rc = NA_BIND(arc, with, na_int(p->shingle[i]))) >= 0)
            rc = count_rows(arc, &t, with);
    na_done(arc, with);
    take_enough(&t, NA_SHARED_SHINGLES, near);
    return rc;
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
        *NA_PUSH(c->arena, c->profile, count, c->room) = na_load_profile(arc, c->arena, article, rc);
    }
    return c->profile[i];
}

static int pair_up(na_linking *l, cache *c, int64_t article)
{
    newsarc *arc = l->arc;
    na_set alike = { .arena = c->arena }, sharing = { .arena = c->arena };
    size_t of_terms;
    int rc = 0;
    na_profile *mine = cached(arc, c, article, &rc), *other;
    if (rc < 0 || (rc = by_terms(arc, mine, &alike)) < 0 || (rc = by_shingles(arc, mine, &sharing)) < 0)
        return rc;
    of_terms = alike.count;
    for (size_t i = 0; i < sharing.count; i++)
        na_set_put(&alike, sharing.id[i]);
    for (size_t i = 0; i < alike.count && rc >= 0; i++) {
        int64_t near = alike.id[i];
        float likeness, shared;
        /* two fresh ones meet twice: the later row does the work */
        if (near == article || (near > article && na_set_find(&l->fresh, near) != SIZE_MAX))
            continue;
        if (!(other = cached(arc, c, near, &rc)))
            return rc;
        likeness = i < of_terms ? na_likeness(mine, other) : 0;
        shared = likeness >= NA_LIKE || na_set_find(&sharing, near) != SIZE_MAX ? na_shared(mine, other) : 0;
        if (shared < NA_SHARES)
            shared = 0;
        if (likeness >= NA_LIKE || shared > 0)
            rc = keep_pair(arc, article, near, likeness, shared);
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

/* Some hundred fresh ones are indexed and paired at a time: those that come after are not met yet, and will
 * meet these. */
int na_link_pairs(na_linking *l)
{
    enum { INDEXED = 512, PAIRED = 256 };
    const na_set *fresh = &l->fresh;
    work w = { .l = l };
    for (size_t indexed = 0; w.from < fresh->count && w.rc >= 0; w.from = w.to) {
        if (w.from == indexed) {
            indexed = indexed + INDEXED < fresh->count ? indexed + INDEXED : fresh->count;
            w.rc = na_index_profiles(l, fresh->id + w.from, indexed - w.from);
        }
        if (w.rc < 0 || (w.rc = na_progress(l->arc, "pairing", (int64_t)w.from, (int64_t)fresh->count)) < 0)
            break;
        w.to = w.from + PAIRED < indexed ? w.from + PAIRED : indexed;
        if (na_guard(&l->inner, pair_batch, &w))
            w.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
        na_arena_reset(&l->inner);
    }
    return w.rc;
}
