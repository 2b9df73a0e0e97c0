/* jsonl.c - lines out of pieces of any size, each handed to the JSON parser. */
#include "import/import.h"
#include <string.h>

int na_jsonl_begin(na_jsonl *stream, size_t longest_text)
{
    memset(stream, 0, sizeof *stream);
    /* escapes make a line longer than its text, \u0000 six times; twice is generous for what people send */
    stream->longest = 2 * longest_text + (1 << 20);
    stream->json = na_json_open();
    return stream->json ? NEWSARC_OK : NEWSARC_NOMEM;
}

void na_jsonl_free(na_jsonl *stream)
{
    na_json_close(stream->json);
    na_buffer_free(&stream->rest);
}

static int take(na_jsonl *stream, const char *line, size_t n, na_line_taken *taken, void *user)
{
    newsarc_document document;
    const char *why;
    int rc;
    stream->line++;
    if (stream->line == 1 && n >= 3 && !memcmp(line, "\xEF\xBB\xBF", 3)) {
        line += 3;
        n -= 3;
    }
    while (n && (line[n - 1] == '\r' || line[n - 1] == ' ' || line[n - 1] == '\t'))
        n--;
    if (!n)
        return NEWSARC_OK;
    rc = na_json_document(stream->json, line, n, &document, &why);
    return rc == NEWSARC_NOMEM ? rc : taken(user, rc, why, rc < 0 ? NULL : &document);
}

static int keep(na_jsonl *stream, const char *bytes, size_t n, na_line_taken *taken, void *user)
{
    if (stream->skipping)
        return NEWSARC_OK;
    if (stream->rest.n + n > stream->longest) {
        stream->skipping = 1;
        stream->rest.n = 0;
        stream->line++;
        return taken(user, NEWSARC_BADINPUT, "the line is longer than the limit: raise newsarc_options.longest or cut the text into articles", NULL);
    }
    na_add(&stream->rest, bytes, n);
    return stream->rest.failed ? NEWSARC_NOMEM : NEWSARC_OK;
}

/* The end of the line that `rest` holds the beginning of. */
static int finish(na_jsonl *stream, na_line_taken *taken, void *user)
{
    int rc = stream->skipping ? NEWSARC_OK : take(stream, stream->rest.n ? stream->rest.bytes : "", stream->rest.n, taken, user);
    stream->skipping = 0;
    stream->rest.n = 0;
    return rc;
}

int na_jsonl_write(na_jsonl *stream, const char *bytes, size_t n, na_line_taken *taken, void *user)
{
    const char *end = bytes + n, *line_end;
    int rc = NEWSARC_OK;
    while (bytes < end && rc == NEWSARC_OK) {
        line_end = memchr(bytes, '\n', (size_t)(end - bytes));
        size_t length = (size_t)((line_end ? line_end : end) - bytes);
        stream->bytes += (int64_t)length + (line_end != NULL);
        if (line_end && !stream->rest.n && !stream->skipping && length <= stream->longest) {
            rc = take(stream, bytes, length, taken, user);
        } else {
            rc = keep(stream, bytes, length, taken, user);
            if (rc == NEWSARC_OK && line_end)
                rc = finish(stream, taken, user);
        }
        bytes += length + 1;
    }
    return rc;
}

int na_jsonl_end(na_jsonl *stream, na_line_taken *taken, void *user)
{
    return stream->rest.n || stream->skipping ? finish(stream, taken, user) : NEWSARC_OK;
}
