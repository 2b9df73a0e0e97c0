/* unsure.c - of what kind is a name that no list, head word or title tells, and is it one at all?
 *
 * Trained weights decide, once for all mentions of a name in the article: what
 * stands around each of them is added up, so that one telling place ("the
 * firm Ellin") tells what the others are. */
#include "extract/weights.h"

/* By how much the weights must be for another kind than the rules'.  Where the
 * rules found nothing better than OTHER most names are none of a kind that is
 * asked for, so more is needed.  That it is no name needs no margin: the rules
 * had no reason to take it. */
enum { MARGIN = 500, MARGIN_OTHER = 800 };

/* No list, head word or title tells, and it is nobody whose whole name or office stands beside him or elsewhere. */
int na_is_unsure(const na_names *n, const na_found *found)
{
    const na_seen *last = na_seen_word(n, n->t->token[found->end - 1].hash);
    if (found->entry || found->sure)
        return 0;
    return found->kind != NA_PERSON || !((last && last->bearers) || na_kind_by_context(n, found->first, found->end) == NA_PERSON);
}

/* Words, capitals, marks and numbers in it. */
static uint64_t shape(const na_names *n, const na_found *g)
{
    uint64_t words = 0, caps = 0, lower = 0, numbers = 0, marks = 0;
    for (uint32_t i = g->first; i < g->end; i++) {
        const na_token *t = &n->t->token[i];
        words += t->kind == NA_WORD;
        caps += t->kind == NA_WORD && t->flags & NA_CAPS;
        lower += t->kind == NA_WORD && !(t->flags & NA_UPPER);
        numbers += t->kind == NA_NUMBER;
        marks += t->kind != NA_WORD && t->kind != NA_NUMBER;
    }
    return (words > 6 ? 6 : words) | (uint64_t)(caps == words) << 4 | (uint64_t)(caps > 0) << 5 | (uint64_t)(marks > 0) << 6 |
           (uint64_t)(numbers > 0) << 7 | (uint64_t)(lower > 0) << 8;
}

/* A word of the context; all numbers are one, and so are all genitives. */
static uint64_t word(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    return i >= n->t->count ? 1 : t->kind == NA_NUMBER ? 3 : t->kind == NA_CLITIC ? 5 : t->hash;
}

typedef struct context { uint64_t before, before2, after, after2; } context;

static context context_of(const na_names *n, const na_found *g)
{
    uint32_t a = g->first;
    int begins = n->t->token[a].flags & NA_PARAGRAPH;
    return (context){ a && !begins ? word(n, a - 1) : 1, a > 1 && !begins ? word(n, a - 2) : 1, word(n, g->end), word(n, g->end + 1) };
}

static uint64_t neighbour(const na_names *n, uint32_t i)
{
    return i < n->t->count && n->owner[i] ? 1u + n->found[n->owner[i] - 1].kind : 0u;
}

void na_context_features(const na_names *n, const na_found *g, na_features *f)
{
    const na_token *t = n->t->token;
    context c = context_of(n, g);
    uint32_t a = g->first, e = g->end;
    f->count = 0;
    na_feature(f, 1, c.before);
    na_feature(f, 2, na_hash_join(c.before, c.before2));
    na_feature(f, 3, c.after);
    na_feature(f, 4, na_hash_join(c.after, c.after2));
    na_feature(f, 5, na_hash_join(c.before, c.after));
    na_feature(f, 6, c.before2);
    na_feature(f, 7, c.after2);
    na_feature(f, 8, a > 1 ? neighbour(n, a - 2) * 8 + neighbour(n, a - 1) + (uint64_t)(unsigned char)t[a - 1].mark * 64 : 1);
    na_feature(f, 9, neighbour(n, e + 1) * 8 + neighbour(n, e) + (uint64_t)(unsigned char)t[e].mark * 64);
}

/* What the article says elsewhere of the last word. */
static void history_features(const na_names *n, const na_found *g, na_features *f)
{
    const na_seen *s = na_seen_word(n, n->t->token[g->end - 1].hash);
    uint64_t votes = 0;
    if (!s)
        return;
    for (int k = 0; k < 4; k++)
        votes = votes * 4 + (s->votes[k] > 2 ? 3 : s->votes[k]);
    na_feature(f, 10, votes << 3 | g->kind);
    na_feature(f, 11, g->kind | (uint64_t)(s->family > 2 ? 3 : s->family) << 4 | (uint64_t)(s->lower > 1 ? 2 : s->lower) << 8 |
                          (uint64_t)(s->upper > 2 ? 3 : s->upper) << 12);
}

void na_unsure_features(const na_names *n, const na_found *g, na_features *f)
{
    const na_token *t = n->t->token;
    context c = context_of(n, g);
    uint32_t a = g->first, z = g->end - 1;
    uint64_t kind = g->kind, form = shape(n, g), first = na_lists_of(n, a), last = na_lists_of(n, z), phrase = 1;
    na_context_features(n, g, f);
    history_features(n, g, f);
    na_feature(f, 12, kind);
    na_feature(f, 13, form);
    na_feature(f, 14, kind ^ form << 8);
    na_feature(f, 16, t[a].hash);
    na_feature(f, 17, t[z].hash);
    na_feature(f, 18, na_ending(n, z, 2));
    na_feature(f, 19, na_ending(n, z, 3));
    na_feature(f, 20, na_ending(n, z, 4));
    na_feature(f, 21, na_ending(n, a, 3));
    na_feature(f, 22, first);
    na_feature(f, 23, last);
    na_feature(f, 24, na_hash_join(first, last));
    na_feature(f, 25, c.before ^ kind);
    na_feature(f, 26, c.after ^ kind);
    na_feature(f, 27, c.before ^ form);
    na_feature(f, 28, c.after ^ form);
    na_feature(f, 29, kind ^ first << 3);
    na_feature(f, 30, kind ^ last << 3);
    na_feature(f, 31, na_lists_of(n, g->end));
    na_feature(f, 32, a ? na_lists_of(n, a - 1) : UINT64_MAX);
    na_feature(f, 33, kind | (uint64_t)n->weak[a] << 4 | (uint64_t)((t[a].flags & NA_FIRST) != 0) << 8);
    for (uint32_t i = a; i <= z; i++)
        phrase = na_hash_join(phrase, t[i].hash);
    na_feature(f, 34, phrase);
    for (uint32_t i = a; i <= z; i++)
        if (t[i].kind == NA_WORD)
            na_feature(f, 35, t[i].hash);
}

/* A name of the article, and the sums of its mentions. */
typedef struct name { uint64_t hash; int32_t score[NA_KINDS]; } name;

static name *name_of(const na_names *n, name *table, size_t mask, const na_found *g)
{
    uint64_t hash = 1;
    size_t i;
    for (uint32_t k = g->first; k < g->end; k++)
        hash = na_hash_join(hash, n->t->token[k].hash);
    for (i = hash & mask; table[i].hash && table[i].hash != hash; i = (i + 1) & mask)
        ;
    table[i].hash = hash;
    return &table[i];
}

static void add_up(const na_names *n, const na_found *g, const na_weights *weights, name *sum)
{
    na_features f;
    na_unsure_features(n, g, &f);
    for (size_t k = 0; k < f.count; k++) {
        const int8_t *row = weights->kind[na_row(f.hash[k], NA_KIND_BITS)];
        for (int c = 0; c < NA_KINDS; c++)
            sum->score[c] += row[c];
    }
}

static uint8_t decide(uint8_t kind, const int32_t *score)
{
    uint8_t best = 0;
    int32_t least = kind == NA_OTHER ? MARGIN_OTHER : MARGIN;
    for (uint8_t c = 1; c < NA_KINDS; c++)
        if (score[c] > score[best])
            best = c;
    return best == NA_NO_NAME || score[best] > score[kind] + least ? best : kind;
}

void na_decide_unsure(na_names *n, const na_weights *weights)
{
    size_t size = 64, kept = 0;
    name *table, **of = na_alloc(n->r->arena, (n->count + 1) * sizeof *of);
    while (size < 2 * n->count)
        size *= 2;
    table = na_alloc(n->r->arena, size * sizeof *table);
    for (size_t k = 0; k < n->count; k++)
        if (na_is_unsure(n, &n->found[k]))
            add_up(n, &n->found[k], weights, of[k] = name_of(n, table, size - 1, &n->found[k]));
    for (size_t k = 0; k < n->count; k++) {
        na_found f = n->found[k];
        if (of[k])
            f.kind = decide(f.kind, of[k]->score);
        if (f.kind != NA_NO_NAME)
            n->found[kept++] = f;
    }
    n->count = kept;
    na_own(n);
}
