/* Which articles hold these words? */
#include "common.h"

static const char usage[] =
    "usage: search [--json] [--source OUTLET] [--since DAY] [--until DAY] [--limit N]\n"
    "              ARCHIVE WORDS...\n"
    "Prints the articles that hold all the words, best first (20, or N).\n"
    "\"In quotation marks\": in a row.\n";

/* The words as one string. */
static char *joined(char **words, int n)
{
    size_t room = 1;
    char *all;

    for (int i = 0; i < n; i++)
        room += strlen(words[i]) + 1;
    if (!(all = malloc(room)))
        exit(1);
    *all = '\0';
    for (int i = 0; i < n; i++)
        strcat(strcat(all, i ? " " : ""), words[i]);
    return all;
}

static void print(const newsarc_article *a)
{
    if (!as_json) {
        show(0, 4, 0, "%s", a->headline ? a->headline : a->key);
        show(4, 4, 0, "%.10s  %s  %s", a->published ? a->published : "undated", outlet(a->source, "outlet unknown"), a->key);
        if (a->snippet)
            show(4, 4, 3, "%s", a->snippet);
        return;
    }
    json_begin();
    json_text("id", a->key);
    json_text("source", a->source);
    json_text("published", a->published);
    json_text("headline", a->headline);
    json_text("snippet", a->snippet);
    json_end();
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_articles *articles;
    const newsarc_article *a;
    int n = arguments(argc, argv, usage, 2, argc, " source since until limit ", &filter), result;
    int64_t found = 0, most = limited(&filter, 20);
    newsarc *arc = asked(argv[1]);          /* ends the program where there is none */
    char *words = joined(argv + 2, n - 1);

    filter.match = words;
    newsarc_articles_open(&articles, arc, &filter);
    for (; (a = newsarc_articles_next(articles)) && found < most; found++) {
        if (found && !as_json)
            putchar('\n');
        print(a);
    }
    if (a && !as_json)
        puts("\nThere are more: --limit N");
    result = newsarc_articles_close(articles);
    if (result >= 0 && !found && !as_json)
        show(0, 4, 0, "No article holds all of these words: %s", words);
    free(words);
    return finish(arc, result);
}
