/* base.h - what every layer stands on: memory, bytes, hashes.  Knows C only. */
#ifndef NA_BASE_H
#define NA_BASE_H
#include <setjmp.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

/* ---- arena.c: memory that is freed all at once --------------------------- */

/* One arena per article.  Allocation never returns NULL: when memory runs out
 * control jumps back to na_guard, which gives 1.  This is sound because the
 * code in between (text, extract, link) holds nothing but arena memory, and it
 * is what keeps that code straight.  Allocate only inside na_guard. */
typedef struct na_block na_block;
typedef struct na_arena {
    jmp_buf   escape;
    na_block *block;            /* the newest; each points at the one before */
    char     *next, *end;       /* what is left of it */
    size_t    taken;            /* bytes of all blocks */
    const atomic_int *stop;     /* where somebody may ask the work to stop; NULL: nobody can */
} na_arena;

/* Calls work(state); 0, or 1 when memory ran out on the way, 2 when it was asked to stop. */
enum { NA_NO_MEMORY = 1, NA_STOPPED = 2 };
int na_guard(na_arena *arena, void (*work)(void *state), void *state);

void na_pause(na_arena *arena);                            /* between two steps of long work: the place to stop */
void *na_alloc(na_arena *arena, size_t size);              /* zeroed, aligned for anything */
void *na_room(na_arena *arena, size_t size);               /* the same with any bytes in it, for what is written whole */
char *na_copy(na_arena *arena, const char *bytes, size_t n);  /* with a NUL behind */
/* Borrowed strings, each replaced by a copy; NULL stays NULL:  NA_COPY_ALL(arena, &row->name, &row->key); */
void  na_copy_all(na_arena *arena, const char **const *string, size_t n);
#define NA_COPY_ALL(arena, ...) \
    na_copy_all((arena), (const char **const[]){ __VA_ARGS__ }, sizeof((const char **const[]){ __VA_ARGS__ }) / sizeof(const char **))
void  na_arena_reset(na_arena *arena);                     /* forget all, keep one block of moderate size */
void  na_arena_free(na_arena *arena);

/* Room for one more in a growing array of the arena; the array is moved when
 * full (its old room is given up, at most as much again in all).
 *     *NA_PUSH(arena, list, count, room) = item;                            */
void *na_grow(na_arena *arena, void *list, size_t count, size_t *room, size_t size);
#define NA_PUSH(arena, list, count, room) \
    ((list) = (count) < (room) ? (list) : na_grow((arena), (list), (count), &(room), sizeof *(list)), &(list)[(count)++])

/* The test builds can make the n-th allocation from now fail (0: none). */
extern _Thread_local long na_fail_after;
void *na_malloc(size_t size);           /* malloc and realloc that obey it */
void *na_realloc(void *old, size_t size);

/* ---- buffer.c: text that grows ------------------------------------------- */

/* A string builder with a sticky error: after memory ran out, every call does
 * nothing and `failed` stays set, so that only the end need look. */
typedef struct na_buffer {
    char  *bytes;               /* NUL behind, once anything was added */
    size_t n, room;
    int    failed;
} na_buffer;

void na_add(na_buffer *buffer, const char *bytes, size_t n);
void na_adds(na_buffer *buffer, const char *string);
void na_addc(na_buffer *buffer, char c);
void na_addi(na_buffer *buffer, int64_t number);
void na_addf(na_buffer *buffer, const char *format, ...)
#ifdef __GNUC__
    __attribute__((format(printf, 2, 3)))
#endif
    ;
void na_add_json(na_buffer *buffer, const char *bytes, size_t n);   /* quoted and escaped; bytes NULL: null */
void na_buffer_free(na_buffer *buffer);

/* ---- hash.c ---------------------------------------------------------------- */

/* 64-bit FNV-1a with a final mix: the same on every machine and build, because
 * hashes are stored in the file and in the compiled word tables. */
#define NA_HASH_SEED UINT64_C(0xcbf29ce484222325)
#define NA_HASH_PRIME UINT64_C(0x100000001b3)
uint64_t na_hash(const void *bytes, size_t n);
uint64_t na_hash_mix(uint64_t h);                          /* the finalizer (SplitMix64's) */
uint64_t na_hash_join(uint64_t left, uint64_t right);      /* of a sequence: join(hash of "a", hash of "b") */

/* BLAKE2b-256 (RFC 7693) as 64 hex digits and a NUL: `b2sum -l 256` prints the same. */
typedef struct na_digest { uint64_t h[8], count; size_t n; unsigned char block[128]; } na_digest;
void na_digest_begin(na_digest *d);
void na_digest_add(na_digest *d, const void *bytes, size_t n);
void na_digest_end(na_digest *d, char hex[65]);

#endif
