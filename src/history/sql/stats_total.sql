SELECT count(*), coalesce(sum(verdict IN ('right', 'close')), 0), coalesce(sum(took), 0),
    count(DISTINCT item), count(DISTINCT sitting)
FROM response WHERE player IS NULL AND NOT struck;
