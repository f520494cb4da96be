/*
name: summary
topic: changes
en: How many entities of each type and facts of each relation are there?
zh: 每类实体、每种关系各有多少？
parameters: {}
example: {}
*/
CALL () {
  MATCH (e:Entity)
  RETURN 'entities' AS kind, [l IN labels(e) WHERE l <> 'Entity'][0] AS name, count(*) AS number
  UNION
  MATCH (:Entity)-[r]->(:Entity)
  RETURN 'facts' AS kind, type(r) AS name, count(*) AS number
}
RETURN kind, name, number
ORDER BY kind, number DESC, name
