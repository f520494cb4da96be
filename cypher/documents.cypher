/*
name: documents
topic: documents
en: Which documents did someone adopt, issue or sign?
zh: 某人或某机构通过、发布、签署过哪些文件？
parameters:
  by: {type: Organization|Person|Place|Event, en: the actor, zh: 行为者}
example: {by: 兰州牛肉拉面行业协会}
*/
MATCH (x:Entity {id: $by})-[r:ADOPTED|ISSUED|SIGNED]->(d:Entity)
RETURN r.first_date AS first_date, type(r) AS relation, d.name AS document, r.stories AS stories, d.id AS document_id
ORDER BY first_date, relation, document
