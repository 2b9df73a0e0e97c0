/* archive.h - archives in a folder of their own, articles that we made up, and
 * all that an archive holds as one text, so that two can be compared. */
#ifndef NA_TEST_ARCHIVE_H
#define NA_TEST_ARCHIVE_H
#define _XOPEN_SOURCE 700
#include "test.h"
#include "store/store.h"
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[64];

static inline const char *in_folder(const char *name)
{
    static char path[8][128];
    static int next;
    char *out = path[next++ % 8];
    if (!*folder) {
        strcpy(folder, "/tmp/newsarc-test-XXXXXX");
        ck_assert_ptr_nonnull(mkdtemp(folder));
    }
    snprintf(out, sizeof path[0], "%s/%s", folder, name);
    return out;
}

/* Every test runs in a process of its own, which takes its folder away. */
static inline void clean_up(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    if (*folder && system(command))
        printf("%s stays\n", folder);
}

static inline newsarc *open_new(const char *name)
{
    newsarc *arc;
    int result = newsarc_open(&arc, name[0] == ':' ? name : in_folder(name), NULL);
    ck_assert_msg(result == NEWSARC_OK, "%s", newsarc_error(arc));
    atexit(clean_up);
    return arc;
}

static inline int open_as(newsarc **arc, const char *path, int mode, int untrusted)
{
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    options.mode = mode;
    options.untrusted = untrusted;
    options.timeout_ms = -1;
    return newsarc_open(arc, path, &options);
}

/* ---- articles ----------------------------------------------------------------------- */

static const struct article { const char *id, *url, *title, *published, *text; } news[] = {
    { "a1", "https://www.vellmarpost.example/2021/03/05/bridge", "Council closes the Orrin bridge", "2021-03-05",
      "Council closes the Orrin bridge\n\nVELLMAR - The city council closed the Orrin bridge on Thursday after cracks were found in two piers.\n\n"
      "\"We will not open it again before the piers are safe,\" said Mayor Ada Marsh. Marsh told the Vellmar Post that repairs would last until June.\n" },
    { "a2", NULL, "Orrin bridge shut for months", "2021-03-06",
      "Orrin bridge shut for months\n\nThe Orrin bridge stays shut until June, Mayor Ada Marsh said on Thursday. "
      "\"We will not open it again before the piers are safe,\" she said.\n\nThomas Quill, who runs the ferry, said he had added two boats last week.\n" },
    { "a3", NULL, "Ferries are full since the bridge closed", "2021-03-09",
      "Ferries are full since the bridge closed\n\n\"I have not seen such queues in twenty years,\" Thomas Quill said on Monday. "
      "He runs the ferry across the Orrin, which carries those who used the bridge.\n" },
    { "a4", NULL, "Harvest of plums is early", "2021-07-20",
      "Harvest of plums is early\n\nGrowers in Lower Tarn began to pick plums on 18 July 2021, two weeks sooner than in 2020. "
      "\"The spring was warm,\" said Ines Okafor of the growers' union.\n" },
    { NULL, "https://tarnherald.example/plums", "Plums sell for less", NULL,
      "Plums sell for less\n\nPlums cost half of what they did last year, the growers' union said. Ines Okafor called the price \"a blow to every small farm\".\n" },
    { NULL, NULL, NULL, NULL, "A note without a name, but with a letter or two about Vellmar.\n" },
};

static inline newsarc_document document_of(const struct article *a)
{
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    d.id = a->id;
    d.url = a->url;
    d.title = a->title;
    d.published = a->published;
    d.text = a->text;
    d.length = strlen(a->text);
    return d;
}

static inline int64_t put(newsarc *arc, const newsarc_document *d, int expected)
{
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    int result = newsarc_ingest(arc, d, &receipt);
    ck_assert_msg(result == expected, "expected %d, got %d: %s", expected, result, newsarc_error(arc));
    return receipt.article;
}

static inline void put_all(newsarc *arc)
{
    for (size_t i = 0; i < COUNT(news); i++) {
        newsarc_document d = document_of(&news[i]);
        put(arc, &d, NEWSARC_OK);
    }
}

static inline int64_t number(newsarc *arc, const char *sql)
{
    int64_t n = -1;
    ck_assert_msg(na_find(arc, &n, sql, NULL, 0) >= 0, "%s: %s", sql, newsarc_error(arc));
    return n;
}

static inline void must_be_sound(newsarc *arc)
{
    int result = newsarc_check(arc);
    ck_assert_msg(result == NEWSARC_OK, "%s", newsarc_error(arc));
}

/* ---- all that an archive holds, without a row id ------------------------------------------ */

static const char *const contents[] = {
    "SELECT identity, digest, url, source, title, published, modified, hex(original), text FROM document ORDER BY identity, digest",
    "SELECT a.key, s.name, a.source_how, a.domain, v.name, a.via_how, a.headline, a.byline, a.published, a.published_from, a.published_how,"
    " a.earliest, a.latest, a.language, a.length, c.key, (SELECT min(b.key) FROM article b WHERE b.story_id = a.story_id)"
    " FROM article a LEFT JOIN source s ON s.id = a.source_id LEFT JOIN source v ON v.id = a.via_id LEFT JOIN article c ON c.id = a.copy_of ORDER BY a.key",
    "SELECT name, domain FROM source ORDER BY name",
    "SELECT a.key, at, p.length, role FROM part p JOIN article a ON a.id = p.article_id ORDER BY 1, 2",
    "SELECT a.key, n.number, n.kind, n.name, n.key, n.family, n.given, n.role, n.of, n.gender, n.bare, n.listed, n.mentions, n.how, e.key, e.name, e.kind,"
    " n.merged FROM naming n JOIN article a ON a.id = n.article_id LEFT JOIN entity e ON e.id = n.entity_id ORDER BY 1, 2",
    "SELECT kind, key, name, role, geonames, wikidata FROM entity ORDER BY key, kind",
    "SELECT a.alias, e.key, e.kind, a.spelling FROM alias a JOIN entity e ON e.id = a.entity_id ORDER BY 1, 2, 3, 4",
    "SELECT a.key, at, m.length, naming, how FROM mention m JOIN article a ON a.id = m.article_id ORDER BY 1, 2",
    "SELECT a.key, at, d.length, type, value, modifier, anchor, d.earliest, d.latest FROM date d JOIN article a ON a.id = d.article_id ORDER BY 1, 2",
    "SELECT a.key, q.at, q.length, q.kind, q.text, e.key, q.speaker_naming, q.speaker_words, q.speaker_at, q.speaker_length, q.cue_at, q.cue_length,"
    " q.venue_naming, q.venue, q.venue_how, q.how, q.confidence, q.flags, q.relation, u.text FROM quote q JOIN article a ON a.id = q.article_id"
    " LEFT JOIN entity e ON e.id = q.speaker_id LEFT JOIN utterance u ON u.id = q.utterance_id ORDER BY 1, 2, 3, 4",
    "SELECT a.key, at, kind, d.length FROM doubt d JOIN article a ON a.id = d.article_id ORDER BY 1, 2, 3",
    "SELECT a.key, snippet(search, 1, '[', ']', '~', 64) FROM search JOIN article a ON a.id = search.rowid WHERE search MATCH 'bridge OR plums OR vellmar' ORDER BY 1",
};

/* To be freed. */
static inline char *contents_of(newsarc *arc)
{
    na_buffer out = {0};
    for (size_t i = 0; i < COUNT(contents); i++) {
        sqlite3_stmt *row = na_query(arc, contents[i], NULL, 0);
        ck_assert_msg(row != NULL, "%s", newsarc_error(arc));
        while (na_step(arc, row) > 0) {
            for (int k = 0; k < sqlite3_column_count(row); k++) {
                const char *value = (const char *)sqlite3_column_text(row, k);
                na_adds(&out, value ? value : "-");
                na_addc(&out, '|');
            }
            na_addc(&out, '\n');
        }
        na_done(arc, row);
    }
    ck_assert_int_eq(out.failed, 0);
    return out.bytes;
}

static inline void must_hold_the_same(newsarc *one, newsarc *other)
{
    char *a = contents_of(one), *b = contents_of(other);
    ck_assert_str_eq(a, b);
    free(a);
    free(b);
}

#endif
