/* date_loose.c - expressions that need more than themselves: the publication date, or what was said before.
 *
 *     today · yesterday morning · Friday night · now · early 1990 · the end of March · earlier this month · the night of May 4
 *
 * Here is also the way from the first word of an expression to its matcher. */
#include "extract/date_match.h"

static const char *mod_of(const na_scan *s, size_t i)
{
    return strcmp(s->word[i].text, "REST") ? s->word[i].text : "END";
}

/* early, the end of, mid-, earlier + an expression */
static size_t match_edge(const na_scan *s, size_t i, na_when *w, int depth)
{
    const na_tokens *t = s->t;
    int class = na_class(s, i);
    size_t k = i + s->word[i].words, end = 0;
    const char *mod = mod_of(s, i);
    if (na_stops(s, k))
        return 0;
    if (na_hyphen(s, k))
        k++;
    if (class == NA_EARLIER || class == NA_LATER) {
        /* earlier this month, later that year, later Tuesday, later in the summer; not "earlier two men" */
        if (na_word_is(t, k, "on") && s->word[i].words == 1)
            k++;
        if (!na_at(s, k, NA_WHICH) && !na_at(s, k, NA_DEICTIC) && !na_at(s, k, NA_WEEKDAY) && !na_at(s, k, NA_ARTICLE) && !(s->word[i].words > 1))
            return 0;
        if (na_at(s, k, NA_ARTICLE) && s->word[i].words == 1 && !(na_at(s, k + 1, NA_UNIT)))
            return 0;
        if (na_at(s, k, NA_WHICH) && (s->word[k].value == NA_LAST) && na_at(s, k + 1, NA_NO_DATEWORD))
            return 0;
    }
    if (na_at(s, k, NA_A_SEASON)) {
        if (!(end = na_match_season(s, k, 1, w)) && !(na_at(s, k - 1, NA_EDGE) && (end = k + 1)))
            return 0;
        w->mod = mod;
        return end;
    }
    /* "later Tuesday" names the day, "later this week" a part of it */
    if (!(end = na_match_any(s, k, w, depth + 1)))
        return 0;
    if (w->type == NA_DURATION || w->type == NA_SET || (w->form == NA_SAID && w->type == NA_DATE && (w->value[0] == 'P' || w->value[0] == 'F') && strlen(w->value) > 6))
        return 0;
    if (!w->mod)
        w->mod = mod;
    return end;
}

static size_t match_weekday(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t end = i + 1, k;
    if (!(t->token[i].flags & NA_UPPER))
        return 0;
    if (na_at(s, i, NA_SHORTDAY)) {
        /* Mon. is a day, Sun and Sat may be anything */
        if (!(t->token[i].flags & NA_DOTTED) && !(end < t->count && t->token[end].mark == '.' && t->token[end].kind == NA_PUNCT && !(t->token[end].flags & NA_SPACE) && t->token[i].length <= 5 &&
              t->token[end + 1].kind == NA_NUMBER))
            return 0;
    }
    w->form = NA_BY_WEEKDAY;
    w->type = NA_DATE;
    w->unit = NA_DAY;
    w->weekday = (int16_t)s->word[i].value;
    if (na_stops(s, end))
        return end;
    if (na_at(s, end, NA_PART)) {
        memcpy(w->daypart, s->word[end].text, 2);
        w->type = NA_TIME;
        return end + 1;
    }
    k = na_at(s, end, NA_OF) ? end + 1 : end;
    if (na_at(s, k, NA_WHICH) && (na_word_is(t, k + s->word[k].words, "week"))) {
        if (s->word[k].value == NA_LAST || s->word[k].value == NA_NEXT || s->word[k].value == NA_THIS) {
            w->n = na_which_step(s->word[k].value);       /* Tuesday of last week */
            w->keep = 1;
            return k + s->word[k].words + 1;
        }
    }
    if (na_word_is(t, end, "at")) {
        na_when clock = na_nothing();
        size_t stop = end + 1 < t->count ? na_match_clock(s, end + 1, &clock) : 0;
        if (stop && !na_at(s, end + 1, NA_CLOCK)) {
            w->hour = clock.hour;
            w->minute = clock.minute;
            w->zone = clock.zone;
            w->type = NA_TIME;
            return stop;
        }
    }
    return end;
}

static size_t match_deictic(const na_scan *s, size_t i, na_when *w)
{
    size_t end = i + s->word[i].words;
    const na_tokens *t = s->t;
    if (t->token[i].flags & NA_UPPER && !(t->token[i].flags & NA_FIRST) && s->word[i].words == 1 && i && t->token[i - 1].flags & NA_UPPER && t->token[i - 1].kind == NA_WORD)
        return 0;                       /* USA Today */
    if (s->word[i].words > 1 && t->token[end - 1].flags & NA_UPPER && !(t->token[end - 1].flags & NA_CAPS) && s->r->role[i] == NA_BODY)
        return 0;                       /* The Day After Tomorrow, a film */
    na_say_shift(w, NA_DAY, s->word[i].value, NA_ANCHOR_PUBLISHED);
    w->type = NA_DATE;
    if (na_at(s, i, NA_TONIGHT)) {
        memcpy(w->daypart, "NI", 2);
        w->type = NA_TIME;
    } else if (na_at(s, end, NA_PART) && !na_stops(s, end)) {
        memcpy(w->daypart, s->word[end].text, 2);
        w->type = NA_TIME;
        end++;
    }
    return end;
}

/* now, recently; soon only where it lies ahead: soon after that is past */
static size_t match_ref(const na_scan *s, size_t i, na_when *w)
{
    if (na_word_is(s->t, i, "soon") && (ONE_OF(s, i + 1, "as", "after") ||
        (i && ONE_OF(s, i - 1, "as", "too", "how")) ||
        (!na_stops(s, i + 1) && !(i && (na_date_role(s->t, i - 1, "modal") || ONE_OF(s, i - 1, "to", "very"))))))
        return 0;
    na_say(w, NA_DATE, s->word[i].text);
    return i + s->word[i].words;
}

/* recent, recent years */
static size_t match_adjective(const na_scan *s, size_t i, na_when *w)
{
    if (na_at(s, i + 1, NA_UNITS) && !na_stops(s, i + 1)) {
        na_say(w, NA_DURATION, na_duration(s, s->word[i + 1].value, -1));
        return i + 2;
    }
    if (s->t->token[i].flags & NA_UPPER && !(s->t->token[i].flags & NA_FIRST))
        return 0;
    na_say(w, NA_DATE, s->word[i].text);
    return i + 1;
}

/* 9 a.m. EST [Tuesday], 5 p.m., Nov. 6 · 5pm on Saturday */
static size_t match_timed(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    na_when day = na_nothing();
    size_t end = na_match_clock(s, i, w), k = end, stop = 0;
    if (!end || na_stops(s, end))
        return end;
    k += t->token[k].mark == ',' && !(t->token[k].flags & NA_STOP);
    k += (size_t)na_word_is(t, k, "on");
    if (na_at(s, k, NA_WEEKDAY) || na_at(s, k, NA_A_MONTH) || (k == end && (na_at(s, k, NA_DEICTIC) || na_at(s, k, NA_DIGITS))))
        stop = na_match_fixed(s, k, &day);
    if (!stop || day.unit != NA_DAY) {
        day = na_nothing();
        stop = na_at(s, k, NA_WEEKDAY) ? match_weekday(s, k, &day) : k == end && na_at(s, k, NA_DEICTIC) ? match_deictic(s, k, &day) :
               na_at(s, k, NA_WHICH) && na_at(s, k + s->word[k].words, NA_WEEKDAY) ? na_match_which(s, k, 0, &day, 1) : 0;
    }
    if (!stop || day.hour >= 0 || day.unit != NA_DAY)
        return end;
    day.hour = w->hour;
    day.minute = w->minute;
    day.second = w->second;
    day.zone = w->zone;
    day.type = NA_TIME;
    day.daypart[0] = 0;
    *w = day;
    return stop;
}

static size_t match_numeral(const na_scan *s, size_t i, na_when *w)
{
    size_t end = match_timed(s, i, w);
    if (end)
        return end;
    *w = na_nothing();
    if ((end = na_match_counted(s, i, w)))
        return end;
    *w = na_nothing();
    return na_match_bare_year(s, i, w);
}

/* the night of May 4; the early morning hours of 30 April: the part at k, the day at `of` + 1 */
static size_t match_part_of(const na_scan *s, size_t k, size_t of, na_when *w)
{
    size_t end = na_at(s, of, NA_OF) && !na_stops(s, of + 1) ? na_match_fixed(s, of + 1, w) : 0;
    if (!end || w->unit != NA_DAY) {
        *w = na_nothing();
        return 0;
    }
    memcpy(w->daypart, s->word[k].text, 2);
    w->type = NA_TIME;
    return end;
}

static size_t match_a(const na_scan *s, size_t i, na_when *w)
{
    size_t end = na_match_single(s, i, w), k = i + 1;
    if (end)
        return end;
    *w = na_nothing();
    /* a three-year period: the count alone unless "period" makes it one thing */
    if ((na_at(s, k, NA_CARDINAL) || na_at(s, k, NA_DIGITS)) && (end = na_match_counted(s, k, w)) && w->type == NA_DURATION && na_word_is(s->t, end, "period"))
        return end + 1;
    return 0;
}

/* What may stand behind "the", from token k on. */
static size_t match_the(const na_scan *s, size_t k, na_when *w, int depth)
{
    const na_tokens *t = s->t;
    size_t end;
    switch (na_class(s, k)) {
    case NA_WHICH:
        return na_match_which(s, k, 1, w, depth);
    case NA_EDGE:
        if (na_at(s, k + 1, NA_PART) && na_at(s, k + 2, NA_UNITS) && s->word[k + 2].value == NA_HOUR && (end = match_part_of(s, k + 1, k + 3, w))) {
            w->mod = s->word[k].text;
            return end;
        }
        /* the late 1970s, the end of May; but the late-November trip */
        return na_hyphen(s, k + 1) && na_at(s, k + 2, NA_A_MONTH) ? 0 : match_edge(s, k, w, depth);
    case NA_ORDINAL:
        if ((end = na_match_fixed(s, k, w)))
            return end;
        *w = na_nothing();
        end = na_match_ordinal(s, k, w);
        if (end && na_hyphen(s, k + 1))
            return 0;
        return end;
    case NA_FISCAL: case NA_FISCAL_YEAR:
        end = na_match_fiscal(s, k, w);
        return end && end - k > 2 && na_hyphen(s, end - 2) ? 0 : end;
    case NA_UNIT:
        return na_match_the_unit(s, k, w);
    case NA_A_SEASON:
        return na_match_season(s, k, 1, w);
    case NA_DECADES:
        return na_match_decade(s, k, 1, w);
    case NA_PART:
        return match_part_of(s, k, k + 1, w);
    case NA_CARDINAL: case NA_DIGITS: case NA_VAGUE:
        /* the four days, the nine months; not "the 30-year bond" */
        if ((end = na_match_counted(s, k, w)) && w->type == NA_DURATION && na_at(s, end - 1, NA_UNITS) && !na_hyphen(s, end - 2))
            return end;
        if (end && na_word_is(t, end, "period"))
            return end + 1;
        return 0;
    default:
        if (t->token[k].kind == NA_QUOTE && na_at(s, k + 1, NA_DECADES))
            return na_match_decade(s, k + 1, 1, w);
        if (ONE_OF(s, k, "full", "whole", "entire") && na_at(s, k + 1, NA_UNIT) && s->word[k + 1].value >= NA_WEEK)
            return na_match_the_unit(s, k + 1, w);
        return 0;
    }
}

static size_t match_article(const na_scan *s, size_t i, na_when *w, int depth)
{
    const na_tokens *t = s->t;
    size_t k = i + 1, end;
    int the = na_word_is(t, i, "the");
    if (na_stops(s, k))
        return 0;
    if (na_at(s, k, NA_YEAR_AGO) || na_at(s, k, NA_YEAR_EARLIER)) {
        end = na_match_year_ago(s, k, w, depth);
        return !the || end > k + s->word[k].words ? end : 0;
    }
    if (the && na_word_is(t, k, "comparable") && (na_at(s, k + 1, NA_YEAR_AGO) || na_at(s, k + 1, NA_YEAR_EARLIER)))
        return na_match_year_ago(s, k + 1, w, depth);
    return the ? match_the(s, k, w, depth) : match_a(s, i, w);
}

/* '60s, in '98 */
static size_t match_apostrophe(const na_scan *s, size_t i, na_when *w)
{
    const na_token *token = &s->t->token[i];
    if (token->kind != NA_QUOTE || token->mark != '\'' || token[1].flags & NA_SPACE || s->word[i + 1].digits != 2)
        return 0;
    if (na_at(s, i + 1, NA_DECADES))
        return na_match_decade(s, i + 1, 1, w);
    return na_at(s, i + 1, NA_DIGITS) && i && (na_date_role(s->t, i - 1, "year") || na_at(s, i - 1, NA_A_SEASON)) ? na_match_bare_year(s, i, w) : 0;
}

size_t na_match_any(const na_scan *s, size_t i, na_when *w, int depth)
{
    size_t end;
    if (i >= s->t->count || depth > 4)
        return 0;
    if ((end = na_match_fixed(s, i, w)))
        return end;
    *w = na_nothing();
    switch (na_class(s, i)) {
    case NA_ARTICLE: return match_article(s, i, w, depth);
    case NA_WHICH: return na_match_which(s, i, 0, w, depth);
    case NA_EDGE: case NA_EARLIER: case NA_LATER: return match_edge(s, i, w, depth);
    case NA_ABOUT: case NA_SOME: case NA_OVER: return na_match_about(s, i, w, depth);
    case NA_EVERY: case NA_PER: case NA_REPEATED: return na_match_set(s, i, w);
    case NA_WEEKDAY: case NA_SHORTDAY: return match_weekday(s, i, w);
    case NA_DEICTIC: case NA_TONIGHT: return match_deictic(s, i, w);
    case NA_REF: return match_ref(s, i, w);
    case NA_ADJECTIVE: return match_adjective(s, i, w);
    case NA_CARDINAL: case NA_VAGUE: case NA_DECIMAL: case NA_DIGITS: case NA_AT_HOUR: case NA_CLOCK: case NA_ERA: return match_numeral(s, i, w);
    case NA_ORDINAL: return na_match_ordinal(s, i, w);
    case NA_DECADES: return na_match_decade(s, i, 0, w);
    case NA_UNITS: return na_match_units(s, i, w);
    case NA_A_HALF: return na_match_single(s, i, w);
    case NA_UNIT: return na_match_unit_alone(s, i, w);
    case NA_A_SEASON: return na_match_season(s, i, 0, w);
    case NA_HOLIDAY: return na_match_holiday(s, i, w);
    case NA_FISCAL: case NA_FISCAL_YEAR: return na_match_fiscal(s, i, w);
    case NA_YEAR_AGO: case NA_YEAR_EARLIER: return na_match_year_ago(s, i, w, depth);
    default: return match_apostrophe(s, i, w);
    }
}

size_t na_match_loose(const na_scan *s, size_t i, na_when *w)
{
    return na_match_any(s, i, w, 0);
}
