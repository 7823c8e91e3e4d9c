from typing import NamedTuple
import numpy as np


class Routing(NamedTuple):
    indices: np.ndarray
    weights: np.ndarray


def softmax(t: np.ndarray, *, dim: int = -1) -> np.ndarray:
    t = np.exp(t - np.amax(t, axis=dim, keepdims=True))
    return t / np.sum(t, axis=dim, keepdims=True)


def moe_router(logits: np.ndarray, k: int) -> Routing:
    n, E = np.shape(logits)
    scores = np.asarray(logits, dtype=np.float64)
    expert = np.broadcast_to(np.arange(E), (n, E))
    order = np.lexsort((expert, -scores), axis=-1)
    chosen = order[..., :k].astype(np.int32)
    gates = softmax(scores[np.indices(chosen.shape)[0], chosen])
    return Routing(chosen, gates)
