INSERT INTO result (sitting, at, fingerprint, title, mode, setting, name, score, spare)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
