/* dates.c - every expression of time of an article, and what it means.
 *
 * Twice over the tokens.  First where expressions stand and what they say;
 * that depends on the text alone.  Then what they mean, in order: of the day of
 * publication, of the date before them, or, inside a quotation, of the day on
 * which it was uttered.  So an article that is read again, because its day of
 * publication was learnt later, has the same expressions, now with values. */
#include "extract/date.h"
#include <stdlib.h>
#include <string.h>

typedef struct found { uint32_t first, end; na_when when; } found;

typedef struct finder {
    na_scan   scan;
    found    *list;
    size_t    count, room;
    na_clock  clock;
    na_period last;             /* what the expression before means */
    uint32_t  quote;            /* 1 + the quotation whose day was found last, and that day */
    na_clock  utterance;
    int       day_first;        /* 14/01/2020: 1, 01/14/2020: -1, not told: 0 */
} finder;

/* ---- where -------------------------------------------------------------------------------- */

/* "Sunday" in "Sunday Times", "August" in "August Wilson": inside a longer name a date is none, unless it has digits. */
static void mark_names(na_scan *s)
{
    const na_reading *r = s->r;
    s->named = na_alloc(r->arena, s->t->count + 1);
    for (size_t i = 0; i < r->mentions; i++) {
        const na_mention *m = &r->mention[i];
        if (m->end - m->first < 2)
            continue;
        for (uint32_t k = m->first; k < m->end && k < s->t->count; k++)
            s->named[k] = 1;
    }
}

static int inside_name(const na_scan *s, size_t first, size_t end)
{
    int before = first && s->named[first] && s->named[first - 1], after = end < s->t->count && s->named[end - 1] && s->named[end];
    for (size_t i = first; i < end; i++)
        if (!s->named[i] || s->t->token[i].kind == NA_NUMBER)
            return 0;
    return before || after;
}

/* The day before a month that is told only once: 3-5 March, May 4 and 5, July 1 to July 3, 1863. */
static void share_month(finder *f, found *a, const found *b)
{
    if (a->when.form == NA_FIXED && a->when.unit == NA_DAY && a->when.year_from == NA_YEAR_MISSING && b->when.form == NA_FIXED &&
        b->when.unit == NA_DAY && b->when.year_from == NA_YEAR_GIVEN && b->first > a->end && !(f->scan.t->token[a->end - 1].flags & NA_STOP) &&
        b->first - a->end <= 1 + (uint32_t)(f->scan.t->token[a->end].kind == NA_PUNCT)) {
        a->when.year_from = NA_YEAR_GIVEN;
        a->when.year = b->when.year - (a->when.part > b->when.part);
    }
}

static int joins(const na_tokens *t, size_t i)
{
    return t->token[i].mark == '-' || t->token[i].mark == '_' || NA_AMONG(t, i, "to", "and", "or", "through", "until");
}

/* The year of two months that is told only once: April and November of last year; October to March 1998 began in 1997. */
static void share_year(finder *f, found *a, const found *b)
{
    if (a->when.form == b->when.form && a->when.unit == NA_MONTH && a->when.year_from == NA_YEAR_MISSING && a->when.choice == NA_NO_CHOICE &&
        (b->when.form == NA_FIXED || b->when.form == NA_BY_PERIOD) && b->when.unit == NA_MONTH && b->when.year_from != NA_YEAR_MISSING && b->first == a->end + 1 &&
        !(f->scan.t->token[a->end - 1].flags & NA_STOP) && joins(f->scan.t, a->end)) {
        a->when.year_from = b->when.year_from;
        a->when.year = b->when.year - (a->when.part > b->when.part);
    }
}

/* A bare day beside a date of the same month: May 4 [and 5], [3]-5 March. */
static int bare_day(const na_scan *s, size_t i)
{
    const na_dateword *w = &s->word[i];
    return i < s->t->count && w->class == NA_DIGITS && w->digits <= 2 && w->value >= 1 && w->value <= 31;
}

static void add(finder *f, size_t first, size_t end, const na_when *w)
{
    found *item = NA_PUSH(f->scan.r->arena, f->list, f->count, f->room);
    item->first = (uint32_t)first;
    item->end = (uint32_t)end;
    item->when = *w;
    if (f->count > 1) {
        share_month(f, item - 1, item);
        share_year(f, item - 1, item);
    }
}

/* Behind "May 4": "-6", " and 5", " to 7". Gives where to go on. */
static size_t add_more_days(finder *f, size_t end)
{
    const na_tokens *t = f->scan.t;
    const na_when *last = &f->list[f->count - 1].when;
    na_when w = *last;
    if (w.form != NA_FIXED || w.unit != NA_DAY || w.hour >= 0 || end + 1 >= t->count || t->token[end - 1].flags & NA_STOP || !joins(t, end) || !bare_day(&f->scan, end + 1))
        return end;
    if (na_class(&f->scan, end - 1) != NA_DIGITS || f->scan.word[end - 1].digits > 2 || f->scan.word[end + 1].value <= w.day)
        return end;
    /* the number stands for itself: no unit, no noun, no percent behind it */
    if (end + 2 < t->count && !(t->token[end + 1].flags & NA_STOP) && (t->token[end + 2].kind == NA_NUMBER || t->token[end + 2].mark == '%' || t->token[end + 2].mark == ':' ||
        na_class(&f->scan, end + 2) == NA_A_MONTH || (na_class(&f->scan, end + 2) == NA_UNIT && f->scan.word[end + 2].value != NA_WEEKEND) || na_class(&f->scan, end + 2) == NA_UNITS || na_class(&f->scan, end + 2) == NA_MERIDIEM ||
        (t->token[end].mark != '-' && t->token[end].mark != '_' && t->token[end + 2].kind == NA_WORD && !na_in(&t->token[end + 2], NA_LIST_STARTER))))
        return end;
    w.day = (int16_t)f->scan.word[end + 1].value;
    w.weekday = 0;
    if (end + 2 < t->count && t->token[end + 2].mark == ',' && w.year_from == NA_YEAR_MISSING) {      /* May 4-6, 1998 */
        int32_t year;
        size_t stop = na_match_year(&f->scan, end + 3, &year);
        if (stop) {
            w.year_from = NA_YEAR_GIVEN;
            w.year = year;
            add(f, end + 1, stop, &w);
            return stop;
        }
    }
    add(f, end + 1, end + 2, &w);
    return end + 2;
}

/* "3" of "3-5 March" and "3 and 4 March": the month comes later. */
static size_t match_first_day(const na_scan *s, size_t i, na_when *w)
{
    size_t k = i + 1;
    if (!bare_day(s, i) || k + 2 >= s->t->count || !joins(s->t, k) || !bare_day(s, k + 1) || na_class(s, k + 2) != NA_A_MONTH || s->word[k + 1].value <= s->word[i].value)
        return 0;
    if (!na_match_fixed(s, k + 1, w) || w->unit != NA_DAY)
        return 0;
    w->day = (int16_t)s->word[i].value;
    w->hour = -1;
    w->weekday = 0;
    return i + 1;
}

/* 2019-20: the second year of a range. */
static size_t add_second_year(finder *f, size_t end)
{
    const na_scan *s = &f->scan;
    const na_tokens *t = s->t;
    na_when w = f->list[f->count - 1].when;
    if (w.form != NA_FIXED || w.unit != NA_YEAR || end + 1 >= t->count || (t->token[end].mark != '-' && t->token[end].mark != '_' && t->token[end].mark != '/') ||
        t->token[end].flags & NA_SPACE || t->token[end + 1].flags & NA_SPACE || s->word[end + 1].class != NA_DIGITS || s->word[end + 1].digits != 2 ||
        s->word[end + 1].value <= w.year % 100 || w.year < 1000)
        return end;
    w.year += s->word[end + 1].value - w.year % 100;
    add(f, end + 1, end + 2, &w);
    return end + 2;
}

static int can_begin(const na_scan *s, size_t i)
{
    const na_token *t = &s->t->token[i];
    switch (s->word[i].class) {
    case NA_NO_DATEWORD:
        return (t->kind == NA_NUMBER && t->length >= 6) || (t->kind == NA_QUOTE && t->mark == '\'' && t[1].kind == NA_NUMBER);
    case NA_OF: case NA_MERIDIEM: case NA_ZONE: case NA_AGO: case NA_BEFORE: case NA_AFTER: case NA_HENCE: case NA_OLD: case NA_OCLOCK:
        return 0;
    case NA_ARTICLE:
        return s->word[i + 1].class != NA_NO_DATEWORD || t[1].kind == NA_QUOTE || (t[1].length <= 10 && t[1].kind == NA_WORD && s->word[i + 2].class == NA_UNIT);
    default:
        return 1;
    }
}

static void find_all(finder *f)
{
    const na_scan *s = &f->scan;
    for (size_t i = 0; i < s->t->count; ) {
        na_when w;
        size_t end;
        if (!can_begin(s, i)) {
            i++;
            continue;
        }
        w = na_nothing();
        end = match_first_day(s, i, &w);
        if (!end) {
            w = na_nothing();
            end = na_match_loose(s, i, &w);
        }
        if (!end || end <= i || inside_name(s, i, end)) {
            i++;
            continue;
        }
        add(f, i, end, &w);
        i = add_second_year(f, add_more_days(f, end));
    }
}

/* ---- cues ------------------------------------------------------------------------------------ */

/* will, scheduled, she'll, set to; "due to the storm" is because of it */
static int future_word(const na_tokens *t, size_t i)
{
    const na_token *token = &t->token[i];
    const char *end = t->text + token->at + token->length;
    if (token->kind != NA_WORD || (na_word_is(t, i, "due") && na_word_is(t, i + 1, "to") && NA_AMONG(t, i + 2, "the", "a", "an", "his", "her", "its", "their")))
        return 0;
    return na_date_role(t, i, "ahead") || (na_word_is(t, i, "set") && NA_AMONG(t, i + 1, "to", "for")) ||
           (token->length > 3 && end[-1] == 'l' && end[-2] == 'l' && (end[-3] == '\'' || end[-3] == '\x99'));
}

/* opens Monday, begins on Friday: the present of a timetable, right before the day */
static int planned(const na_tokens *t, size_t first)
{
    size_t k = first && na_word_is(t, first - 1, "on") ? first - 1 : first;
    return k && !(t->token[k - 1].flags & NA_STOP) && na_date_role(t, k - 1, "plan");
}

/* was, said, closed */
static int past_word(const na_tokens *t, size_t i)
{
    const na_token *token = &t->token[i];
    const char *s = t->text + token->at;
    if (token->kind != NA_WORD)
        return 0;
    if (token->length > 3 && s[token->length - 2] == 'e' && s[token->length - 1] == 'd' && !na_date_role(t, i, "unverb"))
        return 1;
    return na_date_role(t, i, "behind");
}

/* Does the "to", "until" or "till" at k, n words before the day, put it ahead: to Friday; is to, going to; to be published in May? */
static int to_ahead(const na_tokens *t, size_t k, size_t n)
{
    if (n == 0)
        return 1;
    return na_word_is(t, k, "to") && (na_word_is(t, k + 1, "be") ||
           (k && NA_AMONG(t, k - 1, "is", "are", "going", "likely", "due", "able") && !NA_AMONG(t, k + 1, "the", "a", "an")));
}

/* Ask me, Join us: a verb with its object at the beginning of a sentence, of a quotation or behind a colon asks for what is to come. */
static int asks(const na_tokens *t, size_t k)
{
    if (!k || !NA_AMONG(t, k, "me", "us") || t->token[k - 1].kind != NA_WORD || na_in(&t->token[k - 1], NA_LIST_STARTER) || past_word(t, k - 1))
        return 0;
    return k == 1 || t->token[k - 2].flags & NA_STOP || t->token[k - 2].kind == NA_QUOTE || t->token[k - 2].mark == ':';
}

/* The nearest word before that tells; -2 when it is a verb of the past right before. */
static int cue_before(const na_tokens *t, size_t first, int month)
{
    int by = 0;
    if (planned(t, first))
        return 1;
    for (size_t k = first, n = 0; k-- > 0 && n < 14; n++) {
        if (t->token[k].flags & NA_STOP || t->token[k].kind == NA_QUOTE || na_word_is(t, k, "but"))
            break;
        if (n <= 3 && k > 1 && na_word_is(t, k, "as") && NA_AMONG(t, k - 1, "early", "soon", "late") && na_word_is(t, k - 2, "as"))
            return 1;
        if (n == 0 && na_word_is(t, k, "by"))
            by = 1;
        else if (NA_AMONG(t, k, "to", "until", "till") ? to_ahead(t, k, n) : future_word(t, k) || asks(t, k) || (month && NA_AMONG(t, k, "could", "should", "can")))
            return 1;
        else if (past_word(t, k) && !(k && NA_AMONG(t, k - 1, "be", "to")))
            /* they asked for it by Friday; but they had filed it by Friday */
            return by && !NA_AMONG(t, k - 1, "had", "have", "has") && !na_word_is(t, k, "had") ? 1 : n <= 1 ? -2 : -1;
    }
    return 0;
}

/* The first word behind that tells: on Friday the court will ...; by March, they were ... */
static int cue_behind(const na_tokens *t, size_t end, int otherwise)
{
    for (size_t k = end, n = 0; k < t->count && n < 8; k++, n++) {
        if (t->token[k - 1].flags & NA_STOP || t->token[k].kind == NA_QUOTE)
            break;
        if (NA_AMONG(t, k, "will", "shall", "won't") || (na_word_is(t, k, "is") && NA_AMONG(t, k + 1, "expected", "scheduled", "due", "set")))
            return 1;
        if (past_word(t, k) || NA_AMONG(t, k, "is", "are", "would"))
            return 0;
    }
    return otherwise;
}

/* Does the clause put it ahead (1) or behind (-1, -2)?  The nearest word of either kind before it decides, else the first one behind it. */
static int cue_of(const na_tokens *t, size_t first, size_t end, int month)
{
    int cue;
    if (first && na_word_is(t, first - 1, "on") && !(t->token[end - 1].flags & NA_STOP) && past_word(t, end) && !NA_AMONG(t, end, "was", "were", "had", "has", "since"))
        return -1;                      /* the ministry on Sunday issued ... */
    cue = cue_before(t, first, month);
    return cue ? cue : cue_behind(t, end, first && na_word_is(t, first - 1, "by"));
}

/* ---- what -------------------------------------------------------------------------------------- */

static int parse_day(const char *s, na_period *p)
{
    int year, month, day;
    if (!s || strlen(s) < 10 || s[4] != '-' || s[7] != '-')
        return 0;
    year = atoi(s);
    month = atoi(s + 5);
    day = atoi(s + 8);
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > na_days_in(year, month))
        return 0;
    *p = (na_period){ year, (int16_t)month, (int16_t)day, NA_DAY };
    return 1;
}

/* A history tells its own time: many years are named, most before that of its publication, and hardly a "Tuesday" or "today". */
static int is_narrative(const finder *f)
{
    size_t years = 0, past = 0, near = 0;
    for (size_t i = 0; i < f->count; i++) {
        const na_when *w = &f->list[i].when;
        near += w->form == NA_BY_WEEKDAY || (w->form == NA_SHIFTED && w->unit == NA_DAY && w->anchor == NA_ANCHOR_PUBLISHED);
        if (w->year_from != NA_YEAR_GIVEN)
            continue;
        years++;
        past += !f->clock.known || w->year < f->clock.today.year;
    }
    return years >= (f->clock.known ? 8 : 15) && past * 10 >= years * 7 && years >= 4 * near;
}

/* Outlets under these domains put the day first. */
static int writes_day_first(const char *domain)
{
    const char *last = domain ? strrchr(domain, '.') : NULL;
    uint32_t entry = last ? na_phrase_entry(last + 1, strlen(last + 1)) : 0;
    const char *roles = entry ? na_entry_value(entry, NA_LIST_DATECUE) : NULL;
    return roles && strstr(roles, "dayfirst");
}

/* 03/04/2020: as the other dates of the article have it, or as its publication does, or its country. */
static int order_of_days(const finder *f)
{
    int day = 0, month = 0, ambiguous = 0;
    for (size_t i = 0; i < f->count; i++) {
        const found *x = &f->list[i];
        const na_tokens *t = f->scan.t;
        if (x->when.form != NA_FIXED || !x->when.explicit_day || x->end - x->first < 5 || t->token[x->first + 1].mark != '/' || f->scan.word[x->first].digits > 2)
            continue;
        ambiguous |= x->when.ambiguous;
        if (f->scan.word[x->first].value > 12)
            day++;
        else if (f->scan.word[x->first + 2].value > 12)
            month++;
        else if (f->clock.known && x->when.part == f->clock.today.part && x->when.day == f->clock.today.day && x->when.year == f->clock.today.year)
            day++;
        else if (f->clock.known && x->when.day == f->clock.today.part && x->when.part == f->clock.today.day && x->when.year == f->clock.today.year)
            month++;
    }
    return day && !month ? 1 : month && !day ? -1 : !day && ambiguous && writes_day_first(f->scan.r->domain) ? 1 : 0;
}

/* Is a word of saying among tokens [from, to)? */
static int says(const na_tokens *t, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (na_date_role(t, k, "says"))
            return 1;
    return 0;
}

/* until Thanksgiving, by May, since March: where something ends or begins; nothing was said on such a day. */
static int is_bound(const na_tokens *t, size_t first)
{
    size_t k = first && na_word_is(t, first - 1, "the") ? first - 1 : first;
    return k && !(t->token[k - 1].flags & NA_STOP) && NA_AMONG(t, k - 1, "until", "till", "by", "before", "after", "since", "through", "from", "to");
}

/* The day told beside the verb of a quotation: "…," he said on Tuesday; "at the time" is the one spoken of before. */
static int uttered_on(finder *f, const na_quote *q, size_t from_item, na_period *day)
{
    const na_tokens *t = f->scan.t;
    size_t begin = q->first, end = q->end, i = from_item;
    while (begin > 0 && !(t->token[begin - 1].flags & NA_STOP) && q->first - begin < 30)
        begin--;
    while (end < t->count && !(t->token[end - 1].flags & NA_STOP) && end - q->end < 30)
        end++;
    if (q->end < t->count && t->token[q->end].kind == NA_QUOTE && t->token[q->end].flags & NA_STOP)
        end = q->end + 1;
    while (i > 0 && i + 12 > from_item && f->list[i - 1].first >= begin)
        i--;
    for (size_t n = 0; i < f->count && f->list[i].first < end && n < 40; i++, n++) {
        const found *x = &f->list[i];
        na_date d;
        if (x->first < begin || (x->first >= q->first && x->first < q->end) || f->scan.r->inside[x->first])
            continue;
        if (!(x->first >= q->end ? says(t, q->end, x->first + 1) || says(t, x->end, x->end + 3) : says(t, begin, x->first)))
            continue;
        if (x->when.form == NA_SAID || x->when.form == NA_BY_CLOCK || is_bound(t, x->first))
            continue;
        na_resolve(f->scan.r->arena, &x->when, &f->clock, &d, day);
        if (day->unit && day->unit <= NA_MONTH)
            return 1;
    }
    for (size_t k = q->end; k + 2 < end; k++)
        if (na_word_is(t, k, "at") && na_word_is(t, k + 1, "the") && na_word_is(t, k + 2, "time") && f->clock.text.unit && f->clock.text.unit <= NA_MONTH) {
            *day = f->clock.text;
            return 1;
        }
    return 0;
}

/* When a quotation was uttered: as it says itself, else as the two before it in its paragraph do, else on publication. */
static void find_utterance(finder *f, uint32_t quote, size_t from_item)
{
    const na_tokens *t = f->scan.t;
    const na_reading *r = f->scan.r;
    size_t k = r->quote[quote - 1].first, n = 0;
    f->quote = quote;
    f->utterance = f->clock;
    for (uint32_t q = quote; q > 0 && quote - q < 3; q--) {
        while (k > r->quote[q - 1].first && n < 200 && !(t->token[k].flags & NA_PARAGRAPH)) {
            k--;
            n++;
        }
        if (k > r->quote[q - 1].first)
            return;
        if (uttered_on(f, &r->quote[q - 1], from_item, &f->utterance.today)) {
            f->utterance.known = 1;
            return;
        }
        f->utterance.today = f->clock.today;
    }
}

/* What the text speaks of now.  The year of what it speaks of already adds nothing: December 7, 1941. */
static void remember(finder *f, na_period p)
{
    if (p.unit == NA_YEAR && f->clock.text.unit && f->clock.text.unit < NA_YEAR && f->clock.text.year == p.year)
        return;
    f->clock.text = p;
    if (p.unit == NA_QUARTER)
        f->clock.quarter = p;
}

/* Is expression i the second of a range or pair: from May to July? */
static int closes_range(const finder *f, size_t i)
{
    const found *x = &f->list[i];
    return i > 0 && x[-1].end + 1 == x->first && joins(f->scan.t, x->first - 1) && x->when.form == x[-1].when.form && x->when.unit == x[-1].when.unit;
}

static void resolve_one(finder *f, size_t i, na_date *d)
{
    const na_tokens *t = f->scan.t;
    const na_reading *r = f->scan.r;
    found *x = &f->list[i];
    uint32_t quote = r->inside[x->first];
    na_clock clock = f->clock;
    na_period p;
    na_when w = x->when;
    if (w.ambiguous && f->day_first < 0) {
        int16_t day = w.part;
        w.part = w.day;
        w.day = day;
    }
    if (w.form != NA_SAID && w.year_from == NA_YEAR_MISSING && (w.choice == NA_NO_CHOICE || w.unit == NA_WEEKEND))
        w.cue = w.cue ? w.cue : closes_range(f, i) ? x[-1].when.cue : (int8_t)cue_of(t, x->first, x->end, w.unit >= NA_MONTH);
    x->when.cue = w.cue;
    if (quote && quote <= r->quotes) {
        if (f->quote != quote)
            find_utterance(f, quote, i);
        clock.today = f->utterance.today;
        clock.known = f->utterance.known;
    }
    na_resolve(r->arena, &w, &clock, d, &p);
    if (w.year_from == NA_YEAR_MISSING && p.unit >= NA_MONTH && p.unit < NA_YEAR && closes_range(f, i) && p.unit == f->last.unit && na_first_day(p) < na_first_day(f->last)) {
        w.year_from = NA_YEAR_GIVEN;            /* from October to March: the next March */
        w.year = f->last.year + (p.part <= f->last.part);
        na_resolve(r->arena, &w, &clock, d, &p);
        d->anchor = NA_ANCHOR_TEXT;
    }
    f->last = p;
    if (w.ambiguous && !f->day_first) {
        d->value = NULL;
        d->how = "day and month could be either way round";
        d->earliest = d->latest = NULL;
        p.unit = 0;
    }
    if (quote && d->anchor == NA_ANCHOR_PUBLISHED)
        d->anchor = NA_ANCHOR_UTTERANCE;
    d->first = x->first;
    d->end = x->end;
    d->at = t->token[x->first].at;
    d->length = t->token[x->end - 1].at + t->token[x->end - 1].length - d->at;
    if (p.unit && !w.compared && (r->role[x->first] == NA_BODY || r->role[x->first] == NA_HEADLINE))
        remember(f, p);
}

/* ---- the window of an article without a date --------------------------------------------------- */

static int will_before(const na_tokens *t, size_t first)
{
    for (size_t k = first, n = 0; k-- > 0 && n < 8 && !(t->token[k].flags & NA_STOP) && t->token[k].kind != NA_QUOTE; n++) {
        if (na_word_is(t, k, "will"))
            return 1;
        if (past_word(t, k) || future_word(t, k))
            return 0;
    }
    return 0;
}

/* What it tells as past was past when it appeared, what it says will happen had not happened.  Only days and months
 * with their year, outside quotations and captions (a bare year is an election or a model), and only when the two sides agree. */
static void find_window(const finder *f)
{
    na_reading *r = f->scan.r;
    const char *earliest = NULL, *latest = NULL;
    for (size_t i = 0; i < f->count; i++) {
        const found *x = &f->list[i];
        const na_date *d = &r->date[i];
        if (x->when.year_from != NA_YEAR_GIVEN || x->when.unit > NA_MONTH || !d->value || !d->earliest || !d->latest || r->role[x->first] != NA_BODY || r->inside[x->first])
            continue;
        if (cue_of(f->scan.t, x->first, x->end, 0) == -2) {
            if (!earliest || strcmp(d->earliest, earliest) > 0)
                earliest = d->earliest;
        } else if (will_before(f->scan.t, x->first) && (!latest || strcmp(d->latest, latest) < 0)) {
            latest = d->latest;
        }
    }
    if (earliest && latest && strcmp(earliest, latest) > 0)
        return;
    r->earliest = earliest;
    r->latest = latest;
}

void na_find_dates(na_reading *r)
{
    finder f = { .scan = { .r = r, .t = r->tokens } };
    na_read_datewords(&f.scan, 0, f.scan.t->count);
    mark_names(&f.scan);
    find_all(&f);
    f.clock.known = parse_day(r->published, &f.clock.today);
    f.clock.narrative = is_narrative(&f);
    f.day_first = order_of_days(&f);
    r->dates = f.count;
    r->date = na_alloc(r->arena, (f.count + 1) * sizeof *r->date);
    for (size_t i = 0; i < f.count; i++)
        resolve_one(&f, i, &r->date[i]);
    for (size_t i = 0; !f.day_first && i < f.count; i++)
        if (f.list[i].when.ambiguous)
            na_add_doubt(r, r->date[i].at, r->date[i].length, "ambiguous date");
    if (!r->published && !r->earliest && !r->latest)
        find_window(&f);
}
