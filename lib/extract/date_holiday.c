/* date_holiday.c - on which day of a year a holiday falls; lib/words/holiday.txt explains the rules. */
#include "extract/date.h"
#include <stdlib.h>
#include <string.h>

static na_period day_of(int32_t day)
{
    return na_period_of(NA_DAY, day);
}

/* The n-th such weekday of a month; n 9 is the last. */
static int32_t nth_weekday(int32_t year, int month, int weekday, int n)
{
    int32_t first = na_day_number(year, month, 1), day = first + (weekday - na_weekday(first) + 7) % 7;
    if (n < 9)
        return day + 7 * (n - 1);
    while (day + 7 <= first + na_days_in(year, month) - 1)
        day += 7;
    return day;
}

na_period na_holiday(const char *rule, int32_t year)
{
    na_period whole = { year, 0, 0, NA_YEAR };
    int week = !strncmp(rule, "week ", 5), month, a, b;
    if (!strncmp(rule, "year ", 5) || *rule == 'c' || year < 1)
        return whole;
    rule += week ? 5 : 0;
    if (*rule == 'e' || *rule == 'o') {
        int32_t day = na_easter(year, *rule == 'o') + atoi(rule + 1);
        return week ? na_period_of(NA_WEEK, day) : day_of(day);
    }
    month = atoi(rule);
    rule += 3;
    if (*rule == 'E')                   /* the Tuesday after the first Monday */
        return day_of(nth_weekday(year, month, 1, 1) + 1);
    if (*rule == 'w') {
        a = rule[1] - '0';
        b = rule[2] == 'L' ? 9 : rule[2] - '0';
        return day_of(nth_weekday(year, month, a, b) + (rule[3] ? atoi(rule + 3) : 0));
    }
    return (na_period){ year, (int16_t)month, (int16_t)atoi(rule), NA_DAY };
}
