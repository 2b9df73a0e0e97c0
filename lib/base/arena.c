/* arena.c - memory of one article, freed all at once. */
#include "base/base.h"
#include <stdlib.h>
#include <string.h>

struct na_block { na_block *before; size_t size; };

enum { FIRST = 64 * 1024, KEPT = 4 * 1024 * 1024, ALIGN = 16 };
#define HEAD ((sizeof(na_block) + ALIGN - 1) / ALIGN * ALIGN)

_Thread_local long na_fail_after;

static int must_fail(void)
{
    return na_fail_after > 0 && --na_fail_after == 0;
}

void *na_malloc(size_t size)
{
    return must_fail() ? NULL : malloc(size ? size : 1);
}

void *na_realloc(void *old, size_t size)
{
    return must_fail() ? NULL : realloc(old, size ? size : 1);
}

int na_guard(na_arena *arena, void (*work)(void *state), void *state)
{
    switch (setjmp(arena->escape)) {
    case 0: work(state); return 0;
    case NA_STOPPED: return NA_STOPPED;
    default: return NA_NO_MEMORY;
    }
}

void na_pause(na_arena *arena)
{
    if (arena->stop && atomic_load(arena->stop))
        longjmp(arena->escape, NA_STOPPED);
}

/* A block twice the last one, so that a text of any length takes few. */
static void add_block(na_arena *arena, size_t size)
{
    size_t want = arena->block ? arena->block->size * 2 : FIRST;
    na_block *block;
    if (want > (size_t)64 << 20)
        want = (size_t)64 << 20;
    if (want < size + HEAD)
        want = size + HEAD;
    if (want < size || !(block = na_malloc(want)))
        longjmp(arena->escape, NA_NO_MEMORY);
    block->before = arena->block;
    block->size = want;
    arena->block = block;
    arena->next = (char *)block + HEAD;
    arena->end = (char *)block + want;
    arena->taken += want;
}

static size_t aligned(size_t size)
{
    return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

void *na_room(na_arena *arena, size_t size)
{
    void *room;
    if (size > SIZE_MAX - ALIGN - HEAD)
        longjmp(arena->escape, NA_NO_MEMORY);
    size = aligned(size);
    if (!arena->next || (size_t)(arena->end - arena->next) < size)
        add_block(arena, size);
    room = arena->next;
    arena->next += size;
    return room;
}

void *na_alloc(na_arena *arena, size_t size)
{
    return memset(na_room(arena, size), 0, size);
}

char *na_copy(na_arena *arena, const char *bytes, size_t n)
{
    char *copy = na_room(arena, n + 1);
    if (n)
        memcpy(copy, bytes, n);
    copy[n] = 0;
    return copy;
}

void na_copy_all(na_arena *arena, const char **const *string, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (*string[i])
            *string[i] = na_copy(arena, *string[i], strlen(*string[i]));
}

/* Is the list what was allocated last, with room for as much again behind it? */
static int may_stay(const na_arena *arena, const void *list, size_t taken)
{
    return list && (const char *)list + aligned(taken) == arena->next && (size_t)(arena->end - arena->next) >= taken + ALIGN;
}

void *na_grow(na_arena *arena, void *list, size_t count, size_t *room, size_t size)
{
    void *wider;
    size_t taken = *room * size;
    if (count < *room)
        return list;
    if (*room > SIZE_MAX / 2 / size)
        longjmp(arena->escape, NA_NO_MEMORY);
    if (may_stay(arena, list, taken)) {
        arena->next = (char *)list + aligned(2 * taken);
        memset((char *)list + taken, 0, taken);
        *room *= 2;
        return list;
    }
    *room = *room ? *room * 2 : 16;
    wider = na_room(arena, *room * size);
    if (count)
        memcpy(wider, list, count * size);
    memset((char *)wider + count * size, 0, (*room - count) * size);
    return wider;
}

static void free_blocks(na_block *block)
{
    while (block) {
        na_block *before = block->before;
        free(block);
        block = before;
    }
}

void na_arena_reset(na_arena *arena)
{
    na_block *keep = arena->block;
    if (!keep)
        return;
    if (keep->size > KEPT) {            /* one large article shall not hold its memory for ever */
        na_arena_free(arena);
        return;
    }
    free_blocks(keep->before);
    keep->before = NULL;
    arena->next = (char *)keep + HEAD;
    arena->end = (char *)keep + keep->size;
    arena->taken = keep->size;
}

void na_arena_free(na_arena *arena)
{
    free_blocks(arena->block);
    arena->block = NULL;
    arena->next = arena->end = NULL;
    arena->taken = 0;
}
