/* date_which.c - expressions that tell which one: of the article's own time, or of the text's.
 *
 *     last week · this summer · the next three years · the same day · that October · the latest quarter · a year ago
 */
#include "extract/date_match.h"

/* Where it is counted from, and how far. */
int na_which_anchor(int which)
{
    return which == NA_PREVIOUS || which == NA_SAME || which == NA_THAT || which == NA_FOLLOWING ? NA_ANCHOR_TEXT : NA_ANCHOR_PUBLISHED;
}

int32_t na_which_step(int which)
{
    switch (which) {
    case NA_LAST: case NA_PAST: case NA_PREVIOUS: return -1;
    case NA_NEXT: case NA_COMING: case NA_FOLLOWING: return 1;
    default: return 0;
    }
}

/* last week, this year, the following day, that month, the latest quarter */
static size_t match_which_unit(const na_scan *s, size_t k, int which, int article, na_when *w)
{
    int unit = s->word[k].value;
    size_t end = k + 1;
    if (s->t->token[k].flags & NA_UPPER && !(s->t->token[k].flags & NA_CAPS) && s->r->role[k] == NA_BODY)
        return 0;                       /* the name of a programme: This Week */
    if (na_at(s, k, NA_UNITS)) {           /* past months, coming weeks, those years */
        if (which == NA_SAME || which == NA_THAT || which == NA_LATEST || which == NA_THIS)
            return 0;
        na_say(w, NA_DURATION, na_duration(s, unit, -1));
        return end;
    }
    if (na_hyphen(s, end) && !na_at(s, end + 1, NA_OLD) && !ONE_OF(s, end + 1, "end"))
        return 0;
    if (which == NA_THESE || which == NA_THOSE)
        return 0;
    if (unit < NA_DAY) {
        if (which == NA_PAST || which == NA_LAST || which == NA_NEXT || which == NA_COMING) {
            na_say(w, NA_DURATION, na_duration(s, unit, 100));
            return end;
        }
        return 0;
    }
    /* "the past year" is a stretch up to now, "the past decade" too */
    if (which == NA_PAST || (article && (which == NA_LAST || which == NA_NEXT) && unit != NA_DAY && unit != NA_YEAR && unit != NA_QUARTER && unit != NA_WEEKEND && unit != NA_MONTH && unit != NA_WEEK)) {
        na_say(w, NA_DURATION, na_duration(s, unit, 100));
        return end;
    }
    if (unit == NA_YEAR && !na_stops(s, end) && s->t->token[end].kind == NA_CLITIC && na_at(s, end + 1, NA_ORDINAL) && !na_stops(s, end + 1)) {
        na_when part = na_nothing();            /* this year's third quarter */
        size_t stop = na_match_ordinal(s, end + 1, &part);
        if (stop && part.form == NA_BY_PERIOD && part.year_from == NA_YEAR_MISSING) {
            *w = part;
            w->year_from = na_which_anchor(which) == NA_ANCHOR_TEXT ? NA_YEAR_TEXT : NA_YEAR_PUBLISHED;
            w->year = na_which_step(which);
            return stop;
        }
    }
    na_say_shift(w, unit, na_which_step(which), na_which_anchor(which));
    if (article && (which == NA_NEXT) && unit <= NA_MONTH)
        w->anchor = NA_ANCHOR_TEXT;             /* the next day, the next month: counted in the story */
    if (which == NA_LATEST) {
        w->n = unit == NA_QUARTER || unit == NA_HALF ? -1 : 0;
    }
    return end;
}

/* last Tuesday, this coming Sunday [, March 8th], next Friday morning */
static size_t match_which_weekday(const na_scan *s, size_t k, int which, na_when *w)
{
    size_t end = na_match_fixed(s, k, w);
    if (end)
        return end;
    *w = na_nothing();
    w->form = NA_BY_WEEKDAY;
    w->type = NA_DATE;
    w->unit = NA_DAY;
    w->weekday = (int16_t)s->word[k].value;
    w->choice = (int8_t)na_which_step(which);
    w->anchor = (uint8_t)na_which_anchor(which);
    end = k + 1;
    if (na_at(s, end, NA_PART) && !na_stops(s, end)) {
        memcpy(w->daypart, s->word[end].text, 2);
        w->type = NA_TIME;
        end++;
    }
    return end;
}

/* last October, next March, last Oct. 23 */
static size_t match_which_month(const na_scan *s, size_t k, int which, na_when *w)
{
    size_t end = s->t->token[k].flags & NA_UPPER ? na_match_fixed(s, k, w) : 0;
    if (end && w->year_from == NA_YEAR_MISSING) {
        w->choice = (int8_t)na_which_step(which);
        if (na_which_anchor(which) == NA_ANCHOR_TEXT && w->unit == NA_MONTH)
            w->anchor = NA_ANCHOR_TEXT;
    }
    return end;
}

/* the past twenty years, the next few days, the following two weeks, the next 12 to 18 months, the past three summers */
static size_t match_which_count(const na_scan *s, size_t k, int which, na_when *w)
{
    const na_tokens *t = s->t;
    int32_t count, more;
    int unit;
    size_t stop, end = which == NA_THAT || which == NA_SAME || which == NA_THIS || which == NA_LATEST ? 0 : na_match_number(s, k, &count);
    if (!end || na_stops(s, end))
        return 0;
    if (ONE_OF(s, end, "to", "or") && (stop = na_match_number(s, end + 1, &more)) && !na_stops(s, stop) && na_at(s, stop, NA_UNITS))
        end = stop;
    end = na_skip_manner(s, na_hyphen(s, end) ? end + 1 : end);
    if (na_at(s, end, NA_SEASONS)) {
        na_say(w, NA_SET, na_every_season(s->word[end].value));
        return end + 1;
    }
    if (!na_unit_at(s, end, &unit) || (!na_stops(s, end + 1) && (na_at(s, end + 1, NA_OLD) || (na_at(s, end + 1, NA_OF) && na_word_is(t, end + 2, "age")))))
        return 0;
    count = na_scale(&unit, s, end, count);
    na_say(w, NA_DURATION, na_duration(s, unit, count));
    return end + 1;
}

/* What cannot stand behind a verb or as a preposition: following Friday's vote, it would last two weeks. */
static int is_other_word(const na_scan *s, size_t i, int which, int article)
{
    return (which == NA_FOLLOWING && !article) ||
           (which == NA_LAST && i && (na_date_role(s->t, i - 1, "modal") || ONE_OF(s, i - 1, "to", "not")));
}

static size_t match_which_of(const na_scan *s, size_t i, int article, na_when *w, int depth)
{
    int which = s->word[i].value;
    size_t k = i + s->word[i].words, end;
    if (na_stops(s, k) || is_other_word(s, i, which, article) || (na_hyphen(s, k) && which == NA_LAST))
        return 0;
    if (which == NA_LATEST && na_word_is(s->t, k, "period")) {
        na_say_shift(w, NA_QUARTER, -1, NA_ANCHOR_PUBLISHED);
        return k + 1;
    }
    if ((which == NA_THAT && na_word_is(s->t, k, "same")) || ONE_OF(s, k, "fiscal", "calendar", "full", "whole", "very", "entire", "crucial"))
        k++;
    switch (na_class(s, k)) {
    case NA_UNIT: case NA_UNITS:
        return match_which_unit(s, k, which, article, w);
    case NA_WEEKDAY:
        return match_which_weekday(s, k, which, w);
    case NA_A_MONTH:
        return match_which_month(s, k, which, w);
    case NA_A_SEASON:
        na_say_part(w, NA_SEASON, s->word[k].value);
        w->choice = (int8_t)na_which_step(which);
        return na_hyphen(s, k + 1) ? 0 : k + 1;
    case NA_HOLIDAY:
        w->form = NA_BY_HOLIDAY;
        w->type = NA_DATE;
        w->unit = NA_DAY;
        w->rule = s->word[k].text;
        w->choice = (int8_t)na_which_step(which);
        return *w->rule == 'y' ? 0 : k + s->word[k].words;
    case NA_PART:                               /* this morning, that afternoon, the next evening */
        na_say_shift(w, NA_DAY, na_which_step(which), article && which == NA_NEXT ? NA_ANCHOR_TEXT : na_which_anchor(which));
        memcpy(w->daypart, s->word[k].text, 2);
        w->type = NA_TIME;
        return k + 1;
    case NA_A_HALF:                             /* the last half of 1989 */
        na_say_part(w, NA_HALF, 2);
        end = which == NA_LAST ? na_match_period_year(s, k + 1, w) : 0;
        return end > k + 1 ? end : 0;
    case NA_ORDINAL:
        return which != NA_THAT && which != NA_LAST && (end = na_match_any(s, k, w, depth + 1)) && w->form == NA_BY_PERIOD ? end : 0;
    default:
        return match_which_count(s, k, which, w);
    }
}

/* Behind "the next year", "a week": or so. */
static size_t or_so(const na_scan *s, size_t end)
{
    return !na_stops(s, end) && na_word_is(s->t, end, "or") && na_word_is(s->t, end + 1, "so") ? end + 2 : end;
}

size_t na_match_which(const na_scan *s, size_t i, int article, na_when *w, int depth)
{
    size_t end = match_which_of(s, i, article, w, depth), k = i + s->word[i].words;
    if (end)
        return or_so(s, end);
    if (article && s->word[i].value == NA_PAST && (na_stops(s, k) || s->t->token[k].kind != NA_WORD || na_in(&s->t->token[k], NA_LIST_STARTER)) && s->t->token[k].kind != NA_NUMBER && !na_hyphen(s, k)) {
        *w = na_nothing();
        na_say(w, NA_DATE, "PAST_REF");
        return k;
    }
    if (!end && !article && na_word_is(s->t, i, "current") && !(s->t->token[i].flags & NA_UPPER)) {
        *w = na_nothing();
        na_say(w, NA_DATE, "PRESENT_REF");
        end = i + 1;
    }
    return end;
}

/* [a] year ago, the year-earlier period, year-ago results: the same period of the year before. */
size_t na_match_year_ago(const na_scan *s, size_t i, na_when *w, int depth)
{
    size_t k = i + s->word[i].words, end;
    int unit = NA_YEAR;
    if (!na_stops(s, k) && (na_at(s, k, NA_ORDINAL) || na_at(s, k, NA_FISCAL)) && (end = na_match_any(s, k, w, depth + 1)) && w->form == NA_BY_PERIOD) {
        w->year_from = NA_YEAR_PUBLISHED;
        w->year = -1;
        w->compared = 1;
        return end;
    }
    *w = na_nothing();
    na_say_shift(w, NA_YEAR, -1, na_class(s, i) == NA_YEAR_AGO && i && na_at(s, i - 1, NA_ARTICLE) && !na_word_is(s->t, i - 1, "the") ? NA_ANCHOR_PUBLISHED : NA_ANCHOR_TEXT);
    w->keep = 1;
    w->compared = 1;
    if (na_stops(s, k))
        return k;
    if (na_word_is(s->t, k, "period")) {
        w->part = NA_QUARTER;
        w->anchor = NA_ANCHOR_TEXT;
        return k + 1;
    }
    if (na_unit_at(s, k, &unit) && !na_at(s, k, NA_UNITS)) {
        w->anchor = NA_ANCHOR_TEXT;
        w->part = (int16_t)unit;
        return k + 1;
    }
    return k;
}
