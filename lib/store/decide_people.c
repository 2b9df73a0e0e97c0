/* decide_people.c - merges, splits and renames, as linking asks for them. */
#include "store/decide.h"
#include <stdlib.h>
#include <string.h>

/* An identity that some merge speaks of; `one` is the index of one that it is, in the end of the first by alphabet. */
typedef struct node { const char *kind, *identity; size_t one; } node;
typedef struct split { const char *document, *kind, *identity, *apart; } split;
/* `identity` after all merges; `said` is the one that was renamed. */
typedef struct title { const char *kind, *identity, *said, *name; } title;
typedef struct merger { const char *kind, *a, *b; } merger;

struct na_decided {
    node   *node;   size_t nodes, node_room;
    split  *split;  size_t splits, split_room;
    title  *title;  size_t titles, title_room;
    merger *merger; size_t mergers, merger_room;
};

static int by_identity(const void *a, const void *b)
{
    const node *x = a, *y = b;
    int order = strcmp(x->kind, y->kind);
    return order ? order : strcmp(x->identity, y->identity);
}

static int by_place(const void *a, const void *b)
{
    const split *x = a, *y = b;
    int order = strcmp(x->document, y->document);
    if (!order)
        order = strcmp(x->kind, y->kind);
    return order ? order : strcmp(x->identity, y->identity);
}

static int by_entity(const void *a, const void *b)
{
    const title *x = a, *y = b;
    int order = strcmp(x->kind, y->kind);
    if (!order)
        order = strcmp(x->identity, y->identity);
    return order ? order : strcmp(x->said, y->said);
}

/* ---- who is one ---------------------------------------------------------------------- */

static size_t index_of(const na_decided *d, const char *kind, const char *identity)
{
    node key = { kind, identity, 0 };
    const node *found = d->nodes ? bsearch(&key, d->node, d->nodes, sizeof key, by_identity) : NULL;
    return found ? (size_t)(found - d->node) : SIZE_MAX;
}

/* Halves the way as it goes. */
static size_t root_of(na_decided *d, size_t i)
{
    while (d->node[i].one != i)
        i = d->node[i].one = d->node[d->node[i].one].one;
    return i;
}

static void join_nodes(na_arena *arena, na_decided *d)
{
    size_t kept = 0;
    for (size_t i = 0; i < d->mergers; i++) {
        *NA_PUSH(arena, d->node, d->nodes, d->node_room) = (node){ d->merger[i].kind, d->merger[i].a, 0 };
        *NA_PUSH(arena, d->node, d->nodes, d->node_room) = (node){ d->merger[i].kind, d->merger[i].b, 0 };
    }
    if (!d->nodes)
        return;
    qsort(d->node, d->nodes, sizeof *d->node, by_identity);
    for (size_t i = 0; i < d->nodes; i++)
        if (!kept || by_identity(&d->node[kept - 1], &d->node[i]))
            d->node[kept++] = d->node[i];
    d->nodes = kept;
    for (size_t i = 0; i < d->nodes; i++)
        d->node[i].one = i;
    for (size_t i = 0; i < d->mergers; i++) {
        const merger *m = &d->merger[i];
        size_t a = root_of(d, index_of(d, m->kind, m->a)), b = root_of(d, index_of(d, m->kind, m->b));
        d->node[a > b ? a : b].one = a < b ? a : b;
    }
    for (size_t i = 0; i < d->nodes; i++)
        d->node[i].one = root_of(d, i);
}

const char *na_decided_one(const na_decided *d, const char *kind, const char *identity)
{
    size_t i = index_of(d, kind, identity);
    return i == SIZE_MAX ? identity : d->node[d->node[i].one].identity;
}

/* ---- all of them ------------------------------------------------------------------------ */

static void take(na_arena *arena, na_decided *d, sqlite3_stmt *row)
{
    const char *verb = na_keep_word(arena, row, 0), *kind = na_keep(arena, row, 1), *key = na_keep(arena, row, 2), *to = na_keep(arena, row, 3),
               *to_key = na_keep(arena, row, 4), *document = na_keep(arena, row, 5);
    if (!kind || !key || !to || !to_key)        /* nothing that we wrote */
        return;
    if (!strcmp(verb, "merge"))
        *NA_PUSH(arena, d->merger, d->mergers, d->merger_room) = (merger){ kind, key, to_key };
    else if (!strcmp(verb, "rename"))
        *NA_PUSH(arena, d->title, d->titles, d->title_room) = (title){ kind, key, key, to };
    else if (document)
        *NA_PUSH(arena, d->split, d->splits, d->split_room) = (split){ document, kind, key, to_key };
}

na_decided *na_load_decided(newsarc *arc, na_arena *arena)
{
    na_decided *d = na_alloc(arena, sizeof *d);
    int rc;
    sqlite3_stmt *row = na_query(arc, "SELECT verb, " NA_DETAIL("kind") ", " NA_DETAIL("key") ", " NA_DETAIL("to") ", " NA_DETAIL("to_key") ", "
                                      "article FROM decision WHERE verb IN ('merge', 'split', 'rename')"
                                      " /* scan: all that people decided, once a commit */", NULL, 0);
    if (!row)
        return NULL;
    while ((rc = na_step(arc, row)) == 1)
        take(arena, d, row);
    na_done(arc, row);
    if (rc < 0)
        return NULL;
    join_nodes(arena, d);
    for (size_t i = 0; i < d->titles; i++)
        d->title[i].identity = na_decided_one(d, d->title[i].kind, d->title[i].said);
    if (d->titles)
        qsort(d->title, d->titles, sizeof *d->title, by_entity);
    if (d->splits)
        qsort(d->split, d->splits, sizeof *d->split, by_place);
    return d;
}

/* ---- asked -------------------------------------------------------------------------------- */

const char *na_decided_identity(const na_decided *d, const char *document, const char *kind, const char *identity, int asserted, const char **why)
{
    split key = { document, kind, identity, NULL };
    const split *apart = d->splits && !asserted ? bsearch(&key, d->split, d->splits, sizeof key, by_place) : NULL;
    const char *one;
    if (asserted)
        *why = NA_DECIDED_WHO;
    if (apart) {
        identity = apart->apart;
        *why = NA_DECIDED_APART;
    }
    one = na_decided_one(d, kind, identity);
    if (strcmp(one, identity))
        *why = NA_DECIDED_ONE;
    return one;
}

int na_decided_about(const na_decided *d, const char *kind, const char *identity)
{
    for (size_t i = 0; i < d->splits; i++)
        if (!strcmp(d->split[i].kind, kind) && (!strcmp(d->split[i].identity, identity) || !strcmp(d->split[i].apart, identity)))
            return 1;
    return index_of(d, kind, identity) != SIZE_MAX;
}

/* Where two of one entity were renamed before they were merged, the first by alphabet. */
const char *na_decided_name(const na_decided *d, const char *kind, const char *identity)
{
    size_t from = 0, to = d->titles;
    title key = { kind, identity, "", NULL };
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (by_entity(&d->title[middle], &key) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from < d->titles && !strcmp(d->title[from].kind, kind) && !strcmp(d->title[from].identity, identity) ? d->title[from].name : NULL;
}

int na_decided_apart(const na_decided *d, const char *kind, const char *one, const char *other)
{
    one = na_decided_one(d, kind, one);
    other = na_decided_one(d, kind, other);
    for (size_t i = 0; i < d->splits; i++) {
        const char *a, *b;
        if (strcmp(d->split[i].kind, kind))
            continue;
        a = na_decided_one(d, kind, d->split[i].identity);
        b = na_decided_one(d, kind, d->split[i].apart);
        if ((!strcmp(a, one) && !strcmp(b, other)) || (!strcmp(a, other) && !strcmp(b, one)))
            return 1;
    }
    return 0;
}
