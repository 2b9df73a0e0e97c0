/* day.c - days as numbers. */
#include "link/link.h"

/* Days from a civil date: Howard Hinnant's algorithms ("chrono-Compatible Low-Level Date Algorithms"). */
static int32_t days_from(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year, era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return (int32_t)(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468);
}

static int digits(const char *s, int n)
{
    int value = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        value = value * 10 + s[i] - '0';
    }
    return value;
}

int32_t na_day_of(const char *date)
{
    int year, month = 1, day = 1;
    if (!date || (year = digits(date, 4)) < 1)
        return NA_NO_DAY;
    if (date[4] == '-' && (month = digits(date + 5, 2)) >= 1 && month <= 12 && date[7] == '-')
        day = digits(date + 8, 2);
    if (month < 1 || month > 12 || day < 1 || day > 31)
        return NA_NO_DAY;
    return days_from(year, month, day);
}
