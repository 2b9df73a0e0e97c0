/* count_rarity.c - how rare words are in open text: makes lib/words/rarity.txt.
 *
 *     gzip -dc gmb.train.jsonl.gz | cat - wikinews.jsonl | count_rarity > rarity.txt
 *
 * Reads JSON Lines with "text" and counts, for each folded word, the paragraphs
 * that hold it.  A word's rarity is log2(paragraphs / those with it), in
 * quarters of a bit; words in fewer than FEWEST are left out, and so is their
 * rarity: whoever asks takes them for as rare as can be.  Linking weighs words
 * by it, and it is frozen, so that what is linked never depends on what else
 * an archive holds. */
#include "import/import.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FEWEST = 6, ROOM = 1 << 20 };
typedef struct count { uint64_t hash; char *word; uint32_t paragraphs, last; } count;
static count table[ROOM];
static uint32_t paragraphs, words;

static void see(const char *text, const na_token *t)
{
    size_t i = t->hash % ROOM;
    while (table[i].word && table[i].hash != t->hash)
        i = (i + 1) % ROOM;
    if (!table[i].word) {
        if (++words > ROOM / 2)
            exit((fprintf(stderr, "count_rarity: too many words\n"), 1));
        table[i].hash = t->hash;
        table[i].word = malloc(6 * (size_t)t->length + 1);
        na_fold(text + t->at, t->length, table[i].word);
    }
    if (table[i].last == paragraphs)
        return;
    table[i].last = paragraphs;
    table[i].paragraphs++;
}

static int taken(void *user, int result, const char *why, const newsarc_document *d)
{
    static na_arena arena;
    na_tokens *t;
    (void)user;
    if (result < 0 || !d->text)
        return fprintf(stderr, "count_rarity: %s\n", why ? why : "no text");
    t = na_tokenize(&arena, d->text, d->length);        /* no guard: out of memory ends the program */
    for (size_t i = 0; i < t->count; i++) {
        paragraphs += (t->token[i].flags & NA_PARAGRAPH) != 0;
        if (t->token[i].kind == NA_WORD)
            see(t->text, &t->token[i]);
    }
    na_arena_reset(&arena);
    return 0;
}

static int by_word(const void *a, const void *b)
{
    return strcmp((*(const count *const *)a)->word, (*(const count *const *)b)->word);
}

int main(void)
{
    static char bytes[1 << 16];
    static count *kept[ROOM];
    na_jsonl stream;
    size_t n, k = 0;
    na_jsonl_begin(&stream, NA_LONGEST);
    while ((n = fread(bytes, 1, sizeof bytes, stdin)))
        na_jsonl_write(&stream, bytes, n, taken, NULL);
    na_jsonl_end(&stream, taken, NULL);
    na_jsonl_free(&stream);
    for (size_t i = 0; i < ROOM; i++)
        if (table[i].paragraphs >= FEWEST)
            kept[k++] = &table[i];
    qsort(kept, k, sizeof *kept, by_word);
    printf("# How rare words are in open news text: log2(paragraphs / paragraphs with it), in quarters of a bit.\n"
           "# Made by count_rarity.c from the texts of the Groningen Meaning Bank (Voice of America, public domain)\n"
           "# and Wikinews (CC BY 2.5): counts alone.  Words in fewer than %d of %u paragraphs are not listed.\n", FEWEST, (unsigned)paragraphs);
    for (size_t i = 0; i < k; i++)
        printf("%s\t%d\n", kept[i]->word, (int)lround(4 * log2((double)paragraphs / kept[i]->paragraphs)));
    return 0;
}
