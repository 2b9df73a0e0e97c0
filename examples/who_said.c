/* What did someone say, to whom, and who printed it? */
#include "common.h"

static const char usage[] =
    "usage: who_said [--json] ARCHIVE NAME\n"
    "Prints what NAME said, each utterance once, with the outlets that carried it\n"
    "and how: whole, as a fragment, altered, without marks, in indirect speech.\n";

/* How a quotation carries its utterance, in an editor's words; "" is whole. */
static const char *manner(const newsarc_quote *q)
{
    if (!strcmp(q->kind, "indirect")) return "indirect in";
    if (!q->relation) return "";
    if (!strcmp(q->relation, "altered")) return "altered in";
    if (!strcmp(q->relation, "fragment")) return "fragment in";
    if (!strcmp(q->relation, "unmarked")) return "without marks in";
    if (!strcmp(q->relation, "paraphrase")) return "paraphrased in";
    return "";
}

/* Adds to `out` the outlets that carry the utterance in one manner.  An outlet is named once, and again only if it altered the
 * words as well; `named` has a line for each. */
static int add_outlets(newsarc *arc, int64_t utterance, const char *how, FILE *out, int *groups, char *named, size_t room)
{
    newsarc_wordings *wordings;
    const newsarc_wording *w;
    char label[256];
    int any = 0;

    newsarc_wordings_open(&wordings, arc, utterance);
    while ((w = newsarc_wordings_next(wordings))) {
        if (strcmp(manner(&w->quote), how))
            continue;
        snprintf(label, sizeof label, "\n%s%s\n", outlet(w->quote.source, w->quote.key), !strncmp(how, "altered", 7) ? "\t" : "");
        if (strstr(named, label))
            continue;
        if (strlen(named) + strlen(label) < room)
            strcat(named, label + 1);
        if (any++)
            fputs(", ", out);
        else
            fprintf(out, "%s%s%s", *groups ? "; " : "", how, *how ? " " : "");
        fprintf(out, "%s", outlet(w->quote.source, w->quote.key));
    }
    *groups += any > 0;
    return newsarc_wordings_close(wordings);
}

static int print_outlets(newsarc *arc, const newsarc_utterance *u)
{
    static const char *const manners[] = { "", "altered in", "fragment in", "without marks in", "paraphrased in", "indirect in" };
    char *line = NULL, named[8192] = "\n";
    size_t length;
    FILE *out = open_memstream(&line, &length);
    int result = 0, groups = 0;

    if (!out)
        return NEWSARC_NOMEM;
    for (size_t i = 0; i < sizeof manners / sizeof *manners && result >= 0; i++)
        result = add_outlets(arc, u->id, manners[i], out, &groups, named, sizeof named);
    fclose(out);
    if (result >= 0)
        show(4, 4, 0, "%s%s%s— %s", u->venue ? "to " : "", u->venue ? u->venue : "", u->venue ? " " : "", line);
    free(line);
    return result;
}

static int print_utterances(newsarc *arc, const newsarc_filter *filter, const newsarc_entity *entity, int *said)
{
    newsarc_utterances *utterances;
    const newsarc_utterance *u;
    int result = 0, n = 0;

    newsarc_utterances_open(&utterances, arc, filter);
    while (result >= 0 && (u = newsarc_utterances_next(utterances))) {
        if (!entity && u->entity)
            continue;           /* printed under the name */
        ++*said;
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
            continue;
        }
        if (!n++) {
            if (*said > 1)
                putchar('\n');
            if (entity)
                show(0, 4, 0, "%s  (%s)%s%s", entity->name, entity->kind, entity->role ? "  " : "", entity->role ? entity->role : "");
            else
                show(0, 4, 0, "%s  (not named)", u->speaker);
            if (entity && entity->also)
                show(4, 10, 2, "also: %s", entity->also);
        }
        show(0, 4, 0, "%-3d %.*s", n, spoken(u->text), u->text);
        result = print_outlets(arc, u);
    }
    if (result < 0) {
        newsarc_utterances_close(utterances);
        return result;
    }
    return newsarc_utterances_close(utterances);
}

/* What is only told in indirect speech, and nobody has it in marks; copies of one text once. */
static int print_indirect(newsarc *arc, newsarc_filter filter, int *said)
{
    newsarc_quotes *quotes;
    const newsarc_quote *q;
    char *seen = NULL;
    size_t length;
    int n = 0;
    FILE *all = open_memstream(&seen, &length);

    if (!all)
        return NEWSARC_NOMEM;
    filter.kind = "indirect";
    newsarc_quotes_open(&quotes, arc, &filter);
    while ((q = newsarc_quotes_next(quotes))) {
        if (q->utterance || fflush(all) || strstr(seen, q->text))
            continue;
        fprintf(all, "%s\n", q->text);
        ++*said;
        if (as_json) {
            json_begin();
            json_text("speaker", q->speaker);
            json_text("indirect", q->text);
            json_text("venue", q->venue);
            json_text("source", q->source);
            json_text("id", q->key);
            json_end();
        } else {
            if (!n++)
                puts("in indirect speech:");
            show(4, 4, 0, "%s (%s)", q->text, outlet(q->source, q->key));
        }
    }
    fclose(all);
    free(seen);
    return newsarc_quotes_close(quotes);
}

int main(int argc, char **argv)
{
    newsarc_filter who = NEWSARC_FILTER_INIT, filter = NEWSARC_FILTER_INIT;
    newsarc_entities *entities;
    const newsarc_entity *e;
    newsarc *arc;
    int result = 0, ended, said = 0, known = 0;

    arguments(argc, argv, usage, 2, 2, "", NULL);
    arc = asked(argv[1]);
    who.who = argv[2];
    newsarc_entities_open(&entities, arc, &who);
    for (; result >= 0 && (e = newsarc_entities_next(entities)); known++) {
        filter.entity = e->id;
        if ((result = print_utterances(arc, &filter, e, &said)) >= 0)
            result = print_indirect(arc, filter, &said);
    }
    ended = newsarc_entities_close(entities);
    if (result >= 0) result = ended;
    if (result >= 0)            /* those who are described, not named: "a spokesman" */
        result = print_utterances(arc, &who, NULL, &said);
    if (result >= 0 && !said && !as_json)
        show(0, 4, 0, known ? "%s is named, but not quoted." : "Nobody is called %s here.", argv[2]);
    return finish(arc, result);
}
