/*
name: together
topic: events
en: At which events were two people both present, and in which roles?
zh: 两个人共同参加过哪些会议和活动？各以何种身份？
parameters:
  a: {type: Person|Organization|Place, en: one, zh: 其一}
  b: {type: Person|Organization|Place, en: the other, zh: 其二}
example: {a: 殷伯安, b: 赫连清}
*/
MATCH (a:Entity {id: $a})-[r:ATTENDED|CHAIRED|SPOKE_AT|ORGANIZED]->(e:Event)
MATCH (e)<-[q:ATTENDED|CHAIRED|SPOKE_AT|ORGANIZED]-(b:Entity {id: $b})
WITH e, type(r) AS role_a, type(q) AS role_b
ORDER BY role_a, role_b
RETURN e.start AS start, e.name AS event, collect(DISTINCT role_a) AS roles_a, collect(DISTINCT role_b) AS roles_b,
       e.id AS event_id
ORDER BY start, event, event_id
