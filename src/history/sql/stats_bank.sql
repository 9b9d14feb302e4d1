SELECT sitting.title, count(*), sum(verdict IN ('right', 'close')), sum(took)
FROM response JOIN sitting ON sitting.id = response.sitting
WHERE player IS NULL AND NOT struck GROUP BY 1 ORDER BY 2 DESC, 1;
