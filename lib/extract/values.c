/* values.c - what an expression means once it is known when it was written.
 *
 * A period of the calendar is found first, by the form of the expression; its
 * TIMEX3 value and its first and last day follow from it. */
#include "extract/date.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FARTHEST = 20000 };      /* years; what lies beyond has no value */

static const na_period nothing = { 0, 0, 0, 0 };

/* ---- which period ------------------------------------------------------------------ */

static int32_t years_in(enum na_unit unit)
{
    return unit == NA_MILLENNIUM ? 1000 : unit == NA_CENTURY ? 100 : unit == NA_DECADE ? 10 : 1;
}

static int reachable(na_period p, int32_t n)
{
    return p.year > -FARTHEST && p.year < FARTHEST && n > -FARTHEST * 366 && n < FARTHEST * 366 &&
           (p.unit < NA_YEAR || (n < FARTHEST / years_in(p.unit) && n > -FARTHEST / years_in(p.unit)));
}

static na_period shifted(na_period p, int32_t n)
{
    return reachable(p, n) ? na_period_shift(p, n) : nothing;
}

static int32_t distance(int32_t a, int32_t b)
{
    return a > b ? a - b : b - a;
}

/* The same part of a year in another: month, day of month, quarter ... */
static na_period in_year(const na_when *w, int32_t year)
{
    na_period p = { year, w->part, w->day, w->unit };
    if (w->form == NA_BY_HOLIDAY) {
        p = na_holiday(w->rule, year);
        if (w->unit == NA_WEEKEND || (w->unit == NA_WEEK && p.unit == NA_DAY))
            p = na_period_of((enum na_unit)w->unit, na_first_day(p));
        return p;
    }
    if (w->unit == NA_DAY || w->unit == NA_WEEK || w->unit == NA_WEEKEND || w->day) {
        p.unit = NA_DAY;
        if (p.day > na_days_in(year, p.part))
            return nothing;
        /* The quarter that ends about that day is the one that held the weeks before it. */
        if (w->unit != NA_DAY)
            p = na_period_of((enum na_unit)w->unit, na_first_day(p) - (w->unit == NA_QUARTER ? 45 : 0));
    }
    return p;
}

/* The year that puts it nearest to a day; a weekday beside the date decides among the years near by. */
static na_period nearest(const na_when *w, na_period to, int32_t bias)
{
    na_period best = nothing;
    int32_t least = INT32_MAX, day = na_first_day(to);
    for (int32_t y = to.year - 1; y <= to.year + 1; y++) {
        na_period p = in_year(w, y);
        int32_t d;
        if (!p.unit)
            continue;
        d = distance(na_first_day(p), day + bias);
        if (w->cue < 0 && na_first_day(p) > day)
            d += w->cue == -2 ? 300 : 60;
        if (w->cue > 0 && na_first_day(p) < day)
            d += 200;
        if (w->weekday && p.unit == NA_DAY && na_weekday(na_first_day(p)) != w->weekday)
            d += 400;
        if (d < least) {
            least = d;
            best = p;
        }
    }
    return best;
}

/* Before, in or after the period of the same kind that holds `day`. */
static na_period beside(const na_when *w, int32_t day, int step)
{
    na_period now = na_period_of((enum na_unit)w->unit, day), best = nothing;
    for (int32_t y = now.year - 1; y <= now.year + 1; y++) {
        na_period p = in_year(w, y);
        int32_t first;
        if (!p.unit)
            continue;
        first = na_first_day(p);
        if (step < 0 && first < na_first_day(now))
            best = p;
        if (step == 0 && first <= na_first_day(now))
            best = p;
        if (step > 0 && first > na_first_day(now) && !best.unit)
            best = p;
    }
    return best;
}

/* A month, season, day of the year or holiday without its year. */
static na_period of_some_year(const na_when *w, const na_clock *clock, na_date *d)
{
    int yearly = w->form == NA_BY_HOLIDAY || w->day || w->unit == NA_DAY || w->unit == NA_WEEK || w->unit == NA_WEEKEND;
    na_when told = *w;
    na_period here;
    int32_t day;
    if (clock->narrative && clock->text.unit && w->choice == NA_NO_CHOICE) {
        d->anchor = NA_ANCHOR_TEXT;
        if (clock->text.unit == NA_YEAR)
            return in_year(w, clock->text.year);
        told.cue = 0;
        return nearest(&told, clock->text, 30);
    }
    if (w->anchor == NA_ANCHOR_TEXT && clock->text.unit) {
        d->anchor = NA_ANCHOR_TEXT;
        day = na_first_day(clock->text);
        return beside(w, day, w->choice == NA_NO_CHOICE ? 0 : w->choice);
    }
    d->anchor = NA_ANCHOR_PUBLISHED;
    if (!clock->known)
        return nothing;
    day = na_first_day(clock->today);
    if (w->choice == 0) {
        na_period p = in_year(w, clock->today.year);
        return w->unit == NA_SEASON ? nearest(w, clock->today, 0) : p;
    }
    if (w->choice != NA_NO_CHOICE) {
        if (!yearly)
            return beside(w, day, w->choice);
        here = in_year(w, clock->today.year);
        if (here.unit == NA_YEAR)
            return shifted(here, w->choice);
        if (!here.unit || (w->choice < 0 ? na_first_day(here) >= day : na_first_day(here) <= day))
            return in_year(w, clock->today.year + w->choice);
        return here;
    }
    if (yearly)
        return nearest(w, clock->today, w->form == NA_BY_HOLIDAY && *w->rule == 'y' ? 60 : 0);
    if (w->cue > 0) {
        na_period now = na_period_of((enum na_unit)w->unit, day), p = in_year(w, now.year);
        if (w->unit == NA_QUARTER && na_last_day(p) < day && day - na_last_day(p) < 100)
            return p;                   /* results are expected after the quarter has ended */
        return na_first_day(p) < na_first_day(now) ? in_year(w, now.year + 1) : p;
    }
    return beside(w, day, 0);
}

static na_period by_year(const na_when *w, const na_clock *clock, na_date *d)
{
    switch (w->year_from) {
    case NA_YEAR_GIVEN:
        d->anchor = NA_NO_ANCHOR;
        return w->unit >= NA_YEAR && w->form == NA_FIXED ? (na_period){ w->year, 0, 0, w->unit } : in_year(w, w->year);
    case NA_YEAR_PUBLISHED:
        d->anchor = NA_ANCHOR_PUBLISHED;
        return clock->known ? in_year(w, clock->today.year + w->year) : nothing;
    case NA_YEAR_TEXT:
        d->anchor = NA_ANCHOR_TEXT;
        if (clock->text.unit)
            return in_year(w, clock->text.year + w->year);
        d->anchor = NA_ANCHOR_PUBLISHED;
        return clock->known ? in_year(w, clock->today.year + w->year) : nothing;
    default:
        return of_some_year(w, clock, d);
    }
}

static na_period by_weekday(const na_when *w, const na_clock *clock, na_date *d)
{
    na_period base = clock->today;
    int32_t day, back;
    d->anchor = NA_ANCHOR_PUBLISHED;
    if (w->anchor == NA_ANCHOR_TEXT && clock->text.unit && clock->text.unit <= NA_DAY) {
        base = clock->text;
        d->anchor = NA_ANCHOR_TEXT;
    } else if (!clock->known || clock->today.unit > NA_DAY) {
        return nothing;
    }
    day = na_first_day(base);
    if (w->keep)                /* Tuesday of last week */
        return na_period_of(NA_DAY, day - (na_weekday(day) - 1) + 7 * w->n + w->weekday - 1);
    back = (na_weekday(day) - w->weekday + 7) % 7;
    if (w->choice == -1)
        return na_period_of(NA_DAY, day - (back ? back : 7));
    if (w->choice == 1)
        return na_period_of(NA_DAY, day + (7 - back));
    if (w->choice == 0 || w->cue > 0)
        return na_period_of(NA_DAY, back ? day + 7 - back : day);
    return na_period_of(NA_DAY, day - back);
}

/* What a year-ago figure is compared with: the quarter of which the text speaks, or its month; of a day only the year is meant. */
static na_period compared_with(const na_when *w, const na_clock *clock)
{
    na_period p = clock->text;
    if (w->part == NA_QUARTER || p.unit == NA_QUARTER)
        return p.unit == NA_QUARTER ? p : clock->quarter;
    if (p.unit && p.unit <= NA_DAY && clock->quarter.unit && na_first_day(p) >= na_first_day(clock->quarter) && na_first_day(p) <= na_last_day(clock->quarter))
        return clock->quarter;          /* the third quarter, ended Sept. 30 */
    if (w->anchor != NA_ANCHOR_TEXT || !p.unit || p.unit == NA_WEEK || p.unit == NA_WEEKEND || p.unit >= NA_YEAR)
        return nothing;
    return w->part == NA_MONTH || p.unit > NA_DAY ? na_period_of(p.unit > NA_DAY ? (enum na_unit)p.unit : NA_MONTH, na_first_day(p)) : nothing;
}

static na_period by_shift(const na_when *w, const na_clock *clock, na_date *d)
{
    na_period base = clock->today, p;
    int known = clock->known;
    enum na_unit unit = w->unit < NA_DAY ? NA_DAY : (enum na_unit)w->unit;
    d->anchor = NA_ANCHOR_PUBLISHED;
    if (w->keep) {
        p = compared_with(w, clock);
        if (p.unit) {
            d->anchor = NA_ANCHOR_TEXT;
            if (w->year)
                p.year = w->year;
            else if (reachable(p, w->n))
                p.year += w->n;
            return p;
        }
        if (w->year)
            return (na_period){ w->year, 0, 0, NA_YEAR };
    }
    if (w->unit == NA_QUARTER && w->n == 0 && w->anchor == NA_ANCHOR_TEXT && clock->text.unit != NA_QUARTER) {
        /* the quarter: the one of which the text speaks, else the last that has ended */
        if (clock->quarter.unit) {
            d->anchor = NA_ANCHOR_TEXT;
            return clock->quarter;
        }
        return clock->known ? na_period_shift(na_period_of(NA_QUARTER, na_first_day(clock->today)), -1) : nothing;
    }
    if (w->anchor == NA_ANCHOR_TEXT && clock->text.unit && clock->text.unit <= unit) {
        base = clock->text;
        known = 1;
        d->anchor = NA_ANCHOR_TEXT;
    } else if (w->anchor == NA_ANCHOR_TEXT && (clock->narrative || (w->unit == NA_WEEK && w->n == 0 && clock->text.unit == NA_MONTH))) {
        d->anchor = NA_ANCHOR_TEXT;     /* that same week, in January: one of its weeks */
        return nothing;
    }
    if (!known)
        return nothing;
    if (base.unit > unit && w->n == 0)
        return base;            /* "today" of an utterance of which only the month is known */
    if (base.unit > unit)
        return nothing;
    p = na_period_of(unit, na_first_day(base));
    if (unit == NA_WEEKEND && w->choice == -1 && w->cue <= 0 && na_first_day(p) > na_first_day(base))
        return na_period_shift(p, -1);          /* over the weekend, told on a weekday */
    return shifted(p, w->n);
}

static na_period of_clock(const na_clock *clock, na_date *d)
{
    if (clock->text.unit && clock->text.unit <= NA_DAY) {
        d->anchor = NA_ANCHOR_TEXT;
        return clock->text;
    }
    d->anchor = NA_ANCHOR_PUBLISHED;
    return clock->known && clock->today.unit <= NA_DAY ? clock->today : nothing;
}

static na_period period_of(const na_when *w, const na_clock *clock, na_date *d)
{
    switch (w->form) {
    case NA_BY_WEEKDAY: return by_weekday(w, clock, d);
    case NA_SHIFTED: return by_shift(w, clock, d);
    case NA_BY_CLOCK: return of_clock(clock, d);
    default: return by_year(w, clock, d);
    }
}

/* ---- how it is written ------------------------------------------------------------------- */

static const char *const season_name[] = { "", "SP", "SU", "FA", "WI" };

/* No value is longer than this. */
typedef struct writing { char s[64]; size_t n; } writing;

static void put(writing *out, const char *format, ...)
{
    va_list list;
    int n;
    va_start(list, format);
    n = vsnprintf(out->s + out->n, sizeof out->s - out->n, format, list);
    va_end(list);
    if (n > 0 && (size_t)n < sizeof out->s - out->n)
        out->n += (size_t)n;
}

static void write_period(writing *out, na_period p)
{
    int32_t year = p.year;
    if (year <= 0) {
        put(out, "BC");
        year = 1 - year;
    }
    switch (p.unit) {
    case NA_MILLENNIUM: put(out, "%d", (int)(year / 1000)); return;
    case NA_CENTURY: put(out, "%02d", (int)(year / 100)); return;
    case NA_DECADE: put(out, "%03d", (int)(year / 10)); return;
    default: put(out, "%04d", (int)year);
    }
    switch (p.unit) {
    case NA_YEAR: break;
    case NA_HALF: put(out, "-H%d", p.part); break;
    case NA_QUARTER: put(out, "-Q%d", p.part); break;
    case NA_SEASON: put(out, "-%s", season_name[p.part]); break;
    case NA_MONTH: put(out, "-%02d", p.part); break;
    case NA_WEEK: put(out, "-W%02d", p.part); break;
    case NA_WEEKEND: put(out, "-W%02d-WE", p.part); break;
    default: put(out, "-%02d-%02d", p.part, p.day);
    }
}

static const char *day_text(na_arena *arena, int32_t day)
{
    char text[24];
    na_period p = na_period_of(NA_DAY, day);
    if (p.year < 1 || p.year > 9999)
        return NULL;
    snprintf(text, sizeof text, "%04d-%02d-%02d", (int)p.year, p.part, p.day);
    return na_copy(arena, text, 10);
}

/* First and last day; early, mid and late are its thirds (of a month: 1-10, 11-20, 21-). */
static void write_bounds(na_arena *arena, na_period p, const char *mod, na_date *d)
{
    int32_t first = na_first_day(p), last = na_last_day(p), third = (last - first + 1) / 3;
    if (mod && last - first >= 2) {
        if (!strcmp(mod, "START"))
            last = first + third - 1;
        else if (!strcmp(mod, "END"))
            first = first + 2 * third;
        else if (!strcmp(mod, "MID")) {
            first += third;
            last = first + third - 1;
        }
    }
    d->earliest = mod && !strcmp(mod, "BEFORE") ? NULL : day_text(arena, first);
    d->latest = mod && !strcmp(mod, "AFTER") ? NULL : day_text(arena, last);
}

static const char *how_of(const na_when *w, enum na_anchor anchor)
{
    switch (w->form) {
    case NA_SAID: return w->type == NA_DURATION ? "a length of time" : w->type == NA_SET ? "again and again" : "only past, present or future";
    case NA_BY_WEEKDAY: return w->cue > 0 ? "the next such day: a cue of the future beside it" : "the day of that week nearest before the anchor";
    case NA_SHIFTED: return anchor == NA_ANCHOR_TEXT ? "counted from the date before it" : "counted from the day of writing";
    case NA_BY_CLOCK: return "a time of the day that is spoken of";
    default: break;
    }
    if (w->year_from == NA_YEAR_GIVEN)
        return "stated in full";
    return anchor == NA_ANCHOR_TEXT ? "its year from the date before it" : w->cue > 0 ? "the next one: a cue of the future beside it" : "its year from the day of writing";
}

void na_resolve(na_arena *arena, const na_when *w, const na_clock *clock, na_date *d, na_period *period)
{
    writing out = { .n = 0 };
    d->type = (enum na_date_type)w->type;
    d->mod = w->mod;
    d->anchor = NA_NO_ANCHOR;
    d->value = d->earliest = d->latest = NULL;
    *period = nothing;
    if (w->form == NA_SAID) {
        d->value = w->value;
        d->how = how_of(w, d->anchor);
        return;
    }
    *period = period_of(w, clock, d);
    d->how = how_of(w, d->anchor);
    if (!period->unit || period->year < -9998 || period->year > 9999) {
        *period = nothing;
        return;
    }
    if (period->unit < NA_DAY)
        period->unit = NA_DAY;
    write_period(&out, *period);
    if (w->hour >= 0 && period->unit == NA_DAY)
        put(&out, w->second >= 0 ? "T%02d:%02d:%02d" : "T%02d:%02d", w->hour, w->minute < 0 ? 0 : w->minute, w->second);
    else if (w->daypart[0])
        put(&out, "T%.2s", w->daypart);
    if (w->hour >= 0 && period->unit == NA_DAY && w->zone != NA_NO_ZONE && w->zone == 0 && w->form == NA_FIXED && w->second >= 0)
        put(&out, "Z");
    d->value = na_copy(arena, out.s, out.n);
    write_bounds(arena, *period, w->mod, d);
}
