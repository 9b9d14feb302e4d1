SELECT item FROM report;
