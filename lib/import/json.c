/* json.c - one line of JSON to a document, by SQLite's JSON functions.
 *
 * They parse the line once (it is cached between the calls in one statement)
 * and give all fields as columns of one row.  They end a string at \u0000, so
 * that escape is first written as a noncharacter that the line does not hold,
 * and turned into NUL afterwards: nothing of a text may be lost. */
#include "import/import.h"
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

struct na_json {
    sqlite3      *db;
    sqlite3_stmt *pick;
    na_buffer     line, text;   /* with \u0000 rewritten; with NUL put back */
};

static const char sql[] =
    "SELECT json_type(:line),"
    " json_type(:line, '$.text'), json_extract(:line, '$.text'),"
    " json_type(:line, '$.id'), json_extract(:line, '$.id'),"
    " json_type(:line, '$.url'), json_extract(:line, '$.url'),"
    " json_type(:line, '$.source'), json_extract(:line, '$.source'),"
    " json_type(:line, '$.title'), json_extract(:line, '$.title'),"
    " json_type(:line, '$.published'), json_extract(:line, '$.published'),"
    " json_type(:line, '$.modified'), json_extract(:line, '$.modified')";

na_json *na_json_open(void)
{
    na_json *json = na_malloc(sizeof *json);
    if (!json)
        return NULL;
    memset(json, 0, sizeof *json);
    if (sqlite3_open(":memory:", &json->db) || sqlite3_prepare_v2(json->db, sql, -1, &json->pick, NULL)) {
        na_json_close(json);
        return NULL;
    }
    return json;
}

void na_json_close(na_json *json)
{
    if (!json)
        return;
    sqlite3_finalize(json->pick);
    sqlite3_close(json->db);
    na_buffer_free(&json->line);
    na_buffer_free(&json->text);
    free(json);
}

/* The next \u0000 at or after `at` whose backslash is not itself escaped. */
static const char *find_nul(const char *from, const char *at, const char *end)
{
    while ((at = memchr(at, '\\', (size_t)(end - at)))) {
        if (end - at >= 6 && !memcmp(at, "\\u0000", 6)) {
            const char *back = at;
            while (back > from && back[-1] == '\\')
                back--;
            if ((at - back) % 2 == 0)
                return at;
        }
        at += at + 1 < end ? 2 : 1;
        if (at >= end)
            break;
    }
    return NULL;
}

/* Rewrites \u0000 as the noncharacter U+FDD0 + *code; gives the line to parse. */
static const char *hide_nul(na_json *json, const char *line, size_t *n, int *code)
{
    const char *end = line + *n, *at = line, *nul = find_nul(line, line, end);
    char noncharacter[3] = { '\xEF', '\xB7', 0 };
    *code = -1;
    if (!nul)
        return line;
    for (*code = 0; *code < 32; (*code)++) {
        size_t i = 0;
        noncharacter[2] = (char)(0x90 + *code);
        while (i + 3 <= *n && memcmp(line + i, noncharacter, 3))
            i++;
        if (i + 3 > *n)
            break;
    }
    json->line.n = 0;
    for (; nul; nul = find_nul(line, at, end)) {
        na_add(&json->line, at, (size_t)(nul - at));
        na_add(&json->line, noncharacter, 3);
        at = nul + 6;
    }
    na_add(&json->line, at, (size_t)(end - at));
    *n = json->line.n;
    return json->line.failed ? NULL : json->line.bytes;
}

static int show_nul(na_json *json, newsarc_document *document, int code)
{
    const char *text = document->text, *end = text + document->length;
    char noncharacter[3] = { '\xEF', '\xB7', (char)(0x90 + code) };
    json->text.n = 0;
    while (text < end)
        if (end - text >= 3 && !memcmp(text, noncharacter, 3)) {
            na_addc(&json->text, 0);
            text += 3;
        } else {
            na_addc(&json->text, *text++);
        }
    document->text = json->text.bytes;
    document->length = json->text.n;
    return json->text.failed ? NEWSARC_NOMEM : NEWSARC_OK;
}

/* A field that is a string, or a number where that makes sense; *out NULL when it is null or absent. */
static int field(sqlite3_stmt *row, int column, int number_too, const char **out)
{
    const char *type = (const char *)sqlite3_column_text(row, column);
    *out = NULL;
    if (!type || !strcmp(type, "null"))
        return 1;
    if (strcmp(type, "text") && !(number_too && !strcmp(type, "integer")))
        return 0;
    *out = (const char *)sqlite3_column_text(row, column + 1);
    if (*out && !**out)
        *out = NULL;
    return 1;
}

static int refuse(const char **why, const char *because)
{
    *why = because;
    return NEWSARC_BADINPUT;
}

static int take_row(na_json *json, newsarc_document *document, int code, const char **why)
{
    sqlite3_stmt *row = json->pick;
    const char *type = (const char *)sqlite3_column_text(row, 0);
    if (!type || strcmp(type, "object"))
        return refuse(why, "the line is no JSON object: write one {...} a line");
    if (!field(row, 3, 1, &document->id))
        return refuse(why, "\"id\" is no string");
    if (!field(row, 5, 0, &document->url))
        return refuse(why, "\"url\" is no string");
    if (!field(row, 7, 0, &document->source))
        return refuse(why, "\"source\" is no string");
    if (!field(row, 9, 0, &document->title))
        return refuse(why, "\"title\" is no string");
    if (!field(row, 11, 0, &document->published))
        return refuse(why, "\"published\" is no string");
    if (!field(row, 13, 0, &document->modified))
        return refuse(why, "\"modified\" is no string");
    if (!field(row, 1, 0, &document->text))
        return refuse(why, "\"text\" is no string");
    document->length = document->text ? (size_t)sqlite3_column_bytes(row, 2) : 0;
    return code >= 0 && document->text ? show_nul(json, document, code) : NEWSARC_OK;
}

int na_json_document(na_json *json, const char *line, size_t n, newsarc_document *document, const char **why)
{
    const newsarc_document none = NEWSARC_DOCUMENT_INIT;
    int code, rc;
    *document = none;
    *why = NULL;
    if (memchr(line, 0, n))
        return refuse(why, "the line holds a NUL byte, which JSON does not allow: write it as \\u0000");
    if (!(line = hide_nul(json, line, &n, &code)))
        return NEWSARC_NOMEM;
    sqlite3_reset(json->pick);
    if (sqlite3_bind_text64(json->pick, 1, line, n, SQLITE_STATIC, SQLITE_UTF8))
        return NEWSARC_NOMEM;
    rc = sqlite3_step(json->pick);
    if (rc == SQLITE_NOMEM)
        return NEWSARC_NOMEM;
    if (rc != SQLITE_ROW)
        return refuse(why, "the line is no JSON: write one object a line");
    return take_row(json, document, code, why);
}
