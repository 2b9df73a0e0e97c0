/* passage.c - the words round a place in a text. */
#include "link/passage.h"
#include <string.h>

/* A paragraph's bounds need no reading: a blank line, or the end of the piece. */
static size_t paragraph_begin(const char *s, size_t at)
{
    while (at > 1 && !(s[at - 1] == '\n' && s[at - 2] == '\n'))
        at--;
    return at > 1 ? at : 0;
}

/* Without a last character that was cut. */
static size_t whole_characters(const char *s, size_t n)
{
    size_t lead = n;
    while (lead && n - lead < 4 && ((unsigned char)s[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead && (unsigned char)s[lead - 1] >= 0xC0) {
        unsigned char c = (unsigned char)s[lead - 1];
        size_t needs = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        return n - (lead - 1) < needs ? lead - 1 : n;
    }
    return n;
}

void na_sentence_round(na_arena *arena, const char *piece, size_t n, size_t at, size_t *from, size_t *length)
{
    size_t begin = paragraph_begin(piece, at), end;
    const char *blank = at < n ? strstr(piece + at, "\n\n") : NULL;
    na_tokens *t;
    const na_sentence *s = NULL;
    while (begin < at && ((unsigned char)piece[begin] & 0xC0) == 0x80)
        begin++;
    end = blank ? (size_t)(blank - piece) : whole_characters(piece, n);
    t = na_tokenize(arena, piece + begin, end - begin);
    for (size_t i = 0; i < t->sentences; i++)
        if (begin + t->token[t->sentence[i].first].at <= at)
            s = &t->sentence[i];
    *from = s ? begin + t->token[s->first].at : at;
    *length = s ? begin + t->token[s->end - 1].at + t->token[s->end - 1].length - *from : 0;
}
