SELECT (SELECT count(*) FROM sitting), (SELECT count(*) FROM response), (SELECT count(*) FROM item),
    (SELECT count(*) FROM report), (SELECT count(*) FROM result), (SELECT count(*) FROM daily);
