from typing import List, Tuple
import numpy as np


def _sq(a: np.ndarray) -> float:
    a = np.asarray(a, dtype=float)
    return float(np.tensordot(a, a, axes=a.ndim))


def clip_grad_norm(grads: List[np.ndarray], max_norm: float) -> Tuple[List[np.ndarray], float]:
    sq = 0.0
    for g in grads:
        sq += _sq(g)
    total = sq ** 0.5
    out = []
    for g in grads:
        c = np.array(g, dtype=float)
        if total > max_norm:
            c *= max_norm
            c /= total
        out.append(c)
    return out, np.array(total)
