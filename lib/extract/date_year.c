/* date_year.c - when four digits are a year: what stands beside them must not make them a number. */
#include "extract/date_match.h"

static int year_preposition(const na_scan *s, size_t i)
{
    return i < s->t->count && (na_date_role(s->t, i, "year") ||
           na_at(s, i, NA_A_SEASON) || na_at(s, i, NA_HOLIDAY));
}

/* 1861-1863, mid-1996, but no part of a telephone or model number, no money, no number of a page, house or flight */
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
        return t->token[i].flags & NA_SPACE && na_date_role(t, i - 1, "numbered");
    if (before->mark == 0 && (unsigned char)t->text[before->at] >= 0xC2)
        return 1;                       /* £, €, № */
    if (t->token[i].flags & NA_SPACE)
        return 0;
    if (before->mark != '-' && before->mark != '_')
        return before->mark != '(' && before->mark != '[';
    return (i > 1 && t->token[i - 2].kind == NA_NUMBER &&
            !(na_at(s, i - 2, NA_DIGITS) && s->word[i - 2].digits == 4 && s->word[i - 2].value < year && s->word[i - 2].value >= 1000)) ||
           (i > 2 && t->token[i - 3].kind == NA_PUNCT && t->token[i - 3].mark == '-' && !(t->token[i - 2].flags & NA_SPACE)) ||
           (i > 1 && t->token[i - 2].kind == NA_WORD && t->token[i - 2].flags & NA_CAPS);
}

static int joined_behind(const na_scan *s, size_t end)
{
    const na_token *after = &s->t->token[end];
    if (end >= s->t->count || after->kind != NA_PUNCT || after->flags & NA_SPACE)
        return 0;
    return after->mark == '%' || after->mark == '/' || after->mark == '@' || (after->mark == ':' && !(after[1].flags & NA_SPACE)) ||
           (na_hyphen(s, end) && after[1].kind == NA_NUMBER && na_hyphen(s, end + 2));
}

/* 2000 people, 1500 soldiers: the word behind says what is counted. */
static int counts_things(const na_scan *s, size_t i, size_t end, int32_t year, int strong)
{
    const na_tokens *t = s->t;
    const na_token *after = &t->token[end];
    if (na_stops(s, end))
        return 0;
    if (after->mark == '%' || na_at(s, end, NA_MERIDIEM))
        return 1;
    if (after->kind != NA_WORD || after->flags & NA_UPPER || na_in(after, NA_LIST_STARTER) || na_date_role(s->t, end, "after_year"))
        return 0;
    if (na_date_role(s->t, end, "counted"))
        return 1;
    if (t->text[after->at + after->length - 1] == 's' && !((strong || (i && ONE_OF(s, i - 1, "its", "the", "his", "her", "their", "our"))) && year > 1900 && year < 2100))
        return 1;
    return (year < 1900 || year > 2060) && !strong;
}

/* A year long past or far ahead wants a preposition, bracket or range beside it. */
static int is_likely_year(const na_scan *s, size_t i, size_t end, int32_t year, int strong)
{
    const na_token *before = i ? &s->t->token[i - 1] : NULL, *after = &s->t->token[end];
    int range = end + 1 < s->t->count && (after->mark == '-' || after->mark == '_') && !(after->flags & NA_SPACE) && na_at(s, end + 1, NA_DIGITS) &&
                s->word[end + 1].digits == 4 && s->word[end + 1].value > year && s->word[end + 1].value < year + 200;
    return (year >= 1900 && year <= 2060) || (before && (strong || range || before->mark == '(' || before->mark == '-' || before->mark == '_' || before->mark == ','));
}

/* 1988 third quarter, 1989's first half; the 1988 quarter is the one spoken of, in that year */
static size_t match_year_part(const na_scan *s, size_t i, size_t end, int32_t year, na_when *w)
{
    size_t k = end, stop;
    if (na_stops(s, end))
        return 0;
    if (s->t->token[end].kind == NA_CLITIC)
        k++;
    else if (ONE_OF(s, k, "quarter", "period") && i && na_at(s, i - 1, NA_ARTICLE)) {
        na_say_shift(w, NA_YEAR, 0, NA_ANCHOR_TEXT);
        w->keep = 1;
        w->compared = 1;
        w->part = NA_QUARTER;
        w->year = year;
        return k + 1;
    }
    if (na_at(s, k, NA_ORDINAL) && na_at(s, na_next(s, k), NA_UNIT) && (stop = na_match_ordinal(s, k, w)) && w->form == NA_BY_PERIOD && w->year_from == NA_YEAR_MISSING) {
        w->year = year;
        w->year_from = NA_YEAR_GIVEN;
        w->explicit_day = 1;
        return stop;
    }
    *w = na_nothing();
    return 0;
}

/* Digits that look like a year: what stands beside them must not make them a number. */
size_t na_match_bare_year(const na_scan *s, size_t i, na_when *w)
{
    int32_t year;
    size_t end = na_match_year(s, i, &year), stop;
    if (!end)
        return 0;
    if (end == i + 1 && na_at(s, i, NA_DIGITS) && year > 0) {
        int strong = i && year_preposition(s, i - 1);
        if (joined_before(s, i, year) || joined_behind(s, end) || counts_things(s, i, end, year, strong) || !is_likely_year(s, i, end, year, strong))
            return 0;
        if ((stop = match_year_part(s, i, end, year, w)))
            return stop;
    }
    na_say_year(w, year);
    return end;
}
