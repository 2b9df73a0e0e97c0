/* published.c - when the article appeared, and how that is known.
 *
 * What the caller gives; else the article's own dateline; else the path of its
 * URL.  A dateline is a full date in the lines at the top (a wire's behind the
 * place, a "Published:" also in the last lines) with little beside it but
 * words that belong to such a line.  Captions, copyright lines and dates in
 * sentences are no datelines; an "updated" line is one only when there is no
 * other.  A wire's dateline may leave the year out: it is kept, and is the day
 * of publication once something else tells the year.  What stays unknown is NULL. */
#include "extract/date.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct candidate {
    na_when  when;
    uint32_t first, end;        /* tokens */
    int      score;
} candidate;

static const char *print(na_arena *arena, const char *before, const char *words, const char *after)
{
    size_t n = strlen(before) + strlen(words) + strlen(after);
    char *out = na_alloc(arena, n + 1);
    snprintf(out, n + 1, "%s%s%s", before, words, after);
    return out;
}

/* ---- reading a date -------------------------------------------------------------------- */

/* A whole day: year, month, day. */
static int is_day(const na_when *w)
{
    return w->form == NA_FIXED && w->unit == NA_DAY && w->year_from == NA_YEAR_GIVEN && w->year >= 1600 && w->year <= 2199 && !w->ambiguous;
}

static const char *stamp(na_arena *arena, const na_when *w)
{
    char out[40];
    int n = snprintf(out, sizeof out, "%04d-%02d-%02d", (int)w->year, w->part, w->day);
    if (w->hour >= 0 && w->hour < 24)
        n += snprintf(out + n, sizeof out - (size_t)n, "T%02d:%02d", w->hour, w->minute < 0 ? 0 : w->minute);
    return na_copy(arena, out, (size_t)n);
}

/* A clock time before a date (3:15 PM EST, Tue February 4, 2020) or a date alone, from token i. */
static size_t match_stamp(const na_scan *s, size_t i, na_when *w)
{
    na_when clock = na_nothing();
    size_t end, k;
    *w = na_nothing();
    if ((end = na_match_clock(s, i, &clock))) {
        k = end;
        while (k < s->t->count && k < end + 2 && s->t->token[k].kind == NA_PUNCT && (s->t->token[k].mark == ',' || s->t->token[k].mark == '|' || s->t->token[k].mark == '-' || s->t->token[k].mark == '_'))
            k++;
        if (na_word_is(s->t, k, "on"))
            k++;
        if (k < s->t->count && (end = na_match_fixed(s, k, w))) {
            if (w->hour < 0) {
                w->hour = clock.hour;
                w->minute = clock.minute;
            }
            return end;
        }
        *w = na_nothing();
        return 0;
    }
    return na_match_fixed(s, i, w);
}

const char *na_given_day(na_arena *arena, const char *given)
{
    na_reading none = { .arena = arena };       /* the words stand in no article */
    na_scan s = { .r = &none };
    na_when w;
    if (!given)
        return NULL;
    s.t = na_tokenize(arena, given, strlen(given));
    na_read_datewords(&s, 0, s.t->count);
    for (size_t i = 0; i < s.t->count; i++)
        if (match_stamp(&s, i, &w) && is_day(&w))
            return stamp(arena, &w);
    return NULL;
}

enum { LONGEST = 400 };         /* bytes; a longer line is prose, in which only a wire's dateline is looked for */

/* ---- the dateline ------------------------------------------------------------------------ */

/* The sign of a copyright: its year is that of the page. */
static int is_copyright(const na_tokens *t, const na_line *line)
{
    for (size_t i = line->first; i < line->end && i < line->first + 8u; i++)
        if (NA_AMONG(t, i, "copyright") || (t->token[i].length == 2 && !memcmp(t->text + t->token[i].at, "\xC2\xA9", 2)))
            return 1;
    return 0;
}

/* What stands in the words before the date: 1 published, -1 updated, 0 neither. */
static int label_before(const na_tokens *t, size_t from, size_t i)
{
    for (size_t k = i, n = 0; k-- > from && n < 5; n++) {
        if (na_date_role(t, k, "updated"))
            return -1;
        if (na_date_role(t, k, "published"))
            return 1;
    }
    return 0;
}

static int belongs(const na_token *token)       /* words that a dateline may hold beside its date */
{
    return token->kind != NA_WORD || token->flags & (NA_UPPER | NA_CAPS);
}

/* WASHINGTON, Jan 14, 2020 (Agency) - : a place in capitals at the start of the line, brackets or a dash behind. */
static int is_wire(const na_tokens *t, const na_line *line, size_t first, size_t end)
{
    if (first <= line->first || first > line->first + 8u || !(t->token[line->first].flags & NA_UPPER))
        return 0;
    for (size_t i = line->first; i < first; i++)
        if (t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER))
            return 0;
    for (size_t i = end; i < line->end && i < end + 8; i++) {
        if (t->token[i].mark == '_' || t->token[i].mark == '-' || (t->token[i].mark == ':' && t->token[line->first].flags & NA_CAPS))
            return 1;
        if (t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER))
            return 0;
    }
    return 0;
}

/* The date of a post that the article shows: behind somebody's @handle. */
static int is_post(const na_tokens *t, const na_line *line, size_t first)
{
    for (size_t k = first, n = 0; k-- > line->first && n < 4; n++)
        if (t->token[k].kind == NA_ADDRESS && t->text[t->token[k].at] == '@')
            return 1;
    return 0;
}

/* How much the line looks like a dateline round that date; 0: not at all. */
static int score(const na_reading *r, const na_line *line, int above, const candidate *c)
{
    const na_tokens *t = r->tokens;
    size_t others = 0, foreign = 0;
    int label = na_word_is(t, line->first, "by") ? 1 : label_before(t, line->first, c->first), score;
    if (r->role[c->first] == NA_CAPTION || is_copyright(t, line) || is_post(t, line, c->first))
        return 0;
    if (r->role[c->first] != NA_DATELINE && !(t->token[line->first].flags & NA_FIRST))
        return 0;               /* a sentence that was wrapped before its date */
    if (is_wire(t, line, c->first, c->end))
        return 5;
    if (line->length > LONGEST)
        return 0;
    for (size_t i = line->first; i < line->end; i++) {
        if (i >= c->first && i < c->end)
            continue;
        others += t->token[i].kind == NA_WORD;
        foreign += !belongs(&t->token[i]);
    }
    if (foreign > 4)
        label = 0;              /* a sentence: "the story was published on …" */
    /* Between paragraphs a date alone is a heading of what follows. */
    score = r->role[c->first] == NA_DATELINE ? 6 : label && line->length < 200 ? 4 + 2 * (others <= 2) : !above ? 0 : others <= 2 ? 6 : others <= 10 && foreign <= 3 && line->length < 120 ? 3 : 0;
    if (!score)
        return 0;
    if (label < 0)
        return 1;               /* "updated": only when there is nothing better */
    return score + (label > 0) + (c->when.hour >= 0);
}

/* VELLMAR, March 15 (NPA) -: a day whose year its readers knew.  The first one stays. */
static void keep_dateline(na_reading *r, const na_line *line, const candidate *c)
{
    const na_when *w = &c->when;
    char text[24];
    if (r->dateline || w->form != NA_FIXED || w->unit != NA_DAY || w->year_from != NA_YEAR_MISSING || w->ambiguous)
        return;
    if (r->role[c->first] == NA_CAPTION || !(r->tokens->token[line->first].flags & NA_FIRST) || !is_wire(r->tokens, line, c->first, c->end))
        return;
    snprintf(text, sizeof text, "%02d-%02d", w->part, w->day);
    r->dateline = na_copy(r->arena, text, 5);
}

/* Above the prose, or in its first two paragraphs, where a wire's dateline stands. */
static int is_top(const na_reading *r, size_t line, size_t *prose)
{
    const na_line *l = &r->tokens->line[line];
    *prose += l->length >= 200 && r->role[l->first] != NA_CAPTION;
    return line < 60 && *prose <= 2;
}

static void consider(na_reading *r, na_scan *s, const na_line *line, int above, candidate *best, candidate *timed)
{
    const na_tokens *t = r->tokens;
    size_t look = line->length > LONGEST ? 12 : 80;
    na_read_datewords(s, line->first, line->first + look + 16);
    for (size_t i = line->first; i < line->end && i < line->first + look; i++) {
        candidate c = { .first = (uint32_t)i };
        size_t end;
        if (s->word[i].class == NA_NO_DATEWORD && t->token[i].kind != NA_NUMBER)
            continue;
        if (!(end = match_stamp(s, i, &c.when)))
            continue;
        c.end = (uint32_t)end;
        if (is_day(&c.when) && (c.score = score(r, line, above, &c)) > 0) {
            if (c.score > best->score)
                *best = c;
            if (c.when.hour >= 0 && c.score > 1 && c.score > timed->score)
                *timed = c;
        } else {
            keep_dateline(r, line, &c);
        }
        i = end - 1;
    }
}

static int from_text(na_reading *r)
{
    const na_tokens *t = r->tokens;
    na_scan s = { .r = r, .t = t };
    candidate best = { .score = 0 }, timed = { .score = 0 };
    size_t prose = 0, line;
    for (line = 0; line < t->lines; line++) {
        if (is_top(r, line, &prose) || r->role[t->line[line].first] == NA_DATELINE)
            consider(r, &s, &t->line[line], prose == 0, &best, &timed);
    }
    if (!best.score) {
        /* at the foot, only when it says what it is */
        for (line = t->lines > 10 ? t->lines - 10 : 0; line < t->lines; line++) {
            candidate foot = { .score = 0 }, none = { .score = 0 };
            consider(r, &s, &t->line[line], 0, &foot, &none);
            if (foot.score > 1 && label_before(t, t->line[line].first, foot.first) > 0 && foot.score > best.score)
                best = foot;
        }
    }
    if (!best.score)
        return 0;
    if (best.when.hour < 0 && timed.score && timed.when.year == best.when.year && timed.when.part == best.when.part && timed.when.day == best.when.day)
        best = timed;
    r->published = stamp(r->arena, &best.when);
    r->published_from = NA_FROM_TEXT;
    r->published_how = print(r->arena, best.score == 1 ? "only an “updated” line: “" : "its own dateline: “", na_words_of(r, best.first, best.end), "”");
    return 1;
}

/* ---- the URL -------------------------------------------------------------------------------- */

static int number(const char *s, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        value = value * 10 + (s[i] - '0');
    }
    return value;
}

static size_t digits_at(const char *s)
{
    return strspn(s, "0123456789");
}

static int month_name(const char *s)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (int m = 0; m < 12; m++) {
        int same = 1;
        for (int k = 0; k < 3; k++)
            same &= (s[k] | 32) == names[3 * m + k];
        if (same)
            return m + 1;
    }
    return 0;
}

/* 2020/01/14, 2020-01-14, 2020/jan/14, 20200114 at s, as whole path segments or words; *day 0: only the month. */
static size_t path_date(const char *s, int *year, int *month, int *day)
{
    size_t n = digits_at(s), k;
    *day = 0;
    if (n == 8) {
        *year = number(s, 4);
        *month = number(s + 4, 2);
        *day = number(s + 6, 2);
        k = 8;
    } else if (n == 4 && (s[4] == '/' || s[4] == '-' || s[4] == '_')) {
        char sep = s[4];
        const char *m = s + 5;
        size_t length = digits_at(m);
        *year = number(s, 4);
        if (length == 1 || length == 2)
            *month = number(m, length);
        else if (length == 4 && sep == '/') {              /* 2020/0114 */
            *month = number(m, 2);
            *day = number(m + 2, 2);
        }
        else if (!length && sep == '/' && (*month = month_name(m)) && m[3] == sep)
            length = 3;
        else
            return 0;
        k = 5 + length;
        if (!*day && s[k] == sep && (length = digits_at(s + k + 1)) >= 1 && length <= 2) {
            *day = number(s + k + 1, length);
            k += 1 + length;
        } else if (!*day && sep != '/') {
            return 0;
        }
    } else {
        return 0;
    }
    if (*year < 1980 || *year > 2099 || *month < 1 || *month > 12 || *day > na_days_in(*year, *month) || (n == 8 && !*day))
        return 0;
    return k;
}

static const char *day_text(na_arena *arena, int32_t day)
{
    char text[40];
    na_period p = na_period_of(NA_DAY, day);
    snprintf(text, sizeof text, "%04d-%02d-%02d", (int)p.year, p.part, p.day);
    return na_copy(arena, text, 10);
}

static void from_url(na_reading *r)
{
    const char *url = r->given->url, *path, *s;
    char text[40];
    int year, month, day;
    if (!url)
        return;
    path = strstr(url, "://");
    path = strchr(path ? path + 3 : url, '/');
    for (s = path; s && *s && *s != '?' && *s != '#'; s++) {
        size_t n, length;
        char before = s > path ? s[-1] : 0;
        if (!(*s >= '0' && *s <= '9') || (before != '/' && before != '-' && before != '_'))
            continue;
        length = digits_at(s);
        n = path_date(s, &year, &month, &day);
        if (!n || (s[n] && s[n] != '/' && s[n] != '-' && s[n] != '_' && s[n] != '.' && s[n] != '?' && s[n] != '#')) {
            s += length - 1;
            continue;
        }
        if (!day) {
            /* The path has the day of the outlet's clock, the article perhaps of another: a day more on either side. */
            na_period p = { year, (int16_t)month, 1, NA_MONTH };
            r->earliest = day_text(r->arena, na_first_day(p) - 1);
            r->latest = day_text(r->arena, na_last_day(p) + 1);
            return;
        }
        snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
        r->published = na_copy(r->arena, text, 10);
        r->published_from = NA_FROM_URL;
        r->published_how = print(r->arena, "the path of its URL: “", na_copy(r->arena, s, n), "”");
        r->earliest = r->latest = NULL;
        return;
    }
}

const char *na_dateline_day(na_arena *arena, const char *dateline, const char *earliest, const char *latest)
{
    char *found = NULL;
    int from, to, month, day;
    if (!dateline || !earliest || !latest || strlen(dateline) != 5 || strlen(earliest) != 10 || strlen(latest) != 10)
        return NULL;
    from = number(earliest, 4);
    to = number(latest, 4);
    month = number(dateline, 2);
    day = number(dateline + 3, 2);
    if (from < 1 || to > from + 1)          /* a year and more: every dateline would fit */
        return NULL;
    for (int year = from; year <= to; year++) {
        char text[40];
        snprintf(text, sizeof text, "%04d-%s", year, dateline);
        if (month < 1 || month > 12 || day > na_days_in(year, month) || strcmp(text, earliest) < 0 || strcmp(text, latest) > 0)
            continue;
        if (found)
            return NULL;
        found = na_copy(arena, text, 10);
    }
    return found;
}

void na_find_published(na_reading *r)
{
    const char *given = r->given ? na_given_day(r->arena, r->given->published) : NULL;
    if (given) {
        r->published = given;
        r->published_from = NA_FROM_GIVEN;
        r->published_how = "given with the article";
    } else if (!from_text(r) && r->given) {
        from_url(r);
    }
    if (!r->published && (r->published = na_dateline_day(r->arena, r->dateline, r->earliest, r->latest))) {
        r->published_from = NA_FROM_URL;
        r->published_how = "the day of its dateline, the month of its URL";
    }
    if (r->published) {
        char *day = na_copy(r->arena, r->published, 10);
        r->earliest = r->latest = day;
    }
}
