/*
name: officers
topic: offices
en: Who holds which office in a body?
zh: 某机构的任职人员有哪些？
parameters:
  body: {type: Organization|Place, en: the body or place, zh: 机构或地点}
example: {body: 兴化市}
*/
MATCH (b:Entity {id: $body})<-[:POSITION_IN]-(o:Entity)<-[h:HOLDS_POSITION]-(p:Entity)
RETURN DISTINCT o.name AS office, p.name AS person, h.status AS status, h.first_date AS first_date,
       h.last_date AS last_date, h.stories AS stories, p.id AS person_id, o.id AS office_id
ORDER BY office, first_date, person, status
