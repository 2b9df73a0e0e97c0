/* Who is meant by a name in an article? */
#include "common.h"

static const char usage[] =
    "usage: who_is [--json] ARCHIVE ARTICLE NAME\n"
    "Prints each place of ARTICLE that says NAME, who is meant there, and why we\n"
    "think so. The id of the article may be cut short.\n";

/* The words round a mention: some 24 bytes before, 40 after, cut between words. */
static void print(const newsarc_mention *m, const char *text, size_t length)
{
    size_t at = (size_t)m->at, end = at + (size_t)m->length;
    size_t from = at > 24 ? at - 24 : 0, to = length - end > 40 ? end + 40 : length;

    if (as_json) {
        json_begin();
        json_number("at", m->at);
        json_text("words", m->text);
        json_text("kind", m->kind);
        json_text("name", m->name);
        if (m->role_length) {
            json_number("role_at", m->role_at);
            json_number("role_length", m->role_length);
        }
        json_text("how", m->how);
        json_end();
        return;
    }
    while (from > 0 && from < at && text[from - 1] != ' ' && text[from - 1] != '\n') from++;
    while (to < length && to > end && text[to] != ' ' && text[to] != '\n') to--;
    show(0, 4, 0, "… %.*s>%s<%.*s …", (int)(at - from), text + from, m->text, (int)(to - end), text + end);
    show(4, 4, 0, "%s (%s)%s%.*s%s%s", m->name ? m->name : "unknown", m->kind, m->role_length ? ", " : "",
         (int)m->role_length, text + m->role_at, m->how ? ": " : "", m->how ? m->how : "");
}

int main(int argc, char **argv)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    newsarc *arc;
    char *text = NULL;
    size_t length;
    int result, found = 0;

    arguments(argc, argv, usage, 3, 3, "", NULL);
    arc = asked(argv[1]);
    result = newsarc_article_find(arc, argv[2], &filter.article);
    if (result >= 0)
        result = newsarc_article_text(arc, filter.article, &text, &length);
    /* Those called exactly so; if there are none, those whose name it may be. */
    for (int i = 0; i < 2 && result >= 0 && !found; i++) {
        filter.called = i ? NULL : argv[3];
        filter.who = i ? argv[3] : NULL;
        newsarc_mentions_open(&mentions, arc, &filter);
        for (; (m = newsarc_mentions_next(mentions)); found++)
            print(m, text, length);
        result = newsarc_mentions_close(mentions);
    }
    if (result >= 0 && !found && !as_json)
        show(0, 4, 0, "Nobody is called %s in that article.", argv[3]);
    newsarc_free(text);
    return finish(arc, result);
}
