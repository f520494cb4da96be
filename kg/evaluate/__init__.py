"""Predicted entities and relations against gold ones, by the rules of the annotation guidelines.

Articles are paired by id. A gold article without a prediction counts as predicted empty. Articles cut out of pages can
be paired by their text instead (:func:`align`), as their numbers mean nothing.
"""

from kg.evaluate.gold import Articles, GoldArticle, Judged, align, half, read_gold, split
from kg.evaluate.reliability import Bin, reliability
from kg.evaluate.score import Figures, Mistake, Score, Verdict, score

__all__ = [
    "Articles",
    "Bin",
    "Figures",
    "GoldArticle",
    "Judged",
    "Mistake",
    "Score",
    "Verdict",
    "align",
    "half",
    "read_gold",
    "reliability",
    "score",
    "split",
]
