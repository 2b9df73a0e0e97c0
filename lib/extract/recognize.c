/* recognize.c - where names stand and of what kind they are, by lists and by capitals.
 *
 * Runs of capitalised words (runs.c) are cut into titles, listed names,
 * organizations and places by their head words (heads.c), and people (kinds.c).
 * What the article says elsewhere decides the rest (settle.c): a word that is
 * the end of somebody's name is that person everywhere. */
#include "extract/recognize.h"
#include <string.h>

void na_add_found(na_names *n, na_found found)
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

/* Minister of Public Works, Superintendent of Police: ordinary words behind "of" belong to the office. */
static uint32_t whole_title(const na_names *n, uint32_t end)
{
    uint32_t i = end, limit = end + 8, office = end;
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
        else if (na_upper(n, i) && na_listed(n, i, NA_LIST_COMMON) && !na_listed_phrase(n, i, &found) && !na_listed(n, i, NA_LIST_ORG_HEAD))
            end = ++i;
        else if ((na_is(n->t, i, "and") || n->t->token[i].mark == ',') && na_upper(n, i + 1) && na_listed(n, i + 1, NA_LIST_COMMON) && na_listed(n, i - 1, NA_LIST_COMMON))
            i++;
        else
            break;
    }
    return na_upper(n, end) && na_listed(n, end, NA_LIST_ORG_HEAD) ? office : end;      /* Head of the Local Projects Department */
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
    uint32_t words = na_words_in(n, f->first, f->end);
    if (na_is(n->t, f->end, "dollars") || na_is(n->t, f->end, "dollar"))
        return 0;
    if (words > 1)
        return na_upper(n, f->end - 1) || (!n->weak[f->first] && f->kind != NA_OTHER) || f->list == NA_LIST_DEMONYM || words > 2;
    if (t->length <= 3 && !(t->flags & NA_CAPS) && !strchr("0123456789", n->t->text[t->at + t->length - 1]) && (f->list == NA_LIST_COUNTRY || f->list == NA_LIST_ORGANIZATION || f->list == NA_LIST_OUTLET))
        return 0;
    if (t->flags & NA_CAPS && n->weak[f->first] && na_ordinary(n, f->first) && f->list != NA_LIST_COUNTRY)
        return 0;
    if (f->list == NA_LIST_OUTLET && n->weak[f->first] && na_ordinary(n, f->first))
        return 0;
    if (na_ordinary(n, f->first) && n->weak[f->first]) {
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
    if (!na_listed(n, p, NA_LIST_GIVEN_NAME) || q >= end || !na_is_word(n, q) || !na_upper(n, q))
        return 0;
    if (na_listed(n, q, NA_LIST_TITLE) || na_listed(n, q, NA_LIST_ORG_HEAD) || na_listed(n, q, NA_LIST_PLACE_HEAD))
        return 0;
    if (na_listed_phrase(n, q, &next) && !(next.list == NA_LIST_CITY && next.end == q + 1 && na_listed(n, q, NA_LIST_FAMILY_NAME)))
        return 0;
    return na_listed(n, q, NA_LIST_FAMILY_NAME) || !na_ordinary(n, q);
}

/* Ky., R-Ky.: the abbreviation of a state, with its period. */
static int state(const na_names *n, uint32_t i)
{
    int code = n->t->token[i].length == 2 && n->t->token[i].flags & NA_CAPS && n->t->token[i - (i > 0)].mark != '(';
    return na_listed(n, i, NA_LIST_US_STATE) && na_upper(n, i) && (code || n->t->token[i].flags & NA_DOTTED || n->t->token[i + 1].mark == '.') && i > 1 &&
           (na_upper(n, i - 2) || !code) && (n->t->token[i - 1].mark == ',' || n->t->token[i - 1].mark == '-' || n->t->token[i - 1].mark == '(');
}

static uint32_t cut_run(na_names *n, uint32_t p, uint32_t end)
{
    while (p < end) {
        size_t title_end = 0;
        uint32_t title, organization, place, ministry;
        na_found listed = { 0 }, behind;
        if (!na_is_word(n, p) || (!na_upper(n, p) && !na_torn_name(n, p) && !na_attached_hyphen(n, p + 1))) {
            p++;
            continue;
        }
        if (state(n, p)) {
            na_add_found(n, (na_found){ p, p + 1, n->t->token[p].entry, NA_LIST_US_STATE, NA_PLACE, 1 });
            p++;
            continue;
        }
        if (!na_listed_phrase(n, p, &listed) || !listed_here(n, &listed))
            listed.end = 0;
        if (listed.end <= p + 1 && na_direction(n, p) && p + 1 < end && na_listed_phrase(n, p + 1, &behind) && behind.kind == NA_PLACE)
            listed = (na_found){ p, behind.end, 0, NA_LIST_PREFIX, NA_PLACE, 1 };       /* Northern Ellin */
        title = na_phrase(n->t, p, NA_LIST_TITLE, &title_end);
        organization = na_organization_end(n, p, end);
        if (title && title_end > p && title_end >= organization && title_end > listed.end) {
            title_end = whole_title(n, (uint32_t)title_end);
            add_title(n, p, (uint32_t)title_end, title);
            p = (uint32_t)title_end;
            continue;
        }
        if (listed.end && listed.list == NA_LIST_DEMONYM && (ministry = na_lower_ministry(n, listed.end)) && !organization)
            organization = ministry;
        place = na_place_end(n, p, end);
        if (person_begins(n, p, end) && listed.end <= p + 1 && !organization && !place) {
            uint32_t q = na_rest_end(n, p, end);
            na_add_unlisted(n, p, q);
            p = q;
        } else if (organization > listed.end && organization >= place) {
            na_add_found(n, (na_found){ p, organization, 0, NA_LIST_PREFIX, NA_ORGANIZATION, 1 });
            p = organization;
        } else if (place > listed.end) {
            na_add_found(n, (na_found){ p, place, 0, NA_LIST_PREFIX, NA_PLACE, 1 });
            p = place;
        } else if (listed.end) {
            if (listed.kind == NA_PLACE && listed.end < end && na_listed(n, listed.end, NA_LIST_NAME_PARTICLE) && !na_upper(n, listed.end) && !na_listed(n, p, NA_LIST_GIVEN_NAME))
                listed = (na_found){ p, na_rest_end(n, p, end), 0, NA_LIST_PREFIX, NA_PLACE, 1 };    /* San Miguel de Ellin */
            if (listed.list == NA_LIST_ORGANIZATION && listed.end == p + 1 && na_listed(n, p, NA_LIST_REGION) && p && na_is(n->t, p - 1, "the"))
                listed = (na_found){ p, p + 1, n->t->token[p].entry, NA_LIST_REGION, NA_PLACE, 1 };     /* the Amazon, not Amazon */
            if ((listed.list == NA_LIST_CITY || listed.list == NA_LIST_REGION) && na_with_lower_head(n, listed.end) > listed.end)
                listed = (na_found){ p, na_with_lower_head(n, listed.end), 0, NA_LIST_PREFIX, NA_PLACE, 1 };
            if (na_follows_title(n, p) && listed.end == p + 1 && listed.list == NA_LIST_CITY && na_may_be_human(n, p))
                listed.kind = NA_PERSON;
            na_add_found(n, listed);
            p = listed.end;
        } else {
            uint32_t q = na_rest_end(n, p, end);
            na_add_unlisted(n, p, q);
            p = q;
        }
    }
    return p;
}

/* north Korean, north Korea: a machine lost the capital of the first word only. */
static uint32_t half_capitalised(na_names *n, uint32_t i)
{
    na_found found;
    uint32_t end;
    if (!na_direction(n, i) || i + 1 >= n->t->count || !na_upper(n, i + 1) || na_upper(n, i))
        return 0;
    end = na_listed_phrase(n, i, &found);
    if (end < i + 2 || (found.list != NA_LIST_DEMONYM && found.list != NA_LIST_COUNTRY))
        return 0;
    na_add_found(n, found);
    return end;
}

/* Titles in lower case: "national security adviser Robert Ellin". */
static uint32_t lower_title(na_names *n, uint32_t i)
{
    size_t end;
    uint32_t entry = na_listed(n, i, NA_LIST_STARTER) ? 0 : na_phrase(n->t, i, NA_LIST_TITLE, &end);
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
    if (!na_upper(n, i) || n->weak[i] != NA_WEAK || na_listed(n, i, NA_LIST_STARTER) || na_listed(n, i, NA_LIST_NO_NAME) || na_listed(n, i, NA_LIST_TITLE) ||
        n->t->token[i].flags & NA_STOP)
        return 0;
    if (na_listed(n, i, NA_LIST_ORG_HEAD) && na_is(n->t, i + 1, "of"))
        end = i + 1;                            /* Government of Ellin */
    else if (na_name_like(n, i + 1) && !n->weak[i + 1])
        end = na_run_end(n, i + 1);
    else
        return 0;
    organization = na_organization_end(n, i, end);
    if (organization < end || organization < i + 2)
        return 0;
    na_add_found(n, (na_found){ i, organization, 0, NA_LIST_PREFIX, NA_ORGANIZATION, 1 });
    return organization;
}

/* al-Ellin, bin Ellin, de Ellin: a name that begins in lower case. */
static uint32_t lower_particle(na_names *n, uint32_t i)
{
    na_found found;
    uint32_t next, end;
    if (!na_listed(n, i, NA_LIST_NAME_PARTICLE) || i + 1 >= n->t->count || n->t->token[i].flags & NA_STOP || n->t->token[i].length < 2)
        return 0;
    if ((end = na_listed_phrase(n, i, &found)) > i + 1 && na_upper(n, end - 1)) {
        na_add_found(n, found);
        return end;
    }
    next = na_attached_hyphen(n, i + 1) ? i + 2 : i + 1;
    if (!na_name_like(n, next) || (next == i + 1 && (!*na_entry_value(n->t->token[i].entry, NA_LIST_NAME_PARTICLE) || na_listed_phrase(n, next, &found))))
        return 0;
    end = na_run_end(n, next);
    na_add_unlisted(n, i, na_rest_end(n, next, end));
    return n->owner[i] ? na_rest_end(n, next, end) : 0;
}

static void scan(na_names *n)
{
    const na_tokens *t = n->t;
    for (uint32_t i = 0; i < t->count; ) {
        uint32_t end, cut;
        if (t->token[i].kind != NA_WORD) {
            i++;
        } else if (na_name_like(n, i) || na_torn_name(n, i)) {
            end = na_run_end(n, i);
            if ((cut = cut_run(n, i, end)) > end)
                end = cut;
            while (end > i + 1 && !n->owner[end - 1] && !n->title_at[end])
                end--;
            i = end;
        } else if ((end = quiet_organization(n, i))) {
            i = end;
        } else if (na_upper(n, i) == 0 && ((end = half_capitalised(n, i)) || (end = lower_particle(n, i)) || (end = lower_title(n, i)))) {
            i = end;
        } else {
            i++;
        }
    }
}

/* "The Us hopes": a headline writer's program lowered it. */
static void find_lowered_us(na_names *n)
{
    for (uint32_t i = 1; i < n->t->count; i++) {
        const na_token *t = &n->t->token[i];
        if (t->length == 2 && t->kind == NA_WORD && !n->owner[i] && n->t->text[t->at] == 'U' && n->t->text[t->at + 1] == 's' && na_is(n->t, i - 1, "the"))
            na_add_found(n, (na_found){ i, i + 1, t->entry, NA_LIST_COUNTRY, NA_PLACE, 1 });
    }
}

void na_own(na_names *n)
{
    memset(n->owner, 0, n->t->count * sizeof *n->owner);
    for (size_t k = 0; k < n->count; k++)
        for (uint32_t i = n->found[k].first; i < n->found[k].end; i++)
            n->owner[i] = (uint32_t)k + 1;
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
    na_own(n);
}

void na_recognize(na_names *n)
{
    na_look_at_words(n);
    n->owner = na_alloc(n->r->arena, (n->t->count + 2) * sizeof *n->owner);
    n->title_at = na_alloc(n->r->arena, (n->t->count + 2) * sizeof *n->title_at);
    find_lowered_us(n);
    scan(n);
    na_settle(n);
    order(n);
}
