/* date_period.c - parts of years, and longer stretches.
 *
 *     the third quarter [of 1990] · first half · the first nine months · the 20th century · the 1960s
 *     summer 1998 · Christmas Eve · fiscal 1989 · the week of March 6 · the weekend · the day before
 */
#include "extract/date_match.h"
#include <stdio.h>

int na_preposition(const na_scan *s, size_t i)
{
    return i < s->t->count && na_date_role(s->t, i, "season");
}

/* of 1990 · of last year · , 1990 · of the year · 1990 */
size_t na_match_period_year(const na_scan *s, size_t end, na_when *w)
{
    size_t k = end, stop;
    int32_t year;
    if (na_stops(s, end))
        return end;
    if (na_at(s, k, NA_OF) || na_word_is(s->t, k, "in"))
        k++;
    if (na_at(s, k, NA_FISCAL) || na_at(s, k, NA_FISCAL_YEAR))
        k++;
    if ((stop = na_match_year(s, k, &year))) {
        w->year_from = NA_YEAR_GIVEN;
        w->year = year;
        w->explicit_day = 1;
        return stop;
    }
    if (k == end || !na_at(s, end, NA_OF))
        return end;
    if (na_at(s, k, NA_ARTICLE) && na_word_is(s->t, k, "the"))
        k++;
    if (na_at(s, k, NA_WHICH) && na_at(s, k + s->word[k].words, NA_UNIT) && s->word[k + s->word[k].words].value == NA_YEAR) {
        int which = s->word[k].value;
        w->year_from = na_which_anchor(which) == NA_ANCHOR_TEXT ? NA_YEAR_TEXT : NA_YEAR_PUBLISHED;
        w->year = na_which_step(which);
        return k + s->word[k].words + 1;
    }
    if (k > end + 1 && na_at(s, k, NA_UNIT) && s->word[k].value == NA_YEAR && !na_hyphen(s, k + 1)) {
        w->year_from = NA_YEAR_TEXT;
        return k + 1;
    }
    return end;
}

static const char *century(const na_scan *s, int32_t which, int era)
{
    char out[24];
    snprintf(out, sizeof out, "%s%02d", era < 0 ? "BC" : "", (int)(era < 0 ? which - 1 : which - 1));
    return na_date_text(s, out);
}

size_t na_match_ordinal(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    int32_t which = s->word[i].value, count;
    size_t k = na_next(s, i), end;
    int unit;
    if (k >= t->count || na_stops(s, i + 1))
        return 0;
    if (na_at(s, k, NA_FISCAL))
        k = na_next(s, k);
    if (k < t->count && na_at(s, k, NA_UNIT) && s->word[k].value == NA_QUARTER && which >= 1 && which <= 4) {
        na_say_part(w, NA_QUARTER, which);
        return na_match_period_year(s, k + 1, w);
    }
    if (na_at(s, k, NA_A_HALF) && which >= 1 && which <= 2) {
        na_say_part(w, NA_HALF, which);
        end = na_match_period_year(s, k + 1, w);
        return end > k + 1 || (k > i + 1 && 0) ? end : 0;
    }
    if (k < t->count && na_at(s, k, NA_UNIT) && s->word[k].value == NA_CENTURY && which > 1 && which < 100) {
        end = k + 1;
        na_say(w, NA_DATE, NULL);
        if (na_at(s, end, NA_ERA) && t->token[end].flags & NA_CAPS) {
            w->value = century(s, which, s->word[end].value);
            return end + 1;
        }
        w->value = century(s, which, 1);
        return end;
    }
    /* the first nine months, the first two years */
    if ((which == 1 || which == -1) && (end = na_match_number(s, k, &count)) && !na_stops(s, end) && na_unit_at(s, end, &unit)) {
        if (unit == NA_QUARTER && count == 200 && which == 1) {
            na_say_part(w, NA_HALF, 1);
            return na_match_period_year(s, end + 1, w);
        }
        na_say(w, NA_DURATION, na_duration(s, unit, count));
        return end + 1;
    }
    if (which == 1 && na_at(s, k, NA_UNITS)) {
        na_say(w, NA_DURATION, na_duration(s, s->word[k].value, -1));
        return k + 1;
    }
    return 0;
}

/* summer 1998, the summer of 1998, [in the] summer */
size_t na_match_season(const na_scan *s, size_t i, int article, na_when *w)
{
    const na_tokens *t = s->t;
    size_t end;
    na_say_part(w, NA_SEASON, s->word[i].value);
    end = na_match_period_year(s, i + 1, w);
    if (end > i + 1)
        return end;
    if (na_hyphen(s, i + 1))
        return 0;
    /* "the fall" and "spring" are more often something else */
    if (s->word[i].value == 1 || na_word_is(t, i, "fall"))
        return article && i > 1 && ONE_OF(s, i - 2, "in", "by", "this", "until", "since", "during") && !na_at(s, i + 1, NA_OF) ? i + 1 : 0;
    return article || (i && na_preposition(s, i - 1)) ? i + 1 : 0;
}

/* Can a holiday's name end before token k, or does it only tell what kind of thing the next word is (Christmas gift)? */
static int stands_alone(const na_scan *s, size_t k)
{
    const na_token *token = &s->t->token[k];
    if (na_stops(s, k))
        return 1;
    if (token->kind == NA_CLITIC)
        return 0;
    if (token->kind != NA_WORD)
        return !na_hyphen(s, k);
    if (token->flags & NA_UPPER)
        return 0;
    return na_in(token, NA_LIST_STARTER) || na_date_role(s->t, k, "after_holiday") ||
           (token->length > 4 && s->t->text[token->at + token->length - 2] == 'e' && s->t->text[token->at + token->length - 1] == 'd');
}

size_t na_match_holiday(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t end = i + s->word[i].words;
    const char *rule = s->word[i].text;
    int32_t year;
    size_t stop;
    if (*rule != 'y' && !(t->token[i].flags & NA_UPPER) && t->token[i].kind == NA_WORD && !(na_class(s, i) == NA_HOLIDAY && na_word_is(t, i, "the")))
        return 0;
    if (*rule == 'y' && !na_word_is(t, i, "the") && !(t->token[i].flags & NA_UPPER))
        return 0;
    if (*rule == 'c' && s->word[i].words == 1 && (t->token[i].flags & NA_FIRST || !(i && na_preposition(s, i - 1))) && (na_word_is(t, i, "lent") || na_word_is(t, i, "tet") || na_word_is(t, i, "advent") || na_word_is(t, i, "holi")))
        return 0;
    w->form = NA_BY_HOLIDAY;
    w->type = NA_DATE;
    w->unit = *rule == 'y' ? NA_YEAR : NA_DAY;
    w->rule = rule;
    if (!na_stops(s, end) && (stop = na_match_year(s, na_at(s, end, NA_OF) ? end + 1 : end, &year))) {
        w->year_from = NA_YEAR_GIVEN;
        w->year = year;
        w->explicit_day = 1;
        return stop;
    }
    if (!na_stops(s, end) && (na_word_is(t, end, "weekend") || na_word_is(t, end, "week")) && strlen(rule) > 1 && rule[0] != 'y') {
        w->unit = na_word_is(t, end, "week") ? NA_WEEK : NA_WEEKEND;
        return end + 1;
    }
    if (!na_stops(s, end) && na_at(s, end, NA_PART)) {
        memcpy(w->daypart, s->word[end].text, 2);
        w->type = NA_TIME;
        return end + 1;
    }
    /* A name with its day (Christmas Eve, Easter Monday) is one whatever it stands before. */
    if (s->word[i].words > 1 && ONE_OF(s, end - 1, "day", "eve", "sunday", "monday", "friday", "saturday", "wednesday", "thursday", "week", "night"))
        return end;
    if (*rule == 'y' && end < t->count && t->token[end].kind == NA_WORD && t->token[end].length > 5 && !memcmp(t->text + t->token[end].at + t->token[end].length - 3, "ing", 3))
        return end;
    return stands_alone(s, end) ? end : 0;
}

/* 1960s, the nineties, '60s */
size_t na_match_decade(const na_scan *s, size_t i, int article, na_when *w)
{
    int32_t value = s->word[i].value;
    char out[24];
    size_t end = i + 1;
    if (s->t->token[i].kind == NA_WORD) {
        if (!article)
            return 0;
        value += 1900;
    } else if (s->word[i].digits == 2) {
        if (!article && !(i && s->t->token[i - 1].kind == NA_QUOTE))
            return 0;
        value += value < 20 ? 2000 : 1900;
    } else if (value < 1000 || value > 2100) {
        if (!(na_at(s, end, NA_ERA)))
            return 0;
    }
    if (na_at(s, end, NA_ERA) && s->t->token[end].flags & NA_CAPS) {
        snprintf(out, sizeof out, "%s%03d", s->word[end].value < 0 ? "BC" : "", (int)(value / 10));
        na_say(w, NA_DATE, na_date_text(s, out));
        return end + 1;
    }
    if (value % 100 == 0 && value < 2000) {           /* the 1800s: a century */
        snprintf(out, sizeof out, "%02d", (int)(value / 100));
        na_say(w, NA_DATE, na_date_text(s, out));
        return end;
    }
    w->form = NA_FIXED;
    w->type = NA_DATE;
    w->unit = NA_DECADE;
    w->year_from = NA_YEAR_GIVEN;
    w->explicit_day = 1;
    w->year = value;
    return end;
}

/* fiscal 1989, the fiscal year [1989], fiscal second quarter */
size_t na_match_fiscal(const na_scan *s, size_t i, na_when *w)
{
    size_t k = i + s->word[i].words, end;
    int32_t year;
    if (na_stops(s, k))
        return 0;
    if ((end = na_match_year(s, k, &year))) {
        na_say_year(w, year);
        return end;
    }
    if (na_at(s, i, NA_FISCAL) && na_at(s, k, NA_ORDINAL))
        return na_match_ordinal(s, k, w);
    if (na_at(s, i, NA_FISCAL_YEAR) && ONE_OF(s, k, "ended", "ending")) {
        na_say(w, NA_DURATION, "P1Y");
        return k;
    }
    if (na_at(s, i, NA_FISCAL_YEAR) && !na_word_is(s->t, i, "fy")) {
        na_say_shift(w, NA_YEAR, 0, NA_ANCHOR_PUBLISHED);
        return k;
    }
    return 0;
}

/* the week of March 6, the month of May 1998 */
static size_t match_unit_of(const na_scan *s, size_t k, na_when *w)
{
    int unit = s->word[k].value;
    size_t end;
    if ((unit != NA_WEEK && unit != NA_WEEKEND && unit != NA_MONTH && unit != NA_DAY) || na_stops(s, k + 1) || !na_at(s, k + 1, NA_OF) || na_stops(s, k + 2) ||
        !(end = na_match_fixed(s, k + 2, w)) || (w->unit != NA_DAY && unit != NA_MONTH)) {
        *w = na_nothing();
        return 0;
    }
    if (unit == NA_WEEK || unit == NA_WEEKEND)
        w->unit = (uint8_t)unit;
    return end;
}

/* the quarter ended Sept. 30: that quarter; the year ended July 2: twelve months of its own */
static size_t match_unit_ended(const na_scan *s, size_t k, na_when *w)
{
    if (na_stops(s, k + 1) || !ONE_OF(s, k + 1, "ended", "ending"))
        return 0;
    if (s->word[k].value == NA_YEAR) {
        na_say(w, NA_DURATION, "P1Y");
        return k + 1;
    }
    if (s->word[k].value == NA_QUARTER && na_match_fixed(s, k + 2, w) && w->unit == NA_DAY) {
        w->unit = NA_QUARTER;
        w->cue = -1;
        return k + 1;
    }
    *w = na_nothing();
    return 0;
}

/* the year, the quarter, the week of March 6, the weekend, the day before */
size_t na_match_the_unit(const na_scan *s, size_t k, na_when *w)
{
    int unit = s->word[k].value, after, before;
    size_t end = k + 1, stop;
    int32_t year;
    if (na_at(s, k, NA_UNITS) || na_hyphen(s, end))
        return 0;
    if (unit == NA_YEAR && !na_stops(s, end) && (stop = na_match_year(s, end, &year))) {            /* the year 2000 */
        na_say_year(w, year);
        return stop;
    }
    if ((stop = match_unit_of(s, k, w)) || (stop = match_unit_ended(s, k, w)))
        return stop;
    after = !na_stops(s, end) && (na_at(s, end, NA_AFTER) || na_word_is(s->t, end, "following"));
    before = !na_stops(s, end) && (na_at(s, end, NA_BEFORE) || (na_at(s, end, NA_EARLIER) && s->word[end].words == 1));
    if ((after || before) && (unit == NA_DAY || unit == NA_YEAR || unit == NA_WEEK || unit == NA_MONTH)) {
        /* the day before; but "the day before the vote" says only what follows */
        if (!na_at(s, end, NA_EARLIER) && !na_stops(s, end + 1) && s->t->token[end + 1].kind != NA_PUNCT)
            return 0;
        na_say_shift(w, unit, after ? 1 : -1, NA_ANCHOR_TEXT);
        return end + 1;
    }
    if ((unit != NA_WEEKEND && unit != NA_YEAR && unit != NA_QUARTER && unit != NA_MONTH && unit != NA_WEEK) || (unit != NA_WEEKEND && (na_at(s, end, NA_OF) || na_at(s, end, NA_AGO))))
        return 0;
    na_say_shift(w, unit, 0, unit == NA_WEEKEND ? NA_ANCHOR_PUBLISHED : NA_ANCHOR_TEXT);
    w->choice = unit == NA_WEEKEND ? -1 : NA_NO_CHOICE;
    return end;
}
