/* Puts articles into an archive. */
#include "common.h"

static const char usage[] =
    "usage: ingest [--json] ARCHIVE FILE...\n"
    "Puts articles into ARCHIVE, which is made if it is not there.\n"
    "  NAME.txt    one article, NAME its id\n"
    "  NAME.jsonl  one article a line: an object with text and, if known, id, url,\n"
    "              source, title, published, modified\n"
    "  -           standard input, as JSON Lines\n"
    "Prints how many were new, known, revised, copies of others, and refused.\n";

struct tally {
    const char *file;
    int64_t     fresh, known, revised, copies, refused;
    int64_t    *stored;         /* numbers of the articles that came in now */
    size_t      count, room;
};

static void refuse(struct tally *tally, int64_t line, const char *why)
{
    tally->refused++;
    if (line)
        fprintf(stderr, "ingest: %s:%lld: %s\n", tally->file, (long long)line, why);
    else
        fprintf(stderr, "ingest: %s: %s\n", tally->file, why);
}

static void doubt(const struct tally *tally, int64_t line, const newsarc_receipt *receipt)
{
    if (receipt->unread && line)
        fprintf(stderr, "ingest: %s:%lld: taken, but %s is no date\n", tally->file, (long long)line, receipt->unread);
}

static int take(struct tally *tally, int result, int64_t article)
{
    tally->fresh += result == NEWSARC_OK;
    tally->known += result == NEWSARC_KNOWN;
    tally->revised += result == NEWSARC_REVISED;
    if (result == NEWSARC_KNOWN)
        return 0;
    if (tally->count == tally->room) {
        size_t room = tally->room ? 2 * tally->room : 256;
        int64_t *more = realloc(tally->stored, room * sizeof *more);
        if (!more)
            return NEWSARC_NOMEM;
        tally->stored = more;
        tally->room = room;
    }
    tally->stored[tally->count++] = article;
    return 0;
}

static int told(void *user, const newsarc_news *news)
{
    struct tally *tally = user;

    if (news->result < 0) {
        refuse(tally, news->line, news->error);
        return 0;
    }
    doubt(tally, news->line, news->receipt);
    return take(tally, news->result, news->receipt->article);
}

/* A stream of JSON Lines; it commits by itself. */
static int ingest_lines(newsarc *arc, FILE *in, struct tally *tally)
{
    static char bytes[1 << 16];
    newsarc_feed_options options = NEWSARC_FEED_OPTIONS_INIT;
    newsarc_feed *feed;
    size_t n;
    int result, ended;

    options.told = told;
    options.user = tally;
    if ((result = newsarc_feed_open(&feed, arc, &options)) == 0)
        while (result >= 0 && (n = fread(bytes, 1, sizeof bytes, in)) > 0)
            result = newsarc_feed_write(feed, bytes, n);
    ended = newsarc_feed_close(feed);
    return result < 0 ? result : ended;
}

static char *read_all(FILE *in, size_t *length)
{
    size_t room = 1 << 16, n;
    char *text = malloc(room);

    for (*length = 0; text && (n = fread(text + *length, 1, room - *length, in)) > 0; ) {
        char *more;
        if ((*length += n) < room)
            continue;
        if (!(more = realloc(text, room *= 2)))
            free(text);
        text = more;
    }
    return text;
}

/* One article; its id is the name of the file without folder and .txt. */
static int ingest_text(newsarc *arc, FILE *in, struct tally *tally)
{
    newsarc_document document = NEWSARC_DOCUMENT_INIT;
    newsarc_receipt receipt = NEWSARC_RECEIPT_INIT;
    const char *name = strrchr(tally->file, '/') ? strrchr(tally->file, '/') + 1 : tally->file;
    char id[256], *text = read_all(in, &document.length);
    int result;

    if (!text)
        return NEWSARC_NOMEM;
    snprintf(id, sizeof id, "%.*s", (int)strlen(name) - 4, name);
    document.text = text;
    document.id = id;
    result = newsarc_ingest(arc, &document, &receipt);
    free(text);
    if (result == NEWSARC_BADINPUT) {
        refuse(tally, 0, newsarc_error(arc));
        return 0;
    }
    return result < 0 ? result : take(tally, result, receipt.article);
}

static int ends_in(const char *name, const char *end)
{
    return strlen(name) > strlen(end) && !strcmp(name + strlen(name) - strlen(end), end);
}

/* All files, those of text in one transaction as long as no feed comes between. */
static int ingest_files(newsarc *arc, char **files, int n, struct tally *tally)
{
    int result = 0, begun = 0;

    for (int i = 0; i < n && result >= 0; i++) {
        int standard = !strcmp(files[i], "-"), text = ends_in(files[i], ".txt");
        FILE *in = standard ? stdin : fopen(files[i], "rb");
        tally->file = standard ? "standard input" : files[i];
        if (!in)
            refuse(tally, 0, "cannot be opened; is the name right?");
        else if (!standard && !text && !ends_in(files[i], ".jsonl"))
            refuse(tally, 0, "neither .txt nor .jsonl; rename it, or feed it as JSON Lines to -");
        else if (text) {
            if (!begun && (result = newsarc_begin(arc)) == 0)
                begun = 1;
            if (result >= 0)
                result = ingest_text(arc, in, tally);
        } else {
            if (begun)
                result = newsarc_commit(arc);
            begun = 0;
            if (result >= 0)
                result = ingest_lines(arc, in, tally);
        }
        if (in && ferror(in) && result >= 0)
            refuse(tally, 0, "cannot be read; is it a folder?");
        if (in && !standard)
            fclose(in);
    }
    return begun && result >= 0 ? newsarc_commit(arc) : result;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* What is a copy is known once all is in. */
static int count_copies(newsarc *arc, struct tally *tally)
{
    newsarc_articles *articles;
    const newsarc_article *a;

    if (!tally->count)
        return 0;
    qsort(tally->stored, tally->count, sizeof *tally->stored, by_number);
    newsarc_articles_open(&articles, arc, NULL);
    while ((a = newsarc_articles_next(articles)))
        tally->copies += a->copy_of && bsearch(&a->id, tally->stored, tally->count, sizeof a->id, by_number);
    return newsarc_articles_close(articles);
}

int main(int argc, char **argv)
{
    int n = arguments(argc, argv, usage, 2, argc, "", NULL);
    struct tally tally = { 0 };
    newsarc *arc = opened(argv[1], NEWSARC_CREATE);
    int result;

    show_progress(arc);
    result = ingest_files(arc, argv + 2, n - 1, &tally);
    if (result >= 0)
        result = count_copies(arc, &tally);
    if (result >= 0 && as_json) {
        json_begin();
        json_number("new", tally.fresh);
        json_number("known", tally.known);
        json_number("revised", tally.revised);
        json_number("copies", tally.copies);
        json_number("refused", tally.refused);
        json_end();
    } else if (result >= 0)
        printf("%lld new (%lld of them copies), %lld known, %lld revised, %lld refused\n", (long long)tally.fresh,
               (long long)tally.copies, (long long)tally.known, (long long)tally.revised, (long long)tally.refused);
    free(tally.stored);
    if (result >= 0 && tally.refused && !(tally.fresh + tally.known + tally.revised)) {
        finish(arc, 0);
        return 1;
    }
    return finish(arc, result);
}
