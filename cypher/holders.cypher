/*
name: holders
topic: offices
en: Who has held an office, in order of time?
zh: 某职务先后由谁担任？
parameters:
  office: {type: Position, en: the office, zh: 职务}
example: {office: 兴化市副市长}
*/
MATCH (o:Entity {id: $office})<-[h:HOLDS_POSITION]-(p:Entity)
RETURN p.name AS person, h.status AS status, h.first_date AS first_date, h.last_date AS last_date,
       h.stories AS stories, p.id AS person_id, h.id AS fact_id
ORDER BY first_date, last_date, person, status
