"""`dev`: tools for exercise authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from mlprep.commands.base import Json, complete_name, complete_topic, console, examples, new_app, session_of
from mlprep.content.catalogue import Catalogue
from mlprep.errors import BrokenCatalogue, MlprepError

app = new_app(name="dev", help="Tools for exercise authors.", no_args_is_help=True)


@app.callback()
def dev() -> None:
    """Tools for exercise authors."""


@app.command("new", epilog=examples("mlprep dev new activations hard_sigmoid", "mlprep dev new metrics log_loss"))
def dev_new(
    ctx: typer.Context,
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="The topic it belongs to.", autocompletion=complete_topic)
    ],
    name: Annotated[str, typer.Argument(metavar="ID", help="Its name, such as label_smoothing.")],
) -> None:
    """Write the files of a new exercise, with TODO marks."""
    from mlprep.authoring.scaffold import create
    from mlprep.content.packs import is_pack
    from mlprep.views import proof as view

    catalogue, _ = _worked_on(ctx)
    with _faults_of_the_author():
        written = create(catalogue, topic, name, in_pack=is_pack(catalogue.root))
    view.show_new(console(), written, name, catalogue.root)


@app.command("check", epilog=examples("mlprep dev check softmax", "mlprep dev check softmax --deep"))
def dev_check(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help="Exercises. All if left out.", autocompletion=complete_name),
    ] = None,
    mutate: Annotated[bool, typer.Option(help="Also try small changes to each reference solution.")] = True,
    tests: Annotated[
        bool | None,
        typer.Option(help="Also check tests/answers and run the oracle.", show_default="only if exercises are named"),
    ] = None,
    deep: Annotated[
        bool, typer.Option("--deep", help="Instead, make small changes to each right answer in tests/answers.")
    ] = False,
    rounds: Annotated[
        bool, typer.Option("--rounds", help="Instead, make debugging rounds of each, in PyTorch too, and try them.")
    ] = False,
    json: Json = False,
) -> None:
    """Prove that exercises are sound: files, examples, solutions, mistakes, mutants, answers, oracle."""
    from mlprep.authoring.dev_check import Wanted, run
    from mlprep.authoring.proof_parts import SEEDS, SEEDS_OF_MANY

    wanted = Wanted(mutate, bool(names) if tests is None else tests, SEEDS if names else SEEDS_OF_MANY)
    catalogue, chosen = _worked_on(ctx, names or ())
    with _faults_of_the_author():
        if rounds:
            from mlprep.authoring import round_check

            code = round_check.run(catalogue, chosen, json=json)
        elif deep:
            from mlprep.authoring import deep_check

            code = deep_check.run(catalogue, chosen, json=json)
        else:
            code = run(catalogue, chosen, wanted, json=json)
    raise typer.Exit(code)


def _worked_on(ctx: typer.Context, names: Sequence[str] = ()) -> tuple[Catalogue, list[str]]:
    """The exercises of the pack that the user is in, of the one that is named as in `acme/softmax`, or ours.

    With the names that they have there.
    """
    from mlprep.content.names import key
    from mlprep.content.packs import is_ours, is_pack
    from mlprep.learner.workspace import working_folder

    every = session_of(ctx).catalogue
    own = [name.rpartition("/")[2] for name in names]
    packs = {key(pack): pack for pack in every.packs}
    named = {packs.get(key(name.rpartition("/")[0]), "") for name in names}
    if len(named) > 1:
        raise MlprepError("These exercises are not all in one pack.", "Check those of each pack by themselves.")
    if any(named):
        return Catalogue(every.packs[named.pop()].root), own
    here = working_folder()
    around = next((each for each in (here, *here.parents) if is_pack(each) or is_ours(each)), None)
    if around is not None and is_pack(around):
        return Catalogue(around), own
    return Catalogue(every.root), list(names)


@contextmanager
def _faults_of_the_author() -> Iterator[None]:
    """Who writes an exercise can correct its row; to everybody else a broken one is our fault."""
    try:
        yield
    except BrokenCatalogue as error:
        raise MlprepError(error.message, "Correct that file, and run the command again.") from error
