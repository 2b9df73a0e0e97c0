/* credits.c - what belongs to a picture, and whose work it or the text is.
 *
 * A caption is told by the credit at its end: "(Bo Kim/Getty Images)", "Photo: Bo Kim",
 * "| Reuters".  A credit says whose the text is: "© 2020 The Post", "(Reporting by ...)", "(AP)". */
#include "extract/parts.h"
#include <string.h>

static int is_copyright(const na_tokens *t, uint32_t i)
{
    const na_token *token = &t->token[i];
    if (token->kind == NA_PUNCT && token->length >= 2 && t->text[token->at] == '\xC2' && t->text[token->at + 1] == '\xA9')
        return 1;
    return na_is(t, i, "copyright") || (na_is(t, i, "c") && i && t->token[i - 1].mark == '(' && t->token[i + 1].mark == ')');
}

static int has_year(const na_tokens *t, uint32_t i, uint32_t end)
{
    for (; i < end; i++)
        if (t->token[i].kind == NA_NUMBER && t->token[i].length == 4 && (t->text[t->token[i].at] == '1' || t->text[t->token[i].at] == '2'))
            return 1;
    return 0;
}

static uint32_t first_word(const na_tokens *t, const na_passage *block)
{
    uint32_t i = block->first;
    while (i + 1 < block->end && (t->token[i].kind == NA_PUNCT || t->token[i].kind == NA_QUOTE))
        i++;
    return i;
}

/* The value of the cue at token i (its first letter: picture, source, text, view, verb), 0 none. */
static char cue(const na_tokens *t, uint32_t i, size_t *stop)
{
    uint32_t entry = t->token[i].kind == NA_WORD ? na_phrase(t, i, NA_LIST_CREDIT_CUE, stop) : 0;
    return entry ? *na_entry_value(entry, NA_LIST_CREDIT_CUE) : 0;
}

/* Nothing but names, marks and cues from token i to the end of the block, and little of it? */
static int only_names(const na_tokens *t, uint32_t i, const na_passage *block)
{
    if (block->end > i + 12)
        return 0;
    for (; i < block->end; i++)
        if (t->token[i].kind == NA_QUOTE || (t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER) && !na_in(&t->token[i], NA_LIST_CREDIT_CUE) &&
            !na_in(&t->token[i], NA_LIST_BYLINE_WORD)))
            return 0;
    return 1;
}

/* "rabbitCredit: Bo Kim": a caption and its credit, which the extractor glued. */
static int is_glued_credit(const na_tokens *t, uint32_t i)
{
    const na_token *token = &t->token[i];
    return token->kind == NA_WORD && token->length > 6 && t->token[i + 1].mark == ':' && !memcmp(t->text + token->at + token->length - 6, "Credit", 6);
}

/* Does the block end with the name of a picture's source, set off by a bracket, slash or bar, or behind "Photo:"? */
static int ends_with_picture(const na_tokens *t, const na_passage *block)
{
    uint32_t from = block->end > block->first + 24 ? block->end - 24 : block->first;
    for (uint32_t i = from; i < block->end; i++) {
        size_t stop;
        char kind = cue(t, i, &stop), before = i > block->first ? t->token[i - 1].mark : '(';
        int bracket = before == '(' || before == '/' || before == '|' || before == '_';
        if (is_glued_credit(t, i) && only_names(t, i + 2, block))
            return 1;
        if (kind == 'p' && ((t->token[stop].mark == ':' && only_names(t, (uint32_t)stop + 1, block)) || (before == '(' && i > block->first)))
            return 1;
        if (kind == 's' && i > block->first && (bracket || na_is(t, i - 1, "via")) && only_names(t, (uint32_t)stop, block) &&
            (stop >= block->end || t->token[stop].mark == ')' || t->token[stop].mark == '/' || t->token[stop].mark == '|'))
            return 1;
    }
    return 0;
}

/* One or two sentences that describe a picture: a view word ("file photo", "from left"), or two of a posture in the present
 * tense, a place in the picture, a full date; and nobody who said anything. */
static int describes_picture(const na_tokens *t, const na_passage *block)
{
    uint32_t verbs = 0, sides = 0, dates = 0, sentences = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        const na_token *token = &t->token[i];
        size_t stop;
        char kind;
        sentences += (token->flags & NA_STOP) != 0;
        if (token->kind == NA_QUOTE || na_is(t, i, "said") || na_is(t, i, "told") || sentences > 2)
            return 0;
        if (token->kind == NA_NUMBER && token->length == 4 && i > block->first + 2 && t->token[i - 1].mark == ',' && na_in(&t->token[i - 3], NA_LIST_MONTH))
            dates++;
        if (token->kind == NA_NUMBER && token->length == 4 && i > block->first + 3 && t->token[i - 1].mark == ',' && na_in(&t->token[i - 4], NA_LIST_MONTH))
            dates++;
        kind = cue(t, i, &stop);
        if (kind == 'v')
            verbs += i < block->first + 20 && !(token->flags & NA_UPPER);
        else if (kind == 'l' && i > block->first && (t->token[i - 1].mark == ',' || t->token[i - 1].mark == '(') &&
                 (t->token[stop].mark == ',' || t->token[stop].mark == ')'))
            sides++;
        else if (kind == 'f')
            return 1;
    }
    return (verbs > 0) + (sides > 0) + (dates > 0) >= 2;
}

/* Nothing but the name of an agency or outlet, in brackets or behind a dash or "Source:". */
static int is_agency_line(const na_tokens *t, const na_passage *block)
{
    uint32_t i = first_word(t, block);
    size_t stop;
    if (na_is(t, i, "source") && t->token[i + 1].mark == ':')
        i += 2;
    else if (i == block->first)
        return 0;
    if (!na_phrase(t, i, NA_LIST_AGENCY, &stop)) {
        /* Source: Anytown News Agency */
        for (stop = i; i > block->first + 1 && stop < block->end && t->token[stop].flags & NA_UPPER && stop < i + 6; stop++)
            ;
        if (stop < i + 2 || !na_in(&t->token[stop - 1], NA_LIST_PRESS_WORD))
            return 0;
    }
    while (stop < block->end && t->token[stop].kind == NA_PUNCT)
        stop++;
    return stop >= block->end;
}

enum na_role na_credit(const na_tokens *t, const na_passage *block)
{
    uint32_t i = first_word(t, block);
    size_t stop;
    char kind;
    if (block->words > 90)
        return NA_BODY;
    kind = cue(t, i, &stop);
    if (kind == 'i')
        return NA_CAPTION;
    for (uint32_t k = block->first; k < i + 2 && k < block->end; k++)
        if (is_copyright(t, k) && (has_year(t, k, block->end) || !block->closed) && block->words <= 60)
            return NA_CREDIT;
    if (is_agency_line(t, block))
        return NA_CREDIT;
    if (kind == 't' && (t->token[stop].mark == ':' || na_is(t, stop, "by") || i > block->first))
        return NA_CREDIT;
    if (kind == 'p' && (t->token[stop].mark == ':' || t->token[stop].mark == '/' || (na_is(t, stop, "by") && block->words <= 12)))
        return NA_CAPTION;
    return ends_with_picture(t, block) || (block->words <= 60 && describes_picture(t, block)) ? NA_CAPTION : NA_BODY;
}
