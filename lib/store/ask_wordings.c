/* ask_wordings.c - one utterance in all its wordings, each held against the base. */
#include "store/ask_edits.h"
#include <string.h>

struct newsarc_wordings { na_ask ask; newsarc_wording row; const char *base; };

static void order(na_ask *q)
{
    na_ask_with(q, "SELECT q.id FROM utterance u JOIN quote q ON q.utterance_id = u.id JOIN article a ON a.id = q.article_id"
                   " WHERE u.id = :utterance ORDER BY q.id <> u.base_id, a.published NULLS LAST, a.key, q.at", na_int(q->filter.utterance));
}

static const na_topic topic = { .name = "wordings", .fields = NA_F_UTTERANCE, .order = order, .row = NA_QUOTE_SELECT " WHERE q.id = :id" };

static void keep_base(void *state)
{
    newsarc_wordings *w = state;
    w->base = na_copy(&w->ask.arena, w->row.quote.text, strlen(w->row.quote.text));
}

int newsarc_wordings_open(newsarc_wordings **out, newsarc *arc, int64_t utterance)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    int64_t there = 0;
    int rc;
    filter.utterance = utterance ? utterance : -1;
    if ((rc = na_ask_open((void **)out, sizeof **out, arc, &filter, &topic)) < 0)
        return rc;
    rc = NA_FIND(arc, &there, "SELECT 1 FROM utterance WHERE id = :utterance", na_int(utterance));
    if (rc == 0)
        rc = na_fail(arc, NEWSARC_NOTFOUND, "no utterance has the number %lld", (long long)utterance);
    if (rc < 0)
        na_ask_fail(&(*out)->ask, rc);
    return (*out)->ask.code;
}

/* A fragment, and what is much shorter than the base without being called one, is held against the
 * stretch that it was cut from. */
static void hold(void *state)
{
    newsarc_wordings *w = state;
    newsarc_quote *q = &w->row.quote;
    na_arena *scratch = &w->ask.scratch;
    na_wording base = na_take_wording(scratch, w->base, strlen(w->base)), here = na_take_wording(scratch, q->text, strlen(q->text));
    int fragment;
    if (q->relation && !strcmp(q->relation, "part")) {     /* there is nothing in the base that it could differ from */
        w->row.edits = NULL;
        w->row.edit_count = w->row.changed = 0;
        return;
    }
    fragment = (q->relation && !strcmp(q->relation, "fragment")) || 3 * here.words < 2 * base.words;
    na_edits_row(scratch, &base, &here, fragment, &w->row.edits, &w->row.edit_count, &w->row.changed);
}

const newsarc_wording *newsarc_wordings_next(newsarc_wordings *wordings)
{
    na_ask *q = (na_ask *)wordings;
    if (!na_ask_next(q))
        return NULL;
    na_quote_row(q->row, &wordings->row.quote);
    if (!wordings->base && !na_ask_guard(q, &q->arena, keep_base, wordings))
        return NULL;
    return na_ask_guard(q, &q->scratch, hold, wordings) ? &wordings->row : NULL;
}

int newsarc_wordings_close(newsarc_wordings *wordings)
{
    return na_ask_close((na_ask *)wordings);
}
