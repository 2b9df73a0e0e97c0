/* weigh.c - how far to trust the speaker of each quotation.
 *
 * The steps before leave how they decided and how strong the evidence was.
 * What that is worth was counted on annotated articles: the table says, of a
 * hundred quotations decided so, how many were right, and that share is the
 * confidence.  Where more than half were wrong nobody is named: wrong is
 * worse than none. */
#include "extract/quotes.h"
#include <string.h>

#ifndef NA_UNWEIGHED            /* defined to count the table anew */
static const struct share { enum na_quote_kind kind; const char *how; int tenth, percent; } shares[] = {
#include "words/quote_confidence.h"
};

/* The row for exactly this strength, else for any, else for the kind; NULL where that was never counted. */
static const struct share *share_of(const na_quote *q)
{
    int tenth = (int)((double)q->confidence * 100 + .5) / 10;
    const struct share *best = NULL;
    if (tenth > 9)
        tenth = 9;
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
        const struct share *row = &shares[i];
        if (row->kind != q->kind || (row->tenth >= 0 && row->tenth != tenth))
            continue;
        if (!*row->how || !strcmp(row->how, q->how))
            best = row;         /* rows go from the general to the exact one */
    }
    return best;
}

static void weigh(na_quote *q)
{
    const struct share *row = q->how ? share_of(q) : NULL;
    if (!row)
        return;
    q->confidence = (float)row->percent / 100;
    if (row->percent < 50 && q->kind != NA_TERM) {
        q->speaker = NA_NONE;
        q->speaker_words = NULL;
        q->speaker_at = q->speaker_length = 0;
    }
}
#endif

void na_weigh_quotes(na_reading *r)
{
#ifndef NA_UNWEIGHED
    for (size_t q = 0; q < r->quotes; q++)
        weigh(&r->quote[q]);
#else
    (void)r;
#endif
}
