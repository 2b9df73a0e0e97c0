/* Who is whom across articles: what the story tells, what it cannot tell, and by which spellings they are found. */
#include "public.h"

typedef struct told { const char *key, *published, *text; } told;

static newsarc *archive_of(const told *list, size_t n)
{
    newsarc *arc = opened(":memory:");
    OK(newsarc_begin(arc));
    for (size_t i = 0; i < n; i++)
        OK(put(arc, list[i].key, list[i].published, list[i].text, NULL));
    OK(newsarc_commit(arc));
    OK(newsarc_check(arc));
    return arc;
}

/* Who is meant where an article says these words for the n-th time, as "name: why". */
static const char *who(newsarc *arc, const char *key, const char *words, int nth)
{
    static char out[400];
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    OK(newsarc_article_find(arc, key, &filter.article));
    filter.called = words;
    OK(newsarc_mentions_open(&mentions, arc, &filter));
    for (m = newsarc_mentions_next(mentions); m && nth > 1; nth--)
        m = newsarc_mentions_next(mentions);
    snprintf(out, sizeof out, "%s: %s", m ? m->name : "nobody", m && m->how ? m->how : "");
    OK(newsarc_mentions_close(mentions));
    return out;
}

#define IS(want, arc, key, words, nth) do { const char *is_ = who(arc, key, words, nth); \
    ck_assert_msg(!strncmp(is_, want ":", sizeof want), "“%s” in %s is %s, wanted %s", words, key, is_, want); } while (0)

static const told quay[] = {
    { "morning", "2024-03-05", "The quay at Vellmar sank by two metres on Monday night. Police chief Hedda Renn closed the quay. “The piles had rotted for years,” Hedda Renn said. "
                 "The Vellmar Ferry Authority (VFA) moved its ships to Skarn. Mayor Tobias Renn asked for patience." },
    { "noon",    "2024-03-05", "The quay at Vellmar is two metres lower since Monday night. “The piles had rotted for years,” police chief Renn said. "
                 "Mayor Renn asked for patience. The VFA has moved its ships to Skarn." },
    { "evening", "2024-03-06", "The quay at Vellmar that sank on Monday night stays closed. “Not before May,” said Renn, who would not say why. The VFA sails from Skarn until the quay at Vellmar is mended." },
};

START_TEST(the_story_tells_by_sex_and_office)
{
    newsarc *arc = archive_of(quay, COUNT(quay));
    IS("Hedda Renn", arc, "noon", "Renn", 1);
    IS("Tobias Renn", arc, "noon", "Renn", 2);
    newsarc_close(arc);
}
END_TEST

START_TEST(who_can_be_two_is_neither_and_doubtful)
{
    newsarc *arc = archive_of(quay, COUNT(quay));
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_doubts *doubts;
    const newsarc_doubt *d;
    int found = 0;
    IS("Renn", arc, "evening", "Renn", 1);
    OK(newsarc_article_find(arc, "evening", &filter.article));
    OK(newsarc_doubts_open(&doubts, arc, &filter));
    while ((d = newsarc_doubts_next(doubts)))
        found += !strcmp(d->kind, "ambiguous name") && !strcmp(d->text, "Renn");
    OK(newsarc_doubts_close(doubts));
    ck_assert_int_eq(found, 1);
    newsarc_close(arc);
}
END_TEST

START_TEST(an_acronym_that_one_article_spells_out_is_known_in_its_story)
{
    newsarc *arc = archive_of(quay, COUNT(quay));
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_entities *entities;
    const newsarc_entity *e;
    IS("Vellmar Ferry Authority", arc, "noon", "VFA", 1);
    filter.who = "VFA";
    OK(newsarc_entities_open(&entities, arc, &filter));
    e = newsarc_entities_next(entities);
    ck_assert_ptr_nonnull(e);
    ck_assert_str_eq(e->name, "Vellmar Ferry Authority");
    ck_assert_ptr_null(newsarc_entities_next(entities));
    OK(newsarc_entities_close(entities));
    newsarc_close(arc);
}
END_TEST

START_TEST(mr_and_mrs_without_a_given_name_stay_two)
{
    static const told letters[] = {
        { "couple", "2024-05-02", "Mr. Alder wrote to the council of Skarn about the mill. Mrs. Alder wrote to the paper. The council answered Mr. Alder on Friday." },
    };
    newsarc *arc = archive_of(letters, COUNT(letters));
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    int64_t entity[3];
    filter.called = "Alder";
    OK(newsarc_mentions_open(&mentions, arc, &filter));
    for (int i = 0; i < 3; i++) {
        const newsarc_mention *m = newsarc_mentions_next(mentions);
        ck_assert_ptr_nonnull(m);
        entity[i] = m->entity;
    }
    OK(newsarc_mentions_close(mentions));
    ck_assert_int_ne(entity[0], entity[1]);
    ck_assert_int_eq(entity[0], entity[2]);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_given_name_alone_is_whom_the_article_calls_by_family_name)
{
    static const told talks[] = {
        { "full",  "2024-06-03", "President Aurel Dobrin met the envoys of Norda in Karsholm on Monday. They spoke about the dam at Lodmark. Aurel Dobrin left before noon." },
        { "short", "2024-06-03", "President Dobrin met the envoys of Norda in Karsholm on Monday to speak about the dam at Lodmark. “We thank Aurel for his courage,” an envoy said. Dobrin left before noon." },
    };
    newsarc *arc = archive_of(talks, COUNT(talks));
    IS("Aurel Dobrin", arc, "short", "Dobrin", 1);
    IS("Aurel Dobrin", arc, "short", "Aurel", 1);
    newsarc_close(arc);
}
END_TEST

TESTS("people", the_story_tells_by_sex_and_office, who_can_be_two_is_neither_and_doubtful, an_acronym_that_one_article_spells_out_is_known_in_its_story,
      mr_and_mrs_without_a_given_name_stay_two, a_given_name_alone_is_whom_the_article_calls_by_family_name)
