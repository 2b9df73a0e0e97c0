/* settle.c - what the whole article says about names that were unsure where they stood. */
#include "extract/recognize.h"
#include <string.h>

/* North, south, east, west: what can name a half of a country by itself. */
static int half(const na_names *n, uint32_t i)
{
    return na_direction(n, i) && *na_entry_value(n->t->token[i].entry, NA_LIST_DIRECTION);
}

static void count_votes(na_names *n)
{
    for (size_t k = 0; k < n->count; k++) {
        const na_found *f = &n->found[k];
        uint32_t last = f->end - 1;
        if (f->kind == NA_UNSURE)
            continue;
        for (uint32_t i = f->first; i < f->end; i++)
            if (na_is_word(n, i))
                na_see(n, n->t->token[i].hash)->votes[f->kind]++;
        if (f->kind == NA_PERSON && f->sure && na_words_in(n, f->first, f->end) > 1)
            na_see(n, n->t->token[last].hash)->bearers++;
        if (f->kind == NA_PERSON && f->sure && na_words_in(n, f->first, f->end) > 1 && f->list == NA_LIST_PREFIX)
            na_see(n, n->t->token[f->first].hash)->givens++;
        if (f->kind == NA_PERSON && (f->sure || na_words_in(n, f->first, f->end) > 1)) {
            na_seen *s = na_see(n, n->t->token[last].hash);
            s->family++;
            if (na_words_in(n, f->first, f->end) > 1 && na_listed(n, f->first, NA_LIST_FAMILY_FIRST))
                na_see(n, n->t->token[f->first].hash)->family++;
        }
    }
}

static uint8_t kind_by_votes(const na_names *n, const na_found *f)
{
    const na_seen *s = na_seen_word(n, n->t->token[f->first].hash);
    uint8_t best = NA_UNSURE;
    uint32_t most = 0;
    if (s && s->family)
        return NA_PERSON;
    if (f->first && na_is(n->t, f->first - 1, "the"))
        return NA_OTHER;
    for (uint8_t k = 0; s && k < 4; k++)
        if (s->votes[k] > most) {
            most = s->votes[k];
            best = k;
        }
    if (na_ordinary(n, f->first) && !na_listed(n, f->first, NA_LIST_GIVEN_NAME))
        return NA_OTHER;
    if (best != NA_UNSURE)
        return best;
    if (na_listed(n, f->first, NA_LIST_GIVEN_NAME) || na_listed(n, f->first, NA_LIST_FAMILY_NAME) || na_listed(n, f->first, NA_LIST_FAMILY_FIRST))
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
        if (f->kind != NA_UNSURE || !n->owner[f->first])
            continue;
        if (left > 1 && (n->t->token[left - 1].mark == ',' || na_is(n->t, left - 1, "and")) && n->owner[left - 2] && !(n->t->token[left].flags & NA_FIRST))
            a = &n->found[n->owner[left - 2] - 1];
        if (right + 1 < n->t->count && (n->t->token[right].mark == ',' || na_is(n->t, right, "and")) && n->owner[right + 1] && !(n->t->token[right].flags & NA_STOP))
            b = &n->found[n->owner[right + 1] - 1];
        if (a && a->kind < NA_OTHER && (!b || b->kind == a->kind || b->kind == NA_UNSURE))
            f->kind = a->kind;
        else if (b && b->kind < NA_OTHER && !a)
            f->kind = b->kind;
    }
}

static int ends_like_a_word(const na_names *n, uint32_t i)
{
    static const char *const end[] = { "ing", "ed", "ly", "tion", "tions", "ies", "ness" };
    const na_token *t = &n->t->token[i];
    for (size_t k = 0; k < sizeof end / sizeof *end; k++) {
        size_t length = strlen(end[k]);
        if (t->length > length + 2 && !memcmp(n->t->text + t->at + t->length - length, end[k], length))
            return 1;
    }
    return 0;
}

static void settle_kinds(na_names *n)
{
    for (size_t k = 0; k < n->count; k++) {
        na_found *f = &n->found[k];
        if (f->kind == NA_UNSURE || (!f->sure && f->end == f->first + 1)) {
            const na_seen *s = na_seen_word(n, n->t->token[f->first].hash);
            if (f->kind == NA_UNSURE || (s && s->family))
                f->kind = kind_by_votes(n, f);
            if (f->kind == NA_OTHER && (na_ordinary(n, f->first) || ends_like_a_word(n, f->first) || (n->weak[f->first] && !s->upper && !na_inner_capital(n, f->first))))
                drop(n, k);
        } else if (f->end == f->first + 1 && (f->list == NA_LIST_CITY || f->list == NA_LIST_OUTLET)) {
            const na_seen *s = na_seen_word(n, n->t->token[f->first].hash);
            if (s && s->givens && f->list == NA_LIST_CITY && na_listed(n, f->first, NA_LIST_GIVEN_NAME) && na_kind_by_context(n, f->first, f->end) != NA_PLACE && !na_is(n->t, f->first - (f->first > 0), "of"))
                f->kind = NA_PERSON;                                /* "Florence said", after Florence Ellin */
            if (s && s->bearers && f->kind != NA_PERSON && na_kind_by_context(n, f->first, f->end) != NA_PLACE && !na_is(n->t, f->first - (f->first > 0), "of"))         /* "Lincoln said", after Daniel Lincoln */
                f->kind = NA_PERSON;
        }
    }
}

/* A family name that the sentence start hid: "Brown said" after Gordon Brown. */
static void find_hidden(na_names *n)
{
    for (uint32_t i = 0; i < n->t->count; i++) {
        const na_seen *s;
        if (n->owner[i] || !na_upper(n, i) || na_listed(n, i, NA_LIST_STARTER) || !(s = na_seen_word(n, n->t->token[i].hash)) || !s->family || n->t->token[i].length < 2)
            continue;
        if (i > 1 && na_attached_hyphen(n, i - 1) && na_listed(n, i - 2, NA_LIST_NAME_PARTICLE) && !n->owner[i - 2])
            na_add_found(n, (na_found){ i - 2, i + 1, 0, NA_LIST_PREFIX, NA_PERSON, 0 });       /* al-Ellin */
        if (i && !n->owner[i - 1] && na_listed(n, i - 1, NA_LIST_NAME_PARTICLE) && !na_upper(n, i - 1) && *na_entry_value(n->t->token[i - 1].entry, NA_LIST_NAME_PARTICLE))
            na_add_found(n, (na_found){ i - 1, i + 1, 0, NA_LIST_PREFIX, NA_PERSON, 0 });   /* von Ellin */
        na_add_found(n, (na_found){ i, i + 1, 0, NA_LIST_PREFIX, NA_PERSON, 0 });
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
        if (n->owner[i] || !na_is_word(n, i) || !half(n, i))
            continue;
        while (p < pairs && named[p] != t->token[i].hash)
            p++;
        if (p == pairs || !na_entry_in(country_of[p], NA_LIST_COUNTRY) || (na_upper(n, i) && na_name_like(n, i + 1)))
            continue;
        for (size_t k = 0; k < sizeof acts / sizeof *acts; k++)
            verb |= na_is(t, i + 1, acts[k]);
        if (na_is(t, i + 1, "of") || !na_is(t, i - 1, "the") || !(na_upper(n, i) || verb))
            continue;
        na_add_found(n, (na_found){ i, i + 1, country_of[p], NA_LIST_COUNTRY, NA_PLACE, 1 });
    }
}

/* The foreign ministry of a country named just before: "Iran's foreign ministry". */
static void find_ministries(na_names *n)
{
    for (uint32_t i = 2; i < n->t->count; i++) {
        uint32_t end;
        if (n->t->token[i - 1].kind != NA_CLITIC || n->owner[i] || !n->owner[i - 2] || n->found[n->owner[i - 2] - 1].kind != NA_PLACE)
            continue;
        if ((end = na_lower_ministry(n, i)))
            na_add_found(n, (na_found){ i, end, 0, NA_LIST_PREFIX, NA_ORGANIZATION, 1 });
    }
}

/* A name of two words or more is of one kind all through the article: what
 * most of its mentions are, one that a title, a dateline or its place tells counting double. */
typedef struct phrase { uint64_t hash; uint32_t votes[4]; } phrase;

static phrase *phrase_of(const na_names *n, phrase *table, size_t mask, const na_found *f)
{
    uint64_t hash = 1;
    size_t i;
    for (uint32_t k = f->first; k < f->end; k++)
        if (na_is_word(n, k))
            hash = na_hash_join(hash, n->t->token[k].hash);
    for (i = hash & mask; table[i].hash && table[i].hash != hash; i = (i + 1) & mask)
        ;
    table[i].hash = hash;
    return &table[i];
}

static int votes_on_kind(const na_names *n, const na_found *f)
{
    return n->owner[f->first] && f->kind < NA_UNSURE && !f->entry && f->end > f->first + 1;
}

static void settle_phrases(na_names *n)
{
    size_t size = 64;
    phrase *table;
    while (size < 2 * n->count)
        size *= 2;
    table = na_alloc(n->r->arena, size * sizeof *table);
    for (size_t k = 0; k < n->count; k++)
        if (votes_on_kind(n, &n->found[k])) {
            const na_found *f = &n->found[k];
            int told = n->r->role[f->first] == NA_DATELINE || na_follows_title(n, f->first) || na_is_vessel(n, f->first, f->end) || na_kind_by_context(n, f->first, f->end) == f->kind;
            phrase_of(n, table, size - 1, f)->votes[f->kind] += told ? 3 : 1;
        }
    for (size_t k = 0; k < n->count; k++)
        if (votes_on_kind(n, &n->found[k])) {
            const uint32_t *votes = phrase_of(n, table, size - 1, &n->found[k])->votes;
            for (uint8_t kind = 0; kind < 4; kind++)
                if (votes[kind] > votes[n->found[k].kind])
                    n->found[k].kind = kind;
        }
}

void na_settle(na_names *n)
{
    settle_phrases(n);
    count_votes(n);
    settle_rows(n);
    settle_kinds(n);
    find_hidden(n);
    find_halves(n);
    find_ministries(n);
}
