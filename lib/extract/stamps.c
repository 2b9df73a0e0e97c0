/* stamps.c - dates, places and writers as they stand at the head of an article.
 *
 *   stamp    [label] [weekday] month day year [time] [zone] in any order that people write: 2020-01-14, 14 January 2020,
 *            January 14, 2020 07:55 AM ET, 01/14/2020.  A label is Published, Updated, date and the like (stamp_word.txt).
 *   lead     place [date] [(agency)] dash             SEOUL, Jan. 14 (Reuters) - ...
 *   writers  By name [and name], or addresses */
#include "extract/parts.h"
#include <string.h>

static int digits(const na_tokens *t, uint32_t i, uint32_t *value)
{
    const na_token *token = &t->token[i];
    uint32_t n = 0, k = 0;
    if (token->kind != NA_NUMBER || (token->length > 4 && t->text[token->at + 2] != 'T'))
        return 0;
    for (; k < token->length && t->text[token->at + k] >= '0' && t->text[token->at + k] <= '9'; k++)
        n = 10 * n + (uint32_t)(t->text[token->at + k] - '0');
    *value = n;
    return (int)k;
}

static int is_year(const na_tokens *t, uint32_t i)
{
    uint32_t n = 0;
    return digits(t, i, &n) == 4 && t->token[i].length == 4 && n >= 1900 && n <= 2099;
}

/* 14, 14th, 1st */
static int is_day(const na_tokens *t, uint32_t i)
{
    uint32_t n = 0;
    int k = digits(t, i, &n);
    return k && k <= 2 && n >= 1 && n <= 31 && (t->token[i].length == (uint32_t)k || t->token[i].length == (uint32_t)k + 2);
}

static int is_mark(const na_tokens *t, uint32_t i, const char *marks)
{
    return t->token[i].kind == NA_PUNCT && t->token[i].length == 1 && t->token[i].mark && strchr(marks, t->token[i].mark);
}

static uint32_t skip(const na_tokens *t, uint32_t i, uint32_t end, const char *marks)
{
    while (i < end && is_mark(t, i, marks))
        i++;
    return i;
}

/* 2020-01-14, 14.01.2020, 1/14/20: three numbers joined by one mark without spaces; or 2020.01.14 as one number. */
static uint32_t numeric_date(const na_tokens *t, uint32_t i, uint32_t end)
{
    uint32_t a = 0, b = 0, c = 0;
    int p, q, s;
    if (t->token[i].kind == NA_NUMBER && t->token[i].length >= 8 && t->token[i].length <= 10) {
        uint32_t points = 0;
        for (uint32_t k = 0; k < t->token[i].length; k++)
            points += t->text[t->token[i].at + k] == '.';
        if (points == 2)
            return i + 1;
    }
    if (i + 4 >= end || !is_mark(t, i + 1, "-/.") || !is_mark(t, i + 3, "-/.") || t->token[i + 1].mark != t->token[i + 3].mark)
        return i;
    for (uint32_t k = 1; k < 5; k++)
        if (t->token[i + k].flags & NA_SPACE)
            return i;
    p = digits(t, i, &a), q = digits(t, i + 2, &b), s = digits(t, i + 4, &c);
    if (!p || !q || !s || q > 2 || !a || !b || (p == 4 ? b > 12 || c < 1 || c > 31 : p > 2 || a > 31 || b > 31 || s == 1 || s == 3))
        return i;
    /* 2020-01-14T07:55:00Z: the time comes with the day */
    return t->token[i + 4].length >= (uint32_t)s ? i + 5 : i;
}

/* January 14[, 2020], 14[th] [of] January[, 2020] */
static uint32_t written_date(const na_tokens *t, uint32_t i, uint32_t end)
{
    uint32_t k;
    if (is_day(t, i) && i + 1 < end && t->token[i].length <= 4) {
        k = skip(t, i + 1, end, "-");
        if (k < end && na_is(t, k, "of"))
            k++;
        if (k >= end || !na_in(&t->token[k], NA_LIST_MONTH))
            return i;
        k = skip(t, k + 1, end, ".,-");
        return k < end && is_year(t, k) ? k + 1 : k;
    }
    if (!na_in(&t->token[i], NA_LIST_MONTH) || !(t->token[i].flags & NA_UPPER))
        return i;
    k = skip(t, i + 1, end, ".");
    if (k >= end || !is_day(t, k))
        return i;
    k++;
    if (k < end && is_mark(t, k, ".,") && k + 1 < end && is_year(t, k + 1))
        return k + 2;
    return k < end && is_year(t, k) ? k + 1 : k;
}

static uint32_t date_at(const na_tokens *t, uint32_t i, uint32_t end)
{
    uint32_t k = numeric_date(t, i, end);
    return k > i ? k : written_date(t, i, end);
}

/* 07:55, 7.55pm, 9:41 AM, 0755 GMT, 15:24:10 */
static uint32_t time_at(const na_tokens *t, uint32_t i, uint32_t end)
{
    uint32_t n, k = i;
    if (t->token[i].kind == NA_NUMBER && t->token[i].length >= 4 && t->token[i].length <= 5 && t->text[t->token[i].at + t->token[i].length - 3] == '.')
        return i + 1;               /* 17.40 */
    if (t->token[i].kind != NA_NUMBER || !digits(t, i, &n))
        return i;
    k++;
    while (k + 1 < end && is_mark(t, k, ":.") && t->token[k + 1].kind == NA_NUMBER && !(t->token[k + 1].flags & NA_SPACE))
        k += 2;
    if (t->token[k - 1].length > 2 && (t->text[t->token[k - 1].at + t->token[k - 1].length - 1] | 32) == 'm')
        return k;                   /* 5pm */
    if (k < end && na_in(&t->token[k], NA_LIST_STAMP_WORD) && *na_entry_value(t->token[k].entry, NA_LIST_STAMP_WORD) == 'z')
        return k + 1;
    return k > i + 1 ? k : i;
}

static int stamp_word(const na_tokens *t, uint32_t i, char *kind)
{
    const char *value;
    if (t->token[i].kind != NA_WORD || !(value = na_word_value(&t->token[i], NA_LIST_STAMP_WORD)))
        return 0;
    *kind = *value;
    return 1;
}

/* Grows over labels, dates, times and the marks between; a stamp holds a date,
 * and a date without a year needs a label or a weekday to be one. */
uint32_t na_stamp(const na_tokens *t, uint32_t i, uint32_t end)
{
    uint32_t at = i, stop = i;
    int date = 0, label = 0, year = 0;
    char kind;
    while (at < end && at - i < 40) {
        uint32_t next;
        if ((next = date_at(t, at, end)) > at) {
            for (uint32_t k = at; k < next; k++)
                year |= is_year(t, k) || (t->token[k].kind == NA_NUMBER && t->token[k].length >= 8);
            year |= next - at == 5 && !na_in(&t->token[at], NA_LIST_MONTH);
            date = 1;
            stop = next;
        } else if ((next = time_at(t, at, end)) > at) {
            stop = date ? next : stop;
        } else if (stamp_word(t, at, &kind)) {
            next = at + 1;
            label |= kind == 'l' || kind == 'd';
            if (date && (kind == 'z' || kind == 'd'))
                stop = next;
        } else if (date && t->token[at].kind == NA_NUMBER && na_is(t, at + 1, "min") && na_is(t, at + 2, "read")) {
            next = at + 3;          /* 4 min read */
            stop = next;
        } else if (is_mark(t, at, ",.:;|/()-_") || t->token[at].kind == NA_PUNCT) {
            next = at + 1;
            if (date && is_mark(t, at, ")") )
                stop = next;
        } else {
            break;
        }
        at = next;
    }
    return date && (year || label) ? stop : i;
}

/* Place words of a lead: capitalised, or small words inside a name, at most six. */
static uint32_t place_at(const na_tokens *t, uint32_t i, uint32_t end, int *caps)
{
    uint32_t k = i, words = 0;
    *caps = 1;
    while (k < end && words < 7) {
        const na_token *token = &t->token[k];
        if (token->kind == NA_WORD && token->flags & NA_UPPER) {
            if (na_in(token, NA_LIST_MONTH) && k + 1 < end && (is_day(t, k + 1) || is_mark(t, k + 1, ".")))
                break;
            /* a state or country behind the comma need not be in capitals: DALLAS, Texas */
            *caps &= (token->flags & NA_CAPS) != 0 || words > 0;
            words++;
        } else if (!(words && (is_mark(t, k, ",.-/") || na_is(t, k, "and") || na_is(t, k, "de") || na_is(t, k, "of")))) {
            break;
        }
        k++;
    }
    return words ? k : i;
}

uint32_t na_lead(const na_tokens *t, uint32_t i, uint32_t end)
{
    int caps, agency = 0, date = 0;
    uint32_t k, next;
    size_t stop;
    if (end > i + 30)
        end = i + 30;
    k = place_at(t, i, end, &caps);
    if (k == i)
        caps = 0;
    if (k < end && (next = written_date(t, k, end)) > k) {
        date = 1;
        k = skip(t, next, end, ",.");
    }
    if (k < end && is_mark(t, k, "(")) {
        uint32_t close = k + 1;
        while (close < end && close < k + 10 && !is_mark(t, close, ")")) {
            agency |= na_phrase(t, close, NA_LIST_AGENCY, &stop) != 0 || na_phrase(t, close, NA_LIST_OUTLET, &stop) != 0;
            close++;
        }
        /* an agency that no list has: an acronym behind a place in capitals or a date, or at the very begin */
        agency |= close == k + 2 && t->token[k + 1].flags & NA_CAPS && t->token[k + 1].length <= 8 && (caps || date || k == i);
        if (close >= end || !is_mark(t, close, ")") || !agency)
            return i;
        k = close + 1;
        if (k < end && (next = written_date(t, k, end)) > k)
            k = skip(t, next, end, ",.");
    }
    if (k >= end || k == i || t->token[k].kind != NA_PUNCT || !(t->token[k].mark == '-' || t->token[k].mark == '_' || (agency && t->token[k].mark == ':')))
        return i;
    if (!(t->token[k].flags & NA_SPACE) && t->token[k].mark == '-')
        return i;
    return agency || date || caps ? k + 1 : i;
}

/* Names: capitalised words, initials, joined by and, commas and the like, at most 14 words. */
static int are_names(const na_tokens *t, uint32_t i, uint32_t end)
{
    uint32_t words = 0, upper = 0;
    for (; i < end; i++) {
        const na_token *token = &t->token[i];
        if (token->kind == NA_ADDRESS)
            continue;
        if (token->kind == NA_NUMBER || token->kind == NA_QUOTE)
            return 0;
        if (token->kind == NA_WORD) {
            words++;
            if (token->flags & NA_UPPER)
                upper++;
            else if (!na_in(token, NA_LIST_BYLINE_WORD))
                return 0;
        } else if (token->kind == NA_PUNCT && !is_mark(t, i, ",.-/&|@_()") && token->mark) {
            return 0;
        }
    }
    return upper >= 1 && words <= 14;
}

int na_writers(const na_tokens *t, uint32_t first, uint32_t end)
{
    uint32_t addresses = 0, others = 0;
    size_t stop;
    for (uint32_t i = first; i < end; i++) {
        int mail = t->token[i].kind == NA_ADDRESS && memchr(t->text + t->token[i].at, '@', t->token[i].length);
        addresses += mail != 0;
        others += !mail && t->token[i].kind != NA_PUNCT;
    }
    if (addresses && !others)
        return 1;
    if (t->token[first].kind != NA_WORD || !na_phrase(t, first, NA_LIST_BYLINE_WORD, &stop))
        return 0;
    if (*na_entry_value(na_phrase(t, first, NA_LIST_BYLINE_WORD, &stop), NA_LIST_BYLINE_WORD) != 'b')
        return 0;
    first = (uint32_t)stop;
    if (first < end && is_mark(t, first, ":"))
        first++;
    return first < end && are_names(t, first, end);
}

/* Each begins with a given name and has two to four words. */
int na_people(const na_tokens *t, uint32_t first, uint32_t end)
{
    uint32_t words = 0, people = 0;
    for (uint32_t i = first; i < end; i++) {
        const na_token *token = &t->token[i];
        if (na_is(t, i, "and") || (token->kind == NA_PUNCT && (token->mark == ',' || token->mark == '&'))) {
            if (words == 1 || words > 4)
                return 0;
            words = 0;
        } else if (token->kind == NA_WORD && token->flags & NA_UPPER) {
            if (!words++) {
                if (!na_in(token, NA_LIST_GIVEN_NAME))
                    return 0;
                people++;
            }
        } else if (!is_mark(t, i, ".-")) {
            return 0;
        }
    }
    return people && words >= 2 && words <= 4;
}
