-- Results to be compared, and the daily challenge.
CREATE TABLE result (
    id          INTEGER PRIMARY KEY,
    sitting     INTEGER NOT NULL REFERENCES sitting ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    title       TEXT NOT NULL,
    mode        TEXT NOT NULL,
    setting     TEXT NOT NULL,
    name        TEXT,
    score       INTEGER NOT NULL, -- what is compared first: points or right answers
    spare       INTEGER NOT NULL  -- what is compared then: milliseconds left
) STRICT;

CREATE INDEX result_rank ON result (fingerprint, mode, setting, score, spare);

CREATE TABLE daily (
    date        TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    sitting     INTEGER NOT NULL REFERENCES sitting ON DELETE CASCADE,
    title       TEXT NOT NULL,
    marks       TEXT,    -- r, w or l a question; nothing until it ended
    score       INTEGER,
    PRIMARY KEY (date, fingerprint)
) STRICT;
