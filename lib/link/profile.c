/* profile.c - one article as bags of hashed features.
 *
 * Terms: words of headline and body by rarity and count, names once more as
 * wholes, and the days it tells of: accounts of one event share its day, and
 * of two that are alike in all else the day is what differs.  Shingles: hashes
 * of runs of five words, one in four kept by hash, so that two articles keep
 * the same ones (Broder 1997; sampling "mod m"). */
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

enum { MOST_TERMS = 160, TELLING = 40, KEPT_ONE_IN = 4, LEAD = 500 /* bytes */ };
/* News tells first what it is about: what a word is worth in the headline, and any term in the lead. */
#define IN_HEADLINE 2.0f
#define IN_LEAD     1.4f
/* As the rarity of a word: a day that is told of, and that of publication, since news happened about then. */
enum { A_DAY = 80, OWN_DAY = 40 };
#define LEAST_RARITY 20         /* words in more than one paragraph of thirty-two tell little */

typedef struct counted { uint32_t hash, count; float value; } counted;
typedef struct bag { na_arena *arena; counted *item; size_t items, room; } bag;

static int is_read(const na_reading *r, size_t i)
{
    return r->role[i] == NA_BODY || r->role[i] == NA_HEADLINE;
}

static void put_in(bag *b, uint64_t hash, float value)
{
    *NA_PUSH(b->arena, b->item, b->items, b->room) = (counted){ (uint32_t)(hash >> 16), 1, value };
}

static int by_hash(const void *a, const void *b)
{
    uint32_t x = ((const counted *)a)->hash, y = ((const counted *)b)->hash;
    return (x > y) - (x < y);
}

static int by_hash_and_value(const void *a, const void *b)
{
    const counted *x = a, *y = b;
    int order = by_hash(a, b);
    return order ? order : (x->value < y->value) - (x->value > y->value);
}

static int by_value(const void *a, const void *b)
{
    const counted *x = a, *y = b;
    return x->value != y->value ? (x->value < y->value) - (x->value > y->value) : by_hash(a, b);
}

/* log2, straight between powers of two: the C library's differs from machine to machine. */
static float log_2(uint32_t n)
{
    uint32_t power = 1;
    float whole = 0;
    for (; n / 2 >= power; power *= 2)
        whole++;
    return whole + (float)(n - power) / (float)power;
}

/* Equal hashes become one item with their count and the highest value of them, which grows with the
 * logarithm of that: long articles repeat themselves, which makes them no more alike. */
static void count_up(bag *b)
{
    size_t out = 0;
    if (!b->items)
        return;
    qsort(b->item, b->items, sizeof *b->item, by_hash_and_value);
    for (size_t i = 0; i < b->items; i++)
        if (out && b->item[out - 1].hash == b->item[i].hash)
            b->item[out - 1].count++;
        else
            b->item[out++] = b->item[i];
    b->items = out;
    for (size_t i = 0; i < out; i++)
        b->item[i].value *= 1 + log_2(b->item[i].count) / 2;
}

/* The hash of a word without its ending, so that talks and talk, fired and fires are one: of ASCII words
 * a plural or verbal ending is cut, and an e that it may have swallowed. */
static uint64_t stem(const char *text, const na_token *t)
{
    char word[32];
    size_t n = t->length;
    if (n > sizeof word || n < 4)
        return t->hash;
    for (size_t i = 0; i < n; i++) {
        char c = text[t->at + i];
        if ((c | 32) < 'a' || (c | 32) > 'z')
            return t->hash;
        word[i] = (char)(c | 32);
    }
    if (n > 5 && !memcmp(word + n - 3, "ing", 3)) n -= 3;
    else if (n > 4 && !memcmp(word + n - 3, "ies", 3)) word[(n -= 2) - 1] = 'y';
    else if (n > 4 && !memcmp(word + n - 2, "ed", 2)) n -= 2;
    else if (word[n - 1] == 's' && word[n - 2] != 's') n--;
    if (n > 3 && word[n - 1] == 'e') n--;
    if (n > 3 && word[n - 1] == word[n - 2]) n--;
    return na_hash(word, n);
}

static float worth(uint32_t at)
{
    return at < LEAD ? IN_LEAD : 1;
}

/* Of a name's words, on the average: United States tells less than any other two words. */
static float name_rarity(const na_reading *r, const na_mention *m)
{
    uint32_t sum = 0, words = 0;
    for (uint32_t i = m->first; i < m->end; i++)
        if (r->tokens->token[i].kind == NA_WORD) {
            sum += na_entry_rarity(r->tokens->token[i].entry);
            words++;
        }
    return words ? (float)sum / (float)words : 0;
}

static void put_word(bag *b, const char *text, const na_token *t, float worth)
{
    uint32_t rarity = t->kind == NA_WORD && t->length >= 3 ? na_entry_rarity(t->entry) : 0;
    if (rarity >= LEAST_RARITY)
        put_in(b, stem(text, t), (float)rarity * worth);
}

static uint64_t day_hash(int32_t day)
{
    return na_hash_join(NA_HASH_SEED + 1, (uint64_t)(int64_t)day);
}

/* Words of the text; the headline is often given beside it. */
static void gather_words(bag *b, const na_reading *r)
{
    int headed = 0;
    for (size_t i = 0; i < r->tokens->count; i++) {
        headed |= r->role[i] == NA_HEADLINE;
        if (is_read(r, i))
            put_word(b, r->tokens->text, &r->tokens->token[i], r->role[i] == NA_HEADLINE ? IN_HEADLINE : worth(r->tokens->token[i].at));
    }
    if (r->headline && !headed) {
        na_tokens *t = na_tokenize(b->arena, r->headline, strlen(r->headline));
        for (size_t i = 0; i < t->count; i++)
            put_word(b, t->text, &t->token[i], IN_HEADLINE);
    }
}

static void gather(bag *b, const na_reading *r)
{
    gather_words(b, r);
    for (size_t i = 0; i < r->mentions; i++) {
        const na_mention *m = &r->mention[i];
        const na_naming *n = &r->naming[m->naming];
        if (is_read(r, m->first))
            put_in(b, na_hash_join(NA_HASH_SEED, na_hash(n->key, strlen(n->key))),
                   (n->kind == NA_OTHER ? 0.5f : 1) * worth(m->at) * name_rarity(r, m));
    }
    for (size_t i = 0; i < r->dates; i++) {
        const na_date *d = &r->date[i];
        if (d->earliest && d->latest && !strcmp(d->earliest, d->latest))
            put_in(b, day_hash(na_day_of(d->earliest)), A_DAY * worth(d->at));
    }
    if (na_day_of(r->published) != NA_NO_DAY)
        put_in(b, day_hash(na_day_of(r->published)), OWN_DAY);
    count_up(b);
}

/* Newton's square root, so that nothing but C is needed. */
static float root(float x)
{
    float y = x > 1 ? x : 1;
    for (int i = 0; i < 64; i++)
        y = (y + x / y) / 2;
    return y;
}

static void keep_terms(na_profile *p, bag *b)
{
    float length = 0;
    uint32_t *telling;
    na_term *term;
    if (b->items)
        qsort(b->item, b->items, sizeof *b->item, by_value);
    p->terms = b->items < MOST_TERMS ? b->items : MOST_TERMS;
    p->tellings = p->terms < TELLING ? p->terms : TELLING;
    p->telling = telling = na_alloc(b->arena, (p->tellings + 1) * sizeof *telling);
    for (size_t i = 0; i < p->tellings; i++)
        telling[i] = b->item[i].hash;
    for (size_t i = 0; i < p->terms; i++)
        length += b->item[i].value * b->item[i].value;
    length = root(length);
    if (p->terms)
        qsort(b->item, p->terms, sizeof *b->item, by_hash);
    p->term = term = na_alloc(b->arena, (p->terms + 1) * sizeof *term);
    for (size_t i = 0; i < p->terms; i++)
        term[i] = (na_term){ b->item[i].hash, b->item[i].value / length };
}

int na_tells_of(const na_profile *p, int32_t day)
{
    uint32_t hash = (uint32_t)(day_hash(day) >> 16);
    size_t low = 0, high = p->terms;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (p->term[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < p->terms && p->term[low].hash == hash;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void keep_shingles(na_profile *p, na_arena *arena, const na_reading *r)
{
    uint64_t last[NA_SHINGLE] = {0}, whole = 0;
    uint32_t *kept = NULL;
    size_t words = 0, room = 0, out = 0;
    for (size_t i = 0; i < r->tokens->count; i++) {
        const na_token *t = &r->tokens->token[i];
        uint64_t h = 0;
        if ((t->kind != NA_WORD && t->kind != NA_NUMBER) || !is_read(r, i))
            continue;
        last[words++ % NA_SHINGLE] = t->hash;
        whole = na_hash_join(whole, t->hash);
        if (words < NA_SHINGLE)
            continue;
        for (size_t k = 0; k < NA_SHINGLE; k++)
            h = na_hash_join(h, last[(words + k) % NA_SHINGLE]);
        if (h % KEPT_ONE_IN == 0)
            *NA_PUSH(arena, kept, p->shingles, room) = (uint32_t)(h >> 32);
    }
    /* all of it counts as NA_SHARED_SHINGLES runs, in the index: texts too short to be sampled are found when they are equal */
    for (uint32_t i = 0; i < NA_SHARED_SHINGLES && words; i++)
        *NA_PUSH(arena, kept, p->shingles, room) = (uint32_t)(na_hash_join(whole, i) >> 32) & ~(uint32_t)7;
    if (p->shingles)
        qsort(kept, p->shingles, sizeof *kept, by_number);
    for (size_t i = 0; i < p->shingles; i++)
        if (!out || kept[out - 1] != kept[i])
            kept[out++] = kept[i];
    p->shingles = out;
    p->shingle = kept;
}

na_profile *na_make_profile(na_arena *arena, const na_reading *r)
{
    na_profile *p = na_alloc(arena, sizeof *p);
    bag b = { .arena = arena };
    p->day = na_day_of(r->published);
    gather(&b, r);
    keep_terms(p, &b);
    keep_shingles(p, arena, r);
    return p;
}

/* ---- bytes: little-endian; a term is its hash and its weight in parts of 65535 ----- */

enum { TERM_BYTES = 6, HASH_BYTES = 4 };

static unsigned char *put(unsigned char *at, uint32_t n, int bytes)
{
    for (int i = 0; i < bytes; i++)
        *at++ = (unsigned char)(n >> 8 * i);
    return at;
}

static uint32_t get(const unsigned char *at, int bytes)
{
    uint32_t n = 0;
    for (int i = bytes; i-- > 0; )
        n = n << 8 | at[i];
    return n;
}

static na_slice pack_hashes(na_arena *arena, const uint32_t *hash, size_t n)
{
    unsigned char *out = na_alloc(arena, n * HASH_BYTES + 1), *at = out;
    for (size_t i = 0; i < n; i++)
        at = put(at, hash[i], HASH_BYTES);
    return (na_slice){ out, n * HASH_BYTES };
}

static const uint32_t *unpack_hashes(na_arena *arena, na_slice from, size_t *n)
{
    uint32_t *hash = na_alloc(arena, from.n + 1);
    *n = from.n / HASH_BYTES;
    for (size_t i = 0; i < *n; i++)
        hash[i] = get(from.at + i * HASH_BYTES, HASH_BYTES);
    return hash;
}

na_packed na_pack_profile(na_arena *arena, const na_profile *p)
{
    unsigned char *out = na_alloc(arena, p->terms * TERM_BYTES + 1), *at = out;
    for (size_t i = 0; i < p->terms; i++) {
        at = put(at, p->term[i].hash, HASH_BYTES);
        at = put(at, (uint32_t)(p->term[i].weight * 65535 + 0.5f), TERM_BYTES - HASH_BYTES);
    }
    return (na_packed){ { out, p->terms * TERM_BYTES }, pack_hashes(arena, p->telling, p->tellings), pack_hashes(arena, p->shingle, p->shingles) };
}

na_profile *na_unpack_profile(na_arena *arena, const na_packed *packed, int32_t day)
{
    na_profile *p = na_alloc(arena, sizeof *p);
    na_term *term;
    if (packed->terms.n % TERM_BYTES || packed->telling.n % HASH_BYTES || packed->shingles.n % HASH_BYTES)
        return NULL;
    p->day = day;
    p->terms = packed->terms.n / TERM_BYTES;
    p->term = term = na_alloc(arena, (p->terms + 1) * sizeof *term);
    for (size_t i = 0; i < p->terms; i++) {
        const unsigned char *at = packed->terms.at + i * TERM_BYTES;
        term[i] = (na_term){ get(at, HASH_BYTES), (float)get(at + HASH_BYTES, TERM_BYTES - HASH_BYTES) / 65535 };
    }
    p->telling = unpack_hashes(arena, packed->telling, &p->tellings);
    p->shingle = unpack_hashes(arena, packed->shingles, &p->shingles);
    return p;
}
