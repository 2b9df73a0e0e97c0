/* recognize.c - where names stand and of what kind they are, by lists and by capitals.
 *
 * A capital is evidence unless something else explains it: the start of a
 * sentence, a headline in title case, a line in capitals.  Runs of capitalised
 * words are cut into titles, listed names, organizations and places by their
 * head words, and people.  What one article says elsewhere decides the rest:
 * a word that is the end of somebody's name is that person everywhere. */
#include "extract/names.h"
#include <string.h>

enum {
    UNSURE = 4,             /* a kind for single words until the whole article was seen */
    LONGEST_RUN = 40        /* tokens: no name is longer, and it keeps the work on any text linear */
};

/* ---- the words of the article -------------------------------------------------- */

na_seen *na_seen_word(const na_names *n, uint64_t hash)
{
    for (size_t i = hash & n->seen_mask;; i = (i + 1) & n->seen_mask) {
        if (n->seen[i].hash == hash)
            return &n->seen[i];
        if (!n->seen[i].hash)
            return NULL;
    }
}

static na_seen *see(na_names *n, uint64_t hash)
{
    size_t i = hash & n->seen_mask;
    while (n->seen[i].hash && n->seen[i].hash != hash)
        i = (i + 1) & n->seen_mask;
    n->seen[i].hash = hash;
    return &n->seen[i];
}

static int is_word(const na_names *n, uint32_t i)
{
    return n->t->token[i].kind == NA_WORD;
}

static int upper(const na_names *n, uint32_t i)
{
    return n->t->token[i].kind == NA_WORD && n->t->token[i].flags & NA_UPPER;
}

enum { STRONG, WEAK, SHOUTED };     /* a capital: tells a name; tells nothing; stands in a line of capitals */

/* Title case or capitals: of the longer words of the line hardly one is in lower case. */
static int line_in_capitals(const na_names *n, const na_line *line)
{
    uint32_t lower = 0, words = 0, caps = 0;
    for (uint32_t i = line->first; i < line->end; i++)
        if (is_word(n, i) && n->t->token[i].length > 3 && !na_in(&n->t->token[i], NA_LIST_STARTER)) {
            words++;
            lower += !(n->t->token[i].flags & NA_UPPER);
            caps += (n->t->token[i].flags & NA_CAPS) != 0;
        }
    return words < 3 || lower * 6 >= words ? STRONG : caps * 2 > words ? SHOUTED : WEAK;
}

static void look_at_words(na_names *n)
{
    const na_tokens *t = n->t;
    size_t size = 64;
    while (size < 2 * t->count)
        size *= 2;
    n->seen = na_alloc(n->r->arena, size * sizeof *n->seen);
    n->seen_mask = size - 1;
    n->weak = na_alloc(n->r->arena, t->count + 1);
    for (size_t l = 0; l < t->lines; l++)
        memset(n->weak + t->line[l].first, line_in_capitals(n, &t->line[l]), t->line[l].end - t->line[l].first);
    for (uint32_t i = 0; i < t->count; i++) {
        int acronym = t->token[i].flags & NA_CAPS && n->weak[i] != SHOUTED, shout = acronym && t->token[i].length > 3 && na_in(&t->token[i], NA_LIST_COMMON);
        const na_token *before = i ? &t->token[i - 1] : NULL;
        if (!before || t->token[i].flags & (NA_FIRST | NA_LINE) || (before->kind == NA_QUOTE && before->flags & NA_OPENS) ||
            (before->kind == NA_PUNCT && !(before->mark == ',' || before->mark == '-' || before->mark == '(' || before->mark == '/' || before->mark == '&' || before->mark == '.')) ||
            before->kind == NA_NUMBER)
            n->weak[i] = n->weak[i] == SHOUTED ? SHOUTED : WEAK;
        if (acronym)
            n->weak[i] = shout ? WEAK : STRONG;     /* an ordinary word is capitals for emphasis */
        if (is_word(n, i)) {
            na_seen *s = see(n, t->token[i].hash);
            if (!(t->token[i].flags & NA_UPPER))
                s->lower++;
            else if (!n->weak[i] && !(before && before->mark == '-') && t->token[i + 1].mark != '-')
                s->upper++;
        }
    }
}

int na_starts_quietly(const na_names *n, uint32_t i)
{
    return n->weak[i];
}

/* ---- capitalised runs ------------------------------------------------------------- */

static int in(const na_names *n, uint32_t i, enum na_list list)
{
    return na_in(&n->t->token[i], list);
}

static int ordinary(const na_names *n, uint32_t i)
{
    return in(n, i, NA_LIST_COMMON) || in(n, i, NA_LIST_STARTER);
}

static int attached_hyphen(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    return t->kind == NA_PUNCT && t->mark == '-' && t->length == 1 && !(t->flags & NA_SPACE) && i + 1 < n->t->count &&
           !(t[1].flags & NA_SPACE) && t[1].kind == NA_WORD;
}

static int listed_alone(const na_names *n, uint32_t i)
{
    return in(n, i, NA_LIST_COUNTRY) || in(n, i, NA_LIST_CITY) || in(n, i, NA_LIST_DEMONYM) || in(n, i, NA_LIST_ORGANIZATION);
}

static int stands_alone_elsewhere(const na_names *n, uint32_t i)
{
    const na_seen *s = na_seen_word(n, n->t->token[i].hash);
    return s && s->upper > 0;
}

/* Does the hyphen at i join two halves of one name (Jong-un, Smith-Ellin), and
 * not two names (Ellin-Barr talks, US-China) or a name and a word (US-led)? */
static int joining_hyphen(const na_names *n, uint32_t i)
{
    if (!attached_hyphen(n, i) || !i || (n->t->token[i - 1].length == 1 && in(n, i + 1, NA_LIST_US_STATE)))
        return 0;               /* R-Ky. */
    if (!upper(n, i + 1))       /* Park Won-ellin, but US-led */
        return (i > 1 && in(n, i - 2, NA_LIST_FAMILY_FIRST) && upper(n, i - 2)) ||
               (!ordinary(n, i + 1) && !listed_alone(n, i - 1) && !(n->t->token[i - 1].flags & NA_CAPS));
    if (in(n, i - 1, NA_LIST_NAME_PARTICLE))
        return 1;
    return !(listed_alone(n, i - 1) || listed_alone(n, i + 1)) && !(stands_alone_elsewhere(n, i - 1) && stands_alone_elsewhere(n, i + 1));
}

/* The period of an abbreviation or an initial inside a name: J. K. Ellin, St. Ellin. */
static int inner_period(const na_names *n, uint32_t i)
{
    return i && n->t->token[i].kind == NA_PUNCT && n->t->token[i].mark == '.' && n->t->token[i].length == 1 &&
           n->t->token[i - 1].flags & NA_DOTTED;
}

/* O ‘Brien, o ‘Brien: the mark is an apostrophe that a machine turned round.  Gives the end, or 0. */
static uint32_t torn_name(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    if (i + 2 >= n->t->count || t->kind != NA_WORD || t->length != 1 || (n->t->text[t->at] | 32) != 'o')
        return 0;
    if (t[1].kind != NA_QUOTE || t[1].mark != '\'' || t[2].kind != NA_WORD || !(t[2].flags & NA_UPPER) || t[2].flags & NA_SPACE)
        return 0;
    return i + 3;
}

static int direction(const na_names *n, uint32_t i)
{
    return in(n, i, NA_LIST_DIRECTION);
}

/* North, south, east, west: what can name a half of a country by itself. */
static int half(const na_names *n, uint32_t i)
{
    return direction(n, i) && *na_entry_value(n->t->token[i].entry, NA_LIST_DIRECTION);
}

/* The longest listed name that begins here, and its end; of several lists the first of this order. */
static uint32_t listed_phrase(const na_names *n, uint32_t i, na_found *found)
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

/* Can a name begin or go on with this token? */
static int name_like(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    na_found found;
    na_seen *s;
    if (i >= n->t->count || !upper(n, i))
        return 0;
    if ((in(n, i, NA_LIST_NO_NAME) && !direction(n, i)) || (t[1].mark == '$' && !(t[1].flags & NA_SPACE)))
        return 0;               /* US$, HK$ are money */
    if (t->length == 1)
        return t->flags & NA_DOTTED || (n->t->text[t->at] != 'A' && n->t->text[t->at] != 'I');
    if (!n->weak[i])
        return !in(n, i, NA_LIST_STARTER) || t->flags & NA_CAPS || listed_phrase(n, i, &found) > i + 1;
    s = na_seen_word(n, t->hash);
    if (!ordinary(n, i) && !in(n, i, NA_LIST_TITLE))
        return !s || s->lower <= s->upper || listed_phrase(n, i, &found);
    if (in(n, i, NA_LIST_NAME_PARTICLE) && ((attached_hyphen(n, i + 1) && upper(n, i + 2)) || (upper(n, i + 1) && !ordinary(n, i + 1) && !n->weak[i + 1])))
        return 1;               /* Al-Ellin, De Ellin at the start of a sentence */
    if (listed_phrase(n, i, &found) > i + 1 || in(n, i, NA_LIST_TITLE))
        return 1;
    if (s && s->upper > s->lower)
        return 1;
    return in(n, i, NA_LIST_GIVEN_NAME) && upper(n, i + 1) && !ordinary(n, i + 1) && !(t->flags & NA_STOP);
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
    while (i < limit && i + 1 < n->t->count && in(n, i, NA_LIST_NAME_PARTICLE) && is_word(n, i) && !upper(n, i) && !(n->t->token[i].flags & NA_STOP))
        i++;
    return i;
}

/* The end of the run of name words that begins at i. */
static uint32_t run_end(const na_names *n, uint32_t i)
{
    uint32_t end, torn, limit = i + LONGEST_RUN;
    for (;;) {
        if ((torn = torn_name(n, i)))
            end = torn;
        else
            end = i + 1;
        while (end < n->t->count && !(n->t->token[end - 1].flags & NA_STOP) && joining_hyphen(n, end))
            end += 2;
        if (n->t->token[end - 1].flags & NA_STOP || end >= n->t->count || end > limit)
            return end;
        i = end;
        if (inner_period(n, i) && !(n->t->token[i].flags & NA_STOP))
            i++;
        if (n->t->token[i].flags & NA_LINE)
            return end;
        if (n->t->token[i].mark == '&' && i + 1 < n->t->count && upper(n, i + 1))
            i++;
        else if ((torn = past_particles(n, i)) > i && name_like(n, torn))
            i = torn;
        else if (in(n, i, NA_LIST_NAME_PARTICLE) && attached_hyphen(n, i + 1))
            continue;           /* Omar al-Ellin */
        if (!name_like(n, i) && !torn_name(n, i))
            return channel(n, end);
    }
}

/* ---- organizations and places by their head words ---------------------------------- */

static uint32_t head_phrase(const na_names *n, uint32_t i, enum na_list list, uint32_t *entry)
{
    size_t end = 0;
    *entry = na_phrase(n->t, i, list, &end);
    return *entry ? (uint32_t)end : 0;
}

/* Ministry of Education, Culture and Sport: a list of ordinary words that closes with "and". */
static uint32_t with_list(const na_names *n, uint32_t end)
{
    uint32_t i = end;
    for (int parts = 0; parts < 4 && i + 1 < n->t->count; parts++) {
        int closes = na_is(n->t, i, "and");
        if (n->t->token[i - 1].flags & NA_STOP || !in(n, i - 1, NA_LIST_COMMON) || !(closes || n->t->token[i].mark == ','))
            break;
        i++;
        if (!closes && na_is(n->t, i, "and")) {
            closes = 1;
            i++;
        }
        if (!upper(n, i) || !in(n, i, NA_LIST_COMMON))
            break;
        i = run_end(n, i);
        if (closes)
            return in(n, i - 1, NA_LIST_COMMON) ? i : end;
    }
    return end;
}

/* Where the words from i on end, or a title of two words or more begins: Institute of Ellin Police Chief Barr. */
static uint32_t before_title(const na_names *n, uint32_t i, uint32_t end)
{
    size_t stop;
    for (; i < end; i++)
        if (na_phrase(n->t, i, NA_LIST_TITLE, &stop) && stop < end && !in(n, i, NA_LIST_ORG_HEAD))
            return i;
    return end;
}

/* "of Foreign Affairs", "for Ellin Studies", behind a head: the end of it, or `end`. */
static uint32_t with_of(const na_names *n, uint32_t end)
{
    uint32_t i = end, at;
    size_t title_end;
    na_found found;
    if (i + 1 >= n->t->count || n->t->token[i - 1].flags & NA_STOP || !(na_is(n->t, i, "of") || na_is(n->t, i, "for")))
        return end;
    at = i + 1;
    if (na_is(n->t, at, "the") && at + 1 < n->t->count)
        at++;
    if (!upper(n, at) || in(n, at, NA_LIST_NO_NAME) || (na_phrase(n->t, at, NA_LIST_TITLE, &title_end) && !in(n, at, NA_LIST_COMMON)) || in(n, at, NA_LIST_GIVEN_NAME))
        return end;
    end = listed_phrase(n, at, &found);
    if (run_end(n, at) > end)
        end = before_title(n, end > at ? end : at + 1, run_end(n, at));
    /* of Health and Human Services, of Women, Family and ... */
    while (end + 1 < n->t->count && !(n->t->token[end - 1].flags & NA_STOP) && (na_is(n->t, end, "and") || n->t->token[end].mark == '&') &&
           upper(n, end + 1) && ordinary(n, end + 1) && in(n, end - 1, NA_LIST_COMMON))
        end = run_end(n, end + 1);
    return with_list(n, end);
}

/* "ministry of foreign affairs", "foreign ministry" in lower case behind a nationality. */
static uint32_t lower_ministry(const na_names *n, uint32_t i)
{
    size_t end = 0;
    if (i + 1 >= n->t->count || n->t->token[i].flags & NA_STOP)
        return 0;
    if (na_is(n->t, i, "ministry") && na_is(n->t, i + 1, "of") && i + 2 < n->t->count && na_phrase(n->t, i + 2, NA_LIST_PORTFOLIO, &end))
        return (uint32_t)end;
    if (na_phrase(n->t, i, NA_LIST_PORTFOLIO, &end) && end < n->t->count && na_is(n->t, end, "ministry") && !(n->t->token[end - 1].flags & NA_STOP))
        return (uint32_t)end + 1;
    return 0;
}

static int initial(const na_names *n, uint32_t i)
{
    return upper(n, i) && n->t->token[i].length <= 4 && (n->t->token[i].length == 1 ? (n->t->token[i].flags & NA_DOTTED) != 0 : n->t->text[n->t->token[i].at + 1] == '.');
}

static int known_to_be_human(const na_names *n, uint32_t i)
{
    return in(n, i, NA_LIST_GIVEN_NAME) || in(n, i, NA_LIST_FAMILY_NAME) || in(n, i, NA_LIST_FAMILY_FIRST) || initial(n, i);
}

/* Where in a run the words of a person end: before a title, a nationality or a country. */
static uint32_t rest_end(const na_names *n, uint32_t p, uint32_t end)
{
    for (uint32_t i = p + 1; i < end; i++) {
        size_t e;
        na_found found;
        if (!is_word(n, i) || !(n->t->token[i].flags & NA_SPACE))
            continue;
        if (na_phrase(n->t, i, NA_LIST_TITLE, &e) && !in(n, i, NA_LIST_FAMILY_NAME) && !in(n, i, NA_LIST_GIVEN_NAME))
            return i;
        if (listed_phrase(n, i, &found) && (found.list == NA_LIST_DEMONYM || found.list == NA_LIST_COUNTRY) && !known_to_be_human(n, i))
            return i;
    }
    return end;
}

/* Ellin Magistrate's Court, Ellin Teachers' Union, Ellin Oil and Gas Corporation:
 * an ordinary word with a capital, what joins, and a run that ends with a head. */
static uint32_t joined_head(const na_names *n, uint32_t p, uint32_t end)
{
    const na_token *t = &n->t->token[end];
    uint32_t next = end + 1, stop, entry, h;
    int genitive = t->kind == NA_CLITIC || (t->kind == NA_QUOTE && t->mark == '\'' && !(t->flags & NA_SPACE));
    if (end + 1 >= n->t->count || t->flags & NA_STOP || t[-1].flags & NA_STOP || !(in(n, end - 1, NA_LIST_COMMON) || (genitive && in(n, end - 1, NA_LIST_TITLE))))
        return 0;
    if (!(genitive || na_is(n->t, end, "and") || t->mark == '&') || !upper(n, next) || n->weak[next])
        return 0;
    if (!genitive && (!in(n, next, NA_LIST_COMMON) || in(n, next, NA_LIST_DEMONYM)))
        return 0;
    if ((genitive && end == p + 1 && n->weak[p]) || direction(n, end - 1))
        return 0;
    stop = run_end(n, next);
    for (uint32_t k = next; k < stop && k < next + 5; k++)
        if ((h = head_phrase(n, k, NA_LIST_ORG_HEAD, &entry)) && h == stop && (genitive || k > next))
            return h;
    return 0;
}

/* ", Inc." behind a name: the end of it, or 0. */
static uint32_t company_suffix(const na_names *n, uint32_t end)
{
    uint32_t entry, h;
    if (end + 1 >= n->t->count || n->t->token[end].mark != ',' || n->t->token[end - 1].flags & NA_STOP)
        return 0;
    h = head_phrase(n, end + 1, NA_LIST_ORG_HEAD, &entry);
    return h == end + 2 && upper(n, end + 1) && *na_entry_value(entry, NA_LIST_ORG_HEAD) == 's' ? h : 0;
}

static uint32_t organization_end(const na_names *n, uint32_t p, uint32_t end)
{
    uint32_t best = 0, entry, h, limit = p + 12;
    for (uint32_t k = p; k < end && k < limit; k++) {
        size_t title_end;
        const char *value;
        if (k > p && na_phrase(n->t, k, NA_LIST_TITLE, &title_end) && (title_end > k + 1 || !head_phrase(n, k, NA_LIST_ORG_HEAD, &entry)) && !best)
            break;
        if (!(h = head_phrase(n, k, NA_LIST_ORG_HEAD, &entry)) || h > end + 1)
            continue;
        value = na_entry_value(entry, NA_LIST_ORG_HEAD);
        if (*value == 't' && k == p + 1 && in(n, p, NA_LIST_GIVEN_NAME) && in(n, k, NA_LIST_FAMILY_NAME) && !in(n, p, NA_LIST_COMMON) && h == end)
            continue;                           /* Michael Holding is no company */
        if (*value == 'o') {
            uint32_t of = with_of(n, h);
            if (of > h)
                return of;
        }
        if (*value == 'f' && k == p && h < end)
            return rest_end(n, p, end);         /* FC Ellin, Fundación Ellin */
        if (k > p && *value != 'f')
            best = h;
    }
    if (!best || best == end)
        best = joined_head(n, p, end) ? joined_head(n, p, end) : best;
    if ((h = company_suffix(n, best ? best : end)))
        best = h;
    return best;
}

static uint32_t place_end(const na_names *n, uint32_t p, uint32_t end)
{
    uint32_t entry, h = head_phrase(n, p, NA_LIST_PLACE_HEAD, &entry);
    if (h > p + 1 && h >= end && upper(n, h) && na_is(n->t, h - 1, "of") && !in(n, h, NA_LIST_NO_NAME))
        return run_end(n, h);                   /* Republic of Ellin */
    if (h && h < end && *na_entry_value(entry, NA_LIST_PLACE_HEAD) == 'b' && !in(n, h, NA_LIST_TITLE))
        return h + 1;
    for (uint32_t k = p + 1; k < end && k < p + 6; k++)
        if ((h = head_phrase(n, k, NA_LIST_PLACE_HEAD, &entry)) && strcmp(na_entry_value(entry, NA_LIST_PLACE_HEAD), "before") != 0)
            return h;
        else if (in(n, k, NA_LIST_TITLE))
            return 0;
    return 0;
}

/* ---- people -------------------------------------------------------------------------- */

static uint32_t words_in(const na_names *n, uint32_t first, uint32_t end)
{
    uint32_t words = 0;
    for (uint32_t i = first; i < end; i++)
        words += is_word(n, i) && (i == first || n->t->token[i].flags & NA_SPACE);
    return words;
}

/* Ellin river, Barr province: some head words belong to the name in lower case too. */
static uint32_t with_lower_head(const na_names *n, uint32_t end)
{
    uint32_t entry, h;
    if (n->t->token[end - 1].flags & NA_STOP || upper(n, end) || !(n->t->token[end].flags & NA_SPACE) || !is_word(n, end))
        return end;
    h = head_phrase(n, end, NA_LIST_PLACE_HEAD, &entry);
    return h && strstr(na_entry_value(entry, NA_LIST_PLACE_HEAD), "low") ? h : end;
}

static void add(na_names *n, na_found found)
{
    while (found.end > found.first + 1 && n->t->token[found.end - 1].kind == NA_PUNCT)
        found.end--;
    if (found.first >= found.end)
        return;
    for (uint32_t i = found.first; i < found.end; i++)
        if (n->owner[i])
            return;
    *NA_PUSH(n->r->arena, n->found, n->count, n->room) = found;
    for (uint32_t i = found.first; i < found.end; i++)
        n->owner[i] = (uint32_t)n->count;
}

static int follows_title(const na_names *n, uint32_t i)
{
    return n->title_at[i] || (i && inner_period(n, i - 1) && n->title_at[i - 1]);
}

static int one_of(const na_names *n, uint32_t i, const char *const *word, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (na_is(n->t, i, word[k]))
            return 1;
    return 0;
}
#define ONE_OF(n, i, words) one_of(n, i, words, sizeof (words) / sizeof *(words))

/* town of X, village called X */
static int place_of(const na_names *n, uint32_t first)
{
    const na_token *t = n->t->token;
    uint32_t i = first;
    if (i < 2 || !(na_is(n->t, i - 1, "of") || na_is(n->t, i - 1, "called")))
        return 0;
    return in(n, i - 2, NA_LIST_PLACE_HEAD) && !(t[i - 1].flags & NA_FIRST);
}

/* chairman of X, CEO of X */
static int office_of(const na_names *n, uint32_t first)
{
    return first > 1 && (na_is(n->t, first - 1, "of") || na_is(n->t, first - 1, "at")) && n->title_at[first - 1] && !(n->t->token[first - 1].flags & NA_FIRST);
}

/* What the words around an unknown name say. */
static uint8_t kind_by_context(const na_names *n, uint32_t first, uint32_t end)
{
    static const char *const place[] = { "in", "at", "from", "near", "across", "outside", "towards", "toward" };
    static const char *const ruled[] = { "administration", "presidency", "regime", "era", "cabinet" };
    static const char *const person[] = { "said", "says", "told", "added", "who", "whose", "tweeted", "asked", "replied", "himself", "herself" };
    size_t title_end;
    na_found next;
    if (place_of(n, first) || (first && n->t->token[first].flags & NA_SPACE && ONE_OF(n, first - 1, place)))
        return NA_PLACE;
    if (n->t->token[end - 1].flags & NA_STOP)
        return UNSURE;
    if (in(n, end, NA_LIST_PLACE_HEAD) && is_word(n, end) && !upper(n, end) && n->t->token[end].flags & NA_SPACE)
        return NA_PLACE;
    if (n->t->token[end].mark == ',' && upper(n, end + 1) && listed_phrase(n, end + 1, &next) && (next.list == NA_LIST_COUNTRY || next.list == NA_LIST_REGION))
        return NA_PLACE;
    if (ONE_OF(n, end, person) || (n->t->token[end].mark == ',' && ONE_OF(n, end + 1, person)))
        return NA_PERSON;
    if (ONE_OF(n, end, ruled) || (n->t->token[end].kind == NA_CLITIC && (ONE_OF(n, end + 1, ruled) || na_is(n->t, end + 1, "government"))))
        return NA_PERSON;
    if (office_of(n, first) || (na_phrase(n->t, end, NA_LIST_TITLE, &title_end) && n->t->token[end].flags & NA_SPACE))
        return NA_ORGANIZATION;
    return UNSURE;
}

/* BoG, WeChat, iEllin: but McEllin, MacEllin, O'Ellin and DeEllin are people. */
static int inner_capital(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    const char *s = n->t->text + t->at;
    for (uint32_t k = 1; k < t->length; k++)
        if (s[k] >= 'A' && s[k] <= 'Z' && s[k - 1] >= 'a' && s[k - 1] <= 'z')
            return k > 3 || !(!strncmp(s, "Mc", 2) || !strncmp(s, "Mac", 3) || !strncmp(s, "De", 2) || !strncmp(s, "Di", 2) || !strncmp(s, "La", 2) || !strncmp(s, "Le", 2) || !strncmp(s, "Van", 3));
    return 0;
}

/* A run of words that no list and no head explains. */
static void add_rest(na_names *n, uint32_t p, uint32_t end)
{
    uint32_t words = words_in(n, p, end), plain = 0, human = 0, strong = 0, caps = 0, count = 0;
    na_found found = { p, end, 0, NA_LIST_PREFIX, UNSURE, 0 };
    while (p < end && (n->t->token[p].kind != NA_WORD))
        found.first = ++p;
    if (p >= end)
        return;
    for (uint32_t i = p; i < end; i++)
        if (is_word(n, i)) {
            count++;
            plain += (ordinary(n, i) && !in(n, i, NA_LIST_NAME_PARTICLE)) || in(n, i, NA_LIST_TITLE);
            human += known_to_be_human(n, i) != 0;
            strong += upper(n, i) && !n->weak[i];
            caps += (n->t->token[i].flags & NA_CAPS) != 0;
        }
    if (p + 1 < end && (na_is(n->t, p, "los") || na_is(n->t, p, "las") || na_is(n->t, p, "el")) && !follows_title(n, p)) {
        found.kind = kind_by_context(n, p, end);
        if (found.kind == UNSURE)
            found.kind = NA_OTHER;              /* what begins with an article is nobody */
    } else if (follows_title(n, p)) {
        found.kind = NA_PERSON;
        found.sure = 1;
    } else if (words >= 2 && words <= 3 && in(n, p, NA_LIST_FAMILY_FIRST) && count <= 3 && !(n->weak[p] && ordinary(n, p)) && plain < count) {
        found.kind = NA_PERSON;
    } else if (words >= 2 && plain == count) {
        if (strong < count)
            return;
        found.kind = NA_OTHER;
    } else if (words >= 2 && caps == count && strong == count) {
        if (plain)
            return;
        found.kind = NA_ORGANIZATION;
    } else if (words >= 2 && words <= 6) {
        found.kind = (human || plain == 0) && plain * 2 <= count ? NA_PERSON : strong == count ? NA_ORGANIZATION : UNSURE;
        if (found.kind == NA_PERSON && (!human || (p && na_is(n->t, p - 1, "the") && !in(n, p, NA_LIST_GIVEN_NAME)))) {
            uint8_t context = kind_by_context(n, p, end);
            if (context == NA_PLACE || direction(n, end - 1))
                found.kind = NA_PLACE;
            else if (context == NA_PERSON)
                found.kind = NA_PERSON;
            else if (context == NA_ORGANIZATION || (p && na_is(n->t, p - 1, "the")) || caps)
                found.kind = NA_ORGANIZATION;
        }
        if (found.kind == NA_PERSON && (in(n, p, NA_LIST_COUNTRY) || in(n, p, NA_LIST_REGION)) && !in(n, p, NA_LIST_GIVEN_NAME))
            found.kind = NA_ORGANIZATION;
        if (found.kind == NA_PERSON && (in(n, p, NA_LIST_GIVEN_NAME) || in(n, p, NA_LIST_FAMILY_FIRST)))
            found.sure = 1;
        if (found.kind == UNSURE)
            return;
    } else if (words > 6) {
        return;
    } else {                    /* one word, perhaps with hyphens */
        if (plain && (n->weak[p] || in(n, p, NA_LIST_STARTER)) && !human)
            return;
        if (torn_name(n, p) == end)
            found.kind = NA_PERSON;
        else if (in(n, p, NA_LIST_TITLE) || n->t->token[p].length == 1 || direction(n, p))
            return;
        else
            found.kind = kind_by_context(n, p, end);
        if ((found.kind == NA_ORGANIZATION || (found.kind == NA_PERSON && !human)) && plain)
            found.kind = UNSURE;                /* Executive Chairman, Parliament said */
        if (strong && (caps == count || inner_capital(n, p)))
            found.kind = NA_ORGANIZATION;
    }
    if (found.kind == NA_PLACE)
        found.end = with_lower_head(n, end);
    add(n, found);
}

/* ---- one run, cut into names ------------------------------------------------------------ */

/* Minister of Public Works, Superintendent of Police: ordinary words behind "of" belong to the office. */
static uint32_t whole_title(const na_names *n, uint32_t end)
{
    uint32_t i = end, limit = end + 8;
    size_t stop;
    na_found found;
    if (i + 1 >= n->t->count || n->t->token[i - 1].flags & NA_STOP || !(na_is(n->t, i, "of") || na_is(n->t, i, "for")))
        return end;
    i++;
    if (na_is(n->t, i, "the"))
        i++;
    while (i < limit && i < n->t->count && !(n->t->token[i - 1].flags & NA_STOP)) {
        if (na_phrase(n->t, i, NA_LIST_PORTFOLIO, &stop))
            end = i = (uint32_t)stop;
        else if (upper(n, i) && in(n, i, NA_LIST_COMMON) && !listed_phrase(n, i, &found) && !in(n, i, NA_LIST_ORG_HEAD))
            end = ++i;
        else if ((na_is(n->t, i, "and") || n->t->token[i].mark == ',') && upper(n, i + 1) && in(n, i + 1, NA_LIST_COMMON) && in(n, i - 1, NA_LIST_COMMON))
            i++;
        else
            break;
    }
    return end;
}

static void add_title(na_names *n, uint32_t first, uint32_t end, uint32_t entry)
{
    *NA_PUSH(n->r->arena, n->title, n->titles, n->title_room) = (na_title){ first, end, entry };
    n->title_at[end] = (uint32_t)n->titles;
}

/* A single listed word counts only when its capital does. */
static int listed_here(const na_names *n, const na_found *f)
{
    const na_token *t = &n->t->token[f->first];
    uint32_t words = words_in(n, f->first, f->end);
    if (words > 1)
        return upper(n, f->end - 1) || (!n->weak[f->first] && f->kind != NA_OTHER) || f->list == NA_LIST_DEMONYM || words > 2;
    if (t->length <= 3 && !(t->flags & NA_CAPS) && !strchr("0123456789", n->t->text[t->at + t->length - 1]) && (f->list == NA_LIST_COUNTRY || f->list == NA_LIST_ORGANIZATION || f->list == NA_LIST_OUTLET))
        return 0;
    if (t->flags & NA_CAPS && n->weak[f->first] && ordinary(n, f->first) && f->list != NA_LIST_COUNTRY)
        return 0;
    if (f->list == NA_LIST_OUTLET && n->weak[f->first] && ordinary(n, f->first))
        return 0;
    if (ordinary(n, f->first) && n->weak[f->first]) {
        na_seen *s = na_seen_word(n, t->hash);
        return f->list == NA_LIST_DEMONYM || f->list == NA_LIST_COUNTRY || (s && s->upper > s->lower);
    }
    return 1;
}

/* A given name in front of a word that can only be a family name: Paris Ellin, Jordan Ellin. */
static int person_begins(const na_names *n, uint32_t p, uint32_t end)
{
    na_found next;
    uint32_t q = p + 1;
    if (!in(n, p, NA_LIST_GIVEN_NAME) || q >= end || !is_word(n, q) || !upper(n, q))
        return 0;
    if (in(n, q, NA_LIST_TITLE) || in(n, q, NA_LIST_ORG_HEAD) || in(n, q, NA_LIST_PLACE_HEAD))
        return 0;
    if (listed_phrase(n, q, &next) && !(next.list == NA_LIST_CITY && next.end == q + 1 && in(n, q, NA_LIST_FAMILY_NAME)))
        return 0;
    return in(n, q, NA_LIST_FAMILY_NAME) || !ordinary(n, q);
}

/* Ky., R-Ky.: the abbreviation of a state, with its period. */
static int state(const na_names *n, uint32_t i)
{
    return in(n, i, NA_LIST_US_STATE) && upper(n, i) && (n->t->token[i].flags & NA_DOTTED || n->t->token[i + 1].mark == '.') && i &&
           (n->t->token[i - 1].mark == ',' || n->t->token[i - 1].mark == '-' || n->t->token[i - 1].mark == '(');
}

static uint32_t cut_run(na_names *n, uint32_t p, uint32_t end)
{
    while (p < end) {
        size_t title_end = 0;
        uint32_t title, organization, place, ministry;
        na_found listed = { 0 };
        if (!is_word(n, p) || (!upper(n, p) && !torn_name(n, p) && !attached_hyphen(n, p + 1))) {
            p++;
            continue;
        }
        if (state(n, p)) {
            add(n, (na_found){ p, p + 1, n->t->token[p].entry, NA_LIST_US_STATE, NA_PLACE, 1 });
            p++;
            continue;
        }
        if (!listed_phrase(n, p, &listed) || !listed_here(n, &listed))
            listed.end = 0;
        if (!listed.end && direction(n, p) && p + 1 < end && listed_phrase(n, p + 1, &listed)) {
            if (listed.kind == NA_PLACE)        /* Northern Ellin */
                listed = (na_found){ p, listed.end, 0, NA_LIST_PREFIX, NA_PLACE, 1 };
            else
                listed.end = 0;
        }
        title = na_phrase(n->t, p, NA_LIST_TITLE, &title_end);
        organization = organization_end(n, p, end);
        if (title && title_end > p && title_end >= organization && title_end > listed.end) {
            title_end = whole_title(n, (uint32_t)title_end);
            add_title(n, p, (uint32_t)title_end, title);
            p = (uint32_t)title_end;
            continue;
        }
        if (listed.end && listed.list == NA_LIST_DEMONYM && (ministry = lower_ministry(n, listed.end)) && !organization)
            organization = ministry;
        place = place_end(n, p, end);
        if (person_begins(n, p, end) && listed.end <= p + 1 && !organization && !place) {
            uint32_t q = rest_end(n, p, end);
            add_rest(n, p, q);
            p = q;
        } else if (organization > listed.end && organization >= place) {
            add(n, (na_found){ p, organization, 0, NA_LIST_PREFIX, NA_ORGANIZATION, 1 });
            p = organization;
        } else if (place > listed.end) {
            add(n, (na_found){ p, place, 0, NA_LIST_PREFIX, NA_PLACE, 1 });
            p = place;
        } else if (listed.end) {
            if (listed.list == NA_LIST_ORGANIZATION && listed.end == p + 1 && in(n, p, NA_LIST_REGION) && p && na_is(n->t, p - 1, "the"))
                listed = (na_found){ p, p + 1, n->t->token[p].entry, NA_LIST_REGION, NA_PLACE, 1 };     /* the Amazon, not Amazon */
            if ((listed.list == NA_LIST_CITY || listed.list == NA_LIST_REGION) && with_lower_head(n, listed.end) > listed.end)
                listed = (na_found){ p, with_lower_head(n, listed.end), 0, NA_LIST_PREFIX, NA_PLACE, 1 };
            if (follows_title(n, p) && listed.end == p + 1 && listed.list == NA_LIST_CITY && known_to_be_human(n, p))
                listed.kind = NA_PERSON;
            add(n, listed);
            p = listed.end;
        } else {
            uint32_t q = rest_end(n, p, end);
            add_rest(n, p, q);
            p = q;
        }
    }
    return p;
}

/* ---- what stands in lower case --------------------------------------------------------------- */

/* north Korean, north Korea: a machine lost the capital of the first word only. */
static uint32_t half_capitalised(na_names *n, uint32_t i)
{
    na_found found;
    uint32_t end;
    if (!direction(n, i) || i + 1 >= n->t->count || !upper(n, i + 1) || upper(n, i))
        return 0;
    end = listed_phrase(n, i, &found);
    if (end < i + 2 || (found.list != NA_LIST_DEMONYM && found.list != NA_LIST_COUNTRY))
        return 0;
    add(n, found);
    return end;
}

/* Titles in lower case: "national security adviser Robert Ellin". */
static uint32_t lower_title(na_names *n, uint32_t i)
{
    size_t end;
    uint32_t entry = na_phrase(n->t, i, NA_LIST_TITLE, &end);
    if (!entry)
        return 0;
    end = whole_title(n, (uint32_t)end);
    add_title(n, i, (uint32_t)end, entry);
    return (uint32_t)end;
}

/* A sentence that begins with an organization of ordinary words: "Roots Party members ..." */
static uint32_t quiet_organization(na_names *n, uint32_t i)
{
    uint32_t end, organization;
    if (!upper(n, i) || n->weak[i] != WEAK || in(n, i, NA_LIST_STARTER) || in(n, i, NA_LIST_NO_NAME) || in(n, i, NA_LIST_TITLE) ||
        n->t->token[i].flags & NA_STOP || !name_like(n, i + 1) || n->weak[i + 1])
        return 0;
    end = run_end(n, i + 1);
    organization = organization_end(n, i, end);
    if (organization < end)
        return 0;
    add(n, (na_found){ i, organization, 0, NA_LIST_PREFIX, NA_ORGANIZATION, 1 });
    return organization;
}

static void scan(na_names *n)
{
    const na_tokens *t = n->t;
    for (uint32_t i = 0; i < t->count; ) {
        uint32_t end, cut;
        if (t->token[i].kind != NA_WORD) {
            i++;
        } else if (name_like(n, i) || torn_name(n, i)) {
            end = run_end(n, i);
            if ((cut = cut_run(n, i, end)) > end)
                end = cut;
            while (end > i + 1 && !n->owner[end - 1] && !n->title_at[end])
                end--;
            i = end;
        } else if ((end = quiet_organization(n, i))) {
            i = end;
        } else if (upper(n, i) == 0 && ((end = half_capitalised(n, i)) || (end = lower_title(n, i)))) {
            i = end;
        } else {
            i++;
        }
    }
}

/* ---- what the whole article says ---------------------------------------------------------------- */

static void count_votes(na_names *n)
{
    for (size_t k = 0; k < n->count; k++) {
        const na_found *f = &n->found[k];
        uint32_t last = f->end - 1;
        if (f->kind == UNSURE)
            continue;
        for (uint32_t i = f->first; i < f->end; i++)
            if (is_word(n, i))
                see(n, n->t->token[i].hash)->votes[f->kind]++;
        if (f->kind == NA_PERSON && f->sure && words_in(n, f->first, f->end) > 1)
            see(n, n->t->token[last].hash)->bearers++;
        if (f->kind == NA_PERSON && f->sure && words_in(n, f->first, f->end) > 1 && f->list == NA_LIST_PREFIX)
            see(n, n->t->token[f->first].hash)->givens++;
        if (f->kind == NA_PERSON && (f->sure || words_in(n, f->first, f->end) > 1)) {
            na_seen *s = see(n, n->t->token[last].hash);
            s->family++;
            if (words_in(n, f->first, f->end) > 1 && in(n, f->first, NA_LIST_FAMILY_FIRST))
                see(n, n->t->token[f->first].hash)->family++;
        }
    }
}

static uint8_t kind_by_votes(const na_names *n, const na_found *f)
{
    const na_seen *s = na_seen_word(n, n->t->token[f->first].hash);
    uint8_t best = UNSURE;
    uint32_t most = 0;
    if (s && s->family)
        return NA_PERSON;
    for (uint8_t k = 0; s && k < 4; k++)
        if (s->votes[k] > most) {
            most = s->votes[k];
            best = k;
        }
    if (ordinary(n, f->first) && !in(n, f->first, NA_LIST_GIVEN_NAME))
        return NA_OTHER;
    if (best != UNSURE)
        return best;
    if (in(n, f->first, NA_LIST_GIVEN_NAME) || in(n, f->first, NA_LIST_FAMILY_NAME) || in(n, f->first, NA_LIST_FAMILY_FIRST))
        return NA_PERSON;
    return NA_OTHER;
}

/* A word with a capital for reasons of its own is no name: "the Agency". */
static void drop(na_names *n, size_t found)
{
    for (uint32_t i = n->found[found].first; i < n->found[found].end; i++)
        n->owner[i] = 0;
}

/* Lamu, Ellin and Kitui: what stands in a row with names of a kind is of that kind. */
static void settle_rows(na_names *n)
{
    for (size_t k = 0; k < n->count; k++) {
        na_found *f = &n->found[k];
        uint32_t left = f->first, right = f->end;
        const na_found *a = NULL, *b = NULL;
        if (f->kind != UNSURE || !n->owner[f->first])
            continue;
        if (left > 1 && (n->t->token[left - 1].mark == ',' || na_is(n->t, left - 1, "and")) && n->owner[left - 2] && !(n->t->token[left].flags & NA_FIRST))
            a = &n->found[n->owner[left - 2] - 1];
        if (right + 1 < n->t->count && (n->t->token[right].mark == ',' || na_is(n->t, right, "and")) && n->owner[right + 1] && !(n->t->token[right].flags & NA_STOP))
            b = &n->found[n->owner[right + 1] - 1];
        if (a && a->kind < NA_OTHER && (!b || b->kind == a->kind || b->kind == UNSURE))
            f->kind = a->kind;
        else if (b && b->kind < NA_OTHER && !a)
            f->kind = b->kind;
    }
}

static void settle(na_names *n)
{
    for (size_t k = 0; k < n->count; k++) {
        na_found *f = &n->found[k];
        if (f->kind == UNSURE || (!f->sure && f->end == f->first + 1)) {
            const na_seen *s = na_seen_word(n, n->t->token[f->first].hash);
            if (f->kind == UNSURE || (s && s->family))
                f->kind = kind_by_votes(n, f);
            if (f->kind == NA_OTHER && (ordinary(n, f->first) || (n->weak[f->first] && !s->upper && !inner_capital(n, f->first))))
                drop(n, k);
        } else if (f->end == f->first + 1 && (f->list == NA_LIST_CITY || f->list == NA_LIST_OUTLET)) {
            const na_seen *s = na_seen_word(n, n->t->token[f->first].hash);
            if (s && s->givens && f->list == NA_LIST_CITY && in(n, f->first, NA_LIST_GIVEN_NAME) && kind_by_context(n, f->first, f->end) != NA_PLACE && !na_is(n->t, f->first - (f->first > 0), "of"))
                f->kind = NA_PERSON;                                /* "Florence said", after Florence Ellin */
            if (s && s->bearers && f->kind != NA_PERSON && kind_by_context(n, f->first, f->end) != NA_PLACE && !na_is(n->t, f->first - (f->first > 0), "of"))         /* "Lincoln said", after Daniel Lincoln */
                f->kind = NA_PERSON;
        }
    }
}

/* A family name that the sentence start hid: "Brown said" after Gordon Brown. */
static void find_hidden(na_names *n)
{
    for (uint32_t i = 0; i < n->t->count; i++) {
        const na_seen *s;
        if (n->owner[i] || !upper(n, i) || !(s = na_seen_word(n, n->t->token[i].hash)) || !s->family || n->t->token[i].length < 2)
            continue;
        if (i > 1 && attached_hyphen(n, i - 1) && in(n, i - 2, NA_LIST_NAME_PARTICLE) && !n->owner[i - 2])
            add(n, (na_found){ i - 2, i + 1, 0, NA_LIST_PREFIX, NA_PERSON, 0 });       /* al-Ellin */
        add(n, (na_found){ i, i + 1, 0, NA_LIST_PREFIX, NA_PERSON, 0 });
    }
}

/* The North, after North Korea; "the north" only where it acts or owns. */
static void find_halves(na_names *n)
{
    const na_tokens *t = n->t;
    static const char *const acts[] = { "has", "had", "is", "was", "will", "would", "said", "says", "have", "fired", "launched", "agreed", "and" };
    uint64_t named[4] = { 0 };
    uint32_t country_of[4] = { 0 };
    size_t pairs = 0;
    for (size_t k = 0; k < n->count; k++) {
        const na_found *f = &n->found[k];
        const na_token *first = &t->token[f->first];
        size_t p = 0;
        const char *country;
        if ((f->list != NA_LIST_COUNTRY && f->list != NA_LIST_DEMONYM) || !half(n, f->first) || f->end < f->first + 2)
            continue;
        while (p < pairs && named[p] != first->hash)
            p++;
        if (p == pairs && pairs < 4) {
            named[pairs] = first->hash;
            country = f->list == NA_LIST_DEMONYM ? na_entry_value(f->entry, NA_LIST_DEMONYM) : NULL;
            country_of[pairs++] = country ? na_phrase_entry(country, strlen(country)) : f->entry;
        }
    }
    for (uint32_t i = 1; pairs && i < t->count; i++) {
        size_t p = 0;
        int owned = t->token[i + 1].kind == NA_CLITIC, verb = owned;
        if (n->owner[i] || !is_word(n, i) || !half(n, i))
            continue;
        while (p < pairs && named[p] != t->token[i].hash)
            p++;
        if (p == pairs || !na_entry_in(country_of[p], NA_LIST_COUNTRY) || (upper(n, i) && name_like(n, i + 1)))
            continue;
        for (size_t k = 0; k < sizeof acts / sizeof *acts; k++)
            verb |= na_is(t, i + 1, acts[k]);
        if (na_is(t, i + 1, "of") || !na_is(t, i - 1, "the") || !(upper(n, i) || verb))
            continue;
        add(n, (na_found){ i, i + 1, country_of[p], NA_LIST_COUNTRY, NA_PLACE, 1 });
    }
}

/* The foreign ministry of a country named just before: "Iran's foreign ministry". */
static void find_ministries(na_names *n)
{
    for (uint32_t i = 2; i < n->t->count; i++) {
        uint32_t end;
        if (n->t->token[i - 1].kind != NA_CLITIC || n->owner[i] || !n->owner[i - 2] || n->found[n->owner[i - 2] - 1].kind != NA_PLACE)
            continue;
        if ((end = lower_ministry(n, i)))
            add(n, (na_found){ i, end, 0, NA_LIST_PREFIX, NA_ORGANIZATION, 1 });
    }
}

/* "The Us hopes": a headline writer's program lowered it. */
static void find_lowered_us(na_names *n)
{
    for (uint32_t i = 1; i < n->t->count; i++) {
        const na_token *t = &n->t->token[i];
        if (t->length == 2 && t->kind == NA_WORD && !n->owner[i] && n->t->text[t->at] == 'U' && n->t->text[t->at + 1] == 's' && na_is(n->t, i - 1, "the"))
            add(n, (na_found){ i, i + 1, t->entry, NA_LIST_COUNTRY, NA_PLACE, 1 });
    }
}

static void order(na_names *n)
{
    na_found *sorted = na_alloc(n->r->arena, (n->count + 1) * sizeof *sorted);
    size_t count = 0;
    for (uint32_t i = 0; i < n->t->count; i++)
        if (n->owner[i] && n->found[n->owner[i] - 1].first == i)
            sorted[count++] = n->found[n->owner[i] - 1];
    n->found = sorted;
    n->count = n->room = count;
    memset(n->owner, 0, n->t->count * sizeof *n->owner);
    for (size_t k = 0; k < count; k++)
        for (uint32_t i = sorted[k].first; i < sorted[k].end; i++)
            n->owner[i] = (uint32_t)k + 1;
}

void na_recognize(na_names *n)
{
    look_at_words(n);
    n->owner = na_alloc(n->r->arena, (n->t->count + 2) * sizeof *n->owner);
    n->title_at = na_alloc(n->r->arena, (n->t->count + 2) * sizeof *n->title_at);
    find_lowered_us(n);
    scan(n);
    count_votes(n);
    settle_rows(n);
    settle(n);
    find_hidden(n);
    find_halves(n);
    find_ministries(n);
    order(n);
}
