/* capitals.c - the words of one article: how often each stands in lower case and
 * with a capital that only a name explains.
 *
 * A capital is evidence unless something else explains it: the start of a
 * sentence, a headline in title case, a line in capitals. */
#include "extract/recognize.h"
#include <string.h>

na_seen *na_seen_word(const na_names *n, uint64_t hash)
{
    for (size_t i = hash & n->seen_mask;; i = (i + 1) & n->seen_mask) {
        if (n->seen[i].hash == hash)
            return &n->seen[i];
        if (!n->seen[i].hash)
            return NULL;
    }
}

/* Twice the room; there is a word in every second place at most. */
static void widen(na_names *n)
{
    na_seen *old = n->seen;
    size_t places = old ? n->seen_mask + 1 : 0;
    n->seen_mask = places ? 2 * places - 1 : 511;
    n->seen = na_alloc(n->r->arena, (n->seen_mask + 1) * sizeof *n->seen);
    for (size_t i = 0; i < places; i++) {
        size_t k = old[i].hash & n->seen_mask;
        if (!old[i].hash)
            continue;
        while (n->seen[k].hash)
            k = (k + 1) & n->seen_mask;
        n->seen[k] = old[i];
    }
}

na_seen *na_see(na_names *n, uint64_t hash)
{
    size_t i = hash & n->seen_mask;
    while (n->seen[i].hash && n->seen[i].hash != hash)
        i = (i + 1) & n->seen_mask;
    if (n->seen[i].hash)
        return &n->seen[i];
    if (2 * ++n->seen_count > n->seen_mask) {
        widen(n);
        for (i = hash & n->seen_mask; n->seen[i].hash; )
            i = (i + 1) & n->seen_mask;
    }
    n->seen[i].hash = hash;
    return &n->seen[i];
}

/* Title case or capitals: of the longer words of the line hardly one is in lower case. */
static int line_in_capitals(const na_names *n, const na_line *line)
{
    uint32_t lower = 0, words = 0, caps = 0;
    for (uint32_t i = line->first; i < line->end; i++)
        if (na_is_word(n, i) && n->t->token[i].length > 3 && !na_in(&n->t->token[i], NA_LIST_STARTER)) {
            words++;
            lower += !(n->t->token[i].flags & NA_UPPER);
            caps += (n->t->token[i].flags & NA_CAPS) != 0;
        }
    return words < 3 || lower * 6 >= words ? NA_STRONG : caps * 2 > words ? NA_SHOUTED : NA_WEAK;
}

void na_look_at_words(na_names *n)
{
    const na_tokens *t = n->t;
    widen(n);
    n->weak = na_alloc(n->r->arena, t->count + 1);
    for (size_t l = 0; l < t->lines; l++)
        memset(n->weak + t->line[l].first, line_in_capitals(n, &t->line[l]), t->line[l].end - t->line[l].first);
    for (uint32_t i = 0; i < t->count; i++) {
        int acronym = t->token[i].flags & NA_CAPS && n->weak[i] != NA_SHOUTED, shout = acronym && t->token[i].length > 3 && na_in(&t->token[i], NA_LIST_COMMON);
        const na_token *before = i ? &t->token[i - 1] : NULL;
        if (!before || t->token[i].flags & (NA_FIRST | NA_LINE) || (before->kind == NA_QUOTE && before->flags & NA_OPENS) ||
            (before->kind == NA_PUNCT && !(before->mark == ',' || before->mark == '-' || before->mark == '(' || before->mark == '/' || before->mark == '&' || before->mark == '.')) ||
            before->kind == NA_NUMBER)
            n->weak[i] = n->weak[i] == NA_SHOUTED ? NA_SHOUTED : NA_WEAK;
        if (acronym)
            n->weak[i] = shout ? NA_WEAK : NA_STRONG;     /* an ordinary word is capitals for emphasis */
        if (na_is_word(n, i)) {
            na_seen *s = na_see(n, t->token[i].hash);
            if (!(t->token[i].flags & NA_UPPER))
                s->lower++;
            else if (!n->weak[i] && !(before && before->mark == '-') && t->token[i + 1].mark != '-')
                s->upper++;
        }
    }
}
