"""The tokens of a statement that `ast.unparse` wrote, in the form in which a programmer would have written them."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from typing import NamedTuple

OPENING, CLOSING = "([{", ")]}"
_SKIPPED = (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


class Taste(NamedTuple):
    """What differs between programmers."""

    quote: str = '"'
    tight_powers: bool = True  # x**2, not x ** 2
    airy: bool = False  # blank lines after loops and before a return


class Token(NamedTuple):
    """A token, and the space before it."""

    text: str
    space: str
    kind: int


def one_line(statement: str, taste: Taste) -> str:
    """A statement, or an expression, as it looks where there is room for it."""
    return text_of(tidied(list(tokens_of(statement.strip())), taste))


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a statement, or of the head of one."""
    last = 0
    for token in tokenize.generate_tokens(io.StringIO(text + "\n").readline):
        if token.type not in _SKIPPED:
            start, end = token.start[1], token.end[1]
            yield Token(token.string, text[last:start], token.type)
            last = end


def tidied(tokens: list[Token], taste: Taste) -> list[Token]:
    """The same tokens without the parentheses, quotes and digits that only a machine writes."""
    tokens = [_plain(token, taste) for token in tokens]
    for at in reversed(range(len(tokens))):
        if tokens[at].text != "(":
            continue
        end = match(tokens, at)
        inside = tokens[at + 1 : end]
        within = [token.text for token in outside_brackets(inside[1:-1])]
        before = tokens[at - 1].text if at else ""
        depth_0 = [token.text for token in outside_brackets(inside)]
        targets = [token.text for token in outside_brackets(tokens[:at])]
        takes_tuple = before == "return" or (before == "=" and "," in targets and _open_brackets(tokens[:at]) == 0)
        if takes_tuple and end == len(tokens) - 1 and "," in depth_0[:-1]:
            tokens = [*tokens[:at], *_spaced(inside, " ")]
        elif _needs_no_brackets(before, inside, tokens[end + 1 :]):
            tokens = [*tokens[:at], *_spaced(inside, " "), *tokens[end + 1 :]]
        elif inside and inside[0].text == "(" and match(inside, 0) == len(inside) - 1 and "for" in within:
            tokens = [*tokens[: at + 1], *inside[1:-1], *tokens[end:]]
    return _with_powers(tokens, taste)


def _needs_no_brackets(before: str, inside: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether it is a part of a condition, or a negative power, that says the same without its parentheses."""
    if before == "**":
        return len(inside) == 2 and inside[0].text == "-"
    loose = {"and", "or", "not", "if", "lambda", "for", ",", ":=", "in", "yield", "await"}
    is_last = not after or after[0].text in (":", "and", "or", "else", "if", "for", ",", *CLOSING)
    is_plain = bool(inside) and not loose & {token.text for token in outside_brackets(inside)}
    return before in ("and", "or") and is_last and is_plain


def _plain(token: Token, taste: Taste) -> Token:
    if token.kind == tokenize.NUMBER:
        text = re.sub(r"e([+-])0*(\d)", r"e\1\2", token.text).replace("e+", "e")
        return token._replace(text=re.sub(r"^1(0{5,})\.0$", lambda found: f"1e{len(found[1])}", text))
    if token.kind == tokenize.STRING and re.fullmatch(r"[rbuRBU]?'[^'\"\\]*'", token.text):
        return token._replace(text=token.text.replace("'", taste.quote))
    return token


def _with_powers(tokens: list[Token], taste: Taste) -> list[Token]:
    if not taste.tight_powers:
        return tokens
    found = list(tokens)
    for at, token in enumerate(tokens):
        if token.text == "**" and 0 < at < len(tokens) - 1 and tokens[at - 1].text not in CLOSING:
            found[at] = token._replace(space="")
            found[at + 1] = tokens[at + 1]._replace(space="")
    return found


def _spaced(tokens: list[Token], space: str) -> list[Token]:
    return [tokens[0]._replace(space=space), *tokens[1:]] if tokens else []


def match(tokens: Sequence[Token], at: int) -> int:
    """Where the bracket that opens there is closed."""
    depth = 0
    for end in range(at, len(tokens)):
        depth += (tokens[end].text in OPENING) - (tokens[end].text in CLOSING)
        if depth == 0:
            return end
    raise AssertionError("every bracket is closed")


def _open_brackets(tokens: Sequence[Token]) -> int:
    """How many brackets are open after these tokens."""
    return sum((token.text in OPENING) - (token.text in CLOSING) for token in tokens)


def outside_brackets(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens that are in no brackets, and are no parameters of a lambda."""
    return (token for token, outside in with_place(tokens) if outside)


def with_place(tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """Each token, and whether it is outside brackets and no parameter of a lambda."""
    depth, in_head = 0, False
    for token in tokens:
        depth -= token.text in CLOSING
        yield token, depth == 0 and not in_head and token.text not in OPENING and token.text not in CLOSING
        depth += token.text in OPENING
        in_head = depth == 0 and (token.text == "lambda" or (in_head and token.text != ":"))


def text_of(tokens: Sequence[Token]) -> str:
    """The tokens as text."""
    return "".join(token.space + token.text for token in tokens).strip()
