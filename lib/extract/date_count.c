/* date_count.c - lengths of time, and what is counted with them.
 *
 *     two years · a few days ago · nearly four years later · 8½-hour · more than 72 hours · half a century
 *     every day · each July · weekly
 */
#include "extract/date_match.h"
#include <stdio.h>

static const char *const unit_letter[] = { "", "S", "M", "H", "D", "W", "WE", "M", "", "Q", "", "Y", "DE", "CE", "ML" };

/* P3Y, PT8.5H, P2Y6M; count in hundredths, below 0: some. */
const char *na_duration(const na_scan *s, int unit, int32_t count)
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
    return na_date_text(s, out);
}

const char *na_every_season(int32_t season)
{
    return season == 1 ? "XXXX-SP" : season == 2 ? "XXXX-SU" : season == 3 ? "XXXX-FA" : "XXXX-WI";
}

/* 8 · 8 1/2 · 8-1/2 · 8 followed by a half sign */
static size_t match_digits(const na_scan *s, size_t i, int32_t *count)
{
    const na_tokens *t = s->t;
    size_t k;
    if (s->word[i].value > 200000)
        return 0;
    *count = s->word[i].value * 100;
    k = i + 1;
    if (na_stops(s, k))
        return k;
    if (na_at(s, k, NA_DECIMAL) && s->word[k].digits == 0 && s->word[k].value < 100) {                  /* 8 ½ */
        *count += s->word[k].value;
        return k + 1;
    }
    if (na_hyphen(s, k) && na_at(s, k + 1, NA_DIGITS) && t->token[k + 2].mark == '/')
        k++;
    if (na_at(s, k, NA_DIGITS) && k + 2 < t->count && t->token[k + 1].mark == '/' && na_at(s, k + 2, NA_DIGITS) && s->word[k + 2].value >= 2 &&
        s->word[k + 2].value <= 8 && s->word[k].value < s->word[k + 2].value) {                       /* 2 1/2 */
        *count += 100 * s->word[k].value / s->word[k + 2].value;
        return k + 3;
    }
    return i + 1;
}

/* twenty · twenty-four · two hundred and ten · one and a half */
static size_t match_cardinal(const na_scan *s, size_t i, int32_t *count)
{
    const na_tokens *t = s->t;
    int32_t value = s->word[i].value;
    size_t k = i + s->word[i].words;
    for (size_t n = 0; n < 5 && !na_stops(s, k); n++) {                   /* twenty[-]four, two hundred [and] ten */
        size_t j = na_hyphen(s, k) ? k + 1 : k;
        int32_t next;
        if (na_word_is(t, j, "and") && value >= 10000 && na_at(s, j + 1, NA_CARDINAL))
            j++;
        if (!na_at(s, j, NA_CARDINAL) || (next = s->word[j].value) < 100)
            break;
        if (next >= 10000 && value < 10000)
            value = value * (next / 100);
        else if (next < value && (value >= 2000 || value % 10000 == 0) && (value % 1000 == 0))
            value += next;
        else
            break;
        k = j + s->word[j].words;
    }
    if (na_word_is(t, k, "and") && na_word_is(t, k + 1, "a") && na_at(s, k + 2, NA_A_HALF)) {
        value += 50;
        k += 3;
    }
    *count = value;
    return k;
}

/* A number at i in hundredths (-1: some); what is behind it. */
size_t na_match_number(const na_scan *s, size_t i, int32_t *count)
{
    switch (na_class(s, i)) {
    case NA_VAGUE:
        *count = -1;
        return i + s->word[i].words;
    case NA_DECIMAL:
        *count = s->word[i].value;
        return i + 1;
    case NA_DIGITS:
        return match_digits(s, i, count);
    case NA_CARDINAL:
        return match_cardinal(s, i, count);
    default:
        return 0;
    }
}

/* Words that may stand between number and unit: two more weeks, three straight days. */
size_t na_skip_manner(const na_scan *s, size_t k)
{
    if (na_date_role(s->t, k, "manner"))
        return k + 1;
    return k;
}

/* Is there a unit at k, after a number? "second" then is one too. */
int na_unit_at(const na_scan *s, size_t k, int *unit)
{
    if (na_at(s, k, NA_UNIT) || na_at(s, k, NA_UNITS)) {
        *unit = s->word[k].value;
        return 1;
    }
    if (na_at(s, k, NA_PART) && na_word_is(s->t, k, "night")) {
        *unit = NA_DAY;
        return 1;
    }
    if (na_word_is(s->t, k, "second") && !na_at(s, k + 1, NA_UNIT)) {
        *unit = NA_SECOND;
        return 1;
    }
    return 0;
}

int32_t na_scale(int *unit, const na_scan *s, size_t k, int32_t count)
{
    if (count > 0 && s->word[k].text && !strcmp(s->word[k].text, "FN")) {
        *unit = NA_WEEK;
        return 2 * count;
    }
    return count;
}

/* -1 ago, earlier, before · 1 hence, later, after · 0 neither; from when it counts. */
static int direction_at(const na_scan *s, size_t k, int *anchor)
{
    const na_tokens *t = s->t;
    int sign = 0;
    switch (na_class(s, k)) {
    case NA_AGO: sign = -1; *anchor = NA_ANCHOR_PUBLISHED; break;
    case NA_HENCE: sign = 1; *anchor = NA_ANCHOR_PUBLISHED; break;
    case NA_EARLIER: sign = s->word[k].words == 1 ? -1 : 0; break;
    case NA_LATER: sign = s->word[k].words == 1 ? 1 : 0; break;
    case NA_BEFORE: case NA_AFTER:      /* "two days before." but not "two days before the vote" */
        if (na_stops(s, k + s->word[k].words) || t->token[k + s->word[k].words].kind == NA_PUNCT || s->word[k].text[0] == 'x')
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
    return sign;
}

/* Behind a counted stretch: ago, earlier, later, from now, before, after, "or so". Gives 0 if it is an age. */
static size_t match_direction(const na_scan *s, size_t end, int unit, int32_t count, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = end;
    int32_t n = count / 100;
    int sign, anchor = NA_ANCHOR_TEXT;
    if (na_stops(s, k))
        return end;
    if (na_word_is(t, k, "or") && (ONE_OF(s, k + 1, "so", "more", "less", "two", "longer")))
        k += 2;
    if (!na_stops(s, k) && na_hyphen(s, k) && na_at(s, k + 1, NA_OLD))
        return 0;
    if (!na_stops(s, k) && (na_at(s, k, NA_OLD) || (na_at(s, k, NA_OF) && na_word_is(t, k + 1, "age"))))
        return 0;
    if (na_stops(s, k))
        return k;
    if (na_hyphen(s, k) && ONE_OF(s, k + 1, "long"))
        return k + 2;
    sign = direction_at(s, k, &anchor);
    if (!sign || na_at(s, k, NA_WHICH) || unit < NA_DAY)           /* "two hours later" is left as two hours: the clock it counts from is not known */
        return k;
    end = k + s->word[k].words;
    if (count < 0) {
        na_say(w, NA_DATE, sign < 0 ? "PAST_REF" : "FUTURE_REF");
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
    na_say_shift(w, unit, sign * n, anchor);
    w->keep = unit == NA_YEAR && n == 1 && sign < 0;
    w->compared = w->keep;
    return end;
}

static size_t finish_counted(const na_scan *s, size_t k, int unit, int32_t count, na_when *w)
{
    int32_t scaled = na_scale(&unit, s, k, count);
    size_t end = k + s->word[k].words, stop;
    const na_tokens *t = s->t;
    if (!na_stops(s, end) && na_word_is(t, end, "and") && na_word_is(t, end + 1, "a") && na_at(s, end + 2, NA_A_HALF)) {          /* a year and a half */
        scaled += 50;
        end += 3;
    }
    na_say(w, NA_DURATION, NULL);
    stop = match_direction(s, end, unit, scaled, w);
    if (!stop)
        return 0;
    if (w->form == NA_SAID && !w->value)
        w->value = na_duration(s, unit, scaled);
    return stop;
}

/* three years, 8½-hour, a few days, a dozen weeks ... */
size_t na_match_counted(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    int32_t count = 0, more;
    size_t k = na_match_number(s, i, &count), j;
    int unit;
    if (!k || na_stops(s, k))
        return 0;
    if (i && t->token[i - 1].kind == NA_PUNCT && !(t->token[i].flags & NA_SPACE) && (t->token[i - 1].mark == '$' || t->token[i - 1].mark == '.' || t->token[i - 1].mark == '/'))
        return 0;
    /* "two or three years", "three to five days": the first number stands for nothing of its own */
    if ((na_word_is(t, k, "or") || na_word_is(t, k, "to")) && (j = na_match_number(s, k + 1, &more)) && !na_stops(s, j) && na_unit_at(s, na_skip_manner(s, na_hyphen(s, j) ? j + 1 : j), &unit)) {
        k = j;
    }
    j = na_skip_manner(s, na_hyphen(s, k) ? k + 1 : k);
    if (!na_unit_at(s, j, &unit))
        return 0;
    if (na_at(s, i, NA_DIGITS) && s->word[i].digits == 4 && count > 100000 && na_at(s, j, NA_UNIT) && !na_hyphen(s, k))
        return 0;                       /* the 1988 quarter */
    if (unit == NA_WEEKEND && na_at(s, j, NA_UNIT) && na_at(s, i, NA_DIGITS))
        return 0;                       /* the April 25-26 weekend */
    if (t->token[j].flags & NA_UPPER && t->token[i].kind == NA_NUMBER && s->r->role[i] == NA_BODY && !(t->token[i].flags & NA_FIRST) && !(t->token[j].flags & NA_CAPS))
        return 0;                       /* 60 Minutes */
    if (unit == NA_QUARTER && (na_hyphen(s, k) || na_at(s, j + s->word[j].words, NA_OF)))
        return 0;                       /* three-quarters */
    if (s->word[j].text && na_word_is(t, j, "min") && !(t->token[j].flags & NA_SPACE))
        return 0;
    return finish_counted(s, j, unit, count, w);
}

/* a week, an hour [and a half], a further year, half an hour, half a century */
size_t na_match_single(const na_scan *s, size_t i, na_when *w)
{
    size_t k = i + 1, j;
    int32_t count = 100;
    int unit;
    if (na_at(s, i, NA_A_HALF)) {
        count = 50;
        if (na_at(s, k, NA_ARTICLE) && !na_word_is(s->t, k, "the"))
            k++;
        else if (na_hyphen(s, k))
            k++;
    } else if (na_at(s, k, NA_A_HALF)) {
        count = 50;
        k = na_hyphen(s, k + 1) ? k + 2 : k + 1;
    } else if (ONE_OF(s, k, "single", "whole", "full", "further", "good", "additional", "mere")) {
        k++;
    }
    if (na_at(s, k, NA_CARDINAL) && s->word[k].value >= 10000) {           /* a hundred years */
        size_t stop = na_match_number(s, k, &count);
        if (!stop || na_stops(s, stop) || !na_unit_at(s, stop, &unit))
            return 0;
        return finish_counted(s, stop, unit, count, w);
    }
    if (na_stops(s, k) || !na_unit_at(s, k, &unit) || na_at(s, k, NA_UNITS) || (na_at(s, k, NA_PART)))
        return 0;
    if (unit == NA_SECOND && !ONE_OF(s, k + 1, "later", "ago"))
        return 0;
    if (unit == NA_QUARTER && !ONE_OF(s, k + 1, "ago", "later", "earlier"))
        return 0;                       /* a quarter of them */
    j = k + 1;
    if (!na_stops(s, j) && na_hyphen(s, j))
        return 0;
    /* 700 seats a week, $2 million a year, 24 hours a day: a rate, no time */
    if (count == 100 && k == i + 1 && i && !(s->t->token[i].flags & NA_FIRST) && unit >= NA_HOUR && (na_stops(s, j) || s->t->token[j].kind == NA_PUNCT || !(na_at(s, j, NA_AGO) || na_at(s, j, NA_LATER) || na_at(s, j, NA_EARLIER)))) {
        const na_token *before = &s->t->token[i - 1];
        if (before->kind == NA_NUMBER || before->mark == '%' || ONE_OF(s, i - 1, "million", "billion", "percent", "thousand", "hundred") ||
            (before->kind == NA_WORD && before->length > 4 && !(before->flags & NA_UPPER) && s->t->text[before->at + before->length - 1] == 's' && s->t->text[before->at + before->length - 2] != 's' && !na_at(s, i - 1, NA_LATER) &&
             i > 1 && (s->t->token[i - 2].kind == NA_NUMBER || na_at(s, i - 2, NA_CARDINAL))))
            return 0;
    }
    return finish_counted(s, k, unit, count, w);
}

size_t na_match_units(const na_scan *s, size_t i, na_when *w)
{
    /* for years, in months, within days; and weeks ago, years later */
    size_t end = i + 1;
    na_say(w, NA_DURATION, NULL);
    if (!na_stops(s, end) && (na_at(s, end, NA_AGO) || (na_at(s, end, NA_EARLIER) && s->word[end].words == 1) || (na_at(s, end, NA_LATER) && s->word[end].words == 1)))
        return match_direction(s, end, s->word[i].value, -1, w);
    if (s->word[i].value < NA_HOUR)
        return 0;
    if (na_hyphen(s, end) && na_word_is(s->t, end + 1, "long")) {
        w->value = na_duration(s, s->word[i].value, -1);
        return end + 2;
    }
    if (i && na_date_role(s->t, i - 1, "length") && !na_hyphen(s, end)) {
        w->value = na_duration(s, s->word[i].value, -1);
        return end;
    }
    return 0;
}

/* year-end, year's end, by year end; day-long */
size_t na_match_unit_alone(const na_scan *s, size_t i, na_when *w)
{
    if (s->word[i].value == NA_YEAR && !na_stops(s, i + 1)) {
        size_t last = na_hyphen(s, i + 1) || s->t->token[i + 1].kind == NA_CLITIC ? i + 2 : i + 1;
        if (na_word_is(s->t, last, "end") && (last > i + 1 || (i && na_preposition(s, i - 1)))) {
            na_say_shift(w, NA_YEAR, 0, NA_ANCHOR_PUBLISHED);
            w->mod = "END";
            return last + 1;
        }
    }
    if (!na_hyphen(s, i + 1) || !ONE_OF(s, i + 2, "long"))
        return 0;
    na_say(w, NA_DURATION, na_duration(s, s->word[i].value, 100));
    return i + 3;
}

/* about, more than, nearly, at least + a count, time or year */
size_t na_match_about(const na_scan *s, size_t i, na_when *w, int depth)
{
    size_t k = s->word[i].words > 1 ? i + s->word[i].words : na_next(s, i), end = 0;
    if (k >= s->t->count || na_stops(s, k) || depth > 3)
        return 0;
    if (na_class(s, i) == NA_SOME || na_class(s, i) == NA_OVER) {
        if (na_at(s, k, NA_ARTICLE) && na_word_is(s->t, k, "the"))
            return 0;
        if (!(end = na_match_counted(s, k, w)) && !(na_at(s, k, NA_ARTICLE) && (end = na_match_single(s, k, w))))
            return 0;
        if (na_class(s, i) == NA_OVER && !strcmp(s->word[i].text, "MORE_THAN") && na_at(s, k, NA_VAGUE))
            return 0;
        if (na_hyphen(s, k + s->word[k].words))
            return 0;
    } else if ((end = na_match_clock(s, k, w))) {
        ;
    } else if (*w = na_nothing(), ONE_OF(s, i, "around", "about", "circa") && na_at(s, k, NA_A_MONTH) && (end = na_match_fixed(s, k, w))) {
        ;
    } else {
        *w = na_nothing();
        if (!(end = na_match_counted(s, k, w)) && !((na_at(s, k, NA_ARTICLE) || na_at(s, k, NA_A_HALF)) && (end = na_match_single(s, k, w)))) {
            *w = na_nothing();
            if (!ONE_OF(s, i, "circa", "ca", "around", "about") || !(end = na_match_bare_year(s, k, w)))
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

/* daily, weekly */
static size_t match_repeated(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    /* "Daily News" is a name, "daily" alone at the start of a sentence an adverb */
    if (t->token[i].flags & NA_UPPER && (!(t->token[i].flags & NA_FIRST) || (i + 1 < t->count && t->token[i + 1].flags & NA_UPPER)))
        return 0;
    if (i + 1 < t->count && !(t->token[i].flags & NA_STOP) && t->token[i + 1].kind == NA_WORD &&
        (t->token[i + 1].flags & NA_UPPER || (na_word_is(t, i, "quarterly") && !na_in(&t->token[i + 1], NA_LIST_STARTER))))
        return 0;
    na_say(w, NA_SET, s->word[i].text);
    return i + s->word[i].words;
}

/* Behind every, each or any: day, Monday, Tuesday night, May, winter, morning, two weeks */
static size_t match_every(const na_scan *s, size_t i, size_t k, na_when *w)
{
    int32_t count = 100;
    char out[24];
    size_t end;
    switch (na_class(s, k)) {
    case NA_UNIT:
        na_say(w, NA_SET, na_duration(s, s->word[k].value, 100));
        if (s->word[i].words > 1)
            w->value = na_duration(s, s->word[k].value, 200);
        return k + 1;
    case NA_WEEKDAY:
        snprintf(out, sizeof out, "XXXX-WXX-%d", (int)s->word[k].value);
        na_say(w, NA_SET, na_date_text(s, out));
        end = k + 1;
        if (na_at(s, end, NA_PART) && !na_stops(s, end)) {
            snprintf(out, sizeof out, "XXXX-WXX-%dT%.2s", (int)s->word[k].value, s->word[end].text);
            w->value = na_date_text(s, out);
            end++;
        }
        return end;
    case NA_A_MONTH:
        snprintf(out, sizeof out, "XXXX-%02d", (int)s->word[k].value);
        na_say(w, NA_SET, na_date_text(s, out));
        return k + 1;
    case NA_A_SEASON:
        na_say(w, NA_SET, na_every_season(s->word[k].value));
        return k + 1;
    case NA_PART:
        snprintf(out, sizeof out, "XXXX-XX-XXT%.2s", s->word[k].text);
        na_say(w, NA_SET, na_date_text(s, out));
        return k + 1;
    default:
        if ((end = na_match_number(s, k, &count)) && !na_stops(s, end) && na_at(s, end, NA_UNITS)) {
            na_say(w, NA_SET, na_duration(s, s->word[end].value, count));
            return end + 1;
        }
        return 0;
    }
}

size_t na_match_set(const na_scan *s, size_t i, na_when *w)
{
    size_t k = i + s->word[i].words;
    if (na_at(s, i, NA_REPEATED))
        return match_repeated(s, i, w);
    if (na_stops(s, k))
        return 0;
    if (na_at(s, i, NA_PER)) {
        if (!na_at(s, k, NA_UNIT) || s->word[k].value < NA_HOUR)
            return 0;
        na_say(w, NA_SET, na_duration(s, s->word[k].value, 100));
        return k + 1;
    }
    if (ONE_OF(s, k, "single", "passing", "given", "successive"))
        k++;
    return match_every(s, i, k, w);
}
