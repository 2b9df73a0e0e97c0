/* newsarc_private.h - shared by the files that make the public interface. */
#ifndef NEWSARC_PRIVATE_H
#define NEWSARC_PRIVATE_H
#include "store/store.h"

/* ---- newsarc.c ------------------------------------------------------------------ */

/* newsarc_ingest of a document whose struct was looked at; by_feed: in the feed's transaction, which a failure undoes whole. */
int na_ingest(newsarc *arc, const newsarc_document *document, newsarc_receipt *receipt, int by_feed);

/* ---- feed.c ------------------------------------------------------------------------ */

/* Its archive closes under it. */
void na_feed_abandon(newsarc_feed *feed);

#endif
