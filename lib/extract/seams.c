/* seams.c - two names side by side, or a name and a word with a capital: are they one?
 *
 *     Vellmar | Telecom      Sanctuary of | Orrin      Ellin-|Barr Act      Agenda | 2063
 *
 * The rules cut where a list or a title ends.  Trained weights tell which of
 * these seams to close; what they join is of no list, and of a kind that is
 * still to be decided (unsure.c). */
#include "extract/weights.h"
#include <string.h>

enum { MARGIN = 40 };           /* by how much the weights must be for joining: chosen on articles kept out of training */
enum { APART = 3 };             /* words and marks between two parts, at most */

/* Words and marks that names have inside. */
static int joins(const na_names *n, uint32_t i)
{
    static const char *const word[] = { "of", "for", "and", "the", "in", "on", "de", "del", "la", "las", "los", "du", "des", "al", "to", "with",
                                        "against", "at", "from", "y", "e", "do", "da", "dos", "o", "or" };
    const na_token *t = &n->t->token[i];
    if (n->owner[i])
        return 0;
    if (t->kind == NA_CLITIC || (t->kind == NA_PUNCT && (t->mark == '&' || (t->mark == '-' && t->length == 1) || t->mark == '/')))
        return 1;
    for (size_t k = 0; t->kind == NA_WORD && !(t->flags & NA_UPPER) && t->length < 8 && k < sizeof word / sizeof *word; k++)
        if (na_is(n->t, i, word[k]))
            return 1;
    return 0;
}

static int article(const na_names *n, uint32_t i)
{
    return na_is(n->t, i, "the") || na_is(n->t, i, "la") || na_is(n->t, i, "los") || na_is(n->t, i, "las");
}

/* A name, or a word with a capital that no title explains. */
static int is_part(const na_names *n, const uint8_t *office, uint32_t i)
{
    return n->owner[i] || (na_upper(n, i) && n->t->token[i].length > 1 && !office[i] && !na_is(n->t, i, "the"));
}

/* What is never one name: two people, what somebody owns, somebody whose given name or title is known and who stands behind. */
static int apart(const na_names *n, uint32_t left, uint32_t right)
{
    const na_found *a = n->owner[left] ? &n->found[n->owner[left] - 1] : NULL, *b = n->owner[right] ? &n->found[n->owner[right] - 1] : NULL;
    if (!b && n->weak[right] && na_ordinary(n, right))
        return 1;               /* Ellin Promises Help: the capital is the headline's */
    if (a && !b && a->kind == NA_PERSON && na_listed(n, right, NA_LIST_NO_NAME))
        return 1;               /* Ellin Jr. */
    if (b && b->list == NA_LIST_ORGANIZATION && right == left + 1)
        return 1;               /* a listed name is whole */
    if (a && a->kind == NA_PERSON && right > left + 1 && n->t->token[left + 1].kind != NA_WORD)
        return 1;               /* Ellin's Economic Council, Ann Ellin/NPA */
    return b && b->kind == NA_PERSON && (b->sure || (a && a->kind == NA_PERSON && right > left + 1));
}

size_t na_find_seams(const na_names *n, na_seam **seam)
{
    const na_token *t = n->t->token;
    uint8_t *office = na_alloc(n->r->arena, n->t->count + 1);       /* of each token: part of a title */
    size_t count = 0, room = 0;
    *seam = NULL;
    for (size_t k = 0; k < n->titles; k++)
        memset(office + n->title[k].first, 1, n->title[k].end - n->title[k].first);
    for (uint32_t left = 0; left + 1 < n->t->count; left++) {
        uint32_t right = left + 1;
        int number;
        if (!is_part(n, office, left) || (n->owner[left] && n->owner[right] == n->owner[left]) || t[left].flags & NA_STOP)
            continue;
        while (right < n->t->count && right <= left + APART && !(t[right].flags & (NA_LINE | NA_STOP)) && joins(n, right) && (right == left + 1 || article(n, right)))
            right++;
        if (right >= n->t->count || t[right].flags & NA_LINE || !(n->owner[left] || n->owner[right]) || apart(n, left, right))
            continue;
        number = n->owner[left] && right == left + 1 && t[right].kind == NA_NUMBER && t[right].flags & NA_SPACE;
        if (number || is_part(n, office, right))
            *NA_PUSH(n->r->arena, *seam, count, room) = (na_seam){ left, right };
    }
    return count;
}

static uint64_t shape(const na_names *n, uint32_t i)
{
    return na_lists_of(n, i) << 8 | (uint64_t)n->weak[i] << 2 | (n->t->token[i].flags & NA_UPPER ? 1u : 0u) | (n->t->token[i].flags & NA_CAPS ? 2u : 0u);
}

void na_seam_features(const na_names *n, const na_seam *seam, na_features *f)
{
    const na_token *t = n->t->token;
    uint32_t l = seam->left, r = seam->right;
    uint32_t first = n->owner[l] ? n->found[n->owner[l] - 1].first : l, last = n->owner[r] ? n->found[n->owner[r] - 1].end - 1 : r;
    uint64_t between = 1, left = na_decided(n, l), right = na_decided(n, r), left_shape = shape(n, l), right_shape = shape(n, r);
    uint64_t capitals = (uint64_t)na_upper(n, last + 1) | (uint64_t)(first && na_upper(n, first - 1)) << 1;
    for (uint32_t i = l + 1; i < r; i++)
        between = na_hash_join(between, t[i].kind == NA_CLITIC ? 7 : t[i].hash);
    f->count = 0;
    na_feature(f, 1, between);
    na_feature(f, 2, between ^ left << 20 ^ right << 8);
    na_feature(f, 3, between ^ left);
    na_feature(f, 4, between ^ right);
    na_feature(f, 5, between ^ t[l].hash);
    na_feature(f, 6, between ^ t[r].hash);
    na_feature(f, 7, na_hash_join(t[l].hash, t[r].hash));
    na_feature(f, 8, between ^ left_shape);
    na_feature(f, 9, between ^ right_shape);
    na_feature(f, 10, between ^ na_hash_join(left_shape, right_shape));
    na_feature(f, 11, between ^ t[last].hash);
    na_feature(f, 12, between ^ t[first].hash);
    na_feature(f, 13, between ^ shape(n, last));
    na_feature(f, 14, between ^ shape(n, first));
    na_feature(f, 15, between ^ (first ? t[first - 1].hash : 1));
    na_feature(f, 16, between ^ t[last + 1].hash);
    na_feature(f, 17, between ^ na_ending(n, r, 3));
    na_feature(f, 18, between ^ na_ending(n, l, 3));
    na_feature(f, 19, between ^ capitals ^ left << 8);
    na_feature(f, 20, between ^ capitals ^ right << 8);
    na_feature(f, 21, between ^ right_shape ^ left << 48);
    na_feature(f, 22, between ^ left_shape ^ right << 48);
    na_feature(f, 23, between ^ (uint64_t)(n->weak[l] + 4 * n->weak[r]));
    na_feature(f, 24, between ^ (uint64_t)(t[r].kind == NA_NUMBER) << 6 ^ (uint64_t)t[r].length);
    na_feature(f, 25, between ^ (uint64_t)n->r->role[l] ^ (uint64_t)(n->title_at[r] != 0) << 8 ^ (uint64_t)(n->title_at[l + 1] != 0) << 9);
}

static int is_closed(const na_names *n, const na_seam *seam, const na_weights *weights)
{
    na_features f;
    int32_t score = 0;
    na_seam_features(n, seam, &f);
    for (size_t k = 0; k < f.count; k++)
        score += weights->seam[na_row(f.hash[k], NA_SEAM_BITS)];
    return score > MARGIN;
}

static na_found part(const na_names *n, uint32_t i)
{
    return n->owner[i] ? n->found[n->owner[i] - 1] : (na_found){ i, i + 1, 0, NA_LIST_PREFIX, NA_OTHER, 0 };
}

/* What it is by its parts, until the weights have decided. */
static na_found join(na_found a, na_found b)
{
    uint8_t kind = a.kind == b.kind ? a.kind : a.kind == NA_ORGANIZATION || b.kind == NA_ORGANIZATION ? NA_ORGANIZATION : NA_OTHER;
    return (na_found){ a.first, b.end, 0, NA_LIST_PREFIX, kind, 0 };
}

void na_join_names(na_names *n, const na_weights *weights)
{
    na_seam *seam;
    size_t seams = na_find_seams(n, &seam), count = 0, k = 0, s = 0;
    na_found *all = na_alloc(n->r->arena, (n->count + seams + 1) * sizeof *all);
    while (k < n->count || s < seams)
        if (s < seams && (k == n->count || seam[s].left < n->found[k].end)) {
            const na_seam *here = &seam[s++];
            if (is_closed(n, here, weights)) {
                na_found left = count && all[count - 1].end > here->left ? all[--count] : part(n, here->left);
                all[count++] = join(left, part(n, here->right));
            }
        } else {
            na_found f = n->found[k++];
            if (!count || all[count - 1].end <= f.first)
                all[count++] = f;
        }
    n->found = all;
    n->count = n->room = count;
    na_own(n);
}
