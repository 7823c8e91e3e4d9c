"""What every command has at hand: its arguments' types, the console, and how it ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mlprep.activities.session import Session
from mlprep.errors import MlprepError
from mlprep.escapes import safe
from mlprep.exit_codes import DONE, OURS

if TYPE_CHECKING:
    from rich.console import Console

    from mlprep.activities.practice import Begun
    from mlprep.grading.contracts import Report

COMPLETE_VARIABLE = "_MLPREP_COMPLETE"  # by which a shell asks what can follow; Typer makes the name from ours
OUTCOME_CODES = {"passed": DONE, "grader_error": OURS}


def complete_name(incomplete: str) -> list[str]:
    """The exercises that begin so, for the shell's completion."""
    from mlprep.content.catalogue import Catalogue

    return [name for name in Catalogue().exercises if name.startswith(incomplete.lower().replace("-", "_"))]


def complete_topic(incomplete: str) -> list[str]:
    """The topics that begin so, for the shell's completion."""
    from mlprep.content.catalogue import Catalogue

    return [topic.id for topic in Catalogue().topics if topic.id.startswith(incomplete.lower())]


Name = Annotated[
    str | None, typer.Argument(help="An exercise, or a unique beginning of its name.", autocompletion=complete_name)
]
Topic = Annotated[str | None, typer.Argument(help="A topic.", autocompletion=complete_topic)]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]


def session_of(ctx: typer.Context) -> Session:
    """The session that the command line began with."""
    session: Session = ctx.obj
    return session


def console() -> Console:
    """Where views print."""
    from mlprep.views.text import make_console

    return make_console()


def say(text: object, *, error: bool = False) -> None:
    """A line on standard output or standard error, whatever a path or a name in it holds."""
    print(safe(text), file=sys.stderr if error else sys.stdout)


def print_json(value: Any) -> None:
    """One JSON value on standard output, in ASCII."""
    import json

    print(json.dumps(value))


def print_json_with_notes(session: Session, value: dict[str, Any]) -> None:
    """One JSON value, whose ``notes`` hold what a person would be told below the output."""
    print_json({**value, "notes": [*value.get("notes", ()), *session.take_notices()]})


def wants_json() -> bool:
    """Whether this command line asks for JSON, though it may be too wrong to be parsed."""
    words = sys.argv[1:]
    return "--json" in words[: words.index("--") if "--" in words else None]


def finish(session: Session) -> None:
    """Say what the user should still know. A command that a person reads is a sign of life for the clock."""
    notices(session)
    session.sign_of_life()


def notices(session: Session) -> None:
    """Say what the user should still know."""
    for notice in session.take_greeting() + session.take_notices():
        say(notice, error=True)


def show_begun(session: Session, begun: Begun) -> None:
    """What is asked, and where the answer goes."""
    from mlprep.content.statement import statement
    from mlprep.views import lists

    out = console()
    lists.show_statement(out, begun.exercise, statement(session.catalogue, begun.exercise))
    finish(session)
    out.print(f"Your file: {safe(begun.path)}", soft_wrap=True)
    out.print("Next: write it, then mlprep check")


def confirm(question: str, otherwise: MlprepError) -> bool:
    """Ask at the terminal; where nobody can answer, raise ``otherwise``."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise otherwise
    return typer.confirm(question)


def public(report: Report) -> dict[str, Any]:
    """A report without what only we read."""
    return {key: value for key, value in report.items() if key != "traceback"}
