/* ask_runs.c - who shares text with whom.
 *
 * Which two articles can share a run is known from linking: the part of the
 * shorter one's sampled runs that stand in the other.  Pairs are read again in
 * the order of how much that can be at most, and a run is given as soon as no
 * pair that is left can surpass it: the longest runs of an archive are found
 * without reading all of it. */
#include "link/runs.h"
#include "store/ask.h"
#include <stdlib.h>
#include <string.h>

typedef struct text text;

struct newsarc_runs {
    na_ask        ask;
    text         *known;                /* articles read so far, as far as KNOWN_WORDS go: copies meet again and again */
    size_t        knowns, known_room, known_words;
    sqlite3_stmt *about, *marks;        /* an article; what is marked in it */
    newsarc_run  *heap;                 /* found and not yet given: the longest is the first */
    size_t        count, room;
    newsarc_run   row;
    int           begun, ended;         /* of going through the pairs */
    int64_t       left;                 /* rows still wanted */
};

/* ---- which pairs ------------------------------------------------------------------------- */

/* The earlier of the two first, and how many words they can share at most: half as much again as the
 * sample has, and two runs, because a sample can miss. */
static void order(na_ask *q)
{
    const newsarc_filter *f = &q->filter;
    na_ask_sql(q, "SELECT a.id, b.id, 1.5 * p.shared * min(a.length, b.length) / 6 + 16 FROM pair p"
                  " CROSS JOIN article a ON a.id = p.article_id CROSS JOIN article b ON b.id = p.other_id WHERE p.shared > 0"
                  " AND (a.published IS NULL, coalesce(a.published, ''), a.key) < (b.published IS NULL, coalesce(b.published, ''), b.key)");
    if (f->article)
        na_ask_with(q, " AND (p.article_id, p.other_id) IN (SELECT article_id, other_id FROM pair WHERE article_id = :article"
                       " UNION ALL SELECT other_id, article_id FROM pair WHERE article_id = :article)", na_int(f->article));
    if (f->story)
        na_ask_with(q, " AND p.article_id IN (SELECT id FROM article WHERE story_id = :story) AND b.story_id = :story", na_int(f->story));
    na_ask_sql(q, " ORDER BY p.shared * min(a.length, b.length) DESC, a.key, b.key /* scan: pairs that share anything, to be put in order */");
}

static const na_topic topic = { .name = "runs", .fields = NA_F_ARTICLE | NA_F_STORY | NA_F_LIMIT, .order = order, .sifts = 1 };

/* ---- reading one article again --------------------------------------------------------------- */

struct text {
    int64_t     id;
    const char *bytes;          /* while it is read */
    const char *key, *source;
    size_t      n;
    na_wording  wording;
    uint64_t   *word;           /* its hashes; those of parts that are nobody's prose are unlike all others */
    uint8_t    *inside;         /* of each word: in quotation marks */
};

static void mark(text *t, size_t at, size_t end, int junk)
{
    size_t low = 0, high = t->wording.words;
    while (low < high) {            /* the first word that ends behind `at` */
        size_t middle = (low + high) / 2;
        if (t->wording.end[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < t->wording.words && t->wording.at[low] < end; low++) {
        if (junk)
            t->word[low] = na_hash_mix((uint64_t)t->id << 32 ^ low);
        else
            t->inside[low] = 1;
    }
}

typedef struct reading { newsarc_runs *r; text *t; } reading;

static void read_words(void *state)
{
    reading *x = state;
    na_ask *q = &x->r->ask;
    na_arena *a = &q->scratch;
    text *t = x->t;
    int rc;
    sqlite3_reset(x->r->about);
    sqlite3_bind_int64(x->r->about, 1, t->id);
    if ((rc = na_step(q->arc, x->r->about)) > 0) {
        t->key = na_keep_word(a, x->r->about, 0);
        t->source = na_keep(a, x->r->about, 1);
    }
    t->wording = na_take_wording(a, t->bytes, t->n);
    t->word = na_alloc(a, (t->wording.words + 1) * sizeof *t->word);
    memcpy(t->word, t->wording.word, t->wording.words * sizeof *t->word);
    t->wording.word = t->word;
    t->inside = na_alloc(a, t->wording.words + 1);
    sqlite3_reset(x->r->marks);
    sqlite3_bind_int64(x->r->marks, 1, t->id);
    while (rc >= 0 && (rc = na_step(q->arc, x->r->marks)) > 0)
        mark(t, (size_t)na_offset(x->r->marks, 0), (size_t)na_offset(x->r->marks, 1), sqlite3_column_int(x->r->marks, 2));
    if (rc < 0)
        na_ask_fail(q, rc);
}

static void *own(na_arena *arena, const void *bytes, size_t n)
{
    return na_copy(arena, bytes, n);
}

/* From the scratch arena to the one that stays. */
static void know(void *state)
{
    reading *x = state;
    na_arena *a = &x->r->ask.arena;
    text t = *x->t;
    size_t n = t.wording.words;
    t.bytes = t.wording.text = NULL;
    t.wording.rarity = NULL;
    NA_COPY_ALL(a, &t.key, &t.source);
    t.wording.word = t.word = own(a, t.word, n * sizeof *t.word);
    t.wording.at = own(a, t.wording.at, n * sizeof *t.wording.at);
    t.wording.end = own(a, t.wording.end, n * sizeof *t.wording.end);
    t.inside = own(a, t.inside, n);
    *NA_PUSH(a, x->r->known, x->r->knowns, x->r->known_room) = t;
    x->r->known_words += n;
}

enum { KNOWN_WORDS = 2000000 };

static int read_text(newsarc_runs *r, int64_t id, text *t)
{
    na_ask *q = &r->ask;
    reading x = { r, t };
    for (size_t i = 0; i < r->knowns; i++)
        if (r->known[i].id == id) {
            *t = r->known[i];
            return 1;
        }
    *t = (text){ .id = id };
    if (!(t->bytes = na_ask_whole(q, id, &t->n)) || !na_ask_guard(q, &q->scratch, read_words, &x))
        return 0;
    return r->known_words >= KNOWN_WORDS || na_ask_guard(q, &q->arena, know, &x);
}

/* ---- the runs of one pair ------------------------------------------------------------------------ */

typedef struct couple { newsarc_runs *r; text a, b; na_common_run *run; size_t runs; } couple;

static void find_runs(void *state)
{
    couple *c = state;
    c->run = na_shared_runs(&c->r->ask.scratch, &c->a.wording, &c->b.wording, &c->runs);
}

/* Longer ones first; then by key and place. */
static int is_before(const newsarc_run *a, const newsarc_run *b)
{
    int order = strcmp(a->a_key, b->a_key);
    if (a->words != b->words)
        return a->words > b->words;
    if (!order)
        order = strcmp(a->b_key, b->b_key);
    return order ? order < 0 : a->b_at < b->b_at;
}

static void push(newsarc_runs *r, const newsarc_run *row)
{
    size_t i = r->count;
    *NA_PUSH(&r->ask.arena, r->heap, r->count, r->room) = *row;
    for (; i && is_before(row, &r->heap[(i - 1) / 2]); i = (i - 1) / 2)
        r->heap[i] = r->heap[(i - 1) / 2];
    r->heap[i] = *row;
}

static void pop(newsarc_runs *r)
{
    newsarc_run last = r->heap[--r->count];
    size_t i = 0, child;
    r->row = r->heap[0];
    while ((child = 2 * i + 1) < r->count) {
        if (child + 1 < r->count && is_before(&r->heap[child + 1], &r->heap[child]))
            child++;
        if (is_before(&last, &r->heap[child]))
            break;
        r->heap[i] = r->heap[child];
        i = child;
    }
    r->heap[i] = last;
}

static void keep_runs(void *state)
{
    couple *c = state;
    na_arena *arena = &c->r->ask.arena;
    const na_wording *x = &c->a.wording, *y = &c->b.wording;
    for (size_t i = 0; i < c->runs; i++) {
        const na_common_run *run = &c->run[i];
        size_t a_last = run->a + run->words - 1, b_last = run->b + run->words - 1;
        newsarc_run row = {
            .a = c->a.id, .b = c->b.id, .a_at = x->at[run->a], .a_length = (int64_t)x->end[a_last] - x->at[run->a],
            .b_at = y->at[run->b], .b_length = (int64_t)y->end[b_last] - y->at[run->b],
            .a_key = c->a.key, .a_source = c->a.source, .b_key = c->b.key, .b_source = c->b.source
        };
        for (size_t k = 0; k < run->words; k++) {
            int counts = !k || x->at[run->a + k] > x->end[run->a + k - 1];     /* long-range is one word */
            row.words += counts;
            row.outside += counts && !c->a.inside[run->a + k] && !c->b.inside[run->b + k];
        }
        if (row.words < NA_LEAST_RUN)
            continue;
        NA_COPY_ALL(arena, &row.a_key, &row.a_source, &row.b_key, &row.b_source);
        push(c->r, &row);
    }
}

/* Reads the pair that `order` stands on, and goes to the next. */
static void read_pair(newsarc_runs *r)
{
    na_ask *q = &r->ask;
    couple c = { .r = r };
    c.a.id = sqlite3_column_int64(q->order, 0);
    c.b.id = sqlite3_column_int64(q->order, 1);
    if (!read_text(r, c.a.id, &c.a) || !read_text(r, c.b.id, &c.b) ||
        !na_ask_guard(q, &q->scratch, find_runs, &c) || !na_ask_guard(q, &q->arena, keep_runs, &c))
        return;
    r->ended = !na_ask_next(q);
}

/* ---- the cursor ---------------------------------------------------------------------------------- */

int newsarc_runs_open(newsarc_runs **out, newsarc *arc, const newsarc_filter *filter)
{
    newsarc_runs *r;
    int rc = na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
    if (rc < 0)
        return rc;
    r = *out;
    r->left = r->ask.left;      /* the limit is of runs, ... */
    r->ask.left = INT64_MAX;    /* ... not of pairs */
    r->about = na_sql(arc, "SELECT a.key, s.name FROM article a LEFT JOIN source s ON s.id = a.source_id WHERE a.id = :article");
    r->marks = na_sql(arc, "SELECT at, at + length, 1 FROM part WHERE article_id = :article AND role IN ('junk', 'credit', 'byline', 'dateline')"
                           " UNION ALL"
                           " SELECT at, at + length, 0 FROM quote WHERE article_id = :article AND kind IN ('direct', 'mixed', 'term')");
    if (!r->about || !r->marks)
        na_ask_fail(&r->ask, arc->failure);
    return r->ask.code;
}

const newsarc_run *newsarc_runs_next(newsarc_runs *runs)
{
    if (!runs || !runs->left || runs->ask.code)
        return NULL;
    if (!runs->begun) {
        runs->begun = 1;
        runs->ended = !na_ask_next(&runs->ask);
    }
    while (!runs->ended && !runs->ask.code && !(runs->count && (double)runs->heap[0].words >= sqlite3_column_double(runs->ask.order, 2)))
        read_pair(runs);
    if (runs->ask.code || !runs->count)
        return NULL;
    runs->left--;
    pop(runs);
    na_arena_reset(&runs->ask.scratch);
    runs->row.text = na_ask_piece(&runs->ask, runs->row.a, runs->row.a_at, runs->row.a_length);
    return runs->row.text ? &runs->row : NULL;
}

int newsarc_runs_close(newsarc_runs *runs)
{
    if (!runs)
        return NEWSARC_OK;
    na_done(runs->ask.arc, runs->about);
    na_done(runs->ask.arc, runs->marks);
    return na_ask_close(&runs->ask);
}
