/* source.c - the outlet and whom it was taken from. */
#include "extract/extract.h"

void na_find_source(na_reading *r)
{
    (void)r;
}
