SELECT id, started, title, fingerprint, replay, round, state FROM sitting
WHERE id = ?1 AND state IS NOT NULL;
