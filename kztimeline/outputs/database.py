"""The tables of the database: what they are called, how they hang together, what is searched."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = int.from_bytes(b"kztl")  # tells `file` and ourselves whose database it is

TABLES: Final = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE articles (
  id TEXT PRIMARY KEY, path TEXT NOT NULL, part INTEGER, title TEXT NOT NULL, publisher TEXT,
  author TEXT, url TEXT, language TEXT NOT NULL, sha256 TEXT NOT NULL, date TEXT, earliest TEXT,
  latest TEXT, certainty TEXT, source TEXT NOT NULL, raw TEXT
);
CREATE TABLE events (
  id TEXT PRIMARY KEY, number INTEGER NOT NULL, title TEXT NOT NULL, date TEXT, date_end TEXT,
  edtf TEXT, date_kind TEXT, precision TEXT, earliest TEXT, latest TEXT, time TEXT,
  approximate INTEGER NOT NULL, uncertain INTEGER NOT NULL, display_date TEXT,
  modality TEXT NOT NULL, negated INTEGER NOT NULL, status TEXT NOT NULL, certainty TEXT,
  salience REAL NOT NULL, review TEXT NOT NULL, source_count INTEGER NOT NULL,
  voice_count INTEGER NOT NULL, who TEXT NOT NULL, "where" TEXT NOT NULL, tags TEXT NOT NULL,
  places TEXT NOT NULL, quotes TEXT NOT NULL, note TEXT
);
CREATE TABLE edits (
  event TEXT NOT NULL REFERENCES events(id), action TEXT NOT NULL, value TEXT, was TEXT, path TEXT,
  line INTEGER
);
CREATE TABLE readings (
  event TEXT NOT NULL REFERENCES events(id), edtf TEXT NOT NULL, display_date TEXT NOT NULL,
  sources TEXT NOT NULL
);
CREATE TABLE sources (
  event TEXT NOT NULL REFERENCES events(id), id TEXT NOT NULL, mention TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles(id), path TEXT NOT NULL, line INTEGER NOT NULL,
  quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, clause_start INTEGER NOT NULL, clause_end INTEGER NOT NULL,
  expression TEXT, type TEXT, value TEXT, mod TEXT, rule TEXT, anchor TEXT, speaker TEXT, cue TEXT,
  modality TEXT NOT NULL, negated INTEGER NOT NULL, certainty TEXT,
  PRIMARY KEY (event, id)
);
CREATE TABLE figures (
  id INTEGER PRIMARY KEY, about TEXT NOT NULL, unit TEXT NOT NULL, status TEXT NOT NULL
);
CREATE TABLE figure_sources (
  figure INTEGER NOT NULL REFERENCES figures(id), value REAL NOT NULL, low REAL, high REAL,
  comparator TEXT, text TEXT NOT NULL, article TEXT NOT NULL REFERENCES articles(id),
  path TEXT NOT NULL, line INTEGER NOT NULL, mention TEXT NOT NULL
);
CREATE TABLE warnings (
  code TEXT NOT NULL, path TEXT, line INTEGER, message TEXT NOT NULL, hint TEXT NOT NULL,
  is_problem INTEGER NOT NULL
);
CREATE VIRTUAL TABLE events_fts USING fts5 (
  title, quotes, who, "where", places, note, tags, content="events",
  tokenize="porter unicode61 remove_diacritics 2"
);
"""

# Once the tables are full: what is built from them.
FILLED: Final = """
INSERT INTO events_fts(events_fts) VALUES ('rebuild');
CREATE INDEX events_by_day ON events(earliest, latest);
CREATE INDEX sources_by_article ON sources(article);
CREATE INDEX readings_by_event ON readings(event);
CREATE INDEX edits_by_event ON edits(event);
"""

VIEWS: Final = """
CREATE VIEW chronology AS
  SELECT coalesce(date || coalesce('/' || date_end, ''), edtf) AS date, time, display_date, title,
    modality, status, certainty, places, id
  FROM events WHERE edtf IS NOT NULL ORDER BY number;
CREATE VIEW undated AS
  SELECT title, modality, status, places, id FROM events WHERE edtf IS NULL ORDER BY number;
CREATE VIEW disputed AS
  SELECT events.title, readings.edtf, readings.display_date, readings.sources, events.id
  FROM events JOIN readings ON readings.event = events.id
  WHERE events.status = 'conflict' ORDER BY events.number, readings.rowid;
CREATE VIEW edited AS
  SELECT events.edtf, events.title, edits.action, edits.value, edits.was,
    edits.path || ':' || edits.line AS place, events.id
  FROM edits JOIN events ON events.id = edits.event ORDER BY events.number, edits.rowid;
CREATE VIEW citations AS
  SELECT events.edtf, events.title, sources.quote, sources.path || ':' || sources.line AS place,
    sources.speaker, sources.expression, sources.anchor, articles.title AS article, events.id
  FROM sources JOIN events ON events.id = sources.event
    JOIN articles ON articles.id = sources.article
  ORDER BY events.number, sources.rowid;
CREATE VIEW disputed_figures AS
  SELECT figures.about, figures.unit, figures.status, figure_sources.value,
    figure_sources.comparator, figure_sources.text,
    figure_sources.path || ':' || figure_sources.line AS place
  FROM figures JOIN figure_sources ON figure_sources.figure = figures.id
  WHERE figures.status <> 'agree' ORDER BY figures.id, figure_sources.rowid;
"""
