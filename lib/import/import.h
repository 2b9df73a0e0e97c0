/* import.h - bytes of a format to documents, streaming. */
#ifndef NA_IMPORT_H
#define NA_IMPORT_H
#include "text/text.h"
#include "newsarc.h"

/* ---- document.c: may this be read at all? ------------------------------------ */

/* NULL, or one line of English why the document is refused: no text, no letter
 * in it, longer than `longest`.  Looks no further than the first letter. */
const char *na_document_refusal(const char *text, size_t n, size_t longest);

/* ---- json.c: one line of JSON to a document ------------------------------------ */

/* Holds an SQLite connection of its own, whose JSON functions do the work. */
typedef struct na_json na_json;
na_json *na_json_open(void);            /* NULL: memory ran out */
void na_json_close(na_json *json);
/* OK, BADINPUT with *why, or NOMEM.  The document's strings live until the next call. */
int na_json_document(na_json *json, const char *line, size_t n, newsarc_document *document, const char **why);

/* ---- jsonl.c: lines out of pieces ----------------------------------------------- */

/* Hears of each line that is not blank: OK with the document, or why not.
 * Non-zero ends the stream with that result. */
typedef int na_line_taken(void *user, int result, const char *why, const newsarc_document *document);

typedef struct na_jsonl {
    na_json   *json;
    na_buffer  rest;            /* of a line that is not ended yet */
    size_t     longest;         /* bytes of the longest line taken */
    int64_t    line, bytes;     /* the line that is told, and bytes of the stream before its end */
    int        skipping;        /* the rest of a line that is too long */
} na_jsonl;

int na_jsonl_begin(na_jsonl *stream, size_t longest_text);      /* OK or NOMEM */
int na_jsonl_write(na_jsonl *stream, const char *bytes, size_t n, na_line_taken *taken, void *user);
int na_jsonl_end(na_jsonl *stream, na_line_taken *taken, void *user);   /* a last line without an end */
void na_jsonl_free(na_jsonl *stream);

#endif
