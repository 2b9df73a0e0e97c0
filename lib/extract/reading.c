/* reading.c - the steps in their order, and what they share. */
#include "extract/extract.h"

const char *const na_role_word[] = { NULL, "headline", "byline", "dateline", "caption", "credit", "junk" };
const char *const na_kind_word[] = { "person", "organization", "place", "other" };
const char *const na_quote_word[] = { "direct", "mixed", "term", "indirect", "unmarked" };
const char *const na_type_word[] = { "DATE", "TIME", "DURATION", "SET" };
const char *const na_anchor_word[] = { NULL, "published", "text", "utterance" };
const char *const na_from_word[] = { NULL, "given", "text", "url", "story" };

typedef void step(na_reading *r);

/* A long text takes a second or more for each step: who asked to stop is heard between them. */
static void take(na_reading *r, step *const *steps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        steps[i](r);
        na_pause(r->arena);
    }
}

na_reading *na_read(na_arena *arena, const na_given *given, const char *text, size_t n)
{
    static step *const any[] = { na_find_language, na_find_parts, na_find_source, na_find_spans, na_find_published },
                *const english[] = { na_find_names, na_find_dates, na_find_speakers, na_find_indirect, na_find_venues, na_weigh_quotes };
    na_reading *r = na_alloc(arena, sizeof *r);
    r->arena = arena;
    r->given = given;
    r->tokens = na_tokenize(arena, text, n);
    r->role = na_alloc(arena, r->tokens->count + 1);
    r->inside = na_alloc(arena, (r->tokens->count + 1) * sizeof *r->inside);
    take(r, any, sizeof any / sizeof *any);
    if (!r->language[0] || (r->language[0] == 'e' && r->language[1] == 'n'))    /* others are kept, searched, their quotations given without a speaker */
        take(r, english, sizeof english / sizeof *english);
    return r;
}

void na_add_doubt(na_reading *r, uint32_t at, uint32_t length, const char *what)
{
    *NA_PUSH(r->arena, r->doubt, r->doubts, r->doubt_room) = (na_doubt){ at, length, what };
}

const char *na_words_of(na_reading *r, uint32_t first, uint32_t end)
{
    const na_tokens *t = r->tokens;
    size_t used = 0, n;
    char *out;
    if (first >= end)
        return "";
    n = t->token[end - 1].at + t->token[end - 1].length - t->token[first].at;
    out = na_alloc(r->arena, n + 1);
    for (uint32_t i = first; i < end; i++) {
        const na_token *token = &t->token[i];
        if (i > first && token->flags & NA_SPACE)
            out[used++] = ' ';
        for (uint32_t k = 0; k < token->length; k++) {
            const char *s = t->text + token->at + k;
            if (k + 2 < token->length && s[0] == '\xE2' && s[1] == '\x80' && (s[2] == '\x98' || s[2] == '\x99')) {
                out[used++] = '\'';
                k += 2;
            } else {
                out[used++] = *s;
            }
        }
    }
    out[used] = 0;
    return out;
}
