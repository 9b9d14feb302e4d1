SELECT coalesce(item.difficulty, 'not said'), count(*), sum(verdict IN ('right', 'close')), sum(took)
FROM response JOIN item ON item.id = response.item
WHERE player IS NULL AND NOT struck GROUP BY 1 ORDER BY 2 DESC, 1;
