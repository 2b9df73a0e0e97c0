/* What comes via whom? */
#include "common.h"

static const char usage[] =
    "usage: via [--json] [--story N] [--source OUTLET] [--since DAY] [--until DAY]\n"
    "           ARCHIVE\n"
    "Prints to whom or where the quotations of the archive were said (an interview,\n"
    "an agency, a statement), the most used first, and which articles were taken\n"
    "over from another outlet.\n";

struct venue {
    char   *name;
    int64_t stated, carried;    /* said in the sentence itself; carried over from an earlier one */
    char   *outlets;            /* those that quote it */
};
struct venues { struct venue *v; size_t n, room; };

static struct venue *venue_named(struct venues *all, const char *name)
{
    for (size_t i = 0; i < all->n; i++)
        if (!strcmp(all->v[i].name, name))
            return &all->v[i];
    if (all->n == all->room) {
        size_t room = all->room ? 2 * all->room : 64;
        struct venue *more = realloc(all->v, room * sizeof *more);
        if (!more)
            return NULL;
        all->v = more;
        all->room = room;
    }
    all->v[all->n] = (struct venue){ strdup(name), 0, 0, strdup("") };
    return all->v[all->n].name && all->v[all->n].outlets ? &all->v[all->n++] : NULL;
}

static int count(struct venues *all, const newsarc_quote *q)
{
    struct venue *v = venue_named(all, q->venue);
    char line[300], *more;

    if (!v)
        return NEWSARC_NOMEM;
    if (q->venue_how && !strncmp(q->venue_how, "carried", 7))
        v->carried++;
    else
        v->stated++;
    snprintf(line, sizeof line, "%s%s", *v->outlets ? " · " : "", outlet(q->source, q->key));
    if (strstr(v->outlets, outlet(q->source, q->key)))
        return 0;
    if (!(more = realloc(v->outlets, strlen(v->outlets) + strlen(line) + 1)))
        return NEWSARC_NOMEM;
    v->outlets = strcat(more, line);
    return 0;
}

static int most_first(const void *a, const void *b)
{
    const struct venue *x = a, *y = b;
    int64_t nx = x->stated + x->carried, ny = y->stated + y->carried;

    return nx != ny ? (nx < ny) - (nx > ny) : strcmp(x->name, y->name);
}

static void print(struct venue *v)
{
    if (as_json) {
        json_begin();
        json_text("venue", v->name);
        json_number("stated", v->stated);
        json_number("carried_over", v->carried);
        json_end();
        return;
    }
    printf("%5lld  ", (long long)(v->stated + v->carried));
    show(-7, 9, 0, "%s", v->name);
    show(9, 9, 0, "%lld stated, %lld carried over; in %s", (long long)v->stated, (long long)v->carried, v->outlets);
}

static int print_republished(newsarc *arc, const newsarc_filter *filter)
{
    newsarc_articles *articles;
    const newsarc_article *a;
    int n = 0;

    newsarc_articles_open(&articles, arc, filter);
    while ((a = newsarc_articles_next(articles))) {
        if (!a->via)
            continue;
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
    struct venues all = { 0 };
    newsarc_quotes *quotes;
    const newsarc_quote *q;
    newsarc *arc;
    int result, memory = 0;

    arguments(argc, argv, usage, 1, 1, " story source since until ", &filter);
    arc = asked(argv[1]);
    newsarc_quotes_open(&quotes, arc, &filter);
    while (memory >= 0 && (q = newsarc_quotes_next(quotes)))
        if (q->venue)
            memory = count(&all, q);
    result = newsarc_quotes_close(quotes);
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, most_first);
    else if (!as_json && result >= 0)
        puts("No quotation says to whom it was said.");
    for (size_t i = 0; i < all.n; i++) {
        print(&all.v[i]);
        free(all.v[i].name);
        free(all.v[i].outlets);
    }
    free(all.v);
    return finish(arc, result < 0 ? result : print_republished(arc, &filter));
}
