/* speakers.c - who said it. */
#include "extract/extract.h"

void na_find_speakers(na_reading *r)
{
    (void)r;
}
