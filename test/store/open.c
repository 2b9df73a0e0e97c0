/* Opening: what is made, what is taken, what is refused, and that one file stays. */
#include "archive.h"

static int files_beside(const char *name)
{
    char command[256];
    snprintf(command, sizeof command, "test $(ls %s | grep -c '^%s') = 1", folder, name);
    return system(command);
}

static void write_file(const char *path, const void *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, n, file), n);
    fclose(file);
}

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    char *why = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, &why) == SQLITE_OK, "%s", why);
    sqlite3_close(db);
}

static void must_refuse(const char *path, int mode, int untrusted, int expected, const char *word)
{
    newsarc *arc;
    int result = open_as(&arc, path, mode, untrusted);
    ck_assert_msg(result == expected, "%s: expected %d, got %d: %s", path, expected, result, newsarc_error(arc));
    ck_assert_msg(strstr(newsarc_error(arc), word) != NULL, "\"%s\" does not say \"%s\"", newsarc_error(arc), word);
    ck_assert_msg(newsarc_begin(arc) == expected, "every later call fails for the same reason");
    newsarc_close(arc);
}

START_TEST(a_closed_archive_is_one_file)
{
    newsarc *arc = open_new("one.db"), *reader;
    struct stat before, after;
    put_all(arc);
    newsarc_close(arc);
    ck_assert_int_eq(files_beside("one.db"), 0);
    ck_assert_int_eq(stat(in_folder("one.db"), &before), 0);
    ck_assert_int_eq(open_as(&reader, in_folder("one.db"), NEWSARC_READONLY, 0), NEWSARC_OK);
    ck_assert_int_eq(number(reader, "SELECT count(*) FROM article"), COUNT(news));
    newsarc_close(reader);
    ck_assert_int_eq(files_beside("one.db"), 0);
    ck_assert_int_eq(stat(in_folder("one.db"), &after), 0);
    ck_assert_msg(before.st_mtime == after.st_mtime && before.st_size == after.st_size, "a reader leaves the file alone");
}
END_TEST

START_TEST(a_file_says_what_it_is)
{
    newsarc *arc = open_new("says.db");
    ck_assert_int_eq(number(arc, "PRAGMA application_id"), NA_APPLICATION);
    ck_assert_int_eq(number(arc, "PRAGMA user_version"), NA_VERSION);
    ck_assert_int_eq(number(arc, "PRAGMA page_size"), 16384);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
    ck_assert_int_eq(number(arc, "PRAGMA trusted_schema"), 0);
    newsarc_close(arc);
}
END_TEST

START_TEST(names_that_sqlite_would_read_otherwise_are_files)
{
    static const char *const odd[] = { "file:odd.db", "a?mode=memory#%41.db", ":odd:" };
    char home[256];
    newsarc *arc = open_new("odd.db");
    newsarc_close(arc);
    ck_assert_ptr_nonnull(getcwd(home, sizeof home));
    ck_assert_int_eq(chdir(folder), 0);
    for (size_t i = 0; i < COUNT(odd); i++) {
        ck_assert_int_eq(open_as(&arc, odd[i], NEWSARC_CREATE, 0), NEWSARC_OK);
        newsarc_close(arc);
        ck_assert_msg(access(odd[i], F_OK) == 0, "%s is a file", odd[i]);
        ck_assert_int_eq(open_as(&arc, odd[i], NEWSARC_READONLY, 0), NEWSARC_OK);
        newsarc_close(arc);
    }
    ck_assert_int_eq(chdir(home), 0);
}
END_TEST

START_TEST(what_is_no_archive_is_refused_and_left_alone)
{
    newsarc *arc = open_new("x.db");
    newsarc_close(arc);
    must_refuse(in_folder("nowhere.db"), NEWSARC_EXISTING, 0, NEWSARC_IO, "");
    must_refuse(in_folder("nowhere.db"), NEWSARC_READONLY, 0, NEWSARC_IO, "No such file");
    must_refuse(in_folder("no/folder.db"), NEWSARC_CREATE, 0, NEWSARC_IO, "folder");
    must_refuse(folder, NEWSARC_CREATE, 0, NEWSARC_IO, "");
    must_refuse("", NEWSARC_CREATE, 0, NEWSARC_BADARG, "path");
    must_refuse(in_folder("x.db"), 7, 0, NEWSARC_BADARG, "mode");
    write_file(in_folder("text.db"), "this is a letter and no database, however long it is made to be, and it goes on and on and on.\n", 96);
    must_refuse(in_folder("text.db"), NEWSARC_CREATE, 0, NEWSARC_ALIEN, "no SQLite");
    write_file(in_folder("empty.db"), "", 0);
    must_refuse(in_folder("empty.db"), NEWSARC_EXISTING, 0, NEWSARC_ALIEN, "empty");
    must_refuse(in_folder("empty.db"), NEWSARC_READONLY, 0, NEWSARC_ALIEN, "empty");
    run_sql(in_folder("other.db"), "CREATE TABLE cow(name)");
    must_refuse(in_folder("other.db"), NEWSARC_CREATE, 0, NEWSARC_ALIEN, "no archive");
    run_sql(in_folder("x.db"), "PRAGMA user_version = 99");
    must_refuse(in_folder("x.db"), NEWSARC_CREATE, 0, NEWSARC_ALIEN, "later version");
    run_sql(in_folder("x.db"), "PRAGMA user_version = -1");
    must_refuse(in_folder("x.db"), NEWSARC_CREATE, 0, NEWSARC_ALIEN, "version");
    ck_assert_int_eq(open_as(&arc, in_folder("empty.db"), NEWSARC_CREATE, 0), NEWSARC_OK);
    newsarc_close(arc);
}
END_TEST

START_TEST(an_older_version_is_brought_up_to_date)
{
    newsarc *arc = open_new("old.db"), *fresh = open_new("fresh.db");
    put_all(arc);
    put_all(fresh);
    newsarc_close(arc);
    /* as an older library would have left it: other tables in part II, rows that this one does not write */
    run_sql(in_folder("old.db"), "PRAGMA user_version = 0; DROP VIEW timeline; DROP TABLE date; DROP TABLE search; DELETE FROM quote; UPDATE article SET headline = 'x'");
    must_refuse(in_folder("old.db"), NEWSARC_READONLY, 0, NEWSARC_ALIEN, "older version");
    ck_assert_int_eq(open_as(&arc, in_folder("old.db"), NEWSARC_EXISTING, 0), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "PRAGMA user_version"), NA_VERSION);
    must_be_sound(arc);
    must_hold_the_same(arc, fresh);
    newsarc_close(arc);
    newsarc_close(fresh);
}
END_TEST

START_TEST(changes_of_the_archive_are_made_in_their_order_or_not_at_all)
{
    static const char *const good[] = { "ALTER TABLE document ADD COLUMN colour TEXT", "UPDATE document SET colour = 'blue'", "" };
    static const char *const bad[] = { "UPDATE document SET colour = 'red'", "this is no SQL" };
    newsarc *arc = open_new("changes.db");
    put_all(arc);
    ck_assert_int_eq(na_renew(arc, good, 0, 3), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "PRAGMA user_version"), 3);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM document WHERE colour = 'blue'"), COUNT(news));
    ck_assert_int_lt(na_renew(arc, bad, 0, 2), 0);
    ck_assert_int_eq(number(arc, "PRAGMA user_version"), 3);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM document WHERE colour = 'blue'"), COUNT(news));
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_hostile_file_is_looked_over_before_use)
{
    static const struct { const char *sql, *why; } rows[] = {
        { "CREATE TRIGGER t AFTER INSERT ON document BEGIN DELETE FROM document; END", "a trigger would run with each ingest" },
        { "CREATE VIEW v AS SELECT 1", "a view that is not ours" },
        { "DROP INDEX date_by_day", "less than ours" },
        { "UPDATE mention SET at = at + 1000000", "a place outside the text" },
        { "UPDATE quote SET at = at - 1000000", "a place before the text" },
        { "UPDATE mention SET length = 9223372036854775807", "a length that overflows" },
        { "UPDATE document SET text = text || CAST(x'ff' AS TEXT)", "no UTF-8" },
        { "UPDATE document SET title = 'another'", "not what was received" },
        { "UPDATE quote SET text = 'I never said that'", "other words than the text has" },
        { "UPDATE article SET length = 1", "another length than the text has" },
    };
    newsarc *arc = open_new("good.db");
    put_all(arc);
    newsarc_close(arc);
    ck_assert_int_eq(open_as(&arc, in_folder("good.db"), NEWSARC_EXISTING, 1), NEWSARC_OK);
    must_be_sound(arc);
    newsarc_close(arc);
    for (size_t i = 0; i < COUNT(rows); i++) {
        char command[512];
        int result;
        snprintf(command, sizeof command, "cp %s %s", in_folder("good.db"), in_folder("bad.db"));
        ck_assert_int_eq(system(command), 0);
        run_sql(in_folder("bad.db"), rows[i].sql);
        result = open_as(&arc, in_folder("bad.db"), NEWSARC_READONLY, 1);
        ck_assert_msg(result == NEWSARC_DAMAGED, "%s: got %d: %s", rows[i].why, result, newsarc_error(arc));
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(a_damaged_file_never_brings_us_down)
{
    FILE *file;
    static char bytes[4 << 20];
    size_t n;
    newsarc *arc = open_new("whole.db");
    put_all(arc);
    newsarc_close(arc);
    file = fopen(in_folder("whole.db"), "rb");
    n = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    ck_assert_uint_gt(n, 100000);
    for (size_t at = 16; at < n; at = at < 200 ? at + 1 : at * 5 / 4) {
        char kept = bytes[at];
        bytes[at] = (char)~kept;
        write_file(in_folder("hurt.db"), bytes, n);
        bytes[at] = kept;
        if (open_as(&arc, in_folder("hurt.db"), NEWSARC_EXISTING, 1) >= 0) {
            newsarc_document d = document_of(&news[0]);
            newsarc_ingest(arc, &d, NULL);
            newsarc_check(arc);
        }
        newsarc_close(arc);
    }
    for (size_t left = 1; left < n; left = left * 3 / 2 + 1) {
        write_file(in_folder("cut.db"), bytes, left);
        ck_assert_int_lt(open_as(&arc, in_folder("cut.db"), NEWSARC_READONLY, 1), 0);
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(programs_that_make_an_archive_at_once_all_get_it)
{
    enum { PROGRAMS = 6 };
    pid_t child[PROGRAMS];
    newsarc *arc = open_new("first.db");
    newsarc_close(arc);
    for (int i = 0; i < PROGRAMS; i++)
        if (!(child[i] = fork())) {
            newsarc_document d = document_of(&news[i % (int)COUNT(news)]);
            int result = newsarc_open(&arc, in_folder("shared.db"), NULL);
            char id[16];
            snprintf(id, sizeof id, "by-%d", i);
            d.id = id;
            if (result >= 0)
                result = newsarc_ingest(arc, &d, NULL);
            newsarc_close(arc);
            _exit(result != NEWSARC_OK);
        }
    for (int i = 0; i < PROGRAMS; i++) {
        int status;
        ck_assert_int_eq(waitpid(child[i], &status, 0), child[i]);
        ck_assert_int_eq(status, 0);
    }
    arc = open_new("shared.db");
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), PROGRAMS);
    must_be_sound(arc);
    newsarc_close(arc);
    ck_assert_int_eq(files_beside("shared.db"), 0);
}
END_TEST

START_TEST(a_reader_writes_nothing)
{
    newsarc *arc = open_new("r.db");
    newsarc_document d = document_of(&news[0]);
    newsarc_feed *feed;
    put_all(arc);
    newsarc_close(arc);
    ck_assert_int_eq(open_as(&arc, in_folder("r.db"), NEWSARC_READONLY, 0), NEWSARC_OK);
    ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), NEWSARC_NOWRITE);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_NOWRITE);
    ck_assert_int_eq(newsarc_delete(arc, 1), NEWSARC_NOWRITE);
    ck_assert_int_eq(newsarc_rebuild(arc), NEWSARC_NOWRITE);
    ck_assert_int_eq(newsarc_feed_open(&feed, arc, NULL), NEWSARC_NOWRITE);
    ck_assert_int_eq(newsarc_feed_close(feed), NEWSARC_NOWRITE);
    must_be_sound(arc);
    ck_assert_int_eq(newsarc_backup(arc, in_folder("copy.db")), NEWSARC_OK);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_folder_that_cannot_be_written_can_be_read)
{
    enum { NOBODY = 65534 };
    int root = geteuid() == 0;          /* who writes everywhere */
    newsarc *arc = open_new("ro.db");
    put_all(arc);
    newsarc_close(arc);
    ck_assert_int_eq(chmod(in_folder("ro.db"), 0444) | chmod(folder, 0555), 0);
    ck_assert_int_eq(root ? seteuid(NOBODY) : 0, 0);
    ck_assert_int_lt(open_as(&arc, in_folder("ro.db"), NEWSARC_EXISTING, 0), 0);
    newsarc_close(arc);
    ck_assert_msg(open_as(&arc, in_folder("ro.db"), NEWSARC_READONLY, 0) == NEWSARC_OK, "%s", newsarc_error(arc));
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), COUNT(news));
    must_be_sound(arc);
    newsarc_close(arc);
    ck_assert_int_eq(root ? seteuid(0) : 0, 0);
    ck_assert_int_eq(chmod(folder, 0700), 0);
}
END_TEST

TESTS("open", a_closed_archive_is_one_file, a_file_says_what_it_is, names_that_sqlite_would_read_otherwise_are_files,
      what_is_no_archive_is_refused_and_left_alone, an_older_version_is_brought_up_to_date,
      changes_of_the_archive_are_made_in_their_order_or_not_at_all, a_hostile_file_is_looked_over_before_use,
      a_damaged_file_never_brings_us_down, programs_that_make_an_archive_at_once_all_get_it, a_reader_writes_nothing, a_folder_that_cannot_be_written_can_be_read)
