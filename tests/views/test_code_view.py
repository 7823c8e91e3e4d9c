"""Code and what a reference solution explains, as they are printed."""

from __future__ import annotations

from support import catalogue, printed

from mlprep.content.reference_solution import reference
from mlprep.views import code, hints


def test_code_that_a_terminal_would_wrap_is_folded_further_in_and_else_left_as_it_is():
    source = "def f(x):\n    return np.exp(x - np.max(x, axis=-1, keepdims=True)) / np.sum(np.exp(x), axis=-1)\n"
    assert printed(code.show_code, source.rstrip(), width=50) == source.splitlines()
    folded = printed(code.show_code, source, width=50, terminal=True)
    assert max(map(len, folded)) <= 50
    assert all(line.startswith("        ") for line in folded[2:] if line)
    assert "".join("".join(folded).split()) == "".join(source.split())


def test_double_backticks_of_a_docstring_are_not_shown():
    for name in ("attention", "rope", "kv_cache"):
        lines = printed(hints.show_solution, reference(catalogue, catalogue.find(name)))
        prose = [line for line in lines if line.startswith("  ") and not line.startswith("    ")]
        assert "``" not in "\n".join(prose)
