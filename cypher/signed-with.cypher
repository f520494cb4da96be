/*
name: signed-with
topic: agreements
en: With whom did someone sign, which document, and where can that be read?
zh: 某机构与谁签署了什么？出处在哪里？
parameters:
  who: {type: Organization|Place|Person, en: one party, zh: 一方}
example: {who: 广州澄果食品科技有限公司}
*/
MATCH (w:Entity {id: $who})-[r:SIGNED_WITH]-(partner:Entity)
MATCH (s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.fact = r.id
OPTIONAL MATCH (a)<-[:STATED_IN]-(t:Statement {predicate: 'SIGNED'})
WHERE t.frame = s.frame
OPTIONAL MATCH (:Appearance {id: t.object})-[:REFERS_TO]->(d:Entity)
WITH partner, s, a, d
ORDER BY d.name
WITH partner, s, a, collect(DISTINCT d.name) AS documents
RETURN partner.name AS partner, documents, a.date AS date, a.paper AS paper, a.page AS page, a.title AS headline,
       s.text AS quote, partner.id AS partner_id
ORDER BY date, partner, paper, quote
