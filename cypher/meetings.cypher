/*
name: meetings
topic: people
en: Whom did a person or body meet, and where can that be read?
zh: 某人或某机构会见过谁？出处在哪里？
parameters:
  who: {type: Person|Organization, en: the person or body, zh: 人物或机构}
example: {who: 褚明谦}
*/
MATCH (p:Entity {id: $who})-[r:MET_WITH]-(x:Entity)
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = r.id
RETURN x.name AS met, a.date AS date, a.paper AS paper, a.page AS page, a.title AS headline, s.text AS quote,
       x.id AS met_id
ORDER BY date, met, paper, quote
