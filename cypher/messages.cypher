/*
name: messages
topic: people
en: Who sent letters or messages to whom?
zh: 谁向谁致电、致信？
parameters:
  who: {type: Person|Organization|Place|Event, default: "", en: sender or addressee, zh: 发出者或接收者}
  limit: {type: integer, default: 50, en: at most so many, zh: 最多条数}
example: {limit: 5}
*/
MATCH (a:Entity)-[r:MESSAGED]->(b:Entity)
WHERE $who IN ['', a.id, b.id]
RETURN a.name AS sender, b.name AS addressee, r.first_date AS first_date, r.last_date AS last_date,
       r.stories AS stories, a.id AS sender_id, b.id AS addressee_id, r.id AS fact_id
ORDER BY last_date DESC, sender, addressee
LIMIT $limit
