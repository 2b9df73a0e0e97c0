/* ask_mentions.c - every place where somebody or something is named, and who that is. */
#include "store/ask_rows.h"
#include <string.h>

struct newsarc_mentions { na_ask ask; newsarc_mention row; };

void na_mention_row(sqlite3_stmt *stmt, newsarc_mention *row)
{
    *row = (newsarc_mention){
        .article = sqlite3_column_int64(stmt, 0), .at = na_offset(stmt, 1), .length = na_offset(stmt, 2),
        .kind = na_word(stmt, 3), .name = na_word(stmt, 4), .entity = sqlite3_column_int64(stmt, 5),
        .how = na_string(stmt, 6), .key = na_word(stmt, 7), .source = na_string(stmt, 8), .published = na_string(stmt, 9),
        .role_at = na_offset(stmt, 10), .role_length = na_offset(stmt, 11)
    };
}

/* Words that are nobody's usual name can stand in any article that holds them. */
static void called(na_ask *q)
{
    na_buffer row = { .bytes = NULL };
    na_adds(&row, "\"");
    na_adds(&row, q->filter.called);
    if (!row.failed)
        na_ask_with(q, " AND a.id IN (SELECT rowid FROM search WHERE search MATCH :called)",
                    na_text(na_search_expression(&q->arena, na_take_search(&q->arena, row.bytes, row.n), 0)));
    na_buffer_free(&row);
}

static void order(na_ask *q)
{
    int by_words = q->filter.called && !q->filter.article && !q->whom && !na_ask_called(q, q->filter.called);
    na_ask_sql(q, "SELECT m.article_id, m.at, a.published, a.key, m.at FROM ");
    if (q->whom && na_ask_whom_common(q))
        na_ask_sql(q, "article a CROSS JOIN naming n ON n.article_id = a.id CROSS JOIN mention m ON m.article_id = a.id AND m.naming = n.number");
    else if (q->whom)
        na_ask_sql(q, "naming n CROSS JOIN article a ON a.id = n.article_id CROSS JOIN mention m ON m.article_id = a.id AND m.naming = n.number");
    else
        na_ask_sql(q, "article a CROSS JOIN mention m ON m.article_id = a.id");
    na_ask_sql(q, " WHERE TRUE");
    na_ask_of_article(q);
    na_ask_published(q);
    na_ask_whom(q, "n.entity_id");
    if (by_words)
        called(q);
    if (q->filter.kind)
        na_ask_with(q, " AND (SELECT kind FROM naming WHERE article_id = m.article_id AND number = m.naming) = :kind", na_text(q->filter.kind));
    na_ask_by_day(q, "m.at", 1);
    na_ask_sql(q, " /* scan: mentions in the order of the articles, by the index of their days */");
}

#define MENTIONS .name = "mentions", .page = "tkn", .order = order, .row = NA_MENTION_SELECT " WHERE m.article_id = :article AND m.at = :at", \
    .fields = NA_F_WHOM | NA_F_CALLED | NA_F_SOURCE | NA_F_KIND | NA_F_DAYS | NA_F_ARTICLE | NA_F_STORY | NA_F_NEWEST | NA_F_PAGED, \
    .kinds = " person organization place other "
static const na_topic all = { MENTIONS };
static const na_topic called_so = { MENTIONS, .sifts = 1 };

int newsarc_mentions_open(newsarc_mentions **out, newsarc *arc, const newsarc_filter *filter)
{
    int called = filter && filter->called;
    return na_ask_open((void **)out, sizeof **out, arc, filter, called ? &called_so : &all);
}

typedef struct spelling { newsarc_mentions *cursor; const char *text; int same; } spelling;

static void compare(void *state)
{
    spelling *s = state;
    na_arena *scratch = &s->cursor->ask.scratch;
    const char *called = s->cursor->ask.filter.called;
    s->same = !strcmp(na_fold_name(scratch, s->text, strlen(s->text)), na_fold_name(scratch, called, strlen(called)));
}

const newsarc_mention *newsarc_mentions_next(newsarc_mentions *mentions)
{
    while (mentions && na_ask_next(&mentions->ask)) {
        newsarc_mention *row = &mentions->row;
        spelling s = { mentions, NULL, 1 };
        na_mention_row(mentions->ask.row, row);
        row->page = mentions->ask.page.bytes;
        row->text = s.text = na_ask_piece(&mentions->ask, row->article, row->at, row->length);
        if (!row->text || (mentions->ask.filter.called && !na_ask_guard(&mentions->ask, &mentions->ask.scratch, compare, &s)))
            return NULL;
        if (s.same)
            return row;
        na_ask_pass_over(&mentions->ask);
    }
    return NULL;
}

int newsarc_mentions_close(newsarc_mentions *mentions)
{
    return mentions ? na_ask_close(&mentions->ask) : NEWSARC_OK;
}
