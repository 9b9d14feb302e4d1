SELECT date FROM daily WHERE sitting = ?1;
