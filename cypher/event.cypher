/*
name: event
topic: events
en: When and where was an event held, by whom, how many took part, and what came of it?
zh: 某个会议或活动何时何地由谁举办？多少人参加？通过了什么？
parameters:
  event: {type: Event, en: the event, zh: 会议或活动}
example: {event: 第四届中国（湛江）对虾产业大会}
*/
MATCH (e:Entity {id: $event})
RETURN e.name AS event, e.start AS start, e.end AS end,
       COLLECT { MATCH (e)-[:HELD_AT]->(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS places,
       COLLECT { MATCH (e)<-[:ORGANIZED]-(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS organizers,
       COLLECT { MATCH (e)<-[:CHAIRED]-(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS chairs,
       COUNT { MATCH (e)<-[:ATTENDED|CHAIRED|SPOKE_AT]-(x:Person) RETURN DISTINCT x } AS people,
       COLLECT { MATCH (e)-[:ADOPTED]->(x:Entity) RETURN DISTINCT x.name AS name ORDER BY name } AS adopted,
       e.id AS event_id
