"""Our figures are those of the guidelines' own scorer."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from kg.cli.figures import score_json
from kg.evaluate import align, read_gold, score

SHARED = Path(__file__).parents[3] / "shared" / "gold"
pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", SHARED / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def perturbed(path: Path, seed: int, target: Path) -> Path:
    """Gold with entities and relations lost, mixed up, doubled and renamed."""
    chance = random.Random(seed)
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if chance.random() < 0.05:
            continue
        entities = [entity for entity in article["entities"] if chance.random() < 0.9]
        for entity in entities:
            if chance.random() < 0.1:
                entity["name"] = entity["name"][1:] or "某"
            if chance.random() < 0.05:
                entity["type"] = chance.choice(["Person", "Organization", "Place", "Event"])
        relations = [relation for relation in article["relations"] if chance.random() < 0.85]
        for relation in relations:
            if chance.random() < 0.1:
                relation["s"], relation["o"] = relation["o"], relation["s"]
            if chance.random() < 0.1:
                relation["p"] = chance.choice(["ATTENDED", "SIGNED", "MET_WITH", "HELD_ON"])
        relations += [relation for relation in relations if chance.random() < 0.05]
        if chance.random() < 0.3:
            article["text"] = article["text"][len(article["text"]) // 3 :]
        article["id"] = article["id"].split("#")[0] + f"#{chance.randrange(10**6)}" if "#" in article["id"] else article["id"]
        lines.append(json.dumps({**article, "entities": entities, "relations": relations}, ensure_ascii=False))
    target.write_text("\n".join(lines), encoding="utf-8")
    return target


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("name", ["dev.jsonl", "page.jsonl"])
def test_figures_equal_the_reference(reference: ModuleType, tmp_path: Path, name: str, seed: int) -> None:
    gold, predicted = SHARED / name, perturbed(SHARED / name, seed, tmp_path / name)
    theirs_gold, theirs_predicted = reference.load(gold), reference.load(predicted)
    ours_gold, ours_predicted = read_gold(gold), read_gold(predicted)
    if name == "page.jsonl":
        theirs_gold, theirs_predicted = reference.align(theirs_gold, theirs_predicted)
        ours_gold, ours_predicted = align(ours_gold, ours_predicted)
    theirs, mistakes = reference.score(theirs_gold, theirs_predicted, errors=10_000)
    ours = score(ours_gold, ours_predicted)
    found = score_json(ours)
    # the reference pairs entities of several matches in the order of a set, so these may differ by a hair from run to run
    for key in ("entities", "by_entity", "canonical"):
        assert flat(found.pop(key)) == pytest.approx(flat(theirs.pop(key)), abs=0.01, rel=0.01)
    assert found == theirs
    assert [str(mistake) for mistake in ours.mistakes] == mistakes


def flat(value: object) -> list[float]:
    if isinstance(value, dict):
        return [number for key in sorted(value) for number in flat(value[key])]
    assert isinstance(value, float | int)
    return [value]
