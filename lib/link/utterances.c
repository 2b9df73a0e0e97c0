/* utterances.c - are two quotations wordings of one speech?
 *
 * Words are weighed by rarity and matched in order (longest common
 * subsequence by weight).  Containment and not resemblance decides, after
 * MemeTracker (Leskovec, Backstrom, Kleinberg 2009). */
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

enum { LONGEST = NA_LONGEST_SPEECH };
struct na_aligner { uint32_t best[LONGEST + 1][LONGEST + 1]; };

void na_listen(na_arena *arena, na_arena *scratch, const char *text, size_t n, na_said *said)
{
    na_tokens *t = na_tokenize(scratch, text, n);
    size_t most = t->count < LONGEST ? t->count : LONGEST;
    uint32_t *word = na_alloc(arena, (most + 1) * sizeof *word);
    uint32_t *rarity = na_alloc(arena, (most + 1) * sizeof *rarity);
    int bracket = 0;
    for (size_t i = 0; i < t->count && said->words < LONGEST; i++) {
        const na_token *token = &t->token[i];
        if (token->kind == NA_PUNCT && (token->mark == '[' || token->mark == ']'))
            bracket = token->mark == '[';
        if (bracket || (token->kind != NA_WORD && token->kind != NA_NUMBER))
            continue;
        word[said->words] = (uint32_t)(token->hash >> 16);
        rarity[said->words] = na_entry_rarity(token->entry);
        said->weight += rarity[said->words++];
    }
    said->word = word;
    said->rarity = rarity;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

enum { TELLING_RUN = 88 };      /* rarity of the words of a run together; a run that weighs less is a stock phrase */

static uint32_t run_hash(const na_said *s, uint32_t at)
{
    uint64_t h = 0;
    uint32_t weight = 0;
    for (uint32_t k = 0; k < NA_RUN_WORDS; k++) {
        h = na_hash_join(h, s->word[at + k]);
        weight += s->rarity[at + k];
    }
    return weight < TELLING_RUN ? UINT32_MAX : (uint32_t)(h >> 32);
}

size_t na_speech_runs(const na_said *s, uint32_t *out)
{
    uint32_t runs = s->words < NA_RUN_WORDS ? 0 : s->words - NA_RUN_WORDS + 1, hash[LONGEST], last = NA_NONE;
    size_t n = 0, kept = 0;
    for (uint32_t i = 0; i < runs; i++)
        hash[i] = run_hash(s, i);
    /* of each window of runs the least; a short quotation is one window */
    for (uint32_t i = 0; i == 0 || i + NA_RUN_WINDOW <= runs; i++) {
        uint32_t least = i;
        for (uint32_t k = i; k < i + NA_RUN_WINDOW && k < runs; k++)
            if (hash[k] < hash[least])
                least = k;
        if (runs && least != last && hash[least] != UINT32_MAX)
            out[n++] = hash[last = least];
    }
    if (n)
        qsort(out, n, sizeof *out, by_number);
    for (size_t i = 0; i < n; i++)
        if (!kept || out[kept - 1] != out[i])
            out[kept++] = out[i];
    return kept;
}

na_aligner *na_make_aligner(na_arena *arena)
{
    return na_alloc(arena, sizeof(na_aligner));
}

/* best[i][k]: the most weight that the words from i of the shorter and from k of the longer have in common;
 * one more for each word, so that of equal weights more words win. */
static void align(na_aligner *w, const na_said *s, const na_said *l)
{
    for (size_t k = 0; k <= l->words; k++)
        w->best[s->words][k] = 0;
    for (size_t i = s->words; i-- > 0; ) {
        w->best[i][l->words] = 0;
        for (size_t k = l->words; k-- > 0; ) {
            uint32_t skip = w->best[i + 1][k] > w->best[i][k + 1] ? w->best[i + 1][k] : w->best[i][k + 1];
            uint32_t take = s->word[i] == l->word[k] ? w->best[i + 1][k + 1] + s->rarity[i] + 1 : 0;
            w->best[i][k] = take > skip ? take : skip;
        }
    }
}

/* Where all of the shorter one stands in a row in the longer one, or NA_NONE. */
static uint32_t find_run(const na_said *s, const na_said *l)
{
    for (uint32_t k = 0; s->words && k + s->words <= l->words; k++)
        if (l->word[k] == s->word[0] && !memcmp(l->word + k, s->word, s->words * sizeof *s->word))
            return k;
    return NA_NONE;
}

na_match na_match_words(na_aligner *w, const na_said *a, const na_said *b)
{
    const na_said *longer = a->words >= b->words ? a : b, *shorter = longer == a ? b : a;
    uint32_t least = a->weight < b->weight ? a->weight : b->weight;
    na_match match = {0};
    uint32_t run = find_run(shorter, longer);
    if (run != NA_NONE)
        return (na_match){ shorter->weight, least ? shorter->weight * 100 / least : 0, shorter->words, run, run + shorter->words - 1 };
    align(w, shorter, longer);
    for (uint32_t i = 0, k = 0; i < shorter->words && k < longer->words; ) {
        if (shorter->word[i] == longer->word[k] && w->best[i][k] == w->best[i + 1][k + 1] + shorter->rarity[i] + 1) {
            if (!match.words++)
                match.first = k;
            match.last = k++;
            match.weight += shorter->rarity[i++];
        } else if (w->best[i + 1][k] >= w->best[i][k + 1]) {
            i++;
        } else {
            k++;
        }
    }
    match.part = least ? match.weight * 100 / least : 0;
    return match;
}

static int apart(const na_said *a, const na_said *b)
{
    if (a->day == NA_NO_DAY || b->day == NA_NO_DAY)
        return 0;
    return a->day > b->day ? a->day - b->day : b->day - a->day;
}

/* Words that stand apart from each other in the longer one are found in any long speech. */
static int scattered(const na_match *m)
{
    return m->part < 80 && m->words * 3 < m->last - m->first + 1;
}

/* How much must agree: quarter bits of matched words, and the part of the lighter one.  Within a story little is
 * enough; elsewhere it takes a sentence nearly whole, or of the same speaker within a week more than half.  That is
 * told again years later, and is still the same speech when the speaker is; when it is long enough, whoever is said
 * to have spoken (who quotes a speech is taken for its speaker). */
static int enough(const na_match *m, const na_said *a, const na_said *b)
{
    int same_story = a->story == b->story && a->story != NA_NONE && apart(a, b) <= 30;
    if (scattered(m))
        return 0;
    if (m->part >= 95 && m->weight >= 240)
        return 1;
    if (a->speaker && a->speaker == b->speaker) {
        if (same_story)
            return m->part >= 60 && m->weight >= 40;
        return m->part >= 95 ? m->weight >= 100 : m->weight >= 180 && m->part >= (apart(a, b) <= 7 ? 60 : 80);
    }
    if (!a->speaker || !b->speaker)
        return same_story ? m->part >= 70 && m->weight >= 56 : m->part >= 80 && m->weight >= 140;
    return m->part >= 85 && m->weight >= 160 && apart(a, b) <= 30;
}

int na_same_speech(na_aligner *aligner, const na_said *a, const na_said *b)
{
    na_match m;
    if (!a->words || !b->words)
        return 0;
    m = na_match_words(aligner, a, b);
    return enough(&m, a, b);
}

uint32_t na_reports(na_aligner *aligner, const na_said *indirect, const na_said *said)
{
    na_match m;
    if (!indirect->speaker || indirect->speaker != said->speaker || apart(indirect, said) > 30)
        return 0;
    m = na_match_words(aligner, indirect, said);
    return m.weight >= 100 && m.part >= 45 ? m.weight : 0;
}

const char *na_relation(na_aligner *aligner, const na_said *base, const na_said *said)
{
    na_match m;
    if (said->kind == NA_INDIRECT)
        return "paraphrase";
    if (said->kind == NA_UNMARKED)
        return "unmarked";
    m = na_match_words(aligner, base, said);
    if (m.words != (said->words < base->words ? said->words : base->words) || m.last - m.first + 1 != m.words)
        return "altered";
    return said->words < base->words ? "fragment" : "same";
}

/* ---- which pairs to look at -------------------------------------------------------
 * Same speech means that the lighter one shares at least 60 in a hundred of its
 * weight.  So it shares one of its rarest words that weigh more than 40 together:
 * looking those up among all words of all others finds every pair. */

enum { MUST_SHARE = 60 };
typedef struct post { uint32_t word, said; } post;

static int by_word(const void *a, const void *b)
{
    const post *x = a, *y = b;
    return x->word != y->word ? (x->word > y->word) - (x->word < y->word) : (x->said > y->said) - (x->said < y->said);
}

static int speaks(const na_said *s)
{
    return s->kind != NA_TERM && s->kind != NA_INDIRECT && s->words > 0;
}

typedef struct index { post *list; size_t count; na_arena *arena; uint32_t *found; size_t founds, room; } index;

static void look_up(index *x, uint32_t word)
{
    size_t low = 0, high = x->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (x->list[middle].word < word)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < x->count && x->list[low].word == word; low++)
        *NA_PUSH(x->arena, x->found, x->founds, x->room) = x->list[low].said;
}

/* Looks up the rarest words of said[number] until those left weigh too little to be enough. */
static void find_candidates(index *x, const na_said *s)
{
    uint8_t used[LONGEST] = {0};
    uint32_t left = s->weight;
    x->founds = 0;
    while (left * 100 >= s->weight * MUST_SHARE) {
        uint32_t rarest = NA_NONE;
        for (uint32_t i = 0; i < s->words; i++)
            if (!used[i] && (rarest == NA_NONE || s->rarity[i] > s->rarity[rarest]))
                rarest = i;
        if (rarest == NA_NONE)
            break;
        used[rarest] = 1;
        left -= s->rarity[rarest];
        look_up(x, s->word[rarest]);
    }
    if (x->founds)
        qsort(x->found, x->founds, sizeof *x->found, by_number);
}

static int lighter(const na_said *said, uint32_t a, uint32_t b)
{
    return said[a].weight != said[b].weight ? said[a].weight < said[b].weight : a < b;
}

na_edge *na_speech_edges(na_arena *arena, na_aligner *aligner, const na_said *said, size_t n, size_t *edges)
{
    index x = { .arena = arena };
    size_t room = 0, edge_room = 0;
    na_edge *edge = NULL;
    *edges = 0;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; speaks(&said[i]) && k < said[i].words; k++)
            *NA_PUSH(arena, x.list, x.count, room) = (post){ said[i].word[k], i };
    if (x.count)
        qsort(x.list, x.count, sizeof *x.list, by_word);
    for (uint32_t i = 0; i < n; i++) {
        if (!speaks(&said[i]))
            continue;
        find_candidates(&x, &said[i]);
        for (size_t k = 0; k < x.founds; k++) {
            uint32_t other = x.found[k];
            if ((k && x.found[k - 1] == other) || !lighter(said, i, other) || (said[i].copied && said[other].copied))
                continue;
            if (na_same_speech(aligner, &said[i], &said[other]))
                *NA_PUSH(arena, edge, *edges, edge_room) = i < other ? (na_edge){ i, other, 1 } : (na_edge){ other, i, 1 };
        }
    }
    return edge;
}
