/* link.h - what several articles share.
 *
 * Everything here is a pure function of what was read; lib/store/link.c fetches
 * and keeps, in strata that never write to an earlier one:
 *
 *   1 profiles     of one article: its terms and its sampled runs of words
 *   2 pairs        of articles that share enough of them, both ways round
 *   3 copies       groups of articles with much the same text
 *   4 stories      groups of articles on one affair
 *   5 people       who the bare names of an article are, by its story
 *   6 utterances   groups of quotations that are wordings of one speech
 *   7 speakers     lent to quotations without one by their siblings
 *
 * What is compared with what depends on the two articles alone: words weigh by
 * a rarity that is compiled in, and nothing is cut to the best k.  So the
 * result is a function of the set of articles, in whatever order they came. */
#ifndef NA_LINK_H
#define NA_LINK_H
#include "extract/extract.h"

#define NA_NO_DAY INT32_MIN

/* ---- day.c: days as numbers ------------------------------------------------------ */

/* Days since 1970-01-01 of "2020-01-14..." (a month or year alone: its first day), or NA_NO_DAY. */
int32_t na_day_of(const char *date);

/* ---- profile.c --------------------------------------------------------------- */

typedef struct na_term { uint32_t hash; float weight; } na_term;

typedef struct na_profile {
    const na_term  *term;       /* by hash; weights of length 1 in all */
    size_t          terms;
    const uint32_t *telling;    /* hashes of its most telling terms: who shares NA_SHARED_TERMS of them is compared */
    size_t          tellings;
    const uint32_t *shingle;    /* sampled runs of NA_SHINGLE words, by hash */
    size_t          shingles;
    int32_t         day;        /* of publication, or NA_NO_DAY */
} na_profile;
enum { NA_SHINGLE = 5, NA_SHARED_TERMS = 3, NA_SHARED_SHINGLES = 2 };

/* Is this sampled run also kept in the index of runs? */
static inline int na_shingle_indexed(uint32_t hash) { return (hash & 7) == 0; }

na_profile *na_make_profile(na_arena *arena, const na_reading *r);

/* Is this day told of in it, or is it the day of publication? */
int na_tells_of(const na_profile *p, int32_t day);

/* As bytes for the file, the same on every machine, and back (NULL: damaged). */
typedef struct na_slice { const unsigned char *at; size_t n; } na_slice;
typedef struct na_packed { na_slice terms, telling, shingles; } na_packed;
na_packed na_pack_profile(na_arena *arena, const na_profile *p);
na_profile *na_unpack_profile(na_arena *arena, const na_packed *packed, int32_t day);

/* ---- pairs.c ------------------------------------------------------------------- */

enum { NA_WINDOW = 21 };        /* days apart from which two articles tell no one affair */

/* One affair?  0 to 1: the cosine of their terms, less when they are days apart. */
float na_likeness(const na_profile *a, const na_profile *b);
/* Copied?  The part of the shorter one's sampled runs that stand in the other, 0 to 1; less where they are few or the rest is of another matter. */
float na_shared(const na_profile *a, const na_profile *b);

#define NA_LIKE   0.18f         /* pairs less alike are not kept */
#define NA_COPIED 0.30f         /* pairs that share more are copies */
#define NA_SHARES 0.02f         /* pairs that share less are not kept for it */

/* ---- groups.c ---------------------------------------------------------------------- */

typedef struct na_edge { uint32_t a, b; float likeness; } na_edge;

/* Groups 0 .. n-1 by average linkage: the two groups that are most alike (mean
 * of relative likeness over all their pairs, unknown pairs 0) are joined while
 * that is enough and about as much as inside each of them; ties go to the
 * lower members.  day[i]: of publication, or NA_NO_DAY; groups whose days lie
 * more than NA_WINDOW apart are never joined, whoever stands between them.
 * out[i]: the lowest member of i's group. */
void na_group(na_arena *arena, size_t n, const na_edge *edge, size_t edges, const int32_t *day, uint32_t *out);

/* Connected components: out[i] is the lowest member. */
void na_components(size_t n, const na_edge *edge, size_t edges, uint32_t *out);

/* ---- who.c: bare names ------------------------------------------------------------ */

/* A person, or an organization, as one article of a story names it. */
typedef struct na_person {
    uint32_t    article;        /* of the story, 0 .. */
    const char *key, *family, *given, *role;    /* family: of an organization its acronym */
    uint32_t    mentions;
    char        gender;
    uint8_t     bare, body;     /* body: no person */
    const char *identity;       /* out: what makes him one across articles, folded */
    const char *why;            /* out: one clause */
} na_person;

/* What two articles must agree on to mean one person: given names and family
 * name, without middle initials, hyphens, and whichever comes first (Seo
 * Min-jae is Minjae Seo); the whole key where the parts are not known. */
const char *na_person_identity(na_arena *arena, const na_person *p);

/* Gives everyone of a story an identity.  Full names keep theirs, or the one
 * that the caller gave them.  A bare name takes the full name of its family
 * that the other articles of the story tell: the one whose office it bears,
 * else the one they mention much more often than any other of that family;
 * who is named in full in the same article is no candidate.  A given name is
 * the one so called whom the article calls by family name.  A bare name that
 * finds none keeps one identity a story, marked by `story_key`; an acronym
 * that only one organization of the story has is that organization. */
#define NA_WHY_SEVERAL "several of that family are in the story: kept apart"
#define NA_WHY_ACRONYM "acronym of the only organization in the story that it fits"
void na_name_people(na_arena *arena, na_person *person, size_t persons, const char *story_key);

/* ---- namesakes.c: one full name, two people? ---------------------------------------- */

/* One who is named so in full; stories are numbered from 0, an article in none is one of its own. */
typedef struct na_namesake {
    uint32_t    article, story;
    const char *suffix, *field;     /* what tells him: Jr. ..., the field of his office; NULL */
    char        middle;             /* how his middle name begins, or 0 */
    uint8_t     doubtful;           /* out: the name is of several, and which of them is not told here */
    const char *label;              /* out: what tells him apart from who has the plain name, or NULL */
} na_namesake;
/* Somebody else who is named in full in an article of that story that has the name. */
typedef struct na_beside { uint32_t story; const char *key; } na_beside;

const char *na_suffix_of_name(const char *key);
char na_middle_of_name(const char *key, const char *given, const char *family);
const char *na_field_of_role(const char *role);
/* Does it matter who is named beside them?  Not when their own words tell all. */
int na_asks_beside(na_arena *arena, na_namesake *list, size_t n);
void na_tell_apart(na_arena *arena, na_namesake *list, size_t n, na_beside *beside, size_t besides);

#define NA_WHY_APART    "told by office, middle name or Jr. from another of that name"
#define NA_WHY_NAMESAKE "the name of several: which of them is not told"

/* ---- utterances.c ------------------------------------------------------------------- */

typedef struct na_said {
    const uint32_t *word;       /* hashes of its words in order; editor's [brackets] left out */
    const uint32_t *rarity;     /* of each */
    uint32_t        words;
    uint32_t        weight;     /* sum of rarity */
    int64_t         speaker;    /* entity, or 0 */
    int32_t         day;
    uint32_t        story;      /* a number of the caller's; NA_NONE: none */
    uint8_t         copied;     /* by an article that is a copy: held against originals only */
    enum na_quote_kind kind;
} na_said;

/* Reads the words of a quotation, at most NA_LONGEST_SPEECH of them, into the
 * arena; what reading them takes goes to scratch. */
enum { NA_LONGEST_SPEECH = 400 };
void na_listen(na_arena *arena, na_arena *scratch, const char *text, size_t n, na_said *said);

/* Hashes of runs of NA_RUN_WORDS words of a quotation, chosen by winnowing: two
 * quotations that share NA_RUN_FOUND words in a row share a hash (Schleimer,
 * Wilkerson, Aiken 2003).  Runs of common words alone are left out.  out has
 * room for said->words; gives how many, each once. */
enum { NA_RUN_WORDS = 4, NA_RUN_WINDOW = 4, NA_RUN_FOUND = NA_RUN_WORDS + NA_RUN_WINDOW - 1 };
size_t na_speech_runs(const na_said *said, uint32_t *out);

/* How two quotations lie to each other, word by word. */
typedef struct na_match {
    uint32_t weight;            /* rarity of the words that both have in the same order */
    uint32_t part;              /* that, of the lighter one's weight, in hundredths */
    uint32_t words, first, last;        /* how many; where in the longer one the first and the last stand */
} na_match;
typedef struct na_aligner na_aligner;           /* room to align in, used again and again */
na_aligner *na_make_aligner(na_arena *arena);
na_match na_match_words(na_aligner *aligner, const na_said *a, const na_said *b);

/* Are they wordings of one speech?  A fragment is inside the whole, so it is
 * containment that counts; the less is known of the speaker, the more words
 * must agree; the same words on another occasion are another utterance. */
int na_same_speech(na_aligner *aligner, const na_said *a, const na_said *b);
/* How much of `said` an indirect clause reports: matched rarity, 0 if too little or another speaker. */
uint32_t na_reports(na_aligner *aligner, const na_said *indirect, const na_said *said);
/* How `said` was worded, held against the base: same fragment altered unmarked paraphrase. */
const char *na_relation(na_aligner *aligner, const na_said *base, const na_said *said);

/* The edges among said[0 .. n): all pairs of marked or unmarked speech that are the same. */
na_edge *na_speech_edges(na_arena *arena, na_aligner *aligner, const na_said *said, size_t n, size_t *edges);

#endif
