"""Whether an answer to a quiz question is right, read as a person means it: (3,4) or 3x4, 0.75 or 3/4 or 75%, 12 GB."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from mlprep.activities.growth import growth

if TYPE_CHECKING:
    from mlprep.grading.contracts import Expected


class Verdict(NamedTuple):
    """``right`` is None where the text cannot be read as an answer; ``note`` says why, or how it was read."""

    right: bool | None
    note: str = ""


_ERROR = re.compile(
    r"\b(?:errors?|fail(?:s|ed|ure)?|exceptions?|raises?|valueerror|typeerror|indexerror|invalid|mismatch|impossible"
    r"|crash(?:es)?|(?:does|do|will|can) ?n[o']t|cannot|not (?:possible|allowed|broadcastable|compatible))\b"
)
_SCALAR = re.compile(r"\(\s*\)|\[\s*\]|none|empty|0-?d|(?:a )?(?:single )?(?:scalar|number)")
_SHAPE_WORDS = re.compile(r"\b(?:the|result(?:'s)?|has|is|of|shape|torch|np|size|by|and)\b|[.:=]")
_NOISE = (
    r"(?:flop/?s?|flops|params?|parameters?|weights?|steps?|tokens?|bits?|nats?|epochs?|batch(?:es)?|entries|samples?"
    r"|rows?|values?|multiplications|numbers?|floats?|pairs?|pixels?|per step|operations?|ops)"
)
_SCALES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "millions": 1e6, "mio": 1e6, "g": 1e9, "b": 1e9, "bn": 1e9,
    "billion": 1e9, "billions": 1e9, "t": 1e12, "trillion": 1e12,
}  # fmt: skip
_POWERS = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LONGEST = 500  # characters of an answer that are read
_LONGEST_NUMBER = 80
_OF_A_SCALE = 0.005  # 7.09M for 7,087,872: half a unit of its last digit, as people round


def judge(expected: Expected, given: str, choices: Sequence[str] = ()) -> Verdict:
    """Whether that is the answer."""
    text = " ".join(given[:_LONGEST].split())
    form = expected["form"]
    if form == "shape":
        return _shape(expected["shape"], text)
    if form == "choice":
        return _choice(expected["choice"], text, choices)
    if form == "output":
        return Verdict(printed(text) == printed(expected["text"]))
    if form == "numbers":
        return _numbers(expected["values"], expected["tolerance"], text)
    return _number(expected, text)


# Shapes


def read_shape(text: str) -> list[int] | str | None:
    """A shape; "error"; or None where it is neither."""
    plain = text.lower().strip(". ")
    if _ERROR.search(plain):
        return "error"
    if _SCALAR.fullmatch(_SHAPE_WORDS.sub(" ", plain).strip()):
        return []
    plain = _SHAPE_WORDS.sub(" ", plain)
    if not re.fullmatch(r"[\d\s()\[\]{},;x×*·]+", plain) or not re.search(r"\d", plain):
        return None
    return [int(number) for number in re.findall(r"\d+", plain)]


def _shape(shape: list[int] | None, text: str) -> Verdict:
    found = read_shape(text)
    if found is None:
        return Verdict(None, "That is not a shape. Write a shape such as (3, 4), or: error.")
    return Verdict(found == ("error" if shape is None else shape))


# Numbers


def read_number(text: str) -> tuple[float, str] | None:
    """The value of a number, a fraction or a product, and the word behind it; None where it is not a number."""
    if len(text) > _LONGEST_NUMBER:
        return None
    plain = text.lower().strip().translate(str.maketrans("−–×·÷", "--**/"))
    plain = re.sub(r"^(?:about|around|approximately|roughly|circa|ca\.?|[~≈=])\s*", "", plain).rstrip(". ")
    plain = re.sub(r"([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)", lambda found: "**" + found[1].translate(_SUPERSCRIPTS), plain)
    plain = re.sub(r"(?<=\d)\s*x\s*(?=\d)", "*", plain).replace("^", "**")
    plain = re.sub(r"(?<=\d)[,_' ](?=\d{3}(?!\d))", "", plain)  # 1,500,000
    plain = re.sub(r"^([-+]?\d+),(\d+)$", r"\1.\2", plain)  # 0,75
    found = re.fullmatch(r"([-+*/().\d\se]*?[\d).])\s*(%|[a-z][a-z /]*)?", plain)
    if not found:
        return None
    value = _value(found[1].strip())
    return None if value is None else (value, (found[2] or "").strip())


def _value(expression: str) -> float | None:
    """What a sum, product, quotient or power of numbers is."""
    try:
        result = _evaluate(ast.parse(expression.lstrip(), mode="eval").body)
        return result if abs(result) < 1e30 else None
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return None


def _evaluate(node: ast.expr) -> float:
    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluate(operand)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _evaluate(operand)
        case ast.BinOp(left=left, op=op, right=right):
            a, b = _evaluate(left), _evaluate(right)
            match op:
                case ast.Add():
                    return a + b
                case ast.Sub():
                    return a - b
                case ast.Mult():
                    return a * b
                case ast.Div():
                    return a / b
                case ast.Pow() if a >= 0 and abs(b) <= 64:
                    return float(a**b)
    raise ValueError


def _number(expected: Expected, text: str) -> Verdict:
    found = read_number(text)
    if found is None:
        return Verdict(None, "That is not a number. Write a number such as 0.75, 3/4 or 1.5M.")
    value, word = found
    if expected["form"] == "bytes":
        return _bytes(expected, value, word, text)
    want, tolerance = expected["values"][0], expected["tolerance"]
    if word == "%":
        return Verdict(_near(value / 100, want, tolerance))
    scale, known = _scale(word)
    if not known:
        return Verdict(None, f"The unit {word!r} does not fit here. Write the number alone.")
    if scale != 1:
        tolerance = max(tolerance, _OF_A_SCALE * abs(want))
    if expected["form"] == "share" and value > 1 and scale == 1 and _near(value / 100, want, tolerance):
        return Verdict(True, f"{text} was read as {text}%.")
    return Verdict(_near(value * scale, want, tolerance))


def _near(value: float, want: float, tolerance: float) -> bool:
    return abs(value - want) <= tolerance * (1 + 1e-9) + 1e-12 * abs(want)


def _scale(word: str) -> tuple[float, bool]:
    """What a word such as million stands for, and whether it is one that may follow a number."""
    bare = re.sub(rf"\s*{_NOISE}$", "", word).strip()
    return (_SCALES[bare], True) if bare in _SCALES else (1.0, not bare)


def _bytes(expected: Expected, value: float, word: str, text: str) -> Verdict:
    """Bytes in decimal or binary units. People write GB for both, so that is read as either, and said."""
    want, tolerance, unit = expected["values"][0], expected["tolerance"], expected["unit"]
    if not word:
        return Verdict(_near(value * factor(unit), want, tolerance) or (value >= 1e4 and _near(value, want, tolerance)))
    found = re.fullmatch(r"([kmgt]?)(i?)(?:b|bytes?)?", word.removesuffix(" of memory").replace(" ", ""))
    if found is None:
        return Verdict(None, f"The unit {word!r} is not one of bytes, KB, MB, GB, KiB, MiB or GiB.")
    power = _POWERS[found[1]]
    if found[2] or not power:
        return Verdict(_near(value * 1024**power, want, tolerance))
    readings = {"decimal": value * 1000**power, "binary": value * 1024**power}
    fitting = [name for name, size in readings.items() if _near(size, want, tolerance)]
    if not fitting or "decimal" in fitting:
        return Verdict(bool(fitting))
    return Verdict(True, f"{text} is right if 1 {found[1].upper()}B stands for 1024^{power} bytes.")


def factor(unit: str) -> int:
    """How many bytes a unit has: KB is 1000, KiB 1024."""
    if unit == "bytes":
        return 1
    return int((1024 if "i" in unit else 1000) ** _POWERS[unit[0].lower()])


def _numbers(values: Sequence[float], tolerance: float, text: str) -> Verdict:
    plain = re.sub(r"[()\[\]{}]|\b(?:and|array)\b", " ", text.lower())
    parts = [part for part in re.split(r"[;,]\s+|[;\s]+|,(?!\d{3}(?!\d))", plain) if part]
    if len(parts) == 1 and "," in plain:
        parts = [part for part in plain.split(",") if part]
    found = [read_number(part) for part in parts]
    if not found or any(each is None or each[1] not in ("", "%") for each in found):
        return Verdict(None, f"Write {len(values)} numbers, with commas or spaces between them.")
    read = [each[0] / 100 if each[1] else each[0] for each in found if each]
    if len(read) != len(values):
        return Verdict(None, f"Those are {len(read)} numbers. Write {len(values)}.")
    return Verdict(all(_near(mine, want, tolerance) for mine, want in zip(read, values, strict=True)))


# Choices and printed output


def _choice(right: int, text: str, choices: Sequence[str]) -> Verdict:
    chosen = read_choice(text, choices)
    if chosen is None:
        last = chr(ord("a") + len(choices) - 1)
        return Verdict(None, f"That is none of the choices. Write a letter from a to {last}.")
    return Verdict(chosen == right)


def read_choice(text: str, choices: Sequence[str]) -> int | None:
    """Which of the choices is meant: by its letter, its number, its text or the beginning of its text."""
    plain = text.strip().lower()
    keys = [_squeezed(choice) for choice in choices]
    if _squeezed(plain) in keys:
        return keys.index(_squeezed(plain))
    label = re.fullmatch(r"\(?([a-z]|\d)[).:]?", plain)
    if label:
        place = ord(label[1]) - (ord("a") if label[1].isalpha() else ord("1"))
        if 0 <= place < len(choices):
            return place
    grown = growth(plain)
    if grown is not None:
        alike = [i for i, choice in enumerate(choices) if growth(choice) == grown]
        if len(alike) == 1:
            return alike[0]
    begins = [i for i, key in enumerate(keys) if len(_squeezed(plain)) >= 3 and key.startswith(_squeezed(plain))]
    return begins[0] if len(begins) == 1 else None


def _squeezed(text: str) -> str:
    return re.sub(r"[^\w()^+*/<>=-]+", "", text.lower())


def printed(text: str) -> list[str]:
    """What was printed, as words: white space, brackets, commas and quotes do not matter, nor does 1. against 1.0."""
    plain = text.lower()
    if _ERROR.search(plain):
        return ["error"]
    plain = re.sub(r"\b(?:np|numpy)\.|\barray\b|\b(?:int64|float64|bool_)(?=\()|[()\[\]{},'\"`]", " ", plain)
    return [_plain_number(word) for word in plain.split()]


def _plain_number(word: str) -> str:
    if not re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", word):
        return word
    return f"{float(word):.10g}"
