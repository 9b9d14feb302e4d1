SELECT date FROM daily WHERE fingerprint = ?1 AND marks IS NOT NULL ORDER BY date DESC;
