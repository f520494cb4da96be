/*
name: succession
topic: offices
en: Who came before and after whom in an office?
zh: 某职务的前任和继任者是谁？
parameters:
  office: {type: Position, en: the office, zh: 职务}
example: {office: 兴化市教育局局长}
*/
// Who is only ever called former or removed comes first: the term began before the articles do.
MATCH (o:Entity {id: $office})<-[h:HOLDS_POSITION]-(p:Entity)
WITH p, h, h.status IN ['former', 'removed'] AS over
WITH p, min(CASE WHEN over THEN null ELSE h.first_date END) AS since, min(h.first_date) AS mentioned,
     max(CASE WHEN over THEN 1 ELSE 0 END) = 1 AS over
ORDER BY coalesce(since, ''), mentioned, p.name, p.id
WITH collect({name: p.name, id: p.id, since: since, over: over}) AS holders
UNWIND range(0, size(holders) - 1) AS i
WITH holders, i, holders[i] AS holder
RETURN CASE WHEN i > 0 THEN holders[i - 1].name ELSE null END AS predecessor, holder.name AS person,
       holder.since AS reported_since, CASE WHEN i + 1 < size(holders) THEN holders[i + 1].name ELSE null END AS successor,
       holder.over AS over, holder.id AS person_id
ORDER BY i
