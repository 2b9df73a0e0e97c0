/* heads.c - organizations and places by the words that name their sort: where such a name ends.
 *
 *     Vellmar Harbour Authority, University of Vellmar, Ministry of Health and Sport
 *     Lake Orrin, Tarnow River, Republic of Ellin
 */
#include "extract/recognize.h"
#include <string.h>

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
        if (n->t->token[i - 1].flags & NA_STOP || !na_listed(n, i - 1, NA_LIST_COMMON) || !(closes || n->t->token[i].mark == ','))
            break;
        i++;
        if (!closes && na_is(n->t, i, "and")) {
            closes = 1;
            i++;
        }
        if (!na_upper(n, i) || !na_listed(n, i, NA_LIST_COMMON))
            break;
        i = na_run_end(n, i);
        if (closes)
            return na_listed(n, i - 1, NA_LIST_COMMON) ? i : end;
    }
    return end;
}

/* Where the words from i on end, or a title of two words or more begins: Institute of Ellin Police Chief Barr. */
static uint32_t before_title(const na_names *n, uint32_t i, uint32_t end)
{
    size_t stop;
    for (; i < end; i++)
        if (na_phrase(n->t, i, NA_LIST_TITLE, &stop) && stop < end && !na_listed(n, i, NA_LIST_ORG_HEAD))
            return i;
    return end;
}

/* "of Foreign Affairs", "for Ellin Studies", behind a head: the end of it, or `end`. */
static uint32_t with_of(const na_names *n, uint32_t end)
{
    uint32_t i = end, at, listed;
    size_t title_end;
    na_found found;
    if (i + 1 >= n->t->count || n->t->token[i - 1].flags & NA_STOP || !(na_is(n->t, i, "of") || na_is(n->t, i, "for")))
        return end;
    at = i + 1;
    if (na_is(n->t, at, "the") && at + 1 < n->t->count)
        at++;
    if (!na_upper(n, at) || na_listed(n, at, NA_LIST_NO_NAME) || (na_phrase(n->t, at, NA_LIST_TITLE, &title_end) && !na_listed(n, at, NA_LIST_COMMON)))
        return end;
    listed = na_listed_phrase(n, at, &found);
    if (na_listed(n, at, NA_LIST_GIVEN_NAME) && (listed <= at || found.kind == NA_OTHER))
        return end;                             /* a congress for Ann Ellin, but University of Hong Kong */
    end = listed;
    if (na_run_end(n, at) > end)
        end = before_title(n, end > at ? end : at + 1, na_run_end(n, at));
    /* of Health and Human Services, of Women, Family and ... */
    while (end + 1 < n->t->count && !(n->t->token[end - 1].flags & NA_STOP) && (na_is(n->t, end, "and") || n->t->token[end].mark == '&') &&
           na_upper(n, end + 1) && na_ordinary(n, end + 1) && na_listed(n, end - 1, NA_LIST_COMMON))
        end = na_run_end(n, end + 1);
    return with_list(n, end);
}

/* "ministry of foreign affairs", "foreign ministry" in lower case behind a nationality. */
uint32_t na_lower_ministry(const na_names *n, uint32_t i)
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
    return na_upper(n, i) && n->t->token[i].length <= 4 && (n->t->token[i].length == 1 ? (n->t->token[i].flags & NA_DOTTED) != 0 : n->t->text[n->t->token[i].at + 1] == '.');
}

int na_may_be_human(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    if (t->length > 4 && !memcmp(n->t->text + t->at, "Mc", 2) && n->t->text[t->at + 2] >= 'A' && n->t->text[t->at + 2] <= 'Z')
        return 1;
    return na_listed(n, i, NA_LIST_GIVEN_NAME) || na_listed(n, i, NA_LIST_FAMILY_NAME) || na_listed(n, i, NA_LIST_FAMILY_FIRST) || initial(n, i);
}

/* Where in a run the words of a person end: before a title, a nationality or a country. */
uint32_t na_rest_end(const na_names *n, uint32_t p, uint32_t end)
{
    for (uint32_t i = p + 1; i < end; i++) {
        size_t e;
        na_found found;
        if (n->t->token[i].mark == '&' && i > p + 1)
            return i;                           /* two people */
        if (!na_is_word(n, i) || !(n->t->token[i].flags & NA_SPACE))
            continue;
        if (na_phrase(n->t, i, NA_LIST_TITLE, &e) && !na_listed(n, i, NA_LIST_FAMILY_NAME) && !na_listed(n, i, NA_LIST_GIVEN_NAME))
            return i;
        if (na_listed_phrase(n, i, &found) && (found.list == NA_LIST_DEMONYM || found.list == NA_LIST_COUNTRY) && !na_may_be_human(n, i))
            return i;
    }
    return end;
}

/* House Oversight and ...: a body's name before an unknown word of a committee. */
static int after_chamber(const na_names *n, uint32_t p, uint32_t end)
{
    na_found found;
    uint32_t stop = na_listed_phrase(n, p, &found);
    return stop && stop < end && found.kind == NA_ORGANIZATION;
}

/* Ellin Magistrate's Court, Ellin Teachers' Union, Ellin Oil and Gas Corporation:
 * an ordinary word with a capital, what joins, and a run that ends with a head. */
static uint32_t joined_head(const na_names *n, uint32_t p, uint32_t end)
{
    const na_token *t = &n->t->token[end];
    uint32_t next = end + 1, stop, entry, h;
    int genitive = t->kind == NA_CLITIC || (t->kind == NA_QUOTE && t->mark == '\'' && !(t->flags & NA_SPACE));
    if (genitive && t->kind == NA_QUOTE && na_upper(n, next) && head_phrase(n, next, NA_LIST_ORG_HEAD, &entry) && !(t[-1].flags & NA_STOP) && n->t->text[t->at - 1] == 's')
        return head_phrase(n, next, NA_LIST_ORG_HEAD, &entry);      /* Seafarers' Union */
    if (end + 1 >= n->t->count || t->flags & NA_STOP || t[-1].flags & NA_STOP || !(na_listed(n, end - 1, NA_LIST_COMMON) || (genitive && na_listed(n, end - 1, NA_LIST_TITLE)) || (!genitive && after_chamber(n, p, end))))
        return 0;
    if (!(genitive || na_is(n->t, end, "and") || t->mark == '&') || !na_upper(n, next) || n->weak[next])
        return 0;
    if (!genitive && (!na_listed(n, next, NA_LIST_COMMON) || na_listed(n, next, NA_LIST_DEMONYM)))
        return 0;
    if ((genitive && end == p + 1 && n->weak[p]) || na_direction(n, end - 1))
        return 0;
    stop = na_run_end(n, next);
    for (uint32_t k = next; k < stop && k < next + 5; k++)
        if ((h = head_phrase(n, k, NA_LIST_ORG_HEAD, &entry)) && h == stop && (genitive || k > next))
            return h;
    return 0;
}

/* A given name that is no place, or before a family name. */
static int human_first(const na_names *n, uint32_t given, uint32_t family)
{
    const char *sex = na_listed(n, given, NA_LIST_GIVEN_NAME) ? na_entry_value(n->t->token[given].entry, NA_LIST_GIVEN_NAME) : NULL;
    if (!sex || na_listed(n, given, NA_LIST_COMMON))
        return 0;
    return na_listed(n, family, NA_LIST_FAMILY_NAME) ||
           (*sex && !na_listed(n, given, NA_LIST_CITY) && !na_listed(n, given, NA_LIST_REGION) && !na_listed(n, given, NA_LIST_COUNTRY));
}

/* The Ellin Administration is Ellin. */
static int ruled_by(const na_names *n, uint32_t head)
{
    return na_is(n->t, head, "administration") || na_is(n->t, head, "campaign") || na_is(n->t, head, "team");
}

/* ", Inc." behind a name: the end of it, or 0. */
static uint32_t company_suffix(const na_names *n, uint32_t end)
{
    uint32_t entry, h;
    if (end + 1 >= n->t->count || n->t->token[end].mark != ',' || n->t->token[end - 1].flags & NA_STOP)
        return 0;
    h = head_phrase(n, end + 1, NA_LIST_ORG_HEAD, &entry);
    return h == end + 2 && na_upper(n, end + 1) && *na_entry_value(entry, NA_LIST_ORG_HEAD) == 's' ? h : 0;
}

uint32_t na_organization_end(const na_names *n, uint32_t p, uint32_t end)
{
    uint32_t best = 0, entry, h, limit = p + 12;
    for (uint32_t k = p; k < end && k < limit; k++) {
        size_t title_end;
        const char *value;
        if (k > p && na_phrase(n->t, k, NA_LIST_TITLE, &title_end) && (title_end > k + 1 || !head_phrase(n, k, NA_LIST_ORG_HEAD, &entry)) && !best)
            break;
        if (!(h = head_phrase(n, k, NA_LIST_ORG_HEAD, &entry)))
            continue;
        if ((h > end && !na_upper(n, h - 1)) || (k == p + 1 && ruled_by(n, k) && !na_ordinary(n, p)))
            continue;
        if (h > end)
            return with_list(n, h);             /* Ellin Chamber of Commerce and Industry */
        value = na_entry_value(entry, NA_LIST_ORG_HEAD);
        if (*value == 't' && k == p + 1 && h == end && human_first(n, p, k))
            continue;                           /* Michael Holding is no company */
        if (*value == 'o') {
            uint32_t of = with_of(n, h);
            if (of > h)
                return of;
        }
        if (*value == 'f' && k == p && h < end)
            return na_rest_end(n, p, end);         /* FC Ellin, Fundación Ellin */
        if (k > p && *value != 'f')
            best = h;
    }
    if (!best || best == end)
        best = joined_head(n, p, end) ? joined_head(n, p, end) : best;
    if ((h = company_suffix(n, best ? best : end)))
        best = h;
    return best;
}

uint32_t na_place_end(const na_names *n, uint32_t p, uint32_t end)
{
    uint32_t entry, h = head_phrase(n, p, NA_LIST_PLACE_HEAD, &entry);
    if (h > p + 1 && h >= end && na_upper(n, h) && na_is(n->t, h - 1, "of") && !na_listed(n, h, NA_LIST_NO_NAME))
        return na_run_end(n, h);                   /* Republic of Ellin */
    if (h && h + 1 < end && na_inner_period(n, h))
        h++;                                    /* Mt. Ellin */
    if (h && h < end && *na_entry_value(entry, NA_LIST_PLACE_HEAD) == 'b' && !na_listed(n, h, NA_LIST_TITLE))
        return na_listed(n, h, NA_LIST_NAME_PARTICLE) ? na_rest_end(n, p, end) : h + 1;     /* Punta del Ellin */
    for (uint32_t k = p + 1; k < end && k < p + 6; k++)
        if ((h = head_phrase(n, k, NA_LIST_PLACE_HEAD, &entry)) && strcmp(na_entry_value(entry, NA_LIST_PLACE_HEAD), "before") != 0)
            return h;
        else if (na_listed(n, k, NA_LIST_TITLE))
            return 0;
    return 0;
}

/* Ellin river, Barr province: some head words belong to the name in lower case too. */
uint32_t na_with_lower_head(const na_names *n, uint32_t end)
{
    uint32_t entry, h;
    if (n->t->token[end - 1].flags & NA_STOP || na_upper(n, end) || !(n->t->token[end].flags & NA_SPACE) || !na_is_word(n, end))
        return end;
    h = head_phrase(n, end, NA_LIST_PLACE_HEAD, &entry);
    return h && strstr(na_entry_value(entry, NA_LIST_PLACE_HEAD), "low") ? h : end;
}
