/* link_days.c - when the undated articles of a story appeared.
 *
 * An undated article appeared when its text allows and, give or take SLACK,
 * when the dated ones told its story; where the two contradict each other the
 * text is right.  If that leaves one day, or one on which its dateline can be,
 * it is the day of publication, and the article's dates are read again.  What
 * a day was learnt from the story never tells another article anything, so
 * that all this is a function of the set of articles. */
#include "store/link_private.h"
#include <string.h>

#define SLACK "7 days"

/* An article that does not tell its day itself. */
typedef struct undated {
    int64_t     id;
    const char *published;          /* as its story told until now; NULL */
    const char *earliest, *latest;  /* that its text allows */
    const char *low, *high;         /* that both allow; NULL: no story with a dated article */
    const char *dateline;
} undated;

#define UNDATED "coalesce(a.published_from, 'story') = 'story'"

/* Reads the article as if `day` had been given with it (NULL: as it is), and writes its dates. */
typedef struct rereading { na_linking *l; int64_t article; const char *day; int rc; } rereading;

static void read_again(void *state)
{
    rereading *w = state;
    newsarc *arc = w->l->arc;
    na_document document;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT " NA_DOCUMENT " FROM document WHERE id = :article", na_int(w->article));
    w->rc = row ? na_step(arc, row) : arc->failure;
    if (w->rc == 1) {
        na_document_row(row, &document);
        w->rc = na_check_text(arc, &document);
        if (w->day)
            document.published = w->day;
        if (w->rc >= 0)
            w->rc = na_rewrite_dates(arc, w->article, na_read_kept(&w->l->inner, &document));
    }
    na_done(arc, row);
}

static int set_day(na_linking *l, const undated *a, const char *earliest, const char *latest, const char *day, const char *how)
{
    rereading again = { l, a->id, day, 0 };
    int rc = NA_RUN(l->arc, "UPDATE article SET published = :day, published_from = iif(:day IS NULL, NULL, 'story'), published_how = :how,"
                            " earliest = :earliest, latest = :latest WHERE id = :article",
                    na_text(day), na_text(how), na_text(earliest), na_text(latest), na_int(a->id));
    if (rc < 0 || (day ? a->published && !strcmp(day, a->published) : !a->published))
        return rc;
    if (na_guard(&l->inner, read_again, &again))
        again.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return again.rc;
}

static int decide(na_linking *l, const undated *a)
{
    const char *day;
    if (!a->low || !a->high || strcmp(a->low, a->high) > 0)
        return set_day(l, a, a->earliest, a->latest, NULL, NULL);
    if (!strcmp(a->low, a->high))
        return set_day(l, a, a->low, a->low, a->low, "the only day that its text and its story allow");
    if ((day = na_dateline_day(&l->arena, a->dateline, a->low, a->high)))
        return set_day(l, a, day, day, day, "the day of its dateline, the year of its story");
    return set_day(l, a, a->low, a->high, NULL, NULL);
}

/* The articles that a statement gives, in the columns of undated. */
static int decide_all(na_linking *l, sqlite3_stmt *row)
{
    undated *list = NULL;
    size_t count = 0, room = 0;
    int rc = row ? 0 : l->arc->failure;
    while (row && (rc = na_step(l->arc, row)) == 1)
        *NA_PUSH(&l->arena, list, count, room) = (undated){ sqlite3_column_int64(row, 0), na_keep(&l->arena, row, 1), na_keep(&l->arena, row, 2),
            na_keep(&l->arena, row, 3), na_keep(&l->arena, row, 4), na_keep(&l->arena, row, 5), na_keep(&l->arena, row, 6) };
    na_done(l->arc, row);
    for (size_t i = 0; i < count && rc >= 0; i++)
        rc = decide(l, &list[i]);
    return rc;
}

int na_link_days(na_linking *l, int64_t story)
{
    return decide_all(l, NA_QUERY(l->arc,
        "WITH told AS (SELECT date(min(substr(published, 1, 10)), '-" SLACK "') AS low, date(max(substr(published, 1, 10)), '+" SLACK "') AS high"
        "                FROM article WHERE story_id = :story AND published_from <> 'story')"
        " SELECT a.id, a.published, p.earliest, p.latest, max(coalesce(p.earliest, ''), told.low), min(coalesce(p.latest, '9999'), told.high), p.dateline"
        "   FROM told, article a JOIN profile p ON p.article_id = a.id WHERE a.story_id = :story AND " UNDATED, na_int(story)));
}

int na_unlink_day(na_linking *l, int64_t article)
{
    return decide_all(l, NA_QUERY(l->arc,
        "SELECT a.id, a.published, p.earliest, p.latest, NULL, NULL, NULL FROM article a JOIN profile p ON p.article_id = a.id"
        " WHERE a.id = :article AND " UNDATED, na_int(article)));
}
