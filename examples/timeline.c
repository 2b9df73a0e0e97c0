/* What happened when, by these articles? */
#include "common.h"

static const char usage[] =
    "usage: timeline [--json] [--story N] [--since DAY] [--until DAY] [--limit N]\n"
    "                [--source OUTLET] ARCHIVE\n"
    "Prints the sentences that name a day, a month or a year, in the order of what\n"
    "they mean, with the words that they use for it. Stories have the numbers that\n"
    "the program stories prints.\n";

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

/* Sentences of one date, the same sentence in several articles once. */
struct moment {
    char        value[40];
    char       *sentence, *outlets;
    struct moment *next;
};

static void append(char **text, const char *format, const char *a, const char *b)
{
    size_t had = *text ? strlen(*text) : 0, more = strlen(format) + strlen(a) + strlen(b);
    char *longer = realloc(*text, had + more + 1);

    if (longer) {
        snprintf(longer + had, more + 1, format, a, b);
        *text = longer;
    }
}

static struct moment *note(struct moment *moments, const newsarc_date *d)
{
    struct moment *m;

    for (m = moments; m; m = m->next)
        if (m->sentence && d->sentence && !strcmp(m->sentence, d->sentence))
            break;
    if (!m) {
        struct moment **last = &moments;
        if (!(m = calloc(1, sizeof *m)))
            return moments;
        while (*last) last = &(*last)->next;
        *last = m;
        append(&m->sentence, "%s%s", d->sentence ? d->sentence : "", "");
    }
    append(&m->outlets, m->outlets ? " · %s “%s”" : "%s “%s”", outlet(d->source, d->key), d->text);
    return moments;
}

static void print(struct moment *moments, const char *value)
{
    for (struct moment *m = moments, *next; m; m = next) {
        pad(m == moments ? value : "", 12);
        show(0, 12, 2, "%s", m->sentence);
        show(14, 14, 0, "%s", m->outlets);
        next = m->next;
        free(m->sentence);
        free(m->outlets);
        free(m);
    }
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    struct moment *moments = NULL;
    char value[40] = "";
    newsarc_dates *dates;
    const newsarc_date *d;
    newsarc *arc;
    int result, any = 0;

    arguments(argc, argv, usage, 1, 1, " story since until limit source ", &filter);
    arc = asked(argv[1]);
    newsarc_dates_open(&dates, arc, &filter);
    while ((d = newsarc_dates_next(dates))) {
        if (!d->value || !d->earliest)
            continue;           /* "three years", "now": no place in time */
        any = 1;
        if (as_json) {
            print_json(d);
            continue;
        }
        if (strcmp(value, d->value)) {
            print(moments, value);
            moments = NULL;
            snprintf(value, sizeof value, "%s", d->value);
        }
        moments = note(moments, d);
    }
    print(moments, value);
    result = newsarc_dates_close(dates);
    if (result >= 0 && !any && !as_json)
        puts("No article names a date there.");
    return finish(arc, result);
}
