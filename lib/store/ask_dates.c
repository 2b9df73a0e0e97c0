/* ask_dates.c - the times that texts speak of, each with its sentence.
 *
 * Asked for a person, it gives the dates of sentences that name him: the other
 * dates of an article are not about him. */
#include "link/passage.h"
#include "store/ask_rows.h"
#include <string.h>

struct newsarc_dates { na_ask ask; newsarc_date row; sqlite3_stmt *named; };

void na_date_row(sqlite3_stmt *stmt, newsarc_date *row)
{
    *row = (newsarc_date){
        .article = sqlite3_column_int64(stmt, 0), .at = na_offset(stmt, 1), .length = na_offset(stmt, 2),
        .type = na_word(stmt, 3), .value = na_string(stmt, 4), .mod = na_string(stmt, 5), .anchor = na_string(stmt, 6),
        .earliest = na_string(stmt, 7), .latest = na_string(stmt, 8), .key = na_word(stmt, 9),
        .source = na_string(stmt, 10), .published = na_string(stmt, 11), .story = sqlite3_column_int64(stmt, 12),
        .role = na_string(stmt, 13)
    };
}

static void after(na_ask *q)
{
    if (*q->after[0]) {
        na_ask_with(q, " AND (d.earliest IS NULL OR (d.earliest, a.key, d.at) > (:day,", na_ask_after(q, 0));
        na_ask_with(q, " :key,", na_ask_after(q, 1));
        na_ask_with(q, " :at))", na_ask_after(q, 2));
    } else {
        na_ask_with(q, " AND d.earliest IS NULL AND (a.key, d.at) > (:key,", na_ask_after(q, 1));
        na_ask_with(q, " :at)", na_ask_after(q, 2));
    }
}

/* No further from the name than a sentence can be long. */
#define NEAR_THEM "naming n CROSS JOIN article a ON a.id = n.article_id" \
    " CROSS JOIN mention m ON m.article_id = a.id AND m.naming = n.number" \
    " CROSS JOIN date d ON d.article_id = a.id AND d.at BETWEEN m.at - 500 AND m.at + 500"

/* From the names, or the articles, where the filter is about them; else along the days. */
static void order(na_ask *q)
{
    int of_article = q->outlets || q->filter.article || q->filter.story;
    na_ask_sql(q, q->whom ? "SELECT DISTINCT d.article_id, d.at, d.earliest, a.key, d.at FROM " : "SELECT d.article_id, d.at, d.earliest, a.key, d.at FROM ");
    na_ask_sql(q, q->whom ? NEAR_THEM : of_article ? "article a CROSS JOIN date d ON d.article_id = a.id" : "date d CROSS JOIN article a ON a.id = d.article_id");
    na_ask_sql(q, " WHERE TRUE");
    na_ask_of_article(q);
    na_ask_days(q, "d.latest", "d.earliest");
    na_ask_whom(q, "n.entity_id");
    if (q->filter.kind)
        na_ask_with(q, " AND d.type = :kind", na_text(q->filter.kind));
    if (q->paged)
        after(q);
    na_ask_sql(q, " ORDER BY d.earliest NULLS LAST, a.key, d.at");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: dates one after another, by the index of their days */");
}

#define DATES .name = "dates", .page = "tkn", .order = order, .row = NA_DATE_SELECT " WHERE d.article_id = :article AND d.at = :at", \
    .fields = NA_F_WHOM | NA_F_SOURCE | NA_F_KIND | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_PAGED, \
    .kinds = " DATE TIME DURATION SET "
static const na_topic all = { DATES };
static const na_topic of_somebody = { DATES, .sifts = 1 };

int newsarc_dates_open(newsarc_dates **out, newsarc *arc, const newsarc_filter *filter)
{
    int whom = filter && (filter->who || filter->entity);
    return na_ask_open((void **)out, sizeof **out, arc, filter, whom ? &of_somebody : &all);
}

/* ---- the sentence ---------------------------------------------------------------------- */

typedef struct passage { na_ask *ask; const char *piece; size_t n, at, from, length; char *sentence; } passage;

static void find_sentence(void *state)
{
    passage *p = state;
    na_sentence_round(&p->ask->scratch, p->piece, p->n, p->at, &p->from, &p->length);
    p->sentence = na_copy(&p->ask->scratch, p->piece + p->from, p->length);
}

/* From what stands within a few thousand bytes: a sentence hardly is longer. */
static int add_words(newsarc_dates *c)
{
    enum { NEAR = 2048 };
    newsarc_date *row = &c->row;
    int64_t from = row->at > NEAR ? row->at - NEAR : 0;
    passage p = { .ask = &c->ask };
    if (!(p.piece = na_ask_piece(&c->ask, row->article, from, row->at - from + row->length + NEAR)))
        return 0;
    p.n = strlen(p.piece);
    p.at = (size_t)(row->at - from) < p.n ? (size_t)(row->at - from) : p.n;
    if (!na_ask_guard(&c->ask, &c->ask.scratch, find_sentence, &p))
        return 0;
    row->sentence = p.sentence;
    row->sentence_at = from + (int64_t)p.from;
    return (row->text = na_ask_piece(&c->ask, row->article, row->at, row->length)) != NULL;
}

/* Does the sentence name one of those asked for? */
static int names_them(newsarc_dates *c)
{
    na_ask *q = &c->ask;
    int rc;
    if (!q->whom)
        return 1;
    if (!c->named) {
        q->sql.n = 0;
        na_addf(&q->sql, "SELECT 1 FROM mention m JOIN naming n ON n.article_id = m.article_id AND n.number = m.naming"
                         " WHERE m.article_id = :article AND m.at >= :at AND m.at < :end AND n.entity_id IN %s LIMIT 1", q->whom);
        if (q->sql.failed)
            return na_ask_fail(q, na_fail(q->arc, NEWSARC_NOMEM, "memory ran out"));
        if (!(c->named = na_sql(q->arc, q->sql.bytes)))
            return na_ask_fail(q, q->arc->failure);
    }
    sqlite3_reset(c->named);
    sqlite3_bind_int64(c->named, 1, c->row.article);
    sqlite3_bind_int64(c->named, 2, c->row.sentence_at);
    sqlite3_bind_int64(c->named, 3, c->row.sentence_at + (int64_t)strlen(c->row.sentence));
    if (q->one)
        sqlite3_bind_int64(c->named, 4, q->one);
    if ((rc = na_step(q->arc, c->named)) < 0)
        return na_ask_fail(q, rc);
    return rc;
}

const newsarc_date *newsarc_dates_next(newsarc_dates *dates)
{
    while (dates && na_ask_next(&dates->ask)) {
        na_date_row(dates->ask.row, &dates->row);
        dates->row.page = dates->ask.page.bytes;
        if (add_words(dates) && names_them(dates))
            return &dates->row;
        if (dates->ask.code)
            return NULL;
        na_ask_pass_over(&dates->ask);
    }
    return NULL;
}

int newsarc_dates_close(newsarc_dates *dates)
{
    if (!dates)
        return NEWSARC_OK;
    na_done(dates->ask.arc, dates->named);
    return na_ask_close(&dates->ask);
}
