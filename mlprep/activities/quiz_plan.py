"""Which questions a quiz asks next: what is due and what goes wrong comes more often; with a seed, chance decides."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content import quiz_cards
from mlprep.content.quiz_kinds import BUGS, CARDS, KINDS, Kind, kinds
from mlprep.errors import MlprepError, NothingToDo
from mlprep.learner import schedule
from mlprep.learner.quiz_record import Score
from mlprep.phrases import listed

if TYPE_CHECKING:
    from mlprep.activities.session import Session

_CARDS, _CARDS_DUE = 0.35, 0.6  # how often a card comes, and how often while some are due
_APART = 4  # questions between two of a kind, where there are enough kinds
_AT_LEAST = 0.15  # the weight of a kind that is always right; one that is always wrong has 1 more


class Wanted(NamedTuple):
    """What was asked for. ``length`` is 0 for a quiz without end; with a ``seed`` the record plays no part.

    ``cards`` asks for these cards alone, in this order.
    """

    topic: str | None = None
    kind: str | None = None
    length: int = 10
    seed: int | None = None
    cards: tuple[str, ...] = ()


class Step(NamedTuple):
    """A question to ask: of that kind, or that card."""

    kind: str
    card: str | None = None


def find_kind(name: str) -> str:
    """The id of the kind that is meant, or CARDS: an unambiguous beginning is enough. Raises MlprepError."""
    import difflib

    names = [CARDS, *(kind.id for kind in KINDS)]
    plain = name.strip().lower().replace("_", "-").replace(" ", "-")
    starts = [each for each in names if plain and each.startswith(plain)]
    if plain in names or len(starts) == 1:
        return plain if plain in names else starts[0]
    near = (starts or difflib.get_close_matches(plain, names, n=3, cutoff=0.5))[:5]
    hint = f" Did you mean {listed(near, 'or')}?" if near else ""
    raise MlprepError(f"There is no kind of question called {name!r}.{hint}", "Run `mlprep quiz --kind list`.")


class Plan:
    """The steps of one quiz, one after the other."""

    def __init__(self, session: Session, wanted: Wanted, rng: Random) -> None:
        self._rng = rng
        self._by_chance = wanted.seed is not None
        self._scores: Mapping[str, Score] = {} if self._by_chance else session.progress.quiz_scores()
        self._only_cards = wanted.kind == CARDS
        self._kinds = [] if wanted.cards else _chosen_kinds(session, wanted)
        self._recent: deque[str] = deque(maxlen=max(0, min(_APART, (len(self._kinds) - 1) // 2)))
        self._due: deque[str] = deque()
        self._other: deque[str] = deque(wanted.cards)
        if wanted.kind in (None, CARDS) and not wanted.cards:
            self._gather_cards(session, wanted)
        if not self._kinds and not self._due and not self._other:
            raise NothingToDo("There are no cards here.", "Run `mlprep quiz` for questions of every kind.")

    def next(self) -> Step | None:
        """The next step, or None where nothing is left."""
        card_odds = _CARDS_DUE if self._due else _CARDS if self._other else 0.0
        if self._only_cards or not self._kinds or self._rng.random() < card_odds:
            cards = self._due or self._other
            return Step(CARDS, cards.popleft()) if cards else None
        return Step(self.kind())

    def kind(self) -> str:
        """A kind of question, drawn by chance."""
        free = [kind for kind in self._kinds if kind not in self._recent] or self._kinds
        kind = self._rng.choices(free, [self._weight(each) for each in free])[0]
        self._recent.append(kind)
        return kind

    def _weight(self, kind: str) -> float:
        """More for a kind that went wrong more often; a new one is in between."""
        if self._by_chance:
            return 1.0
        score = self._scores.get(kind, Score())
        return _AT_LEAST + (score.asked - score.right + 1) / (score.asked + 2)

    def _gather_cards(self, session: Session, wanted: Wanted) -> None:
        ids = list(quiz_cards.card_ids(session.catalogue, None if wanted.topic is None else [wanted.topic]))
        self._rng.shuffle(ids)
        if self._by_chance:
            self._other.extend(ids)
            return
        here, rated = set(ids), set(session.progress.rated_cards())
        due = [each.card for each in schedule.due_cards(session.progress, session.now) if each.card in here]
        self._due.extend(due)
        self._other.extend(each for each in ids if each not in rated)
        if self._only_cards:
            self._other.extend(each for each in ids if each in rated - {*due})


def _chosen_kinds(session: Session, wanted: Wanted) -> list[str]:
    """The kinds to draw from. Code with a bug would give unsolved exercises away, so it comes where it is asked for."""
    if wanted.kind == CARDS:
        return []
    of_topic: list[Kind] = kinds(wanted.topic)
    if wanted.kind is not None:
        if wanted.kind not in [kind.id for kind in of_topic]:
            raise MlprepError(
                f"{wanted.kind} does not belong to the topic {wanted.topic}.",
                f"Run `mlprep quiz --kind {wanted.kind}`, or `mlprep quiz {wanted.topic}`.",
            )
        return [wanted.kind]
    if not bug_exercises(session, wanted):
        return [kind.id for kind in of_topic if kind.id != BUGS]
    return [kind.id for kind in of_topic]


def bug_exercises(session: Session, wanted: Wanted) -> list[dict[str, object]]:
    """The exercises whose known mistakes may be shown: the solved ones; all of them if the user or a seed says so."""
    catalogue = session.catalogue
    everything = wanted.kind == BUGS or wanted.seed is not None
    return [
        {
            "id": each.id,
            "entry": list(each.entry),
            "grader": str(catalogue.grader(each)),
            "solution": str(catalogue.solution(each)),
        }
        for each in catalogue.exercises.values()
        if (wanted.topic is None or each.topic == wanted.topic) and (everything or session.progress.solved(each.id))
    ]
