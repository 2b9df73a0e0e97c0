/* link_namesakes.h - which full names are two people's. */
#ifndef NA_STORE_LINK_NAMESAKES_H
#define NA_STORE_LINK_NAMESAKES_H
#include "store/link_private.h"

/* Finds them; l->renaming: articles in which somebody is another one now. */
int na_find_namesakes(na_linking *l);
/* What was found for a naming, or NULL: it is whom it says. */
const na_told *na_namesake_at(const na_linking *l, int64_t article, int64_t number);

#endif
