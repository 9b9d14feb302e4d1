DELETE FROM response WHERE sitting NOT IN (SELECT id FROM sitting) OR item NOT IN (SELECT id FROM item);
DELETE FROM report WHERE item NOT IN (SELECT id FROM item);
DELETE FROM result WHERE sitting NOT IN (SELECT id FROM sitting);
DELETE FROM daily WHERE sitting NOT IN (SELECT id FROM sitting);
DELETE FROM card;
