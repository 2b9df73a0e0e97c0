/* reading_json.c - the reading format: one writer for annotate, dump and the interface. */
#include "base/base.h"
#include "newsarc.h"
#include <string.h>

static void key(na_buffer *b, const char *name)
{
    if (b->n && b->bytes[b->n - 1] != '{' && b->bytes[b->n - 1] != '[')
        na_addc(b, ',');
    if (name) {
        na_addc(b, '"');
        na_adds(b, name);
        na_adds(b, "\":");
    }
}

static void text(na_buffer *b, const char *name, const char *value)
{
    key(b, name);
    na_add_json(b, value, value ? strlen(value) : 0);
}

static void number(na_buffer *b, const char *name, int64_t value)
{
    key(b, name);
    na_addi(b, value);
}

static void number_or_null(na_buffer *b, const char *name, int64_t value)
{
    key(b, name);
    if (value)
        na_addi(b, value);
    else
        na_adds(b, "null");
}

static void span(na_buffer *b, int64_t at, int64_t length)
{
    number(b, "at", at);
    number(b, "length", length);
}

static void open_list(na_buffer *b, const char *name)
{
    key(b, name);
    na_addc(b, '[');
}

static void open_row(na_buffer *b, const char *name)
{
    key(b, name);
    na_addc(b, '{');
}

static void add_article(na_buffer *b, const newsarc_reading *r)
{
    text(b, "id", r->article.key);
    text(b, "source", r->article.source);
    text(b, "via", r->article.via);
    text(b, "headline", r->article.headline);
    open_list(b, "byline");
    for (size_t i = 0; i < r->byline_count; i++)
        text(b, NULL, r->byline[i]);
    na_addc(b, ']');
    text(b, "published", r->article.published);
    text(b, "published_from", r->article.published_from);
    text(b, "earliest", r->article.earliest);
    text(b, "latest", r->article.latest);
    text(b, "language", r->article.language);
}

static void add_mention(na_buffer *b, const newsarc_mention *m)
{
    open_row(b, NULL);
    span(b, m->at, m->length);
    text(b, "kind", m->kind);
    text(b, "name", m->name);
    if (m->entity)
        number(b, "id", m->entity);
    if (m->role_length) {
        open_row(b, "role");
        span(b, m->role_at, m->role_length);
        na_addc(b, '}');
    }
    na_addc(b, '}');
}

static void add_date(na_buffer *b, const newsarc_date *d)
{
    open_row(b, NULL);
    span(b, d->at, d->length);
    text(b, "type", d->type);
    text(b, "value", d->value);
    text(b, "mod", d->mod);
    text(b, "anchor", d->anchor);
    text(b, "earliest", d->earliest);
    text(b, "latest", d->latest);
    na_addc(b, '}');
}

/* Two digits: no locale's comma, no noise. */
static void add_confidence(na_buffer *b, double value)
{
    int hundredths = value <= 0 ? 0 : value >= 1 ? 100 : (int)(value * 100 + 0.5);
    key(b, "confidence");
    na_addi(b, hundredths / 100);
    if (hundredths % 100) {
        na_addc(b, '.');
        na_addc(b, (char)('0' + hundredths / 10 % 10));
        if (hundredths % 10)
            na_addc(b, (char)('0' + hundredths % 10));
    }
}

static void add_quote(na_buffer *b, const newsarc_quote *q, int stored)
{
    open_row(b, NULL);
    span(b, q->at, q->length);
    text(b, "kind", q->kind);
    if (q->speaker) {
        open_row(b, "speaker");
        if (q->speaker_length)
            span(b, q->speaker_at, q->speaker_length);
        text(b, "name", q->speaker);
        na_addc(b, '}');
    } else {
        text(b, "speaker", NULL);
    }
    if (q->cue_length) {
        open_row(b, "cue");
        span(b, q->cue_at, q->cue_length);
        na_addc(b, '}');
    } else {
        text(b, "cue", NULL);
    }
    text(b, "venue", q->venue);
    text(b, "how", q->how);
    add_confidence(b, q->confidence);
    if (stored) {
        number_or_null(b, "utterance", q->utterance);
        text(b, "relation", q->relation);
    }
    na_addc(b, '}');
}

static void add_reading(na_buffer *b, const newsarc_reading *r)
{
    int stored = r->article.id != 0;
    na_addc(b, '{');
    add_article(b, r);
    open_list(b, "parts");
    for (size_t i = 0; i < r->part_count; i++) {
        open_row(b, NULL);
        span(b, r->parts[i].at, r->parts[i].length);
        text(b, "role", r->parts[i].role);
        na_addc(b, '}');
    }
    na_addc(b, ']');
    open_list(b, "mentions");
    for (size_t i = 0; i < r->mention_count; i++)
        add_mention(b, &r->mentions[i]);
    na_addc(b, ']');
    open_list(b, "dates");
    for (size_t i = 0; i < r->date_count; i++)
        add_date(b, &r->dates[i]);
    na_addc(b, ']');
    open_list(b, "quotes");
    for (size_t i = 0; i < r->quote_count; i++)
        add_quote(b, &r->quotes[i], stored);
    na_addc(b, ']');
    open_list(b, "doubts");
    for (size_t i = 0; i < r->doubt_count; i++) {
        open_row(b, NULL);
        span(b, r->doubts[i].at, r->doubts[i].length);
        text(b, "kind", r->doubts[i].kind);
        na_addc(b, '}');
    }
    na_addc(b, ']');
    if (stored) {
        number_or_null(b, "story", r->article.story);
        text(b, "copy_of", r->copy_of);
    }
    na_addc(b, '}');
}

int newsarc_reading_json(const newsarc_reading *reading, char **json, size_t *length)
{
    na_buffer b = {0};
    if (!json)
        return NEWSARC_BADARG;
    *json = NULL;
    if (!reading)
        return NEWSARC_BADARG;
    add_reading(&b, reading);
    if (b.failed) {
        na_buffer_free(&b);
        return NEWSARC_NOMEM;
    }
    *json = b.bytes;
    if (length)
        *length = b.n;
    return NEWSARC_OK;
}
