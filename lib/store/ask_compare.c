/* ask_compare.c - what each article of a story carried of what was said. */
#include "store/ask.h"

struct newsarc_comparison { na_ask ask; newsarc_carried row; };

/* In marks: whole (direct) or woven into a sentence (mixed). */
static void order(na_ask *q)
{
    na_ask_with(q, "WITH carried AS MATERIALIZED (SELECT q.utterance_id AS utterance, q.article_id AS article,"
                   "   max(q.kind = 'direct' AND q.relation IS NOT 'paraphrase') AS quoted, max(q.kind IN ('mixed', 'term')) AS fragment,"
                   "   max(q.kind = 'indirect') AS indirect, max(q.kind = 'unmarked') AS unmarked, max(q.relation IS 'altered') AS altered"
                   "   FROM article a JOIN quote q ON q.article_id = a.id"
                   "   WHERE a.story_id = :story AND q.utterance_id IS NOT NULL GROUP BY 1, 2),"
                   " utterances AS MATERIALIZED (SELECT c.utterance AS id, count(*) AS articles, min(coalesce(a.published, '~')) AS day, min(a.key) AS key"
                   "   FROM carried c JOIN article a ON a.id = c.article GROUP BY 1)"
                   " SELECT c.utterance, c.article, t.text, e.name, a.key, s.name, a.published, c.quoted, c.fragment, c.indirect, c.unmarked, c.altered"
                   " FROM utterances u JOIN carried c ON c.utterance = u.id JOIN utterance t ON t.id = u.id JOIN article a ON a.id = c.article"
                   " LEFT JOIN entity e ON e.id = t.speaker_id LEFT JOIN source s ON s.id = a.source_id"
                   " ORDER BY u.articles DESC, u.day, u.key, u.id, a.published NULLS LAST, a.key"
                   " /* scan: what the articles of the story carry, to be counted and put in order */", na_int(q->filter.story));
}

static const na_topic topic = { .name = "comparison", .fields = NA_F_STORY, .order = order };

int newsarc_compare_open(newsarc_comparison **out, newsarc *arc, int64_t story)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    int64_t there = 0;
    int rc;
    filter.story = story ? story : -1;
    if ((rc = na_ask_open((void **)out, sizeof **out, arc, &filter, &topic)) < 0)
        return rc;
    if ((rc = NA_FIND(arc, &there, "SELECT 1 FROM story WHERE id = :story", na_int(story))) == 0)
        rc = na_fail(arc, NEWSARC_NOTFOUND, "no story has the number %lld", (long long)story);
    if (rc < 0)
        na_ask_fail(&(*out)->ask, rc);
    return (*out)->ask.code;
}

const newsarc_carried *newsarc_compare_next(newsarc_comparison *comparison)
{
    sqlite3_stmt *at;
    if (!na_ask_next((na_ask *)comparison))
        return NULL;
    at = comparison->ask.order;
    comparison->row = (newsarc_carried){
        .utterance = sqlite3_column_int64(at, 0), .article = sqlite3_column_int64(at, 1), .text = na_word(at, 2), .speaker = na_string(at, 3),
        .key = na_word(at, 4), .source = na_string(at, 5), .published = na_string(at, 6), .quoted = sqlite3_column_int(at, 7),
        .fragment = sqlite3_column_int(at, 8), .indirect = sqlite3_column_int(at, 9), .unmarked = sqlite3_column_int(at, 10), .altered = sqlite3_column_int(at, 11)
    };
    return &comparison->row;
}

int newsarc_compare_close(newsarc_comparison *comparison)
{
    return na_ask_close((na_ask *)comparison);
}
