/*
name: most-partners
topic: agreements
en: Which bodies signed with the most partners?
zh: 哪些机构的签约伙伴最多？
parameters:
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (a:Entity)-[:SIGNED_WITH]-(b:Entity)
WITH DISTINCT a, b
ORDER BY b.name
WITH a, collect(b.name) AS partners
RETURN a.name AS body, size(partners) AS number, partners, a.id AS body_id
ORDER BY number DESC, body, body_id
LIMIT $limit
