/*
name: adopted
topic: events
en: Which documents did a meeting or a body adopt, and where can that be read?
zh: 某个会议或机构通过了哪些文件？出处在哪里？
parameters:
  by: {type: Event|Organization|Place, en: the meeting or body, zh: 会议或机构}
example: {by: 陕西省第十四届人民代表大会常务委员会第十三次会议}
*/
MATCH (x:Entity {id: $by})-[r:ADOPTED]->(d:Entity)
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = r.id
RETURN d.name AS document, a.paper AS paper, a.date AS date, a.page AS page, a.title AS headline, s.text AS quote,
       d.id AS document_id
ORDER BY document, date, paper, quote
