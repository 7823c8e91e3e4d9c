"""`mlprep dev check`: proves a catalogue sound, on every core, and says what is not."""

from __future__ import annotations

import json as json_module
import sys
from typing import Any

from mlprep.authoring import structure
from mlprep.content.catalogue import Catalogue
from mlprep.errors import EngineBroke
from mlprep.grading.client import PROVER, EngineDied
from mlprep.grading.pool import Pool

SOUND, UNSOUND = 0, 1


def run(catalogue: Catalogue, names: list[str], *, mutate: bool, json: bool) -> int:
    """Check the named exercises, or all; the exit code."""
    from mlprep.views import proof as view
    from mlprep.views.text import make_console

    chosen = [catalogue.find(name) for name in names] if names else list(catalogue.exercises.values())
    root = str(catalogue.root)
    requests = [{"prove": each.id, "topic": each.topic, "root": root, "mutate": mutate} for each in chosen]
    stray = [] if names else list(structure.stray_files(catalogue))
    console = make_console(sys.stderr if json else sys.stdout)
    proofs = []
    try:
        with Pool(PROVER) as pool, _progress(console, len(requests)) as advance:
            for proof in pool.ask(requests):
                proofs.append(proof)
                view.show_proof(console, proof)
                advance()
    except EngineDied:
        raise EngineBroke("A proving process ended without a report.") from None
    if json:
        print(json_module.dumps({"exercises": proofs, "stray": stray}))
    view.show_summary(console, proofs, stray)
    return UNSOUND if stray or any(proof["problems"] or proof["survivors"] for proof in proofs) else SOUND


def _progress(console: Any, total: int) -> Any:
    """A progress bar on a terminal, nothing on a pipe; gives the function that advances it."""
    import contextlib

    @contextlib.contextmanager
    def showing() -> Any:
        if not console.is_terminal:
            yield lambda: None
            return
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

        with Progress(BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True) as bar:
            task = bar.add_task("exercises", total=total)
            yield lambda: bar.advance(task)

    return showing()
