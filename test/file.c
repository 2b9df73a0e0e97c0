/* The file: opened in every way, refused with a reason, copied, damaged, locked, on a full disk. */
#include "public.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>

static const char ferry[] = "Ferry talks resume\n\n“We will sail again in May,” said Ann Lee, the harbour minister.\n";

static newsarc_options with_mode(int mode)
{
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    options.mode = mode;
    return options;
}

/* Failed or not, *out is set, tells why, and is to be closed. */
static void refuses(int code, const char *path, const newsarc_options *options)
{
    newsarc *arc;
    FAILS(code, newsarc_open(&arc, path, options));
    ck_assert_ptr_nonnull(arc);
    ck_assert_int_lt(put(arc, "a", NULL, ferry, NULL), 0);      /* what is not open says so, and does not crash */
    newsarc_close(arc);
}

static int is_root(void) { return geteuid() == 0; }

START_TEST(modes_do_what_they_say)
{
    const char *path = in_folder("a.db");
    newsarc_options existing = with_mode(NEWSARC_EXISTING), readonly = with_mode(NEWSARC_READONLY);
    newsarc *arc;
    newsarc_document d = document("b", NULL, ferry);
    refuses(NEWSARC_IO, path, &existing);
    refuses(NEWSARC_IO, path, &readonly);
    ck_assert_int_eq(files_in_folder(), 0);
    arc = opened(path);
    OK(put(arc, "a", NULL, ferry, NULL));
    newsarc_close(arc);
    ck_assert_int_eq(files_in_folder(), 1);             /* one archive is one file */
    OK(newsarc_open(&arc, path, &existing));
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    newsarc_close(arc);
    OK(newsarc_open(&arc, path, &readonly));
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    FAILS(NEWSARC_NOWRITE, newsarc_ingest(arc, &d, NULL));
    FAILS(NEWSARC_NOWRITE, newsarc_begin(arc));
    FAILS(NEWSARC_NOWRITE, newsarc_delete(arc, 1));
    FAILS(NEWSARC_NOWRITE, newsarc_rebuild(arc));
    OK(newsarc_check(arc));
    newsarc_close(arc);
    ck_assert_int_eq(files_in_folder(), 1);
    remove_folder();
}
END_TEST

START_TEST(options_that_make_no_sense_are_told_so)
{
    static const struct { int durable, untrusted, timeout_ms, jobs; } odd[] = {
        { 9, 0, 0, 0 }, { -1, 0, 0, 0 }, { 0, 2, 0, 0 }, { 0, 0, -77, 0 }, { 0, 0, 0, -5 }, { 0, 0, 0, 2 },
    };
    newsarc_options raw = {0}, mode = with_mode(17), longest = with_mode(NEWSARC_CREATE);
    refuses(NEWSARC_BADARG, ":memory:", &raw);
    refuses(NEWSARC_BADARG, ":memory:", &mode);
    longest.longest = ((size_t)1 << 30) + 1;
    refuses(NEWSARC_BADARG, ":memory:", &longest);
    for (size_t i = 0; i < COUNT(odd); i++) {
        newsarc_options o = with_mode(NEWSARC_CREATE);
        o.durable = odd[i].durable;
        o.untrusted = odd[i].untrusted;
        o.timeout_ms = odd[i].timeout_ms;
        o.jobs = odd[i].jobs;
        refuses(NEWSARC_BADARG, ":memory:", &o);
    }
    refuses(NEWSARC_BADARG, NULL, NULL);
    refuses(NEWSARC_BADARG, "", NULL);
    ck_assert_int_eq(newsarc_open(NULL, ":memory:", NULL), NEWSARC_BADARG);
}
END_TEST

START_TEST(what_is_no_archive_is_refused_and_left_alone)
{
    static const struct { const char *bytes; size_t n; const char *why; } rows[] = {
        { "Dear reader", 11, "a text" }, { "SQLite format 3\0 but no more", 28, "the beginning of a database" }, { "\0\0\0\0", 4, "zeros" },
    };
    const char *path = in_folder("a.db"), *inside = in_folder("a.db/b.db");
    for (size_t i = 0; i < COUNT(rows); i++) {
        char *bytes;
        size_t n;
        write_file(path, rows[i].bytes, rows[i].n);
        refuses(NEWSARC_ALIEN, path, NULL);
        bytes = whole_file(path, &n);
        ck_assert_msg(n == rows[i].n && !memcmp(bytes, rows[i].bytes, n), "%s was written to", rows[i].why);
        free(bytes);
    }
    refuses(NEWSARC_IO, inside, NULL);
    refuses(NEWSARC_IO, folder(), NULL);
    ck_assert_int_eq(files_in_folder(), 1);
    remove_folder();
}
END_TEST

START_TEST(an_empty_file_becomes_an_archive)
{
    const char *path = in_folder("a.db");
    newsarc *arc;
    write_file(path, "", 0);
    arc = opened(path);
    OK(put(arc, "a", NULL, ferry, NULL));
    newsarc_close(arc);
    remove_folder();
}
END_TEST

START_TEST(a_folder_that_cannot_be_written_can_be_read)
{
    const char *path = in_folder("a.db");
    newsarc_options readonly = with_mode(NEWSARC_READONLY);
    newsarc *arc = opened(path);
    OK(put(arc, "a", NULL, ferry, NULL));
    newsarc_close(arc);
    chmod(path, 0444);
    chmod(folder(), 0555);
    OK(newsarc_open(&arc, path, &readonly));
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    newsarc_close(arc);
    if (!is_root()) {                   /* nothing is forbidden to root */
        refuses(NEWSARC_IO, path, NULL);
        refuses(NEWSARC_IO, in_folder("new.db"), NULL);
    }
    chmod(folder(), 0755);
    ck_assert_int_eq(files_in_folder(), 1);
    remove_folder();
}
END_TEST

START_TEST(another_writer_is_waited_for_and_then_told)
{
    const char *path = in_folder("a.db");
    newsarc_options hasty = NEWSARC_OPTIONS_INIT;
    newsarc *one = opened(path), *arc;
    hasty.timeout_ms = -1;
    { newsarc *keep = arc = one; (void)keep; OK(newsarc_begin(one)); OK(put(one, "a", NULL, ferry, NULL)); }
    OK(newsarc_open(&arc, path, &hasty));
    FAILS(NEWSARC_BUSY, put(arc, "b", NULL, ferry, NULL));
    FAILS(NEWSARC_BUSY, newsarc_begin(arc));
    ck_assert_int_eq(count_articles(arc, NULL), 0);         /* readers go on, and see what is committed */
    ck_assert_int_eq(newsarc_commit(one), 0);
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    OK(put(arc, "b", NULL, ferry, NULL));
    newsarc_close(arc);
    newsarc_close(one);
    ck_assert_int_eq(files_in_folder(), 1);
    remove_folder();
}
END_TEST

/* A disk that is full, or a quota: no file may grow beyond so many bytes. */
START_TEST(a_full_disk_is_told_and_nothing_is_half_stored)
{
    const char *path = in_folder("a.db");
    newsarc *arc = opened(path);
    struct rlimit limit;
    char *before, *after;
    int full = 0;
    put_articles(arc);
    before = dump(arc);
    newsarc_close(arc);
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &limit), 0);
    for (size_t n = 0; n < 6; n++) {
        struct rlimit small = { (rlim_t)n * 60000, limit.rlim_max };
        char *text = calloc(1, 400001);
        for (size_t i = 0; i < 400000; i++)
            text[i] = i % 7 ? (char)('a' + (i * i / 7 + i) % 26) : ' ';
        arc = opened(path);
        ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &small), 0);
        if (put(arc, "big", NULL, text, NULL) < 0) {
            full++;
            ck_assert_str_ne(newsarc_error(arc), "");
        }
        ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
        free(text);
        after = dump(arc);
        same_dump(after, before, "after a write that did not fit");
        free(after);
        OK(newsarc_check(arc));
        newsarc_close(arc);
    }
    ck_assert_int_eq(full, 6);
    arc = opened(path);
    after = dump(arc);
    same_dump(after, before, "opened again after a write that did not fit");
    OK(newsarc_check(arc));
    OK(put(arc, "b", NULL, ferry, NULL));
    free(before);
    free(after);
    newsarc_close(arc);
    remove_folder();
}
END_TEST

START_TEST(a_backup_is_the_archive_as_it_is_now)
{
    const char *path = in_folder("a.db"), *copy = in_folder("copy.db");
    newsarc *arc = opened(path), *other;
    char *one, *two;
    put_articles(arc);
    OK(newsarc_backup(arc, copy));
    ck_assert_int_ne(newsarc_backup(arc, copy), 0);         /* what is there is never written over */
    ck_assert_str_ne(newsarc_error(arc), "");
    FAILS(NEWSARC_BADARG, newsarc_backup(arc, NULL));
    FAILS(NEWSARC_IO, newsarc_backup(arc, in_folder("no/such/folder.db")));
    one = dump(arc);
    OK(put(arc, "later", NULL, ferry, NULL));
    newsarc_close(arc);
    arc = other = opened(copy);
    two = dump(other);
    same_dump(two, one, "the backup");
    OK(newsarc_check(other));
    newsarc_close(other);
    ck_assert_int_eq(files_in_folder(), 2);
    free(one);
    free(two);
    remove_folder();
}
END_TEST

START_TEST(an_archive_in_memory_can_be_backed_up)
{
    newsarc *arc = opened(":memory:");
    const char *copy = in_folder("copy.db");
    OK(put(arc, "a", NULL, ferry, NULL));
    OK(newsarc_backup(arc, copy));
    newsarc_close(arc);
    arc = opened(copy);
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    newsarc_close(arc);
    remove_folder();
}
END_TEST

/* Wherever the file holds words of a document, in its text or in a quotation, no bit of them changes unnoticed.
 * (fuzz.c damages the rest.) */
START_TEST(no_word_of_a_document_changes_unnoticed)
{
    static const char words[] = "We will sail again in May";
    const char *path = in_folder("a.db"), *broken = in_folder("b.db");
    newsarc *arc = opened(path);
    size_t n, copies = 0;
    char *bytes;
    OK(put(arc, "a", "2024-03-05", ferry, NULL));
    newsarc_close(arc);
    bytes = whole_file(path, &n);
    for (size_t at = 0; at + sizeof words <= n; at++) {
        if (memcmp(bytes + at, words, sizeof words - 1))
            continue;
        copies++;
        for (size_t bit = 0; bit < 8 * (sizeof words - 1); bit += 3) {
            bytes[at + bit / 8] ^= (char)(1 << bit % 8);
            write_file(broken, bytes, n);
            bytes[at + bit / 8] ^= (char)(1 << bit % 8);
            ck_assert_msg(newsarc_open(&arc, broken, NULL) < 0 || newsarc_check(arc) < 0, "bit %zu of “%s” at byte %zu changes unnoticed", bit, words, at);
            ck_assert_str_ne(newsarc_error(arc), "");
            newsarc_close(arc);
            unlink(broken);
        }
    }
    ck_assert_uint_ge(copies, 2);
    free(bytes);
    remove_folder();
}
END_TEST

START_TEST(a_file_cut_short_is_told)
{
    const char *path = in_folder("a.db"), *broken = in_folder("b.db");
    newsarc *arc = opened(path);
    size_t n;
    char *bytes;
    put_articles(arc);
    newsarc_close(arc);
    bytes = whole_file(path, &n);
    for (size_t part = 1; part < 8; part++) {
        write_file(broken, bytes, n * part / 8);
        ck_assert_msg(newsarc_open(&arc, broken, NULL) < 0 || newsarc_check(arc) < 0, "%zu eighths of a file pass as whole", part);
        ck_assert_str_ne(newsarc_error(arc), "");
        newsarc_close(arc);
        unlink(broken);
    }
    free(bytes);
    remove_folder();
}
END_TEST

START_TEST(an_untrusted_file_is_read_all_the_same)
{
    const char *path = in_folder("a.db");
    newsarc_options untrusted = with_mode(NEWSARC_READONLY);
    newsarc *arc = opened(path);
    char *one, *two;
    untrusted.untrusted = 1;
    put_articles(arc);
    one = dump(arc);
    newsarc_close(arc);
    OK(newsarc_open(&arc, path, &untrusted));
    two = dump(arc);
    same_dump(two, one, "read as untrusted");
    OK(newsarc_check(arc));
    newsarc_close(arc);
    free(one);
    free(two);
    remove_folder();
}
END_TEST

START_TEST(durable_archives_keep_what_others_keep)
{
    const char *path = in_folder("a.db");
    newsarc_options durable = NEWSARC_OPTIONS_INIT;
    newsarc *arc;
    durable.durable = 1;
    OK(newsarc_open(&arc, path, &durable));
    OK(put(arc, "a", NULL, ferry, NULL));
    newsarc_close(arc);
    ck_assert_int_eq(files_in_folder(), 1);
    arc = opened(path);
    ck_assert_int_eq(count_articles(arc, NULL), 1);
    newsarc_close(arc);
    remove_folder();
}
END_TEST

TESTS("file", modes_do_what_they_say, options_that_make_no_sense_are_told_so, what_is_no_archive_is_refused_and_left_alone,
      an_empty_file_becomes_an_archive, a_folder_that_cannot_be_written_can_be_read, another_writer_is_waited_for_and_then_told,
      a_full_disk_is_told_and_nothing_is_half_stored, a_backup_is_the_archive_as_it_is_now, an_archive_in_memory_can_be_backed_up,
      no_word_of_a_document_changes_unnoticed, a_file_cut_short_is_told, an_untrusted_file_is_read_all_the_same, durable_archives_keep_what_others_keep)
