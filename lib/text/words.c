/* words.c - asks the word tables that make_words.c built from the lists.
 *
 * Entries lie in the order of their hashes; na_bucket[b] is the first whose
 * top 16 bits are b or more.  An entry keeps the next 32 bits of its hash, so
 * 48 bits tell a word from all others. */
#include "text/text.h"
#include "words/table.h"
#include <string.h>

#ifdef __GNUC__
#define NA_FETCH(address) __builtin_prefetch(address)
#else
#define NA_FETCH(address) ((void)(address))
#endif

uint32_t na_word_entry(uint64_t hash)
{
    uint32_t bucket = (uint32_t)(hash >> 48), check = (uint32_t)(hash >> 16);
    for (uint32_t i = na_bucket[bucket]; i < na_bucket[bucket + 1]; i++)
        if (na_entries[i].check == check)
            return i + 1;
    return 0;
}

uint64_t na_entry_lists(uint32_t entry)
{
    return entry ? na_sets[na_entries[entry - 1].set] : 0;
}

uint64_t na_entry_begins(uint32_t entry)
{
    return entry ? na_sets[na_entries[entry - 1].set] | na_sets[na_entries[entry - 1].more] : 0;
}

/* Words lie all over the table, which no near cache holds: each is fetched a few tokens before it is asked for. */
void na_look_up_words(na_tokens *tokens)
{
    enum { BUCKET = 12, ROW = 6 };
    na_token *t = tokens->token;
    size_t count = tokens->count;
    for (size_t i = 0; i < count; i++) {
        if (i + BUCKET < count)
            NA_FETCH(&na_bucket[t[i + BUCKET].hash >> 48]);
        if (i + ROW < count)
            NA_FETCH(&na_entries[na_bucket[t[i + ROW].hash >> 48]]);
        t[i].entry = t[i].kind == NA_ADDRESS ? 0 : na_word_entry(t[i].hash);
        t[i].lists = na_entry_lists(t[i].entry);
        t[i].begins = na_entry_begins(t[i].entry);
    }
    t[count].entry = 0;
    t[count].lists = t[count].begins = 0;
}

uint32_t na_entry_rarity(uint32_t entry)
{
    uint32_t rarity = entry ? na_entries[entry - 1].rarity : NA_RAREST;
    return rarity < NA_RAREST ? rarity : NA_RAREST;
}

/* Values of an entry: for each list that gives one a byte (list + 1), a byte (how long), the value with a NUL; a 0 byte ends. */
const char *na_entry_value(uint32_t entry, enum na_list list)
{
    const char *value;
    if (!na_entry_in(entry, list))
        return NULL;
    for (value = na_values + na_entries[entry - 1].value; *value; value += 2 + value[1])
        if (*value == (char)list + 1)
            return value + 2;
    return "";
}

/* Does some phrase of the lists go on with this word?  Most words end a search here, without another look at the table. */
static int goes_on(const na_token *token, uint64_t lists)
{
    return token->entry && na_sets[na_entries[token->entry - 1].inner] & lists;
}

/* Marks inside a phrase that make no difference: an attached hyphen, the period of an abbreviation. */
static int no_difference(const na_tokens *tokens, size_t i)
{
    const na_token *t = &tokens->token[i];
    return t->kind == NA_PUNCT && !(t->flags & (NA_SPACE | NA_STOP)) && t->length == 1 && (t->mark == '-' || t->mark == '.');
}

uint32_t na_longest_phrase(const na_tokens *tokens, size_t i, uint64_t lists, size_t *end)
{
    const na_token *t = &tokens->token[i];
    uint32_t entry = t->entry, best = 0;
    uint64_t hash = t->hash;
    while (entry) {
        const na_word_row *row = &na_entries[entry - 1];
        if (na_sets[row->set] & lists) {
            best = entry;
            *end = i + 1;
        }
        if (!(na_sets[row->more] & lists) || t->flags & NA_STOP || i + 1 >= tokens->count)
            break;
        i++;
        if (no_difference(tokens, i) && i + 1 < tokens->count)
            i++;
        t = &tokens->token[i];
        if (!goes_on(t, lists))
            break;
        hash = na_hash_join(hash, t->hash);
        entry = na_word_entry(hash);
    }
    return best;
}

typedef struct lookup { na_arena arena; const char *phrase; size_t n; uint32_t entry; } lookup;

static void look_up(void *state)
{
    lookup *l = state;
    na_tokens *t = na_tokenize(&l->arena, l->phrase, l->n);
    uint64_t hash = 0;
    size_t words = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (t->token[i].kind == NA_ADDRESS)     /* is no word: all of one length have one hash */
            return;
        if (!(t->token[i].kind == NA_PUNCT && (t->token[i].mark == '-' || t->token[i].mark == '.') && t->token[i].length == 1))
            hash = words++ ? na_hash_join(hash, t->token[i].hash) : t->token[i].hash;
    }
    if (words)
        l->entry = na_word_entry(hash);
}

/* The arena begins on the stack, with room for the tokens of the longest phrase
 * that a list may hold, so that a look-up never fails for want of memory. */
uint32_t na_phrase_entry(const char *phrase, size_t n)
{
    _Alignas(16) char room[sizeof(na_token) * 8 * NA_LONGEST_PHRASE];
    lookup l = { .arena = { .next = room, .end = room + sizeof room }, .phrase = phrase, .n = n };
    if (n > NA_LONGEST_PHRASE)
        return 0;
    na_guard(&l.arena, look_up, &l);
    na_arena_free(&l.arena);
    return l.entry;
}

int na_reads(const na_tokens *tokens, size_t i, const char *word)
{
    const char *at = tokens->text + tokens->token[i].at;
    for (; *word; word++, at++)
        if ((*at >= 'A' && *at <= 'Z' ? (char)(*at | 32) : *at) != *word)
            return 0;
    return 1;
}
