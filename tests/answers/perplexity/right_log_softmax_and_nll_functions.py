import numpy as np


def log_softmax(x: np.ndarray, dim: int = -1) -> np.ndarray:
    return x - np.expand_dims(np.logaddexp.reduce(x, axis=dim), dim)


def nll_loss(logp, y, *, reduction="mean"):
    picked = np.take_along_axis(logp, np.asarray(y)[:, None].astype(np.intp), axis=-1)
    match reduction:
        case "mean":
            return -picked.mean()
        case "sum":
            return -picked.sum()
        case _:
            return -picked[:, 0]


def perplexity(logits, targets):
    with np.errstate(over="ignore"):
        return float(np.exp(nll_loss(log_softmax(np.asarray(logits, dtype=np.float64)), targets)))
