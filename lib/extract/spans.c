/* spans.c - marked quotations. */
#include "extract/extract.h"

void na_find_spans(na_reading *r)
{
    (void)r;
}
