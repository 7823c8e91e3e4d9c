"""What an exercise asks: the statement, its list of edge cases, and the starter file that `start` writes."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from mlprep.content.catalogue import TESTS, Catalogue, Exercise
from mlprep.grading.frameworks import NUMPY, TORCH

# Holds in every exercise, so it is written once and printed under every statement; "any array" is its edge's label.
_FUNCTIONS = "Everywhere: leave the arguments unchanged, and keep nothing between calls."
_CLASSES = "Everywhere: leave the arguments unchanged, and let no object share its state."
_ARRAYS = """
Any array may be float32, in Fortran order or not contiguous. What you return
may be float32 if the input is. It may be a list or a NumPy scalar too."""

_TENSORS = """
Any tensor may be float32 or not contiguous. What you return may be float32
if the input is. It may be a list or a number too, on any device, with or
without grad. The examples have float64 as the default dtype."""

_EDGES = "Edge cases"
_WIDTH = 79
_EDGE = re.compile(r"- ([^:\n]+):\s+(.*(?:\n  +.*)*)", re.MULTILINE)


def statement(catalogue: Catalogue, exercise: Exercise, framework: str = NUMPY) -> str:
    """What the exercise asks, with what holds everywhere."""
    if framework == TORCH:
        everywhere_else = _everywhere_in_torch(catalogue, exercise)
        # Tests may call what a solution may not.
        without = f"\n{_yourself(exercise)}" if exercise.shortcuts and exercise.kind != TESTS else ""
        return f"{_docstring_in_torch(catalogue, exercise)}\n\n{everywhere_else}{without}"
    return f"{_docstring(catalogue, exercise)}\n\n{everywhere(_starter_code(catalogue, exercise))}"


def starter(catalogue: Catalogue, exercise: Exercise, framework: str = NUMPY) -> str:
    """The text of a new file: a line of facts, and the starter code with the whole statement."""
    head = _facts(exercise)
    text = _starter_code(catalogue, exercise)
    if framework == TORCH:
        asked, code = statement(catalogue, exercise, TORCH), text.rpartition('"""')[2]
        code = code.replace("import numpy as np\n", "import torch\n", 1)
        return f'{head}{_prefix(asked)}"""{asked}\n"""{code}'
    return head + text.replace('\n"""\n', f'\n\n{everywhere(text)}\n"""\n', 1)


def test_starter(catalogue: Catalogue, exercise: Exercise, framework: str) -> str:
    """The text of a new file of tests: the statement, and a function that is given what it tests."""
    text = _starter_code(catalogue, exercise)
    quoted = statement(catalogue, exercise, framework)
    head, prefix = _facts(exercise), _prefix(quoted)
    imports = "import numpy as np\n\n\n" if "import numpy" in text else "\n"
    if framework == TORCH:
        imports = "import torch\n\n\n"
    about = asked_of_tests(exercise, framework)
    return f'{head}{prefix}"""{about}\n\n{quoted}\n"""\n\n{imports}def test({", ".join(exercise.entry)}):\n    ...\n'


def asked_of_tests(exercise: Exercise, framework: str = NUMPY) -> str:
    """What is to be done in a round of tests."""
    entries = ", ".join(exercise.entry)
    solution, asserts = {
        NUMPY: ("solution", "np.testing"),
        TORCH: ("PyTorch solution", "torch.testing.assert_close"),
    }[framework]
    about = (
        f"Write tests that every correct {solution} of {exercise.base} passes and wrong ones fail. `test` is given "
        f"{entries}; every further `test_...` names what it takes. Plain asserts work, {asserts}, and pytest's "
        "raises, approx and mark.parametrize."
    )
    if framework == TORCH:
        about += " The default dtype is float64."
    return _filled(about)


def debug_head(catalogue: Catalogue, exercise: Exercise, bugs: int, framework: str = NUMPY) -> str:
    """What stands above the code of a debugging round: a line of facts, what is to be done, and the statement."""
    quoted = statement(catalogue, exercise, framework)
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


def _everywhere_in_torch(catalogue: Catalogue, exercise: Exercise) -> str:
    """The same in PyTorch."""
    return everywhere(_starter_code(catalogue, exercise)).removesuffix(_ARRAYS) + _TENSORS


def _yourself(exercise: Exercise) -> str:
    """Which functions of PyTorch the code must do without."""
    return _filled(f"Write it yourself, without {_listed(exercise.shortcuts)}.")


def _listed(shortcuts: Sequence[str]) -> str:
    *most, last = [name.removeprefix("torch.") for name in shortcuts]
    return f"{', '.join(most)} or {last}" if most else last


def _filled(text: str) -> str:
    import textwrap

    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def edges(statement: str) -> dict[str, str]:
    """The edge cases that a statement lists, in order: each label and what must hold."""
    _, _, listed = statement.partition(f"\n{_EDGES}\n")
    return {label: " ".join(text.split()) for label, text in _EDGE.findall(listed)}


def _docstring(catalogue: Catalogue, exercise: Exercise) -> str:
    return ast.get_docstring(ast.parse(_starter_code(catalogue, exercise))) or exercise.title


def _docstring_in_torch(catalogue: Catalogue, exercise: Exercise) -> str:
    from mlprep.content.torch_statement import in_torch

    return in_torch(_docstring(catalogue, exercise), catalogue.torch_texts(exercise))


def _starter_code(catalogue: Catalogue, exercise: Exercise) -> str:
    return catalogue.starter(exercise).read_text(encoding="utf-8")
