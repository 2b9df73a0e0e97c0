/* ask_match.c - full text: what FTS5 is asked, and the same asked of a text of our own.
 *
 * The index finds articles.  Whether one quotation holds the words, and where
 * in an article they stand, is found by running the index's own tokenizer over
 * that text: so the two never disagree, and a snippet costs one pass (FTS5's
 * own takes quadratic time in the number of hits). */
#include "store/ask.h"
#include <stdlib.h>
#include <string.h>

typedef struct phrase {             /* one spelling of one thing wanted */
    uint64_t    first;              /* hash of its first token */
    uint64_t   *token;              /* hashes of all */
    size_t      tokens;
    size_t      wanted;             /* which thing that is */
    const char *begins;             /* its bytes, where the last word need only begin so */
    char        head[8];            /* how every word of that stem begins; "" unknown */
} phrase;

typedef struct place { uint64_t hash; size_t at, end; } place;
typedef struct hit { size_t at, end, wanted; } hit;

struct na_finder {
    fts5_tokenizer  tokenizer;
    Fts5Tokenizer  *instance;
    const char     *expression;
    size_t          wanted;
    phrase         *phrase;         /* by first */
    size_t          phrases;
    place          *place;          /* tokens of the text at hand */
    size_t          places, room;
    hit            *hit;            /* what was found in it, by at */
    size_t          hits, hit_room;
    char            head[8];        /* of the first token */
};

/* ---- the tokenizer ------------------------------------------------------------- */

/* What stemming leaves alone: it takes and changes no more than the last three letters of what it leaves. */
static void note_head(na_finder *f, const char *token, size_t n)
{
    size_t keep = n < 4 ? n - (n > 1) : n - 3;
    if (keep > sizeof f->head - 1)
        keep = sizeof f->head - 1;
    f->head[0] = 0;
    for (size_t i = 0; i < keep; i++)
        if ((unsigned char)token[i] >= 0x80)
            return;
    memcpy(f->head, token, keep);
    f->head[keep] = 0;
}

static int note_token(void *context, int flags, const char *token, int n, int at, int end)
{
    na_finder *f = context;
    (void)flags;
    if (!f->places)
        note_head(f, token, (size_t)n);
    if (f->places == f->room) {
        size_t room = f->room ? f->room * 2 : 256;
        place *wider = na_realloc(f->place, room * sizeof *wider);
        if (!wider)
            return SQLITE_NOMEM;
        f->place = wider;
        f->room = room;
    }
    f->place[f->places++] = (place){ na_hash(token, (size_t)n), (size_t)at, (size_t)end };
    return SQLITE_OK;
}

static int tokenize(na_finder *f, const char *text, size_t n)
{
    f->places = 0;
    return f->tokenizer.xTokenize(f->instance, f, FTS5_TOKENIZE_DOCUMENT, text, (int)n, note_token);
}

static int find_api(sqlite3 *db, fts5_api **api)
{
    sqlite3_stmt *stmt = NULL;
    int rc = sqlite3_prepare_v2(db, "SELECT fts5(:api)", -1, &stmt, NULL), closed;
    *api = NULL;
    if (rc == SQLITE_OK && (rc = sqlite3_bind_pointer(stmt, 1, api, "fts5_api_ptr", NULL)) == SQLITE_OK)
        sqlite3_step(stmt);
    closed = sqlite3_finalize(stmt);
    return rc ? rc : closed ? closed : *api ? SQLITE_OK : SQLITE_ERROR;
}

/* As schema.sql has it. */
static int make_tokenizer(na_finder *f, fts5_api *api)
{
    const char *arguments[] = { "unicode61", "remove_diacritics", "2" };
    void *context;
    int rc = api->xFindTokenizer(api, "porter", &context, &f->tokenizer);
    return rc ? rc : f->tokenizer.xCreate(context, arguments, 3, &f->instance);
}

/* ---- what is wanted --------------------------------------------------------------- */

static int by_first(const void *left, const void *right)
{
    const phrase *a = left, *b = right;
    return a->first < b->first ? -1 : a->first > b->first ? 1 : 0;
}

/* A spelling without a token would find nothing: it is left out, and so is what has no other. */
static int compile(na_ask *q, na_finder *f, na_search *search)
{
    size_t kept = 0;
    f->phrase = na_alloc(&q->arena, (search->count * NA_MOST_SPELLINGS + 1) * sizeof *f->phrase);
    for (size_t i = 0; i < search->count; i++) {
        na_wanted *w = &search->wanted[i];
        size_t spellings = 0;
        for (size_t k = 0; k < w->spellings; k++) {
            phrase *p = &f->phrase[f->phrases];
            int rc = tokenize(f, w->spelling[k].bytes, w->spelling[k].n);
            if (rc != SQLITE_OK)
                return rc;
            if (!f->places)
                continue;
            p->token = na_alloc(&q->arena, f->places * sizeof *p->token);
            for (p->tokens = 0; p->tokens < f->places; p->tokens++)
                p->token[p->tokens] = f->place[p->tokens].hash;
            p->first = p->token[0];
            p->wanted = kept;
            p->begins = w->spelling[k].begins ? w->spelling[k].bytes : NULL;
            memcpy(p->head, f->head, sizeof p->head);
            f->phrases++;
            w->spelling[spellings++] = w->spelling[k];
        }
        w->spellings = spellings;
        if (spellings)
            search->wanted[kept++] = *w;
    }
    search->count = f->wanted = kept;
    qsort(f->phrase, f->phrases, sizeof *f->phrase, by_first);
    f->expression = na_search_expression(&q->arena, search, 0);
    return SQLITE_OK;
}

/* ---- where it stands in a text ---------------------------------------------------------- */

static int add_hit(na_finder *f, size_t at, size_t end, size_t wanted)
{
    if (f->hits == f->hit_room) {
        size_t room = f->hit_room ? f->hit_room * 2 : 64;
        hit *wider = na_realloc(f->hit, room * sizeof *wider);
        if (!wider)
            return SQLITE_NOMEM;
        f->hit = wider;
        f->hit_room = room;
    }
    f->hit[f->hits++] = (hit){ at, end, wanted };
    return SQLITE_OK;
}

static size_t first_phrase(const na_finder *f, uint64_t hash)
{
    size_t low = 0, high = f->phrases;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (f->phrase[middle].first < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int stands_at(const na_finder *f, const phrase *p, size_t i)
{
    if (p->tokens > f->places - i)
        return 0;
    for (size_t k = 0; k < p->tokens; k++)
        if (f->place[i + k].hash != p->token[k])
            return 0;
    return 1;
}

static int by_place(const void *left, const void *right)
{
    const hit *a = left, *b = right;
    return a->at < b->at ? -1 : a->at > b->at ? 1 : a->end > b->end ? -1 : a->end < b->end;
}

/* All that is wanted, wherever it stands. */
static int find_all(na_finder *f, const char *text, size_t n)
{
    int rc = tokenize(f, text, n);
    f->hits = 0;
    for (size_t i = 0; i < f->places && rc == SQLITE_OK; i++)
        for (size_t k = first_phrase(f, f->place[i].hash); k < f->phrases && f->phrase[k].first == f->place[i].hash && rc == SQLITE_OK; k++)
            if (stands_at(f, &f->phrase[k], i))
                rc = add_hit(f, f->place[i].at, f->place[i + f->phrase[k].tokens - 1].end, f->phrase[k].wanted);
    for (size_t k = 0; k < f->phrases; k++) {
        const char *begins = f->phrase[k].begins, *at = text;
        size_t length = begins ? strlen(begins) : 0;
        while (length && rc == SQLITE_OK && (at = strstr(at, begins)) && (size_t)(at - text) + length <= n) {
            rc = add_hit(f, (size_t)(at - text), (size_t)(at - text) + length, f->phrase[k].wanted);
            at += length;
        }
    }
    if (f->hits)
        qsort(f->hit, f->hits, sizeof *f->hit, by_place);
    return rc;
}

static int holds_all(const na_finder *f)
{
    char seen[NA_MOST_WANTED] = { 0 };
    size_t found = 0;
    for (size_t i = 0; i < f->hits; i++)
        if (!seen[f->hit[i].wanted]) {
            seen[f->hit[i].wanted] = 1;
            found++;
        }
    return f->wanted && found == f->wanted;
}

/* A quick look at plain English, which most quotations are: does it hold the beginning of a spelling of
 * everything wanted?  1 wherever that cannot be told. */
static int may_hold_all(const na_finder *f, const char *text, size_t n)
{
    char lower[512], seen[NA_MOST_WANTED] = { 0 };
    size_t found = 0;
    if (n >= sizeof lower)
        return 1;
    for (size_t i = 0; i <= n; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0xC0 && !(c == 0xE2 && (unsigned char)text[i + 1] == 0x80))
            return 1;           /* no dash or mark: a letter that may fold into another */
        lower[i] = (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
    }
    for (size_t k = 0; k < f->phrases; k++)
        if (!seen[f->phrase[k].wanted] && *f->phrase[k].head && strstr(lower, f->phrase[k].head)) {
            seen[f->phrase[k].wanted] = 1;
            found++;
        }
    return found == f->wanted;
}

/* ---- for SQL -------------------------------------------------------------------------------- */

static void says(sqlite3_context *context, int n, sqlite3_value **value)
{
    na_finder *f = sqlite3_value_pointer(value[0], "na_finder");
    const char *text = (const char *)sqlite3_value_text(value[1]);
    (void)n;
    if (!f || !text || !may_hold_all(f, text, (size_t)sqlite3_value_bytes(value[1])))
        sqlite3_result_int(context, 0);
    else if (find_all(f, text, (size_t)sqlite3_value_bytes(value[1])) != SQLITE_OK)
        sqlite3_result_error_nomem(context);
    else
        sqlite3_result_int(context, holds_all(f));
}

/* BM25 with every word as telling as every other and a middling article of 400 words: what it gives
 * does not change when articles come.  A headline's word counts for four. */
static void rank(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *context, int n, sqlite3_value **value)
{
    double often[NA_MOST_WANTED * NA_MOST_SPELLINGS] = { 0 }, sum = 0;
    int phrases = api->xPhraseCount(fts), hits = 0, words = 0, rc = api->xInstCount(fts, &hits);
    (void)n;
    (void)value;
    if (rc == SQLITE_OK)
        rc = api->xColumnSize(fts, 1, &words);
    for (int i = 0; i < hits && rc == SQLITE_OK; i++) {
        int which, column, offset;
        rc = api->xInst(fts, i, &which, &column, &offset);
        if (rc == SQLITE_OK && which < NA_MOST_WANTED * NA_MOST_SPELLINGS)
            often[which] += column ? 1 : 4;
    }
    for (int i = 0; i < phrases && i < NA_MOST_WANTED * NA_MOST_SPELLINGS; i++)
        sum += often[i] * 2.2 / (often[i] + 1.2 * (0.25 + 0.75 * words / 400));
    if (rc != SQLITE_OK)
        sqlite3_result_error_code(context, rc);
    else
        sqlite3_result_int(context, (int)(sum * 1000));
}

/* Once an archive: a function must not be made again while statements run. */
static int register_functions(newsarc *arc, fts5_api *api)
{
    sqlite3_stmt *stmt;
    int rc = sqlite3_prepare_v2(arc->db, "SELECT na_says(NULL, NULL)", -1, &stmt, NULL);
    sqlite3_finalize(stmt);
    if (rc == SQLITE_OK)
        return rc;
    rc = sqlite3_create_function(arc->db, "na_says", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, NULL, says, NULL, NULL);
    return rc ? rc : api->xCreateFunction(api, "na_rank", NULL, rank, NULL);
}

int na_search_functions(newsarc *arc)
{
    fts5_api *api;
    int rc = find_api(arc->db, &api);
    if (rc == SQLITE_OK)
        rc = register_functions(arc, api);
    return rc == SQLITE_OK ? NEWSARC_OK : na_sqlite(arc, rc, "search");
}

/* ---- make, use, free ---------------------------------------------------------------------------- */

int na_finder_make(na_ask *q)
{
    fts5_api *api;
    na_search *search = na_take_search(&q->arena, q->filter.match, strlen(q->filter.match));
    int rc = na_search_functions(q->arc);
    if (rc < 0)
        return rc;
    rc = find_api(q->arc->db, &api);
    q->finder = na_alloc(&q->arena, sizeof *q->finder);
    if (rc == SQLITE_OK && (rc = make_tokenizer(q->finder, api)) == SQLITE_OK)
        rc = compile(q, q->finder, search);
    return rc == SQLITE_OK ? NEWSARC_OK : na_sqlite(q->arc, rc, "search");
}

void na_finder_free(na_finder *f)
{
    if (!f)
        return;
    if (f->instance)
        f->tokenizer.xDelete(f->instance);
    free(f->place);
    free(f->hit);
}

const char *na_finder_expression(const na_finder *f)
{
    return f->expression;
}

void na_finder_bind(na_finder *f, sqlite3_stmt *stmt)
{
    int parameter = sqlite3_bind_parameter_index(stmt, ":says");
    if (parameter)
        sqlite3_bind_pointer(stmt, parameter, f, "na_finder", NULL);
}

/* ---- snippets ------------------------------------------------------------------------------------- */

enum { SHOWN = 200, BEFORE = 60, STRETCH = 1 << 20 };

typedef struct snippet {
    na_ask     *ask;
    na_finder  *f;
    const char *text;
    size_t      from, end;          /* what is shown */
    size_t      first, last;        /* hits in it: [first, last) */
    int         cut_before, cut_behind;
    char       *out;
} snippet;

/* Hits that do not stand in what is to be skipped. */
static void drop_skipped(na_finder *f, const size_t *skip, size_t skips)
{
    size_t kept = 0, s = 0;
    for (size_t i = 0; i < f->hits; i++) {
        while (s < skips && skip[2 * s + 1] <= f->hit[i].at)
            s++;
        if (s == skips || f->hit[i].end <= skip[2 * s])
            f->hit[kept++] = f->hit[i];
    }
    f->hits = kept;
}

/* The window with most different things in it; the first of those. */
static void choose_window(snippet *s)
{
    const na_finder *f = s->f;
    size_t seen[NA_MOST_WANTED] = { 0 }, found = 0, best = 0, first = 0;
    for (size_t i = 0; i < f->hits; i++) {
        found += !seen[f->hit[i].wanted]++;
        while (f->hit[i].end - f->hit[first].at > SHOWN && first < i)
            found -= !--seen[f->hit[first++].wanted];
        if (found > best) {
            best = found;
            s->first = first;
            s->last = i + 1;
        }
    }
    s->from = f->hit[s->first].at;
    s->end = f->hit[s->first].at + SHOWN;
    if (s->end < f->hit[s->last - 1].end)
        s->end = f->hit[s->last - 1].end;
    while (s->last < f->hits && f->hit[s->last].end <= s->end)
        s->last++;
}

/* Some words more on either side, whole ones, not out of [low, high). */
static void widen(snippet *s, size_t low, size_t high)
{
    size_t least = s->from - low > BEFORE ? s->from - BEFORE : low;
    if (least > low) {
        while (least < s->from && !na_is_white(s->text[least]))
            least++;
        s->cut_before = 1;
    }
    while (least < s->from && na_is_white(s->text[least]))
        least++;
    s->from = least;
    if (s->end >= high) {
        s->end = high;
    } else {
        size_t end = s->end, hit_end = s->f->hit[s->last - 1].end;
        while (end > hit_end && !na_is_white(s->text[end]))
            end--;
        s->end = end > hit_end ? end : hit_end;
        s->cut_behind = 1;
    }
}

static void write_snippet(void *state)
{
    snippet *s = state;
    size_t used = 0, hits = s->last - s->first, next = s->first, close = 0;
    s->out = na_alloc(&s->ask->scratch, s->end - s->from + 2 * hits + 16);
    if (s->cut_before) {
        memcpy(s->out, "… ", strlen("… "));
        used += strlen("… ");
    }
    for (size_t i = s->from; i < s->end; i++) {
        if (close && i >= close) {
            s->out[used++] = ']';
            close = 0;
        }
        while (!close && next < s->last && s->f->hit[next].at < i)
            next++;                     /* inside one that was just shown */
        if (!close && next < s->last && s->f->hit[next].at == i) {
            s->out[used++] = '[';
            close = s->f->hit[next++].end;
        }
        if (!na_is_white(s->text[i]))
            s->out[used++] = s->text[i];
        else if (used && s->out[used - 1] != ' ')
            s->out[used++] = ' ';
    }
    if (close)
        s->out[used++] = ']';
    while (used && s->out[used - 1] == ' ')
        used--;
    memcpy(s->out + used, s->cut_behind ? " …" : "", s->cut_behind ? strlen(" …") + 1 : 1);
}

const char *na_snippet(na_ask *q, const char *text, size_t n, const size_t *skip, size_t skips)
{
    snippet s = { .ask = q, .f = q->finder, .text = text };
    size_t low = 0, high = n;
    /* a stretch at a time, so that a huge text is read no further than its first hits */
    for (size_t at = 0; at < n; at += STRETCH) {
        size_t length = n - at < STRETCH ? n - at : STRETCH;
        int rc = find_all(s.f, text + at, length);
        if (rc != SQLITE_OK) {
            na_ask_fail(q, na_sqlite(q->arc, rc, "cut a snippet"));
            return NULL;
        }
        for (size_t i = 0; i < s.f->hits; i++) {
            s.f->hit[i].at += at;
            s.f->hit[i].end += at;
        }
        drop_skipped(s.f, skip, skips);
        if (s.f->hits)
            break;
    }
    if (!s.f->hits)
        return NULL;
    choose_window(&s);
    for (size_t i = 0; i < skips; i++) {
        if (skip[2 * i + 1] <= s.from)
            low = skip[2 * i + 1];
        else if (skip[2 * i] > s.from && skip[2 * i] < high)
            high = skip[2 * i];
    }
    widen(&s, low, high);
    return na_ask_guard(q, &q->scratch, write_snippet, &s) ? s.out : NULL;
}
