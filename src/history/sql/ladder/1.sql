-- What was played and answered. Times are milliseconds since 1970, UTC.
CREATE TABLE item (
    id         INTEGER PRIMARY KEY, -- the content hash of stem and key
    stem       TEXT NOT NULL,
    key        TEXT NOT NULL,
    category   TEXT,
    difficulty TEXT,
    bank       TEXT                 -- its name, if it is built in or installed
) STRICT;

CREATE TABLE sitting (
    id          INTEGER PRIMARY KEY,
    started     INTEGER NOT NULL,
    ended       INTEGER,
    ending      TEXT,
    title       TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    mode        TEXT NOT NULL,
    replay      TEXT NOT NULL, -- the command that plays it again; empty once it ended
    round       TEXT,          -- the dealt round and the state of the session as
    state       TEXT           -- JSON, until it ended
) STRICT;

CREATE INDEX sitting_open ON sitting (id) WHERE state IS NOT NULL;

CREATE TABLE response (
    id      INTEGER PRIMARY KEY,
    sitting INTEGER NOT NULL REFERENCES sitting ON DELETE CASCADE,
    n       INTEGER NOT NULL, -- the how manieth of its sitting
    item    INTEGER NOT NULL REFERENCES item,
    at      INTEGER NOT NULL,
    player  TEXT,             -- if there are several
    verdict TEXT NOT NULL CHECK (verdict IN ('right', 'close', 'wrong', 'late')),
    took    INTEGER NOT NULL, -- milliseconds
    points  INTEGER NOT NULL,
    helped  INTEGER NOT NULL, -- lifelines that halved it
    struck  INTEGER NOT NULL, -- 1 if it counts for nothing
    UNIQUE (sitting, n)
) STRICT;

CREATE INDEX response_item ON response (item, at);
CREATE INDEX response_at ON response (at);

CREATE TABLE report (
    item INTEGER PRIMARY KEY REFERENCES item,
    at   INTEGER NOT NULL
) STRICT;
