"""Training gives the same bytes from the same data, and keeps labels where the text is after names were replaced."""

from pathlib import Path

from kg.grammar.tagger import Tagger
from kg.model import Appearance, ArticleGraph
from training.augment import Renamer, variants
from training.gold import occurrences
from training.tagger import SEED, train


def article(number: int, name: str) -> ArticleGraph:
    return ArticleGraph(
        id=f"t{number}",
        title="市政府召开会议",
        text=f"市长{name}主持会议并讲话。副市长{name}说，{name}思想不是人。",
        appearances=(
            Appearance(id="e1", type="Person", name=name, names=(name,)),
            Appearance(id="e2", type="Position", name="副市长", names=("副市长", "市长")),
        ),
    )


ARTICLES = [article(i, name) for i, name in enumerate(["章若水", "贺一帆", "欧阳明", "司徒远山"])]


def test_an_office_inside_a_longer_one_and_a_theory_are_no_occurrences() -> None:
    found = [ARTICLES[0].full[span.start : span.end] for span, _ in occurrences(ARTICLES[0])]
    assert sorted(found) == ["副市长", "市长", "章若水", "章若水"]


def test_labels_follow_the_names_that_were_put_in() -> None:
    renamer = Renamer(ARTICLES, seed=1)
    for original in ARTICLES:
        text, spans = renamer.variant(original)
        forms = {kind: {text[s.start : s.end] for s, k in spans if k == kind} for _, kind in spans}
        assert forms["Position"] == {"市长", "副市长"}
        assert len(forms["Person"]) == 1


def test_the_same_data_give_the_same_model(tmp_path: Path) -> None:
    one, two = tmp_path / "one.crfsuite", tmp_path / "two.crfsuite"
    for path in (one, two):
        train(variants(ARTICLES, 5, SEED), path)
    assert one.read_bytes() == two.read_bytes()
    assert any(mention.type == "Position" for mention in Tagger(one).mentions("市长柳如烟主持会议。"))
