/* Is this a true quotation? */
#include "common.h"

static const char usage[] =
    "usage: verify [--json] [--limit N] ARCHIVE WORDS\n"
    "Holds WORDS against every quotation of the archive and answers\n"
    "  VERBATIM  printed so inside quotation marks, by more outlets than otherwise\n"
    "  VARIANT   printed so; as many outlets have other words for it\n"
    "  ALTERED   more print it otherwise: [-what they have-] {+what you gave+}\n"
    "  UNMARKED  stands in an article, outside quotation marks\n"
    "  UNKNOWN   nothing like it is in the archive\n"
    "with the quotations nearest to it, best first (of N at most), those alike with\n"
    "each other in one.\n";

static const char *const verdicts[] = { "UNKNOWN", "VERBATIM", "VARIANT", "ALTERED", "UNMARKED" };

/* Quotations that hold the words in one form, and who printed it. */
struct form {
    char   *diff, *speaker, *text, *outlets;
    int64_t outlets_count;
    struct form *next;
};

static void print_json(const newsarc_finding *f)
{
    json_begin();
    json_text("verdict", verdicts[f->verdict]);
    json_text("id", f->quote.key);
    json_text("source", f->quote.source);
    json_text("published", f->quote.published);
    json_text("speaker", f->quote.speaker);
    json_text("text", f->quote.text);
    json_number("changed", (int64_t)f->changed);
    json_end();
}

static struct form *form_of(struct form **forms, const newsarc_finding *f)
{
    const char *speaker = f->quote.speaker ? f->quote.speaker : "";
    char *changes = f->changed ? diff(f->edits, f->edit_count) : strdup("");
    struct form *form;

    for (; changes && (form = *forms); forms = &form->next)
        if (!strcmp(form->diff, changes) && !strcmp(form->speaker, speaker)) {
            free(changes);
            return form;
        }
    if (!changes || !(form = *forms = calloc(1, sizeof *form)))
        return NULL;
    form->diff = changes;
    form->speaker = strdup(speaker);
    form->text = strdup(f->quote.text);
    form->outlets = strdup("");
    return form;
}

static void note(struct form **forms, const newsarc_finding *f)
{
    const char *name = outlet(f->quote.source, f->quote.key);
    struct form *form = form_of(forms, f);
    char *more;

    if (!form || strstr(form->outlets, name) || !(more = realloc(form->outlets, strlen(form->outlets) + strlen(name) + sizeof " · ")))
        return;
    form->outlets = strcat(strcat(more, form->outlets_count++ ? " · " : ""), name);
}

/* Whether nothing differs but what stands before or behind. */
static int in_part(const char *changes)
{
    const char *from = changes, *end = changes + strlen(changes), *put;

    if (!strncmp(from, "{+", 2) && (put = strstr(from, "+}")))
        from = put + 2;
    return !strstr(from, "[-") && (!(put = strstr(from, "{+")) || strstr(put, "+}") + 2 == end);
}

static void print(struct form *form)
{
    for (struct form *next; form; form = next) {
        if (*form->diff && in_part(form->diff))
            show(2, 6, 4, "in part: “%.*s”", spoken(form->text), form->text);
        else if (*form->diff)
            show(2, 6, 0, "otherwise: %s", form->diff);
        else
            show(2, 6, 4, "so: “%.*s”", spoken(form->text), form->text);
        show(6, 6, 0, "%s%s%s", form->speaker, *form->speaker ? " — " : "", form->outlets);
        next = form->next;
        free(form->diff);
        free(form->speaker);
        free(form->text);
        free(form->outlets);
        free(form);
    }
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_findings *findings;
    const newsarc_finding *f;
    struct form *forms = NULL;
    newsarc *arc;
    int64_t found = 0, most;
    int result;

    arguments(argc, argv, usage, 2, 2, " limit ", &filter);
    most = limited(&filter, INT64_MAX - 1);
    arc = asked(argv[1]);
    newsarc_verify_open(&findings, arc, argv[2]);
    for (; found < most && (f = newsarc_verify_next(findings)); found++)
        if (as_json)
            print_json(f);
        else {
            if (!found)
                show(0, 10, 0, "%-9s %s", verdicts[f->verdict], argv[2]);
            note(&forms, f);
        }
    print(forms);
    result = newsarc_verify_close(findings);
    if (result >= 0 && !found && as_json)
        puts("{\"verdict\":\"UNKNOWN\"}");
    else if (result >= 0 && !found) {
        show(0, 10, 0, "UNKNOWN   %s", argv[2]);
        puts("  nothing like it in the archive");
    }
    return finish(arc, result);
}
