"""A right solution rewritten as somebody else would write it: names, spellings, intermediate results, layout."""

from __future__ import annotations

import ast
import random
from collections.abc import Collection, Sequence
from typing import NamedTuple

from mlprep.grading.questions import local_names, spelling, temporaries
from mlprep.grading.questions.code_layout import statements_of
from mlprep.grading.questions.code_tokens import Taste

_PLAIN = spelling.Spelling(reductions="function")


class Style(NamedTuple):
    """How one programmer writes. The same style treats the same statement alike, whatever stands around it."""

    seed: str
    spelling: spelling.Spelling
    temporaries: temporaries.Temporaries
    taste: Taste


def drawn(seed: str, *, cautious: bool = False) -> Style:
    """The style of some programmer. A cautious one changes no expression."""
    chance = random.Random(seed)
    spelled = spelling.drawn(chance)
    taste = Taste(chance.choice('""\''), chance.random() < 0.6, chance.random() < 0.5)
    habit = temporaries.drawn(chance)
    return Style(seed, spelling.Spelling() if cautious else spelled, habit, taste)


def plain(source: str, entries: Collection[str]) -> list[str]:
    """The statements of a solution, in the spelling in which solutions are compared."""
    tree = _without_twins(ast.parse(source), entries)
    tree = spelling.spelled(spelling.with_named_axes(tree), _PLAIN)
    return _statements(temporaries.rearranged(tree, temporaries.Temporaries()))


def restyled(statements: Sequence[str], entries: Collection[str], style: Style) -> list[str]:
    """The statements in that style."""
    tree = spelling.spelled(ast.parse("\n".join(statements)), style.spelling)
    tree = temporaries.rearranged(tree, style.temporaries)
    return _statements(local_names.renamed(tree, entries, random.Random(style.seed)))


def _statements(tree: ast.Module) -> list[str]:
    return statements_of(ast.unparse(ast.fix_missing_locations(tree)))


def _without_twins(tree: ast.Module, entries: Collection[str]) -> ast.Module:
    """Without a helper that says just what an entry says, as where a variant of a grader calls itself by its name."""
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name in entries:
        for other, node in functions.items():
            own = functions.get(name)
            if other not in entries and own is not None and _says(node) == _says(own):
                tree.body.remove(node)
                for each in ast.walk(tree):
                    if isinstance(each, ast.Name) and each.id == other:
                        each.id = name
    return tree


def _says(node: ast.FunctionDef) -> str:
    return ast.dump(node.args) + "".join(map(ast.dump, node.body))
