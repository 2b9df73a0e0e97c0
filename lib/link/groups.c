/* groups.c - from pairs to groups, whatever the order of the pairs.
 *
 * Average linkage over a sparse graph: groups keep, for each neighbour, the
 * sum of likeness of the pairs between; a heap gives the best two.  An entry
 * of the heap is stale when one of its groups has changed since. */
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

typedef struct side { uint32_t to; float sum; } side;
typedef struct group { side *side; size_t sides, room; uint32_t size, version, alive; } group;
typedef struct best { float mean; uint32_t a, b, a_version, b_version; } best;
typedef struct work {
    na_arena *arena;
    group    *group;
    best     *heap;
    size_t    count, room;
    float     least;
} work;

/* Better: more alike, then the lower members, so that ties have one answer. */
static int better(const best *x, const best *y)
{
    if (x->mean != y->mean)
        return x->mean > y->mean;
    return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static void push(work *w, best item)
{
    size_t i;
    *NA_PUSH(w->arena, w->heap, w->count, w->room) = item;
    for (i = w->count - 1; i && better(&item, &w->heap[(i - 1) / 2]); i = (i - 1) / 2)
        w->heap[i] = w->heap[(i - 1) / 2];
    w->heap[i] = item;
}

static best pop(work *w)
{
    best top = w->heap[0], item = w->heap[--w->count];
    size_t i = 0, child;
    while ((child = 2 * i + 1) < w->count) {
        if (child + 1 < w->count && better(&w->heap[child + 1], &w->heap[child]))
            child++;
        if (!better(&w->heap[child], &item))
            break;
        w->heap[i] = w->heap[child];
        i = child;
    }
    if (w->count)
        w->heap[i] = item;
    return top;
}

static void propose(work *w, uint32_t a, uint32_t b, float sum)
{
    group *x = &w->group[a], *y = &w->group[b];
    float mean = sum / ((float)x->size * (float)y->size);
    if (mean >= w->least)
        push(w, a < b ? (best){ mean, a, b, x->version, y->version } : (best){ mean, b, a, y->version, x->version });
}

static void set_side(work *w, uint32_t from, uint32_t to, float sum)
{
    group *g = &w->group[from];
    *NA_PUSH(w->arena, g->side, g->sides, g->room) = (side){ to, sum };
}

static int by_to(const void *a, const void *b)
{
    uint32_t x = ((const side *)a)->to, y = ((const side *)b)->to;
    return (x > y) - (x < y);
}

/* The sides of a joined group: those of both, sums added, dead ends followed to who took them in. */
static void join_sides(work *w, uint32_t into, uint32_t from, uint32_t *taken_in)
{
    group *g = &w->group[into], *other = &w->group[from];
    size_t out = 0;
    for (size_t i = 0; i < other->sides; i++)
        set_side(w, into, other->side[i].to, other->side[i].sum);
    for (size_t i = 0; i < g->sides; i++)
        while (taken_in[g->side[i].to] != g->side[i].to)
            g->side[i].to = taken_in[g->side[i].to];
    qsort(g->side, g->sides, sizeof *g->side, by_to);
    for (size_t i = 0; i < g->sides; i++) {
        if (g->side[i].to == into)
            continue;
        if (out && g->side[out - 1].to == g->side[i].to)
            g->side[out - 1].sum += g->side[i].sum;
        else
            g->side[out++] = g->side[i];
    }
    g->sides = out;
}

static void link_average(na_arena *arena, size_t n, const na_edge *edge, size_t edges, const uint8_t *in, float least, uint32_t *out)
{
    work w = { .arena = arena, .least = least };
    w.group = na_alloc(arena, (n + 1) * sizeof *w.group);
    for (size_t i = 0; i < n; i++)
        w.group[i].size = w.group[i].alive = 1;
    for (size_t i = 0; i < edges; i++)
        if (edge[i].a != edge[i].b && in[edge[i].a] && in[edge[i].b]) {
            set_side(&w, edge[i].a, edge[i].b, edge[i].likeness);
            set_side(&w, edge[i].b, edge[i].a, edge[i].likeness);
            propose(&w, edge[i].a, edge[i].b, edge[i].likeness);
        }
    while (w.count) {
        best two = pop(&w);
        group *a = &w.group[two.a], *b = &w.group[two.b];
        if (!a->alive || !b->alive || a->version != two.a_version || b->version != two.b_version)
            continue;
        b->alive = 0;
        out[two.b] = two.a;
        join_sides(&w, two.a, two.b, out);
        a->size += b->size;
        a->version++;
        for (size_t i = 0; i < a->sides; i++)
            propose(&w, two.a, a->side[i].to, a->side[i].sum);
    }
    for (size_t i = 0; i < n; i++)              /* heads are lower than those they took in */
        out[i] = out[out[i]];
}

static int by_members(const void *a, const void *b)
{
    const na_edge *x = a, *y = b;
    return x->a != y->a ? (x->a > y->a) - (x->a < y->a) : (x->b > y->b) - (x->b < y->b);
}

/* The group that one undated article is most like, or NA_NONE; its edges are edge[0 .. edges). */
static uint32_t most_like(const na_edge *edge, size_t edges, const uint32_t *out, const uint32_t *size, float *sum, float least)
{
    uint32_t most = NA_NONE;
    float best_mean = 0;
    for (size_t i = 0; i < edges; i++)
        sum[out[edge[i].b]] += edge[i].likeness;
    for (size_t i = 0; i < edges; i++) {
        uint32_t g = out[edge[i].b];
        float mean = sum[g] / (float)size[g];
        if (mean >= least && (most == NA_NONE || mean > best_mean || (mean == best_mean && g < most))) {
            most = g;
            best_mean = mean;
        }
    }
    for (size_t i = 0; i < edges; i++)
        sum[out[edge[i].b]] = 0;
    return most;
}

void na_group(na_arena *arena, size_t n, const na_edge *edge, size_t edges, const uint8_t *dated, float least, uint32_t *out)
{
    uint8_t *left = na_alloc(arena, n + 1);
    uint32_t *size = na_alloc(arena, (n + 1) * sizeof *size);
    float *sum = na_alloc(arena, (n + 1) * sizeof *sum);
    na_edge *across = NULL;             /* from an undated article to a dated one */
    size_t count = 0, room = 0;
    for (size_t i = 0; i < n; i++) {
        out[i] = (uint32_t)i;
        left[i] = !dated[i];
    }
    link_average(arena, n, edge, edges, dated, least, out);
    for (size_t i = 0; i < n; i++)
        size[out[i]] += dated[i] != 0;
    for (size_t i = 0; i < edges; i++)
        if (!dated[edge[i].a] != !dated[edge[i].b])
            *NA_PUSH(arena, across, count, room) = dated[edge[i].a] ? (na_edge){ edge[i].b, edge[i].a, edge[i].likeness } : edge[i];
    if (count)
        qsort(across, count, sizeof *across, by_members);
    for (size_t i = 0, end; i < count; i = end) {
        uint32_t most;
        for (end = i; end < count && across[end].a == across[i].a; end++)
            continue;
        if ((most = most_like(across + i, end - i, out, size, sum, least)) == NA_NONE)
            continue;
        out[across[i].a] = most;
        left[across[i].a] = 0;
    }
    link_average(arena, n, edge, edges, left, least, out);
}

static uint32_t head(uint32_t *out, uint32_t i)
{
    while (out[i] != i)
        i = out[i] = out[out[i]];
    return i;
}

void na_components(size_t n, const na_edge *edge, size_t edges, uint32_t *out)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (uint32_t)i;
    for (size_t i = 0; i < edges; i++) {
        uint32_t a = head(out, edge[i].a), b = head(out, edge[i].b);
        if (a < b) out[b] = a;
        else if (b < a) out[a] = b;
    }
    for (size_t i = 0; i < n; i++)
        out[i] = head(out, (uint32_t)i);
}
