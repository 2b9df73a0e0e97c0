/* The same documents give the same answers, whatever the way they came. */
#include "public.h"

static news *list;
static size_t count;

static uint32_t drawn(uint64_t *seed, size_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)((*seed >> 33) % below);
}

static void shuffle(size_t *order, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    for (size_t i = count; i > 1; i--) {
        size_t k = drawn(&seed, i), keep = order[i - 1];
        order[i - 1] = order[k];
        order[k] = keep;
    }
}

/* In this order, so many a commit. */
static void put_in_order(newsarc *arc, const size_t *order, size_t batch)
{
    for (size_t i = 0; i < count; i++) {
        if (batch > 1 && i % batch == 0)
            OK(newsarc_begin(arc));
        ck_assert_int_ge(newsarc_ingest(arc, &list[order[i]].document, NULL), 0);
        if (batch > 1 && (i % batch == batch - 1 || i == count - 1))
            OK(newsarc_commit(arc));
    }
}

static char *dump_of(const size_t *order, size_t batch)
{
    newsarc *arc = opened(":memory:");
    char *all;
    put_in_order(arc, order, batch);
    OK(newsarc_check(arc));
    all = dump(arc);
    newsarc_close(arc);
    return all;
}

static char *plain_dump(void)
{
    size_t *order = malloc(1000 * sizeof *order);
    char *all;
    list = our_articles(&count);
    ck_assert_uint_le(count, 1000);
    for (size_t i = 0; i < count; i++)
        order[i] = i;
    all = dump_of(order, count);
    free(order);
    return all;
}

START_TEST(order_and_batches_make_no_difference)
{
    static const size_t batches[] = { 1, 2, 5, 1000 };
    char *want = plain_dump();
    size_t *order = malloc(count * sizeof *order);
    for (uint64_t seed = 1; seed <= 6; seed++) {
        char *got, why[80];
        size_t batch = batches[seed % COUNT(batches)];
        shuffle(order, seed);
        got = dump_of(order, batch);
        snprintf(why, sizeof why, "order %d, %zu a commit", (int)seed, batch);
        same_dump(got, want, why);
        free(got);
    }
    for (size_t i = 0; i < count; i++)
        order[i] = count - 1 - i;
    {
        char *got = dump_of(order, 1);
        same_dump(got, want, "backwards, one by one");
        free(got);
    }
    free(order);
    free(want);
    forget_articles(list, count);
}
END_TEST

START_TEST(a_feed_gives_what_single_ingests_give)
{
    char *want = plain_dump(), *got;
    newsarc *arc = opened(":memory:");
    for (size_t i = 0; i < count; i++) {
        newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
        newsarc_document known = NEWSARC_DOCUMENT_INIT;
        newsarc_feed *feed;
        known.id = list[i].id;
        options.format = "text";
        options.known = &known;
        OK(newsarc_feed_open(&feed, arc, &options));
        ck_assert_int_eq(newsarc_feed_write(feed, list[i].document.text, list[i].document.length), 0);
        ck_assert_int_eq(newsarc_feed_close(feed), 0);
    }
    got = dump(arc);
    same_dump(got, want, "by feeds");
    free(got);
    free(want);
    newsarc_close(arc);
    forget_articles(list, count);
}
END_TEST

/* Deleted articles leave no trace, and come back as if they had never gone. */
START_TEST(what_was_deleted_leaves_no_trace)
{
    char *want = plain_dump(), *got;
    newsarc *arc = opened(":memory:"), *few = opened(":memory:");
    size_t *order = malloc(count * sizeof *order);
    shuffle(order, 9);
    put_in_order(arc, order, 1000);
    for (size_t i = 0; i < count; i++) {
        int64_t article;
        if (i % 2)
            ck_assert_int_ge(newsarc_ingest(few, &list[order[i]].document, NULL), 0);
        else {
            OK(newsarc_article_find(arc, list[order[i]].id, &article));
            OK(newsarc_delete(arc, article));
        }
    }
    OK(newsarc_check(arc));
    {
        char *rest = dump(arc), *only = dump(few);
        same_dump(rest, only, "half of them deleted against half of them never there");
        free(rest);
        free(only);
    }
    for (size_t i = 0; i < count; i += 2)
        ck_assert_int_ge(newsarc_ingest(arc, &list[order[i]].document, NULL), 0);
    got = dump(arc);
    same_dump(got, want, "deleted and put in again");
    OK(newsarc_check(arc));
    newsarc_close(arc);
    newsarc_close(few);
    free(order);
    free(got);
    free(want);
    forget_articles(list, count);
}
END_TEST

START_TEST(a_rebuild_gives_the_same)
{
    char *want = plain_dump(), *got;
    newsarc *arc = opened(":memory:");
    size_t *order = malloc(count * sizeof *order);
    shuffle(order, 4);
    put_in_order(arc, order, 3);
    for (int i = 0; i < 2; i++) {
        OK(newsarc_rebuild(arc));
        got = dump(arc);
        same_dump(got, want, "after a rebuild");
        free(got);
        OK(newsarc_check(arc));
    }
    newsarc_close(arc);
    free(order);
    free(want);
    forget_articles(list, count);
}
END_TEST

/* An article that said something else for a while leaves no trace of it either. */
START_TEST(revisions_leave_what_the_current_one_says)
{
    char *want = plain_dump(), *got;
    newsarc *arc = opened(":memory:"), *once = opened(":memory:");
    for (size_t i = 0; i < count; i++) {
        newsarc_document d = list[i].document, before = list[count - 1 - i].document;
        d.modified = "2024-06-02";
        before.modified = "2024-06-01";
        before.id = d.id;
        ck_assert_int_ge(newsarc_ingest(arc, i % 2 ? &before : &d, NULL), 0);
        ck_assert_int_ge(newsarc_ingest(arc, i % 2 ? &d : &before, NULL), 0);
        ck_assert_int_ge(newsarc_ingest(once, &d, NULL), 0);
    }
    got = dump(arc);
    free(want);
    want = dump(once);
    same_dump(got, want, "revised against never otherwise");
    OK(newsarc_check(arc));
    free(got);
    free(want);
    newsarc_close(arc);
    newsarc_close(once);
    forget_articles(list, count);
}
END_TEST

TESTS("order", order_and_batches_make_no_difference, a_feed_gives_what_single_ingests_give, what_was_deleted_leaves_no_trace,
      a_rebuild_gives_the_same, revisions_leave_what_the_current_one_says)
