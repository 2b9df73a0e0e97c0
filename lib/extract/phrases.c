/* phrases.c - noun phrases, by the closed classes of words alone.
 *
 * No part of speech is known but what lists say: a phrase ends where a word of
 * a closed class, a verb of saying or a mark stands.  What has to be right is
 * its last word (a name) or its head (a noun for somebody who can speak). */
#include "extract/quotes.h"
#include <string.h>

enum { LONGEST = 40, BEGINNING = 600 };        /* tokens that a phrase has, that stand before a subject: keeps one endless sentence linear */

int na_grammar(const na_tokens *t, size_t i)
{
    const char *value = t->token[i].kind == NA_WORD ? na_word_value(&t->token[i], NA_LIST_GRAMMAR) : NULL;
    if (value && *value == 'a' && t->token[i].flags & NA_UPPER && !(t->token[i].flags & NA_FIRST))
        return 0;               /* Will, May: names */
    return value ? *value : 0;
}

static int lower_word(const na_tokens *t, size_t i)
{
    return t->token[i].kind == NA_WORD && !(t->token[i].flags & NA_UPPER);
}

static int ends_ly(const na_tokens *t, size_t i)
{
    const na_token *k = &t->token[i];
    return lower_word(t, i) && k->length > 4 && t->text[k->at + k->length - 1] == 'y' && t->text[k->at + k->length - 2] == 'l' && !na_in(k, NA_LIST_SPEAKER_NOUN);
}

static int ends_ed(const na_tokens *t, size_t i)
{
    const na_token *k = &t->token[i];
    return k->length > 4 && t->text[k->at + k->length - 1] == 'd' && t->text[k->at + k->length - 2] == 'e';
}

/* A verb of saying that can be no noun here. */
static int finite_verb(const na_tokens *t, size_t i)
{
    const char *value = lower_word(t, i) ? na_word_value(&t->token[i], NA_LIST_SPEECH_VERB) : NULL;
    return value && value[2] == 'p';
}

int na_pronoun(const na_tokens *t, size_t i)
{
    const char *value = t->token[i].kind == NA_WORD ? na_word_value(&t->token[i], NA_LIST_PRONOUN) : NULL;
    if (!value || (t->token[i].flags & NA_CAPS && t->token[i].length > 1))
        return 0;
    if (*value == 'n') {        /* one questioner, many people */
        const na_token *next = &t->token[i + 1];
        if (next->kind == NA_NUMBER || na_is(t, i + 1, "of") || (next->kind == NA_WORD && !na_grammar(t, i + 1) && !finite_verb(t, i + 1)))
            return 0;
    }
    return *value;
}

static int attached(const na_tokens *t, size_t i)       /* a mark inside a word or name: well-known, R-Ohio, AT&T, Jr. */
{
    const na_token *k = &t->token[i];
    if (k->kind != NA_PUNCT || k->length != 1)
        return 0;
    if (k->mark == '.')
        return i && t->token[i - 1].flags & NA_DOTTED;
    return (k->mark == '-' || k->mark == '/') ? !(k->flags & NA_SPACE) && !(t->token[i + 1].flags & NA_SPACE) : k->mark == '&';
}

static int np_word(const na_reading *r, const na_speech *s, size_t i)
{
    const na_tokens *t = r->tokens;
    const na_token *k = &t->token[i];
    if (r->inside[i])
        return 0;
    if (s->mention_of[i])
        return 1;
    if (k->kind == NA_CLITIC || k->kind == NA_NUMBER || k->kind == NA_ADDRESS)
        return 1;
    if (k->kind != NA_WORD)
        return attached(t, i);
    if (na_grammar(t, i) || na_pronoun(t, i))
        return 0;
    return !finite_verb(t, i);
}

/* In "the governor of Texas", "people familiar with the matter", "an aide to Mr. Ito". */
static int joins(const na_tokens *t, size_t i)
{
    static const char *const word[] = { "of", "for", "to", "from", "with", "at", "in", "on", "inside", "within", "near", "by", "behind", "against", "around" };
    for (size_t k = 0; k < sizeof word / sizeof *word; k++)
        if (na_is(t, i, word[k]))
            return 1;
    return 0;
}

static int is_noun(const na_reading *r, const na_speech *s, size_t i)
{
    return s->mention_of[i] || r->tokens->token[i].kind == NA_ADDRESS ||
           (r->tokens->token[i].kind == NA_WORD && np_word(r, s, i) && !ends_ly(r->tokens, i));
}

/* A nickname in marks inside a name: Ann “Red” Lee.  Gives the opening mark, or 0. */
static uint32_t nickname(const na_reading *r, uint32_t close, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    uint32_t i = close;
    if (t->token[close].kind != NA_QUOTE || close < 3 || !r->inside[close - 1])
        return 0;
    while (i > limit && i + 5 > close && r->inside[i - 1])
        i--;
    if (i <= limit + 1 || t->token[i - 1].kind != NA_QUOTE || !(t->token[i - 2].flags & NA_UPPER) || !(t->token[close + 1].flags & NA_UPPER))
        return 0;
    return i - 1;
}

/* The head of [first, end): the last word before the first preposition; its index. */
static uint32_t head_of(const na_tokens *t, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (na_grammar(t, i) == 'p' && i > first)
            return i - 1;
    return end - 1;
}

/* Ann Lee and [Sam Dell], where nothing else stands before: both. */
static na_np with_other(const na_reading *r, const na_speech *s, na_np np, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    uint32_t m, first;
    if (np.first < limit + 2 || !na_is(t, np.first - 1, "and") || (m = s->mention_of[np.first - 2]) == 0)
        return np;
    first = r->mention[m - 1].first;
    if (first == limit || (first > limit && (t->token[first].flags & NA_FIRST || t->token[first - 1].kind == NA_QUOTE || (t->token[first - 1].kind == NA_PUNCT && t->token[first - 1].mark == ','))))
        np.first = first;
    return np;
}

static na_np one_before(const na_reading *r, const na_speech *s, uint32_t end, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    uint32_t i = end, start = end, m, prepositions = 0;
    na_np none = { end, end };
    if (end <= limit)
        return none;
    if (na_pronoun(t, end - 1) && na_pronoun(t, end - 1) != 'r' && !r->inside[end - 1])
        return (na_np){ end - 1, end };
    while (i > limit && end - i < LONGEST) {
        uint32_t k = i - 1, open;
        int g = na_grammar(t, k);
        if (np_word(r, s, k)) {
            start = i = k;
        } else if ((open = nickname(r, k, limit)) != 0) {
            start = i = open;
        } else if (g == 'd' && start < end) {
            start = i = k;
            if (!(k > limit && na_grammar(t, k - 1) == 'p') && !(k > limit && t->token[k - 1].kind == NA_CLITIC))
                break;
        } else if (g == 'p' && start < end && k > limit && joins(t, k) && is_noun(r, s, k - 1) && !ends_ly(t, k - 1)) {
            start = i = k;
            prepositions++;
        } else {
            break;
        }
    }
    if (start == end)
        return none;
    if (t->token[end - 1].kind != NA_CLITIC && (m = s->mention_of[end - 1]) != 0) {
        const na_mention *mention = &r->mention[m - 1];
        uint32_t head = prepositions ? head_of(t, start, end) : end - 1;
        if (mention->first < start || !prepositions || !(na_in(&t->token[head], NA_LIST_SPEAKER_NOUN) || s->mention_of[head]))
            return (na_np){ mention->first, end };
        if (s->mention_of[head] && r->mention[s->mention_of[head] - 1].kind == NA_PERSON)
            return (na_np){ r->mention[s->mention_of[head] - 1].first, end };
    }
    return (na_np){ start, end };
}

/* who [runs the harbour]: a word in small letters with the ending of a verb, and more behind it. */
static int begins_with_verb(const na_reading *r, const na_speech *s, na_np np)
{
    const na_tokens *t = r->tokens;
    const na_token *k = &t->token[np.first];
    return np.end > np.first + 1 && lower_word(t, np.first) && !s->mention_of[np.first] && !na_grammar(t, np.first) && !na_in(k, NA_LIST_SPEAKER_NOUN) &&
           (ends_ed(t, np.first) || t->text[k->at + k->length - 1] == 's') && t->token[np.first + 1].kind == NA_WORD;
}

/* The phrase that stands left of token `end`, not before `limit`. */
na_np na_np_before(const na_reading *r, const na_speech *s, uint32_t end, uint32_t limit)
{
    na_np np = one_before(r, s, end, limit);
    return np.first < np.end ? with_other(r, s, np, limit) : np;
}

/* The boss of the firm [whose ferry hit a pier in Skarn] said; a guard [who was present] said: what stands right before the verb
 * belongs to a relative clause, and the subject is the phrase before that.  Gives `np` back if it stands in none. */
na_np na_np_outside(const na_reading *r, const na_speech *s, na_np np, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    uint32_t i = np.first, gap = 0, whose = 0;
    na_np who;
    while (i > limit && gap < LONGEST && !r->inside[i - 1] && na_pronoun(t, i - 1) != 'r' && !(whose = (uint32_t)na_is(t, i - 1, "whose"))) {
        int g = na_grammar(t, --i);
        if ((t->token[i].kind == NA_PUNCT && !attached(t, i)) || t->token[i].kind == NA_QUOTE || g == 's' || g == 'c' || na_is(t, i, "that") || finite_verb(t, i))
            return np;
        gap++;
    }
    if (i <= limit || r->inside[i - 1] || gap == LONGEST || (gap < 1 + whose && !begins_with_verb(r, s, np)))
        return np;              /* whom the ministry said it knew */
    who = na_np_before(r, s, i - 1, limit);
    return who.first < who.end ? who : np;
}

/* the U.S. [national security adviser]; the state [news agency] */
static int speaker_follows(const na_reading *r, const na_speech *s, uint32_t i, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    for (uint32_t k = i; k < limit && k < i + 4 && np_word(r, s, k) && t->token[k].kind == NA_WORD; k++)
        if (na_in(&t->token[k], NA_LIST_SPEAKER_NOUN))
            return 1;           /* a Nevada Democrat, whatever else a Democrat is */
        else if (s->mention_of[k])
            return 0;
    return 0;
}

/* White House [press secretary Ann Lee]; [former prosecutor and mayor] Ann Lee: the end of the person's name that a run of titles leads to, or 0. */
static uint32_t person_follows(const na_reading *r, const na_speech *s, uint32_t i, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    for (uint32_t k = i; k < limit && k < i + 8; k++) {
        uint32_t m = s->mention_of[k];
        if (m && r->mention[m - 1].kind == NA_PERSON)
            return t->token[r->mention[m - 1].end].kind == NA_CLITIC ? 0 : r->mention[m - 1].end;
        if (!(np_word(r, s, k) || (na_is(t, k, "and") && na_in(&t->token[k - 1], NA_LIST_SPEAKER_NOUN))) || (!m && !(t->token[k].flags & NA_UPPER) && t->token[k].kind == NA_WORD && finite_verb(t, k)))
            return 0;
    }
    return 0;
}

/* A name at `i` within a phrase that began at `first`: gives its end and in *more whether the phrase goes on behind it. */
static uint32_t take_name(const na_reading *r, const na_speech *s, uint32_t i, uint32_t first, uint32_t limit, int *more)
{
    const na_tokens *t = r->tokens;
    const na_mention *m = &r->mention[s->mention_of[i] - 1];
    uint32_t end = m->end, name;
    *more = end < limit && t->token[end].kind == NA_CLITIC;
    if (*more)
        return end;
    if (m->kind == NA_PERSON && end - first < 2 && end < limit && t->token[end].kind == NA_WORD && t->token[end].flags & NA_UPPER &&
        !(t->token[end].flags & NA_FIRST) && !na_grammar(t, end))
        end++;                  /* Bryan [English], whatever else that is */
    if (m->kind != NA_PERSON && (name = person_follows(r, s, end, limit)) != 0)
        return name;
    *more = speaker_follows(r, s, end, limit);
    return end;
}

static int goes_on(const na_tokens *t, uint32_t i)
{
    return na_is(t, i, "of") || na_is(t, i, "for") || na_is(t, i, "from") || na_is(t, i, "with") || na_is(t, i, "at");
}

/* The phrase that begins at `first`: a pronoun, a name, or a noun for somebody with what belongs to it. */
na_np na_np_after(const na_reading *r, const na_speech *s, uint32_t first, uint32_t limit)
{
    const na_tokens *t = r->tokens;
    uint32_t i = first, end = first, noun = first, name;
    int more;
    if (first >= limit)
        return (na_np){ first, first };
    if (na_pronoun(t, first) && na_pronoun(t, first) != 'r' && !r->inside[first])
        return (na_np){ first, first + 1 };
    while (i < limit && i - first < LONGEST) {
        int g = na_grammar(t, i);
        if (s->mention_of[i]) {
            end = i = take_name(r, s, i, first, limit, &more);
            if (!more && !(noun > first && i < limit && na_is(t, i, "of")))
                break;
        } else if (np_word(r, s, i)) {
            int speaker = na_in(&t->token[i], NA_LIST_SPEAKER_NOUN);
            if (end > first && lower_word(t, i) && ends_ed(t, i))
                break;          /* the town released */
            if (!speaker && noun > first && noun == end && lower_word(t, i) && !speaker_follows(r, s, i, limit))
                break;          /* the mayor visited */
            if (speaker && (name = person_follows(r, s, i + 1, limit)) != 0)
                return (na_np){ first, name };
            end = ++i;
            if (speaker)
                noun = end;
        } else if ((g == 'd' && (end == first || na_grammar(t, i - 1) == 'p')) || (g == 'p' && end > first && goes_on(t, i))) {
            i++;
        } else {
            break;
        }
    }
    if (noun > first && noun < end && !na_grammar(t, end - 1) && !s->mention_of[end - 1] && head_of(t, first, end) >= noun)
        end = noun;
    return (na_np){ first, end };
}

static int comma(const na_tokens *t, size_t i)
{
    return na_mark_at(t, i, ',');
}

static uint32_t next_comma(const na_reading *r, uint32_t i, uint32_t end)
{
    while (i < end && (r->inside[i] || !comma(r->tokens, i)))
        i++;
    return i;
}

/* Introduces the clause rather than being its subject: In Paris, ...  Asked about it, ...  Last week, ... */
int na_introduces(const na_reading *r, const na_speech *s, uint32_t i)
{
    const na_tokens *t = r->tokens;
    const na_token *k = &t->token[i];
    const char *verb;
    int g = na_grammar(t, i);
    if (s->mention_of[i])
        return 0;
    if (g == 'p' || g == 's' || g == 'r')
        return 1;
    if (k->kind != NA_WORD || g)
        return 0;
    verb = na_word_value(k, NA_LIST_SPEECH_VERB);
    if (verb && (verb[2] == 'p' || verb[2] == 'i'))
        return 1;
    return k->length > 4 && k->flags & NA_FIRST && t->text[k->at + k->length - 1] == 'g' && t->text[k->at + k->length - 2] == 'n' && t->text[k->at + k->length - 3] == 'i';
}

/* the mayor, Ann Lee: the name, where a description is followed by one between commas. */
na_np na_or_name(const na_reading *r, const na_speech *s, na_np np, uint32_t end)
{
    const na_tokens *t = r->tokens;
    uint32_t m;
    if (np.first >= np.end || np.end + 1 >= end || !comma(t, np.end) || (na_grammar(t, np.first) != 'd' && s->mention_of[np.end - 1]))
        return np;
    m = s->mention_of[np.end + 1];
    if (m && r->mention[m - 1].kind == NA_PERSON && (r->mention[m - 1].end >= end || comma(t, r->mention[m - 1].end) || t->token[r->mention[m - 1].end].kind == NA_PUNCT))
        return (na_np){ r->mention[m - 1].first, r->mention[m - 1].end };
    return np;
}

/* The subject of the clause that begins at `first`, if it begins with one. */
na_np na_subject(const na_reading *r, const na_speech *s, uint32_t first, uint32_t end)
{
    const na_tokens *t = r->tokens;
    na_np np;
    if (end > first + BEGINNING)
        end = first + BEGINNING;
    for (int skipped = 0; skipped < 4 && first < end; skipped++) {
        uint32_t stop;
        while (first < end && (na_grammar(t, first) == 'c' || t->token[first].kind == NA_QUOTE || r->inside[first] || comma(t, first)))
            first++;
        if (first >= end || !na_introduces(r, s, first))
            break;
        stop = next_comma(r, first, end);
        if (stop >= end)
            break;
        first = stop + 1;
        while (first < end && (t->token[first].kind == NA_NUMBER || (s->mention_of[first] && r->mention[s->mention_of[first] - 1].kind == NA_PLACE)) && (stop = next_comma(r, first, end)) < end && stop <= first + 4)
            first = stop + 1;   /* in Salem, Oregon, ...; on May 3, 2016, ... */
    }
    while (first < end && (na_grammar(t, first) == 'r' || na_grammar(t, first) == 's' || na_grammar(t, first) == 'c'))
        first++;
    np = na_np_after(r, s, first, end);
    return na_or_name(r, s, np, end);
}

/* The titles right before a person's name: [panel chairman Rep.] Ann Lee.  From the first noun for somebody on, with the names before it. */
uint32_t na_titles_before(const na_reading *r, const na_speech *s, na_np np)
{
    const na_tokens *t = r->tokens;
    uint32_t m = np.first < np.end ? s->mention_of[np.first] : 0, i = np.first, first = np.first;
    if (!m || r->mention[m - 1].kind != NA_PERSON)
        return np.first;
    while (i > s->stretch[s->stretch_of[np.first]].first && np.first - i < 8 && np_word(r, s, i - 1) && t->token[i - 1].kind != NA_CLITIC && !na_date_at(r, i - 1)) {
        i--;
        if (na_in(&t->token[i], NA_LIST_SPEAKER_NOUN) || na_in(&t->token[i], NA_LIST_TITLE) || (first < np.first && t->token[i].flags & NA_UPPER))
            first = i;
    }
    return first;
}

const na_date *na_date_at(const na_reading *r, uint32_t token)
{
    size_t low = 0, high = r->dates;
    while (low < high) {        /* the first date that ends behind it */
        size_t middle = (low + high) / 2;
        if (r->date[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->dates && r->date[low].first <= token ? &r->date[low] : NULL;
}
