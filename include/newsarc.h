/* newsarc.h - an archive of news in one SQLite file.
 *
 * Give it articles as they were scraped.  It keeps them, finds out who
 * published them and when, whom and what they name, which dates they mean and
 * who said what; recognises the same utterance, the same affair and copied
 * text across outlets; and answers questions.  Offline, deterministic, and in
 * a file that the sqlite3 shell reads without us.
 *
 *     newsarc *arc;
 *     newsarc_quotes *quotes;
 *     newsarc_filter filter = NEWSARC_FILTER_INIT;
 *     const newsarc_quote *q;
 *
 *     if (newsarc_open(&arc, "news.db", NULL) >= 0) {
 *         filter.who = "Ada Marsh";
 *         newsarc_quotes_open(&quotes, arc, &filter);
 *         while ((q = newsarc_quotes_next(quotes)))
 *             printf("%s: %s\n", q->key, q->text);
 *         newsarc_quotes_close(quotes);
 *     }
 *     if (*newsarc_error(arc))
 *         fprintf(stderr, "%s\n", newsarc_error(arc));
 *     newsarc_close(arc);
 *
 * The page is a course: open, put in, ask, look closer, keep house.  What is
 * not declared here is not part of the interface.
 *
 * Results    Functions that can fail give an int: 0 fine, above 0 fine with
 *            something to say, below 0 a failure, told by newsarc_error in one
 *            line of English that says what to do.
 * Threads    An archive and all that came from it belong to one thread at a
 *            time.  Two archives, even on one file, know nothing of each other.
 *            There is no global state and no setup call.
 * Ownership  What arrives through a ** is yours to close, failed or not;
 *            closing NULL does nothing.  Close cursors before their archive.
 *            A const pointer is borrowed: a row and its strings live until the
 *            next call on its cursor, an error until the next call on its
 *            archive.
 * Text       Is UTF-8.  Offsets and lengths count bytes of the article's text.
 *            Unknown is NULL or 0; in rows of an archive key, kind, type, text and the
 *            name of a source, an entity or a mention are never NULL.
 * Structs    Yours begin with `size` and an _INIT that sets it.  Rows are the
 *            library's: fields may be added at their end, never moved.
 */
#ifndef NEWSARC_H
#define NEWSARC_H
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif
#ifndef NEWSARC_API
#if defined(__GNUC__)
#define NEWSARC_API __attribute__((visibility("default")))
#else
#define NEWSARC_API
#endif
#endif

#define NEWSARC_VERSION "0.1.0"
NEWSARC_API const char *newsarc_version(void);          /* of the library in use */

/* Codes are added at the end and never renumbered. */
enum newsarc_result {
    NEWSARC_OK       =   0,
    NEWSARC_KNOWN    =   1,     /* ingest: the archive had this document, byte for byte */
    NEWSARC_REVISED  =   2,     /* ingest: the same article with another text or other fields; the old one is kept */
    NEWSARC_NOMEM    =  -1,
    NEWSARC_IO       =  -2,     /* the system refused a read or a write: disk full, no permission, no such folder */
    NEWSARC_BUSY     =  -3,     /* another writer holds the file */
    NEWSARC_ALIEN    =  -4,     /* not an archive, or one from a later version */
    NEWSARC_BADARG   =  -5,     /* a call that makes no sense: the message says which argument */
    NEWSARC_BADINPUT =  -6,     /* the document is not what its format says, is empty, or is too long */
    NEWSARC_STOPPED  =  -7,     /* a callback or newsarc_interrupt asked to stop */
    NEWSARC_DAMAGED  =  -8,     /* the file is damaged or was tampered with */
    NEWSARC_NOWRITE  =  -9,     /* a write to an archive that was opened for reading */
    NEWSARC_SQLITE   = -10,     /* anything else SQLite reports */
    NEWSARC_NOTFOUND = -11      /* no article, story or utterance of that number or key */
};

/* ==== Open and close ======================================================= */

typedef struct newsarc newsarc;

enum newsarc_mode {
    NEWSARC_CREATE,             /* read and write; made if it is not there */
    NEWSARC_EXISTING,           /* read and write; must be there */
    NEWSARC_READONLY            /* also works in a folder that cannot be written */
};

/* Every field 0 means the default; what is out of range is an error (BADARG). */
typedef struct newsarc_options {
    size_t      size;
    int         mode;           /* enum newsarc_mode */
    int         durable;        /* 0 or 1: an acknowledged commit survives power loss */
    int         untrusted;      /* 0 or 1: the file may be hostile: checked before use, hardened settings */
    int         timeout_ms;     /* how long to wait for another writer; default 5000, -1: not at all */
    int         jobs;           /* reserved for threads that read articles during a feed; 0 or 1 */
    size_t      longest;        /* bytes of the longest text taken; default 64 MiB, at most 1 GiB; reading takes some forty
                                 * bytes of memory for each byte of text */
} newsarc_options;
#define NEWSARC_OPTIONS_INIT { sizeof(newsarc_options), 0, 0, 0, 0, 0, 0 }

/* Opens the archive at path; ":memory:" keeps none.  options may be NULL.  An
 * archive of an older version is brought up to date, of a newer one refused
 * (ALIEN).  *out is set even on failure (unless memory ran out), so that
 * newsarc_error can explain; close it. */
NEWSARC_API int newsarc_open(newsarc **out, const char *path, const newsarc_options *options);
/* Rolls back what was begun and not committed.  Afterwards the archive is one file. */
NEWSARC_API void newsarc_close(newsarc *arc);
/* Why the last call on arc failed, "" if it did not.  arc NULL: that memory ran out. */
NEWSARC_API const char *newsarc_error(const newsarc *arc);

/* ==== Put news in =========================================================== */

typedef struct newsarc_document {
    size_t      size;
    const char *text;           /* as received, boilerplate and all; need not be UTF-8, may hold NUL */
    size_t      length;         /* bytes of text */
    const char *id;             /* the caller's name for this article; else the url, else the digest is its identity */
    const char *url;
    const char *source;         /* outlet; what the caller knows better than the text: */
    const char *title;
    const char *published;      /* "2020-01-14", or with a time, "2020-01-14T07:55" (a zone may follow).  Other dates are
                                 * understood ("Tue, 14 Jan 2020 07:55 GMT"), but order no revisions.  What is no date
                                 * is kept with the document, told in the receipt, and counts as not given */
    const char *modified;       /* of this revision, same forms; nothing but order is made of it */
} newsarc_document;
#define NEWSARC_DOCUMENT_INIT { sizeof(newsarc_document), 0, 0, 0, 0, 0, 0, 0, 0 }

typedef struct newsarc_receipt {
    size_t      size;
    int64_t     article;        /* its number in the archive */
    int64_t     copy_of;        /* the article that this one copies, or 0; known after commit */
    size_t      repaired;       /* bytes of text that were no UTF-8, or NUL, and became U+FFFD; the original bytes are kept */
    const char *unread;         /* what was given and is no date: "published", "modified", "published and modified";
                                 * NULL: nothing.  Never to be freed */
} newsarc_receipt;
#define NEWSARC_RECEIPT_INIT { sizeof(newsarc_receipt), 0, 0, 0, 0 }

/* One document, wholly or not at all.  Gives OK (new), KNOWN (nothing changed)
 * or REVISED.  receipt may be NULL.  Outside begin and commit it is a
 * transaction of its own.
 *
 * Identity: only the same identity with another text or other fields is a
 * revision; the same url under another id is another article; the same text
 * under another id is a copy.  The current revision is the one with the latest
 * `modified`, else `published`, else the highest digest. */
NEWSARC_API int newsarc_ingest(newsarc *arc, const newsarc_document *document, newsarc_receipt *receipt);

/* Ingests between begin and commit are one transaction.  What several articles
 * share (people, utterances, stories, copies) is worked out at commit, and
 * depends on the documents alone, not on the order in which they came; until
 * then filter.match does not find them. */
NEWSARC_API int newsarc_begin(newsarc *arc);
NEWSARC_API int newsarc_commit(newsarc *arc);
NEWSARC_API int newsarc_rollback(newsarc *arc);

/* Many documents in one stream, fed in pieces of any size.  Formats:
 *   "jsonl"   JSON Lines: an object a line with "text" and, if known, "id",
 *             "url", "source", "title", "published", "modified"
 *   "text"    the whole stream is one article
 * `told`, if given, hears of each document; non-zero from it stops the feed
 * (STOPPED).  A bad line is told and the rest goes on.  The feed commits every
 * `batch` articles and when it is closed; stopped or failed, it rolls back to
 * the last commit, with whatever else was written on arc meanwhile.  With arc
 * NULL nothing is stored: documents are only taken apart and told. */
typedef struct newsarc_news {
    int         result;         /* OK, KNOWN, REVISED, or why it was refused */
    const char *error;          /* one line, when result is below 0 */
    int64_t     line;           /* of the stream, from 1 */
    int64_t     bytes;          /* of the stream that were read so far */
    const char *id;             /* the document's, or NULL */
    const newsarc_document *document;   /* NULL when the line could not be taken apart */
    const newsarc_receipt  *receipt;    /* NULL without an archive or when refused */
} newsarc_news;
typedef int newsarc_told(void *user, const newsarc_news *news);

typedef struct newsarc_feed newsarc_feed;
typedef struct newsarc_feed_options {
    size_t        size;
    const char   *format;       /* default "jsonl" */
    newsarc_told *told;
    void         *user;
    int64_t       batch;        /* articles a commit; 0: 3000 */
    const newsarc_document *known;      /* "text": what is known of the article (its id ...); its text is ignored */
} newsarc_feed_options;
#define NEWSARC_FEED_OPTIONS_INIT { sizeof(newsarc_feed_options), 0, 0, 0, 0, 0 }

NEWSARC_API int newsarc_feed_open(newsarc_feed **out, newsarc *arc, const newsarc_feed_options *options);
NEWSARC_API int newsarc_feed_write(newsarc_feed *feed, const void *bytes, size_t n);
/* Why the last call on feed failed, "" if it did not. */
NEWSARC_API const char *newsarc_feed_error(const newsarc_feed *feed);
/* Ends the stream, commits, and frees.  Below 0: what came since the last
 * commit is not stored; newsarc_error(arc) tells why. */
NEWSARC_API int newsarc_feed_close(newsarc_feed *feed);

/* Called now and then during commits, rebuilds and checks: how much of how
 * much is done, of what ("linking").  Non-zero stops the work (STOPPED), which
 * is then rolled back.  NULL: none. */
typedef int newsarc_progress(void *user, const char *doing, int64_t done, int64_t all);
NEWSARC_API void newsarc_on_progress(newsarc *arc, newsarc_progress *progress, void *user);
/* Stops the call that runs on arc: the one function that another thread or a signal handler may call. */
NEWSARC_API void newsarc_interrupt(newsarc *arc);

/* ==== Ask ==================================================================== */

/* One filter for every question; a field left NULL or 0 asks for nothing.  A
 * field that a kind cannot use is an error (BADARG), never silence:
 *
 *             match who called source kind since until article story utterance entity newest
 *  sources      .    .    .      x     .     .     .      .      .       .       .      .
 *  articles     x    x    .      x     x     x     x      x      x       .       x      x
 *  entities     .    x    .      x     x     .     .      x      x       .       x      .
 *  mentions     .    x    x      x     x     x     x      x      x       .       x      x
 *  dates        .    x    .      x     x     x     x      x      x       .       x      .
 *  quotes       x    x    .      x     x     x     x      x      x       x       x      x
 *  utterances   x    x    .      x     .     x     x      x      x       x       x      .
 *  stories      x    x    .      x     .     x     x      x      x       .       x      .
 *  venues       .    x    .      x     .     x     x      x      x       .       x      .
 *  decisions    .    .    .      .     x     .     .      .      .       .       .      .
 *
 * Every kind takes limit and after.  Days are of publication; for dates, the
 * days that the text means. */
typedef struct newsarc_filter {
    size_t      size;
    const char *match;          /* words to search for, all of them, any order; "in quotes": in a row; any bytes are safe */
    const char *who;            /* a person or organization, however spelled: O'Brien, O’Brien, O ‘Brien */
    const char *called;         /* mentions: the words used at this place */
    const char *source;         /* outlet, by name or domain */
    const char *kind;           /* entities, mentions: person organization place other; quotes: direct mixed term
                                 * indirect unmarked; dates: DATE TIME DURATION SET; articles: relayed (taken from
                                 * another outlet or agency) */
    const char *since, *until;  /* "2020", "2020-01" or "2020-01-14", both inclusive */
    int64_t     article, story, utterance, entity;
    int64_t     limit;          /* most rows; 0: all */
    int         newest;         /* 0 or 1: latest first */
    const char *after;          /* paging: a copy of the `page` of the last row seen, however long; survives inserts */
} newsarc_filter;
#define NEWSARC_FILTER_INIT { sizeof(newsarc_filter), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

typedef struct newsarc_source {
    int64_t     id;
    const char *name;           /* as people say it: The Japan Times */
    const char *domain;
    int64_t     articles;       /* that it published */
    int64_t     relayed;        /* quotations that others took from it: it is their venue, or their article's via */
    const char *page;
} newsarc_source;

typedef struct newsarc_article {
    int64_t     id;
    const char *key;            /* the caller's id, else the url, else the digest */
    const char *url;
    const char *source, *source_how;        /* outlet, and how we know */
    const char *via, *via_how;              /* whom it was taken from */
    const char *headline;
    const char *byline;         /* names or addresses, "; " between */
    const char *published;      /* "2020-01-14T07:55", "2020-01-14" */
    const char *published_from; /* given text url story */
    const char *published_how;
    const char *earliest, *latest;          /* days between which it can have appeared */
    const char *language;       /* "en"; NULL unknown */
    int64_t     story, copy_of;
    int64_t     length;         /* bytes of text */
    const char *snippet;        /* with filter.match: where it matches, the words found between [ and ] */
    const char *page;
} newsarc_article;

typedef struct newsarc_part {
    int64_t     at, length;
    const char *role;           /* headline byline dateline caption credit junk; all else is body */
} newsarc_part;

typedef struct newsarc_entity {
    int64_t     id;
    const char *kind;           /* person organization place other */
    const char *name;           /* fullest and most usual */
    const char *role;           /* office, "national security adviser"; NULL */
    const char *also;           /* other spellings, "; " between */
    int64_t     geonames;       /* 0: not sure */
    const char *wikidata;
    int64_t     mentions, articles, quotes;
    const char *page;
} newsarc_entity;

typedef struct newsarc_mention {
    int64_t     article, at, length;
    const char *kind, *text, *name;         /* text: the words here; name: who that is */
    int64_t     entity;
    const char *how;            /* why we think so */
    const char *key, *source, *published;   /* of the article */
    const char *page;
    int64_t     role_at, role_length;       /* the office beside the name here ("Norwegian prime minister"); length 0: none */
} newsarc_mention;

typedef struct newsarc_date {
    int64_t     article, at, length;
    const char *type;           /* DATE TIME DURATION SET */
    const char *value;          /* TIMEX3: 2019-10, 2020-W02, P3Y; NULL while unresolved */
    const char *mod;            /* START END MID APPROX ... */
    const char *anchor;         /* published text utterance */
    const char *earliest, *latest;          /* first and last day it can mean */
    const char *text;           /* the words */
    const char *sentence;       /* the sentence they stand in */
    const char *role;           /* of the part they stand in, as in newsarc_part; NULL: body */
    int64_t     sentence_at;
    const char *key, *source, *published;
    int64_t     story;
    const char *page;
} newsarc_date;

typedef struct newsarc_quote {
    int64_t     id, article, at, length;
    const char *text;           /* the bytes of the article's text, without the marks */
    const char *kind;           /* direct mixed term indirect unmarked */
    const char *speaker;        /* who said it: the name, or the description where nobody is named */
    int64_t     entity;         /* the speaker's, 0 if none is named */
    int64_t     speaker_at, speaker_length; /* the words that name the speaker here; length 0: none */
    int64_t     cue_at, cue_length;
    const char *venue;          /* to whom or where it was said, or who relayed it */
    const char *venue_how;      /* stated, carried over */
    const char *how;            /* how the speaker was decided */
    double      confidence;     /* 0 to 1 */
    int64_t     utterance;      /* shared by all wordings; 0 none */
    const char *relation;       /* to the utterance's base wording: base same fragment altered unmarked paraphrase, or
                                 * part: another part of the same speech */
    const char *key, *source, *published;
    int64_t     story;
    const char *snippet;        /* with filter.match */
    const char *page;
} newsarc_quote;

typedef struct newsarc_utterance {
    int64_t     id;
    const char *speaker;
    int64_t     entity;
    const char *text;           /* the base wording: the one best supported by independent outlets */
    const char *venue;
    const char *earliest, *latest;          /* days of publication; of the windows, where no article has its day */
    int64_t     quotes, sources, story;
    const char *page;
} newsarc_utterance;

typedef struct newsarc_story {
    int64_t     id;
    const char *title;          /* headline of its earliest dated article */
    const char *earliest, *latest;
    int64_t     articles, sources, origins; /* origins: articles that copy no other */
    const char *page;
} newsarc_story;

/* To whom or where people speak: an interview, an agency, a statement. */
typedef struct newsarc_venue {
    const char *name;           /* of whom they spoke to, else the words: policy speech */
    int64_t     quotes;         /* said there */
    int64_t     carried;        /* of these, where the venue was not stated beside the quotation but before it */
    int64_t     articles;
    const char *outlets;        /* that quote from there, "; " between */
    const char *page;
} newsarc_venue;

/* Rows that pass filter (NULL: all), in an order that is stable and said for
 * each kind.  next gives NULL at the end and on failure; close tells which. */
typedef struct newsarc_sources newsarc_sources;             /* by name */
NEWSARC_API int newsarc_sources_open(newsarc_sources **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_source *newsarc_sources_next(newsarc_sources *sources);
NEWSARC_API int newsarc_sources_close(newsarc_sources *sources);

typedef struct newsarc_articles newsarc_articles;           /* by day (undated last), key; with match: best first */
NEWSARC_API int newsarc_articles_open(newsarc_articles **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_article *newsarc_articles_next(newsarc_articles *articles);
NEWSARC_API int newsarc_articles_close(newsarc_articles *articles);

typedef struct newsarc_entities newsarc_entities;           /* most articles first, then name */
NEWSARC_API int newsarc_entities_open(newsarc_entities **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_entity *newsarc_entities_next(newsarc_entities *entities);
NEWSARC_API int newsarc_entities_close(newsarc_entities *entities);

typedef struct newsarc_mentions newsarc_mentions;           /* by day, key, place in the text */
NEWSARC_API int newsarc_mentions_open(newsarc_mentions **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_mention *newsarc_mentions_next(newsarc_mentions *mentions);
NEWSARC_API int newsarc_mentions_close(newsarc_mentions *mentions);

typedef struct newsarc_dates newsarc_dates;                 /* by the first day they can mean, key, place in the text */
NEWSARC_API int newsarc_dates_open(newsarc_dates **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_date *newsarc_dates_next(newsarc_dates *dates);
NEWSARC_API int newsarc_dates_close(newsarc_dates *dates);

typedef struct newsarc_quotes newsarc_quotes;               /* by day, key, place in the text */
NEWSARC_API int newsarc_quotes_open(newsarc_quotes **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_quote *newsarc_quotes_next(newsarc_quotes *quotes);
NEWSARC_API int newsarc_quotes_close(newsarc_quotes *quotes);

typedef struct newsarc_utterances newsarc_utterances;       /* by first day, first key and place */
NEWSARC_API int newsarc_utterances_open(newsarc_utterances **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_utterance *newsarc_utterances_next(newsarc_utterances *utterances);
NEWSARC_API int newsarc_utterances_close(newsarc_utterances *utterances);

typedef struct newsarc_stories newsarc_stories;             /* most articles first, then first day */
NEWSARC_API int newsarc_stories_open(newsarc_stories **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_story *newsarc_stories_next(newsarc_stories *stories);
NEWSARC_API int newsarc_stories_close(newsarc_stories *stories);

typedef struct newsarc_venues newsarc_venues;               /* most quotations first, then name */
NEWSARC_API int newsarc_venues_open(newsarc_venues **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_venue *newsarc_venues_next(newsarc_venues *venues);
NEWSARC_API int newsarc_venues_close(newsarc_venues *venues);

/* An article by its key, which may be cut short while it is unambiguous.
 * NOTFOUND; BADARG when several begin so (the message names two). */
NEWSARC_API int newsarc_article_find(newsarc *arc, const char *key, int64_t *article);
/* The whole text of an article, as decoded; length may be NULL.  Yours to free with newsarc_free. */
NEWSARC_API int newsarc_article_text(newsarc *arc, int64_t article, char **text, size_t *length);
NEWSARC_API void newsarc_free(void *memory);

/* ==== Look closer =============================================================== */

/* Two wordings, word by word: runs of words kept, taken out, put in. */
typedef struct newsarc_edit {
    char        what;           /* '=' in both, '-' only in the first, '+' only in the second */
    const char *text;           /* the words, not ended by NUL */
    size_t      length;
} newsarc_edit;

/* The wordings of one utterance, the base first, then by day, key, place. */
typedef struct newsarc_wording {
    newsarc_quote quote;
    const newsarc_edit *edits;  /* from the base to this; for a fragment from the stretch it was cut from;
                                 * none for another part of the speech */
    size_t      edit_count;
    size_t      changed;        /* words taken out or put in */
} newsarc_wording;
typedef struct newsarc_wordings newsarc_wordings;
NEWSARC_API int newsarc_wordings_open(newsarc_wordings **out, newsarc *arc, int64_t utterance);
NEWSARC_API const newsarc_wording *newsarc_wordings_next(newsarc_wordings *wordings);
NEWSARC_API int newsarc_wordings_close(newsarc_wordings *wordings);

/* Is this a true quotation (of 1000 words at most)?  The first row is the answer, the others are the
 * evidence, best first; no row: UNKNOWN, nothing like it is in the archive. */
enum newsarc_verdict {
    NEWSARC_UNKNOWN  = 0,
    NEWSARC_VERBATIM = 1,       /* printed so inside quotation marks, by more outlets than have the place otherwise */
    NEWSARC_VARIANT  = 2,       /* printed so; as many outlets have other words for it (another translation) */
    NEWSARC_ALTERED  = 3,       /* printed so by fewer outlets than print it otherwise, or by none: the edits tell */
    NEWSARC_UNMARKED = 4        /* stands in a text, outside quotation marks */
};
typedef struct newsarc_finding {
    int         verdict;        /* enum newsarc_verdict, of the words asked against this quotation */
    newsarc_quote quote;        /* the quotation they are held against */
    const newsarc_edit *edits;  /* from the quotation to the words asked */
    size_t      edit_count, changed;
} newsarc_finding;
typedef struct newsarc_findings newsarc_findings;
NEWSARC_API int newsarc_verify_open(newsarc_findings **out, newsarc *arc, const char *words);
NEWSARC_API const newsarc_finding *newsarc_verify_next(newsarc_findings *findings);
NEWSARC_API int newsarc_verify_close(newsarc_findings *findings);

/* What each article of a story carried: a row for each utterance and article
 * of the story that has it; utterances most carried first, articles by day. */
typedef struct newsarc_carried {
    int64_t     utterance, article;
    const char *text, *speaker;             /* of the utterance */
    const char *key, *source, *published;   /* of the article */
    int         quoted, fragment, indirect, unmarked, altered;      /* 1: carried so */
} newsarc_carried;
typedef struct newsarc_comparison newsarc_comparison;
NEWSARC_API int newsarc_compare_open(newsarc_comparison **out, newsarc *arc, int64_t story);
NEWSARC_API const newsarc_carried *newsarc_compare_next(newsarc_comparison *comparison);
NEWSARC_API int newsarc_compare_close(newsarc_comparison *comparison);

/* Runs of eight words or more that two articles share, longest first.
 * filter: article, story, limit. */
typedef struct newsarc_run {
    int64_t     a, b;           /* articles, the earlier first */
    int64_t     a_at, a_length, b_at, b_length;
    int64_t     words, outside; /* how many words; how many of them stand outside quotation marks */
    const char *text;           /* as in a */
    const char *a_key, *a_source, *b_key, *b_source;
} newsarc_run;
typedef struct newsarc_runs newsarc_runs;
NEWSARC_API int newsarc_runs_open(newsarc_runs **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_run *newsarc_runs_next(newsarc_runs *runs);
NEWSARC_API int newsarc_runs_close(newsarc_runs *runs);

/* What an editor would look at, by day, key and place.  filter: article,
 * story, source, limit. */
typedef struct newsarc_doubt {
    int64_t     article, at, length;
    const char *kind;           /* "orphan mark", "mismatched marks", "unclosed quotation", "marks lost", "altered quotation",
                                 * "unnamed source", "ambiguous name" */
    const char *text;           /* the words there */
    const char *why;            /* one clause more, or NULL */
    const char *key, *source, *published;
} newsarc_doubt;
typedef struct newsarc_doubts newsarc_doubts;
NEWSARC_API int newsarc_doubts_open(newsarc_doubts **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_doubt *newsarc_doubts_next(newsarc_doubts *doubts);
NEWSARC_API int newsarc_doubts_close(newsarc_doubts *doubts);

/* Why we think so: one sentence for any row.  id is the row's; for mentions
 * and dates the article's, with `at`.  *why is yours to free. */
enum newsarc_kind {
    NEWSARC_SOURCE, NEWSARC_ARTICLE, NEWSARC_ENTITY, NEWSARC_MENTION,
    NEWSARC_DATE, NEWSARC_QUOTE, NEWSARC_UTTERANCE, NEWSARC_STORY
};
NEWSARC_API int newsarc_explain(newsarc *arc, enum newsarc_kind kind, int64_t id, int64_t at, char **why);

/* ---- One article whole ------------------------------------------------------------ */

/* All that one article says.  Read without an archive, ids are 0, page is NULL, and key is
 * the id or url that was given, else NULL. */
typedef struct newsarc_reading {
    newsarc_article        article;
    const char            *copy_of;         /* key of the article that this one copies, or NULL */
    const char     *const *byline;   size_t byline_count;
    const newsarc_part    *parts;    size_t part_count;
    const newsarc_mention *mentions; size_t mention_count;
    const newsarc_date    *dates;    size_t date_count;
    const newsarc_quote   *quotes;   size_t quote_count;
    const newsarc_doubt   *doubts;   size_t doubt_count;
    const char            *text;     size_t length;     /* the decoded text that all offsets count */
} newsarc_reading;

/* The pure half: reads one article without any archive.  BADINPUT as ingest.
 * On failure *out is NULL and *why (why may be NULL) one line that needs no freeing. */
NEWSARC_API int newsarc_read(const newsarc_reading **out, const newsarc_document *document, const char **why);
NEWSARC_API void newsarc_reading_close(const newsarc_reading *reading);

/* Stored articles as readings, by (published, key), undated last.  Here
 * entities, utterances and stories are numbered by first appearance, from 1,
 * so that two archives of the same documents give the same.  filter: article,
 * story, source, since, until, limit. */
typedef struct newsarc_readings newsarc_readings;
NEWSARC_API int newsarc_readings_open(newsarc_readings **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_reading *newsarc_readings_next(newsarc_readings *readings);
NEWSARC_API int newsarc_readings_close(newsarc_readings *readings);

/* A reading as one line of JSON (docs/reading.md), without the line's end.
 * *json is yours to free; length may be NULL. */
NEWSARC_API int newsarc_reading_json(const newsarc_reading *reading, char **json, size_t *length);

/* ---- For other languages ------------------------------------------------------------ */

/* How many code points (UTF-16 units) stand before byte `at` of UTF-8 text, which has at least so many bytes. */
NEWSARC_API size_t newsarc_code_points(const char *text, size_t at);
NEWSARC_API size_t newsarc_utf16_units(const char *text, size_t at);

/* ==== Correct ================================================================= */

/* What you know better about names.  A decision is kept with the documents,
 * not with what was read from them: it survives rebuilds and revisions, holds
 * for articles that come later, and all that follows from it follows from the
 * documents and decisions alone, not from their order.
 *
 *   verb     fields                    says
 *   merge    kind name to              name and to, both named in full somewhere, are one
 *   split    kind name article [to]    that name in this article is another one of that name; splits with
 *                                      the same `to` ("the painter") mean the same one; default: the
 *                                      article's key.  From then on it is called: Ann Lee (the painter)
 *   rename   kind name to              is shown as `to`, and found by it too
 *   hide     kind name                 is no name, in any article
 *   hide     article at [length]       is no name, at this place
 *   assert   kind article at [length] to     the name at this place is `to`, who is named in full somewhere
 *
 * Names are folded, so that any spelling does.  Fields that a verb does not
 * take must be left 0. */
typedef struct newsarc_decision {
    size_t      size;
    const char *verb;           /* merge split rename hide assert */
    const char *kind;           /* person organization place other */
    const char *name;
    const char *to;
    int64_t     article;
    int64_t     at, length;     /* of a mention; length 0: the one that begins at `at` */
} newsarc_decision;
#define NEWSARC_DECISION_INIT { sizeof(newsarc_decision), 0, 0, 0, 0, 0, 0, 0 }

/* Decides; *id (id may be NULL) is the decision's number.  NOTFOUND: nobody is
 * named so, or nothing at that place.  BADARG also where it contradicts or
 * repeats another decision, which the message names: undo that first. */
NEWSARC_API int newsarc_decide(newsarc *arc, const newsarc_decision *decision, int64_t *id);
/* Takes a decision back: the archive says what it would have said without it. */
NEWSARC_API int newsarc_undecide(newsarc *arc, int64_t id);

typedef struct newsarc_decided {
    int64_t     id;
    const char *made;           /* when, 2020-01-14T09:30:00Z */
    const char *verb, *kind, *name, *to;    /* as in newsarc_decision */
    const char *key;            /* of the article, or NULL */
    int64_t     at, length;     /* length 0: no place */
    const char *words;          /* that stood there when it was decided, or NULL */
    const char *page;
} newsarc_decided;
typedef struct newsarc_decisions newsarc_decisions;         /* by number */
NEWSARC_API int newsarc_decisions_open(newsarc_decisions **out, newsarc *arc, const newsarc_filter *filter);
NEWSARC_API const newsarc_decided *newsarc_decisions_next(newsarc_decisions *decisions);
NEWSARC_API int newsarc_decisions_close(newsarc_decisions *decisions);

/* ==== Keep house ========================================================================= */

/* Removes an article with all its revisions. */
NEWSARC_API int newsarc_delete(newsarc *arc, int64_t article);
/* Reads every kept document again with this version of the library. */
NEWSARC_API int newsarc_rebuild(newsarc *arc);
/* Holds the archive against itself: the file, by SQLite's own check; each text against its digest; each place and
 * quotation against its text; each reference against what it refers to; the search index against the texts.  DAMAGED
 * with the first fault found.  It does not read the texts again: newsarc_rebuild does, and mends all but them. */
NEWSARC_API int newsarc_check(newsarc *arc);
/* A copy of the archive as it is now, also while others write; path must not exist. */
NEWSARC_API int newsarc_backup(newsarc *arc, const char *path);

#ifdef __cplusplus
}
#endif
#endif
