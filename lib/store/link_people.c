/* link_people.c - every naming of an article gets its entity.
 *
 * Full names, places and organizations are who their folded name says; bare
 * names are who the story says (lib/link/who.c).  An entity keeps count of its
 * spellings, so that its name can be the most usual one. */
#include "store/link_namesakes.h"
#include <stdlib.h>
#include <string.h>

typedef struct naming {
    int64_t     article, number, entity;        /* entity: now */
    int         bare;
    const char *kind, *name, *key, *family, *document, *merged;
} naming;

typedef struct folk {
    na_linking *l;
    na_arena   *arena;
    int64_t     story, lone;
    na_set      members;
    naming     *naming;  size_t namings, naming_room;
    na_person  *person;  size_t persons, person_room;
    const char *story_key;
    int         rc;
} folk;

/* Who a full name is, before the story tells who the bare ones are.  An acronym alone is a name too when somebody decided on it. */
static void identify(folk *f, const naming *n, na_person *p, const char *how)
{
    const char *why = p->body ? NULL : "full name", *own, *identity;
    const na_told *told = p->body ? NULL : na_namesake_at(f->l, n->article, n->number);
    if (p->bare && !p->body)
        return;
    own = told ? told->identity : p->body ? p->key : na_person_identity(f->arena, p);
    why = told ? told->why : why;
    identity = na_decided_identity(f->l->decided, n->document, n->kind, own, how && !strcmp(how, NA_DECIDED_WHO), &why);
    if (p->bare && !strcmp(identity, own))
        return;
    p->bare = 0;
    p->identity = identity;
    p->why = why;
}

static int load_article(folk *f, int64_t article, uint32_t place)
{
    newsarc *arc = f->l->arc;
    int touched = na_set_find(&f->l->touched, article) != SIZE_MAX, rc;
    const char *document = NULL;
    sqlite3_stmt *row = NA_QUERY(arc,
        "SELECT number, entity_id, kind, name, n.key, family, given, role, mentions, gender, bare, merged, how, a.key"
        " FROM naming n JOIN article a ON a.id = n.article_id WHERE article_id = :article AND (kind = 'person' OR :touched"
        " OR kind = 'organization' AND family IS NOT NULL)",
        na_int(article), na_int(touched));
    if (!row)
        return arc->failure;
    while ((rc = na_step(arc, row)) == 1) {
        naming *n = NA_PUSH(f->arena, f->naming, f->namings, f->naming_room);
        na_person *p;
        const char *gender;
        *n = (naming){ .article = article, .number = sqlite3_column_int64(row, 0), .entity = sqlite3_column_int64(row, 1) };
        n->kind = na_keep_word(f->arena, row, 2);
        n->name = na_keep_word(f->arena, row, 3);
        n->key = na_keep_word(f->arena, row, 4);
        n->family = na_keep(f->arena, row, 5);
        n->bare = sqlite3_column_int(row, 10) != 0;
        n->merged = na_keep(f->arena, row, 11);
        n->document = document = document ? document : na_keep_word(f->arena, row, 13);
        /* one row each, so that both arrays run together */
        p = NA_PUSH(f->arena, f->person, f->persons, f->person_room);
        gender = na_string(row, 9);
        *p = (na_person){ .article = place, .key = n->key, .family = n->family, .given = na_keep(f->arena, row, 6), .role = na_keep(f->arena, row, 7),
                          .mentions = (uint32_t)sqlite3_column_int64(row, 8), .gender = gender ? *gender : 0, .bare = sqlite3_column_int(row, 10) != 0 };
        p->body = strcmp(n->kind, "person") != 0;
        identify(f, n, p, na_string(row, 12));
    }
    na_done(arc, row);
    return rc;
}

/* ---- spellings --------------------------------------------------------------------- */

static int is_particle(const char *word, size_t n)
{
    uint32_t entry = na_phrase_entry(word, n);
    return word[n - 1] != '.' && entry && na_entry_in(entry, NA_LIST_NAME_PARTICLE);
}

/* The words of a name that are the family name: "O'Brien" of "Robert O'Brien", "de Ellin" of "Ann de Ellin",
 * "Ellin-Hale" for the "hale" of "Ann Ellin-Hale". */
static const char *family_word(na_arena *arena, const char *name, const char *family)
{
    const char *from = NULL;            /* the first of the particles that stand right before */
    for (const char *at = name; *at; ) {
        size_t n = strcspn(at, " ");
        const char *folded = na_fold_name(arena, at, n), *last = strrchr(folded, ' ');
        if (!strcmp(folded, family) || (last && !strcmp(last + 1, family)))
            return from && from > name ? na_copy(arena, from, (size_t)(at - from) + n) : na_copy(arena, at, n);
        from = !is_particle(at, n) ? NULL : from ? from : at;
        at += n + (at[n] != 0);
    }
    return NULL;
}

/* An acronym as it is printed. */
static const char *capitals(na_arena *arena, const char *word)
{
    char *out = na_copy(arena, word, strlen(word));
    for (char *c = out; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 32);
    return out;
}

static int spell(newsarc *arc, int64_t entity, const char *alias, const char *spelling, int whole, int by)
{
    int rc;
    if (by > 0)
        return NA_RUN(arc, "INSERT INTO alias(alias, entity_id, spelling, whole, uses) VALUES(:alias, :entity, :spelling, :whole, 1)"
                           " ON CONFLICT DO UPDATE SET uses = uses + 1, whole = max(whole, excluded.whole)",
                      na_text(alias), na_int(entity), na_text(spelling), na_int(whole));
    rc = NA_RUN(arc, "UPDATE alias SET uses = uses - 1 WHERE alias = :alias AND entity_id = :entity AND spelling = :spelling",
                na_text(alias), na_int(entity), na_text(spelling));
    return rc < 0 ? rc : NA_RUN(arc, "DELETE FROM alias WHERE alias = :alias AND entity_id = :entity AND spelling = :spelling AND uses <= 0",
                                na_text(alias), na_int(entity), na_text(spelling));
}

/* Counts a naming's spellings in or out. */
static int count_spellings(newsarc *arc, na_arena *arena, const naming *n, int64_t entity, int by)
{
    const char *word = n->family ? family_word(arena, n->name, n->family) : NULL;
    const char *alias = word ? na_fold_name(arena, word, strlen(word)) : n->family;
    int rc = spell(arc, entity, n->key, n->name, !n->bare, by);
    if (rc >= 0 && alias && strcmp(alias, n->key))
        rc = spell(arc, entity, alias, word ? word : capitals(arena, alias), 0, by);
    return rc;
}

typedef struct leaving { newsarc *arc; int64_t article; na_arena arena; int rc; } leaving;

static void unname(void *state)
{
    leaving *w = state;
    sqlite3_stmt *row = NA_QUERY(w->arc, "SELECT entity_id, name, key, family, bare FROM naming WHERE article_id = :article AND entity_id IS NOT NULL", na_int(w->article));
    w->rc = row ? 0 : w->arc->failure;
    while (row && (w->rc = na_step(w->arc, row)) == 1) {
        naming n = { .name = na_keep_word(&w->arena, row, 1), .key = na_keep_word(&w->arena, row, 2), .family = na_keep(&w->arena, row, 3), .bare = sqlite3_column_int(row, 4) != 0 };
        if ((w->rc = count_spellings(w->arc, &w->arena, &n, sqlite3_column_int64(row, 0), -1)) < 0)
            break;
    }
    na_done(w->arc, row);
}

int na_unname(newsarc *arc, int64_t article)
{
    leaving w = { .arc = arc, .article = article };
    if (na_guard(&w.arena, unname, &w))
        w.rc = na_fail(arc, NEWSARC_NOMEM, "memory ran out");
    na_arena_free(&w.arena);
    return w.rc < 0 ? w.rc : 0;
}

/* ---- entities --------------------------------------------------------------------------- */

static int64_t entity_of(folk *f, const char *identity, const char *kind, const char *name)
{
    newsarc *arc = f->l->arc;
    int64_t id = 0;
    f->rc = NA_FIND(arc, &id, "SELECT id FROM entity WHERE key = :key AND kind = :kind", na_text(identity), na_text(kind));
    if (f->rc != 0)
        return id;
    if ((f->rc = NA_RUN(arc, "INSERT INTO entity(kind, key, name) VALUES(:kind, :key, :name)", na_text(kind), na_text(identity), na_text(name))) < 0)
        return 0;
    return sqlite3_last_insert_rowid(arc->db);
}

static int same(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static void assign(folk *f, size_t i)
{
    const naming *n = &f->naming[i];
    const na_person *p = &f->person[i];
    int64_t entity = entity_of(f, p->identity, n->kind, n->name);
    if (f->rc < 0 || (entity == n->entity && same(p->why, n->merged)))
        return;
    if (entity == n->entity) {
        f->rc = NA_RUN(f->l->arc, "UPDATE naming SET merged = :why WHERE article_id = :article AND number = :number",
                       na_text(p->why), na_int(n->article), na_int(n->number));
        return;
    }
    if (n->entity) {
        f->rc = count_spellings(f->l->arc, f->arena, n, n->entity, -1);
        na_set_put(&f->l->entities, n->entity);
    }
    na_set_put(&f->l->entities, entity);
    if (f->rc >= 0)
        f->rc = count_spellings(f->l->arc, f->arena, n, entity, 1);
    if (f->rc >= 0)
        f->rc = NA_RUN(f->l->arc, "UPDATE naming SET entity_id = :entity, merged = :why WHERE article_id = :article AND number = :number",
                       na_int(entity), na_text(p->why), na_int(n->article), na_int(n->number));
    if (!p->body)
        na_set_put(&f->l->renamed, n->article);
}

static void name_folk(void *state)
{
    folk *f = state;
    f->members.arena = f->arena;
    if ((f->rc = na_story_members(f->l, f->arena, f->story, f->lone, &f->members)) < 0)
        return;
    for (size_t i = 0; i < f->members.count && f->rc >= 0; i++)
        f->rc = load_article(f, f->members.id[i], (uint32_t)i);
    if (f->rc >= 0 && f->members.count) {
        sqlite3_stmt *row = NA_QUERY(f->l->arc, "SELECT key FROM article WHERE id = :article", na_int(f->members.id[0]));
        f->rc = row ? na_step(f->l->arc, row) : f->l->arc->failure;
        f->story_key = f->rc == 1 ? na_keep_word(f->arena, row, 0) : "";
        na_done(f->l->arc, row);
    }
    if (f->rc < 0)
        return;
    na_name_people(f->arena, f->person, f->persons, f->story_key);
    for (size_t i = 0; i < f->namings && f->rc >= 0; i++)
        assign(f, i);
}

/* "Ann Lee (arts)", whom nothing but the field tells from another Ann Lee; NULL: her own words do. */
static const char *name_with_field(na_linking *l, const char *key, const char *name)
{
    const char *open = strstr(key, " (");
    size_t n = strlen(name), m = open ? strlen(open) : 0;
    char *out;
    if (m < sizeof " (iii)" || strchr(name, '('))
        return NULL;            /* Jr. and initials stand in the name */
    out = na_alloc(&l->arena, n + m + 1);
    memcpy(out, name, n);
    memcpy(out + n, open, m + 1);
    return out;
}

/* The name that a person decided, or that tells it from its namesakes, which it is then also found by; NULL: none. */
static int entitle(na_linking *l, int64_t entity)
{
    newsarc *arc = l->arc;
    const char *name = NULL;
    int rc;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT kind, key, name FROM entity WHERE id = :entity", na_int(entity));
    if (!row)
        return arc->failure;
    if ((rc = na_step(arc, row)) == 1) {
        const char *kind = na_keep(&l->arena, row, 0), *key = na_keep(&l->arena, row, 1);
        if (!(name = na_decided_name(l->decided, kind, key)) && *kind == 'p' && !na_decided_about(l->decided, kind, key))
            name = name_with_field(l, key, na_keep(&l->arena, row, 2));
    }
    na_done(arc, row);
    if (rc < 0 || !name)
        return rc;
    rc = NA_RUN(arc, "UPDATE entity SET name = :name WHERE id = :entity", na_text(name), na_int(entity));
    return rc < 0 ? rc : NA_RUN(arc, "INSERT OR IGNORE INTO alias(alias, entity_id, spelling, whole, uses) VALUES(:alias, :entity, :name, 1, 0)",
                                na_text(na_fold_name(&l->arena, name, strlen(name))), na_int(entity), na_text(name));
}

typedef struct settling { na_linking *l; int64_t entity; int rc; } settling;

/* The most used of its whole spellings, then the longest, then the first by alphabet; NULL: nobody is called so
 * any more, or *rc tells why.  Names that a person decided once are taken out, to be put in again if they still hold. */
static const char *usual_spelling(settling *s)
{
    newsarc *arc = s->l->arc;
    const char *best = NULL, *spelling;
    int64_t most[3] = { 0, 0, 0 };
    int decided = 0;
    sqlite3_stmt *row = NA_QUERY(arc, "SELECT spelling, whole, uses, length(spelling) FROM alias WHERE entity_id = :entity", na_int(s->entity));
    s->rc = row ? 0 : arc->failure;
    while (row && (s->rc = na_step(arc, row)) == 1) {
        int64_t here[3] = { sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2), sqlite3_column_int64(row, 3) };
        int k = 0;
        spelling = na_word(row, 0);
        decided |= !here[1];
        while (k < 3 && here[k] == most[k])
            k++;
        if (!here[1] || (best && (k < 3 ? here[k] < most[k] : strcmp(spelling, best) >= 0)))
            continue;
        best = na_keep_word(&s->l->inner, row, 0);
        memcpy(most, here, sizeof most);
    }
    na_done(arc, row);
    if (s->rc >= 0 && decided)
        s->rc = NA_RUN(arc, "DELETE FROM alias WHERE entity_id = :entity AND uses = 0", na_int(s->entity));
    return best;
}

typedef struct value { const char *text; int64_t number; } value;
typedef struct values { value *at; size_t count, room; } values;

static int by_value(const void *a, const void *b)
{
    const value *x = a, *y = b;
    return x->number != y->number ? (x->number > y->number) - (x->number < y->number) : strcmp(x->text, y->text);
}

/* What most of them are, of equals the first. */
static value most_used(values *v)
{
    value best = { NULL, 0 };
    size_t most = 0;
    if (v->count)
        qsort(v->at, v->count, sizeof *v->at, by_value);
    for (size_t i = 0, end; i < v->count; i = end) {
        for (end = i + 1; end < v->count && !by_value(&v->at[i], &v->at[end]); )
            end++;
        if (end - i > most) {
            most = end - i;
            best = v->at[i];
        }
    }
    return best;
}

/* Its name is the most usual one, unless a person decided another; its office and ids the most used too. */
static void settle(void *state)
{
    settling *s = state;
    newsarc *arc = s->l->arc;
    na_arena *arena = &s->l->inner;
    values role = {0}, geonames = {0}, wikidata = {0};
    const char *name = usual_spelling(s);
    sqlite3_stmt *row;
    if (s->rc < 0 || !name)             /* quotations let go of it later */
        return;
    row = NA_QUERY(arc, "SELECT n.role, n.geonames, n.wikidata FROM entity e JOIN naming n ON n.entity_id = e.id"
                        " WHERE e.id = :entity AND e.kind IN ('person', 'place')", na_int(s->entity));
    s->rc = row ? 0 : arc->failure;
    while (row && (s->rc = na_step(arc, row)) == 1) {
        const char *told[] = { na_keep(arena, row, 0), na_keep(arena, row, 2) };
        if (told[0])
            *NA_PUSH(arena, role.at, role.count, role.room) = (value){ told[0], 0 };
        if (sqlite3_column_type(row, 1) != SQLITE_NULL)
            *NA_PUSH(arena, geonames.at, geonames.count, geonames.room) = (value){ "", sqlite3_column_int64(row, 1) };
        if (told[1])
            *NA_PUSH(arena, wikidata.at, wikidata.count, wikidata.room) = (value){ told[1], 0 };
    }
    na_done(arc, row);
    if (s->rc >= 0)
        s->rc = NA_RUN(arc, "UPDATE entity SET name = :name, role = :role, geonames = :geonames, wikidata = :wikidata WHERE id = :entity",
                       na_text(name), na_text(most_used(&role).text), na_id(most_used(&geonames).number), na_text(most_used(&wikidata).text), na_int(s->entity));
    if (s->rc >= 0)
        s->rc = entitle(s->l, s->entity);
}

static int settle_one(na_linking *l, int64_t entity)
{
    settling s = { l, entity, 0 };
    if (na_guard(&l->inner, settle, &s))
        s.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return s.rc;
}

static int name_one(na_linking *l, int64_t story, int64_t lone)
{
    folk f = { .l = l, .arena = &l->inner, .story = story, .lone = lone };
    if (na_guard(&l->inner, name_folk, &f))
        f.rc = na_fail(l->arc, NEWSARC_NOMEM, "memory ran out while linking");
    na_arena_reset(&l->inner);
    return f.rc;
}

/* An article of no story; with `whole`, else, its story, unless that was named. */
static int name_lone(na_linking *l, int64_t article, int whole)
{
    int64_t story = 0;
    int rc = NA_FIND(l->arc, &story, "SELECT story_id FROM article WHERE id = :article", na_int(article));
    if (rc < 0)
        return rc;
    if (!story)
        return name_one(l, 0, article);
    if (!whole || na_set_find(&l->stories, story) != SIZE_MAX)
        return 0;
    na_set_put(&l->stories, story);
    return name_one(l, story, 0);
}

int na_link_people(na_linking *l)
{
    int rc = (l->decided = na_load_decided(l->arc, &l->arena)) ? na_find_namesakes(l) : l->arc->failure;
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++)
        rc = name_one(l, l->stories.id[i], 0);
    for (size_t i = 0; i < l->regrouped.count && rc >= 0; i++)
        rc = name_lone(l, l->regrouped.id[i], 0);
    for (size_t i = 0; i < l->renaming.count && rc >= 0; i++)
        if (na_set_find(&l->regrouped, l->renaming.id[i]) == SIZE_MAX)
            rc = name_lone(l, l->renaming.id[i], 1);
    for (size_t i = 0; i < l->entities.count && rc >= 0; i++) {
        rc = settle_one(l, l->entities.id[i]);
        if (rc >= 0 && i % 64 == 0)
            rc = na_progress(l->arc, "naming", (int64_t)i, (int64_t)l->entities.count);
    }
    return rc < 0 ? rc : 0;
}
