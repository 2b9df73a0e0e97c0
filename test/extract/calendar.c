/* Days, weeks, months as numbers: against dates that any almanac has. */
#include "extract/date.h"
#include "test.h"

static const char *show(na_period p)
{
    static char text[64];
    const char *form = p.unit == NA_WEEK ? "%d-W%02d" : p.unit == NA_QUARTER ? "%d-Q%d" : p.unit == NA_SEASON ? "%d season %d" : p.unit == NA_MONTH ? "%d-%02d" : "%d-%02d-%02d";
    snprintf(text, sizeof text, form, (int)p.year, p.part, p.day);
    return text;
}

START_TEST(weeks_belong_to_the_year_of_their_thursday)
{
    static const struct { int year, month, day; const char *week, *why; } rows[] = {
        { 2020, 12, 31, "2020-W53", "a year with 53 weeks" },          { 2021, 1, 3, "2020-W53", "its last Sunday" },
        { 2021, 1, 4, "2021-W01", "the Monday after it" },             { 2024, 12, 30, "2025-W01", "December in the next year's first week" },
        { 2016, 1, 1, "2015-W53", "January in the last year's last week" }, { 2024, 2, 29, "2024-W09", "a leap day" },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        EXPECT(show(na_period_of(NA_WEEK, na_day_number(rows[i].year, rows[i].month, rows[i].day))), rows[i].week, rows[i].why);
}
END_TEST

START_TEST(easter_falls_where_it_fell)
{
    static const struct { int year, orthodox; const char *day; } rows[] = {
        { 1818, 0, "1818-03-22" }, { 1943, 0, "1943-04-25" }, { 2000, 0, "2000-04-23" }, { 2019, 0, "2019-04-21" }, { 2024, 0, "2024-03-31" },
        { 2019, 1, "2019-04-28" }, { 2021, 1, "2021-05-02" }, { 2024, 1, "2024-05-05" },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        EXPECT(show(na_period_of(NA_DAY, na_easter(rows[i].year, rows[i].orthodox))), rows[i].day, "Easter Sunday");
}
END_TEST

START_TEST(rules_give_their_day)
{
    static const struct { const char *rule; int year; const char *day, *why; } rows[] = {
        { "12-25", 2019, "2019-12-25", "a fixed day" },          { "11-w44", 2019, "2019-11-28", "the fourth Thursday" },
        { "11-w44+1", 2019, "2019-11-29", "the day after it" },  { "05-w1L", 2021, "2021-05-31", "the last Monday" },
        { "11-E", 2016, "2016-11-08", "the Tuesday after the first Monday" }, { "11-E", 2022, "2022-11-08", "when the month begins with a Tuesday" },
        { "e-2", 2024, "2024-03-29", "Good Friday" },            { "o+0", 2024, "2024-05-05", "orthodox Easter" },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        EXPECT(show(na_holiday(rows[i].rule, rows[i].year)), rows[i].day, rows[i].why);
    ck_assert_int_eq(na_holiday("c", 2019).unit, NA_YEAR);
    EXPECT(show(na_holiday("week e+0", 2024)), "2024-W13", "the week that holds the day");
}
END_TEST

/* Every day is found again, its weekday goes on by one, and it lies in each period that is said to hold it. */
START_TEST(days_and_periods_agree)
{
    int weekday = na_weekday(na_day_number(1, 1, 1)), wrong = 0;
    for (int32_t day = na_day_number(1, 1, 1); day < na_day_number(2400, 1, 1); day++, weekday = weekday % 7 + 1) {
        na_period p = na_period_of(NA_DAY, day);
        wrong += na_day_number(p.year, p.part, p.day) != day || na_weekday(day) != weekday;
        for (int unit = NA_WEEK; unit <= NA_MILLENNIUM; unit++) {
            p = na_period_of((enum na_unit)unit, day);
            if (unit == NA_WEEKEND)
                wrong += na_last_day(p) - na_first_day(p) != 1;
            else
                wrong += na_first_day(p) > day || na_last_day(p) < day;
        }
    }
    ck_assert_int_eq(wrong, 0);
    ck_assert_int_eq(na_weekday(0), 4);
}
END_TEST

START_TEST(shifts_go_there_and_back)
{
    EXPECT(show(na_period_shift(na_period_of(NA_MONTH, na_day_number(2020, 1, 14)), -1)), "2019-12", "the month before January");
    EXPECT(show(na_period_shift(na_period_of(NA_QUARTER, na_day_number(2020, 11, 1)), 1)), "2021-Q1", "the quarter behind the fourth");
    EXPECT(show(na_period_shift(na_period_of(NA_WEEK, na_day_number(2020, 12, 31)), 1)), "2021-W01", "the week behind the 53rd");
    EXPECT(show(na_period_of(NA_SEASON, na_day_number(2020, 2, 1))), "2019 season 4", "February is in the winter that began in December");
    for (int unit = NA_DAY; unit <= NA_MILLENNIUM; unit++)
        for (int n = -30; n <= 30; n++) {
            na_period p = na_period_of((enum na_unit)unit, na_day_number(2020, 2, 29)), q = na_period_shift(na_period_shift(p, n), -n);
            ck_assert_msg(q.year == p.year && q.part == p.part && q.day == p.day, "unit %d, %d and back", unit, n);
        }
}
END_TEST

TESTS("calendar", weeks_belong_to_the_year_of_their_thursday, easter_falls_where_it_fell, rules_give_their_day, days_and_periods_agree, shifts_go_there_and_back)
