"""How a cost grows, read as people write it: O(n log n), nlogn, O(N^2), n², n*d + d^3."""

from __future__ import annotations

import re

Term = frozenset[tuple[str, str]]  # each factor with its exponent

_SUPERSCRIPTS = {"²": "^2", "³": "^3", "⁴": "^4"}
_FACTOR = re.compile(
    r"(?P<base>log_?2?\(?(?P<of>[a-z])\)?|sqrt\(?(?P<root>[a-z])\)?|√(?P<sign>[a-z])|2\^(?P<power>[a-z])|[a-z]!?|1)"
    r"(?:\^(?P<exponent>\d+))?"
)


def growth(text: str) -> frozenset[Term] | None:
    """The terms of a cost, or None where it is something else."""
    if re.search(r"[a-z]{4}", re.sub(r"log|sqrt|theta|bigo", " ", text.lower())):
        return None  # words
    plain = re.sub(r"\s+", "", text.lower())
    for sign, power in _SUPERSCRIPTS.items():
        plain = plain.replace(sign, power)
    plain = plain.replace("**", "^").replace("log₂", "log").replace("lgn", "logn")
    whole = re.fullmatch(r"(?:[oθ]|theta|bigo)\((.*)\)", plain)
    plain = whole[1] if whole else plain
    terms = [_term(re.sub(r"[*·×]", "", term)) for term in plain.split("+")]
    return None if not plain or None in terms else frozenset(term for term in terms if term is not None)


def _term(text: str) -> Term | None:
    exponents: dict[str, int] = {}
    at = 0
    while at < len(text):
        bracket = re.match(r"\(([^()]*)\)", text[at:])
        if bracket and not text[at:].startswith(("log", "sqrt")):  # n(log n)
            text = text[:at] + bracket[1] + text[at + bracket.end() :]
            continue
        found = _FACTOR.match(text, at)
        if found is None:
            return None
        base = found["base"]
        if found["of"]:
            base = f"log {found['of']}"
        elif found["root"] or found["sign"]:
            base = f"sqrt {found['root'] or found['sign']}"
        exponents[base] = exponents.get(base, 0) + int(found["exponent"] or 1)
        at = found.end()
    if not exponents:
        return None
    if len(exponents) > 1:
        exponents.pop("1", None)
    return frozenset((base, str(exponent)) for base, exponent in exponents.items())
