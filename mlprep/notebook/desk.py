"""What the magics do, apart from IPython: check a cell with an engine that stays warm, show statements and help."""

from __future__ import annotations

import os
import re
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from mlprep import faults
from mlprep.activities import help, next_up, practice
from mlprep.activities import reward as rewards
from mlprep.activities.engine_faults import said_of
from mlprep.activities.referee import Referee
from mlprep.activities.session import Session
from mlprep.content.statement import statement
from mlprep.errors import GraderBroke, MlprepError
from mlprep.grading.client import EngineDied
from mlprep.learner.answer_file import MAX_SOURCE
from mlprep.learner.workspace import working_folder
from mlprep.views import hints, lists, verdict, verdict_page
from mlprep.views import progress as progress_view
from mlprep.views.recorded import recorded
from mlprep.views.text import paragraph

if TYPE_CHECKING:
    from rich.console import Console

    from mlprep.activities.practice import Begun
    from mlprep.activities.reward import Reward
    from mlprep.grading.contracts import Report, Request

CELL = "cell"  # how the code's lines are named: cell:3
_USAGE = "Check a cell with `%%mlprep NAME`, or write `%mlprep start NAME`, `hint`, `solution`, `next` or `progress`."


class Shown(NamedTuple):
    """What to show, as text and as HTML; ``json`` and ``new_cell`` only where there is one."""

    text: str
    html: str
    json: dict[str, object] | None = None
    new_cell: str | None = None


class Desk:
    """Holds the engine between cells."""

    def __init__(self) -> None:
        self._referee = Referee(None)
        self._turn = threading.Lock()  # some kernels run cells side by side
        if hasattr(os, "register_at_fork"):  # a process that a cell forks must not keep the engine alive
            os.register_at_fork(after_in_child=self._forget)

    def close(self) -> None:
        """Leave no process behind."""
        self._referee.stop()

    def _forget(self) -> None:
        self._referee.abandon()
        self._turn = threading.Lock()

    # Cells

    def check(self, line: str, cell: str) -> Shown:
        """Check the cell's code as `mlprep check` would, and record the attempt."""
        name, seed, as_json = _options(line)
        session = Session()
        exercise = session.exercise(name)
        source = cell.encode("utf-8", "replace").decode().replace("\r\n", "\n")
        if len(source) > MAX_SOURCE:
            raise MlprepError(f"The cell has {len(source):,} characters, which is too large to check.", "Shorten it.")
        # The magic is the cell's first line, so that lines count as the notebook numbers them.
        request = session.request(exercise, working_folder() / CELL, seed, f"\n{source}")
        with self._turn:
            report = self._judge(request)
        reward = None
        if report["outcome"] == "passed":
            reward = rewards.if_passed(session, exercise, request)
        session.record(exercise, {**request, "source": source}, report)
        if report["outcome"] == "grader_error":
            kept = faults.write(session.workspace.reports_dir, report.pop("traceback", ""))
            fault = GraderBroke(f"The grader of {exercise.id} failed, so your code was not checked.", kept)
            session.notices.append(f"{fault.message} {fault.next_step}")
        notes = session.take_greeting() + session.take_notices()
        if as_json:
            return Shown("", "", json={**report, "notes": [*report["notes"], *notes]})
        return _verdict({**report, "notes": [*report["notes"], *notes]}, reward)

    def _judge(self, request: Request) -> Report:
        try:
            self._referee.ask(request, time.monotonic())
            while (taken := self._referee.take(time.monotonic())) is None:
                pass  # the engine died, and another one was asked
            return taken[1]
        except EngineDied as error:
            raise said_of(error) from None
        except BaseException:  # interrupted: the report that is still to come belongs to no cell
            self._referee.stop()
            raise

    # Lines

    def run(self, line: str) -> Shown:
        """What a line asks for."""
        words = line.split()
        if not words:
            raise MlprepError("%mlprep needs to know what to do.", _USAGE)
        first, rest = words[0].lower(), words[1:]
        if first not in _LINES:
            raise _not_a_line(Session(), first)
        return _LINES[first](self, rest)

    def _start(self, words: list[str]) -> Shown:
        fresh = _takes(words, "--fresh")
        name = _one_name(words, "start")
        if name is None:
            raise MlprepError("%mlprep start needs an exercise.", "For example: `%mlprep start softmax`.")
        session = Session()
        return _begun(session, practice.start(session, session.catalogue.find(name), fresh=fresh))

    def _next(self, words: list[str]) -> Shown:
        _no_words(words, "next")
        session = Session()
        return _begun(session, next_up.begin_next(session))

    def _hint(self, words: list[str]) -> Shown:
        session = Session()
        found = help.next_hint(session, session.exercise(_one_name(words, "hint")))
        return _page(session, lambda out: hints.show_hints(out, found))

    def _solution(self, words: list[str]) -> Shown:
        confirmed = _takes(words, "--yes")
        session = Session()
        exercise = session.exercise(_one_name(words, "solution"))
        if help.spoils(session, exercise) and not confirmed:
            again = f"To see the solution anyway, run `%mlprep solution {exercise.id} --yes`. This is recorded."
            raise MlprepError(f"You haven't solved {exercise.id} yet.", again)
        found = help.see_reference(session, exercise)
        return _page(session, lambda out: hints.show_solution(out, found))

    def _progress(self, words: list[str]) -> Shown:
        from mlprep.learner.summary import summarize

        _no_words(words, "progress")
        session = Session()
        summary = summarize(session.catalogue, session.progress, session.now)
        return _page(session, lambda out: progress_view.show_progress(out, summary))


_LINES: dict[str, Callable[[Desk, list[str]], Shown]] = {
    "start": Desk._start,
    "hint": Desk._hint,
    "solution": Desk._solution,
    "next": Desk._next,
    "progress": Desk._progress,
}
# Commands of the terminal that are magics too, and the one that is a cell's. A diff needs a file.
_COMMAND = re.compile(rf"(?<![%\w])mlprep (?!solution --diff)({'|'.join(_LINES)})\b")
_CHECK = re.compile(r"(?<![%\w])mlprep check\b")


def problem(error: MlprepError) -> Shown:
    """What went wrong, and what to do next."""

    def show(out: Console) -> None:
        paragraph(out, error.message, "bold", by=0)
        paragraph(out, error.next_step, by=0)

    return Shown(*recorded(show, in_notebook))


def in_notebook(text: str) -> str:
    """The text with commands as a notebook takes them."""
    return _CHECK.sub("%%mlprep", _COMMAND.sub(r"%mlprep \1", text))


def _verdict(report: Report, reward: Reward | None) -> Shown:
    text, html = recorded(lambda out: verdict.show_verdict(out, report, reward=reward), in_notebook)
    if "escaped" in report or (reward is not None and reward.repair is not None):
        return Shown(text, html)  # of tests and of bugs, the page shows what the terminal does
    after = in_notebook("mlprep next" if report["outcome"] == "passed" else "mlprep hint")
    return Shown(text, verdict_page.fragment(report, reward, after))


def _begun(session: Session, begun: Begun) -> Shown:
    """The statement, and a new cell to write in where there is no code yet."""
    exercise, asked = begun.exercise, statement(session.catalogue, begun.exercise, session.framework(begun.exercise))
    cell = None
    if begun.written:
        code = session.starter(exercise).rpartition('"""')[2].strip("\n")
        cell = f"%%mlprep {exercise.id}\n{code}\n"

    def show(out: Console) -> None:
        lists.show_statement(out, exercise, asked)
        paragraph(out, f"Write your code in a cell that begins with %%mlprep {exercise.id}", "bold", by=0)

    return _page(session, show)._replace(new_cell=cell)


def _page(session: Session, show: Callable[[Console], object]) -> Shown:
    """What a view prints, with what the user should still know. Reading it is a sign of life for the clock."""

    def whole(out: Console) -> None:
        show(out)
        for notice in session.take_greeting() + session.take_notices():
            paragraph(out, notice, "dim", by=0)

    shown = Shown(*recorded(whole, in_notebook))
    session.sign_of_life()
    return shown


def _options(line: str) -> tuple[str | None, int | None, bool]:
    """The exercise, the seed, and whether JSON is asked for."""
    names, seed, as_json = [], None, False
    words = iter(line.split())
    for word in words:
        option, _, value = word.partition("=")
        if option == "--seed":
            value = value or next(words, "")
            if not (value.isascii() and value.isdigit()):
                raise MlprepError(f"{value!r} is not a seed.", "Give a number from 0 on: `--seed 1`.")
            seed = int(value)
        elif word == "--json":
            as_json = True
        elif word.startswith("-"):
            raise MlprepError(f"%%mlprep has no option {word}.", "Its options are `--seed N` and `--json`.")
        else:
            names.append(word)
    if names and names[0] in _LINES:
        raise MlprepError("%%mlprep checks a cell.", f"Write `%mlprep {' '.join(names)}`, with one percent sign.")
    if len(names) > 1:
        raise MlprepError("A cell is checked as one exercise.", f"Write only one name, as in `%%mlprep {names[0]}`.")
    return (names[0] if names else None), seed, as_json


def _takes(words: list[str], option: str) -> bool:
    """Whether the option is among the words, of which it is taken."""
    found = option in words
    words[:] = [word for word in words if word != option]
    return found


def _one_name(words: list[str], command: str) -> str | None:
    options = [word for word in words if word.startswith("-")]
    if options:
        raise MlprepError(f"%mlprep {command} has no option {options[0]}.", "Leave it out, or run it in a terminal.")
    if len(words) > 1:
        raise MlprepError(f"%mlprep {command} takes one exercise.", f"Write `%mlprep {command} {words[0]}`.")
    return words[0] if words else None


def _no_words(words: list[str], command: str) -> None:
    if words:
        raise MlprepError(f"%mlprep {command} takes nothing else.", f"Write `%mlprep {command}`.")


def _not_a_line(session: Session, word: str) -> MlprepError:
    """What is meant by a word that is none of ours: a command of the terminal, or an exercise."""
    if word == "check":
        return MlprepError("A cell is checked where it stands.", "Begin the cell with `%%mlprep NAME`.")
    try:
        found = session.catalogue.find(word).id
    except MlprepError:
        return MlprepError(f"%mlprep does not know {word!r}.", f"{_USAGE} For all else, use a terminal.")
    return MlprepError(
        f"{found} is an exercise.", f"Write `%mlprep start {found}`, or begin a cell with `%%mlprep {found}`."
    )
