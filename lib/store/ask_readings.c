/* ask_readings.c - stored articles as readings.
 *
 * People, utterances and stories are numbered in the order in which they first
 * appear, so that two archives of the same documents give the same readings
 * whatever their rows are called. */
#include "link/passage.h"
#include "store/ask_rows.h"
#include <stdlib.h>
#include <string.h>

/* Numbers given so far: an open hash table from row ids. */
typedef struct numbers { int64_t *id, *number; size_t count, room; } numbers;

struct newsarc_readings {
    na_ask          ask;
    newsarc_reading row;
    numbers         entities, utterances, stories;
    sqlite3_stmt   *parts, *mentions, *dates, *quotes, *doubts;
};

/* ---- numbering ------------------------------------------------------------------------ */

static size_t slot_of(const numbers *n, int64_t id)
{
    size_t slot = (size_t)na_hash_mix((uint64_t)id) & (n->room - 1);
    while (n->id[slot] && n->id[slot] != id)
        slot = (slot + 1) & (n->room - 1);
    return slot;
}

static int widen(numbers *n)
{
    numbers wider = { .room = n->room ? 2 * n->room : 256, .count = n->count };
    wider.id = na_malloc(wider.room * sizeof *wider.id);
    wider.number = na_malloc(wider.room * sizeof *wider.number);
    if (!wider.id || !wider.number) {
        free(wider.id);
        free(wider.number);
        return 0;
    }
    memset(wider.id, 0, wider.room * sizeof *wider.id);
    for (size_t i = 0; i < n->room; i++)
        if (n->id[i]) {
            size_t slot = slot_of(&wider, n->id[i]);
            wider.id[slot] = n->id[i];
            wider.number[slot] = n->number[i];
        }
    free(n->id);
    free(n->number);
    *n = wider;
    return 1;
}

/* 0 stays 0: nobody. */
static int64_t number(na_ask *q, numbers *n, int64_t id)
{
    size_t slot;
    if (!id)
        return 0;
    if (2 * n->count >= n->room && !widen(n))
        return na_ask_fail(q, na_fail(q->arc, NEWSARC_NOMEM, "memory ran out"));
    slot = slot_of(n, id);
    if (!n->id[slot]) {
        n->id[slot] = id;
        n->number[slot] = (int64_t)++n->count;
    }
    return n->number[slot];
}

/* ---- which articles ---------------------------------------------------------------------- */

static void order(na_ask *q)
{
    na_ask_sql(q, "SELECT a.id, a.published, a.key FROM article a WHERE TRUE");
    na_ask_of_article(q);
    na_ask_published(q);
    na_ask_by_day(q, NULL, 0);
    na_ask_sql(q, " /* scan: articles one after another, by the index of their days */");
}

static const na_topic topic = {
    .name = "readings", .order = order, .row = NA_ARTICLE_SELECT " WHERE a.id = :id",
    .fields = NA_F_ARTICLE | NA_F_STORY | NA_F_SOURCE | NA_F_DAYS | NA_F_LIMIT
};

int newsarc_readings_open(newsarc_readings **out, newsarc *arc, const newsarc_filter *filter)
{
    newsarc_readings *r;
    int rc = na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
    if (rc < 0)
        return rc;
    r = *out;
    r->parts = na_sql(arc, "SELECT at, length, role FROM part WHERE article_id = :article ORDER BY at");
    r->mentions = na_sql(arc, NA_MENTION_SELECT " WHERE m.article_id = :article ORDER BY m.at");
    r->dates = na_sql(arc, NA_DATE_SELECT " WHERE d.article_id = :article ORDER BY d.at");
    r->quotes = na_sql(arc, NA_QUOTE_SELECT " WHERE q.article_id = :article ORDER BY q.at, q.length, q.kind");
    r->doubts = na_sql(arc, "SELECT at, length, kind FROM doubt WHERE article_id = :article ORDER BY at, kind");
    if (!r->parts || !r->mentions || !r->dates || !r->quotes || !r->doubts)
        na_ask_fail(&r->ask, r->ask.arc->failure);
    return r->ask.code;
}

/* ---- one reading: all of it in the scratch arena ---------------------------------------------- */

static const char *cut(newsarc_readings *r, int64_t at, int64_t length)
{
    int64_t n = (int64_t)r->row.length;
    at = at < 0 ? 0 : at > n ? n : at;
    length = length < 0 ? 0 : length > n - at ? n - at : length;
    return na_copy(&r->ask.scratch, r->row.text + at, (size_t)length);
}

/* Steps through the rows of the article at hand; 0 at the end, or when that failed. */
static int each(newsarc_readings *r, sqlite3_stmt *stmt)
{
    int rc = na_step(r->ask.arc, stmt);
    if (rc < 0)
        na_ask_fail(&r->ask, rc);
    return rc > 0;
}

/* What rows say of the article that they stand in. */
#define BY_ITS_ARTICLE(to, r) \
    ((to)->key = (r)->row.article.key, (to)->source = (r)->row.article.source, (to)->published = (r)->row.article.published)

static void begin(newsarc_readings *r, sqlite3_stmt *stmt)
{
    sqlite3_reset(stmt);
    sqlite3_bind_int64(stmt, 1, r->row.article.id);
}

static void take_article(newsarc_readings *r)
{
    na_arena *a = &r->ask.scratch;
    newsarc_article *row = &r->row.article;
    na_article_row(r->ask.row, row);
    NA_COPY_ALL(a, &row->key, &row->url, &row->source, &row->source_how, &row->via, &row->via_how, &row->headline, &row->byline,
                &row->published, &row->published_from, &row->published_how, &row->earliest, &row->latest, &row->language);
    row->story = number(&r->ask, &r->stories, row->story);
}

static void take_copied(newsarc_readings *r)
{
    sqlite3_stmt *stmt;
    int rc;
    if (!r->row.article.copy_of)
        return;
    if (!(stmt = NA_QUERY(r->ask.arc, "SELECT key FROM article WHERE id = :id", na_int(r->row.article.copy_of)))) {
        na_ask_fail(&r->ask, r->ask.arc->failure);
        return;
    }
    if ((rc = na_step(r->ask.arc, stmt)) > 0) {
        r->ask.sql.n = 0;
        na_adds(&r->ask.sql, na_word(stmt, 0));     /* given back before memory of the arena is taken */
    }
    na_done(r->ask.arc, stmt);
    if (rc < 0)
        na_ask_fail(&r->ask, rc);
    else if (rc > 0 && r->ask.sql.failed)
        na_ask_fail(&r->ask, na_fail(r->ask.arc, NEWSARC_NOMEM, "memory ran out"));
    else if (rc > 0)
        r->row.copy_of = na_copy(&r->ask.scratch, r->ask.sql.bytes, r->ask.sql.n);
}

static void take_byline(newsarc_readings *r)
{
    const char **list = NULL, *at = r->row.article.byline, *end;
    size_t room = 0;
    for (; at && *at; at = *end ? end + 2 : end) {
        if (!(end = strstr(at, "; ")))
            end = at + strlen(at);
        *NA_PUSH(&r->ask.scratch, list, r->row.byline_count, room) = na_copy(&r->ask.scratch, at, (size_t)(end - at));
    }
    r->row.byline = list;
}

static void take_parts(newsarc_readings *r)
{
    newsarc_part *list = NULL;
    size_t room = 0;
    for (begin(r, r->parts); each(r, r->parts); )
        *NA_PUSH(&r->ask.scratch, list, r->row.part_count, room) = (newsarc_part){
            na_offset(r->parts, 0), na_offset(r->parts, 1), na_keep_word(&r->ask.scratch, r->parts, 2) };
    r->row.parts = list;
}

static void take_mentions(newsarc_readings *r)
{
    na_arena *a = &r->ask.scratch;
    newsarc_mention *list = NULL;
    size_t room = 0;
    for (begin(r, r->mentions); each(r, r->mentions); ) {
        newsarc_mention *row = NA_PUSH(a, list, r->row.mention_count, room);
        na_mention_row(r->mentions, row);
        NA_COPY_ALL(a, &row->kind, &row->name, &row->how);
        row->text = cut(r, row->at, row->length);
        row->entity = number(&r->ask, &r->entities, row->entity);
        BY_ITS_ARTICLE(row, r);
    }
    r->row.mentions = list;
}

static void take_dates(newsarc_readings *r)
{
    na_arena *a = &r->ask.scratch;
    na_tokens *t = NULL;
    newsarc_date *list = NULL;
    size_t room = 0, s = 0, copied = SIZE_MAX;
    const char *sentence = NULL;
    for (begin(r, r->dates); each(r, r->dates); ) {
        newsarc_date *row = NA_PUSH(a, list, r->row.date_count, room);
        na_date_row(r->dates, row);
        NA_COPY_ALL(a, &row->type, &row->value, &row->mod, &row->anchor, &row->earliest, &row->latest, &row->role);
        row->text = cut(r, row->at, row->length);
        if (!t)
            t = na_tokenize(a, r->row.text, r->row.length);
        while (s + 1 < t->sentences && t->token[t->sentence[s + 1].first].at <= row->at)
            s++;
        if (t->sentences)       /* none in a text that was emptied behind our back */
            row->sentence_at = t->token[t->sentence[s].first].at;
        if (t->sentences && copied != s) {
            const na_token *last = &t->token[t->sentence[s].end - 1];
            sentence = cut(r, row->sentence_at, (int64_t)last->at + last->length - row->sentence_at);
            copied = s;
        }
        row->sentence = sentence;
        row->story = r->row.article.story;
        BY_ITS_ARTICLE(row, r);
    }
    r->row.dates = list;
}

static void take_quotes(newsarc_readings *r)
{
    na_arena *a = &r->ask.scratch;
    newsarc_quote *list = NULL;
    size_t room = 0;
    for (begin(r, r->quotes); each(r, r->quotes); ) {
        newsarc_quote *row = NA_PUSH(a, list, r->row.quote_count, room);
        na_quote_row(r->quotes, row);
        row->id = 0;
        NA_COPY_ALL(a, &row->text, &row->kind, &row->speaker, &row->venue, &row->venue_how, &row->how, &row->relation);
        row->entity = number(&r->ask, &r->entities, row->entity);
        row->utterance = number(&r->ask, &r->utterances, row->utterance);
        row->story = r->row.article.story;
        BY_ITS_ARTICLE(row, r);
    }
    r->row.quotes = list;
}

static void take_doubts(newsarc_readings *r)
{
    newsarc_doubt *list = NULL;
    size_t room = 0;
    for (begin(r, r->doubts); each(r, r->doubts); ) {
        newsarc_doubt *row = NA_PUSH(&r->ask.scratch, list, r->row.doubt_count, room);
        *row = (newsarc_doubt){ .at = na_offset(r->doubts, 0), .length = na_offset(r->doubts, 1) };
        row->kind = na_keep_word(&r->ask.scratch, r->doubts, 2);
        row->text = cut(r, row->at, row->length);
        BY_ITS_ARTICLE(row, r);
    }
    r->row.doubts = list;
}

static void take_all(void *state)
{
    newsarc_readings *r = state;
    take_article(r);
    take_copied(r);
    take_byline(r);
    take_parts(r);
    take_mentions(r);
    take_dates(r);
    take_quotes(r);
    take_doubts(r);
}

const newsarc_reading *newsarc_readings_next(newsarc_readings *readings)
{
    if (!readings || !na_ask_next(&readings->ask))
        return NULL;
    memset(&readings->row, 0, sizeof readings->row);
    readings->row.text = na_ask_whole(&readings->ask, sqlite3_column_int64(readings->ask.order, 0), &readings->row.length);
    if (!readings->row.text)
        return NULL;
    return na_ask_guard(&readings->ask, &readings->ask.scratch, take_all, readings) ? &readings->row : NULL;
}

static void free_numbers(numbers *n)
{
    free(n->id);
    free(n->number);
}

int newsarc_readings_close(newsarc_readings *readings)
{
    newsarc *arc;
    if (!readings)
        return NEWSARC_OK;
    arc = readings->ask.arc;
    na_done(arc, readings->parts);
    na_done(arc, readings->mentions);
    na_done(arc, readings->dates);
    na_done(arc, readings->quotes);
    na_done(arc, readings->doubts);
    free_numbers(&readings->entities);
    free_numbers(&readings->utterances);
    free_numbers(&readings->stories);
    return na_ask_close(&readings->ask);
}
