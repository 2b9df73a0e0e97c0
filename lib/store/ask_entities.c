/* ask_entities.c - who and what is named, the most widely named first.
 *
 * Counts are of what passes the filter: asked of one story, they tell how
 * often that story names somebody. */
#include "store/ask.h"

struct newsarc_entities { na_ask ask; newsarc_entity row; };

static int of_article(const na_ask *q)
{
    return q->outlets || q->filter.article || q->filter.story;
}

static void row(na_ask *q)
{
    size_t values;
    na_ask_sql(q, "SELECT e.id, e.kind, e.name, e.role, (SELECT group_concat(spelling, '; ') FROM"
                  " (SELECT spelling FROM alias WHERE entity_id = :id AND spelling <> e.name ORDER BY uses DESC, spelling)),"
                  " e.geonames, e.wikidata, (SELECT sum(n.mentions) FROM naming n");
    na_ask_sql(q, of_article(q) ? " JOIN article a ON a.id = n.article_id WHERE n.entity_id = :id" : " WHERE n.entity_id = :id");
    values = ++q->values;       /* :id comes with each row */
    na_ask_of_article(q);
    na_ask_sql(q, "), (SELECT count(*) FROM quote q");
    na_ask_sql(q, of_article(q) ? " JOIN article a ON a.id = q.article_id WHERE q.speaker_id = :id" : " WHERE q.speaker_id = :id");
    q->values = values;         /* the same parameters again */
    na_ask_of_article(q);
    na_ask_sql(q, ") FROM entity e WHERE e.id = :id");
    na_ask_make_row(q);
}

static void order(na_ask *q)
{
    row(q);
    na_ask_sql(q, "WITH c AS MATERIALIZED (SELECT n.entity_id AS id, count(DISTINCT n.article_id) AS articles FROM ");
    na_ask_sql(q, of_article(q) ? "article a CROSS JOIN naming n ON n.article_id = a.id" : "naming n");
    na_ask_sql(q, q->filter.kind ? " CROSS JOIN entity e ON e.id = n.entity_id WHERE TRUE" : " WHERE n.entity_id IS NOT NULL");
    na_ask_of_article(q);
    na_ask_whom(q, "n.entity_id");
    if (q->filter.kind)
        na_ask_with(q, " AND e.kind = :kind", na_text(q->filter.kind));
    na_ask_sql(q, " GROUP BY n.entity_id) SELECT e.id, c.articles, e.name, e.key, e.kind FROM c CROSS JOIN entity e ON e.id = c.id WHERE TRUE");
    if (q->paged) {
        na_ask_with(q, " AND (c.articles < :articles", na_ask_after(q, 0));
        na_ask_with(q, " OR (c.articles = :articles AND (e.name, e.key, e.kind) > (:name,", na_ask_after(q, 1));
        na_ask_with(q, " :key,", na_ask_after(q, 2));
        na_ask_with(q, " :entity_kind)))", na_ask_after(q, 3));
    }
    if (q->filter.limit) {      /* names need be fetched only of those that can come among the next */
        na_ask_sql(q, " AND c.articles >= coalesce((SELECT articles FROM c");
        na_ask_sql(q, q->paged ? " WHERE articles < :articles" : "");
        na_ask_with(q, " ORDER BY articles DESC LIMIT 1 OFFSET :last), 0)", na_int(q->filter.limit - 1));
    }
    na_ask_sql(q, " ORDER BY c.articles DESC, e.name, e.key, e.kind");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: how many articles name each is counted over the index of namings */");
}

static const na_topic topic = {
    .name = "entities", .fields = NA_F_WHOM | NA_F_SOURCE | NA_F_KIND | NA_F_ARTICLE | NA_F_STORY | NA_F_PAGED,
    .kinds = " person organization place other ", .page = "nttt", .order = order
};

int newsarc_entities_open(newsarc_entities **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_entity *newsarc_entities_next(newsarc_entities *entities)
{
    sqlite3_stmt *row_of;
    if (!entities || !na_ask_next(&entities->ask))
        return NULL;
    row_of = entities->ask.row;
    entities->row = (newsarc_entity){
        .id = sqlite3_column_int64(row_of, 0), .kind = na_word(row_of, 1), .name = na_word(row_of, 2),
        .role = na_string(row_of, 3), .also = na_string(row_of, 4), .geonames = sqlite3_column_int64(row_of, 5),
        .wikidata = na_string(row_of, 6), .mentions = sqlite3_column_int64(row_of, 7),
        .articles = sqlite3_column_int64(entities->ask.order, 1), .quotes = sqlite3_column_int64(row_of, 8),
        .page = entities->ask.page.bytes
    };
    return &entities->row;
}

int newsarc_entities_close(newsarc_entities *entities)
{
    return entities ? na_ask_close(&entities->ask) : NEWSARC_OK;
}
