/* day.c - days as numbers. */
#include "link/link.h"

/* Days from civil date and back: Howard Hinnant's algorithms ("chrono-Compatible Low-Level Date Algorithms"). */
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

void na_day_string(int32_t number, char out[11])
{
    int z = number + 719468, era = z / 146097, doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365, doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153, day = doy - (153 * mp + 2) / 5 + 1, month = mp < 10 ? mp + 3 : mp - 9;
    int year = yoe + era * 400 + (month <= 2);
    const int field[] = { year / 1000 % 10, year / 100 % 10, year / 10 % 10, year % 10, -1, month / 10, month % 10, -1, day / 10, day % 10 };
    for (int i = 0; i < 10; i++)
        out[i] = field[i] < 0 ? '-' : (char)('0' + field[i]);
    out[10] = 0;
}
