/* What happened when, by these articles? */
#include "common.h"

static const char usage[] =
    "usage: timeline [--json] [--source OUTLET] [--since DAY] [--until DAY]\n"
    "                [--limit N] ARCHIVE [STORY]\n"
    "Prints the sentences that name a day, a month or a year, in the order of what\n"
    "they mean, with the words that they use for it (100, or N). STORY is a number\n"
    "that the program stories prints, or the id of an article on it.\n";

static void print_json(const newsarc_date *d)
{
    json_begin();
    json_text("value", d->value);
    json_text("mod", d->mod);
    json_text("earliest", d->earliest);
    json_text("latest", d->latest);
    json_text("words", d->text);
    json_text("sentence", d->sentence);
    json_text("id", d->key);
    json_text("source", d->source);
    json_text("published", d->published);
    json_end();
}

/* Sentences of one day, month or year, and which part of it; the same sentence in several articles once. */
struct moment {
    char        value[32];
    char        words[64];
    char       *sentence, *outlets;
    struct moment *next;
};

static void append(char **text, const char *before, const char *a, const char *between, const char *b)
{
    size_t had = *text ? strlen(*text) : 0, more = strlen(before) + strlen(a) + strlen(between) + strlen(b) + 1;
    char *longer = realloc(*text, had + more);

    if (longer) {
        snprintf(longer + had, more, "%s%s%s%s", before, a, between, b);
        *text = longer;
    }
}

enum { COLUMN = 15 };          /* where the sentences begin */

/* "2026", "2026 late", "2026-06 ca."; hours of one day go together. */
static void name_value(char *name, size_t size, const newsarc_date *d)
{
    static const struct { const char *mod, *word; } part[] = {
        { "START", " early" }, { "MID", " mid" }, { "END", " late" }, { "AFTER", " on" }, { "APPROX", " ca." }
    };
    const char *word = "";

    for (size_t i = 0; d->mod && i < sizeof part / sizeof *part; i++)
        if (!strcmp(d->mod, part[i].mod))
            word = part[i].word;
    snprintf(name, size, "%.*s%s", (int)strcspn(d->value, "T"), d->value, word);
}

/* Values that begin on one day stand in the order of their names, the sentences of each in the order of the archive. */
static struct moment *moment_of(struct moment **moments, const newsarc_date *d)
{
    char value[32];
    struct moment *m;

    name_value(value, sizeof value, d);
    for (; (m = *moments) && strcmp(m->value, value) <= 0; moments = &m->next)
        if (!strcmp(m->value, value) && !strcmp(m->sentence, d->sentence))
            return m;
    if (!(m = calloc(1, sizeof *m)))
        return NULL;
    m->next = *moments;
    *moments = m;
    snprintf(m->value, sizeof m->value, "%s", value);
    append(&m->sentence, d->sentence, "", "", "");
    return m;
}

static void note(struct moment **moments, const newsarc_date *d)
{
    struct moment *m = moment_of(moments, d);

    if (m && m->outlets && !strncmp(m->words, d->text, sizeof m->words - 1))
        append(&m->outlets, " · ", outlet(d->source, d->key), "", "");
    else if (m)
        append(&m->outlets, m->outlets ? "; “" : "“", d->text, "” ", outlet(d->source, d->key));
    if (m)
        snprintf(m->words, sizeof m->words, "%s", d->text);
}

static void print(struct moment **moments)
{
    char value[32] = "";

    for (struct moment *m = *moments, *next; m; m = next) {
        pad(strcmp(m->value, value) ? m->value : "", COLUMN);
        snprintf(value, sizeof value, "%s", m->value);
        show(-COLUMN, COLUMN, 6, "%s", m->sentence);
        show(COLUMN + 2, COLUMN + 2, 0, "%s", m->outlets);
        next = m->next;
        free(m->sentence);
        free(m->outlets);
        free(m);
    }
    *moments = NULL;
}

/* Whether a row has a place in time ("three years", "now" have none) and says something
 * that happened: the day an article bears, and what stands round it, does not. */
static int tells(const newsarc_date *d)
{
    return d->value && d->earliest && d->sentence && (!d->role || !strcmp(d->role, "headline") || !strcmp(d->role, "caption"));
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    struct moment *moments = NULL;
    char earliest[16] = "";
    newsarc_dates *dates;
    const newsarc_date *d;
    newsarc *arc;
    int64_t told = 0, most;
    int result, n = arguments(argc, argv, usage, 1, 2, " since until limit source ", &filter);

    most = limited(&filter, 100);
    filter.limit = 0;           /* counts what is told, not every row */
    arc = asked(argv[1]);
    if (n == 2 && (result = find_story(arc, argv[2], usage, &filter.story)) < 0)
        return finish(arc, result);
    newsarc_dates_open(&dates, arc, &filter);
    while ((d = newsarc_dates_next(dates))) {
        if (!tells(d))
            continue;
        if (told++ == most)
            break;
        if (as_json) {
            print_json(d);
            continue;
        }
        if (strcmp(earliest, d->earliest)) {
            print(&moments);
            snprintf(earliest, sizeof earliest, "%s", d->earliest);
        }
        note(&moments, d);
    }
    print(&moments);
    if (told > most && !as_json)
        puts("There are more: --limit N, --since DAY");
    result = newsarc_dates_close(dates);
    if (result >= 0 && !told && !as_json)
        puts("No article names a date there.");
    return finish(arc, result);
}
