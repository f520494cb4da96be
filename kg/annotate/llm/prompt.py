"""What a model is asked: the instructions, made from the ontology, and the article as inert JSON."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from kg.annotate.llm.answer import schema
from kg.model import Article
from kg.ontology import FrameRule, Ontology, Relation


def instructions(ontology: Ontology) -> str:
    """The system message: rules of the task, the table of verbs, the shape of the answer."""
    text = _template()
    text = text.replace("{types}", "；".join(f"{name} {kind.label.zh}" for name, kind in ontology.types.items()))
    text = text.replace("{relations}", "\n".join(_rows(ontology)))
    return text.replace("{schema}", json.dumps(schema(ontology), ensure_ascii=False, separators=(",", ":")))


def question(article: Article, text: str) -> str:
    """The user message: a piece of an article with what its issue says, quoted as JSON so that it stays material."""
    fields = {
        "title": article.title,
        "text": text,
        "date": article.date,
        "paper": article.paper,
        "place": article.place,
    }
    return json.dumps(fields, ensure_ascii=False)


@cache
def _template() -> str:
    return (files("kg") / "data" / "llm_prompt.txt").read_text(encoding="utf-8")


def _rows(ontology: Ontology) -> list[str]:
    return [_row(relation, rule) for relation in ontology.relations.values() for rule in relation.frames]


def _row(relation: Relation, rule: FrameRule) -> str:
    subject, object_ = rule.roles
    arrow = "↔" if relation.symmetric else "→"
    domain, range_ = "/".join(relation.domain), "/".join(relation.range)
    return f"- {'、'.join(rule.verbs)}：{subject}（{domain}）{arrow} {object_}（{range_}），{relation.label.zh}"
