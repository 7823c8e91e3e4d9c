"""Sentences that were written of NumPy, in PyTorch's words: what a verdict says, and hints."""

from __future__ import annotations

import functools
import re
from typing import Any

_DTYPES = {"int": "torch.int64", "bool": "torch.bool", "float": "torch.float64"}
# Whole phrases first, then single words. What PyTorch does in another way has its own words.
_PHRASES: tuple[tuple[str, Any], ...] = (
    (r", or NumPy warns\b", ""),
    ((r"NumPy has no erf\. The standard library has math\.erf, for one number at a time: apply it entry by entry, for "
     r"instance with np\.vectorize\."), "Use torch.erf."),
    ((r"NumPy has a function for the logarithm of a sum of two exponentials that (never overflows|does not overflow): "
      r"give it zero and the"), r"PyTorch has a function for log(1 + exp(x)) that \1: give it the"),
    (r"\brng\.integers\b", "torch.randint"),
    (r"\brng\.permutation or rng\.shuffle\b", "torch.randperm"),
    (r"\brng\.standard_normal\b", "torch.randn"),
    (r"Call its methods only", "Pass generator=rng"),
    (r"yields NumPy integers", "yields tensors"),
    (r", for instance with np\.vectorize", ", with PyTorch's function of that name"),
    (r"Loop over np\.ndindex\(x\.shape\)", "Loop over the entries of a copy, x.flatten()"),
    (r"A partition fails with an index beyond the array", "topk takes no more entries than there are"),
    (r"before you partition\b", "before you call topk"),
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
    (r"kind=[\"']stable[\"']", "stable=True"),
    (r"as astype does", "as a conversion to integers does"),
    (r"\bastype\(np\.(\w+)\)", r"to(torch.\1)"),
    (r"\bastype\((int|bool|float)\)", lambda found: f"to({_DTYPES[found[1]]})"),
    (r"\bastype\b", "a conversion to integers"),
    (r"\bdtype=(int|bool|float)\b", lambda found: f"dtype={_DTYPES[found[1]]}"),
    (r"\bdtype=(float\d+|int\d+|uint8)\b", r"dtype=torch.\1"),
    (r"\.copy\(\)", ".clone()"),
    (r"\bkeepdims\b", "keepdim"),
    (r"(?<!For )\baxis=", "dim="),
    (r"\baxis (?=[-−]?\d)", "dim "),
    (r"\b(\w+)\.size\b(?!\()", r"\1.numel()"),
    (r"\bx\.flat\b", "x.flatten()"),
    (r"\b([Aa])n array", r"\1 tensor"),
    (r"\barray(s?)\b(?!\()", r"tensor\1"),
    (r"\bArray(s?)\b", r"Tensor\1"),
    (r"\bNumPy scalar", "number"),
    (r"\bNumPy\b", "PyTorch"),
)  # fmt: skip
# Functions that PyTorch has under another name.
_RENAMED = {
    "add.at": "Tensor.index_put_ with accumulate=True",
    "array": "tensor", "array_equal": "equal", "array_split": "tensor_split",
    "argpartition": "topk", "partition": "topk", "asarray": "as_tensor", "concatenate": "cat", "maximum": "clamp",
    "minimum": "clamp", "flatnonzero": "nonzero", "percentile": "quantile", "swapaxes": "transpose",
    "vectorize": "vmap", "random.default_rng": "Generator", "random.seed": "manual_seed", "expand_dims": "unsqueeze",
    "newaxis": "unsqueeze", "copy": "clone", "power": "pow", "degrees": "rad2deg", "histogram2d": "histogramdd",
    "add.reduceat": "segment_reduce", "invert": "bitwise_not", "around": "round", "float_": "float64",
    "tile": "Tensor.repeat",
}  # fmt: skip
_SAMPLE = re.compile(r" ?\(ddof=1\)")
_BY_ONE_LESS = re.compile(r"(You divide [^.]*\bby \w [-−] 1(?: in the variance)?)(?=\.)")
_MIXED_UP = re.compile(r"\(ddof\)")


@functools.lru_cache(maxsize=1024)  # the names of a verdict's parts are the same at every save
def in_torch(text: str, *, by_default: bool = False) -> str:
    """The sentence in PyTorch's words. ``by_default`` says that it is told of code with PyTorch's var or std."""
    text = _SAMPLE.sub(", as var and std do by default. Pass correction=0" if by_default else " (correction=1)", text)
    if by_default:
        text = _BY_ONE_LESS.sub(r"\1, as var and std do by default. Pass correction=0", text)
    text = _MIXED_UP.sub("(var and std divide by n - 1 by default: see correction)" if by_default else "", text)
    for pattern, words in _PHRASES:
        text = re.sub(pattern, words, text)
    return re.sub(r"\bnp\.((?:\w+\.)*\w+)", lambda found: f"torch.{_RENAMED.get(found[1], found[1])}", text)
