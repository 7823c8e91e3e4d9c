"""Help for an exercise: its hints, one tier after the other, and its reference. What was seen is recorded."""

from __future__ import annotations

import ast
import io
from typing import TYPE_CHECKING, NamedTuple

from mlprep.content.catalogue import Catalogue, Exercise

if TYPE_CHECKING:
    from mlprep.activities.session import Session


class Hints(NamedTuple):
    """The hints seen so far, the last one just now if ``new``, of so many in all."""

    exercise: str
    seen: tuple[str, ...]
    total: int
    new: bool


class Reference(NamedTuple):
    """A reference in three parts: why it is so, the code, and what an interviewer asks next."""

    exercise: str
    explanation: str
    code: str
    questions: str


def next_hint(session: Session, exercise: Exercise, *, again: bool = False) -> Hints:
    """The next tier, recorded as seen; ``again`` shows only what was seen before."""
    seen = min(session.progress.hints(exercise.id), len(exercise.hints))
    new = seen < len(exercise.hints) and not again
    if new:
        seen += 1
        now, tier = session.now, seen
        session.note(lambda progress: progress.see_hint(exercise.id, tier, now))
    return Hints(exercise.id, exercise.hints[:seen], len(exercise.hints), new)


def spoils(session: Session, exercise: Exercise) -> bool:
    """Whether seeing the reference now would give away what is still to be found."""
    return not session.progress.solved(exercise.id) or session.progress.running(exercise.id)


def see_reference(session: Session, exercise: Exercise) -> Reference:
    """The reference, recorded as seen."""
    found = reference(session.catalogue, exercise)
    now = session.now
    session.note(lambda progress: progress.see_solution(exercise.id, now))
    return found


def reference(catalogue: Catalogue, exercise: Exercise) -> Reference:
    """The reference taken apart."""
    source = catalogue.solution(exercise).read_text(encoding="utf-8")
    explanation = ast.get_docstring(ast.parse(source)) or exercise.title
    code, after = _code(source)
    questions = [line.removeprefix("#").removeprefix(" ") for line in after if line.startswith("#")]
    return Reference(exercise.id, explanation, code, "\n".join(questions).strip())


def own_code(source: str) -> str:
    """An answer without the statement at its top, to be laid beside the reference; as it is if it does not parse."""
    try:
        return _code(source)[0]
    except (SyntaxError, ValueError):
        return source


def _code(source: str) -> tuple[str, list[str]]:
    """From the first statement after the docstring to the last, and the lines after it."""
    tree, lines = ast.parse(source), _lines(source)
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    if not body:
        return "", lines
    first = min(node.lineno for node in [body[0], *getattr(body[0], "decorator_list", [])])
    last = body[-1].end_lineno or len(lines)
    return "\n".join(lines[first - 1 : last]), lines[last:]


def _lines(source: str) -> list[str]:
    """As Python counts them: ``str.splitlines`` also splits at form feeds and the like."""
    return [line.rstrip("\n") for line in io.StringIO(source, newline=None)]


def differences(own: str, theirs: str) -> list[tuple[str, str]]:
    """Both line by line, each with a mark: ``-`` only in one's own, ``+`` only in the reference, a space in both."""
    import difflib

    mine, others = _lines(own), _lines(theirs)
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, mine, others, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [(" ", line) for line in mine[a:b]]
        else:
            found += [("-", line) for line in mine[a:b]] + [("+", line) for line in others[c:d]]
    return found
