/*
name: agreements
topic: agreements
en: Who signed with whom in a period?
zh: 某段时间里谁与谁签了约？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {since: "2025-01", until: "2025-01"}
*/
MATCH (a:Entity)-[r:SIGNED_WITH]->(b:Entity)
WHERE coalesce(r.last_date, '') >= $since AND coalesce(r.first_date, '') <= $until
WITH r, CASE WHEN a.name <= b.name THEN a ELSE b END AS x, CASE WHEN a.name <= b.name THEN b ELSE a END AS y
RETURN x.name AS party, y.name AS other, r.first_date AS first_date, r.last_date AS last_date, r.stories AS stories,
       x.id AS party_id, y.id AS other_id, r.id AS fact_id
ORDER BY first_date, party, other
LIMIT $limit
