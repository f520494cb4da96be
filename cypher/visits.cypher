/*
name: visits
topic: people
en: Where did a person or body go, or who came to a place or body?
zh: 某人去过哪里？谁来过某地或某机构？
parameters:
  who: {type: Person|Organization|Place, en: the visitor or the visited, zh: 访问者或被访问者}
example: {who: 海口市}
*/
MATCH (p:Entity {id: $who})-[r:VISITED]-(x:Entity)
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = r.id
RETURN startNode(r).name AS visitor, endNode(r).name AS visited, a.date AS date, a.paper AS paper, a.page AS page,
       a.title AS headline, s.text AS quote, x.id AS other_id
ORDER BY date, visitor, visited, paper, quote
