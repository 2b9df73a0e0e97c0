/* date_fixed.c - expressions that calendar and clock fix, perhaps without their year or day.
 *
 *     2020-01-14T07:55Z   14/01/2020   14.1.20
 *     [Tuesday,] 14[th] [of] January[,] [2020]       [Tue] January 14[th][,] [2020]      January [of|,] 2020
 *     1998   '98   44 BC   AD 43   nineteen ninety-seven
 *     7:15 p.m. EST [Tuesday]    5pm    1430 GMT    noon Saturday    six o'clock
 */
#include "extract/date.h"
#include <string.h>

/* ---- bytes: what the tokenizer has cut is read again as one ------------------------ */

/* Exactly lo to hi digits at text[*at]; -1 if there are others. */
static int32_t digits(const na_tokens *t, size_t *at, size_t lo, size_t hi)
{
    int32_t value = 0;
    size_t n = 0;
    while (*at + n < t->n && n < hi + 1 && t->text[*at + n] >= '0' && t->text[*at + n] <= '9')
        value = value * 10 + (t->text[*at + n++] - '0');
    if (n < lo || n > hi)
        return -1;
    *at += n;
    return value;
}

static char byte(const na_tokens *t, size_t at)
{
    return at < t->n ? t->text[at] : 0;
}

static int word_byte(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* The token behind byte `at`, from token i on; 0 if `at` lies inside one. */
static size_t token_at(const na_tokens *t, size_t i, size_t at)
{
    while (i < t->count && t->token[i].at < at)
        if (t->token[i].at + t->token[i].length > at)
            return 0;
        else
            i++;
    return i;
}

/* hh:mm[:ss] at *at; zone as Z or +01:00. */
static int clock_bytes(const na_tokens *t, size_t *at, na_when *w)
{
    size_t p = *at;
    int32_t hour = digits(t, &p, 1, 2), minute, second = -1;
    if (hour < 0 || hour > 24 || byte(t, p) != ':')
        return 0;
    p++;
    if ((minute = digits(t, &p, 2, 2)) < 0 || minute > 59)
        return 0;
    if (byte(t, p) == ':') {
        size_t q = p + 1;
        if ((second = digits(t, &q, 2, 2)) < 0 || second > 60)
            return 0;
        p = q;
        if (byte(t, p) == '.') {
            q = p + 1;
            if (digits(t, &q, 1, 9) >= 0)
                p = q;
        }
    }
    w->hour = (int16_t)hour;
    w->minute = (int16_t)minute;
    w->second = (int16_t)second;
    *at = p;
    return 1;
}

static void zone_bytes(const na_tokens *t, size_t *at, na_when *w)
{
    size_t p = *at;
    char sign = byte(t, p);
    if (sign == 'Z' && !word_byte(byte(t, p + 1))) {
        w->zone = 0;
        *at = p + 1;
    } else if (sign == '+' || sign == '-') {
        int32_t hours, minutes;
        p++;
        if ((hours = digits(t, &p, 2, 2)) < 0 && (p = *at + 1, hours = digits(t, &p, 4, 4)) >= 0) {
            minutes = hours % 100;
            hours /= 100;
        } else if (hours >= 0 && byte(t, p) == ':') {
            p++;
            minutes = digits(t, &p, 2, 2);
        } else {
            return;
        }
        if (minutes < 0 || minutes > 59 || hours > 14)
            return;
        w->zone = (int16_t)((hours * 60 + minutes) * (sign == '-' ? -1 : 1));
        *at = p;
    }
}

static int set_day(na_when *w, int32_t year, int32_t month, int32_t day)
{
    if (month < 1 || month > 12 || day < 1 || day > na_days_in(year, (int)month))
        return 0;
    w->form = NA_FIXED;
    w->type = NA_DATE;
    w->unit = NA_DAY;
    w->year_from = NA_YEAR_GIVEN;
    w->explicit_day = 1;
    w->year = year;
    w->part = (int16_t)month;
    w->day = (int16_t)day;
    return 1;
}

/* 2020-01-14  2020/1/14  14.01.2020  1/14/20 */
static size_t match_numeric(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t at = t->token[i].at, end, k;
    int32_t a = digits(t, &at, 1, 4), b, c;
    char sep = byte(t, at), before = at ? byte(t, t->token[i].at - (t->token[i].at > 0)) : 0;
    if (a < 0 || (sep != '-' && sep != '/' && sep != '.') || (t->token[i].at && (before == sep || before == '$' || before == '.')))
        return 0;
    k = at - t->token[i].at;
    if (k == 3)
        return 0;
    at++;
    if ((b = digits(t, &at, 1, 2)) < 0 || byte(t, at) != sep)
        return 0;
    at++;
    end = at;
    if (k == 4) {
        if ((c = digits(t, &at, 1, 2)) < 0 || a < 1000 || a > 2199 || !set_day(w, a, b, c))
            return 0;
    } else {
        if ((c = digits(t, &at, 2, 4)) < 0 || at - end == 3 || (at - end == 2 && sep != '/'))
            return 0;
        if (at - end == 2)
            c += c < 50 ? 2000 : 1900;
        if (c < 1000 || c > 2199)
            return 0;
        /* The day first, as most countries have it; with slashes the month may be, and the article decides. */
        if (b <= 12 && a <= 12 && a != b && sep == '/')
            w->ambiguous = 1;
        if (b > 12 ? !set_day(w, c, a, b) : !set_day(w, c, b, a))
            return 0;
    }
    if (byte(t, at) == 'T' && byte(t, at + 1) >= '0' && byte(t, at + 1) <= '9') {
        at++;
        if (clock_bytes(t, &at, w))
            zone_bytes(t, &at, w);
    } else if (word_byte(byte(t, at)) || byte(t, at) == sep) {
        return 0;
    }
    return token_at(t, i, at);
}

/* ---- years ---------------------------------------------------------------------------- */

static int era_at(const na_scan *s, size_t i)
{
    return i < s->t->count && na_class(s, i) == NA_ERA && s->t->token[i].flags & NA_CAPS;
}

/* nineteen ninety-seven, two thousand and six: a century and a rest, each below one hundred. */
static size_t spelled_year(const na_scan *s, size_t i, int32_t *year)
{
    int32_t head = s->word[i].value / 100, rest;
    size_t k = na_next(s, i);
    if (k >= s->t->count || na_class(s, k) != NA_CARDINAL)
        return 0;
    rest = s->word[k].value / 100;
    if (head == 2 && rest == 1000) {
        *year = 2000;
        return k + 1;
    }
    if (head < 17 || head > 20 || rest < 10 || rest >= 100)
        return 0;
    *year = head * 100 + rest;
    if (rest >= 20) {
        size_t last = na_next(s, k);
        if (last < s->t->count && na_class(s, last) == NA_CARDINAL && s->word[last].value < 1000 && s->word[last].value > 0) {
            *year += s->word[last].value / 100;
            return last + 1;
        }
    }
    return k + 1;
}

size_t na_match_year(const na_scan *s, size_t i, int32_t *year)
{
    const na_dateword *w = &s->word[i];
    const na_token *token = &s->t->token[i];
    size_t k;
    if (i >= s->t->count)
        return 0;
    if (era_at(s, i) && w->value > 0 && (k = na_next(s, i)) < s->t->count && na_class(s, k) == NA_DIGITS && s->word[k].digits <= 4) {
        *year = s->word[k].value;
        return k + 1;
    }
    if (token->kind == NA_QUOTE && token->mark == '\'' && na_class(s, i + 1) == NA_DIGITS && s->word[i + 1].digits == 2 && !(s->t->token[i + 1].flags & NA_SPACE)) {
        *year = s->word[i + 1].value + (s->word[i + 1].value < 50 ? 2000 : 1900);
        return i + 2;
    }
    if (w->class == NA_CARDINAL)
        return spelled_year(s, i, year);
    if (w->class != NA_DIGITS || w->digits > 4)
        return 0;
    if ((k = na_next(s, i)) < s->t->count && era_at(s, k) && w->value > 0) {
        *year = s->word[k].value < 0 ? 1 - w->value : w->value;
        return k + 1;
    }
    /* 499-493 BC, 496 and 495 BC: the era is told once */
    if (k + 2 < s->t->count && w->value > 0 && (s->t->token[k].mark == '-' || s->t->token[k].mark == '_' || na_word_is(s->t, k, "to") || na_word_is(s->t, k, "and")) &&
        na_class(s, k + 1) == NA_DIGITS && s->word[k + 1].digits <= 4 && era_at(s, k + 2) && s->word[k + 2].value < 0) {
        *year = 1 - w->value;
        return i + 1;
    }
    if (k < s->t->count && k == i + 2 && na_class(s, k) == NA_DIGITS && s->word[k].digits <= 4 && era_at(s, k + 1) && s->word[k + 1].value < 0 && w->value > 0) {
        *year = 1 - w->value;
        return i + 1;
    }
    if (w->digits != 4 || w->value < 1000 || w->value > 2199)
        return 0;
    *year = w->value;
    return i + 1;
}

/* ---- clock ------------------------------------------------------------------------------ */

static int zone_at(const na_scan *s, size_t i)
{
    return i < s->t->count && na_class(s, i) == NA_ZONE && s->t->token[i].flags & NA_CAPS;
}

static void set_meridiem(na_when *w, int32_t add)
{
    w->hour = (int16_t)(w->hour % 12 + add);
}

/* EST, (GMT), local time, Eastern time behind a clock time. */
static size_t match_zone(const na_scan *s, size_t end, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = end;
    if (end >= t->count || t->token[end - 1].flags & NA_STOP)
        return end;
    if (t->token[k].mark == '(' && zone_at(s, k + 1) && t->token[k + 2].mark == ')') {
        w->zone = (int16_t)s->word[k + 1].value;
        return k + 3;
    }
    if (zone_at(s, k)) {
        w->zone = (int16_t)s->word[k].value;
        return k + 1;
    }
    if ((na_word_is(t, k, "eastern") || na_word_is(t, k, "pacific") || na_word_is(t, k, "central") || na_word_is(t, k, "mountain")) && na_word_is(t, k + 1, "time"))
        return k + 2;
    return end;
}

/* Words before that make 4:15 a time of day. */
static int before_time(const na_scan *s, size_t i)
{
    return i && na_date_role(s->t, i - 1, "clock");
}

/* 7:55, 7.55pm, 19:55 GMT: what stands behind the bytes of a clock, up to `at`. */
static size_t match_minutes(const na_scan *s, size_t i, size_t at, na_when *w)
{
    const na_tokens *t = s->t;
    size_t end;
    char c = (char)(byte(t, at) | 32);
    if ((c == 'a' || c == 'p') && (byte(t, at + 1) | 32) == 'm' && !word_byte(byte(t, at + 2)) && w->hour <= 12) {
        set_meridiem(w, c == 'p' ? 12 : 0);
        return token_at(t, i, at + 2);
    }
    if (word_byte(byte(t, at)) || (byte(t, at) == '.' && word_byte(byte(t, at + 1))) || !(end = token_at(t, i, at)))
        return 0;
    if (end < t->count && na_class(s, end) == NA_MERIDIEM && !(t->token[end - 1].flags & NA_STOP) && w->hour <= 12) {
        set_meridiem(w, s->word[end].value);
        return end + 1;
    }
    /* A ratio or a score looks the same: two digits, a word before or a zone behind it say that it is none. */
    return s->word[i].digits == 2 || before_time(s, i) || zone_at(s, end) || (i && t->token[i - 1].mark == '|') ? end : 0;
}

/* 7 pm, 7 o'clock */
static size_t match_hour(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    int32_t hour = s->word[i].value;
    size_t k = na_next(s, i);
    if (k >= t->count || hour < 1 || hour > 12)
        return 0;
    if (na_class(s, k) == NA_MERIDIEM && k == i + 1 && !na_word_is(t, k, "am")) {
        w->hour = (int16_t)hour;
        set_meridiem(w, s->word[k].value);
        return k + 1;
    }
    if (na_class(s, k) == NA_MERIDIEM && k == i + 1 && na_word_is(t, k, "am") && !(i && t->token[i - 1].kind == NA_WORD && na_word_is(t, i - 1, "i"))) {
        w->hour = (int16_t)(hour % 12);
        return k + 1;
    }
    if (na_class(s, k) == NA_OCLOCK) {
        w->hour = (int16_t)hour;
        return k + 1;
    }
    return 0;
}

/* 7:15 [p.m.]  7.15 p.m.  5 p.m.  5pm  17:30  1430 GMT */
static size_t match_digital(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    const na_dateword *word = &s->word[i];
    size_t at = t->token[i].at, k;
    if (i && !(t->token[i].flags & NA_SPACE) && (t->token[i - 1].mark == ':' || t->token[i - 1].mark == '.' || t->token[i - 1].mark == '$' || t->token[i - 1].mark == '/'))
        return 0;
    if (word->class == NA_AT_HOUR) {
        w->hour = (int16_t)word->value;
        return i + 1;
    }
    if (word->class == NA_DECIMAL && (k = na_next(s, i)) < t->count && na_class(s, k) == NA_MERIDIEM && word->value % 100 < 60 && word->value < 1300) {
        w->hour = (int16_t)(word->value / 100);
        w->minute = (int16_t)(word->value % 100);
        set_meridiem(w, s->word[k].value);
        return k + 1;
    }
    if (word->class != NA_DIGITS)
        return 0;
    if (word->digits == 4 && word->value / 100 < 25 && word->value % 100 < 60 && (zone_at(s, i + 1) || na_word_is(t, i + 1, "hrs")) && t->token[i + 1].flags & NA_SPACE) {
        w->hour = (int16_t)(word->value / 100);
        w->minute = (int16_t)(word->value % 100);
        return i + 1;
    }
    if (word->digits > 2)
        return 0;
    if (clock_bytes(t, &at, w))
        return match_minutes(s, i, at, w);
    *w = na_nothing();
    return match_hour(s, i, w);
}

size_t na_match_clock(const na_scan *s, size_t i, na_when *w)
{
    size_t end = 0, k;
    switch (na_class(s, i)) {
    case NA_DIGITS: case NA_AT_HOUR: case NA_DECIMAL:
        end = match_digital(s, i, w);
        break;
    case NA_CARDINAL:
        if ((k = na_next(s, i)) < s->t->count && s->word[i].value <= 1200 && s->word[i].value > 0 && (na_class(s, k) == NA_OCLOCK || na_class(s, k) == NA_MERIDIEM)) {
            w->hour = (int16_t)(s->word[i].value / 100);
            if (na_class(s, k) == NA_MERIDIEM)
                set_meridiem(w, s->word[k].value);
            end = k + 1;
        }
        break;
    case NA_CLOCK:
        if (s->t->token[i].flags & NA_UPPER && !(s->t->token[i].flags & NA_FIRST) && i && s->t->token[i - 1].flags & NA_UPPER)
            return 0;                   /* High Noon */
        w->hour = (int16_t)s->word[i].value;
        w->minute = 0;
        end = i + 1;
        break;
    default:
        break;
    }
    if (!end)
        return 0;
    w->form = NA_BY_CLOCK;
    w->type = NA_TIME;
    w->unit = NA_DAY;
    return match_zone(s, end, w);
}

/* ---- day and month ------------------------------------------------------------------------ */

static int lower(const na_token *t) { return t->kind == NA_WORD && !(t->flags & NA_UPPER); }

/* Words after which a month's name is no verb, adjective or woman. */
static int before_month(const na_scan *s, size_t i)
{
    if (!i || s->t->token[i].flags & NA_FIRST)
        return 0;
    switch (na_class(s, i - 1)) {
    case NA_WHICH: case NA_EDGE: case NA_EARLIER: case NA_LATER: case NA_EVERY: case NA_A_MONTH: case NA_ORDINAL:
        return 1;
    case NA_DIGITS:
        return s->word[i - 1].digits <= 2;
    default:
        break;
    }
    if (na_date_role(s->t, i - 1, "month"))
        return 1;
    return s->t->token[i - 1].mark == '-' && i > 1 && na_class(s, i - 2) == NA_EDGE;
}

/* Is the month's name at i one: capital, and for those that are also other words or names something beside it that says so. */
static int is_month(const na_scan *s, size_t i, int numbered)
{
    const na_tokens *t = s->t;
    const na_token *token = &t->token[i];
    size_t k = na_next(s, i);
    int32_t year;
    if (numbered)
        return 1;
    if (!(token->flags & NA_UPPER))
        return 0;
    if (k < t->count && !(t->token[k].flags & NA_PARAGRAPH) && ((na_class(s, k) == NA_DIGITS && s->word[k].digits <= 2) || na_class(s, k) == NA_ORDINAL || na_match_year(s, k, &year)))
        return 1;
    if (token->length <= 4 && !na_word_is(t, i, "june") && !na_word_is(t, i, "july") && !na_word_is(t, i, "may"))
        return token->flags & NA_DOTTED || (before_month(s, i) && !(t->token[i + 1].flags & NA_UPPER)) || (k < t->count && t->token[i + 1].mark == '.' && t->token[i + 1].flags & NA_STOP && na_word_is(t, i, "sept"));
    if (na_word_is(t, i, "may") || na_word_is(t, i, "march"))         /* the May meeting; in May, not MAY IN */
        return (i && na_class(s, i - 1) == NA_ARTICLE && na_word_is(t, i - 1, "the") && i + 1 < t->count && lower(&t->token[i + 1]) && !na_word_is(t, i + 1, "on")) ||
                (before_month(s, i) && !(token->flags & NA_CAPS && t->token[i - 1].flags & NA_CAPS));
    if (na_word_is(t, i, "april") || na_word_is(t, i, "june") || na_word_is(t, i, "august"))
        return i + 1 >= t->count || !(t->token[i + 1].flags & NA_UPPER) || token->flags & NA_STOP || (before_month(s, i) && !NA_AMONG(t, i - 1, "and", "or"));
    return 1;
}

static size_t behind_comma(const na_scan *s, size_t k)
{
    return k < s->t->count && s->t->token[k].kind == NA_PUNCT && s->t->token[k].mark == ',' && s->t->token[k].length == 1 &&
           !(s->t->token[k].flags & NA_STOP) && s->t->token[k + 1].flags & NA_SPACE ? k + 1 : k;
}

/* The year behind a day or month: 2020 · , 2020 · of 2020 · last year · of that year · '98 */
static size_t match_its_year(const na_scan *s, size_t end, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = end, stop, comma;
    int32_t year;
    if (end >= t->count || t->token[end - 1].flags & NA_STOP)
        return end;
    if (t->token[k].mark == '.' && t->token[k].kind == NA_PUNCT && !(t->token[k].flags & (NA_SPACE | NA_STOP)) && k + 1 < t->count)
        k++;                            /* Jan. 1998 */
    comma = behind_comma(s, k);
    if ((stop = na_match_year(s, comma, &year)) && (comma == k || w->unit == NA_DAY || na_class(s, comma) == NA_DIGITS) &&
        !(stop < t->count && t->token[stop].mark == ':' && t->token[stop + 1].kind == NA_NUMBER && !(t->token[stop + 1].flags & NA_SPACE))) {
        w->year_from = NA_YEAR_GIVEN;
        w->year = year;
        w->explicit_day = 1;
        return stop;
    }
    if (na_class(s, k) == NA_OF)
        k++;
    else if (comma != k)
        return end;
    if (k < t->count && (stop = na_match_year(s, k, &year)) && k > end) {
        w->year_from = NA_YEAR_GIVEN;
        w->year = year;
        w->explicit_day = 1;
        return stop;
    }
    if (k < t->count && na_class(s, k) == NA_ARTICLE)
        k++;
    if (k < t->count && na_class(s, k) == NA_WHICH && na_word_is(t, k + s->word[k].words, "year") && !(t->token[k + s->word[k].words + 1].kind == NA_PUNCT && t->token[k + s->word[k].words + 1].mark == '-')) {
        static const int8_t shift[] = { -1, -1, 0, 1, 1, 0, -1, 0, 0, 1, 0, 0 };
        int which = s->word[k].value;
        w->year_from = which == NA_PREVIOUS || which == NA_SAME || which == NA_THAT || which == NA_FOLLOWING ? NA_YEAR_TEXT : NA_YEAR_PUBLISHED;
        w->year = shift[which];
        return k + s->word[k].words + 1;
    }
    return end;
}

static int day_number(const na_scan *s, size_t i)
{
    int class = na_class(s, i);
    if (class == NA_DIGITS && s->word[i].digits <= 2 && s->word[i].value >= 1 && s->word[i].value <= 31)
        return s->word[i].value;
    if (class == NA_ORDINAL && s->word[i].value >= 1 && s->word[i].value <= 31)
        return s->word[i].value;
    return 0;
}

static int fits(int month, int day)
{
    return day <= na_days_in(2000, month);
}

static void set_month(na_when *w, int month, int day)
{
    w->form = day ? NA_FIXED : NA_BY_PERIOD;
    w->type = NA_DATE;
    w->unit = day ? NA_DAY : NA_MONTH;
    w->part = (int16_t)month;
    w->day = (int16_t)day;
}

/* 14 January, 14th of January, twenty-first of May; with its year */
static size_t match_day_month(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = na_next(s, i);
    int day = day_number(s, i), of = 0;
    if (!day || k >= t->count)
        return 0;
    if (na_class(s, k) == NA_OF) {
        of = 1;
        k = na_next(s, k);
    }
    if (k >= t->count || na_class(s, k) != NA_A_MONTH || !fits(s->word[k].value, day) || (of && na_class(s, i) != NA_ORDINAL))
        return 0;
    if (i && !(t->token[i].flags & NA_SPACE) && t->token[i - 1].kind == NA_PUNCT && (t->token[i - 1].mark == '$' || t->token[i - 1].mark == '.' || t->token[i - 1].mark == '/'))
        return 0;
    /* "the 5 may be": a month that is also a verb wants its capital */
    if (lower(&t->token[k]) && (t->token[k].length < 5 || na_word_is(t, k, "march")) && !(na_match_year(s, k + 1, &(int32_t){0})))
        return 0;
    set_month(w, s->word[k].value, day);
    return match_its_year(s, k + 1, w);
}

/* January 14[th], January the 14th, January 2020, January */
static size_t match_month(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = na_next(s, i), after;
    int month = s->word[i].value, day;
    if (!is_month(s, i, 0))
        return 0;
    if (k < t->count && na_class(s, k) == NA_ARTICLE && na_class(s, k + 1) == NA_ORDINAL)
        k++;
    /* What follows a day is no unit: "May 14 people" is left, "May 5-year notes" is not read as a day */
    if (k < t->count && (day = day_number(s, k)) && fits(month, day) && !(t->token[k].flags & NA_PARAGRAPH)) {
        after = na_next(s, k);
        if (!(after < t->count && (na_class(s, after) == NA_UNIT || na_class(s, after) == NA_UNITS)) && !(t->token[k + 1].mark == '%') &&
            !(t->token[k + 1].mark == ':' && !(t->token[k + 1].flags & NA_SPACE) && t->token[k + 2].kind == NA_NUMBER)) {
            set_month(w, month, day);
            if (na_class(s, k) == NA_ORDINAL && k + 1 < t->count && na_class(s, k + 1) == NA_ORDINAL)   /* March twenty first */
                return 0;
            return match_its_year(s, k + 1, w);
        }
    }
    set_month(w, month, 0);
    return match_its_year(s, i + 1, w);
}

static int is_weekday(const na_scan *s, size_t i)
{
    const na_tokens *t = s->t;
    if (na_class(s, i) == NA_WEEKDAY)
        return 1;
    return na_class(s, i) == NA_SHORTDAY && t->token[i].flags & NA_UPPER && !(t->token[i].flags & NA_CAPS && i + 1 < t->count && t->token[i + 1].flags & NA_CAPS && t->token[i + 1].length > 3);
}

/* Tuesday[,] January 14 ... · Tue 14 Jan */
static size_t match_weekday_date(const na_scan *s, size_t i, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = na_next(s, i), end;
    if (k >= t->count)
        return 0;
    if (t->token[k].flags & NA_PARAGRAPH)
        return 0;
    if (na_class(s, k) == NA_PART && !(t->token[k].flags & NA_STOP)) {
        memcpy(w->daypart, s->word[k].text, 2);
        k++;
    }
    k = behind_comma(s, k);
    if (k < t->count && na_class(s, k) == NA_ARTICLE && na_class(s, k + 1) == NA_ORDINAL)
        k++;
    if (k >= t->count)
        return 0;
    end = na_class(s, k) == NA_A_MONTH ? match_month(s, k, w) : match_day_month(s, k, w);
    if (!end && t->token[k].kind == NA_NUMBER)
        end = match_numeric(s, k, w);
    if (!end || w->unit != NA_DAY) {
        *w = na_nothing();
        return 0;
    }
    w->weekday = (int16_t)s->word[i].value;
    return end;
}

static size_t match_day(const na_scan *s, size_t i, na_when *w)
{
    const na_token *token = &s->t->token[i];
    size_t end;
    switch (na_class(s, i)) {
    case NA_A_MONTH:
        return match_month(s, i, w);
    case NA_WEEKDAY: case NA_SHORTDAY:
        return is_weekday(s, i) ? match_weekday_date(s, i, w) : 0;
    case NA_ORDINAL:
        return match_day_month(s, i, w);
    case NA_CARDINAL:
        return 0;
    default:
        if (token->kind != NA_NUMBER)
            return 0;
        if ((end = match_numeric(s, i, w)))
            return end;
        *w = na_nothing();
        return na_class(s, i) == NA_DIGITS ? match_day_month(s, i, w) : 0;
    }
}

/* A clock time behind a day: January 14, 2020 07:55 · 14 Jan 2020 | 09:30 GMT · Jan. 14 at 5 p.m. */
static size_t match_its_time(const na_scan *s, size_t end, na_when *w)
{
    const na_tokens *t = s->t;
    size_t k = behind_comma(s, end), stop;
    na_when clock = na_nothing();
    if (w->unit != NA_DAY || w->hour >= 0 || k >= t->count || t->token[end - 1].flags & NA_STOP)
        return end;
    if (k < t->count && (t->token[k].mark == '|' || t->token[k].mark == '-' || t->token[k].mark == '_') && t->token[k].flags & NA_SPACE)
        k++;
    else if (na_word_is(t, k, "at"))
        k++;
    if (k >= t->count || t->token[k].flags & NA_PARAGRAPH || !(stop = na_match_clock(s, k, &clock)))
        return end;
    if (na_class(s, k) == NA_CLOCK)
        return end;
    w->hour = clock.hour;
    w->minute = clock.minute;
    w->second = clock.second;
    w->zone = clock.zone;
    w->type = NA_TIME;
    return stop;
}

size_t na_match_fixed(const na_scan *s, size_t i, na_when *w)
{
    size_t end = match_day(s, i, w);
    if (!end)
        return 0;
    end = match_its_time(s, end, w);
    if (w->hour >= 0)
        w->type = NA_TIME;
    return end;
}
