/* published.c - when it appeared. */
#include "extract/extract.h"

void na_find_published(na_reading *r)
{
    (void)r;
}
