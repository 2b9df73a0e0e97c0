/* parts.c - roles of lines. */
#include "extract/extract.h"

void na_find_parts(na_reading *r)
{
    (void)r;
}
