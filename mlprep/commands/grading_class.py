"""`grade`: the submissions of many people."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mlprep.commands.base import Json, console, examples, known_seed, new_app, print_json, say, session_of
from mlprep.errors import MlprepError
from mlprep.exit_codes import DONE, INTERRUPTED, OURS

if TYPE_CHECKING:
    from mlprep.activities.session import Session
    from mlprep.classroom.crew import Workers
    from mlprep.classroom.grading_run import Grading, Run

app = new_app()


@app.command(epilog=examples("mlprep grade handed_in --out results.csv", "mlprep grade class.zip --exercise softmax"))
def grade(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder of the submissions, or a zip file of all of them.")
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep the results in FILE: .jsonl, .csv or .xml (JUnit).")
    ] = None,
    exercise: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Grade only this exercise. Can be given several times.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(metavar="N", help="Draw the random test cases with this seed for everybody.")
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(metavar="N", help="Grade so many submissions at once. One per core if left out.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write pages on how the class did: one for each exercise.")
    ] = None,
    feedback: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write a text and a page for each person into DIR.")
    ] = None,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Grade on a Dask cluster: the address of its scheduler.")
    ] = None,
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Run the submissions without isolation, like your own code.")
    ] = False,
    json: Json = False,
) -> None:
    """Grade the submissions of many people.

    Files are matched by name and folder: DIR/ada/softmax.py, ada_softmax.py, and what Moodle, Canvas and Blackboard
    export, in folders and zip files. With --out, a run that was stopped goes on where it was.
    """
    session = session_of(ctx)
    known_seed(seed)
    if jobs is not None and jobs < 1:
        raise MlprepError(f"{jobs} submissions at once is not possible.", "Give a number from 1 on: `--jobs 2`.")
    only = [session.catalogue.find(name).base for name in exercise or ()]
    wanted = _Wanted(out, report, feedback, json)
    workers = (
        _cluster(cluster, isolated=not no_sandbox) if cluster else _crew(folder, out, jobs, isolated=not no_sandbox)
    )
    raise typer.Exit(_grade(session, folder, only, seed, wanted, workers))


def _crew(folder: Path, out: Path | None, jobs: int | None, *, isolated: bool) -> Workers:
    from mlprep.classroom.crew import Crew
    from mlprep.classroom.isolation import isolation
    from mlprep.grading.client import JUDGE, Engine

    private = [folder, *([] if out is None else [out.absolute().parent])]
    isolating = isolation(private) if isolated else None
    return Crew(jobs or _cores(), lambda: Engine(JUDGE, isolating))


def _cluster(address: str, *, isolated: bool) -> Workers:
    from mlprep.classroom.cluster import Cluster

    return Cluster(address, isolated=isolated, told=lambda text: say(text, error=True))


class _Wanted(NamedTuple):
    """What comes of a run, and where to."""

    out: Path | None
    report: Path | None
    feedback: Path | None
    json: bool


def _grade(
    session: Session,
    folder: Path,
    only: list[str],
    seed: int | None,
    wanted: _Wanted,
    workers: Workers,
) -> int:
    from mlprep.classroom.grading_run import Grading
    from mlprep.classroom.results import Results

    results = Results(wanted.out)
    stopped = False
    try:
        with Grading(session.catalogue, folder, results, seed, only) as grading:
            try:
                _go(grading, workers)
            except KeyboardInterrupt:
                stopped = True
            results.finish()
            written = {} if stopped else _write(grading, wanted)
            grading.run.notes += session.take_notices()  # on packs that lack something
            return _tell(grading.run, written, stopped=stopped, json=wanted.json)
    finally:
        results.close()


def _write(grading: Grading, wanted: _Wanted) -> dict[str, str]:
    """Write the pages and the feedback; where they are."""
    from mlprep.views import class_pages, feedback_files

    run, written = grading.run, dict[str, str]()
    try:
        if wanted.report is not None:
            unmatched = [(each.path, each.reason) for each in run.unmatched]
            written["report"] = str(class_pages.write_pages(wanted.report, grading.summaries(), unmatched))
        if wanted.feedback is not None:
            feedback_files.write_feedback(wanted.feedback, run.rows_by_person())
            written["feedback"] = str(wanted.feedback)
    except OSError as error:
        message = f"{error.filename or wanted.report or wanted.feedback} could not be written: {error.strerror}."
        raise MlprepError(message, "Name another folder. With --out, nothing is graded again.") from error
    return written


def _go(grading: Grading, workers: Workers) -> None:
    from mlprep.classroom.cluster_work import no_engine
    from mlprep.grading.client import CannotStart
    from mlprep.views.class_progress import ClassProgress

    try:
        with ClassProgress() as progress:
            grading.go(workers, progress.show)
    except CannotStart as error:
        raise no_engine(error) from None


def _tell(run: Run, written: dict[str, str], *, stopped: bool, json: bool) -> int:
    if stopped:
        left = run.total - run.kept - run.graded
        kept = "Every result so far is kept." if run.results.path else "Nothing was kept, as there was no --out."
        run.notes.append(f"Stopped with {left:,} submissions to go. {kept}")
    failed = sum(row["outcome"] == "grader_error" for row in run.rows())
    if failed:
        again = "Run the same command again to try them once more."
        run.notes.append(f"mlprep failed on {failed:,} submissions, which were not graded. {again}")
    if json:
        print_json(
            {
                "seed": run.seed,
                "submissions": run.total,
                "graded": run.graded,
                "kept": run.kept,
                "out": None if run.results.path is None else str(run.results.path),
                "rows": list(run.rows()),
                "unmatched": [each._asdict() for each in run.unmatched],
                "notes": run.notes,
                **{name: written.get(name) for name in ("report", "feedback")},
            }
        )
    else:
        from mlprep.views.class_results import show_run

        show_run(console(), run)
        for name, path in written.items():
            say(f"{name.capitalize()}: {path}")
    if stopped and not json and run.results.path is not None:
        say("To go on, run the same command again.")
    return INTERRUPTED if stopped else OURS if failed else DONE


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
