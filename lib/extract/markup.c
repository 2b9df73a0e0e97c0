/* markup.c - link markup that an extractor left in the text.
 *
 * Some extractors write links as Markdown does: [words][7] in the text, and a
 * list "[7]: https://..." at the end, addresses wrapped like prose.  The list
 * is no body, and neither are the brackets and numbers round the words.  They
 * are only taken for markup where such a list stands. */
#include "extract/parts.h"

static int is_mark(const na_token *token, char mark)
{
    return token->kind == NA_PUNCT && token->mark == mark && token->length == 1;
}

/* [7]: at the begin of a line, then an address. */
static int defines(const na_tokens *t, uint32_t i)
{
    return i + 4 < t->count && t->token[i].flags & NA_LINE && is_mark(&t->token[i], '[') && t->token[i + 1].kind == NA_NUMBER &&
           is_mark(&t->token[i + 2], ']') && is_mark(&t->token[i + 3], ':') && !(t->token[i + 3].flags & NA_SPACE) &&
           (t->token[i + 4].kind == NA_ADDRESS || t->token[i + 4].kind == NA_WORD || t->token[i + 4].kind == NA_PUNCT);
}

/* The list, if it closes the text: from its first definition everything to the end. */
static uint32_t find_list(const na_tokens *t)
{
    uint32_t number = 0;
    for (size_t line = 0; line < t->lines; line++) {
        uint32_t i = t->line[line].first;
        if (defines(t, i) && t->token[i + 1].length == 1 && t->text[t->token[i + 1].at] == '1')
            number = i;
    }
    return number;
}

/* Brackets and numbers of links, and images ([alt] on a line of its own); nested brackets are paired by a stack of one list. */
static void find_links(na_reading *r, uint32_t end)
{
    const na_tokens *t = r->tokens;
    uint32_t *open = na_alloc(r->arena, (end + 1) * sizeof *open), depth = 0;
    for (uint32_t i = 0; i < end; i++) {
        if (is_mark(&t->token[i], '[')) {
            open[depth++] = i;
            continue;
        }
        if (!is_mark(&t->token[i], ']') || !depth)
            continue;
        depth--;
        if (i + 3 < end && is_mark(&t->token[i + 1], '[') && !(t->token[i + 1].flags & NA_SPACE) && t->token[i + 2].kind == NA_NUMBER &&
            is_mark(&t->token[i + 3], ']')) {
            r->role[open[depth]] = NA_JUNK;
            for (uint32_t k = i; k < i + 4; k++)
                r->role[k] = NA_JUNK;
            i += 3;
        } else if (t->token[open[depth]].flags & NA_LINE && t->token[i + 1].flags & NA_LINE && i - open[depth] < 80) {
            for (uint32_t k = open[depth]; k <= i; k++)
                r->role[k] = NA_JUNK;
        }
    }
}

void na_find_markup(na_reading *r)
{
    uint32_t list = find_list(r->tokens);
    if (!list)
        return;
    find_links(r, list);
    for (uint32_t i = list; i < r->tokens->count; i++)
        r->role[i] = NA_JUNK;
}
