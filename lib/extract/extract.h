/* extract.h - one article, and what it says.
 *
 * Everything here is a pure function of the article and of what the caller
 * said about it: no clock, no file, no database.  na_read runs the steps in
 * the order of this page; each step reads what the earlier ones wrote and
 * fills its own part of na_reading.  All memory is the arena's. */
#ifndef NA_EXTRACT_H
#define NA_EXTRACT_H
#include "text/text.h"

#define NA_NONE UINT32_MAX          /* no index */

enum na_role { NA_BODY, NA_HEADLINE, NA_BYLINE, NA_DATELINE, NA_CAPTION, NA_CREDIT, NA_JUNK };
enum na_kind { NA_PERSON, NA_ORGANIZATION, NA_PLACE, NA_OTHER };
enum na_quote_kind { NA_DIRECT, NA_MIXED, NA_TERM, NA_INDIRECT, NA_UNMARKED };
enum na_date_type { NA_DATE, NA_TIME, NA_DURATION, NA_SET };
enum na_anchor { NA_NO_ANCHOR, NA_ANCHOR_PUBLISHED, NA_ANCHOR_TEXT, NA_ANCHOR_UTTERANCE };
enum na_published_from { NA_FROM_NOTHING, NA_FROM_GIVEN, NA_FROM_TEXT, NA_FROM_URL, NA_FROM_STORY };

/* The words of the enums, as the reading format and the file have them. */
extern const char *const na_role_word[], *const na_kind_word[], *const na_quote_word[], *const na_type_word[],
                  *const na_anchor_word[], *const na_from_word[];       /* NULL for body, no anchor, nothing */

/* What the caller knows better than the text; NULL: unknown. */
typedef struct na_given { const char *id, *url, *source, *title, *published, *modified; } na_given;

/* A stretch of the text that is not body; in order, never overlapping. */
typedef struct na_part { uint32_t at, length; enum na_role role; } na_part;

/* A person, organization, place or other name, as this one article has it. */
typedef struct na_naming {
    enum na_kind kind;
    const char *name;               /* fullest form here, tidied (O ‘Brien is O'Brien; apostrophes ASCII), or the full name that a list gives (KCNA) */
    const char *key;                /* na_fold_name(name) */
    const char *family, *given;     /* person: folded, NULL when not told by the article (bare "Kim": family "kim", given NULL);
                                     * organization: family is the acronym that stands for it here, folded */
    const char *role;               /* title or office beside the name here, "national security adviser"; NULL */
    const char *of;                 /* the organization or country of that role, "White House"; NULL */
    const char *wikidata;           /* NULL */
    int64_t     geonames;           /* 0: not sure */
    const char *how;                /* why these mentions are one: one clause of English */
    uint32_t    mentions, first;    /* how many, and the first one's index */
    char        gender;             /* 'm', 'f' or 0 */
    uint8_t     bare;               /* known here by family name, title or acronym alone: the story may know the rest */
    uint8_t     listed;             /* name comes from a list (country, outlet), so it is the same everywhere */
} na_naming;

typedef struct na_mention {
    uint32_t at, length, first, end;        /* bytes; tokens [first, end) */
    uint32_t naming;
    enum na_kind kind;              /* of the mention here ("Kim's" in an organization's name is none) */
    const char *how;                /* why this is that naming: "full name", "family name of …, named before", … */
    uint32_t role_at, role_length;  /* the office beside the name here, with the people or organization in front of it; length 0: none */
} na_mention;

typedef struct na_date {
    uint32_t at, length, first, end;
    enum na_date_type type;
    enum na_anchor anchor;
    const char *value;              /* TIMEX3; NULL while unresolved (then `relative` tells how to resolve it) */
    const char *mod;                /* START END MID APPROX MORE_THAN ..., or NULL */
    const char *earliest, *latest;  /* "2019-10-01": first and last day it can mean; NULL when not a day or unresolved */
    const char *how;
} na_date;

typedef struct na_quote {
    uint32_t at, length, first, end;        /* without the marks */
    enum na_quote_kind kind;
    uint32_t speaker;               /* naming, or NA_NONE */
    const char *speaker_words;      /* who is only described ("a spokesman", "US officials"): tidied words; NULL */
    uint32_t speaker_at, speaker_length;    /* the words that name the speaker here; length 0: none */
    uint32_t cue_at, cue_length;            /* length 0: none */
    uint32_t venue;                 /* naming to whom, or by whom it was relayed; or NA_NONE */
    const char *venue_words;        /* "policy speech"; NULL */
    const char *venue_how;          /* "stated" or "carried over"; NULL without a venue */
    const char *how;                /* how the speaker was decided: "name after the cue", "pronoun: last man named", ... */
    float confidence;               /* 0 to 1, of the speaker (or of there being none) */
    uint8_t flags;                  /* NA_UNCLOSED ... */
} na_quote;
enum { NA_UNCLOSED = 1, NA_MISMATCHED = 2, NA_SINGLE_MARKS = 4, NA_CONTINUED = 8 /* of the quotation before it: the same speaker goes on */,
       NA_IN_HEADLINE = 16, NA_NESTED = 32 /* inside another quotation */ };

/* Something an editor would look at. */
typedef struct na_doubt { uint32_t at, length; const char *what; } na_doubt;    /* "orphan mark", "mismatched marks", "marks lost", "unclosed quotation", "ambiguous name", ... */

typedef struct na_reading {
    na_arena       *arena;
    const na_given *given;
    na_tokens      *tokens;
    uint8_t        *role;           /* of each token: enum na_role */
    uint32_t       *inside;         /* of each token: 1 + the marked quotation it stands in, or 0 (set with the spans; innermost last wins) */
    char            language[8];    /* "en"; "" unknown */

    na_part    *part;      size_t parts;
    const char *headline;                   /* tidied text; NULL */
    const char *source, *source_how;        /* the outlet as people say it ("The Japan Times"), and why we think so */
    const char *domain;                     /* "japantimes.co.jp" */
    const char *via, *via_how;              /* the outlet or agency that this was taken from */
    const char **byline;   size_t bylines;  /* names or addresses as they stand */

    const char *published;                  /* "2020-01-14" or "2020-01-14T07:55"; NULL */
    enum na_published_from published_from;
    const char *published_how;
    const char *earliest, *latest;          /* days between which it can have appeared; NULL: open */
    const char *dateline;                   /* "03-15": of an undated article whose dateline leaves the year out; NULL */

    na_naming  *naming;    size_t namings;
    na_mention *mention;   size_t mentions;     /* by at; never overlapping */
    na_date    *date;      size_t dates;        /* by at */
    na_quote   *quote;     size_t quotes;       /* by at; indirect ones may hold marked ones */
    na_doubt   *doubt;     size_t doubts, doubt_room;
    struct na_speech *speech;               /* cues and stretches, for the steps of quotations (quotes.h) */
} na_reading;

/* ---- reading.c: all of it ------------------------------------------------------ */
na_reading *na_read(na_arena *arena, const na_given *given, const char *text, size_t n);
void na_add_doubt(na_reading *r, uint32_t at, uint32_t length, const char *what);

/* ---- language.c: "en" or another, by its function words ------------------------- */
void na_find_language(na_reading *r);

/* ---- parts.c, source.c: roles of lines, headline, byline; outlet and via --------- */
void na_find_parts(na_reading *r);          /* part, role, headline, byline */
void na_find_source(na_reading *r);         /* source, domain, via */

/* ---- spans.c: marked quotations: where they begin and end, which marks are wrong ---- */
void na_find_spans(na_reading *r);          /* quote (kind DIRECT for now, no speaker), inside, doubts */

/* ---- published.c: when it appeared: given, its own dateline, the URL ---------------- */
void na_find_published(na_reading *r);
/* The day, or the day with its time, that the caller's words mean in any form that is a date; NULL: none. */
const char *na_given_day(na_arena *arena, const char *given);
/* The one day between earliest and latest that a dateline without a year means; NULL: none, or more than one. */
const char *na_dateline_day(na_arena *arena, const char *dateline, const char *earliest, const char *latest);

/* ---- names.c: where names stand and of what kind; people.c: who is whom in this article ---- */
void na_find_names(na_reading *r);          /* mention, naming */

/* ---- dates.c (where), values.c (what): TIMEX3 -------------------------------------------- */
void na_find_dates(na_reading *r);          /* date; then the window of an undated article from them */

/* ---- cues.c, phrases.c, who.c, speakers.c, indirect.c, venue.c: quotes.h tells more ------------ */
void na_find_speakers(na_reading *r);       /* kind, speaker, cue, how, confidence of every marked quote; speech */
void na_find_indirect(na_reading *r);       /* adds INDIRECT and UNMARKED quotes, in order */
void na_find_venues(na_reading *r);
void na_weigh_quotes(na_reading *r);         /* confidence from what was counted; no speaker below half */

/* Shared by the steps: bytes of the tokens [first, end), copied, white space single, apostrophes ASCII. */
const char *na_words_of(na_reading *r, uint32_t first, uint32_t end);

#endif
