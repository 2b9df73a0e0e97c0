/* check.c - every derived row, span and index held against the documents.
 *
 * The first fault ends it.  What SQLite can tell by itself is asked in SQL;
 * texts and places are walked through in C, one document at a time, so that
 * the work is linear in their size. */
#include "store/store.h"
#include <string.h>

#define ALL " /* scan: all are checked */"

/* A query that gives a row, one line of English, for each fault. */
static int none(newsarc *arc, const char *sql)
{
    sqlite3_stmt *stmt = na_query(arc, sql, NULL, 0);
    int result = stmt ? na_step(arc, stmt) : arc->failure;
    if (result > 0) {
        const char *fault = na_string(stmt, 0);
        result = fault && !strcmp(fault, "ok") ? NEWSARC_OK : na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: %s", fault ? fault : "?");
    }
    na_done(arc, stmt);
    return result;
}

/* References that SQLite is not told of, since nothing looks them up backwards. */
#define REFERS(table, column, parent) \
    "SELECT 'a row of table " table " refers to a row of " parent " that is not there: run newsarc_rebuild' FROM " table " t" \
    " LEFT JOIN " parent " p ON p.id = t." column " WHERE t." column " IS NOT NULL AND p.id IS NULL LIMIT 1" ALL

static const char *const rules[] = {
    "SELECT 'a row of table ' || \"table\" || ' refers to a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check LIMIT 1" ALL,
    REFERS("term", "article_id", "article"),
    REFERS("shingle", "article_id", "article"),
    REFERS("spoken", "quote_id", "quote"),
    REFERS("utterance", "base_id", "quote"),
    REFERS("quote", "lent_id", "quote"),
    "SELECT 'document ' || c.id || ' has no article: run newsarc_rebuild' FROM current c LEFT JOIN article a ON a.id = c.id WHERE a.id IS NULL LIMIT 1" ALL,
    "SELECT 'article ' || a.id || ' is not the current revision of its document: run newsarc_rebuild'"
    " FROM article a LEFT JOIN current c ON c.id = a.id WHERE c.identity IS NOT a.key LIMIT 1" ALL,
    "SELECT 'a name in article ' || m.article_id || ' names nobody: run newsarc_rebuild' FROM mention m"
    " LEFT JOIN naming n ON n.article_id = m.article_id AND n.number = m.naming WHERE n.number IS NULL LIMIT 1" ALL,
    "SELECT 'the speaker of quotation ' || q.id || ' is nobody: run newsarc_rebuild' FROM quote q"
    " LEFT JOIN naming n ON n.article_id = q.article_id AND n.number = q.speaker_naming"
    " WHERE q.speaker_naming IS NOT NULL AND n.number IS NULL LIMIT 1" ALL,
    "SELECT 'quotation ' || q.id || ' was said to nobody: run newsarc_rebuild' FROM quote q"
    " LEFT JOIN naming n ON n.article_id = q.article_id AND n.number = q.venue_naming"
    " WHERE q.venue_naming IS NOT NULL AND n.number IS NULL LIMIT 1" ALL,
    "SELECT 'a name in article ' || article_id || ' is of no entity: run newsarc_rebuild' FROM naming WHERE entity_id IS NULL LIMIT 1" ALL,
    "SELECT 'entity ' || e.id || ' is named nowhere: run newsarc_rebuild' FROM entity e"
    " WHERE NOT EXISTS (SELECT 1 FROM naming WHERE entity_id = e.id) LIMIT 1" ALL,
    "SELECT 'articles ' || p.article_id || ' and ' || p.other_id || ' are a pair one way only: run newsarc_rebuild' FROM pair p"
    " LEFT JOIN pair o ON o.article_id = p.other_id AND o.other_id = p.article_id WHERE o.likeness IS NOT p.likeness LIMIT 1" ALL,
    "SELECT 'quotations ' || p.quote_id || ' and ' || p.other_id || ' are a pair one way only: run newsarc_rebuild' FROM quote_pair p"
    " LEFT JOIN quote_pair o ON o.quote_id = p.other_id AND o.other_id = p.quote_id WHERE o.quote_id IS NULL LIMIT 1" ALL,
    "SELECT 'article ' || a.id || ' copies one that is a copy itself: run newsarc_rebuild' FROM article a"
    " JOIN article o ON o.id = a.copy_of WHERE o.copy_of IS NOT NULL OR o.id = a.id LIMIT 1" ALL,
    "SELECT 'decision ' || id || ' does not say what was decided' FROM decision WHERE json_valid(detail) = 0"
    " OR (article IS NULL AND (json_extract(detail, '$.kind') IS NULL OR json_extract(detail, '$.key') IS NULL)) LIMIT 1" ALL,
    "SELECT 'utterance ' || u.id || ' is not worded as its base quotation: run newsarc_rebuild' FROM utterance u"
    " LEFT JOIN quote q ON q.id = u.base_id WHERE q.utterance_id IS NOT u.id OR q.text IS NOT u.text LIMIT 1" ALL,
    "SELECT 'the search index holds other articles than the archive: run newsarc_rebuild'"
    " WHERE (SELECT count(*) FROM search_docsize) <> (SELECT count(*) FROM article)" ALL,
};

/* ---- texts and places -------------------------------------------------------------- */

int na_check_text(newsarc *arc, const na_document *d)
{
    size_t sound;
    if (!d->length || !d->identity || !d->digest)
        return na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: document %lld lacks its text", (long long)d->id);
    sound = na_valid_prefix(d->text, d->length);
    return sound == d->length ? NEWSARC_OK :
        na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: the text of document %lld is no UTF-8 at byte %zu", (long long)d->id, sound);
}

static int is_boundary(const na_document *d, int64_t at)
{
    return at == (int64_t)d->length || ((unsigned char)d->text[at] & 0xC0) != 0x80;
}

static int check_place(newsarc *arc, sqlite3_stmt *row, const na_document *d)
{
    int64_t at = sqlite3_column_int64(row, 1), length = sqlite3_column_int64(row, 2), end = (int64_t)d->length;
    const char *words = na_string(row, 3);
    size_t n = (size_t)sqlite3_column_bytes(row, 3);
    if (at < 0 || length < 0 || at > end || length > end - at || !is_boundary(d, at) || !is_boundary(d, at + length) ||
        (words && (n != (size_t)length || memcmp(words, d->text + at, n))))
        return na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: the %s at byte %lld of article %lld does not lie in its text so: run newsarc_rebuild",
                       na_word(row, 0), (long long)at, (long long)d->id);
    return NEWSARC_OK;
}

/* All that points into the text of an article. */
static const char places[] =
    "SELECT 'name', at, length, NULL FROM mention WHERE article_id = :article"
    " UNION ALL SELECT 'office', role_at, role_length, NULL FROM mention WHERE article_id = :article AND role_length IS NOT NULL"
    " UNION ALL SELECT 'date', at, length, NULL FROM date WHERE article_id = :article"
    " UNION ALL SELECT role, at, length, NULL FROM part WHERE article_id = :article"
    " UNION ALL SELECT kind, at, length, NULL FROM doubt WHERE article_id = :article"
    " UNION ALL SELECT 'quotation', at, length, text FROM quote WHERE article_id = :article"
    " UNION ALL SELECT 'speaker', coalesce(speaker_at, 0), coalesce(speaker_length, 0), NULL FROM quote WHERE article_id = :article"
    " UNION ALL SELECT 'cue', coalesce(cue_at, 0), coalesce(cue_length, 0), NULL FROM quote WHERE article_id = :article";

static int check_places(newsarc *arc, const na_document *d)
{
    int64_t length = (int64_t)d->length;
    int result = NA_FIND(arc, &length, "SELECT length FROM article WHERE id = :article", na_int(d->id));
    sqlite3_stmt *row;
    if (result < 0 || length != (int64_t)d->length)
        return result < 0 ? result : na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: article %lld is not as long as its text", (long long)d->id);
    result = (row = NA_QUERY(arc, places, na_int(d->id))) ? NEWSARC_OK : arc->failure;
    while (result >= 0 && (result = na_step(arc, row)) > 0)
        result = check_place(arc, row, d);
    na_done(arc, row);
    return result;
}

static int check_document(newsarc *arc, const na_document *d)
{
    char digest[65];
    int result = na_check_text(arc, d);
    if (result < 0)
        return result;
    na_document_digest(d, digest);
    if (strcmp(digest, d->digest))
        return na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: document %lld is not what was received (its digest differs)", (long long)d->id);
    return check_places(arc, d);
}

static int check_documents(newsarc *arc)
{
    na_document document;
    int64_t all, done = 0;
    int result = na_find(arc, &all, "SELECT count(*) FROM document" ALL, NULL, 0);
    sqlite3_stmt *row = result < 0 ? NULL : na_query(arc, "SELECT " NA_DOCUMENT " FROM document ORDER BY id" ALL, NULL, 0);
    if (!row)
        return arc->failure;
    while ((result = na_step(arc, row)) > 0) {
        na_document_row(row, &document);
        if ((result = check_document(arc, &document)) < 0)
            break;
        if (++done % 100 == 0 && (result = na_progress(arc, "checking", done, all)) < 0)
            break;
    }
    na_done(arc, row);
    return result;
}

/* ---- the search index ----------------------------------------------------------------- */

/* FTS5 checks itself by what looks like a write; for a reader, in a copy. */
static int check_search(newsarc *arc)
{
    static const char sql[] = "INSERT INTO search(search, rank) VALUES('integrity-check', 1)";
    sqlite3 *copy = arc->db;
    int rc = SQLITE_OK;
    if (arc->readonly) {
        rc = sqlite3_open("", &copy);
        if (!rc)
            rc = na_copy_database(arc, copy);
    }
    if (!rc)
        rc = sqlite3_exec(copy, sql, NULL, NULL, NULL);
    if (copy != arc->db)
        sqlite3_close(copy);
    if ((rc & 0xff) == SQLITE_CORRUPT)
        return na_fail(arc, NEWSARC_DAMAGED, "the archive is damaged: the search index does not fit the texts: run newsarc_rebuild");
    return rc ? na_sqlite(arc, rc, "check the search index") : NEWSARC_OK;
}

/* ---- all of it --------------------------------------------------------------------------- */

/* SQLite's own check, of the words that columns may hold too, which a writer does not check row by row (db.c). */
static int sound(newsarc *arc, const char *pragma)
{
    int result = na_exec(arc, "PRAGMA ignore_check_constraints = OFF", "check the archive");
    if (result >= 0)
        result = none(arc, pragma);
    sqlite3_exec(arc->db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
    return result;
}

int na_check_values(newsarc *arc)
{
    int result = sound(arc, "PRAGMA quick_check(1)");
    return result < 0 ? result : check_documents(arc);
}

int na_check(newsarc *arc)
{
    const int64_t all = sizeof rules / sizeof *rules;
    int result = na_progress(arc, "checking the file", 0, 1);
    if (result >= 0)
        result = sound(arc, "PRAGMA integrity_check(1)");
    if (result >= 0)
        result = check_documents(arc);
    for (int64_t i = 0; i < all && result >= 0; i++)
        if ((result = na_progress(arc, "checking references", i, all)) >= 0)
            result = none(arc, rules[i]);
    return result < 0 ? result : check_search(arc);
}
