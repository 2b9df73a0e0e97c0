/* reading_public.c - the pure half of the interface: one article, read without an archive. */
#include "reading_public.h"
#include "import/import.h"
#include <stdlib.h>
#include <string.h>

static const char *slice(const na_reading *r, uint32_t at, uint32_t length)
{
    return na_copy(r->arena, r->tokens->text + at, length);
}

static const char *or_null(const char *s)
{
    return s && *s ? s : NULL;
}

static void article_row(const na_reading *r, newsarc_article *row)
{
    size_t n = 1;
    char *byline, *at;
    row->key = r->given->id;
    row->url = r->given->url;
    row->source = r->source;
    row->source_how = r->source_how;
    row->via = r->via;
    row->via_how = r->via_how;
    row->headline = r->headline;
    row->published = r->published;
    row->published_from = na_from_word[r->published_from];
    row->published_how = r->published_how;
    row->earliest = r->earliest;
    row->latest = r->latest;
    row->language = or_null(r->language);
    row->length = (int64_t)r->tokens->n;
    for (size_t i = 0; i < r->bylines; i++)
        n += strlen(r->byline[i]) + 2;
    at = byline = na_alloc(r->arena, n);
    for (size_t i = 0; i < r->bylines; i++) {
        n = strlen(r->byline[i]);
        memcpy(at, i ? "; " : "", i ? 2 : 0);
        memcpy(at + (i ? 2 : 0), r->byline[i], n);
        at += n + (i ? 2 : 0);
    }
    row->byline = or_null(byline);
}

static newsarc_part *part_rows(const na_reading *r)
{
    newsarc_part *rows = na_alloc(r->arena, (r->parts + 1) * sizeof *rows);
    for (size_t i = 0; i < r->parts; i++)
        rows[i] = (newsarc_part){ r->part[i].at, r->part[i].length, na_role_word[r->part[i].role] };
    return rows;
}

static newsarc_mention *mention_rows(const na_reading *r, const newsarc_article *article)
{
    newsarc_mention *rows = na_alloc(r->arena, (r->mentions + 1) * sizeof *rows);
    for (size_t i = 0; i < r->mentions; i++) {
        const na_mention *m = &r->mention[i];
        newsarc_mention *row = &rows[i];
        row->at = m->at;
        row->length = m->length;
        row->kind = na_kind_word[m->kind];
        row->text = slice(r, m->at, m->length);
        row->name = r->naming[m->naming].name;
        row->how = m->how;
        row->key = article->key;
        row->source = article->source;
        row->published = article->published;
        row->role_at = m->role_length ? m->role_at : 0;
        row->role_length = m->role_length;
    }
    return rows;
}

/* The sentence that holds byte `at`; sentences and dates go forward together. */
static const na_sentence *sentence_of(const na_reading *r, size_t *from, uint32_t at)
{
    const na_tokens *t = r->tokens;
    while (*from + 1 < t->sentences && t->token[t->sentence[*from + 1].first].at <= at)
        ++*from;
    return &t->sentence[*from];
}

static newsarc_date *date_rows(const na_reading *r, const newsarc_article *article)
{
    newsarc_date *rows = na_alloc(r->arena, (r->dates + 1) * sizeof *rows);
    size_t sentence = 0, copied = SIZE_MAX;
    const char *words = NULL;
    for (size_t i = 0; i < r->dates; i++) {
        const na_date *d = &r->date[i];
        const na_sentence *s = sentence_of(r, &sentence, d->at);
        newsarc_date *row = &rows[i];
        row->at = d->at;
        row->length = d->length;
        row->type = na_type_word[d->type];
        row->value = d->value;
        row->mod = d->mod;
        row->anchor = na_anchor_word[d->anchor];
        row->earliest = d->earliest;
        row->latest = d->latest;
        row->text = slice(r, d->at, d->length);
        row->sentence_at = r->tokens->token[s->first].at;
        if (copied != sentence) {               /* a sentence with a thousand dates is copied once */
            const na_token *last = &r->tokens->token[s->end - 1];
            words = slice(r, (uint32_t)row->sentence_at, last->at + last->length - (uint32_t)row->sentence_at);
            copied = sentence;
        }
        row->sentence = words;
        row->role = r->role[d->first] == NA_BODY ? NULL : na_role_word[r->role[d->first]];
        row->key = article->key;
        row->source = article->source;
        row->published = article->published;
    }
    return rows;
}

static newsarc_quote *quote_rows(const na_reading *r, const newsarc_article *article)
{
    newsarc_quote *rows = na_alloc(r->arena, (r->quotes + 1) * sizeof *rows);
    for (size_t i = 0; i < r->quotes; i++) {
        const na_quote *q = &r->quote[i];
        newsarc_quote *row = &rows[i];
        row->at = q->at;
        row->length = q->length;
        row->text = slice(r, q->at, q->length);
        row->kind = na_quote_word[q->kind];
        row->speaker = q->speaker != NA_NONE ? r->naming[q->speaker].name : q->speaker_words;
        row->speaker_at = q->speaker_length ? q->speaker_at : 0;
        row->speaker_length = q->speaker_length;
        row->cue_at = q->cue_length ? q->cue_at : 0;
        row->cue_length = q->cue_length;
        row->venue = q->venue != NA_NONE ? r->naming[q->venue].name : q->venue_words;
        row->venue_how = q->venue_how;
        row->how = q->how;
        row->confidence = (double)q->confidence;
        row->key = article->key;
        row->source = article->source;
        row->published = article->published;
    }
    return rows;
}

static newsarc_doubt *doubt_rows(const na_reading *r, const newsarc_article *article)
{
    newsarc_doubt *rows = na_alloc(r->arena, (r->doubts + 1) * sizeof *rows);
    for (size_t i = 0; i < r->doubts; i++) {
        rows[i].at = r->doubt[i].at;
        rows[i].length = r->doubt[i].length;
        rows[i].kind = r->doubt[i].what;
        rows[i].text = slice(r, r->doubt[i].at, r->doubt[i].length);
        rows[i].key = article->key;
        rows[i].source = article->source;
        rows[i].published = article->published;
    }
    return rows;
}

void na_reading_rows(const na_reading *r, newsarc_reading *out)
{
    article_row(r, &out->article);
    out->byline = r->byline;
    out->byline_count = r->bylines;
    out->parts = part_rows(r);
    out->part_count = r->parts;
    out->mentions = mention_rows(r, &out->article);
    out->mention_count = r->mentions;
    out->dates = date_rows(r, &out->article);
    out->date_count = r->dates;
    out->quotes = quote_rows(r, &out->article);
    out->quote_count = r->quotes;
    out->doubts = doubt_rows(r, &out->article);
    out->doubt_count = r->doubts;
    out->text = r->tokens->text;
    out->length = r->tokens->n;
}

/* ---- newsarc_read ------------------------------------------------------------ */

typedef struct own {
    newsarc_reading         reading;    /* first: what the caller holds */
    na_arena                arena;
    const newsarc_document *document;
    const char             *refusal;
} own;

static void read_document(void *state)
{
    own *o = state;
    const newsarc_document *d = o->document;
    na_given *given = na_alloc(&o->arena, sizeof *given);
    size_t n, repaired;
    const char *text = na_decode(&o->arena, d->text, d->length, &n, &repaired);
    if ((o->refusal = na_document_refusal(text, n, UINT32_MAX / 4)))
        return;
    if (text == d->text)        /* the reading outlives the caller's bytes */
        text = na_copy(&o->arena, text, n);
    *given = (na_given){ d->id, d->url, d->source, d->title, d->published, d->modified };
    NA_COPY_ALL(&o->arena, &given->id, &given->url, &given->source, &given->title, &given->published, &given->modified);
    na_reading_rows(na_read(&o->arena, given, text, n), &o->reading);
}

static int give_up(own *o, const char **why, int rc, const char *because)
{
    if (o)
        newsarc_reading_close(&o->reading);
    if (why)
        *why = because;
    return rc;
}

int newsarc_read(const newsarc_reading **out, const newsarc_document *document, const char **why)
{
    own *o;
    const char *refusal;
    if (!out)
        return NEWSARC_BADARG;
    *out = NULL;
    if (why)
        *why = "";
    if (!document || document->size < sizeof *document || (!document->text && document->length))
        return give_up(NULL, why, NEWSARC_BADARG, "document is NULL or was not set by NEWSARC_DOCUMENT_INIT");
    if (!document->length || document->length > NA_LONGEST)
        return give_up(NULL, why, NEWSARC_BADINPUT, na_document_refusal(document->text, document->length, NA_LONGEST));
    if (!(o = na_malloc(sizeof *o)))
        return give_up(NULL, why, NEWSARC_NOMEM, "memory ran out");
    memset(o, 0, sizeof *o);
    o->document = document;
    if (na_guard(&o->arena, read_document, o))
        return give_up(o, why, NEWSARC_NOMEM, "memory ran out");
    if ((refusal = o->refusal))
        return give_up(o, why, NEWSARC_BADINPUT, refusal);
    *out = &o->reading;
    return NEWSARC_OK;
}

void newsarc_reading_close(const newsarc_reading *reading)
{
    own *o = (own *)(uintptr_t)reading;
    if (!o)
        return;
    na_arena_free(&o->arena);
    free(o);
}

size_t newsarc_code_points(const char *text, size_t at)
{
    return text ? na_count_code_points(text, at) : 0;
}

size_t newsarc_utf16_units(const char *text, size_t at)
{
    return text ? na_count_utf16(text, at) : 0;
}
