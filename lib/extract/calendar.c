/* calendar.c - days, weeks, months as numbers (Howard Hinnant's algorithms for the civil calendar). */
#include "extract/date.h"

static int32_t floor_div(int32_t a, int32_t b)
{
    return a / b - (a % b < 0);
}

int32_t na_day_number(int32_t year, int month, int day)
{
    int32_t y = year - (month <= 2), era = floor_div(y, 400), yoe = y - era * 400;
    int32_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static na_period civil(int32_t day)
{
    int32_t z = day + 719468, era = floor_div(z, 146097), doe = z - era * 146097;
    int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int32_t mp = (5 * doy + 2) / 153, month = mp < 10 ? mp + 3 : mp - 9;
    return (na_period){ yoe + era * 400 + (month <= 2), (int16_t)month, (int16_t)(doy - (153 * mp + 2) / 5 + 1), NA_DAY };
}

int na_days_in(int32_t year, int month)
{
    static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 ? 28 + leap : days[month - 1];
}

int na_weekday(int32_t day)
{
    int32_t w = (day + 3) % 7;          /* 1970-01-01 was a Thursday */
    return (int)(w < 0 ? w + 7 : w) + 1;
}

/* ISO 8601: the week belongs to the year of its Thursday. */
static na_period week_of(int32_t day)
{
    int32_t monday = day - (na_weekday(day) - 1), year = civil(monday + 3).year;
    int32_t first = na_day_number(year, 1, 4);
    first -= na_weekday(first) - 1;
    return (na_period){ year, (int16_t)((monday - first) / 7 + 1), 0, NA_WEEK };
}

static int32_t monday_of(int32_t year, int week)
{
    int32_t fourth = na_day_number(year, 1, 4);
    return fourth - (na_weekday(fourth) - 1) + 7 * (week - 1);
}

/* Spring, summer, autumn and winter begin with March, June, September and December; the winter of a year is the one that begins in it. */
static na_period season_of(na_period d)
{
    return (na_period){ d.year - (d.part <= 2), (int16_t)(d.part <= 2 ? 4 : d.part / 3), 0, NA_SEASON };
}

na_period na_period_of(enum na_unit unit, int32_t day)
{
    na_period d = civil(day), p = { d.year, 0, 0, (uint8_t)unit };
    switch (unit) {
    case NA_WEEK: return week_of(day);
    case NA_WEEKEND: p = week_of(day); p.unit = NA_WEEKEND; return p;
    case NA_MONTH: p.part = d.part; return p;
    case NA_SEASON: return season_of(d);
    case NA_QUARTER: p.part = (int16_t)((d.part + 2) / 3); return p;
    case NA_HALF: p.part = (int16_t)((d.part + 5) / 6); return p;
    case NA_YEAR: return p;
    case NA_DECADE: p.year = floor_div(d.year, 10) * 10; return p;
    case NA_CENTURY: p.year = floor_div(d.year, 100) * 100; return p;
    case NA_MILLENNIUM: p.year = floor_div(d.year, 1000) * 1000; return p;
    default: return d;
    }
}

static na_period shift_parts(na_period p, int32_t n, int32_t parts)
{
    int32_t at = p.year * parts + p.part - 1 + n;
    p.year = floor_div(at, parts);
    p.part = (int16_t)(at - p.year * parts + 1);
    return p;
}

na_period na_period_shift(na_period p, int32_t n)
{
    switch (p.unit) {
    case NA_WEEK: case NA_WEEKEND: {
        na_period q = week_of(monday_of(p.year, p.part) + 7 * n);
        q.unit = p.unit;
        return q;
    }
    case NA_MONTH: return shift_parts(p, n, 12);
    case NA_SEASON: case NA_QUARTER: return shift_parts(p, n, 4);
    case NA_HALF: return shift_parts(p, n, 2);
    case NA_YEAR: p.year += n; return p;
    case NA_DECADE: p.year += 10 * n; return p;
    case NA_CENTURY: p.year += 100 * n; return p;
    case NA_MILLENNIUM: p.year += 1000 * n; return p;
    default: return civil(na_day_number(p.year, p.part, p.day) + n);
    }
}

int32_t na_first_day(na_period p)
{
    switch (p.unit) {
    case NA_WEEK: return monday_of(p.year, p.part);
    case NA_WEEKEND: return monday_of(p.year, p.part) + 5;
    case NA_MONTH: return na_day_number(p.year, p.part, 1);
    case NA_SEASON: return na_day_number(p.year, 3 * p.part, 1);
    case NA_QUARTER: return na_day_number(p.year, 3 * p.part - 2, 1);
    case NA_HALF: return na_day_number(p.year, 6 * p.part - 5, 1);
    case NA_YEAR: case NA_DECADE: case NA_CENTURY: case NA_MILLENNIUM: return na_day_number(p.year, 1, 1);
    default: return na_day_number(p.year, p.part, p.day);
    }
}

int32_t na_last_day(na_period p)
{
    if (p.unit == NA_WEEKEND)
        return na_first_day(p) + 1;
    if (p.unit < NA_WEEK)
        return na_first_day(p);
    return na_first_day(na_period_shift(p, 1)) - 1;
}

/* Meeus/Jones/Butcher; the orthodox one by the Julian calendar, put on ours. */
int32_t na_easter(int32_t year, int orthodox)
{
    if (orthodox) {
        int32_t d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7, at = d + e + 114;
        int32_t gap = floor_div(year, 100) - floor_div(year, 400) - 2;
        return na_day_number(year, (int)(at / 31), (int)(at % 31 + 1)) + gap;
    } else {
        int32_t a = year % 19, b = year / 100, c = year % 100, g = (8 * b + 13) / 25, h = (19 * a + b - b / 4 - g + 15) % 30;
        int32_t l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7, m = (a + 11 * h + 22 * l) / 451, at = h + l - 7 * m + 114;
        return na_day_number(year, (int)(at / 31), (int)(at % 31 + 1));
    }
}
