/* source.c - whose article this is, and whom it was taken from.
 *
 * Evidence, the strongest first:
 *   source   what the caller says; the domain of the address; the outlet named behind the title ("... - BBC News");
 *            the outlet that a line of the page speaks for ("X is committed to ...", "join our X channel");
 *            the domain of the writers' e-mail addresses; a copyright line when nothing else is known
 *   via      the agency of the lead ("PARIS (AFP) -"), of a line of its own ("(AP)"), of the byline or the reporters' note;
 *            a copyright line of another outlet than the source
 * An outlet is one of outlet.txt, or a call sign with its network ("WXYZ ABC 7").  Nothing is guessed from the body. */
#include "extract/extract.h"
#include <string.h>

typedef struct outlet { const char *name; uint32_t first, end; int agency; } outlet;

static const char *value_or_words(na_reading *r, uint32_t entry, enum na_list list, uint32_t first, uint32_t end)
{
    const char *value = na_entry_value(entry, list);
    return *value ? value : na_words_of(r, first, end);
}

/* ---- addresses --------------------------------------------------------------------- */

/* The host in a URL, an e-mail address or a bare domain, lower case, without www. */
static const char *host_of(na_reading *r, const char *s, size_t n)
{
    const char *host = s, *end = s + n, *p;
    char *out;
    for (p = s; p + 2 < end; p++)
        if (!memcmp(p, "://", 3)) {
            host = p + 3;
            break;
        }
    for (p = host; p < end && *p != '/' && *p != '?' && *p != '#' && *p != ':'; p++)
        if (*p == '@')
            host = p + 1;
    end = p;
    if (end - host > 4 && !memcmp(host, "www.", 4))
        host += 4;
    if (end == host || end - host > 253 || !memchr(host, '.', (size_t)(end - host)))
        return NULL;
    out = na_copy(r->arena, host, (size_t)(end - host));
    for (char *c = out; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c | 32);
    return out;
}

/* The outlet of a host: its own entry or that of a domain above it; *domain is the part that is listed. */
static const char *outlet_of_host(const char *host, const char **domain)
{
    char words[256];
    size_t n = host ? strlen(host) : 0, dots = 0;
    if (!n || n >= sizeof words)
        return NULL;
    for (const char *p = host; *p; p++)
        dots += *p == '.';
    for (; dots > 3; dots--)    /* no listed domain has more labels */
        host = strchr(host, '.') + 1;
    for (; *host && strchr(host, '.'); host = strchr(host, '.') + 1) {
        uint32_t entry;
        const char *value;
        n = strlen(host);
        for (size_t i = 0; i <= n; i++)
            words[i] = host[i] == '.' ? ' ' : host[i];
        entry = na_phrase_entry(words, n);
        value = na_entry_value(entry, NA_LIST_OUTLET);
        if (value && *value) {
            *domain = host;
            return value;
        }
        if (!strchr(host, '.'))
            break;
    }
    return NULL;
}

/* ---- outlets in the text ---------------------------------------------------------------- */

static int is_network(const na_tokens *t, uint32_t i)
{
    return na_is(t, i, "abc") || na_is(t, i, "cbs") || na_is(t, i, "nbc") || na_is(t, i, "fox") || na_is(t, i, "cw") || na_is(t, i, "pbs") ||
           na_is(t, i, "npr") || na_is(t, i, "tv") || na_is(t, i, "fm") || na_is(t, i, "news") || na_is(t, i, "channel");
}

/* WXYZ, KXYZ-TV, WXYZ ABC 7, KXYZ News: a call sign of North America, and what follows it. */
static uint32_t call_sign(const na_tokens *t, uint32_t i, uint32_t end)
{
    const na_token *token = &t->token[i];
    uint32_t k = i + 1, networks = 0;
    if (token->kind != NA_WORD || !(token->flags & NA_CAPS) || token->length < 3 || token->length > 4 || !strchr("KWC", t->text[token->at]))
        return i;
    while (k < end && k < i + 6) {
        if (is_network(t, k)) {
            networks++;
            k++;
        } else if (t->token[k].kind == NA_PUNCT && t->token[k].mark == '-' && k + 1 < end && (is_network(t, k + 1) || t->token[k + 1].kind == NA_NUMBER)) {
            k++;
        } else if (networks && t->token[k].kind == NA_NUMBER && t->token[k].length <= 2) {
            k++;
            break;
        } else {
            break;
        }
    }
    return networks ? k : i;
}

/* The outlet named at token i, or one whose name is NULL. */
static outlet outlet_at(na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    size_t stop;
    uint32_t entry, k;
    if (t->token[i].kind == NA_ADDRESS) {
        const char *domain;
        return (outlet){ outlet_of_host(host_of(r, t->text + t->token[i].at, t->token[i].length), &domain), i, i + 1, 0 };
    }
    if (t->token[i].kind != NA_WORD && t->token[i].kind != NA_NUMBER)
        return (outlet){ NULL, i, i, 0 };
    if ((k = call_sign(t, i, end)) > i)
        return (outlet){ na_words_of(r, i, k), i, k, 0 };
    entry = na_phrase(t, i, NA_LIST_OUTLET, &stop);
    if (entry && stop <= end && (t->token[i].flags & NA_UPPER || (na_is(t, i, "the") && t->token[i + 1].flags & NA_UPPER) || t->token[i].kind == NA_NUMBER))
        return (outlet){ value_or_words(r, entry, NA_LIST_OUTLET, i, (uint32_t)stop), i, (uint32_t)stop, na_entry_in(entry, NA_LIST_AGENCY) };
    return (outlet){ NULL, i, i, 0 };
}

/* An agency where a credit stands: agencies' acronyms too, which elsewhere mean other things. */
static outlet agency_at(na_reading *r, uint32_t i, uint32_t end)
{
    size_t stop;
    uint32_t entry = r->tokens->token[i].kind == NA_WORD && r->tokens->token[i].flags & NA_UPPER ? na_phrase(r->tokens, i, NA_LIST_AGENCY, &stop) : 0;
    if (entry && stop <= end)
        return (outlet){ value_or_words(r, entry, NA_LIST_AGENCY, i, (uint32_t)stop), i, (uint32_t)stop, 1 };
    return outlet_at(r, i, end);
}

static int same_outlet(na_reading *r, const char *a, const char *b)
{
    return a && b && !strcmp(na_fold_name(r->arena, a, strlen(a)), na_fold_name(r->arena, b, strlen(b)));
}

static uint32_t token_at(const na_tokens *t, uint32_t at)
{
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (t->token[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

static void part_tokens(const na_reading *r, const na_part *part, uint32_t *first, uint32_t *end)
{
    *first = token_at(r->tokens, part->at);
    *end = token_at(r->tokens, part->at + part->length);
}

/* ---- source ---------------------------------------------------------------------------------- */

static void set_source(na_reading *r, const char *name, const char *how)
{
    if (r->source || !name || !*name)
        return;
    r->source = name;
    r->source_how = how;
}

static void from_given(na_reading *r)
{
    const char *domain, *name;
    if (!r->given)
        return;
    if (r->given->url) {
        const char *host = host_of(r, r->given->url, strlen(r->given->url));
        name = outlet_of_host(host, &domain);
        r->domain = name ? domain : host;
    }
    if (r->given->source && *r->given->source) {
        uint32_t entry = na_phrase_entry(r->given->source, strlen(r->given->source));
        const char *value = na_entry_value(entry, NA_LIST_OUTLET);
        set_source(r, value && *value ? value : na_copy(r->arena, r->given->source, strlen(r->given->source)), "given by the caller");
    } else if (r->domain && r->given->url) {
        set_source(r, outlet_of_host(r->domain, &domain), "domain of its address");
    }
}

/* "... | The Post" behind the title, given or in the text. */
static void from_title(na_reading *r, const char *title)
{
    const char *bar = NULL, *name;
    uint32_t entry;
    if (!title)
        return;
    for (const char *p = title; *p; p++)
        if (p > title && p[-1] == ' ' && (*p == '|' || (*p == '-' && p[1] == ' ') || !strncmp(p, "\xE2\x80\x93 ", 4) || !strncmp(p, "\xE2\x80\x94 ", 4)))
            bar = p;
    if (!bar)
        return;
    for (name = bar; *name && *name != ' '; name++)
        ;
    while (*name == ' ')
        name++;
    entry = na_phrase_entry(name, strlen(name));
    if (na_entry_in(entry, NA_LIST_OUTLET)) {
        const char *value = na_entry_value(entry, NA_LIST_OUTLET);
        set_source(r, *value ? value : na_copy(r->arena, name, strlen(name)), "named behind the title");
    }
}

/* Does the junk line speak for the outlet named in it?  "X is committed to", "our X channel", "X newsletter", "on X": an
 * outlet in a line of notices does, unless the line sends the reader to another site ("read more at"). */
static void from_notices(na_reading *r)
{
    for (size_t i = 0; i < r->parts && !r->source; i++) {
        uint32_t first, end, words = 0;
        int elsewhere = 0;
        outlet found = { NULL, 0, 0, 0 };
        if (r->part[i].role != NA_JUNK)
            continue;
        part_tokens(r, &r->part[i], &first, &end);
        for (uint32_t k = first; k < end; k++)
            words += r->tokens->token[k].kind == NA_WORD;
        if (words < 5 || words > 60)
            continue;
        for (uint32_t k = first; k < end; ) {
            outlet o = outlet_at(r, k, end);
            if (o.name && r->tokens->token[k].kind == NA_ADDRESS)
                o.name = NULL;
            if (o.name && found.name && !same_outlet(r, o.name, found.name))
                elsewhere = 1;
            if (o.name)
                found = o;
            k = o.end > k ? o.end : k + 1;
        }
        if (found.name && !elsewhere && (na_is(r->tokens, found.end, "is") || na_is(r->tokens, found.end, "welcomes") ||
            na_is(r->tokens, found.end, "newsletter") || na_is(r->tokens, found.end, "newsletters") || na_is(r->tokens, found.end, "telegram") ||
            na_is(r->tokens, found.end, "app") || na_is(r->tokens, found.end, "subscribers") || na_is(r->tokens, found.end, "channel")))
            set_source(r, found.name, "a line of its page speaks for it");
    }
}

static void from_bylines(na_reading *r)
{
    for (size_t i = 0; i < r->bylines; i++) {
        const char *domain, *host, *name;
        if (!strchr(r->byline[i], '@'))
            continue;
        host = host_of(r, r->byline[i], strlen(r->byline[i]));
        name = outlet_of_host(host, &domain);
        if (name) {
            if (!r->domain)
                r->domain = domain;
            set_source(r, name, "domain of the writer's e-mail address");
        }
    }
}

/* ---- via ------------------------------------------------------------------------------------------ */

static void set_via(na_reading *r, const char *name, const char *how)
{
    if (r->via || !name || same_outlet(r, name, r->source))
        return;
    r->via = name;
    r->via_how = how;
}

static int holds_copyright(const na_tokens *t, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end && i < first + 4; i++)
        if (na_is(t, i, "copyright") || (t->token[i].kind == NA_PUNCT && t->token[i].length == 2 && !memcmp(t->text + t->token[i].at, "\xC2\xA9", 2)))
            return 1;
    return 0;
}

/* Leads, agency lines, reporters' notes; a copyright line names the owner: the source if none is known from elsewhere,
 * else via; an agency owns what others print, so it is never the source. */
static void from_credits(na_reading *r)
{
    for (size_t i = 0; i < r->parts; i++) {
        uint32_t first, end;
        int copyright;
        if (r->part[i].role != NA_DATELINE && r->part[i].role != NA_CREDIT && r->part[i].role != NA_BYLINE)
            continue;
        part_tokens(r, &r->part[i], &first, &end);
        copyright = r->part[i].role == NA_CREDIT && holds_copyright(r->tokens, first, end);
        for (uint32_t k = first; k < end; ) {
            outlet o = r->part[i].role == NA_BYLINE ? outlet_at(r, k, end) : agency_at(r, k, end);
            if (o.name && r->tokens->token[k].kind != NA_ADDRESS) {
                if (copyright && !r->source && !o.agency)
                    set_source(r, o.name, "its copyright line");
                else
                    set_via(r, o.name, copyright ? "copyright line of another outlet" : r->part[i].role == NA_DATELINE ? "agency of the dateline" :
                            r->part[i].role == NA_BYLINE ? "outlet of the byline" : "credited");
                break;
            }
            k = o.end > k ? o.end : k + 1;
        }
    }
}

void na_find_source(na_reading *r)
{
    from_given(r);
    from_title(r, r->given ? r->given->title : NULL);
    from_title(r, r->headline);
    from_notices(r);
    from_bylines(r);
    from_credits(r);
}
