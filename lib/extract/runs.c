/* runs.c - runs of words that look like names: where they begin and end. */
#include "extract/recognize.h"

int na_attached_hyphen(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    return t->kind == NA_PUNCT && t->mark == '-' && t->length == 1 && !(t->flags & NA_SPACE) && i + 1 < n->t->count &&
           !(t[1].flags & NA_SPACE) && t[1].kind == NA_WORD;
}

static int listed_alone(const na_names *n, uint32_t i)
{
    return na_listed(n, i, NA_LIST_COUNTRY) || na_listed(n, i, NA_LIST_CITY) || na_listed(n, i, NA_LIST_DEMONYM) || na_listed(n, i, NA_LIST_ORGANIZATION);
}

static int stands_alone_elsewhere(const na_names *n, uint32_t i)
{
    const na_seen *s = na_seen_word(n, n->t->token[i].hash);
    return s && s->upper > 0;
}

/* Ann Ellin-Lima, Inspector Ellin-Lima: what stands in front tells a person, whose family name may end like a city. */
static int ends_like_a_city(const na_names *n, uint32_t i)
{
    return i > 1 && !listed_alone(n, i - 1) && na_upper(n, i - 2) && !(n->t->token[i - 2].flags & NA_STOP) &&
           (na_listed(n, i - 2, NA_LIST_GIVEN_NAME) || na_listed(n, i - 2, NA_LIST_TITLE)) && na_listed(n, i + 1, NA_LIST_CITY) &&
           !na_listed(n, i + 1, NA_LIST_COUNTRY) && !na_listed(n, i + 1, NA_LIST_DEMONYM) && !na_listed(n, i + 1, NA_LIST_ORGANIZATION);
}

/* Does the hyphen at i join two halves of one name (Jong-un, Smith-Ellin), and
 * not two names (Ellin-Barr talks, US-China) or a name and a word (US-led)? */
static int joining_hyphen(const na_names *n, uint32_t i)
{
    if (!na_attached_hyphen(n, i) || !i || (n->t->token[i - 1].length == 1 && na_listed(n, i + 1, NA_LIST_US_STATE)))
        return 0;               /* R-Ky. */
    if (!na_upper(n, i + 1))       /* Park Won-ellin, but US-led */
        return (i > 1 && na_listed(n, i - 2, NA_LIST_FAMILY_FIRST) && na_upper(n, i - 2)) ||
               (!na_ordinary(n, i + 1) && !listed_alone(n, i - 1) && !(n->t->token[i - 1].flags & NA_CAPS));
    if (na_listed(n, i - 1, NA_LIST_NAME_PARTICLE) || ends_like_a_city(n, i))
        return 1;
    return !(listed_alone(n, i - 1) || listed_alone(n, i + 1)) && !(stands_alone_elsewhere(n, i - 1) && stands_alone_elsewhere(n, i + 1));
}

/* Kim Jong - ellin: a machine put spaces round the hyphen of a given name. */
static int torn_hyphen(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    return i > 1 && t->kind == NA_PUNCT && t->mark == '-' && t->length == 1 && i + 1 < n->t->count && na_upper(n, i - 1) && !na_listed(n, i + 1, NA_LIST_STARTER) &&
           na_is_word(n, i + 1) && !na_upper(n, i + 1) && t[1].length < 6 && na_listed(n, i - 2, NA_LIST_FAMILY_FIRST) && na_upper(n, i - 2) &&
           t[-1].length < 7 && !(t->flags & NA_STOP);
}

/* The period of an abbreviation or an initial inside a name: J. K. Ellin, St. Ellin. */
int na_inner_period(const na_names *n, uint32_t i)
{
    return i && n->t->token[i].kind == NA_PUNCT && n->t->token[i].mark == '.' && n->t->token[i].length == 1 &&
           n->t->token[i - 1].flags & NA_DOTTED;
}

/* O ‘Brien, o ‘Brien: the mark is an apostrophe that a machine turned round.  Gives the end, or 0. */
uint32_t na_torn_name(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    if (i + 2 >= n->t->count || t->kind != NA_WORD || t->length != 1 || (n->t->text[t->at] | 32) != 'o')
        return 0;
    if (t[1].kind != NA_QUOTE || t[1].mark != '\'' || t[2].kind != NA_WORD || !(t[2].flags & NA_UPPER) || t[2].flags & NA_SPACE)
        return 0;
    return i + 3;
}

/* The longest listed name that begins here, and its end; of several lists the first of this order. */
uint32_t na_listed_phrase(const na_names *n, uint32_t i, na_found *found)
{
    static const struct { enum na_list list; uint8_t kind; } lists[] = {
        { NA_LIST_COUNTRY, NA_PLACE }, { NA_LIST_DEMONYM, NA_OTHER }, { NA_LIST_ORGANIZATION, NA_ORGANIZATION },
        { NA_LIST_OUTLET, NA_ORGANIZATION }, { NA_LIST_REGION, NA_PLACE }, { NA_LIST_CITY, NA_PLACE }, { NA_LIST_EVENT, NA_OTHER } };
    size_t end = 0;
    uint32_t entry = na_phrase_of(n->t, i, (UINT64_C(1) << NA_LIST_COUNTRY) | (UINT64_C(1) << NA_LIST_DEMONYM) | (UINT64_C(1) << NA_LIST_ORGANIZATION) |
        (UINT64_C(1) << NA_LIST_OUTLET) | (UINT64_C(1) << NA_LIST_REGION) | (UINT64_C(1) << NA_LIST_CITY) | (UINT64_C(1) << NA_LIST_EVENT), &end);
    for (size_t k = 0; entry && k < sizeof lists / sizeof *lists; k++)
        if (na_entry_in(entry, lists[k].list)) {
            *found = (na_found){ i, (uint32_t)end, entry, lists[k].list, lists[k].kind, 1 };
            return (uint32_t)end;
        }
    return 0;
}

/* So Kam-ellin, He Ellin-min: a family name of the East that is also a word. */
static int begins_eastern_name(const na_names *n, uint32_t i)
{
    return na_listed(n, i, NA_LIST_FAMILY_FIRST) && na_upper(n, i + 1) && !(n->t->token[i].flags & NA_STOP) && i + 2 < n->t->count && na_attached_hyphen(n, i + 2) &&
           n->t->token[i + 1].flags & NA_SPACE && n->t->token[i + 1].length < 7;
}

/* April Ellin, but not "in April Ellin said". */
static int month_as_name(const na_names *n, uint32_t i)
{
    static const char *const before[] = { "in", "on", "since", "until", "by", "from", "of", "last", "next", "this", "late", "early", "mid", "to", "and", "through", "during" };
    na_found found;
    if (!na_listed(n, i, NA_LIST_NO_NAME) || !na_listed(n, i, NA_LIST_GIVEN_NAME) || !na_upper(n, i + 1) || n->t->token[i].flags & NA_STOP || n->weak[i + 1] == NA_WEAK)
        return 0;
    for (size_t k = 0; i && k < sizeof before / sizeof *before; k++)
        if (na_is(n->t, i - 1, before[k]))
            return 0;
    return !na_ordinary(n, i + 1) && !na_listed(n, i + 1, NA_LIST_NO_NAME) && !na_listed(n, i + 1, NA_LIST_TITLE) && !na_listed_phrase(n, i + 1, &found);
}

/* Can a name begin or go on with this token? */
int na_name_like(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    na_found found;
    na_seen *s;
    if (i >= n->t->count || !na_upper(n, i))
        return 0;
    if (begins_eastern_name(n, i) || month_as_name(n, i))
        return 1;
    if ((na_listed(n, i, NA_LIST_NO_NAME) && !na_direction(n, i)) || (t[1].mark == '$' && !(t[1].flags & NA_SPACE)))
        return 0;               /* US$, HK$ are money */
    if (t->length == 1)
        return t->flags & NA_DOTTED || (n->t->text[t->at] != 'A' && n->t->text[t->at] != 'I');
    if (!n->weak[i])
        return !na_listed(n, i, NA_LIST_STARTER) || t->flags & NA_CAPS || na_listed_phrase(n, i, &found) > i + 1;
    s = na_seen_word(n, t->hash);
    if (!na_ordinary(n, i) && !na_listed(n, i, NA_LIST_TITLE))
        return !s || s->lower <= s->upper || na_listed_phrase(n, i, &found);
    if (na_listed(n, i, NA_LIST_NAME_PARTICLE) && ((na_attached_hyphen(n, i + 1) && na_upper(n, i + 2)) || (na_upper(n, i + 1) && !na_ordinary(n, i + 1) && !n->weak[i + 1])))
        return 1;               /* Al-Ellin, De Ellin at the start of a sentence */
    if (na_listed_phrase(n, i, &found) > i + 1 || na_listed(n, i, NA_LIST_TITLE))
        return 1;
    if (s && s->upper > s->lower)
        return 1;
    return na_listed(n, i, NA_LIST_GIVEN_NAME) && na_upper(n, i + 1) && !na_ordinary(n, i + 1) && !(t->flags & NA_STOP);
}

/* KXYZ ABC 7: a broadcaster's channel belongs to its name. */
static uint32_t channel(const na_names *n, uint32_t end)
{
    const na_token *t = &n->t->token[end];
    return end > 1 && t->kind == NA_NUMBER && t->length < 3 && t[-1].flags & NA_CAPS && t[-2].flags & NA_CAPS ? end + 1 : end;
}

/* Behind the particles in lower case that begin at i: van der. */
static uint32_t past_particles(const na_names *n, uint32_t i)
{
    uint32_t limit = i + 3;
    while (i < limit && i + 1 < n->t->count && na_listed(n, i, NA_LIST_NAME_PARTICLE) && na_is_word(n, i) && !na_upper(n, i) && !(n->t->token[i].flags & NA_STOP))
        i++;
    return i;
}

enum { LONGEST_RUN = 40 };           /* tokens: no name is longer, and it keeps the work on any text linear */

/* The end of the run of name words that begins at i. */
uint32_t na_run_end(const na_names *n, uint32_t i)
{
    uint32_t end, torn, limit = i + LONGEST_RUN;
    size_t head;
    for (;;) {
        if ((torn = na_torn_name(n, i)))
            end = torn;
        else
            end = i + 1;
        while (end < n->t->count && !(n->t->token[end - 1].flags & NA_STOP) && (joining_hyphen(n, end) || torn_hyphen(n, end)))
            end += 2;
        if (n->t->token[end - 1].flags & NA_STOP || end >= n->t->count || end > limit)
            return end;
        i = end;
        if (na_inner_period(n, i) && !(n->t->token[i].flags & NA_STOP))
            i++;
        if (n->t->token[i].flags & NA_LINE)
            return end;
        if (n->t->token[i].mark == '&' && i + 1 < n->t->count && na_upper(n, i + 1))
            i++;
        else if ((torn = past_particles(n, i)) > i && na_name_like(n, torn))
            i = torn;
        else if (na_listed(n, i, NA_LIST_NAME_PARTICLE) && na_attached_hyphen(n, i + 1))
            continue;           /* Omar al-Ellin */
        if (na_upper(n, i) && i + 1 < n->t->count && na_attached_hyphen(n, i + 1) && na_listed(n, end - 1, NA_LIST_FAMILY_FIRST))
            continue;           /* Kang In-ellin */
        if (na_upper(n, i) && n->weak[i] && na_phrase(n->t, i, NA_LIST_PLACE_HEAD, &head) && head <= n->t->count && na_upper(n, (uint32_t)head - 1)) {
            i = (uint32_t)head - 1;             /* Ellin National Park, in a headline */
            continue;
        }
        if (!na_name_like(n, i) && !na_torn_name(n, i))
            return channel(n, end);
    }
}

uint32_t na_words_in(const na_names *n, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t i = first; i < end; i++)
        words += na_is_word(n, i) && (i == first || n->t->token[i].flags & NA_SPACE);
    return words;
}
