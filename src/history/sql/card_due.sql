-- What was missed first, then what is overdue longest.
SELECT card.item, item.bank FROM card JOIN item ON item.id = card.item
WHERE card.due <= ?1 AND card.item NOT IN (SELECT item FROM report)
ORDER BY card.missed DESC, card.due, card.item;
