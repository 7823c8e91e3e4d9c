"""A question as it is drawn, the registry of kinds, and the forms of answers that questions share."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Sequence
from random import Random
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from mlprep.grading.contracts import Expected


class Drawn(NamedTuple):
    """A question with its answer. ``facts`` are the numbers that it was made of, from which a test works it out."""

    text: str
    expected: Expected
    shown: str
    explanation: str
    code: str = ""
    choices: tuple[str, ...] = ()
    facts: Any = MappingProxyType({})


Maker = Callable[..., Drawn]  # takes a Random, and for ALGORITHMS a topic
MAKERS: dict[str, Maker] = {}

_DECIMALS = {1: "one decimal", 2: "two decimals", 3: "three decimals", 4: "four decimals"}


def makes(kind: str) -> Callable[[Maker], Maker]:
    """Marks the function that draws questions of that kind."""

    def mark(maker: Maker) -> Maker:
        assert kind not in MAKERS
        MAKERS[kind] = maker
        return maker

    return mark


# What is asked for


def whole(text: str, value: int, explanation: str, **facts: Any) -> Drawn:
    """A whole number, exactly."""
    expected: Expected = {"form": "number", "values": [int(value)], "tolerance": 0.0}
    return Drawn(text, expected, f"{value:,}", explanation, facts=facts)


def magnitude(text: str, value: float, explanation: str, **facts: Any) -> Drawn:
    """A very large number, to within two percent."""
    expected: Expected = {"form": "number", "values": [float(value)], "tolerance": 0.02 * value}
    return Drawn(
        f"{text} Two digits and a power of ten are enough.", expected, f"{value:.2g}", explanation, facts=facts
    )


def number(text: str, value: float, explanation: str, digits: int = 2, **facts: Any) -> Drawn:
    """A number to so many decimals; one more or less in the last of them is taken for rounding on the way."""
    expected: Expected = {"form": "number", "values": [float(value)], "tolerance": 10.0**-digits}
    if _is_exact(value, digits):
        return Drawn(text, expected, trimmed(value, digits), explanation, facts=facts)
    return Drawn(f"{text} Give {_DECIMALS[digits]}.", expected, f"{value:.{digits}f}", explanation, facts=facts)


def share(text: str, value: float, explanation: str, *, code: str = "", **facts: Any) -> Drawn:
    """A number from 0 to 1, to two decimals; a fraction or a percentage will do."""
    expected: Expected = {"form": "share", "values": [float(value)], "tolerance": 0.01}
    asked = f"{text} Give two decimals, a fraction or a percentage."
    return Drawn(asked, expected, f"{value:.2f}", explanation, code, facts=facts)


def numbers(text: str, values: Sequence[float], explanation: str, digits: int = 2, **facts: Any) -> Drawn:
    """Several numbers, in order."""
    found = [float(value) for value in values]
    expected: Expected = {"form": "numbers", "values": found, "tolerance": 10.0**-digits}
    if all(_is_exact(value, digits) for value in found):
        return Drawn(text, expected, ", ".join(trimmed(value, digits) for value in found), explanation, facts=facts)
    shown = ", ".join(f"{value:.{digits}f}" for value in found)
    asked = f"{text} Give {_DECIMALS[digits]}{' each' if len(found) > 1 else ''}."
    return Drawn(asked, expected, shown, explanation, facts=facts)


def _is_exact(value: float, digits: int) -> bool:
    """Whether so many decimals are all that it has."""
    scaled = float(value) * 10.0**digits
    return abs(scaled - round(scaled)) < 1e-9


def memory(text: str, size: float, unit: str, explanation: str, **facts: Any) -> Drawn:
    """A number of bytes, asked for in a unit that the text names, to one decimal if it is not whole."""
    power = {"K": 1, "M": 2, "G": 3, "T": 4}[unit[0]]
    each = float((1024 if "i" in unit else 1000) ** power)
    is_whole = size % each == 0
    expected: Expected = {
        "form": "bytes", "values": [float(size)], "unit": unit,
        "tolerance": 0.0 if is_whole else each / 10,
    }  # fmt: skip
    named = f"1 {unit} = {'1024' if 'i' in unit else '1000'}{('', '²', '³', '⁴')[power - 1]} bytes"
    asked = f"{text} Answer in {unit} ({named})" + ("." if is_whole else f", to {_DECIMALS[1]}.")
    shown = f"{size / each:,.0f} {unit}" if is_whole else f"{size / each:,.1f} {unit}"
    return Drawn(asked, expected, shown, explanation, facts={**facts, "bytes": size})


def choice(rng: Random, text: str, options: Sequence[str], explanation: str, *, code: str = "", **facts: Any) -> Drawn:
    """One of several options, of which the first is right; they are shuffled here."""
    assert len({*options}) == len(options), options
    order = list(range(len(options)))
    rng.shuffle(order)
    expected: Expected = {"form": "choice", "choice": order.index(0)}
    shuffled = tuple(options[place] for place in order)
    return Drawn(text, expected, options[0], explanation, code, shuffled, facts)


def shape(code: str, explanation: str, *, of: str = "the result", **facts: Any) -> Drawn:
    """The shape of the code's last expression, or an error; NumPy says which."""
    text = f"What is the shape of {of}? If the code fails, answer: error."
    found = shape_of(code)
    expected: Expected = {"form": "shape", "shape": None if found is None else list(found)}
    return Drawn(text, expected, "an error" if found is None else str(found), explanation, code, facts=facts)


def output(code: str, explanation: str) -> Drawn:
    """What the code prints; NumPy says what."""
    said = printed_by(code)
    text = "What does this print? If it fails, answer: error."
    return Drawn(text, {"form": "output", "text": said}, said, explanation, code)


# What code of ours does


def shape_of(code: str) -> tuple[int, ...] | None:
    """The shape of what the last line gives; None where something raises."""
    *before, last = code.splitlines()
    names: dict[str, Any] = {"np": np}
    try:
        with np.errstate(all="ignore"):
            exec("\n".join(before), names)
            return tuple(np.shape(eval(last.partition(" = ")[2] or last, names)))
    except (ValueError, IndexError, TypeError):
        return None


def printed_by(code: str) -> str:
    """What the code prints; "error" where it raises."""
    stream = io.StringIO()
    names: dict[str, Any] = {"np": np}
    try:
        with contextlib.redirect_stdout(stream), warnings.catch_warnings(), np.printoptions(legacy=False):
            warnings.simplefilter("ignore")
            exec(code, names)
    except (ValueError, IndexError, TypeError):
        return "error"
    return stream.getvalue().strip()


# Numbers


def digits(rng: Random, count: int) -> list[int]:
    """So many different digits, none of them 0."""
    return rng.sample(range(1, 10), count)


def trimmed(value: float, digits: int = 4) -> str:
    """A number without zeros at its end: 0.5, 12, 0.0625."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def listed(values: Sequence[object]) -> str:
    """Values with commas between them."""
    return ", ".join(trimmed(value) if isinstance(value, float) else str(value) for value in values)


def tupled(dims: Sequence[int]) -> str:
    """A shape as Python writes it: (3,), (2, 4)."""
    return str(tuple(dims))
