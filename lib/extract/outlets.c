/* outlets.c - outlets and agencies, as they are named in a text, an address or a credit.
 *
 * Known ones stand in outlet.txt and agency.txt.  Others are told by how such names are made: a call sign with its
 * network (WXYZ ABC 7), or capitalised words that end, or begin, as papers and stations do (press_word.txt).  The
 * latter is asked for only where an outlet must be meant. */
#include "extract/parts.h"
#include <string.h>

static const char *value_or_words(na_reading *r, uint32_t entry, enum na_list list, uint32_t first, uint32_t end)
{
    const char *value = na_entry_value(entry, list);
    return *value ? value : na_words_of(r, first, end);
}

/* ---- addresses --------------------------------------------------------------------- */

/* The host in a URL, an e-mail address or a bare domain, lower case, without www. */
const char *na_host(na_reading *r, const char *s, size_t n)
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
const char *na_host_outlet(const char *host, const char **domain)
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
    if (k == i + 1 && k + 1 < end && t->token[k].mark == '-' && t->token[k + 1].kind == NA_NUMBER && t->token[k + 1].length <= 2 && token->length == 4)
        return k + 2;               /* WXYZ-9 */
    return networks ? k : i;
}

/* The outlet named at token i, or one whose name is NULL. */
na_outlet na_outlet_at(na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    size_t stop;
    uint32_t entry, k;
    if (t->token[i].kind == NA_ADDRESS) {
        const char *domain;
        return (na_outlet){ na_host_outlet(na_host(r, t->text + t->token[i].at, t->token[i].length), &domain), i, i + 1, 0, 0 };
    }
    if (t->token[i].kind != NA_WORD && t->token[i].kind != NA_NUMBER)
        return (na_outlet){ NULL, i, i, 0, 0 };
    if ((k = call_sign(t, i, end)) > i)
        return (na_outlet){ na_words_of(r, i, k), i, k, 0, 0 };
    entry = na_phrase(t, i, NA_LIST_OUTLET, &stop);
    if (entry && stop <= end && (t->token[i].flags & NA_UPPER || (na_is(t, i, "the") && t->token[i + 1].flags & NA_UPPER) || t->token[i].kind == NA_NUMBER))
        return (na_outlet){ value_or_words(r, entry, NA_LIST_OUTLET, i, (uint32_t)stop), i, (uint32_t)stop, (uint8_t)na_entry_in(entry, NA_LIST_AGENCY), 0 };
    return (na_outlet){ NULL, i, i, 0, 0 };
}

/* An agency where a credit stands: agencies' acronyms too, which elsewhere mean other things. */
na_outlet na_agency_at(na_reading *r, uint32_t i, uint32_t end)
{
    size_t stop;
    uint32_t entry = r->tokens->token[i].kind == NA_WORD && r->tokens->token[i].flags & NA_UPPER ? na_phrase(r->tokens, i, NA_LIST_AGENCY, &stop) : 0;
    if (entry && stop <= end)
        return (na_outlet){ value_or_words(r, entry, NA_LIST_AGENCY, i, (uint32_t)stop), i, (uint32_t)stop, 1, 0 };
    return na_outlet_at(r, i, end);
}

/* ---- outlets that no list has --------------------------------------------------------------- */

/* TOLLIVER TIMES is Tolliver Times; names of one word may be acronyms. */
static const char *uncapital(na_reading *r, const char *name)
{
    char *out, *p;
    for (const char *c = name; *c; c++)
        if (*c >= 'a' && *c <= 'z')
            return name;
    if (!strchr(name, ' '))
        return name;
    out = na_copy(r->arena, name, strlen(name));
    for (p = out; *p; p++)
        if (p > out && *p >= 'A' && *p <= 'Z' && p[-1] != ' ' && p[-1] != '-')
            *p = (char)(*p | 32);
    return out;
}

na_outlet na_new_outlet_at(na_reading *r, uint32_t i, uint32_t end)
{
    const na_tokens *t = r->tokens;
    na_outlet found = { NULL, i, i, 0, 0 };
    uint32_t words = 0, stop = i, k = i;
    int strong = 0;
    const char *value;
    if (k < end && na_is(t, k, "the") && t->token[k].flags & NA_UPPER)
        k++;
    for (; k < end && words < 6; k++) {
        const na_token *token = &t->token[k];
        size_t after;
        uint32_t entry;
        if (token->kind == NA_PUNCT && token->mark == '-' && words && !(token->flags & NA_SPACE))
            continue;
        if (token->kind != NA_WORD || !(token->flags & NA_UPPER))
            break;
        if (!words && (na_in(token, NA_LIST_BYLINE_WORD) || na_in(token, NA_LIST_CREDIT_CUE) || na_in(token, NA_LIST_STAMP_WORD) || na_is(t, k, "copyright")))
            break;
        if (words && token->flags & NA_SPACE && token->at - (t->token[k - 1].at + t->token[k - 1].length) > 1)
            break;                  /* a gap: the next item of a menu */
        if (words && na_phrase(t, k, NA_LIST_OUTLET, &after))
            return (na_outlet){ NULL, i, i, 0, 0 };     /* a known one begins here: "the free Reuters newsletter" */
        entry = na_phrase(t, k, NA_LIST_PRESS_WORD, &after);
        value = entry ? na_entry_value(entry, NA_LIST_PRESS_WORD) : "";
        if (*value == 'b' && !words && k + 1 < end && (t->token[k + 1].flags & NA_UPPER || t->token[k + 1].kind == NA_NUMBER) &&
            !na_entry_in(t->token[k + 1].entry, NA_LIST_BOILERPLATE)) {
            stop = k + 2;
            strong = 1;
        } else if (words && (*value == 'e' || *value == 'w')) {
            stop = (uint32_t)after;
            strong |= *value == 'e';
        }
        words++;
    }
    if (stop == i)
        return found;
    found.name = uncapital(r, na_words_of(r, i, stop));
    found.end = stop;
    found.weak = !strong && !na_is(t, i, "the");
    found.agency = na_is(t, stop - 1, "agency") || na_is(t, stop - 1, "service") || na_is(t, stop - 1, "newswire");
    return found;
}

/* The words of the text that, written together, are the label of a host: vellmarcourier.example is Vellmar Courier. */
const char *na_host_words(na_reading *r, const char *host)
{
    const na_tokens *t = r->tokens;
    const char *label = host, *next;
    char plain[64];
    size_t n = 0, length = 0;
    for (const char *p = host; (next = strchr(p, '.')); p = next + 1)       /* the longest label but the last */
        if ((size_t)(next - p) > length) {
            label = p;
            length = (size_t)(next - p);
        }
    if (length < 6 || length >= sizeof plain)
        return NULL;
    for (size_t i = 0; i < length; i++)
        if (label[i] != '-')
            plain[n++] = label[i];
    for (uint32_t i = 0; i < t->count; i++) {
        size_t at = 0;
        uint32_t k = i;
        if (t->token[i].kind != NA_WORD || !(t->token[i].flags & NA_UPPER))
            continue;
        for (; k < t->count && t->token[k].kind == NA_WORD && at < n; k++) {
            char folded[6 * 64 + 1];
            size_t m = t->token[k].length < 64 ? na_fold(t->text + t->token[k].at, t->token[k].length, folded) : 0;
            if (!m || at + m > n || memcmp(plain + at, folded, m))
                break;
            at += m;
        }
        if (at == n && k > i + 1)
            return uncapital(r, na_words_of(r, i && na_is(t, i - 1, "the") && t->token[i - 1].flags & NA_UPPER ? i - 1 : i, k));
    }
    return NULL;
}

/* The capitalised words of the text whose first letters spell an acronym, or the acronym itself. */
const char *na_acronym_words(na_reading *r, uint32_t acronym)
{
    const na_tokens *t = r->tokens;
    const char *letters = t->text + t->token[acronym].at;
    uint32_t n = t->token[acronym].length;
    for (uint32_t i = 0; n > 1 && n < 8 && i + n <= t->count; i++) {
        uint32_t k = 0;
        while (k < n && t->token[i + k].kind == NA_WORD && t->token[i + k].length > 1 && !(t->token[i + k].flags & NA_CAPS) && t->text[t->token[i + k].at] == letters[k])
            k++;
        if (k == n)
            return na_words_of(r, i, i + n);
    }
    return na_words_of(r, acronym, acronym + 1);
}
