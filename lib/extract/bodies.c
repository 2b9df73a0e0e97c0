/* bodies.c - which organizations, places and other names of one article are the same.
 *
 * A list gives the full name where it has one (KCNA, U.S.); else the article
 * does: an acronym behind a name it abbreviates, the country that a ministry
 * belongs to; else equal words are one. */
#include "extract/names.h"
#include <stdlib.h>
#include <string.h>

typedef struct bodies {
    na_names *n;
    uint32_t *table;            /* hash of kind and key -> 1 + naming */
    size_t    mask;
} bodies;

static uint32_t naming_of(bodies *b, enum na_kind kind, const char *name, const char *how)
{
    na_reading *r = b->n->r;
    const char *key = na_fold_name(r->arena, name, strlen(name));
    size_t i = na_hash_join(na_hash(key, strlen(key)), kind + 1u) & b->mask;
    for (; b->table[i]; i = (i + 1) & b->mask) {
        const na_naming *have = &r->naming[b->table[i] - 1];
        if (have->kind == kind && !strcmp(have->key, key))
            return b->table[i] - 1;
    }
    b->table[i] = na_new_naming(b->n, kind, name, how) + 1;
    return b->table[i] - 1;
}

/* Field `index` of a value "name|code|...", copied; "" when missing. */
static const char *field(na_arena *arena, const char *value, int index)
{
    for (; index && value; index--)
        if ((value = strchr(value, '|')))
            value++;
    return value ? na_copy(arena, value, strcspn(value, "|")) : "";
}

/* ---- names as the article has them ------------------------------------------------- */

static int small_word(const char *word, size_t n)
{
    return (n == 2 && !strncmp(word, "of", 2)) || (n == 3 && (!strncmp(word, "the", 3) || !strncmp(word, "and", 3) || !strncmp(word, "for", 3)));
}

static int particle(const char *word, size_t n)
{
    uint32_t entry = na_word_entry(na_hash(word, n));
    return entry && na_entry_in(entry, NA_LIST_NAME_PARTICLE);
}

/* Every word but of, the, and, for and particles with a capital: Ellin peninsula is Ellin Peninsula. */
static const char *capitalised(na_names *n, const na_found *f)
{
    const char *words = na_tidy_name(n, na_words_of(n->r, f->first, f->end));
    size_t length = strlen(words);
    char *out = na_copy(n->r->arena, words, length);
    for (size_t i = 0; i < length; i++)
        if ((!i || out[i - 1] == ' ') && out[i] >= 'a' && out[i] <= 'z' && (!i || !(small_word(out + i, strcspn(out + i, " ")) || particle(out + i, strcspn(out + i, " ")))))
            out[i] = (char)(out[i] - 32);
    return out;
}

static const char *joined(na_arena *arena, const char *a, const char *b, const char *c)
{
    size_t x = strlen(a), y = strlen(b), z = strlen(c);
    char *out = na_alloc(arena, x + y + z + 1);
    memcpy(out, a, x);
    memcpy(out + x, b, y);
    memcpy(out + x + y, c, z);
    return out;
}

/* ---- ministries ------------------------------------------------------------------------ */

/* "Foreign Ministry", "ministry of foreign affairs" from token `at`: what it is of ("Foreign"), or NULL. */
static const char *portfolio(na_names *n, uint32_t at, uint32_t end)
{
    size_t stop = 0;
    uint32_t entry;
    if (na_is(n->t, at, "ministry") && at + 2 < end && na_is(n->t, at + 1, "of")) {
        at += 2;
        if (na_is(n->t, at, "the") && at + 1 < end)
            at++;
        entry = na_phrase(n->t, at, NA_LIST_PORTFOLIO, &stop);
        return entry && stop == end ? na_entry_value(entry, NA_LIST_PORTFOLIO) : NULL;
    }
    entry = na_phrase(n->t, at, NA_LIST_PORTFOLIO, &stop);
    return entry && stop + 1 == end && na_is(n->t, (uint32_t)stop, "ministry") ? na_entry_value(entry, NA_LIST_PORTFOLIO) : NULL;
}

/* The place that owns the name at token `first` ("Iran's ..."), as an adjective; NULL. */
static const char *owner_adjective(na_names *n, uint32_t first)
{
    const na_found *place;
    const char *adjective;
    if (first < 2 || n->t->token[first - 1].kind != NA_CLITIC || !n->owner[first - 2])
        return NULL;
    place = &n->found[n->owner[first - 2] - 1];
    if (place->list != NA_LIST_COUNTRY || !place->entry)
        return NULL;
    adjective = field(n->r->arena, na_entry_value(place->entry, NA_LIST_COUNTRY), 4);
    return *adjective ? adjective : NULL;
}

/* The full English name of a ministry, or NULL. */
static const char *ministry(na_names *n, const na_found *f)
{
    size_t end = 0;
    const char *of, *adjective;
    if ((of = portfolio(n, f->first, f->end)) && (adjective = owner_adjective(n, f->first)))
        return joined(n->r->arena, adjective, " ", joined(n->r->arena, of, " Ministry", ""));
    if (na_phrase(n->t, f->first, NA_LIST_DEMONYM, &end) && end < f->end && (of = portfolio(n, (uint32_t)end, f->end))) {
        na_found people = { f->first, (uint32_t)end, 0, NA_LIST_DEMONYM, NA_OTHER, 1 };
        return joined(n->r->arena, capitalised(n, &people), " ", joined(n->r->arena, of, " Ministry", ""));
    }
    return NULL;
}

/* ---- acronyms ------------------------------------------------------------------------------- */

static int lower_case(int c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int big_word(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    return t->kind == NA_WORD && !small_word(n->t->text + t->at, t->length);
}

/* Does every word of the name (of, the, and, for aside) begin with the next
 * letter of the acronym?  Letters too many may stand inside a word: DeMilitarized Zone. */
static int abbreviates(const na_names *n, uint32_t acronym, const na_found *name)
{
    const na_token *t = &n->t->token[acronym];
    char letter[16];
    uint32_t letters = 0, next = 0, words = 0;
    for (uint32_t k = 0; k < t->length && letters < sizeof letter; k++)
        if (n->t->text[t->at + k] != '.')
            letter[letters++] = (char)lower_case(n->t->text[t->at + k]);
    for (uint32_t i = name->first; i < name->end; i++)
        words += (uint32_t)big_word(n, i);
    if (words < 2 || words > letters)
        return 0;
    for (uint32_t i = name->first; i < name->end; i++) {
        const na_token *word = &n->t->token[i];
        if (!big_word(n, i))
            continue;
        if (letter[next++] != lower_case(n->t->text[word->at]))
            return 0;
        words--;
        for (uint32_t k = 1; k < word->length && letters - next > words; k++)
            if (lower_case(n->t->text[word->at + k]) == letter[next])
                next++;
    }
    return next == letters;
}

/* The first letters of a name of three words or more, of, the, and, for aside; gives how many. */
enum { MOST_INITIALS = 8 };
static size_t initials(const na_names *n, const na_found *f, char *out)
{
    size_t letters = 0;
    for (uint32_t i = f->first; i < f->end; i++) {
        const na_token *t = &n->t->token[i];
        if (t->kind != NA_WORD || small_word(n->t->text + t->at, t->length))
            continue;
        if (letters == MOST_INITIALS || !(t->flags & NA_UPPER) || (unsigned char)n->t->text[t->at] >= 0x80)
            return 0;
        out[letters++] = (char)lower_case(n->t->text[t->at]);
    }
    return letters > 2 ? letters : 0;
}

/* "Ellin Valley Authority (EVA)": 1 + the found that the acronym stands for. */
static uint32_t spelled_out(const na_names *n, uint32_t found)
{
    const na_found *f = &n->found[found];
    if (!found || f->end != f->first + 1 || !(n->t->token[f->first].flags & NA_CAPS) || f->first < 2 || n->t->token[f->first - 1].mark != '(')
        return 0;
    if (n->found[found - 1].end != f->first - 1 || n->found[found - 1].kind == NA_PERSON)
        return 0;
    return abbreviates(n, f->first, &n->found[found - 1]) ? found : 0;
}

/* ---- one name ---------------------------------------------------------------------------------- */

static void resolve_country(bodies *b, uint32_t found)
{
    na_names *n = b->n;
    const na_found *f = &n->found[found];
    const char *value = na_entry_value(f->entry, NA_LIST_COUNTRY);
    const char *code = field(n->r->arena, value, 2), *number = field(n->r->arena, value, 3);
    uint32_t naming = naming_of(b, NA_PLACE, field(n->r->arena, value, 0), "country of that name");
    na_naming *out = &n->r->naming[naming];
    out->wikidata = *code ? code : NULL;
    out->geonames = *number ? atoll(number) : 0;
    out->listed = 1;
    na_set_mention(n, found, naming, f->end == f->first + 1 && n->t->token[f->first].entry != f->entry ? "half of a country that the article names" : "country");
}

static void resolve_place(bodies *b, uint32_t found)
{
    na_names *n = b->n;
    const na_found *f = &n->found[found];
    const char *full = f->list == NA_LIST_US_STATE ? na_entry_value(f->entry, NA_LIST_US_STATE) : f->list == NA_LIST_REGION && f->entry ? field(n->r->arena, na_entry_value(f->entry, NA_LIST_REGION), 1) : "";
    uint32_t naming = naming_of(b, NA_PLACE, *full ? full : capitalised(n, f), "the same words");
    na_set_mention(n, found, naming, f->entry ? "place of that name" : "the same words");
}

/* ---- which city of that name ---------------------------------------------------------------- */

enum { CODES = 27 * 27, SEVERAL = CODES, A_PART = 1024 };       /* countries by their two letters; 0: none; A_PART: only a part of it, known or not */

static uint32_t code_of(const char *letters)
{
    uint32_t a = (uint32_t)lower_case(letters[0]) - 'a' + 1, b = letters[0] ? (uint32_t)lower_case(letters[1]) - 'a' + 1 : 0;
    return a < 27 && b < 27 ? a * 27 + b : 0;
}

/* The country that a name is, or is of: Norway, Oregon, Norwegian; 0: none. */
static uint32_t country_of(na_names *n, const na_found *f)
{
    uint32_t entry = f->entry, country;
    if (!entry)
        return 0;
    if (na_entry_in(entry, NA_LIST_COUNTRY))
        return code_of(field(n->r->arena, na_entry_value(entry, NA_LIST_COUNTRY), 1));
    if (na_entry_in(entry, NA_LIST_US_STATE))
        return code_of("us");
    if (na_entry_in(entry, NA_LIST_REGION))
        return code_of(na_entry_value(entry, NA_LIST_REGION));
    if (!na_entry_in(entry, NA_LIST_DEMONYM))
        return 0;
    country = na_phrase_entry(na_entry_value(entry, NA_LIST_DEMONYM), strlen(na_entry_value(entry, NA_LIST_DEMONYM)));
    return country && na_entry_in(country, NA_LIST_COUNTRY) ? code_of(field(n->r->arena, na_entry_value(country, NA_LIST_COUNTRY), 1)) : 0;
}

/* "Ellin, Norway": the country of what stands behind a comma. */
static uint32_t country_behind(na_names *n, const na_found *f)
{
    uint32_t i = f->end + 1, code;
    const na_found *behind;
    if (i >= n->t->count || n->t->token[f->end].mark != ',' || !n->owner[i])
        return 0;
    behind = &n->found[n->owner[i] - 1];
    if (behind->kind != NA_PLACE || !behind->entry)
        return 0;
    code = country_of(n, behind);
    return na_entry_in(behind->entry, NA_LIST_COUNTRY) ? code : na_entry_in(behind->entry, NA_LIST_REGION) || na_entry_in(behind->entry, NA_LIST_US_STATE) ? code | A_PART : 0;
}

typedef struct choice { int64_t id; int fitting; } choice;

static void consider(choice *c, int fits, int64_t id)
{
    if (fits) {
        c->id = id;
        c->fitting++;
    }
}

/* By the country behind it, else by those that the article names: `named` how often each, [0] the most.  A city far
 * larger than all others of its name needs none; one of several is meant where its country is named, another than the
 * largest where no country is named more, and that more than once. */
static int64_t city_id(na_names *n, uint32_t entry, uint32_t behind, const uint32_t *named)
{
    const char *value = na_entry_value(entry, NA_LIST_CITY), *others = field(n->r->arena, value, 4);
    int64_t id = atoll(field(n->r->arena, value, 2));
    uint32_t own = code_of(value), country = behind & ~(uint32_t)A_PART;
    int alike = *field(n->r->arena, value, 3) == '?', part = (behind & A_PART) != 0;
    choice there = { 0, 0 }, about = { 0, 0 };
    if (na_entry_in(entry, NA_LIST_REGION) || na_entry_in(entry, NA_LIST_COUNTRY) || behind == SEVERAL)
        return 0;
    consider(&there, own == country, id);
    consider(&about, named[own] > 0, id);
    for (const char *at = others; *at; at += strcspn(at, " "), at += *at == ' ') {
        uint32_t code = code_of(at);
        consider(&there, code == country, atoll(at + 3));
        consider(&about, *at >= 'A' && *at <= 'Z' && named[code] > 1 && named[code] == named[0], atoll(at + 3));
    }
    if (part && (country || *others))           /* small towns of that name are on no list: only the one that everybody knows */
        return there.fitting == 1 && own == country ? id : 0;
    if (country && there.fitting)
        return there.fitting == 1 ? there.id : 0;
    if (!alike)
        return named[own] || !about.fitting ? id : 0;
    return about.fitting == 1 ? about.id : 0;
}

static void find_cities(bodies *b)
{
    na_names *n = b->n;
    uint32_t *named = na_alloc(n->r->arena, CODES * sizeof *named);
    uint32_t *behind = na_alloc(n->r->arena, (n->r->namings + 1) * sizeof *behind);
    for (uint32_t i = 0; i < n->count; i++) {
        const na_found *f = &n->found[i];
        uint32_t code = f->kind == NA_PERSON ? 0 : country_of(n, f), *of = &behind[n->r->mention[i].naming];
        if (code && ++named[code] > named[0])
            named[0] = named[code];
        if (f->kind == NA_PLACE && f->list == NA_LIST_CITY && (code = country_behind(n, f)))
            *of = !*of || *of == code ? code : SEVERAL;
    }
    for (uint32_t i = 0; i < n->count; i++) {
        const na_found *f = &n->found[i];
        na_naming *naming = &n->r->naming[n->r->mention[i].naming];
        if (f->kind == NA_PLACE && f->list == NA_LIST_CITY && f->entry && !naming->geonames && (naming->geonames = city_id(n, f->entry, behind[n->r->mention[i].naming], named)))
            naming->listed = 1;
    }
}

static const char *listed_name(na_names *n, const na_found *f)
{
    const char *value = f->entry && (f->list == NA_LIST_ORGANIZATION || f->list == NA_LIST_OUTLET) ? na_entry_value(f->entry, f->list) : NULL;
    uint32_t entry;
    if (value && *value)
        return value;
    if (f->first && na_is(n->t, f->first - 1, "the")) {      /* The Ellin Times, by its whole name */
        const char *name = na_words_of(n->r, f->first - 1, f->end);
        if ((entry = na_phrase_entry(name, strlen(name))) && na_entry_in(entry, NA_LIST_OUTLET)) {
            na_found whole = { f->first - 1, f->end, entry, NA_LIST_OUTLET, NA_ORGANIZATION, 1 };
            return capitalised(n, &whole);
        }
    }
    return NULL;
}

static void resolve_organization(bodies *b, uint32_t found)
{
    na_names *n = b->n;
    const na_found *f = &n->found[found];
    const char *name = ministry(n, f), *how = "ministry of the country named with it";
    uint32_t naming;
    int listed = 0;
    if (!name && (name = listed_name(n, f))) {
        how = "full name of what is listed";
        listed = 1;
    }
    if (!name) {
        name = capitalised(n, f);
        how = "the same words";
        listed = f->entry != 0;
    }
    naming = naming_of(b, NA_ORGANIZATION, name, how);
    n->r->naming[naming].listed |= (uint8_t)listed;
    na_set_mention(n, found, naming, how);
}

typedef struct acronyms { uint64_t *word; uint32_t *naming; size_t mask; } acronyms;     /* hash of the acronym -> 1 + naming; NA_NONE: several */

static uint32_t *slot(acronyms *a, uint64_t word)
{
    size_t i = word & a->mask;
    while (a->word[i] && a->word[i] != word)
        i = (i + 1) & a->mask;
    a->word[i] = word;
    return &a->naming[i];
}

static const char *folded(na_names *n, uint32_t found)
{
    const char *words = na_words_of(n->r, n->found[found].first, n->found[found].end);
    return na_fold_name(n->r->arena, words, strlen(words));
}

/* "VFA" stands in brackets behind the Vellmar Ferry Authority, or its letters are those of one organization in the article. */
static int find_acronyms(bodies *b, acronyms *a)
{
    na_names *n = b->n;
    int known = 0;
    for (uint32_t i = 0; i < n->count; i++) {
        uint32_t full = spelled_out(n, i);
        if (full) {
            uint32_t naming = n->r->mention[full - 1].naming;
            *slot(a, n->t->token[n->found[i].first].hash) = 1 + naming;
            known = 1;
            if (naming != n->r->mention[i].naming)
                n->r->naming[naming].family = folded(n, i);
        }
    }
    for (uint32_t i = 0; i < n->count; i++) {
        uint32_t naming = 1 + n->r->mention[i].naming, *have;
        char letters[MOST_INITIALS];
        size_t length = n->found[i].kind == NA_ORGANIZATION ? initials(n, &n->found[i], letters) : 0;
        if (!length || n->r->naming[naming - 1].family)
            continue;
        have = slot(a, na_hash(letters, length));
        *have = !*have || *have == naming ? naming : NA_NONE;
        known = 1;
    }
    return known;
}

/* A bare acronym takes the name that the article spells out anywhere; else the story may tell what it stands for. */
static void apply_acronyms(bodies *b)
{
    na_names *n = b->n;
    size_t size = b->mask + 1;
    acronyms a = { na_alloc(n->r->arena, size * sizeof *a.word), na_alloc(n->r->arena, size * sizeof *a.naming), b->mask };
    int known = find_acronyms(b, &a);
    for (uint32_t i = 0; i < n->count; i++) {
        na_naming *naming = &n->r->naming[n->r->mention[i].naming], *full;
        const na_found *f = &n->found[i];
        uint32_t stands_for;
        if (f->kind == NA_PERSON || f->end != f->first + 1 || !(n->t->token[f->first].flags & NA_CAPS))
            continue;
        stands_for = known ? *slot(&a, n->t->token[f->first].hash) : 0;
        full = stands_for && stands_for != NA_NONE ? &n->r->naming[stands_for - 1] : NULL;
        if (full == naming)
            continue;
        if (full && (full->family || !naming->listed)) {    /* what a list knows stands for another only where the text says so */
            full->family = folded(n, i);
            n->r->mention[i].kind = full->kind;
            na_set_mention(n, i, stands_for - 1, "acronym that the article spells out");
        } else if (f->kind == NA_ORGANIZATION && !naming->listed) {
            naming->family = naming->key;
            naming->bare = 1;
        }
    }
}

/* Namings that lost all mentions to an acronym's name are taken out. */
static void drop_unused(na_reading *r)
{
    uint32_t *moved = na_alloc(r->arena, (r->namings + 1) * sizeof *moved), kept = 0;
    for (uint32_t i = 0; i < r->mentions; i++)
        moved[r->mention[i].naming] = 1;
    for (uint32_t i = 0; i < r->namings; i++)
        if (moved[i]) {
            r->naming[kept] = r->naming[i];
            moved[i] = kept++;
        }
    r->namings = kept;
    for (uint32_t i = 0; i < r->mentions; i++)
        r->mention[i].naming = moved[r->mention[i].naming];
}

void na_resolve_bodies(na_names *n)
{
    bodies b = { .n = n };
    size_t size = 64;
    while (size < 2 * n->count)
        size *= 2;
    b.mask = size - 1;
    b.table = na_alloc(n->r->arena, size * sizeof *b.table);
    for (uint32_t i = 0; i < n->count; i++) {
        const na_found *f = &n->found[i];
        if (f->kind == NA_PERSON)
            continue;
        if (f->kind == NA_PLACE && f->list == NA_LIST_COUNTRY && f->entry)
            resolve_country(&b, i);
        else if (f->kind == NA_PLACE)
            resolve_place(&b, i);
        else if (f->kind == NA_ORGANIZATION)
            resolve_organization(&b, i);
        else
            na_set_mention(n, i, naming_of(&b, NA_OTHER, capitalised(n, f), "the same words"), "the same words");
    }
    apply_acronyms(&b);
    find_cities(&b);
    drop_unused(n->r);
}
