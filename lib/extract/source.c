/* source.c - whose article this is, and whom it was taken from.
 *
 * Evidence, the strongest first:
 *   source   what the caller says; the domain of the article's address; the outlet behind the title ("... - BBC News");
 *            the domain of the writers' e-mail addresses; the masthead; the outlet that a line of the page speaks for
 *            ("X is committed to ...", "join our X channel"); a copyright line
 *   via      the agency of the lead ("PARIS (AFP) -"), of a line of its own ("(AP)"), of the byline or the reporters' note;
 *            a copyright line of another outlet than the source
 * Nothing is guessed from the body. */
#include "extract/parts.h"
#include <string.h>

/* Equal, or one is the other with more words: CNN and CNN International. */
static int same_outlet(na_reading *r, const char *a, const char *b)
{
    size_t n;
    if (!a || !b)
        return 0;
    a = na_fold_name(r->arena, a, strlen(a));
    b = na_fold_name(r->arena, b, strlen(b));
    n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
    return n && !memcmp(a, b, n) && (!a[n] || a[n] == ' ') && (!b[n] || b[n] == ' ');
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

/* A URL or e-mail address of the outlet: a listed domain, or one that words of the text spell. */
static void from_address(na_reading *r, const char *address, size_t n, const char *how)
{
    const char *host = na_host(r, address, n), *domain = host, *name;
    if (!host)
        return;
    name = na_host_outlet(host, &domain);
    if (!r->domain)
        r->domain = name ? domain : host;
    if (!r->source)
        set_source(r, name ? name : na_host_words(r, host), how);
}

static void from_given(na_reading *r)
{
    const na_given *given = r->given;
    if (!given)
        return;
    if (given->source && *given->source) {
        uint32_t entry = na_phrase_entry(given->source, strlen(given->source));
        const char *value = na_entry_value(entry, NA_LIST_OUTLET);
        set_source(r, value && *value ? value : na_copy(r->arena, given->source, strlen(given->source)), "given by the caller");
    }
    if (given->url)
        from_address(r, given->url, strlen(given->url), "domain of its address");
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

/* Does the day stand behind this part, in the same line? */
static int dated(const na_reading *r, size_t part)
{
    const na_part *here = &r->part[part], *next = here + 1;
    uint32_t end = here->at + here->length;
    return part + 1 < r->parts && next->role == NA_DATELINE && next->at >= end && next->at < end + 8 &&
           !memchr(r->tokens->text + end, '\n', next->at - end);
}

/* The outlet at the begin of a line above the headline, alone or before a bar or gap; under it, before the day. */
static void from_masthead(na_reading *r)
{
    const na_tokens *t = r->tokens;
    int under = 0;
    for (size_t i = 0; i < r->parts && !r->source; i++) {
        uint32_t first, end;
        na_outlet o;
        part_tokens(r, &r->part[i], &first, &end);
        under |= r->part[i].role == NA_HEADLINE || (first && r->role[first - 1] == NA_BODY);
        if (r->part[i].role != NA_JUNK || (under && !dated(r, i)))
            continue;
        if (t->token[first].kind == NA_ADDRESS && t->token[first].length > 8 && !memcmp(t->text + t->token[first].at, "http", 4)) {
            from_address(r, t->text + t->token[first].at, t->token[first].length, "domain of the address above the text");
            continue;
        }
        o = na_outlet_at(r, first, end);
        if (!o.name)
            o = na_new_outlet_at(r, first, end);
        if (o.name && !o.weak && !o.agency && t->token[first].kind != NA_ADDRESS && (o.end >= end || na_is_break(t, o.end) || t->token[o.end].mark == '_'))
            set_source(r, o.name, under ? "named before its day" : "named above the headline");
    }
}

/* Words beside an outlet's name by which a line of the page speaks for it. */
static int speaks(const na_tokens *t, const na_outlet *o, uint32_t first)
{
    static const char *const after[] = { "is", "welcomes", "wants", "newsletter", "newsletters", "telegram", "whatsapp", "app", "subscribers", "channel", "readers" };
    uint32_t before = o->first;
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        if (na_is(t, o->end, after[i]))
            return 1;
    while (before > first && (na_is(t, before - 1, "the") || t->token[before - 1].kind == NA_QUOTE))
        before--;
    return before > first + 1 && ((na_is(t, before - 1, "to") && na_is(t, before - 2, "subscribe")) || (na_is(t, before - 1, "of") && na_is(t, before - 2, "subscribers")));
}

/* A notice that speaks for the one outlet it names: "X is committed to", "join the X channel", "subscribe to X". */
static void from_notices(na_reading *r)
{
    for (size_t i = 0; i < r->parts && !r->source; i++) {
        uint32_t first, end, words = 0;
        na_outlet found = { NULL, 0, 0, 0, 0 };
        int others = 0;
        if (r->part[i].role != NA_JUNK)
            continue;
        part_tokens(r, &r->part[i], &first, &end);
        for (uint32_t k = first; k < end; k++)
            words += r->tokens->token[k].kind == NA_WORD;
        if (words < 4 || words > 60)
            continue;
        for (uint32_t k = first; k < end; ) {
            na_outlet o = na_outlet_at(r, k, end);
            if (!o.name)
                o = na_new_outlet_at(r, k, end);
            if (o.name && r->tokens->token[k].kind != NA_ADDRESS && !o.weak) {
                others |= found.name && !same_outlet(r, o.name, found.name);
                if (!found.name)
                    found = o;
            }
            k = o.end > k ? o.end : k + 1;
        }
        if (found.name && !others && speaks(r->tokens, &found, first))
            set_source(r, found.name, "a line of its page speaks for it");
    }
}

static void from_bylines(na_reading *r)
{
    for (size_t i = 0; i < r->bylines && i < 8 && !r->source; i++)   /* each may read the whole text */
        if (strchr(r->byline[i], '@'))
            from_address(r, r->byline[i], strlen(r->byline[i]), "domain of the writer's e-mail address");
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

/* (XYZ) */
static int is_acronym(const na_tokens *t, uint32_t i)
{
    return i && t->token[i].flags & NA_CAPS && t->token[i - 1].mark == '(' && t->token[i + 1].mark == ')' && !na_in(&t->token[i], NA_LIST_STAMP_WORD);
}

/* Leads, agency lines, reporters' notes; a copyright line names the owner: the source if none is known from elsewhere,
 * else via; an agency owns what others print, so it is never the source. */
static void from_credits(na_reading *r)
{
    for (size_t i = 0; i < r->parts && !(r->source && r->via); i++) {
        uint32_t first, end;
        int copyright;
        if (r->part[i].role != NA_DATELINE && r->part[i].role != NA_CREDIT && r->part[i].role != NA_BYLINE)
            continue;
        part_tokens(r, &r->part[i], &first, &end);
        copyright = r->part[i].role == NA_CREDIT && holds_copyright(r->tokens, first, end);
        for (uint32_t k = first; k < end; ) {
            na_outlet o = r->part[i].role == NA_BYLINE ? na_outlet_at(r, k, end) : na_agency_at(r, k, end);
            if (!o.name && r->part[i].role != NA_DATELINE)
                o = na_new_outlet_at(r, k, end);
            if (!o.name && !r->via && r->part[i].role == NA_DATELINE && is_acronym(r->tokens, k))
                o = (na_outlet){ na_acronym_words(r, k), k, k + 1, 1, 0 };
            if (o.weak && !copyright)
                o.name = NULL;
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
    from_bylines(r);
    from_masthead(r);
    from_notices(r);
    from_credits(r);
}
