"""In which stage an entity stands, by its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import NamedNode

from tripartite.network.kinds import kind
from tripartite.pictures.flow.values import Spot, Stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from tripartite.model import Term

    SpotOf: TypeAlias = Callable[[Term], Spot | None]

_CHANNELS: Final = frozenset({"channel", "fund", "programme", "scheme"})
_ACTIONS: Final = frozenset({"action"})
_PROJECTS: Final = frozenset({"project"})
_WORKS: Final = frozenset({"event"}) | _ACTIONS | _PROJECTS
_FUNDERS: Final = frozenset({"body", "country", "group", "person"})
_PLACES: Final = frozenset({"country", "group", "region", "locality"})
_RECEIVERS: Final = frozenset({"body"})


def start(term: Term) -> Spot | None:
    """Return where money comes from: a funder or a channel."""
    return channel(term) or _spot(term, _FUNDERS, Stage.FUNDER)


def channel(term: Term) -> Spot | None:
    """Return a channel's spot."""
    return _spot(term, _CHANNELS, Stage.CHANNEL)


def work(term: Term) -> Spot | None:
    """Return the spot of a project, an event or an action."""
    return _spot(term, _WORKS, Stage.WORK)


def end(term: Term) -> Spot | None:
    """Return where money goes: a channel, work, or a body that receives it."""
    return channel(term) or _spot(term, _WORKS | _RECEIVERS, Stage.WORK)


def carried(term: Term) -> Spot | None:
    """Return the spot of a channel or of work, but of no body."""
    return channel(term) or work(term)


def supported(term: Term) -> Spot | None:
    """Return the spot of a channel, a project or an event."""
    return channel(term) or _spot(term, _WORKS - _ACTIONS, Stage.WORK)


def action(term: Term) -> Spot | None:
    """Return the spot of an action."""
    return _spot(term, _ACTIONS, Stage.WORK)


def member(term: Term) -> Spot | None:
    """Return the spot of a channel or a project; an event that is part of one is no payment."""
    return channel(term) or _spot(term, _PROJECTS, Stage.WORK)


def place(term: Term) -> Spot | None:
    """Return the spot of a country, a group of countries, a region or a locality."""
    return _spot(term, _PLACES, Stage.PLACE)


def _spot(term: Term, kinds: frozenset[str], stage: Stage) -> Spot | None:
    return Spot(stage, term.value) if isinstance(term, NamedNode) and kind(term) in kinds else None
