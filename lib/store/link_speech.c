/* link_speech.c - the stratum of speech: who speaks, which quotations are one utterance, what is reported of it. */
#include "store/link_speech.h"

/* ---- speakers as the article itself tells them ---------------------------------- */

static int set_speakers(na_linking *l, int64_t article)
{
    return NA_RUN(l->arc,
        "UPDATE quote SET lent_id = NULL, speaker_id ="
        " (SELECT entity_id FROM naming WHERE article_id = quote.article_id AND number = quote.speaker_naming)"
        " WHERE article_id = :article AND (lent_id IS NOT NULL OR speaker_id IS NOT"
        " (SELECT entity_id FROM naming WHERE article_id = quote.article_id AND number = quote.speaker_naming))", na_int(article));
}

/* ---- indirect speech joins the utterance that it reports ---------------------------------------- */

static int report_one(na_crowd *c, na_aligner *aligner, sqlite3_stmt *row)
{
    newsarc *arc = c->l->arc;
    na_said indirect = { .speaker = sqlite3_column_int64(row, 2), .day = NA_NO_DAY, .kind = NA_INDIRECT };
    size_t n, best = SIZE_MAX;
    uint32_t most = 0;
    int64_t utterance = 0;
    const char *text = na_column(row, 1, &n);
    int rc = 0;
    na_listen(c->arena, c->arena, text, n, &indirect);
    for (size_t i = 0; i < c->count && indirect.speaker; i++) {
        uint32_t weight = c->said[i].speaker == indirect.speaker ? na_reports(aligner, &indirect, &c->said[i]) : 0;
        if (weight > most) {
            most = weight;
            best = i;
        }
    }
    if (best != SIZE_MAX)
        rc = NA_FIND(arc, &utterance, "SELECT utterance_id FROM quote WHERE id = :quote", na_int(c->quote[best]));
    if (rc >= 0 && utterance != sqlite3_column_int64(row, 3))
        rc = NA_RUN(arc, "UPDATE quote SET utterance_id = :utterance, relation = :relation WHERE id = :quote",
                    na_id(utterance), na_text(utterance ? "paraphrase" : NULL), na_int(sqlite3_column_int64(row, 0)));
    return rc;
}

static void report_story(void *state)
{
    na_crowd *c = state;
    newsarc *arc = c->l->arc;
    na_aligner *aligner = c->voices->aligner;
    if ((c->rc = na_story_members(c->l, c->arena, c->story, c->lone, &c->members)) < 0)
        return;
    for (size_t i = 0; i < c->members.count && c->rc >= 0; i++)
        c->rc = na_hear_into(c, c->members.id[i], 0);
    for (size_t i = 0; i < c->members.count && c->rc >= 0; i++) {
        sqlite3_stmt *row = NA_QUERY(arc, "SELECT id, text, speaker_id, utterance_id FROM quote WHERE article_id = :article AND kind = 'indirect'",
                                     na_int(c->members.id[i]));
        c->rc = row ? 0 : arc->failure;
        while (row && (c->rc = na_step(arc, row)) == 1)
            if ((c->rc = report_one(c, aligner, row)) < 0)
                break;
        na_done(arc, row);
    }
}

/* ---- the stratum ------------------------------------------------------------------------------------ */

/* All articles whose quotations are compared again, with their stories. */
typedef struct audience { na_set articles, lone; int64_t *story; size_t stories, room; } audience;

static int gather_articles(na_linking *l, audience *a)
{
    const na_set *from[] = { &l->touched, &l->regrouped, &l->renamed };
    int rc = 0;
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < from[k]->count && rc >= 0; i++) {
            int64_t story = 0;
            rc = NA_FIND(l->arc, &story, "SELECT story_id FROM article WHERE id = :article", na_int(from[k]->id[i]));
            na_set_put(story ? &l->stories : &a->lone, story ? story : from[k]->id[i]);
        }
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++) {
        na_set members;
        rc = na_story_members(l, &l->arena, l->stories.id[i], 0, &members);
        for (size_t m = 0; m < members.count; m++) {
            na_set_put(&a->articles, members.id[m]);
            *NA_PUSH(&l->arena, a->story, a->stories, a->room) = l->stories.id[i];
        }
    }
    for (size_t i = 0; i < a->lone.count; i++) {
        na_set_put(&a->articles, a->lone.id[i]);
        *NA_PUSH(&l->arena, a->story, a->stories, a->room) = 0;
    }
    return rc;
}

/* Utterances that nobody words any more, entities that nobody is. */
static int sweep(na_linking *l)
{
    newsarc *arc = l->arc;
    int rc = 0;
    for (size_t i = 0; i < l->utterances.count && rc >= 0; i++)
        rc = NA_RUN(arc, "DELETE FROM utterance WHERE id = :utterance AND NOT EXISTS (SELECT 1 FROM quote WHERE utterance_id = utterance.id)",
                    na_int(l->utterances.id[i]));
    for (size_t i = 0; i < l->entities.count && rc >= 0; i++)
        rc = NA_RUN(arc, "DELETE FROM entity WHERE id = :entity AND NOT EXISTS (SELECT 1 FROM naming WHERE entity_id = entity.id)"
                         " AND NOT EXISTS (SELECT 1 FROM quote WHERE speaker_id = entity.id) AND NOT EXISTS (SELECT 1 FROM utterance WHERE speaker_id = entity.id)",
                    na_int(l->entities.id[i]));
    return rc;
}

int na_link_speech(na_linking *l)
{
    audience a = { .articles = { .arena = &l->arena }, .lone = { .arena = &l->arena } };
    na_set regroup = { .arena = &l->arena };
    na_voices heard = { .heard = { .arena = &l->arena }, .aligner = na_make_aligner(&l->arena) };
    int rc = gather_articles(l, &a);
    for (size_t i = 0; i < a.articles.count && rc >= 0; i++)
        if ((rc = set_speakers(l, a.articles.id[i])) >= 0)
            rc = na_forget_pairs(l, &regroup, a.articles.id[i]);
    for (size_t i = 0; i < l->fresh.count && rc >= 0; i++)
        rc = na_with_crowd(l, &heard, &regroup, na_index_runs, 0, l->fresh.id[i]);
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++)
        if ((rc = na_with_crowd(l, &heard, &regroup, na_compare_story, l->stories.id[i], 0)) >= 0)
            rc = na_progress(l->arc, "comparing quotations", (int64_t)i, (int64_t)l->stories.count);
    for (size_t i = 0; i < a.lone.count && rc >= 0; i++)
        rc = na_with_crowd(l, &heard, &regroup, na_compare_story, 0, a.lone.id[i]);
    for (size_t i = 0; i < a.articles.count && rc >= 0; i++)
        rc = na_with_crowd(l, &heard, &regroup, na_compare_others, a.story[i], a.articles.id[i]);
    for (size_t i = 0; i < a.articles.count && rc >= 0; i++)
        rc = na_keep_lone(l, a.articles.id[i]);
    if (rc >= 0)
        rc = na_decide_utterances(l, heard.aligner, &regroup);
    for (size_t i = 0; i < l->stories.count && rc >= 0; i++)
        rc = na_with_crowd(l, &heard, &regroup, report_story, l->stories.id[i], 0);
    for (size_t i = 0; i < a.lone.count && rc >= 0; i++)
        rc = na_with_crowd(l, &heard, &regroup, report_story, 0, a.lone.id[i]);
    if (rc >= 0)
        rc = sweep(l);
    return rc < 0 ? rc : 0;
}
