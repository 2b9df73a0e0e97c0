/* who.c - who the bare names of an article are, by what its story knows. */
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

/* Copies the words of a name without the single letters in it, glued together; a name of letters alone as it is. */
static char *glue(char *to, const char *words)
{
    char *from = to;
    for (const char *at = words; *at; ) {
        size_t n = strcspn(at, " ");
        if (n > 1) {
            memcpy(to, at, n);
            to += n;
        }
        at += n + (at[n] == ' ');
    }
    if (to == from) {
        size_t n = strlen(words);
        memcpy(to, words, n);
        to += n;
    }
    return to;
}

const char *na_person_identity(na_arena *arena, const na_person *p)
{
    size_t n = strlen(p->key) + (p->given ? strlen(p->given) : 0) + (p->family ? strlen(p->family) : 0);
    char *out = na_alloc(arena, n + 2), *to = out;
    if (!p->given || !p->family)
        return p->key;
    to = glue(out, p->given);
    *to++ = ' ';
    memcpy(to, p->family, strlen(p->family));
    return out;
}

static int same(const char *a, const char *b)
{
    return a && b && !strcmp(a, b);
}

/* "okafor hale", a family name of several words, ends "denise okafor hale". */
static int ends_with(const char *full, const char *part)
{
    size_t n = strlen(full), m = strlen(part);
    return n > m && full[n - m - 1] == ' ' && !strcmp(full + n - m, part);
}

/* Police chief and chief are one office; vice chairman and chairman, former mayor and mayor are two. */
static int same_role(const char *a, const char *b)
{
    static const char *const other[] = { "vice", "deputy", "former", "ex", "acting", "interim", "assistant", "associate", "outgoing", "then" };
    const char *longer = a && b && strlen(b) > strlen(a) ? b : a;
    if (same(a, b))
        return 1;
    if (!a || !b || !ends_with(longer, longer == a ? b : a))
        return 0;
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (!strncmp(longer, other[i], strlen(other[i])) && strchr(" -", longer[strlen(other[i])]))
            return 0;
    return 1;
}

/* What a bare name is looked up by: the family name of a person, the acronym of an organization. */
typedef struct entry { const char *word; size_t person; } entry;

static int by_word(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    int order = strcmp(x->word, y->word);
    return order ? order : x->person < y->person ? -1 : x->person > y->person;
}

typedef struct names {
    na_arena   *arena;
    na_person  *person;
    size_t      persons;
    entry      *entry;          /* by word: full names by family name or acronym, and persons by given name as " ann" */
    size_t      count, room;
    const char *story_key;
} names;

static void put(names *n, const char *word, size_t person)
{
    *NA_PUSH(n->arena, n->entry, n->count, n->room) = (entry){ word, person };
}

static const char *given_word(na_arena *arena, const char *given)
{
    size_t length = strcspn(given, " ");
    char *word = na_alloc(arena, length + 2);
    *word = ' ';
    memcpy(word + 1, given, length);
    return word;
}

static void make_entries(names *n)
{
    for (size_t i = 0; i < n->persons; i++) {
        const na_person *p = &n->person[i];
        if (p->family)
            put(n, p->family, i);
        if (!p->body && p->given && !p->bare)
            put(n, given_word(n->arena, p->given), i);
    }
    if (n->count)
        qsort(n->entry, n->count, sizeof *n->entry, by_word);
}

static size_t first_entry(const names *n, const char *word)
{
    size_t from = 0, to = n->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (strcmp(n->entry[middle].word, word) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

static int may_be(const na_person *bare, const na_person *full)
{
    if (full->bare || bare->body != full->body || bare->article == full->article)
        return 0;
    return bare->body || ((!bare->gender || !full->gender || bare->gender == full->gender) &&
           (!bare->given || same(bare->given, full->given)) && (!strchr(bare->key, ' ') || ends_with(full->key, bare->key)));
}

typedef struct candidate { const char *identity; uint32_t mentions; uint8_t role, here; } candidate;

/* Whom the other articles name in full so.  `here`: the article of `bare` names him in full itself; then its reader has
 * told the two apart already. */
static size_t find_candidates(const names *n, const na_person *bare, const char *word, candidate **out)
{
    candidate *list = NULL;
    size_t count = 0, room = 0, kept = 0, k;
    for (size_t i = first_entry(n, word); i < n->count && !strcmp(n->entry[i].word, word); i++) {
        const na_person *full = &n->person[n->entry[i].person];
        int here = !full->bare && full->article == bare->article;
        if (!here && !may_be(bare, full))
            continue;
        for (k = 0; k < count && strcmp(list[k].identity, full->identity); k++)
            continue;
        if (k == count)
            *NA_PUSH(n->arena, list, count, room) = (candidate){ full->identity, 0, 0, 0 };
        list[k].mentions += full->mentions;
        list[k].role |= (uint8_t)same_role(bare->role, full->role);
        list[k].here |= (uint8_t)here;
    }
    for (k = 0; k < count; k++)
        if (!list[k].here)
            list[kept++] = list[k];
    *out = list;
    return kept;
}

/* The only one; the only one with that office; or who is named more than twice as often as any other. */
static const candidate *decide(const candidate *list, size_t count, const char **why)
{
    const candidate *best = NULL, *second = NULL;
    size_t with_role = 0;
    for (size_t i = 0; i < count; i++)
        with_role += list[i].role != 0;
    for (size_t i = 0; i < count; i++) {
        if (with_role && !list[i].role)
            continue;
        if (!best || list[i].mentions > best->mentions || (list[i].mentions == best->mentions && strcmp(list[i].identity, best->identity) < 0)) {
            second = best;
            best = &list[i];
        } else if (!second || list[i].mentions > second->mentions) {
            second = &list[i];
        }
    }
    if (!best)
        return NULL;
    if (!second) {
        *why = with_role && count > 1 ? "the only one of that family and office in the story who can be meant" : "the only one of that family in the story who can be meant";
        return best;
    }
    *why = "the one of that family whom the story names most";
    return best->mentions >= 2 * second->mentions + 2 ? best : NULL;
}

/* Another one of that family name whom the story leaves without a given name is of the other sex: Mr. and Mrs. Alder. */
static int is_one_of_a_couple(const names *n, const na_person *bare)
{
    for (size_t i = first_entry(n, bare->family); bare->gender && i < n->count && !strcmp(n->entry[i].word, bare->family); i++) {
        const na_person *other = &n->person[n->entry[i].person];
        if (other->bare && !other->body && other->gender && other->gender != bare->gender && same(other->key, bare->key))
            return 1;
    }
    return 0;
}

static const char *own_identity(const names *n, const na_person *p)
{
    size_t length = strlen(p->key), more = strlen(n->story_key);
    char *own = na_alloc(n->arena, length + more + 6), *to = own + length;
    memcpy(own, p->key, length);
    if (is_one_of_a_couple(n, p)) {
        *to++ = ' ';
        *to++ = p->gender;
    }
    memcpy(to, " @ ", 3);
    memcpy(to + 3, n->story_key, more);
    return own;
}

static void name_bare(const names *n, na_person *p)
{
    candidate *list;
    size_t count = p->family ? find_candidates(n, p, p->family, &list) : 0;
    const candidate *who = count ? decide(list, count, &p->why) : NULL;
    if (p->body) {
        p->identity = who && count == 1 ? who->identity : p->key;
        p->why = who && count == 1 ? NA_WHY_ACRONYM : NULL;
    } else if (who) {
        p->identity = who->identity;
    } else if (count) {
        p->identity = own_identity(n, p);
        p->why = NA_WHY_SEVERAL;
    }
}

/* "Ann" in an article that calls somebody Ellin, where the story has one Ann Ellin. */
static void name_by_given(const names *n, na_person *p)
{
    const char *word = given_word(n->arena, p->key), *identity = NULL;
    for (size_t i = first_entry(n, word); i < n->count && !strcmp(n->entry[i].word, word); i++) {
        const na_person *full = &n->person[n->entry[i].person];
        if (identity && strcmp(identity, full->identity))
            return;
        identity = full->identity;
    }
    for (size_t i = 0; identity && i < n->persons; i++)
        if (n->person[i].article == p->article && n->person[i].bare && n->person[i].identity && !strcmp(n->person[i].identity, identity)) {
            p->identity = identity;
            p->why = "the given name of somebody whom the article calls by family name";
        }
}

void na_name_people(na_arena *arena, na_person *person, size_t persons, const char *story_key)
{
    names n = { .arena = arena, .person = person, .persons = persons, .story_key = story_key };
    for (size_t i = 0; i < persons; i++)
        if (!person[i].bare && !person[i].identity) {
            person[i].identity = na_person_identity(arena, &person[i]);
            person[i].why = "full name";
        }
    make_entries(&n);
    for (size_t i = 0; i < persons; i++)
        if (person[i].bare)
            name_bare(&n, &person[i]);
    for (size_t i = 0; i < persons; i++)
        if (person[i].bare && !person[i].identity && !strchr(person[i].key, ' '))
            name_by_given(&n, &person[i]);
    for (size_t i = 0; i < persons; i++)
        if (person[i].bare && !person[i].identity) {
            person[i].identity = own_identity(&n, &person[i]);
            person[i].why = "no full name here or in the story";
        }
}
