"""The command line: finds the command, turns errors into a sentence and an exit code, leaves nothing running."""

from __future__ import annotations

import errno
import itertools
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_group

from mlprep import __version__
from mlprep.activities.session import Session, every_exercise
from mlprep.commands.base import (
    COMPLETE_VARIABLE,
    Json,
    console,
    examples,
    finish,
    notices,
    print_json,
    print_json_with_notes,
    say,
    wants_json,
)
from mlprep.errors import MlprepError, missing_package
from mlprep.exit_codes import DONE, INTERRUPTED, OURS, USAGE, WRONG
from mlprep.grading.client import Engine
from mlprep.terminal import PLAIN, opens_app

# Which module of `mlprep.commands` a command is in, by what it is for, in the order of the help. Only the module that
# is called for is loaded: to build them all costs half a millisecond for each and the imports of every module.
_GROUPS = {
    "Practice": {
        "start": "checking",
        "check": "checking",
        "watch": "watch_mode",
        "next": "planning",
        "review": "planning",
        "list": "listing",
    },
    "Practice the interview": {
        "interview": "interviewing",
        "quiz": "quizzing",
        "debug": "interview_rounds",
        "write-tests": "interview_rounds",
    },
    "Get help, go back": {
        "hint": "helping",
        "solution": "helping",
        "sheet": "cheat_sheet",
        "reset": "checking",
        "history": "past_attempts",
    },
    "Plan and progress": {
        "plan": "planning",
        "progress": "overview",
    },
    "Teach": {
        "grade": "grading_class",
    },
    "Set up": {
        "init": "housekeeping",
        "doctor": "housekeeping",
        "completion": "completion",
        "pack": "pack_commands",
        "dev": "development",
    },
}
_COMMANDS = {name: module for group in _GROUPS.values() for name, module in group.items()}


_PACKAGES = ("fsrs", "rich", "textual", "numpy")  # that are imported late, and may be missing
_UNWRITABLE = (errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC)


class _Commands(Mapping[str, Any]):
    """The commands by name, each loaded when it is asked for."""

    def __getitem__(self, name: str) -> Any:
        group = get_group(import_module(f"mlprep.commands.{_COMMANDS[name]}").app)
        return group if group.name == name else group.commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


@contextmanager
def _usage_told() -> Iterator[None]:
    """Tells of wrong usage as of every other error."""
    try:
        yield
    except _UsageError as error:
        command = error.ctx.command_path if error.ctx else "mlprep"
        _tell(_in_words(error), f"Run `{command} --help` to see what it takes.")
        raise typer.Exit(USAGE) from None


def _in_words(error: Any) -> str:
    """What is wrong with the usage."""
    import difflib

    name = getattr(error, "option_name", None)
    if name is None or not hasattr(error, "possibilities"):
        return str(error.format_message())
    near = difflib.get_close_matches(name, error.possibilities or (), n=1, cutoff=0.75)
    return f"There is no option {name}." + (f" Did you mean {near[0]}?" if near else "")


# Newer releases of Typer bring a Click of their own.
_UsageError: Any = next(each for each in typer.BadParameter.__mro__ if each.__name__ == "UsageError")


class _Group(TyperGroup):
    """Turns our own errors into a sentence and an exit code, whichever command raised them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands: Any = _Commands()

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Also take ``help COMMAND``, and suggest a command where a word is none."""
        if args[:1] == ["help"]:
            args = [*args[1:2], "--help"]
            if len(args) == 1:
                say(ctx.get_help())
                raise typer.Exit(DONE)
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            raise typer.Exit(_say(_no_command(args[0])))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands, by what they are for."""
        for title, names in _GROUPS.items():
            with formatter.section(title):
                width = formatter.width - 6 - max(map(len, _COMMANDS))
                formatter.write_dl([(name, self.commands[name].get_short_help_str(width)) for name in names])

    def make_context(self, *arguments: Any, **options: Any) -> Any:
        with _usage_told():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: Any) -> Any:
        try:
            with _usage_told():
                return super().invoke(ctx)
        except MlprepError as error:
            if ctx.params.get("debug"):
                raise
            session = ctx.obj if isinstance(ctx.obj, Session) else None
            if session is not None and not wants_json():
                notices(session)
            raise typer.Exit(_say(error, session.take_notices() if session else ())) from None
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except OSError as error:
            if error.filename is not None or error.errno not in _UNWRITABLE:
                raise
            # Standard output takes no more. Whoever closed a pipe has seen enough; of a full disk we tell.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            if error.errno != errno.EPIPE:
                say(f"The output could not be written: {error.strerror}.", error=True)
            raise typer.Exit(WRONG) from None


app = typer.Typer(
    cls=_Group,
    name="mlprep",
    help="Practice machine-learning interview coding in the terminal.",
    epilog=examples("mlprep start softmax", "mlprep check"),
    rich_markup_mode=None,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    add_completion=False,  # its options write into the home folder; `completion` prints
    context_settings={"help_option_names": ["-h", "--help"]},
)

_started: list[Engine] = []  # the engine that `launch` started, until a session takes it


def run(engine: Engine | None) -> int:
    """The command line's exit code. No process of ours is left when it returns."""
    if engine is not None:
        _started.append(engine)
    if COMPLETE_VARIABLE in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]

        completion_init()
    try:
        app(prog_name="mlprep")
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 1
    except KeyboardInterrupt:  # before a command had begun
        return INTERRUPTED
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # as where it fell into the making of a class (Python 3.11)
            return INTERRUPTED
        if "--debug" in sys.argv:
            raise
        if isinstance(error, ImportError) and (name := _package_of(error)) is not None:
            return _say(missing_package(name, str(error)))
        return _say_fault(error)
    finally:
        for each in _started:
            each.close()
    return DONE


def _package_of(error: ImportError) -> str | None:
    """Which of the packages that we need is missing, or raised this while it was imported; None for a fault of ours."""
    names, trace = [], error.__traceback__
    while trace is not None:
        names.append(str(trace.tb_frame.f_globals.get("__name__")).partition(".")[0])
        trace = trace.tb_next
    # what runs below our last line, the innermost first
    below = itertools.takewhile(lambda name: name != "mlprep", reversed(names))
    return next((name for name in ((error.name or "").partition(".")[0], *below) if name in _PACKAGES), None)


@app.callback()
def main(
    ctx: typer.Context,
    workspace: Annotated[str | None, typer.Option(help="The folder of your files.", metavar="DIR")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault in mlprep.")] = False,
    edit_cmd: Annotated[str | None, typer.Option(help="The editor that the app opens.", metavar="CMD")] = None,
    plain: Annotated[bool, typer.Option(PLAIN, help="Print today's page instead of opening the app.")] = False,
    json: Json = False,
    version: Annotated[bool, typer.Option("--version", "-V", help="Print the version.")] = False,
) -> None:
    """Practice machine-learning interview coding in the terminal."""
    if version:
        print(f"mlprep {__version__}")
        raise typer.Exit(DONE)
    session = Session(workspace, _started[0] if _started else None)
    ctx.obj = session
    ctx.call_on_close(session.close)
    if ctx.invoked_subcommand is None and not plain and not json and opens_app([]):
        from mlprep.commands import opening

        raise typer.Exit(opening.run(session, edit_cmd))
    if ctx.invoked_subcommand is None:
        from mlprep.learner import interviews, share
        from mlprep.views import home

        facts = share.overview(session.catalogue, session.progress, session.now)
        waiting = interviews.unfinished(session.workspace)
        facts["interview"] = None if waiting is None else max(round(waiting.remaining_when_left / 60), 0)
        if json:
            print_json_with_notes(session, home.as_json(facts))
            return
        home.show_today(console(), facts)
        finish(session)


def _no_command(word: str) -> MlprepError:
    """What to run instead of a word that is not a command."""
    import difflib

    said = f"There is no command called {word!r}."
    try:
        return MlprepError(said, f"To start that exercise, run `mlprep start {every_exercise().find(word).id}`.")
    except MlprepError:
        near = difflib.get_close_matches(word, _COMMANDS, n=1)
        hint = f"Did you mean `mlprep {near[0]}`?" if near else "Run `mlprep --help` to see all commands."
        return MlprepError(said, hint)


def _say(error: MlprepError, notes: Sequence[str] = ()) -> int:
    """Print what happened and what to do next; the exit code."""
    _tell(error.message, error.next_step, notes, is_error=error.exit_code != DONE)
    return error.exit_code


def _tell(message: str, next_step: str, notes: Sequence[str] = (), *, is_error: bool = True) -> None:
    """An error, for a person on standard error, or as JSON where that was asked for. ``notes`` is what came before."""
    if wants_json():
        key = "error" if is_error else "message"
        print_json({key: message, "next_step": next_step, **({"notes": [*notes]} if notes else {})})
        return
    for line in (*notes, message, next_step):
        say(line, error=is_error)


def _say_fault(error: Exception) -> int:
    import traceback

    from mlprep import faults

    path = faults.write(None, "".join(traceback.format_exception(error)))
    said = f"This is our fault, not yours. The report is in {path}. `--debug` shows it here."
    _tell(f"mlprep failed: {type(error).__name__}: {error}", said)
    return OURS
