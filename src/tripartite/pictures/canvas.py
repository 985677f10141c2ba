"""An SVG under construction: elements with rounded numbers, a title, a description.

Colours are attributes, so that a picture is whole by itself; each mark has a class too, by which
a page that holds the picture may colour it for its theme.
"""

from __future__ import annotations

from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

FONTS: Final = (
    "Noto Sans JP, Noto Sans, Helvetica, Arial, Hiragino Sans, Yu Gothic, Meiryo, sans-serif"
)
INK: Final = "#1b2733"
QUIET: Final = "#55616d"
LINE: Final = "#c9d1d9"
PAPER: Final = "#ffffff"
ACCENT: Final = "#0b4f8a"


class Canvas:
    """A picture of a given size with a name and a twin in words.

    Attributes:
        root: The ``svg`` element.
    """

    def __init__(self, title: str, description: str, language: str, name: str) -> None:
        """Begin a picture.

        Args:
            title: Its heading, read first by a screen reader.
            description: What it shows, in words: its twin.
            language: Of all texts.
            name: Begins every id, so that two pictures can stand on one page.
        """
        self.name = name
        self.root = Element("svg")
        for key, value in (
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("lang", language),
            ("class", "picture"),
            ("role", "group"),
            ("aria-labelledby", f"{name}-title"),
            ("aria-describedby", f"{name}-desc"),
            ("font-family", FONTS),
            ("font-size", "12"),
            ("fill", INK),
        ):
            self.root.set(key, value)
        add(self.root, "title", title, id=f"{name}-title")
        add(self.root, "desc", description, id=f"{name}-desc")
        self._paper = add(self.root, "rect", class_="paper", fill=PAPER, x=0, y=0)

    def resize(self, width: float, height: float) -> None:
        """Set the size in pixels; the picture scales with its place."""
        self.root.set("viewBox", f"0 0 {number(width)} {number(height)}")
        for element in (self.root, self._paper):
            element.set("width", number(width))
            element.set("height", number(height))

    def write(self) -> str:
        """Return the picture as text, a line an element."""
        indent(self.root, " ")
        return tostring(self.root, encoding="unicode") + "\n"


def add(parent: Element, tag: str, text: str = "", /, **attributes: str | float) -> Element:
    """Add an element; ``class_`` and ``stroke_width`` become ``class`` and ``stroke-width``.

    Numbers are rounded to a tenth, so that the last digit of a layout changes nothing.
    """
    element = SubElement(parent, tag)
    for key, value in attributes.items():
        name = key.rstrip("_").replace("_", "-")
        element.set(name, value if isinstance(value, str) else number(value))
    if text:
        element.text = text
    return element


def group(parent: Element, label: str, /, **attributes: str | float) -> Element:
    """Add a group that has a name of its own: shown on hovering, read by a screen reader."""
    element = add(parent, "g", role="img", **attributes)
    add(element, "title", label)
    return element


def number(value: float) -> str:
    """Return a number rounded to a tenth, without a useless zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
