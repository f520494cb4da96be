/*
name: two-holders
topic: contradictions
en: Which offices seem to have two holders at once?
zh: 哪些职务似乎同时由两人担任？
parameters:
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {limit: 10}
*/
MATCH (a:Person)-[h:HOLDS_POSITION]->(o:Position)<-[k:HOLDS_POSITION]-(b:Person)
WHERE a.id < b.id AND NOT h.status IN ['former', 'removed'] AND NOT k.status IN ['former', 'removed']
  AND h.first_date <= k.last_date AND k.first_date <= h.last_date
  AND NOT o.name CONTAINS '副' AND NOT o.name ENDS WITH '委员' AND NOT o.name ENDS WITH '常委'
  AND NOT o.name ENDS WITH '代表' AND NOT o.name ENDS WITH '成员' AND NOT o.name ENDS WITH '员'
WITH o, CASE WHEN h.first_date <= k.first_date THEN [a, h, b, k] ELSE [b, k, a, h] END AS pair
WITH o, pair[0] AS x, pair[1] AS hx, pair[2] AS y, pair[3] AS hy
RETURN o.name AS office, x.name AS person, hx.first_date AS first_date, hx.last_date AS last_date,
       y.name AS other, hy.first_date AS other_first_date, hy.last_date AS other_last_date,
       o.id AS office_id, x.id AS person_id, y.id AS other_id
ORDER BY office, first_date, person, other
LIMIT $limit
