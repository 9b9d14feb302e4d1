INSERT INTO response (sitting, n, item, at, player, verdict, took, points, helped, struck)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (sitting, n) DO UPDATE SET
    verdict = excluded.verdict, points = excluded.points, struck = excluded.struck;
