/* shown.h - tokens and sentences as a person can read and write them. */
#ifndef NA_TEST_SHOWN_H
#define NA_TEST_SHOWN_H
#include "text/text.h"
#include <stdio.h>
#include <string.h>

typedef struct shown {
    na_arena    arena;
    const char *text;
    size_t      n;
    na_tokens  *tokens;
} shown;

static inline void show_tokenize(void *state)
{
    shown *s = state;
    s->tokens = na_tokenize(&s->arena, s->text, s->n);
}

/* NULL, or what does not hold of any tokens: they ascend, leave out only
 * white space, and sentences and lines divide them without a rest. */
static inline const char *broken(const na_tokens *t)
{
    size_t at = 0, next = 0, length;
    for (size_t i = 0; i < t->count; i++) {
        const na_token *token = &t->token[i];
        if (token->at < at || !token->length || token->at + token->length > t->n) return "a token's span";
        for (size_t k = at; k < token->at; k += length)
            if (!na_is_space(na_code_point(t->text, t->n, k, &length))) return "a character is left out";
        if (!(token->flags & NA_SPACE) != (token->at == at && i)) return "SPACE";
        if (token->flags & NA_PARAGRAPH && !(token->flags & NA_LINE)) return "PARAGRAPH without LINE";
        at = token->at + token->length;
    }
    for (; at < t->n; at += length)
        if (!na_is_space(na_code_point(t->text, t->n, at, &length))) return "the end is left out";
    for (size_t i = 0; i < t->sentences; i++) {
        const na_sentence *s = &t->sentence[i];
        if (s->first != next || s->end <= s->first) return "a sentence's tokens";
        if (!(t->token[s->first].flags & NA_FIRST) || !(t->token[s->end - 1].flags & NA_STOP)) return "FIRST or STOP";
        next = s->end;
    }
    if (next != t->count) return "tokens outside sentences";
    next = 0;
    for (size_t i = 0; i < t->lines; i++) {
        const na_line *l = &t->line[i];
        if (l->first != next || l->end <= l->first || !(t->token[l->first].flags & NA_LINE)) return "a line's tokens";
        if (l->at != t->token[l->first].at || l->at + l->length != t->token[l->end - 1].at + t->token[l->end - 1].length) return "a line's bytes";
        next = l->end;
    }
    if (next != t->count) return "tokens outside lines";
    if (t->token[t->count].at != t->n || t->token[t->count].length) return "the token behind the last";
    return NULL;
}

#endif
