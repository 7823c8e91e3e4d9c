"""The commands: parse, call, choose a view, exit code; nothing else."""

from __future__ import annotations

import json as json_module
import os
import sys
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from mlprep import __version__
from mlprep.errors import MlprepError
from mlprep.grading.client import Engine
from mlprep.session import Session

PASSED, WRONG, USAGE, OURS = 0, 1, 2, 3
_OUTCOME_CODES = {"passed": PASSED, "grader_error": OURS}
_INTERRUPTED = 130


class _Group(TyperGroup):
    """Turns our own errors into a sentence and an exit code, whichever command raised them."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except MlprepError as error:
            if ctx.params.get("debug"):
                raise
            _say_error(error)
            raise typer.Exit(error.exit_code) from None
        except BrokenPipeError:
            # whoever read our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            raise typer.Exit(WRONG) from None


app = typer.Typer(
    cls=_Group,
    name="mlprep",
    help="Practise machine-learning interview coding: start an exercise, write it, check it.",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
dev = typer.Typer(help="For those who write exercises.", no_args_is_help=True)
app.add_typer(dev, name="dev")

_started: list[Engine] = []  # the engine that `launch` started, until a session takes it


def run(engine: Engine | None) -> int:
    """The command line's exit code. No process of ours is left when it returns."""
    if engine is not None:
        _started.append(engine)
    try:
        app()
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 1
    except KeyboardInterrupt:
        print("\nStopped. Nothing was lost.", file=sys.stderr)
        return _INTERRUPTED
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        return _say_fault(error)
    finally:
        for each in _started:
            each.close()
    return PASSED


def _complete_name(incomplete: str) -> list[str]:
    from mlprep.catalogue import Catalogue

    return [name for name in Catalogue().exercises if name.startswith(incomplete.lower().replace("-", "_"))]


Name = Annotated[
    str | None, typer.Argument(help="An exercise, or a unique beginning of its name.", autocompletion=_complete_name)
]
Topic = Annotated[str | None, typer.Argument(help="A topic.")]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON value and nothing else.")]


@app.callback()
def main(
    ctx: typer.Context,
    workspace: Annotated[str | None, typer.Option(help="The folder of your answers.", metavar="DIR")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of mlprep's own faults.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Practise machine-learning interview coding: start an exercise, write it, check it."""
    if version:
        print(f"mlprep {__version__}")
        raise typer.Exit(PASSED)
    session = Session(workspace, _started[0] if _started else None)
    ctx.obj = session
    ctx.call_on_close(session.close)
    if ctx.invoked_subcommand is None:
        from mlprep import facts
        from mlprep.views import home

        home.show_today(_console(), facts.today(session.catalogue, session.progress, session.now))
        _notices(session)


@app.command("list")
def list_(
    ctx: typer.Context,
    topic: Topic = None,
    level: Annotated[str | None, typer.Option(help="easy, medium or hard.")] = None,
    todo: Annotated[bool, typer.Option("--todo", help="Not solved yet.")] = False,
    done: Annotated[bool, typer.Option("--done", help="Solved.")] = False,
    due: Annotated[bool, typer.Option("--due", help="Due to be written again.")] = False,
    search: Annotated[str | None, typer.Option(help="Words in a name or title.", metavar="TEXT")] = None,
    json: Json = False,
) -> None:
    """The exercises by topic, with level, par time and state."""
    from mlprep import facts, selection
    from mlprep.views import lists

    session: Session = ctx.obj
    catalogue = session.catalogue
    due_names = dict.fromkeys(facts.due_now(catalogue, session.progress, session.now))
    states = facts.states(catalogue, session.progress, due_names)
    wanted = selection.Wanted(topic, level, todo, done, due, search)
    chosen = selection.select(catalogue, states, wanted)
    if json:
        _print_json(lists.as_json(chosen, states))
        return
    if not chosen:
        raise MlprepError("No exercise fits.", "Leave out an option, or run `mlprep list`.")
    lists.show_list(_console(), chosen, states)
    _notices(session)


@app.command()
def start(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(help="An exercise.", autocompletion=_complete_name)],
    edit: Annotated[bool, typer.Option("--edit", help="Open it in $VISUAL or $EDITOR.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Put an existing file aside and begin from the stub.")] = False,
) -> None:
    """Write an exercise's stub into the workspace, start its clock and print what is asked."""
    from mlprep import practice
    from mlprep.views import lists

    session: Session = ctx.obj
    exercise = session.catalogue.find(name)
    begun = practice.start(session, exercise, fresh=fresh)
    console = _console()
    lists.show_statement(console, exercise, practice.statement(session.catalogue, exercise))
    _notices(session)
    console.print(f"Your file: {begun.path}", soft_wrap=True)
    console.print("Next: write it, then mlprep check")
    if edit:
        practice.edit(begun.path)


@app.command()
def check(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(help="An exercise, or a file named after one.", autocompletion=_complete_name)
    ] = None,
    file: Annotated[Path | None, typer.Option(help="Grade this file as NAME.", metavar="PATH")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every answer in the workspace.")] = False,
    seed: Annotated[int | None, typer.Option(min=0, help="Repeat a check with its random cases.")] = None,
    json: Json = False,
) -> None:
    """Judge an answer: the current exercise's, a named one's, or a file."""
    from mlprep import practice

    session: Session = ctx.obj
    if all_:
        raise typer.Exit(_check_all(session, seed, json=json))
    exercise, path = practice.target(session, name, file)
    request = session.request(exercise, path, seed)
    report = session.judge(request, _load_views)
    seconds = None
    if json:
        session.record(exercise, request, report)
        _print_json(_public(report))
    else:
        from mlprep.views import verdict

        seconds = practice.record(session, exercise, request, report)
        verdict.show_verdict(_console(), report, seconds)
        _notices(session)
    if report["outcome"] == "grader_error":
        _say_grader_fault(session, report)
    raise typer.Exit(_OUTCOME_CODES.get(report["outcome"], WRONG))


@app.command()
def progress(ctx: typer.Context, json: Json = False) -> None:
    """What is solved, the streak, and time against par."""
    from mlprep import facts
    from mlprep.views import home

    session: Session = ctx.obj
    summary = facts.summary(session.catalogue, session.progress, session.now)
    if json:
        _print_json(summary)
        return
    home.show_progress(_console(), summary)
    _notices(session)


@app.command()
def init(
    ctx: typer.Context, folder: Annotated[Path | None, typer.Argument(help="The folder; this one unless named.")] = None
) -> None:
    """Make a folder a workspace."""
    session: Session = ctx.obj
    made = Session(str(folder or Path.cwd()), None)
    if made.workspace.create():
        print(f"{made.workspace.root} is a workspace now. Commands run in it use it.")
    else:
        print(f"{made.workspace.root} is a workspace already.")
    session.close()


@app.command()
def doctor(ctx: typer.Context, json: Json = False) -> None:
    """Paths, versions, and which limits this system enforces."""
    from mlprep import diagnostics
    from mlprep.views import home

    facts = diagnostics.facts(ctx.obj)
    if json:
        _print_json(dict(facts))
    else:
        home.show_doctor(_console(), facts)
        _notices(ctx.obj)


@dev.command("check")
def dev_check(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None, typer.Argument(help="Exercises; all of them unless named.", autocompletion=_complete_name)
    ] = None,
    mutate: Annotated[bool, typer.Option(help="Also try small changes to each reference.")] = True,
    json: Json = False,
) -> None:
    """Prove exercises sound: stubs, solutions, alternatives, mistakes, mutants."""
    from mlprep.authoring import catalogue_check

    raise typer.Exit(catalogue_check.run(ctx.obj.catalogue, names or [], mutate=mutate, json=json))


def _check_all(session: Session, seed: int | None, *, json: bool) -> int:
    from mlprep import practice

    answers = practice.all_answers(session)
    requests = {exercise.id: (exercise, session.request(exercise, path, seed)) for exercise, path in answers}
    reports = {}
    console = None if json else _console()
    for report in session.judge_all([request for _, request in requests.values()]):
        reports[report["exercise"]] = report
        if console is not None:
            from mlprep.views import verdict

            verdict.show_line(console, report)
    session.record_all([(*requests[name], report) for name, report in reports.items()])
    if json:
        _print_json([_public(reports[name]) for name in requests])
    else:
        passed = sum(report["outcome"] == "passed" for report in reports.values())
        print(f"{passed} of {len(reports)} answers pass.")
        _notices(session)
    codes = [_OUTCOME_CODES.get(report["outcome"], WRONG) for report in reports.values()]
    return max(codes, default=PASSED)


def _load_views() -> None:
    """What a verdict will be shown with, loaded while the engine works."""
    from mlprep import practice  # noqa: F401
    from mlprep.views import verdict  # noqa: F401


def _console() -> Any:
    from mlprep.views.text import make_console

    return make_console()


def _print_json(value: Any) -> None:
    print(json_module.dumps(value, ensure_ascii=False))


def _public(report: dict[str, Any]) -> dict[str, Any]:
    """A report without what only we read."""
    return {key: value for key, value in report.items() if key != "traceback"}


def _notices(session: Session) -> None:
    for notice in session.notices:
        print(notice, file=sys.stderr)


def _say_error(error: MlprepError) -> None:
    print(f"{error.message}\n{error.next_step}", file=sys.stderr)


def _say_grader_fault(session: Session, report: dict[str, Any]) -> NoReturn:
    from mlprep import reports
    from mlprep.errors import GraderBroke

    path = reports.write(session.workspace.reports_dir, report.get("traceback", ""))
    raise GraderBroke(f"The grader of {report['exercise']} broke; your answer was not judged.", path)


def _say_fault(error: Exception) -> int:
    import traceback

    from mlprep import reports

    path = reports.write(None, "".join(traceback.format_exception(error)))
    print(f"mlprep broke: {type(error).__name__}: {error}", file=sys.stderr)
    print(f"The fault is ours. The report is in {path}; `--debug` shows it here.", file=sys.stderr)
    return OURS
