/*
name: chaired-for
topic: events
en: Who chaired what an organization held?
zh: 某机构举办的会议和活动由谁主持？
parameters:
  organization: {type: Organization|Place, en: the organizer, zh: 举办者}
example: {organization: 荆门市人民政府}
*/
MATCH (o:Entity {id: $organization})-[:ORGANIZED]->(e:Event)
OPTIONAL MATCH (e)<-[:CHAIRED]-(who:Entity)
WITH e, who
ORDER BY who.name
WITH e, collect(DISTINCT who.name) AS chairs, collect(DISTINCT who.id) AS chairs_id
RETURN e.start AS start, e.name AS event, chairs, e.id AS event_id, chairs_id
ORDER BY start, event, event_id
