/* roles.c - title and office beside a person's name, and of what it is an office:
 *
 *     former Ellin Bank chairman Robert Barr        in front
 *     the chairman, Robert Barr,                    in front of a comma
 *     Robert Barr, an adviser to the Ellin Bank     behind a comma
 */
#include "extract/names.h"
#include <string.h>

static int past_or_acting(const na_names *n, uint32_t i)
{
    return na_is(n->t, i, "former") || na_is(n->t, i, "ex") || na_is(n->t, i, "acting") || na_is(n->t, i, "interim") ||
           na_is(n->t, i, "deputy") || na_is(n->t, i, "outgoing") || na_is(n->t, i, "then");
}

/* The first token of the organization, country or people named right before token i, possessive or not; i: none. */
static uint32_t owner_before(const na_names *n, uint32_t i)
{
    uint32_t at = i;
    while (at && past_or_acting(n, at - 1))
        at--;
    if (at && n->t->token[at - 1].kind == NA_CLITIC)
        at--;
    return at && n->owner[at - 1] && !(n->t->token[at].flags & NA_LINE) ? n->found[n->owner[at - 1] - 1].first : i;
}

static const char *named_before(const na_names *n, uint32_t i)
{
    uint32_t owner = owner_before(n, i);
    const na_found *f;
    if (owner == i)
        return NULL;
    f = &n->found[n->owner[owner] - 1];
    if (f->list == NA_LIST_DEMONYM && f->entry && *na_entry_value(f->entry, NA_LIST_DEMONYM))
        return na_entry_value(f->entry, NA_LIST_DEMONYM);
    return f->kind == NA_PERSON ? NULL : n->r->naming[n->r->mention[n->owner[owner] - 1].naming].name;
}

/* "of Ellin", "to the Ellin Bank" behind an office. */
static const char *named_behind(const na_names *n, uint32_t i)
{
    if (!(na_is(n->t, i, "of") || na_is(n->t, i, "to") || na_is(n->t, i, "for") || na_is(n->t, i, "at")))
        return NULL;
    i++;
    if (na_is(n->t, i, "the"))
        i++;
    if (i >= n->t->count || !n->owner[i] || n->found[n->owner[i] - 1].kind == NA_PERSON)
        return NULL;
    return n->r->naming[n->r->mention[n->owner[i] - 1].naming].name;
}

/* An office is written small, wherever it stands: prime minister, but CEO and NATO secretary general. */
static const char *written_small(na_names *n, uint32_t first, uint32_t end)
{
    char *out = na_copy(n->r->arena, na_words_of(n->r, first, end), strlen(na_words_of(n->r, first, end)));
    for (char *c = out; *c; c++)
        if ((c == out || c[-1] == ' ' || c[-1] == '-') && *c >= 'A' && *c <= 'Z' && c[1] >= 'a' && c[1] <= 'z')
            *c = (char)(*c + 32);
    if (*out && out[strlen(out) - 1] == 's') {      /* Senators Ann Ellin and Robert Barr */
        uint32_t one = na_phrase_entry(out, strlen(out) - 1);
        if (one && na_entry_in(one, NA_LIST_TITLE))
            out[strlen(out) - 1] = 0;
    }
    return out;
}

static void set(na_names *n, const na_found *f, uint32_t first, uint32_t end, const char *of)
{
    na_mention *mention = &n->r->mention[f - n->found];
    na_naming *naming = &n->r->naming[mention->naming];
    uint32_t from;
    while (first && past_or_acting(n, first - 1) && !(n->t->token[first].flags & NA_LINE))
        first--;
    from = first < f->first && of ? owner_before(n, first) : first;
    if (!mention->role_length) {
        mention->role_at = n->t->token[from].at;
        mention->role_length = n->t->token[end - 1].at + n->t->token[end - 1].length - mention->role_at;
    }
    if (!naming->role) {
        naming->role = written_small(n, first, end);
        naming->of = of;
    } else if (!naming->of) {
        naming->of = of;
    }
}

static int polite(const na_names *n, const na_title *t)
{
    static const char *const word[] = { "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "mister", "prof", "professor" };
    for (size_t k = 0; k < sizeof word / sizeof *word; k++)
        if (t->end == t->first + 1 && na_is(n->t, t->first, word[k]))
            return 1;
    return 0;
}

static void role_in_front(na_names *n, const na_found *f)
{
    uint32_t i = f->first;
    const na_title *t;
    if (i && !n->title_at[i] && n->t->token[i - 1].mark == '.')
        i--;
    if (!n->title_at[i])
        return;
    t = &n->title[n->title_at[i] - 1];
    if (!polite(n, t) && !na_in(&n->t->token[t->end - 1], NA_LIST_KINSHIP))
        set(n, f, t->first, t->end, named_before(n, t->first));
}

/* the mayor, Ann Lee, */
static void role_across_comma(na_names *n, const na_found *f)
{
    const na_tokens *t = n->t;
    uint32_t i = f->first;
    const na_title *title;
    if (i < 3 || t->token[i - 1].kind != NA_PUNCT || t->token[i - 1].mark != ',' || !n->title_at[i - 1])
        return;
    title = &n->title[n->title_at[i - 1] - 1];
    i = title->first;
    while (i && past_or_acting(n, i - 1))
        i--;
    if (i && !na_in(&t->token[title->end - 1], NA_LIST_KINSHIP) && (na_is(t, i - 1, "the") || na_is(t, i - 1, "its") || na_is(t, i - 1, "their") || t->token[i - 1].kind == NA_CLITIC) &&
        (t->token[f->end].kind == NA_PUNCT || t->token[f->end - 1].flags & NA_STOP))
        set(n, f, title->first, title->end, named_before(n, title->first));
}

/* "an ally of the president": no office is his behind a preposition, a subordinator or a verb. */
static int stops(const na_names *n, uint32_t i)
{
    return na_in(&n->t->token[i], NA_LIST_GRAMMAR) && strchr("psav", *na_entry_value(n->t->token[i].entry, NA_LIST_GRAMMAR)) != NULL;
}

static void role_behind(na_names *n, const na_found *f)
{
    const na_tokens *t = n->t;
    uint32_t i = f->end, limit;
    const char *of = NULL;
    size_t end = 0;
    if (i + 2 >= t->count || t->token[i].mark != ',' || t->token[i - 1].flags & NA_STOP)
        return;
    i++;
    if (na_is(t, i, "a") || na_is(t, i, "an") || na_is(t, i, "the"))
        i++;
    for (limit = i + 6; i < limit && i < t->count && !na_phrase(t, i, NA_LIST_TITLE, &end); i++) {
        if (t->token[i].kind == NA_PUNCT || t->token[i].kind == NA_QUOTE || (n->owner[i] && n->found[n->owner[i] - 1].kind == NA_PERSON))
            return;
        if (stops(n, i))
            return;
        if (n->owner[i])
            of = n->r->naming[n->r->mention[n->owner[i] - 1].naming].name;
        else if (t->token[i].kind == NA_WORD && !past_or_acting(n, i) && !of && limit == i + 6 && na_in(&t->token[i], NA_LIST_STARTER))
            return;
    }
    if (!end || end <= i || n->owner[i])
        return;
    if (!of)
        of = named_behind(n, (uint32_t)end);
    /* "…, Prime Minister Ellin said", "…, the minister's son": the title of somebody else */
    if (t->token[end].kind == NA_CLITIC)
        return;
    if (n->owner[end] && n->found[n->owner[end] - 1].kind == NA_PERSON)
        return;
    if (!na_in(&t->token[end - 1], NA_LIST_KINSHIP))
        set(n, f, i, (uint32_t)end, of);
}

void na_find_roles(na_names *n)
{
    for (size_t k = 0; k < n->count; k++)
        if (n->found[k].kind == NA_PERSON) {
            role_in_front(n, &n->found[k]);
            role_across_comma(n, &n->found[k]);
            role_behind(n, &n->found[k]);
        }
}
