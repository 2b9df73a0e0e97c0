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

static const told namesakes[] = {
    { "match",  "2024-03-05", "Vellmar United beat Skarn by two goals on Sunday. Striker Ivan Petrosh scored both. “The grass was wet,” Ivan Petrosh said after the match in Vellmar." },
    { "draw",   "2024-05-12", "Karsholm drew with Vellmar United on Sunday. Ivan Petrosh, a striker for Vellmar United, hit the post twice. Ivan Petrosh left limping." },
    { "budget", "2024-09-10", "The parliament of Norda passed the budget on Tuesday. Finance Minister Ivan Petrosh thanked all parties. “We have saved the schools,” Ivan Petrosh told reporters." },
    { "late",   "2024-12-10", "The budget of Norda is late again. Minister Ivan Petrosh asked for two weeks. Speaker Mara Dahl refused. Petrosh left the hall." },
    { "fire",   "2025-02-10", "A bakery in Lodmark burned down on Monday. Ivan Petrosh, 43, saw the smoke first. “It smelt of bread,” Ivan Petrosh said." },
};

static void are_told_apart(newsarc *arc)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_doubts *doubts;
    const newsarc_doubt *d;
    int found = 0;
    OK(newsarc_check(arc));
    IS("Ivan Petrosh (sport)", arc, "match", "Ivan Petrosh", 1);
    IS("Ivan Petrosh (sport)", arc, "draw", "Ivan Petrosh", 1);
    IS("Ivan Petrosh (politics)", arc, "budget", "Ivan Petrosh", 1);
    IS("Ivan Petrosh (politics)", arc, "late", "Petrosh", 1);
    IS("Ivan Petrosh", arc, "fire", "Ivan Petrosh", 1);
    OK(newsarc_doubts_open(&doubts, arc, &filter));
    while ((d = newsarc_doubts_next(doubts)))
        found += !strcmp(d->kind, "ambiguous name") && !strcmp(d->key, "fire");
    OK(newsarc_doubts_close(doubts));
    ck_assert_int_eq(found, 2);
}

START_TEST(one_name_of_two_people_is_kept_apart_by_office)
{
    newsarc *arc = archive_of(namesakes, COUNT(namesakes));
    are_told_apart(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(namesakes_are_told_apart_in_whatever_order_they_come_and_go)
{
    static const size_t order[][COUNT(namesakes)] = { { 4, 3, 2, 1, 0 }, { 0, 4, 2, 1, 3 }, { 2, 0, 3, 4, 1 } };
    for (size_t k = 0; k < COUNT(order); k++) {
        newsarc *arc = opened(":memory:");
        int64_t article = 0;
        char *before, *after;
        for (size_t i = 0; i < COUNT(namesakes); i++)
            OK(put(arc, namesakes[order[k][i]].key, namesakes[order[k][i]].published, namesakes[order[k][i]].text, NULL));
        are_told_apart(arc);
        before = dump(arc);
        for (size_t i = 0; i < 2; i++) {        /* without the player there is one Petrosh */
            OK(newsarc_article_find(arc, namesakes[i].key, &article));
            OK(newsarc_delete(arc, article));
        }
        IS("Ivan Petrosh", arc, "budget", "Ivan Petrosh", 1);
        IS("Ivan Petrosh", arc, "fire", "Ivan Petrosh", 1);
        OK(newsarc_check(arc));
        for (size_t i = 0; i < 2; i++)
            OK(put(arc, namesakes[i].key, namesakes[i].published, namesakes[i].text, NULL));
        are_told_apart(arc);
        after = dump(arc);
        same_dump(after, before, "two gone and come again");
        free(before);
        free(after);
        newsarc_close(arc);
    }
}
END_TEST

START_TEST(who_is_told_apart_wrongly_can_be_merged)
{
    newsarc *arc = archive_of(namesakes, COUNT(namesakes));
    newsarc_decision d = NEWSARC_DECISION_INIT;
    int64_t id = 0;
    d.verb = "merge";
    d.kind = "person";
    d.name = "Ivan Petrosh (sport)";
    d.to = "Ivan Petrosh (politics)";
    OK(newsarc_decide(arc, &d, &id));
    IS("Ivan Petrosh", arc, "match", "Ivan Petrosh", 1);
    IS("Ivan Petrosh", arc, "late", "Petrosh", 1);
    OK(newsarc_check(arc));
    OK(newsarc_undecide(arc, id));
    are_told_apart(arc);
    newsarc_close(arc);
}
END_TEST

START_TEST(who_stands_beside_the_same_people_is_one_whatever_the_office)
{
    static const told one[] = {
        { "film",  "2024-03-05", "The film of the year opened in Vellmar on Sunday. Actor Bruno Haldt came with Clara Weiss. “I am done with acting,” Bruno Haldt said." },
        { "state", "2024-11-05", "Norda has a new governor. Governor Bruno Haldt took the oath on Tuesday; Clara Weiss held the book. “We begin,” Bruno Haldt said." },
    };
    newsarc *arc = archive_of(one, COUNT(one));
    IS("Bruno Haldt", arc, "film", "Bruno Haldt", 1);
    IS("Bruno Haldt", arc, "state", "Bruno Haldt", 1);
    newsarc_close(arc);
}
END_TEST

START_TEST(middle_names_and_jr_tell_apart)
{
    static const told kin[] = {
        { "w",    "2024-03-05", "Senator Peter W. Hallam opened the bridge at Skarn on Monday. “It will hold,” Peter W. Hallam said." },
        { "r",    "2024-08-05", "The novel of the summer is by Peter R. Hallam. “I wrote it at night,” Peter R. Hallam said in Lodmark." },
        { "none", "2024-12-05", "A house in Karsholm was sold to Peter Hallam on Friday. “I like the stairs,” Peter Hallam said." },
        { "hw",   "2024-09-05", "Former senator Peter H.W. Hallam died on Monday in Skarn. “He never slept,” his doctor said. Peter HW Hallam was 90." },
        { "son",  "2024-05-05", "Aron Dell Jr. took over the mill from his father, Aron Dell, on Monday." },
        { "dad",  "2024-10-05", "Aron Dell sold his boat in Vellmar. “It leaked,” Aron Dell said." },
    };
    newsarc *arc = archive_of(kin, COUNT(kin));
    IS("Peter W. Hallam", arc, "w", "Peter W. Hallam", 1);
    IS("Peter R. Hallam", arc, "r", "Peter R. Hallam", 1);
    IS("Peter Hallam", arc, "none", "Peter Hallam", 1);
    IS("Peter H. W. Hallam", arc, "hw", "Peter H.W. Hallam", 1);
    IS("Peter H. W. Hallam", arc, "hw", "Peter HW Hallam", 1);
    IS("Aron Dell Jr.", arc, "son", "Aron Dell", 1);
    IS("Aron Dell", arc, "son", "Aron Dell", 2);
    IS("Aron Dell", arc, "dad", "Aron Dell", 1);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_person_is_found_by_any_spelling)
{
    static const told party[] = {
        { "party", "2024-03-05", "Judith R. Osten and Seo Min-jae met Zoë Lindqvist and Fiona O’Dwyer in Vellmar on Monday. Ann de Fuenta came late." },
    };
    static const struct { const char *asked, *name; } asked[] = {
        { "Judith Osten", "Judith R. Osten" }, { "J. Osten", "Judith R. Osten" }, { "J.R. Osten", "Judith R. Osten" }, { "Osten, Judith", "Judith R. Osten" },
        { "Judith Rosa Osten", "Judith R. Osten" }, { "Seo Min Jae", "Seo Min-jae" }, { "Minjae Seo", "Seo Min-jae" }, { "Seo Minjae", "Seo Min-jae" },
        { "zoe lindqvist", "Zoë Lindqvist" }, { "O ‘Dwyer", "Fiona O'Dwyer" }, { "F. O'Dwyer", "Fiona O'Dwyer" }, { "de Fuenta", "Ann de Fuenta" },
        { "Police chief Judith Osten", "Judith R. Osten" },
    };
    newsarc *arc = archive_of(party, COUNT(party));
    for (size_t i = 0; i < COUNT(asked); i++) {
        newsarc_filter filter = NEWSARC_FILTER_INIT;
        newsarc_entities *entities;
        const newsarc_entity *e;
        filter.who = asked[i].asked;
        OK(newsarc_entities_open(&entities, arc, &filter));
        e = newsarc_entities_next(entities);
        ck_assert_msg(e && (!strcmp(e->name, asked[i].name) || !strcmp(asked[i].name, e->name)), "%s finds %s, wanted %s", asked[i].asked, e ? e->name : "nobody", asked[i].name);
        OK(newsarc_entities_close(entities));
    }
    newsarc_close(arc);
}
END_TEST

START_TEST(an_office_stands_beside_the_name_and_is_no_part_of_it)
{
    static const char text[] = "Norwegian Prime Minister Ada Ellin met Robert Barr, the former mayor of Vellmar, on Monday. With them was his wife Clara Barr. Mr. Barr left early. Lena Holt, a friend of the minister, stayed.";
    static const struct { const char *name, *role; } want[] = {
        { "Ada Ellin", "Norwegian Prime Minister" }, { "Robert Barr", "former mayor" }, { "Clara Barr", "" }, { "Robert Barr", "" }, { "Lena Holt", "" },
    };
    newsarc *arc = opened(":memory:");
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    newsarc_entities *entities;
    const newsarc_mention *m;
    const newsarc_entity *e;
    size_t i = 0;
    OK(put(arc, "office", "2024-03-05", text, NULL));
    OK(newsarc_check(arc));
    filter.kind = "person";
    OK(newsarc_mentions_open(&mentions, arc, &filter));
    while ((m = newsarc_mentions_next(mentions))) {
        ck_assert_uint_lt(i, COUNT(want));
        ck_assert_str_eq(m->name, want[i].name);
        ck_assert_int_eq((int)m->role_length, (int)strlen(want[i].role));
        ck_assert_int_eq(strncmp(text + m->role_at, want[i].role, (size_t)m->role_length), 0);
        i++;
    }
    OK(newsarc_mentions_close(mentions));
    ck_assert_uint_eq(i, COUNT(want));
    filter.who = "Robert Barr";
    OK(newsarc_entities_open(&entities, arc, &filter));
    ck_assert_ptr_nonnull(e = newsarc_entities_next(entities));
    ck_assert_str_eq(e->role, "former mayor");
    OK(newsarc_entities_close(entities));
    newsarc_close(arc);
}
END_TEST

/* The GeoNames number of a place in a text, 0: not sure. */
static int64_t place_of(const char *text, const char *name)
{
    newsarc *arc = opened(":memory:");
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_entities *entities;
    const newsarc_entity *e;
    int64_t id;
    OK(put(arc, "place", "2024-03-05", text, NULL));
    filter.who = name;
    filter.kind = "place";
    OK(newsarc_entities_open(&entities, arc, &filter));
    e = newsarc_entities_next(entities);
    ck_assert_msg(e != NULL, "no place %s in: %s", name, text);
    id = e->geonames;
    OK(newsarc_entities_close(entities));
    newsarc_close(arc);
    return id;
}

START_TEST(a_town_has_its_number_where_the_text_tells_which)
{
    ck_assert_int_eq(place_of("A court in Paris heard the case on Monday. US officials came to listen.", "Paris"), 2988507);
    ck_assert_int_eq(place_of("The mill in Paris, Texas, closed on Monday.", "Paris"), 0);
    ck_assert_int_eq(place_of("The mill in Seattle, Washington, closed on Monday.", "Seattle"), 5809844);
    ck_assert_int_eq(place_of("In London, Ontario, the river rose by a metre.", "London"), 0);
    ck_assert_int_eq(place_of("Police in Birmingham, Alabama, closed the mill.", "Birmingham"), 0);
    ck_assert_int_eq(place_of("Police in Birmingham closed the mill on Monday.", "Birmingham"), 0);
    ck_assert_int_eq(place_of("Police in Birmingham closed the mill. Britain has few of them left.", "Birmingham"), 2655603);
    ck_assert_int_eq(place_of("Bolivia waits. Soldiers stood in La Paz on Monday. Bolivia has called a vote.", "La Paz"), 3911925);
}
END_TEST

TESTS("people", the_story_tells_by_sex_and_office, who_can_be_two_is_neither_and_doubtful, an_acronym_that_one_article_spells_out_is_known_in_its_story,
      mr_and_mrs_without_a_given_name_stay_two, a_given_name_alone_is_whom_the_article_calls_by_family_name,
      one_name_of_two_people_is_kept_apart_by_office, namesakes_are_told_apart_in_whatever_order_they_come_and_go, who_is_told_apart_wrongly_can_be_merged,
      who_stands_beside_the_same_people_is_one_whatever_the_office, middle_names_and_jr_tell_apart, a_person_is_found_by_any_spelling,
      a_town_has_its_number_where_the_text_tells_which, an_office_stands_beside_the_name_and_is_no_part_of_it)
