/* What the example programs share: their arguments, JSON, and lines of 80 columns.
 *
 * Text of articles goes to a terminal through show(), cell() and pad() alone: they
 * drop the control characters that a hostile article could hold. */
#ifndef COMMON_H
#define COMMON_H
#define _POSIX_C_SOURCE 200809L     /* open_memstream, isatty, read */
#include <newsarc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *program;     /* our own name, for messages */
static int as_json;             /* --json: one object a line instead of prose */

/* ---- arguments, archive, end ---------------------------------------------- */

static inline _Noreturn void misused(const char *usage, const char *what, const char *which)
{
    fprintf(stderr, "%s: %s%s\n%s", program, what, which, usage);
    exit(2);
}

static inline int64_t number(const char *text, const char *usage)
{
    char *end;
    long long n = strtoll(text, &end, 10);

    if (*end || end == text || n < 1)
        misused(usage, "not a number from 1 on: ", text);
    return n;
}

/* Sets one field of the filter, if its name is among those that the program takes. */
static inline int take_option(const char *name, const char *value, const char *takes, newsarc_filter *filter, const char *usage)
{
    char word[16];

    if (snprintf(word, sizeof word, " %s ", name) >= (int)sizeof word || !strstr(takes, word))
        return 0;
    if (!value)
        misused(usage, "a value is missing after --", name);
    if (!strcmp(name, "source")) filter->source = value;
    else if (!strcmp(name, "kind")) filter->kind = value;
    else if (!strcmp(name, "since")) filter->since = value;
    else if (!strcmp(name, "until")) filter->until = value;
    else if (!strcmp(name, "story")) filter->story = number(value, usage);
    else if (!strcmp(name, "limit")) filter->limit = number(value, usage);
    return 1;
}

/* Takes the options out of argv and gives the number of operands, from argv[1]
 * on.  `takes` names the filter's fields that are options here, each between
 * spaces.  --help and wrong use end the program. */
static inline int arguments(int argc, char **argv, const char *usage, int least, int most,
                            const char *takes, newsarc_filter *filter)
{
    int operands = 0, literal = 0;

    program = strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0];
    for (int i = 1; i < argc; i++) {
        const char *arg = argv[i];
        if (literal || arg[0] != '-' || !arg[1]) argv[++operands] = argv[i];
        else if (!strcmp(arg, "--")) literal = 1;
        else if (!strcmp(arg, "--json")) as_json = 1;
        else if (!strcmp(arg, "--help") || !strcmp(arg, "-h")) { fputs(usage, stdout); exit(0); }
        else if (strncmp(arg, "--", 2) || !take_option(arg + 2, argv[i + 1], takes, filter, usage))
            misused(usage, "unknown option ", arg);
        else i++;
    }
    if (operands < least || operands > most)
        misused(usage, operands < least ? "something is missing" : "too many arguments", "");
    return operands;
}

/* How many rows to print: --limit, else for a reader so many; one more is asked for, to know whether there is more. */
static inline int64_t limited(newsarc_filter *filter, int64_t usual)
{
    int64_t most = filter->limit ? filter->limit : as_json ? INT64_MAX - 1 : usual;

    filter->limit = most + 1;
    return most;
}

/* Ends a program: says what failed, closes, gives the exit status. */
static inline int finish(newsarc *arc, int result)
{
    if (result < 0)         /* without words: it was our own memory that ran out */
        fprintf(stderr, "%s: %s\n", program, *newsarc_error(arc) ? newsarc_error(arc) : "memory ran out");
    newsarc_close(arc);
    if (fflush(stdout) || ferror(stdout)) {
        fprintf(stderr, "%s: the output could not be written; is the disk full?\n", program);
        return 1;
    }
    return result < 0;
}

/* Opens an archive, or ends the program. */
static inline newsarc *opened(const char *path, int mode)
{
    newsarc_options options = NEWSARC_OPTIONS_INIT;
    newsarc *arc;

    options.mode = mode;
    if (newsarc_open(&arc, path, &options) < 0) {
        fprintf(stderr, "%s: %s: %s\n", program, path, newsarc_error(arc));
        newsarc_close(arc);
        exit(1);
    }
    return arc;
}

static inline int progress(void *user, const char *doing, int64_t done, int64_t all)
{
    (void)user;
    fprintf(stderr, "\r%s %lld of %lld\033[K%s", doing, (long long)done, (long long)all, done == all ? "\r\033[K" : "");
    return 0;
}

/* How far long work is, to whoever sits at the terminal. */
static inline void show_progress(newsarc *arc)
{
    if (isatty(2))
        newsarc_on_progress(arc, progress, NULL);
}

static inline newsarc *asked(const char *path)
{
    return opened(path, NEWSARC_READONLY);
}

/* A story by its number, or by the id of an article on it, which may be cut short. */
static inline int find_story(newsarc *arc, const char *which, const char *usage, int64_t *story)
{
    newsarc_filter filter = NEWSARC_FILTER_INIT;
    newsarc_articles *articles;
    const newsarc_article *a;
    int result;

    if (!which[strspn(which, "0123456789")] && strlen(which) < 10) {
        *story = number(which, usage);
        return NEWSARC_OK;
    }
    if ((result = newsarc_article_find(arc, which, &filter.article)) < 0)
        return result;
    newsarc_articles_open(&articles, arc, &filter);
    *story = (a = newsarc_articles_next(articles)) && a->story ? a->story : INT64_MAX;  /* that no story has */
    return newsarc_articles_close(articles);
}

/* What to call an article: its outlet, or its key where no outlet is known. */
static inline const char *outlet(const char *source, const char *key)
{
    return source ? source : key;
}

/* For "“%.*s”": what was said, without the comma that stands before the closing mark. */
static inline int spoken(const char *text)
{
    size_t n = strlen(text);

    return (int)(n && text[n - 1] == ',' ? n - 1 : n);
}

/* ---- JSON ------------------------------------------------------------------- */

static inline void json_string(const char *s)
{
    if (!s) { fputs("null", stdout); return; }
    putchar('"');
    for (; *s; s++)
        if (*s == '"' || *s == '\\') printf("\\%c", *s);
        else if ((unsigned char)*s < ' ' || *s == 0x7f) printf("\\u%04x", (unsigned)*s);
        else putchar(*s);
    putchar('"');
}

/* {"name":"value",...}: json_begin(), then members, then json_end(). */
static int json_members;
static inline void json_begin(void) { putchar('{'); json_members = 0; }
static inline void json_end(void) { puts("}"); }
static inline void json_name(const char *name) { printf("%s\"%s\":", json_members++ ? "," : "", name); }
static inline void json_text(const char *name, const char *value) { json_name(name); json_string(value); }
static inline void json_flag(const char *name, int value) { json_name(name); fputs(value ? "true" : "false", stdout); }
static inline void json_number(const char *name, int64_t value) { json_name(name); printf("%lld", (long long)value); }

/* ---- lines of 80 columns ------------------------------------------------------ */

/* The code point at s, valid UTF-8; *size is the bytes it takes. */
static inline unsigned long code_point(const char *s, size_t *size)
{
    const unsigned char *b = (const unsigned char *)s;
    size_t n = *b < 0x80 ? 1 : *b < 0xe0 ? 2 : *b < 0xf0 ? 3 : 4;
    unsigned long c = n == 1 ? *b : *b & (0xffu >> (n + 1));

    for (*size = 1; *size < n && (b[*size] & 0xc0) == 0x80; (*size)++)
        c = c << 6 | (b[*size] & 0x3f);
    return c;
}

/* Columns that it takes on a terminal: 0 for what combines and what controls, 2 for East Asian and emoji. */
static inline int columns(unsigned long c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x300 && c < 0x370) || (c >= 0x200b && c <= 0x200f) ||
        (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff)
        return 0;
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd) ? 2 : 1;
}

/* Prints the characters of s before `end` that fit into `width` columns, without controls; gives the columns used. */
static inline int put_clean(const char *s, const char *end, int width)
{
    int used = 0;

    while (s < end && *s) {
        size_t size;
        unsigned long c = code_point(s, &size);
        int w = columns(c);
        if (used + w > width)
            break;
        if (w || (c >= 0x300 && c < 0x370))
            fwrite(s, 1, size, stdout);
        used += w;
        s += size;
    }
    return used;
}

static inline int width_of(const char *s, const char *end)
{
    int width = 0;

    while (s < end && *s) {
        size_t size;
        width += columns(code_point(s, &size));
        s += size;
    }
    return width;
}

/* The last cell of a line: s in at most `width` columns, cut with an ellipsis; gives the columns used. */
static inline int cell(const char *s, int width)
{
    const char *end = s + strlen(s);
    int cut = width_of(s, end) > width;
    int used = put_clean(s, end, cut ? width - 1 : width);

    if (cut) fputs("…", stdout);
    return used + cut;
}

/* Any other cell: in exactly `width` columns. */
static inline void pad(const char *s, int width)
{
    printf("%*s", width - cell(s, width), "");
}

/* Like printf, with lines broken at 80 columns: the first is indented by
 * `first` (below 0: stands behind a cell that ended at column -first), the
 * others by `rest`.  With `lines` above 0, so many at most. */
static inline void show(int first, int rest, int lines, const char *format, ...)
{
    va_list list;
    char *text;
    int n, column = abs(first), line = 1, begun = 0;

    va_start(list, format);
    n = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (n < 0 || !(text = malloc((size_t)n + 1)))
        return;
    va_start(list, format);
    vsnprintf(text, (size_t)n + 1, format, list);
    va_end(list);
    printf("%*s", first > 0 ? first : 0, "");
    for (const char *s = text; *s; ) {
        size_t spaces = 0, word;
        int width;
        while (*s > 0 && *s <= ' ') { spaces += *s == ' '; s++; }
        if (!*s)
            break;
        word = 0;
        while (s[word] && !(s[word] > 0 && s[word] <= ' ')) word++;
        if (!begun) spaces = 0; else if (!spaces) spaces = 1;
        width = width_of(s, s + word);
        if (begun && column + (int)spaces + width > (lines && line == lines ? 78 : 80)) {
            if (lines && line++ == lines) { fputs(" …", stdout); break; }
            if (!lines) line++;
            printf("\n%*s", rest, "");
            column = rest;
            spaces = 0;
        }
        printf("%*s", (int)spaces, "");
        column += (int)spaces + put_clean(s, s + word, 1 << 20);
        begun = 1;
        s += word;
    }
    putchar('\n');
    free(text);
}

/* A word diff as editors write it, [-out-] and {+in+}; to be freed. */
static inline char *diff(const newsarc_edit *edits, size_t n)
{
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);

    if (!out)
        return NULL;
    for (size_t i = 0; i < n; i++)
        fprintf(out, edits[i].what == '=' ? "%s%.*s" : edits[i].what == '-' ? "%s[-%.*s-]" : "%s{+%.*s+}",
                i ? " " : "", (int)edits[i].length, edits[i].text);
    fclose(out);
    return text;
}

#endif
