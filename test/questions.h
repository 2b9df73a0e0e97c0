/* questions.h - every question there is, asked of an archive that may be damaged.
 *
 * Whatever the file holds, a question ends, gives strings that are strings,
 * and tells why when it fails. */
#ifndef NA_TEST_QUESTIONS_H
#define NA_TEST_QUESTIONS_H
#include "test.h"
#include <newsarc.h>
#include <stdint.h>

enum { MOST_ROWS = 100000 };            /* more are a question that does not end */

static size_t question_bytes;           /* of all strings, so that each is looked at to its end */

static inline void look(const char *s) { question_bytes += s ? strlen(s) : 0; }

static inline void told(const newsarc *arc, int result, const char *what)
{
    const char *why = newsarc_error(arc);
    ck_assert_msg(result >= 0 || (*why && !strchr(why, '\n')), "%s fails (%d) and says “%s”", what, result, why);
    ck_assert_msg(result != NEWSARC_SQLITE, "%s fails for no reason that has a code: %s", what, why);
    ck_assert_msg(result < 0 || !*why, "%s is fine and says “%s”", what, why);
}

static inline void look_at_source(const newsarc_source *r) { look(r->name), look(r->domain), look(r->page); }
static inline void look_at_article(const newsarc_article *r)
{
    look(r->key), look(r->url), look(r->source), look(r->source_how), look(r->via), look(r->via_how), look(r->headline), look(r->byline);
    look(r->published), look(r->published_from), look(r->published_how), look(r->earliest), look(r->latest), look(r->language);
    look(r->snippet), look(r->page);
}
static inline void look_at_entity(const newsarc_entity *r) { look(r->kind), look(r->name), look(r->role), look(r->also), look(r->wikidata), look(r->page); }
static inline void look_at_mention(const newsarc_mention *r)
{
    look(r->kind), look(r->text), look(r->name), look(r->how), look(r->key), look(r->source), look(r->published), look(r->page);
}
static inline void look_at_date(const newsarc_date *r)
{
    look(r->type), look(r->value), look(r->mod), look(r->anchor), look(r->earliest), look(r->latest), look(r->text), look(r->sentence);
    look(r->role), look(r->key), look(r->source), look(r->published), look(r->page);
}
static inline void look_at_quote(const newsarc_quote *r)
{
    look(r->text), look(r->kind), look(r->speaker), look(r->venue), look(r->venue_how), look(r->how), look(r->relation);
    look(r->key), look(r->source), look(r->published), look(r->snippet), look(r->page);
}
static inline void look_at_utterance(const newsarc_utterance *r)
{
    look(r->speaker), look(r->text), look(r->venue), look(r->earliest), look(r->latest), look(r->page);
}
static inline void look_at_story(const newsarc_story *r) { look(r->title), look(r->earliest), look(r->latest), look(r->page); }
static inline void look_at_venue(const newsarc_venue *r) { look(r->name), look(r->outlets), look(r->page); }
static inline void look_at_decision(const newsarc_decided *r)
{
    look(r->made), look(r->verb), look(r->kind), look(r->name), look(r->to), look(r->key), look(r->words), look(r->page);
}
static inline void look_at_run(const newsarc_run *r) { look(r->text), look(r->a_key), look(r->a_source), look(r->b_key), look(r->b_source); }
static inline void look_at_doubt(const newsarc_doubt *r)
{
    look(r->kind), look(r->text), look(r->why), look(r->key), look(r->source), look(r->published);
}
static inline void look_at_edits(const newsarc_edit *edit, size_t n)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < edit[i].length; k++)
            question_bytes += edit[i].text[k] != 0;
}
static inline void look_at_wording(const newsarc_wording *r) { look_at_quote(&r->quote), look_at_edits(r->edits, r->edit_count); }
static inline void look_at_finding(const newsarc_finding *r) { look_at_quote(&r->quote), look_at_edits(r->edits, r->edit_count); }
static inline void look_at_carried(const newsarc_carried *r) { look(r->text), look(r->speaker), look(r->key), look(r->source), look(r->published); }

static inline void look_at_reading(const newsarc_reading *r)
{
    char *json;
    look_at_article(&r->article);
    for (size_t i = 0; i < r->mention_count; i++) look_at_mention(&r->mentions[i]);
    for (size_t i = 0; i < r->date_count; i++) look_at_date(&r->dates[i]);
    for (size_t i = 0; i < r->quote_count; i++) look_at_quote(&r->quotes[i]);
    for (size_t i = 0; i < r->doubt_count; i++) look_at_doubt(&r->doubts[i]);
    if (newsarc_reading_json(r, &json, NULL) >= 0) {
        look(json);
        newsarc_free(json);
    }
}

/* Opens, steps to the end, closes. */
#define ASK(cursors, call, opened, look_at, what) \
    do { \
        newsarc_##cursors *cursor_ = NULL; \
        int rc_ = (opened), rows_ = 0; \
        told(arc, rc_, what); \
        if (rc_ >= 0) \
            for (const void *row_; (row_ = newsarc_##call##_next(cursor_)) && rows_ <= MOST_ROWS; rows_++) \
                look_at(row_); \
        rc_ = newsarc_##call##_close(cursor_); \
        told(arc, rc_, what); \
        ck_assert_msg(rows_ <= MOST_ROWS, "%s does not end", what); \
    } while (0)
#define ASK_BY(kind, row, filter) ASK(kind, kind, newsarc_##kind##_open(&cursor_, arc, (filter)), look_at_##row, #kind)

/* What all kinds can be asked by. */
static inline void ask_all_kinds(newsarc *arc)
{
    newsarc_filter all = NEWSARC_FILTER_INIT, newest = all;
    newest.newest = 1;
    ASK_BY(sources, source, &all);
    ASK_BY(articles, article, &all);
    ASK_BY(articles, article, &newest);
    ASK_BY(entities, entity, &all);
    ASK_BY(mentions, mention, &all);
    ASK_BY(dates, date, &all);
    ASK_BY(quotes, quote, &all);
    ASK_BY(quotes, quote, &newest);
    ASK_BY(utterances, utterance, &all);
    ASK_BY(stories, story, &all);
    ASK_BY(venues, venue, &all);
    ASK_BY(decisions, decision, &all);
    ASK_BY(runs, run, &all);
    ASK_BY(doubts, doubt, &all);
    ASK_BY(readings, reading, &all);
}

static inline void ask_by_words(newsarc *arc, const char *words, const char *who, const char *source)
{
    newsarc_filter match = NEWSARC_FILTER_INIT, by = match, from = match;
    match.match = words;
    by.who = who;
    from.source = source;
    from.since = "1999";
    ASK_BY(articles, article, &match);
    ASK_BY(quotes, quote, &match);
    ASK_BY(utterances, utterance, &match);
    ASK_BY(stories, story, &match);
    ASK_BY(articles, article, &by);
    ASK_BY(entities, entity, &by);
    ASK_BY(mentions, mention, &by);
    ASK_BY(quotes, quote, &by);
    ASK_BY(utterances, utterance, &by);
    ASK_BY(venues, venue, &by);
    ASK_BY(articles, article, &from);
    ASK_BY(dates, date, &from);
    ASK_BY(utterances, utterance, &from);
    ASK(findings, verify, newsarc_verify_open(&cursor_, arc, words), look_at_finding, "verify");
}

static inline void ask_by_numbers(newsarc *arc, int64_t id)
{
    static const enum newsarc_kind kinds[] = { NEWSARC_SOURCE, NEWSARC_ARTICLE, NEWSARC_ENTITY, NEWSARC_MENTION,
                                               NEWSARC_DATE, NEWSARC_QUOTE, NEWSARC_UTTERANCE, NEWSARC_STORY };
    newsarc_filter f = NEWSARC_FILTER_INIT;
    char *text;
    int rc;
    ASK(wordings, wordings, newsarc_wordings_open(&cursor_, arc, id), look_at_wording, "wordings");
    ASK(comparison, compare, newsarc_compare_open(&cursor_, arc, id), look_at_carried, "comparison");
    for (size_t i = 0; i < COUNT(kinds); i++) {
        told(arc, rc = newsarc_explain(arc, kinds[i], id, 0, &text), "explain");
        if (rc >= 0) {
            look(text);
            newsarc_free(text);
        }
    }
    told(arc, rc = newsarc_article_text(arc, id, &text, NULL), "article_text");
    if (rc >= 0)
        newsarc_free(text);
    f.story = id;
    ASK_BY(articles, article, &f);
    ASK_BY(runs, run, &f);
    ASK_BY(readings, reading, &f);
    f.story = 0;
    f.entity = id;
    ASK_BY(quotes, quote, &f);
    ASK_BY(mentions, mention, &f);
}

static inline void ask_everything(newsarc *arc, const char *words, const char *who, const char *source)
{
    ask_all_kinds(arc);
    ask_by_words(arc, words, who, source);
    ask_by_numbers(arc, 1);
}

#endif
