/* boilerplate.c - lines that belong to the page and not to the article.
 *
 * Three lists tell them: whole lines that many sites show (boilerplate.txt),
 * words that such lines begin with or hold (notice.txt), and headings of lists
 * of links (link_heading.txt).  Marks do not count, numbers are all one. */
#include "extract/parts.h"
#include <string.h>

/* The entry of a whole line of at most 24 words. */
static uint32_t line_entry(const na_tokens *t, const na_passage *block)
{
    static const char zero[] = "0";
    uint64_t hash = 0;
    uint32_t words = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        const na_token *token = &t->token[i];
        uint64_t h = token->kind == NA_NUMBER ? na_hash(zero, 1) : token->hash;
        if (token->kind == NA_PUNCT || token->kind == NA_QUOTE || (token->kind == NA_NUMBER && i > block->first && t->token[i - 1].mark == '('))
            continue;               /* Comments (37) */
        if (++words > 24)
            return 0;
        hash = words > 1 ? na_hash_join(hash, h) : h;
    }
    return words ? na_word_entry(hash) : 0;
}

/* What the words of notice.txt make of the line. */
static int notice(const na_tokens *t, const na_passage *block)
{
    int begun = 0, found = 0;
    size_t end;
    for (uint32_t i = block->first; i < block->end; i++) {
        uint32_t entry;
        if (t->token[i].kind != NA_WORD)
            continue;
        if ((entry = na_phrase(t, i, NA_LIST_NOTICE, &end)))
            switch (*na_entry_value(entry, NA_LIST_NOTICE)) {
            case 'a': if (block->words <= 60) return NA_JUNK_SURE; break;
            case 'n': found = NA_JUNK_NEAR; break;
            case 's': if (!begun && block->words <= 80) return NA_JUNK_SURE; break;
            default:
                if (!begun && (block->words <= 30 || na_is(t, i, "disclaimer")) && end < block->end && (t->token[end].mark == ':' || t->token[end].mark == '|'))
                    return NA_JUNK_SURE;
            }
        begun = 1;
    }
    return found;
}

int na_is_break(const na_tokens *t, uint32_t i)
{
    const na_token *token = &t->token[i], *before = i ? token - 1 : token;
    if (token->kind == NA_PUNCT)
        return token->mark == '|' || token->mark == '>' || token->mark == 0 || (token->mark == '/' && token->flags & NA_SPACE);
    return i && token->flags & NA_SPACE && token->at - (before->at + before->length) > 1;
}

/* "Home | Town | Sport | Sign in", with bars, dots or wide gaps: three items or more, short, most of them capitalised. */
static int is_menu(const na_tokens *t, const na_passage *block)
{
    uint32_t items = 1, upper = 0;
    int begins = 1;
    if (block->words < 3 || block->closed)
        return 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        const na_token *token = &t->token[i];
        if (i > block->first && na_is_break(t, i) && !begins) {
            items++;
            begins = 1;
        }
        if (token->kind == NA_QUOTE)
            return 0;
        if (token->kind == NA_PUNCT)
            continue;
        upper += begins && (token->flags & NA_UPPER || token->kind == NA_NUMBER);
        begins = 0;
    }
    items -= (uint32_t)begins;
    return items >= 3 && 4 * upper >= 3 * items && block->words <= 3 * items + 2;
}

/* "Share Tweet Print": nothing but lines of boilerplate.txt, one behind the other. */
static int is_made_of_boilerplate(const na_tokens *t, const na_passage *block)
{
    uint32_t phrases = 0;
    if (block->words > 16)
        return 0;
    for (uint32_t i = block->first; i < block->end; ) {
        size_t stop = i + 1;
        if (t->token[i].kind == NA_WORD) {
            if (!na_phrase(t, i, NA_LIST_BOILERPLATE, &stop) || stop > block->end)
                return 0;
            phrases++;
        } else if (t->token[i].kind != NA_PUNCT && t->token[i].kind != NA_NUMBER) {
            return 0;
        }
        i = (uint32_t)stop;
    }
    return phrases > 1;
}

/* Counts of comments, page numbers: no word at all, but a number; a whole date is not meant. */
static int is_numbers(const na_tokens *t, const na_passage *block)
{
    int numbers = 0;
    for (uint32_t i = block->first; i < block->end; i++) {
        if ((t->token[i].kind != NA_NUMBER && t->token[i].kind != NA_PUNCT) || t->token[i].length >= 8)
            return 0;
        numbers |= t->token[i].kind == NA_NUMBER;
    }
    return numbers;
}

/* The page's address, copied with it. */
int na_page_address(const na_tokens *t, const na_passage *block)
{
    const na_token *first = &t->token[block->first];
    if (first->kind != NA_ADDRESS || first->length < 8 || memcmp(t->text + first->at, "http", 4))
        return 0;
    for (uint32_t i = block->first + 1; i < block->end; i++)
        if (t->token[i].flags & NA_SPACE || (t->token[i].kind == NA_WORD && (unsigned char)t->text[t->token[i].at] >= 0x80))
            return 0;
    return 1;
}

int na_boilerplate(const na_tokens *t, const na_passage *block)
{
    uint32_t entry;
    int found;
    if (block->words > 120)
        return 0;
    entry = line_entry(t, block);
    if (na_entry_in(entry, NA_LIST_BOILERPLATE))
        return *na_entry_value(entry, NA_LIST_BOILERPLATE) ? NA_JUNK_NEAR : NA_JUNK_SURE;
    if (na_entry_in(entry, NA_LIST_LINK_HEADING))
        return *na_entry_value(entry, NA_LIST_LINK_HEADING) == 'n' ? NA_JUNK_NEAR : NA_JUNK_SURE;
    if (na_opens_list(t, block))
        return NA_JUNK_SURE;
    found = notice(t, block);
    return found || (!is_numbers(t, block) && !is_menu(t, block) && !is_made_of_boilerplate(t, block)) ? found : NA_JUNK_NEAR;
}

static int is_link_word(const na_tokens *t, size_t i)
{
    return na_is(t, i, "in") || na_is(t, i, "from") || na_is(t, i, "on") || na_is(t, i, "for") || na_is(t, i, "today") || na_is(t, i, "now") || na_is(t, i, "this");
}

/* "Latest stories" and its like; "Most read in world news"; "More Vellmar Courier", when that is an outlet. */
int na_opens_list(const na_tokens *t, const na_passage *block)
{
    size_t stop;
    uint32_t i = block->first, entry;
    if (block->words > 8 || block->words == 0 || block->closed)
        return 0;
    entry = line_entry(t, block);
    if (na_entry_in(entry, NA_LIST_LINK_HEADING))
        return *na_entry_value(entry, NA_LIST_LINK_HEADING) != 'e';
    while (t->token[i].kind != NA_WORD && i + 1 < block->end)
        i++;
    if (!(t->token[i].flags & NA_UPPER) || t->token[block->end - 1].kind == NA_QUOTE)
        return 0;
    if (na_is(t, i, "more") && (na_phrase(t, i + 1, NA_LIST_OUTLET, &stop) || na_phrase(t, i + 1, NA_LIST_BOILERPLATE, &stop)) && stop == block->end)
        return 1;
    entry = na_phrase(t, i, NA_LIST_LINK_HEADING, &stop);
    return entry && stop > i + 1 && stop < block->end && *na_entry_value(entry, NA_LIST_LINK_HEADING) != 'e' &&
           (is_link_word(t, stop) || is_link_word(t, stop - 1));
}

/* "About Vellmar Pumps", "Media contact": what follows is of the sender, not of the article. */
int na_opens_end(const na_tokens *t, const na_passage *block)
{
    uint32_t i = block->first, entry = block->words <= 8 ? line_entry(t, block) : 0;
    const char *value = na_entry_value(entry, NA_LIST_LINK_HEADING);
    if (value && *value == 'e')
        return 1;
    if (block->words < 2 || block->words > 7 || block->closed || !na_is(t, i, "about") || !(t->token[i].flags & NA_UPPER))
        return 0;
    for (i++; i < block->end; i++)
        if ((t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER)) || t->token[i].kind == NA_NUMBER || t->token[i].kind == NA_QUOTE || t->token[i].mark == '?')
            return 0;
    return 1;
}
