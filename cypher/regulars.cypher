/*
name: regulars
topic: events
en: Who takes part most often in what an organization holds?
zh: 谁最常参加某机构举办的会议和活动？
parameters:
  organization: {type: Organization|Place, en: the organizer, zh: 举办者}
  limit: {type: integer, default: 20, en: at most so many, zh: 最多条数}
example: {organization: 荆门市人民政府}
*/
MATCH (o:Entity {id: $organization})-[:ORGANIZED]->(e:Event)<-[:ATTENDED|CHAIRED|SPOKE_AT]-(who:Entity)
WITH DISTINCT who, e
ORDER BY e.start, e.name
WITH who, collect(e.name) AS events
RETURN who.name AS participant, size(events) AS number, events, who.id AS participant_id
ORDER BY number DESC, participant, participant_id
LIMIT $limit
