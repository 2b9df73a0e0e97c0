/* train_names.c - makes name_weights.h, the weights by which names are joined and told (extract/weights.h).
 *
 *     python3 lib/words/train_names.py DATA | build/lib/train_names > lib/words/name_weights.h
 *
 * Articles are read by the library's own rules; what those leave open is held
 * against the annotation: first which seams to close, then, with these weights
 * at work, the kinds of names that nothing tells.  Of the names that rules are
 * sure of every third teaches too, but only what stands around it.
 *
 * Both are averaged perceptrons in whole numbers, over examples in an order
 * that a fixed generator of random numbers gives: the same input makes the same
 * bytes on every machine. */
#include "extract/weights.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 6, MARGIN = 100, SURE_ONES = 3, LARGEST = 127, CUT = 350 /* weights of this part of the largest and more become LARGEST */ };

typedef struct span { uint32_t at, end, kind; } span;
typedef struct article { char *text; size_t n; span *span; uint32_t spans, weight; } article;

/* The rows of its features, the right class (seams: 1 closed), and how much it counts. */
typedef struct example { uint32_t *row; uint8_t rows, label, weight; } example;

typedef struct training {
    na_arena arena;
    const article *article;
    na_weights *weights;
    int kinds;                      /* second step */
    example *example;
    size_t   count, room;
} training;

static void *grow(void *list, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return list;
    *room = *room ? 2 * *room : 1024;
    if (!(list = realloc(list, *room * size)))
        exit((fprintf(stderr, "train_names: memory ran out\n"), 1));
    return list;
}

static article *read_articles(size_t *count)
{
    article *all = NULL;
    size_t room = 0;
    char line[64];
    *count = 0;
    while (fgets(line, sizeof line, stdin)) {
        article a = { 0 };
        int good = sscanf(line, "%zu %u %u", &a.n, &a.spans, &a.weight) == 3 && (a.text = malloc(a.n + 2)) && (a.span = calloc(a.spans + 1, sizeof *a.span));
        for (uint32_t i = 0; good && i < a.spans; i++)
            good = fgets(line, sizeof line, stdin) && sscanf(line, "%u %u %u", &a.span[i].at, &a.span[i].end, &a.span[i].kind) == 3;
        if (!good || fread(a.text, 1, a.n + 1, stdin) != a.n + 1)
            exit((fprintf(stderr, "train_names: article %zu is not as train_names.py writes it\n", *count + 1), 1));
        all = grow(all, *count, &room, sizeof *all);
        all[(*count)++] = a;
    }
    return all;
}

static void add_example(training *t, const na_features *f, int bits, int label, uint32_t weight)
{
    example e = { malloc((f->count + 1) * sizeof *e.row), (uint8_t)f->count, (uint8_t)label, (uint8_t)weight };
    if (!e.row)
        exit((fprintf(stderr, "train_names: memory ran out\n"), 1));
    for (size_t k = 0; k < f->count; k++)
        e.row[k] = na_row(f->hash[k], bits);
    t->example = grow(t->example, t->count, &t->room, sizeof *t->example);
    t->example[t->count++] = e;
}

/* Of each token: 1 + the annotated name that it is in. */
static uint32_t *annotated(const na_names *n, const article *a)
{
    uint32_t *gold = na_alloc(n->r->arena, (n->t->count + 1) * sizeof *gold), i = 0;
    for (uint32_t k = 0; k < a->spans; k++) {
        while (i < n->t->count && n->t->token[i].at + n->t->token[i].length <= a->span[k].at)
            i++;
        for (; i < n->t->count && n->t->token[i].at < a->span[k].end; i++)
            gold[i] = k + 1;
    }
    return gold;
}

static void seams_of(training *t, const na_names *n, const uint32_t *gold)
{
    na_seam *seam;
    size_t seams = na_find_seams(n, &seam);
    for (size_t k = 0; k < seams; k++) {
        na_features f;
        na_seam_features(n, &seam[k], &f);
        add_example(t, &f, NA_SEAM_BITS, gold[seam[k].left] && gold[seam[k].left] == gold[seam[k].right], t->article->weight);
    }
}

/* The annotated kind of a name, NA_NO_NAME when nothing is annotated there, -1 when something else is. */
static int annotated_kind(const na_names *n, const article *a, const uint32_t *gold, const na_found *g)
{
    const na_token *first = &n->t->token[g->first], *last = &n->t->token[g->end - 1];
    const span *s = gold[g->first] ? &a->span[gold[g->first] - 1] : NULL;
    uint32_t touched = 0;
    for (uint32_t i = g->first; i < g->end; i++)
        touched |= gold[i];
    if (!touched)
        return NA_NO_NAME;
    return s && s->at == first->at && s->end == last->at + last->length ? (int)s->kind : -1;
}

static void kinds_of(training *t, na_names *n, const uint32_t *gold)
{
    na_join_names(n, t->weights);
    for (size_t k = 0; k < n->count; k++) {
        const na_found *g = &n->found[k];
        na_features f;
        int kind;
        if (na_is_unsure(n, g) && (kind = annotated_kind(n, t->article, gold, g)) >= 0) {
            na_unsure_features(n, g, &f);
            add_example(t, &f, NA_KIND_BITS, kind, t->article->weight);
        } else if (!na_is_unsure(n, g) && g->list != NA_LIST_DEMONYM && k % SURE_ONES == 0) {
            na_context_features(n, g, &f);
            add_example(t, &f, NA_KIND_BITS, g->kind, 1);
        }
    }
}

static void read_one(void *state)
{
    training *t = state;
    na_reading *r = na_alloc(&t->arena, sizeof *r);
    na_names n = { .r = r };
    uint32_t *gold;
    r->arena = &t->arena;
    n.t = r->tokens = na_tokenize(&t->arena, t->article->text, t->article->n);
    r->role = na_alloc(&t->arena, n.t->count + 1);
    na_recognize(&n);
    gold = annotated(&n, t->article);
    if (t->kinds)
        kinds_of(t, &n, gold);
    else
        seams_of(t, &n, gold);
}

static void find_examples(training *t, const article *all, size_t count)
{
    t->count = 0;
    for (size_t i = 0; i < count; i++) {
        t->article = &all[i];
        if (na_guard(&t->arena, read_one, t))
            exit((fprintf(stderr, "train_names: memory ran out\n"), 1));
        na_arena_reset(&t->arena);
    }
}

static size_t random_below(uint64_t *state, size_t n)
{
    *state += UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(na_hash_mix(*state) % n);
}

typedef struct perceptron { size_t classes, size; int32_t *weight, *since; int64_t *sum; int32_t now; } perceptron;

static void change(perceptron *p, size_t at, int32_t by)
{
    p->sum[at] += (int64_t)p->weight[at] * (p->now - p->since[at]);
    p->since[at] = p->now;
    p->weight[at] += by;
}

static void change_rows(perceptron *p, const example *e, size_t class, int32_t by)
{
    for (size_t k = 0; k < e->rows; k++)
        change(p, e->row[k] * p->classes + class, by);
}

/* One class: yes above zero.  Several: the right one above the best of the others. */
static int learn(perceptron *p, const example *e)
{
    int32_t score[NA_KINDS] = { 0 };
    size_t rival = e->label == 0;
    p->now++;
    for (size_t k = 0; k < e->rows; k++)
        for (size_t c = 0; c < p->classes; c++)
            score[c] += p->weight[e->row[k] * p->classes + c];
    if (p->classes == 1) {
        int32_t right = e->label ? score[0] : -score[0];
        if (right <= MARGIN)
            change_rows(p, e, 0, e->label ? e->weight : -e->weight);
        return right > 0;
    }
    for (size_t c = 0; c < p->classes; c++)
        if (c != e->label && score[c] > score[rival])
            rival = c;
    if (score[e->label] <= score[rival] + MARGIN) {
        change_rows(p, e, rival, -e->weight);
        change_rows(p, e, e->label, e->weight);
    }
    return score[e->label] > score[rival];
}

static void write_weights(perceptron *p, int8_t *out)
{
    int64_t most = 1, scale;
    for (size_t i = 0; i < p->size; i++) {
        change(p, i, 0);
        if (llabs(p->sum[i]) > most)
            most = llabs(p->sum[i]);
    }
    scale = most / CUT + 1;
    for (size_t i = 0; i < p->size; i++) {
        int64_t w = (llabs(p->sum[i]) + scale / 2) / scale;
        w = w > LARGEST ? LARGEST : w;
        out[i] = (int8_t)(p->sum[i] < 0 ? -w : w);
    }
}

static void train(training *t, size_t classes, size_t rows, int8_t *out)
{
    perceptron p = { classes, rows * classes, calloc(rows * classes, sizeof *p.weight), calloc(rows * classes, sizeof *p.since), calloc(rows * classes, sizeof *p.sum), 0 };
    uint64_t state = 20200114;
    if (!p.weight || !p.since || !p.sum)
        exit((fprintf(stderr, "train_names: memory ran out\n"), 1));
    for (int round = 1; round <= ROUNDS; round++) {
        size_t right = 0;
        for (size_t i = t->count; i > 1; i--) {
            size_t j = random_below(&state, i);
            example swap = t->example[i - 1];
            t->example[i - 1] = t->example[j];
            t->example[j] = swap;
        }
        for (size_t i = 0; i < t->count; i++)
            right += (size_t)learn(&p, &t->example[i]);
        fprintf(stderr, "%s, round %d: %zu of %zu right\n", t->kinds ? "kinds" : "seams", round, right, t->count);
    }
    write_weights(&p, out);
    for (size_t i = 0; i < t->count; i++)
        free(t->example[i].row);
    free(p.weight);
    free(p.since);
    free(p.sum);
}

static void print(const na_weights *w)
{
    size_t column = 0;
    printf("/* Made by train_names.c; NOTICE names the texts. */\nconst na_weights na_name_weights = {\n.seam = {");
    for (size_t i = 0; i < sizeof w->seam; i++)
        if (w->seam[i])
            printf("%s[%zu]=%d,", column++ % 12 ? "" : "\n", i, w->seam[i]);
    printf("\n},\n.kind = {");
    column = 0;
    for (size_t i = 0; i < sizeof w->kind / sizeof *w->kind; i++) {
        const int8_t *k = w->kind[i];
        if (k[0] || k[1] || k[2] || k[3] || k[4])
            printf("%s[%zu]={%d,%d,%d,%d,%d},", column++ % 6 ? "" : "\n", i, k[0], k[1], k[2], k[3], k[4]);
    }
    printf("\n}};\n");
}

int main(void)
{
    static na_weights weights;
    training t = { .weights = &weights };
    size_t count;
    article *all = read_articles(&count);
    find_examples(&t, all, count);
    train(&t, 1, sizeof weights.seam, weights.seam);
    t.kinds = 1;
    find_examples(&t, all, count);
    train(&t, NA_KINDS, sizeof weights.kind / sizeof *weights.kind, &weights.kind[0][0]);
    print(&weights);
    for (size_t i = 0; i < count; i++) {
        free(all[i].text);
        free(all[i].span);
    }
    free(all);
    free(t.example);
    na_arena_free(&t.arena);
    return ferror(stdout) != 0;
}
