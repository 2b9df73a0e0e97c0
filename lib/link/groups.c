/* groups.c - from pairs to groups, whatever the order of the pairs.
 *
 * Average linkage over a sparse graph: groups keep, for each neighbour, the
 * sum of likeness of the pairs between; a heap gives the best two.  An entry
 * of the heap is stale when one of its groups has changed since.
 *
 * Likeness is taken relative to how alike each of the two is to its nearest:
 * short articles are like none very much, and what resembles everything is
 * no nearer to anything (local scaling, after Zelnik-Manor and Perona 2004). */
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

typedef struct side { uint32_t to; float sum; } side;
typedef struct group {
    side    *side;
    size_t   sides, room;
    uint32_t size, version, alive;
    float    within;                    /* sum of likeness of the pairs inside */
    int32_t  first, last;               /* days of its dated members, NA_NO_DAY: none is */
} group;
typedef struct best { float mean; uint32_t a, b, a_version, b_version; } best;
typedef struct work {
    na_arena *arena;
    group    *group;
    best     *heap;
    size_t    count, room;
} work;

enum { NEAREST = 3 };
#define PLENTY   0.50f          /* of likeness: copies and rewrites are no nearer to the affair than other accounts of it */
#define RELATIVE 0.10f          /* added to how alike the nearest are */
#define JOINED   0.40f          /* mean relative likeness of two groups that are one */
#define COHERENT 0.85f          /* and the part of the likeness inside the less coherent of them that it must reach, */
enum { DOUBTS = 10 };           /* to which so many pairs are added that just allow joining: little is known of small groups */

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

static float coherence(const group *g)
{
    return (g->within + DOUBTS * JOINED / COHERENT) / ((float)g->size * (float)(g->size - 1) / 2 + DOUBTS);
}

/* Two look-alike affairs may be as like each other as two accounts of one affair elsewhere; but each of
 * them is more like itself.  And no undated article makes one affair of what is told a season apart. */
static int may_join(const group *a, const group *b, float mean)
{
    float x = coherence(a), y = coherence(b);
    if (mean < JOINED || mean < COHERENT * (x < y ? x : y))
        return 0;
    return a->first == NA_NO_DAY || b->first == NA_NO_DAY || (a->first - b->last <= NA_WINDOW && b->first - a->last <= NA_WINDOW);
}

static void propose(work *w, uint32_t a, uint32_t b, float sum)
{
    group *x = &w->group[a], *y = &w->group[b];
    float mean = sum / ((float)x->size * (float)y->size);
    if (may_join(x, y, mean))
        push(w, a < b ? (best){ mean, a, b, x->version, y->version } : (best){ mean, b, a, y->version, x->version });
}

static void set_side(work *w, uint32_t from, uint32_t to, float sum)
{
    group *g = &w->group[from];
    *NA_PUSH(w->arena, g->side, g->sides, g->room) = (side){ to, sum };
}

/* By sum too, so that sums of sums are added in one order everywhere. */
static int by_to(const void *a, const void *b)
{
    const side *x = a, *y = b;
    return x->to != y->to ? (x->to > y->to) - (x->to < y->to) : (x->sum > y->sum) - (x->sum < y->sum);
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

static void join(work *w, uint32_t into, uint32_t from, uint32_t *out)
{
    group *a = &w->group[into], *b = &w->group[from];
    b->alive = 0;
    out[from] = into;
    join_sides(w, into, from, out);
    a->size += b->size;
    a->version++;
    if (a->first == NA_NO_DAY || (b->first != NA_NO_DAY && b->first < a->first))
        a->first = b->first;
    if (b->last > a->last)
        a->last = b->last;
}

static float capped(float likeness)
{
    return likeness < PLENTY ? likeness : PLENTY;
}

/* How alike each one's nearest are to it, on the average; those it lacks count as NA_LIKE. */
static float *find_nearest(na_arena *arena, size_t n, const na_edge *edge, size_t edges)
{
    float (*most)[NEAREST] = na_alloc(arena, (n + 1) * sizeof *most), *mean = na_alloc(arena, (n + 1) * sizeof *mean);
    for (size_t i = 0; i < n; i++)
        for (int k = 0; k < NEAREST; k++)
            most[i][k] = NA_LIKE;
    for (size_t i = 0; i < 2 * edges; i++) {
        float *of = most[i % 2 ? edge[i / 2].a : edge[i / 2].b], one = capped(edge[i / 2].likeness);
        for (int k = 0; k < NEAREST; k++)
            if (one > of[k]) {
                float less = of[k];
                of[k] = one;
                one = less;
            }
    }
    for (size_t i = 0; i < n; i++) {
        for (int k = 0; k < NEAREST; k++)
            mean[i] += most[i][k];
        mean[i] /= NEAREST;
    }
    return mean;
}

void na_group(na_arena *arena, size_t n, const na_edge *edge, size_t edges, const int32_t *day, uint32_t *out)
{
    work w = { .arena = arena };
    float *nearest = find_nearest(arena, n, edge, edges);
    w.group = na_alloc(arena, (n + 1) * sizeof *w.group);
    for (size_t i = 0; i < n; i++) {
        w.group[i] = (group){ .size = 1, .alive = 1, .first = day[i], .last = day[i] };
        out[i] = (uint32_t)i;
    }
    for (size_t i = 0; i < edges; i++) {
        uint32_t a = edge[i].a, b = edge[i].b;
        float likeness = capped(edge[i].likeness) / (RELATIVE + (nearest[a] + nearest[b]) / 2);
        set_side(&w, a, b, likeness);
        set_side(&w, b, a, likeness);
        propose(&w, a, b, likeness);
    }
    while (w.count) {
        best two = pop(&w);
        group *a = &w.group[two.a], *b = &w.group[two.b];
        if (!a->alive || !b->alive || a->version != two.a_version || b->version != two.b_version)
            continue;
        a->within += b->within + two.mean * (float)a->size * (float)b->size;
        join(&w, two.a, two.b, out);
        for (size_t i = 0; i < a->sides; i++)
            propose(&w, two.a, a->side[i].to, a->side[i].sum);
    }
    for (size_t i = 0; i < n; i++)              /* heads are lower than those they took in */
        out[i] = out[out[i]];
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
