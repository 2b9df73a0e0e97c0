/* Whatever bytes come: mutated articles are read, mutated JSON Lines are fed,
 * mutated files are opened and asked everything.
 *
 *     test_fuzz                    the rounds that the tests run
 *     test_fuzz SEED [ROUNDS]      others */
#include "public.h"
#include "questions.h"
#include "sound.h"

static uint64_t seed;

static size_t random_below(size_t n)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return n ? (size_t)(seed >> 33) % n : 0;
}

/* What grammars trip over. */
static const char *const pieces[] = {
    "“", "”", "\"", "‘", "’", "'", "«", "»", "„", "(", ")", " said ", " told ", ", she said", "\n\n", "\n", "\t", "\r\n", "\xC2\xA0", "\xE2\x80\xA8",
    "\xFF", "\xC3", "\xE2\x80", "\xF0\x9F\x99\x82", "e\xCC\x81", "2024-02-30", "last Tuesday", "99999999999999999999", "-1", "Mr. ", "Ann Lee", "O ‘Brien",
    "© 2024 ", "https://", "@", "www.", "\xEF\xBB\xBF", "By ", "VELLMAR (NPA) - ", "\xEF\xBF\xBD", "\\u0000", "\\ud800", "{", "}", "[", "]", ":", "null", "1e999",
};

/* A copy of n bytes with some changes, of room for twice as many; to be freed. */
static char *mutated(const char *bytes, size_t n, size_t *length)
{
    char *out = malloc(2 * n + 4096);
    ck_assert_ptr_nonnull(out);
    memcpy(out, bytes, n);
    for (size_t changes = 1 + random_below(12); changes; changes--) {
        const char *piece = pieces[random_below(COUNT(pieces))];
        size_t at = random_below(n + 1), some = random_below(n - at < 200 ? n - at + 1 : 200), size = strlen(piece), from = random_below(n - some + 1);
        switch (random_below(5)) {
        case 0:                 /* a byte */
            if (at < n)
                out[at] = (char)random_below(256);
            break;
        case 1:                 /* something taken out */
            memmove(out + at, out + at + some, n - at - some);
            n -= some;
            break;
        case 2:                 /* a piece put in, once or often */
            for (size_t times = random_below(8) ? 1 : 1 + random_below(60); times; times--) {
                memmove(out + at + size, out + at, n - at);
                memcpy(out + at, piece, size);
                n += size;
            }
            break;
        case 3:                 /* one stretch over another */
            memmove(out + at, out + from, some < n - at ? some : n - at);
            break;
        default:                /* cut short */
            if (!random_below(8))
                n = at;
        }
    }
    *length = n;
    return out;
}

static void read_one(const char *bytes, size_t n, const char *published)
{
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    const newsarc_reading *r;
    const char *why, *fault;
    size_t row;
    d.text = bytes;
    d.length = n;
    d.published = published;
    d.url = published;
    if (newsarc_read(&r, &d, &why) < 0) {
        ck_assert_str_ne(why, "");
        return;
    }
    if ((fault = unsound(r, &row)))
        ck_abort_msg("row %zu: %s", row, fault);
    look_at_reading(r);
    newsarc_reading_close(r);
}

static void fuzz_reading(const news *list, size_t count, size_t rounds)
{
    for (size_t i = 0; i < rounds; i++) {
        const newsarc_document *d = &list[random_below(count)].document;
        size_t n, dates;
        char *bytes = mutated(d->text, d->length, &n), *published = mutated("Tue, 05 Mar 2024 07:55:00 GMT", 29, &dates);
        published[dates] = 0;
        read_one(bytes, n, published);
        free(published);
        free(bytes);
    }
}

static void fuzz_feed(const char *lines, size_t length, size_t rounds)
{
    for (size_t i = 0; i < rounds; i++) {
        newsarc *arc = opened(":memory:");
        newsarc_feed *feed;
        size_t n, at = 0, some;
        char *bytes = mutated(lines, length, &n);
        OK(newsarc_feed_open(&feed, arc, NULL));
        for (int rc = 0; at < n && rc >= 0; at += some) {
            some = 1 + random_below(n - at < 5000 ? n - at : 5000);
            rc = newsarc_feed_write(feed, bytes + at, some);
        }
        told(arc, newsarc_feed_close(feed), "feed");
        OK(newsarc_check(arc));
        newsarc_close(arc);
        free(bytes);
    }
}

/* A few bytes of a whole archive; more would only be refused. */
static void fuzz_file(const char *path, size_t rounds)
{
    size_t n;
    char *bytes = whole_file(path, &n);
    const char *broken = in_folder("broken.db");
    for (size_t i = 0; i < rounds; i++) {
        newsarc_options options = NEWSARC_OPTIONS_INIT;
        char saved[8][16];
        size_t at[8];
        newsarc *arc;
        int rc;
        for (size_t k = 0; k < COUNT(at); k++) {
            at[k] = random_below(n - sizeof saved[k]);
            memcpy(saved[k], bytes + at[k], sizeof saved[k]);
            for (size_t b = 0; b < 1 + random_below(sizeof saved[k]); b++)
                bytes[at[k] + b] = (char)random_below(256);
        }
        write_file(broken, bytes, n);
        for (size_t k = COUNT(at); k-- > 0; )
            memcpy(bytes + at[k], saved[k], sizeof saved[k]);
        options.untrusted = (int)random_below(2);
        rc = newsarc_open(&arc, broken, &options);
        told(arc, rc, "open");
        if (rc >= 0) {
            ask_everything(arc, "ferry", "Hedda Renn", "Coast FM");
            told(arc, newsarc_check(arc), "check");
            told(arc, put(arc, "new", NULL, "“We will sail again,” said Hedda Renn.\n", NULL), "ingest");
            told(arc, newsarc_delete(arc, 2), "delete");
        }
        newsarc_close(arc);
        unlink(broken);
    }
    free(bytes);
}

static void fuzz(size_t rounds)
{
    static const char lines[] =
        "{\"id\":\"a\",\"text\":\"“We will sail again,” said Ann Lee.\\n\\nThe ferry sails.\",\"published\":\"2024-03-05\",\"source\":\"The Vellmar Post\"}\n"
        "{\"id\":7,\"title\":\"Bread\",\"text\":\"Bread prices rise \\u201cagain\\u201d, a baker said.\",\"url\":\"https://tarn.example/1\",\"modified\":null}\n"
        "\n{\"text\":\"A nul \\u0000 and a \\ud83d\\ude42 in it\",\"other\":[1,{\"a\":2}]}\r\n";
    const char *path = in_folder("whole.db");
    newsarc *arc = opened(path);
    size_t count;
    news *list = our_articles(&count);
    put_articles(arc);
    newsarc_close(arc);
    fuzz_reading(list, count, 20 * rounds);
    fuzz_feed(lines, sizeof lines - 1, 5 * rounds);
    fuzz_file(path, rounds);
    forget_articles(list, count);
    remove_folder();
}

static size_t rounds_to_run = 20;

START_TEST(any_bytes) { fuzz(rounds_to_run); } END_TEST

int main(int argc, char **argv)
{
    const TTest *tests[] = { any_bytes };
    seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
    if (argc > 2)
        rounds_to_run = strtoull(argv[2], NULL, 10);
    return run_tests("fuzz", tests, COUNT(tests));
}
