/* text.h - from bytes to words and sentences.  The only folder that includes utf8proc.h. */
#ifndef NA_TEXT_H
#define NA_TEXT_H
#include "base/base.h"
#include <string.h>
#include "words_lists.h"        /* made at build: one enum constant for each list under lib/words */

/* ---- decode.c ----------------------------------------------------------- */

enum { NA_LONGEST = 64 << 20 };         /* bytes of a text, where no option says otherwise */

/* Copies bytes into the arena as valid UTF-8 without NUL: every maximal
 * ill-formed sequence (Unicode 3.9, table 3-7) and every NUL becomes U+FFFD.
 * *repaired counts the input bytes that were replaced.  Where nothing has to
 * change, the bytes themselves are returned and nothing is copied. */
const char *na_decode(na_arena *arena, const char *bytes, size_t n, size_t *length, size_t *repaired);

/* How many of the bytes, from the first on, na_decode would leave as they are: n if all. */
size_t na_valid_prefix(const char *bytes, size_t n);

/* One code point at text[at] of valid UTF-8 and its length in bytes. */
uint32_t na_code_point(const char *text, size_t n, size_t at, size_t *length);
int na_is_letter(uint32_t c);
int na_is_upper(uint32_t c);            /* upper or title case */
int na_is_space(uint32_t c);            /* with U+00A0, U+2003, U+200B, U+FEFF ...; line ends too */
static inline int na_is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/* ---- fold.c --------------------------------------------------------------- */

/* The folded form of a word: lower case, no diacritics, every apostrophe one
 * ASCII ', compatibility forms plain (ﬁ is fi).  `out` has room for
 * 6 * n + 1; gives its length.  Hashes of tokens are hashes of this form. */
size_t na_fold(const char *word, size_t n, char *out);

/* The form in which two spellings of one name are equal: folded words with one
 * space between, apostrophes and periods gone, hyphens as spaces, an article
 * in front dropped.  O'Brien, O’Brien and O ‘Brien are obrien; Kim Jong-un is
 * kim jong un.  In the arena, NUL behind. */
char *na_fold_name(na_arena *arena, const char *name, size_t n);
/* J.R. Osten as J. R. Osten, so that each initial is a word. */
char *na_space_initials(na_arena *arena, const char *name);

/* Byte offset to the count of code points or UTF-16 units before it; offsets
 * past the end count the whole. */
size_t na_count_code_points(const char *text, size_t n);
size_t na_count_utf16(const char *text, size_t n);

/* ---- tokens.c ----------------------------------------------------------------- */

enum na_token_kind {
    NA_WORD,            /* letters, with inner apostrophes: don't, O’Brien; U.S. with its periods */
    NA_CLITIC,          /* the 's of a possessive (or is, has): its own token, so that names end before it */
    NA_NUMBER,          /* begins with a digit: 14, 1,000, 3.5, 3rd, 1990s, 5pm, ½ */
    NA_PUNCT,           /* one mark of punctuation or symbol; a run of one mark (---, ...) is one token */
    NA_QUOTE,           /* a quotation mark, or an apostrophe outside a word; `` and '' are one token */
    NA_ADDRESS          /* e-mail address, URL, domain, @handle: never read as words */
};

enum na_token_flags {
    NA_SPACE     = 1,   /* white space or the start of the text stands before it */
    NA_LINE      = 2,   /* a line begins here */
    NA_PARAGRAPH = 4,   /* a blank line (or the start of the text) stands before it */
    NA_FIRST     = 8,   /* first token of its sentence */
    NA_STOP      = 16,  /* last token of its sentence, closing marks included */
    NA_UPPER     = 32,  /* word whose first letter is a capital */
    NA_CAPS      = 64,  /* word of two or more letters, all capitals: KCNA, U.S. */
    NA_DOTTED    = 128, /* word directly followed by a period that ends no sentence: Mr. Jan. J. */
    NA_OPENS     = 256, /* quotation mark that by its shape or spacing can open */
    NA_CLOSES    = 512  /* ... can close; straight marks between spaces can do both */
};

typedef struct na_token {
    uint64_t hash;              /* of the folded form */
    uint64_t lists;             /* that its entry is in: bit NA_LIST_X */
    uint64_t begins;            /* lists in which a phrase begins with it, one word long or more */
    uint32_t at, length;        /* bytes of the text */
    uint32_t entry;             /* in the word tables, or 0; see words.c */
    uint16_t flags;
    uint8_t  kind;
    char     mark;              /* PUNCT: the ASCII character, or '-' for any dash longer than a hyphen is '_',
                                 * 0 for others; QUOTE: '"' double (straight, curly, low, guillemets, `` and ''), '\'' single */
} na_token;

typedef struct na_sentence { uint32_t first, end; } na_sentence;            /* tokens [first, end) */
typedef struct na_line { uint32_t at, length, first, end; } na_line;        /* bytes, without white space at the ends, and tokens; never blank */

typedef struct na_tokens {
    const char  *text;
    size_t       n;             /* bytes of text */
    na_token    *token;         /* count of them, then one with kind NA_PUNCT, mark 0, at n, length 0,
                                 * flags SPACE|LINE|PARAGRAPH|FIRST, so that token[i + 1] can always be looked at */
    size_t       count;
    na_sentence *sentence;      /* a paragraph always ends a sentence; a line does when it is short of a full line's shape */
    size_t       sentences;
    na_line     *line;
    size_t       lines;
} na_tokens;

/* Text is valid UTF-8 without NUL (na_decode), at most UINT32_MAX - 1 bytes. */
na_tokens *na_tokenize(na_arena *arena, const char *text, size_t n);

/* ---- sentences.c: marks FIRST, STOP and DOTTED; called by na_tokenize -------- */
void na_find_sentences(na_arena *arena, na_tokens *tokens);

/* ---- words.c: what the lists under lib/words know of a word or phrase ---------- */

/* An entry is a folded word or phrase that stands in one list or more; 0 is
 * none.  Phrases are compared by the hashes of their words; hyphens and the
 * periods of abbreviations do not count, so jong-un and jong un are one. */
uint32_t na_word_entry(uint64_t hash);
void na_look_up_words(na_tokens *tokens);       /* fills entry, lists and begins of each; called by na_tokenize */
/* The lists it is in: bit NA_LIST_X; bit NA_LIST_PREFIX when longer phrases begin with it. */
uint64_t na_entry_lists(uint32_t entry);
uint64_t na_entry_begins(uint32_t entry);      /* see na_token */
static inline int na_entry_in(uint32_t entry, enum na_list list)
{
    return na_entry_lists(entry) >> list & 1;
}
/* The value behind the tab in that list, "" if it has none, NULL if the entry is not in it. */
const char *na_entry_value(uint32_t entry, enum na_list list);

/* How rare a word is in open news text, in quarters of a bit (lib/words/rarity.txt); those not listed are the rarest. */
enum { NA_RAREST = 54 };
uint32_t na_entry_rarity(uint32_t entry);

static inline int na_in(const na_token *token, enum na_list list)
{
    return token->lists >> list & 1;
}

/* na_entry_value of a token's own entry: most are told by their lists to have none. */
static inline const char *na_word_value(const na_token *token, enum na_list list)
{
    return na_in(token, list) ? na_entry_value(token->entry, list) : NULL;
}

/* The longest phrase of any of `lists` (bits 1 << NA_LIST_X) that begins with
 * token i; gives its entry and in *end the token behind it, or 0.  Never
 * crosses the end of a sentence. */
uint32_t na_longest_phrase(const na_tokens *tokens, size_t i, uint64_t lists, size_t *end);
static inline uint32_t na_phrase_of(const na_tokens *tokens, size_t i, uint64_t lists, size_t *end)
{
    return tokens->token[i].begins & lists ? na_longest_phrase(tokens, i, lists, end) : 0;
}
static inline uint32_t na_phrase(const na_tokens *tokens, size_t i, enum na_list list, size_t *end)
{
    return na_phrase_of(tokens, i, UINT64_C(1) << list, end);
}
enum { NA_LONGEST_PHRASE = 128 };      /* bytes of an entry of a list */
/* The same for a string of its own, whole or not at all ("Dong-A Ilbo"). */
uint32_t na_phrase_entry(const char *phrase, size_t n);

/* Does the token begin with `word`? */
int na_reads(const na_tokens *tokens, size_t i, const char *word);
/* Does the token read `word` (ASCII, lower case)?  For the handful of words that rules name. */
static inline int na_is(const na_tokens *tokens, size_t i, const char *word)
{
    return i < tokens->count && tokens->token[i].length == strlen(word) &&
           (tokens->text[tokens->token[i].at] | 32) == (word[0] | 32) && na_reads(tokens, i, word);
}

#endif
