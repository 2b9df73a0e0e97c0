/* Questions: every kind by every field, search by any bytes, paging, and what the rows hold. */
#include "public.h"

/* ---- the kinds, seen alike -------------------------------------------- */

typedef struct pages { char **page; size_t n; int result; } pages;

static void keep(pages *p, const char *page)
{
    p->page = realloc(p->page, (p->n + 1) * sizeof *p->page);
    ck_assert_ptr_nonnull(p->page);
    p->page[p->n++] = strdup(page ? page : "");
}

static void forget(pages *p)
{
    for (size_t i = 0; i < p->n; i++)
        free(p->page[i]);
    free(p->page);
}

#define KIND(kinds, row) \
    static pages ask_##kinds(newsarc *arc, const newsarc_filter *filter) \
    { \
        newsarc_##kinds *cursor; \
        const newsarc_##row *r; \
        pages p = {0}; \
        int opened_as = newsarc_##kinds##_open(&cursor, arc, filter); \
        while (opened_as >= 0 && (r = newsarc_##kinds##_next(cursor))) \
            keep(&p, r->page); \
        p.result = newsarc_##kinds##_close(cursor); \
        if (opened_as < 0) \
            p.result = opened_as; \
        return p; \
    }
KIND(sources, source)
KIND(articles, article)
KIND(entities, entity)
KIND(mentions, mention)
KIND(dates, date)
KIND(quotes, quote)
KIND(utterances, utterance)
KIND(stories, story)
KIND(venues, venue)

typedef pages ask(newsarc *arc, const newsarc_filter *filter);
static const struct { const char *name; ask *ask; const char *some_kind; } kinds[] = {
    { "sources", ask_sources, NULL }, { "articles", ask_articles, "relayed" }, { "entities", ask_entities, "person" },
    { "mentions", ask_mentions, "person" }, { "dates", ask_dates, "DATE" }, { "quotes", ask_quotes, "direct" },
    { "utterances", ask_utterances, NULL }, { "stories", ask_stories, NULL },
    { "venues", ask_venues, NULL },
};

static newsarc *filled(void)
{
    newsarc *arc = opened(":memory:");
    put_articles(arc);
    return arc;
}

/* ---- the table of fields in the header is the truth ------------------------------ */

static void set_field(newsarc_filter *f, const char *field, const char *some_kind)
{
    if (!strcmp(field, "match")) f->match = "the";
    else if (!strcmp(field, "who")) f->who = "Nobody of that name";
    else if (!strcmp(field, "called")) f->called = "nobody";
    else if (!strcmp(field, "source")) f->source = "No such outlet";
    else if (!strcmp(field, "kind")) f->kind = some_kind ? some_kind : "person";
    else if (!strcmp(field, "since")) f->since = "2024";
    else if (!strcmp(field, "until")) f->until = "2024-03";
    else if (!strcmp(field, "article")) f->article = 1;
    else if (!strcmp(field, "story")) f->story = 1;
    else if (!strcmp(field, "utterance")) f->utterance = 1;
    else if (!strcmp(field, "entity")) f->entity = 1;
    else if (!strcmp(field, "newest")) f->newest = 1;
    else ck_abort_msg("the header's table has a field that the test does not know: %s", field);
}

START_TEST(a_field_that_a_kind_cannot_use_is_an_error)
{
    size_t n, cells = 0;
    char *header = whole_file(TEST_HEADER, &n), *line, *word;
    char *field[16];
    size_t fields = 0;
    newsarc *arc = filled();
    line = strstr(header, " *             match who");
    ck_assert_msg(line != NULL, "the table of fields is not in the header");
    for (word = strtok(line + 2, " \n"); word && *word != '*'; word = strtok(NULL, " \n"))
        field[fields++] = word;
    ck_assert_uint_eq(fields, 12);
    for (size_t k = 0; k < COUNT(kinds); k++) {
        while (*word == '*')            /* of the comment */
            word = strtok(NULL, " \n");
        ck_assert_str_eq(word, kinds[k].name);
        for (size_t i = 0; i < fields; i++, cells++) {
            newsarc_filter f = NEWSARC_FILTER_INIT;
            pages p;
            word = strtok(NULL, " \n");
            set_field(&f, field[i], kinds[k].some_kind);
            p = kinds[k].ask(arc, &f);
            if (*word == 'x')
                ck_assert_msg(p.result >= 0, "%s by %s: %s", kinds[k].name, field[i], newsarc_error(arc));
            else
                ck_assert_msg(p.result == NEWSARC_BADARG && strstr(newsarc_error(arc), field[i]), "%s by %s gives %d and says: %s", kinds[k].name,
                              field[i], p.result, newsarc_error(arc));
            forget(&p);
        }
        word = strtok(NULL, " \n");
    }
    ck_assert_uint_eq(cells, 108);
    free(header);
    newsarc_close(arc);
}
END_TEST

START_TEST(values_that_make_no_sense_are_errors)
{
    static const char *const days[] = { "2024-13", "2024-02-30", "yesterday", "24", "2024-1-1", "2024-01-01-01", "2024-", "" };
    newsarc *arc = filled();
    for (size_t i = 0; i < COUNT(days); i++) {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        pages p;
        f.since = days[i];
        p = ask_articles(arc, &f);
        ck_assert_msg(p.result == NEWSARC_BADARG, "since “%s” gives %d", days[i], p.result);
        forget(&p);
        f.since = NULL;
        f.until = days[i];
        p = ask_quotes(arc, &f);
        ck_assert_msg(p.result == NEWSARC_BADARG, "until “%s” gives %d", days[i], p.result);
        forget(&p);
    }
    for (int newest = -1; newest <= 2; newest += 3) {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        pages p;
        f.newest = newest;
        p = ask_articles(arc, &f);
        ck_assert_msg(p.result == NEWSARC_BADARG, "newest %d gives %d", newest, p.result);
        forget(&p);
    }
    for (size_t k = 0; k < COUNT(kinds); k++) {
        newsarc_filter f = NEWSARC_FILTER_INIT, raw = {0};
        pages p = kinds[k].ask(arc, &raw);
        ck_assert_int_eq(p.result, NEWSARC_BADARG);
        forget(&p);
        f.limit = -1;
        p = kinds[k].ask(arc, &f);
        ck_assert_msg(p.result == NEWSARC_BADARG, "%s: a limit below 0 gives %d", kinds[k].name, p.result);
        forget(&p);
        f.limit = 0;
        f.after = "nonsense";
        p = kinds[k].ask(arc, &f);
        ck_assert_msg(p.result == (kinds[k].ask == ask_sources ? 0 : NEWSARC_BADARG),         /* a source's page is its name: any is one */
                      "%s: a page that is none gives %d", kinds[k].name, p.result);
        forget(&p);
        if (!kinds[k].some_kind)
            continue;
        f.after = NULL;
        f.kind = "neither";
        p = kinds[k].ask(arc, &f);
        ck_assert_msg(p.result == NEWSARC_BADARG, "%s: a kind that is none gives %d", kinds[k].name, p.result);
        forget(&p);
    }
    newsarc_close(arc);
}
END_TEST

/* ---- paging ------------------------------------------------------------------------- */

static void pages_join(newsarc *arc, ask *of, newsarc_filter f, const char *what)
{
    pages all = of(arc, &f);
    ck_assert_msg(all.result >= 0, "%s: %s", what, newsarc_error(arc));
    for (int64_t size = 1; size <= 7; size += 3) {
        char *after = NULL;
        size_t seen = 0;
        for (;;) {
            pages p;
            f.limit = size;
            f.after = after;
            p = of(arc, &f);
            ck_assert_msg(p.result >= 0 && p.n <= (size_t)size, "%s, %d a page: %s", what, (int)size, newsarc_error(arc));
            for (size_t i = 0; i < p.n; i++, seen++)
                ck_assert_msg(seen < all.n && !strcmp(p.page[i], all.page[seen]), "%s, %d a page: row %zu is another", what, (int)size, seen);
            free(after);
            after = p.n ? strdup(p.page[p.n - 1]) : NULL;
            forget(&p);
            if (!after)
                break;
        }
        ck_assert_msg(seen == all.n, "%s, %d a page: %zu rows of %zu", what, (int)size, seen, all.n);
    }
    forget(&all);
}

START_TEST(pages_joined_are_the_whole)
{
    newsarc *arc = filled();
    for (size_t k = 0; k < COUNT(kinds); k++) {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        pages p = kinds[k].ask(arc, &f);
        ck_assert_msg(p.n > 2, "only %zu %s in our own articles", p.n, kinds[k].name);
        forget(&p);
        pages_join(arc, kinds[k].ask, f, kinds[k].name);
    }
    for (size_t k = 0; k < COUNT(kinds); k++) {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        if (kinds[k].ask != ask_articles && kinds[k].ask != ask_mentions && kinds[k].ask != ask_quotes)
            continue;
        f.newest = 1;
        pages_join(arc, kinds[k].ask, f, "newest first");
    }
    {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        f.match = "the";
        pages_join(arc, ask_articles, f, "articles that match");
        pages_join(arc, ask_quotes, f, "quotes that match");
    }
    newsarc_close(arc);
}
END_TEST

START_TEST(paging_survives_inserts)
{
    newsarc *arc = filled();
    newsarc_filter f = NEWSARC_FILTER_INIT;
    pages all = ask_articles(arc, &f), rest;
    size_t half = all.n / 2;
    OK(put(arc, "inserted", "1990-01-01", "An old article is found at last, said Ann Lee.", NULL));
    f.after = all.page[half - 1];
    rest = ask_articles(arc, &f);
    ck_assert_uint_eq(rest.n, all.n - half);
    for (size_t i = 0; i < rest.n; i++)
        ck_assert_str_eq(rest.page[i], all.page[half + i]);
    forget(&all);
    forget(&rest);
    newsarc_close(arc);
}
END_TEST

/* ---- search -------------------------------------------------------------------------- */

START_TEST(any_bytes_can_be_searched_for)
{
    static const char *const strings[] = {
        "\"", "\"\"", "\"a", "a\"b", "*", "a*", "^a", "-a", "a -b", "NOT", "a AND", "OR b", "NEAR(", "NEAR(a b)", "(", ")", "a:b", "{a}", "+", "a + b",
        "'", "O'Brien", "O’Brien", "O ‘Brien", ";", "--", "/*", "%", "_", "\\", "\n", " ", "", "…", "“we will”", "\xFF\xFE", "\xC3", "a\xE2\x80", "é", "東京", "😀",
        "headline:ferry", "body : x", ".", "...", "#", "@", "$", "?", "?1", ":x", "\x01\x02", "\xEF\xBF\xBD", "the the the the the the the the",
    };
    newsarc *arc = filled();
    for (size_t i = 0; i < COUNT(strings); i++)
        for (size_t k = 0; k < COUNT(kinds); k++) {
            const char *k_name = kinds[k].name;
            newsarc_filter f = NEWSARC_FILTER_INIT;
            pages p;
            if (!strcmp(k_name, "articles") || !strcmp(k_name, "quotes") || !strcmp(k_name, "utterances") || !strcmp(k_name, "stories")) {
                f.match = strings[i];
                p = kinds[k].ask(arc, &f);
                ck_assert_msg(p.result >= 0, "%s that match “%s”: %s", k_name, strings[i], newsarc_error(arc));
                forget(&p);
            }
            f.match = NULL;
            if (strcmp(k_name, "sources")) {
                f.who = strings[i];
                p = kinds[k].ask(arc, &f);
                ck_assert_msg(p.result >= 0, "%s of “%s”: %s", k_name, strings[i], newsarc_error(arc));
                forget(&p);
            }
            f.who = NULL;
            if (strcmp(k_name, "entities")) {
                f.source = strings[i];
                p = kinds[k].ask(arc, &f);
                ck_assert_msg(p.result >= 0, "%s from “%s”: %s", k_name, strings[i], newsarc_error(arc));
                forget(&p);
            }
        }
    newsarc_close(arc);
}
END_TEST

static const struct { const char *match; int found; const char *why; } searches[] = {
    { "ferry", 1, "a word" }, { "FERRY", 1, "in capitals" }, { "ferries", 1, "another form of it" }, { "ferry minister", 1, "two words, both there" },
    { "minister ferry", 1, "in any order" }, { "ferry zeppelin", 0, "two words, one not there" }, { "\"sail again\"", 1, "in a row" },
    { "\"again sail\"", 0, "not in that row" }, { "Brien", 1, "a part of a name that a mark divides" }, { "O'Brien", 1, "straight" }, { "O’Brien", 1, "curly" },
    { "O ‘Brien", 1, "an opening mark" }, { "obrien", 1, "without its mark" }, { "Łódź", 1, "diacritics as they are" }, { "zeppelin", 0, "nothing" },
    { "ferry AND minister", 0, "AND is a word like another" }, { "cafe", 1, "a diacritic left out" }, { "café", 1, "and put in" }, { "Karsholm–Norda", 1, "a dash" },
};

START_TEST(what_is_searched_for_is_found)
{
    newsarc *arc = opened(":memory:");
    OK(put(arc, "a", "2024-03-05", "Ferry of Karsholm – Norda sails again\n\n“The ferry will sail again,” said Robert O’Brien, the minister, in a café in Łódź.\n", NULL));
    OK(put(arc, "b", "2024-03-06", "Bread prices rise\n\n“Flour is dear,” said a baker in the old town.\n", NULL));
    for (size_t i = 0; i < COUNT(searches); i++) {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        int64_t found;
        f.match = searches[i].match;
        found = count_articles(arc, &f);
        ck_assert_msg(found == searches[i].found, "“%s” finds %d: %s", searches[i].match, (int)found, searches[i].why);
    }
    newsarc_close(arc);
}
END_TEST

START_TEST(one_name_however_it_is_spelled)
{
    static const char *const spelled[] = { "Robert O'Brien", "O'Brien", "O’Brien", "O ‘Brien", "o'brien", "OBRIEN" };
    newsarc *arc = opened(":memory:");
    OK(put(arc, "a", "2024-03-05", "“The ferry will sail again,” said Robert O’Brien. “It must,” O’Brien added.\n", NULL));
    for (size_t i = 0; i < COUNT(spelled); i++) {
        newsarc_filter f = NEWSARC_FILTER_INIT;
        pages p;
        f.who = spelled[i];
        p = ask_quotes(arc, &f);
        ck_assert_msg(p.n == 2, "%zu quotes of %s", p.n, spelled[i]);
        forget(&p);
        p = ask_entities(arc, &f);
        ck_assert_msg(p.n == 1, "%zu entities are %s", p.n, spelled[i]);
        forget(&p);
    }
    newsarc_close(arc);
}
END_TEST

/* ---- rows ------------------------------------------------------------------------------- */

START_TEST(quotes_are_bytes_of_their_article)
{
    newsarc *arc = filled();
    newsarc_quotes *quotes;
    const newsarc_quote *q;
    size_t seen = 0;
    OK(newsarc_quotes_open(&quotes, arc, NULL));
    while ((q = newsarc_quotes_next(quotes))) {
        char *text;
        size_t length;
        ck_assert_int_eq(newsarc_article_text(arc, q->article, &text, &length), 0);
        ck_assert_int_le(q->at + q->length, (int64_t)length);
        ck_assert_uint_eq(strlen(q->text), (size_t)q->length);
        ck_assert_int_eq(memcmp(text + q->at, q->text, (size_t)q->length), 0);
        newsarc_free(text);
        seen++;
    }
    OK(newsarc_quotes_close(quotes));
    ck_assert_uint_gt(seen, 20);
    newsarc_close(arc);
}
END_TEST

START_TEST(wordings_of_an_utterance_spell_out_their_edits)
{
    newsarc *arc = filled();
    newsarc_utterances *utterances;
    const newsarc_utterance *u;
    size_t several = 0;
    OK(newsarc_utterances_open(&utterances, arc, NULL));
    while ((u = newsarc_utterances_next(utterances))) {
        newsarc_wordings *wordings;
        const newsarc_wording *w;
        int64_t seen = 0;
        ck_assert_int_eq(newsarc_wordings_open(&wordings, arc, u->id), 0);
        while ((w = newsarc_wordings_next(wordings))) {
            size_t kept = 0;
            ck_assert_int_eq(w->quote.utterance, u->id);
            ck_assert_msg(seen || (w->quote.relation && !strcmp(w->quote.relation, "base")), "the base comes first");
            for (size_t i = 0; i < w->edit_count; i++) {
                ck_assert_ptr_nonnull(strchr("=-+", w->edits[i].what));
                kept += w->edits[i].what == '=';
            }
            ck_assert(kept || !w->edit_count || w->changed);
            seen++;
        }
        ck_assert_int_eq(newsarc_wordings_close(wordings), 0);
        ck_assert_int_eq(seen, u->quotes);
        several += seen > 1;
    }
    OK(newsarc_utterances_close(utterances));
    ck_assert_uint_gt(several, 2);
    newsarc_close(arc);
}
END_TEST

START_TEST(rows_that_are_not_there_are_not_found)
{
    newsarc *arc = filled();
    newsarc_wordings *wordings;
    newsarc_comparison *comparison;
    newsarc_findings *findings;
    int64_t article;
    char *text;
    FAILS(NEWSARC_NOTFOUND, newsarc_wordings_open(&wordings, arc, 999999));
    newsarc_wordings_close(wordings);
    FAILS(NEWSARC_NOTFOUND, newsarc_compare_open(&comparison, arc, 999999));
    newsarc_compare_close(comparison);
    FAILS(NEWSARC_NOTFOUND, newsarc_article_text(arc, 999999, &text, NULL));
    ck_assert_ptr_null(text);
    FAILS(NEWSARC_NOTFOUND, newsarc_article_find(arc, "no such key", &article));
    FAILS(NEWSARC_BADARG, newsarc_article_find(arc, NULL, &article));
    FAILS(NEWSARC_BADARG, newsarc_article_find(arc, "", &article));
    FAILS(NEWSARC_NOTFOUND, newsarc_explain(arc, NEWSARC_STORY, 999999, 0, &text));
    FAILS(NEWSARC_BADARG, newsarc_explain(arc, (enum newsarc_kind)99, 1, 0, &text));
    FAILS(NEWSARC_BADARG, newsarc_verify_open(&findings, arc, NULL));
    newsarc_verify_close(findings);
    OK(newsarc_verify_open(&findings, arc, "words that nobody has ever put together in print"));
    ck_assert_ptr_null(newsarc_verify_next(findings));
    OK(newsarc_verify_close(findings));
    newsarc_close(arc);
}
END_TEST

START_TEST(a_key_may_be_cut_short_while_it_is_unambiguous)
{
    newsarc *arc = opened(":memory:");
    int64_t one, two, found;
    OK(put(arc, "ferry-1", NULL, "The ferry sails.", &one));
    OK(put(arc, "ferry-12", NULL, "The ferry stays.", &two));
    OK(newsarc_article_find(arc, "ferry-12", &found));
    ck_assert_int_eq(found, two);
    OK(newsarc_article_find(arc, "ferry-1", &found));       /* whole: no ambiguity */
    ck_assert_int_eq(found, one);
    FAILS(NEWSARC_BADARG, newsarc_article_find(arc, "fer", &found));
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "ferry-1"));
    ck_assert_ptr_nonnull(strstr(newsarc_error(arc), "ferry-12"));
    OK(newsarc_delete(arc, two));
    OK(newsarc_article_find(arc, "f", &found));
    ck_assert_int_eq(found, one);
    FAILS(NEWSARC_NOTFOUND, newsarc_article_find(arc, "ferry-_", &found));
    FAILS(NEWSARC_NOTFOUND, newsarc_article_find(arc, "ferry*", &found));
    newsarc_close(arc);
}
END_TEST

START_TEST(every_row_is_explained)
{
    newsarc *arc = filled();
    newsarc_quotes *quotes;
    const newsarc_quote *q;
    newsarc_articles *articles;
    const newsarc_article *a;
    newsarc_dates *dates;
    const newsarc_date *d;
    newsarc_mentions *mentions;
    const newsarc_mention *m;
    char *why;
    OK(newsarc_quotes_open(&quotes, arc, NULL));
    while ((q = newsarc_quotes_next(quotes))) {
        ck_assert_int_eq(newsarc_explain(arc, NEWSARC_QUOTE, q->id, 0, &why), 0);
        ck_assert_msg(strlen(why) > 10 && !strchr(why, '\n'), "%s", why);
        newsarc_free(why);
        if (q->utterance) {
            ck_assert_int_eq(newsarc_explain(arc, NEWSARC_UTTERANCE, q->utterance, 0, &why), 0);
            newsarc_free(why);
        }
    }
    OK(newsarc_quotes_close(quotes));
    OK(newsarc_articles_open(&articles, arc, NULL));
    while ((a = newsarc_articles_next(articles))) {
        ck_assert_int_eq(newsarc_explain(arc, NEWSARC_ARTICLE, a->id, 0, &why), 0);
        newsarc_free(why);
        ck_assert_int_eq(newsarc_explain(arc, NEWSARC_STORY, a->story, 0, &why), a->story ? 0 : NEWSARC_NOTFOUND);
        newsarc_free(why);
    }
    OK(newsarc_articles_close(articles));
    OK(newsarc_dates_open(&dates, arc, NULL));
    while ((d = newsarc_dates_next(dates))) {
        ck_assert_int_eq(newsarc_explain(arc, NEWSARC_DATE, d->article, d->at, &why), 0);
        newsarc_free(why);
    }
    OK(newsarc_dates_close(dates));
    OK(newsarc_mentions_open(&mentions, arc, NULL));
    while ((m = newsarc_mentions_next(mentions))) {
        ck_assert_int_eq(newsarc_explain(arc, NEWSARC_MENTION, m->article, m->at, &why), 0);
        newsarc_free(why);
        ck_assert_int_eq(newsarc_explain(arc, NEWSARC_ENTITY, m->entity, 0, &why), m->entity ? 0 : NEWSARC_NOTFOUND);
        newsarc_free(why);
    }
    OK(newsarc_mentions_close(mentions));
    newsarc_close(arc);
}
END_TEST

/* ---- verdicts, venues, parts of dates --------------------------------------------------- */

/* Three outlets, each in its own words round the same speech: none copies another. */
static const struct { const char *name, *before, *behind; } gazette[] = {
    { "First Gazette", "BRENNOCK - The council met in the town hall to hear what had gone wrong with the bridge at Upper Tarn.",
      "Traffic is sent round by the old mill until further notice, and the school bus now leaves half an hour earlier than it did." },
    { "Second Gazette", "Lorries have been queueing at the ferry since the Upper Tarn bridge was shut, and the bakers of Brennock are short of flour.",
      "A temporary repair would cost the county two million pounds, which its treasurer said she did not have." },
    { "Third Gazette", "Who looked after the steelwork at Upper Tarn? In Brennock the question is asked in every pub.",
      "Farmers on both banks want a date for the reopening; the railway has offered to carry sheep for nothing." },
};

static void put_speech(newsarc *arc, size_t outlet, const char *words)
{
    char text[600];
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    snprintf(text, sizeof text, "%s\n\n“%s,” Maud Trelawny told the Brennock Herald.\n\n%s\n",
             gazette[outlet].before, words, gazette[outlet].behind);
    d.text = text;
    d.length = strlen(text);
    d.id = d.source = gazette[outlet].name;
    d.published = "2024-05-07";
    OK(newsarc_ingest(arc, &d, NULL));
}

static int verdict(newsarc *arc, const char *words)
{
    newsarc_findings *findings;
    const newsarc_finding *f;
    int answer;
    OK(newsarc_verify_open(&findings, arc, words));
    answer = (f = newsarc_verify_next(findings)) ? f->verdict : NEWSARC_UNKNOWN;
    OK(newsarc_verify_close(findings));
    return answer;
}

START_TEST(more_outlets_against_fewer_are_right)
{
    static const char *const one = "Nobody oiled the northern bearing for eleven winters", *const other = "Nobody greased the northern bearing for eleven winters";
    newsarc *arc = opened(":memory:");
    put_speech(arc, 0, one);
    ck_assert_int_eq(verdict(arc, one), NEWSARC_VERBATIM);
    ck_assert_int_eq(verdict(arc, other), NEWSARC_ALTERED);
    put_speech(arc, 1, other);
    ck_assert_int_eq(verdict(arc, one), NEWSARC_VARIANT);
    ck_assert_int_eq(verdict(arc, other), NEWSARC_VARIANT);
    put_speech(arc, 2, one);
    ck_assert_int_eq(verdict(arc, one), NEWSARC_VERBATIM);
    ck_assert_int_eq(verdict(arc, other), NEWSARC_ALTERED);
    ck_assert_int_eq(verdict(arc, "the northern bearing"), NEWSARC_VERBATIM);
    ck_assert_int_eq(verdict(arc, "the old mill until further notice"), NEWSARC_UNMARKED);
    ck_assert_int_eq(verdict(arc, "Everybody loves a southern railway timetable"), NEWSARC_UNKNOWN);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_fragment_contradicts_nobody)
{
    newsarc *arc = opened(":memory:");
    put_speech(arc, 0, "We counted ninety dead trout below the northern sluice");
    put_speech(arc, 1, "counted ninety dead trout below the northern sluice before anybody had breakfast");
    ck_assert_int_eq(verdict(arc, "We counted ninety dead trout below the northern sluice"), NEWSARC_VERBATIM);
    ck_assert_int_eq(verdict(arc, "We counted nineteen dead trout below the northern sluice"), NEWSARC_ALTERED);
    newsarc_close(arc);
}
END_TEST

START_TEST(a_venue_tells_who_quotes_from_there)
{
    newsarc *arc = opened(":memory:");
    newsarc_venues *venues;
    const newsarc_venue *v;
    put_speech(arc, 0, "Nobody oiled the northern bearing for eleven winters");
    put_speech(arc, 1, "The southern one was painted twice by mistake");
    OK(newsarc_venues_open(&venues, arc, NULL));
    ck_assert_ptr_nonnull(v = newsarc_venues_next(venues));
    ck_assert_str_eq(v->name, "Brennock Herald");
    ck_assert_int_eq(v->quotes, 2);
    ck_assert_int_eq(v->carried, 0);
    ck_assert_int_eq(v->articles, 2);
    ck_assert_str_eq(v->outlets, "First Gazette; Second Gazette");
    ck_assert_ptr_null(newsarc_venues_next(venues));
    OK(newsarc_venues_close(venues));
    newsarc_close(arc);
}
END_TEST

START_TEST(a_family_name_of_two_halves_is_one)
{
    newsarc *arc = opened(":memory:");
    newsarc_entities *entities;
    const newsarc_entity *e;
    newsarc_filter f = NEWSARC_FILTER_INIT;
    OK(put(arc, "one", "2024-05-07", "The water is clean, Maud Okafor-Hale said in Brennock on Monday.", NULL));
    f.who = "Okafor-Hale";
    OK(newsarc_entities_open(&entities, arc, &f));
    ck_assert_ptr_nonnull(e = newsarc_entities_next(entities));
    ck_assert_str_eq(e->name, "Maud Okafor-Hale");
    ck_assert_str_eq(e->also, "Okafor-Hale");
    ck_assert_ptr_null(newsarc_entities_next(entities));
    OK(newsarc_entities_close(entities));
    newsarc_close(arc);
}
END_TEST

START_TEST(a_date_tells_its_part)
{
    static const char text[] = "Bridge opens after three years\n\n8 October 2023\n\nThe new bridge was opened on Saturday, three years after a barge hit the old one, "
                               "the county said in a long statement that praised its own engineers.\n";
    newsarc *arc = opened(":memory:");
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    newsarc_filter f = NEWSARC_FILTER_INIT;
    newsarc_dates *dates;
    const newsarc_date *row;
    int dateline = 0, body = 0;
    d.text = text;
    d.length = sizeof text - 1;
    OK(newsarc_ingest(arc, &d, NULL));
    f.kind = "DATE";
    OK(newsarc_dates_open(&dates, arc, &f));
    while ((row = newsarc_dates_next(dates))) {
        dateline += !strcmp(row->text, "8 October 2023") && row->role && !strcmp(row->role, "dateline");
        body += !strcmp(row->text, "Saturday") && !row->role;
    }
    OK(newsarc_dates_close(dates));
    ck_assert_int_eq(dateline, 1);
    ck_assert_int_eq(body, 1);
    newsarc_close(arc);
}
END_TEST

START_TEST(an_empty_archive_answers_every_question)
{
    newsarc *arc = opened(":memory:");
    char *all;
    newsarc_runs *runs;
    newsarc_doubts *doubts;
    for (size_t k = 0; k < COUNT(kinds); k++) {
        pages p = kinds[k].ask(arc, NULL);
        ck_assert_msg(p.result == 0 && !p.n, "%s: %s", kinds[k].name, newsarc_error(arc));
        forget(&p);
    }
    OK(newsarc_runs_open(&runs, arc, NULL));
    ck_assert_ptr_null(newsarc_runs_next(runs));
    OK(newsarc_runs_close(runs));
    OK(newsarc_doubts_open(&doubts, arc, NULL));
    ck_assert_ptr_null(newsarc_doubts_next(doubts));
    OK(newsarc_doubts_close(doubts));
    all = dump(arc);
    ck_assert_str_eq(all, "");
    free(all);
    OK(newsarc_rebuild(arc));
    OK(newsarc_check(arc));
    newsarc_close(arc);
}
END_TEST

START_TEST(closing_nothing_does_nothing)
{
    ck_assert_int_eq(newsarc_sources_close(NULL) | newsarc_articles_close(NULL) | newsarc_entities_close(NULL) | newsarc_mentions_close(NULL) |
                     newsarc_dates_close(NULL) | newsarc_venues_close(NULL) | newsarc_quotes_close(NULL) | newsarc_utterances_close(NULL) | newsarc_stories_close(NULL) |
                     newsarc_wordings_close(NULL) | newsarc_verify_close(NULL) | newsarc_compare_close(NULL) | newsarc_runs_close(NULL) |
                     newsarc_doubts_close(NULL) | newsarc_readings_close(NULL), 0);
    newsarc_reading_close(NULL);
}
END_TEST

TESTS("ask", a_field_that_a_kind_cannot_use_is_an_error, values_that_make_no_sense_are_errors, pages_joined_are_the_whole,
      paging_survives_inserts, any_bytes_can_be_searched_for, what_is_searched_for_is_found, one_name_however_it_is_spelled,
      quotes_are_bytes_of_their_article, wordings_of_an_utterance_spell_out_their_edits, rows_that_are_not_there_are_not_found,
      more_outlets_against_fewer_are_right, a_fragment_contradicts_nobody, a_venue_tells_who_quotes_from_there, a_family_name_of_two_halves_is_one, a_date_tells_its_part,
      a_key_may_be_cut_short_while_it_is_unambiguous, every_row_is_explained, an_empty_archive_answers_every_question,
      closing_nothing_does_nothing)
