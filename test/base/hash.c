/* Hashes are kept in files and tables, so they may never change; the digest is BLAKE2b-256. */
#include "test.h"
#include "base/base.h"

START_TEST(hashes_are_those_of_the_files)
{
    static const struct { const char *bytes; size_t n; uint64_t hash; } rows[] = {   /* reckoned apart, in another language */
        { "", 0, UINT64_C(0xf52a15e9a9b5e89b) },
        { "a", 1, UINT64_C(0x02c0bdbf481420f8) },
        { "foobar", 6, UINT64_C(0x404da9e3b74078c2) },
        { "\xC3\xA9\0\xFF", 4, UINT64_C(0x31b3f37aa1a220ed) },
    };
    for (size_t i = 0; i < COUNT(rows); i++)
        ck_assert_uint_eq(na_hash(rows[i].bytes, rows[i].n), rows[i].hash);
}
END_TEST

START_TEST(the_order_of_joined_words_counts)
{
    uint64_t kim = na_hash("kim", 3), jong = na_hash("jong", 4);
    ck_assert_uint_eq(na_hash_join(kim, jong), UINT64_C(0x42358d032879b030));
    ck_assert_uint_eq(na_hash_join(jong, kim), UINT64_C(0x71fd75107d6ecc7d));
}
END_TEST

static void digest(char hex[65], const unsigned char *bytes, size_t n, size_t piece)
{
    na_digest d;
    na_digest_begin(&d);
    for (size_t at = 0; at < n; at += piece)
        na_digest_add(&d, bytes + at, n - at < piece ? n - at : piece);
    na_digest_end(&d, hex);
}

/* Byte i of the input is (7 i + 3) mod 251; the digests are those of `b2sum -l 256`.  Blocks are 128 bytes. */
static const struct { size_t n; const char *hex; } vectors[] = {
    { 0, "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8" },
    { 1, "e88bd757ad5b9bedf372d8d3f0cf6c962a469db61a265f6418e1ffed86da29ec" },
    { 3, "9facd640130c81e7f318a8d5c660bc1b0f5d03861ffbd4cc1358e0e904593c28" },
    { 127, "7eb3d4fe699cedc52282a1c091627822fe7790ef178af8269c0261d367931246" },
    { 128, "6afdad1409d770bce274b62a69123c97c86ffb40ce9708f3ff9ae4cbba8ba080" },
    { 129, "69e98b10112e4b7ae396bfbddaee75cc5fe6a9dc1fffc2b11e7c0fc48de04ae5" },
    { 255, "79133c6c55eafb6dd1aa1d75fe1622b86492ce7093b81ba85f29205f6d3a7a78" },
    { 256, "fabff1fa6173588d4cecdeade31b3237760d62664249e44f621deba4b94367ad" },
    { 257, "c069dcc3628f1598cd4f058da809c5f1c3a4ad536acd12dc514bcc0753f71f8c" },
    { 1000, "655483217562ae552fae4c276411ebd441ae1615754212965b82aee8aa76e9d8" },
};

START_TEST(the_digest_is_blake2b_in_pieces_of_any_size)
{
    static const size_t pieces[] = { 1, 2, 3, 64, 127, 128, 129, 256, 1000 };
    unsigned char bytes[1000];
    char hex[65];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)((7 * i + 3) % 251);
    for (size_t i = 0; i < COUNT(vectors); i++)
        for (size_t k = 0; k < COUNT(pieces); k++) {
            digest(hex, bytes, vectors[i].n, pieces[k]);
            EXPECT(hex, vectors[i].hex, "a vector of b2sum");
        }
}
END_TEST

START_TEST(the_digest_of_a_million_letters)
{
    unsigned char letters[1000];
    char hex[65];
    na_digest d;
    memset(letters, 'a', sizeof letters);
    na_digest_begin(&d);
    for (int i = 0; i < 1000; i++)
        na_digest_add(&d, letters, sizeof letters);
    na_digest_end(&d, hex);
    ck_assert_str_eq(hex, "0741850f36cba4259628355d1073e24ddb9ca0e1bfac36fd39ae5dc2101e23a4");
}
END_TEST

TESTS("hash", hashes_are_those_of_the_files, the_order_of_joined_words_counts,
      the_digest_is_blake2b_in_pieces_of_any_size, the_digest_of_a_million_letters)
