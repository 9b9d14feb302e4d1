SELECT at / 86400000, count(*), sum(verdict IN ('right', 'close')), sum(took)
FROM response WHERE player IS NULL AND NOT struck GROUP BY 1 ORDER BY 1;
