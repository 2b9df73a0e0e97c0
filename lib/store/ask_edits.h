/* ask_edits.h - word diffs as the interface has them. */
#ifndef NA_ASK_EDITS_H
#define NA_ASK_EDITS_H
#include "link/diff.h"
#include "store/ask_rows.h"

/* From `from` to `to`; with fragment, from the stretch of `from` out of which `to` was cut. */
void na_edits_row(na_arena *arena, const na_wording *from, const na_wording *to, int fragment,
                  const newsarc_edit **edits, size_t *count, size_t *changed);

#endif
