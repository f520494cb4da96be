/*
name: coverage
topic: changes
en: How many articles and statements are there, by month and paper?
zh: 各报每月有多少报道和陈述？
parameters:
  since: {type: date, default: "", en: from this day on, zh: 起始日期}
  until: {type: end-date, default: "9999", en: up to this day, zh: 截止日期}
example: {}
*/
MATCH (a:Article)
WHERE coalesce(a.date, '') >= $since AND coalesce(a.date, '') <= $until
OPTIONAL MATCH (a)<-[:STATED_IN]-(s:Statement)
WITH substring(coalesce(a.date, ''), 0, 7) AS month, coalesce(a.paper, '') AS paper, count(DISTINCT a) AS articles,
     count(s) AS statements
RETURN month, paper, articles, statements
ORDER BY month, paper
