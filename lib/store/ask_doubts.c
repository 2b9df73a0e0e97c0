/* ask_doubts.c - what an editor would look at: marks that reading stumbled over, quotations that
 * other outlets print otherwise, speakers without a name, names that could be another's. */
#include "store/ask_rows.h"
#include "link/link.h"
#include <string.h>

struct newsarc_doubts { na_ask ask; newsarc_doubt row; sqlite3_stmt *doubts; int inside; int64_t left; };

static void order(na_ask *q)
{
    na_ask_sql(q, "SELECT a.id, a.key, s.name, a.published FROM article a LEFT JOIN source s ON s.id = a.source_id WHERE TRUE");
    na_ask_of_article(q);
    na_ask_by_day(q, NULL, 0);
    na_ask_sql(q, " /* scan: articles one after another, by the index of their days */");
}

static const na_topic topic = {
    .name = "doubts", .fields = NA_F_ARTICLE | NA_F_STORY | NA_F_SOURCE | NA_F_LIMIT, .order = order, .sifts = 1
};

/* Of one article. */
static const char doubts_of[] =
    "SELECT at, length, kind, NULL FROM doubt WHERE article_id = :article AND kind <> 'ambiguous name'"
    " UNION ALL"
    " SELECT q.at, q.length, 'altered quotation', 'best supported: ' || u.text FROM quote q JOIN utterance u ON u.id = q.utterance_id"
    "  WHERE q.article_id = :article AND q.relation = 'altered' AND q.kind IN ('direct', 'mixed')"
    " UNION ALL"
    " SELECT q.at, q.length, 'unnamed source', q.speaker_words FROM quote q"
    "  WHERE q.article_id = :article AND q.speaker_id IS NULL AND q.speaker_naming IS NULL AND q.speaker_words IS NOT NULL AND q.kind <> 'term'"
    " UNION ALL"
    " SELECT d.at, d.length, d.kind, (SELECT 'taken for ' || coalesce(e.name, n.name) || coalesce(': ' || n.merged, '') FROM mention m"
    "   JOIN naming n ON n.article_id = m.article_id AND n.number = m.naming LEFT JOIN entity e ON e.id = n.entity_id"
    "   WHERE m.article_id = d.article_id AND m.at = d.at)"
    "  FROM doubt d WHERE d.article_id = :article AND d.kind = 'ambiguous name'"
    " UNION"
    " SELECT m.at, m.length, 'ambiguous name', n.merged FROM naming n JOIN mention m ON m.article_id = n.article_id AND m.naming = n.number"
    "  WHERE n.article_id = :article AND n.merged IN ('" NA_WHY_SEVERAL "', '" NA_WHY_NAMESAKE "')"
    "    AND NOT EXISTS (SELECT 1 FROM doubt d WHERE d.article_id = m.article_id AND d.at = m.at AND d.kind = 'ambiguous name')"
    " ORDER BY 1, 3 /* scan: what is doubtful in one article, to be put in order */";

int newsarc_doubts_open(newsarc_doubts **out, newsarc *arc, const newsarc_filter *filter)
{
    int rc = na_ask_open((void **)out, sizeof **out, arc, filter, &topic);
    if (rc < 0)
        return rc;
    (*out)->left = (*out)->ask.left;        /* of doubts; ... */
    (*out)->ask.left = INT64_MAX;           /* ... articles are gone through until then */
    if (!((*out)->doubts = na_sql(arc, doubts_of)))
        na_ask_fail(&(*out)->ask, arc->failure);
    return (*out)->ask.code;
}

/* Is the speaker only pointed at (they, its operator)?  That is no source who wants no name. */
static int is_pointed_at(const char *words)
{
    static const char *const whose[] = { "its ", "their ", "his ", "her ", "our ", "my " };
    uint32_t entry = words ? na_phrase_entry(words, strlen(words)) : 0;
    char begins[8] = { 0 };
    for (size_t i = 0; words && i < sizeof begins - 1 && words[i]; i++)
        begins[i] = (char)(words[i] | 32);
    for (size_t i = 0; i < sizeof whose / sizeof *whose; i++)
        if (!strncmp(begins, whose[i], strlen(whose[i])))
            return 1;
    return entry && na_entry_in(entry, NA_LIST_PRONOUN);
}

/* The next doubt of the article at hand, or of the next one that has any. */
static int step(newsarc_doubts *d)
{
    int rc = 0;
    while (!d->ask.code) {
        if (d->inside && (rc = na_step(d->ask.arc, d->doubts)) > 0) {
            if (strcmp(na_word(d->doubts, 2), "unnamed source") || !is_pointed_at(na_string(d->doubts, 3)))
                return 1;
            continue;
        }
        if (rc < 0)
            return na_ask_fail(&d->ask, rc);
        if (!(d->inside = na_ask_next(&d->ask)))
            return 0;
        sqlite3_reset(d->doubts);
        sqlite3_bind_int64(d->doubts, 1, sqlite3_column_int64(d->ask.order, 0));
    }
    return 0;
}

const newsarc_doubt *newsarc_doubts_next(newsarc_doubts *doubts)
{
    sqlite3_stmt *article, *at;
    if (!doubts || !doubts->left || !step(doubts))
        return NULL;
    doubts->left--;
    article = doubts->ask.order;
    at = doubts->doubts;
    doubts->row = (newsarc_doubt){
        .article = sqlite3_column_int64(article, 0), .key = na_word(article, 1), .source = na_string(article, 2), .published = na_string(article, 3),
        .at = na_offset(at, 0), .length = na_offset(at, 1), .kind = na_word(at, 2), .why = na_string(at, 3)
    };
    na_arena_reset(&doubts->ask.scratch);
    doubts->row.text = na_ask_piece(&doubts->ask, doubts->row.article, doubts->row.at, doubts->row.length);
    return doubts->row.text ? &doubts->row : NULL;
}

int newsarc_doubts_close(newsarc_doubts *doubts)
{
    if (!doubts)
        return NEWSARC_OK;
    na_done(doubts->ask.arc, doubts->doubts);
    return na_ask_close(&doubts->ask);
}
