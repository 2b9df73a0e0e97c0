/* dates.c - how fast dates are found and resolved: MB/s of text, by CPU time.
 *
 * usage: dates [ROUNDS] < ARTICLES.jsonl
 *
 * Each article is read, then na_find_dates runs on it ROUNDS times (20) in an
 * arena of its own: the time is that of this step alone.  Beside it stands the
 * time of reading the article with all steps, once. */
#define _POSIX_C_SOURCE 200809L
#include "extract/extract.h"
#include "import/import.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct bench {
    na_arena arena, scratch;
    const newsarc_document *document;
    na_reading *reading;
    long   rounds;
    double all, dates;             /* seconds */
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
    na_reading *r = b->reading;
    r->arena = &b->scratch;
    r->doubts = r->doubt_room = 0;
    r->doubt = NULL;
    na_find_dates(r);
}

static int take(void *user, int result, const char *why, const newsarc_document *document)
{
    bench *b = user;
    double start;
    if (result < 0) {
        fprintf(stderr, "dates: %s\n", why);
        return 0;
    }
    b->document = document;
    start = cpu();
    if (na_guard(&b->arena, prepare, b))
        return NEWSARC_NOMEM;
    b->all += cpu() - start;
    start = cpu();
    for (long i = 0; i < b->rounds; i++) {
        if (na_guard(&b->scratch, find, b))
            return NEWSARC_NOMEM;
        if (i + 1 < b->rounds)
            na_arena_reset(&b->scratch);
    }
    b->dates += cpu() - start;
    b->found += b->reading->dates;
    b->bytes += document->length;
    b->articles++;
    na_arena_reset(&b->scratch);
    na_arena_reset(&b->arena);
    return 0;
}

int main(int argc, char **argv)
{
    static char bytes[1 << 16];
    bench b = { .rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 20 };
    na_jsonl stream;
    size_t n;
    int result;
    if (b.rounds < 1) {
        fprintf(stderr, "usage: dates [ROUNDS] < ARTICLES.jsonl\n");
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
        fprintf(stderr, "dates: %s\n", result < 0 ? "memory ran out" : "no articles");
        return 1;
    }
    printf("%zu articles, %.2f MB of text, %zu dates\n", b.articles, (double)b.bytes / 1e6, b.found);
    printf("dates alone  %8.1f MB/s   (%ld rounds, %.3f s of CPU)\n", (double)b.bytes * (double)b.rounds / 1e6 / b.dates, b.rounds, b.dates);
    printf("all reading  %8.1f MB/s   (once, %.3f s of CPU)\n", (double)b.bytes / 1e6 / b.all, b.all);
    return 0;
}
