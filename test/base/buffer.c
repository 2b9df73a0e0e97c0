/* The string builder: what is added stands there, and after a failure nothing does. */
#include "test.h"
#include "base/base.h"

START_TEST(everything_is_appended)
{
    na_buffer b = {0};
    na_adds(&b, "a");
    na_addc(&b, ' ');
    na_add(&b, "b\0c", 3);
    na_add(&b, NULL, 0);
    ck_assert_uint_eq(b.n, 5);
    ck_assert_int_eq(memcmp(b.bytes, "a b\0c", 6), 0);
    for (int i = 0; i < 10000; i++)
        na_addf(&b, "%d;", i % 10);
    ck_assert_uint_eq(b.n, 5 + 20000);
    ck_assert_str_eq(b.bytes + b.n - 4, "8;9;");
    ck_assert_int_eq(b.failed, 0);
    na_buffer_free(&b);
    ck_assert_ptr_null(b.bytes);
    na_buffer_free(&b);
}
END_TEST

START_TEST(numbers_are_written_whole)
{
    static const struct { int64_t number; const char *text; } rows[] = {
        { 0, "0" }, { 7, "7" }, { -7, "-7" }, { 1000, "1000" },
        { INT64_MAX, "9223372036854775807" }, { INT64_MIN, "-9223372036854775808" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        na_buffer b = {0};
        na_addi(&b, rows[i].number);
        EXPECT(b.bytes, rows[i].text, "a number in decimal");
        na_buffer_free(&b);
    }
}
END_TEST

START_TEST(json_strings_are_escaped)
{
    static const struct { const char *in; size_t n; const char *out, *why; } rows[] = {
        { "plain", 5, "\"plain\"", "letters stay" },
        { "", 0, "\"\"", "empty is not null" },
        { NULL, 0, "null", "no string at all is null" },
        { "\"\\/", 3, "\"\\\"\\\\/\"", "quotation mark and backslash are escaped, a slash is not" },
        { "a\nb\rc\td", 7, "\"a\\nb\\rc\\td\"", "line ends and tabs have short escapes" },
        { "\x01\x1f\x7f", 3, "\"\\u0001\\u001f\x7f\"", "other control characters below a space as \\u00XX" },
        { "\0x", 2, "\"\\u0000x\"", "NUL is a byte like another" },
        { "\xE2\x80\x9C\xF0\x9F\x98\x80", 7, "\"\xE2\x80\x9C\xF0\x9F\x98\x80\"", "UTF-8 goes through" },
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        na_buffer b = {0};
        na_add_json(&b, rows[i].in, rows[i].n);
        EXPECT(b.bytes, rows[i].out, rows[i].why);
        na_buffer_free(&b);
    }
}
END_TEST

static void write_all(na_buffer *b)
{
    for (int i = 0; i < 2000; i++) {
        na_adds(b, "word ");
        na_addf(b, "%d", i);
        na_addi(b, -i);
        na_add_json(b, "\"", 1);
    }
}

START_TEST(an_error_sticks)
{
    int failures = 0;
    for (long n = 1; ; n++, failures++) {
        na_buffer b = {0};
        size_t before;
        int failed;
        na_fail_after = n;
        write_all(&b);
        na_fail_after = 0;
        failed = b.failed;
        before = b.n;
        write_all(&b);
        ck_assert(failed ? b.n == before && b.failed : b.n > before && !b.failed);
        na_buffer_free(&b);
        if (!failed)
            break;
    }
    ck_assert_int_gt(failures, 3);
}
END_TEST

TESTS("buffer", everything_is_appended, numbers_are_written_whole, json_strings_are_escaped, an_error_sticks)
