"""Who is the same as whom."""

from __future__ import annotations

import pytest
from newsroom import Draft

from kg.model import ArticleGraph
from kg.resolve import graph_of
from kg.resolve.identity import days_of


def one(id: str, *people: tuple[str, str, str], date: str = "2024-05-01", place: str = "", **more: str) -> ArticleGraph:
    """An article in which people hold offices in bodies; empty for none."""
    draft = Draft()
    for name, office, body in people:
        person = draft.one("Person", name)
        if office:
            position = draft.one("Position", office)
            draft.say(person, "HOLDS_POSITION", position)
            if body:
                draft.say(position, "POSITION_IN", draft.one("Organization" if body.endswith("局") else "Place", body))
    return ArticleGraph(
        id=id, title=id, text=f"{id}的正文", date=date, place=place,
        appearances=tuple(draft.appearances), statements=tuple(draft.statements), **more,
    )  # fmt: skip


def entities(kind: str, *graphs: ArticleGraph) -> int:
    return sum(entity.type == kind for entity in graph_of(graphs).entities)


@pytest.mark.parametrize(
    ("first", "second", "persons"),
    [
        (("张伟", "", ""), ("张伟", "", ""), 2),
        (("张伟", "甲州市市长", "甲州市"), ("张伟", "甲州市市长", "甲州市"), 1),
        (("张伟", "甲州市市长", ""), ("张伟", "甲州市市长", ""), 1),
        (("张伟", "甲州市市长", "甲州市"), ("张伟", "乙州市市长", "乙州市"), 2),
        (("张伟", "甲州市教育局局长", "甲州市教育局"), ("张伟", "甲州市教育局书记", "甲州市教育局"), 1),
        (("张伟", "前甲州市市长", ""), ("张伟", "甲州市市长", ""), 1),
        (("张伟", "市长", ""), ("张伟", "市长", ""), 2),
        (("张伟", "市长", "甲州市"), ("张伟", "甲州市市长", ""), 1),
        (("张伟", "全国人大代表", ""), ("张伟", "全国人大代表", ""), 2),
        (("张伟", "记者", "甲州市"), ("张伟", "记者", "甲州市"), 2),
        (("张伟", "某部部长", "中国"), ("张伟", "某校校长", "中国"), 2),
        (("张伟", "甲州市市长", "甲州市"), ("张纬", "甲州市市长", "甲州市"), 2),
    ],
)
def test_persons(first, second, persons):
    assert entities("Person", one("a", first), one("b", second)) == persons


def test_one_without_office_joins_the_only_namesake_of_place_and_month():
    mayor = one("a", ("张伟", "甲州市市长", "甲州市"), place="甲州市")
    bare = one("b", ("张伟", "", ""), place="甲州市")
    teacher = one("c", ("张伟", "甲州市教育局局长", "甲州市教育局"), place="甲州市")
    assert entities("Person", mayor, bare) == 1
    assert entities("Person", mayor, one("b", ("张伟", "", ""), place="乙州市")) == 2
    assert entities("Person", mayor, one("b", ("张伟", "", ""), place="甲州市", date="2024-07-01")) == 2
    assert entities("Person", mayor, bare, teacher) == 3
    assert entities("Person", mayor, one("b", ("张伟", "村民", ""), place="甲州市")) == 2


def test_two_of_one_name_in_one_article_stay_two():
    draft = Draft()
    draft.one("Person", "张伟")
    twice = [*draft.appearances, *draft.appearances]
    import msgspec

    twice[1] = msgspec.structs.replace(twice[1], id="e2")
    graph = ArticleGraph(id="a", title="", text="", appearances=tuple(twice))
    assert entities("Person", graph) == 2


def test_offices_join_over_articles_with_both():
    a = one("a", ("张伟", "甲州市市长", ""))
    b = one("b", ("张伟", "甲州市委书记", ""))
    both = one("c", ("张伟", "甲州市市长", ""), ("张伟", "甲州市委书记", ""))
    assert entities("Person", a, b) == 2
    assert entities("Person", a, b, both) == 1


def gathering(id: str, name: str, day: str, place: str = "", month: str = "2024-05") -> ArticleGraph:
    draft = Draft()
    event = draft.one("Event", name)
    if day:
        draft.say(event, "HELD_ON", day)
    if place:
        draft.say(event, "HELD_AT", draft.one("Place", place))
    return ArticleGraph(
        id=id, title=id, text="", date=f"{month}-20",
        appearances=tuple(draft.appearances), statements=tuple(draft.statements),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "events"),
    [
        (("甲州市读书节开幕式", "2024-05-03"), ("甲州市读书节开幕式", "2024-05-03"), 1),
        (("甲州市读书节开幕式", "2024-05-03"), ("甲州市读书节开幕式", "2023-05-03"), 2),
        (("甲州市读书节", "2024-05-03/2024-05-05"), ("甲州市读书节", "2024-05-05"), 1),
        (("座谈会", "2024-05-03"), ("座谈会", "2024-05-03"), 2),
        (("座谈会", "2024-05-03", "甲州市"), ("座谈会", "2024-05-03", "甲州市"), 1),
        (("座谈会", "2024-05-03", "甲州市"), ("座谈会", "2024-05-03", "乙州市"), 2),
        (("第三届丝绸博览会", ""), ("第三届丝绸博览会", ""), 1),
        (("第三次会议", ""), ("第三次会议", ""), 2),
    ],
)
def test_events(first, second, events):
    assert entities("Event", gathering("a", *first), gathering("b", *second)) == events


def test_event_lasts_from_the_first_to_the_last_stated_day():
    graphs = [
        gathering("a", "甲州市读书节", "2024-05-03/2024-05-05"),
        gathering("b", "甲州市读书节", "2024-05-05/2024-05-06"),
    ]
    (event,) = (entity for entity in graph_of(graphs).entities if entity.type == "Event")
    assert (event.start, event.end) == ("2024-05-03", "2024-05-06")


def test_bodies_that_any_town_has_need_a_place():
    def body(id: str, name: str, place: str) -> ArticleGraph:
        draft = Draft()
        draft.one("Organization", name)
        return ArticleGraph(id=id, title="", text="", place=place, appearances=tuple(draft.appearances))

    assert entities("Organization", body("a", "甲州市教育局", ""), body("b", "甲州市教育局", "乙州市")) == 1
    assert entities("Organization", body("a", "市政府", "甲州市"), body("b", "市政府", "甲州市")) == 1
    assert entities("Organization", body("a", "市政府", "甲州市"), body("b", "市政府", "乙州市")) == 2
    assert entities("Organization", body("a", "市政府", ""), body("b", "市政府", "")) == 2


def test_days():
    assert days_of("2024-02-28/2024-03-01") == ["2024-02-28", "2024-02-29", "2024-03-01"]
    assert days_of("2024-05") == ["2024-05"]
    assert days_of("2024-05-02/2024-05-01") == ["2024-05-02", "2024-05-01"]
    assert len(days_of("2020-01-01/2024-01-01")) == 2
