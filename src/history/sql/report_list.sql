SELECT item.id, item.stem, item.key, item.bank, report.at FROM report JOIN item ON item.id = report.item
ORDER BY report.at, item.id;
