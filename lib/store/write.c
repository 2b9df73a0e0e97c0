/* write.c - documents and readings into rows.
 *
 * A reading is a handful of arrays, so it is written array by array, each with
 * one statement: rows arrive in the order of their keys, which is what a
 * B-tree takes fastest. */
#include "store/link.h"
#include <string.h>

/* ---- documents -------------------------------------------------------------------- */

/* Each field behind its length, so that no two documents make the same bytes. */
static void digest_field(na_digest *d, const char *bytes, size_t n)
{
    unsigned char head[9] = { bytes != NULL };
    for (int i = 0; i < 8; i++)
        head[1 + i] = (unsigned char)((uint64_t)n >> 8 * i & 255);
    na_digest_add(d, head, sizeof head);
    if (n)
        na_digest_add(d, bytes, n);
}

void na_document_digest(const na_document *document, char hex[65])
{
    const char *const said[] = { document->url, document->source, document->title, document->published, document->modified };
    na_digest d;
    na_digest_begin(&d);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        digest_field(&d, said[i], said[i] ? strlen(said[i]) : 0);
    if (document->original)
        digest_field(&d, document->original, document->original_length);
    else
        digest_field(&d, document->text, document->length);
    na_digest_end(&d, hex);
}

int na_write_document(newsarc *arc, na_document *d)
{
    int result = NA_RUN(arc, "INSERT INTO document(received, identity, digest, url, source, title, published, modified, original, text)"
                             " VALUES(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'),"
                             " :identity, :digest, :url, :source, :title, :published, :modified, :original, :text)",
                        na_text(d->identity), na_text(d->digest), na_text(d->url), na_text(d->source), na_text(d->title),
                        na_text(d->published), na_text(d->modified), na_blob(d->original, d->original_length),
                        na_bytes(d->text, d->length));
    d->id = sqlite3_last_insert_rowid(arc->db);
    return result;
}

void na_document_row(sqlite3_stmt *stmt, na_document *d)
{
    *d = (na_document){
        .id = sqlite3_column_int64(stmt, 0),
        .identity = na_string(stmt, 1),
        .digest = na_string(stmt, 2),
        .url = na_string(stmt, 3),
        .source = na_string(stmt, 4),
        .title = na_string(stmt, 5),
        .published = na_string(stmt, 6),
        .modified = na_string(stmt, 7),
        .original = sqlite3_column_blob(stmt, 8),
    };
    d->original_length = d->original ? (size_t)sqlite3_column_bytes(stmt, 8) : 0;
    d->text = na_column(stmt, 9, &d->length);
}

/* ---- outlets ------------------------------------------------------------------------- */

/* The id of an outlet, made if need be; of the domains that its articles tell the first by alphabet stays. */
static int write_source(newsarc *arc, const char *name, const char *domain, int64_t *id)
{
    int result;
    *id = 0;
    if (!name)
        return NEWSARC_OK;
    result = NA_RUN(arc, "INSERT INTO source(name, domain) VALUES(:name, :domain) ON CONFLICT(name) DO UPDATE"
                         " SET domain = excluded.domain WHERE excluded.domain < coalesce(source.domain, '~')",
                    na_text(name), na_text(domain));
    if (result >= 0)
        result = NA_FIND(arc, id, "SELECT id FROM source WHERE name = :name", na_text(name));
    return result;
}

/* After an article of it went away. */
static int tidy_source(newsarc *arc, int64_t id)
{
    int result;
    if (!id)
        return NEWSARC_OK;
    result = NA_RUN(arc, "DELETE FROM source WHERE id = :id AND NOT EXISTS(SELECT 1 FROM article WHERE source_id = :id)"
                         " AND NOT EXISTS(SELECT 1 FROM article WHERE via_id = :id)", na_int(id));
    if (result >= 0)
        result = NA_RUN(arc, "UPDATE source SET domain = (SELECT min(domain) FROM article WHERE source_id = :id) WHERE id = :id", na_int(id));
    return result;
}

/* ---- the rows of one article ------------------------------------------------------------ */

static int write_article(newsarc *arc, const na_document *d, const na_reading *r)
{
    na_buffer byline = {0};
    int64_t source, via;
    int result = write_source(arc, r->source, r->domain, &source);
    if (result >= 0)
        result = write_source(arc, r->via, NULL, &via);
    if (result < 0)
        return result;
    for (size_t i = 0; i < r->bylines; i++) {
        na_adds(&byline, i ? "; " : "");
        na_adds(&byline, r->byline[i]);
    }
    if (byline.failed)
        result = na_sqlite(arc, SQLITE_NOMEM, "write the article");
    else
        result = NA_RUN(arc, "INSERT INTO article(id, key, source_id, source_how, domain, via_id, via_how, headline, byline,"
                             " published, published_from, published_how, earliest, latest, language, length)"
                             " VALUES(:id, :key, :source, :source_how, :domain, :via, :via_how, :headline, :byline,"
                             " :published, :published_from, :published_how, :earliest, :latest, :language, :length)",
                        na_int(d->id), na_text(d->identity), na_id(source), na_text(r->source_how), na_text(r->source ? r->domain : NULL),
                        na_id(via), na_text(r->via_how), na_text(r->headline), na_bytes(byline.n ? byline.bytes : NULL, byline.n),
                        na_text(r->published), na_text(na_from_word[r->published_from]), na_text(r->published_how),
                        na_text(r->earliest), na_text(r->latest), na_text(r->language[0] ? r->language : NULL),
                        na_int((int64_t)d->length));
    na_buffer_free(&byline);
    return result;
}

static na_value index_or_null(uint32_t i)
{
    return i == NA_NONE ? na_null() : na_int(i);
}

/* A place that is there only when its length is not 0. */
static na_value place(uint32_t at, uint32_t length)
{
    return length ? na_int(at) : na_null();
}

static const char *first_string(const char *a, const char *b)
{
    return a ? a : b;
}

static int write_parts(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r)
{
    int result = NEWSARC_OK;
    for (size_t i = 0; i < r->parts && result >= 0; i++) {
        const na_part *p = &r->part[i];
        if (p->role != NA_BODY && p->length)
            result = NA_PUT(arc, insert, na_int(id), na_int(p->at), na_int(p->length), na_text(na_role_word[p->role]));
    }
    return result;
}

static int write_namings(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r)
{
    int result = NEWSARC_OK;
    for (size_t i = 0; i < r->namings && result >= 0; i++) {
        const na_naming *n = &r->naming[i];
        na_value gender = n->gender ? na_bytes(&n->gender, 1) : na_null();
        result = NA_PUT(arc, insert, na_int(id), na_int((int64_t)i), na_text(na_kind_word[n->kind]), na_text(n->name), na_text(n->key),
                        na_text(n->family), na_text(n->given), na_text(n->role), na_text(n->of), gender, na_int(n->bare), na_int(n->listed),
                        na_int(n->mentions), na_id(n->geonames), na_text(n->wikidata), na_text(n->how));
    }
    return result;
}

static int write_mentions(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r)
{
    int result = NEWSARC_OK;
    for (size_t i = 0; i < r->mentions && result >= 0; i++) {
        const na_mention *m = &r->mention[i];
        result = NA_PUT(arc, insert, na_int(id), na_int(m->at), na_int(m->length), na_int(m->naming), na_text(m->how),
                        m->role_length ? na_int(m->role_at) : na_null(), na_id(m->role_length));
    }
    return result;
}

static int write_dates(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r)
{
    int result = NEWSARC_OK;
    for (size_t i = 0; i < r->dates && result >= 0; i++) {
        const na_date *d = &r->date[i];
        result = NA_PUT(arc, insert, na_int(id), na_int(d->at), na_int(d->length), na_text(na_type_word[d->type]), na_text(d->value),
                        na_text(d->mod), na_text(na_anchor_word[d->anchor]), na_text(d->earliest), na_text(d->latest));
    }
    return result;
}

static int write_quotes(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r)
{
    int result = NEWSARC_OK;
    for (size_t i = 0; i < r->quotes && result >= 0; i++) {
        const na_quote *q = &r->quote[i];
        const char *venue = q->venue == NA_NONE ? NULL : r->naming[q->venue].name;
        result = NA_PUT(arc, insert, na_int(id), na_int(q->at), na_int(q->length), na_text(na_quote_word[q->kind]),
                        na_bytes(r->tokens->text + q->at, q->length), index_or_null(q->speaker), na_text(q->speaker_words),
                        place(q->speaker_at, q->speaker_length), na_id(q->speaker_length), place(q->cue_at, q->cue_length), na_id(q->cue_length),
                        index_or_null(q->venue), na_text(first_string(venue, q->venue_words)), na_text(q->venue_how), na_text(q->how),
                        na_real((double)q->confidence), na_int(q->flags));
    }
    return result;
}

static int write_doubts(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r)
{
    int result = NEWSARC_OK;
    for (size_t i = 0; i < r->doubts && result >= 0; i++) {
        const na_doubt *d = &r->doubt[i];
        result = NA_PUT(arc, insert, na_int(id), na_int(d->at), na_int(d->length), na_text(d->what));
    }
    return result;
}

/* OR IGNORE: where two steps found the same place, the first stays. */
static const struct table {
    int       (*write)(newsarc *arc, sqlite3_stmt *insert, int64_t id, const na_reading *r);
    const char *sql;
} table[] = {
    { write_parts,    "INSERT OR IGNORE INTO part(article_id, at, length, role) VALUES(:article, :at, :length, :role)" },
    { write_namings,  "INSERT INTO naming(article_id, number, kind, name, key, family, given, role, of, gender, bare, listed, mentions,"
                      " geonames, wikidata, how) VALUES(:article, :number, :kind, :name, :key, :family, :given, :role, :of, :gender, :bare,"
                      " :listed, :mentions, :geonames, :wikidata, :how)" },
    { write_mentions, "INSERT OR IGNORE INTO mention(article_id, at, length, naming, how, role_at, role_length)"
                      " VALUES(:article, :at, :length, :naming, :how, :role_at, :role_length)" },
    { write_dates,    "INSERT OR IGNORE INTO date(article_id, at, length, type, value, modifier, anchor, earliest, latest)"
                      " VALUES(:article, :at, :length, :type, :value, :modifier, :anchor, :earliest, :latest)" },
    { write_quotes,   "INSERT OR IGNORE INTO quote(article_id, at, length, kind, text, speaker_naming, speaker_words, speaker_at,"
                      " speaker_length, cue_at, cue_length, venue_naming, venue, venue_how, how, confidence, flags)"
                      " VALUES(:article, :at, :length, :kind, :text, :speaker_naming, :speaker_words, :speaker_at, :speaker_length,"
                      " :cue_at, :cue_length, :venue_naming, :venue, :venue_how, :how, :confidence, :flags)" },
    { write_doubts,   "INSERT OR IGNORE INTO doubt(article_id, at, length, kind) VALUES(:article, :at, :length, :kind)" },
};

static int write_rows(newsarc *arc, const struct table *rows, int64_t id, const na_reading *r)
{
    sqlite3_stmt *insert = na_sql(arc, rows->sql);
    int result = insert ? rows->write(arc, insert, id, r) : arc->failure;
    na_done(arc, insert);
    return result;
}

int na_write_reading(newsarc *arc, const na_document *document, const na_reading *reading)
{
    int result = write_article(arc, document, reading);
    for (size_t i = 0; i < sizeof table / sizeof *table && result >= 0; i++)
        result = write_rows(arc, &table[i], document->id, reading);
    if (result >= 0)
        result = NA_RUN(arc, "INSERT INTO temp.changed(article_id) VALUES(:article)", na_int(document->id));
    return result;
}

int na_rewrite_dates(newsarc *arc, int64_t article, const na_reading *reading)
{
    int result = NA_RUN(arc, "DELETE FROM date WHERE article_id = :article", na_int(article));
    if (result >= 0)
        result = NA_RUN(arc, "DELETE FROM doubt WHERE article_id = :article AND kind = 'ambiguous date'", na_int(article));
    for (size_t i = 0; i < sizeof table / sizeof *table && result >= 0; i++)
        if (table[i].write == write_dates || table[i].write == write_doubts)
            result = write_rows(arc, &table[i], article, reading);
    return result;
}

/* ---- taking an article out --------------------------------------------------------------- */

/* SQLite does not enforce references here: it would look the article up once
 * more for each of its rows.  So what refers to it goes by hand, children
 * first.  newsarc_check sees when something was forgotten. */
static const char *const removal[] = {
    "DELETE FROM quote_pair WHERE quote_id IN (SELECT id FROM quote WHERE article_id = :article)",
    "DELETE FROM quote WHERE article_id = :article",
    "DELETE FROM mention WHERE article_id = :article",
    "DELETE FROM naming WHERE article_id = :article",
    "DELETE FROM date WHERE article_id = :article",
    "DELETE FROM part WHERE article_id = :article",
    "DELETE FROM doubt WHERE article_id = :article",
    "DELETE FROM decided WHERE article_id = :article",
    "DELETE FROM profile WHERE article_id = :article",      /* na_link_leave took its terms and shingles out */
    "DELETE FROM pair WHERE article_id = :article",
    "DELETE FROM temp.changed WHERE article_id = :article",
    "DELETE FROM article WHERE id = :article",
};

int na_remove_article(newsarc *arc, int64_t article)
{
    int64_t source = 0, via = 0, unindexed;
    int fresh = NA_FIND(arc, &unindexed, "SELECT article_id FROM temp.changed WHERE article_id = :article", na_int(article));
    int result = fresh;
    if (result >= 0)
        result = NA_FIND(arc, &source, "SELECT source_id FROM article WHERE id = :article", na_int(article));
    if (result >= 0)
        result = NA_FIND(arc, &via, "SELECT via_id FROM article WHERE id = :article", na_int(article));
    if (result >= 0 && !fresh)
        result = na_search_remove(arc, article);
    if (result >= 0)
        result = na_link_leave(arc, article);
    for (size_t i = 0; i < sizeof removal / sizeof *removal && result >= 0; i++)
        result = NA_RUN(arc, removal[i], na_int(article));
    if (result >= 0)
        result = tidy_source(arc, source);
    return result < 0 ? result : tidy_source(arc, via);
}
