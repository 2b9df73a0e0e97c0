/* Which outlet, whose text, which day, what body, and how do we know? */
#include "common.h"

static const char usage[] =
    "usage: card [--json] [--source OUTLET] [--since DAY] [--until DAY] [--limit N]\n"
    "            ARCHIVE [ARTICLE]\n"
    "Prints a card for each article (20, or N), or for one with its body: outlet,\n"
    "origin, day, each with its evidence; an undated article has the days between\n"
    "which it must have appeared. The id of the article may be cut short.\n";

static void line(const char *name, const char *value, const char *how)
{
    printf("  ");
    pad(name, 11);
    show(-13, 13, 0, "%s%s%s%s", value ? value : "unknown", how ? "  (" : "", how ? how : "", how ? ")" : "");
}

static void print_day(const newsarc_article *a)
{
    char window[80];

    if (a->published)
        line("published", a->published, a->published_how ? a->published_how : a->published_from);
    else if (a->earliest || a->latest) {
        snprintf(window, sizeof window, "between %s and %s", a->earliest ? a->earliest : "?", a->latest ? a->latest : "?");
        line("published", window, a->published_how);
    } else
        line("published", NULL, NULL);
}

/* Bytes that are no headline, junk or the like: all that no part covers. */
static int64_t body_bytes(const newsarc_reading *r)
{
    int64_t rest = (int64_t)r->length;

    for (size_t i = 0; i < r->part_count; i++)
        rest -= r->parts[i].length;
    return rest;
}

/* What parts leave of a line between them: white space, punctuation, dots and bars of Unicode. */
static int is_separator(const char *s, int64_t n)
{
    for (int64_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c >= 0xC0 && c != 0xC2 && c != 0xE2)
            return 0;
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
            return 0;
    }
    return 1;
}

static void print_body(const newsarc_reading *r)
{
    int64_t at = 0;

    putchar('\n');
    for (size_t i = 0; i <= r->part_count; i++) {
        int64_t end = i < r->part_count ? r->parts[i].at : (int64_t)r->length;
        while (at < end) {      /* line by line, so that paragraphs stay */
            const char *start = r->text + at, *stop = memchr(start, '\n', (size_t)(end - at));
            int64_t n = stop ? stop - start : end - at;
            if (!is_separator(start, n))
                show(2, 2, 0, "%.*s", (int)n, start);
            at += n + (stop != NULL);
        }
        if (i < r->part_count && r->parts[i].at + r->parts[i].length > at)
            at = r->parts[i].at + r->parts[i].length;
    }
}

static void print(const newsarc_reading *r, int whole)
{
    const newsarc_article *a = &r->article;
    char body[80];

    show(0, 4, 0, "%s", a->key);
    line("headline", a->headline, NULL);
    line("outlet", a->source, a->source_how);
    if (a->via)
        line("taken from", a->via, a->via_how);
    if (a->byline)
        line("by", a->byline, NULL);
    print_day(a);
    line("language", a->language, NULL);
    if (r->copy_of)
        line("copy of", r->copy_of, NULL);
    snprintf(body, sizeof body, "%lld of %zu bytes", (long long)body_bytes(r), r->length);
    line("body", body, NULL);
    if (whole)
        print_body(r);
}

static void print_json(const newsarc_reading *r)
{
    const newsarc_article *a = &r->article;

    json_begin();
    json_text("id", a->key);
    json_text("headline", a->headline);
    json_text("source", a->source);
    json_text("source_how", a->source_how);
    json_text("via", a->via);
    json_text("via_how", a->via_how);
    json_text("byline", a->byline);
    json_text("published", a->published);
    json_text("published_from", a->published_from);
    json_text("published_how", a->published_how);
    json_text("earliest", a->earliest);
    json_text("latest", a->latest);
    json_text("language", a->language);
    json_text("copy_of", r->copy_of);
    json_number("body", body_bytes(r));
    json_end();
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_readings *readings;
    const newsarc_reading *r;
    newsarc *arc;
    int n = arguments(argc, argv, usage, 1, 2, " source since until limit ", &filter), result = 0;
    int64_t found = 0, most = limited(&filter, 20);

    arc = asked(argv[1]);
    if (n == 2)
        result = newsarc_article_find(arc, argv[2], &filter.article);
    if (result >= 0) {
        newsarc_readings_open(&readings, arc, &filter);
        for (; (r = newsarc_readings_next(readings)) && found < most; found++) {
            if (found && !as_json)
                putchar('\n');
            if (as_json)
                print_json(r);
            else
                print(r, n == 2);
        }
        if (r && !as_json)
            puts("\nThere are more: --limit N");
        result = newsarc_readings_close(readings);
    }
    if (result >= 0 && !found && !as_json)
        puts("No article is there.");
    return finish(arc, result);
}
