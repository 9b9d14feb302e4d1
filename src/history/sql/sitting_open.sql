SELECT id, started, title, fingerprint, replay, round, state FROM sitting
WHERE state IS NOT NULL ORDER BY id DESC;
