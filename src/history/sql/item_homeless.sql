UPDATE item SET bank = NULL WHERE id = ?1;
