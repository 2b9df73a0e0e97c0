/* What did each outlet carry of a story, and what did it leave out? */
#include "common.h"

static const char usage[] =
    "usage: compare [--json] ARCHIVE [STORY]\n"
    "Prints which article of a story carries which utterance, and how:\n"
    "  q quoted   m a fragment   i indirect   u without marks   a altered   . absent\n"
    "STORY is a number that the program stories prints, or the id of an article on\n"
    "it, which may be cut short; without it, the story that most articles tell.\n";

enum { ACROSS = 8 };            /* columns of one table */

struct article { int64_t id; char label[64]; };
struct row     { int64_t utterance; char *text, *speaker; char (*cells)[6]; size_t carried; };
struct table   { struct article *articles; size_t columns; struct row *rows; size_t n, room; };

/* The title of the story, which without `which` is the one that most articles tell. */
static int begin_story(newsarc *arc, const char *which, int64_t *story)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_stories *stories;
    const newsarc_story *s;
    int result;

    *story = 0;
    if (which && (result = find_story(arc, which, usage, &filter.story)) < 0)
        return result;
    filter.limit = 1;
    newsarc_stories_open(&stories, arc, &filter);
    if ((s = newsarc_stories_next(stories))) {
        *story = s->id;
        if (!as_json)
            show(0, 4, 0, "%s", s->title ? s->title : "Without a headline");
    }
    return newsarc_stories_close(stories);
}

static int read_articles(newsarc *arc, int64_t story, struct table *table)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_articles *articles;
    const newsarc_article *a;

    filter.story = story;
    newsarc_articles_open(&articles, arc, &filter);
    while ((a = newsarc_articles_next(articles))) {
        struct article *more = realloc(table->articles, (table->columns + 1) * sizeof *more);
        if (!more)
            break;
        table->articles = more;
        more[table->columns].id = a->id;
        snprintf(more[table->columns].label, sizeof more->label, "%s, %.10s", outlet(a->source, a->key),
                 a->published ? a->published : "undated");
        table->columns++;
    }
    return newsarc_articles_close(articles);
}

/* The row of an utterance: the last one, or a new one (the library gives them in a row). */
static struct row *row_of(struct table *table, const newsarc_carried *c)
{
    struct row *row = table->n ? &table->rows[table->n - 1] : NULL;

    if (row && row->utterance == c->utterance)
        return row;
    if (table->n == table->room) {
        size_t room = table->room ? 2 * table->room : 64;
        struct row *more = realloc(table->rows, room * sizeof *more);
        if (!more)
            return NULL;
        table->rows = more;
        table->room = room;
    }
    row = &table->rows[table->n++];
    *row = (struct row){ c->utterance, strdup(c->text), c->speaker ? strdup(c->speaker) : NULL,
                         calloc(table->columns, sizeof *row->cells), 0 };
    return row->text && row->cells ? row : NULL;
}

static void print_json(const newsarc_carried *c)
{
    json_begin();
    json_number("utterance", c->utterance);
    json_text("text", c->text);
    json_text("speaker", c->speaker);
    json_text("id", c->key);
    json_text("source", c->source);
    json_text("published", c->published);
    json_flag("quoted", c->quoted);
    json_flag("fragment", c->fragment);
    json_flag("indirect", c->indirect);
    json_flag("unmarked", c->unmarked);
    json_flag("altered", c->altered);
    json_end();
}

static int read_rows(newsarc *arc, int64_t story, struct table *table)
{
    newsarc_comparison *comparison;
    const newsarc_carried *c;

    newsarc_compare_open(&comparison, arc, story);
    while ((c = newsarc_compare_next(comparison))) {
        struct row *row;
        if (as_json) {
            print_json(c);
            continue;
        }
        if (!(row = row_of(table, c)))
            break;
        for (size_t i = 0; i < table->columns; i++)
            if (table->articles[i].id == c->article) {
                snprintf(row->cells[i], sizeof *row->cells, "%s%s%s%s%s", c->quoted ? "q" : "", c->fragment ? "m" : "",
                         c->indirect ? "i" : "", c->unmarked ? "u" : "", c->altered ? "a" : "");
                row->carried++;
            }
    }
    return newsarc_compare_close(comparison);
}

/* Columns from..to: what at least two articles of the story carry, and one of these. */
static void print_table(const struct table *table, size_t from, size_t to)
{
    int width = 80 - 5 * (int)(to - from);

    for (size_t c = from; c < to; c++)
        show(2, 6, 0, "%c  %s", (char)('A' + c - from), table->articles[c].label);
    pad("", width);
    for (size_t c = from; c < to; c++)
        printf(c + 1 < to ? " %c   " : " %c", (char)('A' + c - from));
    putchar('\n');
    for (size_t r = 0; r < table->n; r++) {
        const struct row *row = &table->rows[r];
        char text[400];         /* no line is as long */
        int here = 0;
        for (size_t c = from; c < to; c++)
            here |= *row->cells[c];
        if (row->carried < 2 || !here)
            continue;
        snprintf(text, sizeof text, "%.*s", spoken(row->text), row->text);
        pad(text, width);
        for (size_t c = from; c < to; c++)
            printf(c + 1 < to ? " %-4s" : " %s", *row->cells[c] ? row->cells[c] : ".");
        putchar('\n');
    }
}

/* Whose words one article alone has, and how often. */
static void print_alone(const struct table *table, size_t column)
{
    char *line = NULL;
    size_t length;
    int any = 0;
    FILE *out = open_memstream(&line, &length);

    if (!out)
        return;
    for (size_t r = 0; r < table->n; r++) {
        const struct row *row = &table->rows[r];
        const char *speaker = row->speaker ? row->speaker : "nobody named";
        int times = 0, before = 0;
        for (size_t s = 0; s < table->n; s++)
            if (table->rows[s].carried == 1 && *table->rows[s].cells[column] &&
                !strcmp(table->rows[s].speaker ? table->rows[s].speaker : "nobody named", speaker)) {
                times++;
                before |= s < r;
            }
        if (row->carried == 1 && *row->cells[column] && !before) {
            fprintf(out, "%s%s", any++ ? ", " : "", speaker);
            if (times > 1)
                fprintf(out, " (%d)", times);
        }
    }
    fclose(out);
    if (*line)
        show(0, 4, 0, "only in %s: %s", table->articles[column].label, line);
    free(line);
}

int main(int argc, char **argv)
{
    struct table table = { 0 };
    newsarc *arc;
    int64_t story;
    int result, n = arguments(argc, argv, usage, 1, 2, "", NULL);

    arc = asked(argv[1]);
    result = begin_story(arc, n == 2 ? argv[2] : NULL, &story);
    if (result >= 0 && story)
        result = read_articles(arc, story, &table);
    if (result >= 0 && story)
        result = read_rows(arc, story, &table);
    if (result >= 0 && !as_json && !story)
        puts("There is no such story.");
    else if (result >= 0 && !as_json && !table.n)
        puts("Nobody is quoted in this story.");
    else if (result >= 0 && !as_json) {
        for (size_t from = 0; from < table.columns; from += ACROSS)
            print_table(&table, from, from + ACROSS < table.columns ? from + ACROSS : table.columns);
        putchar('\n');
        for (size_t c = 0; c < table.columns; c++)
            print_alone(&table, c);
    }
    for (size_t r = 0; r < table.n; r++) {
        free(table.rows[r].text);
        free(table.rows[r].speaker);
        free(table.rows[r].cells);
    }
    free(table.rows);
    free(table.articles);
    return finish(arc, result);
}
