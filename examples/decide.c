/* Correct who is whom. */
#include "common.h"

static const char usage[] =
    "usage: decide [--json] ARCHIVE merge KIND NAME NAME\n"
    "       decide [--json] ARCHIVE split KIND NAME ARTICLE [LABEL]\n"
    "       decide [--json] ARCHIVE rename KIND NAME NAME\n"
    "       decide [--json] ARCHIVE hide KIND NAME\n"
    "       decide [--json] ARCHIVE hide ARTICLE WORDS\n"
    "       decide [--json] ARCHIVE is ARTICLE WORDS KIND NAME\n"
    "       decide [--json] ARCHIVE list\n"
    "       decide [--json] ARCHIVE undo NUMBER\n"
    "Corrects who is whom, and prints what was decided. KIND is person,\n"
    "organization, place or other. merge: both are one. split: NAME in ARTICLE is\n"
    "another one, from then on called NAME (LABEL). rename: is shown so. hide: is no\n"
    "name, in any article or where ARTICLE says WORDS. is: where ARTICLE says WORDS,\n"
    "NAME is meant. Decisions are kept: they survive every rebuild.\n";

static void print(const newsarc_decided *d)
{
    if (as_json) {
        json_begin();
        json_number("id", d->id);
        json_text("made", d->made);
        json_text("verb", d->verb);
        json_text("kind", d->kind);
        json_text("name", d->name);
        json_text("to", d->to);
        json_text("article", d->key);
        if (d->length) json_number("at", d->at);
        if (d->length) json_text("words", d->words);
        json_end();
        return;
    }
    if (!strcmp(d->verb, "merge"))
        show(0, 4, 0, "%lld. %s is %s (%s)", (long long)d->id, d->name, d->to, d->kind);
    else if (!strcmp(d->verb, "split"))
        show(0, 4, 0, "%lld. %s in %s is %s (%s) (%s)", (long long)d->id, d->name, d->key, d->name, d->to, d->kind);
    else if (!strcmp(d->verb, "rename"))
        show(0, 4, 0, "%lld. %s is shown as %s (%s)", (long long)d->id, d->name, d->to, d->kind);
    else if (!strcmp(d->verb, "assert"))
        show(0, 4, 0, "%lld. “%s” in %s at byte %lld is %s (%s)", (long long)d->id, d->words, d->key, (long long)d->at, d->to, d->kind);
    else if (d->length)
        show(0, 4, 0, "%lld. “%s” in %s at byte %lld is no name", (long long)d->id, d->words, d->key, (long long)d->at);
    else
        show(0, 4, 0, "%lld. %s is no name (%s)", (long long)d->id, d->name, d->kind);
}

/* Decisions behind this number; told when there are none, to a reader who asked for all. */
static int list(newsarc *arc, int64_t behind, int all)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_decisions *decisions;
    const newsarc_decided *d;
    int count = 0;

    newsarc_decisions_open(&decisions, arc, &filter);
    while ((d = newsarc_decisions_next(decisions)))
        if (d->id > behind) {
            print(d);
            count++;
        }
    if (all && !count && !as_json)
        puts("Nothing was decided.");
    return newsarc_decisions_close(decisions);
}

/* One decision for each place of the article that says these words; gives how many. */
static int everywhere(newsarc *arc, newsarc_decision *decision, const char *words, int64_t *last)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    int64_t place[1000];
    size_t count = 0;
    int result;

    filter.article = decision->article;
    filter.called = words;
    filter.limit = sizeof place / sizeof *place;
    newsarc_mentions_open(&mentions, arc, &filter);
    while ((m = newsarc_mentions_next(mentions)))
        place[count++] = m->at;
    result = newsarc_mentions_close(mentions);
    if (result >= 0 && !count)
        fprintf(stderr, "%s: no name there says “%s”\n", program, words);
    for (size_t i = 0; i < count && result >= 0; i++) {
        decision->at = place[i];
        result = newsarc_decide(arc, decision, i ? NULL : last);
    }
    return result < 0 ? result : (int)count;
}

static int is_kind(const char *word)
{
    return !strcmp(word, "person") || !strcmp(word, "organization") || !strcmp(word, "place") || !strcmp(word, "other");
}

/* Gives the first decision's number in *id, 0 when there was nothing to decide. */
static int decide(newsarc *arc, char **word, int words, int64_t *id)
{
    newsarc_decision decision = NEWSARC_DECISION_INIT;
    const char *verb = word[0];
    int named = words == 4 && (!strcmp(verb, "merge") || !strcmp(verb, "rename")), split = !strcmp(verb, "split") && (words == 4 || words == 5);
    int hides = !strcmp(verb, "hide") && words == 3, is = !strcmp(verb, "is") && words == 5;
    int result = NEWSARC_OK;

    if (!named && !split && !hides && !is)
        misused(usage, "not a decision, or not all of it: ", verb);
    decision.verb = is ? "assert" : verb;
    if (named || split || (hides && is_kind(word[1]))) {
        decision.kind = word[1];
        decision.name = word[2];
        decision.to = named ? word[3] : words == 5 ? word[4] : NULL;
        if (split)
            result = newsarc_article_find(arc, word[3], &decision.article);
        return result < 0 ? result : newsarc_decide(arc, &decision, id);
    }
    decision.kind = is ? word[3] : NULL;
    decision.to = is ? word[4] : NULL;
    if ((result = newsarc_article_find(arc, word[1], &decision.article)) < 0 || (result = newsarc_begin(arc)) < 0)
        return result;
    if ((result = everywhere(arc, &decision, word[2], id)) >= 0)
        return newsarc_commit(arc);
    return result;          /* closing rolls back, and the error still tells why */
}

int main(int argc, char **argv)
{
    int words = arguments(argc, argv, usage, 2, 6, "", NULL) - 1, result;
    int lists = !strcmp(argv[2], "list") && words == 1, undoes = !strcmp(argv[2], "undo") && words == 2;
    int64_t id = 0, undone = undoes ? number(argv[3], usage) : 0;
    newsarc *arc = opened(argv[1], lists ? NEWSARC_READONLY : NEWSARC_EXISTING);

    if (lists)
        return finish(arc, list(arc, 0, 1));
    if (undoes)
        return finish(arc, newsarc_undecide(arc, undone));
    result = decide(arc, argv + 2, words, &id);
    if (result >= 0 && id)
        result = list(arc, id - 1, 0);
    return finish(arc, result) || !id;        /* nothing to decide: told already */
}
