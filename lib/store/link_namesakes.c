/* link_namesakes.c - full names that are two people's, found before anybody gets an entity.
 *
 * Only a name whose bearers could differ is looked at whole: one of whom a
 * fresh article tells an office, a middle name or Jr., or of whose bearers some
 * were told apart before.  Then all articles that have the name are compared
 * (lib/link/namesakes.c), and the stories of those who are another one now are
 * named again. */
#include "store/link_namesakes.h"
#include <stdlib.h>
#include <string.h>

typedef struct bearer {
    const char *identity;
    int64_t     article, number;
    const char *key;            /* of the naming */
    const char *known_as, *known_why;   /* the key of its entity until now, and why; or NULL */
    na_namesake is;
} bearer;

typedef struct search {
    na_linking *l;
    na_arena   *arena;
    bearer     *fresh;  size_t count, room;         /* in articles that are named again anyway */
    const char **apart; size_t aparts, apart_room;  /* identities of which some are told apart */
    int         rc;
} search;

static int by_identity(const void *a, const void *b)
{
    const bearer *x = a, *y = b;
    int order = strcmp(x->identity, y->identity);
    if (order)
        return order;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

static int by_words(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

/* number, key, family, given, role */
static bearer take(search *s, sqlite3_stmt *row, int64_t article)
{
    bearer b = { .article = article, .number = sqlite3_column_int64(row, 0), .key = na_keep(s->arena, row, 1) };
    na_person p = { .key = b.key, .family = na_keep(s->arena, row, 2), .given = na_keep(s->arena, row, 3) };
    b.identity = na_person_identity(s->arena, &p);
    b.is.suffix = na_suffix_of_name(b.key);
    b.is.middle = na_middle_of_name(b.key, p.given, p.family);
    b.is.field = na_field_of_role((const char *)sqlite3_column_text(row, 4));
    return b;
}

static int tells(const bearer *b)
{
    return b->is.suffix || b->is.middle || b->is.field;
}

static int is_apart(const search *s, const char *identity)
{
    return s->aparts && bsearch(&identity, s->apart, s->aparts, sizeof *s->apart, by_words) != NULL;
}

/* Those named in full in an article: who tells something of himself, or, with `names`, everybody who is called so. */
static int take_article(search *s, int64_t article, int all)
{
    sqlite3_stmt *row = NA_QUERY(s->l->arc, "SELECT number, key, family, given, role FROM naming WHERE article_id = :article AND kind = 'person' AND NOT bare"
                                 " AND (:all OR role IS NOT NULL OR key GLOB '* * *')", na_int(article), na_int(all));
    int rc;
    if (!row)
        return s->l->arc->failure;
    while ((rc = na_step(s->l->arc, row)) == 1) {
        bearer b = take(s, row, article);
        if (all ? is_apart(s, b.identity) : tells(&b))
            *NA_PUSH(s->arena, s->fresh, s->count, s->room) = b;
    }
    na_done(s->l->arc, row);
    return rc;
}

static int take_fresh(search *s, int all)
{
    const na_set *from[] = { &s->l->touched, &s->l->regrouped };
    int rc = 0;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < from[k]->count && rc >= 0; i++)
            if (!k || na_set_find(from[0], from[k]->id[i]) == SIZE_MAX)
                rc = take_article(s, from[k]->id[i], all);
    return rc;
}

/* ---- which names are looked at ------------------------------------------------------------- */

static void put_apart(search *s, const char *identity)
{
    *NA_PUSH(s->arena, s->apart, s->aparts, s->apart_room) = identity;
}

static void sort_apart(search *s)
{
    size_t kept = 0;
    if (s->aparts)
        qsort(s->apart, s->aparts, sizeof *s->apart, by_words);
    for (size_t i = 0; i < s->aparts; i++)
        if (!kept || strcmp(s->apart[kept - 1], s->apart[i]))
            s->apart[kept++] = s->apart[i];
    s->aparts = kept;
}

/* Names of which some were told apart until now. */
static int take_told(search *s)
{
    sqlite3_stmt *row = na_query(s->l->arc, "SELECT key FROM entity INDEXED BY entity_told_apart WHERE kind = 'person' AND key GLOB '*)'"
                                   " /* scan: those told apart alone */", NULL, 0);
    int rc;
    if (!row)
        return s->l->arc->failure;
    while ((rc = na_step(s->l->arc, row)) == 1) {
        const char *key = na_keep(s->arena, row, 0), *open = strstr(key, " (");
        if (open)
            put_apart(s, na_copy(s->arena, key, (size_t)(open - key)));
    }
    na_done(s->l->arc, row);
    return rc;
}

typedef struct told { const char *field; char middle; int differ; } told;

/* A suffix alone is worth a look. */
static void hear(told *t, const char *suffix, char middle, const char *field)
{
    t->differ |= suffix || (middle && t->middle && middle != t->middle) || (field && t->field && strcmp(field, t->field));
    t->middle = middle ? middle : t->middle;
    t->field = field ? field : t->field;
}

/* What the archive has of this name, which is one person's until now. */
static int hear_known(search *s, told *t, const char *identity)
{
    const char *family = strrchr(identity, ' ') ? strrchr(identity, ' ') + 1 : NULL, *given = family ? na_copy(s->arena, identity, (size_t)(family - identity) - 1) : NULL;
    int64_t entity = 0;
    sqlite3_stmt *row;
    int rc = NA_FIND(s->l->arc, &entity, "SELECT id FROM entity WHERE key = :key AND kind = 'person'", na_text(identity));
    if (rc < 0 || !entity)
        return rc;
    if (!(row = NA_QUERY(s->l->arc, "SELECT DISTINCT role FROM naming WHERE entity_id = :entity AND role IS NOT NULL", na_int(entity))))
        return s->l->arc->failure;
    while ((rc = na_step(s->l->arc, row)) == 1)
        hear(t, NULL, 0, na_field_of_role(na_keep(s->arena, row, 0)));
    na_done(s->l->arc, row);
    if (rc < 0 || !(row = NA_QUERY(s->l->arc, "SELECT alias FROM alias WHERE entity_id = :entity AND whole", na_int(entity))))
        return rc < 0 ? rc : s->l->arc->failure;
    while ((rc = na_step(s->l->arc, row)) == 1) {
        const char *alias = na_keep(s->arena, row, 0);
        hear(t, na_suffix_of_name(alias), na_middle_of_name(alias, given, family), NULL);
    }
    na_done(s->l->arc, row);
    return rc;
}

/* Does what these tell differ, among them or from what the archive has? */
static int may_differ(search *s, const bearer *list, size_t n)
{
    told t = { .field = NULL };
    int rc = 0;
    for (size_t i = 0; i < n; i++)
        hear(&t, list[i].is.suffix, list[i].is.middle, list[i].is.field);
    if (!t.differ)
        rc = hear_known(s, &t, list->identity);
    return rc < 0 ? rc : t.differ;
}

static int find_differing(search *s)
{
    int rc = 0;
    if (s->count)
        qsort(s->fresh, s->count, sizeof *s->fresh, by_identity);
    for (size_t from = 0, to; from < s->count && rc >= 0; from = to) {
        for (to = from + 1; to < s->count && !strcmp(s->fresh[to].identity, s->fresh[from].identity); )
            to++;
        if (!is_apart(s, s->fresh[from].identity) && (rc = may_differ(s, s->fresh + from, to - from)) > 0)
            put_apart(s, s->fresh[from].identity);
    }
    return rc;
}

/* ---- one name, whole ---------------------------------------------------------------------------- */

typedef struct name { bearer *bearer; size_t count, room; na_beside *beside; size_t besides, beside_room; } name;

/* All that the archive has under this name, told apart or not. */
static int take_known(search *s, const char *identity, name *all)
{
    sqlite3_stmt *row = NA_QUERY(s->l->arc, "SELECT n.number, n.key, n.family, n.given, n.role, n.article_id, e.key, n.merged FROM entity e JOIN naming n ON n.entity_id = e.id"
                                 " WHERE e.kind = 'person' AND (e.key = :key OR e.key > :key || ' (' AND e.key < :key || ' )') AND NOT n.bare", na_text(identity));
    int rc;
    if (!row)
        return s->l->arc->failure;
    while ((rc = na_step(s->l->arc, row)) == 1) {
        bearer b = take(s, row, sqlite3_column_int64(row, 5));
        b.known_as = na_keep(s->arena, row, 6);
        b.known_why = na_keep(s->arena, row, 7);
        if (!strcmp(b.identity, identity))
            *NA_PUSH(s->arena, all->bearer, all->count, all->room) = b;
    }
    na_done(s->l->arc, row);
    return rc;
}

/* Sorted, each once. */
static void keep_once(name *all)
{
    size_t kept = 0;
    qsort(all->bearer, all->count, sizeof *all->bearer, by_identity);
    for (size_t i = 0; i < all->count; i++) {
        bearer *last = kept ? &all->bearer[kept - 1] : NULL;
        if (last && last->article == all->bearer[i].article && last->number == all->bearer[i].number)
            continue;           /* it is named again anyway */
        else
            all->bearer[kept++] = all->bearer[i];
    }
    all->count = kept;
}

static int find_beside(search *s, name *all, const bearer *b)
{
    sqlite3_stmt *row = NA_QUERY(s->l->arc, "SELECT key FROM naming WHERE article_id = :article AND kind = 'person' AND NOT bare AND number <> :number",
                                 na_int(b->article), na_int(b->number));
    int rc;
    if (!row)
        return s->l->arc->failure;
    while ((rc = na_step(s->l->arc, row)) == 1)
        *NA_PUSH(s->arena, all->beside, all->besides, all->beside_room) = (na_beside){ b->is.story, na_keep(s->arena, row, 0) };
    na_done(s->l->arc, row);
    return rc;
}

static int find_stories(search *s, name *all)
{
    na_set stories = { .arena = s->arena };
    int rc = 0;
    for (size_t i = 0; i < all->count && rc >= 0; i++) {
        bearer *b = &all->bearer[i];
        int64_t story = 0;
        rc = NA_FIND(s->l->arc, &story, "SELECT coalesce(story_id, -id) FROM article WHERE id = :article", na_int(b->article));
        b->is.story = (uint32_t)na_set_put(&stories, story);
        b->is.article = i && all->bearer[i - 1].article == b->article ? all->bearer[i - 1].is.article : (uint32_t)i;
    }
    return rc;
}

static const char *identity_of(search *s, const bearer *b)
{
    size_t n = strlen(b->identity), m = b->is.label ? strlen(b->is.label) : 0;
    char *out;
    if (!b->is.label)
        return b->identity;
    out = na_alloc(s->arena, n + m + 4);
    memcpy(out, b->identity, n);
    memcpy(out + n, " (", 2);
    memcpy(out + n + 2, b->is.label, m);
    out[n + m + 2] = ')';
    return out;
}

static int same(const char *a, const char *b)
{
    return a && b && !strcmp(a, b);
}

static void keep(search *s, const bearer *b)
{
    na_linking *l = s->l;
    const char *identity = identity_of(s, b), *why = b->is.label ? NA_WHY_APART : b->is.doubtful ? NA_WHY_NAMESAKE : NULL;
    if (why)
        *NA_PUSH(&l->arena, l->namesake, l->namesakes, l->namesake_room) = (na_told){
            b->article, b->number, na_copy(&l->arena, identity, strlen(identity)), why };
    if (!same(b->known_as, identity) || (why ? !same(b->known_why, why) : same(b->known_why, NA_WHY_APART) || same(b->known_why, NA_WHY_NAMESAKE)))
        na_set_put(&l->renaming, b->article);
}

/* Who of them is who. */
static int tell_bearers(search *s, name *all)
{
    na_namesake *list = na_alloc(s->arena, all->count * sizeof *list);
    int rc = 0;
    for (size_t i = 0; i < all->count; i++)
        list[i] = all->bearer[i].is;
    if (na_asks_beside(s->arena, list, all->count))         /* of well-known names that is most of the work */
        for (size_t i = 0; i < all->count && rc >= 0; i++)
            rc = find_beside(s, all, &all->bearer[i]);
    if (rc < 0)
        return rc;
    na_tell_apart(s->arena, list, all->count, all->beside, all->besides);
    for (size_t i = 0; i < all->count; i++) {
        all->bearer[i].is = list[i];
        keep(s, &all->bearer[i]);
    }
    return 0;
}

/* `fresh`: n of that name, those without an article tell nothing. */
static int tell_name(search *s, const bearer *fresh, size_t n)
{
    const char *identity = fresh->identity;
    name all = { .bearer = NULL };
    int rc;
    if (na_decided_about(s->l->decided, "person", identity))
        return 0;               /* people know better */
    if ((rc = take_known(s, identity, &all)) < 0)
        return rc;
    for (size_t i = 0; i < n; i++)
        if (fresh[i].article)
            *NA_PUSH(s->arena, all.bearer, all.count, all.room) = fresh[i];
    if (!all.count)
        return 0;
    keep_once(&all);
    rc = find_stories(s, &all);
    return rc < 0 ? rc : tell_bearers(s, &all);
}

/* ---- all names ---------------------------------------------------------------------------------------- */

static int by_naming(const void *a, const void *b)
{
    const na_told *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return x->number < y->number ? -1 : x->number > y->number;
}

/* Names of which some were told apart, and one left. */
static int take_left(search *s)
{
    int rc = 0;
    for (size_t i = 0; i < s->l->entities.count && rc >= 0; i++) {
        sqlite3_stmt *row = NA_QUERY(s->l->arc, "SELECT key FROM entity WHERE id = :entity AND kind = 'person'", na_int(s->l->entities.id[i]));
        if (!row)
            return s->l->arc->failure;
        if ((rc = na_step(s->l->arc, row)) == 1) {
            const char *key = na_keep(s->arena, row, 0), *open = strstr(key, " (");
            const char *identity = open ? na_copy(s->arena, key, (size_t)(open - key)) : key;
            if (is_apart(s, identity))
                *NA_PUSH(s->arena, s->fresh, s->count, s->room) = (bearer){ .identity = identity };
        }
        na_done(s->l->arc, row);
    }
    return rc;
}

static void find(void *state)
{
    search *s = state;
    if ((s->rc = take_told(s)) < 0)
        return;
    sort_apart(s);
    if ((s->rc = take_fresh(s, 0)) < 0 || (s->rc = find_differing(s)) < 0)
        return;
    sort_apart(s);
    s->count = 0;
    if (!s->aparts || (s->rc = take_fresh(s, 1)) < 0 || (s->rc = take_left(s)) < 0)
        return;
    if (s->count)
        qsort(s->fresh, s->count, sizeof *s->fresh, by_identity);
    for (size_t from = 0, to; from < s->count && s->rc >= 0; from = to) {
        for (to = from + 1; to < s->count && !strcmp(s->fresh[to].identity, s->fresh[from].identity); )
            to++;
        s->rc = tell_name(s, s->fresh + from, to - from);
    }
    if (s->l->namesakes)
        qsort(s->l->namesake, s->l->namesakes, sizeof *s->l->namesake, by_naming);
}

int na_find_namesakes(na_linking *l)
{
    search s = { .l = l, .arena = &l->inner };
    if (na_guard(&l->inner, find, &s))
        s.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return s.rc < 0 ? s.rc : 0;
}

const na_told *na_namesake_at(const na_linking *l, int64_t article, int64_t number)
{
    na_told key = { .article = article, .number = number };
    return l->namesakes ? bsearch(&key, l->namesake, l->namesakes, sizeof key, by_naming) : NULL;
}
