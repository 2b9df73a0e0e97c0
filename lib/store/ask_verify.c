/* ask_verify.c - is this a true quotation?
 *
 *   1  candidates   articles that hold the words in a row, those that hold most of the rarest ones
 *                   (both by full text), and all wordings of the utterances found in these
 *   2  alignment    word by word, of the words asked with the stretch of each quotation that they fit best
 *   3  verdict      how many outlets print the place so, how many otherwise
 *
 * Words that no quotation has are looked for outside quotation marks. */
#include "store/ask_edits.h"
#include <stdlib.h>
#include <string.h>

typedef struct candidate {
    newsarc_finding row;
    int64_t  outlet;            /* its source; below 0: the article stands for an unknown one */
    int      marked;            /* in quotation marks */
    int      exact, whole;      /* no word differs; it is no shorter than the words asked, or hardly */
    double   alike;             /* part of the words that agree, 0 to 1 */
    uint32_t weight;            /* of these words */
    int      place;             /* among the rows: the answer is 0 */
} candidate;

struct newsarc_findings {
    newsarc    *arc;
    int         code;
    char        why[512];
    na_arena    arena, scratch;
    const char *typed;
    na_wording  asked;
    uint32_t    weight;         /* rarity of the words asked */
    candidate  *found;
    size_t      count, room, next;
    int64_t    *article;        /* to look into */
    size_t      articles, article_room, rows_in;        /* the first rows_in hold the words in a row */
    sqlite3_stmt *stmt, *text;  /* that are being stepped, so that close gives them back */
};

enum { MOST_WORDS = 1000, RARE_WORDS = 6, BEST_ARTICLES = 100, ALL_ARTICLES = 30000, ROWS = 50 };

/* ---- statements ------------------------------------------------------------------------ */

static int failed(newsarc_findings *f, int rc)
{
    if (rc < 0 && !f->code) {
        f->code = rc;
        memcpy(f->why, f->arc->error, sizeof f->why);
    }
    return f->code < 0;
}

static int begin(newsarc_findings *f, const char *sql, const na_value *value, size_t n)
{
    f->stmt = na_query(f->arc, sql, value, n);
    return f->stmt || !failed(f, f->arc->failure);
}

static int step(newsarc_findings *f)
{
    int rc = na_step(f->arc, f->stmt);
    if (rc > 0)
        return 1;
    na_done(f->arc, f->stmt);
    f->stmt = NULL;
    failed(f, rc);
    return 0;
}

/* ---- 1: candidates ------------------------------------------------------------------------- */

static void add_article(newsarc_findings *f, int64_t id)
{
    for (size_t i = 0; i < f->articles; i++)
        if (f->article[i] == id)
            return;
    *NA_PUSH(&f->arena, f->article, f->articles, f->article_room) = id;
}

static const char *in_a_row(newsarc_findings *f)
{
    size_t n = strlen(f->typed), used = 1;
    char *row = na_alloc(&f->arena, n + 2);
    row[0] = '"';
    for (size_t i = 0; i < n; i++)          /* marks inside would end the row */
        row[used++] = f->typed[i] == '"' ? ' ' : f->typed[i];
    return na_search_expression(&f->arena, na_take_search(&f->arena, row, used), 0);
}

static int by_rarity(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;       /* rarity above, place in the words below */
    return *a > *b ? -1 : *a < *b;
}

/* The rarest words, any of which may be there. */
static const char *rarest(newsarc_findings *f)
{
    const na_wording *w = &f->asked;
    uint64_t *list = na_alloc(&f->arena, w->words * sizeof *list);
    size_t used = 0, taken = 0;
    char *words = na_alloc(&f->arena, strlen(f->typed) + w->words + 1);
    for (size_t i = 0; i < w->words; i++)
        list[i] = (uint64_t)w->rarity[i] << 32 | i;
    qsort(list, w->words, sizeof *list, by_rarity);
    for (size_t i = 0; i < w->words && taken < RARE_WORDS; i++) {
        size_t k = (size_t)(list[i] & UINT32_MAX), n = w->end[k] - w->at[k];
        memcpy(words + used, w->text + w->at[k], n);
        words[used + n] = ' ';
        used += n + 1;
        taken++;
    }
    for (size_t i = 0; i < used; i++)
        if (words[i] == '"')
            words[i] = ' ';
    return na_search_expression(&f->arena, na_take_search(&f->arena, words, used), 1);
}

static void find_articles(newsarc_findings *f)
{
    if (begin(f, "SELECT rowid FROM search WHERE search MATCH :row ORDER BY rowid LIMIT :most", NA_VALUES(na_text(in_a_row(f)), na_int(2 * BEST_ARTICLES))))
        while (step(f))
            add_article(f, sqlite3_column_int64(f->stmt, 0));
    f->rows_in = f->articles;
    if (!f->code && begin(f, "WITH some AS MATERIALIZED (SELECT rowid AS id, na_rank(search) AS score FROM search WHERE search MATCH :any LIMIT :all)"
                             " SELECT id FROM some ORDER BY score DESC, id LIMIT :best /* scan: what the search found, to be put in order */",
                          NA_VALUES(na_text(rarest(f)), na_int(ALL_ARTICLES), na_int(BEST_ARTICLES))))
        while (step(f))
            add_article(f, sqlite3_column_int64(f->stmt, 0));
}

/* ---- 2: alignment ------------------------------------------------------------------------------ */

static newsarc_quote own(newsarc_findings *f, newsarc_quote q)
{
    NA_COPY_ALL(&f->arena, &q.text, &q.kind, &q.speaker, &q.venue, &q.venue_how, &q.how, &q.relation, &q.key, &q.source, &q.published);
    return q;
}

/* What the words that agree weigh. */
static uint32_t weight_of(const na_wording *w, const na_diff *d)
{
    uint32_t weight = 0;
    for (size_t i = 0; i < d->edits; i++)
        if (d->edit[i].what == '=')
            for (size_t k = d->edit[i].first; k < d->edit[i].end; k++)
                weight += w->rarity[k] + 1;
    return weight;
}

static uint32_t weight_of_all(const na_wording *w)
{
    uint32_t weight = 0;
    for (size_t i = 0; i < w->words; i++)
        weight += w->rarity[i] + 1;
    return weight;
}

static int has(const na_wording *w, uint64_t hash)
{
    for (size_t i = 0; i < w->words; i++)
        if (w->word[i] == hash)
            return 1;
    return 0;
}

/* Could half the words agree?  Spares most quotations their alignment. */
static int is_near(const na_wording *here, const na_wording *asked)
{
    const na_wording *less = here->words < asked->words ? here : asked, *more = less == here ? asked : here;
    size_t shared = 0;
    if (less->words > 2000 || more->words > 20000)      /* longer than any quotation: align, which is bounded */
        return 1;
    for (size_t i = 0; i < less->words; i++)
        shared += (size_t)has(more, less->word[i]);
    return 2 * shared >= less->words && shared > 0;
}

/* Where in the text the words asked stand one after another; -1: nowhere from `from` on. */
static ptrdiff_t stands(const na_wording *text, const na_wording *asked, size_t from)
{
    for (size_t i = from; i + asked->words <= text->words; i++) {
        size_t k = 0;
        while (k < asked->words && text->word[i + k] == asked->word[k])
            k++;
        if (k == asked->words)
            return (ptrdiff_t)i;
    }
    return -1;
}

/* Begins later or ends sooner than the words asked, and has all that it has of them unchanged: a fragment. */
static int is_cut(const na_diff *d, int at_start, int at_end)
{
    for (size_t i = 0; i < d->edits; i++)
        if (d->edit[i].what != '=' && !(d->edit[i].what == '+' && ((at_start && i == 0) || (at_end && i + 1 == d->edits))))
            return 0;
    return d->changed > 0;
}

/* A quotation that is much shorter than the words asked is held against the part of them that it
 * fits, a longer one has its best stretch held against them.  0 when it is nothing like them. */
static int align(na_arena *a, newsarc_findings *f, const char *text, candidate *c)
{
    na_wording here = na_take_wording(a, text, strlen(text)), part = f->asked;
    size_t first = 0, end = here.words, all = here.words, longer;
    na_diff d;
    if (!here.words || !is_near(&here, &f->asked))
        return 0;
    c->whole = 3 * here.words >= 2 * f->asked.words && (here.words >= f->asked.words || stands(&f->asked, &here, 0) < 0);
    if (here.words > f->asked.words) {
        na_find_stretch(a, &here, &f->asked, &first, &end);
        here = na_wording_part(&here, first, end);
    } else if (!c->whole) {
        na_find_stretch(a, &f->asked, &here, &first, &end);
        part = na_wording_part(&f->asked, first, end);
    }
    d = na_diff_words(a, &here, &part);
    longer = here.words > part.words ? here.words : part.words;
    c->alike = longer ? (double)d.kept / (double)longer : 0;
    c->whole = c->whole && !is_cut(&d, first == 0, end == all);         /* which contradicts nobody */
    c->exact = c->whole && !d.changed;
    c->weight = weight_of(&part, &d);
    return c->exact || (c->alike >= 0.7 && d.kept > 1 && 5 * c->weight >= 3 * weight_of_all(&part) && 2 * weight_of_all(&part) >= f->weight);
}

typedef struct aligning { newsarc_findings *f; const char *text; candidate *c; int near; } aligning;

static void align_one(void *state)
{
    aligning *x = state;
    x->near = align(&x->f->scratch, x->f, x->text, x->c);
}

static void add_quote(newsarc_findings *f, const newsarc_quote *q, int64_t outlet)
{
    candidate c = { .outlet = outlet };
    aligning x = { f, q->text, &c, 0 };
    for (size_t i = 0; i < f->count; i++)
        if (f->found[i].row.quote.id == q->id)
            return;
    na_arena_reset(&f->scratch);
    if (na_guard(&f->scratch, align_one, &x))
        failed(f, na_fail(f->arc, NEWSARC_NOMEM, "memory ran out"));
    if (!x.near)
        return;
    c.row.quote = own(f, *q);
    c.marked = strcmp(q->kind, "unmarked") != 0;
    *NA_PUSH(&f->arena, f->found, f->count, f->room) = c;
}

/* Copies of an article are no witnesses beside it. */
#define QUOTES "SELECT " NA_QUOTE_COLUMNS \
    ", (SELECT coalesce(o.source_id, -o.id) FROM article o WHERE o.id = coalesce(a.copy_of, a.id))" NA_QUOTE_FROM " WHERE q.kind <> 'indirect' AND "

static void add_quotes(newsarc_findings *f, const char *sql, int64_t id)
{
    if (f->code || !begin(f, sql, NA_VALUES(na_int(id))))
        return;
    while (step(f)) {
        newsarc_quote q;
        na_quote_row(f->stmt, &q);
        add_quote(f, &q, sqlite3_column_int64(f->stmt, 22));
    }
}

static void find_quotes(newsarc_findings *f)
{
    size_t direct;
    for (size_t i = 0; i < f->articles; i++)
        add_quotes(f, QUOTES "q.article_id = :article", f->article[i]);
    direct = f->count;
    for (size_t i = 0; i < direct; i++)
        if (f->found[i].row.quote.utterance)
            add_quotes(f, QUOTES "q.utterance_id = :utterance", f->found[i].row.quote.utterance);
}

/* ---- outside quotation marks -------------------------------------------------------------------- */

typedef struct outside { newsarc_findings *f; const char *text; size_t n, at, end; int there; } outside;

static void look_outside(void *state)
{
    outside *o = state;
    na_wording text = na_take_wording(&o->f->scratch, o->text, o->n);
    ptrdiff_t at = stands(&text, &o->f->asked, 0);
    if ((o->there = at >= 0)) {
        o->at = text.at[at];
        o->end = text.end[(size_t)at + o->f->asked.words - 1];
    }
}

/* The quotation that the place is part of (indirect speech has a speaker, too), or a row of its own. */
static void add_place(newsarc_findings *f, int64_t article, const outside *o)
{
    candidate c = { .exact = 1, .whole = 1, .alike = 1, .weight = f->weight };
    int there;
    if (!begin(f, NA_QUOTE_SELECT " WHERE q.article_id = :article AND q.at <= :at AND q.at + q.length >= :end ORDER BY q.length LIMIT 1"
                  " /* scan: the few quotations of one article */", NA_VALUES(na_int(article), na_int((int64_t)o->at), na_int((int64_t)o->end))))
        return;
    if ((there = step(f))) {
        na_quote_row(f->stmt, &c.row.quote);
        c.row.quote = own(f, c.row.quote);
        na_done(f->arc, f->stmt);
        f->stmt = NULL;
    } else if (!f->code && begin(f, NA_ARTICLE_SELECT " WHERE a.id = :article", NA_VALUES(na_int(article))) && step(f)) {
        newsarc_article a;
        na_article_row(f->stmt, &a);
        c.row.quote = own(f, (newsarc_quote){ .article = article, .at = (int64_t)o->at, .length = (int64_t)(o->end - o->at), .kind = "unmarked",
                                              .key = a.key, .source = a.source, .published = a.published, .story = a.story });
        c.row.quote.text = na_copy(&f->arena, o->text + o->at, o->end - o->at);
        na_done(f->arc, f->stmt);
        f->stmt = NULL;
    }
    if (f->code || !c.row.quote.text || (there && strcmp(c.row.quote.kind, "indirect") && strcmp(c.row.quote.kind, "unmarked")))
        return;
    for (size_t i = 0; i < f->count; i++)
        if (c.row.quote.id && f->found[i].row.quote.id == c.row.quote.id)
            return;
    *NA_PUSH(&f->arena, f->found, f->count, f->room) = c;
}

static void find_places(newsarc_findings *f)
{
    for (size_t i = 0; i < f->rows_in && i < ROWS && !f->code; i++) {
        outside o = { .f = f };
        if (!begin(f, "SELECT text FROM document WHERE id = :article", NA_VALUES(na_int(f->article[i]))) || !step(f))
            continue;
        o.text = na_column(f->stmt, 0, &o.n);
        na_arena_reset(&f->scratch);
        if (na_guard(&f->scratch, look_outside, &o))
            failed(f, na_fail(f->arc, NEWSARC_NOMEM, "memory ran out"));
        if (o.there) {
            sqlite3_stmt *text = f->stmt;       /* add_place has statements of its own */
            f->stmt = NULL;
            f->text = text;
            add_place(f, f->article[i], &o);
            f->text = NULL;
            f->stmt = text;
        }
        na_done(f->arc, f->stmt);
        f->stmt = NULL;
    }
}

/* ---- 3: verdict --------------------------------------------------------------------------------------- */

static int printed_so(const candidate *c) { return c->marked && c->exact; }

static int has_outlet_so(const newsarc_findings *f, int64_t outlet)
{
    for (size_t i = 0; i < f->count; i++)
        if (printed_so(&f->found[i]) && f->found[i].outlet == outlet)
            return 1;
    return 0;
}

static int same_place(const candidate *a, const candidate *b)
{
    const newsarc_quote *x = &a->row.quote, *y = &b->row.quote;
    if (x->utterance && x->utterance == y->utterance)
        return 1;               /* a fragment shares too little to be told by its words alone */
    return a->whole && ((x->story && x->story == y->story) || x->article == y->article);
}

/* The one that the others must share the place with: printed so, else most alike. */
static const candidate *anchor_of(const newsarc_findings *f)
{
    const candidate *best = NULL;
    for (size_t i = 0; i < f->count; i++) {
        const candidate *c = &f->found[i];
        if (c->marked && (!best || c->exact > best->exact || (c->exact == best->exact && (c->whole > best->whole ||
                                                              (c->whole == best->whole && c->alike > best->alike)))))
            best = c;
    }
    return best;
}

/* How many outlets have one of those that are so, or otherwise. */
static size_t outlets(const newsarc_findings *f, int so)
{
    size_t count = 0;
    for (size_t i = 0; i < f->count; i++) {
        const candidate *c = &f->found[i];
        int first = 1;
        if (!c->marked || !c->whole || c->exact != so || (!so && has_outlet_so(f, c->outlet)))
            continue;
        for (size_t k = 0; k < i; k++)
            first = first && !(f->found[k].marked && f->found[k].whole && f->found[k].exact == so && f->found[k].outlet == c->outlet);
        count += (size_t)first;
    }
    return count;
}

/* Leaves out what is alike but said elsewhere, of something else. */
static void keep_place(newsarc_findings *f)
{
    const candidate *anchor = anchor_of(f);
    candidate one;
    size_t kept = 0;
    if (!anchor)
        return;
    one = *anchor;
    for (size_t i = 0; i < f->count; i++)
        if (f->found[i].exact || same_place(&f->found[i], &one))
            f->found[kept++] = f->found[i];
    f->count = kept;
}

static int by_day(const newsarc_quote *a, const newsarc_quote *b)
{
    int order = !a->published - !b->published;
    if (!order && a->published)
        order = strcmp(a->published, b->published);
    if (!order)
        order = strcmp(a->key, b->key);
    return order ? order : a->at < b->at ? -1 : a->at > b->at;
}

/* `place` of each is set: 0 answers first. */
static int by_worth(const void *left, const void *right)
{
    const candidate *a = left, *b = right;
    if (a->place != b->place)
        return a->place - b->place;
    if (a->whole != b->whole)
        return b->whole - a->whole;
    if (a->alike < b->alike || a->alike > b->alike)
        return a->alike < b->alike ? 1 : -1;
    if (!a->row.quote.entity != !b->row.quote.entity)
        return !a->row.quote.entity - !b->row.quote.entity;
    return by_day(&a->row.quote, &b->row.quote);
}

static int verdict_of(newsarc_findings *f, int outside_marks)
{
    size_t so = outlets(f, 1), otherwise = outlets(f, 0);
    if (so)
        return so > otherwise ? NEWSARC_VERBATIM : so < otherwise ? NEWSARC_ALTERED : NEWSARC_VARIANT;
    return outside_marks ? NEWSARC_UNMARKED : otherwise ? NEWSARC_ALTERED : NEWSARC_UNKNOWN;
}

enum { TELLING = 80 };          /* quarters of a bit: words that agree by chance weigh less */

/* Without one that is printed so, what is alike must be telling. */
static void drop_chance(newsarc_findings *f)
{
    size_t kept = 0;
    for (size_t i = 0; i < f->count; i++)
        if (printed_so(&f->found[i]))
            return;
    for (size_t i = 0; i < f->count; i++)
        if (f->found[i].exact || f->found[i].weight >= TELLING)
            f->found[kept++] = f->found[i];
    f->count = kept;
}

static void judge(newsarc_findings *f)
{
    int verdict, outside_marks = 0;
    drop_chance(f);
    keep_place(f);
    for (size_t i = 0; i < f->count; i++)
        outside_marks |= !f->found[i].marked && f->found[i].exact;
    verdict = verdict_of(f, outside_marks);
    for (size_t i = 0; i < f->count; i++) {
        candidate *c = &f->found[i];
        c->row.verdict = !c->exact ? NEWSARC_ALTERED : c->marked ? NEWSARC_VERBATIM : NEWSARC_UNMARKED;
        c->place = c->row.verdict == (verdict == NEWSARC_VARIANT ? NEWSARC_VERBATIM : verdict) ? 0 : c->marked ? 1 : 2;
    }
    if (verdict == NEWSARC_UNKNOWN)
        f->count = 0;
    if (!f->count)
        return;
    qsort(f->found, f->count, sizeof *f->found, by_worth);
    f->found[0].row.verdict = verdict;
    if (f->count > ROWS)
        f->count = ROWS;
}

static void show_edits(newsarc_findings *f)
{
    for (size_t i = 0; i < f->count; i++) {
        newsarc_finding *row = &f->found[i].row;
        na_wording here = na_take_wording(&f->arena, row->quote.text, strlen(row->quote.text));
        na_edits_row(&f->arena, &here, &f->asked, here.words > f->asked.words, &row->edits, &row->edit_count, &row->changed);
    }
}

/* ---- the cursor ------------------------------------------------------------------------------------------ */

static void verify(void *state)
{
    newsarc_findings *f = state;
    size_t n, repaired;
    const char *typed = na_decode(&f->arena, f->typed, strlen(f->typed), &n, &repaired);
    size_t exact = 0;
    f->typed = na_copy(&f->arena, typed, n);
    f->asked = na_take_wording(&f->arena, f->typed, n);
    f->weight = weight_of_all(&f->asked);
    if (f->asked.words > MOST_WORDS)
        failed(f, na_fail(f->arc, NEWSARC_BADARG, "the quotation to verify has %zu words: give at most %d at a time", f->asked.words, MOST_WORDS));
    if (!f->asked.words || f->code)
        return;
    find_articles(f);
    if (!f->code)
        find_quotes(f);
    for (size_t i = 0; i < f->count; i++)
        exact += (size_t)printed_so(&f->found[i]);
    if (!exact && !f->code)
        find_places(f);
    if (!f->code) {
        judge(f);
        show_edits(f);
    }
}

int newsarc_verify_open(newsarc_findings **out, newsarc *arc, const char *words)
{
    newsarc_findings *f;
    int rc;
    if (out)
        *out = NULL;
    if ((rc = na_call(arc)) < 0)
        return rc;
    if (!out || !words)
        return na_fail(arc, NEWSARC_BADARG, "%s is NULL", out ? "the quotation to verify" : "the place for the findings");
    if (!(f = na_malloc(sizeof *f)))
        return na_fail(arc, NEWSARC_NOMEM, "memory ran out");
    memset(f, 0, sizeof *f);
    *out = f;
    f->arc = arc;
    f->typed = words;
    if ((rc = na_search_functions(arc)) < 0)
        failed(f, rc);
    else if (na_guard(&f->arena, verify, f))
        failed(f, na_fail(arc, NEWSARC_NOMEM, "memory ran out"));
    return f->code;
}

const newsarc_finding *newsarc_verify_next(newsarc_findings *findings)
{
    if (!findings || findings->code || findings->next == findings->count)
        return NULL;
    return &findings->found[findings->next++].row;
}

int newsarc_verify_close(newsarc_findings *findings)
{
    int code;
    if (!findings)
        return NEWSARC_OK;
    code = findings->code;
    na_done(findings->arc, findings->stmt);
    na_done(findings->arc, findings->text);
    na_enter(findings->arc);
    if (code < 0)
        na_fail(findings->arc, code, "%s", findings->why);
    na_arena_free(&findings->scratch);
    na_arena_free(&findings->arena);
    free(findings);
    return code;
}
