SELECT sitting, title, marks, score FROM daily WHERE date = ?1 AND fingerprint = ?2;
