/* link_stories.c - the components of pairs that were touched, grouped anew into copies and stories. */
#include "store/link_private.h"
#include <stdlib.h>
#include <string.h>

typedef struct member {
    int64_t     id, story, copy_of, source, via;
    const char *key, *published;
    size_t      place;              /* in the set of its component */
    int         credit;             /* among copies: 0 an agency's text under no outlet's name, 2 it credits another of them, 1 else */
} member;

typedef struct component {
    na_linking *l;
    int64_t     first;              /* the article it is found from */
    na_arena   *arena;
    na_set      ids;                /* as found */
    na_edge    *edge;               /* by place in ids; later by rank in member */
    size_t      edges, room;
    member     *member;             /* by (credit; published, undated last; key) */
    int         rc;
} component;

/* Follows pairs from ids[0] on; each edge is kept once. */
static int reach(component *c, const char *sql, double least)
{
    newsarc *arc = c->l->arc;
    int rc = 0;
    na_set_put(&c->ids, c->first);
    for (size_t at = 0; at < c->ids.count && rc >= 0; at++) {
        sqlite3_stmt *row = NA_QUERY(arc, sql, na_int(c->ids.id[at]), na_real(least));
        if (!row)
            return arc->failure;
        while ((rc = na_step(arc, row)) == 1) {
            size_t other = na_set_put(&c->ids, sqlite3_column_int64(row, 0));
            if (c->ids.id[at] < c->ids.id[other])
                *NA_PUSH(c->arena, c->edge, c->edges, c->room) = (na_edge){ (uint32_t)at, (uint32_t)other, (float)sqlite3_column_double(row, 1) };
        }
        na_done(arc, row);
    }
    return rc;
}

/* Who is credited before who credits; earliest first, undated last, then by key: an order that arrival has no part in. */
static int by_day(const void *a, const void *b)
{
    const member *x = a, *y = b;
    int order;
    if (x->credit != y->credit)
        return x->credit - y->credit;
    if (!x->published != !y->published)
        return x->published ? -1 : 1;
    order = x->published ? strcmp(x->published, y->published) : 0;
    return order ? order : strcmp(x->key, y->key);
}

static int by_ends(const void *a, const void *b)
{
    const na_edge *x = a, *y = b;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

static int load_members(component *c)
{
    newsarc *arc = c->l->arc;
    int rc = 0;
    c->member = na_alloc(c->arena, c->ids.count * sizeof *c->member);
    for (size_t i = 0; i < c->ids.count && rc >= 0; i++) {
        member *m = &c->member[i];
        sqlite3_stmt *row = NA_QUERY(arc, "SELECT key, iif(published_from = 'story', NULL, published), story_id, copy_of, source_id, via_id FROM article WHERE id = :article", na_int(c->ids.id[i]));
        if (!row || (rc = na_step(arc, row)) < 0)
            return arc->failure;
        m->id = c->ids.id[i];
        m->key = na_keep_word(c->arena, row, 0);
        m->published = na_keep(c->arena, row, 1);
        m->story = sqlite3_column_int64(row, 2);
        m->copy_of = sqlite3_column_int64(row, 3);
        m->source = sqlite3_column_int64(row, 4);
        m->via = sqlite3_column_int64(row, 5);
        m->place = i;
        na_done(arc, row);
    }
    return rc;
}

static void put_in_order(component *c)
{
    uint32_t *rank = na_alloc(c->arena, c->ids.count * sizeof *rank);
    qsort(c->member, c->ids.count, sizeof *c->member, by_day);
    for (size_t i = 0; i < c->ids.count; i++)
        rank[c->member[i].place] = (uint32_t)i;
    for (size_t i = 0; i < c->edges; i++) {
        na_edge *e = &c->edge[i];
        uint32_t a = rank[e->a], b = rank[e->b];
        e->a = a < b ? a : b;
        e->b = a < b ? b : a;
    }
    if (c->edges)
        qsort(c->edge, c->edges, sizeof *c->edge, by_ends);
}

/* ---- copies ------------------------------------------------------------------------ */

/* The agency's story is no copy of the paper that took it, however late it was dated. */
static void heed_credits(component *c)
{
    na_set sources = { .arena = c->arena };
    for (size_t i = 0; i < c->ids.count; i++)
        if (c->member[i].source)
            na_set_put(&sources, c->member[i].source);
    for (size_t i = 0; i < c->ids.count; i++) {
        member *m = &c->member[i];
        m->credit = m->via && !m->source ? 0 : m->via && m->via != m->source && na_set_find(&sources, m->via) != SIZE_MAX ? 2 : 1;
    }
}

static void find_copies(void *state)
{
    component *c = state;
    uint32_t *head;
    c->rc = reach(c, "SELECT other_id, shared FROM pair WHERE article_id = :article AND shared >= :least", (double)NA_COPIED);
    if (c->rc < 0 || (c->rc = load_members(c)) < 0)
        return;
    heed_credits(c);
    put_in_order(c);
    head = na_alloc(c->arena, c->ids.count * sizeof *head);
    na_components(c->ids.count, c->edge, c->edges, head);
    for (size_t i = 0; i < c->ids.count && c->rc >= 0; i++) {
        int64_t original = head[i] == i ? 0 : c->member[head[i]].id;
        if (original != c->member[i].copy_of)
            c->rc = NA_RUN(c->l->arc, "UPDATE article SET copy_of = :original WHERE id = :article", na_id(original), na_int(c->member[i].id));
    }
}

/* ---- stories -------------------------------------------------------------------------- */

/* A number that no story has or had. */
static int64_t new_story(component *c)
{
    newsarc *arc = c->l->arc;
    int64_t fresh = 0;
    c->rc = na_find(arc, &fresh, "SELECT 1 + max(coalesce((SELECT max(id) FROM story), 0), coalesce((SELECT max(story_id) FROM redirect), 0))", NULL, 0);
    if (c->rc >= 0)
        c->rc = NA_RUN(arc, "INSERT INTO story(id) VALUES(:id)", na_int(fresh));
    return fresh;
}

/* The story that most of a group's members are in now, of equals the oldest; a new one when all are taken. */
static int64_t choose_story(component *c, const uint32_t *group, size_t n, na_set *taken)
{
    na_set seen = { .arena = c->arena };
    size_t *votes = na_alloc(c->arena, n * sizeof *votes), most = 0;
    int64_t best = 0;
    for (size_t i = 0; i < n; i++) {
        int64_t story = c->member[group[i]].story;
        if (story && na_set_find(taken, story) == SIZE_MAX)
            votes[na_set_put(&seen, story)]++;
    }
    for (size_t i = 0; i < seen.count; i++)
        if (votes[i] > most || (votes[i] == most && seen.id[i] < best)) {
            most = votes[i];
            best = seen.id[i];
        }
    if (!best)
        best = new_story(c);
    na_set_put(taken, best);
    return best;
}

static int move(na_linking *l, const member *m, int64_t story)
{
    if (m->story == story)
        return 0;
    na_set_put(&l->regrouped, m->id);
    if (m->story)
        na_set_put(&l->stories, m->story);
    if (story)
        na_set_put(&l->stories, story);
    if (!story)
        na_set_put(&l->lone, m->id);
    return NA_RUN(l->arc, "UPDATE article SET story_id = :story WHERE id = :article", na_id(story), na_int(m->id));
}

static void regroup(void *state)
{
    component *c = state;
    na_linking *l = c->l;
    na_set taken = { .arena = c->arena };
    int32_t *day;
    uint32_t *head, *order, *end;       /* members in order of their groups, and where each group ends in it */
    c->rc = reach(c, "SELECT other_id, likeness FROM pair WHERE article_id = :article AND likeness >= :least", (double)NA_LIKE);
    if (c->rc < 0 || (c->rc = load_members(c)) < 0)
        return;
    put_in_order(c);
    day = na_alloc(c->arena, c->ids.count * sizeof *day);
    head = na_alloc(c->arena, c->ids.count * sizeof *head);
    order = na_alloc(c->arena, c->ids.count * sizeof *order);
    end = na_alloc(c->arena, (c->ids.count + 1) * sizeof *end);
    for (size_t i = 0; i < c->ids.count; i++)
        day[i] = na_day_of(c->member[i].published);
    na_group(c->arena, c->ids.count, c->edge, c->edges, day, head);
    for (size_t i = 0; i < c->ids.count; i++)
        end[head[i] + 1]++;
    for (size_t g = 0; g < c->ids.count; g++)
        end[g + 1] += end[g];           /* where the group after g begins, until its members are put in */
    for (uint32_t i = 0; i < c->ids.count; i++)
        order[end[head[i]]++] = i;
    for (size_t g = 0, from = 0; g < c->ids.count && c->rc >= 0; from = end[g++]) {
        int64_t story = end[g] - from > 1 ? choose_story(c, order + from, end[g] - from, &taken) : 0;
        for (size_t i = from; i < end[g] && c->rc >= 0; i++)
            c->rc = move(l, &c->member[order[i]], story);
    }
}

/* Titles of the stories that changed; those that nobody is in any more are logged and go. */
static int finish_story(na_linking *l, int64_t story)
{
    newsarc *arc = l->arc;
    int64_t members = 0;
    int rc = NA_FIND(arc, &members, "SELECT count(*) FROM article WHERE story_id = :story", na_int(story));
    if (rc >= 0 && members)
        return NA_RUN(arc, "UPDATE story SET title = (SELECT headline FROM article WHERE story_id = story.id AND headline IS NOT NULL"
                           " ORDER BY published IS NULL, published, key LIMIT 1) WHERE id = :story", na_int(story));
    if (rc >= 0)
        rc = NA_RUN(arc, "INSERT INTO redirect(made, story_id, became) VALUES(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), :story, NULL)", na_int(story));
    return rc < 0 ? rc : NA_RUN(arc, "DELETE FROM story WHERE id = :story", na_int(story));
}

/* ---- over all that was touched ------------------------------------------------------------ */

static int each_component(na_linking *l, void (*work)(void *), const char *doing)
{
    na_set done = { .arena = &l->arena };
    for (size_t i = 0; i < l->touched.count; i++) {
        component c = { .l = l, .first = l->touched.id[i], .arena = &l->inner, .ids = { .arena = &l->inner } };
        int rc;
        if (na_set_find(&done, c.first) != SIZE_MAX)
            continue;
        if (i % 64 == 0 && (rc = na_progress(l->arc, doing, (int64_t)i, (int64_t)l->touched.count)) < 0)
            return rc;
        if (na_guard(&l->inner, work, &c))
            c.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
        for (size_t k = 0; k < c.ids.count && c.rc >= 0; k++)
            na_set_put(&done, c.ids.id[k]);
        na_arena_reset(&l->inner);
        if (c.rc < 0)
            return c.rc;
    }
    return 0;
}

int na_link_copies(na_linking *l)
{
    return each_component(l, find_copies, "finding copies");
}

int na_link_stories(na_linking *l)
{
    int rc = each_component(l, regroup, "grouping stories");
    for (size_t i = 0; i < l->lone.count && rc >= 0; i++)       /* the day that a story told goes with it */
        rc = na_unlink_day(l, l->lone.id[i]);
    /* whoever was touched may change what a story's other members are called */
    for (size_t i = 0; i < l->touched.count && rc >= 0; i++) {
        int64_t story = 0;
        rc = NA_FIND(l->arc, &story, "SELECT story_id FROM article WHERE id = :article", na_int(l->touched.id[i]));
        if (story)
            na_set_put(&l->stories, story);
        else
            na_set_put(&l->regrouped, l->touched.id[i]);
    }
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++)
        if ((rc = na_link_days(l, l->stories.id[i])) >= 0)
            rc = finish_story(l, l->stories.id[i]);
    return rc;
}
