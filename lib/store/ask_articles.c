/* ask_articles.c - articles by day, or those that fit a search best; one by its key; its text. */
#include "store/ask_rows.h"
#include <stdlib.h>
#include <string.h>

struct newsarc_articles { na_ask ask; newsarc_article row; sqlite3_stmt *parts; };

void na_article_row(sqlite3_stmt *stmt, newsarc_article *row)
{
    *row = (newsarc_article){
        .id = sqlite3_column_int64(stmt, 0), .key = na_word(stmt, 1), .url = na_string(stmt, 2),
        .source = na_string(stmt, 3), .source_how = na_string(stmt, 4), .via = na_string(stmt, 5), .via_how = na_string(stmt, 6),
        .headline = na_string(stmt, 7), .byline = na_string(stmt, 8), .published = na_string(stmt, 9),
        .published_from = na_string(stmt, 10), .published_how = na_string(stmt, 11),
        .earliest = na_string(stmt, 12), .latest = na_string(stmt, 13), .language = na_string(stmt, 14),
        .story = sqlite3_column_int64(stmt, 15), .copy_of = sqlite3_column_int64(stmt, 16), .length = na_offset(stmt, 17)
    };
}

/* ---- which, and in what order -------------------------------------------------------- */

static void conditions(na_ask *q)
{
    na_ask_of_article(q);
    na_ask_published(q);
    if (q->filter.kind)         /* there is one */
        na_ask_sql(q, " AND a.via_id IS NOT NULL");
    if (q->whom) {
        na_ask_sql(q, " AND a.id IN (SELECT article_id FROM naming WHERE TRUE");
        na_ask_whom(q, "entity_id");
        na_ask_sql(q, ")");
    }
}

static void order_by_day(na_ask *q)
{
    na_ask_sql(q, "SELECT a.id, a.published, a.key FROM article a WHERE TRUE");
    na_ask_found(q);
    conditions(q);
    na_ask_by_day(q, NULL, 0);
    na_ask_sql(q, " /* scan: articles one after another, by the index of their days */");
}

enum { RANKED = 10000 };        /* at a microsecond each */

/* Only the latest arrivals are ranked, so that the commonest word of a large archive is answered in
 * time; the others follow, latest first.  A page keeps where that line was drawn. */
static void order_by_rank(na_ask *q)
{
    const char *match = na_finder_expression(q->finder);
    na_value window = na_int(0);
    int64_t oldest = 0;
    if (q->paged)
        window = na_ask_after(q, 0);
    else if (NA_FIND(q->arc, &oldest, "SELECT rowid FROM search WHERE search MATCH :match ORDER BY rowid DESC LIMIT 1 OFFSET :ranked",
                     na_text(match), na_int(RANKED)) > 0)
        window = na_int(oldest);
    na_ask_with(q, "WITH found AS MATERIALIZED (SELECT rowid AS id, CASE WHEN rowid > :window", window);
    na_ask_with(q, " THEN na_rank(search) ELSE 0 END AS score FROM search WHERE search MATCH :match)"
                   " SELECT a.id, :window, found.score, a.id FROM found JOIN article a ON a.id = found.id WHERE TRUE", na_text(match));
    conditions(q);
    if (q->paged) {
        na_ask_with(q, " AND (found.score, a.id) < (:score,", na_ask_after(q, 1));
        na_ask_with(q, " :id)", na_ask_after(q, 2));
    }
    na_ask_sql(q, " ORDER BY found.score DESC, a.id DESC");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: what the search found, to be put in order */");
}

/* ---- the cursor ----------------------------------------------------------------------- */

#define ARTICLES .name = "articles", .row = NA_ARTICLE_SELECT " WHERE a.id = :id", \
    .fields = NA_F_MATCH | NA_F_WHOM | NA_F_SOURCE | NA_F_KIND | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_NEWEST | NA_F_PAGED, \
    .kinds = " relayed "
static const na_topic by_day = { ARTICLES, .page = "tk", .order = order_by_day };
static const na_topic by_rank = { ARTICLES, .page = "nnn", .order = order_by_rank };

int newsarc_articles_open(newsarc_articles **out, newsarc *arc, const newsarc_filter *filter)
{
    int ranked = filter && filter->match && !filter->newest;
    return na_ask_open((void **)out, sizeof **out, arc, filter, ranked ? &by_rank : &by_day);
}

/* The parts that a search does not look at: all but the headline. */
typedef struct skips { newsarc_articles *cursor; size_t *skip, count; } skips;

static void find_skips(void *state)
{
    skips *s = state;
    na_ask *q = &s->cursor->ask;
    size_t room = 0;
    int rc;
    if (!s->cursor->parts && !(s->cursor->parts = na_sql(q->arc, "SELECT at, length FROM part WHERE article_id = :id AND role <> 'headline' ORDER BY at"))) {
        na_ask_fail(q, q->arc->failure);
        return;
    }
    sqlite3_reset(s->cursor->parts);
    sqlite3_bind_int64(s->cursor->parts, 1, s->cursor->row.id);
    while ((rc = na_step(q->arc, s->cursor->parts)) > 0) {
        size_t at = (size_t)na_offset(s->cursor->parts, 0), end = at + (size_t)na_offset(s->cursor->parts, 1);
        *NA_PUSH(&q->scratch, s->skip, s->count, room) = at;
        *NA_PUSH(&q->scratch, s->skip, s->count, room) = end;
    }
    s->count /= 2;
    if (rc < 0)
        na_ask_fail(q, rc);
}

/* Where the text, or else the headline that the caller gave, matches. */
static const char *snippet(newsarc_articles *c)
{
    skips s = { c, NULL, 0 };
    const char *text, *found = NULL;
    size_t n;
    if (na_ask_guard(&c->ask, &c->ask.scratch, find_skips, &s) && (text = na_ask_whole(&c->ask, c->row.id, &n)))
        found = na_snippet(&c->ask, text, n, s.skip, s.count);
    return found || !c->row.headline ? found : na_snippet(&c->ask, c->row.headline, strlen(c->row.headline), NULL, 0);
}

const newsarc_article *newsarc_articles_next(newsarc_articles *articles)
{
    if (!articles || !na_ask_next(&articles->ask))
        return NULL;
    na_article_row(articles->ask.row, &articles->row);
    articles->row.page = articles->ask.page.bytes;
    if (articles->ask.finder)
        articles->row.snippet = snippet(articles);
    return articles->ask.code ? NULL : &articles->row;
}

int newsarc_articles_close(newsarc_articles *articles)
{
    if (!articles)
        return NEWSARC_OK;
    na_done(articles->ask.arc, articles->parts);
    return na_ask_close(&articles->ask);
}

/* ---- one article --------------------------------------------------------------------------- */

int newsarc_article_find(newsarc *arc, const char *key, int64_t *article)
{
    sqlite3_stmt *stmt;
    const char *found, *next;
    size_t n;
    int rc = na_call(arc);
    if (rc < 0)
        return rc;
    if (!key || !article)
        return na_fail(arc, NEWSARC_BADARG, "%s is NULL", key ? "the place for the article's number" : "the key of an article");
    *article = 0;
    n = strlen(key);
    stmt = NA_QUERY(arc, "SELECT a.id, a.key, (SELECT min(b.key) FROM article b WHERE b.key > a.key)"
                         " FROM article a WHERE a.key >= :key ORDER BY a.key LIMIT 1", na_text(key));
    if (!stmt)
        return arc->failure;
    rc = na_step(arc, stmt);
    found = rc > 0 ? na_word(stmt, 1) : "";
    next = rc > 0 ? na_string(stmt, 2) : NULL;
    if (rc == 0 || (rc > 0 && strncmp(found, key, n)))
        rc = na_fail(arc, NEWSARC_NOTFOUND, "no article has the key \"%.200s\", and none has one that begins so", key);
    else if (rc > 0 && found[n] && next && !strncmp(next, key, n))
        rc = na_fail(arc, NEWSARC_BADARG, "several keys begin with \"%.100s\": %.150s, %.150s ...; write more of the one you mean", key, found, next);
    else if (rc > 0)
        *article = sqlite3_column_int64(stmt, 0);
    na_done(arc, stmt);
    return rc < 0 ? rc : NEWSARC_OK;
}

int newsarc_article_text(newsarc *arc, int64_t article, char **text, size_t *length)
{
    sqlite3_stmt *stmt;
    int rc = na_call(arc);
    size_t n;
    const char *stored;
    if (text)
        *text = NULL;
    if (length)
        *length = 0;
    if (rc < 0)
        return rc;
    if (!text)
        return na_fail(arc, NEWSARC_BADARG, "the place for the text is NULL");
    if (!(stmt = NA_QUERY(arc, "SELECT d.text FROM article a JOIN document d ON d.id = a.id WHERE a.id = :article", na_int(article))))
        return arc->failure;
    if ((rc = na_step(arc, stmt)) == 0)
        rc = na_fail(arc, NEWSARC_NOTFOUND, "no article has the number %lld", (long long)article);
    if (rc > 0) {
        stored = na_column(stmt, 0, &n);
        if (!(*text = na_malloc(n + 1))) {
            rc = na_fail(arc, NEWSARC_NOMEM, "memory ran out");
        } else {
            memcpy(*text, stored, n);
            (*text)[n] = 0;
            if (length)
                *length = n;
        }
    }
    na_done(arc, stmt);
    return rc < 0 ? rc : NEWSARC_OK;
}
