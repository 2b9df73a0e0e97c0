/* decide_reading.c - what people decided on places of an article, put into its reading.
 *
 * First every place that is somebody else, then every place that is no name,
 * then every name that is none anywhere; a place holds one decision at most,
 * so that no other order matters.  Where a revision moved the words away, the
 * decision waits for them to come back. */
#include "store/decide.h"
#include <string.h>

/* The quotations whose speaker these words name; all of the naming's when it has no mention left. */
static int names_speaker(const na_reading *r, const na_quote *q, uint32_t naming, const na_mention *m)
{
    if (q->speaker != naming)
        return 0;
    return !r->naming[naming].mentions || (q->speaker_at < m->at + m->length && m->at < q->speaker_at + q->speaker_length);
}

static uint32_t mention_at(const na_reading *r, int64_t at, int64_t length, const char *words)
{
    for (uint32_t i = 0; i < r->mentions; i++) {
        const na_mention *m = &r->mention[i];
        if (m->at == at && m->length == length && m->naming != NA_NONE)
            return words && strlen(words) == m->length && !memcmp(words, r->tokens->text + m->at, m->length) ? i : NA_NONE;
    }
    return NA_NONE;
}

/* ---- that is somebody else ------------------------------------------------------------- */

static uint32_t decided_naming(na_reading *r, enum na_kind kind, const char *name, const char *key)
{
    na_naming *more;
    for (uint32_t i = 0; i < r->namings; i++)
        if (r->naming[i].kind == kind && !strcmp(r->naming[i].key, key) && r->naming[i].how && !strcmp(r->naming[i].how, NA_DECIDED_WHO))
            return i;
    more = na_alloc(r->arena, (r->namings + 1) * sizeof *more);
    memcpy(more, r->naming, r->namings * sizeof *more);
    more[r->namings] = (na_naming){ .kind = kind, .name = name, .key = key, .how = NA_DECIDED_WHO };
    r->naming = more;
    return (uint32_t)r->namings++;
}

static void assert_place(na_reading *r, uint32_t mention, enum na_kind kind, const char *name, const char *key)
{
    na_mention *m = &r->mention[mention];
    uint32_t old = m->naming, now = decided_naming(r, kind, name, key);
    if (old == now)
        return;
    r->naming[old].mentions--;
    r->naming[now].mentions++;
    m->naming = now;
    m->kind = kind;
    m->how = NA_DECIDED_WHO;
    for (size_t i = 0; i < r->quotes; i++) {
        na_quote *q = &r->quote[i];
        if (names_speaker(r, q, old, m))
            q->speaker = now;
        if (q->venue == old && !r->naming[old].mentions)
            q->venue = now;
    }
}

/* ---- that is no name --------------------------------------------------------------------- */

/* Whoever it was that spoke, the words that describe him stay. */
static void silence(na_reading *r, uint32_t naming, const na_mention *m)
{
    for (size_t i = 0; i < r->quotes; i++) {
        na_quote *q = &r->quote[i];
        if (names_speaker(r, q, naming, m)) {
            q->speaker = NA_NONE;
            q->speaker_words = r->naming[naming].name;
        }
        if (q->venue == naming && !r->naming[naming].mentions) {
            q->venue = NA_NONE;
            q->venue_words = r->naming[naming].name;
        }
    }
}

static void hide_place(na_reading *r, na_mention *m)
{
    uint32_t old = m->naming;
    r->naming[old].mentions--;
    m->naming = NA_NONE;
    silence(r, old, m);
}

static int hide_name(na_reading *r, const char *kind, const char *key)
{
    int found = 0;
    for (uint32_t n = 0; n < r->namings; n++) {
        if (strcmp(r->naming[n].key, key) || strcmp(na_kind_word[r->naming[n].kind], kind) || !r->naming[n].mentions)
            continue;
        for (size_t i = 0; i < r->mentions; i++)
            if (r->mention[i].naming == n)
                r->mention[i].naming = NA_NONE;
        r->naming[n].mentions = 0;
        silence(r, n, NULL);
        found = 1;
    }
    return found;
}

/* ---- afterwards ------------------------------------------------------------------------------ */

/* The new number of an old one; who has none yet gets the next. */
static uint32_t renumber(const na_reading *r, uint32_t *to, na_naming *naming, uint32_t *next, uint32_t old)
{
    if (old == NA_NONE)
        return NA_NONE;
    if (to[old] == NA_NONE) {
        naming[*next] = r->naming[old];
        to[old] = (*next)++;
    }
    return to[old];
}

/* Mentions that are none go, and so do namings that nothing refers to any more; the others are numbered by first mention again. */
static void tidy(na_reading *r)
{
    uint32_t *to = na_alloc(r->arena, (r->namings + 1) * sizeof *to), next = 0;
    na_naming *naming = na_alloc(r->arena, (r->namings + 1) * sizeof *naming);
    size_t kept = 0;
    for (size_t i = 0; i < r->namings; i++)
        to[i] = NA_NONE;
    for (size_t i = 0; i < r->mentions; i++) {
        na_mention m = r->mention[i];
        uint32_t known = next;
        if (m.naming == NA_NONE)
            continue;
        m.naming = renumber(r, to, naming, &next, m.naming);
        if (next > known)
            naming[known].first = (uint32_t)kept;
        r->mention[kept++] = m;
    }
    r->mentions = kept;
    for (size_t i = 0; i < r->quotes; i++) {
        r->quote[i].speaker = renumber(r, to, naming, &next, r->quote[i].speaker);
        r->quote[i].venue = renumber(r, to, naming, &next, r->quote[i].venue);
    }
    r->naming = naming;
    r->namings = next;
}

static int kind_of(const char *word, enum na_kind *kind)
{
    for (int i = NA_PERSON; word && i <= NA_OTHER; i++)
        if (!strcmp(word, na_kind_word[i])) {
            *kind = (enum na_kind)i;
            return 1;
        }
    return 0;
}

/* 1: it changed the reading. */
static int apply(newsarc *arc, int64_t article, na_reading *r, sqlite3_stmt *row)
{
    const char *kind_word = na_keep(r->arena, row, 2), *key = na_keep(r->arena, row, 3), *to = na_keep(r->arena, row, 7), *to_key = na_keep(r->arena, row, 8);
    int asserts = *na_word(row, 1) == 'a', anywhere = sqlite3_column_int(row, 9);
    enum na_kind kind;
    uint32_t place;
    if (anywhere) {
        if (!kind_word || !key || !hide_name(r, kind_word, key))
            return 0;
        return NA_RUN(arc, "INSERT OR IGNORE INTO decided(article_id, decision_id) VALUES(:article, :decision)",
                      na_int(article), na_int(sqlite3_column_int64(row, 0))) < 0 ? arc->failure : 1;
    }
    place = mention_at(r, sqlite3_column_int64(row, 4), sqlite3_column_int64(row, 5), na_keep(r->arena, row, 6));
    if (place == NA_NONE)
        return 0;
    if (!asserts)
        hide_place(r, &r->mention[place]);
    else if (kind_of(kind_word, &kind) && to && to_key)
        assert_place(r, place, kind, to, to_key);
    else
        return 0;
    return 1;
}

#define COLUMNS "SELECT id, verb, " NA_DETAIL("kind") ", " NA_DETAIL("key") ", " NA_DETAIL("at") ", " NA_DETAIL("length") ", " \
    NA_DETAIL("words") ", " NA_DETAIL("to") ", " NA_DETAIL("to_key")

int na_decide_reading(newsarc *arc, int64_t article, const char *identity, na_reading *r)
{
    static const char *const sql[] = {
        COLUMNS ", 0 FROM decision WHERE article = :identity AND verb = 'assert'",
        COLUMNS ", 0 FROM decision WHERE article = :identity AND verb = 'hide'",
        COLUMNS ", 1 FROM decision WHERE article IS NULL AND verb = 'hide' AND :identity IS NOT NULL",
    };
    int changed = 0, rc = 0;
    for (size_t i = 0; i < sizeof sql / sizeof *sql && rc >= 0; i++) {
        sqlite3_stmt *row = NA_QUERY(arc, sql[i], na_text(identity));
        rc = row ? 0 : arc->failure;
        while (row && (rc = na_step(arc, row)) == 1) {
            if ((rc = apply(arc, article, r, row)) < 0)
                break;
            changed |= rc;
        }
        na_done(arc, row);
    }
    if (changed && rc >= 0)
        tidy(r);
    return rc < 0 ? rc : 0;
}
