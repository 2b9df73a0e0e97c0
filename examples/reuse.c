/* Who shares text with whom? */
#include "common.h"

static const char usage[] =
    "usage: reuse [--json] [--story N] [--limit N] ARCHIVE [ARTICLE]\n"
    "Prints the runs of eight words or more that two articles share, longest first\n"
    "(20, or N). Words outside quotation marks tell of common copy, those inside\n"
    "only that both quote the same person.\n";

static void print(const newsarc_run *r)
{
    if (as_json) {
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
        return;
    }
    show(0, 4, 0, "%lld words, %lld outside quotation marks: %s, %s", (long long)r->words, (long long)r->outside,
         outlet(r->a_source, r->a_key), outlet(r->b_source, r->b_key));
    show(4, 4, 2, "%s", r->text);
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_runs *runs;
    const newsarc_run *r;
    newsarc *arc;
    int n, result = 0, found = 0;

    filter.limit = 20;
    n = arguments(argc, argv, usage, 1, 2, " story limit ", &filter);
    arc = asked(argv[1]);
    if (n == 2)
        result = newsarc_article_find(arc, argv[2], &filter.article);
    if (result >= 0) {
        newsarc_runs_open(&runs, arc, &filter);
        for (; (r = newsarc_runs_next(runs)); found++)
            print(r);
        result = newsarc_runs_close(runs);
    }
    if (result >= 0 && !found && !as_json)
        puts("No two articles share eight words in a row.");
    return finish(arc, result);
}
