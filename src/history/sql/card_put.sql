INSERT INTO card (item, due, last, stability, difficulty, missed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (item) DO UPDATE SET due = excluded.due, last = excluded.last,
    stability = excluded.stability, difficulty = excluded.difficulty, missed = excluded.missed;
