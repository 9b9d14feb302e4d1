-- What is remembered of an item, worked out from its responses. Days are days
-- since 1970, UTC.
CREATE TABLE card (
    item       INTEGER PRIMARY KEY REFERENCES item,
    due        INTEGER NOT NULL,
    last       INTEGER NOT NULL,
    stability  REAL NOT NULL,
    difficulty REAL NOT NULL,
    missed     INTEGER NOT NULL -- 1 if the last answer was wrong or late
) STRICT;

CREATE INDEX card_due ON card (due);
