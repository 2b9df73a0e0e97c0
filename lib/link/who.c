/* who.c - who the bare names of an article are, by what its story knows. */
#include "link/link.h"
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

/* "chairman" is in "vice chairman"?  Only whole words at the end count, and then it is not the same office. */
static int same_role(const char *a, const char *b)
{
    return same(a, b);
}

/* "okafor hale", a family name of several words, ends "denise okafor hale". */
static int ends_with(const char *full, const char *part)
{
    size_t n = strlen(full), m = strlen(part);
    return n > m && full[n - m - 1] == ' ' && !strcmp(full + n - m, part);
}

static int may_be(const na_person *bare, const na_person *full)
{
    return !full->bare && same(bare->family, full->family) && bare->article != full->article &&
           (!bare->gender || !full->gender || bare->gender == full->gender) &&
           (!bare->given || same(bare->given, full->given)) && (!strchr(bare->key, ' ') || ends_with(full->key, bare->key));
}

/* Does the article of `bare` itself name this full name?  Then its reader has told the two apart already. */
static int told_apart(const na_person *person, size_t persons, const na_person *bare, const char *identity)
{
    for (size_t i = 0; i < persons; i++)
        if (!person[i].bare && person[i].article == bare->article && same(person[i].identity, identity))
            return 1;
    return 0;
}

typedef struct candidate { const char *identity; uint32_t mentions, articles; int role; } candidate;

static size_t find_candidates(na_arena *arena, const na_person *person, size_t persons, const na_person *bare, candidate **out)
{
    candidate *list = NULL;
    size_t count = 0, room = 0, k;
    for (size_t i = 0; i < persons; i++) {
        if (!may_be(bare, &person[i]) || told_apart(person, persons, bare, person[i].identity))
            continue;
        for (k = 0; k < count && strcmp(list[k].identity, person[i].identity); k++)
            continue;
        if (k == count)
            *NA_PUSH(arena, list, count, room) = (candidate){ person[i].identity, 0, 0, 0 };
        list[k].mentions += person[i].mentions;
        list[k].articles++;
        list[k].role |= bare->role && same_role(bare->role, person[i].role);
    }
    *out = list;
    return count;
}

/* The only one; the only one with that office; or who is named twice as often as any other. */
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
    return best->mentions >= 2 * second->mentions ? best : NULL;
}

static void name_bare(na_arena *arena, na_person *person, size_t persons, size_t i, const char *story_key)
{
    na_person *p = &person[i];
    candidate *list;
    const char *why = NULL;
    size_t count = find_candidates(arena, person, persons, p, &list);
    const candidate *who = decide(list, count, &why);
    if (who) {
        p->identity = who->identity;
        p->why = why;
    } else {
        size_t n = strlen(p->key), m = strlen(story_key);
        char *own = na_alloc(arena, n + m + 4);
        memcpy(own, p->key, n);
        memcpy(own + n, " @ ", 3);
        memcpy(own + n + 3, story_key, m);
        p->identity = own;
        p->why = count ? "several of that family are in the story: kept apart" : "no full name here or in the story";
    }
}

void na_name_people(na_arena *arena, na_person *person, size_t persons, const char *story_key)
{
    for (size_t i = 0; i < persons; i++)
        if (!person[i].bare && !person[i].identity) {
            person[i].identity = na_person_identity(arena, &person[i]);
            person[i].why = "full name";
        }
    for (size_t i = 0; i < persons; i++)
        if (person[i].bare)
            name_bare(arena, person, persons, i, story_key);
}
