PRAGMA application_id = 0x4e415243;   -- 'NARC'
PRAGMA user_version   = 1;

-- I. The archive: what was received and what people decided. Never rewritten.

CREATE TABLE document(                 -- one text as received; an article that was revised has several
  id        INTEGER PRIMARY KEY,       -- ascending by arrival
  identity  TEXT NOT NULL,             -- the caller's id, else the url, else the BLAKE2b-256 of the bytes received
  digest    TEXT NOT NULL,             -- BLAKE2b-256 of the bytes received and the fields below: what makes a revision
  received  TEXT NOT NULL,             -- when, 2020-01-14T09:30:00Z
  url       TEXT,                      -- what the caller said about it:
  source    TEXT,                      --   outlet,
  title     TEXT,                      --   headline,
  published TEXT,                      --   date,
  modified  TEXT,                      --   date of this revision
  original  BLOB,                      -- the bytes as received, where decoding changed any
  text      TEXT NOT NULL,             -- every offset in this file counts its UTF-8 bytes, from 0
  UNIQUE(identity, digest)
) STRICT;
CREATE TABLE decision(                 -- what a person corrected; survives every rebuild
  id        INTEGER PRIMARY KEY,
  made      TEXT NOT NULL,             -- when
  verb      TEXT NOT NULL CHECK(verb IN ('merge','split','rename','hide','assert')),
  article   TEXT,                      -- identity of the document that it speaks of; NULL: of a name, wherever it stands
  detail    TEXT NOT NULL              -- JSON: folded names and kinds, at and length in that document; never ids of part II
) STRICT;
CREATE INDEX decision_by_article ON decision(article, verb);

-- II. The reading: all below is derived from part I and can be made again by a rebuild.
-- References tell what belongs together; newsarc_check holds them.  Articles are taken out by newsarc_delete, with all
-- that refers to them; a DELETE in the shell is refused after PRAGMA foreign_keys = ON, and else leaves rows behind.

CREATE VIEW current AS                 -- the revision of each article that is read: modified last, else published last, else the highest digest
  SELECT id, identity FROM (
    SELECT id, identity, row_number() OVER (PARTITION BY identity ORDER BY coalesce(
             julianday(stated), julianday(substr(stated, 1, 16)), julianday(substr(stated, 1, 10))) DESC, digest DESC) AS place
      FROM (SELECT id, identity, digest, CASE WHEN modified GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' THEN modified
                                              WHEN published GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*' THEN published END AS stated
              FROM document)) WHERE place = 1;
CREATE TABLE source(                   -- an outlet or agency
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL UNIQUE,      -- as people say it: The Japan Times
  domain    TEXT                       -- the first by alphabet of those that its articles tell
) STRICT;
CREATE TABLE story(                    -- one affair, told by several articles
  id        INTEGER PRIMARY KEY,
  title     TEXT                       -- headline of its earliest article
) STRICT;
CREATE TABLE article(                  -- what the current revision of a document says of itself
  id             INTEGER PRIMARY KEY REFERENCES document,
  key            TEXT NOT NULL UNIQUE, -- document.identity
  source_id      INTEGER REFERENCES source,
  source_how     TEXT,                 -- why we think so
  domain         TEXT,                 -- the outlet's, as this article tells it
  via_id         INTEGER REFERENCES source,    -- whom it was taken from
  via_how        TEXT,
  headline       TEXT,
  byline         TEXT,                 -- '; ' between
  published      TEXT,                 -- local time as it reads, 2020-01-14T07:55 or 2020-01-14; NULL unknown
  published_from TEXT CHECK(published_from IN ('given','text','url','story')),
  published_how  TEXT,
  earliest       TEXT,                 -- days between which it can have appeared
  latest         TEXT,
  language       TEXT,                 -- en; NULL unknown
  length         INTEGER NOT NULL,     -- bytes of text
  story_id       INTEGER REFERENCES story,
  copy_of        INTEGER REFERENCES article
) STRICT;
CREATE INDEX article_by_day    ON article(published, key);
CREATE INDEX article_by_source ON article(source_id, domain) WHERE source_id IS NOT NULL;
CREATE INDEX article_by_via    ON article(via_id) WHERE via_id IS NOT NULL;
CREATE INDEX article_by_story  ON article(story_id) WHERE story_id IS NOT NULL;
CREATE INDEX article_by_copied ON article(copy_of) WHERE copy_of IS NOT NULL;
CREATE TABLE part(                     -- a stretch of text that is not body
  article_id INTEGER NOT NULL REFERENCES article,
  at         INTEGER NOT NULL,
  length     INTEGER NOT NULL,
  role       TEXT NOT NULL CHECK(role IN ('headline','byline','dateline','caption','credit','junk')),
  PRIMARY KEY(article_id, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity(                   -- a person, organization, place or other name, across articles
  id        INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL CHECK(kind IN ('person','organization','place','other')),
  key       TEXT NOT NULL,             -- the folded name and, where that alone is not enough, what tells it apart
  name      TEXT NOT NULL,             -- fullest and most usual
  role      TEXT,                      -- office, most usual: national security adviser
  geonames  INTEGER,                   -- NULL: not sure
  wikidata  TEXT,
  UNIQUE(key, kind)
) STRICT;
CREATE TABLE alias(                    -- every spelling of an entity
  alias     TEXT NOT NULL,             -- folded: obrien, robert obrien
  entity_id INTEGER NOT NULL REFERENCES entity,
  spelling  TEXT NOT NULL,             -- as printed: O'Brien
  whole     INTEGER NOT NULL,          -- 1: a full name, 0: a family name alone
  uses      INTEGER NOT NULL,          -- articles that name it so; 0: a person decided that name
  PRIMARY KEY(alias, entity_id, spelling)
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_by_entity ON alias(entity_id);
CREATE TABLE naming(                   -- an entity as one article names it
  article_id INTEGER NOT NULL REFERENCES article,
  number     INTEGER NOT NULL,         -- from 0, by first mention
  kind       TEXT NOT NULL CHECK(kind IN ('person','organization','place','other')),
  name       TEXT NOT NULL,            -- fullest form in this article
  key        TEXT NOT NULL,            -- the same folded
  family     TEXT,                     -- person, folded; organization: the acronym that stands for it here
  given      TEXT,                     -- NULL where the article never tells it
  role       TEXT,                     -- office beside the name
  of         TEXT,                     -- organization or country of that office
  gender     TEXT CHECK(gender IN ('m','f')),
  bare       INTEGER NOT NULL,         -- 1: by family name, title or acronym alone, so that the story may tell who
  listed     INTEGER NOT NULL,         -- 1: from a list (countries, outlets): the same everywhere
  mentions   INTEGER NOT NULL,
  geonames   INTEGER,
  wikidata   TEXT,
  how        TEXT,                     -- why these mentions are one
  entity_id  INTEGER REFERENCES entity,
  merged     TEXT,                     -- why it is that entity
  PRIMARY KEY(article_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX naming_by_entity ON naming(entity_id, article_id, mentions, role, geonames, wikidata) WHERE entity_id IS NOT NULL;
CREATE INDEX naming_by_role ON naming(entity_id, role) WHERE role IS NOT NULL;
CREATE INDEX entity_told_apart ON entity(key) WHERE kind = 'person' AND key GLOB '*)';     -- Ann Lee (arts)
CREATE TABLE mention(                  -- a place where a text names somebody
  article_id INTEGER NOT NULL REFERENCES article,
  at         INTEGER NOT NULL,
  length     INTEGER NOT NULL,
  naming     INTEGER NOT NULL,         -- naming.number of the same article
  how        TEXT,                     -- why it is that one; NULL: named in full
  role_at     INTEGER,                 -- the office beside the name here
  role_length INTEGER,
  PRIMARY KEY(article_id, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE date(                     -- a time that a text speaks of
  article_id INTEGER NOT NULL REFERENCES article,
  at         INTEGER NOT NULL,
  length     INTEGER NOT NULL,
  type       TEXT NOT NULL CHECK(type IN ('DATE','TIME','DURATION','SET')),
  value      TEXT,                     -- TIMEX3: 2019-10, 2020-W02, P3Y; NULL while unresolved
  modifier   TEXT,                     -- TIMEX3 mod: START, END, APPROX ...
  anchor     TEXT CHECK(anchor IN ('published','text','utterance')),
  earliest   TEXT,                     -- first and last day it can mean
  latest     TEXT,
  PRIMARY KEY(article_id, at)
) STRICT, WITHOUT ROWID;
CREATE INDEX date_by_day ON date(earliest, latest);
CREATE TABLE utterance(                -- something said once, however many outlets worded it
  id         INTEGER PRIMARY KEY,
  speaker_id INTEGER REFERENCES entity,
  base_id    INTEGER NOT NULL,         -- the quote with the wording best supported by independent outlets
  text       TEXT NOT NULL             -- that wording
) STRICT;
CREATE INDEX utterance_by_speaker ON utterance(speaker_id) WHERE speaker_id IS NOT NULL;
CREATE TABLE quote(                    -- one quotation as one article printed it
  id             INTEGER PRIMARY KEY,
  article_id     INTEGER NOT NULL REFERENCES article,
  at             INTEGER NOT NULL,     -- without the marks
  length         INTEGER NOT NULL,
  kind           TEXT NOT NULL CHECK(kind IN ('direct','mixed','term','indirect','unmarked')),
  text           TEXT NOT NULL,        -- the bytes of document.text at at .. at + length
  speaker_id     INTEGER REFERENCES entity,    -- NULL: nobody named, or not sure enough
  speaker_naming INTEGER,              -- naming.number that the article itself gives
  speaker_words  TEXT,                 -- who is only described: a senior official
  speaker_at     INTEGER,              -- the words that name the speaker here
  speaker_length INTEGER,
  cue_at         INTEGER,              -- said, told, according to
  cue_length     INTEGER,
  venue_naming   INTEGER,              -- naming.number of who heard or relayed it
  venue          TEXT,                 -- its name, else the words here: policy speech
  venue_how      TEXT CHECK(venue_how IN ('stated','carried over')),
  how            TEXT,                 -- how the speaker was decided
  confidence     REAL,
  flags          INTEGER NOT NULL DEFAULT 0,   -- 1 unclosed, 2 mismatched marks, 4 single marks, 8 continued, 16 headline, 32 nested
  utterance_id   INTEGER REFERENCES utterance,
  relation       TEXT CHECK(relation IN ('base','same','fragment','altered','unmarked','paraphrase','part')),
  lent_id        INTEGER,              -- the quotation that told the speaker, where this one does not
  UNIQUE(article_id, at, length, kind)
) STRICT;
CREATE INDEX quote_by_speaker   ON quote(speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX quote_by_venue     ON quote(venue, venue_how, article_id, venue_naming, speaker_id) WHERE venue IS NOT NULL;
CREATE INDEX quote_by_utterance ON quote(utterance_id) WHERE utterance_id IS NOT NULL;
CREATE TABLE doubt(                    -- what an editor would look at; the columns of the key first, or integrity_check of 3.40 errs
  article_id INTEGER NOT NULL REFERENCES article,
  at         INTEGER NOT NULL,
  kind       TEXT NOT NULL,            -- orphan mark, mismatched marks, marks lost ...
  length     INTEGER NOT NULL,
  PRIMARY KEY(article_id, at, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE decided(                  -- a decision on a name everywhere that changed the reading of an article
  article_id  INTEGER NOT NULL REFERENCES article,
  decision_id INTEGER NOT NULL REFERENCES decision,
  PRIMARY KEY(article_id, decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decided_by_decision ON decided(decision_id);

-- What linking compares: made of one article each, so that no order matters.
CREATE TABLE profile(                  -- an article as bags of hashed features
  article_id INTEGER PRIMARY KEY REFERENCES article,
  day        INTEGER,                  -- of publication, days since 1970; NULL unknown
  earliest   TEXT,                     -- the window that its own text allows
  latest     TEXT,
  dateline   TEXT,                     -- 03-15: the day of its dateline, when that leaves the year out
  terms      BLOB NOT NULL,            -- people, places, rare words with weights
  telling    BLOB NOT NULL,            -- which of them stand in term
  shingles   BLOB NOT NULL             -- sampled runs of five words; part of them stand in shingle
) STRICT;
CREATE TABLE term(                     -- its most telling terms: who shares them within weeks is a candidate for its story
  hash       INTEGER NOT NULL,
  day        INTEGER NOT NULL,         -- of publication, days since 1970; -1 unknown
  article_id INTEGER NOT NULL,         -- article.id
  PRIMARY KEY(hash, day, article_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE shingle(                  -- sampled runs of five words: who shares them may be a copy or quote the same speech
  hash       INTEGER NOT NULL,
  article_id INTEGER NOT NULL,         -- article.id
  PRIMARY KEY(hash, article_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE pair(                     -- two articles that were compared and are near
  article_id INTEGER NOT NULL REFERENCES article,
  other_id   INTEGER NOT NULL,         -- article.id
  likeness   REAL NOT NULL,            -- of their terms, 0 to 1: one affair
  shared     REAL NOT NULL,            -- part of the shorter text that stands in the other: copies
  PRIMARY KEY(article_id, other_id)    -- both ways round
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_by_shared ON pair(shared) WHERE shared > 0;
CREATE TABLE quote_pair(               -- two quotations that are wordings of one speech
  quote_id   INTEGER NOT NULL REFERENCES quote,
  other_id   INTEGER NOT NULL,         -- quote.id
  PRIMARY KEY(quote_id, other_id)      -- both ways round
) STRICT, WITHOUT ROWID;
CREATE TABLE spoken(                   -- telling runs of words in quotations: who shares one may have the same speech
  hash       INTEGER NOT NULL,
  quote_id   INTEGER NOT NULL,         -- quote.id
  PRIMARY KEY(hash, quote_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE redirect(                 -- a story that was merged, split or renumbered: a log, not derived
  made       TEXT NOT NULL,
  story_id   INTEGER NOT NULL,         -- shown until then
  became     INTEGER                   -- shown since
) STRICT;

-- Full-text search over headline and body, kept in step by the library.
CREATE VIEW search_text AS             -- what people read: the text without its parts
  SELECT a.id AS id, coalesce(a.headline, '') AS headline,
         coalesce((SELECT group_concat(piece, ' ') FROM (
           SELECT CAST(substr(b.bytes, r.at + 1, r.next - r.at) AS TEXT) AS piece FROM (
             SELECT 0 AS at, coalesce((SELECT min(at) FROM part WHERE article_id = a.id), a.length) AS next
             UNION ALL
             SELECT p.at + p.length, coalesce((SELECT min(n.at) FROM part n WHERE n.article_id = a.id AND n.at > p.at), a.length)
               FROM part p WHERE p.article_id = a.id
             ORDER BY 1) AS r,
             (SELECT CAST(d.text AS BLOB) AS bytes FROM document d WHERE d.id = a.id) AS b)), '') AS body
    FROM article a;
CREATE VIRTUAL TABLE search USING fts5(
  headline, body, content='search_text', content_rowid='id',
  tokenize='porter unicode61 remove_diacritics 2'
);
INSERT INTO search(search, rank) VALUES('automerge', 16);
INSERT INTO search(search, rank) VALUES('hashsize', 16000000);

-- III. Views for people: names where the tables hold ids.
CREATE VIEW who_said_what AS           -- every quotation with its speaker, outlet and day
  SELECT coalesce(e.name, q.speaker_words) AS speaker, q.text AS quote, q.kind, s.name AS outlet,
         substr(a.published, 1, 10) AS day, q.venue, q.how, round(q.confidence, 2) AS confidence, a.key AS article, q.id AS quote_id
    FROM quote q JOIN article a ON a.id = q.article_id
    LEFT JOIN entity e ON e.id = q.speaker_id
    LEFT JOIN source s ON s.id = a.source_id;
CREATE VIEW wording AS                 -- every utterance with each way it was printed
  SELECT u.id AS utterance, e.name AS speaker, s.name AS outlet, q.relation, q.text AS as_printed, a.key AS article
    FROM utterance u JOIN quote q ON q.utterance_id = u.id
    JOIN article a ON a.id = q.article_id
    LEFT JOIN entity e ON e.id = u.speaker_id
    LEFT JOIN source s ON s.id = a.source_id;
CREATE VIEW timeline AS                -- every dated place in a text, with the words round it
  SELECT d.earliest, d.latest, d.value,
         CAST(substr(CAST(t.text AS BLOB), d.at + 1, d.length) AS TEXT) AS words,
         trim(substr(CAST(substr(CAST(t.text AS BLOB), 1, d.at) AS TEXT), -80) ||
              substr(CAST(substr(CAST(t.text AS BLOB), d.at + 1, 480) AS TEXT), 1, 120)) AS around,
         s.name AS outlet, a.key AS article, a.story_id AS story
    FROM date d JOIN article a ON a.id = d.article_id JOIN document t ON t.id = a.id
    LEFT JOIN source s ON s.id = a.source_id
   WHERE d.earliest IS NOT NULL;
CREATE VIEW coverage AS                -- which outlet printed what of each story
  SELECT st.id AS story, st.title, s.name AS outlet, a.key AS article, substr(a.published, 1, 10) AS day, a.headline,
         (SELECT count(DISTINCT utterance_id) FROM quote q WHERE q.article_id = a.id) AS utterances,
         (SELECT key FROM article c WHERE c.id = a.copy_of) AS copy_of
    FROM article a JOIN story st ON st.id = a.story_id
    LEFT JOIN source s ON s.id = a.source_id;
CREATE VIEW who_is_named AS            -- every place where somebody or something is named
  SELECT e.name, e.kind, CAST(substr(CAST(t.text AS BLOB), m.at + 1, m.length) AS TEXT) AS words,
         coalesce(m.how, 'named in full') AS how, n.merged, s.name AS outlet, a.key AS article, m.at
    FROM mention m JOIN naming n ON n.article_id = m.article_id AND n.number = m.naming
    JOIN entity e ON e.id = n.entity_id JOIN article a ON a.id = m.article_id JOIN document t ON t.id = a.id
    LEFT JOIN source s ON s.id = a.source_id;

-- IV. A view that must always be empty: quotations that are not the bytes of their text.
CREATE VIEW broken_span AS             -- must be empty
  SELECT q.id FROM quote q JOIN document d ON d.id = q.article_id
   WHERE CAST(q.text AS BLOB) <> substr(CAST(d.text AS BLOB), q.at + 1, q.length);
