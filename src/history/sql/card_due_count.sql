SELECT count(*) FROM card JOIN item ON item.id = card.item
WHERE card.due <= ?1 AND item.bank IS NOT NULL AND card.item NOT IN (SELECT item FROM report);
