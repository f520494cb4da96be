/*
name: document
topic: documents
en: Who adopted, issued or signed a document, and where can that be read?
zh: 某文件由谁通过、发布或签署？出处在哪里？
parameters:
  document: {type: Document, en: the document, zh: 文件}
example: {document: 共建先进不锈钢研究院协议}
*/
MATCH (d:Entity {id: $document})<-[r:ADOPTED|ISSUED|SIGNED]-(x:Entity)
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = r.id
RETURN x.name AS actor, type(r) AS relation, a.date AS date, a.paper AS paper, a.page AS page, a.title AS headline,
       s.text AS quote, x.id AS actor_id
ORDER BY date, relation, actor, paper, quote
