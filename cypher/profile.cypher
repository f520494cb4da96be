/*
name: profile
topic: people
en: Everything that is stated about one entity
zh: 关于某人、某机构或某事的全部事实
parameters:
  entity: {type: Entity, en: the entity, zh: 实体}
  relation: {type: relation, default: "", en: only this relation, zh: 只看某种关系}
  limit: {type: integer, default: 200, en: at most so many, zh: 最多条数}
example: {entity: 段干毓秀}
*/
MATCH (e:Entity {id: $entity})-[r]-(x:Entity)
WHERE $relation = '' OR type(r) = $relation
RETURN type(r) AS relation, CASE WHEN startNode(r).id = e.id THEN '→' ELSE '←' END AS direction,
       x.name AS other, [l IN labels(x) WHERE l <> 'Entity'][0] AS type, r.status AS status,
       r.first_date AS first_date, r.last_date AS last_date, r.stories AS stories, r.planned AS planned,
       x.id AS other_id, r.id AS fact_id
ORDER BY relation, direction DESC, first_date, other, other_id
LIMIT $limit
