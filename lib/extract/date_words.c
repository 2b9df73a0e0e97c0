/* date_words.c - what each token can be in an expression of time.
 *
 * Most tokens are nothing: they cost one look at their entry.  Digits are read
 * here too, with what is glued to them: 3rd, 1960s, 5pm, 8½. */
#include "extract/date.h"
#include <stdlib.h>
#include <string.h>

static const char *const class_name[] = {
    "", "weekday", "shortday", "weekdays", "unit", "units", "half", "season", "seasons", "part", "parts", "clock", "day", "tonight", "ref",
    "adjective", "number", "vague", "ordinal", "decade", "which", "edge", "earlier", "later", "about", "some",
    "over", "ago", "before", "after", "hence", "old", "every", "per", "set", "fiscal", "fiscalyear", "article", "of", "oclock", "meridiem",
    "era", "zone", "yearago", "yearearlier"
};
static const char *const unit_name[] = { "?", "S", "MI", "H", "D", "W", "WE", "M", "", "Q", "HY", "Y", "DE", "CE", "ML" };
static const char *const which_name[] = { "last", "past", "this", "next", "coming", "latest", "previous", "same", "that", "following", "these", "those" };

static int32_t index_of(const char *word, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(word, names[i]))
            return (int32_t)i;
    return 0;
}

/* "unit W" of the list: the kind by its name, then what the kind wants to know. */
static void read_value(na_dateword *w, const char *value)
{
    size_t n = strcspn(value, " ");
    w->text = value[n] ? value + n + 1 : "";
    for (size_t i = 1; i < sizeof class_name / sizeof *class_name && !w->class; i++)
        if (*value == *class_name[i] && !strncmp(value, class_name[i], n) && !class_name[i][n])
            w->class = (uint8_t)i;
    switch (w->class) {
    case NA_UNIT: case NA_UNITS:
        w->value = index_of(w->text, unit_name, sizeof unit_name / sizeof *unit_name);
        if (!strcmp(w->text, "FN"))
            w->value = NA_WEEK;
        else if (!strcmp(w->text, "NI"))
            w->value = NA_DAY;
        break;
    case NA_A_SEASON: case NA_SEASONS:
        w->value = *w->text == 'F' ? 3 : *w->text == 'W' ? 4 : w->text[1] == 'P' ? 1 : 2;
        break;
    case NA_WHICH:
        w->value = index_of(w->text, which_name, sizeof which_name / sizeof *which_name);
        break;
    case NA_CARDINAL:
        w->value = 100 * atoi(w->text);
        break;
    default:
        w->value = atoi(w->text);
    }
}

/* ½ and its kin in hundredths; 0 for any other. */
static int32_t fraction(const char *s, size_t n)
{
    if (n == 2 && (unsigned char)s[0] == 0xC2)
        return (unsigned char)s[1] == 0xBC ? 25 : (unsigned char)s[1] == 0xBD ? 50 : (unsigned char)s[1] == 0xBE ? 75 : 0;
    if (n == 3 && !memcmp(s, "\xE2\x85", 2))
        return (unsigned char)s[2] == 0x93 ? 33 : (unsigned char)s[2] == 0x94 ? 67 : 0;
    return 0;
}

static int same(const char *s, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if ((s[i] | 32) != word[i])
            return 0;
    return !word[n];
}

/* 14  1,000  8.5  3rd  1960s  5pm  8½ */
static void read_number(const na_tokens *t, const na_token *token, na_dateword *w)
{
    const char *s = t->text + token->at;
    size_t n = token->length, i = 0;
    int64_t value = 0;
    for (; i < n && s[i] >= '0' && s[i] <= '9'; i++)
        value = value < 100000000 ? value * 10 + (s[i] - '0') : value;
    w->digits = (uint8_t)(i < 255 ? i : 255);
    w->text = "";
    while (i && i + 3 < n && s[i] == ',' && i <= 7) {                /* thousands */
        int full = 1;
        for (size_t k = 1; k <= 3; k++)
            full &= s[i + k] >= '0' && s[i + k] <= '9';
        if (!full)
            return;
        value = value * 1000 + (s[i + 1] - '0') * 100 + (s[i + 2] - '0') * 10 + (s[i + 3] - '0');
        i += 4;
        w->digits = 9;
    }
    if (value > 20000000)
        return;
    w->value = (int32_t)value;
    if (i == n) {
        w->class = NA_DIGITS;
    } else if (s[i] == '.' && i + 1 < n && n - i <= 3) {
        w->class = NA_DECIMAL;
        if (value > 100000)
            w->class = NA_NO_DATEWORD;
        w->value = (int32_t)value * 100 + (s[i + 1] - '0') * 10 + (i + 2 < n ? s[i + 2] - '0' : 0);
        if (i + 2 < n && (s[i + 2] < '0' || s[i + 2] > '9'))
            w->class = NA_NO_DATEWORD;
        w->digits = (uint8_t)i;
    } else if (fraction(s + i, n - i)) {
        w->class = value > 100000 ? NA_NO_DATEWORD : NA_DECIMAL;
        w->value = (int32_t)value * 100 + fraction(s + i, n - i);
        w->digits = 0;
    } else if (same(s + i, n - i, "st") || same(s + i, n - i, "nd") || same(s + i, n - i, "rd") || same(s + i, n - i, "th")) {
        w->class = NA_ORDINAL;
    } else if (same(s + i, n - i, "s") && value % 10 == 0 && i >= 2 && i <= 4) {
        w->class = NA_DECADES;
    } else if ((same(s + i, n - i, "am") || same(s + i, n - i, "pm") || same(s + i, n - i, "a") || same(s + i, n - i, "p")) && value >= 1 && value <= 12 && n - i == 2) {
        w->class = NA_AT_HOUR;
        w->value = (int32_t)(value % 12 + ((s[i] | 32) == 'p' ? 12 : 0));
    }
}

/* The longest phrase of a list at i.  Only a word that is in the list itself can begin one, so most tokens cost one look. */
static const char *look_up(const na_scan *s, size_t i, enum na_list list, size_t *end)
{
    uint32_t entry = na_in(&s->t->token[i], list) ? na_phrase(s->t, i, list, end) : 0;
    const char *value = entry ? na_entry_value(entry, list) : NULL;
    return value && strcmp(value, "begins") ? value : NULL;
}

/* The same for holidays, which may begin with "the". */
static const char *look_up_holiday(const na_scan *s, size_t i, int article, size_t *end)
{
    uint32_t entry = article || s->t->token[i].flags & NA_UPPER || na_is(s->t, i, "new") ? na_phrase(s->t, i, NA_LIST_HOLIDAY, end) : 0;
    const char *value = entry ? na_entry_value(entry, NA_LIST_HOLIDAY) : NULL;
    return value && strcmp(value, "begins") ? value : NULL;
}

static void read_word(na_scan *s, size_t i)
{
    const na_token *token = &s->t->token[i];
    na_dateword *w = &s->word[i];
    size_t end = i + 1, stop = i + 1;
    int article = (token->length == 1 && (s->t->text[token->at] | 32) == 'a') || (token->length == 3 && na_is(s->t, i, "the"));
    const char *value;
    if (article && !na_in(&token[1], NA_LIST_DATEWORD) && !na_in(&token[1], NA_LIST_HOLIDAY)) {
        w->class = NA_ARTICLE;
        w->text = "";
        return;
    }
    if ((value = look_up(s, i, NA_LIST_DATEWORD, &end))) {
        read_value(w, value);
    } else if (na_in(token, NA_LIST_MONTH)) {
        w->class = NA_A_MONTH;
        w->text = na_entry_value(token->entry, NA_LIST_MONTH);
        w->value = atoi(w->text);
    }
    if ((end == i + 1 || !w->class) && (article || na_in(token, NA_LIST_HOLIDAY)) && (value = look_up_holiday(s, i, article, &stop)) && (!w->class || stop > i + 1)) {
        w->class = NA_HOLIDAY;
        w->text = value;
        end = stop;
    }
    w->words = (uint8_t)(end - i < 250 ? end - i : 250);
}

void na_read_datewords(na_scan *s, size_t first, size_t end)
{
    const na_tokens *t = s->t;
    if (!s->word)
        s->word = na_alloc(s->r->arena, (t->count + 2) * sizeof *s->word);
    for (size_t i = first; i < end && i < t->count; i++) {
        const na_token *token = &t->token[i];
        s->word[i].words = 1;
        if (token->kind == NA_NUMBER)
            read_number(t, token, &s->word[i]);
        else if (token->kind == NA_WORD && token->entry)
            read_word(s, i);
    }
}

int na_date_role(const na_tokens *t, size_t i, const char *role)
{
    const char *roles = i < t->count && na_in(&t->token[i], NA_LIST_DATECUE) ? na_entry_value(t->token[i].entry, NA_LIST_DATECUE) : "", *found;
    size_t n = strlen(role);
    for (found = strstr(roles, role); found; found = strstr(found + n, role))
        if ((found == roles || found[-1] == ' ') && (found[n] == ' ' || !found[n]))
            return 1;
    return 0;
}

size_t na_next(const na_scan *s, size_t i)
{
    const na_token *token = s->t->token;
    size_t end = i + s->word[i].words;
    if (end >= s->t->count || token[end - 1].flags & NA_STOP)
        return s->t->count;
    if (token[end].kind != NA_PUNCT || token[end].length != 1)
        return end;
    if (token[end].mark == '.' && !(token[end].flags & (NA_SPACE | NA_STOP)) && (token[end - 1].flags & NA_DOTTED || token[end - 1].length <= 5) && end + 1 < s->t->count)
        return end + 1;
    if (token[end].mark == '-' && !(token[end].flags & (NA_SPACE | NA_STOP)) && end + 1 < s->t->count && !(token[end + 1].flags & NA_SPACE))
        return end + 1;
    return end;
}
