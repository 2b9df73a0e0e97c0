/* Which affairs are there, and who tells them? */
#include "common.h"

static const char usage[] =
    "usage: stories [--json] [--source OUTLET] [--since DAY] [--until DAY]\n"
    "               [--limit N] ARCHIVE\n"
    "Prints the affairs that several articles tell, each with its articles; = is a\n"
    "copy of another. With --json also those that one article tells alone.\n";

static int print_articles(newsarc *arc, int64_t story)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_articles *articles;
    const newsarc_article *a;

    filter.story = story;
    newsarc_articles_open(&articles, arc, &filter);
    while ((a = newsarc_articles_next(articles))) {
        printf("    ");
        printf("%-12.10s", a->published ? a->published : "undated");
        pad(outlet(a->source, a->key), 22);
        fputs(a->copy_of ? " = " : "   ", stdout);
        cell(a->headline ? a->headline : a->key, 39);
        putchar('\n');
    }
    return newsarc_articles_close(articles);
}

static void print_json(const newsarc_story *s)
{
    json_begin();
    json_number("story", s->id);
    json_text("title", s->title);
    json_text("earliest", s->earliest);
    json_text("latest", s->latest);
    json_number("articles", s->articles);
    json_number("sources", s->sources);
    json_number("origins", s->origins);
    json_end();
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_stories *stories;
    const newsarc_story *s;
    newsarc *arc;
    int result = 0, told = 0, alone = 0, ended;

    arguments(argc, argv, usage, 1, 1, " since until source limit ", &filter);
    arc = asked(argv[1]);
    newsarc_stories_open(&stories, arc, &filter);
    while (result >= 0 && (s = newsarc_stories_next(stories))) {
        if (as_json)
            print_json(s);
        else if (s->articles == 1)
            alone++;
        else {
            if (told++)
                putchar('\n');
            show(0, 4, 0, "%lld  %s", (long long)s->id, s->title ? s->title : "without a headline");
            show(4, 4, 0, "%lld articles by %lld outlets, %lld of them no copy; %s to %s", (long long)s->articles,
                 (long long)s->sources, (long long)s->origins, s->earliest ? s->earliest : "?", s->latest ? s->latest : "?");
            result = print_articles(arc, s->id);
        }
    }
    ended = newsarc_stories_close(stories);
    if (result >= 0 && ended >= 0 && !as_json) {
        if (!told)
            puts("No affair is told by two articles.");
        if (alone)
            printf("%s%d %s no other\n", told ? "\n" : "", alone, alone == 1 ? "article goes with" : "articles go with");
    }
    return finish(arc, result < 0 ? result : ended);
}
