INSERT INTO report (item, at) VALUES (?1, ?2) ON CONFLICT (item) DO NOTHING;
