"""Two solutions line by line, blind to the names of variables, to docstrings, comments and blank lines."""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from mlprep.content.reference_solution import source_lines


class Row(NamedTuple):
    """A line of each side, None where there is none; ``same`` is whether they do the same."""

    mine: str | None
    theirs: str | None
    same: bool


class _Line(NamedTuple):
    """A line of code; ``shape`` is what it says with its variables numbered, ``names`` are these."""

    text: str
    shape: tuple[str, ...]
    names: tuple[str, ...]


_IGNORED = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


def compare(mine: str, theirs: str) -> list[Row]:
    """Both beside each other. A source that does not parse is compared by its text."""
    import difflib

    left, right = _lines(mine), _lines(theirs)
    matcher = difflib.SequenceMatcher(None, [a.shape for a in left], [b.shape for b in right], autojunk=False)
    blocks = matcher.get_opcodes()
    pairs = [pair for kind, a, b, c, d in blocks if kind == "equal" for pair in zip(left[a:b], right[c:d], strict=True)]
    meant = _meant(pairs)
    rows: list[Row] = []
    for kind, a, b, c, d in blocks:
        for one, other in zip_longest(left[a:b], right[c:d]):
            same = kind == "equal" and all(
                meant[name] == there for name, there in zip(one.names, other.names, strict=True)
            )
            rows.append(Row(one and one.text, other and other.text, same))
    return rows


def _meant(pairs: list[tuple[_Line, _Line]]) -> dict[str, str]:
    """Which of their names each of mine stands for: the one that it meets most often."""
    met: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other in pairs:
        for name, there in zip(one.names, other.names, strict=True):
            met[name][there] += 1
    return {name: there.most_common(1)[0][0] for name, there in met.items()}


def _lines(source: str) -> list[_Line]:
    """The lines of code. What an unfinished source has no tokens for is text."""
    texts = source_lines(source.expandtabs(4))
    source = "\n".join(texts) + "\n"
    try:
        tree = ast.parse(source)
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (SyntaxError, ValueError, tokenize.TokenError, RecursionError):
        return [_Line(text.rstrip(), (text.strip(),), ()) for text in texts if text.strip()]
    variables, hidden = _variables(tree), _docstrings(tree)
    by_line: defaultdict[int, list[tokenize.TokenInfo]] = defaultdict(list)
    for token in tokens:
        if token.type not in _IGNORED and token.start[0] not in hidden:
            by_line[token.start[0]].append(token)
    return [_line(texts[number - 1], found, variables) for number, found in sorted(by_line.items())]


def _line(text: str, tokens: list[tokenize.TokenInfo], variables: set[str]) -> _Line:
    shape, names = [str(len(text) - len(text.lstrip()))], dict[str, int]()
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        dotted = before is not None and before.string == "."
        keyword = after is not None and after.string == "=" and before is not None and before.string in "(,"
        if token.string in variables and not dotted and not keyword:
            shape.append(f"${names.setdefault(token.string, len(names))}")
        else:
            shape.append(token.string)
    return _Line(text.rstrip(), tuple(shape), tuple(names))


def _variables(tree: ast.AST) -> set[str]:
    """What is assigned or taken as an argument."""
    stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return stored | {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}


def _docstrings(tree: ast.AST) -> set[int]:
    """The lines on which docstrings stand."""
    return {number for node in ast.walk(tree) for number in _docstring(node)}


def _docstring(node: ast.AST) -> Iterator[int]:
    if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and node.body:
        first = node.body[0]
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            yield from range(first.lineno, (first.end_lineno or first.lineno) + 1)
