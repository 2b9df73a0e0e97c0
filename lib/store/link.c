/* link.c - one commit's linking: what is looked at again, and the strata in their order. */
#include "store/link_private.h"
#include <string.h>

/* ---- sets -------------------------------------------------------------------- */

static size_t slot_of(const na_set *set, int64_t id)
{
    size_t i = na_hash_mix((uint64_t)id) & (set->slots - 1);
    while (set->slot[i] && set->id[set->slot[i] - 1] != id)
        i = (i + 1) & (set->slots - 1);
    return i;
}

size_t na_set_find(const na_set *set, int64_t id)
{
    uint32_t found = set->slots ? set->slot[slot_of(set, id)] : 0;
    return found ? found - 1 : SIZE_MAX;
}

size_t na_set_put(na_set *set, int64_t id)
{
    size_t i = na_set_find(set, id);
    if (i != SIZE_MAX)
        return i;
    if (2 * (set->count + 1) > set->slots) {
        set->slots = set->slots ? 2 * set->slots : 64;
        set->slot = na_alloc(set->arena, set->slots * sizeof *set->slot);
        for (size_t k = 0; k < set->count; k++)
            set->slot[slot_of(set, set->id[k])] = (uint32_t)k + 1;
    }
    *NA_PUSH(set->arena, set->id, set->count, set->room) = id;
    set->slot[slot_of(set, id)] = (uint32_t)set->count;
    return set->count - 1;
}

/* ---- what an article leaves behind ---------------------------------------------- */

/* What left since the last commit, until that has linked those who stay. */
static int left_tables(newsarc *arc)
{
    static const char *const sql[] = {
        "CREATE TEMP TABLE IF NOT EXISTS touched(article_id INTEGER PRIMARY KEY)",
        "CREATE TEMP TABLE IF NOT EXISTS left_entity(entity_id INTEGER PRIMARY KEY)",
        "CREATE TEMP TABLE IF NOT EXISTS left_utterance(utterance_id INTEGER PRIMARY KEY)",
        "CREATE TEMP TABLE IF NOT EXISTS left_story(story_id INTEGER PRIMARY KEY)",
    };
    int rc = 0;
    for (size_t i = 0; i < sizeof sql / sizeof *sql && rc >= 0; i++)
        rc = na_run(arc, sql[i], NULL, 0);
    return rc;
}

int na_link_leave(newsarc *arc, int64_t article)
{
    static const char *const step[] = {
        "INSERT OR IGNORE INTO temp.touched SELECT other_id FROM pair WHERE article_id = :article",
        "INSERT OR IGNORE INTO temp.touched SELECT id FROM article WHERE story_id = (SELECT story_id FROM article WHERE id = :article)",
        "INSERT OR IGNORE INTO temp.touched SELECT id FROM article WHERE copy_of = :article",
        "UPDATE article SET copy_of = NULL WHERE copy_of = :article",
        "INSERT OR IGNORE INTO temp.touched SELECT o.article_id FROM quote q JOIN quote_pair p ON p.quote_id = q.id"
        " JOIN quote o ON o.id = p.other_id WHERE q.article_id = :article",
        "INSERT OR IGNORE INTO temp.left_utterance SELECT utterance_id FROM quote WHERE article_id = :article AND utterance_id IS NOT NULL",
        "INSERT OR IGNORE INTO temp.left_entity SELECT entity_id FROM naming WHERE article_id = :article AND entity_id IS NOT NULL",
        "INSERT OR IGNORE INTO temp.left_story SELECT story_id FROM article WHERE id = :article AND story_id IS NOT NULL",
        "DELETE FROM quote_pair WHERE (quote_id, other_id) IN"
        " (SELECT p.other_id, p.quote_id FROM quote q JOIN quote_pair p ON p.quote_id = q.id WHERE q.article_id = :article)",
        "DELETE FROM pair WHERE (article_id, other_id) IN (SELECT other_id, article_id FROM pair WHERE article_id = :article)",
        "DELETE FROM temp.touched WHERE article_id = :article",
    };
    int rc = left_tables(arc);
    for (size_t i = 0; i < sizeof step / sizeof *step && rc >= 0; i++)
        rc = NA_RUN(arc, step[i], na_int(article));
    if (rc >= 0)
        rc = na_forget_profile(arc, article);
    if (rc >= 0)
        rc = na_forget_speech(arc, article);
    return rc < 0 ? rc : na_unname(arc, article);
}

int na_link_touch(newsarc *arc, const char *kind, const char *key, int articles)
{
    int rc = left_tables(arc);
    if (rc >= 0 && articles)
        rc = NA_RUN(arc, "INSERT OR IGNORE INTO temp.touched SELECT n.article_id FROM entity e JOIN naming n ON n.entity_id = e.id"
                         " WHERE e.key = :key AND e.kind = :kind", na_text(key), na_text(kind));
    return rc < 0 ? rc : NA_RUN(arc, "INSERT OR IGNORE INTO temp.left_entity SELECT id FROM entity WHERE key = :key AND kind = :kind",
                                na_text(key), na_text(kind));
}

/* ---- the commit ---------------------------------------------------------------------- */

int na_story_members(na_linking *l, na_arena *arena, int64_t story, int64_t article, na_set *members)
{
    newsarc *arc = l->arc;
    sqlite3_stmt *row;
    int rc = 0;
    *members = (na_set){ .arena = arena };
    if (!story) {
        na_set_put(members, article);
        return 0;
    }
    if (!(row = NA_QUERY(arc, "SELECT id FROM article WHERE story_id = :story ORDER BY key", na_int(story))))
        return arc->failure;
    while ((rc = na_step(arc, row)) == 1)
        na_set_put(members, sqlite3_column_int64(row, 0));
    na_done(arc, row);
    return rc;
}

static int collect(na_linking *l, na_set *set, const char *sql)
{
    sqlite3_stmt *row = na_query(l->arc, sql, NULL, 0);
    int rc = row ? 0 : l->arc->failure;
    while (row && (rc = na_step(l->arc, row)) == 1)
        na_set_put(set, sqlite3_column_int64(row, 0));
    na_done(l->arc, row);
    return rc;
}

static void link_all(void *state)
{
    na_linking *l = state;
    static int (*const stratum[])(na_linking *) = { na_link_pairs, na_link_copies, na_link_stories, na_link_people, na_link_speech };
    static const char *const left[] = { "DELETE FROM temp.touched", "DELETE FROM temp.left_entity", "DELETE FROM temp.left_utterance", "DELETE FROM temp.left_story" };
    l->rc = left_tables(l->arc);
    if (l->rc >= 0)
        l->rc = collect(l, &l->fresh, "SELECT article_id FROM temp.changed WHERE article_id IN (SELECT id FROM article) ORDER BY article_id");
    for (size_t i = 0; i < l->fresh.count; i++)
        na_set_put(&l->touched, l->fresh.id[i]);
    if (l->rc >= 0)
        l->rc = collect(l, &l->touched, "SELECT article_id FROM temp.touched WHERE article_id IN (SELECT id FROM article) ORDER BY article_id");
    if (l->rc >= 0)
        l->rc = collect(l, &l->entities, "SELECT entity_id FROM temp.left_entity ORDER BY entity_id");
    if (l->rc >= 0)
        l->rc = collect(l, &l->utterances, "SELECT utterance_id FROM temp.left_utterance ORDER BY utterance_id");
    if (l->rc >= 0)
        l->rc = collect(l, &l->stories, "SELECT story_id FROM temp.left_story ORDER BY story_id");
    for (size_t i = 0; i < sizeof stratum / sizeof *stratum && l->rc >= 0; i++)
        l->rc = stratum[i](l);
    for (size_t i = 0; i < sizeof left / sizeof *left && l->rc >= 0; i++)
        l->rc = na_run(l->arc, left[i], NULL, 0);
}

int na_link_commit(newsarc *arc)
{
    na_linking l = { .arc = arc };
    na_set *const set[] = { &l.fresh, &l.touched, &l.regrouped, &l.lone, &l.renamed, &l.entities, &l.utterances, &l.stories, &l.renaming };
    for (size_t i = 0; i < sizeof set / sizeof *set; i++)
        set[i]->arena = &l.arena;
    if (na_guard(&l.arena, link_all, &l))
        l.rc = na_fail(arc, NEWSARC_NOMEM, "memory ran out while linking: commit fewer articles at a time");
    na_arena_free(&l.arena);
    na_arena_free(&l.inner);
    return l.rc < 0 ? l.rc : 0;
}
