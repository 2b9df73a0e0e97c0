/* link_speech.c - quotations that are wordings of one speech become one utterance.
 *
 * Pairs of quotations are kept in the file, so that only those of articles
 * that changed, and of their stories, are compared again. */
#include "store/link_private.h"
#include <stdlib.h>
#include <string.h>

/* ---- speakers as the article itself tells them ---------------------------------- */

static int set_speakers(na_linking *l, int64_t article)
{
    return NA_RUN(l->arc,
        "UPDATE quote SET lent_id = NULL, speaker_id ="
        " (SELECT entity_id FROM naming WHERE article_id = quote.article_id AND number = quote.speaker_naming)"
        " WHERE article_id = :article AND (lent_id IS NOT NULL OR speaker_id IS NOT"
        " (SELECT entity_id FROM naming WHERE article_id = quote.article_id AND number = quote.speaker_naming))", na_int(article));
}

/* ---- a neighbourhood: quotations that are compared with each other ------------------ */

/* What an article's marked and unmarked quotations say: read once a commit. */
typedef struct voice { na_said *said; int64_t *quote; size_t count; } voice;
typedef struct voices { na_set heard; voice *voice; size_t room; na_aligner *aligner; } voices;

typedef struct crowd {
    na_linking *l;
    na_arena   *arena;
    voices     *voices;
    na_set     *regroup;            /* quotations whose utterance is to be decided again (of the commit's arena) */
    int64_t     story, lone;
    na_said    *said;   size_t count, room;
    int64_t    *quote;  size_t quotes, quote_room;
    na_set      members;
    int         rc;
} crowd;

static int listen(na_linking *l, int64_t article, voice *v)
{
    newsarc *arc = l->arc;
    size_t room = 0, quote_room = 0, quotes = 0, n;
    int rc;
    sqlite3_stmt *row = NA_QUERY(arc,
        "SELECT q.id, q.kind, q.text, q.speaker_id, p.day FROM quote q JOIN profile p ON p.article_id = q.article_id"
        " WHERE q.article_id = :article AND q.kind IN ('direct', 'mixed', 'unmarked') ORDER BY q.at, q.length", na_int(article));
    if (!row)
        return arc->failure;
    while ((rc = na_step(arc, row)) == 1) {
        const char *kind = (const char *)sqlite3_column_text(row, 1), *text = na_column(row, 2, &n);
        na_said *said = NA_PUSH(&l->arena, v->said, v->count, room);
        *said = (na_said){ .speaker = sqlite3_column_int64(row, 3),
                           .day = sqlite3_column_type(row, 4) == SQLITE_INTEGER ? sqlite3_column_int(row, 4) : NA_NO_DAY,
                           .kind = *kind == 'd' ? NA_DIRECT : *kind == 'm' ? NA_MIXED : NA_UNMARKED };
        na_listen(&l->arena, &l->inner, text, n, said);
        *NA_PUSH(&l->arena, v->quote, quotes, quote_room) = sqlite3_column_int64(row, 0);
    }
    na_done(arc, row);
    return rc;
}

/* What an article says; lives until another is heard. */
static int hear(na_linking *l, voices *all, int64_t article, const voice **out)
{
    size_t before = all->heard.count, i = na_set_put(&all->heard, article);
    int rc = 0;
    if (i == before) {
        size_t count = before;
        *NA_PUSH(&l->arena, all->voice, count, all->room) = (voice){0};
        rc = listen(l, article, &all->voice[i]);
    }
    *out = &all->voice[i];
    return rc;
}

static int load_quotes(crowd *c, int64_t article, uint32_t place, uint32_t story)
{
    const voice *v;
    int rc = hear(c->l, c->voices, article, &v);
    for (size_t k = 0; k < v->count; k++) {
        na_said *said = NA_PUSH(c->arena, c->said, c->count, c->room);
        *said = v->said[k];
        said->article = place;
        said->story = story;
        *NA_PUSH(c->arena, c->quote, c->quotes, c->quote_room) = v->quote[k];
    }
    return rc;
}

static int keep_edge(crowd *c, int64_t a, int64_t b)
{
    static const char sql[] = "INSERT OR IGNORE INTO quote_pair(quote_id, other_id) VALUES(:quote, :other)";
    int rc = NA_RUN(c->l->arc, sql, na_int(a), na_int(b));
    na_set_put(c->regroup, a);
    na_set_put(c->regroup, b);
    return rc < 0 ? rc : NA_RUN(c->l->arc, sql, na_int(b), na_int(a));
}

static int keep_edges(crowd *c)
{
    size_t edges;
    na_edge *edge = na_speech_edges(c->arena, c->voices->aligner, c->said, c->count, &edges);
    int rc = 0;
    for (size_t i = 0; i < edges && rc >= 0; i++)
        rc = keep_edge(c, c->quote[edge[i].a], c->quote[edge[i].b]);
    return rc;
}

/* Forgets the pairs of an article's quotations; whoever had one is decided again. */
static int forget_pairs(na_linking *l, na_set *regroup, int64_t article)
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

/* Pairs within a story. */
static void compare_story(void *state)
{
    crowd *c = state;
    if ((c->rc = na_story_members(c->l, c->arena, c->story, c->lone, &c->members)) < 0)
        return;
    for (size_t i = 0; i < c->members.count && c->rc >= 0; i++)
        c->rc = load_quotes(c, c->members.id[i], (uint32_t)i, 0);
    if (c->rc >= 0)
        c->rc = keep_edges(c);
}

/* ---- speech that other stories tell too: found by the runs of words that it shares ------------ */

/* Runs one statement with each telling run of an article's quotations. */
static int each_run(newsarc *arc, const voice *v, const char *sql)
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

/* Holds one quotation against a sharer of another story. */
static int compare_sharer(crowd *c, const na_said *own, int64_t quote, int64_t sharer)
{
    newsarc *arc = c->l->arc;
    na_said said = *own, other;
    int64_t article = 0;
    const voice *v;
    int rc = NA_FIND(arc, &article, "SELECT a.id FROM quote q JOIN article a ON a.id = q.article_id WHERE q.id = :quote"
                                    " AND a.id <> :article AND (:story IS NULL OR a.story_id IS NOT :story)",
                     na_int(sharer), na_int(c->lone), na_id(c->story));
    if (rc < 0 || !article || (rc = hear(c->l, c->voices, article, &v)) < 0)
        return rc;
    for (size_t k = 0; k < v->count; k++)
        if (v->quote[k] == sharer) {
            other = v->said[k];
            said.story = other.story = NA_NONE;
            if (na_same_speech(c->voices->aligner, &said, &other))
                return keep_edge(c, quote, sharer);
        }
    return 0;
}

static void compare_others(void *state)
{
    crowd *c = state;
    const voice *v;
    if ((c->rc = hear(c->l, c->voices, c->lone, &v)) < 0)
        return;
    for (size_t i = 0; i < v->count && c->rc >= 0; i++) {
        na_set sharers = { .arena = c->arena };
        int64_t quote = v->quote[i];
        na_said said = v->said[i];
        c->rc = find_sharers(c->l->arc, &said, quote, &sharers);
        for (size_t k = 0; k < sharers.count && c->rc >= 0; k++) {
            c->rc = compare_sharer(c, &said, quote, sharers.id[k]);
            v = &c->voices->voice[na_set_find(&c->voices->heard, c->lone)];     /* hearing others may move them */
        }
    }
}

/* Fresh quotations become findable before any is looked for. */
static void index_runs(void *state)
{
    crowd *c = state;
    const voice *v;
    if ((c->rc = hear(c->l, c->voices, c->lone, &v)) >= 0)
        c->rc = each_run(c->l->arc, v, "INSERT OR IGNORE INTO spoken(hash, quote_id) VALUES(:hash, :quote)");
}

static void forget_runs(void *state)
{
    crowd *c = state;
    voice v = {0};
    if ((c->rc = listen(c->l, c->lone, &v)) >= 0)
        c->rc = each_run(c->l->arc, &v, "DELETE FROM spoken WHERE hash = :hash AND quote_id = :quote");
}

/* ---- utterances ----------------------------------------------------------------------------- */

typedef struct wording {
    int64_t     quote, speaker, utterance, source, article, original;
    const char *published, *key, *relation;
    int64_t     at;
    na_said     said;
    uint32_t    place;              /* in the set of ids */
    uint32_t    support;            /* outlets that print these words, or a part of them unchanged */
} wording;

typedef struct gathering {
    na_linking *l;
    na_arena   *arena;
    na_set      ids;
    na_aligner *aligner;
    int64_t     first;
    na_edge    *edge;   size_t edges, room;
    wording    *word;               /* of all of ids, in order of day */
    size_t      words;
    int         rc;
} gathering;

/* One utterance of them. */
typedef struct group { wording **word; size_t count; } group;

static int by_day(const void *a, const void *b)
{
    const wording *x = a, *y = b;
    int order;
    if (!x->published != !y->published)
        return x->published ? -1 : 1;
    order = x->published ? strcmp(x->published, y->published) : 0;
    if (!order)
        order = strcmp(x->key, y->key);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static int by_ends(const void *a, const void *b)
{
    const na_edge *x = a, *y = b;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

static int reach(gathering *g)
{
    newsarc *arc = g->l->arc;
    int rc = 0;
    na_set_put(&g->ids, g->first);
    for (size_t at = 0; at < g->ids.count && rc >= 0; at++) {
        sqlite3_stmt *row = NA_QUERY(arc, "SELECT other_id FROM quote_pair WHERE quote_id = :quote", na_int(g->ids.id[at]));
        if (!row)
            return arc->failure;
        while ((rc = na_step(arc, row)) == 1) {
            size_t other = na_set_put(&g->ids, sqlite3_column_int64(row, 0));
            if (g->ids.id[at] < g->ids.id[other])
                *NA_PUSH(g->arena, g->edge, g->edges, g->room) = (na_edge){ (uint32_t)at, (uint32_t)other, 1 };
        }
        na_done(arc, row);
    }
    return rc;
}

static int load_wordings(gathering *g)
{
    newsarc *arc = g->l->arc;
    uint32_t *rank = na_alloc(g->arena, g->ids.count * sizeof *rank);
    int rc = 0;
    g->words = g->ids.count;
    g->word = na_alloc(g->arena, g->words * sizeof *g->word);
    for (size_t i = 0; i < g->words && rc >= 0; i++) {
        wording *w = &g->word[i];
        const char *text, *kind;
        size_t n;
        sqlite3_stmt *row = NA_QUERY(arc,
            "SELECT q.kind, q.text, q.speaker_id, q.utterance_id, q.at, a.source_id, iif(a.published_from = 'story', NULL, a.published), a.key, a.id, coalesce(a.copy_of, a.id), q.relation"
            " FROM quote q JOIN article a ON a.id = q.article_id WHERE q.id = :quote", na_int(g->ids.id[i]));
        if (!row)
            return arc->failure;
        if ((rc = na_step(arc, row)) == 1) {
            kind = (const char *)sqlite3_column_text(row, 0);
            text = na_column(row, 1, &n);
            *w = (wording){ .quote = g->ids.id[i], .speaker = sqlite3_column_int64(row, 2), .utterance = sqlite3_column_int64(row, 3),
                            .at = sqlite3_column_int64(row, 4), .source = sqlite3_column_int64(row, 5), .published = na_keep(g->arena, row, 6),
                            .key = na_keep(g->arena, row, 7), .article = sqlite3_column_int64(row, 8), .original = sqlite3_column_int64(row, 9),
                            .relation = na_keep(g->arena, row, 10) };
            w->said.kind = *kind == 'd' ? NA_DIRECT : *kind == 'm' ? NA_MIXED : NA_UNMARKED;
            w->place = (uint32_t)i;
            na_listen(g->arena, g->arena, text, n, &w->said);
        } else if (rc == 0) {
            rc = na_fail(arc, NEWSARC_DAMAGED, "a pair names quotation %lld, which is not there: rebuild the archive", (long long)g->ids.id[i]);
        }
        na_done(arc, row);
    }
    if (rc < 0)
        return rc;
    qsort(g->word, g->words, sizeof *g->word, by_day);
    for (size_t i = 0; i < g->words; i++)
        rank[g->word[i].place] = (uint32_t)i;
    for (size_t i = 0; i < g->edges; i++) {
        uint32_t a = rank[g->edge[i].a], b = rank[g->edge[i].b];
        g->edge[i] = (na_edge){ a < b ? a : b, a < b ? b : a, 1 };
    }
    if (g->edges)
        qsort(g->edge, g->edges, sizeof *g->edge, by_ends);
    return 0;
}

/* A few words may stand in two speeches: such a fragment belongs to one of them and never joins two. */
enum { LIGHT = 160, COMPARED = 48, SAME_PART = 60 };

static int light(const wording *w)
{
    return w->said.weight < LIGHT;
}

/* head[i]: the first wording of i's utterance.  Heavy ones by their edges; each light one goes with the
 * heavy one that it shares most with, of equals the earliest; those that know no heavy one by their edges. */
static void find_groups(gathering *g, na_aligner *aligner, uint32_t *head)
{
    na_edge *edge = na_alloc(g->arena, (2 * g->edges + 1) * sizeof *edge);
    uint32_t *with = na_alloc(g->arena, g->words * sizeof *with), *most = na_alloc(g->arena, g->words * sizeof *most);
    size_t edges = 0;
    for (size_t i = 0; i < g->words; i++)
        with[i] = NA_NONE;
    for (size_t i = 0; i < g->edges; i++) {
        uint32_t a = g->edge[i].a, b = g->edge[i].b, weight;
        int a_light = light(&g->word[a]), b_light = light(&g->word[b]);
        if (!a_light && !b_light)
            edge[edges++] = g->edge[i];
        if (a_light == b_light)
            continue;
        if (b_light) {                  /* a is the light one from here on */
            uint32_t t = a;
            a = b;
            b = t;
        }
        weight = na_match_words(aligner, &g->word[a].said, &g->word[b].said).weight;
        if (with[a] == NA_NONE || weight > most[a] || (weight == most[a] && b < with[a])) {
            with[a] = b;
            most[a] = weight;
        }
    }
    for (uint32_t i = 0; i < g->words; i++)
        if (with[i] != NA_NONE)
            edge[edges++] = (na_edge){ i, with[i], 1 };
    for (size_t i = 0; i < g->edges; i++) {
        uint32_t a = g->edge[i].a, b = g->edge[i].b;
        if (light(&g->word[a]) && light(&g->word[b]) && with[a] == NA_NONE && with[b] == NA_NONE)
            edge[edges++] = g->edge[i];
    }
    na_components(g->words, edge, edges, head);
}

/* The wording that most articles, copies counted once, print unchanged or a part of; then the longest; then the earliest. */
static wording *find_base(const group *u, na_aligner *aligner)
{
    size_t most = u->count < COMPARED ? u->count : COMPARED;
    wording *best = NULL;
    for (size_t i = 0; i < most; i++) {
        wording *w = u->word[i];
        if (w->said.kind == NA_UNMARKED)
            continue;
        for (size_t k = 0; k < most; k++) {
            const wording *other = u->word[k];
            const char *how = i == k || other->article != other->original ? NULL : na_relation(aligner, &w->said, &other->said);
            w->support += how && (*how == 's' || *how == 'f') && other->said.words <= w->said.words;
        }
        if (!best || w->support > best->support || (w->support == best->support && w->said.words > best->said.words))
            best = w;
    }
    return best ? best : u->word[0];
}

/* Whom most wordings that name anybody name; of equals the earliest. */
static const wording *find_speaker(const group *u)
{
    const wording *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < u->count && i < COMPARED; i++) {
        size_t votes = 0;
        for (size_t k = 0; u->word[i]->speaker && k < u->count; k++)
            votes += u->word[k]->speaker == u->word[i]->speaker;
        if (votes > most) {
            most = votes;
            best = u->word[i];
        }
    }
    return best;
}

/* An utterance bears the number of its oldest wording. */
static int keep_utterance(gathering *g, const group *u, const wording *base, const wording *speaker, int64_t *id)
{
    *id = u->word[0]->quote;
    for (size_t i = 1; i < u->count; i++)
        if (u->word[i]->quote < *id)
            *id = u->word[i]->quote;
    return NA_RUN(g->l->arc, "INSERT INTO utterance(id, speaker_id, base_id, text) SELECT :id, :speaker, id, text FROM quote WHERE id = :base"
                             " ON CONFLICT(id) DO UPDATE SET speaker_id = excluded.speaker_id, base_id = excluded.base_id, text = excluded.text",
                  na_int(*id), na_id(speaker ? speaker->speaker : 0), na_int(base->quote));
}

/* How a wording lies to the base.  One that tells another part of the speech is no alteration of the base:
 * it is a part itself, unless a wording with more support has that part otherwise. */
static const char *relate(const group *u, const wording *base, const wording *w, na_aligner *aligner)
{
    const char *relation = na_relation(aligner, &base->said, &w->said);
    if (*relation != 'a' || na_match_words(aligner, &base->said, &w->said).part >= SAME_PART)
        return relation;
    for (size_t i = 0; i < u->count && i < COMPARED; i++) {
        const wording *other = u->word[i];
        if (other->support > w->support && *na_relation(aligner, &other->said, &w->said) == 'a' &&
            na_match_words(aligner, &other->said, &w->said).part >= SAME_PART)
            return relation;
    }
    return "part";
}

static void decide_utterance(gathering *g, const group *u, na_aligner *aligner)
{
    const wording *base = u->count > 1 ? find_base(u, aligner) : u->word[0], *speaker = find_speaker(u);
    int64_t id = 0;
    g->rc = keep_utterance(g, u, base, speaker, &id);
    for (size_t i = 0; i < u->count && g->rc >= 0; i++) {
        const wording *w = u->word[i];
        const char *relation = w == base ? "base" : relate(u, base, w, aligner);
        int64_t lent = speaker && !w->speaker ? speaker->quote : 0;
        if (w->utterance == id && w->relation && !strcmp(w->relation, relation) && !lent)
            continue;
        g->rc = NA_RUN(g->l->arc, "UPDATE quote SET utterance_id = :utterance, relation = :relation, lent_id = :lent,"
                                  " speaker_id = coalesce(speaker_id, :speaker) WHERE id = :quote",
                       na_int(id), na_text(relation), na_id(lent), na_id(lent ? speaker->speaker : 0), na_int(w->quote));
    }
}

static void decide_utterances(void *state)
{
    gathering *g = state;
    na_aligner *aligner;
    uint32_t *head;
    group u = {0};
    if ((g->rc = reach(g)) < 0 || (g->rc = load_wordings(g)) < 0)
        return;
    head = na_alloc(g->arena, g->words * sizeof *head);
    u.word = na_alloc(g->arena, g->words * sizeof *u.word);
    aligner = g->aligner;
    find_groups(g, aligner, head);
    for (size_t i = 0; i < g->words && g->rc >= 0; i++) {
        if (head[i] != i)
            continue;
        u.count = 0;
        for (size_t k = i; k < g->words; k++)
            if (head[k] == i)
                u.word[u.count++] = &g->word[k];
        decide_utterance(g, &u, aligner);
    }
}

/* ---- indirect speech joins the utterance that it reports ---------------------------------------- */

static int report_one(crowd *c, na_aligner *aligner, sqlite3_stmt *row, uint32_t place)
{
    newsarc *arc = c->l->arc;
    na_said indirect = { .speaker = sqlite3_column_int64(row, 2), .article = place, .day = NA_NO_DAY, .kind = NA_INDIRECT };
    size_t n, best = SIZE_MAX;
    uint32_t most = 0;
    int64_t utterance = 0;
    const char *text = na_column(row, 1, &n);
    int rc = 0;
    na_listen(c->arena, c->arena, text, n, &indirect);
    for (size_t i = 0; i < c->count && indirect.speaker; i++) {
        uint32_t weight = c->said[i].speaker == indirect.speaker ? na_reports(aligner, &indirect, &c->said[i]) : 0;
        if (weight > most) {
            most = weight;
            best = i;
        }
    }
    if (best != SIZE_MAX)
        rc = NA_FIND(arc, &utterance, "SELECT utterance_id FROM quote WHERE id = :quote", na_int(c->quote[best]));
    if (rc >= 0 && utterance != sqlite3_column_int64(row, 3))
        rc = NA_RUN(arc, "UPDATE quote SET utterance_id = :utterance, relation = :relation WHERE id = :quote",
                    na_id(utterance), na_text(utterance ? "paraphrase" : NULL), na_int(sqlite3_column_int64(row, 0)));
    return rc;
}

static void report_story(void *state)
{
    crowd *c = state;
    newsarc *arc = c->l->arc;
    na_aligner *aligner = c->voices->aligner;
    if ((c->rc = na_story_members(c->l, c->arena, c->story, c->lone, &c->members)) < 0)
        return;
    for (size_t i = 0; i < c->members.count && c->rc >= 0; i++)
        c->rc = load_quotes(c, c->members.id[i], (uint32_t)i, 0);
    for (size_t i = 0; i < c->members.count && c->rc >= 0; i++) {
        sqlite3_stmt *row = NA_QUERY(arc, "SELECT id, text, speaker_id, utterance_id FROM quote WHERE article_id = :article AND kind = 'indirect'",
                                     na_int(c->members.id[i]));
        c->rc = row ? 0 : arc->failure;
        while (row && (c->rc = na_step(arc, row)) == 1)
            if ((c->rc = report_one(c, aligner, row, (uint32_t)i)) < 0)
                break;
        na_done(arc, row);
    }
}

/* ---- the stratum ------------------------------------------------------------------------------------ */

static int crowd_of(na_linking *l, voices *heard, na_set *regroup, void (*work)(void *), int64_t story, int64_t lone)
{
    crowd c = { .l = l, .arena = &l->inner, .voices = heard, .regroup = regroup, .story = story, .lone = lone };
    if (na_guard(&l->inner, work, &c))
        c.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return c.rc;
}

typedef struct forgetting { na_linking l; int64_t article; } forgetting;

static void forget_speech(void *state)
{
    forgetting *f = state;
    f->l.rc = crowd_of(&f->l, NULL, NULL, forget_runs, 0, f->article);
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

/* All articles whose quotations are compared again, with their stories. */
typedef struct audience { na_set articles, lone; int64_t *story; size_t stories, room; } audience;

static int gather_articles(na_linking *l, audience *a)
{
    const na_set *from[] = { &l->touched, &l->regrouped, &l->renamed };
    int rc = 0;
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < from[k]->count && rc >= 0; i++) {
            int64_t story = 0;
            rc = NA_FIND(l->arc, &story, "SELECT story_id FROM article WHERE id = :article", na_int(from[k]->id[i]));
            na_set_put(story ? &l->stories : &a->lone, story ? story : from[k]->id[i]);
        }
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++) {
        na_set members;
        rc = na_story_members(l, &l->arena, l->stories.id[i], 0, &members);
        for (size_t m = 0; m < members.count; m++) {
            na_set_put(&a->articles, members.id[m]);
            *NA_PUSH(&l->arena, a->story, a->stories, a->room) = l->stories.id[i];
        }
    }
    for (size_t i = 0; i < a->lone.count; i++) {
        na_set_put(&a->articles, a->lone.id[i]);
        *NA_PUSH(&l->arena, a->story, a->stories, a->room) = 0;
    }
    return rc;
}

/* Quotations like no other are utterances of their own. */
static int keep_lone(na_linking *l, int64_t article)
{
    static const char insert[] =
        "INSERT INTO utterance(id, speaker_id, base_id, text) SELECT id, speaker_id, id, text FROM quote q"
        " WHERE article_id = :article AND kind IN ('direct', 'mixed', 'unmarked') AND NOT EXISTS (SELECT 1 FROM quote_pair WHERE quote_id = q.id)"
        " ON CONFLICT(id) DO UPDATE SET speaker_id = excluded.speaker_id, base_id = excluded.base_id, text = excluded.text";
    static const char update[] =
        "UPDATE quote SET utterance_id = id, relation = 'base'"
        " WHERE article_id = :article AND kind IN ('direct', 'mixed', 'unmarked')"
        " AND (utterance_id IS NOT id OR relation IS NOT 'base')"
        " AND NOT EXISTS (SELECT 1 FROM quote_pair WHERE quote_id = quote.id)";
    int rc = NA_RUN(l->arc, insert, na_int(article));
    return rc < 0 ? rc : NA_RUN(l->arc, update, na_int(article));
}

static int decide_all(na_linking *l, na_aligner *aligner, const na_set *regroup)
{
    na_set done = { .arena = &l->arena };
    int rc = 0;
    for (size_t i = 0; i < regroup->count && rc >= 0; i++) {
        gathering g = { .l = l, .arena = &l->inner, .ids = { .arena = &l->inner }, .aligner = aligner, .first = regroup->id[i] };
        if (na_set_find(&done, g.first) != SIZE_MAX)
            continue;
        if (na_guard(&l->inner, decide_utterances, &g))
            g.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
        rc = g.rc;
        for (size_t k = 0; k < g.words && rc >= 0; k++) {
            na_set_put(&done, g.word[k].quote);
            if (g.word[k].utterance)
                na_set_put(&l->utterances, g.word[k].utterance);
        }
        na_arena_reset(&l->inner);
        if (rc >= 0 && i % 256 == 0)
            rc = na_progress(l->arc, "gathering utterances", (int64_t)i, (int64_t)regroup->count);
    }
    return rc;
}

/* Utterances that nobody words any more, entities that nobody is. */
static int sweep(na_linking *l)
{
    newsarc *arc = l->arc;
    int rc = 0;
    for (size_t i = 0; i < l->utterances.count && rc >= 0; i++)
        rc = NA_RUN(arc, "DELETE FROM utterance WHERE id = :utterance AND NOT EXISTS (SELECT 1 FROM quote WHERE utterance_id = utterance.id)",
                    na_int(l->utterances.id[i]));
    for (size_t i = 0; i < l->entities.count && rc >= 0; i++)
        rc = NA_RUN(arc, "DELETE FROM entity WHERE id = :entity AND NOT EXISTS (SELECT 1 FROM naming WHERE entity_id = entity.id)"
                         " AND NOT EXISTS (SELECT 1 FROM quote WHERE speaker_id = entity.id) AND NOT EXISTS (SELECT 1 FROM utterance WHERE speaker_id = entity.id)",
                    na_int(l->entities.id[i]));
    return rc;
}

int na_link_speech(na_linking *l)
{
    audience a = { .articles = { .arena = &l->arena }, .lone = { .arena = &l->arena } };
    na_set regroup = { .arena = &l->arena };
    voices heard = { .heard = { .arena = &l->arena }, .aligner = na_make_aligner(&l->arena) };
    int rc = gather_articles(l, &a);
    for (size_t i = 0; i < a.articles.count && rc >= 0; i++)
        if ((rc = set_speakers(l, a.articles.id[i])) >= 0)
            rc = forget_pairs(l, &regroup, a.articles.id[i]);
    for (size_t i = 0; i < l->fresh.count && rc >= 0; i++)
        rc = crowd_of(l, &heard, &regroup, index_runs, 0, l->fresh.id[i]);
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++)
        if ((rc = crowd_of(l, &heard, &regroup, compare_story, l->stories.id[i], 0)) >= 0)
            rc = na_progress(l->arc, "comparing quotations", (int64_t)i, (int64_t)l->stories.count);
    for (size_t i = 0; i < a.lone.count && rc >= 0; i++)
        rc = crowd_of(l, &heard, &regroup, compare_story, 0, a.lone.id[i]);
    for (size_t i = 0; i < a.articles.count && rc >= 0; i++)
        rc = crowd_of(l, &heard, &regroup, compare_others, a.story[i], a.articles.id[i]);
    for (size_t i = 0; i < a.articles.count && rc >= 0; i++)
        rc = keep_lone(l, a.articles.id[i]);
    if (rc >= 0)
        rc = decide_all(l, heard.aligner, &regroup);
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++)
        rc = crowd_of(l, &heard, &regroup, report_story, l->stories.id[i], 0);
    for (size_t i = 0; i < a.lone.count && rc >= 0; i++)
        rc = crowd_of(l, &heard, &regroup, report_story, 0, a.lone.id[i]);
    if (rc >= 0)
        rc = sweep(l);
    return rc < 0 ? rc : 0;
}
