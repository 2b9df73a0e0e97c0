/* Keeping house: delete, rebuild, check, back up. */
#include "archive.h"

START_TEST(a_rebuild_makes_the_same_reading_again)
{
    newsarc *arc = open_new("a.db"), *other = open_new("b.db");
    put_all(arc);
    put_all(other);
    ck_assert_int_eq(newsarc_rebuild(arc), NEWSARC_OK);
    must_be_sound(arc);
    must_hold_the_same(arc, other);
    newsarc_close(arc);
    newsarc_close(other);
}
END_TEST

START_TEST(what_was_deleted_was_never_there)
{
    newsarc *arc = open_new("a.db"), *other = open_new("b.db");
    newsarc_document more[2];
    for (int i = 0; i < 2; i++) {
        newsarc_document d = document_of(&news[i]);
        put(other, &d, NEWSARC_OK);
    }
    put_all(arc);
    more[0] = more[1] = document_of(&news[4]);
    more[1].title = "Plums cost half";
    for (size_t i = 2; i < COUNT(news); i++) {
        int64_t id = number(arc, "SELECT max(id) FROM article");
        ck_assert_int_eq(newsarc_delete(arc, id), NEWSARC_OK);
        ck_assert_int_eq(newsarc_delete(arc, id), NEWSARC_NOTFOUND);
        must_be_sound(arc);
    }
    put(arc, &more[0], NEWSARC_OK);
    ck_assert_int_eq(newsarc_delete(arc, put(arc, &more[1], NEWSARC_REVISED)), NEWSARC_OK);
    must_be_sound(arc);
    must_hold_the_same(arc, other);
    newsarc_close(arc);
    newsarc_close(other);
}
END_TEST

START_TEST(an_outlet_has_the_same_domain_in_whatever_order)
{
    newsarc *arc = open_new(":memory:");
    static const char *const urls[] = { "https://b.example/1", "https://a.example/2", "https://c.example/3" };
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    d.text = "Ada Marsh opened a bridge.";
    d.length = strlen(d.text);
    d.source = "The Vellmar Post";
    for (size_t i = 0; i < COUNT(urls); i++) {
        d.url = urls[i];
        put(arc, &d, NEWSARC_OK);
    }
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM source"), 1);
    ck_assert_int_eq(number(arc, "SELECT s.domain IS (SELECT min(domain) FROM article) FROM source s"), 1);
    ck_assert_int_eq(newsarc_delete(arc, 2), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "SELECT s.domain IS (SELECT min(domain) FROM article) FROM source s"), 1);
    ck_assert_int_eq(newsarc_delete(arc, 1), NEWSARC_OK);
    ck_assert_int_eq(newsarc_delete(arc, 3), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM source"), 0);
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_check_finds_what_does_not_fit)
{
    static const struct { const char *sql, *word; } rows[] = {
        { "UPDATE document SET text = replace(text, 'bridge', 'fridge')", "digest" },
        { "UPDATE document SET title = 'x' WHERE id = 2", "document 2" },
        { "UPDATE mention SET at = at + 100000", "name" },
        { "UPDATE date SET length = length + 100000", "date" },
        { "UPDATE quote SET text = upper(text)", "quotation" },
        { "UPDATE mention SET naming = 1000", "names nobody" },
        { "UPDATE quote SET speaker_naming = 1000", "speaker" },
        { "UPDATE naming SET entity_id = 1000000", "refers" },
        { "DELETE FROM article WHERE id = 6", "refers" },
        { "UPDATE article SET key = 'other' WHERE id = 1", "current" },
        { "UPDATE article SET headline = 'Nothing of the kind' WHERE id = 1", "search" },
        { "DELETE FROM search_docsize WHERE id = 1", "search" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        newsarc *arc = open_new(":memory:");
        int result;
        put_all(arc);
        sqlite3_db_config(arc->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
        ck_assert_msg(sqlite3_exec(arc->db, rows[i].sql, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", rows[i].sql, sqlite3_errmsg(arc->db));
        result = newsarc_check(arc);
        ck_assert_msg(result == NEWSARC_DAMAGED && strstr(newsarc_error(arc), rows[i].word), "%s: %d %s", rows[i].sql, result, newsarc_error(arc));
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(a_rebuild_mends_all_but_the_documents)
{
    static const char *const harm[] = { "DELETE FROM article", "UPDATE mention SET at = at + 1", "DELETE FROM search_docsize", "DELETE FROM entity", "DROP TABLE quote" };
    newsarc *sound = open_new(":memory:");
    put_all(sound);
    for (size_t i = 0; i < COUNT(harm); i++) {
        newsarc *arc = open_new(":memory:");
        put_all(arc);
        sqlite3_db_config(arc->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
        ck_assert_int_eq(sqlite3_exec(arc->db, harm[i], NULL, NULL, NULL), SQLITE_OK);
        sqlite3_db_config(arc->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        ck_assert_msg(newsarc_rebuild(arc) == NEWSARC_OK, "%s: %s", harm[i], newsarc_error(arc));
        must_be_sound(arc);
        must_hold_the_same(arc, sound);
        newsarc_close(arc);
    }
    newsarc_close(sound);
}
END_TEST

START_TEST(a_backup_is_the_archive_as_it_is)
{
    newsarc *arc = open_new("a.db"), *writer, *copy;
    newsarc_document d = document_of(&news[0]);
    put_all(arc);
    ck_assert_int_eq(open_as(&writer, in_folder("a.db"), NEWSARC_EXISTING, 0), NEWSARC_OK);
    ck_assert_int_eq(newsarc_begin(writer), NEWSARC_OK);
    d.id = "being written";
    put(writer, &d, NEWSARC_OK);
    ck_assert_int_eq(newsarc_backup(arc, in_folder("copy.db")), NEWSARC_OK);
    ck_assert_int_eq(newsarc_commit(writer), NEWSARC_OK);
    newsarc_close(writer);
    ck_assert_int_eq(newsarc_backup(arc, in_folder("copy.db")), NEWSARC_BADARG);
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "exists"));
    ck_assert_int_eq(newsarc_backup(arc, in_folder("no/copy.db")), NEWSARC_IO);
    ck_assert_int_eq(newsarc_backup(arc, ""), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_backup(arc, in_folder("second.db")), NEWSARC_OK);
    ck_assert_int_eq(open_as(&copy, in_folder("copy.db"), NEWSARC_EXISTING, 1), NEWSARC_OK);
    must_be_sound(copy);
    ck_assert_int_eq(number(copy, "SELECT count(*) FROM article"), COUNT(news));
    d = document_of(&news[0]);
    put(copy, &d, NEWSARC_KNOWN);
    newsarc_close(copy);
    ck_assert_int_eq(open_as(&copy, in_folder("second.db"), NEWSARC_READONLY, 0), NEWSARC_OK);
    must_hold_the_same(arc, copy);
    newsarc_close(copy);
    newsarc_close(arc);
}
END_TEST

static int stop(void *user, const char *doing, int64_t done, int64_t all)
{
    (void)doing;
    (void)done;
    (void)all;
    return --*(int *)user == 0;
}

START_TEST(work_that_is_stopped_leaves_all_as_it_was)
{
    newsarc *arc = open_new("s.db"), *copy;
    char *before, *after;
    int left;
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    for (int i = 0; i < 250; i++) {
        char id[32];
        newsarc_document d = document_of(&news[i % (int)COUNT(news)]);
        snprintf(id, sizeof id, "s%d", i);
        d.id = id;
        put(arc, &d, NEWSARC_OK);
    }
    ck_assert_int_eq(newsarc_commit(arc), NEWSARC_OK);
    before = contents_of(arc);
    newsarc_on_progress(arc, stop, &left);
    left = 2;
    ck_assert_int_eq(newsarc_rebuild(arc), NEWSARC_STOPPED);
    left = 1;
    ck_assert_int_eq(newsarc_check(arc), NEWSARC_STOPPED);
    left = 1;
    ck_assert_int_eq(newsarc_backup(arc, in_folder("half.db")), NEWSARC_STOPPED);
    ck_assert_msg(access(in_folder("half.db"), F_OK) != 0, "half a copy does not stay");
    newsarc_on_progress(arc, NULL, NULL);
    after = contents_of(arc);
    ck_assert_str_eq(before, after);
    must_be_sound(arc);
    ck_assert_int_eq(newsarc_backup(arc, in_folder("half.db")), NEWSARC_OK);
    ck_assert_int_eq(open_as(&copy, in_folder("half.db"), NEWSARC_READONLY, 0), NEWSARC_OK);
    must_hold_the_same(arc, copy);
    newsarc_close(copy);
    newsarc_close(arc);
    free(before);
    free(after);
}
END_TEST

TESTS("keep", a_rebuild_makes_the_same_reading_again, what_was_deleted_was_never_there, an_outlet_has_the_same_domain_in_whatever_order,
      a_check_finds_what_does_not_fit, a_rebuild_mends_all_but_the_documents, a_backup_is_the_archive_as_it_is,
      work_that_is_stopped_leaves_all_as_it_was)
