/* runs.c - runs of words that two texts share. */
#include "link/runs.h"

static uint64_t hash_of_run(const uint64_t *word)
{
    uint64_t hash = word[0];
    for (int i = 1; i < NA_LEAST_RUN; i++)
        hash = na_hash_join(hash, word[i]);
    return hash;
}

typedef struct slot { uint64_t hash; uint32_t place; } slot;        /* place: 1 + word of a; 0 free */

static slot *find_slot(slot *table, size_t mask, uint64_t hash)
{
    size_t i = (size_t)hash & mask;
    while (table[i].place && table[i].hash != hash)
        i = (i + 1) & mask;
    return &table[i];
}

na_common_run *na_shared_runs(na_arena *arena, const na_wording *a, const na_wording *b, size_t *runs)
{
    size_t mask = 63, room = 0;
    slot *table;
    na_common_run *run = NULL;
    *runs = 0;
    while (mask < 2 * a->words)
        mask = 2 * mask + 1;
    table = na_alloc(arena, (mask + 1) * sizeof *table);
    for (size_t i = 0; i + NA_LEAST_RUN <= a->words; i++) {
        uint64_t hash = hash_of_run(a->word + i);
        slot *s = find_slot(table, mask, hash);
        if (!s->place)
            *s = (slot){ hash, (uint32_t)i + 1 };
    }
    for (size_t j = 0; j + NA_LEAST_RUN <= b->words; j++) {
        size_t at = find_slot(table, mask, hash_of_run(b->word + j))->place, n = 0;
        while (at && at - 1 + n < a->words && j + n < b->words && a->word[at - 1 + n] == b->word[j + n])
            n++;
        if (n < NA_LEAST_RUN)
            continue;
        *NA_PUSH(arena, run, *runs, room) = (na_common_run){ (uint32_t)at - 1, (uint32_t)j, (uint32_t)n };
        j += n - 1;
    }
    return run;
}
