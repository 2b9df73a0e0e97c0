/* language.c - the language, by its function words. */
#include "extract/extract.h"

void na_find_language(na_reading *r)
{
    (void)r;
}
