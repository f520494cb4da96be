/*
name: offices
topic: people
en: Which offices has a person held, in which bodies, and between which dates is each reported?
zh: 某人担任过哪些职务？属于哪些机构？报道的起止日期？
parameters:
  person: {type: Person, en: the person, zh: 人物}
example: {person: 东方毅}
*/
MATCH (p:Entity {id: $person})-[h:HOLDS_POSITION]->(office:Entity)
OPTIONAL MATCH (office)-[:POSITION_IN]->(body:Entity)
WITH p, h, office, body
ORDER BY body.name
WITH p, h, office, collect(DISTINCT body.name) AS bodies
RETURN office.name AS office, bodies, h.status AS status, h.first_date AS first_date, h.last_date AS last_date,
       h.stories AS stories, office.id AS office_id
ORDER BY first_date, last_date, office, status
