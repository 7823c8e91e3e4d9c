"""`pack`: exercises of your own, or of others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mlprep.activities.session import every_exercise
from mlprep.commands.base import Json, confirm, examples, new_app, print_json, print_json_with_notes, say, session_of
from mlprep.errors import MlprepError
from mlprep.phrases import counted

if TYPE_CHECKING:
    from mlprep.content.packs import Pack

app = new_app(name="pack", help="Add exercises of your own, or of others.", no_args_is_help=True)

TRUST = "Its graders run as mlprep itself does, not inside the limits on your code. Add only packs that you trust."


def _complete_pack(incomplete: str) -> list[str]:
    return [name for name in every_exercise().packs if name.startswith(incomplete.lower().replace("-", "_"))]


@app.callback()
def pack(ctx: typer.Context) -> None:
    """Add exercises of your own, or of others."""
    session_of(ctx).take_notices()  # on packs, which these commands tell more of


@app.command("add", epilog=examples("mlprep pack add ~/acme", "mlprep pack add . --name acme"))
def pack_add(
    ctx: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder of the pack.")],
    name: Annotated[
        str | None, typer.Option(metavar="NAME", help="What its exercises are called after. Else, its folder.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Skip the confirmation.")] = False,
    json: Json = False,
) -> None:
    """Add a pack: a folder with exercises, solutions and graders.

    Its exercises are then in every command, as NAME/ID. It asks first, as a pack's graders run with your rights.
    """
    from mlprep.activities import pack_list

    found = pack_list.examine(path, name)
    names = [each.id for topic in found.topics for each in topic.exercises]
    many = counted(len(names), "exercise")
    if not json:
        say(f"{found.name}: {many} in {found.root}.")
        _show_problems(found)
        say(TRUST)
    unasked = MlprepError("Nothing was added.", "If you trust this pack, run the command again with --yes.")
    if not yes and not _agreed(f"Add {found.name}?", unasked):
        say("Nothing was added.")
        return
    pack_list.add(found)
    if json:
        print_json_with_notes(session_of(ctx), {**_as_json(found), "notes": [TRUST]})
        return
    say(f"Added. Start with: mlprep start {names[0]}")


@app.command("list", epilog=examples("mlprep pack list", "mlprep pack list --json"))
def pack_list_(ctx: typer.Context, json: Json = False) -> None:
    """List your packs, and what is wrong in them."""
    from mlprep.activities import pack_list
    from mlprep.content.packs import added

    packs = added()
    for each in packs:
        pack_list.look_closer(each)
    if json:
        print_json({"packs": [_as_json(each) for each in packs]})
        return
    for each in packs:
        count = sum(len(topic.exercises) for topic in each.topics)
        say(f"{each.name}: {counted(count, 'exercise')} in {each.root}.")
        _show_problems(each)
    if not packs:
        say("You have no packs. Add one: mlprep pack add PATH")


@app.command("remove", epilog=examples("mlprep pack remove acme", "mlprep pack remove acme --json"))
def pack_remove(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name of the pack.", autocompletion=_complete_pack)],
    json: Json = False,
) -> None:
    """Remove a pack from your list. Its folder, your code and your progress stay."""
    from mlprep.activities import pack_list

    removed = pack_list.remove(name)
    if json:
        print_json({"pack": removed.name, "path": str(removed.root)})
        return
    say(f"{removed.name} was removed. {removed.root}, your code and your progress stay as they are.")


def _agreed(question: str, unasked: MlprepError) -> bool:
    """Whether the user wants it. Raises ``unasked`` where nobody answers."""
    try:
        return confirm(question, unasked)
    except typer.Abort:  # the end of input
        say("")
        raise unasked from None


def _show_problems(found: Pack) -> None:
    for problem in found.problems:
        say(f"  {problem}")


def _as_json(found: Pack) -> dict[str, Any]:
    return {
        "pack": found.name,
        "path": str(found.root),
        "exercises": [each.id for topic in found.topics for each in topic.exercises],
        "problems": [{"path": str(each.path), "text": each.text} for each in found.problems],
    }
