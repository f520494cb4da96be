"""Make kg/data/lookalikes.txt: python -m training.lookalikes FONT.ttf kg/data/lookalikes.txt (needs Pillow and numpy).

Draws each character that names are written with, blurs the image, and keeps the characters whose images correlate.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from kg.grammar.lexicon import name_characters, surnames

SIZE = 32  # pixels
LEAST = 0.69  # correlation
MOST = 12  # look-alikes of one character


def image(char: str, font: ImageFont.FreeTypeFont) -> npt.NDArray[np.float32]:
    """The blurred image of a character as a vector of mean 0 and length 1."""
    canvas = Image.new("L", (SIZE, SIZE))
    ImageDraw.Draw(canvas).text((SIZE // 2, SIZE // 2), char, fill=255, font=font, anchor="mm")
    pixels = np.asarray(canvas.filter(ImageFilter.GaussianBlur(1.5)), dtype=np.float32).ravel()
    pixels = pixels - pixels.mean()
    return pixels / (np.linalg.norm(pixels) or 1.0)


def lines(path: Path) -> list[str]:
    """Each character with its look-alikes, the closest first."""
    chars = sorted({*surnames()[0], *name_characters()[0]})
    font = ImageFont.truetype(str(path), SIZE - 4)
    likeness = np.stack([image(char, font) for char in chars])
    likeness = likeness @ likeness.T
    found = []
    for at, char in enumerate(chars):
        order = [int(other) for other in np.argsort(-likeness[at]) if other != at and likeness[at, other] >= LEAST]
        if order:
            found.append(char + "".join(chars[other] for other in order[:MOST]))
    return found


if __name__ == "__main__":
    comment = (
        "# A character and the characters whose printed images are closest to its own, the closest first "
        "(correlation of blurred images of one font, .69 or more)."
    )
    Path(sys.argv[2]).write_text("\n".join([comment, *lines(Path(sys.argv[1]))]) + "\n", encoding="utf-8")
