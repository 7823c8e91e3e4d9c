import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(np.sum([np.einsum("i,i->", r, r) for r in (np.asarray(g, dtype=float).ravel() for g in grads)]))
    match bool(norm > max_norm):
        case True:
            factor = np.divide(max_norm, norm)
        case False:
            factor = 1
    return [factor * g for g in grads], norm
