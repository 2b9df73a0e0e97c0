/* decode.c - bytes to valid UTF-8. */
#include "text/text.h"
#include <string.h>
#include <utf8proc.h>

/* Length of the well-formed sequence at b, or 0; *bad is then the length of
 * the maximal ill-formed part (what one U+FFFD stands for). */
static size_t sequence(const unsigned char *b, size_t n, size_t *bad)
{
    unsigned char low = 0x80, high = 0xBF;
    size_t length;
    *bad = 1;
    if (*b < 0x80)
        return *b != 0;
    if (*b >= 0xC2 && *b <= 0xDF) length = 2;
    else if (*b >= 0xE0 && *b <= 0xEF) length = 3;
    else if (*b >= 0xF0 && *b <= 0xF4) length = 4;
    else return 0;
    if (*b == 0xE0) low = 0xA0;
    else if (*b == 0xED) high = 0x9F;
    else if (*b == 0xF0) low = 0x90;
    else if (*b == 0xF4) high = 0x8F;
    for (size_t i = 1; i < length; i++, low = 0x80, high = 0xBF) {
        if (i >= n || b[i] < low || b[i] > high)
            return 0;
        *bad = i + 1;
    }
    return length;
}

/* Bytes from `at` on that need no change. */
static size_t clean_run(const unsigned char *b, size_t n, size_t at, size_t *bad)
{
    size_t from = at, length;
    while (at < n) {
        uint64_t eight;
        if (n - at >= 8 && (memcpy(&eight, b + at, 8), !(eight & UINT64_C(0x8080808080808080))) &&
            !((eight - UINT64_C(0x0101010101010101)) & ~eight & UINT64_C(0x8080808080808080))) {
            at += 8;
            continue;
        }
        if (!(length = sequence(b + at, n - at, bad)))
            break;
        at += length;
    }
    return at - from;
}

const char *na_decode(na_arena *arena, const char *bytes, size_t n, size_t *length, size_t *repaired)
{
    const unsigned char *b = (const unsigned char *)bytes;
    size_t at = 0, bad = 0, run, out = 0;
    char *copy = NULL;
    *repaired = 0;
    *length = n;
    run = clean_run(b, n, 0, &bad);
    if (run == n)
        return bytes;
    copy = na_alloc(arena, 3 * n + 1);
    for (;;) {
        memcpy(copy + out, bytes + at, run);
        out += run;
        at += run;
        if (at >= n)
            break;
        memcpy(copy + out, "\xEF\xBF\xBD", 3);
        out += 3;
        at += bad;
        *repaired += bad;
        run = clean_run(b, n, at, &bad);
    }
    copy[out] = 0;
    *length = out;
    return copy;
}

size_t na_valid_prefix(const char *bytes, size_t n)
{
    size_t bad;
    return clean_run((const unsigned char *)bytes, n, 0, &bad);
}

uint32_t na_code_point(const char *text, size_t n, size_t at, size_t *length)
{
    const unsigned char *b = (const unsigned char *)text + at;
    if (at >= n) {
        *length = 0;
        return 0;
    }
    if (*b < 0x80) {
        *length = 1;
        return *b;
    }
    *length = *b < 0xE0 ? 2 : *b < 0xF0 ? 3 : 4;
    if (*length > n - at) {             /* not what na_decode gives, but never past the end */
        *length = n - at;
        return 0xFFFD;
    }
    switch (*length) {
    case 2: return (uint32_t)(*b & 31) << 6 | (b[1] & 63);
    case 3: return (uint32_t)(*b & 15) << 12 | (uint32_t)(b[1] & 63) << 6 | (b[2] & 63);
    default: return (uint32_t)(*b & 7) << 18 | (uint32_t)(b[1] & 63) << 12 | (uint32_t)(b[2] & 63) << 6 | (b[3] & 63);
    }
}

int na_is_letter(uint32_t c)
{
    if (c < 0x80)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC:
        return 1;
    default:
        return 0;
    }
}

int na_is_upper(uint32_t c)
{
    utf8proc_category_t category;
    if (c < 0x80)
        return c >= 'A' && c <= 'Z';
    category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

int na_is_space(uint32_t c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r') || c < ' ' || c == 0x7F;
    if (c == 0x85 || c == 0xA0 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xAD)
        return 1;
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS || c == 0x2028 || c == 0x2029;
}
