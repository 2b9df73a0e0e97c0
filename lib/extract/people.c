/* people.c - which of the people named in one article are one person.
 *
 * Mentions are taken in the order of the text.  A full name is the same person
 * as another of equal family name whose given part does not differ (Robert,
 * R., Bob).  A family name alone goes to
 *   - the only bearer named so far;
 *   - of several, the one whose title agrees; else the one named last in this
 *     sentence or the one before it, within the paragraph; else the one the
 *     article is most about: "the last person named" is no rule;
 *   - when no bearer was named yet, the one named later: a headline and many
 *     leads do that.  But where millions share a family name, not one whom the
 *     article introduces later or whose title is another: that is somebody
 *     whom it names by family name only, and the story may know the rest. */
#include "extract/recognize.h"
#include <string.h>

enum { MAX_WORDS = 8, MAX_BEARERS = 16, MAX_FORMS = 4,
       MOST_CLAUSE = 12, MOST_SPEECH = 120,     /* tokens: from a name to its pronoun, without and with what is quoted between */
       FAR = 400 };             /* tokens: no sentence and the one before it are longer */

typedef struct parsed {         /* a name as folded words */
    const char *word[MAX_WORDS];
    uint32_t words, family;     /* index of the family name */
    uint64_t hash;              /* of all words */
    uint8_t  family_first;
    const char *suffix;         /* "Jr.", or NULL: father and son are two */
} parsed;

typedef struct person {
    parsed   name;              /* the fullest so far */
    uint32_t naming, found;     /* where first fully named */
    uint32_t full, bare, called, last;      /* mentions so far: in full, by family name, by given name; the latest but of the last kind */
    uint32_t calling;           /* 1 + the latest mention by given name */
    uint32_t title;             /* entry of a title of substance, or 0 */
    uint32_t next, newest;      /* next person of the family, and of the first of a family the newest: 1 + index */
    const char *form[MAX_FORMS];/* spellings of the full name, and how often each stands there */
    uint32_t uses[MAX_FORMS];
    uint32_t he, she;           /* of the first of a family: pronouns behind the family name alone */
    char     sex;               /* that a title told, or 0 */
    uint8_t  headline, partial; /* partial: known by family name alone */
    uint8_t  relative;          /* introduced as somebody's wife, son ... */
    uint8_t  unclear;           /* a full name that fits several: who it is cannot be told */
} person;

typedef struct people {
    na_names *n;
    person   *person;
    size_t    count, room;
    parsed   *parsed;           /* of each found */
    uint32_t *family;           /* hash table: family name -> 1 + first person */
    uint32_t *given;            /* the same by given name */
    uint32_t *full;             /* by all words */
    uint32_t *who;              /* of each found: 1 + the person it names in full */
    size_t    mask;
} people;

/* ---- parsing ---------------------------------------------------------------- */

static int word_in(const char *word, enum na_list list)
{
    uint32_t entry = na_word_entry(na_hash(word, strlen(word)));
    return entry && na_entry_in(entry, list);
}

static const char *word_value(const char *word, enum na_list list)
{
    uint32_t entry = na_word_entry(na_hash(word, strlen(word)));
    return entry ? na_entry_value(entry, list) : NULL;
}

/* The suffix that this word is, as it is shown, or NULL. */
static const char *suffix_of(const char *word)
{
    static const char *const suffix[][2] = { { "jr", "Jr." }, { "sr", "Sr." }, { "ii", "II" }, { "iii", "III" } };
    for (size_t i = 0; i < sizeof suffix / sizeof *suffix; i++)
        if (!strcmp(word, suffix[i][0]))
            return suffix[i][1];
    return NULL;
}

/* "Martin Ellin Jr.", "Martin Ellin, Jr.": the suffix stands behind the name. */
static const char *suffix_behind(const na_names *n, uint32_t end)
{
    char folded[6 * 4 + 1];
    uint32_t i = end + (end < n->t->count && n->t->token[end].mark == ',');
    if (i >= n->t->count || n->t->token[i].kind != NA_WORD || n->t->token[i].length > 4 || !(n->t->token[i].flags & NA_UPPER))
        return NULL;
    na_fold(n->t->text + n->t->token[i].at, n->t->token[i].length, folded);
    folded[strcspn(folded, ".")] = 0;
    return suffix_of(folded);
}

/* No given name of the East in one word has more than two syllables. */
static int has_many_syllables(const char *word)
{
    int syllables = 0, inside = 0;
    for (size_t i = 0; word[i]; i++) {
        int vowel = strchr("aeiou", word[i]) != NULL || (word[i] == 'y' && word[i + 1] == 0);
        syllables += vowel && !inside;
        inside = vowel;
    }
    return syllables > 2;
}

/* Kim Ellin is a Kim of the West, Kim Jong Un a Kim of the East: two or three
 * words, and what follows the family name is no given or family name of the West. */
static int family_comes_first(const parsed *p)
{
    const char *sex;
    if (p->words < 2 || p->words > 3 || !word_in(p->word[0], NA_LIST_FAMILY_FIRST))
        return 0;
    if (p->words == 3) {
        sex = word_value(p->word[1], NA_LIST_GIVEN_NAME);
        return !(p->word[1][1] == 0 || (sex && *sex && word_in(p->word[2], NA_LIST_FAMILY_NAME)));
    }
    if (word_in(p->word[1], NA_LIST_FAMILY_FIRST))
        return 1;
    return !(word_in(p->word[0], NA_LIST_GIVEN_NAME) && (word_in(p->word[1], NA_LIST_FAMILY_NAME) || has_many_syllables(p->word[1])));
}

static parsed parse(na_names *n, const na_found *f)
{
    parsed p = { .words = 0 };
    const char *words = na_space_initials(n->r->arena, na_words_of(n->r, f->first, f->end));
    char *key = na_fold_name(n->r->arena, words, strlen(words));
    for (char *next = key; next && *next && p.words < MAX_WORDS; ) {
        char *space = strchr(next, ' ');
        if (space)
            *space++ = 0;
        if (*next)
            p.word[p.words++] = next;
        next = space;
    }
    p.suffix = suffix_behind(n, f->end);
    while (p.words > 1 && suffix_of(p.word[p.words - 1]))
        p.suffix = suffix_of(p.word[--p.words]);
    if (!p.words)
        p.word[p.words++] = "";
    for (uint32_t i = 0; i < p.words; i++)
        p.hash = na_hash_join(p.hash, na_hash(p.word[i], strlen(p.word[i])));
    if (p.suffix)
        p.hash = na_hash_join(p.hash, na_hash(p.suffix, strlen(p.suffix)));
    p.family_first = (uint8_t)family_comes_first(&p);
    p.family = p.family_first ? 0 : p.words - 1;
    return p;
}

static const char *joined(na_arena *arena, const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b);
    char *out = na_alloc(arena, n + m + 2);
    memcpy(out, a, n);
    out[n] = ' ';
    memcpy(out + n + 1, b, m);
    return out;
}

/* The name as it is shown. */
static const char *shown(na_names *n, const parsed *p, const na_found *f)
{
    const char *words = na_space_initials(n->r->arena, na_tidy_name(n, na_words_of(n->r, f->first, f->end)));
    size_t length = strlen(words);
    int there = p->suffix && length > strlen(p->suffix) && !strncmp(words + length - strlen(p->suffix), p->suffix, 2);
    return p->suffix && !there ? joined(n->r->arena, words, p->suffix) : words;
}

/* J. Ellin, J. R. Ellin */
static int is_initials(const parsed *p)
{
    return p->words > 1 && !p->family_first && !p->word[0][1];
}

static const char *given_of(const parsed *p)
{
    return p->words < 2 ? NULL : p->word[p->family_first ? 1 : 0];
}

/* As it is told to others: all of what is not the family name of Kim Jong Ellin, the first name of Ann Lee Ellin. */
static const char *whole_given(na_names *n, const parsed *p)
{
    const char *given = given_of(p);
    for (uint32_t i = 2; p->family_first && i < p->words; i++)
        given = joined(n->r->arena, given, p->word[i]);
    return given;
}

/* ---- who can be whom ---------------------------------------------------------- */

static int same_given(const char *a, const char *b)
{
    const char *x, *y;
    if (!strcmp(a, b) || ((!a[1] || !b[1]) && *a == *b))
        return 1;
    x = word_value(a, NA_LIST_NICKNAME);
    y = word_value(b, NA_LIST_NICKNAME);
    return (x && !strcmp(x, b)) || (y && !strcmp(y, a)) || (x && y && !strcmp(x, y));
}

/* What stands behind the first given name: W. Ellin is not H. W. Ellin, but García Ellin is José García Ellin. */
static int rests_agree(const parsed *a, const parsed *b)
{
    const parsed *longer = a->words > b->words ? a : b, *shorter = longer == a ? b : a;
    uint32_t more = longer->words - shorter->words, i;
    if (shorter->words < 3)
        return 1;
    for (i = 1; i + 1 < shorter->words && same_given(a->word[i], b->word[i]); i++)
        continue;
    if (i + 1 == shorter->words)
        return 1;
    for (i = 1; i < shorter->words && !strcmp(longer->word[more + i], shorter->word[i]); i++)
        continue;
    return i == shorter->words && shorter->word[1][1];
}

/* Two full names: equal family names, and no given name that differs. */
static int agree(const parsed *a, const parsed *b)
{
    if (strcmp(a->word[a->family], b->word[b->family]) != 0 || a->suffix != b->suffix)
        return 0;
    if (a->family_first || b->family_first) {
        if (a->words != b->words || a->family_first != b->family_first)
            return 0;
        for (uint32_t i = 1; i < a->words; i++)
            if (strcmp(a->word[i], b->word[i]) != 0)
                return 0;
        return 1;
    }
    return same_given(a->word[0], b->word[0]) && rests_agree(a, b);
}

/* A title that tells something: not Mr., Mrs., Dr. */
static uint32_t office(uint32_t entry)
{
    static const char *const polite[] = { "mr", "mrs", "ms", "miss", "mx", "dr", "mister", "sir", "doctor", "prof", "professor" };
    for (size_t i = 0; i < sizeof polite / sizeof *polite; i++)
        if (entry && entry == na_word_entry(na_hash(polite[i], strlen(polite[i]))))
            return 0;
    return entry;
}

static uint32_t title_before(const na_names *n, uint32_t first)
{
    uint32_t i = first;
    if (i && !n->title_at[i] && n->t->token[i - 1].mark == '.' && n->t->token[i - 1].kind == NA_PUNCT)
        i--;
    return n->title_at[i] ? n->title[n->title_at[i] - 1].entry : 0;
}

/* 'm' or 'f' when the title in front tells. */
static char sex_of_title(const na_names *n, uint32_t first)
{
    uint32_t entry = title_before(n, first);
    const char *value = entry ? na_entry_value(entry, NA_LIST_TITLE) : NULL;
    return value ? *value : 0;
}

static char sex_of(const person *who)
{
    const char *given = who->name.family_first ? NULL : given_of(&who->name), *value;
    if (who->sex)
        return who->sex;
    value = given ? word_value(given, NA_LIST_GIVEN_NAME) : NULL;
    return value ? *value : 0;
}

static int few_share(const char *family)
{
    return !word_in(family, NA_LIST_FAMILY_FIRST);
}

/* "Ellin said he ...": 'm'; with `further` also "Ellin told us. He ...".  No other person may stand between, and nothing
 * that somebody said counts. */
static char sex_of_pronoun(const na_names *n, uint32_t found, int further)
{
    uint32_t first = n->found[found].end, quote = n->r->inside[first - 1];
    for (uint32_t i = first, sentences = 0, words = 0; i < n->t->count && i < first + MOST_SPEECH; i++) {
        if (n->t->token[i].flags & NA_PARAGRAPH)
            return 0;
        if (n->r->inside[i] != quote)
            continue;
        sentences += (n->t->token[i].flags & NA_FIRST) != 0;
        if (++words > MOST_CLAUSE || sentences > (uint32_t)further || (n->owner[i] && n->found[n->owner[i] - 1].kind == NA_PERSON))
            return 0;
        if (na_is(n->t, i, "he"))
            return 'm';
        if (na_is(n->t, i, "she"))
            return 'f';
        if (sentences)
            return 0;
    }
    return 0;
}

/* Where its sentence begins, or behind a quotation: who says or does what follows. */
static int is_subject(const na_names *n, uint32_t found)
{
    uint32_t i = n->found[found].first;
    if (n->title_at[i])
        i = n->title[n->title_at[i] - 1].first;
    return n->t->token[i].flags & NA_FIRST || (i && n->t->token[i - 1].kind == NA_QUOTE) || (i > 1 && n->t->token[i - 1].mark == ',' && n->t->token[i - 2].kind == NA_QUOTE);
}

static char sex_told(const people *p, uint32_t found)
{
    char sex = sex_of_title(p->n, p->n->found[found].first);
    return sex ? sex : sex_of_pronoun(p->n, found, is_subject(p->n, found));
}

/* Leader, ruler and their like go with every office. */
static int says_little(uint32_t title)
{
    static const char *const word[] = { "leader", "dictator", "ruler", "strongman", "supreme leader" };
    for (size_t i = 0; title && i < sizeof word / sizeof *word; i++)
        if (title == na_phrase_entry(word[i], strlen(word[i])))
            return 1;
    return 0;
}

static int offices_agree(uint32_t a, uint32_t b)
{
    return !a || !b || a == b || says_little(a) || says_little(b);
}

/* Can the family name at `found` mean this person?  Mr. Ellin is not Anna Ellin; nor is an Ellin who is only known
 * as one both he and she, or both mayor and harbour master: the story may know two. */
static int fits(const people *p, uint32_t found, const person *who)
{
    uint32_t first = p->n->found[found].first;
    char sex = who->partial ? sex_told(p, found) : sex_of_title(p->n, first), other = sex_of(who);
    if (who->partial && !offices_agree(office(title_before(p->n, first)), who->title))
        return 0;
    return !sex || !other || sex == other;
}

static const char in_full[] = "full name", alone[] = "family name or title alone in this article", unclear[] = "fits several who are named in full";

/* "his wife Anna Ellin", "Anna Ellin, his wife": named beside another Ellin, who is the one the article is about. */
static int is_relative(const na_names *n, uint32_t found)
{
    const na_tokens *t = n->t;
    uint32_t i = n->found[found].first, end = n->found[found].end;
    if (i && na_in(&t->token[i - 1], NA_LIST_KINSHIP))
        return 1;
    return end + 2 < t->count && t->token[end].mark == ',' && na_in(&t->token[end + 2], NA_LIST_KINSHIP) &&
           (na_is(t, end + 1, "his") || na_is(t, end + 1, "her") || na_is(t, end + 1, "their"));
}

/* ---- tables -------------------------------------------------------------------- */

static uint32_t *slot(people *p, uint32_t *table, const char *word, int given)
{
    size_t i = na_hash(word, strlen(word)) & p->mask;
    for (; table[i]; i = (i + 1) & p->mask) {
        const parsed *name = &p->person[table[i] - 1].name;
        const char *have = given ? given_of(name) : name->word[name->family];
        if (have && !strcmp(have, word))
            break;
    }
    return &table[i];
}

/* Akua-Ellin: a family name alone, though it has two halves. */
static int one_word(const char *words)
{
    return strchr(words, '-') && !strchr(words, ' ');
}

static uint32_t new_person(people *p, uint32_t found, int partial, const char *how)
{
    na_names *n = p->n;
    const parsed *name = &p->parsed[found];
    const char *words = shown(n, &p->parsed[found], &n->found[found]);
    uint32_t naming = na_new_naming(n, NA_PERSON, words, how);
    uint32_t *family, *given;
    na_naming *out = &n->r->naming[naming];
    out->family = name->word[name->family];
    out->bare = (uint8_t)(partial || one_word(words));
    out->given = out->bare ? NULL : whole_given(n, name);
    *NA_PUSH(n->r->arena, p->person, p->count, p->room) = (person){
        .name = *name, .naming = naming, .found = found, .partial = (uint8_t)partial, .relative = (uint8_t)(!partial && is_relative(n, found)),
        .sex = sex_of_title(n, n->found[found].first), .title = office(title_before(n, n->found[found].first)) };
    family = slot(p, p->family, name->word[name->family], 0);
    if (*family) {
        p->person[p->person[*family - 1].newest - 1].next = (uint32_t)p->count;
        p->person[*family - 1].newest = (uint32_t)p->count;
    } else {
        *family = (uint32_t)p->count;
        p->person[p->count - 1].newest = (uint32_t)p->count;
    }
    if (!partial && given_of(name) && !*(given = slot(p, p->given, given_of(name), 1)))
        *given = (uint32_t)p->count;
    return (uint32_t)p->count;
}

/* ---- full names ------------------------------------------------------------------- */

static void keep_fuller(people *p, person *who, uint32_t found)
{
    const parsed *name = &p->parsed[found];
    na_naming *out = &p->n->r->naming[who->naming];
    const char *words;
    if (name->words <= who->name.words && !(name->words == who->name.words && who->name.word[0][1] == 0 && name->word[0][1]))
        return;
    words = shown(p->n, name, &p->n->found[found]);
    if (name->words > who->name.words && who->name.words > 1 && who->name.word[0][1] != 0)
        return;                 /* a middle name or initial more is no better name */
    who->name = *name;
    out->name = words;
    out->key = na_fold_name(p->n->r->arena, out->name, strlen(out->name));
    out->given = whole_given(p->n, name);
}

/* Initials alone, or no middle name, may fit several who are named in full: then nobody can tell who it is. */
static void name_fully(people *p, uint32_t found)
{
    const parsed *name = &p->parsed[found];
    uint32_t who = *slot(p, p->family, name->word[name->family], 0), fit = 0;
    size_t i = name->hash & p->mask;
    int bearers = 0, fits = 0;
    while (p->full[i] && p->parsed[p->full[i] - 1].hash != name->hash)
        i = (i + 1) & p->mask;
    if (p->full[i]) {
        p->who[found] = p->who[p->full[i] - 1];
        return;
    }
    p->full[i] = found + 1;
    for (; who && bearers < MAX_BEARERS; who = p->person[who - 1].next, bearers++)
        if (!p->person[who - 1].partial && agree(name, &p->person[who - 1].name)) {
            fit = who;
            fits++;
        }
    if (fits == 1)
        keep_fuller(p, &p->person[fit - 1], found);
    p->who[found] = fits == 1 ? fit : new_person(p, found, fits > 1, fits ? unclear : in_full);
    p->person[p->who[found] - 1].unclear = fits > 1;
}

static int ends_with(const parsed *full, const parsed *part)
{
    if (part->words >= full->words || full->family_first)
        return 0;
    for (uint32_t i = 0; i < part->words; i++)
        if (strcmp(full->word[full->words - part->words + i], part->word[i]) != 0)
            return 0;
    return 1;
}

/* López Ellin, van Ellin, Akua-Ellin: family names of two words, of somebody named in full. */
static int ends_another(people *p, uint32_t found)
{
    const parsed *name = &p->parsed[found];
    int bearers = 0;
    for (uint32_t who = *slot(p, p->family, name->word[name->words - 1], 0); who && bearers < MAX_BEARERS; who = p->person[who - 1].next, bearers++)
        if (ends_with(&p->person[who - 1].name, name))
            return 1;
    return 0;
}

/* De la Ellin, van Ellin: a family name alone.  Van Ellin with a capital may be somebody whose given name is Van. */
static int is_family_name(people *p, uint32_t found)
{
    const parsed *name = &p->parsed[found];
    const char *first = word_value(name->word[0], NA_LIST_NAME_PARTICLE);
    if (name->words == 2 && ends_another(p, found))
        return 1;
    return first && *first && !word_in(name->word[0], NA_LIST_GIVEN_NAME) && (name->words > 2 || !(p->n->t->token[p->n->found[found].first].flags & NA_UPPER));
}

/* ---- names of one word --------------------------------------------------------------- */

static int same_paragraph(const na_names *n, uint32_t from, uint32_t to)
{
    if (to - from > FAR)
        return 0;
    for (uint32_t i = from + 1; i <= to; i++)
        if (n->t->token[i].flags & NA_PARAGRAPH)
            return 0;
    return 1;
}

static int sentences_between(const na_names *n, uint32_t from, uint32_t to)
{
    int sentences = 0;
    for (uint32_t i = from + 1; i <= to; i++)
        sentences += (n->t->token[i].flags & NA_FIRST) != 0;
    return sentences;
}

static uint32_t salience(const person *who)
{
    return 3 * who->bare + 2 * (who->full + who->called) + 4 * who->headline;
}

/* Of two that are equal otherwise: who has a middle name too is introduced, not named in passing. */
static int comes_first(const person *a, const person *b)
{
    int x = a->name.words > 2, y = b->name.words > 2;
    return x == y ? a->found < b->found : x;
}

typedef struct choice { person *who; const char *how; int guess; } choice;     /* guess: another bearer is as possible */

/* Of several bearers named before, who is meant by the family name alone? */
static choice choose(people *p, uint32_t found, person **bearer, size_t count)
{
    const na_names *n = p->n;
    uint32_t first = n->found[found].first, title = office(title_before(n, first));
    person *best = NULL, *agreeing = NULL, *free_of_title = NULL;
    size_t agree_count = 0, free_count = 0, independent = 0, near = 0;
    for (size_t i = 0; i < count; i++) {
        if (title && bearer[i]->title == title) {
            agreeing = bearer[i];
            agree_count++;
        } else if (!bearer[i]->title) {
            free_of_title = bearer[i];
            free_count++;
        }
    }
    if (agree_count == 1)
        return (choice){ agreeing, "family name with the same title", 0 };
    if (title && !agree_count && free_count == 1)
        return (choice){ free_of_title, "family name; the other bearers have other titles", 0 };
    for (size_t i = 0; i < count; i++)
        if (!bearer[i]->relative) {
            free_of_title = bearer[i];
            independent++;
        }
    if (independent == 1)
        return (choice){ free_of_title, "family name of the bearer whose relatives the others are", 0 };
    for (size_t i = 0; i < count && few_share(p->parsed[found].word[0]); i++) {     /* the wife of a man in the news has his name now and then */
        size_t others = 0;
        for (size_t k = 0; k < count; k++)
            others += k != i ? bearer[k]->bare : 0;
        if (bearer[i]->bare >= 4 * (others + 1))
            return (choice){ bearer[i], "family name of the one bearer whom the article calls so", 0 };
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t last = n->found[bearer[i]->last].end - 1;
        if (bearer[i]->full + bearer[i]->bare && same_paragraph(n, last, first) && sentences_between(n, last, first) <= 1) {
            best = bearer[i];
            near++;
        }
    }
    if (near == 1)
        return (choice){ best, "family name of the bearer named just before", 0 };
    for (size_t i = 0; i < count; i++)
        if (!best || salience(bearer[i]) > salience(best) || (salience(bearer[i]) == salience(best) && comes_first(bearer[i], best)))
            best = bearer[i];
    return (choice){ best, "family name of the bearer whom the article is most about", 1 };
}

/* "Kim Ellin, a negotiator": somebody whom the article introduces here, so that nobody named before is he. */
static int introduced(const na_names *n, const person *who)
{
    uint32_t i = n->found[who->found].end, limit = i + 7;
    size_t end;
    if (n->t->token[i].mark != ',')
        return 0;
    for (i++; i < limit && i < n->t->count && n->t->token[i].kind != NA_PUNCT; i++)
        if (na_phrase(n->t, i, NA_LIST_TITLE, &end))
            return 1;
    return 0;
}

/* Can a family name of the body mean somebody who is named in full only later?
 * Where few share it, yes; where millions do, unless title or introduction speak against it. */
static int may_come_later(const people *p, uint32_t found, const person *who)
{
    uint32_t title = office(title_before(p->n, p->n->found[found].first));
    if (who->partial || few_share(p->parsed[found].word[0]))
        return 1;
    return !introduced(p->n, who) && offices_agree(title, who->title);
}

/* A family name before anybody of that name was named. */
static choice look_ahead(people *p, uint32_t found, uint32_t later)
{
    enum na_role role = (enum na_role)p->n->r->role[p->n->found[found].first];
    person *best = NULL;
    for (uint32_t who = later, bearers = 0; who && bearers < MAX_BEARERS; who = p->person[who - 1].next, bearers++) {
        person *w = &p->person[who - 1];
        if (!w->unclear && fits(p, found, w) && (role != NA_BODY || may_come_later(p, found, w)) &&
            (!best || (w->partial == best->partial ? comes_first(w, best) : w->partial)))
            best = w;
    }
    return (choice){ best, !best ? NULL : best->partial ? "the same family name" : role == NA_BODY ? "family name of the bearer named in full later" : "family name; the text names the bearer in full", 0 };
}

enum { BY_FULL_NAME, BY_FAMILY_NAME, BY_GIVEN_NAME };

static void note(people *p, person *who, uint32_t found, int by, const char *how)
{
    na_names *n = p->n;
    uint32_t title = office(title_before(n, n->found[found].first));
    who->full += by == BY_FULL_NAME;
    who->bare += by == BY_FAMILY_NAME;
    who->called += by == BY_GIVEN_NAME;
    if (by == BY_GIVEN_NAME)
        who->calling = found + 1;
    if (by != BY_GIVEN_NAME)        /* who is called Ann is not whom Ellin means right behind */
        who->last = found;
    who->headline |= n->r->role[n->found[found].first] == NA_HEADLINE;
    if (title && !who->title)
        who->title = title;
    if (!who->sex)
        who->sex = who->partial ? sex_told(p, found) : sex_of_title(n, n->found[found].first);
    na_set_mention(n, found, who->naming, how);
}

/* "You and Anna ... on Ellin's arrival": who is called by the given name in a sentence is not the family name in it too. */
static int called_here(const na_names *n, const person *who, uint32_t found)
{
    uint32_t end = who->calling ? n->found[who->calling - 1].end : 0, first = n->found[found].first;
    return end && first - end < FAR && !sentences_between(n, end, first);
}

static void resolve_short(people *p, uint32_t found)
{
    const parsed *name = &p->parsed[found];
    uint32_t chain = *slot(p, p->family, name->word[name->words - 1], 0), who, given = 0;
    person *bearer[MAX_BEARERS];
    size_t count = 0, seen = 0;
    choice c = { NULL, NULL, 0 };
    for (who = chain; who && count < MAX_BEARERS && seen < 4 * MAX_BEARERS; who = p->person[who - 1].next, seen++) {
        person *w = &p->person[who - 1];
        if ((w->found <= found || w->full + w->bare + w->called) && !w->unclear && (name->words == 1 || ends_with(&w->name, name) || w->partial) && fits(p, found, w) &&
            (!name->suffix || name->suffix == w->name.suffix || w->partial))
            bearer[count++] = w;
    }
    for (size_t i = count; i && count > 1; i--)
        if (called_here(p->n, bearer[i - 1], found))
            bearer[i - 1] = bearer[--count];
    if (count == 1)
        c = (choice){ bearer[0], bearer[0]->partial ? "the same family name" : "family name of the only bearer named", 0 };
    else if (count)
        c = choose(p, found, bearer, count);
    if (c.guess)
        na_add_doubt(p->n->r, p->n->r->mention[found].at, p->n->r->mention[found].length, "ambiguous name");
    if (!count && chain)
        c = look_ahead(p, found, chain);
    if (!c.who && !chain && name->words == 1 && (given = *slot(p, p->given, name->word[0], 1)))
        c = (choice){ &p->person[given - 1], "given name of a person named in full", 0 };
    else
        given = 0;
    if (!c.who) {
        who = new_person(p, found, 1, alone);
        c = (choice){ &p->person[who - 1], "known here by this name alone", 0 };
    }
    note(p, c.who, found, given ? BY_GIVEN_NAME : BY_FAMILY_NAME, c.how);
}

/* ---- whom an article names by family name only, beside a namesake in full ------------- */

static int any_fits(people *p, uint32_t who, uint32_t found)
{
    for (int bearers = 0; who && bearers < MAX_BEARERS; who = p->person[who - 1].next, bearers++)
        if (fits(p, found, &p->person[who - 1]))
            return 1;
    return 0;
}

/* Two pronouns that no bearer in full can have: the name means somebody else. */
static int pronouns_object(people *p, uint32_t who, uint32_t found)
{
    person *head = &p->person[who - 1];
    char sex = sex_of_pronoun(p->n, found, 0), other;
    if (sex == 'm')
        head->he++;
    if (sex == 'f')
        head->she++;
    other = head->he > 1 && head->he > 2 * head->she ? 'm' : head->she > 1 && head->she > 2 * head->he ? 'f' : 0;
    for (int bearers = 0; other && who && bearers < MAX_BEARERS; who = p->person[who - 1].next, bearers++)
        if (!sex_of(&p->person[who - 1]) || sex_of(&p->person[who - 1]) == other)
            return 0;
    return other != 0;
}

/* Mr. Ellin in an article whose only Ellin in full is Anna is somebody of his own, from his first mention on. */
static void find_strangers(people *p)
{
    for (uint32_t i = 0; i < p->n->count; i++) {
        uint32_t who, stranger;
        if (p->n->found[i].kind != NA_PERSON || p->who[i] || p->parsed[i].words != 1 || !(who = *slot(p, p->family, p->parsed[i].word[0], 0)))
            continue;
        if (!any_fits(p, who, i)) {
            new_person(p, i, 1, alone);
        } else if (pronouns_object(p, who, i)) {
            stranger = new_person(p, i, 1, alone);
            p->person[stranger - 1].sex = p->person[who - 1].he > p->person[who - 1].she ? 'm' : 'f';
        }
    }
}

/* ---- sex, by title, given name and pronoun ------------------------------------------------ */

static void find_gender(people *p)
{
    na_names *n = p->n;
    for (size_t i = 0; i < n->count; i++) {
        uint32_t title;
        na_naming *naming;
        const char *value;
        if (n->found[i].kind != NA_PERSON)
            continue;
        naming = &n->r->naming[n->r->mention[i].naming];
        title = title_before(n, n->found[i].first);
        if (!naming->gender && title && (value = na_entry_value(title, NA_LIST_TITLE)) && *value)
            naming->gender = *value;
    }
    for (size_t i = 0; i < p->count; i++) {
        const person *w = &p->person[i];
        na_naming *naming = &n->r->naming[w->naming];
        const char *value = !naming->gender && naming->given && !w->name.family_first ? word_value(naming->given, NA_LIST_GIVEN_NAME) : NULL;
        if (value && *value)
            naming->gender = *value;
    }
}

/* "Ellin said he ...", "Ellin agreed. She ...": a pronoun right behind the only person of a sentence. */
static void hear_pronouns(people *p)
{
    na_names *n = p->n;
    size_t f = 0;
    for (size_t s = 0; s < n->t->sentences; s++) {
        na_sentence sentence = n->t->sentence[s];
        uint32_t only = NA_NONE, from = 0, stop = sentence.end + 1 < n->t->count ? sentence.end + 1 : sentence.end;
        int several = 0;
        for (; f < n->count && n->found[f].first < sentence.end; f++)
            if (n->found[f].kind == NA_PERSON && n->found[f].first >= sentence.first) {
                several |= only != NA_NONE && only != n->r->mention[f].naming;
                only = n->r->mention[f].naming;
                from = n->found[f].end;
            }
        if (only == NA_NONE || several || n->r->naming[only].gender)
            continue;
        for (uint32_t i = from; i < stop; i++) {
            int he = na_is(n->t, i, "he") || na_is(n->t, i, "his"), she = na_is(n->t, i, "she") || na_is(n->t, i, "her");
            if (he || she) {
                n->r->naming[only].gender = he ? 'm' : 'f';
                break;
            }
        }
    }
}

/* MARTIN ELLIN: in capitals throughout, and longer than initials. */
static int shouted(const char *name)
{
    size_t run = 0, longest = 0;
    for (; *name; name++) {
        if (*name >= 'a' && *name <= 'z')
            return 0;
        run = *name >= 'A' && *name <= 'Z' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    return longest > 3;
}

/* Martin Ellin */
static const char *calmed(na_names *n, const char *name)
{
    char *out = na_copy(n->r->arena, name, strlen(name));
    for (size_t i = 1; out[i]; i++)
        if (out[i] >= 'A' && out[i] <= 'Z' && ((out[i - 1] >= 'A' && out[i - 1] <= 'Z') || (out[i - 1] >= 'a' && out[i - 1] <= 'z')))
            out[i] = (char)(out[i] + 32);
    return out;
}

/* Of equal names the commonest spelling is shown: Kim Ju-Ellin, Kim Ju Ellin. */
static void note_form(people *p, person *who, uint32_t found)
{
    na_names *n = p->n;
    na_naming *out = &n->r->naming[who->naming];
    const char *form = shown(n, &p->parsed[found], &n->found[found]);
    if (shouted(form) && who->form[0])
        return;
    if (who->form[0] && shouted(who->form[0])) {
        who->form[0] = NULL;
        who->uses[0] = 0;
    }
    if (p->parsed[found].word[0][1] == 0 && out->given && out->given[1])
        return;                 /* J. Ellin is no name to show for James Ellin */
    for (size_t i = 0; i < MAX_FORMS; i++) {
        if (!who->form[i])
            who->form[i] = form;
        if (strcmp(who->form[i], form) != 0)
            continue;
        who->uses[i]++;
        break;
    }
}

static void show_commonest(people *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const person *w = &p->person[i];
        size_t best = 0;
        for (size_t k = 1; k < MAX_FORMS; k++)
            if (w->form[k] && w->uses[k] > w->uses[best])
                best = k;
        if (w->form[best]) {
            na_naming *out = &p->n->r->naming[w->naming];
            out->name = shouted(w->form[best]) ? calmed(p->n, w->form[best]) : w->form[best];
            out->key = na_fold_name(p->n->r->arena, out->name, strlen(out->name));
        }
    }
}

/* ---- what was taken for a person and is a newspaper ------------------------------------------ */

/* The Vellmar Courier: a name of papers and stations ends it, and no given name begins it. */
static int is_paper(const na_names *n, const na_found *f)
{
    const na_token *first = &n->t->token[f->first], *last = &n->t->token[f->end - 1];
    return f->end > f->first + 1 && last->flags & NA_UPPER && na_in(last, NA_LIST_PRESS_WORD) && !strcmp(na_entry_value(last->entry, NA_LIST_PRESS_WORD), "end") &&
           !na_in(first, NA_LIST_GIVEN_NAME) && first->length > 2 && !na_follows_title(n, f->first);
}

static void set_kind(na_names *n, uint32_t found, uint8_t kind)
{
    n->found[found].kind = kind;
    n->r->mention[found].kind = (enum na_kind)kind;
}

/* Papers are organizations, and what they are called after stands for itself alone: a town, nobody's given name. */
static void set_papers_apart(na_names *n)
{
    size_t papers = 0, room = 0;
    uint64_t *town = NULL;
    for (uint32_t i = 0; i < n->count; i++)
        if (n->found[i].kind == NA_PERSON && is_paper(n, &n->found[i])) {
            set_kind(n, i, NA_ORGANIZATION);
            if (papers < MAX_BEARERS)
                *NA_PUSH(n->r->arena, town, papers, room) = n->t->token[n->found[i].first].hash;
        }
    for (uint32_t i = 0; i < n->count && papers; i++)
        for (size_t k = 0; k < papers && n->found[i].kind == NA_PERSON && n->found[i].end == n->found[i].first + 1; k++)
            if (n->t->token[n->found[i].first].hash == town[k] && !na_follows_title(n, n->found[i].first))
                set_kind(n, i, NA_PLACE);
}

static int pass_of(const parsed *name)
{
    return name->words < 2 ? -1 : is_initials(name) ? 2 : name->words == 2;
}

void na_resolve_people(na_names *n)
{
    people p = { .n = n };
    size_t size = 64;
    set_papers_apart(n);
    while (size < 2 * n->count)
        size *= 2;
    p.mask = size - 1;
    p.family = na_alloc(n->r->arena, size * sizeof *p.family);
    p.given = na_alloc(n->r->arena, size * sizeof *p.given);
    p.full = na_alloc(n->r->arena, size * sizeof *p.full);
    p.who = na_alloc(n->r->arena, (n->count + 1) * sizeof *p.who);
    p.parsed = na_alloc(n->r->arena, (n->count + 1) * sizeof *p.parsed);
    for (uint32_t i = 0; i < n->count; i++)
        if (n->found[i].kind == NA_PERSON)
            p.parsed[i] = parse(n, &n->found[i]);
    for (int pass = 0; pass < 3; pass++)        /* the fuller a name, the earlier; initials last */
        for (uint32_t i = 0; i < n->count; i++)
            if (n->found[i].kind == NA_PERSON && pass_of(&p.parsed[i]) == pass && !is_family_name(&p, i))
                name_fully(&p, i);
    find_strangers(&p);
    for (uint32_t i = 0; i < n->count; i++)
        if (n->found[i].kind == NA_PERSON) {
            if (p.who[i]) {
                person *who = &p.person[p.who[i] - 1];
                note(&p, who, i, BY_FULL_NAME, who->unclear ? unclear : in_full);
                note_form(&p, who, i);
                if (who->unclear)
                    na_add_doubt(n->r, n->r->mention[i].at, n->r->mention[i].length, "ambiguous name");
            } else
                resolve_short(&p, i);
        }
    show_commonest(&p);
    find_gender(&p);
    hear_pronouns(&p);
}
