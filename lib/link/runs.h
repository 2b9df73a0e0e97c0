/* runs.h - runs of words that two texts share. */
#ifndef NA_RUNS_H
#define NA_RUNS_H
#include "link/diff.h"

enum { NA_LEAST_RUN = 8 };

typedef struct na_common_run { uint32_t a, b, words; } na_common_run;        /* where it begins in either, in words */

/* Longest runs, as b has them in order: a word of b is in one run at most.  In
 * linear time, since of words that a repeats the first place stands for all. */
na_common_run *na_shared_runs(na_arena *arena, const na_wording *a, const na_wording *b, size_t *runs);

#endif
