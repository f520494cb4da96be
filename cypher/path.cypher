/*
name: path
topic: connections
en: How are two entities connected by the shortest ways?
zh: 两个实体之间的最短联系是什么？
parameters:
  a: {type: Entity, en: from, zh: 起点}
  b: {type: Entity, en: to, zh: 终点}
  limit: {type: integer, default: 5, en: at most so many, zh: 最多条数}
example: {a: 东方毅, b: 殷伯安}
*/
MATCH (a:Entity {id: $a}), (b:Entity {id: $b})
MATCH way = allShortestPaths((a)-[:ATTENDED|CHAIRED|SPOKE_AT|ORGANIZED|HELD_AT|ADOPTED|ISSUED|SIGNED|SIGNED_WITH|MET_WITH|VISITED|MESSAGED|HOLDS_POSITION|POSITION_IN*..8]-(b))
WITH [n IN nodes(way) | n.name] AS entities, [r IN relationships(way) | type(r)] AS relations,
     [n IN nodes(way) | n.id] AS entities_id
RETURN DISTINCT size(relations) AS steps, entities, relations, entities_id
ORDER BY entities, relations
LIMIT $limit
