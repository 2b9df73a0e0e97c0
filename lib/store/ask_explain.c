/* ask_explain.c - why we think so: one sentence for any row, from what was kept with it. */
#include "store/ask.h"
#include <stdlib.h>
#include <string.h>

/* One statement a kind, whose only column is the sentence: what it is, how that was decided, on what evidence.
 * :id is the row's (for mentions and dates the article's), :at the place. */
static const char *const sentence[] = {
[NEWSARC_SOURCE] =
    "SELECT s.name || ' published ' || (SELECT count(*) FROM article WHERE source_id = s.id) || ' of the articles here'"
    " || coalesce(' (as told by ' || (SELECT group_concat(how, ', ') FROM (SELECT source_how AS how FROM article WHERE source_id = s.id"
    "     AND source_how IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3)) || ')', '')"
    " || coalesce(', its domain is ' || s.domain, '')"
    " || ', and ' || (SELECT count(*) FROM article WHERE via_id = s.id) || ' were taken from it.'"
    " FROM source s WHERE s.id = :id AND :at IS NOT NULL",
[NEWSARC_ARTICLE] =
    "SELECT 'Published by ' || coalesce(s.name || ' (' || coalesce(a.source_how, 'as given') || ')', 'an outlet that nothing in it names') || CASE WHEN a.published IS NULL THEN ',' ELSE '' END"
    " || coalesce(', taken from ' || v.name || ' (' || coalesce(a.via_how, 'as given') || ')', '')"
    " || CASE WHEN a.published IS NOT NULL THEN ' on ' || substr(a.published, 1, 10) || coalesce(' (' || a.published_how || ')', coalesce(' (from ' || a.published_from || ')', ''))"
    "         WHEN a.earliest IS NOT NULL OR a.latest IS NOT NULL THEN ' undated, but between ' || coalesce(a.earliest, 'an unknown day')"
    "              || ' and ' || coalesce(a.latest, 'an unknown day') || coalesce(' (' || a.published_how || ')', '')"
    "         ELSE ' on a day that nothing in it tells' END"
    " || CASE WHEN (SELECT count(*) FROM article m WHERE m.story_id = a.story_id) > 1 THEN '; tells the same affair as '"
    "         || ((SELECT (count(*) - 1) || CASE count(*) WHEN 2 THEN ' other article' ELSE ' other articles' END FROM article m WHERE m.story_id = a.story_id))"
    "         || coalesce(', most like ' || (SELECT m.key FROM pair p JOIN article m ON m.id = p.other_id"
    "            WHERE p.article_id = a.id AND m.story_id = a.story_id ORDER BY p.likeness DESC, m.key LIMIT 1), '') ELSE '' END"
    " || coalesce('; its text copies ' || c.key || coalesce(', which has ' || (SELECT CAST(round(100 * p.shared) AS INTEGER) FROM pair p"
    "     WHERE p.article_id = a.id AND p.other_id = c.id) || ' % of it', ''), '') || '.'"
    " FROM article a LEFT JOIN source s ON s.id = a.source_id LEFT JOIN source v ON v.id = a.via_id LEFT JOIN article c ON c.id = a.copy_of"
    " WHERE a.id = :id AND :at IS NOT NULL",
[NEWSARC_ENTITY] =
    "SELECT e.name || ' is one ' || CASE e.kind WHEN 'other' THEN 'name' ELSE e.kind END || ', named in '"
    " || (SELECT count(DISTINCT article_id) || CASE count(DISTINCT article_id) WHEN 1 THEN ' article' ELSE ' articles' END FROM naming WHERE entity_id = e.id)"
    " || coalesce(' as ' || (SELECT group_concat(spelling, ', ') FROM (SELECT spelling FROM alias WHERE entity_id = e.id ORDER BY uses DESC, spelling LIMIT 5)), '')"
    " || coalesce('; where only a part of the name stands: ' || (SELECT group_concat(merged, ', ') FROM (SELECT merged FROM naming WHERE entity_id = e.id"
    "     AND merged <> 'full name' GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3)), '') || '.'"
    " FROM entity e WHERE e.id = :id AND :at IS NOT NULL",
[NEWSARC_MENTION] =
    "SELECT '“' || CAST(substr(CAST(d.text AS BLOB), m.at + 1, m.length) AS TEXT) || '” in ' || a.key || ' is ' || coalesce(e.name, n.name) || ': '"
    " || coalesce(m.how, 'named in full') || coalesce('; ' || nullif(n.merged, coalesce(m.how, 'full name')), '') || '.'"
    " FROM mention m JOIN article a ON a.id = m.article_id JOIN document d ON d.id = a.id"
    " JOIN naming n ON n.article_id = m.article_id AND n.number = m.naming LEFT JOIN entity e ON e.id = n.entity_id"
    " WHERE m.article_id = :id AND m.at = :at",
[NEWSARC_DATE] =
    "SELECT '“' || CAST(substr(CAST(t.text AS BLOB), d.at + 1, d.length) AS TEXT) || '” in ' || a.key"
    " || CASE WHEN d.value IS NULL THEN ' cannot be resolved: ' || CASE WHEN a.published IS NULL THEN 'the day of publication is unknown' ELSE 'nothing tells from when it counts' END"
    "         ELSE ' means ' || d.value || coalesce(' (' || d.modifier || ')', '') || coalesce(', some day from ' || d.earliest || ' to ' || nullif(d.latest, d.earliest), '')"
    "         || CASE d.anchor WHEN 'published' THEN ': counted from the day of publication, ' || coalesce(substr(a.published, 1, 10), 'unknown')"
    "                          WHEN 'text' THEN ': counted from the date that the text spoke of before'"
    "                          WHEN 'utterance' THEN ': it stands in a quotation, so it is counted from when that was said'"
    "                          ELSE ': as it is written' END END || '.'"
    " FROM date d JOIN article a ON a.id = d.article_id JOIN document t ON t.id = a.id WHERE d.article_id = :id AND d.at = :at",
[NEWSARC_QUOTE] =
    "SELECT CASE WHEN coalesce(e.name, n.name, q.speaker_words) IS NULL THEN 'Nobody is named as its speaker' || coalesce(' (' || q.how || ')', '')"
    "   ELSE coalesce(e.name, n.name, q.speaker_words) || ' said it' || coalesce(': ' || q.how, '') END"
    " || CASE WHEN q.cue_length > 0 THEN coalesce(', by the words “' || CAST(substr(CAST(t.text AS BLOB), q.cue_at + 1, q.cue_length) AS TEXT) || '”', '') ELSE '' END"
    " || coalesce(', to or through ' || q.venue || ' (' || q.venue_how || ')', '')"
    " || CASE q.kind WHEN 'term' THEN '; the marks stand round a term' WHEN 'indirect' THEN '; indirect speech, without marks'"
    "    WHEN 'unmarked' THEN '; its marks were lost' WHEN 'mixed' THEN '; a fragment inside the reporter''s sentence' ELSE '' END"
    " || CASE WHEN q.relation IS NOT NULL AND (SELECT count(*) FROM quote o WHERE o.utterance_id = q.utterance_id) > 1 THEN '; ' || q.relation || ' of '"
    "      || (SELECT count(*) FROM quote o WHERE o.utterance_id = q.utterance_id) || ' wordings of one utterance, also in '"
    "      || coalesce((SELECT group_concat(key, ', ') FROM (SELECT DISTINCT b.key FROM quote o JOIN article b ON b.id = o.article_id"
    "         WHERE o.utterance_id = q.utterance_id AND o.article_id <> q.article_id ORDER BY b.published NULLS LAST, b.key LIMIT 3)), 'this article alone') ELSE '' END || '.'"
    " FROM quote q JOIN document t ON t.id = q.article_id LEFT JOIN entity e ON e.id = q.speaker_id"
    " LEFT JOIN naming n ON n.article_id = q.article_id AND n.number = q.speaker_naming WHERE q.id = :id AND :at IS NOT NULL",
[NEWSARC_UTTERANCE] =
    "SELECT CASE (SELECT count(*) FROM quote WHERE utterance_id = u.id) WHEN 1 THEN 'One quotation words this utterance' || coalesce(' of ' || e.name, '')"
    "   ELSE (SELECT count(*) || ' quotations of ' || count(DISTINCT article_id) || ' articles' FROM quote WHERE utterance_id = u.id)"
    "        || ' word one utterance' || coalesce(' of ' || e.name, '') || ', because their words agree' END"
    " || coalesce(' (' || (SELECT group_concat(counted, ', ') FROM (SELECT count(*) || ' ' || relation AS counted FROM quote WHERE utterance_id = u.id"
    "      AND relation IS NOT NULL GROUP BY relation ORDER BY count(*) DESC, relation)) || ')', '')"
    " || ', and the base is the wording of ' || coalesce((SELECT a.key FROM quote q JOIN article a ON a.id = q.article_id WHERE q.id = u.base_id), 'an article that is gone')"
    " || ', which most independent outlets support.'"
    " FROM utterance u LEFT JOIN entity e ON e.id = u.speaker_id WHERE u.id = :id AND :at IS NOT NULL",
[NEWSARC_STORY] =
    "SELECT CASE count(*) WHEN 1 THEN 'One article tells this affair'"
    "   ELSE count(*) || ' articles of ' || count(DISTINCT coalesce(a.source_id, -a.id)) || ' outlets tell one affair' END"
    " || coalesce(': they share ' || (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM article m JOIN naming n ON n.article_id = m.id"
    "     JOIN entity e ON e.id = n.entity_id WHERE m.story_id = t.id GROUP BY e.id ORDER BY count(DISTINCT m.id) DESC, sum(n.mentions) DESC, e.name LIMIT 5)), '')"
    " || coalesce(CASE WHEN min(substr(a.published, 1, 10)) = max(substr(a.published, 1, 10)) THEN ', on ' || min(substr(a.published, 1, 10))"
    "   ELSE ', from ' || min(substr(a.published, 1, 10)) || ' to ' || max(substr(a.published, 1, 10)) END, '')"
    " || coalesce('; pairs of them are alike by ' || (SELECT round(avg(p.likeness), 2) FROM pair p JOIN article m ON m.id = p.article_id"
    "     JOIN article o ON o.id = p.other_id WHERE m.story_id = t.id AND o.story_id = t.id) || ' of 1 on average', '') || '.'"
    " FROM story t JOIN article a ON a.story_id = t.id WHERE t.id = :id AND :at IS NOT NULL GROUP BY t.id"
};

static const char *const name[] = { "source", "article", "entity", "mention", "date", "quotation", "utterance", "story" };

int newsarc_explain(newsarc *arc, enum newsarc_kind kind, int64_t id, int64_t at, char **why)
{
    sqlite3_stmt *stmt;
    const char *found;
    size_t n;
    int rc = na_call(arc);
    if (why)
        *why = NULL;
    if (rc < 0)
        return rc;
    if (!why)
        return na_fail(arc, NEWSARC_BADARG, "the place for the sentence is NULL");
    if ((int)kind < NEWSARC_SOURCE || kind > NEWSARC_STORY)
        return na_fail(arc, NEWSARC_BADARG, "no kind of row has the number %d", (int)kind);
    if (!(stmt = NA_QUERY(arc, sentence[kind], na_int(id), na_int(at))))
        return arc->failure;
    rc = na_step(arc, stmt);
    if (rc == 0) {
        if (kind == NEWSARC_MENTION || kind == NEWSARC_DATE)
            rc = na_fail(arc, NEWSARC_NOTFOUND, "article %lld has no %s at %lld", (long long)id, name[kind], (long long)at);
        else
            rc = na_fail(arc, NEWSARC_NOTFOUND, "no %s has the number %lld", name[kind], (long long)id);
    } else if (rc > 0) {
        found = na_column(stmt, 0, &n);
        if ((*why = na_malloc(n + 1)))
            memcpy(*why, found, n + 1);
        else
            rc = na_fail(arc, NEWSARC_NOMEM, "memory ran out");
    }
    na_done(arc, stmt);
    return rc < 0 ? rc : NEWSARC_OK;
}
