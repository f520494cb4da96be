/*
name: appointments
topic: offices
en: Which appointments and removals were reported in a period?
zh: 某段时间里报道了哪些任免？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {since: "2024-04", until: "2024-04"}
*/
MATCH (s:Statement {predicate: 'HOLDS_POSITION'})-[:STATED_IN]->(a:Article)
WHERE s.status IN ['appointed', 'removed', 'elect', 'acting'] AND a.date >= $since AND a.date <= $until
MATCH (:Appearance {id: s.subject})-[:REFERS_TO]->(p:Entity)
MATCH (:Appearance {id: s.object})-[:REFERS_TO]->(o:Entity)
RETURN a.date AS date, p.name AS person, s.status AS status, o.name AS office, a.paper AS paper, a.page AS page,
       a.title AS headline, s.text AS quote, p.id AS person_id, o.id AS office_id
ORDER BY date, person, office, status, paper, quote
LIMIT $limit
