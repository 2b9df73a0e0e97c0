/* hash.c - hashes that are the same everywhere, and the digest that is a document's name. */
#include "base/base.h"
#include <string.h>

uint64_t na_hash_mix(uint64_t h)
{
    h = (h ^ h >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    h = (h ^ h >> 27) * UINT64_C(0x94d049bb133111eb);
    return h ^ h >> 31;
}

uint64_t na_hash(const void *bytes, size_t n)
{
    const unsigned char *b = bytes;
    uint64_t h = NA_HASH_SEED;
    for (size_t i = 0; i < n; i++)
        h = (h ^ b[i]) * NA_HASH_PRIME;
    return na_hash_mix(h);
}

uint64_t na_hash_join(uint64_t left, uint64_t right)
{
    return na_hash_mix((left << 7 | left >> 57) + right * UINT64_C(0x9e3779b97f4a7c15));
}

/* BLAKE2b, RFC 7693, unkeyed, 32 bytes of output. */
static const uint64_t start[8] = {
    UINT64_C(0x6a09e667f3bcc908), UINT64_C(0xbb67ae8584caa73b), UINT64_C(0x3c6ef372fe94f82b), UINT64_C(0xa54ff53a5f1d36f1),
    UINT64_C(0x510e527fade682d1), UINT64_C(0x9b05688c2b3e6c1f), UINT64_C(0x1f83d9abfb41bd6b), UINT64_C(0x5be0cd19137e2179)
};
static const unsigned char order[10][16] = {
    {  0,  1,  2,  3,  4,  5,  6,  7,  8,  9, 10, 11, 12, 13, 14, 15 },
    { 14, 10,  4,  8,  9, 15, 13,  6,  1, 12,  0,  2, 11,  7,  5,  3 },
    { 11,  8, 12,  0,  5,  2, 15, 13, 10, 14,  3,  6,  7,  1,  9,  4 },
    {  7,  9,  3,  1, 13, 12, 11, 14,  2,  6,  5, 10,  4,  0, 15,  8 },
    {  9,  0,  5,  7,  2,  4, 10, 15, 14,  1, 11, 12,  6,  8,  3, 13 },
    {  2, 12,  6, 10,  0, 11,  8,  3,  4, 13,  7,  5, 15, 14,  1,  9 },
    { 12,  5,  1, 15, 14, 13,  4, 10,  0,  7,  6,  3,  9,  2,  8, 11 },
    { 13, 11,  7, 14, 12,  1,  3,  9,  5,  0, 15,  4,  8,  6,  2, 10 },
    {  6, 15, 14,  9, 11,  3,  0,  8, 12,  2, 13,  7,  1,  4, 10,  5 },
    { 10,  2,  8,  4,  7,  6,  1,  5, 15, 11,  9, 14,  3, 12, 13,  0 }
};

static uint64_t turn(uint64_t x, int n) { return x >> n | x << (64 - n); }

static void mix(uint64_t *v, int a, int b, int c, int d, uint64_t x, uint64_t y)
{
    v[a] += v[b] + x; v[d] = turn(v[d] ^ v[a], 32);
    v[c] += v[d];     v[b] = turn(v[b] ^ v[c], 24);
    v[a] += v[b] + y; v[d] = turn(v[d] ^ v[a], 16);
    v[c] += v[d];     v[b] = turn(v[b] ^ v[c], 63);
}

static void compress(na_digest *d, const unsigned char *block, int last)
{
    uint64_t v[16], m[16];
    for (int i = 0; i < 16; i++) {
        m[i] = 0;
        for (int k = 7; k >= 0; k--)
            m[i] = m[i] << 8 | block[i * 8 + k];
        v[i] = i < 8 ? d->h[i] : start[i - 8];
    }
    v[12] ^= d->count;
    if (last)
        v[14] = ~v[14];
    for (int r = 0; r < 12; r++) {
        const unsigned char *s = order[r % 10];
        for (int i = 0; i < 4; i++)
            mix(v, i, 4 + i, 8 + i, 12 + i, m[s[2 * i]], m[s[2 * i + 1]]);
        for (int i = 0; i < 4; i++)
            mix(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, m[s[8 + 2 * i]], m[s[9 + 2 * i]]);
    }
    for (int i = 0; i < 8; i++)
        d->h[i] ^= v[i] ^ v[i + 8];
}

void na_digest_begin(na_digest *d)
{
    memset(d, 0, sizeof *d);
    memcpy(d->h, start, sizeof start);
    d->h[0] ^= 0x01010000 ^ 32;
}

void na_digest_add(na_digest *d, const void *bytes, size_t n)
{
    const unsigned char *b = bytes;
    while (n) {
        size_t take = sizeof d->block - d->n < n ? sizeof d->block - d->n : n;
        if (d->n == sizeof d->block) {      /* more follows, so this one is not the last */
            d->count += sizeof d->block;
            compress(d, d->block, 0);
            d->n = 0;
            continue;
        }
        memcpy(d->block + d->n, b, take);
        d->n += take;
        b += take;
        n -= take;
    }
}

void na_digest_end(na_digest *d, char hex[65])
{
    static const char digit[] = "0123456789abcdef";
    d->count += d->n;
    memset(d->block + d->n, 0, sizeof d->block - d->n);
    compress(d, d->block, 1);
    for (int i = 0; i < 32; i++) {
        unsigned char byte = (unsigned char)(d->h[i / 8] >> 8 * (i % 8));
        hex[2 * i] = digit[byte >> 4];
        hex[2 * i + 1] = digit[byte & 15];
    }
    hex[64] = 0;
}
