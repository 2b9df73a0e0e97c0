/* names.c - how fast names are found: MB/s of text, by CPU time.
 *
 * usage: names [ROUNDS] < ARTICLES.jsonl
 *
 * Each article is read; then its names are found ROUNDS times (20) in an arena
 * of their own: recognised by rules, joined and told by weights, and all of it
 * with who is whom and the offices.  Each time stands on its own line. */
#define _POSIX_C_SOURCE 200809L
#include "extract/weights.h"
#include "import/import.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { RULES, WEIGHTS, ALL, PARTS };

typedef struct bench {
    na_arena arena, scratch;
    const newsarc_document *document;
    na_reading *reading;
    long   rounds;
    int    part;
    double seconds[PARTS];
    size_t bytes, articles, found;
} bench;

static double cpu(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void prepare(void *state)
{
    bench *b = state;
    const newsarc_document *d = b->document;
    na_given *given = na_alloc(&b->arena, sizeof *given);
    *given = (na_given){ d->id, d->url, d->source, d->title, d->published, d->modified };
    b->reading = na_read(&b->arena, given, d->text, d->length);
}

static void find(void *state)
{
    bench *b = state;
    na_reading r = *b->reading;
    na_names n = { .r = &r, .t = r.tokens };
    r.arena = &b->scratch;
    if (b->part == ALL) {
        r.naming = NULL;
        r.namings = 0;
        na_find_names(&r);
        return;
    }
    na_recognize(&n);
    if (b->part == WEIGHTS) {
        na_join_names(&n, &na_name_weights);
        na_decide_unsure(&n, &na_name_weights);
    }
}

static int measure(bench *b)
{
    for (b->part = 0; b->part < PARTS; b->part++) {
        double start = cpu();
        for (long i = 0; i < b->rounds; i++) {
            if (na_guard(&b->scratch, find, b))
                return NEWSARC_NOMEM;
            na_arena_reset(&b->scratch);
        }
        b->seconds[b->part] += cpu() - start;
    }
    return 0;
}

static int take(void *user, int result, const char *why, const newsarc_document *document)
{
    bench *b = user;
    if (result < 0) {
        fprintf(stderr, "names: %s\n", why);
        return 0;
    }
    b->document = document;
    if (na_guard(&b->arena, prepare, b) || measure(b))
        return NEWSARC_NOMEM;
    b->found += b->reading->mentions;
    b->bytes += document->length;
    b->articles++;
    na_arena_reset(&b->arena);
    return 0;
}

int main(int argc, char **argv)
{
    static char bytes[1 << 16];
    static const char *const part[] = { "rules", "rules and weights", "all of names" };
    bench b = { .rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 20 };
    na_jsonl stream;
    size_t n;
    int result;
    if (b.rounds < 1) {
        fprintf(stderr, "usage: names [ROUNDS] < ARTICLES.jsonl\n");
        return 2;
    }
    result = na_jsonl_begin(&stream, NA_LONGEST);
    while (result >= 0 && (n = fread(bytes, 1, sizeof bytes, stdin)) > 0)
        result = na_jsonl_write(&stream, bytes, n, take, &b);
    if (result >= 0)
        result = na_jsonl_end(&stream, take, &b);
    na_jsonl_free(&stream);
    na_arena_free(&b.arena);
    na_arena_free(&b.scratch);
    if (result < 0 || !b.bytes) {
        fprintf(stderr, "names: %s\n", result < 0 ? "memory ran out" : "no articles");
        return 1;
    }
    printf("%zu articles, %.2f MB of text, %zu names\n", b.articles, (double)b.bytes / 1e6, b.found);
    for (int i = 0; i < PARTS; i++)
        printf("%-18s %8.1f MB/s   (%ld rounds, %.3f s of CPU)\n", part[i], (double)b.bytes * (double)b.rounds / 1e6 / b.seconds[i], b.rounds, b.seconds[i]);
    return 0;
}
