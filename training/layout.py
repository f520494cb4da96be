"""How the bodies of synthetic pages that keep their printed lines are set: articles side by side, read in turn."""

from __future__ import annotations

import random

FACING = 0.5  # share of these pages on which articles stand side by side and are read across each other in turn
Cuts = tuple[int, ...]  # weights of cutting a body into one piece, two, and so on

FEW: tuple[Cuts, ...] = ((3, 4, 2, 0), (5, 3, 1, 0), (1, 3, 3, 1))
MANY: tuple[Cuts, ...] = ((1, 2, 3, 3, 2, 1), (0, 1, 3, 4, 3), (2, 3, 3, 1, 0))


class Layout:
    """Into how many pieces bodies are cut, and in what order these stand."""

    def __init__(self, rng: random.Random, *, printed: bool) -> None:
        self.facing = printed and rng.random() < FACING
        self.cuts = rng.choice(MANY if self.facing else FEW)
        self.whole = rng.choice((0.05, 0.1, 0.3) if self.facing else (0.1, 0.3, 0.5))  # pieces that end a paragraph
        self.most = rng.choice((2, 2, 3) if self.facing else (2, 2, 3, 4))  # articles under way at the same time
        self.begin = rng.choice((0.6, 0.9) if self.facing else (0.4, 0.6, 0.8))
        self.turns = 0.97 if self.facing else 0.8  # pieces after which another article goes on
