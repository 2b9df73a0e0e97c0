/* ask_sources.c - outlets and agencies, by name. */
#include "store/ask.h"

struct newsarc_sources { na_ask ask; newsarc_source row; };

static void order(na_ask *q)
{
    na_ask_sql(q, "SELECT s.id, s.name FROM source s WHERE TRUE");
    if (q->outlets) {
        na_ask_sql(q, " AND s.id IN ");
        na_ask_sql(q, q->outlets);
    }
    if (q->paged)
        na_ask_with(q, " AND s.name > :name", na_ask_after(q, 0));
    na_ask_sql(q, " ORDER BY s.name");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: sources are listed whole, by the index of their names */");
}

static const na_topic topic = {
    .name = "sources", .fields = NA_F_SOURCE | NA_F_PAGED, .page = "t", .order = order,
    .row = "SELECT s.id, s.name, s.domain, (SELECT count(*) FROM article WHERE source_id = s.id),"
           " (SELECT count(*) FROM quote q JOIN article a ON a.id = q.article_id WHERE q.venue = s.name AND a.source_id IS NOT s.id)"
           " + (SELECT count(*) FROM article a JOIN quote q ON q.article_id = a.id"
           "     WHERE a.via_id = s.id AND a.source_id IS NOT s.id AND q.kind <> 'term' AND q.venue IS NOT s.name)"
           " FROM source s WHERE s.id = :id"
};

int newsarc_sources_open(newsarc_sources **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_source *newsarc_sources_next(newsarc_sources *sources)
{
    if (!sources || !na_ask_next(&sources->ask))
        return NULL;
    sources->row = (newsarc_source){
        .id = sqlite3_column_int64(sources->ask.row, 0),
        .name = na_word(sources->ask.row, 1),
        .domain = na_string(sources->ask.row, 2),
        .articles = sqlite3_column_int64(sources->ask.row, 3),
        .relayed = sqlite3_column_int64(sources->ask.row, 4),
        .page = sources->ask.page.bytes
    };
    return &sources->row;
}

int newsarc_sources_close(newsarc_sources *sources)
{
    return sources ? na_ask_close(&sources->ask) : NEWSARC_OK;
}
