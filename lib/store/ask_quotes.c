/* ask_quotes.c - quotations, each as one article printed it. */
#include "store/ask_rows.h"
#include <string.h>

struct newsarc_quotes { na_ask ask; newsarc_quote row; };

void na_quote_row(sqlite3_stmt *stmt, newsarc_quote *row)
{
    *row = (newsarc_quote){
        .id = sqlite3_column_int64(stmt, 0), .article = sqlite3_column_int64(stmt, 1),
        .at = na_offset(stmt, 2), .length = na_offset(stmt, 3),
        .text = na_word(stmt, 4), .kind = na_word(stmt, 5), .speaker = na_string(stmt, 6), .entity = sqlite3_column_int64(stmt, 7),
        .speaker_at = na_offset(stmt, 8), .speaker_length = na_offset(stmt, 9),
        .cue_at = na_offset(stmt, 10), .cue_length = na_offset(stmt, 11),
        .venue = na_string(stmt, 12), .venue_how = na_string(stmt, 13), .how = na_string(stmt, 14),
        .confidence = sqlite3_column_double(stmt, 15), .utterance = sqlite3_column_int64(stmt, 16), .relation = na_string(stmt, 17),
        .key = na_word(stmt, 18), .source = na_string(stmt, 19), .published = na_string(stmt, 20), .story = sqlite3_column_int64(stmt, 21)
    };
}

static void order(na_ask *q)
{
    const newsarc_filter *f = &q->filter;
    /* from the quotations of a speaker or an utterance, which are few; else from the articles */
    na_ask_sql(q, "SELECT q.id, a.published, a.key, q.at, q.length, q.kind FROM ");
    na_ask_sql(q, q->whom || f->utterance ? "quote q CROSS JOIN article a ON a.id = q.article_id" : "article a CROSS JOIN quote q ON q.article_id = a.id");
    na_ask_sql(q, " WHERE TRUE");
    na_ask_of_article(q);
    na_ask_published(q);
    na_ask_whom(q, "q.speaker_id");
    if (f->utterance)
        na_ask_with(q, " AND q.utterance_id = :utterance", na_int(f->utterance));
    if (f->kind)
        na_ask_with(q, " AND q.kind = :kind", na_text(f->kind));
    if (q->finder) {
        na_ask_found(q);
        na_ask_with(q, " AND na_says(:says, q.text)", na_null());
    }
    na_ask_by_day(q, "q.at, q.length, q.kind", 3);
    na_ask_sql(q, " /* scan: quotations in the order of the articles, by the index of their days */");
}

static const na_topic topic = {
    .name = "quotes", .page = "tknnt", .order = order, .row = NA_QUOTE_SELECT " WHERE q.id = :id",
    .fields = NA_F_MATCH | NA_F_WHOM | NA_F_SOURCE | NA_F_KIND | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_UTTERANCE | NA_F_NEWEST | NA_F_PAGED,
    .kinds = " direct mixed term indirect unmarked "
};

int newsarc_quotes_open(newsarc_quotes **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_quote *newsarc_quotes_next(newsarc_quotes *quotes)
{
    na_ask *q = (na_ask *)quotes;
    if (!na_ask_next(q))
        return NULL;
    na_quote_row(q->row, &quotes->row);
    quotes->row.page = q->page.bytes;
    if (q->finder)
        quotes->row.snippet = na_snippet(q, quotes->row.text, strlen(quotes->row.text), NULL, 0);
    return q->code ? NULL : &quotes->row;
}

int newsarc_quotes_close(newsarc_quotes *quotes)
{
    return quotes ? na_ask_close(&quotes->ask) : NEWSARC_OK;
}
