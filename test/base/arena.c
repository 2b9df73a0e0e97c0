/* The arena: memory is zeroed and aligned, stays where it is, and running out
 * of it comes back to na_guard whichever allocation fails. */
#include "test.h"
#include "base/base.h"

typedef struct load { na_arena *arena; size_t done; } load;

enum { LARGEST = 5000 };
static const unsigned char zeros[LARGEST];

static void take_all_sizes(void *state)
{
    load *l = state;
    for (size_t size = 0; size < LARGEST; size++, l->done++) {
        unsigned char *room = na_alloc(l->arena, size);
        ck_assert_msg((uintptr_t)room % 16 == 0, "%zu bytes are not aligned", size);
        ck_assert_msg(!memcmp(room, zeros, size), "%zu bytes are not zero", size);
        memset(room, 0xAA, size);       /* what comes next must not lie here */
    }
}

START_TEST(memory_is_zeroed_and_aligned)
{
    na_arena arena = {0};
    load l = { &arena, 0 };
    ck_assert_int_eq(na_guard(&arena, take_all_sizes, &l), 0);
    na_arena_reset(&arena);             /* used memory is zeroed again */
    ck_assert_int_eq(na_guard(&arena, take_all_sizes, &l), 0);
    ck_assert_uint_eq(l.done, 2 * LARGEST);
    na_arena_free(&arena);
    ck_assert_ptr_null(arena.block);
    na_arena_free(&arena);
    na_arena_reset(&arena);
}
END_TEST

static void push_many(void *state)
{
    load *l = state;
    size_t *list = NULL, count = 0, room = 0, wrong = 0;
    const char *copy = na_copy(l->arena, "a\0b", 3);
    for (size_t i = 0; i < 100000; i++, l->done++)
        *NA_PUSH(l->arena, list, count, room) = i * i;
    ck_assert_uint_eq(count, 100000);
    for (size_t i = 0; i < count; i++)
        wrong += list[i] != i * i;
    ck_assert_uint_eq(wrong, 0);
    ck_assert_int_eq(memcmp(copy, "a\0b", 4), 0);
    ck_assert_str_eq(na_copy(l->arena, NULL, 0), "");
}

START_TEST(arrays_keep_what_was_pushed)
{
    na_arena arena = {0};
    load l = { &arena, 0 };
    ck_assert_int_eq(na_guard(&arena, push_many, &l), 0);
    na_arena_free(&arena);
}
END_TEST

START_TEST(every_allocation_can_fail)
{
    size_t failures = 0;
    for (long n = 1; ; n++) {
        na_arena arena = {0};
        load l = { &arena, 0 };
        int out;
        na_fail_after = n;
        out = na_guard(&arena, push_many, &l);
        na_fail_after = 0;
        ck_assert(out == 1 || l.done == 100000);
        na_arena_free(&arena);
        if (!out)
            break;
        failures++;
    }
    ck_assert_uint_gt(failures, 3);     /* more than one block was asked for */
}
END_TEST

static void take_too_much(void *state)
{
    load *l = state;
    na_alloc(l->arena, SIZE_MAX - l->done);
}

static void grow_too_much(void *state)
{
    load *l = state;
    size_t room = SIZE_MAX / 16;
    na_grow(l->arena, NULL, room, &room, 16);
}

START_TEST(sizes_that_no_machine_has_are_refused)
{
    for (size_t less = 0; less < 200; less++) {
        na_arena arena = {0};
        load l = { &arena, less };
        ck_assert_int_eq(na_guard(&arena, take_too_much, &l), 1);
        ck_assert_int_eq(na_guard(&arena, grow_too_much, &l), 1);
        na_arena_free(&arena);
    }
}
END_TEST

static void work_on(void *state)
{
    load *l = state;
    for (l->done = 0; l->done < 10; l->done++)
        na_pause(l->arena);
}

START_TEST(work_stops_where_it_pauses_when_asked)
{
    atomic_int stop = 0;
    na_arena arena = { .stop = &stop };
    load l = { &arena, 0 };
    ck_assert_int_eq(na_guard(&arena, work_on, &l), 0);
    ck_assert_uint_eq(l.done, 10);
    atomic_store(&stop, 1);
    ck_assert_int_eq(na_guard(&arena, work_on, &l), NA_STOPPED);
    ck_assert_uint_eq(l.done, 0);
    arena.stop = NULL;
    ck_assert_int_eq(na_guard(&arena, work_on, &l), 0);
    na_arena_free(&arena);
}
END_TEST

TESTS("arena", memory_is_zeroed_and_aligned, arrays_keep_what_was_pushed, every_allocation_can_fail,
      sizes_that_no_machine_has_are_refused, work_stops_where_it_pauses_when_asked)
