/* link_voices.c - what articles say, and which pairs of quotations are wordings of one speech.
 *
 * Pairs are kept in the file, so that only those of articles that changed,
 * and of their stories, are compared again. */
#include "store/link_speech.h"

/* Quotations of one article that are compared with others: no article says more, and a text of
 * nothing but quotation marks is not compared each with each. */
enum { MOST_HEARD = 500 };

/* A row of kind, text, speaker, day, and whether by a copy. */
static void take_quote(na_arena *arena, na_arena *scratch, sqlite3_stmt *row, na_said *said)
{
    const char *kind = na_word(row, 0);
    size_t n;
    const char *text = na_column(row, 1, &n);
    said->speaker = sqlite3_column_int64(row, 2);
    said->day = sqlite3_column_type(row, 3) == SQLITE_INTEGER ? sqlite3_column_int(row, 3) : NA_NO_DAY;
    said->copied = sqlite3_column_int(row, 4) != 0;
    said->kind = *kind == 'd' ? NA_DIRECT : *kind == 'm' ? NA_MIXED : NA_UNMARKED;
    na_listen(arena, scratch, text, n, said);
}

static int listen(na_linking *l, int64_t article, na_voice *v)
{
    newsarc *arc = l->arc;
    size_t room = 0, quote_room = 0, quotes = 0;
    int rc;
    sqlite3_stmt *row = NA_QUERY(arc,
        "SELECT q.kind, q.text, q.speaker_id, p.day, a.copy_of IS NOT NULL, q.id FROM quote q JOIN profile p ON p.article_id = q.article_id"
        " JOIN article a ON a.id = q.article_id WHERE q.article_id = :article AND q.kind NOT IN ('term', 'indirect') ORDER BY q.at, q.length LIMIT :most",
        na_int(article), na_int(MOST_HEARD));
    if (!row)
        return arc->failure;
    while ((rc = na_step(arc, row)) == 1) {
        na_said *said = NA_PUSH(&l->arena, v->said, v->count, room);
        *said = (na_said){ .story = NA_NONE };
        take_quote(&l->arena, &l->inner, row, said);
        *NA_PUSH(&l->arena, v->quote, quotes, quote_room) = sqlite3_column_int64(row, 5);
    }
    na_done(arc, row);
    return rc;
}

int na_hear(na_linking *l, na_voices *all, int64_t article, const na_voice **out)
{
    size_t before = all->heard.count, i = na_set_put(&all->heard, article);
    int rc = 0;
    if (i == before) {
        size_t count = before;
        *NA_PUSH(&l->arena, all->voice, count, all->room) = (na_voice){0};
        rc = listen(l, article, &all->voice[i]);
    }
    *out = &all->voice[i];
    return rc;
}

int na_hear_into(na_crowd *c, int64_t article, uint32_t story)
{
    const na_voice *v;
    int rc = na_hear(c->l, c->voices, article, &v);
    for (size_t k = 0; k < v->count; k++) {
        na_said *said = NA_PUSH(c->arena, c->said, c->count, c->room);
        *said = v->said[k];
        said->story = story;
        *NA_PUSH(c->arena, c->quote, c->quotes, c->quote_room) = v->quote[k];
    }
    return rc;
}

static int keep_edge(na_crowd *c, int64_t a, int64_t b)
{
    static const char sql[] = "INSERT OR IGNORE INTO quote_pair(quote_id, other_id) VALUES(:quote, :other)";
    int rc = NA_RUN(c->l->arc, sql, na_int(a), na_int(b));
    na_set_put(c->regroup, a);
    na_set_put(c->regroup, b);
    return rc < 0 ? rc : NA_RUN(c->l->arc, sql, na_int(b), na_int(a));
}

static int keep_edges(na_crowd *c)
{
    size_t edges;
    na_edge *edge = na_speech_edges(c->arena, c->voices->aligner, c->said, c->count, &edges);
    int rc = 0;
    for (size_t i = 0; i < edges && rc >= 0; i++)
        rc = keep_edge(c, c->quote[edge[i].a], c->quote[edge[i].b]);
    return rc;
}

int na_forget_pairs(na_linking *l, na_set *regroup, int64_t article)
{
    newsarc *arc = l->arc;
    int rc, had = 0;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT p.quote_id, p.other_id, q.utterance_id FROM quote q JOIN quote_pair p ON p.quote_id = q.id WHERE q.article_id = :article", na_int(article));
    if (!row)
        return arc->failure;
    while ((rc = na_step(arc, row)) == 1) {
        had = 1;
        na_set_put(regroup, sqlite3_column_int64(row, 0));
        na_set_put(regroup, sqlite3_column_int64(row, 1));
        if (sqlite3_column_int64(row, 2))
            na_set_put(&l->utterances, sqlite3_column_int64(row, 2));
    }
    na_done(arc, row);
    if (rc >= 0 && had)
        rc = NA_RUN(arc, "DELETE FROM quote_pair WHERE (quote_id, other_id) IN"
                         " (SELECT p.other_id, p.quote_id FROM quote q JOIN quote_pair p ON p.quote_id = q.id WHERE q.article_id = :article)", na_int(article));
    return rc < 0 || !had ? rc : NA_RUN(arc, "DELETE FROM quote_pair WHERE quote_id IN (SELECT id FROM quote WHERE article_id = :article)", na_int(article));
}

void na_compare_story(void *state)
{
    na_crowd *c = state;
    if ((c->rc = na_story_members(c->l, c->arena, c->story, c->lone, &c->members)) < 0)
        return;
    for (size_t i = 0; i < c->members.count && c->rc >= 0; i++)
        c->rc = na_hear_into(c, c->members.id[i], 0);
    if (c->rc >= 0)
        c->rc = keep_edges(c);
}

/* ---- speech that other stories tell too: found by the runs of words that it shares ------------ */

/* Runs one statement with each telling run of an article's quotations. */
static int each_run(newsarc *arc, const na_voice *v, const char *sql)
{
    uint32_t run[NA_LONGEST_SPEECH];
    sqlite3_stmt *stmt = na_sql(arc, sql);
    int rc = stmt ? 0 : arc->failure;
    for (size_t i = 0; i < v->count && rc >= 0; i++) {
        size_t n = na_speech_runs(&v->said[i], run);
        for (size_t k = 0; k < n && rc >= 0; k++)
            rc = NA_PUT(arc, stmt, na_int(run[k]), na_int(v->quote[i]));
    }
    na_done(arc, stmt);
    return rc;
}

/* Other quotations that share a run with one. */
static int find_sharers(newsarc *arc, const na_said *said, int64_t quote, na_set *sharers)
{
    uint32_t run[NA_LONGEST_SPEECH];
    size_t n = na_speech_runs(said, run);
    sqlite3_stmt *with = na_sql(arc, "SELECT quote_id FROM spoken WHERE hash = :hash AND quote_id <> :quote");
    int rc = with ? 0 : arc->failure;
    for (size_t k = 0; k < n && rc >= 0; k++) {
        if ((rc = NA_BIND(arc, with, na_int(run[k]), na_int(quote))) < 0)
            break;
        while ((rc = na_step(arc, with)) == 1)
            na_set_put(sharers, sqlite3_column_int64(with, 0));
        sqlite3_reset(with);
    }
    na_done(arc, with);
    return rc;
}

/* One quotation of another story, into the crowd's arena; words 0: it is of this story or article. */
static int hear_sharer(na_crowd *c, int64_t sharer, na_said *said)
{
    newsarc *arc = c->l->arc;
    int rc;
    sqlite3_stmt *row = NA_QUERY(arc,
        "SELECT q.kind, q.text, q.speaker_id, p.day, a.copy_of IS NOT NULL FROM quote q JOIN article a ON a.id = q.article_id"
        " JOIN profile p ON p.article_id = a.id WHERE q.id = :quote AND a.id <> :article AND (:story IS NULL OR a.story_id IS NOT :story)",
        na_int(sharer), na_int(c->lone), na_id(c->story));
    if (!row)
        return arc->failure;
    *said = (na_said){ .story = NA_NONE };
    if ((rc = na_step(arc, row)) == 1)
        take_quote(c->arena, c->arena, row, said);
    na_done(arc, row);
    return rc < 0 ? rc : 0;
}

/* Holds one quotation against a sharer of another story. */
static int compare_sharer(na_crowd *c, const na_said *own, int64_t quote, int64_t sharer)
{
    na_said said = *own, other;
    int rc = hear_sharer(c, sharer, &other);
    said.story = NA_NONE;
    if (rc < 0 || !other.words || (said.copied && other.copied) || !na_same_speech(c->voices->aligner, &said, &other))
        return rc;
    return keep_edge(c, quote, sharer);
}

void na_compare_others(void *state)
{
    na_crowd *c = state;
    const na_voice *v;
    if ((c->rc = na_hear(c->l, c->voices, c->lone, &v)) < 0)
        return;
    for (size_t i = 0; i < v->count && c->rc >= 0; i++) {
        na_set sharers = { .arena = c->arena };
        int64_t quote = v->quote[i];
        na_said said = v->said[i];
        c->rc = find_sharers(c->l->arc, &said, quote, &sharers);
        for (size_t k = 0; k < sharers.count && c->rc >= 0; k++)
            c->rc = compare_sharer(c, &said, quote, sharers.id[k]);
    }
}

void na_index_runs(void *state)
{
    na_crowd *c = state;
    const na_voice *v;
    if ((c->rc = na_hear(c->l, c->voices, c->lone, &v)) >= 0)
        c->rc = each_run(c->l->arc, v, "INSERT OR IGNORE INTO spoken(hash, quote_id) VALUES(:hash, :quote)");
}

static void forget_runs(void *state)
{
    na_crowd *c = state;
    na_voice v = {0};
    if ((c->rc = listen(c->l, c->lone, &v)) >= 0)
        c->rc = each_run(c->l->arc, &v, "DELETE FROM spoken WHERE hash = :hash AND quote_id = :quote");
}

int na_with_crowd(na_linking *l, na_voices *heard, na_set *regroup, void (*work)(void *), int64_t story, int64_t lone)
{
    na_crowd c = { .l = l, .arena = &l->inner, .voices = heard, .regroup = regroup, .story = story, .lone = lone };
    if (na_guard(&l->inner, work, &c))
        c.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return c.rc;
}

typedef struct forgetting { na_linking l; int64_t article; } forgetting;

static void forget_speech(void *state)
{
    forgetting *f = state;
    f->l.rc = na_with_crowd(&f->l, NULL, NULL, forget_runs, 0, f->article);
}

int na_forget_speech(newsarc *arc, int64_t article)
{
    forgetting f = { .l = { .arc = arc }, .article = article };
    if (na_guard(&f.l.arena, forget_speech, &f))
        f.l.rc = na_fail(arc, NEWSARC_NOMEM, "memory ran out");
    na_arena_free(&f.l.arena);
    na_arena_free(&f.l.inner);
    return f.l.rc < 0 ? f.l.rc : 0;
}
