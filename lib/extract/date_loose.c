/* date_loose.c - expressions that need more than themselves: the publication date, or what was said before.
 *
 *     which     last week · this summer · the next three years · the same day · that October · the latest quarter
 *     counted   two years · a few days ago · nearly four years later · 8½-hour · more than 72 hours
 *     ordinal   the third quarter [of 1990] · first half · the first nine months · the 20th century
 *     edge      early 1990 · the end of March · mid-November · earlier this month · late Friday
 *     again     every day · each July · weekly
 *     plain     today · yesterday morning · now · the weekend · summer 1998 · Friday night · Christmas Eve
 */
#include "extract/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t match_any(const na_scan *s, size_t i, na_when *w, int depth);
static size_t match_season(const na_scan *s, size_t i, int article, na_when *w);
static size_t match_ordinal(const na_scan *s, size_t i, na_when *w);
static size_t match_bare_year(const na_scan *s, size_t i, na_when *w);

static int at(const na_scan *s, size_t i, int class)
{
    return i < s->t->count && s->word[i].class == class;
}

static int stops(const na_scan *s, size_t end)        /* does the sentence end before token `end`? */
{
    return end >= s->t->count || s->t->token[end - 1].flags & NA_STOP || s->t->token[end].flags & NA_PARAGRAPH;
}

static int hyphen(const na_scan *s, size_t i)         /* a joining hyphen at i */
{
    const na_token *t = s->t->token + (i < s->t->count ? i : s->t->count);
    return i < s->t->count && t->kind == NA_PUNCT && t->mark == '-' && t->length == 1 && !(t->flags & NA_SPACE) && !(t[1].flags & NA_SPACE);
}

#define ONE_OF(s, i, ...) NA_AMONG((s)->t, (i), __VA_ARGS__)

/* ---- values that stand already ------------------------------------------------------------ */

static const char *const unit_letter[] = { "", "S", "M", "H", "D", "W", "WE", "M", "", "Q", "", "Y", "DE", "CE", "ML" };

static const char *copy(const na_scan *s, const char *value)
{
    return na_copy(s->r->arena, value, strlen(value));
}

/* P3Y, PT8.5H, P2Y6M; count in hundredths, below 0: some. */
static const char *duration(const na_scan *s, int unit, int32_t count)
{
    char out[40];
    const char *letter = unit_letter[unit];
    int clock = unit == NA_SECOND || unit == NA_MINUTE || unit == NA_HOUR;
    if (unit == NA_WEEKEND)
        letter = "WE";
    if (unit == NA_HALF) {
        letter = "M";
        count = count < 0 ? count : 6 * count;
    }
    if (unit == NA_MILLENNIUM) {
        letter = "Y";
        count = count < 0 || count > 1000000 ? count : 1000 * count;
    }
    if (count < 0)
        snprintf(out, sizeof out, "P%sX%s", clock ? "T" : "", letter);
    else if (unit == NA_YEAR && count % 100 == 50 && count > 100)
        snprintf(out, sizeof out, "P%dY6M", (int)(count / 100));
    else if (count % 100 == 0)
        snprintf(out, sizeof out, "P%s%d%s", clock ? "T" : "", (int)(count / 100), letter);
    else if (count % 10 == 0)
        snprintf(out, sizeof out, "P%s%d.%d%s", clock ? "T" : "", (int)(count / 100), (int)(count / 10 % 10), letter);
    else
        snprintf(out, sizeof out, "P%s%d.%02d%s", clock ? "T" : "", (int)(count / 100), (int)(count % 100), letter);
    return copy(s, out);
}

static const char *every_season(int32_t season)
{
    return season == 1 ? "XXXX-SP" : season == 2 ? "XXXX-SU" : season == 3 ? "XXXX-FA" : "XXXX-WI";
}

static void say(na_when *w, int type, const char *value)
{
    w->form = NA_SAID;
    w->type = (uint8_t)type;
    w->value = value;
}

static void say_year(na_when *w, int32_t year)
{
    w->form = NA_FIXED;
    w->type = NA_DATE;
    w->unit = NA_YEAR;
    w->year = year;
    w->year_from = NA_YEAR_GIVEN;
    w->explicit_day = 1;
}

static void say_part(na_when *w, int unit, int32_t part)      /* a season, quarter, half: which of the year */
{
    w->form = NA_BY_PERIOD;
    w->type = NA_DATE;
    w->unit = (uint8_t)unit;
    w->part = (int16_t)part;
}

static void shift(na_when *w, int unit, int32_t n, int anchor)
{
    w->form = NA_SHIFTED;
    w->type = unit < NA_DAY ? NA_TIME : NA_DATE;
    w->unit = (uint8_t)unit;
    w->n = n;
    w->anchor = (uint8_t)anchor;
}

/* ---- counted ---------------------------------------------------------------------------------- */

/* A number at i in hundredths (-1: some); what is behind it. */
static size_t match_number(const na_scan *s, size_t i, int32_t *count)
{
    const na_tokens *t = s->t;
    size_t k;
    int32_t value;
    switch (na_class(s, i)) {
    case NA_VAGUE:
        *count = -1;
        return i + s->word[i].words;
    case NA_DECIMAL:
        *count = s->word[i].value;
        return i + 1;
    case NA_DIGITS:
        if (s->word[i].value > 200000)
            return 0;
        *count = s->word[i].value * 100;
        k = i + 1;
        if (stops(s, k))
            return k;
        if (at(s, k, NA_DECIMAL) && s->word[k].digits == 0 && s->word[k].value < 100) {                  /* 8 ½ */
            *count += s->word[k].value;
            return k + 1;
        }
        if (hyphen(s, k) && at(s, k + 1, NA_DIGITS) && t->token[k + 2].mark == '/')
            k++;
        if (at(s, k, NA_DIGITS) && k + 2 < t->count && t->token[k + 1].mark == '/' && at(s, k + 2, NA_DIGITS) && s->word[k + 2].value >= 2 &&
            s->word[k + 2].value <= 8 && s->word[k].value < s->word[k + 2].value) {                       /* 2 1/2 */
            *count += 100 * s->word[k].value / s->word[k + 2].value;
            return k + 3;
        }
        return i + 1;
    case NA_CARDINAL:
        value = s->word[i].value;
        k = i + s->word[i].words;
        for (size_t n = 0; n < 5 && !stops(s, k); n++) {                   /* twenty[-]four, two hundred [and] ten */
            size_t j = hyphen(s, k) ? k + 1 : k;
            int32_t next;
            if (na_word_is(t, j, "and") && value >= 10000 && at(s, j + 1, NA_CARDINAL))
                j++;
            if (!at(s, j, NA_CARDINAL) || (next = s->word[j].value) < 100)
                break;
            if (next >= 10000 && value < 10000)
                value = value * (next / 100);
            else if (next < value && (value >= 2000 || value % 10000 == 0) && (value % 1000 == 0))
                value += next;
            else
                break;
            k = j + s->word[j].words;
        }
        if (na_word_is(t, k, "and") && na_word_is(t, k + 1, "a") && at(s, k + 2, NA_A_HALF)) {
            value += 50;
            k += 3;
        }
        *count = value;
        return k;
    default:
        return 0;
    }
}

/* Words that may stand between number and unit: two more weeks, three straight days. */
static size_t skip_manner(const na_scan *s, size_t k)
{
    if (ONE_OF(s, k, "more", "additional", "full", "consecutive", "straight", "long", "solid", "whole", "successive", "extra", "further", "business", "working", "calendar",
               "fiscal", "bloody", "short", "final", "other"))
        return k + 1;
    return k;
}

/* Is there a unit at k, after a number? "second" then is one too. */
static int unit_at(const na_scan *s, size_t k, int *unit)
{
    if (at(s, k, NA_UNIT) || at(s, k, NA_UNITS)) {
        *unit = s->word[k].value;
        return 1;
    }
    if (at(s, k, NA_PART) && na_word_is(s->t, k, "night")) {
        *unit = NA_DAY;
        return 1;
    }
    if (na_word_is(s->t, k, "second") && !at(s, k + 1, NA_UNIT)) {
        *unit = NA_SECOND;
        return 1;
    }
    return 0;
}

static int32_t scale(int *unit, const na_scan *s, size_t k, int32_t count)
{
    if (count > 0 && s->word[k].text && !strcmp(s->word[k].text, "FN")) {
        *unit = NA_WEEK;
        return 2 * count;
    }
    return count;
}

/* Behind a counted stretch: ago, earlier, later, from now, before, after, "or so". Gives 0 if it is an age. */
static size_t match_direction(const na_scan *s, size_t end, int unit, int32_t count, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = end;
    int32_t n = count / 100;
    int sign = 0, anchor = NA_ANCHOR_TEXT;
    if (stops(s, k))
        return end;
    if (na_word_is(t, k, "or") && (ONE_OF(s, k + 1, "so", "more", "less", "two", "longer")))
        k += 2;
    if (!stops(s, k) && hyphen(s, k) && at(s, k + 1, NA_OLD))
        return 0;
    if (!stops(s, k) && (at(s, k, NA_OLD) || (at(s, k, NA_OF) && na_word_is(t, k + 1, "age"))))
        return 0;
    if (stops(s, k))
        return k;
    if (hyphen(s, k) && ONE_OF(s, k + 1, "long"))
        return k + 2;
    switch (na_class(s, k)) {
    case NA_AGO: sign = -1; anchor = NA_ANCHOR_PUBLISHED; break;
    case NA_HENCE: sign = 1; anchor = NA_ANCHOR_PUBLISHED; break;
    case NA_EARLIER: sign = s->word[k].words == 1 ? -1 : 0; break;
    case NA_LATER: sign = s->word[k].words == 1 ? 1 : 0; break;
    case NA_BEFORE: case NA_AFTER:      /* "two days before." but not "two days before the vote" */
        if (stops(s, k + s->word[k].words) || t->token[k + s->word[k].words].kind == NA_PUNCT || s->word[k].text[0] == 'x')
            sign = na_class(s, k) == NA_BEFORE ? -1 : 1;
        break;
    case NA_WHICH:
        sign = na_word_is(t, k, "previous") ? -1 : 0;
        break;
    default:
        break;
    }
    if (ONE_OF(s, k, "previously"))
        sign = -1;
    if (ONE_OF(s, k, "afterwards", "afterward", "thereafter"))
        sign = 1;
    if (!sign || at(s, k, NA_WHICH) || unit < NA_DAY)           /* "two hours later" is left as two hours: the clock it counts from is not known */
        return k;
    end = k + s->word[k].words;
    if (count < 0) {
        say(w, NA_DATE, sign < 0 ? "PAST_REF" : "FUTURE_REF");
        return end;
    }
    if (count == 50 && unit >= NA_YEAR) {              /* half a century */
        n = unit == NA_YEAR ? 6 : unit == NA_DECADE ? 5 : 50;
        unit = unit == NA_YEAR ? NA_MONTH : NA_YEAR;
    }
    if (unit == NA_DECADE) {
        unit = NA_YEAR;
        n *= 10;
    }
    shift(w, unit, sign * n, anchor);
    w->keep = unit == NA_YEAR && n == 1 && sign < 0;
    w->compared = w->keep;
    return end;
}

static size_t finish_counted(const na_scan *s, size_t k, int unit, int32_t count, na_when *w)
{
    int32_t scaled = scale(&unit, s, k, count);
    size_t end = k + s->word[k].words, stop;
    const na_tokens *t = s->t;
    if (!stops(s, end) && na_word_is(t, end, "and") && na_word_is(t, end + 1, "a") && at(s, end + 2, NA_A_HALF)) {          /* a year and a half */
        scaled += 50;
        end += 3;
    }
    say(w, NA_DURATION, NULL);
    stop = match_direction(s, end, unit, scaled, w);
    if (!stop)
        return 0;
    if (w->form == NA_SAID && !w->value)
        w->value = duration(s, unit, scaled);
    return stop;
}

/* three years, 8½-hour, a few days, a dozen weeks ... */
static size_t match_counted(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    int32_t count = 0, more;
    size_t k = match_number(s, i, &count), j;
    int unit;
    if (!k || stops(s, k))
        return 0;
    if (i && t->token[i - 1].kind == NA_PUNCT && !(t->token[i].flags & NA_SPACE) && (t->token[i - 1].mark == '$' || t->token[i - 1].mark == '.' || t->token[i - 1].mark == '/'))
        return 0;
    /* "two or three years", "three to five days": the first number stands for nothing of its own */
    if ((na_word_is(t, k, "or") || na_word_is(t, k, "to")) && (j = match_number(s, k + 1, &more)) && !stops(s, j) && unit_at(s, skip_manner(s, hyphen(s, j) ? j + 1 : j), &unit)) {
        k = j;
    }
    j = skip_manner(s, hyphen(s, k) ? k + 1 : k);
    if (!unit_at(s, j, &unit))
        return 0;
    if (at(s, i, NA_DIGITS) && s->word[i].digits == 4 && count > 100000 && at(s, j, NA_UNIT) && !hyphen(s, k))
        return 0;                       /* the 1988 quarter */
    if (unit == NA_WEEKEND && at(s, j, NA_UNIT) && at(s, i, NA_DIGITS))
        return 0;                       /* the April 25-26 weekend */
    if (t->token[j].flags & NA_UPPER && t->token[i].kind == NA_NUMBER && s->r->role[i] == NA_BODY && !(t->token[i].flags & NA_FIRST) && !(t->token[j].flags & NA_CAPS))
        return 0;                       /* 60 Minutes */
    if (unit == NA_QUARTER && (hyphen(s, k) || at(s, j + s->word[j].words, NA_OF)))
        return 0;                       /* three-quarters */
    if (s->word[j].text && na_word_is(t, j, "min") && !(t->token[j].flags & NA_SPACE))
        return 0;
    return finish_counted(s, j, unit, count, w);
}

/* a week, an hour [and a half], a further year, half an hour, half a century */
static size_t match_single(const na_scan *s, size_t i, na_when *w)
{
    size_t k = i + 1, j;
    int32_t count = 100;
    int unit;
    if (at(s, i, NA_A_HALF)) {
        count = 50;
        if (at(s, k, NA_ARTICLE) && !na_word_is(s->t, k, "the"))
            k++;
        else if (hyphen(s, k))
            k++;
    } else if (at(s, k, NA_A_HALF)) {
        count = 50;
        k = hyphen(s, k + 1) ? k + 2 : k + 1;
    } else if (ONE_OF(s, k, "single", "whole", "full", "further", "good", "additional", "mere")) {
        k++;
    }
    if (at(s, k, NA_CARDINAL) && s->word[k].value >= 10000) {           /* a hundred years */
        size_t stop = match_number(s, k, &count);
        if (!stop || stops(s, stop) || !unit_at(s, stop, &unit))
            return 0;
        return finish_counted(s, stop, unit, count, w);
    }
    if (stops(s, k) || !unit_at(s, k, &unit) || at(s, k, NA_UNITS) || (at(s, k, NA_PART)))
        return 0;
    if (unit == NA_SECOND && !ONE_OF(s, k + 1, "later", "ago"))
        return 0;
    if (unit == NA_QUARTER && !ONE_OF(s, k + 1, "ago", "later", "earlier"))
        return 0;                       /* a quarter of them */
    j = k + 1;
    if (!stops(s, j) && hyphen(s, j))
        return 0;
    /* 700 seats a week, $2 million a year, 24 hours a day: a rate, no time */
    if (count == 100 && k == i + 1 && i && !(s->t->token[i].flags & NA_FIRST) && unit >= NA_HOUR && (stops(s, j) || s->t->token[j].kind == NA_PUNCT || !(at(s, j, NA_AGO) || at(s, j, NA_LATER) || at(s, j, NA_EARLIER)))) {
        const na_token *before = &s->t->token[i - 1];
        if (before->kind == NA_NUMBER || before->mark == '%' || ONE_OF(s, i - 1, "million", "billion", "percent", "thousand", "hundred") ||
            (before->kind == NA_WORD && before->length > 4 && !(before->flags & NA_UPPER) && s->t->text[before->at + before->length - 1] == 's' && s->t->text[before->at + before->length - 2] != 's' && !at(s, i - 1, NA_LATER) &&
             i > 1 && (s->t->token[i - 2].kind == NA_NUMBER || at(s, i - 2, NA_CARDINAL))))
            return 0;
    }
    return finish_counted(s, k, unit, count, w);
}

/* ---- which -------------------------------------------------------------------------------------- */

/* Where it is counted from, and how far. */
static int anchor_of(int which)
{
    return which == NA_PREVIOUS || which == NA_SAME || which == NA_THAT || which == NA_FOLLOWING ? NA_ANCHOR_TEXT : NA_ANCHOR_PUBLISHED;
}

static int32_t step_of(int which)
{
    switch (which) {
    case NA_LAST: case NA_PAST: case NA_PREVIOUS: return -1;
    case NA_NEXT: case NA_COMING: case NA_FOLLOWING: return 1;
    default: return 0;
    }
}

static size_t match_period_year(const na_scan *s, size_t end, na_when *w);

/* last week, this year, the following day, that month, the latest quarter */
static size_t match_which_unit(const na_scan *s, size_t k, int which, int article, na_when *w)
{
    int unit = s->word[k].value;
    size_t end = k + 1;
    if (s->t->token[k].flags & NA_UPPER && !(s->t->token[k].flags & NA_CAPS) && s->r->role[k] == NA_BODY)
        return 0;                       /* the name of a programme: This Week */
    if (at(s, k, NA_UNITS)) {           /* past months, coming weeks, those years */
        if (which == NA_SAME || which == NA_THAT || which == NA_LATEST || which == NA_THIS)
            return 0;
        say(w, NA_DURATION, duration(s, unit, -1));
        return end;
    }
    if (hyphen(s, end) && !at(s, end + 1, NA_OLD) && !ONE_OF(s, end + 1, "end"))
        return 0;
    if (which == NA_THESE || which == NA_THOSE)
        return 0;
    if (unit < NA_DAY) {
        if (which == NA_PAST || which == NA_LAST || which == NA_NEXT || which == NA_COMING) {
            say(w, NA_DURATION, duration(s, unit, 100));
            return end;
        }
        return 0;
    }
    /* "the past year" is a stretch up to now, "the past decade" too */
    if (which == NA_PAST || (article && (which == NA_LAST || which == NA_NEXT) && unit != NA_DAY && unit != NA_YEAR && unit != NA_QUARTER && unit != NA_WEEKEND && unit != NA_MONTH && unit != NA_WEEK)) {
        say(w, NA_DURATION, duration(s, unit, 100));
        return end;
    }
    if (unit == NA_YEAR && !stops(s, end) && s->t->token[end].kind == NA_CLITIC && at(s, end + 1, NA_ORDINAL) && !stops(s, end + 1)) {
        na_when part = na_nothing();            /* this year's third quarter */
        size_t stop = match_ordinal(s, end + 1, &part);
        if (stop && part.form == NA_BY_PERIOD && part.year_from == NA_YEAR_MISSING) {
            *w = part;
            w->year_from = anchor_of(which) == NA_ANCHOR_TEXT ? NA_YEAR_TEXT : NA_YEAR_PUBLISHED;
            w->year = step_of(which);
            return stop;
        }
    }
    shift(w, unit, step_of(which), anchor_of(which));
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
    w->choice = (int8_t)step_of(which);
    w->anchor = (uint8_t)anchor_of(which);
    end = k + 1;
    if (at(s, end, NA_PART) && !stops(s, end)) {
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
        w->choice = (int8_t)step_of(which);
        if (anchor_of(which) == NA_ANCHOR_TEXT && w->unit == NA_MONTH)
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
    size_t stop, end = which == NA_THAT || which == NA_SAME || which == NA_THIS || which == NA_LATEST ? 0 : match_number(s, k, &count);
    if (!end || stops(s, end))
        return 0;
    if (ONE_OF(s, end, "to", "or") && (stop = match_number(s, end + 1, &more)) && !stops(s, stop) && at(s, stop, NA_UNITS))
        end = stop;
    end = skip_manner(s, hyphen(s, end) ? end + 1 : end);
    if (at(s, end, NA_SEASONS)) {
        say(w, NA_SET, every_season(s->word[end].value));
        return end + 1;
    }
    if (!unit_at(s, end, &unit) || (!stops(s, end + 1) && (at(s, end + 1, NA_OLD) || (at(s, end + 1, NA_OF) && na_word_is(t, end + 2, "age")))))
        return 0;
    count = scale(&unit, s, end, count);
    say(w, NA_DURATION, duration(s, unit, count));
    return end + 1;
}

/* What cannot stand behind a verb or as a preposition: following Friday's vote, it would last two weeks. */
static int is_other_word(const na_scan *s, size_t i, int which, int article)
{
    return (which == NA_FOLLOWING && !article) ||
           (which == NA_LAST && i && ONE_OF(s, i - 1, "would", "will", "could", "can", "may", "might", "should", "must", "to", "not"));
}

static size_t match_which_of(const na_scan *s, size_t i, int article, na_when *w, int depth)
{
    int which = s->word[i].value;
    size_t k = i + s->word[i].words, end;
    if (stops(s, k) || is_other_word(s, i, which, article) || (hyphen(s, k) && which == NA_LAST))
        return 0;
    if (which == NA_LATEST && na_word_is(s->t, k, "period")) {
        shift(w, NA_QUARTER, -1, NA_ANCHOR_PUBLISHED);
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
        say_part(w, NA_SEASON, s->word[k].value);
        w->choice = (int8_t)step_of(which);
        return hyphen(s, k + 1) ? 0 : k + 1;
    case NA_HOLIDAY:
        w->form = NA_BY_HOLIDAY;
        w->type = NA_DATE;
        w->unit = NA_DAY;
        w->rule = s->word[k].text;
        w->choice = (int8_t)step_of(which);
        return *w->rule == 'y' ? 0 : k + s->word[k].words;
    case NA_PART:                               /* this morning, that afternoon, the next evening */
        shift(w, NA_DAY, step_of(which), article && which == NA_NEXT ? NA_ANCHOR_TEXT : anchor_of(which));
        memcpy(w->daypart, s->word[k].text, 2);
        w->type = NA_TIME;
        return k + 1;
    case NA_A_HALF:                             /* the last half of 1989 */
        say_part(w, NA_HALF, 2);
        end = which == NA_LAST ? match_period_year(s, k + 1, w) : 0;
        return end > k + 1 ? end : 0;
    case NA_ORDINAL:
        return which != NA_THAT && which != NA_LAST && (end = match_any(s, k, w, depth + 1)) && w->form == NA_BY_PERIOD ? end : 0;
    default:
        return match_which_count(s, k, which, w);
    }
}

/* Behind "the next year", "a week": or so. */
static size_t or_so(const na_scan *s, size_t end)
{
    return !stops(s, end) && na_word_is(s->t, end, "or") && na_word_is(s->t, end + 1, "so") ? end + 2 : end;
}

static size_t match_which(const na_scan *s, size_t i, int article, na_when *w, int depth)
{
    size_t end = match_which_of(s, i, article, w, depth), k = i + s->word[i].words;
    if (end)
        return or_so(s, end);
    if (article && s->word[i].value == NA_PAST && (stops(s, k) || s->t->token[k].kind != NA_WORD || na_in(&s->t->token[k], NA_LIST_STARTER)) && s->t->token[k].kind != NA_NUMBER && !hyphen(s, k)) {
        *w = na_nothing();
        say(w, NA_DATE, "PAST_REF");
        return k;
    }
    if (!end && !article && na_word_is(s->t, i, "current") && !(s->t->token[i].flags & NA_UPPER)) {
        *w = na_nothing();
        say(w, NA_DATE, "PRESENT_REF");
        end = i + 1;
    }
    return end;
}

/* [a] year ago, the year-earlier period, year-ago results: the same period of the year before. */
static size_t match_year_ago(const na_scan *s, size_t i, na_when *w, int depth)
{
    size_t k = i + s->word[i].words, end;
    int unit = NA_YEAR;
    if (!stops(s, k) && (at(s, k, NA_ORDINAL) || at(s, k, NA_FISCAL)) && (end = match_any(s, k, w, depth + 1)) && w->form == NA_BY_PERIOD) {
        w->year_from = NA_YEAR_PUBLISHED;
        w->year = -1;
        w->compared = 1;
        return end;
    }
    *w = na_nothing();
    shift(w, NA_YEAR, -1, na_class(s, i) == NA_YEAR_AGO && i && at(s, i - 1, NA_ARTICLE) && !na_word_is(s->t, i - 1, "the") ? NA_ANCHOR_PUBLISHED : NA_ANCHOR_TEXT);
    w->keep = 1;
    w->compared = 1;
    if (stops(s, k))
        return k;
    if (na_word_is(s->t, k, "period")) {
        w->part = NA_QUARTER;
        w->anchor = NA_ANCHOR_TEXT;
        return k + 1;
    }
    if (unit_at(s, k, &unit) && !at(s, k, NA_UNITS)) {
        w->anchor = NA_ANCHOR_TEXT;
        w->part = (int16_t)unit;
        return k + 1;
    }
    return k;
}

/* ---- ordinal: quarters, halves, centuries ----------------------------------------------------------- */

/* of 1990 · of last year · , 1990 · of the year · 1990 */
static size_t match_period_year(const na_scan *s, size_t end, na_when *w)
{
    size_t k = end, stop;
    int32_t year;
    if (stops(s, end))
        return end;
    if (at(s, k, NA_OF) || na_word_is(s->t, k, "in"))
        k++;
    if (at(s, k, NA_FISCAL) || at(s, k, NA_FISCAL_YEAR))
        k++;
    if ((stop = na_match_year(s, k, &year))) {
        w->year_from = NA_YEAR_GIVEN;
        w->year = year;
        w->explicit_day = 1;
        return stop;
    }
    if (k == end || !at(s, end, NA_OF))
        return end;
    if (at(s, k, NA_ARTICLE) && na_word_is(s->t, k, "the"))
        k++;
    if (at(s, k, NA_WHICH) && at(s, k + s->word[k].words, NA_UNIT) && s->word[k + s->word[k].words].value == NA_YEAR) {
        int which = s->word[k].value;
        w->year_from = anchor_of(which) == NA_ANCHOR_TEXT ? NA_YEAR_TEXT : NA_YEAR_PUBLISHED;
        w->year = step_of(which);
        return k + s->word[k].words + 1;
    }
    if (k > end + 1 && at(s, k, NA_UNIT) && s->word[k].value == NA_YEAR && !hyphen(s, k + 1)) {
        w->year_from = NA_YEAR_TEXT;
        return k + 1;
    }
    return end;
}

static const char *century(const na_scan *s, int32_t which, int era)
{
    char out[24];
    snprintf(out, sizeof out, "%s%02d", era < 0 ? "BC" : "", (int)(era < 0 ? which - 1 : which - 1));
    return copy(s, out);
}

static size_t match_ordinal(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    int32_t which = s->word[i].value, count;
    size_t k = na_next(s, i), end;
    int unit;
    if (k >= t->count || stops(s, i + 1))
        return 0;
    if (at(s, k, NA_FISCAL))
        k = na_next(s, k);
    if (k < t->count && at(s, k, NA_UNIT) && s->word[k].value == NA_QUARTER && which >= 1 && which <= 4) {
        say_part(w, NA_QUARTER, which);
        return match_period_year(s, k + 1, w);
    }
    if (at(s, k, NA_A_HALF) && which >= 1 && which <= 2) {
        say_part(w, NA_HALF, which);
        end = match_period_year(s, k + 1, w);
        return end > k + 1 || (k > i + 1 && 0) ? end : 0;
    }
    if (k < t->count && at(s, k, NA_UNIT) && s->word[k].value == NA_CENTURY && which > 1 && which < 100) {
        end = k + 1;
        say(w, NA_DATE, NULL);
        if (at(s, end, NA_ERA) && t->token[end].flags & NA_CAPS) {
            w->value = century(s, which, s->word[end].value);
            return end + 1;
        }
        w->value = century(s, which, 1);
        return end;
    }
    /* the first nine months, the first two years */
    if ((which == 1 || which == -1) && (end = match_number(s, k, &count)) && !stops(s, end) && unit_at(s, end, &unit)) {
        if (unit == NA_QUARTER && count == 200 && which == 1) {
            say_part(w, NA_HALF, 1);
            return match_period_year(s, end + 1, w);
        }
        say(w, NA_DURATION, duration(s, unit, count));
        return end + 1;
    }
    if (which == 1 && at(s, k, NA_UNITS)) {
        say(w, NA_DURATION, duration(s, s->word[k].value, -1));
        return k + 1;
    }
    return 0;
}

/* ---- edge --------------------------------------------------------------------------------------------- */

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
    if (stops(s, k))
        return 0;
    if (hyphen(s, k))
        k++;
    if (class == NA_EARLIER || class == NA_LATER) {
        /* earlier this month, later that year, later Tuesday, later in the summer; not "earlier two men" */
        if (na_word_is(t, k, "on") && s->word[i].words == 1)
            k++;
        if (!at(s, k, NA_WHICH) && !at(s, k, NA_DEICTIC) && !at(s, k, NA_WEEKDAY) && !at(s, k, NA_ARTICLE) && !(s->word[i].words > 1))
            return 0;
        if (at(s, k, NA_ARTICLE) && s->word[i].words == 1 && !(at(s, k + 1, NA_UNIT)))
            return 0;
        if (at(s, k, NA_WHICH) && (s->word[k].value == NA_LAST) && at(s, k + 1, NA_NO_DATEWORD))
            return 0;
    }
    if (at(s, k, NA_A_SEASON)) {
        if (!(end = match_season(s, k, 1, w)) && !(at(s, k - 1, NA_EDGE) && (end = k + 1)))
            return 0;
        w->mod = mod;
        return end;
    }
    /* "later Tuesday" names the day, "later this week" a part of it */
    if (!(end = match_any(s, k, w, depth + 1)))
        return 0;
    if (w->type == NA_DURATION || w->type == NA_SET || (w->form == NA_SAID && w->type == NA_DATE && (w->value[0] == 'P' || w->value[0] == 'F') && strlen(w->value) > 6))
        return 0;
    if (!w->mod)
        w->mod = mod;
    return end;
}

/* about, more than, nearly, at least + a count, time or year */
static size_t match_about(const na_scan *s, size_t i, na_when *w, int depth)
{
    size_t k = s->word[i].words > 1 ? i + s->word[i].words : na_next(s, i), end = 0;
    if (k >= s->t->count || stops(s, k) || depth > 3)
        return 0;
    if (na_class(s, i) == NA_SOME || na_class(s, i) == NA_OVER) {
        if (at(s, k, NA_ARTICLE) && na_word_is(s->t, k, "the"))
            return 0;
        if (!(end = match_counted(s, k, w)) && !(at(s, k, NA_ARTICLE) && (end = match_single(s, k, w))))
            return 0;
        if (na_class(s, i) == NA_OVER && !strcmp(s->word[i].text, "MORE_THAN") && at(s, k, NA_VAGUE))
            return 0;
        if (hyphen(s, k + s->word[k].words))
            return 0;
    } else if ((end = na_match_clock(s, k, w))) {
        ;
    } else if (*w = na_nothing(), ONE_OF(s, i, "around", "about", "circa") && at(s, k, NA_A_MONTH) && (end = na_match_fixed(s, k, w))) {
        ;
    } else {
        *w = na_nothing();
        if (!(end = match_counted(s, k, w)) && !((at(s, k, NA_ARTICLE) || at(s, k, NA_A_HALF)) && (end = match_single(s, k, w)))) {
            *w = na_nothing();
            if (!ONE_OF(s, i, "circa", "ca", "around", "about") || !(end = match_bare_year(s, k, w)))
                return 0;
        }
    }
    if (w->type == NA_DATE && strcmp(s->word[i].text, "APPROX")) {
        if (!strcmp(s->word[i].text, "MORE_THAN"))
            w->mod = "BEFORE";
        else if (!strcmp(s->word[i].text, "LESS_THAN"))
            w->mod = "AFTER";
        return end;
    }
    w->mod = s->word[i].text;
    return end;
}

/* ---- again and again ------------------------------------------------------------------------------------ */

static size_t match_set(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = i + s->word[i].words, end;
    int32_t count = 100;
    char out[24];
    if (at(s, i, NA_REPEATED)) {
        /* "Daily News" is a name, "daily" alone at the start of a sentence an adverb */
        if (t->token[i].flags & NA_UPPER && (!(t->token[i].flags & NA_FIRST) || (i + 1 < t->count && t->token[i + 1].flags & NA_UPPER)))
            return 0;
        if (i + 1 < t->count && !(t->token[i].flags & NA_STOP) && t->token[i + 1].kind == NA_WORD &&
            (t->token[i + 1].flags & NA_UPPER || (na_word_is(t, i, "quarterly") && !na_in(&t->token[i + 1], NA_LIST_STARTER))))
            return 0;
        say(w, NA_SET, s->word[i].text);
        return i + s->word[i].words;
    }
    if (stops(s, k))
        return 0;
    if (at(s, i, NA_PER)) {
        if (!at(s, k, NA_UNIT) || s->word[k].value < NA_HOUR)
            return 0;
        say(w, NA_SET, duration(s, s->word[k].value, 100));
        return k + 1;
    }
    if (ONE_OF(s, k, "single", "passing", "given", "successive"))
        k++;
    switch (na_class(s, k)) {
    case NA_UNIT:
        say(w, NA_SET, duration(s, s->word[k].value, 100));
        if (s->word[i].words > 1)
            w->value = duration(s, s->word[k].value, 200);
        return k + 1;
    case NA_WEEKDAY:
        snprintf(out, sizeof out, "XXXX-WXX-%d", (int)s->word[k].value);
        say(w, NA_SET, copy(s, out));
        end = k + 1;
        if (at(s, end, NA_PART) && !stops(s, end)) {
            snprintf(out, sizeof out, "XXXX-WXX-%dT%.2s", (int)s->word[k].value, s->word[end].text);
            w->value = copy(s, out);
            end++;
        }
        return end;
    case NA_A_MONTH:
        snprintf(out, sizeof out, "XXXX-%02d", (int)s->word[k].value);
        say(w, NA_SET, copy(s, out));
        return k + 1;
    case NA_A_SEASON:
        say(w, NA_SET, every_season(s->word[k].value));
        return k + 1;
    case NA_PART:
        snprintf(out, sizeof out, "XXXX-XX-XXT%.2s", s->word[k].text);
        say(w, NA_SET, copy(s, out));
        return k + 1;
    default:
        if ((end = match_number(s, k, &count)) && !stops(s, end) && at(s, end, NA_UNITS)) {
            say(w, NA_SET, duration(s, s->word[end].value, count));
            return end + 1;
        }
        return 0;
    }
}

/* ---- plain ------------------------------------------------------------------------------------------------ */

static size_t match_weekday(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t end = i + 1, k;
    if (!(t->token[i].flags & NA_UPPER))
        return 0;
    if (at(s, i, NA_SHORTDAY)) {
        /* Mon. is a day, Sun and Sat may be anything */
        if (!(t->token[i].flags & NA_DOTTED) && !(end < t->count && t->token[end].mark == '.' && t->token[end].kind == NA_PUNCT && !(t->token[end].flags & NA_SPACE) && t->token[i].length <= 5 &&
              t->token[end + 1].kind == NA_NUMBER))
            return 0;
    }
    w->form = NA_BY_WEEKDAY;
    w->type = NA_DATE;
    w->unit = NA_DAY;
    w->weekday = (int16_t)s->word[i].value;
    if (stops(s, end))
        return end;
    if (at(s, end, NA_PART)) {
        memcpy(w->daypart, s->word[end].text, 2);
        w->type = NA_TIME;
        return end + 1;
    }
    k = at(s, end, NA_OF) ? end + 1 : end;
    if (at(s, k, NA_WHICH) && (na_word_is(t, k + s->word[k].words, "week"))) {
        if (s->word[k].value == NA_LAST || s->word[k].value == NA_NEXT || s->word[k].value == NA_THIS) {
            w->n = step_of(s->word[k].value);       /* Tuesday of last week */
            w->keep = 1;
            return k + s->word[k].words + 1;
        }
    }
    if (na_word_is(t, end, "at")) {
        na_when clock = na_nothing();
        size_t stop = end + 1 < t->count ? na_match_clock(s, end + 1, &clock) : 0;
        if (stop && !at(s, end + 1, NA_CLOCK)) {
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
    shift(w, NA_DAY, s->word[i].value, NA_ANCHOR_PUBLISHED);
    w->type = NA_DATE;
    if (at(s, i, NA_TONIGHT)) {
        memcpy(w->daypart, "NI", 2);
        w->type = NA_TIME;
    } else if (at(s, end, NA_PART) && !stops(s, end)) {
        memcpy(w->daypart, s->word[end].text, 2);
        w->type = NA_TIME;
        end++;
    }
    return end;
}

static int preposition(const na_scan *s, size_t i)
{
    return i < s->t->count && ONE_OF(s, i, "in", "by", "since", "until", "till", "during", "through", "throughout", "of", "for", "before", "after", "from", "to", "over", "on", "at", "ahead", "around", "between", "and");
}

/* summer 1998, the summer of 1998, [in the] summer */
static size_t match_season(const na_scan *s, size_t i, int article, na_when *w)
{
    const na_tokens *t = s->t;
    size_t end;
    say_part(w, NA_SEASON, s->word[i].value);
    end = match_period_year(s, i + 1, w);
    if (end > i + 1)
        return end;
    if (hyphen(s, i + 1))
        return 0;
    /* "the fall" and "spring" are more often something else */
    if (s->word[i].value == 1 || na_word_is(t, i, "fall"))
        return article && i > 1 && ONE_OF(s, i - 2, "in", "by", "this", "until", "since", "during") && !at(s, i + 1, NA_OF) ? i + 1 : 0;
    return article || (i && preposition(s, i - 1)) ? i + 1 : 0;
}

/* Can a holiday's name end before token k, or does it only tell what kind of thing the next word is (Christmas gift)? */
static int stands_alone(const na_scan *s, size_t k)
{
    const na_token *token = &s->t->token[k];
    if (stops(s, k))
        return 1;
    if (token->kind == NA_CLITIC)
        return 0;
    if (token->kind != NA_WORD)
        return !hyphen(s, k);
    if (token->flags & NA_UPPER)
        return 0;
    return na_in(token, NA_LIST_STARTER) || ONE_OF(s, k, "is", "was", "were", "are", "or", "on", "of", "with", "than", "that", "which", "would", "will", "approaches", "came", "approached", "comes", "said", "says") ||
           (token->length > 4 && s->t->text[token->at + token->length - 2] == 'e' && s->t->text[token->at + token->length - 1] == 'd');
}

static size_t match_holiday(const na_scan *s, size_t i, na_when *w)
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
    if (*rule == 'c' && s->word[i].words == 1 && (t->token[i].flags & NA_FIRST || !(i && preposition(s, i - 1))) && (na_word_is(t, i, "lent") || na_word_is(t, i, "tet") || na_word_is(t, i, "advent") || na_word_is(t, i, "holi")))
        return 0;
    w->form = NA_BY_HOLIDAY;
    w->type = NA_DATE;
    w->unit = *rule == 'y' ? NA_YEAR : NA_DAY;
    w->rule = rule;
    if (!stops(s, end) && (stop = na_match_year(s, at(s, end, NA_OF) ? end + 1 : end, &year))) {
        w->year_from = NA_YEAR_GIVEN;
        w->year = year;
        w->explicit_day = 1;
        return stop;
    }
    if (!stops(s, end) && (na_word_is(t, end, "weekend") || na_word_is(t, end, "week")) && strlen(rule) > 1 && rule[0] != 'y') {
        w->unit = na_word_is(t, end, "week") ? NA_WEEK : NA_WEEKEND;
        return end + 1;
    }
    if (!stops(s, end) && at(s, end, NA_PART)) {
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
static size_t match_decade(const na_scan *s, size_t i, int article, na_when *w)
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
        if (!(at(s, end, NA_ERA)))
            return 0;
    }
    if (at(s, end, NA_ERA) && s->t->token[end].flags & NA_CAPS) {
        snprintf(out, sizeof out, "%s%03d", s->word[end].value < 0 ? "BC" : "", (int)(value / 10));
        say(w, NA_DATE, copy(s, out));
        return end + 1;
    }
    if (value % 100 == 0 && value < 2000) {           /* the 1800s: a century */
        snprintf(out, sizeof out, "%02d", (int)(value / 100));
        say(w, NA_DATE, copy(s, out));
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
static size_t match_fiscal(const na_scan *s, size_t i, na_when *w)
{
    size_t k = i + s->word[i].words, end;
    int32_t year;
    if (stops(s, k))
        return 0;
    if ((end = na_match_year(s, k, &year))) {
        say_year(w, year);
        return end;
    }
    if (at(s, i, NA_FISCAL) && at(s, k, NA_ORDINAL))
        return match_ordinal(s, k, w);
    if (at(s, i, NA_FISCAL_YEAR) && ONE_OF(s, k, "ended", "ending")) {
        say(w, NA_DURATION, "P1Y");
        return k;
    }
    if (at(s, i, NA_FISCAL_YEAR) && !na_word_is(s->t, i, "fy")) {
        shift(w, NA_YEAR, 0, NA_ANCHOR_PUBLISHED);
        return k;
    }
    return 0;
}

/* ---- the article, and what may follow it -------------------------------------------------------------------- */

/* the week of March 6, the month of May 1998 */
static size_t match_unit_of(const na_scan *s, size_t k, na_when *w)
{
    int unit = s->word[k].value;
    size_t end;
    if ((unit != NA_WEEK && unit != NA_WEEKEND && unit != NA_MONTH && unit != NA_DAY) || stops(s, k + 1) || !at(s, k + 1, NA_OF) || stops(s, k + 2) ||
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
    if (stops(s, k + 1) || !ONE_OF(s, k + 1, "ended", "ending"))
        return 0;
    if (s->word[k].value == NA_YEAR) {
        say(w, NA_DURATION, "P1Y");
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
static size_t match_the_unit(const na_scan *s, size_t k, na_when *w)
{
    int unit = s->word[k].value, after, before;
    size_t end = k + 1, stop;
    int32_t year;
    if (at(s, k, NA_UNITS) || hyphen(s, end))
        return 0;
    if (unit == NA_YEAR && !stops(s, end) && (stop = na_match_year(s, end, &year))) {            /* the year 2000 */
        say_year(w, year);
        return stop;
    }
    if ((stop = match_unit_of(s, k, w)) || (stop = match_unit_ended(s, k, w)))
        return stop;
    after = !stops(s, end) && (at(s, end, NA_AFTER) || na_word_is(s->t, end, "following"));
    before = !stops(s, end) && (at(s, end, NA_BEFORE) || (at(s, end, NA_EARLIER) && s->word[end].words == 1));
    if ((after || before) && (unit == NA_DAY || unit == NA_YEAR || unit == NA_WEEK || unit == NA_MONTH)) {
        /* the day before; but "the day before the vote" says only what follows */
        if (!at(s, end, NA_EARLIER) && !stops(s, end + 1) && s->t->token[end + 1].kind != NA_PUNCT)
            return 0;
        shift(w, unit, after ? 1 : -1, NA_ANCHOR_TEXT);
        return end + 1;
    }
    if ((unit != NA_WEEKEND && unit != NA_YEAR && unit != NA_QUARTER && unit != NA_MONTH && unit != NA_WEEK) || (unit != NA_WEEKEND && (at(s, end, NA_OF) || at(s, end, NA_AGO))))
        return 0;
    shift(w, unit, 0, unit == NA_WEEKEND ? NA_ANCHOR_PUBLISHED : NA_ANCHOR_TEXT);
    w->choice = unit == NA_WEEKEND ? -1 : NA_NO_CHOICE;
    return end;
}

/* the night of May 4; the early morning hours of 30 April: the part at k, the day at `of` + 1 */
static size_t match_part_of(const na_scan *s, size_t k, size_t of, na_when *w)
{
    size_t end = at(s, of, NA_OF) && !stops(s, of + 1) ? na_match_fixed(s, of + 1, w) : 0;
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
    size_t end = match_single(s, i, w), k = i + 1;
    if (end)
        return end;
    *w = na_nothing();
    /* a three-year period: the count alone unless "period" makes it one thing */
    if ((at(s, k, NA_CARDINAL) || at(s, k, NA_DIGITS)) && (end = match_counted(s, k, w)) && w->type == NA_DURATION && na_word_is(s->t, end, "period"))
        return end + 1;
    return 0;
}

static size_t match_article(const na_scan *s, size_t i, na_when *w, int depth)
{
    const na_tokens *t = s->t;
    size_t k = i + 1, end;
    int the = na_word_is(t, i, "the");
    if (stops(s, k))
        return 0;
    if (at(s, k, NA_YEAR_AGO) || at(s, k, NA_YEAR_EARLIER)) {
        end = match_year_ago(s, k, w, depth);
        return !the || end > k + s->word[k].words ? end : 0;
    }
    if (the && na_word_is(t, k, "comparable") && (at(s, k + 1, NA_YEAR_AGO) || at(s, k + 1, NA_YEAR_EARLIER)))
        return match_year_ago(s, k + 1, w, depth);
    if (!the)
        return match_a(s, i, w);
    switch (na_class(s, k)) {
    case NA_WHICH:
        return match_which(s, k, 1, w, depth);
    case NA_EDGE:
        if (at(s, k + 1, NA_PART) && at(s, k + 2, NA_UNITS) && s->word[k + 2].value == NA_HOUR && (end = match_part_of(s, k + 1, k + 3, w))) {
            w->mod = s->word[k].text;
            return end;
        }
        /* the late 1970s, the end of May; but the late-November trip */
        return hyphen(s, k + 1) && at(s, k + 2, NA_A_MONTH) ? 0 : match_edge(s, k, w, depth);
    case NA_ORDINAL:
        if ((end = na_match_fixed(s, k, w)))
            return end;
        *w = na_nothing();
        end = match_ordinal(s, k, w);
        if (end && hyphen(s, k + 1))
            return 0;
        return end;
    case NA_FISCAL: case NA_FISCAL_YEAR:
        end = match_fiscal(s, k, w);
        return end && end - k > 2 && hyphen(s, end - 2) ? 0 : end;
    case NA_UNIT:
        return match_the_unit(s, k, w);
    case NA_A_SEASON:
        return match_season(s, k, 1, w);
    case NA_DECADES:
        return match_decade(s, k, 1, w);
    case NA_PART:
        return match_part_of(s, k, k + 1, w);
    case NA_CARDINAL: case NA_DIGITS: case NA_VAGUE:
        /* the four days, the nine months; not "the 30-year bond" */
        if ((end = match_counted(s, k, w)) && w->type == NA_DURATION && at(s, end - 1, NA_UNITS) && !hyphen(s, end - 2))
            return end;
        if (end && na_word_is(t, end, "period"))
            return end + 1;
        return 0;
    default:
        if (t->token[k].kind == NA_QUOTE && at(s, k + 1, NA_DECADES))
            return match_decade(s, k + 1, 1, w);
        if (ONE_OF(s, k, "full", "whole", "entire") && at(s, k + 1, NA_UNIT) && s->word[k + 1].value >= NA_WEEK)
            return match_the_unit(s, k + 1, w);
        return 0;
    }
}

/* ---- bare years -------------------------------------------------------------------------------------------------- */

static int year_preposition(const na_scan *s, size_t i)
{
    return i < s->t->count && (ONE_OF(s, i, "in", "of", "since", "by", "from", "until", "till", "to", "before", "after", "during", "between", "through", "circa", "year", "late", "early", "mid", "around", "and", "or", "for", "about") ||
           at(s, i, NA_A_SEASON) || at(s, i, NA_HOLIDAY));
}

/* 1861-1863, mid-1996, but no part of a telephone or model number, no money, no number of a page or house */
static int joined_before(const na_scan *s, size_t i, int32_t year)
{
    const na_tokens *t = s->t;
    const na_token *before = i ? &t->token[i - 1] : NULL;
    if (!before)
        return 0;
    if (before->mark == '$' || before->mark == '#' || before->mark == '+' || na_word_is(t, i - 1, "no") ||
        (i > 1 && before->mark == '.' && ONE_OF(s, i - 2, "no", "nos", "vol", "p", "pp")))
        return 1;
    if (before->kind != NA_PUNCT)
        return 0;
    if (before->mark == 0 && (unsigned char)t->text[before->at] >= 0xC2)
        return 1;                       /* £, €, № */
    if (t->token[i].flags & NA_SPACE)
        return 0;
    if (before->mark != '-' && before->mark != '_')
        return before->mark != '(' && before->mark != '[';
    return (i > 1 && t->token[i - 2].kind == NA_NUMBER &&
            !(at(s, i - 2, NA_DIGITS) && s->word[i - 2].digits == 4 && s->word[i - 2].value < year && s->word[i - 2].value >= 1000)) ||
           (i > 2 && t->token[i - 3].kind == NA_PUNCT && t->token[i - 3].mark == '-' && !(t->token[i - 2].flags & NA_SPACE)) ||
           (i > 1 && t->token[i - 2].kind == NA_WORD && t->token[i - 2].flags & NA_CAPS);
}

static int joined_behind(const na_scan *s, size_t end)
{
    const na_token *after = &s->t->token[end];
    if (end >= s->t->count || after->kind != NA_PUNCT || after->flags & NA_SPACE)
        return 0;
    return after->mark == '%' || after->mark == '/' || after->mark == '@' || (after->mark == ':' && !(after[1].flags & NA_SPACE)) ||
           (hyphen(s, end) && after[1].kind == NA_NUMBER && hyphen(s, end + 2));
}

/* 2000 people, 1500 soldiers: the word behind says what is counted. */
static int counts_things(const na_scan *s, size_t i, size_t end, int32_t year, int strong)
{
    const na_tokens *t = s->t;
    const na_token *after = &t->token[end];
    if (stops(s, end))
        return 0;
    if (after->mark == '%' || at(s, end, NA_MERIDIEM))
        return 1;
    if (after->kind != NA_WORD || after->flags & NA_UPPER || na_in(after, NA_LIST_STARTER) || ONE_OF(s, end, "is", "was", "were", "are", "has", "to", "or", "will", "would"))
        return 0;
    if (ONE_OF(s, end, "percent", "people", "men", "women", "troops", "miles", "feet", "tons", "tonnes", "meters", "metres", "points", "pounds", "dollars", "euros", "km",
               "kilometers", "kilometres", "others", "soldiers", "million", "billion", "hours", "jobs", "cars", "homes"))
        return 1;
    if (t->text[after->at + after->length - 1] == 's' && !((strong || (i && ONE_OF(s, i - 1, "its", "the", "his", "her", "their", "our"))) && year > 1900 && year < 2100))
        return 1;
    return (year < 1900 || year > 2060) && !strong;
}

/* A year long past or far ahead wants a preposition, bracket or range beside it. */
static int is_likely_year(const na_scan *s, size_t i, size_t end, int32_t year, int strong)
{
    const na_token *before = i ? &s->t->token[i - 1] : NULL, *after = &s->t->token[end];
    int range = end + 1 < s->t->count && (after->mark == '-' || after->mark == '_') && !(after->flags & NA_SPACE) && at(s, end + 1, NA_DIGITS) &&
                s->word[end + 1].digits == 4 && s->word[end + 1].value > year && s->word[end + 1].value < year + 200;
    return (year >= 1900 && year <= 2060) || (before && (strong || range || before->mark == '(' || before->mark == '-' || before->mark == '_' || before->mark == ','));
}

/* 1988 third quarter, 1989's first half; the 1988 quarter is the one spoken of, in that year */
static size_t match_year_part(const na_scan *s, size_t i, size_t end, int32_t year, na_when *w)
{
    size_t k = end, stop;
    if (stops(s, end))
        return 0;
    if (s->t->token[end].kind == NA_CLITIC)
        k++;
    else if (ONE_OF(s, k, "quarter", "period") && i && at(s, i - 1, NA_ARTICLE)) {
        shift(w, NA_YEAR, 0, NA_ANCHOR_TEXT);
        w->keep = 1;
        w->compared = 1;
        w->part = NA_QUARTER;
        w->year = year;
        return k + 1;
    }
    if (at(s, k, NA_ORDINAL) && at(s, na_next(s, k), NA_UNIT) && (stop = match_ordinal(s, k, w)) && w->form == NA_BY_PERIOD && w->year_from == NA_YEAR_MISSING) {
        w->year = year;
        w->year_from = NA_YEAR_GIVEN;
        w->explicit_day = 1;
        return stop;
    }
    *w = na_nothing();
    return 0;
}

/* Digits that look like a year: what stands beside them must not make them a number. */
static size_t match_bare_year(const na_scan *s, size_t i, na_when *w)
{
    int32_t year;
    size_t end = na_match_year(s, i, &year), stop;
    if (!end)
        return 0;
    if (end == i + 1 && at(s, i, NA_DIGITS) && year > 0) {
        int strong = i && year_preposition(s, i - 1);
        if (joined_before(s, i, year) || joined_behind(s, end) || counts_things(s, i, end, year, strong) || !is_likely_year(s, i, end, year, strong))
            return 0;
        if ((stop = match_year_part(s, i, end, year, w)))
            return stop;
    }
    say_year(w, year);
    return end;
}

/* ---- all of it ----------------------------------------------------------------------------------------------------- */

static size_t match_units(const na_scan *s, size_t i, na_when *w)
{
    /* for years, in months, within days; and weeks ago, years later */
    size_t end = i + 1;
    say(w, NA_DURATION, NULL);
    if (!stops(s, end) && (at(s, end, NA_AGO) || (at(s, end, NA_EARLIER) && s->word[end].words == 1) || (at(s, end, NA_LATER) && s->word[end].words == 1)))
        return match_direction(s, end, s->word[i].value, -1, w);
    if (s->word[i].value < NA_HOUR)
        return 0;
    if (hyphen(s, end) && na_word_is(s->t, end + 1, "long")) {
        w->value = duration(s, s->word[i].value, -1);
        return end + 2;
    }
    if (i && ONE_OF(s, i - 1, "for", "in", "within", "over", "after", "of", "or", "and", "just", "only", "recent") && !hyphen(s, end)) {
        w->value = duration(s, s->word[i].value, -1);
        return end;
    }
    return 0;
}

/* now, recently; soon only where it lies ahead: soon after that is past */
static size_t match_ref(const na_scan *s, size_t i, na_when *w)
{
    if (na_word_is(s->t, i, "soon") && (ONE_OF(s, i + 1, "as", "after") ||
        (i && ONE_OF(s, i - 1, "as", "too", "how")) ||
        (!stops(s, i + 1) && !(i && ONE_OF(s, i - 1, "will", "would", "could", "may", "might", "should", "must", "to", "very", "can")))))
        return 0;
    say(w, NA_DATE, s->word[i].text);
    return i + s->word[i].words;
}

/* recent, recent years */
static size_t match_adjective(const na_scan *s, size_t i, na_when *w)
{
    if (at(s, i + 1, NA_UNITS) && !stops(s, i + 1)) {
        say(w, NA_DURATION, duration(s, s->word[i + 1].value, -1));
        return i + 2;
    }
    if (s->t->token[i].flags & NA_UPPER && !(s->t->token[i].flags & NA_FIRST))
        return 0;
    say(w, NA_DATE, s->word[i].text);
    return i + 1;
}

/* 9 a.m. EST [Tuesday], 5 p.m., Nov. 6 · 5pm on Saturday */
static size_t match_timed(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    na_when day = na_nothing();
    size_t end = na_match_clock(s, i, w), k = end, stop = 0;
    if (!end || stops(s, end))
        return end;
    k += t->token[k].mark == ',' && !(t->token[k].flags & NA_STOP);
    k += (size_t)na_word_is(t, k, "on");
    if (at(s, k, NA_WEEKDAY) || at(s, k, NA_A_MONTH) || (k == end && (at(s, k, NA_DEICTIC) || at(s, k, NA_DIGITS))))
        stop = na_match_fixed(s, k, &day);
    if (!stop || day.unit != NA_DAY) {
        day = na_nothing();
        stop = at(s, k, NA_WEEKDAY) ? match_weekday(s, k, &day) : k == end && at(s, k, NA_DEICTIC) ? match_deictic(s, k, &day) : 0;
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
    if ((end = match_counted(s, i, w)))
        return end;
    *w = na_nothing();
    return match_bare_year(s, i, w);
}

/* year-end, year's end, by year end; day-long */
static size_t match_unit_alone(const na_scan *s, size_t i, na_when *w)
{
    if (s->word[i].value == NA_YEAR && !stops(s, i + 1)) {
        size_t last = hyphen(s, i + 1) || s->t->token[i + 1].kind == NA_CLITIC ? i + 2 : i + 1;
        if (na_word_is(s->t, last, "end") && (last > i + 1 || (i && preposition(s, i - 1)))) {
            shift(w, NA_YEAR, 0, NA_ANCHOR_PUBLISHED);
            w->mod = "END";
            return last + 1;
        }
    }
    if (!hyphen(s, i + 1) || !ONE_OF(s, i + 2, "long"))
        return 0;
    say(w, NA_DURATION, duration(s, s->word[i].value, 100));
    return i + 3;
}

/* '60s, in '98 */
static size_t match_apostrophe(const na_scan *s, size_t i, na_when *w)
{
    const na_token *token = &s->t->token[i];
    if (token->kind != NA_QUOTE || token->mark != '\'' || token[1].flags & NA_SPACE || s->word[i + 1].digits != 2)
        return 0;
    if (at(s, i + 1, NA_DECADES))
        return match_decade(s, i + 1, 1, w);
    return at(s, i + 1, NA_DIGITS) && i && ONE_OF(s, i - 1, "in", "of", "since", "by", "from", "until", "summer", "spring", "fall", "and") ? match_bare_year(s, i, w) : 0;
}

static size_t match_any(const na_scan *s, size_t i, na_when *w, int depth)
{
    size_t end;
    if (i >= s->t->count || depth > 4)
        return 0;
    if ((end = na_match_fixed(s, i, w)))
        return end;
    *w = na_nothing();
    switch (na_class(s, i)) {
    case NA_ARTICLE: return match_article(s, i, w, depth);
    case NA_WHICH: return match_which(s, i, 0, w, depth);
    case NA_EDGE: case NA_EARLIER: case NA_LATER: return match_edge(s, i, w, depth);
    case NA_ABOUT: case NA_SOME: case NA_OVER: return match_about(s, i, w, depth);
    case NA_EVERY: case NA_PER: case NA_REPEATED: return match_set(s, i, w);
    case NA_WEEKDAY: case NA_SHORTDAY: return match_weekday(s, i, w);
    case NA_DEICTIC: case NA_TONIGHT: return match_deictic(s, i, w);
    case NA_REF: return match_ref(s, i, w);
    case NA_ADJECTIVE: return match_adjective(s, i, w);
    case NA_CARDINAL: case NA_VAGUE: case NA_DECIMAL: case NA_DIGITS: case NA_AT_HOUR: case NA_CLOCK: case NA_ERA: return match_numeral(s, i, w);
    case NA_ORDINAL: return match_ordinal(s, i, w);
    case NA_DECADES: return match_decade(s, i, 0, w);
    case NA_UNITS: return match_units(s, i, w);
    case NA_A_HALF: return match_single(s, i, w);
    case NA_UNIT: return match_unit_alone(s, i, w);
    case NA_A_SEASON: return match_season(s, i, 0, w);
    case NA_HOLIDAY: return match_holiday(s, i, w);
    case NA_FISCAL: case NA_FISCAL_YEAR: return match_fiscal(s, i, w);
    case NA_YEAR_AGO: case NA_YEAR_EARLIER: return match_year_ago(s, i, w, depth);
    default: return match_apostrophe(s, i, w);
    }
}

size_t na_match_loose(const na_scan *s, size_t i, na_when *w)
{
    return match_any(s, i, w, 0);
}
