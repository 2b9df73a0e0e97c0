/* public.h - what the tests of the public interface share: archives to try
 * things on, articles to put in, and everything that an archive says as one text. */
#ifndef NA_TEST_PUBLIC_H
#define NA_TEST_PUBLIC_H
#define _POSIX_C_SOURCE 200809L
#include "test.h"
#include <newsarc.h>
#include <dirent.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* The call gives this code, on the archive `arc`. */
#define FAILS(code, call) \
    do { \
        int got_ = (call); \
        expect_result(got_, (code), #call, arc, __FILE__, __LINE__); \
    } while (0)
#define OK(call) FAILS(0, call)

/* A failure must be told in one line; what went well must not be. */
static inline void expect_result(int got, int want, const char *call, const newsarc *arc, const char *file, int line)
{
    const char *why = arc ? newsarc_error(arc) : "";
    if (got != want)
        ck_abort_msg("%s:%d: %s gives %d, expected %d: %s", file, line, call, got, want, why);
    if (arc && want < 0 && (!*why || strchr(why, '\n')))
        ck_abort_msg("%s:%d: %s fails and says “%s”", file, line, call, why);
    if (arc && want >= 0 && *why)
        ck_abort_msg("%s:%d: %s is fine and says “%s”", file, line, call, why);
}

/* ---- places to put files: a folder of its own for each test, since each is a process ---- */

static inline const char *folder(void)
{
    static char path[64];
    if (!*path) {
        snprintf(path, sizeof path, "tried.%ld", (long)getpid());
        ck_assert_msg(!mkdir(path, 0777), "no folder %s", path);
    }
    return path;
}

static inline const char *in_folder(const char *name)
{
    static char paths[8][128];
    static size_t next;
    char *path = paths[next++ % 8];
    ck_assert_uint_lt(strlen(name), sizeof paths[0] - 64);
    strcat(strcat(strcpy(path, folder()), "/"), name);
    return path;
}

static inline void remove_folder(void)
{
    DIR *dir = opendir(folder());
    for (struct dirent *entry; dir && (entry = readdir(dir)); )
        unlink(in_folder(entry->d_name));
    if (dir)
        closedir(dir);
    chmod(folder(), 0777);
    rmdir(folder());
}

/* How many files lie in the folder. */
static inline int files_in_folder(void)
{
    int count = 0;
    DIR *dir = opendir(folder());
    ck_assert_ptr_nonnull(dir);
    for (struct dirent *entry; (entry = readdir(dir)); )
        count += *entry->d_name != '.';
    closedir(dir);
    return count;
}

static inline char *whole_file(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t got = 1;
    ck_assert_msg(file != NULL, "%s cannot be read", path);
    for (*n = 0; got; *n += got) {
        bytes = realloc(bytes, *n + 65537);
        ck_assert_ptr_nonnull(bytes);
        got = fread(bytes + *n, 1, 65536, file);
    }
    fclose(file);
    bytes[*n] = 0;
    return bytes;
}

static inline void write_file(const char *path, const void *bytes, size_t n)
{
    FILE *file = fopen(path, "wb");
    ck_assert_msg(file != NULL, "%s cannot be written", path);
    ck_assert_uint_eq(fwrite(bytes, 1, n, file), n);
    ck_assert_int_eq(fclose(file), 0);
}

/* ---- archives and articles ---------------------------------------------------------------- */

static inline newsarc *opened(const char *path)
{
    newsarc *arc;
    OK(newsarc_open(&arc, path, NULL));
    return arc;
}

static inline newsarc_document document(const char *id, const char *published, const char *text)
{
    newsarc_document d = NEWSARC_DOCUMENT_INIT;
    d.id = id;
    d.published = published;
    d.text = text;
    d.length = strlen(text);
    return d;
}

static inline int put(newsarc *arc, const char *id, const char *published, const char *text, int64_t *article)
{
    newsarc_document d = document(id, published, text);
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    int result = newsarc_ingest(arc, &d, &receipt);
    if (article)
        *article = receipt.article;
    return result;
}

/* The project's own articles: every .txt of examples/articles, by name. */
typedef struct news { char *id; newsarc_document document; } news;

static inline int by_name(const void *a, const void *b)
{
    return strcmp(((const news *)a)->id, ((const news *)b)->id);
}

static inline news *our_articles(size_t *count)
{
    static const char path[] = TEST_ARTICLES;
    DIR *dir = opendir(path);
    news *list = NULL;
    *count = 0;
    ck_assert_msg(dir != NULL, "no folder %s", path);
    for (struct dirent *entry; (entry = readdir(dir)); ) {
        size_t n = strlen(entry->d_name), length;
        char name[1024];
        if (n < 5 || strcmp(entry->d_name + n - 4, ".txt"))
            continue;
        list = realloc(list, (*count + 1) * sizeof *list);
        ck_assert_ptr_nonnull(list);
        snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
        list[*count] = (news){ strdup(entry->d_name), NEWSARC_DOCUMENT_INIT };
        list[*count].id[n - 4] = 0;
        list[*count].document.id = list[*count].id;
        list[*count].document.text = whole_file(name, &length);
        list[(*count)++].document.length = length;
    }
    closedir(dir);
    qsort(list, *count, sizeof *list, by_name);
    ck_assert_uint_ge(*count, 16);
    return list;
}

static inline void forget_articles(news *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free(list[i].id);
        free((char *)(uintptr_t)list[i].document.text);
    }
    free(list);
}

static inline void put_articles(newsarc *arc)
{
    size_t count;
    news *list = our_articles(&count);
    OK(newsarc_begin(arc));
    for (size_t i = 0; i < count; i++)
        OK(newsarc_ingest(arc, &list[i].document, NULL));
    OK(newsarc_commit(arc));
    forget_articles(list, count);
}

/* All readings as JSON, a line each: what `dump` prints.  Free it. */
static inline char *dump(newsarc *arc)
{
    newsarc_readings *readings;
    const newsarc_reading *r;
    char *text = calloc(1, 1), *json;
    size_t n = 0, length;
    OK(newsarc_readings_open(&readings, arc, NULL));
    while ((r = newsarc_readings_next(readings))) {
        ck_assert_int_eq(newsarc_reading_json(r, &json, &length), 0);
        ck_assert_uint_eq(strlen(json), length);
        text = realloc(text, n + length + 2);
        ck_assert_ptr_nonnull(text);
        memcpy(text + n, json, length);
        n += length;
        memcpy(text + n++, "\n", 2);
        newsarc_free(json);
    }
    OK(newsarc_readings_close(readings));
    return text;
}

/* Fails and shows the first difference. */
static inline void same_dump(const char *got, const char *want, const char *why)
{
    size_t at = 0, from;
    while (got[at] && got[at] == want[at])
        at++;
    from = at < 150 ? 0 : at - 150;
    if (got[at] || want[at])
        ck_abort_msg("%s: byte %zu differs\n  one:   …%.300s\n  other: …%.300s", why, at, want + from, got + from);
}

static inline int64_t count_articles(newsarc *arc, const newsarc_filter *filter)
{
    newsarc_articles *articles;
    int64_t count = 0;
    OK(newsarc_articles_open(&articles, arc, filter));
    while (newsarc_articles_next(articles))
        count++;
    OK(newsarc_articles_close(articles));
    return count;
}

#endif
