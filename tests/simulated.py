"""A learner who practices day after day, played with a clock of its own: `python tests/simulated.py` prints two weeks.

What it does goes through the session and the study plan, as the commands do; only the verdicts are made up.
"""

from __future__ import annotations

import io
import os
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from learner import MINUTE, at

from mlprep.activities import next_up
from mlprep.activities.session import Session
from mlprep.content.catalogue import Catalogue, Exercise
from mlprep.learner import rounds, share, study_plan
from mlprep.learner.record import PASSED
from mlprep.views import home
from mlprep.views.text import make_console

CATALOGUE = Catalogue()


def round_without_engine(
    session: Session, exercise: Exercise, count: int | None, seed: int, framework: str
) -> rounds.Round:
    """In the place of `debugging._made`: what is in the file matters to nobody here."""
    return rounds.Round(seed, f"# {exercise.id}\n", "# fixed\n", ())


class PlayedSession(Session):
    """A session at a time that is given."""

    def __init__(self, folder: Path, moment: float) -> None:
        super().__init__(str(folder))
        self.catalogue, self._moment = CATALOGUE, moment

    @property
    def now(self) -> float:
        return self._moment


class Player:
    """The learner: so many minutes on each evening, at a pace of its own, with failures now and then."""

    def __init__(self, folder: Path, first: date, *, minutes: int = 45, seed: int = 1) -> None:
        self.folder, self.minutes, self.chance = folder, minutes, random.Random(seed)
        self.now = at(first, 9)

    @property
    def session(self) -> PlayedSession:
        return PlayedSession(self.folder, self.now)

    def plan(self, until: date, minutes: int, **wishes: Any) -> None:
        session, now = self.session, self.now
        session.create_workspace()
        session.change(lambda progress: progress.make_plan(until, minutes, now, **wishes))

    def page(self) -> list[str]:
        """Today's page, as `mlprep --plain` prints it."""
        out, session = io.StringIO(), self.session
        home.show_today(make_console(out, width=100), share.overview(session.catalogue, session.progress, session.now))
        return out.getvalue().splitlines()

    def evening(self, day: date) -> list[str]:
        """One evening of practice; what was passed."""
        self.now = at(day, 18)
        end, passed = self.now + self.minutes * MINUTE, []
        while self.now < end and study_plan.choose(CATALOGUE, self.session.progress, self.now):
            passed.append(self.solve())
            self.now += MINUTE
        return passed

    def solve(self) -> str:
        """What comes next, from `mlprep next` to the pass."""
        begun = next_up.begin_next(self.session)
        name, minutes = begun.exercise.id, begun.exercise.minutes
        again = self.session.progress.solved(name)
        took = minutes * self.chance.uniform(0.6, 1.5) * (0.5 if again else 1.0)
        checks = 1 if again else self.chance.choice([1, 2, 2, 3])
        for number in range(1, checks + 1):
            self.now += took / checks * MINUTE
            begun.path.write_text(f"# {name}, {number}, {self.now}\n", encoding="utf-8")
            os.utime(begun.path, (self.now - 1, self.now - 1))
            self._record(name, begun.path, PASSED if number == checks else "failed")
        return name

    def _record(self, name: str, path: Path, outcome: str) -> None:
        session = self.session
        failure = None if outcome == PASSED else {"kind": "values"}
        request: Any = {"path": str(path), "source": path.read_text(encoding="utf-8")}
        report: Any = {"outcome": outcome, "failure": failure, "mistake": None, "beyond": []}
        session.record(CATALOGUE.find(name), request, report)


def main() -> None:
    first, missed = date(2026, 11, 30), {5, 6, 10}
    without_engine = mock.patch("mlprep.activities.debugging._made", round_without_engine)
    with tempfile.TemporaryDirectory() as folder, without_engine:
        player = Player(Path(folder) / "practice", first)
        player.plan(first + timedelta(days=28), 45)
        for offset in range(15):
            day = first + timedelta(days=offset)
            player.now = at(day, 17)
            print(f"\n{day:%a %b} {day.day}")
            if offset in missed:
                print("  missed")
                continue
            print(*(f"  | {line}" for line in player.page()), sep="\n")
            passed = player.evening(day)
            values = [CATALOGUE.find(name).value for name in passed]
            print(f"  passed  {', '.join(f'{name} ({value})' for name, value in zip(passed, values, strict=True))}")
            print(*(f"  > {line}" for line in player.page() if line), sep="\n")
        progress = player.session.progress
        print("\nAfter two weeks")
        for value in ("must", "should", "extra"):
            names = [each.id for each in CATALOGUE.exercises.values() if each.value == value]
            left = [name for name in names if not progress.solved(name)]
            print(f"  {value:<7} {len(names) - len(left)} of {len(names)} solved; left: {', '.join(left[:12])}")


if __name__ == "__main__":
    main()
