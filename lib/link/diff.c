/* diff.c - two wordings, word by word. */
#include "link/diff.h"
#include <string.h>

/* ---- words ---------------------------------------------------------------------- */

typedef struct taking { na_arena *arena; const na_tokens *t; uint64_t *word; uint32_t *at, *end, *rarity; size_t words; } taking;

static int is_word(const na_token *t)
{
    return t->kind == NA_WORD || t->kind == NA_NUMBER || t->kind == NA_ADDRESS || (t->kind == NA_PUNCT && (t->mark == '%' || t->mark == '$'));
}

static const char *bytes_of(const taking *k, size_t i) { return k->t->text + k->t->token[i].at; }

/* O ‘Brien: a lone letter, a mark that may be an apostrophe, and a capital right behind it. */
static int is_torn(const taking *k, size_t i)
{
    const na_token *t = &k->t->token[i];
    return t->length == 1 && memchr("oOdDlL", *bytes_of(k, i), 6) && i + 2 < k->t->count && t[1].kind == NA_QUOTE && t[1].mark == '\'' &&
           t[2].kind == NA_WORD && (t[2].flags & NA_UPPER) && !(t[2].flags & NA_SPACE);
}

/* The hash of what is left of a word without its periods, `before` in front. */
static uint64_t plain_hash(const taking *k, size_t i, const char *before)
{
    size_t n = k->t->token[i].length, used = strlen(before);
    char *plain = na_alloc(k->arena, n + used + 1), *folded = na_alloc(k->arena, 6 * (n + used) + 1);
    memcpy(plain, before, used);
    for (size_t b = 0; b < n; b++)
        if (bytes_of(k, i)[b] != '.')
            plain[used++] = bytes_of(k, i)[b];
    return na_hash(folded, na_fold(plain, used, folded));
}

/* One word from token i on; gives the token behind it. */
static size_t take_word(taking *k, size_t i)
{
    const na_token *t = &k->t->token[i];
    size_t last = i;
    uint64_t hash = t->hash;
    if (t->kind == NA_WORD && is_torn(k, i)) {
        char letter[] = { *bytes_of(k, i), '\'', 0 };
        last = i + 2;
        hash = plain_hash(k, last, letter);
    } else if (t->kind == NA_WORD && memchr(bytes_of(k, i), '.', t->length)) {
        hash = plain_hash(k, i, "");
    }
    if (last + 1 < k->t->count && k->t->token[last + 1].kind == NA_CLITIC)
        hash = na_hash_join(hash, k->t->token[++last].hash);
    k->word[k->words] = hash;
    k->at[k->words] = t->at;
    k->rarity[k->words] = na_entry_rarity(t->entry);
    k->end[k->words++] = k->t->token[last].at + k->t->token[last].length;
    return last + 1;
}

/* Marks belong to the word that they touch; those between spaces to the word before. */
static void share_marks(taking *k, size_t n)
{
    const char *s = k->t->text;
    for (size_t i = 0; i < k->words; i++) {
        uint32_t until = i + 1 < k->words ? k->at[i + 1] : (uint32_t)n, cut = until;
        while (cut > k->end[i] && !na_is_white(s[cut - 1]))
            cut--;
        if (cut == k->end[i])               /* no space between: the marks are this word's */
            cut = until;
        else if (i + 1 < k->words)
            k->at[i + 1] = cut;
        else
            cut = until;
        while (cut > k->end[i] && na_is_white(s[cut - 1]))
            cut--;
        k->end[i] = cut;
    }
    if (k->words)
        while (k->at[0] && !na_is_white(s[k->at[0] - 1]))
            k->at[0]--;
}

na_wording na_take_wording(na_arena *arena, const char *text, size_t n)
{
    taking k = { .arena = arena, .t = na_tokenize(arena, text, n) };
    k.word = na_alloc(arena, (k.t->count + 1) * sizeof *k.word);
    k.at = na_alloc(arena, (k.t->count + 1) * sizeof *k.at);
    k.end = na_alloc(arena, (k.t->count + 1) * sizeof *k.end);
    k.rarity = na_alloc(arena, (k.t->count + 1) * sizeof *k.rarity);
    for (size_t i = 0; i < k.t->count; )
        i = is_word(&k.t->token[i]) ? take_word(&k, i) : i + 1;
    share_marks(&k, n);
    return (na_wording){ text, k.word, k.at, k.end, k.rarity, k.words };
}

na_wording na_wording_part(const na_wording *w, size_t first, size_t end)
{
    return (na_wording){ w->text, w->word + first, w->at + first, w->end + first, w->rarity + first, end - first };
}

/* ---- the shortest edit ------------------------------------------------------------ */

/* a is turned into b; the flags tell which words stay. */
typedef struct comparison {
    const uint64_t *a, *b;
    char           *a_stays, *b_stays;
    ptrdiff_t      *ahead, *back;       /* by diagonal, x - y: how far x has come from either end */
} comparison;

enum { MOST_EDITS = 2000 };             /* of one stretch, from either side */

typedef struct box { ptrdiff_t a, a_end, b, b_end; } box;

/* How far diagonal k of `way` comes with one edit more, in a box of n by m; -1: it leaves the box. */
static ptrdiff_t step(const ptrdiff_t *way, ptrdiff_t k, ptrdiff_t n, ptrdiff_t m)
{
    ptrdiff_t across = way[k - 1] < 0 || way[k - 1] >= n ? -1 : way[k - 1] + 1;
    ptrdiff_t down = way[k + 1] < 0 || way[k + 1] - k > m ? -1 : way[k + 1];
    return across > down ? across : down;
}

/* The middle of a shortest way through the box: *x, *y.  0 when it takes more than 2 * MOST_EDITS. */
static int find_middle(comparison *c, box r, ptrdiff_t *x, ptrdiff_t *y)
{
    ptrdiff_t n = r.a_end - r.a, m = r.b_end - r.b, delta = n - m, most = (n + m + 1) / 2;
    ptrdiff_t *ahead = c->ahead + MOST_EDITS + 1, *back = c->back + MOST_EDITS + 1;
    if (most > MOST_EDITS)
        most = MOST_EDITS;
    for (ptrdiff_t k = -most - 1; k <= most + 1; k++)
        ahead[k] = back[k] = -1;
    for (ptrdiff_t d = 0; d <= most; d++) {
        for (ptrdiff_t k = -d; k <= d; k += 2) {
            ptrdiff_t i = d ? step(ahead, k, n, m) : 0, j;
            for (j = i - k; i >= 0 && i < n && j < m && c->a[r.a + i] == c->b[r.b + j]; i++, j++)
                ;
            ahead[k] = i;
            if (i >= 0 && delta % 2 && delta - k > -d && delta - k < d && back[delta - k] >= 0 && i + back[delta - k] >= n) {
                *x = i, *y = j;
                return 1;
            }
        }
        for (ptrdiff_t k = -d; k <= d; k += 2) {
            ptrdiff_t i = d ? step(back, k, n, m) : 0, j;
            for (j = i - k; i >= 0 && i < n && j < m && c->a[r.a_end - 1 - i] == c->b[r.b_end - 1 - j]; i++, j++)
                ;
            back[k] = i;
            if (i >= 0 && delta % 2 == 0 && delta - k >= -d && delta - k <= d && ahead[delta - k] >= 0 && i + ahead[delta - k] >= n) {
                *x = n - i, *y = m - j;
                return 1;
            }
        }
    }
    return 0;
}

/* Halves of a shortest way are shortest ways: no deeper than the logarithm of the edits. */
static void compare(comparison *c, box r)
{
    ptrdiff_t x, y;
    for (; r.a < r.a_end && r.b < r.b_end && c->a[r.a] == c->b[r.b]; r.a++, r.b++)
        c->a_stays[r.a] = c->b_stays[r.b] = 1;
    for (; r.a < r.a_end && r.b < r.b_end && c->a[r.a_end - 1] == c->b[r.b_end - 1]; r.a_end--, r.b_end--)
        c->a_stays[r.a_end - 1] = c->b_stays[r.b_end - 1] = 1;
    if (r.a == r.a_end || r.b == r.b_end || !find_middle(c, r, &x, &y))
        return;
    if ((!x && !y) || (r.a + x == r.a_end && r.b + y == r.b_end))
        return;
    compare(c, (box){ r.a, r.a + x, r.b, r.b + y });
    compare(c, (box){ r.a + x, r.a_end, r.b + y, r.b_end });
}

static void add_edit(na_diff *d, char what, const na_wording *w, size_t first, size_t end)
{
    if (first == end)
        return;
    d->edit[d->edits++] = (na_edit){ what, first, end, w->text + w->at[first], w->end[end - 1] - w->at[first] };
    *(what == '=' ? &d->kept : &d->changed) += end - first;
}

na_diff na_diff_words(na_arena *arena, const na_wording *from, const na_wording *to)
{
    comparison c = { .a = from->word, .b = to->word };
    size_t room = 2 * (MOST_EDITS + 2) + 1, i = 0, j = 0;
    na_diff d = { .edits = 0 };
    c.a_stays = na_alloc(arena, from->words + 1);
    c.b_stays = na_alloc(arena, to->words + 1);
    c.ahead = na_alloc(arena, room * sizeof *c.ahead);
    c.back = na_alloc(arena, room * sizeof *c.back);
    compare(&c, (box){ 0, (ptrdiff_t)from->words, 0, (ptrdiff_t)to->words });
    d.edit = na_alloc(arena, (from->words + to->words + 1) * sizeof *d.edit);
    while (i < from->words || j < to->words) {
        size_t a = i, b = j;
        while (i < from->words && !c.a_stays[i])
            i++;
        while (j < to->words && !c.b_stays[j])
            j++;
        add_edit(&d, '-', from, a, i);
        add_edit(&d, '+', to, b, j);
        for (b = j; i < from->words && j < to->words && c.a_stays[i] && c.b_stays[j]; i++)
            j++;
        add_edit(&d, '=', to, b, j);
    }
    return d;
}

/* ---- where a fragment was cut ------------------------------------------------------------ */

enum { MATCH = 2, MOST_CELLS = 1 << 22 };

typedef struct cell { int32_t score; uint32_t start; } cell;

static cell better(cell a, cell b) { return b.score > a.score ? b : a; }

/* Best end of a way that begins anywhere in the whole and takes all of the part (Sellers 1980):
 * a word that agrees gives two, one that is passed over costs one. */
static void best_stretch(na_arena *arena, const na_wording *whole, const na_wording *part, size_t *first, size_t *end)
{
    size_t m = part->words;
    cell *column = na_alloc(arena, (m + 1) * sizeof *column), best;
    for (size_t i = 0; i <= m; i++)
        column[i] = (cell){ -(int32_t)i, 0 };
    best = column[m];
    *first = *end = 0;
    for (size_t j = 0; j < whole->words; j++) {
        cell corner = column[0];
        column[0] = (cell){ 0, (uint32_t)(j + 1) };
        for (size_t i = 0; i < m; i++) {
            cell old = column[i + 1], put = column[i], out = old;
            put.score--;
            out.score--;
            column[i + 1] = better(better(out, put), (cell){ part->word[i] == whole->word[j] ? corner.score + MATCH : INT32_MIN, corner.start });
            corner = old;
        }
        if (column[m].score > best.score) {
            best = column[m];
            *first = best.start;
            *end = j + 1;
        }
    }
}

void na_find_stretch(na_arena *arena, const na_wording *whole, const na_wording *part, size_t *first, size_t *end)
{
    na_wording stretch;
    na_diff d;
    size_t begins = 0, ends = 0;
    if (whole->words && part->words > MOST_CELLS / whole->words) {
        *first = 0;
        *end = whole->words;
        return;
    }
    best_stretch(arena, whole, part, first, end);
    if (*first == *end)
        return;
    /* words of the part that stand before the first or behind the last that agrees replaced as many of the whole */
    stretch = na_wording_part(whole, *first, *end);
    d = na_diff_words(arena, &stretch, part);
    if (d.edits && d.edit[0].what == '+')
        begins = d.edit[0].end - d.edit[0].first;
    if (d.edits > 1 && d.edit[d.edits - 1].what == '+')
        ends = d.edit[d.edits - 1].end - d.edit[d.edits - 1].first;
    *first -= begins < *first ? begins : *first;
    *end += ends < whole->words - *end ? ends : whole->words - *end;
}
