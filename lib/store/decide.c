/* decide.c - a decision is looked over, kept, and followed; or taken back.
 *
 * What it speaks of is found in the archive as it is now and kept as content:
 * an identity (see decide.h) or a place of a document.  Following it means
 * that commit links again whoever it touches, and that an article whose
 * reading it changes is read again. */
#include "store/decide.h"
#include <string.h>

/* One decision on its way, all in its arena. */
typedef struct deciding {
    newsarc    *arc;
    na_arena    arena;
    const newsarc_decision *given;
    na_decided *held;               /* those that hold already */
    const char *verb, *kind, *name, *to;
    const char *key, *to_key;       /* identities; of a name that is none: folded alone */
    const char *document, *words;   /* the article's key and the words at its place */
    int64_t     article, at, length, id;
    int         rc;
} deciding;

/* What each verb takes, by letters: k kind, n name, t to, a article, p place; capital: must be there. */
static const struct form { const char *verb, *fields; } form[] = {
    { "merge", "KNT" }, { "split", "KNAt" }, { "rename", "KNT" }, { "hide", "KN" }, { "hide", "AP" }, { "assert", "KAPT" },
};

/* ---- what is asked for --------------------------------------------------------------- */

static int takes(const char *fields, char letter, int there)
{
    return strchr(fields, letter) ? there : strchr(fields, letter + ('a' - 'A')) != NULL || !there;
}

static int fits(const deciding *d, const struct form *f)
{
    const newsarc_decision *g = d->given;
    if (strcmp(f->verb, d->verb) || !takes(f->fields, 'K', d->kind != NULL) || !takes(f->fields, 'N', d->name != NULL) ||
        !takes(f->fields, 'T', d->to != NULL) || !takes(f->fields, 'A', g->article != 0))
        return 0;
    return strchr(f->fields, 'P') || (!g->at && !g->length);
}

static const char *said(na_arena *arena, const char *string)
{
    size_t n, repaired;
    return string && *string ? na_decode(arena, string, strlen(string), &n, &repaired) : NULL;
}

static int look_over(deciding *d)
{
    int known = 0;
    d->verb = said(&d->arena, d->given->verb);
    d->kind = said(&d->arena, d->given->kind);
    d->name = said(&d->arena, d->given->name);
    d->to = said(&d->arena, d->given->to);
    if (!d->verb)
        return na_fail(d->arc, NEWSARC_BADARG, "decision.verb is empty: give merge, split, rename, hide or assert");
    for (int i = NA_PERSON; d->kind && i <= NA_OTHER; i++)
        known |= !strcmp(d->kind, na_kind_word[i]);
    if (d->kind && !known)
        return na_fail(d->arc, NEWSARC_BADARG, "decision.kind is “%.40s”: give person, organization, place or other", d->kind);
    known = 0;
    for (size_t i = 0; i < sizeof form / sizeof *form; i++) {
        if (fits(d, &form[i]))
            return NEWSARC_OK;
        known |= !strcmp(form[i].verb, d->verb);
    }
    if (!known)
        return na_fail(d->arc, NEWSARC_BADARG, "decision.verb is “%.40s”: give merge, split, rename, hide or assert", d->verb);
    return na_fail(d->arc, NEWSARC_BADARG, "%s lacks a field or has one too many: see the table of verbs in newsarc.h", d->verb);
}

#define ARTICLE_OF "SELECT id FROM article WHERE key = :document"
#define NAMES_SO "SELECT DISTINCT n.article_id FROM alias s JOIN naming n ON n.entity_id = s.entity_id" \
    " WHERE s.alias = :key AND n.kind = :kind AND n.key = :key ORDER BY 1"

/* ---- whom it speaks of ------------------------------------------------------------------ */

static const char *text_of(deciding *d, const char *sql, const na_value *value, size_t n)
{
    const char *found = NULL;
    sqlite3_stmt *row = na_query(d->arc, sql, value, n);
    d->rc = row ? na_step(d->arc, row) : d->arc->failure;
    if (d->rc > 0)
        found = na_keep(&d->arena, row, 0);
    na_done(d->arc, row);
    return found;
}

/* The first by alphabet of what those are that some article names in full so. */
static const char *identity_of_namings(deciding *d, const char *key)
{
    const char *first = NULL;
    sqlite3_stmt *row = NA_QUERY(d->arc,
        "SELECT DISTINCT n.family, n.given FROM alias s JOIN naming n ON n.entity_id = s.entity_id"
        " WHERE s.alias = :key AND n.kind = :kind AND n.key = :key AND NOT (n.kind = 'person' AND n.bare)", na_text(key), na_text(d->kind));
    d->rc = row ? 0 : d->arc->failure;
    while (row && (d->rc = na_step(d->arc, row)) == 1) {
        na_person p = { .key = key, .family = na_keep(&d->arena, row, 0), .given = na_keep(&d->arena, row, 1) };
        const char *identity = na_person_identity(&d->arena, &p);
        if (!first || strcmp(identity, first) < 0)
            first = identity;
    }
    na_done(d->arc, row);
    return first;
}

/* "Ann Lee (the painter)", once a split has told her apart. */
static const char *identity_of_split(deciding *d, const char *name)
{
    const char *open = strstr(name, " ("), *identity;
    na_buffer b = {0};
    char *apart;
    if (!open || name[strlen(name) - 1] != ')' || !(identity = identity_of_namings(d, na_fold_name(&d->arena, name, (size_t)(open - name)))))
        return NULL;
    na_adds(&b, identity);
    na_adds(&b, open);
    apart = b.failed ? NULL : na_copy(&d->arena, b.bytes, b.n);
    na_buffer_free(&b);
    return !apart ? NULL : text_of(d, "SELECT " NA_DETAIL("to_key") " FROM decision WHERE verb = 'split' AND " NA_DETAIL("kind") " = :kind AND "
                                      NA_DETAIL("to_key") " = :apart /* scan: all that people decided */", NA_VALUES(na_text(d->kind), na_text(apart)));
}

static const char *identity_of(deciding *d, const char *name)
{
    const char *key = na_fold_name(&d->arena, name, strlen(name)), *identity = identity_of_split(d, name);
    if (!identity && d->rc >= 0)
        identity = identity_of_namings(d, key);
    if (!identity && d->rc >= 0)        /* "Ann Lee (arts)", whom linking told apart */
        identity = text_of(d, "SELECT e.key FROM alias a JOIN entity e ON e.id = a.entity_id WHERE a.alias = :key AND e.kind = :kind AND e.key GLOB '*)' ORDER BY 1 LIMIT 1",
                           NA_VALUES(na_text(key), na_text(d->kind)));
    if (!identity && d->rc >= 0)        /* the name that a rename gave */
        identity = text_of(d, "SELECT " NA_DETAIL("key") " FROM decision WHERE verb = 'rename' AND " NA_DETAIL("kind") " = :kind AND "
                              NA_DETAIL("to_key") " = :key ORDER BY 1 LIMIT 1 /* scan: all that people decided */", NA_VALUES(na_text(d->kind), na_text(key)));
    if (!identity && d->rc >= 0)
        d->rc = na_fail(d->arc, NEWSARC_NOTFOUND, "no article names a %s “%.80s” in full", d->kind, name);
    return identity;
}

/* A name that is none: spelled so, whoever that is. */
static const char *name_of(deciding *d)
{
    const char *key = na_fold_name(&d->arena, d->name, strlen(d->name));
    int64_t article;
    d->rc = NA_FIND(d->arc, &article, NAMES_SO, na_text(key), na_text(d->kind));
    if (!d->rc)
        d->rc = na_fail(d->arc, NEWSARC_NOTFOUND, "no article takes “%.80s” for the name of a %s", d->name, d->kind);
    return key;
}

static void find_place(deciding *d)
{
    sqlite3_stmt *row = NA_QUERY(d->arc,
        "SELECT m.length, CAST(substr(CAST(t.text AS BLOB), m.at + 1, m.length) AS TEXT) FROM mention m JOIN document t ON t.id = m.article_id"
        " WHERE m.article_id = :article AND m.at = :at", na_int(d->article), na_int(d->given->at));
    d->rc = row ? na_step(d->arc, row) : d->arc->failure;
    d->at = d->given->at;
    if (d->rc > 0) {
        d->length = sqlite3_column_int64(row, 0);
        d->words = na_keep(&d->arena, row, 1);
    }
    na_done(d->arc, row);
    if (d->rc == 0 || (d->rc > 0 && d->given->length && d->given->length != d->length))
        d->rc = na_fail(d->arc, NEWSARC_NOTFOUND, "%s has no name of that length at byte %lld", d->document, (long long)d->at);
}

static int is_named_here(deciding *d)
{
    int found = 0;
    sqlite3_stmt *row = NA_QUERY(d->arc, "SELECT key, family, given FROM naming WHERE article_id = :article AND kind = :kind"
                                         " AND NOT (kind = 'person' AND bare)", na_int(d->article), na_text(d->kind));
    d->rc = row ? 0 : d->arc->failure;
    while (row && (d->rc = na_step(d->arc, row)) == 1) {
        na_person p = { .key = na_keep_word(&d->arena, row, 0), .family = na_keep(&d->arena, row, 1), .given = na_keep(&d->arena, row, 2) };
        found |= !strcmp(na_person_identity(&d->arena, &p), d->key);
    }
    na_done(d->arc, row);
    return found;
}

/* What tells the one of a split apart: "ann lee (the painter)". */
static void find_label(deciding *d)
{
    na_buffer b = {0};
    d->to = d->to ? d->to : d->document;
    na_adds(&b, d->key);
    na_adds(&b, " (");
    na_adds(&b, d->to);
    na_adds(&b, ")");
    if (b.failed)
        d->rc = na_fail(d->arc, NEWSARC_NOMEM, "memory ran out");
    else
        d->to_key = na_copy(&d->arena, b.bytes, b.n);
    na_buffer_free(&b);
    if (d->rc >= 0 && !is_named_here(d) && d->rc >= 0)
        d->rc = na_fail(d->arc, NEWSARC_NOTFOUND, "%s names no %s “%.80s” in full", d->document, d->kind, d->name);
}

static void find(deciding *d)
{
    if (d->given->article) {
        d->article = d->given->article;
        d->document = text_of(d, "SELECT key FROM article WHERE id = :article", NA_VALUES(na_int(d->article)));
        if (!d->rc)
            d->rc = na_fail(d->arc, NEWSARC_NOTFOUND, "there is no article %lld", (long long)d->article);
        if (d->rc >= 0 && *d->verb != 's')
            find_place(d);
    }
    if (d->rc >= 0 && d->name)
        d->key = *d->verb == 'h' ? name_of(d) : identity_of(d, d->name);
    if (d->rc >= 0 && *d->verb == 's')
        find_label(d);
    else if (d->rc >= 0 && *d->verb == 'r')
        d->to_key = na_fold_name(&d->arena, d->to, strlen(d->to));
    else if (d->rc >= 0 && d->to)
        d->to_key = identity_of(d, d->to);
}

/* ---- whether it can hold ------------------------------------------------------------------ */

static void hold_against_others(deciding *d)
{
    int64_t other = 0;
    int found;
    if (d->length)
        found = NA_FIND(d->arc, &other, "SELECT id FROM decision WHERE article = :document AND verb IN ('hide', 'assert') AND "
                                        NA_DETAIL("at") " = :at", na_text(d->document), na_int(d->at));
    else
        found = *d->verb == 'm' ? 0 :
            NA_FIND(d->arc, &other, "SELECT id FROM decision WHERE article IS :document AND verb = :verb AND "
                                    NA_DETAIL("kind") " = :kind AND " NA_DETAIL("key") " = :key",
                    na_text(d->document), na_text(d->verb), na_text(d->kind), na_text(d->key));
    if (found > 0)
        found = na_fail(d->arc, NEWSARC_BADARG, "decision %lld tells that already, or otherwise: undo it first", (long long)other);
    else if (!found && *d->verb == 'm' && !strcmp(na_decided_one(d->held, d->kind, d->key), na_decided_one(d->held, d->kind, d->to_key)))
        found = na_fail(d->arc, NEWSARC_BADARG, "“%.80s” and “%.80s” are one already", d->name, d->to);
    else if (!found && *d->verb == 'm' && na_decided_apart(d->held, d->kind, d->key, d->to_key))
        found = na_fail(d->arc, NEWSARC_BADARG, "a split keeps “%.80s” and “%.80s” apart: undo it first", d->name, d->to);
    else if (!found && *d->verb == 's' && !strcmp(na_decided_one(d->held, d->kind, d->key), na_decided_one(d->held, d->kind, d->to_key)))
        found = na_fail(d->arc, NEWSARC_BADARG, "a merge makes “%.80s” and “%.80s” one: undo it first", d->name, d->to_key);
    d->rc = found;
}

/* ---- what follows ---------------------------------------------------------------------------- */

/* Whose names are linked again, by what holds before it comes or goes. */
static int touch(deciding *d)
{
    int articles = *d->verb != 'r';
    int rc = na_link_touch(d->arc, d->kind, na_decided_one(d->held, d->kind, d->key), articles);
    return rc < 0 || !articles ? rc : na_link_touch(d->arc, d->kind, na_decided_one(d->held, d->kind, d->to_key), articles);
}

static int articles(deciding *d, int64_t **article, size_t *count, const char *sql, const na_value *value, size_t n)
{
    size_t room = 0;
    sqlite3_stmt *row = na_query(d->arc, sql, value, n);
    int rc = row ? 0 : d->arc->failure;
    while (row && (rc = na_step(d->arc, row)) == 1)
        *NA_PUSH(&d->arena, *article, *count, room) = sqlite3_column_int64(row, 0);
    na_done(d->arc, row);
    return rc;
}

static int read_again(deciding *d, const int64_t *article, size_t count)
{
    int rc = 0;
    for (size_t i = 0; i < count && rc >= 0; i++)
        if ((rc = na_read_again(d->arc, article[i])) >= 0 && i % 100 == 0)
            rc = na_progress(d->arc, "reading again", (int64_t)i, (int64_t)count);
    return rc;
}

static int is_reading(const char *verb)
{
    return *verb == 'h' || *verb == 'a';
}

static int follow(deciding *d)
{
    int64_t *article = NULL;
    size_t count = 0;
    int rc;
    if (!is_reading(d->verb))
        return NEWSARC_OK;              /* touched before it was kept */
    if (d->document)
        rc = articles(d, &article, &count, ARTICLE_OF, NA_VALUES(na_text(d->document)));
    else
        rc = articles(d, &article, &count, NAMES_SO, NA_VALUES(na_text(d->key), na_text(d->kind)));
    return rc < 0 ? rc : read_again(d, article, count);
}

static int keep(deciding *d)
{
    int place = d->length != 0;
    int rc = NA_RUN(d->arc, "INSERT INTO decision(made, verb, article, detail) VALUES(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), :verb, :article,"
                            " json_object('kind', :kind, 'name', :name, 'key', :key, 'to', :to, 'to_key', :to_key,"
                            " 'at', :at, 'length', :length, 'words', :words))",
                    na_text(d->verb), na_text(d->document), na_text(d->kind), na_text(d->name), na_text(d->key), na_text(d->to), na_text(d->to_key),
                    place ? na_int(d->at) : na_null(), place ? na_int(d->length) : na_null(), na_text(d->words));
    d->id = sqlite3_last_insert_rowid(d->arc->db);
    return rc;
}

static void decide(void *state)
{
    deciding *d = state;
    if ((d->rc = look_over(d)) < 0)
        return;
    find(d);
    if (d->rc >= 0 && !(d->held = na_load_decided(d->arc, &d->arena)))
        d->rc = d->arc->failure;
    if (d->rc >= 0)
        hold_against_others(d);
    if (d->rc >= 0 && !is_reading(d->verb))
        d->rc = touch(d);
    if (d->rc >= 0)
        d->rc = keep(d);
    if (d->rc >= 0)
        d->rc = follow(d);
}

/* ---- taken back ---------------------------------------------------------------------------------- */

static void load(deciding *d)
{
    sqlite3_stmt *row = NA_QUERY(d->arc, "SELECT verb, " NA_DETAIL("kind") ", " NA_DETAIL("key") ", " NA_DETAIL("to_key") ", article"
                                         " FROM decision WHERE id = :id", na_int(d->id));
    d->rc = row ? na_step(d->arc, row) : d->arc->failure;
    if (d->rc > 0) {
        d->verb = na_keep_word(&d->arena, row, 0);
        d->kind = na_keep(&d->arena, row, 1);
        d->key = na_keep(&d->arena, row, 2);
        d->to_key = na_keep(&d->arena, row, 3);
        d->document = na_keep(&d->arena, row, 4);
    }
    na_done(d->arc, row);
    if (!d->rc)
        d->rc = na_fail(d->arc, NEWSARC_NOTFOUND, "there is no decision %lld", (long long)d->id);
    else if (d->rc > 0 && !is_reading(d->verb) && (!d->kind || !d->key || !d->to_key))
        d->rc = na_fail(d->arc, NEWSARC_DAMAGED, "the archive is damaged: decision %lld lacks what it is about", (long long)d->id);
}

/* The decision goes first, so that they are read without it; which they are is noted, since what it hid is not there to be found. */
static int unread(deciding *d)
{
    int64_t *article = NULL;
    size_t count = 0;
    int rc = d->document ? articles(d, &article, &count, ARTICLE_OF, NA_VALUES(na_text(d->document)))
                         : articles(d, &article, &count, "SELECT article_id FROM decided WHERE decision_id = :id ORDER BY 1", NA_VALUES(na_int(d->id)));
    if (rc >= 0)
        rc = NA_RUN(d->arc, "DELETE FROM decision WHERE id = :id", na_int(d->id));
    return rc < 0 ? rc : read_again(d, article, count);
}

static void undecide(void *state)
{
    deciding *d = state;
    load(d);
    if (d->rc < 0)
        return;
    if (is_reading(d->verb)) {
        d->rc = unread(d);
        return;
    }
    if (!(d->held = na_load_decided(d->arc, &d->arena)))
        d->rc = d->arc->failure;
    if (d->rc >= 0)
        d->rc = touch(d);
    if (d->rc >= 0)
        d->rc = NA_RUN(d->arc, "DELETE FROM decision WHERE id = :id", na_int(d->id));
}

/* ---- both -------------------------------------------------------------------------------------------- */

/* A decision may speak of what came in the same transaction: that is linked first. */
static int run(deciding *d, void (*work)(void *))
{
    int result = na_begin(d->arc);
    if (result < 0)
        return result;
    result = na_catch_up(d->arc);
    if (result >= 0) {
        if (na_guard(&d->arena, work, d))
            d->rc = na_fail(d->arc, NEWSARC_NOMEM, "cannot decide: memory ran out");
        result = d->rc < 0 ? d->rc : NEWSARC_OK;
    }
    na_arena_free(&d->arena);
    return na_end(d->arc, result);
}

int newsarc_decide(newsarc *arc, const newsarc_decision *decision, int64_t *id)
{
    deciding d = { .arc = arc, .given = decision };
    int result = na_call(arc);
    if (result < 0)
        return result;
    if (!decision || decision->size < sizeof *decision)
        return na_fail(arc, NEWSARC_BADARG, "decision is NULL or its size is wrong: begin with NEWSARC_DECISION_INIT");
    result = run(&d, decide);
    if (id && result >= 0)
        *id = d.id;
    return result;
}

int newsarc_undecide(newsarc *arc, int64_t id)
{
    deciding d = { .arc = arc, .id = id };
    int result = na_call(arc);
    return result < 0 ? result : run(&d, undecide);
}
