/* pairs.c - two articles held against each other. */
#include "link/link.h"

enum { HALF = 7, SOON = 3 };

/* Affairs are told within days: likeness counts half after a week, nothing after NA_WINDOW (field measurements:
 * the window is worth more than any other feature).  But who tells later of the day of the first, or the two
 * before, goes on with what was told then.  Where a day is not known the two may well be far apart. */
static float window(const na_profile *a, const na_profile *b)
{
    const na_profile *first = a->day <= b->day ? a : b, *later = first == a ? b : a;
    int32_t apart;
    if (first->day == NA_NO_DAY)
        return 0.9f;
    if ((apart = later->day - first->day) > NA_WINDOW)
        return 0;
    if (apart > SOON && (na_tells_of(later, first->day) || na_tells_of(later, first->day - 1) || na_tells_of(later, first->day - 2)))
        apart = SOON;
    return (float)HALF / (float)(HALF + apart);
}

static float cosine(const na_profile *a, const na_profile *b)
{
    float sum = 0;
    for (size_t i = 0, k = 0; i < a->terms && k < b->terms; )
        if (a->term[i].hash < b->term[k].hash) i++;
        else if (a->term[i].hash > b->term[k].hash) k++;
        else sum += a->term[i++].weight * b->term[k++].weight;
    return sum;
}

float na_likeness(const na_profile *a, const na_profile *b)
{
    float near = window(a, b);
    return near > 0 ? near * cosine(a, b) : 0;
}

enum { ENOUGH_RUNS = 8 };       /* sampled, so of some thirty-five words */
#define ONE_MATTER 0.40f        /* cosine of copies, cut and damaged ones too */

float na_shared(const na_profile *a, const na_profile *b)
{
    size_t both = 0, fewer = a->shingles < b->shingles ? a->shingles : b->shingles;
    float part;
    if (!fewer)
        return 0;
    for (size_t i = 0, k = 0; i < a->shingles && k < b->shingles; )
        if (a->shingle[i] < b->shingle[k]) i++;
        else if (a->shingle[i] > b->shingle[k]) k++;
        else { both++; i++; k++; }
    if (both == a->shingles && both == b->shingles)
        return 1;               /* word for word, however short */
    part = (float)both / (float)fewer;
    /* a few runs in common are a stock phrase, many round another matter what an outlet has on every page */
    return part > NA_COPIED / 2 && (both < ENOUGH_RUNS || cosine(a, b) < ONE_MATTER) ? NA_COPIED / 2 : part;
}
