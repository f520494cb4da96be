/*
name: connected
topic: connections
en: Which people are within n steps of an entity, and through what?
zh: 某实体 n 步之内与哪些人相连？通过什么？
parameters:
  entity: {type: Entity, en: the entity, zh: 实体}
  steps: {type: integer, default: 2, en: steps from 1 to 3, zh: 步数，1 至 3}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {entity: 危仲衡, steps: 2, limit: 8}
*/
// Each layer is expanded once, so that a hub costs no more than its facts; `ways` counts the links into the person.
MATCH (e:Entity {id: $entity})
CALL (e) {
  MATCH (e)-[r]-(x:Entity)
  WITH x, type(r) AS way
  ORDER BY way
  WITH x, collect(DISTINCT way) AS ways
  RETURN collect({node: x, steps: 1, ways: ways}) AS first
}
CALL (e, first) {
  UNWIND first AS item
  WITH e, item.node AS x, item.ways[0] AS way
  MATCH (x)-[s]-(y:Entity)
  WHERE $steps >= 2 AND y.id <> e.id
  WITH y, way + ' ' + x.name + ' ' + type(s) AS way
  ORDER BY way
  WITH y, collect(DISTINCT way) AS ways
  RETURN collect({node: y, steps: 2, ways: ways}) AS second
}
CALL (e, second) {
  UNWIND second AS item
  WITH e, item.node AS y, item.ways[0] AS way
  MATCH (y)-[t]-(z:Person)
  WHERE $steps >= 3 AND z.id <> e.id
  WITH z, way + ' ' + y.name + ' ' + type(t) AS way
  ORDER BY way
  WITH z, collect(DISTINCT way) AS ways
  RETURN collect({node: z, steps: 3, ways: ways}) AS third
}
UNWIND first + second + third AS item
WITH item.node AS p, item.steps AS steps, item.ways AS ways
WHERE p:Person
WITH p, steps, ways
ORDER BY steps
WITH p, collect({steps: steps, ways: ways})[0] AS nearest
RETURN p.name AS person, nearest.steps AS steps, nearest.ways[0..5] AS through, size(nearest.ways) AS ways,
       p.id AS person_id
ORDER BY steps, ways DESC, person, person_id
LIMIT $limit
