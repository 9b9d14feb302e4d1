SELECT at, verdict, took, helped FROM response
WHERE item = ?1 AND player IS NULL AND NOT struck ORDER BY at, id;
