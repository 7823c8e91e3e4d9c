"""`interview`: a mock interview in plain lines, and the reports on earlier ones."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.commands.asking import Quit, ask_one, read_line, take_any_text
from mlprep.commands.base import (
    Json,
    complete_topic,
    console,
    examples,
    new_app,
    notices,
    print_json_with_notes,
    say,
    session_of,
)
from mlprep.errors import MlprepError, NothingToDo

if TYPE_CHECKING:
    from mlprep.activities.interview import Sitting
    from mlprep.activities.interview_parts import Wishes
    from mlprep.activities.session import Session
    from mlprep.learner.interviews import Interview

app = new_app()


@app.command(epilog=examples("mlprep interview --minutes 30", "mlprep interview --report"))
def interview(
    ctx: typer.Context,
    minutes: Annotated[int, typer.Option(metavar="N", help="How long it is.")] = 45,
    topic: Annotated[
        str | None, typer.Option(metavar="TOPIC", help="Only this topic.", autocompletion=complete_topic)
    ] = None,
    level: Annotated[str | None, typer.Option(metavar="LEVEL", help="easy, medium or hard.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KINDS", help="Some of quiz, solve, debug, tests, with commas between them.")
    ] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="The same interview for the same number.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="End the one that you left, and begin a new one.")] = False,
    report: Annotated[bool, typer.Option("--report", help="Show how the last interview went.")] = False,
    number: Annotated[
        int, typer.Option("--number", "-n", metavar="N", help="With --report: 1 is the last one, 2 the one before.")
    ] = 1,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With --report: write it to an .svg, .html or .txt file.")
    ] = None,
    json: Json = False,
) -> None:
    """Take a mock interview.

    A warm-up, then rounds of code, debugging or tests, each with questions after it. It goes on where you left it.
    """
    session = session_of(ctx)
    if report or export is not None:
        _show_report(session, number, export, json=json)
        return
    if json:
        raise MlprepError("An interview asks, so it has no --json.", "Add --report, or leave out --json.")
    wishes = _wishes(session, minutes, topic, level, kind)
    sitting = _open(session, wishes, seed, fresh=fresh)
    take_any_text()
    with sitting, suppress(EOFError, KeyboardInterrupt, Quit):
        _hold(sitting)
    if sitting.interview.has_ended:
        say("")
        _print_report(session)
    else:
        say("\nYour interview waits. To go on: mlprep interview")
    session.notices = list(dict.fromkeys(session.notices))
    notices(session)


def _wishes(session: Session, minutes: int, topic: str | None, level: str | None, kind: str | None) -> Wishes:
    from mlprep.activities.interview_parts import KINDS, Wishes
    from mlprep.content.search import known_level

    kinds = tuple(dict.fromkeys((kind or "").lower().replace(",", " ").split()))
    unknown = [word for word in kinds if word not in KINDS]
    if unknown:
        raise MlprepError(f"There is no kind of round called {unknown[0]!r}.", f"The kinds are {', '.join(KINDS)}.")
    about = session.catalogue.find_topic(topic).id if topic else None
    return Wishes(minutes, about, known_level(level) if level else None, kinds or KINDS)


def _open(session: Session, wishes: Wishes, seed: int | None, *, fresh: bool) -> Sitting:
    """The interview that was left, or a new one."""
    from mlprep.activities import interview as interviews
    from mlprep.views import mock_interview as view

    left = interviews.pick_up(session)
    if left is not None and not fresh:
        sitting, away = left
        parts = sitting.interview.parts
        view.show_picked_up(console(), away, sitting.interview.data["at"] + 1, len(parts), sitting.remaining)
        return sitting
    if left is not None:
        left[0].end()
        left[0].close()
    sitting = interviews.begin(session, wishes, int.from_bytes(os.urandom(3), "big") if seed is None else seed)
    view.show_parts(console(), wishes.minutes, sitting.interview.parts)
    return sitting


def _hold(sitting: Sitting) -> None:
    """Part after part, until the last one or the end of the time."""
    from mlprep.views import mock_interview as view

    shown = -1
    while not sitting.interview.has_ended:
        if sitting.remaining <= 0:
            say("\nTime is up.")
            sitting.end()
            return
        part, at = sitting.interview.part, sitting.interview.data["at"]
        assert part is not None
        if at != shown:
            shown = at
            view.show_part(console(), part, at + 1, len(sitting.interview.parts), sitting.remaining)
        if sitting.question is not None:
            ask_one(sitting, sitting.tick)
            continue
        begun = sitting.open_part()
        if begun is not None:
            _work(sitting, str(begun.path))


def _work(sitting: Sitting, path: str) -> None:
    """A round: the statement, and a check at each Enter, until it passes or is given up."""
    from mlprep.content.statement import statement
    from mlprep.views import hints as hint_view
    from mlprep.views import lists, verdict
    from mlprep.views import mock_interview as view
    from mlprep.views.text import show_path

    exercise, out = sitting.exercise, console()
    assert exercise is not None
    session = sitting.session
    lists.show_statement(out, exercise, statement(session.catalogue, exercise, session.framework(exercise)))
    show_path(out, "Your file: ", path)
    while sitting.question is None and sitting.exercise == exercise and not sitting.interview.has_ended:
        if sitting.remaining <= 0:
            return
        say("")
        view.show_way(out, sitting.remaining)
        word = read_line(sitting.tick).lower()
        try:
            if word in ("", "check"):
                verdict.show_verdict(out, sitting.check(), by_keys=True)
            elif word == "hint":
                hint_view.show_hints(out, sitting.hint(), by_keys=True)
            elif word in ("give up", "give", "skip", "next"):
                sitting.give_up()
            elif word == "end":
                sitting.end()
            else:
                say("That is not one of the words.")
        except MlprepError as error:  # the file cannot be read, or there are no hints: the interview goes on
            say(f"{error.message} {error.next_step}")


def _every(session: Session) -> list[Interview]:
    from mlprep.learner import interviews

    found = interviews.every(session.workspace)
    if not found:
        raise NothingToDo("There was no interview yet.", "Run `mlprep interview` to take one.")
    return found


def _print_report(session: Session) -> None:
    from mlprep.activities.interview_report import report
    from mlprep.views import mock_interview as view

    view.show_report(console(), report(session.catalogue, _every(session), 1))


def _show_report(session: Session, number: int, export: Path | None, *, json: bool) -> None:
    from mlprep.activities.interview_report import report
    from mlprep.views import mock_interview as view

    every = _every(session)
    if not 1 <= number <= len(every):
        raise MlprepError(f"There is no interview number {number}.", f"Give a number from 1 to {len(every)}.")
    facts = report(session.catalogue, every, number)
    if export is not None:
        view.export(export, facts)
    if json:
        print_json_with_notes(session, facts)
        return
    if export is not None:
        say(f"Written to {export}.")
    else:
        view.show_report(console(), facts)
    notices(session)
