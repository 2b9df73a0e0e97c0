/* What comes via whom? */
#include "common.h"

static const char usage[] =
    "usage: via [--json] [--story N] [--source OUTLET] [--since DAY] [--until DAY]\n"
    "           ARCHIVE\n"
    "Prints to whom or where the quotations of the archive were said (an interview,\n"
    "an agency, a statement), the most used first, and which articles were taken\n"
    "over from another outlet.\n";

static void print(const newsarc_venue *v)
{
    if (as_json) {
        json_begin();
        json_text("venue", v->name);
        json_number("quotes", v->quotes);
        json_number("carried", v->carried);
        json_number("articles", v->articles);
        json_text("outlets", v->outlets);
        json_end();
        return;
    }
    printf("%5lld  ", (long long)v->quotes);
    if (v->carried)
        show(-7, 9, 0, "%s  (%lld stated there, %lld carried over)", v->name, (long long)(v->quotes - v->carried), (long long)v->carried);
    else
        show(-7, 9, 0, "%s", v->name);
    show(9, 9, 2, "%s", v->outlets);
}

static int print_republished(newsarc *arc, const newsarc_filter *filter)
{
    newsarc_filter relayed = *filter;
    newsarc_articles *articles;
    const newsarc_article *a;
    int n = 0;

    relayed.kind = "relayed";
    newsarc_articles_open(&articles, arc, &relayed);
    while ((a = newsarc_articles_next(articles))) {
        if (as_json) {
            json_begin();
            json_text("id", a->key);
            json_text("source", a->source);
            json_text("via", a->via);
            json_text("how", a->via_how);
            json_end();
            continue;
        }
        if (!n++)
            puts("\nArticles that were taken over:");
        show(2, 6, 0, "%s, in %s%s%s%s", a->via, outlet(a->source, a->key), a->via_how ? " (" : "", a->via_how ? a->via_how : "", a->via_how ? ")" : "");
    }
    return newsarc_articles_close(articles);
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_venues *venues;
    const newsarc_venue *v;
    newsarc *arc;
    int result, found = 0;

    arguments(argc, argv, usage, 1, 1, " story source since until ", &filter);
    arc = asked(argv[1]);
    newsarc_venues_open(&venues, arc, &filter);
    for (; (v = newsarc_venues_next(venues)); found++)
        print(v);
    result = newsarc_venues_close(venues);
    if (result >= 0 && !found && !as_json)
        puts("No quotation says to whom it was said.");
    return finish(arc, result < 0 ? result : print_republished(arc, &filter));
}
