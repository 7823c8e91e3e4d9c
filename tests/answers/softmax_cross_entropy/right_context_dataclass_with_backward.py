from dataclasses import dataclass
import numpy as np


@dataclass
class _Ctx:
    logp: np.ndarray
    target: np.ndarray

    def backward(self, upstream=1.0):
        g = np.exp(self.logp)
        np.add.at(g, (np.arange(len(self.target)), self.target), -1.0)
        g *= upstream / len(self.target)
        return g


def _log_softmax(x, dim=-1):
    x = x - np.amax(x, axis=dim, keepdims=True)
    return x - np.log(np.sum(np.exp(x), axis=dim, keepdims=True))


def softmax_cross_entropy(logits, labels):
    target = np.array([int(t) for t in labels])
    ctx = _Ctx(_log_softmax(np.array(logits, dtype=np.float64)), target)
    nll = -ctx.logp[range(len(target)), target]
    return [nll.mean(), ctx.backward()]
