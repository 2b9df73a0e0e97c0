/* names.c - where names stand. */
#include "extract/extract.h"

void na_find_names(na_reading *r)
{
    (void)r;
}
