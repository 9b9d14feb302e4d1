INSERT INTO item (id, stem, key, category, difficulty, bank) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT (id) DO UPDATE SET
    stem = excluded.stem, key = excluded.key, category = excluded.category,
    difficulty = excluded.difficulty, bank = coalesce(excluded.bank, bank)
WHERE (stem, key, category, difficulty) IS NOT (excluded.stem, excluded.key, excluded.category, excluded.difficulty)
   OR bank IS NOT coalesce(excluded.bank, bank);
