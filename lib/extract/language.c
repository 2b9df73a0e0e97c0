/* language.c - the language: by its script where one language alone uses that, else by its function words.
 *
 * The first few thousand tokens tell.  A word of function_word.txt counts for
 * every language it is listed with; the best wins when it is frequent enough
 * and far enough before the next, else the text is too short or too mixed to say. */
#include "extract/extract.h"
#include <string.h>

enum { TOKENS = 4000, LANGUAGES = 48 };

typedef struct tally { char code[LANGUAGES][2]; uint32_t hits[LANGUAGES]; size_t count; } tally;

static void count_code(tally *c, const char *code)
{
    size_t i = 0;
    while (i < c->count && memcmp(c->code[i], code, 2))
        i++;
    if (i == LANGUAGES)
        return;
    if (i == c->count)
        memcpy(c->code[c->count++], code, 2);
    c->hits[i]++;
}

static size_t best_of(const tally *c)
{
    size_t best = 0;
    for (size_t i = 1; i < c->count; i++)
        if (c->hits[i] > c->hits[best])
            best = i;
    return best;
}

/* Latin, Cyrillic and Arabic letters are shared by many languages; these are not. */
static const char *script_of(uint32_t c)
{
    static const struct { uint32_t first, last; char code[3]; } scripts[] = {
        { 0x0370, 0x03FF, "el" }, { 0x0530, 0x058F, "hy" }, { 0x0590, 0x05FF, "he" }, { 0x0900, 0x097F, "hi" },
        { 0x0980, 0x09FF, "bn" }, { 0x0B80, 0x0BFF, "ta" }, { 0x0E00, 0x0E7F, "th" }, { 0x10A0, 0x10FF, "ka" },
        { 0x1100, 0x11FF, "ko" }, { 0x3040, 0x30FF, "ja" }, { 0x4E00, 0x9FFF, "zh" }, { 0xAC00, 0xD7AF, "ko" },
    };
    for (size_t i = 0; c >= scripts[0].first && i < sizeof scripts / sizeof *scripts; i++)
        if (c >= scripts[i].first && c <= scripts[i].last)
            return scripts[i].code;
    return NULL;
}

/* Most texts have no letter of such a script: eight bytes of ASCII are passed over at once. */
static int has_script(const na_tokens *t, size_t end)
{
    size_t length;
    for (size_t at = 0; at < end; at += length) {
        uint64_t eight;
        if (at + sizeof eight <= end && (memcpy(&eight, t->text + at, sizeof eight), !(eight & UINT64_C(0x8080808080808080))))
            length = sizeof eight;
        else if (script_of(na_code_point(t->text, t->n, at, &length)))
            return 1;
    }
    return 0;
}

/* Letters are counted, since some scripts have no spaces.  Japanese mixes kana and Han. */
static int by_script(const na_tokens *t, char *language)
{
    tally c = {0};
    size_t letters = 0, length, best, end = t->n < 8 * TOKENS ? t->n : 8 * TOKENS;
    if (!has_script(t, end))
        return 0;
    for (size_t at = 0; at < end; at += length) {
        unsigned char byte = (unsigned char)t->text[at];
        uint32_t p;
        const char *code;
        if (byte < 0x80) {
            letters += (byte | 32) >= 'a' && (byte | 32) <= 'z';
            length = 1;
            continue;
        }
        p = na_code_point(t->text, t->n, at, &length);
        code = script_of(p);
        letters += code || na_is_letter(p);
        if (code)
            count_code(&c, code);
    }
    if (!c.count)
        return 0;
    best = best_of(&c);
    if (2 * c.hits[best] < letters || c.hits[best] < 10)
        return 0;
    memcpy(language, c.code[best], 2);
    for (size_t i = 0; i < c.count; i++)
        if (!memcmp(c.code[i], "ja", 2) && !memcmp(language, "zh", 2) && 20 * (size_t)c.hits[i] > letters)
            memcpy(language, "ja", 2);
    return 1;
}

/* English needs little to be said, since it is what is read; another language
 * ends the reading, so it must be sure: at least eight function words, a sixth
 * of all words, and half as many again as English has. */
static void by_words(const na_tokens *t, char *language)
{
    tally c = {0};
    uint32_t words = 0, english = 0;
    size_t best;
    for (size_t i = 0; i < t->count && i < TOKENS; i++) {
        const char *codes;
        if (t->token[i].kind != NA_WORD)
            continue;
        words++;
        codes = na_word_value(&t->token[i], NA_LIST_FUNCTION_WORD);
        for (; codes && codes[0]; codes += codes[2] ? 3 : 2)
            count_code(&c, codes);
    }
    if (!c.count)
        return;
    best = best_of(&c);
    for (size_t i = 0; i < c.count; i++)
        if (!memcmp(c.code[i], "en", 2))
            english = c.hits[i];
    if (english == c.hits[best] ? english >= 4 && 10 * english >= words
                                : c.hits[best] >= 8 && 6 * c.hits[best] >= words && 2 * c.hits[best] >= 3 * english)
        memcpy(language, english == c.hits[best] ? "en" : c.code[best], 2);
}

void na_find_language(na_reading *r)
{
    memset(r->language, 0, sizeof r->language);
    if (!by_script(r->tokens, r->language))
        by_words(r->tokens, r->language);
}
