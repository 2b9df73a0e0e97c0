/* ask_rows.h - what rows of one kind hold, for all who read them: each SELECT is to be followed by
 * its WHERE, each function reads the row that the statement stands on.  Strings live until its next
 * step.  What is cut from the text of an article is left to the caller. */
#ifndef NA_ASK_ROWS_H
#define NA_ASK_ROWS_H
#include "store/ask.h"

#define NA_ARTICLE_SELECT \
    "SELECT a.id, a.key, d.url, s.name, a.source_how, v.name, a.via_how, a.headline, a.byline, a.published, a.published_from," \
    " a.published_how, a.earliest, a.latest, a.language, a.story_id, a.copy_of, a.length" \
    " FROM article a JOIN document d ON d.id = a.id LEFT JOIN source s ON s.id = a.source_id LEFT JOIN source v ON v.id = a.via_id"

/* Why it is that name in the article, then why that is whom it is across articles. */
#define NA_MENTION_SELECT \
    "SELECT m.article_id, m.at, m.length, n.kind, coalesce(e.name, n.name), n.entity_id," \
    " coalesce(m.how, 'named in full') || coalesce('; ' || nullif(nullif(n.merged, 'full name'), coalesce(m.how, '')), ''), a.key, s.name, a.published," \
    " m.role_at, m.role_length" \
    " FROM mention m JOIN naming n ON n.article_id = m.article_id AND n.number = m.naming JOIN article a ON a.id = m.article_id" \
    " LEFT JOIN entity e ON e.id = n.entity_id LEFT JOIN source s ON s.id = a.source_id"

#define NA_DATE_SELECT \
    "SELECT d.article_id, d.at, d.length, d.type, d.value, d.modifier, d.anchor, d.earliest, d.latest, a.key, s.name, a.published, a.story_id," \
    " (SELECT CASE WHEN d.at < p.at + p.length THEN p.role END FROM part p WHERE p.article_id = d.article_id AND p.at <= d.at ORDER BY p.at DESC LIMIT 1)" \
    " FROM date d JOIN article a ON a.id = d.article_id LEFT JOIN source s ON s.id = a.source_id"

#define NA_QUOTE_COLUMNS \
    "q.id, q.article_id, q.at, q.length, q.text, q.kind, coalesce(e.name, n.name, q.speaker_words), q.speaker_id," \
    " q.speaker_at, q.speaker_length, q.cue_at, q.cue_length, coalesce(w.name, q.venue), q.venue_how, q.how, q.confidence," \
    " q.utterance_id, q.relation, a.key, s.name, a.published, a.story_id"
#define NA_QUOTE_FROM \
    " FROM quote q JOIN article a ON a.id = q.article_id LEFT JOIN source s ON s.id = a.source_id" \
    " LEFT JOIN entity e ON e.id = q.speaker_id" \
    " LEFT JOIN naming n ON n.article_id = q.article_id AND n.number = q.speaker_naming" \
    " LEFT JOIN naming v ON v.article_id = q.article_id AND v.number = q.venue_naming LEFT JOIN entity w ON w.id = v.entity_id"
#define NA_QUOTE_SELECT "SELECT " NA_QUOTE_COLUMNS NA_QUOTE_FROM

void na_article_row(sqlite3_stmt *stmt, newsarc_article *row);
void na_mention_row(sqlite3_stmt *stmt, newsarc_mention *row);
void na_date_row(sqlite3_stmt *stmt, newsarc_date *row);
void na_quote_row(sqlite3_stmt *stmt, newsarc_quote *row);

#endif
