/* cases.c - runs the cases of test/cases: an article, and what a careful
 * reader finds in it.  test/cases/README.md has the format.
 *
 *     cases FILE...
 *
 * Every case is a check of its own.  What a case does not say is not looked
 * at, but for what holds of every reading (sound.h); what this file does not
 * know is a failure, so that a misspelt expectation never passes. */
#include "sound.h"
#include "test.h"
#include <stdarg.h>

typedef struct item {
    const char *file;
    int    line;
    char  *why;
    newsarc_document document;
    char **expect;              /* one expectation a string ... */
    int   *expect_line;         /* ... and the line of the file where it stands */
    size_t expects;
} item;

static item *items;
static size_t item_count;
static char **files;            /* their bytes: every string of the items lies in them */
static size_t file_count;

/* ---- reading the files ------------------------------------------------------- */

static void fail_at(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
    exit(1);
}

static void *grown(void *list, size_t count, size_t size)
{
    void *wider = realloc(list, (count + 1) * size);
    if (!wider)
        abort();
    return wider;
}

static char *read_file(const char *path, size_t *n)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    *n = 0;
    if (!file)
        fail_at(path, 0, "cannot be read");
    for (size_t got = 1; got; *n += got) {
        bytes = grown(bytes, *n + 4096, 1);
        got = fread(bytes + *n, 1, 4096, file);
    }
    fclose(file);
    bytes[*n] = 0;
    return bytes;
}

static int begins(const char *line, const char *with)
{
    return !strncmp(line, with, strlen(with));
}

static void add_item(const char *file, int line, char *why)
{
    items = grown(items, item_count, sizeof *items);
    items[item_count++] = (item){ .file = file, .line = line, .why = why, .document = NEWSARC_DOCUMENT_INIT };
}

static void add_given(item *it, int line, char *words)
{
    static const char *const name[] = { "id", "url", "source", "title", "published", "modified" };
    const char **field[] = { &it->document.id, &it->document.url, &it->document.source, &it->document.title,
                             &it->document.published, &it->document.modified };
    for (size_t i = 0; i < COUNT(name); i++)
        if (begins(words, name[i]) && words[strlen(name[i])] == ' ') {
            *field[i] = words + strlen(name[i]) + 1;
            return;
        }
    fail_at(it->file, line, "given what? id url source title published modified");
}

static void add_expectation(item *it, int line, char *words)
{
    it->expect = grown(it->expect, it->expects, sizeof *it->expect);
    it->expect_line = grown(it->expect_line, it->expects, sizeof *it->expect_line);
    it->expect[it->expects] = words;
    it->expect_line[it->expects++] = line;
}

static void check_whole(const item *it, int in_expect)
{
    if (!it->document.text)
        fail_at(it->file, it->line, "a case without --- text");
    if (!in_expect || !it->expects)
        fail_at(it->file, it->line, "a case that expects nothing");
}

static void read_cases(const char *file)
{
    enum { OUTSIDE, HEAD, TEXT, EXPECT } in = OUTSIDE;
    size_t n, before = item_count;
    char *bytes = read_file(file, &n), *next;
    int number = 1;
    files = grown(files, file_count, sizeof *files);
    files[file_count++] = bytes;
    for (char *line = bytes; line < bytes + n; line = next, number++) {
        char *end = memchr(line, '\n', (size_t)(bytes + n - line));
        item *it = item_count > before ? &items[item_count - 1] : NULL;
        next = end ? end + 1 : bytes + n;
        if (in == TEXT && begins(line, "--- expect") && (line[10] == '\n' || line[10] == '\r')) {
            it->document.length = (size_t)(line - it->document.text);
            if (it->document.length)            /* the line's end before it is not the text's */
                it->document.length--;
            in = EXPECT;
            continue;
        }
        if (in == TEXT && !begins(line, "=== "))
            continue;
        if (end)
            *end = 0;
        if (begins(line, "=== ")) {
            if (it)
                check_whole(it, in == EXPECT);
            add_item(file, number, line + 4);
            in = HEAD;
        } else if (in == HEAD && begins(line, "given ")) {
            add_given(it, number, line + 6);
        } else if (in == HEAD && !strcmp(line, "--- text")) {
            it->document.text = next;
            in = TEXT;
        } else if (!*line || *line == '#') {
            continue;
        } else if (in == EXPECT) {
            add_expectation(it, number, line);
        } else {
            fail_at(file, number, "not a part of a case: === why, given, --- text, --- expect");
        }
    }
    if (item_count == before)
        fail_at(file, number, "no case in it");
    check_whole(&items[item_count - 1], in == EXPECT);
}

/* ---- the words of an expectation ------------------------------------------------- */

/* One expectation being held against the reading; complaints gather. */
typedef struct hold {
    const newsarc_reading *r;
    char   *at;                 /* what is left of the line */
    int     line;
    char   *said;               /* complaints so far */
    size_t  said_n;
} hold;

typedef struct word { char *s; int quoted; } word;      /* s NULL: the expectation ends */

static void complain(hold *h, const char *format, ...)
{
    char text[4096];
    va_list list;
    int n = snprintf(text, sizeof text, "\n  line %d: ", h->line);
    va_start(list, format);
    vsnprintf(text + n, sizeof text - (size_t)n, format, list);
    va_end(list);
    h->said = grown(h->said, h->said_n + strlen(text), 1);
    strcpy(h->said + h->said_n, text);
    h->said_n += strlen(text);
}

/* "words in marks", with \" \\ \n inside, or a bare word; a bare | ends the expectation. */
static word next_word(hold *h)
{
    word w = { NULL, 0 };
    char *out;
    while (*h->at == ' ')
        h->at++;
    if (!*h->at || *h->at == '|')
        return w;
    w.s = out = h->at;
    if (*h->at != '"') {
        h->at += strcspn(h->at, " ");
        if (*h->at)
            *h->at++ = 0;
        return w;
    }
    w.quoted = 1;
    for (h->at++; *h->at && *h->at != '"'; h->at++) {
        if (*h->at == '\\' && h->at[1])
            *out++ = *++h->at == 'n' ? '\n' : *h->at;
        else
            *out++ = *h->at;
    }
    if (*h->at)
        h->at++;
    else
        complain(h, "a \" is missing");
    *out = 0;
    return w;
}

/* The value of a key: "words" or - for none, which is NULL. */
static const char *value(hold *h, const char *key)
{
    word w = next_word(h);
    if (!w.s)
        complain(h, "%s what?", key);
    return w.s && (w.quoted || strcmp(w.s, "-")) ? w.s : NULL;
}

static void same(hold *h, const char *what, const char *got, const char *want)
{
    if (got && want ? strcmp(got, want) : got != want)
        complain(h, "%s is %s%s%s, expected %s%s%s", what, got ? "“" : "", got ? got : "none", got ? "”" : "",
                 want ? "“" : "", want ? want : "none", want ? "”" : "");
}

static void same_words(hold *h, const char *what, int64_t at, int64_t length, const char *want)
{
    char got[512];
    snprintf(got, sizeof got, "%.*s", (int)length, h->r->text + at);
    same(h, what, length ? got : NULL, want);
}

/* ---- places in the text --------------------------------------------------------------- */

typedef struct place { int64_t at, length; } place;     /* at < 0: none */

static place find_from(const newsarc_reading *r, const char *words, size_t from)
{
    size_t n = strlen(words);
    for (size_t at = from; n && at + n <= r->length; at++)
        if (!memcmp(r->text + at, words, n))
            return (place){ (int64_t)at, (int64_t)n };
    return (place){ -1, 0 };
}

/* Words may be cut: "begin…end". */
static place find_words(const newsarc_reading *r, const char *words, size_t from)
{
    const char *cut = strstr(words, "…");
    place whole = find_from(r, words, from), end;
    char begin[1024];
    if (whole.at >= 0 || !cut || (size_t)(cut - words) >= sizeof begin)
        return whole;
    snprintf(begin, sizeof begin, "%.*s", (int)(cut - words), words);
    whole = find_from(r, begin, from);
    end = whole.at < 0 ? whole : find_from(r, cut + strlen("…"), (size_t)(whole.at + whole.length));
    if (end.at < 0)
        return end;
    whole.length = end.at + end.length - whole.at;
    return whole;
}

/* "words" or "words" #2; *number is 0 when no #n stands there. */
static place next_place(hold *h, int *number)
{
    word w = next_word(h);
    place p = { -1, 0 };
    char *s;
    *number = 0;
    if (!w.s || !w.quoted) {
        complain(h, "expected \"words of the text\"");
        return p;
    }
    s = h->at + strspn(h->at, " ");
    if (*s == '#') {
        *number = (int)strtol(s + 1, &s, 10);
        h->at = s;
    }
    for (int i = 0; i < (*number ? *number : 1); i++) {
        p = find_words(h->r, w.s, i ? (size_t)p.at + 1 : 0);
        if (p.at < 0) {
            complain(h, "“%s” does not stand in the text%s", w.s, i ? " so often" : "");
            break;
        }
    }
    return p;
}

/* ---- rows ----------------------------------------------------------------------------------- */

/* The rows of a reading by kind, seen alike. */
enum kind { PART, MENTION, DATE, QUOTE, DOUBT, KINDS };
static const char *const kind_name[KINDS] = { "part", "mention", "date", "quote", "doubt" };

static size_t row_count(const newsarc_reading *r, enum kind kind)
{
    switch (kind) {
    case PART: return r->part_count;
    case MENTION: return r->mention_count;
    case DATE: return r->date_count;
    case QUOTE: return r->quote_count;
    default: return r->doubt_count;
    }
}

static place row_place(const newsarc_reading *r, enum kind kind, size_t i)
{
    switch (kind) {
    case PART: return (place){ r->parts[i].at, r->parts[i].length };
    case MENTION: return (place){ r->mentions[i].at, r->mentions[i].length };
    case DATE: return (place){ r->dates[i].at, r->dates[i].length };
    case QUOTE: return (place){ r->quotes[i].at, r->quotes[i].length };
    default: return (place){ r->doubts[i].at, r->doubts[i].length };
    }
}

/* For the message: what stands there instead. */
static const char *all_rows(const newsarc_reading *r, enum kind kind)
{
    static char list[2048];
    size_t used = 0;
    *list = 0;
    for (size_t i = 0; i < row_count(r, kind) && used + 100 < sizeof list; i++) {
        place p = row_place(r, kind, i);
        used += (size_t)snprintf(list + used, sizeof list - used, "%s“%.*s%s”", i ? ", " : "", (int)(p.length > 60 ? 60 : p.length),
                                 r->text + p.at, p.length > 60 ? "…" : "");
    }
    return *list ? list : "none";
}

/* The row whose span is p, or NULL and a complaint. */
static const void *row_at(hold *h, enum kind kind, place p)
{
    const newsarc_reading *r = h->r;
    const void *first[KINDS] = { r->parts, r->mentions, r->dates, r->quotes, r->doubts };
    const size_t size[KINDS] = { sizeof *r->parts, sizeof *r->mentions, sizeof *r->dates, sizeof *r->quotes, sizeof *r->doubts };
    if (p.at < 0)
        return NULL;
    for (size_t i = 0; i < row_count(r, kind); i++) {
        place here = row_place(r, kind, i);
        if (here.at == p.at && here.length == p.length)
            return (const char *)first[kind] + i * size[kind];
    }
    complain(h, "no %s “%.*s”; there are: %s", kind_name[kind], (int)p.length, r->text + p.at, all_rows(r, kind));
    return NULL;
}

/* ---- the expectations -------------------------------------------------------------------------- */

static void hold_part(hold *h)
{
    word role = next_word(h);
    int number;
    const newsarc_part *part = row_at(h, PART, next_place(h, &number));
    if (part)
        same(h, "the part's role", part->role, role.s);
}

static void hold_mention(hold *h)
{
    int number;
    const newsarc_mention *m = row_at(h, MENTION, next_place(h, &number));
    word w = next_word(h);
    if (m && w.s)
        same(h, "the mention's kind", m->kind, w.s);
    w = next_word(h);
    if (m && w.s)
        same(h, "the mention's name", m->name, w.s);
}

static void hold_date(hold *h)
{
    int number;
    const newsarc_date *d = row_at(h, DATE, next_place(h, &number));
    word w = next_word(h);
    if (w.s) {
        const char *v = value(h, "which value");
        if (d) {
            same(h, "the date's type", d->type, w.s);
            same(h, "the date's value", d->value, v);
        }
    }
    while ((w = next_word(h)).s) {
        const char *v = value(h, w.s);
        if (!d) continue;
        if (!strcmp(w.s, "mod")) same(h, "the date's mod", d->mod, v);
        else if (!strcmp(w.s, "anchor")) same(h, "the date's anchor", d->anchor, v);
        else if (!strcmp(w.s, "earliest")) same(h, "the date's first day", d->earliest, v);
        else if (!strcmp(w.s, "latest")) same(h, "the date's last day", d->latest, v);
        else complain(h, "a date has no “%s”: mod anchor earliest latest", w.s);
    }
}

static void hold_quote(hold *h)
{
    int number;
    const newsarc_quote *q = row_at(h, QUOTE, next_place(h, &number));
    word w;
    while ((w = next_word(h)).s) {
        const char *v;
        if (is_one_of(w.s, "direct mixed term indirect unmarked")) {
            if (q) same(h, "the quotation's kind", q->kind, w.s);
            continue;
        }
        v = value(h, w.s);
        if (!q) continue;
        if (!strcmp(w.s, "speaker")) same(h, "the speaker", q->speaker, v);
        else if (!strcmp(w.s, "named")) same_words(h, "what names the speaker", q->speaker_at, q->speaker_length, v);
        else if (!strcmp(w.s, "cue")) same_words(h, "the cue", q->cue_at, q->cue_length, v);
        else if (!strcmp(w.s, "venue")) same(h, "the venue", q->venue, v);
        else complain(h, "a quotation has no “%s”: direct mixed term indirect unmarked speaker named cue venue", w.s);
    }
}

static void hold_doubt(hold *h)
{
    int number;
    place p = next_place(h, &number);
    word w = next_word(h);
    const newsarc_reading *r = h->r;
    for (size_t i = 0; p.at >= 0 && i < r->doubt_count; i++)    /* one place may give rise to several */
        if (r->doubts[i].at == p.at && r->doubts[i].length == p.length && (!w.s || !strcmp(r->doubts[i].kind, w.s)))
            return;
    if (p.at >= 0)
        complain(h, "no doubt “%s” about “%.*s”; there are: %s", w.s ? w.s : "", (int)p.length, r->text + p.at, all_rows(r, DOUBT));
}

static int overlap(place a, place b)
{
    return a.at < b.at + b.length && b.at < a.at + a.length;
}

/* no KIND "words": no name or date touches these words, nothing else is just these words; at #n or anywhere. */
static void hold_no(hold *h)
{
    word w = next_word(h);
    enum kind kind = PART;
    char *here;
    int number;
    place p;
    while (kind < KINDS && w.s && strcmp(w.s, kind_name[kind]))
        kind++;
    if (!w.s || kind == KINDS) {
        complain(h, "no what? part mention date quote doubt");
        return;
    }
    p = next_place(h, &number);
    if (p.at < 0)
        return;
    here = grown(NULL, (size_t)p.length, 1);
    snprintf(here, (size_t)p.length + 1, "%s", h->r->text + p.at);
    for (; p.at >= 0; p = number ? (place){ -1, 0 } : find_from(h->r, here, (size_t)p.at + 1))
        for (size_t i = 0; i < row_count(h->r, kind); i++) {
            place row = row_place(h->r, kind, i);
            if (kind == MENTION || kind == DATE ? overlap(row, p) : row.at == p.at && row.length == p.length)
                complain(h, "a %s where none is: “%.*s”", kind_name[kind], (int)row.length, h->r->text + row.at);
        }
    free(here);
}

static void hold_published(hold *h)
{
    word w;
    same(h, "published", h->r->article.published, value(h, "published"));
    while ((w = next_word(h)).s) {
        const char *v = value(h, w.s);
        if (!strcmp(w.s, "from")) same(h, "published_from", h->r->article.published_from, v);
        else if (!strcmp(w.s, "earliest")) same(h, "the first day it can have appeared", h->r->article.earliest, v);
        else if (!strcmp(w.s, "latest")) same(h, "the last day it can have appeared", h->r->article.latest, v);
        else complain(h, "published has no “%s”: from earliest latest", w.s);
    }
}

static void hold_byline(hold *h)
{
    const char *want = value(h, "byline"), *got[] = { "none" };
    const char *const *byline = h->r->byline_count ? h->r->byline : got;
    if (!want) {
        same(h, "the byline", h->r->byline_count ? byline[0] : NULL, NULL);
        return;
    }
    for (size_t i = 0; i < h->r->byline_count; i++)
        if (!strcmp(byline[i], want))
            return;
    complain(h, "no byline “%s”; the first is: %s", want, byline[0]);
}

static void hold_line(hold *h)
{
    const newsarc_article *a = &h->r->article;
    for (;;) {
        word w = next_word(h);
        if (!w.s) complain(h, "nothing is expected");
        else if (!strcmp(w.s, "headline")) same(h, "headline", a->headline, value(h, w.s));
        else if (!strcmp(w.s, "source")) same(h, "source", a->source, value(h, w.s));
        else if (!strcmp(w.s, "via")) same(h, "via", a->via, value(h, w.s));
        else if (!strcmp(w.s, "language")) same(h, "language", a->language, value(h, w.s));
        else if (!strcmp(w.s, "published")) hold_published(h);
        else if (!strcmp(w.s, "byline")) hold_byline(h);
        else if (!strcmp(w.s, "part")) hold_part(h);
        else if (!strcmp(w.s, "date")) hold_date(h);
        else if (!strcmp(w.s, "mention")) hold_mention(h);
        else if (!strcmp(w.s, "quote")) hold_quote(h);
        else if (!strcmp(w.s, "doubt")) hold_doubt(h);
        else if (!strcmp(w.s, "no")) hold_no(h);
        else complain(h, "unknown: %s", w.s);
        h->at += strspn(h->at, " ");
        if (*h->at != '|')
            break;
        h->at++;
    }
    if (*h->at)
        complain(h, "not understood: %s", h->at);
}

START_TEST(what_a_careful_reader_finds)
{
    const item *it = &items[_i];
    const newsarc_reading *reading;
    const char *why = NULL;
    hold h = { .line = it->line };
    size_t row;
    if (newsarc_read(&reading, &it->document, &why) < 0)
        ck_abort_msg("%s:%d: %s: not read: %s", it->file, it->line, it->why, why);
    h.r = reading;
    if ((why = unsound(reading, &row)))
        complain(&h, "%s is wrong (number %zu)", why, row);
    for (size_t i = 0; i < it->expects; i++) {
        h.at = it->expect[i];
        h.line = it->expect_line[i];
        hold_line(&h);
    }
    ck_assert_msg(!h.said, "%s:%d: %s%s", it->file, it->line, it->why, h.said);
    newsarc_reading_close(reading);
    free(h.said);
}
END_TEST

static void forget(void)
{
    for (size_t i = 0; i < item_count; i++) {
        free(items[i].expect);
        free(items[i].expect_line);
    }
    for (size_t i = 0; i < file_count; i++)
        free(files[i]);
    free(items);
    free(files);
}

int main(int argc, char **argv)
{
    Suite *suite = suite_create("cases");
    SRunner *runner = srunner_create(suite);
    TCase *group = tcase_create("cases");
    int failed;
    if (argc < 2) {
        fprintf(stderr, "usage: cases FILE...\n");
        return 2;
    }
    for (int i = 1; i < argc; i++)
        read_cases(argv[i]);
    tcase_set_timeout(group, SECONDS);
    tcase_add_loop_test(group, what_a_careful_reader_finds, 0, (int)item_count);
    suite_add_tcase(suite, group);
    srunner_run_all(runner, CK_NORMAL);
    failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    forget();
    return failed != 0;
}
