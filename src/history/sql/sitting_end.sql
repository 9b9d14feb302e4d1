UPDATE sitting SET ended = ?2, ending = ?3, replay = '', round = NULL, state = NULL WHERE id = ?1;
