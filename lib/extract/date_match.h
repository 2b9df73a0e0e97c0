/* date_match.h - between the files that match expressions of time (date.h says which).
 *
 * Every matcher takes the token with which the expression begins, fills *w and
 * gives the token behind the expression, or 0; *w is then anything. */
#ifndef NA_DATE_MATCH_H
#define NA_DATE_MATCH_H
#include "extract/date.h"
#include <string.h>

#define ONE_OF(s, i, ...) NA_AMONG((s)->t, (i), __VA_ARGS__)

/* ---- looking ------------------------------------------------------------------ */

static inline int na_at(const na_scan *s, size_t i, int class)
{
    return i < s->t->count && s->word[i].class == class;
}

static inline int na_stops(const na_scan *s, size_t end)        /* does the sentence end before token `end`? */
{
    return end >= s->t->count || s->t->token[end - 1].flags & NA_STOP || s->t->token[end].flags & NA_PARAGRAPH;
}

static inline int na_hyphen(const na_scan *s, size_t i)         /* a joining hyphen at i */
{
    const na_token *t = s->t->token + (i < s->t->count ? i : s->t->count);
    return i < s->t->count && t->kind == NA_PUNCT && t->mark == '-' && t->length == 1 && !(t->flags & NA_SPACE) && !(t[1].flags & NA_SPACE);
}

/* ---- saying -------------------------------------------------------------------- */

static inline const char *na_date_text(const na_scan *s, const char *value)
{
    return na_copy(s->r->arena, value, strlen(value));
}

/* A value that stands already. */
static inline void na_say(na_when *w, int type, const char *value)
{
    w->form = NA_SAID;
    w->type = (uint8_t)type;
    w->value = value;
}

static inline void na_say_year(na_when *w, int32_t year)
{
    w->form = NA_FIXED;
    w->type = NA_DATE;
    w->unit = NA_YEAR;
    w->year = year;
    w->year_from = NA_YEAR_GIVEN;
    w->explicit_day = 1;
}

static inline void na_say_part(na_when *w, int unit, int32_t part)      /* a season, quarter, half: which of the year */
{
    w->form = NA_BY_PERIOD;
    w->type = NA_DATE;
    w->unit = (uint8_t)unit;
    w->part = (int16_t)part;
}

/* n units from the anchor. */
static inline void na_say_shift(na_when *w, int unit, int32_t n, int anchor)
{
    w->form = NA_SHIFTED;
    w->type = unit < NA_DAY ? NA_TIME : NA_DATE;
    w->unit = (uint8_t)unit;
    w->n = n;
    w->anchor = (uint8_t)anchor;
}

/* ---- date_count.c: counted, about, again and again --------------------------------- */

const char *na_duration(const na_scan *s, int unit, int32_t count);        /* P3Y, PT8.5H; count in hundredths, below 0: some */
const char *na_every_season(int32_t season);
size_t na_match_number(const na_scan *s, size_t i, int32_t *count);        /* in hundredths, -1: some */
size_t na_skip_manner(const na_scan *s, size_t k);                         /* two more weeks, three straight days */
int na_unit_at(const na_scan *s, size_t k, int *unit);
int32_t na_scale(int *unit, const na_scan *s, size_t k, int32_t count);    /* a fortnight is two weeks */
size_t na_match_counted(const na_scan *s, size_t i, na_when *w);           /* three years [ago] */
size_t na_match_single(const na_scan *s, size_t i, na_when *w);            /* a week, half an hour [later] */
size_t na_match_units(const na_scan *s, size_t i, na_when *w);             /* [for] years */
size_t na_match_unit_alone(const na_scan *s, size_t i, na_when *w);        /* year-end, day-long */
size_t na_match_about(const na_scan *s, size_t i, na_when *w, int depth);  /* nearly, more than */
size_t na_match_set(const na_scan *s, size_t i, na_when *w);               /* every day, weekly */

/* ---- date_which.c: last, this, next, same ... ------------------------------------------ */

int na_which_anchor(int which);
int32_t na_which_step(int which);
size_t na_match_which(const na_scan *s, size_t i, int article, na_when *w, int depth);
size_t na_match_year_ago(const na_scan *s, size_t i, na_when *w, int depth);

/* ---- date_period.c: parts of years, holidays, decades, "the year" ------------------------ */

int na_preposition(const na_scan *s, size_t i);
size_t na_match_period_year(const na_scan *s, size_t end, na_when *w);     /* the year behind a part; `end` itself when there is none */
size_t na_match_ordinal(const na_scan *s, size_t i, na_when *w);           /* third quarter, 20th century, first nine months */
size_t na_match_season(const na_scan *s, size_t i, int article, na_when *w);
size_t na_match_holiday(const na_scan *s, size_t i, na_when *w);
size_t na_match_decade(const na_scan *s, size_t i, int article, na_when *w);
size_t na_match_fiscal(const na_scan *s, size_t i, na_when *w);
size_t na_match_the_unit(const na_scan *s, size_t k, na_when *w);          /* behind "the": year, week of March 6 */

/* ---- date_year.c, date_loose.c -------------------------------------------------------------- */

size_t na_match_bare_year(const na_scan *s, size_t i, na_when *w);         /* 1998, when nothing beside it says that it is a number */
size_t na_match_any(const na_scan *s, size_t i, na_when *w, int depth);    /* any expression; depth of those round it */

#endif
