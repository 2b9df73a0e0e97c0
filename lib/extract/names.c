/* names.c - names of people, organizations and places: the steps in their order.
 *
 * Recognition tells where names stand and of what kind they are, first by rules
 * and lists (recognize.c), then by trained weights where those are unsure;
 * resolution (people.c, bodies.c) tells who they are, and reads no capitals:
 * either can be replaced without the other. */
#include "extract/weights.h"
#include <string.h>

uint32_t na_new_naming(na_names *n, enum na_kind kind, const char *name, const char *how)
{
    na_reading *r = n->r;
    *NA_PUSH(r->arena, r->naming, r->namings, n->naming_room) = (na_naming){
        .kind = kind, .name = name, .key = na_fold_name(r->arena, name, strlen(name)), .how = how, .first = NA_NONE };
    return (uint32_t)r->namings - 1;
}

void na_set_mention(na_names *n, uint32_t found, uint32_t naming, const char *how)
{
    n->r->mention[found].naming = naming;
    n->r->mention[found].how = how;
}

/* White space single, an apostrophe that stands off joined (O 'Brien), every
 * word that begins a part of the name with a capital. */
const char *na_tidy_name(na_names *n, const char *words)
{
    size_t length = strlen(words), used = 0;
    char *out = na_alloc(n->r->arena, length + 1);
    for (size_t i = 0; i < length; i++) {
        if (!strncmp(words + i, " - ", 3)) {
            out[used++] = '-';
            i += 2;
            continue;
        }
        if (words[i] == ' ' && words[i + 1] == '\'' && used == 1)
            continue;
        if (words[i] == ' ' && words[i + 1] == '\'' && used > 1 && out[used - 2] == ' ')
            continue;
        out[used++] = words[i];
    }
    if (used > 1 && out[0] == 'o' && out[1] == '\'')
        out[0] = 'O';
    out[used] = 0;
    return out;
}

static void write_mentions(na_names *n)
{
    na_reading *r = n->r;
    const na_token *t = n->t->token;
    r->mention = na_alloc(r->arena, (n->count + 1) * sizeof *r->mention);
    r->mentions = n->count;
    for (size_t i = 0; i < n->count; i++) {
        const na_found *f = &n->found[i];
        uint32_t at = t[f->first].at, end = t[f->end - 1].at + t[f->end - 1].length;
        r->mention[i] = (na_mention){ at, end - at, f->first, f->end, NA_NONE, (enum na_kind)f->kind, NULL, 0, 0 };
    }
}

static void count_mentions(na_reading *r)
{
    for (uint32_t i = 0; i < r->mentions; i++) {
        na_naming *naming = &r->naming[r->mention[i].naming];
        if (naming->first == NA_NONE)
            naming->first = i;
        naming->mentions++;
    }
}

void na_find_names(na_reading *r)
{
    na_names n = { .r = r, .t = r->tokens };
    na_recognize(&n);
    na_join_names(&n, &na_name_weights);
    na_decide_unsure(&n, &na_name_weights);
    write_mentions(&n);
    na_resolve_people(&n);
    na_resolve_bodies(&n);
    count_mentions(r);
    na_find_roles(&n);
}
