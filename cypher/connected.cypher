/*
name: connected
topic: connections
en: Which people are within n steps of an entity, and through what?
zh: 某实体 n 步之内与哪些人相连？通过什么？
parameters:
  entity: {type: Entity, en: the entity, zh: 实体}
  steps: {type: integer, default: 2, en: steps from 1 to 3, zh: 步数，1 至 3}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {entity: 赵一帆, steps: 2}
*/
MATCH (e:Entity {id: $entity})
CALL (e) {
  MATCH (e)-[r]-(p:Person)
  RETURN p, 1 AS steps, type(r) AS through
  UNION
  MATCH (e)-[r]-(x:Entity)-[s]-(p:Person)
  WHERE $steps >= 2 AND p.id <> e.id AND x.id <> e.id
  RETURN p, 2 AS steps, type(r) + ' ' + x.name + ' ' + type(s) AS through
  UNION
  MATCH (e)-[r]-(x:Entity)-[s]-(y:Entity)
  WHERE $steps >= 3 AND y.id <> e.id
  MATCH (y)-[t]-(p:Person)
  WHERE p.id <> e.id AND p.id <> x.id
  RETURN p, 3 AS steps, type(r) + ' ' + x.name + ' ' + type(s) + ' ' + y.name + ' ' + type(t) AS through
}
WITH p, steps, through
ORDER BY steps, through
WITH p, min(steps) AS nearest, collect({steps: steps, through: through}) AS ways
WITH p, nearest, [w IN ways WHERE w.steps = nearest | w.through] AS shortest
RETURN p.name AS person, nearest AS steps, shortest[0..5] AS through, size(shortest) AS ways, p.id AS person_id
ORDER BY steps, ways DESC, person, person_id
LIMIT $limit
