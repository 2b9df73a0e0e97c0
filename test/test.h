/* test.h - what every test program begins with.
 *
 *     START_TEST(what_must_hold) { ... } END_TEST
 *     TESTS("name", what_must_hold, ...)
 *
 * Where a table says it all, a row is input, expected, why, and failures name
 * the row's why. */
#ifndef NA_TEST_H
#define NA_TEST_H
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECONDS = 300 };         /* a hang, not a measurement: every test here takes far less */

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Compares NUL-ended strings, saying why the row is there. */
#define EXPECT(got, want, why) \
    ck_assert_msg(!strcmp((got), (want)), "%s\n  expected: %s\n  got:      %s", (why), (want), (got))

static inline int run_tests(const char *name, const TTest *const *tests, size_t n)
{
    Suite *suite = suite_create(name);
    TCase *group = tcase_create(name);
    SRunner *runner = srunner_create(suite);
    int failed;
    tcase_set_timeout(group, SECONDS);
    suite_add_tcase(suite, group);
    for (size_t i = 0; i < n; i++)
        tcase_add_test(group, tests[i]);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}

#define TESTS(name, ...) \
    int main(void) \
    { \
        const TTest *tests[] = { __VA_ARGS__ }; \
        return run_tests((name), tests, COUNT(tests)); \
    }

#endif
