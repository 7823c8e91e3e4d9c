"""A statement, written for NumPy, in the words of PyTorch: by rules, so that there is one text to maintain.

Examples become PyTorch's by what their expressions mean, and their results are set as PyTorch prints tensors, without
loading it. What no rule can do is in ``exercises/torch.toml``, and a test runs every example.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

Nested = Any  # numbers, or lists of them, or lists of such lists; "nan" where there is no number
Shown = Callable[[Any], str]

_PROSE: tuple[tuple[str, Any], ...] = (
    (r"numpy\.random\.Generator", "torch.Generator"),
    (r"\b(a|A)n array", r"\1 tensor"),
    (r"\b([Aa])rray(s?)\b", lambda found: f"{'T' if found[1] == 'A' else 't'}ensor{found[2]}"),
    (r"\bnp\.array\b", "torch.tensor"),
    (r"\bnp\.", "torch."),
    (r"\bNumPy\b", "PyTorch"),
)
_PROMPT = re.compile(r"^( *)(>>> |\.\.\. ?)")
_SCALAR = frozenset(("log", "exp", "sqrt", "sin", "cos"))  # of a number: PyTorch's take tensors alone
_LINE = 80  # columns of a printed tensor
_INFINITE = float("inf")
_WIDTH = 79
_KEPT_DTYPES = ("int8", "int32", "float32")  # PyTorch prints all but int64 and the default
_RENAMED = {"array": "tensor", "concatenate": "cat"}


def _opened(character: str) -> int:
    """How many brackets it opens."""
    return {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(character, 0)


def in_torch(statement: str, replaced: Sequence[Sequence[str]] = ()) -> str:
    """The statement in PyTorch's words. ``replaced`` are pairs of texts to put first, before any rule."""
    for before, after in replaced:
        statement = statement.replace(before, after)
    out: list[str] = []
    for block, is_example in _blocks(statement.split("\n")):
        out += _example(block) if is_example else _prose("\n".join(block)).split("\n")
    return "\n".join(out)


def _blocks(lines: Sequence[str]) -> Iterator[tuple[list[str], bool]]:
    """Runs of lines: one example with its result, or what stands between examples."""
    block: list[str] = []
    is_example = False
    for line in lines:
        prompt = _PROMPT.match(line)
        begins = prompt is not None and prompt[2] == ">>> "
        ends = is_example and not line.strip()
        if (begins or ends) and block:
            yield block, is_example
            block = []
        is_example = begins or (is_example and not ends)
        block.append(line)
    if block:
        yield block, is_example


def _prose(text: str) -> str:
    for pattern, replacement in _PROSE:
        text = re.sub(pattern, replacement, text)
    return text


def _example(block: Sequence[str]) -> list[str]:
    """One example: its code in PyTorch, and its result as PyTorch prints it."""
    code = [line for line in block if _PROMPT.match(line)]
    result = block[len(code) :]
    indent = " " * (len(block[0]) - len(block[0].lstrip()))
    shown = "\n".join(line[len(indent) :] for line in result).replace("<BLANKLINE>", "")
    is_fraction = re.search(r"\d\.\d", shown) is not None
    source = code_in_torch("\n".join(line[len(indent) + 4 :] for line in code), prints_four_digits=is_fraction)
    broken: list[str] = []
    for line in source.split("\n"):
        broken += _broken(line, _WIDTH - len(indent) - 4, sum(map(_opened, "".join(broken))))
    source = "\n".join(broken)
    prompts = (">>> ", *("... " for _ in range(source.count("\n"))))
    lines = [f"{indent}{prompt}{line}".rstrip() for prompt, line in zip(prompts, source.split("\n"), strict=True)]
    printed = _result(shown).rstrip("\n").split("\n") if result else []
    return [*lines, *(f"{indent}{(line.strip() and line) or '<BLANKLINE>'}" for line in printed)]


def _broken(line: str, width: int, depth: int) -> list[str]:
    """A line that fits, or its parts, broken after the outermost comma in brackets; ``depth`` were open before."""
    if len(line) <= width:
        return [line]
    commas = {at: depth + sum(map(_opened, line[:at])) for at in range(width) if line[at] == ","}
    inside = [(-opened, at) for at, opened in commas.items() if opened > 0]
    if not inside:
        return [line]
    opened, cut = max(inside)
    inner = " " * (len(line) - len(line.lstrip()) or 4)
    return [line[: cut + 1], *_broken(inner + line[cut + 1 :].lstrip(), width, -opened)]


def code_in_torch(source: str, *, prints_four_digits: bool = True) -> str:
    """Code of an example with PyTorch's functions in the place of NumPy's.

    Rounding to four digits or more is left out where all that is printed has four.
    """
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return _prose(source)
    edits = sorted((edit for node in ast.walk(tree) for edit in _edits(source, node, prints_four_digits)), reverse=True)
    for start, end, text in edits:
        source = source[:start] + text + source[end:]
    return source


def _edits(source: str, node: ast.AST, prints_four_digits: bool) -> Iterator[tuple[int, int, str]]:
    """Spans of the source to replace."""
    match node:
        case ast.Call(func=ast.Attribute(attr="default_rng"), args=[seed]):
            start, end = _span(source, node)
            yield start, end, f"torch.Generator().manual_seed({ast.get_source_segment(source, seed)})"
        case ast.Call(func=ast.Attribute(value=ast.Name(id="np"), attr=name) as called, args=[argument, *_]):
            start, end = _span(source, called)
            module = "math" if name in _SCALAR and _is_number(argument) else "torch"
            yield start, end, f"{module}.{_RENAMED.get(name, name)}"
        case ast.Attribute(value=ast.Name(id="np"), attr="nan" | "inf" | "pi" as name):
            start, end = _span(source, node)
            yield start, end, f"torch.{name}"
        case ast.Attribute(value=ast.Attribute(value=ast.Name(id="np")) as inner) if inner.attr != "random":
            start, end = _span(source, inner)
            yield start, end, f"torch.{inner.attr}"
        case ast.Attribute(attr="shape"):
            start, end = _span(source, node)
            yield start, start, "tuple("
            yield end, end, ")"
        case ast.Call(func=ast.Attribute(attr="round") as called, args=[ast.Constant(value=int(digits)) as given]):
            start, end = _span(source, node)
            _, before = _span(source, called.value)
            if prints_four_digits and digits >= 4 and not _is_measured(source, end):
                yield before, end, ""
            else:
                start, end = _span(source, given)
                yield start, end, f"decimals={digits}"


def _is_measured(source: str, end: int) -> bool:
    """Whether something is made of the rounded value before it is printed."""
    return source[end : end + 1] in (".", "[", ")")


def _is_number(node: ast.expr) -> bool:
    return all(isinstance(each, ast.Constant | ast.UnaryOp | ast.BinOp | ast.operator | ast.unaryop)
               for each in ast.walk(node))  # fmt: skip


def _span(source: str, node: ast.expr) -> tuple[int, int]:
    """Where the node is in the source, in characters."""
    lines = source.split("\n")

    def at(line: int, column: int) -> int:
        before = sum(len(each) + 1 for each in lines[: line - 1])
        return before + len(lines[line - 1].encode()[:column].decode())

    return at(node.lineno, node.col_offset), at(node.end_lineno or 0, node.end_col_offset or 0)


def _result(text: str) -> str:
    """What is printed: each array in it as PyTorch prints a tensor."""
    text = re.sub(r"\bnp\.(float64|float32|int64|bool)\((.*?)\)", lambda found: _scalar(found[2]), text)
    out, at = "", 0
    for start, end, content in _arrays(text):
        out += text[at:start]
        column = len(out) - (out.rfind("\n") + 1)
        content, _, dtype = content.partition(", dtype=")
        kept = f", dtype=torch.{dtype}" if dtype.strip() in _KEPT_DTYPES else ""
        out += tensor_text(ast.literal_eval(_literal(content)), column)[:-1] + f"{kept})"
        at = end
    return out + text[at:]


def _literal(content: str) -> str:
    return re.sub(r"\b(nan|inf)\b", lambda found: {"nan": "'nan'", "inf": "1e999"}[found[1]], content)


def _arrays(text: str) -> Iterator[tuple[int, int, str]]:
    """Every ``array(...)`` in a text: where it is, and the list in it."""
    for found in re.finditer(r"\barray\(", text):
        depth, end = 1, found.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        content = re.sub(r",\s*shape=[^)]*\)", "", text[found.end() : end - 1])
        yield found.start(), end, re.sub(r",\s*dtype=", ", dtype=", content)


def _scalar(text: str) -> str:
    return tensor_text(ast.literal_eval(_literal(text)), 0)


def tensor_text(value: Nested, column: int = 0) -> str:
    """How PyTorch prints a tensor of these nested lists, where its text begins in that column."""
    leaves = list(_leaves(value))
    show = _format(leaves, is_scalar=not isinstance(value, list))
    return f"tensor({_nested(value, show, len('tensor('))})".replace("\n", "\n" + " " * column)


def _leaves(value: Nested) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


def _format(leaves: Sequence[Any], *, is_scalar: bool) -> Shown:
    """How each number is printed, given all of them."""
    is_float = any(isinstance(each, float) or each == "nan" for each in leaves)
    show = _as_float(leaves) if is_float else str
    # What is zero or not finite does not count for the width.
    counted = [each for each in leaves if each not in ("nan", 0) and abs(each) != _INFINITE] if is_float else leaves
    wide = 0 if is_scalar else max((len(show(each)) for each in counted), default=0)
    return lambda each: f"{show(each):>{wide}}"


def _as_float(leaves: Sequence[Any]) -> Shown:
    finite = [float(each) for each in leaves if each != "nan" and abs(each) != _INFINITE]
    sizes = [abs(each) for each in finite if each] or [1.0]
    high, low, is_whole = max(sizes), min(sizes), all(each == int(each) for each in finite)
    is_wild = high / low > 1000 or high > 1e8 or (not is_whole and low < 1e-4)
    digits = "{:.4e}" if is_wild else "{:.0f}." if is_whole else "{:.4f}"
    return lambda each: digits.format(each) if each != "nan" and abs(each) != _INFINITE else str(each)


def _nested(value: Nested, show: Shown, indent: int) -> str:
    if not isinstance(value, list):
        return show(value)
    if not value:
        return "[]"
    if not isinstance(value[0], list):
        shown = [show(each) for each in value]
        per_line = max(1, (_LINE - indent) // (max(map(len, shown)) + 2))
        rows = [", ".join(shown[at : at + per_line]) for at in range(0, len(shown), per_line)]
        return "[" + (",\n" + " " * (indent + 1)).join(rows) + "]"
    between = "," + "\n" * (_depth(value) - 1) + " " * (indent + 1)
    return "[" + between.join(_nested(each, show, indent + 1) for each in value) + "]"


def _depth(value: Nested) -> int:
    return 1 + _depth(value[0]) if isinstance(value, list) and value else 0
