/* indirect.c - indirect speech. */
#include "extract/extract.h"

void na_find_indirect(na_reading *r)
{
    (void)r;
}
