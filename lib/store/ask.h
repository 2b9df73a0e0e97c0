/* ask.h - how a question is asked.
 *
 * Each kind of row has its file, ask_KIND.c, and in it two statements: `order`
 * tells which rows pass the filter and in what order, `row` what one row
 * holds.  The columns of `order` are first the ids that `row` asks for, then
 * the keys that it sorts by, which make the row's page.  Round them stands
 * ask.c: it looks the filter over, puts `order` together, and steps both. */
#ifndef NA_ASK_H
#define NA_ASK_H
#include "link/search.h"
#include "store/store.h"

typedef struct na_ask na_ask;
typedef struct na_finder na_finder;

/* The fields of the filter. */
enum {
    NA_F_MATCH = 1, NA_F_WHO = 2, NA_F_CALLED = 4, NA_F_SOURCE = 8, NA_F_KIND = 16, NA_F_SINCE = 32, NA_F_UNTIL = 64,
    NA_F_ARTICLE = 128, NA_F_STORY = 256, NA_F_UTTERANCE = 512, NA_F_ENTITY = 1024, NA_F_NEWEST = 2048,
    NA_F_LIMIT = 4096, NA_F_AFTER = 8192,
    NA_F_WHOM = NA_F_WHO | NA_F_ENTITY, NA_F_DAYS = NA_F_SINCE | NA_F_UNTIL, NA_F_PAGED = NA_F_LIMIT | NA_F_AFTER
};

/* What tells one kind of question from another. */
typedef struct na_topic {
    const char *name;           /* as messages have it: "quotes" */
    unsigned    fields;         /* what the filter may hold */
    const char *kinds;          /* what filter.kind may be, a space round each: " person place " */
    const char *page;           /* the fields of a page: t text, n number, k key of an article (any bytes) */
    void      (*order)(na_ask *ask);    /* puts the statement together */
    const char *row;            /* its parameters are the ids; NULL: `order` has made it, or tells all itself */
    int         sifts;          /* 1: every row is looked at again, so that SQL must not count them */
} na_topic;

enum { NA_MOST_VALUES = 48, NA_MOST_KEYS = 6 };

struct na_ask {
    newsarc        *arc;
    const na_topic *topic;
    int             code;           /* below 0: why it failed ... */
    char            why[512];       /* ... in words, for close */
    int             ended;
    newsarc_filter  filter;         /* with strings of the arena */
    na_arena        arena;          /* for as long as the question is open */
    na_arena        scratch;        /* for one row */
    na_finder      *finder;         /* filter.match; NULL: none */
    const char     *whom;           /* "(3,7)": the entities that filter.who and .entity mean; NULL: all ... */
    int64_t         one;            /* ... or the only one, and whom is "(:whom)" */
    const char     *outlets;        /* "(2)": the sources that filter.source means; NULL: all */
    const char     *after[NA_MOST_KEYS];    /* filter.after taken apart */
    int             paged;          /* 1: there is one */
    na_buffer       sql, page;
    na_value        value[NA_MOST_VALUES];
    size_t          values;
    sqlite3_stmt   *order, *row;
    int             ids;            /* columns of order that row asks for */
    sqlite3_blob   *text;           /* of article text_of, opened for reading pieces */
    int64_t         text_of;
    int64_t         left;           /* rows still wanted */
};

/* ---- ask.c: open, step, close ------------------------------------------------------ */

/* Allocates a cursor of `size` bytes that begins with an na_ask, looks the
 * filter over and prepares both statements.  *out is set unless memory ran out. */
int na_ask_open(void **out, size_t size, newsarc *arc, const newsarc_filter *filter, const na_topic *topic);
/* 1: ask->row (or ask->order) stands on a row and ask->page is its page; 0: the end, or a failure. */
int na_ask_next(na_ask *ask);
/* The row that next gave was not wanted after all: it does not count. */
void na_ask_pass_over(na_ask *ask);
int na_ask_close(na_ask *ask);
/* Notes that the question failed; gives 0, as next does. */
int na_ask_fail(na_ask *ask, int code);

/* ---- for `order` -------------------------------------------------------------------- */

void na_ask_sql(na_ask *ask, const char *sql);
/* The SQL names one parameter, and this is its value. */
void na_ask_with(na_ask *ask, const char *sql, na_value value);
/* Conditions on article a: source, article, story; and on its day: since, until. */
void na_ask_of_article(na_ask *ask);
void na_ask_published(na_ask *ask);
/* since, against the first of two columns, and until, against the other. */
void na_ask_days(na_ask *ask, const char *not_before, const char *not_after);
/* " AND column IN (...)", for the entities asked for; nothing if none are.  Once a statement. */
void na_ask_whom(na_ask *ask, const char *column);
/* " AND a.id IN (...)", for what filter.match finds; nothing if none is given. */
void na_ask_found(na_ask *ask);
/* Asks for those whose name or family name this is: 1, or 0 when it is nobody's. */
int na_ask_called(na_ask *ask, const char *name);
/* Are there so many articles that name those asked for that going through all is cheaper? */
int na_ask_whom_common(na_ask *ask);
/* " AND ... " so that articles a (and places in them) come behind filter.after, then the ORDER BY and
 * LIMIT: by day, undated last, key, and `places`, columns with commas between (NULL: none).  The page's fields
 * are published, key, places. */
void na_ask_by_day(na_ask *ask, const char *places, size_t count);
void na_ask_limit(na_ask *ask);
/* What was put together so far is `row` (:id is its first parameter, the others have their values);
 * `order` begins anew. */
void na_ask_make_row(na_ask *ask);
/* A field of filter.after as a value: text, or a number. */
na_value na_ask_after(const na_ask *ask, size_t field);

/* ---- for `next` ---------------------------------------------------------------------- */

/* Bytes of an article's text, NUL behind, in ask->scratch; cut where the text ends.  NULL: failed. */
char *na_ask_piece(na_ask *ask, int64_t article, int64_t at, int64_t length);
/* The whole text; *length its bytes. */
char *na_ask_whole(na_ask *ask, int64_t article, size_t *length);
/* Runs work on what may take memory of an arena: 1, or 0 and the question has failed. */
int na_ask_guard(na_ask *ask, na_arena *arena, void (*work)(void *), void *state);

/* ---- ask_match.c: full text ----------------------------------------------------------- */

/* Registers, once an archive, what SQL needs:
 *   na_says(:says, text)  1: this text of its own holds all that is wanted
 *   na_rank(search)       how well an article fits; by the article and the search alone, so that a page
 *                         means the same after other articles came */
int na_search_functions(newsarc *arc);
/* Takes filter.match apart, by the tokenizer of the index.  Inside na_guard of ask->arena. */
int na_finder_make(na_ask *ask);
void na_finder_free(na_finder *finder);
/* For FTS5. */
const char *na_finder_expression(const na_finder *finder);
/* Binds :says, if the statement has it. */
void na_finder_bind(na_finder *finder, sqlite3_stmt *stmt);
/* Some 240 bytes of text round what was found, [ and ] round the words; NULL where nothing is found.
 * Skips the stretches (pairs of at and end, in order).  In ask->scratch. */
const char *na_snippet(na_ask *ask, const char *text, size_t n, const size_t *skip, size_t skips);

#endif
