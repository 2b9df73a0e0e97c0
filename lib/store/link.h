/* link.h - linking, on the side of the file: fetches what lib/link compares and keeps what it decides. */
#ifndef NA_STORE_LINK_H
#define NA_STORE_LINK_H
#include "link/link.h"
#include "store/store.h"

/* Writes what linking will compare of an article that has just been read. */
int na_write_profile(newsarc *arc, int64_t article, const na_reading *reading);

/* To be called before an article's reading is deleted or replaced: remembers
 * those that were linked with it, so that commit links them anew. */
int na_link_leave(newsarc *arc, int64_t article);

/* Lets commit look at an entity again: at its name, with `articles` also at who it is in all that name it. */
int na_link_touch(newsarc *arc, const char *kind, const char *key, int articles);

/* Brings pairs, copies, stories, people, utterances and lent speakers in step
 * with temp.changed and with what left since the last commit.  Inside the transaction. */
int na_link_commit(newsarc *arc);

#endif
