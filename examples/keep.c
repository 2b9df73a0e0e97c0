/* Keep house. */
#include "common.h"

static const char usage[] =
    "usage: keep [--json] ARCHIVE check\n"
    "       keep [--json] ARCHIVE backup FILE\n"
    "       keep [--json] ARCHIVE rebuild\n"
    "       keep [--json] ARCHIVE delete ARTICLE...\n"
    "check: is the archive whole? backup: copies it to FILE, which must not be there,\n"
    "also while others write. rebuild: reads every document again, with what this\n"
    "version of the library knows; that mends all but documents. delete: takes\n"
    "articles out with all their revisions; ARTICLE is an id, which may be cut short.\n";

static void say(const char *verb, const char *what, const char *words)
{
    if (as_json) {
        json_begin();
        json_text("done", verb);
        json_text("what", what);
        json_end();
    } else {
        show(0, 4, 0, "%s%s%s", what, *what ? " " : "", words);
    }
}

/* All of them or none. */
static int delete(newsarc *arc, char **keys, int n)
{
    int result = newsarc_begin(arc);

    for (int i = 0; i < n && result >= 0; i++) {
        int64_t article;
        if ((result = newsarc_article_find(arc, keys[i], &article)) >= 0)
            result = newsarc_delete(arc, article);
    }
    if (result >= 0)
        result = newsarc_commit(arc);
    for (int i = 0; i < n && result >= 0; i++)
        say("delete", keys[i], "is deleted");
    return result;
}

int main(int argc, char **argv)
{
    int n = arguments(argc, argv, usage, 2, argc, "", NULL), result;
    const char *verb = argv[2];
    int check = !strcmp(verb, "check"), backup = !strcmp(verb, "backup"), rebuild = !strcmp(verb, "rebuild"), more = n - 2;
    newsarc *arc;

    if (!check && !backup && !rebuild && strcmp(verb, "delete"))
        misused(usage, "unknown verb ", verb);
    if (check || rebuild ? more : backup ? more != 1 : !more)
        misused(usage, more ? "too many arguments" : "something is missing", "");
    arc = opened(argv[1], check || backup ? NEWSARC_READONLY : NEWSARC_EXISTING);
    show_progress(arc);
    if (!check && !backup && !rebuild)
        return finish(arc, delete(arc, argv + 3, more));
    result = check ? newsarc_check(arc) : backup ? newsarc_backup(arc, argv[3]) : newsarc_rebuild(arc);
    if (result >= 0)
        say(verb, argv[backup ? 3 : 1], check ? "is whole" : backup ? "is made" : "is read again");
    return finish(arc, result);
}
