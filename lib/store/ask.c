/* ask.c - the way of every question: look the filter over, prepare, step, close. */
#include "store/ask.h"
#include "link/link.h"
#include <stdlib.h>
#include <string.h>

/* ---- the filter: is it one that this kind can use? --------------------------------- */

static int filled(const char *s) { return s != NULL; }

/* Which fields are set. */
static unsigned fields_of(const newsarc_filter *f)
{
    unsigned set = 0;
    set |= filled(f->match) ? NA_F_MATCH : 0u;
    set |= filled(f->who) ? NA_F_WHO : 0u;
    set |= filled(f->called) ? NA_F_CALLED : 0u;
    set |= filled(f->source) ? NA_F_SOURCE : 0u;
    set |= filled(f->kind) ? NA_F_KIND : 0u;
    set |= filled(f->since) ? NA_F_SINCE : 0u;
    set |= filled(f->until) ? NA_F_UNTIL : 0u;
    set |= f->article ? NA_F_ARTICLE : 0u;
    set |= f->story ? NA_F_STORY : 0u;
    set |= f->utterance ? NA_F_UTTERANCE : 0u;
    set |= f->entity ? NA_F_ENTITY : 0u;
    set |= f->newest ? NA_F_NEWEST : 0u;
    set |= f->limit ? NA_F_LIMIT : 0u;
    set |= filled(f->after) ? NA_F_AFTER : 0u;
    return set;
}

static const char *field_name(unsigned field)
{
    static const char *const name[] = { "match", "who", "called", "source", "kind", "since", "until", "article", "story",
                                        "utterance", "entity", "newest", "limit", "after" };
    size_t i = 0;
    while (!(field & 1u << i))
        i++;
    return name[i];
}

static int digits(const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] < '0' || s[i] > '9')
            return 0;
    return 1;
}

static int number_of(const char *two) { return (two[0] - '0') * 10 + two[1] - '0'; }

/* 2020, 2020-01 or 2020-01-14. */
static int is_day(const char *s)
{
    static const int last[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    size_t n = strlen(s);
    if ((n != 4 && n != 7 && n != 10) || !digits(s, 4))
        return 0;
    if (n >= 7 && (s[4] != '-' || !digits(s + 5, 2) || number_of(s + 5) < 1 || number_of(s + 5) > 12))
        return 0;
    return n < 10 || (s[7] == '-' && digits(s + 8, 2) && number_of(s + 8) >= 1 && number_of(s + 8) <= last[number_of(s + 5) - 1]);
}

static int is_kind(const char *kinds, const char *kind)
{
    size_t n = strlen(kind);
    for (const char *at = kinds; n && !strchr(kind, ' ') && (at = strstr(at, kind)); at++)
        if (at[-1] == ' ' && at[n] == ' ')
            return 1;
    return 0;
}

static int look_over(na_ask *q)
{
    const newsarc_filter *f = &q->filter;
    unsigned strange = fields_of(f) & ~q->topic->fields;
    if (strange)
        return na_fail(q->arc, NEWSARC_BADARG, "%s cannot be asked by filter.%s: leave it 0", q->topic->name, field_name(strange));
    if (f->kind && !is_kind(q->topic->kinds, f->kind))
        return na_fail(q->arc, NEWSARC_BADARG, "filter.kind \"%.40s\" is no kind of %s: use one of%.*s", f->kind, q->topic->name,
                       (int)strlen(q->topic->kinds) - 1, q->topic->kinds);
    if (f->since && !is_day(f->since))
        return na_fail(q->arc, NEWSARC_BADARG, "filter.since \"%.40s\" is no day: write 2020, 2020-01 or 2020-01-14", f->since);
    if (f->until && !is_day(f->until))
        return na_fail(q->arc, NEWSARC_BADARG, "filter.until \"%.40s\" is no day: write 2020, 2020-01 or 2020-01-14", f->until);
    if (f->limit < 0)
        return na_fail(q->arc, NEWSARC_BADARG, "filter.limit is below 0: use 0 for all rows");
    if (f->newest != 0 && f->newest != 1)
        return na_fail(q->arc, NEWSARC_BADARG, "filter.newest is %d: it is 0, or 1 for the latest first", f->newest);
    return 0;
}

static int is_number(const char *s)
{
    size_t sign = *s == '-', n = strlen(s);
    return n > sign && n <= 18 && digits(s + sign, n - sign);
}

/* A page is its fields with tabs between.  A key may hold tabs itself: what stands behind it is counted from the end. */
static int take_page(na_ask *q)
{
    const char *kind = q->topic->page, *key = kind ? strchr(kind, 'k') : NULL;
    char *at = (char *)(uintptr_t)q->filter.after, *tab;        /* our copy */
    size_t fields = kind ? strlen(kind) : 0, i = 0;
    if (!at)
        return NEWSARC_OK;
    for (size_t last = fields; key && --last > (size_t)(key - kind); *tab = 0) {
        if (!(tab = strrchr(at, '\t')))
            goto strange;
        q->after[last] = tab + 1;
    }
    for (; i < fields && !q->after[i]; at = tab + 1) {
        q->after[i++] = at;
        if (i == fields || q->after[i])
            break;
        if (!(tab = strchr(at, '\t')))
            goto strange;
        *tab = 0;
    }
    for (i = 0; i < fields; i++)
        if (kind[i] == 'n' && !is_number(q->after[i]))
            goto strange;
    q->paged = 1;
    return NEWSARC_OK;
strange:
    return na_fail(q->arc, NEWSARC_BADARG, "filter.after is not the page of a row of %s", q->topic->name);
}

static void own_strings(na_ask *q)
{
    newsarc_filter *f = &q->filter;
    NA_COPY_ALL(&q->arena, &f->match, &f->who, &f->called, &f->source, &f->kind, &f->since, &f->until, &f->after);
}

/* ---- names to numbers ----------------------------------------------------------------- */

static const char nobody[] = "(NULL)";      /* which nothing is in */

/* The numbers that `stmt` gives (NULL: it could not be made), as "(3,7)"; gives the statement back. */
static const char *numbers_of(na_ask *q, sqlite3_stmt *stmt)
{
    int rc = stmt ? NEWSARC_OK : q->arc->failure;
    q->page.n = 0;
    na_addc(&q->page, '(');
    while (stmt && (rc = na_step(q->arc, stmt)) > 0) {
        int64_t id = sqlite3_column_int64(stmt, 0);
        if (!id)                /* that nothing has but in a damaged file */
            continue;
        if (q->page.n > 1)
            na_addc(&q->page, ',');
        na_addi(&q->page, id);
    }
    na_done(q->arc, stmt);
    na_addc(&q->page, ')');
    if (rc == 0 && q->page.failed)
        rc = na_fail(q->arc, NEWSARC_NOMEM, "memory ran out");
    if (rc < 0)
        na_ask_fail(q, rc);
    return q->code || q->page.n == 2 ? nobody : na_copy(&q->arena, q->page.bytes, q->page.n);
}

static const char *entities_called(na_ask *q, const char *name)
{
    return numbers_of(q, NA_QUERY(q->arc, "SELECT DISTINCT entity_id FROM alias WHERE alias = :alias", na_text(name)));
}

int na_ask_called(na_ask *q, const char *name)
{
    const char *list = entities_called(q, na_fold_name(&q->arena, name, strlen(name)));
    if (list == nobody)
        return 0;
    q->whom = list;
    return 1;
}

static int is_title(const char *word, size_t n)
{
    uint32_t entry = na_phrase_entry(word, n);
    return entry && na_entry_in(entry, NA_LIST_TITLE);
}

/* The full name that the lists give for an acronym, a short or another name; "" for none. */
static const char *full_name(na_ask *q, const char *who)
{
    static const enum na_list known[] = { NA_LIST_ORGANIZATION, NA_LIST_OUTLET, NA_LIST_AGENCY, NA_LIST_COUNTRY };
    uint32_t entry = na_phrase_entry(who, strlen(who));
    for (size_t i = 0; entry && i < sizeof known / sizeof *known; i++) {
        const char *value = na_entry_value(entry, known[i]);
        if (value && *value)
            return na_fold_name(&q->arena, value, strcspn(value, "|"));
    }
    return "";
}

/* Is this, in the order of the words or the last word first, what makes somebody one across articles? */
static const char *entities_of_person(na_ask *q, const char *name)
{
    na_person p = { .key = name };
    const char *last = strrchr(name, ' '), *first = strchr(name, ' '), *identity[3];
    if (!first)
        return nobody;
    p.family = last + 1;
    p.given = na_copy(&q->arena, name, (size_t)(last - name));
    identity[0] = na_person_identity(&q->arena, &p);            /* Min Jae Seo, Lee, Ann */
    p.given = na_copy(&q->arena, name, strcspn(name, " "));
    identity[1] = na_person_identity(&q->arena, &p);            /* Ann B. Lee */
    p.given = first + 1;
    p.family = na_copy(&q->arena, name, strcspn(name, " "));
    identity[2] = na_person_identity(&q->arena, &p);            /* Seo Min Jae */
    return numbers_of(q, NA_QUERY(q->arc, "SELECT id FROM entity WHERE key IN (:a, :b, :c) AND kind = 'person'",
                                  na_text(identity[0]), na_text(identity[1]), na_text(identity[2])));
}

/* J. Osten, J. R. Osten: whose given name begins so, among those of that family name. */
static const char *entities_of_initial(na_ask *q, const char *name)
{
    const char *last = strrchr(name, ' ');
    if (!last || name[1] != ' ')
        return nobody;
    return numbers_of(q, NA_QUERY(q->arc, "SELECT DISTINCT e.id FROM alias a JOIN entity e ON e.id = a.entity_id"
                                  " WHERE a.alias = :family AND e.kind = 'person' AND e.key >= :initial AND e.key < :initial || '~' AND e.key <> a.alias",
                                  na_text(last + 1), na_text(na_copy(&q->arena, name, 1))));
}

/* All spellings of a name are one when folded.  Titles before it are left off word by word, but
 * never a given name: Jane Marsh is not Ada Marsh. */
static const char *entities_named(na_ask *q, const char *who)
{
    const char *spaced = na_space_initials(&q->arena, who), *name = na_fold_name(&q->arena, spaced, strlen(spaced)),
               *list = entities_called(q, name), *space;
    if (list == nobody && !q->code)
        list = entities_called(q, na_fold_name(&q->arena, who, strlen(who)));
    if (list == nobody && !q->code)
        list = entities_called(q, full_name(q, who));
    for (space = strchr(name, ' '); !q->code && list == nobody && space; space = strchr(space + 1, ' '))
        if (is_title(name, (size_t)(space - name))) {
            name = space + 1;
            list = entities_called(q, name);
        }
    if (list == nobody && !q->code)
        list = entities_of_person(q, name);
    if (list == nobody && !q->code)
        list = entities_of_initial(q, name);
    return list;
}

/* One entity is a parameter, so that asking for another is the same statement. */
static void take_whom(na_ask *q)
{
    const newsarc_filter *f = &q->filter;
    const char *end;
    if (f->who)
        q->whom = entities_named(q, f->who);
    if (f->entity && q->whom) {         /* both: the one, if it has that name */
        q->sql.n = 0;
        na_addf(&q->sql, "SELECT id FROM entity WHERE id = :entity AND id IN %s", q->whom);
        q->whom = q->sql.failed ? nobody : numbers_of(q, NA_QUERY(q->arc, q->sql.bytes, na_int(f->entity)));
    } else if (f->entity) {
        q->whom = "(:whom)";
        q->one = f->entity;
    }
    if (!q->one && q->whom && q->whom != nobody && (end = strpbrk(q->whom, ",)")) && *end == ')') {
        q->one = strtoll(q->whom + 1, NULL, 10);
        q->whom = "(:whom)";
    }
}

/* example.com of https://www.example.com/news; NULL: no domain. */
static const char *domain_of(na_ask *q, const char *s)
{
    char *domain;
    if (strstr(s, "://"))
        s = strstr(s, "://") + 3;
    if (!strncmp(s, "www.", 4))
        s += 4;
    if (!strchr(s, '.') || strchr(s, ' '))
        return NULL;
    domain = na_copy(&q->arena, s, strlen(s));
    domain[strcspn(domain, "/?#:")] = 0;
    for (char *c = domain; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c | 32);
    return domain;
}

/* As the lists know it, by another name or a domain (nytimes.com stands there as nytimes com); NULL: not. */
static const char *listed_outlet(const char *name, const char *domain)
{
    char words[256];
    uint32_t entry = na_phrase_entry(name, strlen(name));
    const char *value = entry ? na_entry_value(entry, NA_LIST_OUTLET) : NULL;
    if (!value && domain && strlen(domain) < sizeof words) {
        size_t n = strlen(domain);
        for (size_t i = 0; i <= n; i++)
            words[i] = domain[i] == '.' ? ' ' : domain[i];
        entry = na_phrase_entry(words, n);
        value = entry ? na_entry_value(entry, NA_LIST_OUTLET) : NULL;
    }
    return value && *value ? value : NULL;
}

static const char *fold(na_ask *q, const char *name)
{
    return name ? na_fold_name(&q->arena, name, strlen(name)) : "";
}

/* Outlets are few, so that all names can be folded and compared. */
static void take_outlets(na_ask *q)
{
    const char *domain = domain_of(q, q->filter.source), *name = fold(q, q->filter.source), *other = fold(q, listed_outlet(q->filter.source, domain));
    int rc;
    q->sql.n = 0;
    na_addc(&q->sql, '(');
    /* held as q->order, so that close gives it back even if memory runs out while folding */
    q->order = NA_QUERY(q->arc, "SELECT s.id, s.name, EXISTS (SELECT 1 FROM article a WHERE a.source_id = s.id AND a.domain = :domain)"
                                " FROM source s /* scan: outlets are few */", na_text(domain));
    rc = q->order ? NEWSARC_OK : q->arc->failure;
    while (q->order && (rc = na_step(q->arc, q->order)) > 0) {
        const char *known = fold(q, na_word(q->order, 1));
        if (sqlite3_column_int(q->order, 2) || !strcmp(known, name) || !strcmp(known, other))
            na_addf(&q->sql, "%s%lld", q->sql.n > 1 ? "," : "", (long long)sqlite3_column_int64(q->order, 0));
    }
    na_done(q->arc, q->order);
    q->order = NULL;
    if (q->sql.n == 1)
        na_adds(&q->sql, "NULL");           /* which no source is in */
    na_addc(&q->sql, ')');
    if (rc == 0 && q->sql.failed)
        rc = na_fail(q->arc, NEWSARC_NOMEM, "memory ran out");
    if (rc < 0)
        na_ask_fail(q, rc);
    else
        q->outlets = na_copy(&q->arena, q->sql.bytes, q->sql.n);
}

/* ---- putting `order` together -------------------------------------------------------------- */

void na_ask_sql(na_ask *q, const char *sql)
{
    na_adds(&q->sql, sql);
}

void na_ask_with(na_ask *q, const char *sql, na_value value)
{
    na_adds(&q->sql, sql);
    if (q->values < NA_MOST_VALUES)
        q->value[q->values++] = value;
}

/* Until a day, a month or a year: whatever begins so is not yet past its end. */
static na_value end_of(na_ask *q, const char *day)
{
    size_t n = strlen(day);
    char *end = na_alloc(&q->arena, n + 2);
    memcpy(end, day, n);
    end[n] = '~';
    return na_bytes(end, n + 1);
}

void na_ask_days(na_ask *q, const char *not_before, const char *not_after)
{
    const newsarc_filter *f = &q->filter;
    if (f->since) {
        na_ask_sql(q, " AND ");
        na_ask_sql(q, not_before);
        na_ask_with(q, " >= :since", na_text(f->since));
    }
    if (f->until) {
        na_ask_sql(q, " AND ");
        na_ask_sql(q, not_after);
        na_ask_with(q, " < :until", end_of(q, f->until));
    }
}

void na_ask_of_article(na_ask *q)
{
    const newsarc_filter *f = &q->filter;
    if (q->outlets) {
        na_ask_sql(q, " AND a.source_id IN ");
        na_ask_sql(q, q->outlets);
    }
    if (f->article)
        na_ask_with(q, " AND a.id = :article", na_int(f->article));
    if (f->story)
        na_ask_with(q, " AND a.story_id = :story", na_int(f->story));
}

/* An article without a day counts when its whole window lies between. */
void na_ask_published(na_ask *q)
{
    na_ask_days(q, "coalesce(a.published, a.earliest)", "coalesce(a.published, a.latest)");
}

void na_ask_whom(na_ask *q, const char *column)
{
    if (!q->whom)
        return;
    na_ask_sql(q, " AND ");
    na_ask_sql(q, column);
    na_ask_sql(q, " IN ");
    if (q->one)
        na_ask_with(q, q->whom, na_int(q->one));
    else
        na_ask_sql(q, q->whom);
}

/* Where what is asked for is common, going through the articles in their order and looking at each is
 * cheaper than finding all of them and sorting. */
enum { COMMON = 500 };

static int is_common(na_ask *q, const char *sql, const na_value *value, size_t n)
{
    int64_t count = 0;
    int rc = na_find(q->arc, &count, sql, value, n);
    if (rc < 0)
        na_ask_fail(q, rc);
    return count >= COMMON;
}

void na_ask_found(na_ask *q)
{
    na_value expression;
    if (!q->finder)
        return;
    expression = na_text(na_finder_expression(q->finder));
    if (is_common(q, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match LIMIT :common)", NA_VALUES(expression, na_int(COMMON))))
        na_ask_sql(q, " AND +a.id");        /* + keeps SQLite from beginning with the search */
    else
        na_ask_sql(q, " AND a.id");
    na_ask_with(q, " IN (SELECT rowid FROM search WHERE search MATCH :match)", expression);
}

int na_ask_whom_common(na_ask *q)
{
    na_buffer sql = { .bytes = NULL };
    int common = 0;
    if (!q->whom)
        return 0;
    na_addf(&sql, "SELECT count(*) FROM (SELECT 1 FROM naming WHERE entity_id IN %s LIMIT :common)", q->whom);
    if (!sql.failed && q->one)
        common = is_common(q, sql.bytes, NA_VALUES(na_int(q->one), na_int(COMMON)));
    else if (!sql.failed)
        common = is_common(q, sql.bytes, NA_VALUES(na_int(COMMON)));
    na_buffer_free(&sql);
    return common;
}

na_value na_ask_after(const na_ask *q, size_t field)
{
    if (q->topic->page[field] == 'n')
        return na_int(strtoll(q->after[field], NULL, 10));
    return na_text(q->after[field]);
}

void na_ask_limit(na_ask *q)
{
    if (q->filter.limit && !q->topic->sifts)
        na_ask_with(q, " LIMIT :limit", na_int(q->filter.limit));
}

/* Behind the article that the page names, or behind the place in it. */
static void after_day(na_ask *q, const char *places, size_t count)
{
    static const char *const name[] = { ":place0", ":place1", ":place2" };
    const char *than = q->filter.newest ? "<" : ">";
    if (*q->after[0]) {
        na_ask_sql(q, " AND (a.published IS NULL OR (a.published, a.key) ");
        na_ask_sql(q, than);
        na_ask_with(q, " (:day, ", na_ask_after(q, 0));
        na_ask_with(q, ":key)", na_ask_after(q, 1));
    } else {
        na_ask_sql(q, " AND a.published IS NULL AND (a.key ");
        na_ask_sql(q, than);
        na_ask_with(q, " :key", na_ask_after(q, 1));
    }
    if (count) {
        na_ask_sql(q, " OR (a.key = :key AND (");
        na_ask_sql(q, places);
        na_ask_sql(q, ") > (");
        for (size_t i = 0; i < count; i++) {
            na_ask_sql(q, i ? ", " : "");
            na_ask_with(q, name[i], na_ask_after(q, 2 + i));
        }
        na_ask_sql(q, "))");
    }
    na_ask_sql(q, ")");
}

void na_ask_by_day(na_ask *q, const char *places, size_t count)
{
    if (q->paged)
        after_day(q, places, count);
    /* a.id, which the key settles already, lets SQLite see that the index gives this order */
    na_ask_sql(q, q->filter.newest ? " ORDER BY a.published DESC, a.key DESC, a.id DESC" : " ORDER BY a.published NULLS LAST, a.key, a.id");
    if (count) {
        na_ask_sql(q, ", ");
        na_ask_sql(q, places);
    }
    na_ask_limit(q);
}

/* ---- open ------------------------------------------------------------------------------------ */

int na_ask_fail(na_ask *q, int code)
{
    if (!q->code) {
        q->code = code;
        memcpy(q->why, q->arc->error, sizeof q->why);
    }
    return 0;
}

int na_ask_guard(na_ask *q, na_arena *arena, void (*work)(void *), void *state)
{
    if (!na_guard(arena, work, state))
        return !q->code;
    return na_ask_fail(q, na_fail(q->arc, NEWSARC_NOMEM, "memory ran out"));
}

/* Without values: they come with each row. */
static sqlite3_stmt *prepared(na_ask *q, const char *sql, const na_value *value, size_t n)
{
    sqlite3_stmt *stmt = na_sql(q->arc, sql);
    int rc = stmt ? n ? na_bind(q->arc, stmt, value, n) : NEWSARC_OK : q->arc->failure;
    if (rc < 0)
        na_ask_fail(q, rc);
    return stmt;
}

void na_ask_make_row(na_ask *q)
{
    if (!q->sql.failed && !q->code)
        q->row = prepared(q, q->sql.bytes, q->value, q->values);
    q->ids = 1;
    q->sql.n = q->values = 0;
}

static void prepare(void *state)
{
    na_ask *q = state;
    int rc;
    own_strings(q);
    if ((rc = look_over(q)) < 0 || (rc = take_page(q)) < 0) {
        na_ask_fail(q, rc);
        return;
    }
    take_whom(q);
    if (q->filter.source && !q->code)
        take_outlets(q);
    if (q->filter.match && !q->code && (rc = na_finder_make(q)) < 0)
        na_ask_fail(q, rc);
    if (q->code)
        return;
    q->sql.n = 0;
    q->topic->order(q);
    if (q->sql.failed)
        na_ask_fail(q, na_fail(q->arc, NEWSARC_NOMEM, "memory ran out"));
    if (!q->code)
        q->order = prepared(q, q->sql.bytes, q->value, q->values);
    if (q->order && q->finder)
        na_finder_bind(q->finder, q->order);
    if (q->topic->row && !q->code) {
        q->row = prepared(q, q->topic->row, NULL, 0);
        q->ids = q->row ? sqlite3_bind_parameter_count(q->row) : 0;
    }
}

int na_ask_open(void **out, size_t size, newsarc *arc, const newsarc_filter *filter, const na_topic *topic)
{
    newsarc_filter wanted = NEWSARC_FILTER_INIT;
    na_ask *q;
    int rc;
    if (out)
        *out = NULL;
    if ((rc = na_call(arc)) < 0)
        return rc;
    if (!out)
        return na_fail(arc, NEWSARC_BADARG, "the place for the cursor of %s is NULL", topic->name);
    if (filter && !na_take_struct(&wanted, sizeof wanted, filter, sizeof wanted))
        return na_fail(arc, NEWSARC_BADARG, "filter.size is wrong: begin with NEWSARC_FILTER_INIT");
    if (!(q = na_malloc(size)))
        return na_fail(arc, NEWSARC_NOMEM, "memory ran out");
    memset(q, 0, size);
    *out = q;
    q->arc = arc;
    q->topic = topic;
    q->filter = wanted;
    q->left = q->filter.limit ? q->filter.limit : INT64_MAX;
    na_ask_guard(q, &q->arena, prepare, q);
    return q->code;
}

/* ---- next, close --------------------------------------------------------------------------------- */

/* Lets go of what keeps the file read. */
static void end(na_ask *q)
{
    q->ended = 1;
    na_done(q->arc, q->order);
    na_done(q->arc, q->row);
    sqlite3_blob_close(q->text);
    q->order = q->row = NULL;
    q->text = NULL;
}

static void make_page(na_ask *q, int first)
{
    q->page.n = 0;
    for (int i = 0; q->topic->page && q->topic->page[i]; i++) {
        if (i)
            na_addc(&q->page, '\t');
        na_add(&q->page, na_string(q->order, first + i), (size_t)sqlite3_column_bytes(q->order, first + i));
    }
}

/* The row of the ids that `order` stands on: 1, 0 it went away meanwhile, or below 0. */
static int find_row(na_ask *q)
{
    sqlite3_reset(q->row);
    for (int i = 0; i < q->ids; i++)
        sqlite3_bind_int64(q->row, i + 1, sqlite3_column_int64(q->order, i));
    make_page(q, q->ids);
    return na_step(q->arc, q->row);
}

int na_ask_next(na_ask *q)
{
    int rc;
    if (!q || q->code || q->ended)
        return 0;
    na_arena_reset(&q->scratch);
    if (!q->left) {
        end(q);
        return 0;
    }
    while ((rc = na_step(q->arc, q->order)) > 0) {
        if (!q->row)
            make_page(q, 0);
        else if (!(rc = find_row(q)))
            continue;
        if (rc > 0 && q->page.failed)
            rc = na_fail(q->arc, NEWSARC_NOMEM, "memory ran out");
        break;
    }
    if (rc > 0) {
        q->left--;
        return 1;
    }
    if (rc < 0)
        na_ask_fail(q, rc);
    end(q);
    return 0;
}

void na_ask_pass_over(na_ask *q)
{
    q->left++;
}

int na_ask_close(na_ask *q)
{
    int code;
    if (!q)
        return NEWSARC_OK;
    code = q->code;
    end(q);
    na_enter(q->arc);
    if (code < 0)
        na_fail(q->arc, code, "%s", q->why);
    na_finder_free(q->finder);
    na_buffer_free(&q->sql);
    na_buffer_free(&q->page);
    na_arena_free(&q->scratch);
    na_arena_free(&q->arena);
    free(q);
    return code;
}

/* ---- what rows are made of --------------------------------------------------------------------------- */

/* Pieces are read from the file where they stand, so that a place in a long text costs no more than one in a short. */
static int open_text(na_ask *q, int64_t article)
{
    int rc;
    if (q->text && q->text_of == article && sqlite3_blob_bytes(q->text))
        return 1;
    rc = q->text ? sqlite3_blob_reopen(q->text, article)
                 : sqlite3_blob_open(q->arc->db, "main", "document", "text", article, 0, &q->text);
    q->text_of = article;
    return rc == SQLITE_OK || na_ask_fail(q, na_sqlite(q->arc, rc, "read a text"));
}

typedef struct piece { na_ask *ask; int64_t at, length; char *bytes; } piece;

static void read_piece(void *state)
{
    piece *p = state;
    int rc;
    p->bytes = na_alloc(&p->ask->scratch, (size_t)p->length + 1);
    if ((rc = sqlite3_blob_read(p->ask->text, p->bytes, (int)p->length, (int)p->at)) != SQLITE_OK)
        na_ask_fail(p->ask, na_sqlite(p->ask->arc, rc, "read a text"));
}

char *na_ask_piece(na_ask *q, int64_t article, int64_t at, int64_t length)
{
    piece p = { q, at, length, NULL };
    int64_t size;
    if (!open_text(q, article))
        return NULL;
    size = sqlite3_blob_bytes(q->text);
    p.at = at < 0 ? 0 : at > size ? size : at;
    p.length = length < 0 ? 0 : length > size - p.at ? size - p.at : length;
    return na_ask_guard(q, &q->scratch, read_piece, &p) ? p.bytes : NULL;
}

char *na_ask_whole(na_ask *q, int64_t article, size_t *length)
{
    if (!open_text(q, article))
        return NULL;
    *length = (size_t)sqlite3_blob_bytes(q->text);
    return na_ask_piece(q, article, 0, (int64_t)*length);
}
