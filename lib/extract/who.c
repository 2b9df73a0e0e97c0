/* who.c - who it is that speaks: the person or body behind the words of a cue.
 *
 *   a name                 that name
 *   he, she                the subject or speaker of the nearest sentence before that can be meant
 *   the mayor              who is called so here; the official: the last one quoted
 *   they, it               an organization, else the words that it stands for
 *   a spokesman, critics   nobody by name: the words are kept
 *
 * It looks back a few sentences only, so that the whole stays linear. */
#include "extract/quotes.h"
#include <string.h>

enum { SENTENCES_BACK = 8, MENTIONS_BACK = 40, CUES_BACK = 12 };

static void give(na_cue *c, uint32_t naming, const char *how, double sure)
{
    c->naming = naming;
    c->how = how;
    c->sure = (float)sure;
}

static void keep_words(na_reading *r, na_cue *c, const char *how, double sure)
{
    c->words = na_words_of(r, c->who.first, c->who.end);
    c->how = how;
    c->sure = (float)sure;
}

/* ---- pronouns ------------------------------------------------------------------- */

static int fits(const na_reading *r, uint32_t naming, int pronoun)
{
    const na_naming *n = &r->naming[naming];
    if (pronoun == 'o')
        return n->kind == NA_ORGANIZATION;
    return n->kind == NA_PERSON && (!n->gender || n->gender == (pronoun == 'f' ? 'f' : 'm'));
}

static uint32_t first_mention_from(const na_reading *r, uint32_t token)
{
    size_t low = 0, high = r->mentions;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (r->mention[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* The first one that fits among the names outside marks in [first, end): the subject, most often.  A possessor is no subject. */
static uint32_t first_fitting(const na_reading *r, uint32_t first, uint32_t end, int pronoun)
{
    uint32_t possessor = NA_NONE;
    for (uint32_t m = first_mention_from(r, first), seen = 0; m < r->mentions && r->mention[m].end <= end && seen < MENTIONS_BACK; m++, seen++) {
        const na_mention *k = &r->mention[m];
        if (r->inside[k->first] || !fits(r, k->naming, pronoun))
            continue;
        if (r->tokens->token[k->end].kind != NA_CLITIC)
            return k->naming;
        if (possessor == NA_NONE)
            possessor = k->naming;
    }
    return possessor;
}

static uint32_t last_fitting(const na_reading *r, uint32_t before, int pronoun)
{
    uint32_t m = first_mention_from(r, before);
    for (uint32_t seen = 0; m-- > 0 && seen < MENTIONS_BACK; seen++)
        if (fits(r, r->mention[m].naming, pronoun))
            return r->mention[m].naming;
    return NA_NONE;
}

static void resolve_pronoun(na_reading *r, const na_speech *s, uint32_t cue, int pronoun)
{
    na_cue *c = &s->cue[cue];
    uint32_t k = c->stretch, found;
    if ((found = first_fitting(r, s->stretch[k].first, c->who.first, pronoun)) != NA_NONE) {
        give(c, found, "pronoun: the subject of the same sentence", .8);
        return;
    }
    for (uint32_t before = cue, seen = 0; before-- > 0 && seen++ < CUES_BACK && s->cue[before].stretch == k; )
        if (s->cue[before].naming != NA_NONE && fits(r, s->cue[before].naming, pronoun)) {
            give(c, s->cue[before].naming, "pronoun: who speaks in the same sentence", .85);
            return;
        }
    for (int back = 0; back < SENTENCES_BACK && k-- > 0; back++) {
        const na_stretch *z = &s->stretch[k];
        uint32_t source = NA_NONE;      /* Lee was late, according to Ito.  He: Lee, if a name stands there */
        for (uint32_t i = z->cue; i < z->cues && i < z->cue + 4; i++)
            if (s->cue[i].naming != NA_NONE && s->cue[i].frame != NA_NOUN && fits(r, s->cue[i].naming, pronoun)) {
                if (s->cue[i].frame == NA_ACCORDING) {
                    source = s->cue[i].naming;
                    continue;
                }
                give(c, s->cue[i].naming, "pronoun: who spoke last", .85 - .03 * back);
                return;
            }
        if ((found = first_fitting(r, z->first, z->end, pronoun)) == NA_NONE)
            found = source;
        if (found != NA_NONE) {
            give(c, found, "pronoun: the subject of the sentence before", .75 - .05 * back);
            return;
        }
    }
    if ((found = last_fitting(r, c->who.first, pronoun)) != NA_NONE)
        give(c, found, "pronoun: the last one named that it can mean", .5);
    else if ((found = first_fitting(r, c->who.end, s->stretch[c->stretch].end, pronoun)) != NA_NONE)
        give(c, found, "pronoun: who is named behind it", .5);
    else
        keep_words(r, c, "pronoun: nobody named that it can mean", .4);
}

/* they, we, I: the words of the last speaker that are plural, else its own. */
static void resolve_plural(na_reading *r, const na_speech *s, uint32_t cue)
{
    na_cue *c = &s->cue[cue];
    for (uint32_t before = cue, seen = 0; before-- > 0 && seen < 4; seen++) {
        const na_cue *b = &s->cue[before];
        if (c->stretch - b->stretch > 3)
            break;
        if (b->words && b->who.end > b->who.first + 1) {
            c->words = b->words;
            c->how = "pronoun: who spoke last";
            c->sure = .6f;
            return;
        }
        if (b->naming != NA_NONE && r->naming[b->naming].kind == NA_ORGANIZATION) {
            give(c, b->naming, "pronoun: the organization that spoke last", .5);
            return;
        }
    }
    keep_words(r, c, "pronoun: several or unnamed", .5);
}

/* ---- descriptions --------------------------------------------------------------------- */

/* The noun that says what somebody is: the last speaker noun before the first preposition. */
static uint32_t head_noun(const na_reading *r, na_np np)
{
    const na_tokens *t = r->tokens;
    uint32_t head = NA_NONE;
    for (uint32_t i = np.first; i < np.end; i++) {
        if (na_grammar(t, i) == 'p' && head != NA_NONE)
            break;
        if (na_in(&t->token[i], NA_LIST_SPEAKER_NOUN))
            head = i;
    }
    return head;
}

/* Does `role` hold every word of the description from `first` to `head`? */
static int role_has(const char *role, const char *words)
{
    size_t n = strlen(words);
    const char *at = role;
    if (!n)
        return 0;
    for (; *at; at++) {
        size_t k = 0;
        while (k < n && (at[k] | 32) == (words[k] | 32))
            k++;
        if (k == n && (at == role || at[-1] == ' ' || at[-1] == '-') && (!at[k] || at[k] == ' ' || at[k] == ','))
            return 1;
    }
    return 0;
}

static int may_be(const na_reading *r, uint32_t naming, char noun)
{
    const na_naming *n = &r->naming[naming];
    return n->kind == NA_PERSON && (!n->gender || (noun != 'm' && noun != 'f') || n->gender == noun);
}

/* "the mayor": a person whose title or office here has that noun, nearest before first. */
static uint32_t by_role(na_reading *r, const na_cue *c, uint32_t head, char noun)
{
    const char *word = na_words_of(r, head, head + 1);
    uint32_t m = first_mention_from(r, c->who.first);
    for (uint32_t seen = 0; m-- > 0 && seen < MENTIONS_BACK; seen++) {
        const na_naming *n = &r->naming[r->mention[m].naming];
        if (n->role && may_be(r, r->mention[m].naming, noun) && role_has(n->role, word))
            return r->mention[m].naming;
    }
    return NA_NONE;
}

static void resolve_definite(na_reading *r, const na_speech *s, uint32_t cue, uint32_t head, char noun)
{
    na_cue *c = &s->cue[cue];
    uint32_t found = by_role(r, c, head, noun);
    if (found != NA_NONE) {
        give(c, found, "description: who has that office here", .85);
        return;
    }
    for (uint32_t k = c->stretch, back = 0; k-- > 0 && back < 4; back++) {
        const na_stretch *z = &s->stretch[k];
        for (uint32_t i = z->cue; i < z->cues && i < z->cue + 4; i++)
            if (s->cue[i].words && role_has(s->cue[i].words, na_words_of(r, head, head + 1))) {
                c->words = s->cue[i].words;     /* an official ... the official */
                c->how = "description: who was described before";
                c->sure = .8f;
                return;
            } else if (s->cue[i].naming != NA_NONE && may_be(r, s->cue[i].naming, noun) && s->cue[i].frame != NA_NOUN) {
                give(c, s->cue[i].naming, "description: who spoke last", .6);
                return;
            }
        found = first_fitting(r, z->first, z->end, noun == 'f' ? 'f' : 'm');
        if (found != NA_NONE && may_be(r, found, noun) && r->naming[found].role) {
            give(c, found, "description: the subject of the sentence before", .5);
            return;
        }
    }
    keep_words(r, c, "description", .8);
}

/* The name in a phrase whose head is a name (Mr. Ito of the union), not one that only belongs to it (Ito's lawyer, an aide to Ito). */
static uint32_t named(const na_reading *r, const na_speech *s, na_np np)
{
    const na_tokens *t = r->tokens;
    uint32_t found = NA_NONE;
    for (uint32_t i = np.first; i < np.end; i++) {
        uint32_t m = s->mention_of[i];
        if (na_grammar(t, i) == 'p')
            return found;
        if (!m) {
            if (found != NA_NONE && t->token[i].length > 5 && !memcmp(t->text + t->token[i].at + t->token[i].length - 3, "ing", 3))
                return found;           /* Ito speaking to ... */
            if (t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER) && !na_grammar(t, i))
                found = NA_NONE;        /* the Ito campaign; Ito's lawyer */
            continue;
        }
        if (na_grammar(t, i) == 'c')
            return NA_NONE;
        i = r->mention[m - 1].end - 1;
        found = t->token[i + 1].kind == NA_CLITIC && i + 1 < np.end ? NA_NONE : r->mention[m - 1].naming;
    }
    return found;
}

static int several(const na_tokens *t, na_np np)
{
    for (uint32_t i = np.first; i < np.end; i++)
        if (na_is(t, i, "and") || na_is(t, i, "or"))
            return 1;
    return 0;
}

static void resolve(na_reading *r, na_speech *s, uint32_t cue)
{
    const na_tokens *t = r->tokens;
    na_cue *c = &s->cue[cue];
    uint32_t found, head;
    int pronoun = c->who.end == c->who.first + 1 ? na_pronoun(t, c->who.first) : 0;
    if (!pronoun && c->who.end == c->who.first + 1)
        pronoun = na_is(t, c->who.first, "his") ? 'm' : na_is(t, c->who.first, "her") ? 'f' : na_is(t, c->who.first, "its") ? 'o' : na_is(t, c->who.first, "their") ? 'p' : 0;
    if (pronoun == 'm' || pronoun == 'f' || pronoun == 'o') {
        resolve_pronoun(r, s, cue, pronoun);
    } else if (pronoun) {
        resolve_plural(r, s, cue);
    } else if (several(t, c->who)) {
        keep_words(r, c, "several speakers", .8);
    } else if ((found = named(r, s, c->who)) != NA_NONE) {
        give(c, found, c->inverted ? "name after the cue" : c->shared ? "name: subject of the sentence" : "name before the cue", c->shared ? .85 : .95);
    } else {
        const char *noun;
        head = head_noun(r, c->who);
        noun = head == NA_NONE ? NULL : na_word_value(&t->token[head], NA_LIST_SPEAKER_NOUN);
        if (noun && *noun != 'p' && *noun != 'g' && na_is(t, c->who.first, "the") && c->who.end == head + 1)
            resolve_definite(r, s, cue, head, *noun);
        else
            keep_words(r, c, head == NA_NONE ? "words before the cue" : "description", head == NA_NONE ? .6 : .85);
    }
}

void na_resolve_speaker(na_reading *r, na_speech *s, uint32_t cue)
{
    na_cue *c = &s->cue[cue];
    na_np shown = c->who;
    if (c->who.first >= c->who.end) {
        c->how = "no subject";
        c->sure = .3f;
        return;
    }
    c->who = c->meant;          /* ..., who said: the words before the comma */
    resolve(r, s, cue);
    c->who = shown;
}
