"""`start`, `check` and `reset`: write a file, check it, go back to the starter code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.activities.engine_faults import keep_traceback
from mlprep.activities.session import Session
from mlprep.commands.base import (
    OUTCOME_CODES,
    Edit,
    Format,
    Framework,
    Fresh,
    Json,
    Name,
    begun_as_json,
    complete_name,
    console,
    examples,
    finish,
    framework_named,
    known_seed,
    new_app,
    notices,
    print_json,
    print_json_with_notes,
    problem_format,
    public,
    say,
    session_of,
    show_begun,
    show_problems,
)
from mlprep.content.catalogue import DEBUG
from mlprep.errors import GraderBroke, MlprepError, UnreadableFile
from mlprep.exit_codes import DONE, USAGE, WRONG

if TYPE_CHECKING:
    from mlprep.activities.reward import Reward
    from mlprep.content.catalogue import Exercise
    from mlprep.grading.contracts import Report, Request

app = new_app()


@app.command(epilog=examples("mlprep start softmax", "mlprep start layer-norm --edit"))
def start(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="An exercise, or the start of its name.", autocompletion=complete_name)
    ],
    edit: Edit = False,
    fresh: Fresh = False,
    framework: Framework = None,
    json: Json = False,
) -> None:
    """Start an exercise and print its statement.

    Writes the starter code to NAME.py in your workspace, unless the file exists, and starts the clock.
    """
    from mlprep.activities import editor, practice

    session = session_of(ctx)
    begun = practice.start(session, session.catalogue.find(name), fresh=fresh, framework=framework_named(framework))
    show_begun(session, begun, json=json)
    if edit:
        editor.run(editor.choose(begun.path, os.environ))


@app.command(epilog=examples("mlprep check", "mlprep check attention.py"))
def check(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME or FILE]",
            help="An exercise, or a file named after one. The current exercise if left out.",
            autocompletion=complete_name,
        ),
    ] = None,
    file: Annotated[Path | None, typer.Option(help="Check this file as exercise NAME.", metavar="PATH")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Check all files in the workspace.")] = False,
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="Repeat a check with the same random test cases.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every save.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Also show the seed and every note.")] = False,
    format: Format = None,
    json: Json = False,
) -> None:
    """Check your code.

    Checks the current exercise, the named one, or a file. A failing check shows the smallest input that fails.
    """
    from mlprep.activities import practice

    session, form, seed = session_of(ctx), problem_format(format, json=json), known_seed(seed)
    if watch:
        raise typer.Exit(_watch(session, name, file, form, alone=not (all_ or json or seed is not None)))
    if all_:
        raise typer.Exit(_check_all(session, seed, form, json=json))
    exercise, path = practice.target(session, name, file)
    request = session.request(exercise, path, seed)
    foreseen: list[Reward] = []
    report = session.check(
        request, lambda: foreseen.extend(_foresee(session, exercise, request, unseen=json or form is not None))
    )
    if json:
        shown = {**public(report), **_repair(session, exercise, request, report)}
        session.record(exercise, request, report)
        if report["outcome"] == "grader_error":
            session.notices.append(f"The report is in {keep_traceback(session.workspace, report)}.")
        print_json_with_notes(session, shown)
    else:
        from mlprep.views import verdict

        try:
            if form is not None:
                show_problems(report, request, form)
            else:
                verdict.show_verdict(console(), report, reward=next(iter(foreseen), None), verbose=verbose)
            sys.stdout.flush()
        finally:  # after the verdict, as it waits for the disk, and even if nobody reads on
            session.record(exercise, request, report)
        notices(session)
        if report["outcome"] == "grader_error":
            message = f"The grader of {report['exercise']} failed, so your code was not checked."
            raise GraderBroke(message, keep_traceback(session.workspace, report), exercise.pack)
    raise typer.Exit(OUTCOME_CODES.get(report["outcome"], WRONG))


@app.command(epilog=examples("mlprep reset", "mlprep reset softmax"))
def reset(ctx: typer.Context, name: Name = None, json: Json = False) -> None:
    """Go back to the starter code, and save yours."""
    from mlprep.activities import practice

    session = session_of(ctx)
    begun = practice.start(session, session.exercise(name), fresh=True)
    if json:
        print_json_with_notes(session, begun_as_json(begun))
        return
    finish(session)
    if begun.aside is None and not begun.written:
        say(f"{begun.path} is the starter code already.")
    else:
        say(f"{begun.path} was reset to the starter code.")


def _watch(session: Session, name: str | None, file: Path | None, form: str | None, *, alone: bool) -> int:
    from mlprep.activities import next_up, practice
    from mlprep.commands import watch_mode

    if not alone:
        raise MlprepError("--watch cannot be combined with --all, --seed or --json.", "Leave one of them out.")
    by_path = file is not None or (name is not None and practice.is_path(session, name))
    exercise, path = practice.target(session, name, file) if by_path else next_up.take_up(session, name)
    return watch_mode.run(session, exercise, path, form)


def _check_all(session: Session, seed: int | None, form: str | None, *, json: bool) -> int:
    from mlprep.activities import practice

    requests, reports, unreadable = {}, {}, None
    for exercise, path in practice.all_answers(session):
        try:
            requests[exercise.id] = exercise, session.request(exercise, path, seed)
        except UnreadableFile as error:  # the others can be checked all the same
            unreadable = error
            session.notices.append(f"{error.message} {error.next_step}")
    if unreadable is not None and not requests:
        session.notices.pop()
        raise unreadable
    out = None if json else console()
    try:
        for report in session.check_all([request for _, request in requests.values()]):
            reports[report["exercise"]] = report
            if form is not None:
                show_problems(report, requests[report["exercise"]][1], form)
            elif out is not None:
                from mlprep.views import verdict

                verdict.show_line(out, report)
    finally:  # whatever ends it, what was shown is recorded
        session.record_all([(*requests[name], report) for name, report in reports.items()])
    for report in reports.values():
        if report["outcome"] == "grader_error":
            kept = keep_traceback(session.workspace, report)
            session.notices.append(f"The grader of {report['exercise']} failed. The report is in {kept}.")
    if json:
        notes = session.take_notices()
        print_json([{**public(reports[name]), "notes": reports[name]["notes"] + notes} for name in requests])
    else:
        passed = sum(report["outcome"] == "passed" for report in reports.values())
        say(f"{passed} of {len(reports)} files pass.")
        notices(session)
    codes = [OUTCOME_CODES.get(report["outcome"], WRONG) for report in reports.values()]
    return max([*codes, DONE if unreadable is None else USAGE])


def _repair(session: Session, exercise: Exercise, request: Request, report: Report) -> dict[str, object]:
    """What a debugging round that passes comes to, before the pass is recorded."""
    if exercise.kind != DEBUG or report["outcome"] != "passed":
        return {}
    from mlprep.activities.reward import if_passed

    repair = if_passed(session, exercise, request).repair
    return {} if repair is None else {"repair": repair.as_json()}


def _foresee(session: Session, exercise: Exercise, request: Request, *, unseen: bool) -> list[Reward]:
    """The reward of a pass, worked out while the engine checks, and loads what the verdict will be shown with."""
    if unseen:
        return []
    from mlprep.activities.reward import if_passed
    from mlprep.views import verdict  # noqa: F401

    return [if_passed(session, exercise, request)]
