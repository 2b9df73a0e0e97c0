/* Is this a true quotation? */
#include "common.h"

static const char usage[] =
    "usage: verify [--json] [--limit N] ARCHIVE WORDS\n"
    "Holds WORDS against every quotation of the archive and answers\n"
    "  VERBATIM  printed so inside quotation marks\n"
    "  VARIANT   printed so; another outlet has other words, as whole as these\n"
    "  ALTERED   most print it otherwise, or all: [-what they have-] {+what you gave+}\n"
    "  UNMARKED  stands in an article, outside quotation marks\n"
    "  UNKNOWN   nothing like it is in the archive\n"
    "with the quotations nearest to it, best first (5, or N).\n";

static const char *const verdicts[] = { "UNKNOWN", "VERBATIM", "VARIANT", "ALTERED", "UNMARKED" };

static void print(const newsarc_finding *f)
{
    const newsarc_quote *q = &f->quote;
    const char *verdict = f->verdict >= 0 && f->verdict <= NEWSARC_UNMARKED ? verdicts[f->verdict] : "?";

    if (as_json) {
        json_begin();
        json_text("verdict", verdict);
        json_text("id", q->key);
        json_text("source", q->source);
        json_text("published", q->published);
        json_text("speaker", q->speaker);
        json_text("text", q->text);
        json_number("changed", (int64_t)f->changed);
        json_end();
        return;
    }
    show(2, 6, 0, "%s  %.10s%s%s", outlet(q->source, q->key), q->published ? q->published : "undated",
         q->speaker ? "  " : "", q->speaker ? q->speaker : "");
    if (f->changed) {
        char *text = diff(f->edits, f->edit_count);
        show(6, 6, 0, "%s", text ? text : q->text);
        free(text);
    } else
        show(6, 6, 4, "%.*s", spoken(q->text), q->text);
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_findings *findings;
    const newsarc_finding *f;
    newsarc *arc;
    int64_t found = 0;
    int result;

    arguments(argc, argv, usage, 2, 2, " limit ", &filter);
    arc = asked(argv[1]);
    newsarc_verify_open(&findings, arc, argv[2]);
    for (; found < (filter.limit ? filter.limit : 5) && (f = newsarc_verify_next(findings)); found++) {
        if (!found && !as_json)
            show(0, 10, 0, "%-9s %s", verdicts[f->verdict], argv[2]);
        print(f);
    }
    result = newsarc_verify_close(findings);
    if (result >= 0 && !found && as_json)
        puts("{\"verdict\":\"UNKNOWN\"}");
    else if (result >= 0 && !found) {
        show(0, 10, 0, "UNKNOWN   %s", argv[2]);
        puts("  nothing like it in the archive");
    }
    return finish(arc, result);
}
