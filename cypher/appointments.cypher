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
MATCH (p:Person)-[h:HOLDS_POSITION]->(o:Position)
WHERE h.status IN ['appointed', 'removed', 'elect', 'acting']
  AND coalesce(h.last_date, '') >= $since AND coalesce(h.first_date, '') <= $until
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = h.id
RETURN a.date AS date, p.name AS person, h.status AS status, o.name AS office, a.paper AS paper, a.page AS page,
       a.title AS headline, s.text AS quote, p.id AS person_id, o.id AS office_id
ORDER BY date, person, office, status, paper, quote
LIMIT $limit
