/* Who shares text with whom? */
#include "common.h"
#include <ctype.h>

static const char usage[] =
    "usage: reuse [--json] [--story N] [--limit N] ARCHIVE [ARTICLE]\n"
    "Prints the runs of eight words or more that two articles share, longest first\n"
    "(some 20, or N). Words outside quotation marks tell of common copy, those inside\n"
    "only that both quote the same person.\n";

/* A run of words, and all articles that two by two share it. */
struct run {
    int64_t words, outside;
    char   *text, *outlets;     /* a line for each outlet */
    struct run *next;
};

static void print_json(const newsarc_run *r)
{
    json_begin();
    json_text("a", r->a_key);
    json_number("a_at", r->a_at);
    json_number("a_length", r->a_length);
    json_text("b", r->b_key);
    json_number("b_at", r->b_at);
    json_number("b_length", r->b_length);
    json_number("words", r->words);
    json_number("outside", r->outside);
    json_end();
}

/* Whether two texts differ in marks and case alone. */
static int same_words(const char *a, const char *b)
{
    for (;; a++, b++) {
        while (*a && !isalnum((unsigned char)*a)) a++;
        while (*b && !isalnum((unsigned char)*b)) b++;
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return 0;
        if (!*a)
            return 1;
    }
}

static struct run *run_of(struct run **runs, const newsarc_run *r)
{
    struct run *run;

    for (; (run = *runs); runs = &run->next)
        if (same_words(run->text, r->text))
            return run;
    if (!(run = *runs = calloc(1, sizeof *run)))
        return NULL;
    run->words = r->words;
    run->outside = r->outside;
    run->text = strdup(r->text);
    run->outlets = strdup("\n");
    return run;
}

static void add_outlet(struct run *run, const char *name)
{
    char line[300], *more;

    snprintf(line, sizeof line, "\n%s\n", name);
    if (strstr(run->outlets, line) || !(more = realloc(run->outlets, strlen(run->outlets) + strlen(line) + 1)))
        return;
    run->outlets = strcat(more, line + 1);
}

static void print(struct run **runs)
{
    for (struct run *run = *runs, *next; run; run = next) {
        run->outlets[strlen(run->outlets) - 1] = '\0';
        show(0, 4, 2, "%s", run->text);
        show(4, 6, 0, "%lld words, %lld outside quotation marks", (long long)run->words, (long long)run->outside);
        for (char *name = strtok(run->outlets, "\n"); name; name = strtok(NULL, "\n"))
            show(6, 8, 0, "%s", name);
        next = run->next;
        free(run->text);
        free(run->outlets);
        free(run);
    }
    *runs = NULL;
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    struct run *runs = NULL, *run;
    newsarc_runs *cursor;
    const newsarc_run *r;
    newsarc *arc;
    int64_t words = 0, most, found = 0;
    int n = arguments(argc, argv, usage, 1, 2, " story limit ", &filter), result = 0, alike;

    arc = asked(argv[1]);
    most = limited(&filter, 20);
    filter.limit = as_json ? most : most < 10000 ? 2 * most : 0;        /* as prose, what many articles share counts as one */
    if (n == 2)
        result = newsarc_article_find(arc, argv[2], &filter.article);
    if (result >= 0) {
        newsarc_runs_open(&cursor, arc, &filter);
        while ((r = newsarc_runs_next(cursor)) && (words == r->words || found < most || as_json)) {
            if (as_json) {
                print_json(r);
                continue;
            }
            if (r->words != words)
                print(&runs);
            words = r->words;
            if (!(run = run_of(&runs, r)))
                break;
            found += !run->outlets[1];
            alike = r->a_source && r->b_source && !strcmp(r->a_source, r->b_source);
            add_outlet(run, alike ? r->a_key : outlet(r->a_source, r->a_key));
            add_outlet(run, alike ? r->b_key : outlet(r->b_source, r->b_key));
        }
        print(&runs);
        result = newsarc_runs_close(cursor);
    }
    if (result >= 0 && !found && !as_json)
        puts("No two articles share eight words in a row.");
    return finish(arc, result);
}
