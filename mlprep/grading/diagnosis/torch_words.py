"""What is said of code in PyTorch: messages written for NumPy in PyTorch's words, and what its own errors mean."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any

from mlprep.grading import torch_wording
from mlprep.grading.contracts import Report
from mlprep.grading.judging.conditions import Source

_BY_ONE_LESS = frozenset(("var", "std", "var_mean", "std_mean"))  # they divide by n - 1 by default
_USER_CODE = re.compile(
    r" in line \d+: |:\d+ raises |Your function raised | Line \d+ (?:writes into it|converts to float32|"
    r"uses a random generator other than rng|calls it|sorts without it): "
)

# What PyTorch's own errors mean, by a piece of their text.
_CRASHES: tuple[tuple[str, str], ...] = (
    (r"must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)",
     ("Two shapes do not broadcast at dim {1}. If a sum, mean or maximum has lost its axis, pass keepdim=True; if "
      "every pair of entries is meant, add an axis, as in x[:, None].")),
    (r"expected to be in range of \[.*\], but got \d",
     "The tensor has too few axes here for this dim. Count from the end: -1 is the last axis, whatever is before it."),
    (r"Index tensor must have the same number of dimensions",
     "The index of gather and scatter_ has as many axes as the tensor. Add one, as in labels[:, None]."),
    ((r"shapes cannot be multiplied|Expected size for first two dimensions|inconsistent tensor size|"
     r"size mismatch, got|1D tensors expected"),
     ("In a matrix product the last axis of the left and the last but one of the right have the same length: is a "
     "transpose missing, or one too many? The last two axes are swapped by transpose(-2, -1).")),
    (r"unsupported operand type.*torch\.return_types|return_types\.(max|min|median|sort|topk)",
     "With a dim, max and min give a pair of values and indices. Take .values, or call amax or amin."),
    (r"Got: Bool|not implemented for 'Bool'",
     "The tensor holds booleans, and this function wants numbers. Convert it first, as in x.to(torch.float64)."),
    ((r"could not infer output dtype|Input dtype must be either a floating point|only supports floating|"
      r"not implemented for '(?:Long|Int|Short|Char|Byte)'|Expected floating point type"),
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
     "This function takes only tensors, and it got a Python number. Convert that with torch.as_tensor."),
    (r"(?:truth value of an array|Boolean value of Tensor) with more than one",
     ("Python needs one boolean here and gets many. Combine conditions with &, | and ~, or reduce them with all() or "
      "any().")),
    ((r"tensors used as indices must be|Expected dtype int32(/| or )int64 for index|dtype of indices should be Long|"
      r"only applicable to index tensor of type LongTensor"),
     "The index is not int64. Convert it first, as in labels.long()."),
    (r"selected index k out of range",
     "topk takes no more entries than there are along its dim. Pass the smaller of k and their number."),
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
    return _in_words(text, by_default=_has_variance(source))


def _in_words(text: str, *, by_default: bool) -> str:
    quoted = _USER_CODE.search(text)
    at = quoted.start() if quoted else len(text)
    return torch_wording.in_torch(text[:at], by_default=by_default) + text[at:]


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

    by_default = _has_variance(source)

    def said(text: str) -> str:
        return _in_words(text, by_default=by_default)

    report["summary"] = said(report["summary"])
    report["notes"] = [said(note) for note in report["notes"]]
    if report["diagnosis"] is not None:
        report["diagnosis"] = said(report["diagnosis"])
    for part in report["parts"]:
        part["name"] = said(part["name"])
    for told in (*report["diagnoses"], *report["beyond"]):
        told["text"] = said(told["text"])
    failure = report["failure"]
    if failure is None:
        return
    _change(failure, ("reason", "gradient", "unstable", "part"), said)
    _change(failure, ("expected", "got"), value_in_torch)
    if failure["inputs"] is not None:
        failure["inputs"] = [(name, value_in_torch(text)) for name, text in failure["inputs"]]


def _change(table: Any, keys: Sequence[str], change: Callable[[str], str]) -> None:
    for key in keys:
        if isinstance(table.get(key), str):
            table[key] = change(table[key])


def _has_variance(source: Source) -> bool:
    """Whether the code calls PyTorch's var or std."""
    return any(map(_is_call_of_variance, ast.walk(source.tree)))


def _is_call_of_variance(node: ast.AST) -> bool:
    """Whether that calls such a function or method; a variable may have the name as well."""
    if not isinstance(node, ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    return name in _BY_ONE_LESS
