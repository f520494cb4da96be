/*
name: colleagues
topic: people
en: Who holds or held an office in the same body as a person?
zh: 谁与某人在同一机构任职？
parameters:
  person: {type: Person, en: the person, zh: 人物}
example: {person: 东方毅}
*/
MATCH (p:Entity {id: $person})-[:HOLDS_POSITION]->(:Entity)-[:POSITION_IN]->(body:Entity)
MATCH (body)<-[:POSITION_IN]-(office:Entity)<-[h:HOLDS_POSITION]-(x:Entity)
WHERE x.id <> $person
RETURN DISTINCT body.name AS body, x.name AS colleague, office.name AS office, h.status AS status,
       h.first_date AS first_date, h.last_date AS last_date, x.id AS colleague_id
ORDER BY body, office, first_date, colleague, status, colleague_id
