/* ask_utterances.c - what was said, however many outlets worded it.
 *
 * An utterance passes the filter when one of its quotations does.  It stands
 * where its first quotation stands. */
#include "store/ask.h"

struct newsarc_utterances { na_ask ask; newsarc_utterance row; };

/* Of quotation q: no other of the same utterance stands before it. */
#define IS_FIRST \
    " NOT EXISTS (SELECT 1 FROM quote r JOIN article b ON b.id = r.article_id WHERE r.utterance_id = q.utterance_id" \
    " AND (b.published IS NULL, coalesce(b.published, ''), b.key, r.at, r.id) < (a.published IS NULL, coalesce(a.published, ''), a.key, q.at, q.id))"

static void order(na_ask *q)
{
    const newsarc_filter *f = &q->filter;
    int narrow = f->utterance || q->outlets || f->article || f->story || q->whom || q->finder || f->since || f->until;
    na_ask_sql(q, "SELECT q.utterance_id, q.id, a.published, a.key, q.at FROM ");
    if (narrow) {
        na_ask_sql(q, "(SELECT DISTINCT q.utterance_id AS id FROM ");
        na_ask_sql(q, f->utterance && !q->whom ? "quote q CROSS JOIN article a ON a.id = q.article_id" : q->whom ? "utterance u CROSS JOIN quote q ON q.utterance_id = u.id CROSS JOIN article a ON a.id = q.article_id"
                              : "article a CROSS JOIN quote q ON q.article_id = a.id");
        na_ask_sql(q, " WHERE q.utterance_id IS NOT NULL");
        na_ask_of_article(q);
        na_ask_published(q);
        na_ask_whom(q, "u.speaker_id");
        if (f->utterance)
            na_ask_with(q, " AND q.utterance_id = :utterance", na_int(f->utterance));
        if (q->finder) {
            na_ask_found(q);
            na_ask_with(q, " AND na_says(:says, q.text)", na_null());
        }
        na_ask_sql(q, ") AS u CROSS JOIN quote q ON q.utterance_id = u.id CROSS JOIN article a ON a.id = q.article_id WHERE");
    } else {
        na_ask_sql(q, "article a CROSS JOIN quote q ON q.article_id = a.id WHERE q.utterance_id IS NOT NULL AND");
    }
    na_ask_sql(q, IS_FIRST);
    na_ask_by_day(q, "q.at", 1);
    na_ask_sql(q, " /* scan: quotations in the order of the articles, by the index of their days */");
}

static const na_topic topic = {
    .name = "utterances", .page = "tkn", .order = order,
    .fields = NA_F_MATCH | NA_F_WHOM | NA_F_SOURCE | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_UTTERANCE | NA_F_PAGED,
    /* the venue, and the story, of the first quotation that has one */
    .row = "SELECT :id, e.name, u.speaker_id, u.text,"
           " (SELECT coalesce(w.name, r.venue) FROM quote r JOIN article b ON b.id = r.article_id"
           "   LEFT JOIN naming v ON v.article_id = r.article_id AND v.number = r.venue_naming LEFT JOIN entity w ON w.id = v.entity_id"
           "   WHERE r.utterance_id = u.id AND r.venue IS NOT NULL ORDER BY r.venue_how = 'stated' DESC, b.published NULLS LAST, b.key, r.at LIMIT 1),"
           " (SELECT substr(coalesce(min(b.published), min(b.earliest)), 1, 10) FROM quote r JOIN article b ON b.id = r.article_id WHERE r.utterance_id = u.id),"
           " (SELECT substr(coalesce(max(b.published), max(b.latest)), 1, 10) FROM quote r JOIN article b ON b.id = r.article_id WHERE r.utterance_id = u.id),"
           " (SELECT count(*) FROM quote r WHERE r.utterance_id = u.id),"
           " (SELECT count(DISTINCT coalesce(b.source_id, -b.id)) FROM quote r JOIN article b ON b.id = r.article_id WHERE r.utterance_id = u.id),"
           " a.story_id"
           " FROM utterance u JOIN quote q ON q.id = :first JOIN article a ON a.id = q.article_id LEFT JOIN entity e ON e.id = u.speaker_id"
           " WHERE u.id = :id"
};

int newsarc_utterances_open(newsarc_utterances **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_utterance *newsarc_utterances_next(newsarc_utterances *utterances)
{
    sqlite3_stmt *row;
    if (!utterances || !na_ask_next(&utterances->ask))
        return NULL;
    row = utterances->ask.row;
    utterances->row = (newsarc_utterance){
        .id = sqlite3_column_int64(row, 0), .speaker = na_string(row, 1), .entity = sqlite3_column_int64(row, 2), .text = na_word(row, 3),
        .venue = na_string(row, 4), .earliest = na_string(row, 5), .latest = na_string(row, 6),
        .quotes = sqlite3_column_int64(row, 7), .sources = sqlite3_column_int64(row, 8), .story = sqlite3_column_int64(row, 9),
        .page = utterances->ask.page.bytes
    };
    return &utterances->row;
}

int newsarc_utterances_close(newsarc_utterances *utterances)
{
    return utterances ? na_ask_close(&utterances->ask) : NEWSARC_OK;
}
