/* ask_venues.c - to whom or where people speak: interviews, agencies, statements; the most used first. */
#include "store/ask.h"

struct newsarc_venues { na_ask ask; newsarc_venue row; };

/* An outlet is counted once, however many articles it quotes the venue in; in the inner order, so that group_concat keeps it. */
static void order(na_ask *q)
{
    na_ask_sql(q, "SELECT v.total, v.name, v.carried, v.articles, v.outlets FROM ("
                  "SELECT sum(o.total) AS total, o.name AS name, sum(o.carried) AS carried, sum(o.articles) AS articles,"
                  " group_concat(o.outlet, '; ') AS outlets FROM ("
                  "SELECT coalesce(w.name, q.venue) AS name, coalesce(s.name, a.key) AS outlet, count(*) AS total,"
                  " count(*) FILTER (WHERE q.venue_how = 'carried over') AS carried, count(DISTINCT a.id) AS articles");
    na_ask_sql(q, q->outlets || q->filter.article || q->filter.story ? " FROM article a CROSS JOIN quote q ON q.article_id = a.id"
                                                                     : " FROM quote q CROSS JOIN article a ON a.id = q.article_id");
    na_ask_sql(q, " LEFT JOIN source s ON s.id = a.source_id"
                  " LEFT JOIN naming n ON n.article_id = q.article_id AND n.number = q.venue_naming LEFT JOIN entity w ON w.id = n.entity_id"
                  " WHERE q.venue IS NOT NULL");
    na_ask_of_article(q);
    na_ask_published(q);
    na_ask_whom(q, "q.speaker_id");
    na_ask_sql(q, " GROUP BY 1, 2 ORDER BY 1, 2) AS o GROUP BY o.name) AS v WHERE TRUE");
    if (q->paged) {
        na_ask_with(q, " AND (-v.total, v.name) > (-:total,", na_ask_after(q, 0));
        na_ask_with(q, " :name)", na_ask_after(q, 1));
    }
    na_ask_sql(q, " ORDER BY v.total DESC, v.name");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: every quotation with a venue is counted */");
}

static const na_topic topic = {
    .name = "venues", .page = "nt", .order = order,
    .fields = NA_F_WHOM | NA_F_SOURCE | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_PAGED
};

int newsarc_venues_open(newsarc_venues **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_venue *newsarc_venues_next(newsarc_venues *venues)
{
    sqlite3_stmt *row;
    if (!venues || !na_ask_next(&venues->ask))
        return NULL;
    row = venues->ask.order;
    venues->row = (newsarc_venue){
        .name = na_word(row, 1), .quotes = sqlite3_column_int64(row, 0), .carried = sqlite3_column_int64(row, 2),
        .articles = sqlite3_column_int64(row, 3), .outlets = na_string(row, 4), .page = venues->ask.page.bytes
    };
    return &venues->row;
}

int newsarc_venues_close(newsarc_venues *venues)
{
    return venues ? na_ask_close(&venues->ask) : NEWSARC_OK;
}
