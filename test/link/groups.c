/* Which articles are one story, from how alike they are. */
#include "link/link.h"
#include "test.h"

static na_arena arena;

/* Likeness of the pairs in hundredths, "ab50"; days of the members by letter, - where it is not known. */
static const struct { const char *pairs, *days, *groups, *why; } row[] = {
    { "ab30 bc30 ac30", "111", "aaa", "three accounts of one affair" },
    { "ab30", "111", "aac", "who is like nobody stays alone" },
    { "ab40 cd40 bc25", "1111", "aacc", "one pair between makes no affair of two" },
    { "ab40 cd40 ac32 ad32 bc32 bd32", "1111", "aaaa", "as alike between as inside, nearly" },
    { "ab20 ac20 bc20", "111", "aaa", "short articles are not very like any: what counts is that none is nearer" },
    { "ab45 ac45 bc45 de45 df45 ef45 ad20 ae20 af20 bd20 be20 bf20 cd20 ce20 cf20", "111111", "aaaddd", "two look-alike affairs, each more like itself" },
    { "ab90 ac90 bc90 ad40 bd40 cd40", "1111", "aaaa", "copies of one account are no nearer to the affair than another account" },
    { "ab40 bc40 ac00", "1-9", "aac", "an undated article joins one of two that lie too far apart, of equals the earlier" },
    { "ab40 ac40 bc40", "---", "aaa", "undated articles go together" },
};

static void group_rows(void *state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(row); i++) {
        size_t n = strlen(row[i].days), edges = (strlen(row[i].pairs) + 1) / 5;
        for (int backwards = 0; backwards < 2; backwards++) {
            na_edge edge[16];
            int32_t day[16];
            uint32_t out[16];
            char groups[17] = {0};
            for (size_t k = 0; k < edges; k++) {
                const char *s = row[i].pairs + 5 * (backwards ? edges - 1 - k : k);
                edge[k] = (na_edge){ (uint32_t)(s[0] - 'a'), (uint32_t)(s[1] - 'a'), (float)((s[2] - '0') * 10 + s[3] - '0') / 100 };
            }
            for (size_t k = 0; k < n; k++)
                day[k] = row[i].days[k] == '-' ? NA_NO_DAY : (row[i].days[k] - '0') * 10;
            na_group(&arena, n, edge, edges, day, out);
            for (size_t k = 0; k < n; k++)
                groups[k] = (char)('a' + out[k]);
            EXPECT(groups, row[i].groups, row[i].why);
        }
    }
}

START_TEST(groups_are_as_alike_between_as_inside)
{
    ck_assert_int_eq(na_guard(&arena, group_rows, NULL), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("link/groups", groups_are_as_alike_between_as_inside)
