/* sentences.c - where sentences end.
 *
 * A period, question or exclamation mark ends a sentence, with the closing
 * marks behind it, when a space and something that can begin one follow.
 * Abbreviations, initials and marks inside a known phrase (Yahoo! News) end none; months' only before a number; U.S. and
 * its like before a word that begins sentences.  The end of a paragraph always
 * ends one, the end of a line does when the line is not filled with prose. */
#include "text/text.h"

static int closing(const na_token *t)
{
    return !(t->flags & NA_SPACE) && ((t->kind == NA_QUOTE && t->flags & NA_CLOSES) || (t->kind == NA_PUNCT && (t->mark == ')' || t->mark == ']')));
}

static int can_begin(const na_token *t)
{
    return t->flags & NA_UPPER || t->kind == NA_NUMBER || t->kind == NA_QUOTE || t->kind == NA_ADDRESS ||
           (t->kind == NA_PUNCT && (t->mark == '(' || t->mark == '[' || t->mark == '_' || t->mark == 0));
}

/* Does the period at token i belong to the word before it? */
static int abbreviates(const na_tokens *tokens, size_t i)
{
    const na_token *word = &tokens->token[i - 1], *next = &tokens->token[i + 1];
    if (tokens->token[i].flags & NA_SPACE || word->kind != NA_WORD)
        return 0;
    if (na_in(word, NA_LIST_MONTH))
        return next->kind == NA_NUMBER && !(next->flags & NA_PARAGRAPH);
    if (na_in(word, NA_LIST_ABBREVIATION))
        return 1;
    return word->length == 1 && word->flags & NA_UPPER;     /* an initial */
}

/* Yahoo! News: the mark at token i stands inside a phrase that some list knows. */
static int inside_phrase(const na_tokens *tokens, size_t i)
{
    const na_token *t = &tokens->token[i];
    return i && !(t->flags & NA_SPACE) && i + 1 < tokens->count && na_in(t - 1, NA_LIST_PREFIX) &&
           na_word_entry(na_hash_join(na_hash_join(t[-1].hash, t->hash), t[1].hash));
}

/* Most tokens are words or marks that end nothing. */
static int may_end(const na_tokens *tokens, const na_token *t)
{
    return t->kind == NA_PUNCT ? t->mark == '.' || t->mark == '?' || t->mark == '!' : t->kind == NA_WORD && tokens->text[t->at + t->length - 1] == '.';
}

static int ends_after(const na_tokens *tokens, size_t i)
{
    const na_token *t = &tokens->token[i], *next;
    size_t k = i + 1;
    if (t->kind == NA_WORD && t->length > 2 && tokens->text[t->at + t->length - 1] == '.') {
        next = &tokens->token[k];       /* U.S. The */
        return next->flags & NA_SPACE && next->flags & NA_UPPER && na_in(next, NA_LIST_STARTER);
    }
    if (t->kind != NA_PUNCT || (t->mark != '.' && t->mark != '?' && t->mark != '!'))
        return 0;
    if (t->mark == '.' && t->length == 1 && i && abbreviates(tokens, i))
        return 0;
    if (t->mark != '.' && inside_phrase(tokens, i))
        return 0;
    while (k < tokens->count && closing(&tokens->token[k]))
        k++;
    next = &tokens->token[k];
    return k >= tokens->count || (next->flags & NA_SPACE && can_begin(next));
}

/* A line end inside a sentence: both lines look like wrapped prose. */
static int wraps(const na_tokens *tokens, size_t line)
{
    const na_line *above = &tokens->line[line];
    const na_token *last = &tokens->token[above->end - 1], *next = &tokens->token[above->end];
    return above->length >= 50 && above->length <= 100 && last->kind != NA_PUNCT && !(next->flags & NA_PARAGRAPH);
}

void na_find_sentences(na_arena *arena, na_tokens *tokens)
{
    size_t room = 0, first = 0, line = 0;
    for (size_t i = 0; i < tokens->count; i++) {
        na_token *t = &tokens->token[i], *next = &tokens->token[i + 1];
        int stop = i + 1 == tokens->count || next->flags & NA_PARAGRAPH;
        size_t end = i + 1;
        if (!stop && !(next->flags & NA_LINE) && !may_end(tokens, t))
            continue;
        while (line < tokens->lines && tokens->line[line].end <= i)
            line++;
        if (!stop && next->flags & NA_LINE && line < tokens->lines)
            stop = !wraps(tokens, line);
        if (!stop && (stop = ends_after(tokens, i)))
            while (end < tokens->count && closing(&tokens->token[end]))
                end++;
        if (t->kind == NA_PUNCT && t->mark == '.' && t->length == 1 && i && !stop && abbreviates(tokens, i))
            tokens->token[i - 1].flags |= NA_DOTTED;
        if (!stop)
            continue;
        tokens->token[first].flags |= NA_FIRST;
        tokens->token[end - 1].flags |= NA_STOP;
        *NA_PUSH(arena, tokens->sentence, tokens->sentences, room) = (na_sentence){ (uint32_t)first, (uint32_t)end };
        first = i = end;
        i--;
    }
}
