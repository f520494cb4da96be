/*
name: succession
topic: offices
en: Who came before and after whom in an office?
zh: 某职务的前任和继任者是谁？
parameters:
  office: {type: Position, en: the office, zh: 职务}
example: {office: 青禾市市长}
*/
MATCH (o:Entity {id: $office})<-[h:HOLDS_POSITION]-(p:Entity)
WITH p, min(CASE WHEN h.status = 'former' THEN '9999' ELSE h.first_date END) AS first, min(h.first_date) AS mentioned,
     collect(DISTINCT h.status) AS statuses
WITH p, first, mentioned, statuses
ORDER BY first, mentioned, p.name
WITH collect({name: p.name, id: p.id, since: CASE WHEN first = '9999' THEN null ELSE first END,
              former: 'former' IN statuses}) AS holders
UNWIND range(0, size(holders) - 1) AS i
WITH holders, i, holders[i] AS holder
RETURN CASE WHEN i > 0 THEN holders[i - 1].name ELSE null END AS predecessor, holder.name AS person,
       holder.since AS reported_since, CASE WHEN i + 1 < size(holders) THEN holders[i + 1].name ELSE null END AS successor,
       holder.former AS called_former, holder.id AS person_id
ORDER BY i
