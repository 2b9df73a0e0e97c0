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

/* In every row, and in one alone, each by turns. */
static void try_all(void (*use)(newsarc *arc))
{
    static column columns[400];
    newsarc *arc = tampered_with();
    size_t n = columns_of(arc, columns, COUNT(columns)), changed = 0;
    loosen(arc);
    for (size_t i = 0; i < n; i++)
        for (size_t v = 0; v < COUNT(values); v++) {
            ck_assert_int_eq(newsarc_begin(arc), NEWSARC_OK);
            if (damage(arc, &columns[i], values[v], (i + v) % 2)) {
                changed++;
                use(arc);
            }
            ck_assert_int_eq(newsarc_rollback(arc), NEWSARC_OK);
        }
    ck_assert_uint_gt(changed, 700);
    must_be_sound(arc);
    newsarc_close(arc);
}

START_TEST(values_of_any_type_are_asked_for) { try_all(ask_it); } END_TEST
START_TEST(values_of_any_type_are_written_beside) { try_all(write_to_it); } END_TEST

TESTS("damage", values_of_any_type_are_asked_for, values_of_any_type_are_written_beside)
