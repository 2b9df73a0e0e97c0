/* ask_stories.c - affairs, those that most articles tell first. */
#include "store/ask.h"

struct newsarc_stories { na_ask ask; newsarc_story row; };

static void order(na_ask *q)
{
    na_ask_sql(q, "SELECT c.id, c.articles, c.day, c.first FROM (SELECT story_id AS id, count(*) AS articles, min(published) AS day, min(key) AS first"
                  " FROM article WHERE story_id IN (SELECT a.story_id FROM article a WHERE a.story_id IS NOT NULL");
    na_ask_of_article(q);
    na_ask_published(q);
    if (q->whom) {
        na_ask_sql(q, " AND a.id IN (SELECT article_id FROM naming WHERE TRUE");
        na_ask_whom(q, "entity_id");
        na_ask_sql(q, ")");
    }
    na_ask_found(q);
    na_ask_sql(q, ") GROUP BY story_id) AS c WHERE TRUE");
    if (q->paged) {
        na_ask_with(q, " AND (-c.articles, c.day IS NULL, coalesce(c.day, ''), c.first) > (-:articles,", na_ask_after(q, 0));
        na_ask_with(q, " :day = '', :day,", na_ask_after(q, 1));
        na_ask_with(q, " :first)", na_ask_after(q, 2));
    }
    na_ask_sql(q, " ORDER BY c.articles DESC, c.day NULLS LAST, c.first");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: the articles of every story are counted over the index of stories */");
}

static const na_topic topic = {
    .name = "stories", .page = "ntk", .order = order,
    .fields = NA_F_MATCH | NA_F_WHOM | NA_F_SOURCE | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_PAGED,
    .row = "SELECT t.id, t.title, substr(coalesce(min(a.published), min(a.earliest)), 1, 10), substr(coalesce(max(a.published), max(a.latest)), 1, 10),"
           " count(*), count(DISTINCT coalesce(a.source_id, -a.id)), count(*) FILTER (WHERE a.copy_of IS NULL)"
           " FROM story t JOIN article a ON a.story_id = t.id WHERE t.id = :id"
};

int newsarc_stories_open(newsarc_stories **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_story *newsarc_stories_next(newsarc_stories *stories)
{
    sqlite3_stmt *row;
    if (!stories || !na_ask_next(&stories->ask))
        return NULL;
    row = stories->ask.row;
    stories->row = (newsarc_story){
        .id = sqlite3_column_int64(row, 0), .title = na_string(row, 1), .earliest = na_string(row, 2), .latest = na_string(row, 3),
        .articles = sqlite3_column_int64(row, 4), .sources = sqlite3_column_int64(row, 5), .origins = sqlite3_column_int64(row, 6),
        .page = stories->ask.page.bytes
    };
    return &stories->row;
}

int newsarc_stories_close(newsarc_stories *stories)
{
    return stories ? na_ask_close(&stories->ask) : NEWSARC_OK;
}
