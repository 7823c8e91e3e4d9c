"""What every command has at hand: its arguments' types, the console, and how it ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mlprep.activities.session import Session, every_exercise
from mlprep.errors import MlprepError
from mlprep.escapes import safe
from mlprep.exit_codes import DONE, OURS
from mlprep.grading.frameworks import NUMPY, TORCH

if TYPE_CHECKING:
    from rich.console import Console

    from mlprep.activities.practice import Begun
    from mlprep.grading.contracts import Report, Request

COMPLETE_VARIABLE = "_MLPREP_COMPLETE"  # by which a shell asks what can follow; Typer makes the name from ours
OUTCOME_CODES = {"passed": DONE, "grader_error": OURS}


def complete_name(incomplete: str) -> list[str]:
    """The exercises that begin so, for the shell's completion."""
    return [name for name in every_exercise().exercises if name.startswith(incomplete.lower().replace("-", "_"))]


def complete_topic(incomplete: str) -> list[str]:
    """The topics that begin so, for the shell's completion."""
    return [topic.id for topic in every_exercise().topics if topic.id.startswith(incomplete.lower())]


def complete_topic_or_name(incomplete: str) -> list[str]:
    """The topics that begin so, or else the exercises, for the shell's completion."""
    return complete_topic(incomplete) or complete_name(incomplete)


def complete_path(incomplete: str) -> list[str]:
    """The learning paths that begin so, for the shell's completion."""
    return [name for name in every_exercise().paths if name.startswith(incomplete.lower())]


Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        help="An exercise, or the start of its name. The current one if left out.",
        autocompletion=complete_name,
    ),
]
TopicOrName = Annotated[
    str | None,
    typer.Argument(metavar="[TOPIC or NAME]", help="A topic, or an exercise.", autocompletion=complete_topic_or_name),
]
Edit = Annotated[bool, typer.Option("--edit", help="Open the file in $VISUAL or $EDITOR.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Save the existing file, and start over.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]
Format = Annotated[
    str | None, typer.Option(metavar="FORM", help="Print one line per finding, for editors: gnu or github.")
]


Framework = Annotated[
    str | None,
    typer.Option("--in", metavar="FRAMEWORK", help="numpy or torch.", autocompletion=lambda: ["numpy", "torch"]),
]


def framework_named(name: str | None) -> str | None:
    """The framework that is meant, None where none was named. Raises MlprepError for any other."""
    meant = {"torch": TORCH, "pytorch": TORCH, "numpy": NUMPY, "np": NUMPY}
    if name is None or name.lower() in meant:
        return None if name is None else meant[name.lower()]
    raise MlprepError(f"mlprep does not know the framework {name}.", "Use `--in numpy` or `--in torch`.")


def new_app(**options: Any) -> typer.Typer:
    """An app whose help is plain text, as in the whole command line."""
    return typer.Typer(rich_markup_mode=None, **options)


def examples(*lines: str) -> str:
    """Examples below a command's help, each on its own line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


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


def begun_as_json(begun: Begun) -> dict[str, Any]:
    """What was started, as plain data."""
    exercise = begun.exercise
    return {
        "exercise": exercise.id, "title": exercise.title, "level": exercise.level, "minutes": exercise.minutes,
        "path": str(begun.path), "written": begun.written, "saved": str(begun.aside) if begun.aside else None,
    }  # fmt: skip


def show_begun(session: Session, begun: Begun, *, json: bool = False) -> None:
    """What the exercise asks, and where its file is."""
    from mlprep.content.statement import statement
    from mlprep.views import lists
    from mlprep.views.text import show_path

    asked = statement(session.catalogue, begun.exercise, session.framework(begun.exercise))
    if json:
        print_json_with_notes(session, {**begun_as_json(begun), "statement": asked})
        return
    out = console()
    lists.show_statement(out, begun.exercise, asked)
    finish(session)
    show_path(out, "Your file: ", str(begun.path))
    out.print("Edit it, then run: mlprep check")


def problem_format(form: str | None, *, json: bool = False) -> str | None:
    """What ``--format`` asks for. Raises MlprepError where there is no such format, or JSON is asked for as well."""
    if form is None:
        return None
    from mlprep.views import problems

    if json:
        raise MlprepError("--format cannot be combined with --json.", "Leave one of them out.")
    return problems.known(form)


def show_problems(report: Report, request: Request, form: str) -> None:
    """The verdict as an editor reads it."""
    from mlprep.views import problems

    for line in problems.lines(report, request["source"], request["entry"], form):
        say(line)
    for note in report["notes"]:
        say(note, error=True)


def known_seed(seed: int | None) -> int | None:
    """The seed that was asked for. Raises MlprepError where the graders could not draw with it."""
    if seed is not None and not 0 <= seed < 2**63:
        raise MlprepError(f"{seed} is not a seed.", "Give a number from 0 on: `--seed 1`.")
    return seed


def confirm(question: str, otherwise: MlprepError) -> bool:
    """Ask at the terminal; where nobody can answer, raise ``otherwise``."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise otherwise
    return typer.confirm(question)


def public(report: Report) -> dict[str, Any]:
    """A report without what only we read."""
    return {key: value for key, value in report.items() if key != "traceback"}
