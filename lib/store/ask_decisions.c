/* ask_decisions.c - what people decided, in the order in which they did. */
#include "store/ask.h"
#include "store/decide.h"

struct newsarc_decisions { na_ask ask; newsarc_decided row; };

static void order(na_ask *q)
{
    na_ask_sql(q, "SELECT id, id FROM decision WHERE TRUE");
    if (q->paged)
        na_ask_with(q, " AND id > :after", na_ask_after(q, 0));
    if (q->filter.kind)
        na_ask_with(q, " AND " NA_DETAIL("kind") " = :kind", na_text(q->filter.kind));
    na_ask_sql(q, " ORDER BY id");
    na_ask_limit(q);
    na_ask_sql(q, " /* scan: all that people decided */");
}

static const na_topic topic = {
    .name = "decisions", .fields = NA_F_KIND | NA_F_PAGED, .kinds = " person organization place other ", .page = "n", .order = order,
    .row = "SELECT id, made, verb, " NA_DETAIL("kind") ", " NA_DETAIL("name") ", " NA_DETAIL("to") ", article, "
           NA_DETAIL("at") ", " NA_DETAIL("length") ", " NA_DETAIL("words") " FROM decision WHERE id = :id"
};

int newsarc_decisions_open(newsarc_decisions **out, newsarc *arc, const newsarc_filter *filter)
{
    return na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
}

const newsarc_decided *newsarc_decisions_next(newsarc_decisions *decisions)
{
    sqlite3_stmt *row;
    if (!decisions || !na_ask_next(&decisions->ask))
        return NULL;
    row = decisions->ask.row;
    decisions->row = (newsarc_decided){
        .id = sqlite3_column_int64(row, 0), .made = na_word(row, 1), .verb = na_word(row, 2), .kind = na_string(row, 3),
        .name = na_string(row, 4), .to = na_string(row, 5), .key = na_string(row, 6), .at = na_offset(row, 7),
        .length = na_offset(row, 8), .words = na_string(row, 9), .page = decisions->ask.page.bytes
    };
    return &decisions->row;
}

int newsarc_decisions_close(newsarc_decisions *decisions)
{
    return decisions ? na_ask_close(&decisions->ask) : NEWSARC_OK;
}
