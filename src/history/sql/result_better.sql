SELECT count(*), coalesce(sum((score, spare) > (?5, ?6)), 0) FROM result
WHERE fingerprint = ?1 AND mode = ?2 AND setting = ?3 AND sitting <> ?4;
