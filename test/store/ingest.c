/* Ingest: identity, revisions, what is refused, transactions, failures half-way. */
#include "archive.h"
#include <pthread.h>

static newsarc_document text_of(const char *id, const char *text)
{
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    d.id = id;
    d.text = text;
    d.length = strlen(text);
    return d;
}

START_TEST(a_document_is_new_known_or_revised)
{
    newsarc *arc = open_new(":memory:");
    newsarc_document d = text_of("a", "Mayor Ada Marsh opened a library."), e;
    int64_t first = put(arc, &d, NEWSARC_OK);
    ck_assert_int_eq(put(arc, &d, NEWSARC_KNOWN), first);
    e = d;
    e.text = "Mayor Ada Marsh opened two libraries.";
    e.length = strlen(e.text);
    put(arc, &e, NEWSARC_REVISED);
    put(arc, &e, NEWSARC_KNOWN);
    put(arc, &d, NEWSARC_KNOWN);
    e.title = "Two libraries";
    put(arc, &e, NEWSARC_REVISED);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM document"), 3);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 1);
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(identity_is_the_id_else_the_url_else_the_text)
{
    newsarc *arc = open_new(":memory:");
    newsarc_document d = text_of(NULL, "Mayor Ada Marsh opened a library.");
    put(arc, &d, NEWSARC_OK);           /* its key is what b2sum -l 256 prints for the text */
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article WHERE key = '84520057c5c825c6d1a166df35725f94a93bb47aec1909f5d9a50179814d8d85'"), 1);
    d.title = "A library";
    put(arc, &d, NEWSARC_REVISED);
    d.url = "https://www.vellmarpost.example/1";
    put(arc, &d, NEWSARC_OK);
    d.title = "The library";
    put(arc, &d, NEWSARC_REVISED);
    d.id = "one";
    put(arc, &d, NEWSARC_OK);
    d.id = "two";
    put(arc, &d, NEWSARC_OK);
    d.id = "";                  /* nothing is nothing */
    put(arc, &d, NEWSARC_KNOWN);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 4);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article WHERE key IN ('one', 'two', 'https://www.vellmarpost.example/1')"), 3);
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

/* Revisions of one article, from the oldest to the current one. */
static const struct { const char *published, *modified, *text; } revisions[] = {
    { NULL, NULL, "First words without a date." },
    { "yesterday", NULL, "A date that is none counts as none, so the digest decides." },
    { "2021-03-05", NULL, "Published on the fifth." },
    { "2021-03-05T07:55+02:00", NULL, "Published on the fifth at six, universal time." },
    { "2021-03-05T07:55:30Z", NULL, "Published on the fifth at eight." },
    { "2021-03-05", "2021-03-06", "Modified on the sixth." },
    { "2021-03-09", "2021-03-07T12:00:00+0100", "Published later, but what counts is the modification on the seventh." },
};

START_TEST(the_current_revision_does_not_depend_on_the_order_of_arrival)
{
    enum { N = COUNT(revisions) };
    for (size_t start = 0; start < N; start++)
        for (size_t step = 1; step < N; step++) {               /* 7 is prime: each step visits all */
            newsarc *arc = open_new(":memory:");
            ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
            for (size_t i = 0; i < N; i++) {
                size_t k = (start + i * step) % N;
                newsarc_document d = text_of("r", revisions[k].text);
                d.published = revisions[k].published;
                d.modified = revisions[k].modified;
                put(arc, &d, i ? NEWSARC_REVISED : NEWSARC_OK);
            }
            ck_assert_int_eq(newsarc_commit(arc), NEWSARC_OK);
            ck_assert_int_eq(number(arc, "SELECT d.text GLOB 'Published later*' FROM article a JOIN document d ON d.id = a.id"), 1);
            ck_assert_int_eq(number(arc, "SELECT count(*) FROM search WHERE search MATCH 'seventh'"), 1);
            ck_assert_int_eq(number(arc, "SELECT count(*) FROM search WHERE search MATCH 'sixth OR fifth'"), 0);
            must_be_sound(arc);
            newsarc_close(arc);
        }
}
END_TEST

START_TEST(each_dated_revision_outdoes_the_one_before)
{
    for (size_t i = 2; i + 1 < COUNT(revisions); i++) {
        newsarc *arc = open_new(":memory:");
        for (size_t k = i; k < i + 2; k++) {
            newsarc_document d = text_of("r", revisions[k].text);
            d.published = revisions[k].published;
            d.modified = revisions[k].modified;
            put(arc, &d, k == i ? NEWSARC_OK : NEWSARC_REVISED);
        }
        ck_assert_msg(number(arc, "SELECT id FROM article") == 2, "revision %zu is later", i + 1);
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(bytes_that_are_no_text_are_replaced_and_kept)
{
    newsarc *arc = open_new(":memory:");
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    newsarc_document d = text_of("z", "");
    char text[1000], *before, *after;
    d.text = "A bridge\0 and a \xff\xc3 ferry \xe2\x82";
    d.length = 27;
    d.title = "Bro\xffken";
    ck_assert_int_eq(newsarc_ingest(arc, &d, &receipt), NEWSARC_OK);
    ck_assert_uint_eq(receipt.repaired, 5);
    ck_assert_int_eq(number(arc, "SELECT length(original) FROM document"), 27);
    ck_assert_int_eq(number(arc, "SELECT hex(original) = '41206272696467650020616E64206120FFC320666572727920E282' FROM document"), 1);
    ck_assert_int_eq(number(arc, "SELECT instr(text, char(65533)) > 0 AND instr(title, char(65533)) = 4 FROM document"), 1);
    put(arc, &d, NEWSARC_KNOWN);
    must_be_sound(arc);
    d = document_of(&news[0]);          /* the repaired text is what is read */
    memcpy(text, d.text, d.length);
    memcpy(text + 50, "\xff\xff", 2);
    d.text = text;
    put(arc, &d, NEWSARC_OK);
    before = contents_of(arc);
    ck_assert_int_eq(newsarc_rebuild(arc), NEWSARC_OK);
    after = contents_of(arc);
    ck_assert_str_eq(before, after);
    free(before);
    free(after);
    newsarc_close(arc);
}
END_TEST

START_TEST(what_cannot_be_read_is_refused_and_nothing_stays)
{
    newsarc *arc = open_new(":memory:"), *small;
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    newsarc_document d = text_of("a", "");
    ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), NEWSARC_BADINPUT);
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "empty"));
    d = text_of("a", " \n\t12 345 ... \xf0\x9f\x8c\x8a");
    ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), NEWSARC_BADINPUT);
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "letter"));
    d.text = NULL;
    ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), NEWSARC_BADARG);
    d.size = 3;
    ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_ingest(arc, NULL, NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_ingest(NULL, &d, NULL), NEWSARC_BADARG);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM document"), 0);
    d = text_of("a", "A letter.");
    put(arc, &d, NEWSARC_OK);
    ck_assert_str_eq(newsarc_error(arc), "");
    newsarc_close(arc);

    options.longest = 8;
    ck_assert_int_eq(newsarc_open(&small, ":memory:", &options), NEWSARC_OK);
    ck_assert_int_eq(newsarc_ingest(small, &d, NULL), NEWSARC_BADINPUT);
    ck_assert_ptr_nonnull(strstr(newsarc_error(small), "limit"));
    d = text_of("a", "Letters.");
    put(small, &d, NEWSARC_OK);
    newsarc_close(small);
}
END_TEST

START_TEST(structs_of_other_versions_are_taken_or_refused)
{
    newsarc *arc = open_new(":memory:");
    struct { newsarc_document now; const char *later; } newer = { NEWSARC_DOCUMENT_INIT, NULL };
    newer.now = text_of("a", "A letter.");
    newer.now.size = sizeof newer;
    put(arc, &newer.now, NEWSARC_OK);
    newer.later = "a field that this library does not know";
    ck_assert_int_eq(newsarc_ingest(arc, &newer.now, NULL), NEWSARC_BADARG);
    newsarc_close(arc);
}
END_TEST

/* ---- transactions ------------------------------------------------------------------- */

START_TEST(a_transaction_is_whole_or_not_at_all)
{
    newsarc *arc = open_new("t.db"), *reader;
    newsarc_document d = document_of(&news[0]), empty = text_of("e", "");
    ck_assert_int_eq(newsarc_commit(arc), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_BADARG);
    put(arc, &d, NEWSARC_OK);
    ck_assert_int_eq(newsarc_rebuild(arc), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM document"), 0);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    put(arc, &d, NEWSARC_OK);
    ck_assert_int_eq(newsarc_ingest(arc, &empty, NULL), NEWSARC_BADINPUT);
    d = document_of(&news[1]);
    put(arc, &d, NEWSARC_OK);
    ck_assert_int_eq(open_as(&reader, in_folder("t.db"), NEWSARC_READONLY, 0), NEWSARC_OK);
    ck_assert_int_eq(number(reader, "SELECT count(*) FROM document"), 0);
    ck_assert_int_eq(newsarc_commit(arc), NEWSARC_OK);
    ck_assert_int_eq(number(reader, "SELECT count(*) FROM document"), 2);
    newsarc_close(reader);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    d = document_of(&news[2]);
    put(arc, &d, NEWSARC_OK);
    newsarc_close(arc);
    ck_assert_int_eq(open_as(&arc, in_folder("t.db"), NEWSARC_EXISTING, 0), NEWSARC_OK);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM document"), 2);
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(the_same_documents_make_the_same_archive)
{
    newsarc *one = open_new("one.db"), *other = open_new("other.db");
    put_all(one);
    ck_assert_int_eq(newsarc_begin(other), NEWSARC_OK);
    for (size_t i = COUNT(news); i--; ) {
        newsarc_document d = document_of(&news[i]);
        put(other, &d, NEWSARC_OK);
        if (i == 3) {
            ck_assert_int_eq(newsarc_commit(other), NEWSARC_OK);
            ck_assert_int_eq(newsarc_begin(other), NEWSARC_OK);
        }
    }
    ck_assert_int_eq(newsarc_commit(other), NEWSARC_OK);
    must_hold_the_same(one, other);
    newsarc_close(one);
    newsarc_close(other);
}
END_TEST

START_TEST(two_writers_take_turns)
{
    newsarc *arc = open_new("busy.db"), *other;
    newsarc_document d = document_of(&news[0]), e = document_of(&news[1]);
    ck_assert_int_eq(open_as(&other, in_folder("busy.db"), NEWSARC_EXISTING, 0), NEWSARC_OK);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    put(arc, &d, NEWSARC_OK);
    ck_assert_int_eq(newsarc_ingest(other, &e, NULL), NEWSARC_BUSY);
    ck_assert_ptr_nonnull(strstr(newsarc_error(other), "try again"));
    ck_assert_int_eq(newsarc_commit(arc), NEWSARC_OK);
    put(other, &e, NEWSARC_OK);
    ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 2);
    newsarc_close(other);
    newsarc_close(arc);
}
END_TEST

/* ---- failures half-way ---------------------------------------------------------------- */

START_TEST(a_full_disk_undoes_the_article_and_leaves_the_handle_usable)
{
    static char text[200000];
    char limit[64];
    newsarc *arc = open_new("full.db");
    newsarc_document d = document_of(&news[0]), big;
    put(arc, &d, NEWSARC_OK);
    for (size_t i = 0; i + 12 < sizeof text; i += 12)
        snprintf(text + i, 13, "word%07zu ", i);
    big = text_of("big", text);
    snprintf(limit, sizeof limit, "PRAGMA max_page_count = %d", (int)number(arc, "PRAGMA page_count") + 5);
    number(arc, limit);
    ck_assert_int_eq(newsarc_ingest(arc, &big, NULL), NEWSARC_IO);
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "full"));
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    d = document_of(&news[1]);
    put(arc, &d, NEWSARC_OK);
    ck_assert_int_eq(newsarc_ingest(arc, &big, NULL), NEWSARC_IO);
    if (newsarc_commit(arc) == NEWSARC_OK)      /* or SQLite undid it all, and says so */
        ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 2);
    else
        ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), 1);
    number(arc, "PRAGMA max_page_count = 100000");
    put(arc, &big, NEWSARC_OK);
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

/* Every allocation of ours fails once: the call says so, nothing stays half-done, and the next one works. */
START_TEST(no_allocation_that_fails_leaves_anything_behind)
{
    newsarc *arc = open_new("memory.db");
    int failures = 0;
    for (long n = 1; n < 400; n++) {
        newsarc_document d = document_of(&news[n % (long)COUNT(news)]);
        int64_t before = number(arc, "SELECT count(*) FROM document");
        int result;
        char id[32];
        snprintf(id, sizeof id, "m%ld", n);
        d.id = id;
        na_fail_after = n % 40 + 1;
        na_arena_free(&arc->arena);
        result = newsarc_ingest(arc, &d, NULL);
        na_fail_after = 0;
        ck_assert_msg(result == NEWSARC_OK || result == NEWSARC_NOMEM, "%d: %s", result, newsarc_error(arc));
        ck_assert_int_eq(number(arc, "SELECT count(*) FROM document"), before + (result == NEWSARC_OK));
        failures += result == NEWSARC_NOMEM;
    }
    ck_assert_int_gt(failures, 5);
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

/* Stops at the n-th time that it is told how far things are. */
typedef struct stopper { newsarc *arc; int left, interrupt; } stopper;
static int stop_at(void *user, const char *doing, int64_t done, int64_t all)
{
    stopper *s = user;
    ck_assert_ptr_nonnull(doing);
    ck_assert_int_le(done, all);
    if (--s->left > 0)
        return 0;
    if (s->interrupt)
        newsarc_interrupt(s->arc);
    return !s->interrupt;
}

START_TEST(a_commit_that_is_stopped_is_rolled_back)
{
    for (int interrupt = 0; interrupt < 2; interrupt++) {
        newsarc *arc = open_new(interrupt ? "i.db" : "p.db");
        stopper s = { arc, 1, interrupt };
        newsarc_document after;
        put_all(arc);
        newsarc_on_progress(arc, stop_at, &s);
        ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
        for (int i = 0; i < 300; i++) {
            char id[32];
            newsarc_document d = document_of(&news[i % (int)COUNT(news)]);
            snprintf(id, sizeof id, "more-%d", i);
            d.id = id;
            put(arc, &d, NEWSARC_OK);
        }
        ck_assert_int_eq(newsarc_commit(arc), NEWSARC_STOPPED);
        ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "stopped"));
        ck_assert_int_eq(number(arc, "SELECT count(*) FROM article"), COUNT(news));
        newsarc_on_progress(arc, NULL, NULL);
        must_be_sound(arc);
        after = text_of("after", "A letter afterwards.");
        put(arc, &after, NEWSARC_OK);
        newsarc_close(arc);
    }
}
END_TEST

static void *interrupter(void *user)
{
    newsarc_interrupt(user);
    return NULL;
}

START_TEST(an_interrupt_before_a_call_is_not_one_of_it)
{
    newsarc *arc = open_new(":memory:");
    pthread_t thread;
    ck_assert_int_eq(pthread_create(&thread, NULL, interrupter, arc), 0);
    pthread_join(thread, NULL);
    put_all(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(closing_nothing_does_nothing)
{
    newsarc_close(NULL);
    newsarc_free(NULL);
    newsarc_interrupt(NULL);
    newsarc_on_progress(NULL, NULL, NULL);
    ck_assert_int_eq(newsarc_feed_close(NULL), NEWSARC_OK);
    ck_assert_int_eq(newsarc_open(NULL, ":memory:", NULL), NEWSARC_BADARG);
    ck_assert_str_eq(newsarc_error(NULL), "memory ran out");
}
END_TEST

TESTS("ingest", a_document_is_new_known_or_revised, identity_is_the_id_else_the_url_else_the_text,
      the_current_revision_does_not_depend_on_the_order_of_arrival, each_dated_revision_outdoes_the_one_before,
      bytes_that_are_no_text_are_replaced_and_kept, what_cannot_be_read_is_refused_and_nothing_stays,
      structs_of_other_versions_are_taken_or_refused, a_transaction_is_whole_or_not_at_all,
      the_same_documents_make_the_same_archive, two_writers_take_turns,
      a_full_disk_undoes_the_article_and_leaves_the_handle_usable, no_allocation_that_fails_leaves_anything_behind,
      a_commit_that_is_stopped_is_rolled_back, an_interrupt_before_a_call_is_not_one_of_it, closing_nothing_does_nothing)
