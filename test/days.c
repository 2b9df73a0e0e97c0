/* An article that does not tell when it appeared learns it from its story, and forgets it with that. */
#include "public.h"

#define TOLD \
    "The parliament of Sellonia rejected the harbour treaty with Brennmark after a debate of eleven hours, and the government of Prime Minister Odile Varnay resigned.\n\n" \
    "Varnay told the deputies that the treaty on the harbour of Vellmar was the last chance of the fishing fleet. The opposition leader, Tomas Reddick, called the treaty a surrender of the fleet to Brennmark.\n\n" \
    "President Ilsa Corvin asked Reddick to form a government. The harbour of Vellmar has been disputed since the fleet of Brennmark blocked it."

static const struct { const char *id, *published, *text; } told[] = {
    { "a-post",   "2024-03-14", "Sellonia rejects harbour treaty\n\n" TOLD " Dock workers in Vellmar cheered." },
    { "b-courier", "2024-03-16", "Varnay resigns over harbour treaty\n\n" TOLD " Fish prices fell in Brennmark." },
    { "c-wire",   NULL, "VELLMAR, March 15 (NPA) - " TOLD " The vote was held on Thursday. A new one is planned for next week, and dock workers struck on 02/04/2023." },
};

static int64_t take(newsarc *arc, size_t i)
{
    int64_t article;
    ck_assert_int_ge(put(arc, told[i].id, told[i].published, told[i].text, &article), 0);
    return article;
}

static void expect_wire(newsarc *arc, const char *published, const char *from, const char *thursday)
{
    newsarc_articles *articles;
    newsarc_dates *dates;
    const newsarc_date *d;
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    const newsarc_article *a;
    size_t seen = 0;
    OK(newsarc_articles_open(&articles, arc, &filter));
    while ((a = newsarc_articles_next(articles)) && strcmp(a->key, "c-wire"))
        ;
    ck_assert_ptr_nonnull(a);
    EXPECT(a->published ? a->published : "-", published, "published");
    EXPECT(a->published_from ? a->published_from : "-", from, "from");
    ck_assert_int_eq(a->published_how != NULL, a->published != NULL);
    filter.article = a->id;
    OK(newsarc_articles_close(articles));
    OK(newsarc_dates_open(&dates, arc, &filter));
    while ((d = newsarc_dates_next(dates)))
        if (!strcmp(d->text, "Thursday")) {
            EXPECT(d->value ? d->value : "-", thursday, "Thursday");
            seen++;
        }
    OK(newsarc_dates_close(dates));
    ck_assert_uint_eq(seen, 1);
}

START_TEST(the_story_tells_the_year_of_a_dateline)
{
    newsarc *arc = opened(":memory:");
    take(arc, 2);
    expect_wire(arc, "-", "-", "-");
    take(arc, 0);
    take(arc, 1);
    expect_wire(arc, "2024-03-15", "story", "2024-03-14");
    OK(newsarc_check(arc));
    OK(newsarc_rebuild(arc));
    expect_wire(arc, "2024-03-15", "story", "2024-03-14");
    newsarc_close(arc);
}
END_TEST

START_TEST(it_is_forgotten_with_the_story)
{
    newsarc *arc = opened(":memory:");
    int64_t article[3];
    for (size_t i = 0; i < 3; i++)
        article[i] = take(arc, i);
    OK(newsarc_delete(arc, article[1]));
    expect_wire(arc, "2024-03-15", "story", "2024-03-14");
    OK(newsarc_delete(arc, article[0]));
    expect_wire(arc, "-", "-", "-");
    OK(newsarc_check(arc));
    newsarc_close(arc);
}
END_TEST

/* Told a year later: no day near the story is that of the dateline. */
START_TEST(a_dateline_far_from_its_story_tells_nothing)
{
    newsarc *arc = opened(":memory:");
    take(arc, 2);
    ck_assert_int_ge(put(arc, told[0].id, "2024-05-01", told[0].text, NULL), 0);
    expect_wire(arc, "-", "-", "-");
    newsarc_close(arc);
}
END_TEST

START_TEST(the_order_makes_no_difference)
{
    static const size_t orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };
    char *want = NULL;
    for (size_t k = 0; k < COUNT(orders); k++) {
        newsarc *arc = opened(":memory:");
        char *got;
        for (size_t i = 0; i < 3; i++)
            take(arc, orders[k][i]);
        got = dump(arc);
        if (want)
            same_dump(got, want, "another order");
        else
            want = strdup(got);
        free(got);
        newsarc_close(arc);
    }
    free(want);
}
END_TEST

TESTS("days", the_story_tells_the_year_of_a_dateline, it_is_forgotten_with_the_story, a_dateline_far_from_its_story_tells_nothing,
      the_order_makes_no_difference)
