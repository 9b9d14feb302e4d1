INSERT INTO daily (date, fingerprint, sitting, title) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (date, fingerprint) DO NOTHING;
