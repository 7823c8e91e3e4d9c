"""Sets code that `ast.unparse` wrote as a programmer would: quotes, blank lines, and lines of at most 88 columns."""

from __future__ import annotations

import tokenize
from collections.abc import Sequence
from typing import NamedTuple

from mlprep.grading.questions.code_tokens import (
    CLOSING,
    OPENING,
    Taste,
    Token,
    match,
    outside_brackets,
    text_of,
    tidied,
    tokens_of,
    with_place,
)

WIDTH = 88
_DEFINITIONS = ("def ", "class ", "async def ", "@")
_BRANCHES = ("else:", "elif ", "except", "finally:")
_LOOSE = ("or", "and", "if", "else", "+", "-", "|", "&", "<", ">", "<=", ">=", "==", "!=", "*", "/", "@")


class Line(NamedTuple):
    """A line of the file, and which statement it belongs to; -1 for a blank one."""

    statement: int
    text: str


def laid_out(statements: Sequence[str], taste: Taste) -> list[Line]:
    """The lines of these statements. Each is one line, with its indentation, and only its head if it is compound."""
    lines: list[Line] = []
    for number, statement in enumerate(statements):
        indent = indent_of(statement)
        if number:
            blank = _blank_lines(statements, number, taste)
            lines += [Line(-1, "")] * blank
        tokens = tidied(list(tokens_of(statement.strip())), taste)
        lines += [Line(number, text) for text in _wrapped(tokens, indent)]
    return lines


def statements_of(source: str) -> list[str]:
    """The statements of what `ast.unparse` wrote: it never breaks one over two lines."""
    return [line for line in source.splitlines() if line.strip()]


def indent_of(statement: str) -> int:
    """How many columns a statement is indented."""
    return len(statement) - len(statement.lstrip())


def _blank_lines(statements: Sequence[str], number: int, taste: Taste) -> int:
    """How many blank lines come before a statement."""
    this, before = statements[number], statements[number - 1]
    indent, text = indent_of(this), this.strip()
    if before.strip().startswith("@") or text.startswith(_BRANCHES):
        return 0
    opens = indent_of(before) < indent
    defines = text.startswith(_DEFINITIONS)
    after_definition = indent_of(before) > indent and _headed_by(statements, number).startswith(_DEFINITIONS)
    if indent == 0:
        imports = text.startswith(("import ", "from ")) and before.startswith(("import ", "from "))
        return int("numpy" in text) if imports else 2 if defines or after_definition else 1
    if opens:
        return 0
    if defines or after_definition:
        return 1
    if before.strip().startswith(("import ", "from ")):
        return 1
    if not taste.airy:
        return 0
    ends_block = indent_of(before) > indent
    last_return = text.startswith("return") and indent == 4 and _size(statements, number) > 4
    return int(ends_block or last_return)


def _headed_by(statements: Sequence[str], number: int) -> str:
    """The head of the block that ends before this statement."""
    indent = indent_of(statements[number])
    return next(each.strip() for each in reversed(statements[:number]) if indent_of(each) <= indent)


def _size(statements: Sequence[str], number: int) -> int:
    """How many statements the function has before this one."""
    count = 0
    for each in reversed(statements[:number]):
        if indent_of(each) < indent_of(statements[number]):
            break
        count += 1
    return count


def _wrapped(tokens: list[Token], indent: int, *, end: str = "") -> list[str]:
    """The lines of a statement or a part of it."""
    line = " " * indent + text_of(tokens) + end
    if len(line) <= WIDTH:
        return [line]
    value = _value_at(tokens)
    inner = tokens[value:]
    pairs = [pair for pair in _pairs(tokens) if pair[1] - pair[0] > 1]
    fitting = [pair for pair in pairs if indent + len(text_of(tokens[: pair[0] + 1])) <= WIDTH]
    longest = max(pairs if value else fitting or pairs, key=lambda pair: _worth(tokens, pair), default=(0, 0))
    too_long = indent + len(text_of(tokens[: longest[0] + 1])) > WIDTH
    unary = int(inner[0].text == "-") if inner else 0
    outside = [token.text for token in outside_brackets(inner)][unary:]
    if value and (too_long or any(text in (*_LOOSE, ",") for text in outside)):
        whole = " " * (indent + 4) + text_of(inner)
        lines = [whole] if len(whole) <= WIDTH else _split_up(inner, indent + 4)
        return [" " * indent + text_of(tokens[:value]) + " (", *lines, " " * indent + ")"]
    if not pairs:
        return [line]
    first, last = longest
    body, tail = tokens[first + 1 : last], tokens[last:]
    lines = [" " * indent + text_of(tokens[: first + 1])]
    whole = " " * (indent + 4) + text_of(body)
    if len(whole) <= WIDTH:
        lines.append(whole)
    else:
        lines += _split_up(body, indent + 4, is_index=_is_index(tokens, first))
    return [*lines, *_wrapped(tail, indent, end=end)]


def _worth(tokens: Sequence[Token], pair: tuple[int, int]) -> int:
    """How much a line is better broken in these brackets than in others: the longer, the better, but for an index."""
    return len(text_of(tokens[pair[0] : pair[1]])) - 20 * _is_index(tokens, pair[0])


def _value_at(tokens: Sequence[Token]) -> int:
    """Where the value of an assignment or a return begins; 0 if it is something else."""
    depth, found = 0, 0
    for at, token in enumerate(tokens):
        if depth == 0 and (token.text == "return" or (token.text.endswith("=") and token.text not in _LOOSE)):
            found = at + 1
        depth += (token.text in OPENING) - (token.text in CLOSING)
    return found


def _pairs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The brackets that are in no other brackets."""
    found, at = [], 0
    while at < len(tokens):
        if tokens[at].text in OPENING:
            end = match(tokens, at)
            found.append((at, end))
            at = end
        at += 1
    return found


def _is_index(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    is_value = before is not None and (before.kind == tokenize.NAME or before.text in CLOSING)
    return tokens[at].text == "[" and is_value and not tokens[at].space


def _split_up(body: list[Token], indent: int, *, is_index: bool = False) -> list[str]:
    """What is in brackets, over several lines: by its commas, else before `for` and `if`, else by its operators."""
    outside = [token.text for token in outside_brackets(body)]
    if "for" in outside:
        lines = []
        for part in _cut(body, ("for", "if"), before=True, only_after="for"):
            lines += _wrapped(part, indent)
        return lines
    if "," in outside:
        lines = []
        parts = [part for part in _cut(body, (",",), before=False) if part]
        for number, part in enumerate(parts):
            more = part[-1].text == ","
            own = part[:-1] if more else part
            last = "" if is_index and number == len(parts) - 1 and not more else ","
            lines += _wrapped(own, indent, end=last)
        return lines
    return _split_at_operators(body, indent)


def _split_at_operators(tokens: list[Token], indent: int) -> list[str]:
    """Over several lines, each of which begins with one of the loosest operators; one line if it fits."""
    whole = " " * indent + text_of(tokens)
    if len(whole) <= WIDTH:
        return [whole]
    outside = [token.text for token in outside_brackets(tokens)]
    for group in (("if", "else"), ("or",), ("and",), ("|", "&"), ("<", ">", "<=", ">=", "==", "!="), ("+", "-"),
                  ("*", "/", "@")):  # fmt: skip
        if any(each in outside[1:] for each in group):
            lines = []
            for part in _cut(tokens, group, before=True):
                lines += _wrapped(part, indent)
            return lines
    return _wrapped(tokens, indent)


def _cut(tokens: list[Token], at: Sequence[str], *, before: bool, only_after: str = "") -> list[list[Token]]:
    """The tokens in pieces, cut at those outside brackets; ``only_after`` the first such token."""
    parts: list[list[Token]] = [[]]
    begun = not only_after
    for token, outside in with_place(tokens):
        begun = begun or token.text == only_after
        cuts = outside and begun and token.text in at
        binary = token.text not in "+-" or bool(token.space)
        if cuts and before and parts[-1] and binary:
            parts.append([])
        parts[-1].append(token)
        if cuts and not before:
            parts.append([])
    return parts
