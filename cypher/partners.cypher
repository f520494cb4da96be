/*
name: partners
topic: agreements
en: Who are an organization's partners, ranked by what they sign, hold and attend together?
zh: 某机构的合作伙伴有哪些？按合作次数排列
parameters:
  who: {type: Organization|Place, en: the organization, zh: 机构}
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {who: 广州澄果食品科技有限公司}
*/
MATCH (w:Entity {id: $who})
CALL (w) {
  MATCH (w)-[r:SIGNED_WITH|MET_WITH]-(x:Entity)
  RETURN x, type(r) AS kind, r.stories AS weight, r.last_date AS day
  UNION ALL
  MATCH (w)-[:SIGNED|ISSUED]->(d:Document)<-[r:SIGNED|ISSUED]-(x:Entity)
  RETURN x, 'Document' AS kind, 1 AS weight, r.last_date AS day
  UNION ALL
  MATCH (w)-[:ORGANIZED|ATTENDED]->(e:Event)<-[r:ORGANIZED|ATTENDED]-(x:Entity)
  RETURN x, 'Event' AS kind, 1 AS weight, r.last_date AS day
}
WITH x, kind, weight, day
WHERE x.id <> $who AND (x:Organization OR x:Place)
WITH x, sum(CASE WHEN kind = 'SIGNED_WITH' THEN weight ELSE 0 END) AS signed,
     sum(CASE WHEN kind = 'MET_WITH' THEN weight ELSE 0 END) AS met,
     sum(CASE WHEN kind = 'Document' THEN 1 ELSE 0 END) AS documents,
     sum(CASE WHEN kind = 'Event' THEN 1 ELSE 0 END) AS events, max(day) AS last_date
RETURN x.name AS partner, signed + met + documents + events AS ties, signed, met, documents, events, last_date,
       x.id AS partner_id
ORDER BY ties DESC, partner, partner_id
LIMIT $limit
