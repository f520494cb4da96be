/*
name: two-holders
topic: contradictions
en: Which offices seem to have two holders at once?
zh: 哪些职务似乎同时由两人担任？
parameters:
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {}
*/
MATCH (o:Position)<-[h:HOLDS_POSITION]-(p:Person)
WHERE NOT h.status IN ['former', 'removed']
  AND NOT o.name CONTAINS '副' AND NOT o.name ENDS WITH '员' AND NOT o.name ENDS WITH '常委' AND NOT o.name ENDS WITH '代表'
WITH o, p, min(h.first_date) AS first_date, max(h.last_date) AS last_date
ORDER BY o.id, first_date, p.name, p.id
WITH o, collect({id: p.id, name: p.name, first: first_date, last: last_date}) AS holders
WHERE size(holders) > 1
UNWIND range(0, size(holders) - 2) AS i
UNWIND range(i + 1, size(holders) - 1) AS j
WITH o, holders[i] AS x, holders[j] AS y
WHERE x.first <= y.last AND y.first <= x.last
RETURN o.name AS office, x.name AS person, x.first AS first_date, x.last AS last_date, y.name AS other,
       y.first AS other_first_date, y.last AS other_last_date, o.id AS office_id, x.id AS person_id, y.id AS other_id
ORDER BY office, first_date, person, other, office_id, person_id, other_id
LIMIT $limit
