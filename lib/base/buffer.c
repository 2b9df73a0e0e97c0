/* buffer.c - text that grows, with a sticky error. */
#include "base/base.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int reserve(na_buffer *b, size_t n)
{
    size_t need = b->n + n + 1, room = b->room ? b->room : 256;
    char *wider;
    if (b->failed)
        return 0;
    if (need <= b->room)
        return 1;
    while (room < need && room <= SIZE_MAX / 2)
        room *= 2;
    if (need < n || room < need || !(wider = na_realloc(b->bytes, room))) {
        b->failed = 1;
        return 0;
    }
    b->bytes = wider;
    b->room = room;
    return 1;
}

void na_add(na_buffer *b, const char *bytes, size_t n)
{
    if (!reserve(b, n))
        return;
    if (n)
        memcpy(b->bytes + b->n, bytes, n);
    b->n += n;
    b->bytes[b->n] = 0;
}

void na_adds(na_buffer *b, const char *string)
{
    na_add(b, string, strlen(string));
}

void na_addc(na_buffer *b, char c)
{
    na_add(b, &c, 1);
}

void na_addi(na_buffer *b, int64_t number)
{
    char digits[24], *at = digits + sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do *--at = (char)('0' + rest % 10); while (rest /= 10);
    if (number < 0)
        *--at = '-';
    na_add(b, at, (size_t)(digits + sizeof digits - at));
}

void na_addf(na_buffer *b, const char *format, ...)
{
    va_list list;
    int n;
    va_start(list, format);
    n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (n < 0 || !reserve(b, (size_t)n))
        return;
    va_start(list, format);
    vsnprintf(b->bytes + b->n, (size_t)n + 1, format, list);
    va_end(list);
    b->n += (size_t)n;
}

void na_add_json(na_buffer *b, const char *bytes, size_t n)
{
    static const char hex[] = "0123456789abcdef";
    size_t from = 0;
    if (!bytes) {
        na_adds(b, "null");
        return;
    }
    na_addc(b, '"');
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)bytes[i];
        char escape[6] = "\\u00";
        size_t length = 6;
        if (c >= ' ' && c != '"' && c != '\\')
            continue;
        escape[4] = hex[c >> 4];
        escape[5] = hex[c & 15];
        switch (c) {
        case '\n': escape[1] = 'n'; length = 2; break;
        case '\r': escape[1] = 'r'; length = 2; break;
        case '\t': escape[1] = 't'; length = 2; break;
        case '"': case '\\': escape[1] = (char)c; length = 2; break;
        default: break;
        }
        na_add(b, bytes + from, i - from);
        na_add(b, escape, length);
        from = i + 1;
    }
    na_add(b, bytes + from, n - from);
    na_addc(b, '"');
}

void na_buffer_free(na_buffer *b)
{
    free(b->bytes);
    *b = (na_buffer){0};
}
