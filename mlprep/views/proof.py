"""What `mlprep dev new` wrote, and what `mlprep dev check` found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from mlprep.grading.frameworks import INSTALL_TORCH, NUMPY, TORCH
from mlprep.phrases import counted
from mlprep.views.text import BAD, DIM, GOOD, KEY, WARN, minutes, safe

if TYPE_CHECKING:
    from mlprep.authoring.found_rounds import Found
    from mlprep.authoring.proof_parts import Proof

_IN = {NUMPY: " in NumPy", TORCH: " in PyTorch"}


def show_new(console: Console, written: Sequence[tuple[str, Path]], name: str, root: Path) -> None:
    """The files of a new exercise, and what comes next."""
    for how, path in written:
        console.print(Text(f"{how:<9}", DIM).append(str(path.relative_to(root)), KEY))
    console.print("\nEvery TODO in them is one thing to write. See what is left:\n")
    console.print(Text(f"  mlprep dev check {name}", KEY))


def show_start(console: Console, count: int, cores: int, seconds: float) -> None:
    """How much there is to check, and how long that takes."""
    on = counted(cores, "core")
    console.print(Text(f"{count} exercises on {on}: about {minutes(seconds)} if nothing else runs there.", DIM))


@contextmanager
def progress(console: Console, total: int) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal, nothing on a pipe; gives the function that advances it."""
    if not console.is_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    with Progress(BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task("exercises", total=total)
        yield lambda: bar.advance(task)


def show_proof(console: Console, proof: Proof, number: int, total: int, root: Path) -> None:
    """One exercise, the ``number``-th of ``total``: what is wrong with it, or that it is sound."""
    line = Text("✓ " if proof.is_sound else "✗ ", GOOD if proof.is_sound else BAD)
    line.append(f"{proof.exercise:<30}" if total > 1 or proof.mutants else proof.exercise, KEY)
    if proof.mutants:
        line.append(f"{score(proof):>6.1%} of {proof.mutants} mutants", "" if proof.is_sound else BAD)
        line.append(f", {proof.excused} excused", DIM)
    if total > 1:
        line.append(f"   {proof.seconds:.1f} s   {number} of {total}", DIM)
    console.print(line, soft_wrap=True)
    for todo in proof.todos:
        place = Text(f"    {todo.path.relative_to(root)}:{todo.line}: ", WARN)
        console.print(place.append(safe(todo.text), ""), soft_wrap=True)
    for problem in proof.problems:
        console.print(Text("    " + safe(problem).replace("\n", "\n    "), BAD), soft_wrap=True)
    for survivor in proof.survivors:
        console.print(Text(f"    survives: {safe(survivor)}", BAD), soft_wrap=True)
    for note in proof.notes:
        console.print(Text(f"    {note}", DIM), soft_wrap=True)


def show_slips(console: Console, exercise: str, answers: int, counts: Mapping[str, int]) -> None:
    """What became of the small changes to one exercise's right answers, or to all of them."""
    total = sum(counts.values()) or 1
    failed = (counts["named"] + counts["read"] + counts["silent"]) or 1
    line = Text(f"{exercise:<30}", KEY).append(f"{sum(counts.values()):>6} slips in {answers} answers: ")
    line.append(f"{counts['passed']} pass ({counts['passed'] / total:.0%}), {counts['noted']} with a note; ")
    told = (counts["named"] + counts["read"]) / failed
    line.append(f"of the rest {counts['named'] / failed:.0%} named, {told:.0%} told why")
    console.print(line, soft_wrap=True)


def show_passing(console: Console, path: str, line: int, name: str) -> None:
    """A slip that the grader did not notice."""
    console.print(Text(f"    {path}:{line}: ", DIM).append(safe(name)), soft_wrap=True)


def show_rounds(console: Console, found: Found) -> None:
    """What the debugging rounds of one exercise came to, and what they are written in."""
    kinds = "; ".join(
        f"{len(texts)} different with {count}, {len(found.bugs[count])} of them by their bugs"
        for count, texts in found.texts.items()
    )
    mark, style = ("✗", BAD) if found.problems else ("✓", GOOD)
    each = found.seconds / max(found.rounds + found.refused, 1)
    line = Text(f"{mark} {found.exercise:<30}", style)
    line.append(f"{found.rounds} rounds{_IN.get(found.framework, '')}: {kinds}; {each:.1f} s each", DIM)
    console.print(line, soft_wrap=True)
    for problem in found.problems:
        console.print(Text("    " + safe(problem).replace("\n", "\n    "), BAD), soft_wrap=True)


def show_no_torch(console: Console) -> None:
    """Why there are no rounds in PyTorch."""
    console.print(
        Text(f"PyTorch is not installed, so only rounds in NumPy were made. Install it: {INSTALL_TORCH}", WARN),
        soft_wrap=True,
    )


def show_summary(console: Console, proofs: Sequence[Proof], stray: Sequence[str], seconds: float) -> None:
    """The exercises as a whole, and how long it took."""
    for problem in stray:
        console.print(Text(f"✗ {safe(problem)}", BAD), soft_wrap=True)
    sound = sum(proof.is_sound for proof in proofs)
    todos = sum(len(proof.todos) for proof in proofs)
    mutants = sum(proof.mutants for proof in proofs)
    excused = sum(proof.excused for proof in proofs)
    survivors = sum(len(proof.survivors) for proof in proofs)
    if len(proofs) == 1:
        said = [f"{proofs[0].exercise} is {'sound' if sound else 'not sound yet'}."]
    else:
        said = [f"{sound} of {len(proofs)} exercises are sound."]
    if todos:
        said.append(f"{todos} {'TODO is' if todos == 1 else 'TODOs are'} left.")
    if mutants:
        rejected = mutants - excused - survivors
        said.append(f"{rejected} of {mutants} mutants rejected, {excused} excused, {survivors} survived.")
    console.print(" ".join([*said, f"It took {clock(seconds)}."]), soft_wrap=True)


def score(proof: Proof) -> float:
    """The share of mutants rejected, those excused left out."""
    judged = proof.mutants - proof.excused
    return 1.0 if judged <= 0 else (judged - len(proof.survivors)) / judged


def clock(seconds: float) -> str:
    """A length of time to the second."""
    return f"{seconds:.0f} s" if seconds < 60 else f"{seconds // 60:.0f} min {seconds % 60:.0f} s"
