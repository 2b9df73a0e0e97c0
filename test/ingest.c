/* Putting articles in, one by one: who they are, what is refused, what a transaction keeps. */
#include "public.h"

static const char ferry[] = "Ferry talks resume\n\n“We will sail again in May,” said Ann Lee, the harbour minister.\n";
static const char ferry_later[] = "Ferry talks resume\n\n“We will sail again in June,” said Ann Lee, the harbour minister.\n";

static char *text_of(newsarc *arc, int64_t article)
{
    char *text;
    size_t length;
    OK(newsarc_article_text(arc, article, &text, &length));
    ck_assert_uint_eq(strlen(text), length);
    return text;
}

START_TEST(the_same_document_again_changes_nothing)
{
    newsarc *arc = opened(":memory:");
    int64_t first, again;
    char *before, *after;
    OK(put(arc, "a", "2024-03-05", ferry, &first));
    before = dump(arc);
    ck_assert_int_eq(put(arc, "a", "2024-03-05", ferry, &again), NEWSARC_KNOWN);
    ck_assert_int_eq(first, again);
    after = dump(arc);
    same_dump(after, before, "ingest of what was known");
    free(before);
    free(after);
    newsarc_close(arc);
}
END_TEST

START_TEST(the_same_identity_with_another_text_or_field_is_a_revision)
{
    newsarc *arc = opened(":memory:");
    int64_t first, second, third;
    char *text;
    OK(put(arc, "a", "2024-03-05", ferry, &first));
    FAILS(NEWSARC_REVISED, put(arc, "a", "2024-03-06", ferry_later, &second));
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    text = text_of(arc, second);
    ck_assert_str_eq(text, ferry_later);
    newsarc_free(text);
    FAILS(NEWSARC_REVISED, put(arc, "a", "2024-03-07", ferry_later, &third));
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    FAILS(NEWSARC_KNOWN, put(arc, "a", "2024-03-05", ferry, NULL));     /* kept, and so still known */
    newsarc_close(arc);
}
END_TEST

/* Latest modified, else published, else the highest digest: whatever came first. */
START_TEST(the_current_revision_does_not_depend_on_arrival)
{
    static const char *const day[3][2] = { { "2024-03-05", NULL }, { "2024-03-05", "2024-03-08" }, { "2024-03-07", NULL } };
    static const int order[6][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
    char *first = NULL;
    for (size_t o = 0; o < COUNT(order); o++) {
        newsarc *arc = opened(":memory:");
        char *all;
        for (int i = 0; i < 3; i++) {
            int n = order[o][i];
            char text[200];
            newsarc_document d;
            snprintf(text, sizeof text, "Revision %d. “We will sail %d times,” said Ann Lee.", n, n + 2);
            d = document("a", day[n][0], text);
            d.modified = day[n][1];
            ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), i ? NEWSARC_REVISED : NEWSARC_OK);
        }
        all = dump(arc);
        ck_assert_msg(strstr(all, "2024-03-05") != NULL, "the modified one is current: %s", all);
        if (!first)
            first = all;
        else {
            same_dump(all, first, "another order of the same revisions");
            free(all);
        }
        newsarc_close(arc);
    }
    free(first);
}
END_TEST

START_TEST(without_an_id_the_url_and_without_a_url_the_text_is_the_identity)
{
    newsarc *arc = opened(":memory:");
    newsarc_document d = document(NULL, NULL, ferry);
    newsarc_receipt bare = NEWSARC_RECEIPT_INIT, by_url = NEWSARC_RECEIPT_INIT, other = NEWSARC_RECEIPT_INIT;
    int64_t found;
    OK(newsarc_ingest(arc, &d, &bare));
    FAILS(NEWSARC_KNOWN, newsarc_ingest(arc, &d, &other));
    ck_assert_int_eq(other.article, bare.article);
    d.url = "https://vellmarpost.example/ferry";
    OK(newsarc_ingest(arc, &d, &by_url));
    ck_assert_int_ne(by_url.article, bare.article);
    OK(newsarc_article_find(arc, d.url, &found));
    ck_assert_int_eq(found, by_url.article);
    d.text = ferry_later;
    d.length = strlen(ferry_later);
    FAILS(NEWSARC_REVISED, newsarc_ingest(arc, &d, &other));
    d.id = "b";                                     /* the same url under another id is another article */
    OK(newsarc_ingest(arc, &d, &other));
    ck_assert_int_ne(other.article, by_url.article);
    ck_assert_int_eq(count_articles(arc, NULL), 3);
    newsarc_close(arc);
}
END_TEST

static const char long_story[] =
    "Karsholm ferry to sail again\n\n"
    "The ferry between Karsholm and the outer islands will sail again in the spring, the harbour board decided on Monday after weeks of talks "
    "with the crews. Repairs to the second engine took longer than the yard had promised, and a storm in January damaged the new pier. "
    "“We owe the islanders an apology and a timetable,” said Ann Lee, who leads the board. She named no day, but two members spoke of Easter. "
    "Fishermen had carried mail and medicine in the meantime, and the school on the northern island was closed for eleven days.\n";

START_TEST(the_same_text_under_another_id_is_a_copy)
{
    newsarc *arc = opened(":memory:");
    newsarc_document d = document("b", "2024-03-06", long_story);
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    int64_t first;
    OK(put(arc, "a", "2024-03-05", long_story, &first));
    OK(newsarc_ingest(arc, &d, &receipt));
    ck_assert_int_eq(receipt.copy_of, first);
    ck_assert_int_eq(count_articles(arc, NULL), 2);
    newsarc_close(arc);
}
END_TEST

START_TEST(who_credits_an_agency_is_the_copy_whatever_the_day)
{
    for (int order = 0; order < 2; order++) {
        newsarc *arc = opened(":memory:");
        char text[1200], *all;
        newsarc_document d[2];
        snprintf(text, sizeof text, "%s\nSource: Norda Press Agency\n", long_story);
        d[0] = document("wire", "2024-03-07", long_story);
        d[0].source = "Norda Press Agency";
        d[1] = document("paper", "2024-03-06", text);
        d[1].source = "Karsholm Herald";
        OK(newsarc_ingest(arc, &d[order], NULL));
        OK(newsarc_ingest(arc, &d[!order], NULL));
        all = dump(arc);
        ck_assert_msg(strstr(all, "\"copy_of\":\"wire\"") || strstr(all, "\"copy_of\": \"wire\""), "%s", all);
        free(all);
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(bytes_that_are_no_text_are_counted_and_kept)
{
    newsarc *arc = opened(":memory:");
    newsarc_document d = document("a", NULL, "");
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    char *text;
    d.text = "caf\xE9 \0 by the pier";
    d.length = 18;
    OK(newsarc_ingest(arc, &d, &receipt));
    ck_assert_uint_eq(receipt.repaired, 2);
    text = text_of(arc, receipt.article);
    ck_assert_str_eq(text, "caf\xEF\xBF\xBD \xEF\xBF\xBD by the pier");
    newsarc_free(text);
    FAILS(NEWSARC_KNOWN, newsarc_ingest(arc, &d, NULL));
    d.text = "caf\xEF\xBF\xBD \xEF\xBF\xBD by the pier";        /* decoded alike, other bytes: the digest is of the bytes */
    d.length = strlen(d.text);
    FAILS(NEWSARC_REVISED, newsarc_ingest(arc, &d, NULL));
    newsarc_close(arc);
}
END_TEST

START_TEST(what_cannot_be_read_is_refused_and_nothing_is_stored)
{
    static const struct { const char *text; size_t n; } rows[] = { { "", 0 }, { " \n", 2 }, { "123 — 4", 9 }, { "\0\0", 2 }, { "\xFF\xFE", 2 } };
    newsarc *arc = opened(":memory:");
    for (size_t i = 0; i < COUNT(rows); i++) {
        newsarc_document d = document("a", NULL, "");
        newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
        d.text = rows[i].text;
        d.length = rows[i].n;
        FAILS(NEWSARC_BADINPUT, newsarc_ingest(arc, &d, &receipt));
        ck_assert_int_eq(receipt.article, 0);
    }
    ck_assert_int_eq(count_articles(arc, NULL), 0);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_text_over_the_limit_is_refused)
{
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    newsarc *arc;
    options.longest = 20;
    OK(newsarc_open(&arc, ":memory:", &options));
    OK(put(arc, "a", NULL, "Just twenty letters.", NULL));
    FAILS(NEWSARC_BADINPUT, put(arc, "b", NULL, "Twenty-one letters at", NULL));
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    newsarc_close(arc);
    options.longest = (size_t)1 << 40;
    FAILS(NEWSARC_BADARG, newsarc_open(&arc, ":memory:", &options));
    newsarc_close(arc);
}
END_TEST

START_TEST(calls_that_make_no_sense_are_told_so)
{
    newsarc *arc = opened(":memory:");
    newsarc_document d = document("a", NULL, ferry), raw = { 0 };
    newsarc_receipt receipt = { 0 };
    FAILS(NEWSARC_BADARG, newsarc_ingest(arc, NULL, NULL));
    FAILS(NEWSARC_BADARG, newsarc_ingest(arc, &raw, NULL));
    FAILS(NEWSARC_BADARG, newsarc_ingest(arc, &d, &receipt));       /* a receipt without its size */
    ck_assert_int_eq(newsarc_ingest(NULL, &d, NULL), NEWSARC_BADARG);
    d.text = NULL;
    FAILS(NEWSARC_BADARG, newsarc_ingest(arc, &d, NULL));
    FAILS(NEWSARC_NOTFOUND, newsarc_delete(arc, 1));
    FAILS(NEWSARC_NOTFOUND, newsarc_delete(arc, -1));
    FAILS(NEWSARC_BADARG, newsarc_commit(arc));
    FAILS(NEWSARC_BADARG, newsarc_rollback(arc));
    OK(newsarc_begin(arc));
    FAILS(NEWSARC_BADARG, newsarc_begin(arc));
    OK(newsarc_rollback(arc));
    ck_assert_int_eq(count_articles(arc, NULL), 0);
    newsarc_close(arc);
    ck_assert_int_eq(newsarc_begin(NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_commit(NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_rollback(NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_delete(NULL, 1), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_rebuild(NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_check(NULL), NEWSARC_BADARG);
    ck_assert_int_eq(newsarc_backup(NULL, "x"), NEWSARC_BADARG);
    ck_assert_str_ne(newsarc_error(NULL), "");
    newsarc_interrupt(NULL);
    newsarc_close(NULL);
    newsarc_free(NULL);
}
END_TEST

START_TEST(a_bad_document_leaves_the_transaction_standing)
{
    newsarc *arc = opened(":memory:");
    OK(newsarc_begin(arc));
    OK(put(arc, "a", "2024-03-05", ferry, NULL));
    FAILS(NEWSARC_BADINPUT, put(arc, "b", NULL, "123", NULL));
    OK(put(arc, "c", "2024-03-05", ferry_later, NULL));
    OK(newsarc_commit(arc));
    ck_assert_int_eq(count_articles(arc, NULL), 2);
    OK(newsarc_check(arc));
    newsarc_close(arc);
}
END_TEST

START_TEST(a_rollback_leaves_no_trace)
{
    newsarc *arc = opened(":memory:");
    char *before, *after;
    put_articles(arc);
    before = dump(arc);
    OK(newsarc_begin(arc));
    OK(put(arc, "zz1", "2024-03-05", ferry, NULL));
    OK(put(arc, "zz2", "2024-03-06", long_story, NULL));
    OK(newsarc_rollback(arc));
    after = dump(arc);
    same_dump(after, before, "after a rollback");
    OK(newsarc_check(arc));
    free(before);
    free(after);
    newsarc_close(arc);
}
END_TEST

START_TEST(what_is_not_committed_is_gone_after_close)
{
    const char *path = in_folder("a.db");
    newsarc *arc = opened(path);
    OK(put(arc, "a", NULL, ferry, NULL));
    OK(newsarc_begin(arc));
    OK(put(arc, "b", NULL, ferry_later, NULL));
    newsarc_close(arc);
    arc = opened(path);
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    newsarc_close(arc);
    remove_folder();
}
END_TEST

START_TEST(delete_takes_an_article_with_all_its_revisions)
{
    newsarc *arc = opened(":memory:");
    char *before, *after;
    int64_t gone;
    put_articles(arc);
    before = dump(arc);
    OK(put(arc, "zz", "2024-03-05", ferry, NULL));
    FAILS(NEWSARC_REVISED, put(arc, "zz", "2024-03-06", ferry_later, &gone));
    OK(newsarc_delete(arc, gone));
    after = dump(arc);
    same_dump(after, before, "after deleting what was added");
    FAILS(NEWSARC_NOTFOUND, newsarc_delete(arc, gone));
    OK(newsarc_check(arc));
    OK(put(arc, "zz", "2024-03-05", ferry, NULL));          /* new again, not known */
    free(before);
    free(after);
    newsarc_close(arc);
}
END_TEST

static int stop_at_once(void *user, const char *doing, int64_t done, int64_t all)
{
    ck_assert_ptr_nonnull(doing);
    ck_assert_int_ge(done, 0);
    ck_assert_int_le(done, all);
    ++*(int *)user;
    return 1;
}

static int count_calls(void *user, const char *doing, int64_t done, int64_t all)
{
    (void)doing, (void)done, (void)all;
    ++*(int *)user;
    return 0;
}

START_TEST(progress_is_told_and_can_stop_the_work)
{
    newsarc *arc = opened(":memory:");
    char *before, *after;
    int calls = 0;
    put_articles(arc);
    before = dump(arc);
    newsarc_on_progress(arc, count_calls, &calls);
    OK(newsarc_rebuild(arc));
    ck_assert_int_gt(calls, 0);
    newsarc_on_progress(arc, stop_at_once, &calls);
    FAILS(NEWSARC_STOPPED, newsarc_rebuild(arc));
    FAILS(NEWSARC_STOPPED, newsarc_check(arc));
    FAILS(NEWSARC_STOPPED, put(arc, "zz", "2024-03-05", ferry, NULL));
    newsarc_on_progress(arc, NULL, NULL);
    after = dump(arc);
    same_dump(after, before, "after work that was stopped");
    OK(newsarc_check(arc));
    free(before);
    free(after);
    newsarc_close(arc);
}
END_TEST

/* An article without its day is better than none: what is no date is told, kept, and counts as not given. */
START_TEST(what_is_no_date_is_told_in_the_receipt)
{
    static const struct { const char *published, *modified, *unread, *day; } rows[] = {
        { NULL, NULL, NULL, NULL },
        { "2024-03-05", "2024-03-06T10:00:00Z", NULL, "2024-03-05" },
        { "2024-03-05T07:55:12.123+01:00", NULL, NULL, "2024-03-05T07:55" },
        { "Tue, 05 Mar 2024 07:55:00 GMT", NULL, NULL, "2024-03-05T07:55" },
        { "14 January 2020", NULL, NULL, "2020-01-14" },
        { "garbage", NULL, "published", NULL },
        { "2020-99-99", NULL, "published", NULL },
        { "1578988500", NULL, "published", NULL },
        { "2024-03-05", "5 March", "modified", "2024-03-05" },
        { "2024-03-05", "2024-13-41", "modified", "2024-03-05" },
        { "soon", "later", "published and modified", NULL },
    };
    newsarc *arc = opened(":memory:");
    for (size_t i = 0; i < COUNT(rows); i++) {
        newsarc_document d = document(NULL, rows[i].published, ferry);
        newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
        newsarc_filter by_id = NEWSARC_FILTER_INIT;
        newsarc_articles *articles;
        const newsarc_article *a;
        char id[16];
        snprintf(id, sizeof id, "a%zu", i);
        d.id = id;
        d.modified = rows[i].modified;
        OK(newsarc_ingest(arc, &d, &receipt));
        EXPECT(receipt.unread ? receipt.unread : "-", rows[i].unread ? rows[i].unread : "-", rows[i].published ? rows[i].published : "nothing given");
        by_id.article = receipt.article;
        OK(newsarc_articles_open(&articles, arc, &by_id));
        ck_assert_ptr_nonnull(a = newsarc_articles_next(articles));
        EXPECT(a->published_from && !strcmp(a->published_from, "given") ? a->published : "-", rows[i].day ? rows[i].day : "-", "the day");
        OK(newsarc_articles_close(articles));
    }
    newsarc_close(arc);
}
END_TEST

static int interrupt_from_inside(void *user, const char *doing, int64_t done, int64_t all)
{
    (void)doing, (void)done, (void)all;
    newsarc_interrupt(user);
    return 0;
}

START_TEST(an_interrupt_stops_the_call_that_runs_and_no_other)
{
    newsarc *arc = opened(":memory:");
    char *before, *after;
    put_articles(arc);
    before = dump(arc);
    newsarc_on_progress(arc, interrupt_from_inside, arc);
    FAILS(NEWSARC_STOPPED, newsarc_rebuild(arc));
    newsarc_on_progress(arc, NULL, NULL);
    after = dump(arc);
    same_dump(after, before, "after an interrupt");
    OK(newsarc_rebuild(arc));
    free(before);
    free(after);
    newsarc_close(arc);
}
END_TEST

/* Quotations, names and dates by the ten thousand, all alike: what compares each with each would take hours. */
START_TEST(hostile_articles_are_linked_in_linear_time)
{
    static const char *const hostile[] = { "“a ", "\"a\" ", "“Go” said Ann Lee. ", "Ann Lee ", "Kim ", "May 5 ", "Ann said that it is. ", "\n\nAnn Lee\n", "x y z " };
    enum { SIZE = 400 << 10 };
    newsarc *arc = opened(":memory:");
    char *text = malloc(SIZE);
    for (size_t i = 0; i < COUNT(hostile); i++) {
        newsarc_document d = document(hostile[i], "2024-03-05", "a ");
        size_t length = strlen(hostile[i]), n = 2;
        memcpy(text, "a ", 2);
        for (; n + length <= SIZE; n += length)
            memcpy(text + n, hostile[i], length);
        d.text = text;
        d.length = n;
        OK(newsarc_ingest(arc, &d, NULL));
    }
    OK(newsarc_check(arc));
    free(text);
    newsarc_close(arc);
}
END_TEST

TESTS("ingest", what_is_no_date_is_told_in_the_receipt, hostile_articles_are_linked_in_linear_time, the_same_document_again_changes_nothing, the_same_identity_with_another_text_or_field_is_a_revision,
      the_current_revision_does_not_depend_on_arrival, without_an_id_the_url_and_without_a_url_the_text_is_the_identity,
      the_same_text_under_another_id_is_a_copy, who_credits_an_agency_is_the_copy_whatever_the_day, bytes_that_are_no_text_are_counted_and_kept,
      what_cannot_be_read_is_refused_and_nothing_is_stored, a_text_over_the_limit_is_refused, calls_that_make_no_sense_are_told_so,
      a_bad_document_leaves_the_transaction_standing, a_rollback_leaves_no_trace, what_is_not_committed_is_gone_after_close,
      delete_takes_an_article_with_all_its_revisions, progress_is_told_and_can_stop_the_work,
      an_interrupt_stops_the_call_that_runs_and_no_other)
