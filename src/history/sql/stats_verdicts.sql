SELECT verdict IN ('right', 'close') FROM response WHERE player IS NULL AND NOT struck ORDER BY at, id;
