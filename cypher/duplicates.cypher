/*
name: duplicates
topic: contradictions
en: Which entities look like duplicates, since they share a name or differ by a character?
zh: 哪些实体同名或仅一字之差，可能重复？
parameters:
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
CALL () {
  MATCH (e:Entity)
  UNWIND e.names + [e.name] AS name
  WITH DISTINCT name, [l IN labels(e) WHERE l <> 'Entity'][0] AS type, e
  ORDER BY e.id
  WITH name, type, collect(e) AS same
  WHERE size(same) > 1 AND any(e IN same WHERE e.name = name)
  RETURN name, type, 'one name' AS reason, same
  UNION
  MATCH (a:Person)-[:HOLDS_POSITION]->(o:Position)<-[:HOLDS_POSITION]-(b:Person)
  WHERE a.id < b.id AND size(a.name) = size(b.name) AND size(a.name) > 1
    AND size([i IN range(0, size(a.name) - 1) WHERE substring(a.name, i, 1) <> substring(b.name, i, 1)]) = 1
  WITH DISTINCT o, a, b
  RETURN o.name AS name, 'Person' AS type, 'one office, one character apart' AS reason, [a, b] AS same
}
WITH type, reason, name, size(same) AS number, same[0..10] AS same
RETURN type, reason, name, number, [e IN same | e.name] AS entities,
       [e IN same | COUNT { (e)<-[:REFERS_TO]-() }] AS articles, [e IN same | e.id] AS entities_id
ORDER BY number DESC, reason, name, type, entities_id
LIMIT $limit
