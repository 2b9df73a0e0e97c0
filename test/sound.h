/* sound.h - what every reading must hold, whatever was read. */
#ifndef NA_TEST_SOUND_H
#define NA_TEST_SOUND_H
#include <newsarc.h>
#include <stdio.h>
#include <string.h>

/* Does [at, at + length) lie in the text, and begin and end between characters? */
static inline int span_is_sound(const newsarc_reading *r, int64_t at, int64_t length)
{
    size_t from = (size_t)at, end = (size_t)(at + length);
    if (at < 0 || length < 0 || end > r->length)
        return 0;
    return (from == r->length || ((unsigned char)r->text[from] & 0xC0) != 0x80) &&
           (end == r->length || ((unsigned char)r->text[end] & 0xC0) != 0x80);
}

/* ... and do its bytes read `text`? */
static inline int span_reads(const newsarc_reading *r, int64_t at, int64_t length, const char *text)
{
    return span_is_sound(r, at, length) && text && strlen(text) == (size_t)length && !memcmp(r->text + at, text, (size_t)length);
}

static inline int is_one_of(const char *word, const char *list)
{
    const char *found = word ? strstr(list, word) : NULL;
    return found && (found == list || found[-1] == ' ') && (found[strlen(word)] == ' ' || !found[strlen(word)]);
}

/* Each: NULL, or what is wrong with row number *row. */

static inline const char *unsound_parts(const newsarc_reading *r, size_t *row)
{
    int64_t end = 0;
    for (*row = 0; *row < r->part_count; ++*row) {
        const newsarc_part *p = &r->parts[*row];
        if (!span_is_sound(r, p->at, p->length) || !p->length) return "a part's span";
        if (p->at < end) return "a part that overlaps the one before it";
        if (!is_one_of(p->role, "headline byline dateline caption credit junk")) return "a part's role";
        end = p->at + p->length;
    }
    return NULL;
}

static inline const char *unsound_mentions(const newsarc_reading *r, size_t *row)
{
    int64_t end = 0;
    for (*row = 0; *row < r->mention_count; ++*row) {
        const newsarc_mention *m = &r->mentions[*row];
        if (!span_reads(r, m->at, m->length, m->text) || !m->length) return "a mention's span or text";
        if (m->at < end) return "a mention that overlaps the one before it";
        if (!is_one_of(m->kind, "person organization place other")) return "a mention's kind";
        if (!m->name || !*m->name) return "a mention without a name";
        if (!m->how) return "a mention that nothing explains";
        end = m->at + m->length;
    }
    return NULL;
}

static inline const char *unsound_dates(const newsarc_reading *r, size_t *row)
{
    int64_t end = 0;
    for (*row = 0; *row < r->date_count; ++*row) {
        const newsarc_date *d = &r->dates[*row];
        if (!span_reads(r, d->at, d->length, d->text) || !d->length) return "a date's span or text";
        if (d->at < end) return "a date that overlaps the one before it";
        if (!is_one_of(d->type, "DATE TIME DURATION SET")) return "a date's type";
        if (d->anchor && !is_one_of(d->anchor, "published text utterance")) return "a date's anchor";
        if (!d->earliest != !d->latest) return "a date with one end of its window";
        if (d->earliest && (strlen(d->earliest) != 10 || strlen(d->latest) != 10 || strcmp(d->earliest, d->latest) > 0)) return "a date's window";
        end = d->at + d->length;
    }
    return NULL;
}

static inline const char *unsound_quotes(const newsarc_reading *r, size_t *row)
{
    int64_t at = 0;
    for (*row = 0; *row < r->quote_count; ++*row) {
        const newsarc_quote *q = &r->quotes[*row];
        if (!span_reads(r, q->at, q->length, q->text) || !q->length) return "a quotation's span or text";
        if (q->at < at) return "a quotation before the one that stands before it";
        if (!is_one_of(q->kind, "direct mixed term indirect unmarked")) return "a quotation's kind";
        if (!span_is_sound(r, q->speaker_at, q->speaker_length)) return "a speaker's span";
        if (!span_is_sound(r, q->cue_at, q->cue_length)) return "a cue's span";
        if (q->speaker && !*q->speaker) return "a speaker of no letters";
        if (!strcmp(q->kind, "term") && q->speaker) return "a term with a speaker";
        if (!(q->confidence >= 0 && q->confidence <= 1)) return "a confidence";
        if (!q->venue != !q->venue_how) return "a venue that nothing explains";
        at = q->at;
    }
    return NULL;
}

static inline const char *unsound(const newsarc_reading *r, size_t *row)
{
    const char *fault = unsound_parts(r, row);
    if (!fault) fault = unsound_mentions(r, row);
    if (!fault) fault = unsound_dates(r, row);
    if (!fault) fault = unsound_quotes(r, row);
    if (fault)
        return fault;
    for (*row = 0; *row < r->doubt_count; ++*row)
        if (!span_is_sound(r, r->doubts[*row].at, r->doubts[*row].length) || !r->doubts[*row].kind) return "a doubt's span or kind";
    return r->text[r->length] ? "the text's end" : NULL;
}

#endif
