/* blocks.c - lines as they were meant: those of a text wrapped at a fixed width are joined. */
#include "extract/parts.h"
#include <string.h>

/* Code points of line i, and of the first run without a space of line i. */
static uint32_t columns(const na_tokens *t, size_t i)
{
    return (uint32_t)na_count_code_points(t->text + t->line[i].at, t->line[i].length);
}

static uint32_t first_columns(const na_tokens *t, size_t i)
{
    uint32_t n = 0;
    while (n < t->line[i].length && n < 80 && !na_is_space((unsigned char)t->text[t->line[i].at + n]))
        n++;
    return (uint32_t)na_count_code_points(t->text + t->line[i].at, n);
}

/* Could line i not have stood on the line above it? */
static int is_forced(const na_tokens *t, size_t i, uint32_t width)
{
    return !(t->token[t->line[i].first].flags & NA_PARAGRAPH) && columns(t, i - 1) + 1 + first_columns(t, i) > width;
}

/* A text is taken as wrapped when it has no long line, and many breaks inside
 * paragraphs stand where the next word would not have fitted. */
static uint32_t width_of(const na_tokens *t)
{
    uint32_t width = 0, inner = 0, forced = 0;
    for (size_t i = 0; i < t->lines; i++) {
        uint32_t n = t->line[i].length > 520 ? 520 : columns(t, i);
        if (n > 130)
            return 0;
        if (n > width)
            width = n;
    }
    if (width < 60)
        return 0;
    for (size_t i = 1; i < t->lines; i++) {
        inner += !(t->token[t->line[i].first].flags & NA_PARAGRAPH);
        forced += (uint32_t)is_forced(t, i, width);
    }
    return forced >= 3 && 4 * forced > inner ? width : 0;
}

/* The last token that is no closing mark tells whether a sentence ends here. */
static int is_closed(const na_tokens *t, uint32_t first, uint32_t end)
{
    while (end > first + 1 && (t->token[end - 1].kind == NA_QUOTE || t->token[end - 1].mark == ')' || t->token[end - 1].mark == ']'))
        end--;
    if (t->token[end - 1].kind != NA_PUNCT)
        return 0;
    switch (t->token[end - 1].mark) {
    case '.': case '!': case '?': return 1;
    case 0: return t->token[end - 1].length == 3 && !memcmp(t->text + t->token[end - 1].at, "\xE3\x80\x82", 3);     /* 。 */
    default: return 0;
    }
}

static void measure(const na_tokens *t, na_passage *block)
{
    uint32_t lower = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        const na_token *token = &t->token[i];
        if (token->kind == NA_WORD) {
            block->words++;
            lower += !(token->flags & NA_UPPER);
        }
        block->sentences += (token->flags & NA_STOP) != 0;
    }
    block->closed = (uint8_t)is_closed(t, block->first, block->end);
    block->prose = (uint8_t)((block->closed || block->sentences > 2) && block->words >= 12 && 2 * lower > block->words);
}

na_passage *na_find_blocks(na_reading *r, size_t *count)
{
    const na_tokens *t = r->tokens;
    uint32_t width = width_of(t);
    na_passage *block = na_alloc(r->arena, (t->lines + 1) * sizeof *block);
    size_t n = 0;
    for (size_t i = 0; i < t->lines; i++) {
        if (!i || !width || !is_forced(t, i, width)) {
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
