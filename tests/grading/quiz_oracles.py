"""Answers to quiz questions, worked out from a question's facts by a way that its maker does not take."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import numpy as np
import scipy.special
import scipy.stats
from scipy.spatial import distance
from sklearn import metrics

from mlprep.grading.questions.quiz.drawn import MAKERS, Drawn

SEEDS = [str(number) for number in range(200)]


@cache
def draws(kind: str) -> list[Drawn]:
    """Many questions of that kind."""
    return [MAKERS[kind](Random(f"{kind} {seed}")) for seed in SEEDS]


def _slides(n: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """The places of a kernel, counted."""
    padded = range(n + 2 * padding)
    return sum(start + dilation * (kernel - 1) in padded for start in padded[::stride])


def _conv(facts: Any) -> Any:
    if facts.get("asks") == "padding":
        fitting = [
            p
            for p in range(40)
            if _slides(facts["n"] + 50, facts["kernel"], 1, p, facts["dilation"]) == facts["n"] + 50
        ]
        assert len(fitting) == 1
        return fitting[0]
    return _slides(facts["n"], facts["kernel"], facts["stride"], facts["padding"], facts["dilation"])


def _pooled(facts: Any) -> int:
    size = facts["steps"][0][0]
    for n, kernel, stride, padding in facts["steps"]:
        assert n == size
        size = _slides(n, kernel, stride, padding)
    return size * size * facts["filters"] if "filters" in facts else size


def _patches(facts: Any) -> int:
    if "side" in facts:
        corners = range(0, facts["side"], facts["patch"])
        return len([*itertools.product(corners, corners)]) + facts["extra"]
    if "patch" in facts:
        return int(np.ones((facts["patch"], facts["patch"], 3)).size)
    if "width" in facts:
        return sum(start + facts["width"] <= facts["n"] for start in range(0, facts["n"], facts["step"]))
    tokens = list(range(facts["tokens"]))
    blocks = [tokens[at : at + facts["block"] + 1] for at in range(0, len(tokens), facts["block"])]
    return sum(len(block) == facts["block"] + 1 for block in blocks)


def _field(facts: Any) -> int:
    seen = {0}
    for kernel, stride, dilation in reversed(facts["layers"]):
        seen = {place * stride + tap * dilation for place in seen for tap in range(kernel)}
    return max(seen) - min(seen) + 1


def _flops(facts: Any) -> int:
    if "factor" in facts:
        return round(8 * 8 * facts["factor"] ** 2 / (8 * 8))
    if math.prod(facts["loops"]) < 20_000:
        return sum(2 for _ in itertools.product(*map(range, facts["loops"])))
    return 2 * int(np.broadcast_to(0, facts["loops"]).size)


def _bytes(facts: Any) -> float:
    if "shape" in facts:
        size = {"bfloat16": 2}.get(facts["dtype"]) or np.dtype(facts["dtype"]).itemsize
        return np.broadcast_to(np.int8(0), facts["shape"]).nbytes * size
    return facts["count"] * facts["bits"] / 8 + (facts["count"] / facts["group"] * 2 if "group" in facts else 0)


def _compute(facts: Any) -> float:
    if "rate" in facts:
        return facts["operations"] / facts["rate"]
    return (6 * facts["n"] * 1e9 * facts["d"] * 1e9) if "d" in facts else 2 * facts["n"] * 1e9


def _confusion(facts: Any) -> float:
    tp, fp, fn, tn = facts["counts"]
    y = np.array([1] * tp + [0] * fp + [1] * fn + [0] * tn)
    p = np.array([1] * (tp + fp) + [0] * (fn + tn))
    by_name: dict[str, Callable[[], float]] = {
        "precision": lambda: metrics.precision_score(y, p),
        "recall": lambda: metrics.recall_score(y, p),
        "F1": lambda: metrics.f1_score(y, p),
        "accuracy": lambda: metrics.accuracy_score(y, p),
        "specificity": lambda: metrics.recall_score(1 - y, 1 - p),
        "false positive rate": lambda: float(p[y == 0].mean()),
    }
    return by_name[facts["name"]]()


def _averaged(facts: Any) -> float:
    rows = facts["rows"]
    if facts["name"] == "micro":
        tp, fp, fn = np.sum(rows, axis=0)
        return 2 / ((tp + fp) / tp + (tp + fn) / tp)
    return float(np.mean([2 / ((tp + fp) / tp + (tp + fn) / tp) for tp, fp, fn in rows]))


def _regression(facts: Any) -> float:
    y, p = facts["y"], facts["p"]
    return {
        "mean squared error": metrics.mean_squared_error(y, p),
        "root mean squared error": metrics.mean_squared_error(y, p) ** 0.5,
        "mean absolute error": metrics.mean_absolute_error(y, p),
        "R²": metrics.r2_score(y, p),
    }[facts["name"]]


def _labels(counts: Any) -> list[int]:
    return [label for label, count in enumerate(counts) for _ in range(count)]


def _gini(counts: Any) -> float:
    labels = _labels(counts)
    return sum(a != b for a in labels for b in labels) / len(labels) ** 2


def _gain(facts: Any) -> float:
    left, right = _labels(facts["left"]), _labels(facts["right"])

    def impurity(labels: list[int]) -> float:
        counts = np.bincount(labels)
        return _gini(counts) if facts["by"] == "gini" else scipy.stats.entropy(counts, base=2)

    n = len(left) + len(right)
    return impurity(left + right) - len(left) / n * impurity(left) - len(right) / n * impurity(right)


def _sigmoid(facts: Any) -> float:
    at = facts["asks"]
    if at == "sigmoid":
        return scipy.special.expit(facts["z"])
    if at == "slope":
        return (scipy.special.expit(facts["z"] + 1e-5) - scipy.special.expit(facts["z"] - 1e-5)) / 2e-5
    if at == "logit":
        return scipy.special.logit(facts["p"])
    y, z = facts["y"], scipy.special.logit(facts["p"])

    def loss(z: float) -> float:
        return -y * np.log(scipy.special.expit(z)) - (1 - y) * np.log(scipy.special.expit(-z))

    return (loss(z + 1e-5) - loss(z - 1e-5)) / 2e-5


def _kl(facts: Any) -> float:
    if "p" in facts:
        return scipy.stats.entropy(facts["p"], facts["q"])
    x = np.linspace(-40, 40, 20_001)
    one, other = scipy.stats.norm(facts["mean"], facts["deviation"]), scipy.stats.norm(0, 1)
    return float(np.sum(one.pdf(x) * (one.logpdf(x) - other.logpdf(x))) * (x[1] - x[0]))


def _sampled(facts: Any) -> float:
    chances = facts["chances"]
    if "k" in facts:
        kept = sorted(chances)[-facts["k"] :]
        return max(kept) / sum(kept)
    return int(np.sum(np.cumsum(chances) < facts["threshold"] - 1e-12)) + 1


def _diffusion(facts: Any) -> float:
    if facts["asks"] == "bar":
        return float(np.prod(1 - np.array(facts["betas"])))
    if facts["asks"] == "deviation":
        return math.sqrt(1 - facts["square"])
    return math.sqrt(facts["square"]) * facts["signal"] + math.sqrt(1 - facts["square"]) * facts["noise"]


def _stepped(facts: Any) -> float:
    w, g, rate, rule = facts["w"], facts["g"], facts["rate"], facts["rule"]
    if rule == "momentum":
        v = 0.0
        for gradient in (g, facts["second"]):
            v = facts["beta"] * v + gradient
            w -= rate * v
        return w
    if rule == "rmsprop":
        s = 0.75 * 0.0 + 0.25 * g**2
        return w - rate * g / math.sqrt(s)
    if rule in ("adam", "adamw"):
        m, v = (1 - 0.9) * g, (1 - 0.999) * g**2
        decayed = w * (1 - rate * facts.get("decay", 0.0))
        return decayed - rate * (m / (1 - 0.9)) / math.sqrt(v / (1 - 0.999))
    if rule == "decay":

        def penalized(w: float) -> float:
            return g * w + facts["decay"] / 2 * w**2

        return w - rate * (penalized(w + 1e-5) - penalized(w - 1e-5)) / 2e-5
    return w - rate * g


def _rate(facts: Any) -> float:
    rule = facts["rule"]
    if rule == "warmup":
        return float(np.linspace(0, facts["top"], facts["warm"] + 1)[facts["step"]])
    if rule == "cosine":
        angle = np.linspace(0, np.pi, facts["total"] + 1)[facts["step"]]
        return facts["low"] + (facts["top"] - facts["low"]) * np.cos(angle / 2) ** 2
    if rule == "steps":
        rate = facts["top"]
        for epoch in range(1, facts["epoch"] + 1):
            rate *= facts["factor"] if epoch % facts["every"] == 0 else 1
        return rate
    return facts["top"] / facts["one"] * facts["other"]


def _clipped(facts: Any) -> Any:
    g = np.array(facts["g"], dtype=float)
    if facts["by"] == "value":
        return np.clip(g, -facts["limit"], facts["limit"])
    return g * min(1, facts["limit"] / np.linalg.norm(g))


GRAPHS: dict[str, Callable[..., float]] = {
    "square": lambda a, b, c: (a * b + c) ** 2,
    "max": lambda a, b, c: max(a * b, c) * b,
    "loss": lambda w, x, b, y: (w * x + b - y) ** 2,
    "relu": lambda w, v, x: v * max(w * x, 0),
    "twice": lambda a, b, c: a * b + a * c,
}


def _slope(facts: Any) -> float:
    first, *rest = facts["at"]
    f = GRAPHS[facts["of"]]
    return (f(first + 1e-6, *rest) - f(first - 1e-6, *rest)) / 2e-6


def _split(facts: Any) -> int:
    n = facts["n"]
    if "parts" in facts:
        return n - sum(round(n * part / 100) for part in facts["parts"])
    if "first" in facts:
        return round((n - n * facts["first"] / 100) * facts["second"] / 100)
    folds = [len(fold) for fold in np.array_split(np.arange(n), facts["k"])]
    return max(folds) if facts["asks"] == "fold" else n - folds[0]


def _steps(facts: Any) -> int:
    if "sizes" in facts:
        return math.prod(facts["sizes"])
    sizes = [len(range(facts["n"])[at : at + facts["batch"]]) for at in range(0, facts["n"], facts["batch"])]
    if "epochs" not in facts:
        return sizes[-1]
    return facts["epochs"] * sum(size == facts["batch"] or not facts["drop"] for size in sizes)


def _scaled(facts: Any) -> float:
    if "low" in facts:
        beyond = 100 / (facts["high"] - facts["low"])
        return float(np.interp(facts["x"], [facts["low"] - 100, facts["high"] + 100], [-beyond, 1 + beyond]))
    if "train" in facts:
        return (facts["x"] - np.mean(facts["train"])) / np.std(facts["train"])
    return float(np.nanmean([*facts["values"], np.nan]))


def _normalized(facts: Any) -> Any:
    kind = facts["kind"]
    if kind == "layer":
        return scipy.stats.zscore(facts["x"])
    if kind == "rms":
        return np.array(facts["x"]) / np.sqrt(np.mean(np.square(facts["x"])))
    if kind == "batch":
        return scipy.stats.zscore(np.array(facts["table"]), axis=0)[0]
    return [facts["old"] + facts["momentum"] * (facts["new"] - facts["old"])]


def _regularized(facts: Any) -> float:
    if facts.get("asks") == "mean":
        return facts["rate"] * 0 + (1 - facts["rate"]) * facts["x"] / (1 - facts["rate"])
    if "rate" in facts:
        return facts["x"] / (1 - facts["rate"])
    if "outputs" in facts:
        return 1 / np.mean([facts["inputs"], facts["outputs"]])
    return math.sqrt(2) / math.sqrt(facts["inputs"])


def _activated(facts: Any) -> float:
    x = np.float64(facts["x"])
    slope = facts.get("slope", 0.0)
    return {
        "relu": np.clip(x, 0, None),
        "leaky": np.where(x > 0, x, slope * x),
        "leaky slope": np.where(x > 0, 1, slope),
        "elu": np.where(x > 0, x, np.expm1(x)),
        "tanh": np.tanh(x),
        "relu6": np.clip(x, 0, 6),
        "silu": x * scipy.special.expit(x),
        "softplus": np.logaddexp(0, x),
    }[facts["name"]]


def _distance(facts: Any) -> float:
    a, b = facts["a"], facts["b"]
    return {
        "Euclidean": distance.euclidean,
        "Manhattan": distance.cityblock,
        "squared Euclidean": distance.sqeuclidean,
        "largest-coordinate (Chebyshev)": distance.chebyshev,
        "cosine": lambda a, b: 1 - distance.cosine(a, b),
    }[facts["name"]](a, b)


def _clustered(facts: Any) -> Any:
    if "groups" in facts:
        return sum(len(group) * np.var(group) for group in facts["groups"])
    x, centers = np.array(facts["points"]), np.array(facts["centers"])
    assigned = np.abs(x[:, None] - centers).argmin(axis=1)
    return [x[assigned == place].mean() for place in range(2)]


def _eigen(facts: Any) -> float:
    if "singular" in facts:
        variances = np.square(facts["singular"])
        return variances.max() / variances.sum()
    return sum(sorted(facts["values"])[-facts["k"] :]) / sum(facts["values"])


def _pairs(facts: Any) -> int:
    n, mask = facts["n"], facts["mask"]
    allowed = np.tril(np.ones((n, n), dtype=bool))
    if mask == "window":
        allowed &= np.triu(np.ones((n, n), dtype=bool), k=1 - facts["window"])
    elif mask == "packed":
        document = np.arange(n) >= facts["first"]
        allowed &= document[:, None] == document
    elif mask == "cache":
        total = n + facts["new"]
        return int(np.tril(np.ones((total, total)))[n:].sum())
    return int(allowed.sum())


def _tokens(facts: Any) -> int:
    if "merges" in facts:
        return len(bytes(range(256))) + facts["merges"] + facts["special"]
    word = facts["word"]
    if "pair" in facts:
        return len(re.sub(re.escape(facts["pair"]), "_", word))
    return max(
        sum(word.startswith(pair, at) for at in range(len(word))) for pair in {*map("".join, itertools.pairwise(word))}
    )


def _edited(facts: Any) -> float:
    if "counts" in facts:
        return sum(facts["counts"]) / facts["length"]

    @cache
    def least(a: str, b: str) -> int:
        if not a or not b:
            return len(a) + len(b)
        return min(least(a[1:], b) + 1, least(a, b[1:]) + 1, least(a[1:], b[1:]) + (a[0] != b[0]))

    return least(facts["a"], facts["b"])


def _padded(facts: Any) -> float:
    rows = [[1] * length + [0] * (max(facts["lengths"]) - length) for length in facts["lengths"]]
    return float(np.mean(rows)) if "real" in facts else int(np.sum(np.array(rows) == 0))


def _recurred(facts: Any) -> Any:
    if "factor" in facts:
        return np.prod([facts["factor"]] * facts["steps"])
    if "gates" in facts:
        return np.dot(facts["gates"], [facts["cell"], facts["candidate"]])
    states = [0.0]
    for x in facts["x"]:
        states.append(max(float(np.dot([facts["w"], facts["u"], facts["b"]], [x, states[-1], 1])), 0.0))
    return states[1:]


def _viterbi(facts: Any) -> float:
    """By the recursion over the best path into each state."""
    stay = facts["stay"]
    moves = np.array([[stay, 1 - stay], [1 - stay, stay]])
    shows = [np.array(facts["shown"]) if seen else 1 - np.array(facts["shown"]) for seen in facts["seen"]]
    best = 0.5 * shows[0]
    for each in shows[1:]:
        best = (best[:, None] * moves).max(axis=0) * each
    return float(best.max())


def _ranked(facts: Any) -> float:
    name = facts["name"]
    if name == "mean reciprocal":
        return float(np.mean(1 / np.array(facts["first"])))
    if name == "fusion":
        return float(np.sum(1 / (facts["constant"] + np.array(facts["ranks"]))))
    y = np.array(facts["labels"])
    at = np.arange(1, len(y) + 1)
    return {
        "precision": y[: facts["k"]].mean(),
        "recall": y[: facts["k"]].sum() / y.sum(),
        "reciprocal": (y / at).max(),
        "average": metrics.average_precision_score(y, -at),
    }[name]


def _ndcg(facts: Any) -> float:
    gains = 2.0 ** np.array([facts["grades"]]) - 1
    order = -np.arange(len(facts["grades"]))[None]
    return (metrics.ndcg_score if "normalized" in facts else metrics.dcg_score)(gains, order)


def _term(facts: Any) -> float:
    if "df" in facts:
        return facts["count"] * (np.log1p(facts["n"]) - np.log1p(facts["df"]) + 1)
    norm = facts["k"] * (1 + facts["b"] * (facts["ratio"] - 1))
    return (facts["k"] + 1) / (1 + norm / facts["count"])


def _contrasted(facts: Any) -> float:
    if "size" in facts:
        return -scipy.special.log_softmax(np.zeros(facts["size"]))[0]
    return np.clip(facts["near"] + facts["margin"] - facts["far"], 0, None)


def _discounted(facts: Any) -> Any:
    if "rewards" in facts:
        return [sum(facts["gamma"] ** k * r for k, r in enumerate(facts["rewards"][at:])) for at in range(3)]
    if "errors" in facts:
        return np.polyval(facts["errors"][::-1], facts["gamma"] * facts["lam"])
    return facts["reward"] - (facts["state"] - facts["gamma"] * facts["following"])


def _learned(facts: Any) -> float:
    following = 0 if facts["done"] else max(facts["following"])
    return (1 - facts["alpha"]) * facts["old"] + facts["alpha"] * (facts["reward"] + facts["gamma"] * following)


def _policy(facts: Any) -> Any:
    if "ratio" in facts:
        gain = facts["advantage"]
        limit = 1 + facts["eps"] if gain > 0 else 1 - facts["eps"]
        return min(facts["ratio"], limit) * gain if gain > 0 else max(facts["ratio"], limit) * gain
    if "rewards" in facts:
        return scipy.stats.zscore(facts["rewards"])
    return np.logaddexp(0, -facts["gap"]) if "loss" in facts else scipy.special.expit(facts["gap"])


ORACLES: dict[str, Callable[[Any], Any]] = {
    "edit-distances": _edited,
    "padding": _padded,
    "recurrent-steps": _recurred,
    "best-paths": _viterbi,
    "ranking-metrics": _ranked,
    "ndcg": _ndcg,
    "term-weights": _term,
    "contrastive-losses": _contrasted,
    "discounted-sums": _discounted,
    "q-learning": _learned,
    "policy-objectives": _policy,
    "conv-output": _conv,
    "pooling-output": _pooled,
    "patches-and-windows": _patches,
    "receptive-field": _field,
    "layer-parameters": lambda facts: sum(np.empty(array).size for array in facts["arrays"]),
    "block-parameters": lambda facts: sum(np.empty(array).size for array in facts["arrays"]),
    "lora-parameters": lambda facts: sum(np.empty(array).size for array in facts["arrays"]),
    "expert-parameters": lambda facts: 1e6 * sum([facts["common"], *[facts["each"]] * facts["used"]]),
    "flops": _flops,
    "training-compute": _compute,
    "kv-cache": _bytes,
    "model-memory": _bytes,
    "confusion-metrics": _confusion,
    "macro-f1": _averaged,
    "roc-auc": lambda facts: metrics.roc_auc_score(facts["labels"], facts["scores"]),
    "regression-errors": _regression,
    "perplexity": lambda facts: np.prod(facts["chances"]) ** (-1 / len(facts["chances"])),
    "entropy": lambda facts: scipy.stats.entropy(facts["counts"], base=2),
    "gini": lambda facts: _gini(facts["counts"]),
    "information-gain": _gain,
    "softmax-values": lambda facts: scipy.special.softmax(np.array(facts["scores"]) / facts["temperature"]),
    "cross-entropy-values": lambda facts: -np.log(np.prod(facts["chances"])) / len(facts["chances"]),
    "sigmoid-values": _sigmoid,
    "kl-divergence": _kl,
    "sampling-filters": _sampled,
    "diffusion-arithmetic": _diffusion,
    "optimizer-steps": _stepped,
    "learning-rates": _rate,
    "gradient-clipping": _clipped,
    "chain-rule": _slope,
    "split-sizes": _split,
    "training-steps": _steps,
    "feature-scaling": _scaled,
    "normalization-values": _normalized,
    "dropout-and-init": _regularized,
    "activation-values": _activated,
    "distances": _distance,
    "k-means-steps": _clustered,
    "explained-variance": _eigen,
    "attention-pairs": _pairs,
    "tokenizer-arithmetic": _tokens,
}
