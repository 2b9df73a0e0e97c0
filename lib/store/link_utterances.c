/* link_utterances.c - quotations that are wordings of one speech become one utterance. */
#include "store/link_speech.h"
#include <stdlib.h>
#include <string.h>

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
            kind = na_word(row, 0);
            text = na_column(row, 1, &n);
            *w = (wording){ .quote = g->ids.id[i], .speaker = sqlite3_column_int64(row, 2), .utterance = sqlite3_column_int64(row, 3),
                            .at = sqlite3_column_int64(row, 4), .source = sqlite3_column_int64(row, 5), .published = na_keep(g->arena, row, 6),
                            .key = na_keep_word(g->arena, row, 7), .article = sqlite3_column_int64(row, 8), .original = sqlite3_column_int64(row, 9),
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

int na_keep_lone(na_linking *l, int64_t article)
{
    static const char insert[] =
        "INSERT INTO utterance(id, speaker_id, base_id, text) SELECT id, speaker_id, id, text FROM quote q"
        " WHERE article_id = :article AND kind NOT IN ('term', 'indirect') AND NOT EXISTS (SELECT 1 FROM quote_pair WHERE quote_id = q.id)"
        " ON CONFLICT(id) DO UPDATE SET speaker_id = excluded.speaker_id, base_id = excluded.base_id, text = excluded.text";
    static const char update[] =
        "UPDATE quote SET utterance_id = id, relation = 'base'"
        " WHERE article_id = :article AND kind NOT IN ('term', 'indirect')"
        " AND (utterance_id IS NOT id OR relation IS NOT 'base')"
        " AND NOT EXISTS (SELECT 1 FROM quote_pair WHERE quote_id = quote.id)";
    int rc = NA_RUN(l->arc, insert, na_int(article));
    return rc < 0 ? rc : NA_RUN(l->arc, update, na_int(article));
}

int na_decide_utterances(na_linking *l, na_aligner *aligner, const na_set *regroup)
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
