/* weights.c - the trained weights, and values that features are made of. */
#include "extract/weights.h"
#include "words/name_weights.h"

uint64_t na_ending(const na_names *n, uint32_t i, uint32_t length)
{
    const na_token *t = &n->t->token[i];
    uint64_t bytes = 0;
    for (uint32_t k = t->length > length ? t->length - length : 0; k < t->length; k++)
        bytes = bytes << 8 | (unsigned char)n->t->text[t->at + k];
    return bytes;
}

/* Numbered in this order and not as the build numbers lists, so that a new list leaves the weights valid. */
uint64_t na_lists_of(const na_names *n, uint32_t i)
{
    static const uint8_t list[] = {
        NA_LIST_COMMON, NA_LIST_STARTER, NA_LIST_TITLE, NA_LIST_GIVEN_NAME, NA_LIST_FAMILY_NAME, NA_LIST_FAMILY_FIRST, NA_LIST_CITY,
        NA_LIST_COUNTRY, NA_LIST_REGION, NA_LIST_DEMONYM, NA_LIST_ORG_HEAD, NA_LIST_PLACE_HEAD, NA_LIST_DIRECTION, NA_LIST_NO_NAME,
        NA_LIST_ORGANIZATION, NA_LIST_OUTLET, NA_LIST_SPEECH_VERB, NA_LIST_SPEAKER_NOUN, NA_LIST_NAME_PARTICLE, NA_LIST_WORK_NOUN, NA_LIST_EVENT };
    uint64_t lists = n->t->token[i].lists, set = 0;
    for (size_t k = 0; lists && k < sizeof list; k++)
        set |= (lists >> list[k] & 1) << k;
    return set;
}

uint64_t na_decided(const na_names *n, uint32_t i)
{
    const na_found *f = n->owner[i] ? &n->found[n->owner[i] - 1] : NULL;
    return f ? 2u + f->kind + 8u * f->sure + 16u * (f->entry != 0) : 1u;
}
