/* What is doubtful here? */
#include "common.h"

static const char usage[] =
    "usage: lint [--json] [--story N] [--source OUTLET] [--limit N] ARCHIVE [ARTICLE]\n"
    "Prints what an editor would look at: orphan and mismatched quotation marks,\n"
    "quotations that never close, marks that were lost, words altered inside marks,\n"
    "unnamed sources, names that could be two people (100, or N).\n";

static void print(const newsarc_doubt *d)
{
    if (as_json) {
        json_begin();
        json_text("id", d->key);
        json_text("source", d->source);
        json_text("kind", d->kind);
        json_number("at", d->at);
        json_number("length", d->length);
        json_text("text", d->text);
        json_text("why", d->why);
        json_end();
        return;
    }
    show(2, 6, 0, "%s at %lld%s%s", d->kind, (long long)d->at, d->why ? ": " : "", d->why ? d->why : "");
    show(6, 6, 2, "%.*s", spoken(d->text), d->text);
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_doubts *doubts;
    const newsarc_doubt *d;
    newsarc *arc;
    int result = 0, n = arguments(argc, argv, usage, 1, 2, " story source limit ", &filter);
    int64_t article = 0, found = 0, most = limited(&filter, 100);

    arc = asked(argv[1]);
    if (n == 2)
        result = newsarc_article_find(arc, argv[2], &filter.article);
    if (result >= 0) {
        newsarc_doubts_open(&doubts, arc, &filter);
        for (; (d = newsarc_doubts_next(doubts)) && found < most; found++) {
            if (d->article != article && !as_json)
                show(0, 4, 0, "%s%s%s%s", d->key, d->source ? "  (" : "", d->source ? d->source : "", d->source ? ")" : "");
            article = d->article;
            print(d);
        }
        if (d && !as_json)
            puts("There are more: --limit N");
        result = newsarc_doubts_close(doubts);
    }
    if (result >= 0 && !article && !as_json)
        puts("Nothing is doubtful here.");
    return finish(arc, result);
}
