"""What the program says to people, in English and Japanese: one key, two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.messages.en import ENGLISH
from tripartite.messages.ja import JAPANESE

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = {"en": ENGLISH, "ja": JAPANESE}


def say(key: str, language: str = "en", /, **values: object) -> str:
    """Return a message in ``language``, in English where the language is not known.

    A value ``nearest`` that is not empty adds the question whether that was meant.
    """
    texts = LANGUAGES.get(language, ENGLISH)
    text = texts[key].format(**values)
    return text + texts["did-you-mean"].format(**values) if values.get("nearest") else text
