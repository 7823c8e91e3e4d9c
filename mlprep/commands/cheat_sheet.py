"""`sheet`: the cheat sheet, corrected."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlprep.commands.base import (
    Json,
    TopicOrName,
    console,
    examples,
    finish,
    new_app,
    print_json_with_notes,
    say,
    session_of,
)
from mlprep.errors import NothingToDo

if TYPE_CHECKING:
    from mlprep.activities.session import Session
    from mlprep.content.sheet import Section

app = new_app()


@app.command(epilog=examples("mlprep sheet softmax", "mlprep sheet --search cross-entropy"))
def sheet(
    ctx: typer.Context,
    topic: TopicOrName = None,
    search: Annotated[str | None, typer.Option(help="Only sections with these words.", metavar="TEXT")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Show all of it.")] = False,
    code: Annotated[
        bool, typer.Option("--code", help="Also show the code of exercises that you have not solved.")
    ] = False,
    export: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it to an .html file to print, without the code.")
    ] = None,
    weak: Annotated[bool, typer.Option("--weak", help="With --export: mark your weak spots.")] = False,
    json: Json = False,
) -> None:
    """Show the cheat sheet, each section with its exercises.

    Without a topic, an exercise or a word to search for, it lists the sections.
    """
    from mlprep.activities import help
    from mlprep.content import sheet as sheets
    from mlprep.learner import state
    from mlprep.views.sheets import show_contents, show_sheet

    session = session_of(ctx)
    about = session.catalogue.find_any(topic) if topic else None
    chosen = sheets.select(sheets.sections(session.catalogue), about, search)
    if not chosen:
        raise NothingToDo("No section matches.", "Try fewer words, or run `mlprep sheet` to see the sections.")
    if export is not None:
        _export(session, export, chosen, weak=weak, json=json)
        return
    if json:
        print_json_with_notes(session, {"sections": [sheets.as_json(each) for each in chosen]})
        return
    if not (topic or search or all_):
        show_contents(console(), chosen)
        say("\nRead a topic or an exercise: mlprep sheet transformers")
        say("Read all of it: mlprep sheet --all")
        finish(session)
        return
    states = state.states(session.catalogue, session.progress)
    if code:
        given = [names for each in chosen for names in sheets.gives_away(each, states).values()]
        help.see_code(session, {name for names in given for name in names})
    way = f" To see it: mlprep sheet {about.id} --code" if about else " To see it, add --code."
    show_sheet(console(), chosen, states, code=code, way=way)
    finish(session)


def _export(session: Session, path: Path, chosen: Sequence[Section], *, weak: bool, json: bool) -> None:
    from mlprep.learner import state
    from mlprep.views import sheet_page

    catalogue, progress = session.catalogue, session.progress
    due = state.due_now(catalogue, progress, session.now) if weak else []
    spots = state.weak_spots(catalogue, progress, due) if weak else set()
    sheet_page.export(path, chosen, spots)
    if json:
        print_json_with_notes(session, {"path": str(path), "weak": sorted(spots)})
        return
    say(f"Written to {path}. Print it from your browser, on landscape paper.")
    finish(session)
