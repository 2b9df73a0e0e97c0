/* kinds.c - of what kind is a name that no list and no head word explains? */
#include "extract/recognize.h"
#include <string.h>

int na_follows_title(const na_names *n, uint32_t i)
{
    return n->title_at[i] || (i && na_inner_period(n, i - 1) && n->title_at[i - 1]);
}

static int one_of(const na_names *n, uint32_t i, const char *const *word, size_t count)
{
    for (size_t k = 0; k < count; k++)
        if (na_is(n->t, i, word[k]))
            return 1;
    return 0;
}

#define ONE_OF(n, i, words) one_of(n, i, words, sizeof (words) / sizeof *(words))

/* town of X, village called X */
static int place_of(const na_names *n, uint32_t first)
{
    const na_token *t = n->t->token;
    uint32_t i = first;
    if (i < 2 || !(na_is(n->t, i - 1, "of") || na_is(n->t, i - 1, "called")))
        return 0;
    return na_listed(n, i - 2, NA_LIST_PLACE_HEAD) && !(t[i - 1].flags & NA_FIRST);
}

/* chairman of X, CEO of X */
static int office_of(const na_names *n, uint32_t first)
{
    return first > 1 && (na_is(n->t, first - 1, "of") || na_is(n->t, first - 1, "at")) && n->title_at[first - 1] && !(n->t->token[first - 1].flags & NA_FIRST);
}

/* What the words around an unknown name say. */
uint8_t na_kind_by_context(const na_names *n, uint32_t first, uint32_t end)
{
    static const char *const place[] = { "in", "at", "from", "near", "across", "outside", "towards", "toward" };
    static const char *const local[] = { "mayor", "governor", "residents", "resident", "councillor", "police", "firefighters", "voters", "suburb" };
    static const char *const ruled[] = { "administration", "presidency", "regime", "era", "cabinet" };
    static const char *const person[] = { "said", "says", "told", "added", "who", "whose", "tweeted", "asked", "replied", "himself", "herself" };
    size_t title_end;
    na_found next;
    if (place_of(n, first) || (first && n->t->token[first].flags & NA_SPACE && ONE_OF(n, first - 1, place)))
        return NA_PLACE;
    if (n->t->token[end - 1].flags & NA_STOP)
        return NA_UNSURE;
    if (na_listed(n, end, NA_LIST_PLACE_HEAD) && na_is_word(n, end) && !na_upper(n, end) && n->t->token[end].flags & NA_SPACE)
        return NA_PLACE;
    if (n->t->token[end].mark == ',' && na_upper(n, end + 1) && na_listed_phrase(n, end + 1, &next) && (next.list == NA_LIST_COUNTRY || next.list == NA_LIST_REGION))
        return NA_PLACE;
    if (ONE_OF(n, end, person) || (n->t->token[end].mark == ',' && ONE_OF(n, end + 1, person)))
        return NA_PERSON;
    if (ONE_OF(n, end, ruled) || (n->t->token[end].kind == NA_CLITIC && (ONE_OF(n, end + 1, ruled) || na_is(n->t, end + 1, "government"))))
        return NA_PERSON;
    if (n->t->token[end].flags & NA_SPACE && ONE_OF(n, end, local))
        return NA_PLACE;
    if (office_of(n, first) || (na_phrase(n->t, end, NA_LIST_TITLE, &title_end) && n->t->token[end].flags & NA_SPACE))
        return NA_ORGANIZATION;
    return NA_UNSURE;
}

static int is_vessel_word(const na_names *n, uint32_t i, const char *value)
{
    return na_listed(n, i, NA_LIST_VESSEL) && !strcmp(na_entry_value(n->t->token[i].entry, NA_LIST_VESSEL), value);
}

/* The ferry Maren Ellin, aboard the Maren Ellin, the Maren Ellin sailed: a ship. */
int na_is_vessel(const na_names *n, uint32_t first, uint32_t end)
{
    if (!first || n->t->token[first].flags & NA_FIRST || n->t->token[first - 1].kind != NA_WORD)
        return 0;
    if (is_vessel_word(n, first - 1, ""))
        return 1;
    if (!na_is(n->t, first - 1, "the") || (end == first + 1 && n->t->token[first].flags & NA_CAPS))
        return 0;               /* the VFA sails from Ellin, but has ships */
    return (first > 1 && is_vessel_word(n, first - 2, "board")) || is_vessel_word(n, end, "does");
}

/* The Maren Ellin, built in ...; the alarm of the Maren Ellin was ...: nobody has an article, unless a noun follows. */
static int with_article(const na_names *n, uint32_t first, uint32_t end)
{
    const na_token *t = &n->t->token[end];
    return first && na_is(n->t, first - 1, "the") && (n->t->token[end - 1].flags & NA_STOP || t->kind == NA_PUNCT || na_listed(n, end, NA_LIST_FUNCTION_WORD)) &&
           t->mark != '-' && t->mark != '&' && t->mark != '/' && !na_is(n->t, end, "and");
}

/* BoG, WeChat, iEllin: but McEllin, MacEllin, O'Ellin and DeEllin are people. */
int na_inner_capital(const na_names *n, uint32_t i)
{
    const na_token *t = &n->t->token[i];
    const char *s = n->t->text + t->at;
    for (uint32_t k = 1; k < t->length; k++)
        if (s[k] >= 'A' && s[k] <= 'Z' && s[k - 1] >= 'a' && s[k - 1] <= 'z')
            return k > 3 || !(!strncmp(s, "Mc", 2) || !strncmp(s, "Mac", 3) || !strncmp(s, "De", 2) || !strncmp(s, "Di", 2) || !strncmp(s, "La", 2) || !strncmp(s, "Le", 2) || !strncmp(s, "Van", 3));
    return 0;
}

/* What the words of such a run are like. */
typedef struct run {
    uint32_t first, end, words, count, plain, human, strong, caps;      /* count: with the parts of hyphens */
} run;

static run run_of(const na_names *n, uint32_t first, uint32_t end)
{
    run w = { .first = first, .end = end, .words = na_words_in(n, first, end) };
    for (uint32_t i = first; i < end; i++)
        if (na_is_word(n, i)) {
            w.count++;
            w.plain += (na_ordinary(n, i) && !na_listed(n, i, NA_LIST_NAME_PARTICLE)) || na_listed(n, i, NA_LIST_TITLE);
            w.human += na_may_be_human(n, i) != 0;
            w.strong += na_upper(n, i) && !n->weak[i];
            w.caps += (n->t->token[i].flags & NA_CAPS) != 0;
        }
    return w;
}

/* What its place or its form tells for certain; 0: nothing. */
static int told(const na_names *n, const run *w, na_found *found)
{
    uint32_t p = w->first;
    if (na_is_vessel(n, p, w->end)) {
        found->kind = NA_OTHER;
        found->sure = 1;
    } else if (p + 1 < w->end && (na_is(n->t, p, "los") || na_is(n->t, p, "las") || na_is(n->t, p, "el")) && !na_follows_title(n, p)) {
        found->kind = na_kind_by_context(n, p, w->end);
        if (found->kind == NA_UNSURE)
            found->kind = NA_OTHER;             /* what begins with an article is nobody */
    } else if (n->r->role[p] == NA_DATELINE && n->t->token[p].flags & NA_LINE) {
        found->kind = NA_PLACE; /* VELLMAR, 3 May - */
        found->sure = 1;
    } else if (na_follows_title(n, p) && (w->plain < w->count || w->human)) {
        found->kind = NA_PERSON;
        found->sure = 1;
    } else if (w->words >= 2 && w->words <= 3 && na_listed(n, p, NA_LIST_FAMILY_FIRST) && w->count <= 3 && !(n->weak[p] && na_ordinary(n, p)) && w->plain < w->count) {
        found->kind = NA_PERSON;
        found->sure = w->words == 2 && w->count == 3;       /* Seo Min-ellin */
    } else {
        return 0;
    }
    return 1;
}

/* Two to six words, some of them telling. */
static void kind_of_words(const na_names *n, const run *w, na_found *found)
{
    uint32_t p = w->first, end = w->end;
    int the = p && na_is(n->t, p - 1, "the");
    found->kind = (w->human || w->plain == 0) && w->plain * 2 <= w->count ? NA_PERSON : w->strong == w->count ? NA_ORGANIZATION : NA_UNSURE;
    if (found->kind == NA_PERSON && (!w->human || (the && !na_listed(n, p, NA_LIST_GIVEN_NAME)))) {
        uint8_t context = na_kind_by_context(n, p, end);
        if (context == NA_PLACE || na_direction(n, end - 1))
            found->kind = NA_PLACE;
        else if (context == NA_PERSON)
            found->kind = NA_PERSON;
        else if (context == NA_ORGANIZATION || the || w->caps)
            found->kind = NA_ORGANIZATION;
    }
    if (found->kind == NA_PERSON && (na_listed(n, p, NA_LIST_COUNTRY) || na_listed(n, p, NA_LIST_REGION)) && !na_listed(n, p, NA_LIST_GIVEN_NAME))
        found->kind = NA_ORGANIZATION;
    if (found->kind == NA_PERSON && (na_listed(n, p, NA_LIST_GIVEN_NAME) || na_listed(n, p, NA_LIST_FAMILY_FIRST)))
        found->sure = 1;
    if (found->kind == NA_PERSON && with_article(n, p, end)) {
        found->kind = NA_OTHER;
        found->sure = 0;
    }
}

/* One word, perhaps with hyphens.  0: it is no name. */
static int kind_of_word(const na_names *n, const run *w, na_found *found)
{
    uint32_t p = w->first;
    if (w->plain && (n->weak[p] || na_listed(n, p, NA_LIST_STARTER)) && !w->human)
        return 0;
    if (na_torn_name(n, p) == w->end)
        found->kind = NA_PERSON;
    else if (na_listed(n, p, NA_LIST_TITLE) || n->t->token[p].length == 1 || na_direction(n, p))
        return 0;
    else
        found->kind = na_kind_by_context(n, p, w->end);
    if ((found->kind == NA_ORGANIZATION || (found->kind == NA_PERSON && !w->human)) && w->plain)
        found->kind = NA_UNSURE;                /* Executive Chairman, Parliament said */
    if (w->strong && (w->caps == w->count || na_inner_capital(n, p)))
        found->kind = NA_ORGANIZATION;
    return 1;
}

/* Two words or more.  0: it is no name. */
static int kind_of_several(const na_names *n, const run *w, na_found *found)
{
    if (w->plain == w->count) {
        if (w->strong < w->count || n->r->role[w->first] == NA_JUNK)
            return 0;
        found->kind = NA_OTHER;
    } else if (w->caps == w->count && w->strong == w->count && !(na_listed(n, w->first, NA_LIST_GIVEN_NAME) && n->t->token[w->first].length > 3)) {
        if (w->plain)
            return 0;
        found->kind = NA_ORGANIZATION;
    } else {
        if (w->words > 6 || (!w->strong && !w->human))
            return 0;           /* words of a menu or a headline, in title case */
        kind_of_words(n, w, found);
        return found->kind != NA_UNSURE;
    }
    return 1;
}

/* A run of words that no list and no head explains. */
void na_add_unlisted(na_names *n, uint32_t p, uint32_t end)
{
    na_found found = { p, end, 0, NA_LIST_PREFIX, NA_UNSURE, 0 };
    run w;
    while (p < end && n->t->token[p].kind != NA_WORD)
        found.first = ++p;
    if (p >= end)
        return;
    w = run_of(n, p, end);
    if (!told(n, &w, &found) && !(w.words >= 2 ? kind_of_several(n, &w, &found) : kind_of_word(n, &w, &found)))
        return;
    if (found.kind == NA_PLACE)
        found.end = na_with_lower_head(n, end);
    na_add_found(n, found);
}
