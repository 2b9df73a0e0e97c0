/* Memory that runs out anywhere, in our code or in SQLite's, is told, and what
 * was stored before stays whole. */
#include "public.h"
#include "store/store.h"

/* ---- SQLite's allocations, counted and failed as ours are ---------------------- */

static sqlite3_mem_methods real;
static long fail_after;                 /* 0: never */

static int must_fail(void) { return fail_after > 0 && --fail_after == 0; }
static void *counted_malloc(int n) { return must_fail() ? NULL : real.xMalloc(n); }
static void *counted_realloc(void *old, int n) { return must_fail() ? NULL : real.xRealloc(old, n); }

static void take_over(void)
{
    sqlite3_mem_methods ours;
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real), SQLITE_OK);
    ours = real;
    ours.xMalloc = counted_malloc;
    ours.xRealloc = counted_realloc;
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_MALLOC, &ours), SQLITE_OK);
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), SQLITE_OK);
}

static void nothing_runs(newsarc *arc, const char *what)
{
    for (sqlite3_stmt *stmt = sqlite3_next_stmt(arc->db, NULL); stmt; stmt = sqlite3_next_stmt(arc->db, stmt))
        ck_assert_msg(!sqlite3_stmt_busy(stmt), "%s leaves a statement running: %s", what, sqlite3_sql(stmt));
}

/* Fails the n-th allocation of SQLite (theirs) or of ours, for n of 1, 2, 3 ... and then in
 * growing steps, until the work is done without a failure.  work gives its result. */
static void fail_each(newsarc *arc, int theirs, int (*work)(newsarc *arc), const char *what)
{
    size_t failures = 0;
    char *before = dump(arc);
    for (long n = 1; ; n += 1 + n / 40) {
        int result, spared;
        char why[512];
        if (theirs)
            fail_after = n;
        else
            na_fail_after = n;
        result = work(arc);
        snprintf(why, sizeof why, "%s", newsarc_error(arc));
        spared = theirs ? fail_after > 0 : na_fail_after > 0;
        fail_after = na_fail_after = 0;
        nothing_runs(arc, what);
        if (spared) {                   /* fewer allocations than n: all went well */
            ck_assert_msg(result >= 0, "%s fails without cause: %s", what, why);
            break;
        }
        failures++;
        if (result < 0) {
            char *after = dump(arc);
            ck_assert_msg(result == NEWSARC_NOMEM, "%s without memory (%ld) gives %d: %s", what, n, result, why);
            same_dump(after, before, what);
            free(after);
        } else {
            /* SQLite can do without some of what it asks for; then the work is done */
            ck_assert_msg(theirs, "%s without memory (%ld) gives %d", what, n, result);
            break;
        }
    }
    ck_assert_msg(failures, "%s asks for no memory", what);
    OK(newsarc_check(arc));
    free(before);
}

static const char text[] =
    "Ferry talks resume\n\n“We will sail again in May,” said Ann Lee, the harbour minister, on Tuesday. “Not before,” she told the Vellmar Post.\n";

static newsarc *prepared(void)
{
    newsarc *arc;
    take_over();
    arc = opened(":memory:");
    OK(put(arc, "a", "2024-03-05", "Karsholm ferry stays\n\n“We will not sail in March,” said Ann Lee.\n", NULL));
    OK(put(arc, "b", "2024-03-06", "Bread prices rise\n\n“Flour is dear,” said a baker.\n", NULL));
    return arc;
}

static int ingest_new(newsarc *arc) { return put(arc, "c", "2024-03-07", text, NULL); }
static int revise(newsarc *arc) { return put(arc, "a", "2024-03-08", text, NULL); }
static int delete_one(newsarc *arc) { return newsarc_delete(arc, 1); }

static int search(newsarc *arc)
{
    newsarc_filter f = NEWSARC_FILTER_INIT;
    newsarc_articles *articles;
    int result, closed;
    f.match = "ferry";
    result = newsarc_articles_open(&articles, arc, &f);
    while (result >= 0 && newsarc_articles_next(articles))
        continue;
    closed = newsarc_articles_close(articles);
    return result < 0 ? result : closed;
}

static int read_all(newsarc *arc)
{
    newsarc_readings *readings;
    const newsarc_reading *r;
    char *json;
    int result = newsarc_readings_open(&readings, arc, NULL), closed, written = 0;
    while (result >= 0 && written >= 0 && (r = newsarc_readings_next(readings)))
        if ((written = newsarc_reading_json(r, &json, NULL)) >= 0)
            newsarc_free(json);
    closed = newsarc_readings_close(readings);
    return result < 0 ? result : written < 0 ? written : closed;
}

static int feed(newsarc *arc)
{
    static const char line[] = "{\"id\":\"d\",\"text\":\"“We will sail again in May,” said Ann Lee.\",\"published\":\"2024-03-09\"}\n";
    newsarc_feed *f;
    int result = newsarc_feed_open(&f, arc, NULL), closed;
    if (result >= 0)
        result = newsarc_feed_write(f, line, strlen(line));
    closed = newsarc_feed_close(f);
    return result < 0 ? result : closed;
}

static const struct { const char *what; int (*work)(newsarc *arc); } works[] = {
    { "search", search }, { "reading all", read_all }, { "rebuild", newsarc_rebuild }, { "an ingest", ingest_new }, { "a revision", revise },
    { "a delete", delete_one }, { "a feed", feed },
};

START_TEST(our_allocations_can_fail)
{
    newsarc *arc = prepared();
    fail_each(arc, 0, works[_i].work, works[_i].what);
    newsarc_close(arc);
}
END_TEST

START_TEST(sqlites_allocations_can_fail)
{
    newsarc *arc = prepared();
    fail_each(arc, 1, works[_i].work, works[_i].what);
    newsarc_close(arc);
}
END_TEST

START_TEST(opening_can_fail)
{
    const char *path = in_folder("a.db");
    size_t failures = 0;
    take_over();
    for (int theirs = 0; theirs < 2; theirs++)
        for (long n = 1; ; n += 1 + n / 40) {
            newsarc *arc;
            int result, spared;
            unlink(path);
            fail_after = theirs ? n : 0;
            na_fail_after = theirs ? 0 : n;
            result = newsarc_open(&arc, path, NULL);
            spared = theirs ? fail_after > 0 : na_fail_after > 0;
            fail_after = na_fail_after = 0;
            ck_assert_msg(result == 0 || result == NEWSARC_NOMEM, "without memory (%ld) open gives %d: %s", n, result, newsarc_error(arc));
            ck_assert_str_eq(result ? "" : newsarc_error(arc), "");
            newsarc_close(arc);
            failures += result < 0;
            arc = opened(path);             /* whatever is left of it is made good */
            OK(put(arc, "a", NULL, text, NULL));
            newsarc_close(arc);
            if (spared)
                break;
        }
    ck_assert_uint_gt(failures, 20);
    remove_folder();
}
END_TEST

START_TEST(reading_can_fail)
{
    newsarc_document d = document("a", "2024-03-05", text);
    size_t failures = 0;
    for (long n = 1; ; n++, failures++) {
        const newsarc_reading *reading;
        const char *why = NULL;
        char *json = NULL;
        int result, written = 0;
        na_fail_after = n;
        result = newsarc_read(&reading, &d, &why);
        if (result >= 0)
            written = newsarc_reading_json(reading, &json, NULL);
        if (na_fail_after > 0) {
            na_fail_after = 0;
            ck_assert_int_eq(result, 0);
            ck_assert_int_eq(written, 0);
            newsarc_free(json);
            newsarc_reading_close(reading);
            break;
        }
        na_fail_after = 0;
        ck_assert_msg(result == NEWSARC_NOMEM || (result == 0 && written == NEWSARC_NOMEM), "%d, %d", result, written);
        ck_assert(result == 0 || (!reading && *why));
        ck_assert_ptr_null(json);
        newsarc_reading_close(reading);
    }
    ck_assert_uint_gt(failures, 1);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("memory");
    TCase *group = tcase_create("memory");
    SRunner *runner = srunner_create(suite);
    int failed;
    tcase_set_timeout(group, SECONDS);
    tcase_add_test(group, reading_can_fail);
    tcase_add_test(group, opening_can_fail);
    tcase_add_loop_test(group, our_allocations_can_fail, 0, (int)COUNT(works));
    tcase_add_loop_test(group, sqlites_allocations_can_fail, 0, (int)COUNT(works));
    suite_add_tcase(suite, group);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
