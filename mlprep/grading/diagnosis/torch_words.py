"""What is said of code in PyTorch: messages written for NumPy in PyTorch's words, and what its own errors mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from mlprep.grading.contracts import Report
from mlprep.grading.judging.conditions import Source

_DTYPES = {"int": "torch.int64", "bool": "torch.bool", "float": "torch.float64"}
# Whole phrases first, then single words. What PyTorch does in another way has its own words.
_PHRASES: tuple[tuple[str, Any], ...] = (
    (r", or NumPy warns\b", ""),
    ((r"NumPy has no erf\. The standard library has math\.erf, for one number at a time: apply it entry by entry, for "
     r"instance with np\.vectorize\."), "Use torch.erf."),
    (r", for instance with np\.vectorize", ", with PyTorch's function of that name"),
    (r"Loop over np\.ndindex\(x\.shape\)", "Loop over the entries of a copy, x.flatten()"),
    (r"np\.argpartition does not sort what it finds, and it chooses", "torch.topk chooses"),
    (r"np\.percentile takes 0 to 100, np\.quantile 0 to 1", "torch.quantile takes 0 to 1"),
    (r"The second parameter of np\.max is an axis", "The second parameter of torch.max is a dim"),
    (r"Return float64, NumPy's default", "Return float64"),
    (r"Use np\.add\.at\((\w+), (\w+), (\w+)\)", r"Use \1.index_add_(0, \2, \3)"),
    (r"a NumPy integer as t", "a tensor as t"),
    (r"[Bb]egin with z = np\.asarray\(z\)", "Begin with z = torch.as_tensor(z)"),
    (r"np\.(log2|sqrt|exp|log)\((\d)", r"math.\1(\2"),
    (r"np\.logaddexp\(0(?:\.0)?, ([^()]*)\)", r"torch.nn.functional.softplus(\1)"),
    (r"np\.logaddexp\b(?!\()", "torch.nn.functional.softplus"),
    (r"np\.swapaxes\((\w+), -1, -2\)", r"\1.transpose(-2, -1)"),
    (r"np\.repeat\b", "torch.repeat_interleave"),
    (r"kind=\"stable\"", "stable=True"),
    (r"as astype does", "as a conversion to integers does"),
    (r"\bastype\(np\.(\w+)\)", r"to(torch.\1)"),
    (r"\bastype\((int|bool|float)\)", lambda found: f"to({_DTYPES[found[1]]})"),
    (r"\bdtype=(int|bool|float)\b", lambda found: f"dtype={_DTYPES[found[1]]}"),
    (r"\bdtype=(float\d+|int\d+|uint8)\b", r"dtype=torch.\1"),
    (r"\.copy\(\)", ".clone()"),
    (r"\bkeepdims\b", "keepdim"),
    (r"(?<!For )\baxis=", "dim="),
    (r"\b([Aa])n array", r"\1 tensor"),
    (r"\barray(s?)\b(?!\()", r"tensor\1"),
    (r"\bArray(s?)\b", r"Tensor\1"),
    (r"\bNumPy scalar", "number"),
    (r"\bNumPy\b", "PyTorch"),
)  # fmt: skip
# Functions that PyTorch has under another name.
_RENAMED = {
    "add.at": "Tensor.index_add_", "array": "tensor", "array_equal": "equal", "array_split": "tensor_split",
    "argpartition": "topk", "partition": "topk", "asarray": "as_tensor", "concatenate": "cat", "maximum": "clamp",
    "minimum": "clamp", "flatnonzero": "nonzero", "percentile": "quantile", "swapaxes": "transpose",
    "vectorize": "vmap", "random.default_rng": "Generator", "random.seed": "manual_seed", "expand_dims": "unsqueeze",
    "newaxis": "unsqueeze", "copy": "clone", "power": "pow", "degrees": "rad2deg", "histogram2d": "histogramdd",
    "add.reduceat": "segment_reduce", "invert": "bitwise_not", "around": "round", "float_": "float64",
}  # fmt: skip
_USER_CODE = re.compile(r" in line \d+: | Line \d+ writes into it: |:\d+ raises |Your function raised ")
_SAMPLE = re.compile(r" ?\(ddof=1\)")
_MIXED_UP = re.compile(r"\(ddof\)")

# What PyTorch's own errors mean, by a piece of their text.
_CRASHES: tuple[tuple[str, str], ...] = (
    (r"must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)",
     "Two shapes do not broadcast at dim {1}. If a sum, mean or maximum has lost its axis, pass keepdim=True."),
    ((r"shapes cannot be multiplied|Expected size for first two dimensions|inconsistent tensor size|"
     r"size mismatch, got|expected to be in range of|1D tensors expected"),
     ("In a matrix product the last axis of the left and the last but one of the right have the same length: is a "
     "transpose missing, or one too many? The last two axes are swapped by transpose(-2, -1).")),
    (r"unsupported operand type.*torch\.return_types|return_types\.(max|min|median|sort|topk)",
     "With a dim, max and min give a pair of values and indices. Take .values, or call amax or amin."),
    ((r"could not infer output dtype|Input dtype must be either a floating point|not implemented for 'Long'|"
     r"only supports floating|Expected floating point type"),
     ("The tensor holds integers, and this function wants floating-point numbers. Convert it first, as in "
     "x.to(torch.float64).")),
    (r"result type \w+ can't be cast to",
     ("An operation in place keeps the dtype of its tensor, so an integer tensor cannot take floating-point numbers. "
     "Make a new tensor instead.")),
    (r"to have the same dtype|expected scalar type|dtypes match|same dtype",
     "Two tensors have different dtypes, which this function does not mix. Convert one, as in y.to(x.dtype)."),
    (r"numpy\(\) on Tensor that requires grad",
     "The tensor requires grad. Call .detach() before you convert it."),
    (r"leaf Variable that requires grad is being used in an in-place operation",
     "A tensor that requires grad is changed in place. Call .detach() first, or make a new tensor."),
    (r"\(position 1\) must be Tensor, not (float|int)",
     "This function of PyTorch takes tensors alone. For a Python number, use the math module."),
    (r"expects a tensor with <= 2 dimensions",
     "t() is for matrices. The last two axes of more are swapped by transpose(-2, -1)."),
)  # fmt: skip


def of_crash(message: str) -> str | None:
    """What an error of PyTorch's means, or None for one that says enough itself."""
    for pattern, meaning in _CRASHES:
        found = re.search(pattern, message)
        if found:
            return meaning.replace("{1}", found[found.lastindex or 0])
    return None


def in_torch(text: str, source: Source) -> str:
    """A message in PyTorch's words; what it quotes of the user's code stays as it is."""
    quoted = _USER_CODE.search(text)
    if quoted:
        return f"{_translated(text[: quoted.start()], source)}{text[quoted.start() :]}"
    return _translated(text, source)


def _translated(text: str, source: Source) -> str:
    by_default = source.uses("var", "std", "var_mean", "std_mean")
    text = _SAMPLE.sub(", as var and std do by default. Pass correction=0" if by_default else " (correction=1)", text)
    text = _MIXED_UP.sub("(var and std divide by n - 1 by default: see correction)" if by_default else "", text)
    for pattern, words in _PHRASES:
        text = re.sub(pattern, words, text)
    return re.sub(r"\bnp\.((?:\w+\.)*\w+)", lambda found: f"torch.{_RENAMED.get(found[1], found[1])}", text)


def value_in_torch(text: str) -> str:
    """A value as PyTorch would print it, as far as its names go."""
    text = re.sub(r"np\.random\.default_rng\(\d+\)", "a torch.Generator", text)
    text = re.sub(r"np\.\w+\(([^()]*)\)", r"\1", text)
    text = re.sub(r"dtype=(\w+)", r"dtype=torch.\1", text)
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "array(" in line:
            for below in range(number + 1, len(lines)):
                if not lines[below].startswith("       "):
                    break
                lines[below] = f" {lines[below]}"
    return "\n".join(lines).replace("array(", "tensor(")


def translate(report: Report, source: Source) -> None:
    """Put a report on code in PyTorch into its words."""

    def said(text: str) -> str:
        return in_torch(text, source)

    report["summary"] = said(report["summary"])
    report["notes"] = [said(note) for note in report["notes"]]
    if report["diagnosis"] is not None:
        report["diagnosis"] = said(report["diagnosis"])
    for told in (*report["diagnoses"], *report["beyond"]):
        told["text"] = said(told["text"])
    failure = report["failure"]
    if failure is None:
        return
    _change(failure, ("reason", "gradient", "unstable"), said)
    _change(failure, ("expected", "got"), value_in_torch)
    if failure["inputs"] is not None:
        failure["inputs"] = [(name, value_in_torch(text)) for name, text in failure["inputs"]]


def _change(table: Any, keys: Sequence[str], change: Callable[[str], str]) -> None:
    for key in keys:
        if isinstance(table.get(key), str):
            table[key] = change(table[key])
