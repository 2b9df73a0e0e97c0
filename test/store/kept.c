/* What must hold in the file after every kind of change: search in step with
 * the texts, no broken span or reference, views that answer; and the versions. */
#include "public.h"
#include "store/store.h"

static int rows_of(newsarc *arc, const char *sql)
{
    sqlite3_stmt *stmt;
    int rows = 0, rc;
    ck_assert_msg(sqlite3_prepare_v2(arc->db, sql, -1, &stmt, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(arc->db));
    while ((rc = sqlite3_step(stmt)) == SQLITE_ROW)
        rows++;
    ck_assert_msg(rc == SQLITE_DONE, "%s: %s", sql, sqlite3_errmsg(arc->db));
    sqlite3_finalize(stmt);
    return rows;
}

static void hold(newsarc *arc, const char *after)
{
    char *fault = NULL;
    int rc = sqlite3_exec(arc->db, "INSERT INTO search(search, rank) VALUES('integrity-check', 1)", NULL, NULL, &fault);
    ck_assert_msg(rc == SQLITE_OK, "after %s the search index does not fit the texts: %s", after, fault);
    ck_assert_msg(!rows_of(arc, "SELECT * FROM broken_span"), "after %s a quotation is not what its article says", after);
    ck_assert_msg(!rows_of(arc, "PRAGMA foreign_key_check"), "after %s a row refers to nothing", after);
    ck_assert_msg(!rows_of(arc, "SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), "after %s the file is damaged", after);
    ck_assert_msg(!rows_of(arc, "SELECT 1 FROM entity e WHERE NOT EXISTS (SELECT 1 FROM naming WHERE entity_id = e.id)"),
                  "after %s an entity is left that nobody names", after);
    ck_assert_msg(!rows_of(arc, "SELECT 1 FROM utterance u WHERE NOT EXISTS (SELECT 1 FROM quote WHERE utterance_id = u.id)"),
                  "after %s an utterance is left that nobody quotes", after);
    ck_assert_msg(!rows_of(arc, "SELECT 1 FROM story s WHERE NOT EXISTS (SELECT 1 FROM article WHERE story_id = s.id)"),
                  "after %s a story is left that nobody tells", after);
    ck_assert_msg(rows_of(arc, "SELECT rowid FROM search_docsize") == rows_of(arc, "SELECT id FROM article"), "after %s search knows other articles", after);
    OK(newsarc_check(arc));
}

/* Each of the first six has another text. */
static void revise_some(newsarc *arc, const news *list, size_t count)
{
    for (size_t i = 0; i < 6; i++) {
        newsarc_document d = list[i].document;
        d.text = list[(i + 7) % count].document.text;
        d.length = list[(i + 7) % count].document.length;
        d.modified = "2030-01-01";
        FAILS(NEWSARC_REVISED, newsarc_ingest(arc, &d, NULL));
        hold(arc, "a revision");
    }
}

static void delete_some(newsarc *arc, const news *list, size_t from, size_t end)
{
    int64_t article;
    for (size_t i = from; i < end; i++) {
        OK(newsarc_article_find(arc, list[i].id, &article));
        OK(newsarc_delete(arc, article));
    }
}

START_TEST(the_file_is_whole_after_every_kind_of_change)
{
    const char *path = in_folder("a.db");
    newsarc *arc = opened(path);
    size_t count;
    news *list = our_articles(&count);
    hold(arc, "nothing");
    OK(newsarc_ingest(arc, &list[0].document, NULL));
    hold(arc, "an ingest");
    OK(newsarc_begin(arc));
    for (size_t i = 1; i < count; i++)
        OK(newsarc_ingest(arc, &list[i].document, NULL));
    OK(newsarc_commit(arc));
    hold(arc, "a transaction of ingests");
    revise_some(arc, list, count);
    OK(newsarc_begin(arc));
    delete_some(arc, list, 0, 3);
    OK(newsarc_rollback(arc));
    hold(arc, "a rollback");
    for (size_t i = 0; i < 5; i++) {
        delete_some(arc, list, i, i + 1);
        hold(arc, "a delete");
    }
    OK(newsarc_rebuild(arc));
    hold(arc, "a rebuild");
    newsarc_close(arc);
    arc = opened(path);
    hold(arc, "opening it again");
    delete_some(arc, list, 5, count);
    hold(arc, "deleting all");
    ck_assert_int_eq(rows_of(arc, "SELECT 1 FROM document"), 0);
    ck_assert_int_eq(rows_of(arc, "SELECT 1 FROM naming UNION ALL SELECT 1 FROM term UNION ALL SELECT 1 FROM pair UNION ALL SELECT 1 FROM alias"), 0);
    newsarc_close(arc);
    forget_articles(list, count);
    remove_folder();
}
END_TEST

START_TEST(views_for_people_answer)
{
    static const char *const views[] = { "who_said_what", "wording", "timeline", "coverage", "who_is_named", "search_text" };
    newsarc *arc = opened(":memory:");
    put_articles(arc);
    for (size_t i = 0; i < COUNT(views); i++) {
        char sql[100];
        snprintf(sql, sizeof sql, "SELECT * FROM %s", views[i]);
        ck_assert_msg(rows_of(arc, sql) > 0, "%s is empty", views[i]);
    }
    /* every view is one of these or the one that must stay empty */
    ck_assert_int_eq(rows_of(arc, "SELECT name FROM sqlite_schema WHERE type = 'view' AND name NOT IN ('who_said_what','wording','timeline',"
                             "'coverage','who_is_named','search_text','broken_span','current')"), 0);
    newsarc_close(arc);
}
END_TEST

START_TEST(columns_that_refer_are_indexed)
{
    newsarc *arc = opened(":memory:");
    sqlite3_stmt *stmt;
    char faults[2000] = "";
    const char *sql =
        "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"
        " AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = f.\"from\")"
        " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = f.\"from\" AND c.pk = 1)";
    ck_assert_int_eq(sqlite3_prepare_v2(arc->db, sql, -1, &stmt, NULL), SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        snprintf(faults + strlen(faults), sizeof faults - strlen(faults), " %s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    ck_assert_msg(!*faults, "without an index:%s", faults);
    newsarc_close(arc);
}
END_TEST

START_TEST(the_schema_explains_itself)
{
    newsarc *arc = opened(":memory:");
    /* a comment in every table and on every column that is no id and no span */
    ck_assert_int_eq(rows_of(arc, "SELECT name FROM sqlite_schema WHERE type IN ('table','view') AND name NOT GLOB 'search*' AND sql NOT LIKE '%-- %'"), 0);
    ck_assert_int_eq(rows_of(arc, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' AND sql NOT LIKE '%STRICT%'"), 0);
    newsarc_close(arc);
}
END_TEST

/* ---- versions ------------------------------------------------------------------------ */

static void change(const char *path, const char *sql)
{
    sqlite3 *db;
    char *why = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK, "%s: %s", sql, why);
    sqlite3_close(db);
}

START_TEST(a_later_version_is_refused_and_left_alone)
{
    const char *path = in_folder("a.db");
    newsarc *arc = opened(path);
    size_t n, m;
    char *before, *after;
    newsarc_close(arc);
    change(path, "PRAGMA user_version = 1000");
    before = whole_file(path, &n);
    FAILS(NEWSARC_ALIEN, newsarc_open(&arc, path, NULL));
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "later version"));
    newsarc_close(arc);
    after = whole_file(path, &m);
    ck_assert(n == m && !memcmp(before, after, n));
    free(before);
    free(after);
    remove_folder();
}
END_TEST

START_TEST(another_programs_database_is_refused_and_left_alone)
{
    const char *path = in_folder("a.db");
    newsarc *arc;
    size_t n, m;
    char *before, *after;
    change(path, "CREATE TABLE document(id INTEGER PRIMARY KEY, text TEXT); INSERT INTO document VALUES(1, 'mine')");
    before = whole_file(path, &n);
    FAILS(NEWSARC_ALIEN, newsarc_open(&arc, path, NULL));
    newsarc_close(arc);
    after = whole_file(path, &m);
    ck_assert(n == m && !memcmp(before, after, n));
    free(before);
    free(after);
    remove_folder();
}
END_TEST

START_TEST(an_older_version_is_brought_up_to_date)
{
    const char *path = in_folder("a.db");
    newsarc_options readonly = NEWSARC_OPTIONS_INIT;
    newsarc *arc = opened(path);
    char *before, *after;
    readonly.mode = NEWSARC_READONLY;
    put_articles(arc);
    before = dump(arc);
    newsarc_close(arc);
    /* its reading is another one: tables that are gone, tables that are not there yet, rows that are wrong */
    change(path, "PRAGMA foreign_keys = OFF; DROP VIEW who_said_what; DROP TABLE mention; CREATE TABLE mention(old); UPDATE quote SET speaker_words = 'old';"
           "PRAGMA user_version = 0");
    FAILS(NEWSARC_ALIEN, newsarc_open(&arc, path, &readonly));
    newsarc_close(arc);
    arc = opened(path);
    after = dump(arc);
    same_dump(after, before, "an older archive, brought up to date");
    hold(arc, "bringing it up to date");
    newsarc_close(arc);
    free(before);
    free(after);
    remove_folder();
}
END_TEST

/* ---- hostile files: what a crafted archive could do ------------------------------------- */

static const char *const crafted[] = {
    "UPDATE OR IGNORE quote SET at = -5", "UPDATE quote SET length = 1 << 40", "UPDATE OR IGNORE mention SET at = 1 << 60", "UPDATE date SET length = -1", "UPDATE part SET length = 1 << 31",
    "UPDATE article SET length = 5", "UPDATE document SET text = ''", "UPDATE document SET text = CAST(x'ff41' AS TEXT)", "UPDATE document SET identity = 'x' || id",
    "UPDATE document SET digest = 'nonsense'", "UPDATE quote SET text = 'never said'", "UPDATE quote SET speaker_at = 1 << 50, speaker_length = 9",
    "UPDATE quote SET cue_at = -1, cue_length = 4", "DELETE FROM naming", "DELETE FROM search_data", "DELETE FROM search_docsize", "UPDATE profile SET terms = x'00ff', shingles = x'01'",
    "UPDATE naming SET key = '', name = ''", "UPDATE utterance SET base_id = 999999", "UPDATE article SET copy_of = id", "DELETE FROM article",
    "UPDATE OR IGNORE alias SET alias = '', spelling = ''", "UPDATE term SET day = 1 << 40", "UPDATE article SET published = 'never', earliest = 'x', latest = ''",
    "CREATE TRIGGER t AFTER INSERT ON article BEGIN DELETE FROM document; END", "DROP VIEW who_said_what; CREATE VIEW who_said_what AS SELECT randomblob(1)",
    "UPDATE date SET value = 'x', earliest = 'y', latest = 'z'", "UPDATE quote SET flags = -1, confidence = 1e300",
};

static void read_everything(newsarc *arc)
{
    newsarc_readings *readings;
    newsarc_quotes *quotes;
    newsarc_wordings *wordings;
    const newsarc_reading *r;
    char *json;
    if (newsarc_readings_open(&readings, arc, NULL) >= 0)
        while ((r = newsarc_readings_next(readings)))
            if (newsarc_reading_json(r, &json, NULL) >= 0)
                newsarc_free(json);
    newsarc_readings_close(readings);
    if (newsarc_quotes_open(&quotes, arc, NULL) >= 0)
        while (newsarc_quotes_next(quotes))
            continue;
    newsarc_quotes_close(quotes);
    if (newsarc_wordings_open(&wordings, arc, 1) >= 0)
        while (newsarc_wordings_next(wordings))
            continue;
    newsarc_wordings_close(wordings);
}

START_TEST(a_crafted_file_is_refused_or_harmless)
{
    const char *path = in_folder("a.db"), *broken = in_folder("b.db");
    newsarc_options untrusted = NEWSARC_OPTIONS_INIT;
    newsarc *arc = opened(path);
    char *bytes;
    size_t n;
    untrusted.untrusted = 1;
    put_articles(arc);
    newsarc_close(arc);
    bytes = whole_file(path, &n);
    for (int trusting = 0; trusting < 2; trusting++) {
        write_file(broken, bytes, n);
        change(broken, crafted[_i]);
        if (newsarc_open(&arc, broken, trusting ? NULL : &untrusted) >= 0) {
            newsarc_check(arc);
            read_everything(arc);
            put(arc, "new", "2024-03-05", "“We will sail again,” said Ann Lee.", NULL);
            newsarc_rebuild(arc);
            read_everything(arc);
        } else {
            ck_assert_str_ne(newsarc_error(arc), "");
        }
        newsarc_close(arc);
        unlink(broken);
    }
    free(bytes);
    remove_folder();
}
END_TEST

START_TEST(damage_to_what_is_derived_is_found_and_mended)
{
    static const char *const damage[] = {
        "UPDATE quote SET text = 'never said' WHERE id = (SELECT min(id) FROM quote)", "UPDATE mention SET at = at + 100000", "DELETE FROM search_docsize WHERE id = 1",
        "UPDATE utterance SET text = 'otherwise'", "UPDATE date SET length = length + 100000",
    };
    const char *path = in_folder("a.db");
    newsarc *arc = opened(path);
    char *before, *after;
    put_articles(arc);
    before = dump(arc);
    newsarc_close(arc);
    for (size_t i = 0; i < COUNT(damage); i++) {
        change(path, damage[i]);
        arc = opened(path);
        ck_assert_msg(newsarc_check(arc) == NEWSARC_DAMAGED, "not found: %s", damage[i]);
        OK(newsarc_rebuild(arc));
        OK(newsarc_check(arc));
        after = dump(arc);
        same_dump(after, before, damage[i]);
        free(after);
        newsarc_close(arc);
    }
    free(before);
    remove_folder();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("kept");
    TCase *group = tcase_create("kept");
    SRunner *runner = srunner_create(suite);
    int failed;
    tcase_set_timeout(group, SECONDS);
    tcase_add_test(group, the_file_is_whole_after_every_kind_of_change);
    tcase_add_test(group, views_for_people_answer);
    tcase_add_test(group, columns_that_refer_are_indexed);
    tcase_add_test(group, the_schema_explains_itself);
    tcase_add_test(group, a_later_version_is_refused_and_left_alone);
    tcase_add_test(group, another_programs_database_is_refused_and_left_alone);
    tcase_add_test(group, an_older_version_is_brought_up_to_date);
    tcase_add_test(group, damage_to_what_is_derived_is_found_and_mended);
    tcase_add_loop_test(group, a_crafted_file_is_refused_or_harmless, 0, (int)COUNT(crafted));
    suite_add_tcase(suite, group);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
