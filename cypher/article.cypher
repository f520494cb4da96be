/*
name: article
topic: evidence
en: What does an article state?
zh: 某篇报道陈述了哪些事实？
parameters:
  article: {type: article, en: the headline or id, zh: 标题或编号}
example: {article: 泰州市领导来兴察看防汛备汛工作}
*/
MATCH (a:Article {id: $article})<-[:STATED_IN]-(s:Statement)
MATCH (:Appearance {id: s.subject})-[:REFERS_TO]->(x:Entity)
OPTIONAL MATCH (:Appearance {id: s.object})-[:REFERS_TO]->(y:Entity)
RETURN a.paper AS paper, a.date AS date, a.page AS page, x.name AS subject, s.predicate AS relation,
       coalesce(y.name, s.object) AS object, s.text AS quote, s.confidence AS confidence, s.planned AS planned,
       x.id AS subject_id, y.id AS object_id, a.id AS article_id, s.id AS statement_id
ORDER BY paper, date, article_id, quote, relation, subject, object
