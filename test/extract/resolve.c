/* An article that learns its publication date later gets the same values as one that had it from the start. */
#include "extract/extract.h"
#include "test.h"

typedef struct job { na_arena arena; const char *text; const char *published; na_reading *late, *early; } job;

static void read_both(void *state)
{
    job *j = state;
    static const na_given none;
    na_given *given = na_alloc(&j->arena, sizeof *given);
    given->published = j->published;
    j->early = na_read(&j->arena, given, j->text, strlen(j->text));
    j->late = na_read(&j->arena, &none, j->text, strlen(j->text));
}

static void resolve(void *state)
{
    job *j = state;
    j->late->published = j->published;
    j->late->published_from = NA_FROM_STORY;
    na_resolve_dates(j->late);
}

static const char *or_none(const char *s) { return s ? s : "-"; }

START_TEST(what_hangs_on_publication_is_resolved_when_it_is_learnt)
{
    job j = { .published = "2024-03-05",
              .text = "The committee met last week and on Tuesday. It had met in June 2018, and a year earlier.\n\n"
                      "“We sail today,” the captain said on Monday. The strike ended in November. He left two years ago, on Jan. 8." };
    size_t open = 0;
    ck_assert(!na_guard(&j.arena, read_both, &j));
    ck_assert_uint_eq(j.late->dates, j.early->dates);
    for (size_t i = 0; i < j.late->dates; i++)
        open += !j.late->date[i].value;
    ck_assert_uint_ge(open, 6);
    ck_assert(!na_guard(&j.arena, resolve, &j));
    ck_assert_uint_eq(j.late->dates, j.early->dates);
    for (size_t i = 0; i < j.late->dates; i++) {
        const na_date *a = &j.late->date[i], *b = &j.early->date[i];
        ck_assert(b->value);
        ck_assert_uint_eq(a->at, b->at);
        EXPECT(or_none(a->value), or_none(b->value), "value");
        EXPECT(or_none(a->earliest), or_none(b->earliest), "earliest");
        EXPECT(or_none(a->latest), or_none(b->latest), "latest");
    }
    na_arena_free(&j.arena);
}
END_TEST

TESTS("resolve", what_hangs_on_publication_is_resolved_when_it_is_learnt)
