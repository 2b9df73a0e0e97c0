/* Every SQL that the library runs goes by an index, or says in a comment why it
 * looks at all rows: a comment that begins "scan: ".
 *
 * The archive is put through all that the interface can do while SQLite tells
 * which statements it runs; then each is asked for its plan. */
#include "public.h"
#include "store/store.h"

enum { MOST = 1000 };
static char *ran[MOST];
static size_t runs;

static int note(unsigned kind, void *user, void *stmt, void *text)
{
    const char *sql = sqlite3_sql(stmt);
    (void)kind, (void)user, (void)text;
    if (!sql)
        return 0;
    for (size_t i = 0; i < runs; i++)
        if (!strcmp(ran[i], sql))
            return 0;
    ck_assert_uint_lt(runs, MOST);
    ran[runs++] = strdup(sql);
    return 0;
}

/* ---- all that can be done ------------------------------------------------------------ */

#define ASK(kinds, f) \
    do { \
        newsarc_##kinds *cursor; \
        if (newsarc_##kinds##_open(&cursor, arc, (f)) >= 0) \
            while (newsarc_##kinds##_next(cursor)) \
                continue; \
        newsarc_##kinds##_close(cursor); \
    } while (0)

static void ask_all(newsarc *arc, const newsarc_filter *f)
{
    ASK(sources, f);
    ASK(articles, f);
    ASK(entities, f);
    ASK(mentions, f);
    ASK(dates, f);
    ASK(quotes, f);
    ASK(utterances, f);
    ASK(stories, f);
    ASK(runs, f);
    ASK(doubts, f);
    ASK(readings, f);
    ASK(decisions, f);
}

/* Every field alone and with the others that are asked for most, paged and not. */
static void ask_everything(newsarc *arc)
{
    static const char *const kinds[] = { "person", "direct", "DATE" };
    for (int field = 0; field < 13; field++)
        for (int more = 0; more < 8; more++) {
            newsarc_filter f = NEWSARC_FILTER_INIT;
            switch (field) {
            case 0: f.match = "ferry"; break;
            case 1: f.who = "Hedda Renn"; break;
            case 2: f.called = "Renn"; break;
            case 3: f.source = "Vellmar Courier"; break;
            case 4: case 5: case 6: f.kind = kinds[field - 4]; break;
            case 7: f.article = 1; break;
            case 8: f.story = 1; break;
            case 9: f.utterance = 1; break;
            case 10: f.entity = 1; break;
            default: break;
            }
            f.since = more & 1 ? "2024" : NULL;
            f.newest = more >> 1 & 1;
            f.limit = more & 4 ? 2 : 0;
            ask_all(arc, &f);
            f.newest = 0;
            f.until = "2025";
            ask_all(arc, &f);
        }
}

static void look_closer(newsarc *arc)
{
    newsarc_wordings *wordings;
    newsarc_comparison *comparison;
    newsarc_findings *findings;
    newsarc_stories *stories;
    const newsarc_story *story;
    int64_t article;
    char *why;
    for (int64_t id = 1; id < 60; id++) {
        if (newsarc_wordings_open(&wordings, arc, id) >= 0)
            while (newsarc_wordings_next(wordings))
                continue;
        newsarc_wordings_close(wordings);
        for (int kind = NEWSARC_SOURCE; kind <= NEWSARC_STORY; kind++)
            if (newsarc_explain(arc, (enum newsarc_kind)kind, id, 0, &why) >= 0)
                newsarc_free(why);
        if (newsarc_article_text(arc, id, &why, NULL) >= 0)
            newsarc_free(why);
    }
    newsarc_stories_open(&stories, arc, NULL);
    while ((story = newsarc_stories_next(stories))) {
        newsarc_compare_open(&comparison, arc, story->id);
        while (newsarc_compare_next(comparison))
            continue;
        newsarc_compare_close(comparison);
    }
    newsarc_stories_close(stories);
    for (int i = 0; i < 3; i++) {
        static const char *const words[] = { "the ship had forty seconds left", "signed", "nothing like this was ever printed anywhere" };
        newsarc_verify_open(&findings, arc, words[i]);
        while (newsarc_verify_next(findings))
            continue;
        newsarc_verify_close(findings);
    }
    newsarc_article_find(arc, "harbour-0", &article);
    newsarc_article_find(arc, "harbour-01-vellmar-courier", &article);
}

/* Decided and taken back, on a name and on a place of the first article that has a place in it. */
static void decide_everything(newsarc *arc)
{
    static const char *const said[][3] = {
        { "merge", "Hedda Renn", "Piotr Wasilek" }, { "rename", "Olav Brekkestad", "Captain Brekkestad" }, { "split", "Hedda Renn", "another" },
        { "hide", "Beatriz Nunes", NULL }, { "assert", NULL, "Hedda Renn" }, { "hide", NULL, NULL },
    };
    newsarc_filter f = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    int64_t id[COUNT(said)], at;
    OK(newsarc_article_find(arc, "harbour-02", &f.article));
    OK(newsarc_mentions_open(&mentions, arc, &f));
    ck_assert_ptr_nonnull(m = newsarc_mentions_next(mentions));
    at = m->at;
    OK(newsarc_mentions_close(mentions));
    for (size_t i = 0; i < COUNT(said); i++) {
        newsarc_decision d = NEWSARC_DECISION_INIT;
        d.verb = said[i][0];
        d.name = said[i][1];
        d.to = said[i][2];
        d.kind = d.name || d.to ? "person" : NULL;
        d.article = !d.name || i == 2 ? f.article : 0;
        d.at = d.name ? 0 : at;
        OK(newsarc_decide(arc, &d, &id[i]));
        ask_all(arc, NULL);
        OK(newsarc_rebuild(arc));
        OK(newsarc_undecide(arc, id[i]));
    }
}

static void do_everything(newsarc *arc)
{
    size_t count;
    news *list = our_articles(&count);
    int64_t article;
    for (size_t i = 0; i < count; i++)
        ck_assert_int_ge(newsarc_ingest(arc, &list[i].document, NULL), 0);
    for (size_t i = 0; i < 3; i++) {
        newsarc_document d = list[i].document;
        d.modified = "2030-01-01";
        FAILS(NEWSARC_REVISED, newsarc_ingest(arc, &d, NULL));
    }
    ask_everything(arc);
    look_closer(arc);
    decide_everything(arc);
    OK(newsarc_article_find(arc, list[4].id, &article));
    OK(newsarc_delete(arc, article));
    OK(newsarc_begin(arc));
    ck_assert_int_ge(newsarc_ingest(arc, &list[4].document, NULL), 0);
    OK(newsarc_commit(arc));
    OK(newsarc_rebuild(arc));
    forget_articles(list, count);
}

/* ---- the plans ------------------------------------------------------------------------ */

/* Of a table of ours, that is: not of what changed since the last commit, of FTS5's own, or of one that the statement makes. */
static int is_scan(const char *detail, const char *sql)
{
    static const char *const fine[] = { "CONSTANT", "json_each", "(", "pragma_", "sqlite_schema", "temp.", "main.search_" };
    const char *name = detail + 5;
    char made[64];
    if (strncmp(detail, "SCAN ", 5) || strstr(detail, "VIRTUAL TABLE INDEX"))
        return 0;
    for (size_t i = 0; i < COUNT(fine); i++)
        if (!strncmp(name, fine[i], strlen(fine[i])))
            return 0;
    snprintf(made, sizeof made, "%.*s AS (", (int)strcspn(name, " "), name);
    return !strstr(sql, made);
}

START_TEST(no_scan_is_unexplained)
{
    newsarc *arc = opened(":memory:");
    char faults[16000] = "";
    size_t used = 0, plans = 0;
    ck_assert_int_eq(sqlite3_trace_v2(arc->db, SQLITE_TRACE_STMT, note, NULL), SQLITE_OK);
    do_everything(arc);
    ck_assert_int_eq(sqlite3_trace_v2(arc->db, 0, NULL, NULL), SQLITE_OK);
    for (size_t i = 0; i < runs; i++) {
        char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", ran[i]);
        sqlite3_stmt *plan = NULL;
        if (!strstr(ran[i], "/* scan: ") && sqlite3_prepare_v2(arc->db, explain, -1, &plan, NULL) == SQLITE_OK) {
            plans++;
            while (sqlite3_step(plan) == SQLITE_ROW) {
                const char *detail = (const char *)sqlite3_column_text(plan, 3);
                if (is_scan(detail, ran[i]) && used + 1200 < sizeof faults)
                    used += (size_t)snprintf(faults + used, 1100, "\n  %s: %.1000s", detail, ran[i]);
            }
        }
        sqlite3_finalize(plan);
        sqlite3_free(explain);
        free(ran[i]);
    }
    ck_assert_msg(!used, "looked at row by row:%s", faults);
    ck_assert_uint_gt(plans, 60);
    newsarc_close(arc);
}
END_TEST

TESTS("plans", no_scan_is_unexplained)
