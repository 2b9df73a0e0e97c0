/* venue.c - to whom or where it was said. */
#include "extract/extract.h"

void na_find_venues(na_reading *r)
{
    (void)r;
}
