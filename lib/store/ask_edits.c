/* ask_edits.c - word diffs as the interface has them. */
#include "store/ask_edits.h"

void na_edits_row(na_arena *arena, const na_wording *from, const na_wording *to, int fragment,
                  const newsarc_edit **edits, size_t *count, size_t *changed)
{
    size_t first = 0, end = from->words;
    na_wording stretch;
    na_diff d;
    newsarc_edit *row;
    if (fragment)
        na_find_stretch(arena, from, to, &first, &end);
    stretch = na_wording_part(from, first, end);
    d = na_diff_words(arena, &stretch, to);
    row = na_alloc(arena, (d.edits + 1) * sizeof *row);
    for (size_t i = 0; i < d.edits; i++)
        row[i] = (newsarc_edit){ d.edit[i].what, d.edit[i].text, d.edit[i].length };
    *edits = row;
    *count = d.edits;
    *changed = d.changed;
}
