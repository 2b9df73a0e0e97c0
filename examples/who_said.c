/* What did someone say, to whom, and who printed it? */
#include "common.h"

static const char usage[] =
    "usage: who_said [--json] [--since DAY] [--until DAY] [--limit N] ARCHIVE NAME\n"
    "Prints what NAME said (50 utterances, or N), each once, with the outlets that\n"
    "carried it and how: whole, altered, as a fragment, without marks, in indirect\n"
    "speech.\n";

/* How a quotation carries its utterance, in an editor's words. */
enum { WHOLE, ALTERED, FRAGMENT, UNMARKED, PARAPHRASED, PART, INDIRECT, MANNERS };
static const char *const manners[MANNERS] = {
    "", "altered in ", "fragment in ", "without marks in ", "paraphrased in ", "more of it in ", "indirect in "
};

static int manner_of(const newsarc_quote *q)
{
    static const char *const relation[MANNERS] = { "same", "altered", "fragment", "unmarked", "paraphrase", "part", "" };

    if (!strcmp(q->kind, "indirect"))
        return INDIRECT;
    for (int i = ALTERED; q->relation && i < INDIRECT; i++)
        if (!strcmp(q->relation, relation[i]))
            return i;
    return WHOLE;
}

/* The outlets of each manner, a line each. */
struct carriers { char names[MANNERS][2000]; };

static int find_carriers(newsarc *arc, int64_t utterance, struct carriers *c)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_quotes *quotes;
    const newsarc_quote *q;

    for (int i = 0; i < MANNERS; i++)
        strcpy(c->names[i], "\n");
    filter.utterance = utterance;
    newsarc_quotes_open(&quotes, arc, &filter);
    while ((q = newsarc_quotes_next(quotes))) {
        char line[300], *names = c->names[manner_of(q)];
        snprintf(line, sizeof line, "\n%s\n", outlet(q->source, q->key));
        if (!strstr(names, line) && strlen(names) + strlen(line) < sizeof c->names[0])
            strcat(names, line + 1);
    }
    return newsarc_quotes_close(quotes);
}

/* An outlet is named once, and a second time only if it altered the words as well. */
static int was_named(const struct carriers *c, int manner, const char *line)
{
    for (int i = 0; i < manner; i++)
        if (manner != ALTERED && strstr(c->names[i], line))
            return 1;
    return 0;
}

static int print_outlets(newsarc *arc, const newsarc_utterance *u)
{
    struct carriers c;
    char *text = NULL, line[300];
    size_t length;
    FILE *out;
    int result = find_carriers(arc, u->id, &c);
    const char *between = "";

    if (result < 0 || !(out = open_memstream(&text, &length)))
        return result < 0 ? result : NEWSARC_NOMEM;
    for (int i = 0; i < MANNERS; i++) {
        const char *begin = manners[i];
        for (const char *name = c.names[i] + 1, *end; (end = strchr(name, '\n')); name = end + 1) {
            int n = (int)(end - name);
            snprintf(line, sizeof line, "\n%.*s\n", n, name);
            if (was_named(&c, i, line))
                continue;
            fprintf(out, "%s%s%.*s", between, begin, n, name);
            between = ", ";
            begin = "";
        }
        if (*between)
            between = "; ";
    }
    fclose(out);
    show(4, 4, 0, "%s%s%s— %s", u->venue ? "to " : "", u->venue ? u->venue : "", u->venue ? " " : "", text);
    free(text);
    return 0;
}

/* One who is called so, and how much of him was printed. */
struct speaker { const newsarc_entity *entity; newsarc_filter filter; int64_t most; int *said, here; };

/* Before the first thing that somebody said stands who it is. */
static void introduce(struct speaker *s)
{
    const newsarc_entity *e = s->entity;

    if (as_json || s->here++)
        return;
    if ((*s->said)++)
        putchar('\n');
    show(0, 4, 0, "%s  (%s)%s%s", e->name, e->kind, e->role ? "  " : "", e->role ? e->role : "");
    if (e->also)
        show(4, 10, 2, "also: %s", e->also);
}

static int print_utterances(newsarc *arc, struct speaker *s)
{
    newsarc_utterances *utterances;
    const newsarc_utterance *u;
    int result = 0, ended;
    int64_t n = 0;

    newsarc_utterances_open(&utterances, arc, &s->filter);
    while (result >= 0 && (u = newsarc_utterances_next(utterances)) && n < s->most) {
        introduce(s);
        n++;
        if (as_json) {
            json_begin();
            json_text("speaker", u->speaker);
            json_text("text", u->text);
            json_text("venue", u->venue);
            json_text("earliest", u->earliest);
            json_text("latest", u->latest);
            json_number("quotes", u->quotes);
            json_number("sources", u->sources);
            json_end();
        } else {
            show(0, 4, 0, "%-3lld %.*s", (long long)n, spoken(u->text), u->text);
            result = print_outlets(arc, u);
        }
    }
    if (result >= 0 && u && !as_json)
        puts("There are more: --limit N");
    ended = newsarc_utterances_close(utterances);
    return result < 0 ? result : ended;
}

/* What is only told in indirect speech, and nobody has it in marks; copies of one text once. */
static int print_indirect(newsarc *arc, struct speaker *s)
{
    newsarc_quotes *quotes;
    const newsarc_quote *q;
    char *seen = NULL;
    size_t length;
    int64_t n = 0;
    FILE *all = open_memstream(&seen, &length);

    if (!all)
        return NEWSARC_NOMEM;
    s->filter.kind = "indirect";
    s->filter.limit = 0;        /* many of them belong to an utterance */
    newsarc_quotes_open(&quotes, arc, &s->filter);
    while (n < s->most && (q = newsarc_quotes_next(quotes))) {
        if (q->utterance || fflush(all) || strstr(seen, q->text))
            continue;
        fprintf(all, "%s\n", q->text);
        introduce(s);
        if (as_json) {
            json_begin();
            json_text("speaker", q->speaker);
            json_text("indirect", q->text);
            json_text("venue", q->venue);
            json_text("source", q->source);
            json_text("id", q->key);
            json_end();
        } else {
            if (!n)
                puts("in indirect speech:");
            show(4, 4, 0, "%s (%s)", q->text, outlet(q->source, q->key));
        }
        n++;
    }
    fclose(all);
    free(seen);
    return newsarc_quotes_close(quotes);
}

int main(int argc, char **argv)
{
    newsarc_filter who = NEWSARC_FILTER_INIT, asked_for = NEWSARC_FILTER_INIT;
    newsarc_entities *entities;
    const newsarc_entity *e;
    newsarc *arc;
    int result = 0, ended, said = 0, known = 0;
    int64_t most;

    arguments(argc, argv, usage, 2, 2, " since until limit ", &asked_for);
    most = limited(&asked_for, 50);
    arc = asked(argv[1]);
    who.who = argv[2];
    newsarc_entities_open(&entities, arc, &who);
    for (; result >= 0 && (e = newsarc_entities_next(entities)); known++) {
        struct speaker s = { e, asked_for, most, &said, 0 };
        s.filter.entity = e->id;
        if ((result = print_utterances(arc, &s)) >= 0)
            result = print_indirect(arc, &s);
    }
    ended = newsarc_entities_close(entities);
    if (result >= 0)
        result = ended;
    if (result >= 0 && !said && !as_json)
        show(0, 4, 0, known ? "%s is named, but not quoted." : "Nobody is called %s here.", argv[2]);
    return finish(arc, result);
}
