/* What people decide about names: every verb, taken back, rebuilt, in any order, and refused. */
#include "public.h"

static const char painter[] =
    "Ines Calder opened her third exhibition in Lodmark on Friday. The painter Ines Calder said: “Blue was the only colour left.”\n\n"
    "Calder said the next one would be smaller.\n";
static const char minister[] =
    "Minister Ines Calder signed the harbour law on Monday. “The law is late by ten years,” Ines Calder told reporters in Lodmark.\n";
static const char deputy[] =
    "Tomas Orrin, her deputy, said: “We shall count the ships ourselves.” Tomas Orrin spoke after the vote in Lodmark.\n";

static void put_three(newsarc *arc)
{
    OK(put(arc, "painter", "2024-03-01", painter, NULL));
    OK(put(arc, "minister", "2024-03-04", minister, NULL));
    OK(put(arc, "deputy", "2024-03-04", deputy, NULL));
}

static int64_t article(newsarc *arc, const char *key)
{
    int64_t id = 0;
    OK(newsarc_article_find(arc, key, &id));
    return id;
}

static newsarc_decision decision(const char *verb, const char *kind, const char *name, const char *to)
{
    newsarc_decision d = NEWSARC_DECISION_INIT;
    d.verb = verb;
    d.kind = kind;
    d.name = name;
    d.to = to;
    return d;
}

static int try(newsarc *arc, const char *verb, const char *kind, const char *name, const char *to, const char *key, int64_t *id)
{
    newsarc_decision d = decision(verb, kind, name, to);
    if (key)
        d.article = article(arc, key);
    return newsarc_decide(arc, &d, id);
}

/* Where an article first says these words for a name; -1: nowhere. */
static int64_t place(newsarc *arc, const char *key, const char *words)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    int64_t at;
    if (newsarc_article_find(arc, key, &filter.article) < 0)
        return -1;
    filter.called = words;
    OK(newsarc_mentions_open(&mentions, arc, &filter));
    m = newsarc_mentions_next(mentions);
    at = m ? m->at : -1;
    OK(newsarc_mentions_close(mentions));
    return at;
}

static int try_place(newsarc *arc, const char *verb, const char *key, const char *words, const char *kind, const char *to, int64_t *id)
{
    newsarc_decision d = decision(verb, kind, NULL, to);
    if ((d.at = place(arc, key, words)) < 0)
        return NEWSARC_NOTFOUND;
    d.article = article(arc, key);
    return newsarc_decide(arc, &d, id);
}

/* Who somebody is in an article: the entity's number and name, "" and 0 when nobody is there. */
static int64_t who(newsarc *arc, const char *key, const char *words, char name[80])
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    int64_t entity;
    filter.article = article(arc, key);
    filter.called = words;
    OK(newsarc_mentions_open(&mentions, arc, &filter));
    m = newsarc_mentions_next(mentions);
    entity = m ? m->entity : 0;
    snprintf(name, 80, "%s", m ? m->name : "");
    OK(newsarc_mentions_close(mentions));
    return entity;
}

static int64_t quotes_of(newsarc *arc, const char *name)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_quotes *quotes;
    int64_t count = 0;
    filter.who = name;
    OK(newsarc_quotes_open(&quotes, arc, &filter));
    while (newsarc_quotes_next(quotes))
        count++;
    OK(newsarc_quotes_close(quotes));
    return count;
}

/* A rebuild changes nothing; taken back, the archive says what it said before. */
static void survives_and_goes(newsarc *arc, int64_t id, const char *before)
{
    char *decided = dump(arc), *after;
    ck_assert_msg(strcmp(decided, before), "decision %d changes nothing", (int)id);
    OK(newsarc_check(arc));
    OK(newsarc_rebuild(arc));
    after = dump(arc);
    same_dump(after, decided, "decided, and rebuilt");
    free(after);
    OK(newsarc_check(arc));
    OK(newsarc_undecide(arc, id));
    after = dump(arc);
    same_dump(after, before, "taken back");
    free(after);
    free(decided);
    OK(newsarc_check(arc));
}

START_TEST(merged_names_are_one)
{
    newsarc *arc = opened(":memory:");
    char one[80], other[80], *before, *why;
    int64_t id, at;
    put_three(arc);
    before = dump(arc);
    ck_assert_int_ne(who(arc, "minister", "Ines Calder", one), who(arc, "deputy", "Tomas Orrin", other));
    ck_assert_int_eq(quotes_of(arc, "Tomas Orrin"), 1);
    OK(try(arc, "merge", "person", "Tomas Orrin", "ines calder", NULL, &id));
    ck_assert_int_eq(who(arc, "minister", "Ines Calder", one), who(arc, "deputy", "Tomas Orrin", other));
    ck_assert_str_eq(one, "Ines Calder");
    ck_assert_str_eq(other, "Ines Calder");
    ck_assert_int_ge(quotes_of(arc, "Tomas Orrin"), 3);
    at = place(arc, "deputy", "Tomas Orrin");
    OK(newsarc_explain(arc, NEWSARC_MENTION, article(arc, "deputy"), at, &why));
    ck_assert_msg(strstr(why, "a person decided that these names are one") != NULL, "the reason is kept: %s", why);
    newsarc_free(why);
    survives_and_goes(arc, id, before);
    free(before);
    newsarc_close(arc);
}
END_TEST

START_TEST(merged_organizations_are_one)
{
    newsarc *arc = opened(":memory:");
    char one[80], other[80], *before;
    int64_t id;
    OK(put(arc, "a", "2024-03-01", "The Lodmark Harbour Authority closed a pier on Friday, the Lodmark Harbour Authority said.\n", NULL));
    OK(put(arc, "b", "2024-03-02", "The Norrland Shipping Company sued the Lodmark Port Authority on Saturday.\n", NULL));
    before = dump(arc);
    OK(try(arc, "merge", "organization", "Lodmark Port Authority", "Lodmark Harbour Authority", NULL, &id));
    ck_assert_int_eq(who(arc, "a", "Lodmark Harbour Authority", one), who(arc, "b", "Lodmark Port Authority", other));
    ck_assert_str_eq(one, other);
    survives_and_goes(arc, id, before);
    free(before);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_split_tells_two_apart)
{
    newsarc *arc = opened(":memory:");
    char one[80], other[80], *before, *split;
    int64_t id, more, entity;
    put_three(arc);
    before = dump(arc);
    entity = who(arc, "painter", "Ines Calder", one);
    ck_assert_int_eq(entity, who(arc, "minister", "Ines Calder", other));
    OK(try(arc, "split", "person", "Ines Calder", "the painter", "painter", &id));
    ck_assert_int_ne(who(arc, "painter", "Ines Calder", one), who(arc, "minister", "Ines Calder", other));
    split = dump(arc);
    OK(try(arc, "rename", "person", "Ines Calder (the painter)", "Ines M. Calder", NULL, &more));
    who(arc, "painter", "Ines Calder", one);
    who(arc, "minister", "Ines Calder", other);
    ck_assert_str_eq(one, "Ines M. Calder");
    ck_assert_str_eq(other, "Ines Calder");
    FAILS(NEWSARC_BADARG, try(arc, "merge", "person", "Ines Calder", "Ines Calder (the painter)", NULL, NULL));
    survives_and_goes(arc, more, split);
    survives_and_goes(arc, id, before);
    OK(try(arc, "split", "person", "Ines Calder", NULL, "painter", &id));
    ck_assert_int_ne(who(arc, "painter", "Ines Calder", one), who(arc, "minister", "Ines Calder", other));
    survives_and_goes(arc, id, before);
    free(before);
    free(split);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_renamed_one_is_shown_and_found_so)
{
    newsarc *arc = opened(":memory:");
    char name[80], *before;
    int64_t id, quotes;
    put_three(arc);
    before = dump(arc);
    quotes = quotes_of(arc, "Ines Calder");
    OK(try(arc, "rename", "person", "Ines Calder", "Inés Calder-Voss", NULL, &id));
    who(arc, "minister", "Ines Calder", name);
    ck_assert_str_eq(name, "Inés Calder-Voss");
    ck_assert_int_eq(quotes_of(arc, "Ines Calder Voss"), quotes);
    FAILS(NEWSARC_BADARG, try(arc, "rename", "person", "Ines Calder Voss", "Somebody Else", NULL, NULL));
    survives_and_goes(arc, id, before);
    ck_assert_int_eq(quotes_of(arc, "Ines Calder"), quotes);
    OK(put(arc, "again", "2024-03-05", minister, NULL));
    newsarc_close(arc);
    free(before);
}
END_TEST

START_TEST(what_is_hidden_is_no_name)
{
    newsarc *arc = opened(":memory:");
    char name[80], *before;
    int64_t id, at;
    put_three(arc);
    before = dump(arc);
    OK(try(arc, "hide", "person", "Tomas Orrin", NULL, NULL, &id));
    ck_assert_int_eq(place(arc, "deputy", "Tomas Orrin"), -1);
    OK(put(arc, "later", "2024-03-05", "Tomas Orrin resigned on Tuesday in Lodmark.\n", NULL));
    ck_assert_int_eq(place(arc, "later", "Tomas Orrin"), -1);
    OK(newsarc_delete(arc, article(arc, "later")));
    survives_and_goes(arc, id, before);
    at = place(arc, "deputy", "Tomas Orrin");
    OK(try_place(arc, "hide", "deputy", "Tomas Orrin", NULL, NULL, &id));
    ck_assert_int_gt(place(arc, "deputy", "Tomas Orrin"), at);
    ck_assert_int_ne(who(arc, "deputy", "Tomas Orrin", name), 0);
    survives_and_goes(arc, id, before);
    free(before);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_place_is_whom_one_says)
{
    newsarc *arc = opened(":memory:");
    char one[80], other[80], *before, *why;
    int64_t id, at, quotes;
    put_three(arc);
    before = dump(arc);
    quotes = quotes_of(arc, "Ines Calder");
    at = place(arc, "painter", "Calder");
    ck_assert_int_gt(at, 0);
    OK(try_place(arc, "assert", "painter", "Calder", "person", "Tomas Orrin", &id));
    ck_assert_int_eq(who(arc, "painter", "Calder", one), who(arc, "deputy", "Tomas Orrin", other));
    ck_assert_str_eq(one, "Tomas Orrin");
    who(arc, "painter", "Ines Calder", one);
    ck_assert_str_eq(one, "Ines Calder");
    ck_assert_int_le(quotes_of(arc, "Ines Calder"), quotes);
    OK(newsarc_explain(arc, NEWSARC_MENTION, article(arc, "painter"), at, &why));
    ck_assert_msg(strstr(why, "a person decided who that is") != NULL, "the reason is kept: %s", why);
    newsarc_free(why);
    FAILS(NEWSARC_BADARG, try_place(arc, "hide", "painter", "Calder", NULL, NULL, NULL));
    survives_and_goes(arc, id, before);
    free(before);
    newsarc_close(arc);
}
END_TEST

/* Where a revision moved the words away, the decision does not hit others. */
START_TEST(a_revision_keeps_decisions_on_other_words_off)
{
    newsarc *arc = opened(":memory:"), *plain = opened(":memory:");
    newsarc_document d = document("deputy", "2024-03-04", "Norah Quist, her deputy, stayed silent in Lodmark. Norah Quist left.\n");
    char *got, *want;
    put_three(arc);
    put_three(plain);
    OK(try_place(arc, "assert", "deputy", "Tomas Orrin", "person", "Ines Calder", NULL));
    d.modified = "2024-03-06";
    ck_assert_int_eq(newsarc_ingest(arc, &d, NULL), NEWSARC_REVISED);
    ck_assert_int_eq(newsarc_ingest(plain, &d, NULL), NEWSARC_REVISED);
    got = dump(arc);
    want = dump(plain);
    same_dump(got, want, "revised under a decision");
    free(got);
    free(want);
    newsarc_close(arc);
    newsarc_close(plain);
}
END_TEST

START_TEST(decisions_are_told)
{
    newsarc *arc = opened(":memory:");
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_decisions *decisions;
    const newsarc_decided *d;
    put_three(arc);
    OK(newsarc_begin(arc));
    OK(try(arc, "merge", "person", "Tomas Orrin", "Ines Calder", NULL, NULL));
    OK(try_place(arc, "hide", "minister", "Lodmark", NULL, NULL, NULL));
    OK(newsarc_commit(arc));
    OK(newsarc_decisions_open(&decisions, arc, &filter));
    d = newsarc_decisions_next(decisions);
    ck_assert_ptr_nonnull(d);
    ck_assert_str_eq(d->verb, "merge");
    ck_assert_str_eq(d->kind, "person");
    ck_assert_str_eq(d->name, "Tomas Orrin");
    ck_assert_str_eq(d->to, "Ines Calder");
    ck_assert_ptr_null(d->key);
    ck_assert_int_eq(d->length, 0);
    d = newsarc_decisions_next(decisions);
    ck_assert_ptr_nonnull(d);
    ck_assert_str_eq(d->verb, "hide");
    ck_assert_str_eq(d->key, "minister");
    ck_assert_str_eq(d->words, "Lodmark");
    ck_assert_int_eq(d->at, strstr(minister, "Lodmark") - minister);
    ck_assert_ptr_null(newsarc_decisions_next(decisions));
    OK(newsarc_decisions_close(decisions));
    filter.kind = "place";
    OK(newsarc_decisions_open(&decisions, arc, &filter));
    ck_assert_ptr_null(newsarc_decisions_next(decisions));
    OK(newsarc_decisions_close(decisions));
    newsarc_close(arc);
}
END_TEST

static void refuse_what_makes_no_sense(newsarc *arc)
{
    newsarc_decision d;
    FAILS(NEWSARC_BADARG, newsarc_decide(arc, NULL, NULL));
    d = decision("merge", "person", "Tomas Orrin", "Ines Calder");
    d.size = 8;
    FAILS(NEWSARC_BADARG, newsarc_decide(arc, &d, NULL));
    FAILS(NEWSARC_BADARG, try(arc, NULL, "person", "Tomas Orrin", "Ines Calder", NULL, NULL));
    FAILS(NEWSARC_BADARG, try(arc, "join", "person", "Tomas Orrin", "Ines Calder", NULL, NULL));
    FAILS(NEWSARC_BADARG, try(arc, "merge", "ship", "Tomas Orrin", "Ines Calder", NULL, NULL));
    FAILS(NEWSARC_BADARG, try(arc, "merge", "person", "Tomas Orrin", NULL, NULL, NULL));
    FAILS(NEWSARC_BADARG, try(arc, "merge", "person", "Tomas Orrin", "Ines Calder", "deputy", NULL));
    FAILS(NEWSARC_BADARG, try(arc, "merge", "person", "Tomas Orrin", "TOMAS ORRIN", NULL, NULL));
    FAILS(NEWSARC_NOTFOUND, try(arc, "merge", "person", "Tomas Orrin", "Nobody Atall", NULL, NULL));
    FAILS(NEWSARC_NOTFOUND, try(arc, "merge", "place", "Tomas Orrin", "Lodmark", NULL, NULL));
    FAILS(NEWSARC_NOTFOUND, try(arc, "split", "person", "Tomas Orrin", NULL, "painter", NULL));
    FAILS(NEWSARC_NOTFOUND, try(arc, "rename", "person", "Nobody Atall", "Somebody", NULL, NULL));
    FAILS(NEWSARC_NOTFOUND, try(arc, "hide", "person", "Nobody Atall", NULL, NULL, NULL));
    d = decision("hide", NULL, NULL, NULL);
    d.article = article(arc, "deputy");
    d.at = 3;
    FAILS(NEWSARC_NOTFOUND, newsarc_decide(arc, &d, NULL));
    d.at = place(arc, "deputy", "Tomas Orrin");
    d.length = 3;
    FAILS(NEWSARC_NOTFOUND, newsarc_decide(arc, &d, NULL));
    d.article = 999;
    FAILS(NEWSARC_NOTFOUND, newsarc_decide(arc, &d, NULL));
    FAILS(NEWSARC_NOTFOUND, newsarc_undecide(arc, 1));
}

START_TEST(what_cannot_be_decided)
{
    newsarc *arc = opened(in_folder("a.db"));
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    char *before, *after;
    put_three(arc);
    before = dump(arc);
    refuse_what_makes_no_sense(arc);
    after = dump(arc);
    same_dump(after, before, "refused");
    OK(newsarc_begin(arc));
    OK(try(arc, "merge", "person", "Tomas Orrin", "Ines Calder", NULL, NULL));
    OK(newsarc_rollback(arc));
    free(after);
    after = dump(arc);
    same_dump(after, before, "rolled back");
    newsarc_close(arc);
    options.mode = NEWSARC_READONLY;
    OK(newsarc_open(&arc, in_folder("a.db"), &options));
    FAILS(NEWSARC_NOWRITE, try(arc, "merge", "person", "Tomas Orrin", "Ines Calder", NULL, NULL));
    FAILS(NEWSARC_NOWRITE, newsarc_undecide(arc, 1));
    newsarc_close(arc);
    remove_folder();
    free(before);
    free(after);
}
END_TEST

/* ---- the order in which documents and decisions come ------------------------------------- */

typedef struct wish { const char *verb, *kind, *name, *to, *key, *words; } wish;
static const wish wishes[] = {
    { "merge", "person", "Minjae Seo", "Olav Brekkestad", NULL, NULL },
    { "merge", "person", "Lyle Hatcher", "Anita Raman", NULL, NULL },
    { "merge", "person", "Anita Raman", "Fiona O'Dwyer", NULL, NULL },
    { "merge", "organization", "Maritime Safety Board", "Nordholm Line", NULL, NULL },
    { "split", "person", "Hedda Renn", "another", "harbour-02-karsholm-standard", NULL },
    { "rename", "person", "Beatriz Nunes", "Doctor Nunes", NULL, NULL },
    { "hide", "place", "Vellmar", NULL, NULL, NULL },
    { "assert", "person", NULL, "Hedda Renn", "harbour-03-norda-press", "Piotr Wasilek" },
    { "hide", NULL, NULL, NULL, "harbour-03-norda-press", "Hedda Renn" },
};

static int wished(newsarc *arc, const wish *w)
{
    int64_t there;
    if (w->key && newsarc_article_find(arc, w->key, &there) < 0)
        return NEWSARC_NOTFOUND;
    return w->words ? try_place(arc, w->verb, w->key, w->words, w->kind, w->to, NULL) : try(arc, w->verb, w->kind, w->name, w->to, w->key, NULL);
}

/* Documents from `first` on by `step`, decisions as soon as they can be made, or all at the end; then half is put in anew. */
static char *dump_of(news *list, size_t count, size_t first, size_t step, int late)
{
    newsarc *arc = opened(":memory:");
    int done[COUNT(wishes)] = {0};
    char *all;
    for (size_t i = 0; i < count; i++) {
        size_t n = (first + i * step) % count;
        ck_assert_int_ge(newsarc_ingest(arc, &list[n].document, NULL), 0);
        for (size_t k = 0; k < COUNT(wishes) && (!late || i == count - 1); k++)
            if (!done[k]) {
                int result = wished(arc, &wishes[k]);
                ck_assert_msg(result == 0 || result == NEWSARC_NOTFOUND, "wish %zu: %s", k, newsarc_error(arc));
                done[k] = result == 0;
            }
    }
    for (size_t k = 0; k < COUNT(wishes); k++)
        ck_assert_msg(done[k], "wish %zu could never be made: %s", k, newsarc_error(arc));
    OK(newsarc_check(arc));
    all = dump(arc);
    newsarc_close(arc);
    return all;
}

START_TEST(order_of_documents_and_decisions_makes_no_difference)
{
    size_t count;
    news *list = our_articles(&count);
    char *want = dump_of(list, count, 0, 1, 1);
    for (size_t step = 1; step < count; step += 6) {
        size_t a = step, b = count;
        while (b) {                 /* steps that reach every document */
            size_t rest = a % b;
            a = b;
            b = rest;
        }
        if (a == 1) {
            char *got = dump_of(list, count, step, step, 0), why[60];
            snprintf(why, sizeof why, "every %zu. document, decided early", step);
            same_dump(got, want, why);
            free(got);
        }
    }
    {
        char *got = dump_of(list, count, count - 1, count - 1, 0);
        same_dump(got, want, "backwards, decided early");
        free(got);
    }
    free(want);
    forget_articles(list, count);
}
END_TEST

START_TEST(all_taken_back_is_as_if_never_decided)
{
    newsarc *arc = opened(":memory:");
    char *want, *got, *decided;
    put_articles(arc);
    want = dump(arc);
    for (size_t k = 0; k < COUNT(wishes); k++)
        OK(wished(arc, &wishes[k]));
    decided = dump(arc);
    OK(newsarc_rebuild(arc));
    got = dump(arc);
    same_dump(got, decided, "decided, and rebuilt");
    free(got);
    for (size_t k = 0; k < COUNT(wishes); k++)
        OK(newsarc_undecide(arc, (int64_t)((k * 4) % COUNT(wishes) + 1)));
    got = dump(arc);
    same_dump(got, want, "all taken back");
    OK(newsarc_check(arc));
    free(got);
    free(want);
    free(decided);
    newsarc_close(arc);
}
END_TEST

TESTS("decide", merged_names_are_one, merged_organizations_are_one, a_split_tells_two_apart, a_renamed_one_is_shown_and_found_so,
      what_is_hidden_is_no_name, a_place_is_whom_one_says, a_revision_keeps_decisions_on_other_words_off, decisions_are_told,
      what_cannot_be_decided, order_of_documents_and_decisions_makes_no_difference, all_taken_back_is_as_if_never_decided)
