"""What could be wrong in a right solution: small changes to it, and known mistakes that differ in one statement."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mlprep.authoring.mutants import Mutant, mutants
from mlprep.grading.questions.changes import Change, names_read
from mlprep.grading.questions.code_layout import indent_of, statements_of

KNOWN = 3.0  # how much likelier a known mistake is than a change that nobody has written down
_DROPPED = 0.7
_WORD = re.compile(r"(?<![.\w\"'])[A-Za-z_]\w*")


class Candidate(NamedTuple):
    """One statement written wrongly, or left out where there is none. Nobody knows yet whether it is a bug.

    ``mistake`` names the known mistake that it is made from.
    """

    number: int
    right: str
    wrong: str | None
    likelihood: float
    mistake: str = ""

    @property
    def change(self) -> Change:
        return Change(self.right, self.wrong or "pass")


def with_bugs(statements: Sequence[str], bugs: Iterable[Candidate]) -> list[str | None]:
    """The statements with these bugs; None for one that is left out."""
    found: list[str | None] = list(statements)
    for bug in bugs:
        found[bug.number] = bug.wrong
    return found


def by_small_changes(statements: Sequence[str]) -> Iterator[Candidate]:
    """The candidates that one small change makes, without those that give themselves away."""
    for mutant in mutants("\n".join(statements) + "\n"):
        candidate = of_mutant(statements, mutant)
        if candidate is not None:
            yield candidate


def of_mutant(statements: Sequence[str], mutant: Mutant) -> Candidate | None:
    """The candidate that a small change to these statements makes; None if it gives itself away."""
    changed = _only_change(statements, statements_of(mutant.source))
    if changed is None:
        return None
    number, wrong = changed
    if wrong.strip() == "pass":
        candidate = Candidate(number, statements[number], None, _DROPPED)
    else:
        candidate = Candidate(number, statements[number], wrong, Change(statements[number], wrong).likelihood)
    return candidate if candidate.likelihood and _is_plausible(statements, candidate) else None


def by_known_mistakes(
    right: Sequence[str],
    mistakes: Iterable[tuple[str, Sequence[str]]],
    restyled: Callable[[Sequence[str]], Sequence[str]],
) -> Iterator[Candidate]:
    """The candidates that known mistakes make of this solution, restyled as it is.

    A mistake counts if it has the same statements but for one, with whatever names.
    """
    names, shape = _numbered(right)
    styled = restyled(right)
    for mistake, wrong in mistakes:
        their_names, their_shape = _numbered(wrong)
        found = _only_change(shape, their_shape)
        if found is None:
            continue
        number = found[0]
        back = dict(zip(their_names, names, strict=False))
        ours = [*right[:number], _put(wrong[number], back), *right[number + 1 :]]
        changed = _only_change(styled, restyled(ours)) if _parses(ours) else None
        if changed is not None:
            candidate = Candidate(changed[0], styled[changed[0]], changed[1], KNOWN, mistake)
            if _is_plausible(styled, candidate):
                yield candidate


def _only_change(right: Sequence[str], wrong: Sequence[str]) -> tuple[int, str] | None:
    """The one statement in which two solutions differ, and what it is in the other."""
    if len(right) != len(wrong):
        return None
    found = [number for number, (one, other) in enumerate(zip(right, wrong, strict=True)) if one != other]
    return (found[0], wrong[found[0]]) if len(found) == 1 else None


def _is_plausible(statements: Sequence[str], candidate: Candidate) -> bool:
    """Whether the bug is neither seen at a glance nor likely to run for ever."""
    if statements[candidate.number].lstrip().startswith(("raise ", "import ", "from ", "@", "assert ")):
        return False
    before, after = (Counter(_WORD.findall("\n".join(filter(None, lines)))) for lines in (
        statements, with_bugs(statements, [candidate])))  # fmt: skip
    if any(after[name] == 1 and name != "_" for name in before if before[name] > 1):
        return False  # a variable that is set and never used
    return not _is_about_the_loop(statements, candidate.number)


def _is_about_the_loop(statements: Sequence[str], number: int) -> bool:
    """Whether a `while` may not end for it: it is the condition, or sets what the condition reads."""
    text = statements[number].strip()
    if text.startswith(("while ", "break", "continue")):
        return True
    loops = [head for head in _heads(statements, number) if head.startswith("while ")]
    if not loops:
        return False
    watched = {name for loop in loops for name in names_read(loop)}
    return bool(watched & set(_WORD.findall(text))) or any(loop == "while True:" for loop in loops)


def _heads(statements: Sequence[str], number: int) -> Iterator[str]:
    """The heads of the blocks that a statement is in, the innermost first."""
    indent = indent_of(statements[number])
    for each in reversed(statements[:number]):
        if indent_of(each) < indent:
            indent = indent_of(each)
            yield each.strip()


def _numbered(statements: Sequence[str]) -> tuple[list[str], list[str]]:
    """The variables and helpers in the order in which they come, and the statements with numbers in their place."""
    tree = ast.parse("\n".join(statements))
    own = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    order: dict[str, str] = {}
    shape = [
        _WORD.sub(
            lambda found: order.setdefault(found[0], f"${len(order)}") if found[0] in own else found[0], statement
        )
        for statement in statements
    ]
    return list(order), shape


def _put(statement: str, names: dict[str, str]) -> str:
    return _WORD.sub(lambda found: names.get(found[0], found[0]), statement)


def _parses(statements: Sequence[str]) -> bool:
    try:
        ast.parse("\n".join(statements))
    except SyntaxError:
        return False
    return True
