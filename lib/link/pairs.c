/* pairs.c - two articles held against each other. */
#include "link/link.h"

/* Affairs are told within days: after two of them likeness counts less and less, after NA_WINDOW nothing
 * (field measurements: the window is worth more than any other feature). */
static float window(int32_t a, int32_t b)
{
    int32_t apart;
    if (a == NA_NO_DAY || b == NA_NO_DAY)
        return 1;
    apart = a > b ? a - b : b - a;
    return apart <= 2 ? 1 : apart >= NA_WINDOW ? 0 : 1 - (float)(apart - 2) / (NA_WINDOW - 2);
}

float na_likeness(const na_profile *a, const na_profile *b)
{
    float sum = 0, near = window(a->day, b->day);
    if (near <= 0)
        return 0;
    for (size_t i = 0, k = 0; i < a->terms && k < b->terms; )
        if (a->term[i].hash < b->term[k].hash) i++;
        else if (a->term[i].hash > b->term[k].hash) k++;
        else sum += a->term[i++].weight * b->term[k++].weight;
    return sum * near;
}

enum { ENOUGH_RUNS = 8 };       /* sampled, so of some thirty-five words */

float na_shared(const na_profile *a, const na_profile *b)
{
    size_t both = 0, fewer = a->shingles < b->shingles ? a->shingles : b->shingles;
    if (!fewer)
        return 0;
    for (size_t i = 0, k = 0; i < a->shingles && k < b->shingles; )
        if (a->shingle[i] < b->shingle[k]) i++;
        else if (a->shingle[i] > b->shingle[k]) k++;
        else { both++; i++; k++; }
    if (both == a->shingles && both == b->shingles)
        return 1;               /* word for word, however short */
    /* a few runs in common are a stock phrase or a template, not a copy */
    return both < ENOUGH_RUNS && (float)both > NA_COPIED / 2 * (float)fewer ? NA_COPIED / 2 : (float)both / (float)fewer;
}
