-- Of what was broken off, the newest eight are kept.
UPDATE sitting SET replay = '', round = NULL, state = NULL
WHERE state IS NOT NULL AND id NOT IN
    (SELECT id FROM sitting WHERE state IS NOT NULL ORDER BY id DESC LIMIT 8);
