/* dates.c - dates. */
#include "extract/extract.h"

void na_find_dates(na_reading *r)
{
    (void)r;
}

void na_resolve_dates(na_reading *r)
{
    (void)r;
}
