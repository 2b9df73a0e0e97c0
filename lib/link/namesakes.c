/* namesakes.c - one full name, two people?
 *
 * A full name is one person until something says otherwise:
 *   - an article names one with Jr., Sr., II or III and one without;
 *   - middle names begin with different letters;
 *   - in one affair he is a footballer, in another a minister, and nobody is
 *     named beside both.
 * What says so is looked at over all articles that have the name, an affair at
 * a time, and is no matter of order.  One of two that is named ten times as
 * often keeps the plain name, and who is not told at all is him; so is he when
 * most are not told.  Else who is not told is kept apart from both, in doubt. */
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_FIELDS = 8, OUTWEIGHS = 10, PREVAILS = 4 };

/* ---- what a naming tells ------------------------------------------------------------ */

static const char *last_word(const char *words)
{
    const char *space = strrchr(words, ' ');
    return space ? space + 1 : words;
}

static const char *field_of_words(const char *words)
{
    uint32_t entry = na_phrase_entry(words, strlen(words));
    return entry && na_entry_in(entry, NA_LIST_FIELD) ? na_entry_value(entry, NA_LIST_FIELD) : NULL;
}

const char *na_field_of_role(const char *role)
{
    static const char *const past[] = { "former ", "ex-", "ex ", "retired ", "then " };
    const char *field;
    for (size_t i = 0; role && i < sizeof past / sizeof *past; i++)
        if (!strncmp(role, past[i], strlen(past[i])))
            return NULL;
    if (!role || (field = field_of_words(role)))
        return role ? field : NULL;
    return field_of_words(last_word(role));
}

const char *na_suffix_of_name(const char *key)
{
    static const char *const suffix[] = { "jr", "sr", "ii", "iii" };
    for (size_t i = 0; i < sizeof suffix / sizeof *suffix; i++)
        if (strchr(key, ' ') && !strcmp(last_word(key), suffix[i]))
            return suffix[i];
    return NULL;
}

/* The letter that the middle name of "peter w hallam" begins with, or 0; only initials and given names count. */
char na_middle_of_name(const char *key, const char *given, const char *family)
{
    size_t n = given ? strlen(given) : 0, length;
    const char *middle;
    uint32_t entry;
    if (!family || !n || strncmp(key, given, n) || key[n] != ' ' || !strcmp(key + n + 1, family))
        return 0;
    middle = key + n + 1;
    length = strcspn(middle, " ");
    if (middle[length] != ' ')
        return 0;
    entry = na_phrase_entry(middle, length);
    if (length == 2 && strcspn(middle, "aeiouy") > 2)
        return *middle;             /* George HW Ellin */
    return length == 1 || (entry && na_entry_in(entry, NA_LIST_GIVEN_NAME) && !na_entry_in(entry, NA_LIST_NAME_PARTICLE)) ? *middle : 0;
}

/* ---- father and son --------------------------------------------------------------------- */

static int by_article(const void *a, const void *b)
{
    const na_namesake *const *x = a, *const *y = b;
    return (*x)->article < (*y)->article ? -1 : (*x)->article > (*y)->article;
}

/* Does one article tell two by it? */
static int suffixes_tell(na_arena *arena, na_namesake *list, size_t n)
{
    na_namesake **order = na_alloc(arena, (n + 1) * sizeof *order);
    for (size_t i = 0; i < n; i++)
        order[i] = &list[i];
    qsort(order, n, sizeof *order, by_article);
    for (size_t i = 1; i < n; i++)
        if (order[i]->article == order[i - 1]->article && order[i]->suffix != order[i - 1]->suffix)
            return 1;
    return 0;
}

/* ---- middle names -------------------------------------------------------------------------- */

static int class_of(char middle)
{
    return middle >= 'a' && middle <= 'z' ? middle - 'a' : -1;
}

/* Of counts[0 .. n) the one that outweighs all others together, or -1. */
static int main_one(const uint32_t *counts, int n)
{
    uint32_t all = 0;
    int best = 0;
    for (int i = 0; i < n; i++) {
        all += counts[i];
        if (counts[i] > counts[best])
            best = i;
    }
    return counts[best] >= OUTWEIGHS * (all - counts[best]) ? best : -1;
}

static void tell_by_middle(na_arena *arena, na_namesake *list, size_t n, size_t stories)
{
    int8_t *of_story = na_alloc(arena, stories + 1);        /* 1 + class; -1: several */
    uint32_t counts[26] = { 0 }, told = 0;
    int best, plain;
    for (size_t i = 0; i < n; i++) {
        int class = class_of(list[i].middle);
        int8_t *story = &of_story[list[i].story];
        if (class < 0 || list[i].label)
            continue;
        counts[class]++;
        told++;
        *story = (int8_t)(!*story || *story == class + 1 ? class + 1 : -1);
    }
    best = main_one(counts, 26);
    plain = best >= 0 || n >= (PREVAILS + 1) * (size_t)told;
    for (size_t i = 0; i < n; i++) {
        int class = class_of(list[i].middle) >= 0 ? class_of(list[i].middle) : of_story[list[i].story] - 1;
        if (list[i].label || (best >= 0 && class == best))
            continue;
        if (class >= 0) {
            char *label = na_alloc(arena, 2);
            *label = (char)('a' + class);
            list[i].label = label;
        } else {
            list[i].doubtful = (uint8_t)!plain;
        }
    }
}

/* ---- fields -------------------------------------------------------------------------------------- */

typedef struct fields {
    const char *name[MOST_FIELDS];
    size_t      count, apart;   /* apart: groups that tell any */
    uint32_t   *group;              /* of each story: those joined by a field or by who is named beside */
    int        *first;              /* of each group: 1 + index of its first field, or 0 */
} fields;

static int by_name(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static fields fields_told(const na_namesake *list, size_t n)
{
    fields f = { .count = 0 };
    for (size_t i = 0; i < n; i++) {
        size_t k = 0;
        while (list[i].field && k < f.count && strcmp(f.name[k], list[i].field))
            k++;
        if (list[i].field && k == f.count && k < MOST_FIELDS)
            f.name[f.count++] = list[i].field;
    }
    qsort(f.name, f.count, sizeof *f.name, by_name);
    return f;
}

static int by_key(const void *a, const void *b)
{
    const na_beside *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : x->story < y->story ? -1 : x->story > y->story;
}

static fields join_stories(na_arena *arena, const na_namesake *list, size_t n, size_t stories, na_beside *beside, size_t besides)
{
    fields f = fields_told(list, n);
    na_edge *edge = na_alloc(arena, (n + besides + 1) * sizeof *edge);
    size_t edges = 0;
    f.group = na_alloc(arena, (stories + f.count + 1) * sizeof *f.group);
    f.first = na_alloc(arena, (stories + f.count + 1) * sizeof *f.first);
    for (size_t i = 0; i < n; i++)          /* a field stands for all stories that tell it */
        for (size_t k = 0; list[i].field && k < f.count; k++)
            if (!strcmp(f.name[k], list[i].field))
                edge[edges++] = (na_edge){ list[i].story, (uint32_t)(stories + k), 1 };
    if (besides)
        qsort(beside, besides, sizeof *beside, by_key);
    for (size_t i = 1; i < besides; i++)
        if (!strcmp(beside[i].key, beside[i - 1].key) && beside[i].story != beside[i - 1].story)
            edge[edges++] = (na_edge){ beside[i - 1].story, beside[i].story, 1 };
    na_components(stories + f.count, edge, edges, f.group);
    for (size_t k = f.count; k; k--) {
        f.apart += !f.first[f.group[stories + k - 1]];
        f.first[f.group[stories + k - 1]] = (int)k;
    }
    return f;
}

static void tell_by_field(na_arena *arena, na_namesake *list, size_t n, size_t stories, na_beside *beside, size_t besides)
{
    fields f = join_stories(arena, list, n, stories, beside, besides);
    uint32_t counts[MOST_FIELDS] = { 0 };
    size_t told = 0;
    int best, plain;
    if (f.apart < 2)
        return;
    for (size_t i = 0; i < n; i++)
        if (f.first[f.group[list[i].story]]) {
            counts[f.first[f.group[list[i].story]] - 1]++;
            told++;
        }
    best = main_one(counts, (int)f.count);
    plain = best >= 0 || n >= (PREVAILS + 1) * told;
    for (size_t i = 0; i < n; i++) {
        int k = f.first[f.group[list[i].story]] - 1;
        if (list[i].label || (best >= 0 && k == best))
            continue;
        if (k >= 0)
            list[i].label = f.name[k];
        else
            list[i].doubtful = (uint8_t)!plain;
    }
}

/* ---- all of it ------------------------------------------------------------------------------------- */

static size_t count_stories(const na_namesake *list, size_t n)
{
    size_t stories = 0;
    for (size_t i = 0; i < n; i++)
        stories = list[i].story >= stories ? list[i].story + 1 : stories;
    return stories;
}

/* Gives those told by Jr. and the like their label.  Do the middle names of the others differ? */
static int label_suffixes(na_arena *arena, na_namesake *list, size_t n)
{
    uint32_t seen = 0;
    int suffixes = suffixes_tell(arena, list, n);
    for (size_t i = 0; i < n; i++) {
        list[i].label = suffixes ? list[i].suffix : NULL;
        list[i].doubtful = 0;
        if (!list[i].label && class_of(list[i].middle) >= 0)
            seen |= UINT32_C(1) << class_of(list[i].middle);
    }
    return (seen & (seen - 1)) != 0;
}

int na_asks_beside(na_arena *arena, na_namesake *list, size_t n)
{
    return !label_suffixes(arena, list, n) && join_stories(arena, list, n, count_stories(list, n), NULL, 0).apart > 1;
}

void na_tell_apart(na_arena *arena, na_namesake *list, size_t n, na_beside *beside, size_t besides)
{
    if (label_suffixes(arena, list, n))
        tell_by_middle(arena, list, n, count_stories(list, n));
    else
        tell_by_field(arena, list, n, count_stories(list, n), beside, besides);
}
