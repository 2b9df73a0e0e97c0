/* blocks.c - lines as they were meant: those of a text wrapped at a fixed width are joined. */
#include "extract/parts.h"

/* A text is taken as wrapped when it has no long line, and most breaks inside
 * paragraphs stand where the next word would not have fitted. */
static uint32_t width_of(const na_tokens *t)
{
    uint32_t width = 0, inner = 0, forced = 0;
    for (size_t i = 0; i < t->lines; i++)
        if (t->line[i].length > width)
            width = t->line[i].length;
    if (width < 60 || width > 130)
        return 0;
    for (size_t i = 1; i < t->lines; i++) {
        const na_token *next = &t->token[t->line[i].first];
        if (next->flags & NA_PARAGRAPH)
            continue;
        inner++;
        forced += t->line[i - 1].length + 12 + next->length > width;
    }
    return inner >= 4 && 2 * forced > inner ? width : 0;
}

static int continues(const na_tokens *t, size_t line, uint32_t width)
{
    const na_token *next = &t->token[t->line[line].first];
    return width && !(next->flags & NA_PARAGRAPH) && t->line[line - 1].length + 12 + next->length > width;
}

/* The last token that is no closing mark tells whether a sentence ends here. */
static int is_closed(const na_tokens *t, uint32_t first, uint32_t end)
{
    while (end > first + 1 && (t->token[end - 1].kind == NA_QUOTE || t->token[end - 1].mark == ')' || t->token[end - 1].mark == ']'))
        end--;
    switch (t->token[end - 1].mark) {
    case '.': case '!': case '?': return t->token[end - 1].kind == NA_PUNCT;
    default: return 0;
    }
}

static void measure(const na_tokens *t, na_block *block)
{
    uint32_t lower = 0, stops = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        const na_token *token = &t->token[i];
        if (token->kind == NA_WORD) {
            block->words++;
            lower += !(token->flags & NA_UPPER);
        }
        stops += (token->flags & NA_STOP) != 0;
    }
    block->closed = (uint8_t)is_closed(t, block->first, block->end);
    block->prose = (uint8_t)((block->closed || stops > 2) && block->words >= 12 && 2 * lower > block->words);
}

na_block *na_find_blocks(na_reading *r, size_t *count)
{
    const na_tokens *t = r->tokens;
    uint32_t width = width_of(t);
    na_block *block = na_alloc(r->arena, (t->lines + 1) * sizeof *block);
    size_t n = 0;
    for (size_t i = 0; i < t->lines; i++) {
        if (!i || !continues(t, i, width)) {
            block[n].first = t->line[i].first;
            n++;
        }
        block[n - 1].end = t->line[i].end;
    }
    for (size_t i = 0; i < n; i++)
        measure(t, &block[i]);
    *count = n;
    return block;
}
