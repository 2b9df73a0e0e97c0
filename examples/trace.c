/* Traces a quotation: every wording that it was printed in, and who left it out. */
#include "common.h"

static const char usage[] =
    "usage: trace [--json] ARCHIVE WORDS\n"
    "Finds the utterance that WORDS are nearest to and prints every wording of it:\n"
    "  base  the wording that independent outlets support best\n"
    "  =     the same words\n"
    "  <     a fragment, its words unchanged\n"
    "  /=    altered inside quotation marks: [-taken out-] {+put in+}\n"
    "  u     words that lost their quotation marks\n"
    "  i     indirect speech\n"
    "  .     an article on the same affair that does not have it\n";

/* The utterance that the words belong to, 0 if there is none. */
static int find(newsarc *arc, const char *words, int64_t *utterance)
{
    newsarc_findings *findings;
    const newsarc_finding *f;

    newsarc_verify_open(&findings, arc, words);
    for (*utterance = 0; !*utterance && (f = newsarc_verify_next(findings)); )
        *utterance = f->quote.utterance;
    return newsarc_verify_close(findings);
}

static const char *sign(const newsarc_quote *q)
{
    if (!strcmp(q->kind, "indirect")) return "i";
    if (!q->relation || !strcmp(q->relation, "base")) return "base";
    if (!strcmp(q->relation, "same")) return "=";
    if (!strcmp(q->relation, "fragment")) return "<";
    if (!strcmp(q->relation, "unmarked")) return "u";
    if (!strcmp(q->relation, "part")) return "+";
    return "/=";
}

static void print_wording(const newsarc_wording *w)
{
    const newsarc_quote *q = &w->quote;

    if (as_json) {
        json_begin();
        json_text("id", q->key);
        json_text("source", q->source);
        json_text("published", q->published);
        json_text("speaker", q->speaker);
        json_text("kind", q->kind);
        json_text("relation", q->relation);
        json_number("changed", (int64_t)w->changed);
        json_text("text", q->text);
        json_end();
        return;
    }
    pad(sign(q), 6);
    show(-6, 6, 0, "%s  %.10s", outlet(q->source, q->key), q->published ? q->published : "undated");
    if (!w->changed)
        show(6, 6, 0, strcmp(sign(q), "=") ? "%.*s" : "identical words", spoken(q->text), q->text);
    else {
        char *text = diff(w->edits, w->edit_count);
        show(6, 6, 0, "%s", text ? text : q->text);
        show(6, 6, 0, "%zu words changed%s", w->changed,
             !strcmp(sign(q), "/=") ? " inside quotation marks" : "");
        free(text);
    }
}

/* The articles on the affair that do not carry the utterance. */
static int print_absent(newsarc *arc, const newsarc_utterance *u)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_articles *articles;
    const newsarc_article *a;
    int result = 0;

    filter.story = u->story;
    newsarc_articles_open(&articles, arc, &filter);
    while (result >= 0 && (a = newsarc_articles_next(articles))) {
        newsarc_filter here = NEWSARC_FILTER_INIT;
        newsarc_quotes *quotes;
        int has;
        here.utterance = u->id;
        here.article = a->id;
        newsarc_quotes_open(&quotes, arc, &here);
        has = newsarc_quotes_next(quotes) != NULL;
        if ((result = newsarc_quotes_close(quotes)) >= 0 && !has)
            show(0, 6, 0, ".     %s  %.10s", outlet(a->source, a->key), a->published ? a->published : "undated");
    }
    if (result < 0) {
        newsarc_articles_close(articles);
        return result;
    }
    return newsarc_articles_close(articles);
}

static int trace(newsarc *arc, const newsarc_utterance *u)
{
    newsarc_wordings *wordings;
    const newsarc_wording *w;
    int result;

    if (!as_json) {
        show(0, 4, 0, "%s%s%s%s%s%s%s", u->speaker ? u->speaker : "Speaker unknown", u->venue ? ", to " : "",
             u->venue ? u->venue : "", u->earliest ? ", first printed " : "", u->earliest ? u->earliest : "",
             u->latest && strcmp(u->latest, u->earliest) ? ", last " : "", u->latest && strcmp(u->latest, u->earliest) ? u->latest : "");
        show(0, 4, 0, "%lld quotation%s in %lld outlet%s", (long long)u->quotes, u->quotes == 1 ? "" : "s", (long long)u->sources, u->sources == 1 ? "" : "s");
        putchar('\n');
    }
    newsarc_wordings_open(&wordings, arc, u->id);
    while ((w = newsarc_wordings_next(wordings)))
        print_wording(w);
    result = newsarc_wordings_close(wordings);
    return result >= 0 && !as_json && u->story ? print_absent(arc, u) : result;
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_utterances *utterances;
    const newsarc_utterance *u;
    newsarc *arc;
    int result;

    arguments(argc, argv, usage, 2, 2, "", NULL);
    arc = asked(argv[1]);
    result = find(arc, argv[2], &filter.utterance);
    if (result >= 0 && filter.utterance) {
        newsarc_utterances_open(&utterances, arc, &filter);
        if ((u = newsarc_utterances_next(utterances)))
            result = trace(arc, u);
        if (result < 0)
            newsarc_utterances_close(utterances);
        else
            result = newsarc_utterances_close(utterances);
    } else if (result >= 0 && !as_json)
        show(0, 4, 0, "Nobody is quoted with anything like: %s", argv[2]);
    return finish(arc, result);
}
