/*
name: duplicates
topic: contradictions
en: Which entities look like duplicates, since they share a name but were kept apart?
zh: 哪些实体同名而未合并，可能重复？
parameters:
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {limit: 10}
*/
MATCH (e:Entity)
UNWIND e.names + [e.name] AS name
WITH DISTINCT name, [l IN labels(e) WHERE l <> 'Entity'][0] AS type, e
WHERE size(name) > 1
ORDER BY e.id
WITH name, type, collect(e) AS same
WHERE size(same) > 1
RETURN name, type, size(same) AS number, [e IN same | e.name] AS entities,
       [e IN same | COUNT { (e)<-[:REFERS_TO]-() }] AS articles, [e IN same | e.id] AS entities_id
ORDER BY number DESC, name, type
LIMIT $limit
