/* fold.c - spellings that mean the same, made the same. */
#include "text/text.h"
#include <string.h>
#include <utf8proc.h>

/* Letters that Unicode does not decompose, and how they are spelled without. */
static const char *plain(uint32_t c)
{
    switch (c) {
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x02BB: case 0x2032: case 0x60: case 0xB4: return "'";
    case 0x0142: return "l";
    case 0x00F8: return "o";
    case 0x0111: case 0x00F0: return "d";
    case 0x0127: return "h";
    case 0x0131: return "i";
    case 0x00DF: return "ss";
    case 0x00E6: return "ae";
    case 0x0153: return "oe";
    case 0x00FE: return "th";
    default: return NULL;
    }
}

/* At most 6 bytes for each byte of c; the few that decompose into more stay as they are. */
static size_t fold_one(uint32_t c, size_t length, char *out)
{
    enum { MOST = 8 };
    utf8proc_int32_t parts[MOST];
    char folded[MOST * 4];
    const char *other;
    size_t used = 0;
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, MOST,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE, &boundary);
    for (utf8proc_ssize_t i = 0; i < n && n <= MOST; i++) {
        if ((other = plain((uint32_t)parts[i]))) {
            memcpy(folded + used, other, strlen(other));
            used += strlen(other);
        } else {
            used += (size_t)utf8proc_encode_char(parts[i], (utf8proc_uint8_t *)folded + used);
        }
    }
    if (n < 0 || n > MOST || used > 6 * length)
        return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
    memcpy(out, folded, used);
    return used;
}

size_t na_fold(const char *word, size_t n, char *out)
{
    size_t used = 0, length;
    for (size_t at = 0; at < n; at += length) {
        unsigned char c = (unsigned char)word[at];
        if (c < 0x80) {
            length = 1;
            out[used++] = c == '`' ? '\'' : c >= 'A' && c <= 'Z' ? (char)(c | 32) : (char)c;
        } else {
            uint32_t point = na_code_point(word, n, at, &length);
            const char *other = plain(point);
            if (other) {
                memcpy(out + used, other, strlen(other));
                used += strlen(other);
            } else {
                used += fold_one(point, length, out + used);
            }
        }
    }
    out[used] = 0;
    return used;
}

/* Is the last word written a single letter, a space behind it or not? */
static int lone_letter(const char *out, size_t used)
{
    if (used && out[used - 1] == ' ')
        used--;
    return used && (used == 1 || out[used - 2] == ' ');
}

char *na_fold_name(na_arena *arena, const char *name, size_t n)
{
    char *folded = na_alloc(arena, 6 * n + 1), *out = na_alloc(arena, 6 * n + 1);
    size_t used = 0, length, m = na_fold(name, n, folded);
    for (size_t at = 0; at < m; at += length) {
        uint32_t c = na_code_point(folded, m, at, &length);
        if (c == '\'') {
            /* O ‘Brien, O' Brien: a lone letter before an apostrophe belongs to what follows */
            if (lone_letter(out, used)) {
                if (out[used - 1] == ' ')
                    used--;
                while (at + length < m && folded[at + length] == ' ')
                    at++;
            }
        } else if (na_is_letter(c) || (c >= '0' && c <= '9') || c == '&') {
            memcpy(out + used, folded + at, length);
            used += length;
        } else if (c != '.' && used && out[used - 1] != ' ') {
            out[used++] = ' ';
        }
    }
    while (used && out[used - 1] == ' ')
        used--;
    out[used] = 0;
    return used > 4 && !strncmp(out, "the ", 4) ? out + 4 : out;
}

/* How long the run of glued initials at `at` is (4: "J.R."), if a word stands behind it. */
static size_t initials_at(const char *at)
{
    size_t n = 0;
    while (at[n] >= 'A' && at[n] <= 'Z' && at[n + 1] == '.')
        n += 2;
    return at[n] == 0 || (at[n] == ' ' && n < 4) ? 0 : n;
}

char *na_space_initials(na_arena *arena, const char *name)
{
    size_t n = strlen(name), used = 0;
    char *out = na_alloc(arena, 2 * n + 1);
    for (size_t at = 0; at < n; ) {
        size_t letters = !at || name[at - 1] == ' ' ? initials_at(name + at) : 0;
        for (size_t k = 0; k < letters; k += 2) {
            if (k)
                out[used++] = ' ';
            out[used++] = name[at++];
            out[used++] = name[at++];
        }
        if (letters && at < n && name[at] != ' ')
            out[used++] = ' ';          /* M.Scott */
        if (at < n)
            out[used++] = name[at++];
    }
    out[used] = 0;
    return out;
}

size_t na_count_code_points(const char *text, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

size_t na_count_utf16(const char *text, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += (unsigned)(((unsigned char)text[i] & 0xC0) != 0x80) + (unsigned)((unsigned char)text[i] >= 0xF0);
    return count;
}
