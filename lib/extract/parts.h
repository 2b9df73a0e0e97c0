/* parts.h - the pieces of na_find_parts: what one block of the text is.
 *
 * A block is a line as the author of the page meant it: a line of the text, or,
 * where the text was wrapped at a fixed width, the lines that were one.  Every
 * function here looks at a block alone; parts.c knows what stands around it. */
#ifndef NA_PARTS_H
#define NA_PARTS_H
#include "extract/extract.h"

typedef struct na_passage {
    uint32_t first, end;            /* tokens */
    uint32_t words, sentences;      /* among them */
    uint8_t  prose;                 /* running text: enough words, many in lower case, closed like a sentence */
    uint8_t  closed;                /* ends as a sentence does */
    uint8_t  junk;                  /* NA_JUNK_SURE, NA_JUNK_NEAR or 0 */
    uint8_t  role;                  /* of the whole block; NA_BODY while undecided */
} na_passage;

enum { NA_JUNK_NEAR = 1,            /* junk only before the headline, behind the last prose or between junk */
       NA_JUNK_SURE = 2 };

/* ---- blocks.c ----------------------------------------------------------------- */
na_passage *na_find_blocks(na_reading *r, size_t *count);

/* ---- boilerplate.c: menus, forms, notices ---------------------------------------- */
int na_boilerplate(const na_tokens *t, const na_passage *block);      /* 0, NA_JUNK_NEAR, NA_JUNK_SURE */
int na_page_address(const na_tokens *t, const na_passage *block);     /* a line that is a URL */
int na_opens_list(const na_tokens *t, const na_passage *block);       /* "Latest stories", "Related": a list of links follows */
int na_opens_end(const na_tokens *t, const na_passage *block);        /* "About the author": nothing of the article follows */

/* ---- stamps.c: dates and writers at the head of an article -------------------------- */
/* The end of a stamp ("Updated: Jan. 14, 2020 07:55 ET") that begins at token i, or i. */
uint32_t na_stamp(const na_tokens *t, uint32_t i, uint32_t end);
/* The end of a lead ("SEOUL, Jan. 14 (Reuters) -") at token i, or i. */
uint32_t na_lead(const na_tokens *t, uint32_t i, uint32_t end);
/* Is [first, end) the line of who wrote it ("By Ann Lee and Bo Kim", e-mail addresses)? */
int na_writers(const na_tokens *t, uint32_t first, uint32_t end);
/* Names of people and nothing else: "Ann Lee and Bo Kim". */
int na_people(const na_tokens *t, uint32_t first, uint32_t end);

/* ---- credits.c ------------------------------------------------------------------------ */
enum na_role na_credit(const na_tokens *t, const na_passage *block);  /* NA_CAPTION, NA_CREDIT or NA_BODY */

/* ---- outlets.c: outlets and agencies by their names and domains --------------------------- */
typedef struct na_outlet {
    const char *name;               /* NULL: none here */
    uint32_t first, end;
    uint8_t agency, weak;           /* weak: could be a heading of a menu too */
} na_outlet;
/* A mark between items of a menu, or a wide gap, before token i. */
int na_is_break(const na_tokens *t, uint32_t i);
na_outlet na_outlet_at(na_reading *r, uint32_t i, uint32_t end);        /* known, or with a call sign */
na_outlet na_agency_at(na_reading *r, uint32_t i, uint32_t end);        /* where a credit stands */
na_outlet na_new_outlet_at(na_reading *r, uint32_t i, uint32_t end);    /* by how it is made */
const char *na_host(na_reading *r, const char *s, size_t n);            /* of a URL, e-mail address or domain; NULL */
const char *na_host_outlet(const char *host, const char **domain);      /* listed; *domain is the part that is */
const char *na_host_words(na_reading *r, const char *host);             /* words of the text that spell it */
const char *na_acronym_words(na_reading *r, uint32_t acronym);          /* what it stands for in this text, or itself */

/* ---- markup.c: link markup that an extractor left in the text ------------------------- */
void na_find_markup(na_reading *r);

#endif
