"""What an exercise asks: the statement, its list of edge cases, and the starter file that `start` writes."""

from __future__ import annotations

import ast
import re

from mlprep.content.catalogue import Catalogue, Exercise

# Holds in every exercise, so it is written once and printed under every statement; "any array" is its edge's label.
_FUNCTIONS = "Everywhere: leave the arguments unchanged, and keep nothing between calls."
_CLASSES = "Everywhere: leave the arguments unchanged, and let no object share its state."
_ARRAYS = """
Any array may be float32, in Fortran order or not contiguous. What you return
may be float32 if the input is. It may be a list or a NumPy scalar too."""

_EDGES = "Edge cases"
_WIDTH = 79
_EDGE = re.compile(r"- ([^:\n]+):\s+(.*(?:\n  +.*)*)", re.MULTILINE)


def statement(catalogue: Catalogue, exercise: Exercise) -> str:
    """What the exercise asks, with what holds everywhere."""
    return f"{_docstring(catalogue, exercise)}\n\n{everywhere(_starter_code(catalogue, exercise))}"


def starter(catalogue: Catalogue, exercise: Exercise) -> str:
    """The text of a new file: a line of facts, and the starter code with the whole statement."""
    head = _facts(exercise)
    text = _starter_code(catalogue, exercise)
    return head + text.replace('\n"""\n', f'\n\n{everywhere(text)}\n"""\n', 1)


def test_starter(catalogue: Catalogue, exercise: Exercise) -> str:
    """The text of a new file of tests: the statement, and a function that is given what it tests."""
    text = _starter_code(catalogue, exercise)
    quoted = statement(catalogue, exercise)
    head, prefix = _facts(exercise), _prefix(quoted)
    numpy = "import numpy as np\n\n\n" if "import numpy" in text else "\n"
    about = asked_of_tests(exercise)
    return f'{head}{prefix}"""{about}\n\n{quoted}\n"""\n\n{numpy}def test({", ".join(exercise.entry)}):\n    ...\n'


def asked_of_tests(exercise: Exercise) -> str:
    """What is to be done in a round of tests."""
    import textwrap

    entries = ", ".join(exercise.entry)
    about = (
        f"Write tests that every correct solution of {exercise.base} passes and wrong ones fail. `test` is given "
        f"{entries}; every further `test_...` names what it takes. Plain asserts work, np.testing, and pytest's "
        "raises, approx and mark.parametrize."
    )
    return textwrap.fill(about, _WIDTH, break_long_words=False, break_on_hyphens=False)


def debug_head(catalogue: Catalogue, exercise: Exercise, bugs: int) -> str:
    """What stands above the code of a debugging round: a line of facts, what is to be done, and the statement."""
    quoted = statement(catalogue, exercise)
    return f'{_facts(exercise)}{_prefix(quoted)}"""{debug_task(bugs)}\n\n{quoted}\n"""\n\n'


def debug_task(bugs: int) -> str:
    """What is to be done in a debugging round."""
    if bugs == 1:
        return "This solution has one bug. Find it and fix it."
    return f"This solution has {bugs} bugs. Find them and fix them."


def _facts(exercise: Exercise) -> str:
    return f"# {exercise.id}: {exercise.level}, {exercise.minutes} min. Check it with: mlprep check {exercise.id}\n"


def _prefix(text: str) -> str:
    """What a string literal of that text begins with."""
    return "r" if "\\" in text else ""


def everywhere(starter_code: str) -> str:
    """What holds beyond the statement: of state, and of arrays where the exercise has any."""
    state = _CLASSES if re.search(r"^class ", starter_code.rpartition('"""')[2], re.MULTILINE) else _FUNCTIONS
    return state + (_ARRAYS if "import numpy" in starter_code else "")


def edges(statement: str) -> dict[str, str]:
    """The edge cases that a statement lists, in order: each label and what must hold."""
    _, _, listed = statement.partition(f"\n{_EDGES}\n")
    return {label: " ".join(text.split()) for label, text in _EDGE.findall(listed)}


def _docstring(catalogue: Catalogue, exercise: Exercise) -> str:
    return ast.get_docstring(ast.parse(_starter_code(catalogue, exercise))) or exercise.title


def _starter_code(catalogue: Catalogue, exercise: Exercise) -> str:
    return catalogue.starter(exercise).read_text(encoding="utf-8")
