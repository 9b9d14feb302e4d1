DELETE FROM report WHERE item = ?1;
