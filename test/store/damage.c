/* A file whose values were tampered with, table by table and column by column:
 * every question is answered or fails with a reason, what is written to it is
 * written or refused, and newsarc_check tells all that it promises to tell. */
#include "archive.h"
#include "questions.h"

/* What may stand in a column that never should. */
static const char *const values[] = {
    "NULL", "1", "-1", "9223372036854775807", "'x'", "x'00ff'", "CAST(x'ffc361' AS TEXT)", "printf('%.*c', 70000, 'a')",
};

typedef struct column { char table[32], name[32], key[64]; } column;

/* Every column of the tables that are not FTS5's own; key: what tells a row of the table from another. */
static size_t columns_of(newsarc *arc, column *out, size_t most)
{
    size_t n = 0;
    sqlite3_stmt *row = na_query(arc, "SELECT t.name, c.name, (SELECT group_concat(k.name, ', ') FROM pragma_table_info(t.name) k WHERE k.pk)"
        " FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT GLOB 'search*' ORDER BY t.name, c.cid", NULL, 0);
    ck_assert_ptr_nonnull(row);
    while (na_step(arc, row) > 0) {
        ck_assert_uint_lt(n, most);
        snprintf(out[n].table, sizeof out->table, "%s", (const char *)sqlite3_column_text(row, 0));
        snprintf(out[n].name, sizeof out->name, "%s", (const char *)sqlite3_column_text(row, 1));
        snprintf(out[n++].key, sizeof out->key, "%s", sqlite3_column_text(row, 2) ? (const char *)sqlite3_column_text(row, 2) : "rowid");
    }
    na_done(arc, row);
    return n;
}

/* Sets a column in all rows that the schema lets have it, or in the middle row; gives how many rows changed. */
static int damage(newsarc *arc, const column *c, const char *value, int one)
{
    char sql[512];
    int before = sqlite3_total_changes(arc->db);
    snprintf(sql, sizeof sql, "UPDATE OR IGNORE \"%s\" SET \"%s\" = %s WHERE \"%s\" IS NOT %s", c->table, c->name, value, c->name, value);
    if (one)
        snprintf(sql + strlen(sql), sizeof sql - strlen(sql), " AND (%s) = (SELECT %s FROM \"%s\" LIMIT 1 OFFSET (SELECT count(*) / 2 FROM \"%s\"))",
                 c->key, c->key, c->table, c->table);
    sqlite3_exec(arc->db, sql, NULL, NULL, NULL);       /* a type that the table refuses changes nothing */
    return sqlite3_total_changes(arc->db) - before;
}

static newsarc *tampered_with(void)
{
    newsarc *arc = open_new(":memory:");
    newsarc_decision d = NEWSARC_DECISION_INIT;
    put_all(arc);
    d.verb = "hide";
    d.kind = "person";
    d.name = "Ines Okafor";
    ck_assert_msg(newsarc_decide(arc, &d, NULL) == NEWSARC_OK, "%s", newsarc_error(arc));
    d.verb = "rename";
    d.name = "Thomas Quill";
    d.to = "Tom Quill";
    ck_assert_msg(newsarc_decide(arc, &d, NULL) == NEWSARC_OK, "%s", newsarc_error(arc));
    sqlite3_db_config(arc->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
    ck_assert_int_eq(sqlite3_exec(arc->db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL), SQLITE_OK);
    return arc;
}

/* Tables as nobody would make them: any type in any column. */
static void loosen(newsarc *arc)
{
    ck_assert_int_eq(sqlite3_exec(arc->db, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(replace(replace(sql,"
        " ') STRICT, ', ') '), ') STRICT', ')'), 'NOT NULL', '') WHERE type = 'table'; PRAGMA writable_schema = RESET", NULL, NULL, NULL), SQLITE_OK);
}

static void ask_it(newsarc *arc)
{
    ask_everything(arc, "bridge", "Ada Marsh", "Vellmar Post");
    na_enter(arc);
    told(arc, na_check(arc), "check");
}

static void write_to_it(newsarc *arc)
{
    newsarc_document d = document_of(&news[0]);
    d.modified = "2030-01-01";
    told(arc, newsarc_ingest(arc, &d, NULL), "a revision");
    d.id = "new";
    told(arc, newsarc_ingest(arc, &d, NULL), "a new article");
    told(arc, newsarc_delete(arc, 2), "a deletion");
    na_enter(arc);
    told(arc, na_catch_up(arc), "linking");
}

/* Half of the values in every row of a column, the other half in one row alone. */
static void try_all(void (*use)(newsarc *arc), int one)
{
    static column columns[400];
    newsarc *arc = tampered_with();
    size_t n = columns_of(arc, columns, COUNT(columns)), changed = 0;
    loosen(arc);
    for (size_t i = 0; i < n; i++)
        for (size_t v = (i + (size_t)one) % 2; v < COUNT(values); v += 2) {
            ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
            if (damage(arc, &columns[i], values[v], one)) {
                changed++;
                use(arc);
            }
            ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
        }
    ck_assert_uint_gt(changed, 350);
    must_be_sound(arc);
    newsarc_close(arc);
}

START_TEST(values_of_any_type_in_every_row_are_asked_for) { try_all(ask_it, 0); } END_TEST
START_TEST(values_of_any_type_in_one_row_are_asked_for) { try_all(ask_it, 1); } END_TEST
START_TEST(values_of_any_type_in_every_row_are_written_beside) { try_all(write_to_it, 0); } END_TEST
START_TEST(values_of_any_type_in_one_row_are_written_beside) { try_all(write_to_it, 1); } END_TEST

/* Without a table or a view of ours, what needs it says that it is missing. */
START_TEST(tables_that_are_gone)
{
    char drop[80][64];
    size_t count = 0;
    newsarc *arc = tampered_with();
    sqlite3_stmt *row = na_query(arc, "SELECT type || ' \"' || name || '\"' FROM sqlite_schema WHERE (type = 'table' AND name NOT GLOB 'search_*')"
                                      " OR type = 'view'", NULL, 0);
    while (na_step(arc, row) > 0) {
        ck_assert_uint_lt(count, COUNT(drop));
        snprintf(drop[count++], sizeof drop[0], "DROP %s", na_word(row, 0));
    }
    na_done(arc, row);
    ck_assert_uint_gt(count, 25);
    for (size_t i = 0; i < count; i++) {
        ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
        ck_assert_msg(sqlite3_exec(arc->db, drop[i], NULL, NULL, NULL) == SQLITE_OK, "%s: %s", drop[i], sqlite3_errmsg(arc->db));
        ask_it(arc);
        write_to_it(arc);
        ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
    }
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

/* ---- what newsarc_check promises ------------------------------------------------------ */

#define NOWHERE "9223372036854775807"

/* Columns of a table, and what none of them may hold. */
static const struct { const char *columns, *value; } promised[] = {
    { "document: digest url source title published modified original text", "x'61'" },
    { "document: digest url source title published modified", "'x'" },
    { "decision: detail", "'x'" },
    { "decision: detail", "'{}'" },
    { "article: source_id via_id story_id copy_of length", NOWHERE },
    { "article: copy_of", "id" },
    { "article: key headline published_from", "'x'" },
    { "part: article_id at length", NOWHERE },
    { "mention: article_id at length naming", NOWHERE },
    { "date: article_id at length", NOWHERE },
    { "quote: article_id at length speaker_at speaker_length cue_at cue_length", NOWHERE },
    { "quote: at length speaker_at speaker_length cue_at cue_length", "-1" },
    { "quote: speaker_id speaker_naming venue_naming utterance_id lent_id", NOWHERE },
    { "quote: kind text relation venue_how", "'x'" },
    { "part: role", "'x'" },
    { "date: type anchor", "'x'" },
    { "naming: kind gender", "'x'" },
    { "naming: article_id number entity_id", NOWHERE },
    { "naming: entity_id", "NULL" },
    { "entity: id", NOWHERE },
    { "entity: kind", "'x'" },
    { "alias: entity_id", NOWHERE },
    { "utterance: id speaker_id base_id", NOWHERE },
    { "utterance: text", "'x'" },
    { "story: id", NOWHERE },
    { "source: id", NOWHERE },
    { "doubt: article_id at length", NOWHERE },
    { "decided: article_id decision_id", NOWHERE },
    { "profile: article_id", NOWHERE },
    { "term: article_id", NOWHERE },
    { "shingle: article_id", NOWHERE },
    { "spoken: quote_id", NOWHERE },
    { "pair: article_id other_id", NOWHERE },
    { "quote_pair: quote_id other_id", NOWHERE },
};

/* It is told, and but for documents and decisions a rebuild mends it; 0 when the table takes no such value. */
static int must_be_told(newsarc *arc, newsarc *sound, const column *c, const char *value)
{
    int changed, kept = !strcmp(c->table, "document") || !strcmp(c->table, "decision");
    sqlite3_exec(arc->db, "PRAGMA ignore_check_constraints = ON", NULL, NULL, NULL);
    ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
    changed = damage(arc, c, value, 0);
    sqlite3_exec(arc->db, "PRAGMA ignore_check_constraints = OFF", NULL, NULL, NULL);
    na_enter(arc);
    ck_assert_msg(!changed || na_check(arc) == NEWSARC_DAMAGED, "%s.%s = %s passes", c->table, c->name, value);
    told(arc, arc->failure, c->table);
    if (changed && !kept)
        sqlite3_exec(arc->db, "COMMIT", NULL, NULL, NULL);
    ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
    if (changed && !kept) {
        ck_assert_msg(newsarc_rebuild(arc) == NEWSARC_OK, "%s.%s = %s: %s", c->table, c->name, value, newsarc_error(arc));
        must_be_sound(arc);
        must_hold_the_same(arc, sound);
    }
    return changed > 0;
}

START_TEST(a_check_tells_what_it_promises)
{
    newsarc *arc = tampered_with(), *sound = tampered_with();
    int told_of = 0;
    for (size_t i = 0; i < COUNT(promised); i++) {
        const char *at = strchr(promised[i].columns, ':'), *end;
        column c = { .key = "rowid" };
        snprintf(c.table, sizeof c.table, "%.*s", (int)(at - promised[i].columns), promised[i].columns);
        for (at += 2; *at; at = *end ? end + 1 : end) {
            end = at + strcspn(at, " ");
            snprintf(c.name, sizeof c.name, "%.*s", (int)(end - at), at);
            told_of += must_be_told(arc, sound, &c, promised[i].value);
        }
    }
    ck_assert_int_ge(told_of, 55);
    newsarc_close(arc);
    newsarc_close(sound);
}
END_TEST

/* A person who deletes in the shell is refused, if he lets SQLite look at references, or leaves what a check tells. */
START_TEST(rows_deleted_in_the_shell)
{
    static const char *const deletions[] = { "DELETE FROM article WHERE id = 1", "DELETE FROM document WHERE id = 1", "DELETE FROM entity WHERE id = 1",
                                             "DELETE FROM quote", "DELETE FROM story", "DELETE FROM naming" };
    newsarc *arc = tampered_with();
    for (size_t i = 0; i < COUNT(deletions); i++) {
        int held = i < 5;               /* mentions refer to a naming by two columns, which no key holds */
        sqlite3_exec(arc->db, "PRAGMA foreign_keys = ON", NULL, NULL, NULL);
        ck_assert_int_eq(sqlite3_exec(arc->db, "BEGIN", NULL, NULL, NULL), SQLITE_OK);
        ck_assert_msg(sqlite3_exec(arc->db, deletions[i], NULL, NULL, NULL) == (held ? SQLITE_CONSTRAINT_FOREIGNKEY : SQLITE_OK), "%s", deletions[i]);
        ck_assert_int_eq(sqlite3_exec(arc->db, "ROLLBACK; PRAGMA foreign_keys = OFF", NULL, NULL, NULL), SQLITE_OK);
        ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
        ck_assert_int_eq(sqlite3_exec(arc->db, deletions[i], NULL, NULL, NULL), SQLITE_OK);
        na_enter(arc);
        ck_assert_msg(na_check(arc) == NEWSARC_DAMAGED, "%s passes", deletions[i]);
        ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
    }
    must_be_sound(arc);
    newsarc_close(arc);
}
END_TEST

TESTS("damage", tables_that_are_gone, a_check_tells_what_it_promises, rows_deleted_in_the_shell, values_of_any_type_in_every_row_are_asked_for,
      values_of_any_type_in_one_row_are_asked_for, values_of_any_type_in_every_row_are_written_beside,
      values_of_any_type_in_one_row_are_written_beside)
