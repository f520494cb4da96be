/*
name: attended
topic: events
en: Who took part in an event, in which role, and which offices do they hold?
zh: 谁参加了某个会议或活动？以何种身份？担任什么职务？
parameters:
  event: {type: Event, en: the event, zh: 会议或活动}
example: {event: 第四届中国（湛江）对虾产业大会}
*/
MATCH (e:Entity {id: $event})<-[r:ATTENDED|CHAIRED|SPOKE_AT|ORGANIZED]-(who:Entity)
OPTIONAL MATCH (who)-[h:HOLDS_POSITION]->(office:Entity)
WHERE h.status <> 'former'
WITH who, type(r) AS role, r, office
ORDER BY role, office.name
WITH who, collect(DISTINCT role) AS roles, collect(DISTINCT office.name) AS offices,
     max(r.stories) AS stories, min(r.first_date) AS first_date
RETURN who.name AS participant, [l IN labels(who) WHERE l <> 'Entity'][0] AS type, roles, offices,
       stories, first_date, who.id AS participant_id
ORDER BY type DESC, participant, participant_id
