INSERT INTO sitting (started, title, fingerprint, mode, replay, round, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
