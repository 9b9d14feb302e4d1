SELECT title, mode, setting, name, score, spare, at, place FROM (
    SELECT *, row_number() OVER (
        PARTITION BY fingerprint, mode, setting ORDER BY score DESC, spare DESC, at
    ) AS place FROM result
) WHERE place <= ?1 ORDER BY title, fingerprint, mode, setting, place;
