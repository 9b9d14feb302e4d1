UPDATE daily SET marks = ?2, score = ?3 WHERE sitting = ?1;
