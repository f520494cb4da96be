"""Make kg/data/places.tsv: python -m training.places adcodes.csv 56_nations.csv kg/data/places.tsv.

The two tables are those of the package cpca (MIT), which has the administrative areas of China with their codes.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

CLASSES = re.findall(r"\S+", "特别行政区 自治区 自治州 自治县 自治旗 地区 林区 特区 省 市 县 区 旗 盟")
NO_AREA = {"市辖区", "县", "省直辖县"}  # rows that only group others


def autonomous(peoples: Iterable[str]) -> re.Pattern[str]:
    """Matches the name of an autonomous area; its first group is the name without the peoples (积石山)."""
    names = {*peoples, *(name.removesuffix("族") for name in peoples if len(name) > 2), "壮", "回", "各"}
    people = "(?:" + "|".join(sorted(names, key=lambda name: (-len(name), name))) + ")"
    return re.compile(f"^(.+?){people}(?:{people}族?)*族?自治[州县旗区]$")


def short(name: str, shape: re.Pattern[str]) -> str:
    """An area's name without its class word."""
    if match := shape.match(name):
        return "内蒙古" if name.startswith("内蒙古") else match[1]
    ending = next((word for word in CLASSES if name.endswith(word) and len(name) > len(word) + 1), "")
    bare = name.removesuffix(ending)
    return bare.removesuffix("族") if ending.startswith("自治") else bare


def lines(areas: Path, peoples: Path) -> Iterator[str]:
    """Code, name and short name of each province, prefecture and county."""
    with peoples.open(encoding="utf-8") as table:
        shape = autonomous([row[0] for row in csv.reader(table) if row and row[0].endswith("族")])
    with areas.open(encoding="utf-8") as table:
        found = {row["adcode"][:6]: row["name"] for row in csv.DictReader(table) if row["adcode"][6:] == "000000"}
    for code, name in sorted(found.items()):
        if name not in NO_AREA and "直辖" not in name:
            yield f"{code}\t{name}\t{'内蒙古' if name == '内蒙古自治区' else short(name, shape)}"


if __name__ == "__main__":
    comment = "# code, name, short name; the first two and four digits are the code of province and prefecture"
    Path(sys.argv[3]).write_text(
        "\n".join([comment, *lines(Path(sys.argv[1]), Path(sys.argv[2]))]) + "\n", encoding="utf-8"
    )
