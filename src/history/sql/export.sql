SELECT response.at, sitting.title, sitting.mode, item.id, item.stem, item.key, item.category,
    item.difficulty, response.player, response.verdict, response.took, response.points, response.struck
FROM response JOIN sitting ON sitting.id = response.sitting JOIN item ON item.id = response.item
ORDER BY response.at, response.id;
