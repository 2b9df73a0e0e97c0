/* date.h - between the files that read dates; nobody else needs it.
 *
 *     date_words.c     what each token can be in an expression of time
 *     date_fixed.c     where one stands that a calendar or clock fixes:  14 January 2020, 5 p.m. EST, 1960s
 *     date_loose.c     where one stands that needs more than itself:     today, early May; and with it
 *     date_count.c, date_which.c, date_period.c, date_year.c             two days ago, last week, the third quarter, 1998
 *     date_holiday.c   on which day of a year a holiday falls
 *     calendar.c       days, weeks, months as numbers
 *     values.c         what an expression means once it is known when it was written
 *     dates.c          all of it in order, over an article
 */
#ifndef NA_DATE_H
#define NA_DATE_H
#include "extract/extract.h"

/* ---- calendar.c: periods and the days they hold ------------------------------ */

enum na_unit {
    NA_UNKNOWN_UNIT, NA_SECOND, NA_MINUTE, NA_HOUR, NA_DAY, NA_WEEK, NA_WEEKEND, NA_MONTH, NA_SEASON, NA_QUARTER, NA_HALF,
    NA_YEAR, NA_DECADE, NA_CENTURY, NA_MILLENNIUM
};

/* One year, month, day ...: the year (astronomical: 0 is 1 BC), which month, season, quarter, half or week of it, and the day. */
typedef struct na_period { int32_t year; int16_t part; int16_t day; uint8_t unit; } na_period;

int32_t   na_day_number(int32_t year, int month, int day);          /* days since 1970-01-01, proleptic Gregorian */
int       na_days_in(int32_t year, int month);
int       na_weekday(int32_t day);                                  /* 1 Monday to 7 Sunday */
na_period na_period_of(enum na_unit unit, int32_t day);             /* the one that holds this day */
na_period na_period_shift(na_period p, int32_t n);                  /* n of its unit later */
int32_t   na_first_day(na_period p);
int32_t   na_last_day(na_period p);
int32_t   na_easter(int32_t year, int orthodox);                    /* day number of Easter Sunday */

/* ---- date_words.c ---------------------------------------------------------------- */

/* In the order of the names in date_words.c, by which lib/words/dateword.txt calls them. */
enum na_date_class {
    NA_NO_DATEWORD,
    NA_WEEKDAY, NA_SHORTDAY, NA_WEEKDAYS,           /* Monday; Mon; Mondays */
    NA_UNIT, NA_UNITS,                              /* week; weeks */
    NA_A_HALF,                                      /* half */
    NA_A_SEASON, NA_SEASONS,                        /* summer; summers */
    NA_PART, NA_PARTS, NA_CLOCK,                    /* morning; mornings; noon */
    NA_DEICTIC, NA_TONIGHT,                         /* today */
    NA_REF, NA_ADJECTIVE,                           /* now; recent */
    NA_CARDINAL, NA_VAGUE, NA_ORDINAL,              /* twenty; several; third, 3rd */
    NA_DECADES,                                     /* 1960s, sixties */
    NA_WHICH,                                       /* last, this, next */
    NA_EDGE, NA_EARLIER, NA_LATER,                  /* early, end of; earlier; later */
    NA_ABOUT, NA_SOME, NA_OVER,                     /* nearly; some; over */
    NA_AGO, NA_BEFORE, NA_AFTER, NA_HENCE, NA_OLD,
    NA_EVERY, NA_PER, NA_REPEATED,                  /* every; per; weekly */
    NA_FISCAL, NA_FISCAL_YEAR, NA_ARTICLE, NA_OF,
    NA_OCLOCK, NA_MERIDIEM, NA_ERA, NA_ZONE,
    NA_YEAR_AGO, NA_YEAR_EARLIER,                   /* year-ago, year-earlier, before what is compared */
    NA_A_MONTH, NA_HOLIDAY,                         /* from their own lists */
    NA_DIGITS, NA_DECIMAL, NA_AT_HOUR               /* 14; 8.5 and ½ (value in hundredths); 5pm */
};

enum na_which { NA_LAST, NA_PAST, NA_THIS, NA_NEXT, NA_COMING, NA_LATEST, NA_PREVIOUS, NA_SAME, NA_THAT, NA_FOLLOWING, NA_THESE, NA_THOSE };

/* What a token (or the phrase that it begins) is; `words` tokens long. */
typedef struct na_dateword {
    const char *text;           /* what the list gives behind the kind, "" if nothing */
    int32_t value;
    uint8_t class, words, digits;
} na_dateword;

typedef struct na_scan {
    na_reading        *r;
    const na_tokens   *t;
    na_dateword       *word;            /* of each token, and one more */
    uint8_t           *named;           /* 1 where a name of more words stands: Sunday Times */
} na_scan;

void na_read_datewords(na_scan *s, size_t first, size_t end);        /* of tokens [first, end) */

/* Is that one of the things that lib/words/datecue.txt tells of the word at i? */
int na_date_role(const na_tokens *t, size_t i, const char *role);

/* The next token of the same expression behind i: a hyphen that joins, the period of an abbreviation and nothing else
 * between; t->count when the sentence ends there. */
size_t na_next(const na_scan *s, size_t i);
/* na_is, and any of several; the first letter turns most away. */
static inline int na_word_is(const na_tokens *t, size_t i, const char *word)
{
    return i < t->count && (t->text[t->token[i].at] | 32) == (*word | 32) && na_is(t, i, word);
}

static inline int na_word_among(const na_tokens *t, size_t i, const char *const *word, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (na_word_is(t, i, word[k]))
            return 1;
    return 0;
}
#define NA_AMONG(t, i, ...) na_word_among((t), (i), (const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(const char *))

static inline int na_class(const na_scan *s, size_t i) { return s->word[i].class; }

/* ---- what an expression says, before it is known when it was written ---------------- */

enum na_form {
    NA_FIXED,           /* a calendar date, its year perhaps missing */
    NA_BY_WEEKDAY,      /* Tuesday, last Tuesday */
    NA_SHIFTED,         /* n units from the anchor: last week, two days ago, a day earlier */
    NA_BY_PERIOD,       /* a month, quarter, half or season: third quarter, last October */
    NA_BY_HOLIDAY,
    NA_SAID,            /* value stands already: durations, sets, PAST_REF */
    NA_BY_CLOCK         /* 10:35 a.m., the morning: of the day that is spoken of */
};
enum na_year_from { NA_YEAR_MISSING, NA_YEAR_GIVEN, NA_YEAR_PUBLISHED, NA_YEAR_TEXT };  /* the last two: plus `year` (last year is -1) */

enum { NA_NO_CHOICE = 127 };

typedef struct na_when {
    uint8_t form, type, unit, year_from, anchor;
    int8_t  choice;             /* -1 last, 0 this, 1 next, NA_NO_CHOICE */
    uint8_t keep;               /* SHIFTED: keep the fineness of what it is counted from (a year earlier) */
    uint8_t ambiguous;          /* 03/04/2020: day and month as the article has it elsewhere */
    int8_t  cue;                /* words beside it say that it lies ahead (1) or behind (-1, right before it -2) */
    uint8_t compared;           /* only what something else is compared with: the text goes on with that */
    uint8_t explicit_day;       /* fixed by itself, nothing to resolve */
    int32_t year;
    int16_t part;               /* month, season, quarter, half; SHIFTED with keep: the unit that is meant, 0 any */
    int16_t day, weekday;
    int32_t n;
    const char *value;          /* NA_SAID */
    const char *rule;           /* holiday */
    const char *mod;
    char    daypart[3];         /* "MO" */
    int16_t hour, minute, second, zone;         /* hour -1: none; minute -1: not told; zone NA_NO_ZONE */
} na_when;
enum { NA_NO_ZONE = 9999 };

static inline na_when na_nothing(void)
{
    return (na_when){ .choice = NA_NO_CHOICE, .hour = -1, .minute = -1, .second = -1, .zone = NA_NO_ZONE };
}

/* Each: if an expression begins with token i, fills *w and gives the token behind it; else 0. */
size_t na_match_fixed(const na_scan *s, size_t i, na_when *w);
size_t na_match_clock(const na_scan *s, size_t i, na_when *w);
size_t na_match_loose(const na_scan *s, size_t i, na_when *w);
size_t na_match_year(const na_scan *s, size_t i, int32_t *year);     /* a year as digits or in words, with its era; no guard */

/* ---- date_holiday.c ------------------------------------------------------------------- */

/* The holiday of that rule in that year; a year alone when its day is not known. */
na_period na_holiday(const char *rule, int32_t year);

/* ---- values.c ---------------------------------------------------------------------------- */

/* When something was written or said, and what was last spoken of. */
typedef struct na_clock {
    int       known;            /* is `today` known? */
    na_period today;            /* a day; coarser for an utterance of which only the month is known */
    na_period text;             /* the last date of the text; unit 0: none yet */
    na_period quarter;          /* the last quarter of the text, which later ones are compared with */
    int       narrative;        /* the text tells its own time: years ago, dates hang on those before them */
} na_clock;

/* The value of one expression; fills type, anchor, value, mod, earliest, latest of *d and in *period what it means (unit 0:
 * no stretch of the calendar). */
void na_resolve(na_arena *arena, const na_when *w, const na_clock *clock, na_date *d, na_period *period);

#endif
