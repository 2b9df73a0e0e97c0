/* make_words.c - turns the lists under lib/words into one table of C.
 *
 *     make_words TABLE.c LIST.txt ...       (in the order of enum na_list)
 *
 * Words are folded and hashed by the library's own tokenizer, so that what is
 * found at run time is what is written here.  Runs at build time only. */
#include "text/text.h"
#include "words/table.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The tokenizer asks the tables; while they are being made they are empty. */
const uint32_t na_bucket[65537] = {0};
const na_word_row na_entries[1] = {{0}};
const uint64_t na_sets[1] = {0};
const char na_values[1] = {0};

typedef struct row { uint64_t hash, lists, more, inner; const char *value; int list; unsigned rarity; } row;
enum place { WHOLE, BEGINS, INNER };        /* what a row tells: the phrase, a beginning of it, a word behind the first */

static na_arena arena;
static row *rows;
static size_t count, room;

static void fail(const char *path, size_t line, const char *why)
{
    fprintf(stderr, "make_words: %s:%zu: %s\n", path, line, why);
    exit(1);
}

static void add(uint64_t hash, int list, const char *value, enum place place)
{
    uint64_t in = UINT64_C(1) << list;
    if (count == room && !(rows = realloc(rows, (room = room ? 2 * room : 1 << 16) * sizeof *rows)))
        exit(1);
    rows[count++] = (row){ hash, place == WHOLE ? in : 0, place == BEGINS ? in : 0, place == INNER ? in : 0, value, list, NA_NOT_COUNTED };
}

/* Adds the phrase, each beginning of it as something that longer phrases begin with, and each word that goes on with it. */
static int add_phrase(const char *phrase, size_t n, int list, const char *value)
{
    na_tokens *t = na_tokenize(&arena, phrase, n);
    uint64_t hash = 0;
    size_t words = 0;
    for (size_t i = 0; i < t->count; i++) {
        const na_token *token = &t->token[i];
        if (token->kind == NA_ADDRESS)
            return 0;
        if (token->kind == NA_PUNCT && (token->mark == '-' || token->mark == '.') && token->length == 1)
            continue;
        if (words) {
            add(hash, list, NULL, BEGINS);
            add(token->hash, list, NULL, INNER);
        }
        hash = words++ ? na_hash_join(hash, token->hash) : token->hash;
    }
    if (words)
        add(hash, list, value, WHOLE);
    return words > 0;
}

static void read_list(const char *path, int list)
{
    char line[4096];
    size_t number = 0, before = count;
    FILE *file = fopen(path, "r");
    if (!file)
        fail(path, 0, "cannot be read");
    while (fgets(line, sizeof line, file)) {
        size_t n = strcspn(line, "\r\n");
        char *tab;
        number++;
        if (!line[n])
            fail(path, number, "line too long or without an end");
        line[n] = 0;
        if (!n || *line == '#')
            continue;
        tab = strchr(line, '\t');
        if ((tab ? (size_t)(tab - line) : n) > NA_LONGEST_PHRASE)
            fail(path, number, "longer than NA_LONGEST_PHRASE (text/text.h)");
        if (!add_phrase(na_copy(&arena, line, tab ? (size_t)(tab - line) : n), tab ? (size_t)(tab - line) : n, list,
                        tab ? na_copy(&arena, tab + 1, strlen(tab + 1)) : NULL))
            fail(path, number, "no word in it, or an address (write a domain with spaces for its periods)");
    }
    fclose(file);
    if (count == before)
        fail(path, number, "empty list");
}

static int by_hash(const void *a, const void *b)
{
    const row *x = a, *y = b;
    return x->hash != y->hash ? (x->hash > y->hash) - (x->hash < y->hash) : (x->list > y->list) - (x->list < y->list);
}

static unsigned set_number(uint64_t *sets, unsigned *n, uint64_t lists)
{
    unsigned i = 0;
    while (i < *n && sets[i] != lists)
        i++;
    if (i == *n) {
        if (*n == 4096)
            fail("sets", 0, "too many combinations of lists");
        sets[(*n)++] = lists;
    }
    return i;
}

/* As numbers: a string literal of C may be too short for all values. */
static size_t write_bytes(FILE *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%d,", s[i]);
    fputc('\n', out);
    return n;
}

/* The list, how far to the next value, the value and a NUL. */
static size_t write_value(FILE *out, const char *path, int list, const char *value)
{
    size_t n = strlen(value) + 1;
    if (n > 127)
        fail(path, 0, "a value is longer than 126 bytes");
    return write_bytes(out, (const char[]){ (char)(list + 1), (char)n }, 2) + write_bytes(out, value, n);
}

/* Writes the values and leaves one row an entry: its lists, and in .list the place of its values. */
static uint32_t write_values(FILE *out, char **lists)
{
    uint32_t entries = 0;
    size_t values = 1;
    fprintf(out, "const char na_values[] = {0,\n");
    for (size_t i = 0, end; i < count; i = end) {
        size_t own = 0;
        uint64_t in = 0, more = 0, inner = 0;
        unsigned rarity = NA_NOT_COUNTED;
        for (end = i; end < count && rows[end].hash == rows[i].hash; end++) {
            if (in & rows[end].lists)
                fail(lists[rows[end].list], 0, rows[end].value ? rows[end].value : "an entry stands twice (run with sort | uniq -d, folded)");
            in |= rows[end].lists;
            more |= rows[end].more;
            inner |= rows[end].inner;
            if (rows[end].list == NA_LIST_RARITY && rows[end].value)
                rarity = (unsigned)strtoul(rows[end].value, NULL, 10);
            if (!rows[end].value || rows[end].list == NA_LIST_RARITY)
                continue;
            if (!own)
                own = values;
            values += write_value(out, lists[rows[end].list], rows[end].list, rows[end].value);
        }
        if (own)
            values += write_bytes(out, "", 1);
        if (more)
            in |= UINT64_C(1) << NA_LIST_PREFIX;
        rows[entries] = (row){ rows[i].hash, in, more, inner, NULL, (int)own, rarity };
        entries++;
    }
    fprintf(out, "};\n");
    return entries;
}

static void write_entries(FILE *out, uint32_t entries)
{
    static uint64_t sets[4096];
    static uint32_t bucket[65537];
    unsigned set_count = 0;
    fprintf(out, "const na_word_row na_entries[] = {\n");
    for (uint32_t i = 0; i < entries; i++) {
        bucket[(rows[i].hash >> 48) + 1] = i + 1;
        fprintf(out, "{0x%x,%d,%u,%u,%u,%u},%s", (unsigned)(rows[i].hash >> 16 & 0xffffffff), rows[i].list, set_number(sets, &set_count, rows[i].lists),
                set_number(sets, &set_count, rows[i].more), set_number(sets, &set_count, rows[i].inner), rows[i].rarity, i % 6 == 5 ? "\n" : "");
    }
    fprintf(out, "};\nconst uint32_t na_bucket[65537] = {\n");
    for (size_t i = 0; i < 65537; i++) {
        if (i && bucket[i] < bucket[i - 1])
            bucket[i] = bucket[i - 1];
        fprintf(out, "%u,%s", (unsigned)bucket[i], i % 16 == 15 ? "\n" : "");
    }
    fprintf(out, "};\nconst uint64_t na_sets[] = {\n");
    for (unsigned i = 0; i < set_count; i++)
        fprintf(out, "UINT64_C(0x%llx),\n", (unsigned long long)sets[i]);
    fprintf(out, "};\n");
}

static void read_lists(void *state)
{
    char **lists = state;
    for (int i = 0; i < NA_LIST_PREFIX; i++)
        read_list(lists[i], i);
}

int main(int argc, char **argv)
{
    FILE *out;
    if (argc != NA_LIST_PREFIX + 2) {
        fprintf(stderr, "usage: make_words TABLE.c LIST.txt ... (the %d lists that words_lists.h names)\n", NA_LIST_PREFIX);
        return 2;
    }
    if (na_guard(&arena, read_lists, argv + 2))
        fail(argv[1], 0, "out of memory");
    qsort(rows, count, sizeof *rows, by_hash);
    if (!(out = fopen(argv[1], "w")))
        fail(argv[1], 0, "cannot be written");
    fprintf(out, "/* Made by make_words from the lists under lib/words. */\n#include \"words/table.h\"\n");
    write_entries(out, write_values(out, argv + 2));
    free(rows);
    na_arena_free(&arena);
    return fclose(out) != 0;
}
