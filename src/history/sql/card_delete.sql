DELETE FROM card WHERE item = ?1;
