"""What `mlprep dev check` found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from mlprep.views.text import BAD, DIM, GOOD, KEY, safe

Proof = dict[str, Any]


def show_proof(console: Console, proof: Proof) -> None:
    """One exercise: its problems and survivors, or that it is sound."""
    sound = not proof["problems"] and not proof["survivors"]
    line = Text("✓ " if sound else "✗ ", GOOD if sound else BAD).append(f"{proof['exercise']:<28}", KEY)
    if proof["mutants"]:
        line.append(f"{score(proof):>6.1%} of {proof['mutants']} mutants", "" if sound else BAD)
        line.append(f", {proof['excused']} excused", DIM)
    line.append(f"   {proof['seconds']:.1f} s", DIM)
    console.print(line)
    for problem in proof["problems"]:
        console.print(Text(f"    {safe(problem)}", BAD))
    for survivor in proof["survivors"]:
        console.print(Text(f"    survives: {safe(survivor)}", BAD))


def show_summary(console: Console, proofs: Sequence[Proof], stray: Sequence[str]) -> None:
    """The catalogue as a whole."""
    for problem in stray:
        console.print(Text(f"✗ {safe(problem)}", BAD))
    mutants = sum(proof["mutants"] for proof in proofs)
    excused = sum(proof["excused"] for proof in proofs)
    survivors = sum(len(proof["survivors"]) for proof in proofs)
    broken = sum(bool(proof["problems"] or proof["survivors"]) for proof in proofs)
    console.print(
        f"{len(proofs) - broken} of {len(proofs)} exercises are sound; "
        f"{mutants - excused - survivors} of {mutants} mutants rejected, {excused} excused, {survivors} survived."
    )


def score(proof: Proof) -> float:
    """The share of mutants rejected, those excused left out."""
    judged = proof["mutants"] - proof["excused"]
    return 1.0 if judged <= 0 else (judged - len(proof["survivors"])) / judged
