/*
name: sources
topic: evidence
en: Which articles mention an entity, and how do they call it?
zh: 哪些报道提到某实体？用什么称呼？
parameters:
  entity: {type: Entity, en: the entity, zh: 实体}
  limit: {type: integer, default: 100, en: at most so many, zh: 最多条数}
example: {entity: 湛江市}
*/
MATCH (e:Entity {id: $entity})<-[:REFERS_TO]-(m:Appearance)-[:IN]->(a:Article)
RETURN a.date AS date, a.paper AS paper, a.page AS page, a.title AS headline, m.names AS called, a.id AS article_id
ORDER BY date, paper, headline, article_id
LIMIT $limit
