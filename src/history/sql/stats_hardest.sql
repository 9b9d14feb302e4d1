SELECT item.id, item.stem, item.key, count(*), sum(verdict IN ('right', 'close'))
FROM response JOIN item ON item.id = response.item
WHERE player IS NULL AND NOT struck
GROUP BY item.id HAVING count(*) > sum(verdict IN ('right', 'close'))
ORDER BY 1.0 * (sum(verdict IN ('right', 'close')) + 1) / (count(*) + 2), count(*) DESC, item.id LIMIT ?1;
