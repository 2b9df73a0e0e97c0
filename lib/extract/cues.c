/* cues.c - the words that say that something was said, and the words that name who.
 *
 *   Lee said   Lee, the mayor, has also said   said Lee   according to Lee   Lee told Axios
 *   …, adding   left and said                  (the subject of another verb)
 *   her claim that …   a statement from Lee    (nouns)
 *
 * One pass over the words that stand outside marks.  How often a form is a
 * cue is counted, not guessed: lib/words/speech_verb.txt. */
#include "extract/quotes.h"
#include <string.h>

enum { FARTHEST = 150 };        /* tokens that a subject may stand before its verb: keeps one endless sentence linear */

/* ---- stretches ----------------------------------------------------------------- */

typedef struct verb { char frame; uint8_t tense, quote, clause, inverted; } verb;

/* What speech_verb.txt knows of a form: "S past 100 87 22". */
static int verb_of(const na_tokens *t, size_t i, verb *v)
{
    static const char *const tense[] = { "past", "done", "now", "ing", "base" };
    const char *value = t->token[i].kind == NA_WORD ? na_word_value(&t->token[i], NA_LIST_SPEECH_VERB) : NULL;
    unsigned share[3] = { 0, 0, 0 };
    if (!value)
        return 0;
    v->frame = *value;
    value += 2;
    for (v->tense = 0; v->tense < NA_BASE && strncmp(value, tense[v->tense], strlen(tense[v->tense])); )
        v->tense++;
    value += strlen(tense[v->tense]);
    for (int k = 0; k < 3; k++) {
        while (*value == ' ')
            value++;
        while (*value >= '0' && *value <= '9')
            share[k] = share[k] * 10 + (unsigned)(*value++ - '0');
    }
    v->quote = (uint8_t)share[0];
    v->clause = (uint8_t)share[1];
    v->inverted = (uint8_t)share[2];
    return 1;
}

/* Behind a quotation that ended in ?, ! or a period: is what begins at `i` no sentence of its own but "Lee asked." or "said Lee."? */
static int gives_speaker(const na_reading *r, uint32_t i)
{
    const na_tokens *t = r->tokens;
    uint32_t from = i;
    int exclaimed = 0;
    verb v;
    if (i < 2 || t->token[i].flags & NA_LINE)
        return 0;
    exclaimed = t->token[i - 2].mark == '?' || t->token[i - 2].mark == '!';
    for (; i < t->count && i < from + 24; i++) {
        if (r->inside[i] || t->token[i].kind == NA_QUOTE) {
            if (r->inside[i] && r->quote[r->inside[i] - 1].end - r->quote[r->inside[i] - 1].first > 3)
                return 0;
            continue;
        }
        if (i > from && t->token[i].flags & NA_FIRST)
            return 0;
        if (t->token[i].kind == NA_PUNCT && t->token[i].mark == ',' && !exclaimed)
            return 0;
        if (verb_of(t, i, &v) && v.tense != NA_BASE && v.tense != NA_ING && v.quote >= (exclaimed ? 40 : 60) && v.frame != 'C') {
            if (exclaimed)
                return !na_is(t, i + 1, "that") && !(t->token[i + 1].kind == NA_QUOTE || (t->token[i + 1].mark == ':' && t->token[i + 1].kind == NA_PUNCT));
            for (uint32_t k = i + 1; k < i + 5 && k <= t->count; k++)
                if (k == t->count || na_block_begins(t, k))
                    return 1;
            return 0;
        }
    }
    return 0;
}

static int closes_quote(const na_reading *r, uint32_t i)        /* is i the mark behind a quotation? */
{
    return i && r->tokens->token[i].kind == NA_QUOTE && r->inside[i - 1] && r->quote[r->inside[i - 1] - 1].end == i && !r->inside[i];
}

static void find_stretches(na_reading *r, na_speech *s)
{
    const na_tokens *t = r->tokens;
    uint32_t block = 0, q = 0;
    for (uint32_t i = 0; i < t->count; i++) {
        int begins = na_block_begins(t, i);
        block += (uint32_t)begins;
        if (r->inside[i] && i && s->stretches)
            begins = 0;
        else if (!begins && t->token[i].flags & NA_FIRST)
            begins = !(i && closes_quote(r, i - 1) && gives_speaker(r, i));
        if (begins || !s->stretches) {
            if (s->stretches)
                s->stretch[s->stretches - 1].end = i;
            *NA_PUSH(r->arena, s->stretch, s->stretches, s->stretch_room) = (na_stretch){ .first = i, .block = block };
        }
        s->stretch_of[i] = (uint32_t)s->stretches - 1;
    }
    if (!s->stretches)
        return;
    s->stretch[s->stretches - 1].end = (uint32_t)t->count;
    for (size_t k = 0; k < s->stretches; k++) {
        s->stretch[k].quote = q;
        while (q < r->quotes && r->quote[q].first < s->stretch[k].end)
            q++;
        s->stretch[k].quotes = q;
    }
}

/* ---- the verb group ---------------------------------------------------------------- */

typedef struct found {          /* a cue in the making */
    uint32_t first, end;        /* of the verb group: has also said */
    uint32_t limit, stop;       /* of the outer words of its stretch around it */
    verb     v;
} found;

static int lower(const na_tokens *t, size_t i)
{
    return t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER);
}

static int ends_in(const na_tokens *t, size_t i, const char *end)
{
    size_t n = strlen(end);
    return t->token[i].length > n + 1 && !memcmp(t->text + t->token[i].at + t->token[i].length - n, end, n);
}

static int is_be(const na_tokens *t, size_t i)
{
    return na_is(t, i, "was") || na_is(t, i, "is") || na_is(t, i, "were") || na_is(t, i, "are") || na_is(t, i, "been") || na_is(t, i, "being") || na_is(t, i, "be");
}

/* on Monday, Tuesday, last week, in March: words of a date between subject and verb; gives its first token or i. */
static uint32_t before_date(const na_reading *r, uint32_t i, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    const na_date *date = i > limit ? na_date_at(r, i - 1) : NULL;
    uint32_t first;
    if (!date || date->end != i || date->first < limit)
        return i;
    first = date->first;
    return first > limit && (na_is(t, first - 1, "on") || na_is(t, first - 1, "in") || na_is(t, first - 1, "at")) ? first - 1 : first;
}

/* Extends the verb leftwards over auxiliaries and adverbs: has also [said], went on to [say]. */
static uint32_t group_begins(const na_reading *r, uint32_t i, uint32_t limit, int *passive, int *to, int *helped)
{
    const na_tokens *t = r->tokens;
    *passive = *to = *helped = 0;
    while (i > limit) {
        uint32_t k = i - 1, before;
        int g = r->inside[k] ? 0 : na_grammar(t, k);
        if (r->inside[k])
            break;
        if (g == 'a') {
            *passive |= is_be(t, k);
            *helped = 1;
            i = k;
        } else if (g == 'r' || (lower(t, k) && ends_in(t, k, "ly") && !na_in(&t->token[k], NA_LIST_SPEAKER_NOUN))) {
            i = k;
        } else if (t->token[k].kind == NA_CLITIC && k > limit && na_pronoun(t, k - 1)) {
            *helped = 1;
            i = k;
        } else if (na_is(t, k, "to") && k > limit && (na_is(t, k - 1, "on") || na_is(t, k - 1, "continued") || na_is(t, k - 1, "continues") || na_is(t, k - 1, "used") || na_is(t, k - 1, "began"))) {
            *helped = 1;
            i = k - (na_is(t, k - 1, "on") && k > limit + 1 ? 2 : 1);
        } else if (na_is(t, k, "to")) {
            *to = 1;
            return k;
        } else if ((before = before_date(r, i, limit)) < i) {
            i = before;
        } else {
            break;
        }
    }
    return i;
}

/* ---- where the speaker stands -------------------------------------------------------------- */

static uint32_t before_bracket(const na_tokens *t, uint32_t i, uint32_t limit)     /* Lee (R-Ohio) said */
{
    uint32_t k = i;
    if (i <= limit || !na_mark_at(t, i - 1, ')'))
        return i;
    while (k > limit && i - k < 30 && !na_mark_at(t, k - 1, '('))
        k--;
    return k > limit && na_mark_at(t, k - 1, '(') ? k - 1 : i;
}

/* A piece between commas that tells more about the name before it: a doctor; who lost; 45; of Ohio; former mayor; D-Ohio. */
static int tells_more(const na_reading *r, const na_speech *s, uint32_t first, uint32_t end)
{
    const na_tokens *t = r->tokens;
    int g;
    if (first >= end)
        return 1;
    g = na_grammar(t, first);
    if (s->mention_of[first] && r->mention[s->mention_of[first] - 1].kind == NA_PERSON) {
        uint32_t behind = r->mention[s->mention_of[first] - 1].end;     /* Lee, Ito's deputy */
        return behind < end && (t->token[behind].kind == NA_CLITIC || (t->token[behind].kind == NA_QUOTE && t->token[behind].mark == '\''));
    }
    return g == 'd' || g == 'p' || na_pronoun(t, first) == 'r' || g == 's' || g == 'o' || t->token[first].kind == NA_NUMBER || lower(t, first) ||
           na_mark_at(t, first + 1, '-') || (s->mention_of[first] && r->mention[s->mention_of[first] - 1].kind == NA_PLACE) || na_in(&t->token[first], NA_LIST_SPEAKER_NOUN);
}

static int can_speak(const na_reading *r, const na_speech *s, na_np np)
{
    const na_tokens *t = r->tokens;
    if (np.first >= np.end)
        return 0;
    if (na_pronoun(t, np.first) && np.end == np.first + 1)
        return 1;
    for (uint32_t i = np.first; i < np.end; i++)
        if (s->mention_of[i] || na_in(&t->token[i], NA_LIST_SPEAKER_NOUN) || t->token[i].kind == NA_ADDRESS || (t->token[i].flags & NA_UPPER && !(t->token[i].flags & NA_FIRST)))
            return 1;
    return 0;
}

/* "Lee, the mayor, said": the comma stands at `at` - 1.  The name before the pieces that tell more about it. */
static na_np across_commas(const na_reading *r, const na_speech *s, uint32_t at, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    uint32_t end = at - 1, i = end, pieces = 0;
    na_np best = { at, at };
    while (i > limit && at - i < 80) {
        uint32_t first;
        na_np np;
        while (i > limit && at - i < 80 && (r->inside[i - 1] || !na_mark_at(t, i - 1, ',')) && !na_mark_at(t, i - 1, ';') && !na_mark_at(t, i - 1, ':') && !na_mark_at(t, i - 1, '_'))
            i--;
        first = i;
        if (i > limit && na_mark_at(t, i - 1, '_') && pieces)
            limit = i;
        np = na_np_before(r, s, before_bracket(t, end, limit), first);
        if (np.first < np.end) {
            int more = tells_more(r, s, first, end);
            if (na_pronoun(t, np.first) && np.end == np.first + 1)
                return np;
            if (!more || (i <= limit && best.first == best.end) || (na_grammar(t, np.first) == 'd' && pieces && i > limit + 1 && na_in(&t->token[np.end - 1], NA_LIST_SPEAKER_NOUN)))
                return np;
            if (na_is(t, first, "as") && np.first == first + 1 && s->mention_of[np.first])
                return np;      /* As Lee, the mayor, put it */
            if (i <= limit || !na_mark_at(t, i - 1, ','))
                return best.first < best.end && (na_introduces(r, s, first) || !can_speak(r, s, np)) ? best : np;
            if (best.first == best.end || s->mention_of[np.end - 1])
                best = np;
        }
        if (i <= limit || !na_mark_at(t, i - 1, ','))
            break;
        end = --i;
        pieces++;
    }
    return best;
}

static uint32_t outer_begin(const na_reading *r, const na_speech *s, uint32_t i)
{
    uint32_t first = s->stretch[s->stretch_of[i]].first;
    const na_tokens *t = r->tokens;
    if (i - first > FARTHEST)
        return i - FARTHEST;
    /* dateline: VELLMAR (AP) - Lee said */
    for (uint32_t k = first; k < i && k < first + 14; k++)
        if (na_mark_at(t, k, '_') && k > first && t->token[first].flags & NA_CAPS)
            return k + 1;
    return first;
}

/* A phrase right before the verb speaks if it can, or if the verb says nothing but that something was said: the clip says. */
static int speaks_at_once(const na_reading *r, const na_speech *s, const found *f, na_np np)
{
    const na_tokens *t = r->tokens;
    if (np.first >= np.end || (np.end - np.first > 1 && na_grammar(t, np.first) == 'p'))
        return 0;
    return can_speak(r, s, np) || (na_grammar(t, np.first) == 'd' && f->v.quote >= 60 && f->v.frame != 'C');
}

/* The subject that another verb of the stretch has: after Lee expressed regret [and] vowed; Lee left the hall and said. */
static na_np of_other_verb(const na_reading *r, const na_speech *s, const found *f, uint32_t at)
{
    na_np np;
    size_t seen = 0;
    if (at > f->limit && na_grammar(r->tokens, at - 1) == 'c')
        for (size_t k = s->cues; k-- > 0 && seen++ < 8 && s->cue[k].stretch == s->stretch_of[f->first]; ) {
            const na_cue *c = &s->cue[k];
            if (!c->shared && !c->inverted && c->frame != NA_NOUN && c->who.first < c->who.end && c->end > f->limit)
                return c->who;
        }
    np = na_subject(r, s, outer_begin(r, s, f->first), f->first);
    return can_speak(r, s, np) ? np : (na_np){ at, at };
}

/* Left of the verb group. */
static na_np subject_before(const na_reading *r, const na_speech *s, const found *f, int free_of, int *shared, na_np *shown)
{
    const na_tokens *t = r->tokens;
    uint32_t at = before_bracket(t, f->first, f->limit);
    na_np np = { at, at };
    *shared = 0;
    if (free_of) {              /* …, saying; took to the air to say; with critics saying */
        np = na_np_before(r, s, at, f->limit);
        if (np.first > f->limit && np.first < np.end && na_is(t, np.first - 1, "with") && can_speak(r, s, np))
            return np;
        np = na_subject(r, s, outer_begin(r, s, f->first), f->first);
        if ((*shared = can_speak(r, s, np)) != 0)
            return np;
    }
    if (at > f->limit && na_mark_at(t, at - 1, ',')) {
        np = across_commas(r, s, at, f->limit);
        if (can_speak(r, s, np))
            return np;
    } else if (at > f->limit && na_pronoun(t, at - 1) == 'r') {
        uint32_t end = at - 1;
        if (end > f->limit && na_mark_at(t, end - 1, ','))
            end--;
        np = na_np_before(r, s, before_bracket(t, end, f->limit), f->limit);
        if (can_speak(r, s, np)) {
            *shown = (na_np){ at - 1, at };
            return np;
        }
    } else if (at > f->limit && na_grammar(t, at - 1) != 'c') {
        np = na_np_outside(r, s, na_np_before(r, s, at, f->limit), f->limit);
        if (speaks_at_once(r, s, f, np))
            return np;
    }
    *shared = 1;
    return of_other_verb(r, s, f, at);
}

/* said a source [familiar with the matter]; a person [who was not named] */
static na_np described(const na_reading *r, const na_speech *s, na_np np, uint32_t stop)
{
    const na_tokens *t = r->tokens;
    uint32_t i;
    na_np more = na_or_name(r, s, np, stop);
    if (np.first >= np.end || more.first != np.first || na_grammar(t, np.first) != 'd')
        return more;
    while (np.end < stop && np.end - np.first < 24 && (na_is(t, np.end, "of") || na_is(t, np.end, "for") || na_is(t, np.end, "from") || na_is(t, np.end, "by") || na_is(t, np.end, "at"))) {
        more = na_np_after(r, s, np.end + 1, stop);
        if (more.first >= more.end)
            break;
        np.end = more.end;      /* a report for Oxley on ... by ... */
    }
    i = np.end;
    if (i >= stop || s->mention_of[i - 1])
        return np;
    if (!((lower(t, i) && (ends_in(t, i, "ing") || ends_in(t, i, "ed"))) || na_is(t, i, "who") || na_is(t, i, "with") || na_is(t, i, "close") || na_is(t, i, "familiar") || na_is(t, i, "involved") || na_is(t, i, "briefed")))
        return np;
    while (i < stop && i < np.end + 24 && (t->token[i].kind != NA_PUNCT || na_mark_at(t, i, '-')))
        i++;
    if (i < stop && t->token[i].kind == NA_PUNCT)
        np.end = i;
    return np;
}

static na_np subject_after(const na_reading *r, const na_speech *s, uint32_t first, uint32_t stop)
{
    na_np np = na_np_after(r, s, first, stop);
    if (!can_speak(r, s, np))
        np.end = np.first;
    return np;
}

/* Behind "…, said Ann Lee" stands what belongs to her or to the day and place, but no clause. */
static int nothing_follows(const na_reading *r, uint32_t i, uint32_t stop)
{
    const na_tokens *t = r->tokens;
    int g;
    if (i >= stop)
        return i >= t->count || t->token[i].kind != NA_QUOTE;
    g = na_grammar(t, i);
    return t->token[i].kind == NA_PUNCT || g == 'p' || na_pronoun(t, i) == 'r' || (i < t->count && t->token[i - 1].flags & NA_STOP) ||
           na_is(t, i, "when") || na_is(t, i, "after") || na_is(t, i, "as") || na_date_at(r, i) != NULL;
}

/* ---- cues --------------------------------------------------------------------------------------- */

static na_cue *add_cue(na_reading *r, na_speech *s, uint32_t first, uint32_t end, na_np who)
{
    na_cue *c = NA_PUSH(r->arena, s->cue, s->cues, s->cue_room);
    *c = (na_cue){ .first = first, .end = end, .stretch = s->stretch_of[first], .who = who, .meant = who, .to = { end, end }, .naming = NA_NONE };
    return c;
}

/* Is the verb form at i really a verb here?  "the report", "his claims", "a called strike" are none. */
static int is_verb(const na_reading *r, const na_speech *s, uint32_t i, uint32_t group, const verb *v, int helped)
{
    const na_tokens *t = r->tokens;
    int g;
    if (s->mention_of[i])
        return 0;
    if (helped || group < i)
        return 1;
    if (i == 0 || r->inside[i - 1] || t->token[i].flags & NA_FIRST)
        return v->tense != NA_BASE && v->tense != NA_NOW;
    g = na_grammar(t, i - 1);
    if (v->tense == NA_BASE)
        return na_pronoun(t, i - 1) || (t->token[i - 1].kind == NA_WORD && lower(t, i - 1) && ends_in(t, i - 1, "s") && !g && na_in(&t->token[i - 1], NA_LIST_SPEAKER_NOUN)) ||
               na_is(t, i - 1, "people") || na_is(t, i, "say") || na_is(t, i, "argue");
    if (v->tense == NA_NOW && !na_is(t, i, "says") && t->token[i - 1].kind == NA_WORD && g != 'r')        /* the three states: most such forms are nouns as well */
        return s->mention_of[i - 1] || na_pronoun(t, i - 1) || na_in(&t->token[i - 1], NA_LIST_SPEAKER_NOUN) || na_in(&t->token[i - 1], NA_LIST_SPEECH_NOUN) || (t->token[i - 1].flags & NA_UPPER) || g == 'c';
    if (g == 'd' || g == 'p' || t->token[i - 1].kind == NA_CLITIC)
        return v->tense == NA_PAST && !g && t->token[i - 1].kind == NA_CLITIC ? 0 : v->tense == NA_ING && g == 'p';
    return 1;
}

static uint32_t outer_limit(const na_reading *r, const na_speech *s, uint32_t i)
{
    uint32_t first = s->stretch[s->stretch_of[i]].first, from = i;
    while (i > first && !r->inside[i - 1] && from - i < FARTHEST)
        i--;
    return i;
}

/* told reporters, asked him: whom, when a name or noun stands right behind. */
static na_np addressee(const na_reading *r, const na_speech *s, uint32_t first, uint32_t stop)
{
    na_np np;
    if (first >= stop || (na_grammar(r->tokens, first) && na_grammar(r->tokens, first) != 'd' && na_grammar(r->tokens, first) != 'o'))
        return (na_np){ first, first };
    if (na_grammar(r->tokens, first) == 'o' || na_pronoun(r->tokens, first))
        return (na_np){ first, first + 1 };
    np = na_np_after(r, s, first, stop);
    return np;
}

/* was called X by Lee: who stands behind "by". */
static na_np by_whom(const na_reading *r, const na_speech *s, uint32_t i, uint32_t stop)
{
    uint32_t k = i + 1;
    while (k < stop && k < i + 12 && !na_is(r->tokens, k, "by"))
        k++;
    return k + 1 < stop && na_is(r->tokens, k, "by") ? subject_after(r, s, k + 1, stop) : (na_np){ i, i };
}

/* "…," said Lee; CLAUSE, said Lee: nothing between the quotation or the comma and the verb at `i`, whose group begins at `first`. */
static na_np subject_behind(const na_reading *r, const na_speech *s, const found *f, uint32_t i)
{
    const na_tokens *t = r->tokens;
    uint32_t k = f->first;
    int behind;
    na_np who = { i, i }, none = { i, i };
    if (k <= s->stretch[s->stretch_of[i]].first || na_is(t, i + 1, "that") || na_is(t, i + 1, "it"))
        return none;
    if (!na_mark_at(t, k - 1, ',') && !na_mark_at(t, k - 1, '_') && t->token[k - 1].kind != NA_QUOTE)
        return none;
    behind = t->token[k - 1].kind == NA_QUOTE || (k > 1 && closes_quote(r, k - 2)) || k == f->limit + 1;
    if (!behind && f->v.frame == 'S' && na_mark_at(t, k - 1, ',') && !na_date_at(r, i + 1) &&
        (s->mention_of[i + 1] || t->token[i + 1].flags & NA_UPPER || na_grammar(t, i + 1) == 'd')) {
        who = na_np_after(r, s, i + 1, f->stop);
        behind = can_speak(r, s, who) && (na_mark_at(t, who.end, ':') || nothing_follows(r, who.end, f->stop));
    }
    if (!behind)
        return none;
    who = described(r, s, na_np_after(r, s, i + 1, f->stop), f->stop);
    return who.first < who.end && (can_speak(r, s, who) || na_grammar(t, who.first) == 'd') ? who : none;
}

static enum na_frame frame_of(char letter)
{
    return letter == 'S' ? NA_SAYS : letter == 'T' ? NA_TELLS : letter == 'C' ? NA_CALLS : NA_URGES;
}

static void take_verb(na_reading *r, na_speech *s, uint32_t i, uint32_t stop, const verb *v)
{
    const na_tokens *t = r->tokens;
    found f = { .end = i + 1, .limit = outer_limit(r, s, i), .stop = stop, .v = *v };
    int passive, to, helped, shared = 0, inverted;
    na_np who = { i, i }, shown = { 0, 0 };
    na_cue *c;
    if (i && na_mark_at(t, i - 1, '-') && !(t->token[i].flags & NA_SPACE))
        return;                 /* so-called */
    f.first = group_begins(r, i, f.limit, &passive, &to, &helped);
    if (!is_verb(r, s, i, f.first, v, helped || to))
        return;
    if (passive && v->tense != NA_ING) {
        who = by_whom(r, s, i, stop);
        if (who.first == who.end)
            return;             /* was told: whoever said it is not here */
    } else if ((v->tense == NA_PAST || v->tense == NA_NOW || v->tense == NA_DONE) && !helped && v->frame != 'C' && v->inverted) {
        who = subject_behind(r, s, &f, i);
    }
    inverted = who.first < who.end;
    if (!inverted)
        who = subject_before(r, s, &f, to || (v->tense == NA_ING && !helped), &shared, &shown);
    c = add_cue(r, s, f.first, f.end, who);
    if (shown.end)
        c->who = shown;
    c->frame = (uint8_t)frame_of(v->frame);
    c->tense = v->tense;
    c->quote = v->tense == NA_BASE && !to && v->quote < 60 ? 60 : v->quote;     /* with a subject of its own it is no noun */
    c->clause = v->clause;
    c->inverted = (uint8_t)inverted;
    c->shared = (uint8_t)(shared || to || v->tense == NA_ING);
    if (v->frame == 'T' || na_is(t, i, "asked") || na_is(t, i, "urged"))
        c->to = addressee(r, s, i + 1, stop);
}

static int take_according(na_reading *r, na_speech *s, uint32_t i, uint32_t stop)
{
    const na_tokens *t = r->tokens;
    na_cue *c;
    na_np who;
    if (!na_is(t, i, "according") || !na_is(t, i + 1, "to"))
        return 0;
    who = described(r, s, na_np_after(r, s, i + 2, stop), stop);
    if (who.first == who.end)
        return 0;
    c = add_cue(r, s, i, i + 2, who);
    c->frame = NA_ACCORDING;
    c->tense = NA_NOW;
    c->quote = 84;
    c->clause = 90;
    c->inverted = 1;
    return 1;
}

/* his claim that, Lee's statement:, a statement from Lee */
static void take_noun(na_reading *r, na_speech *s, uint32_t i, uint32_t stop)
{
    const na_tokens *t = r->tokens;
    uint32_t limit = outer_limit(r, s, i);
    na_np who = { i, i };
    na_cue *c;
    if (i + 1 < stop && (na_is(t, i + 1, "from") || na_is(t, i + 1, "by") || na_is(t, i + 1, "of")))
        who = subject_after(r, s, i + 2, stop);
    for (uint32_t k = i; who.first == who.end && k > limit && k + 4 > i; k--) {
        if (t->token[k - 1].kind == NA_CLITIC) {
            who = na_np_before(r, s, k - 1, limit);
        } else if (na_is(t, k - 1, "his") || na_is(t, k - 1, "her") || na_is(t, k - 1, "their") || na_is(t, k - 1, "its")) {
            who = (na_np){ k - 1, k };
        } else if (t->token[k - 1].kind != NA_WORD || na_grammar(t, k - 1)) {
            break;
        }
    }
    if (!can_speak(r, s, who) && !(who.end == who.first + 1 && na_grammar(t, who.first) == 'd'))
        return;
    c = add_cue(r, s, i, i + 1, who);
    c->frame = NA_NOUN;
    c->tense = NA_NOW;
    c->quote = 40;
    c->clause = 0;
}

/* A heading "Lee: ferry is 'always late'": a name and a colon, in a paragraph of one line without a period. */
static void take_heading(na_reading *r, na_speech *s, uint32_t k)
{
    const na_tokens *t = r->tokens;
    const na_stretch *z = &s->stretch[k];
    uint32_t colon, m;
    na_cue *c;
    if (z->end - z->first > 40 || na_mark_at(t, z->end - 1, '.') || (k + 1 < s->stretches && s->stretch[k + 1].block == z->block) || (k && s->stretch[k - 1].block == z->block))
        return;
    m = s->mention_of[z->first];
    colon = m ? r->mention[m - 1].end : z->end;
    if (colon + 2 >= z->end || !na_mark_at(t, colon, ':') || r->mention[m - 1].kind == NA_OTHER)
        return;
    c = add_cue(r, s, colon, colon + 1, (na_np){ z->first, colon });
    c->frame = NA_SAYS;
    c->tense = NA_NOW;
    c->quote = 80;
    c->clause = 0;
}

na_speech *na_find_cues(na_reading *r)
{
    const na_tokens *t = r->tokens;
    na_speech *s = na_alloc(r->arena, sizeof *s);
    s->stretch_of = na_alloc(r->arena, (t->count + 1) * sizeof *s->stretch_of);
    s->mention_of = na_alloc(r->arena, (t->count + 1) * sizeof *s->mention_of);
    for (size_t m = 0; m < r->mentions; m++)
        for (uint32_t i = r->mention[m].first; i < r->mention[m].end && i < t->count; i++)
            s->mention_of[i] = (uint32_t)m + 1;
    find_stretches(r, s);
    for (uint32_t i = 0, stop = 0; i < t->count; i++) {
        const na_token *k = &t->token[i];
        verb v;
        if (s->stretch[s->stretch_of[i]].first == i)
            take_heading(r, s, s->stretch_of[i]);
        if (r->inside[i] || r->role[i] == NA_JUNK || !k->entry)
            continue;
        if (stop <= i) {        /* the outer words from here to the next mark or the end of the stretch */
            stop = i;
            while (stop < s->stretch[s->stretch_of[i]].end && t->token[stop].kind != NA_QUOTE && !r->inside[stop])
                stop++;
            if (stop == i)
                stop = i + 1;
        }
        if (take_according(r, s, i, stop))
            continue;
        if (verb_of(t, i, &v))
            take_verb(r, s, i, stop, &v);
        if (na_in(k, NA_LIST_SPEECH_NOUN) && (!s->cues || s->cue[s->cues - 1].end != i + 1))
            take_noun(r, s, i, stop);
    }
    for (size_t k = 0, c = 0; k < s->stretches; k++) {
        s->stretch[k].cue = (uint32_t)c;
        while (c < s->cues && s->cue[c].stretch == k)
            c++;
        s->stretch[k].cues = (uint32_t)c;
    }
    for (uint32_t c = 0; c < s->cues; c++)
        na_resolve_speaker(r, s, c);
    return s;
}
