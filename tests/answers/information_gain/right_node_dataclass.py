import numpy as np
from dataclasses import dataclass


@dataclass(frozen=True)
class Node:
    labels: np.ndarray

    @property
    def size(self):
        return self.labels.size

    @property
    def impurity(self):
        if self.size == 0:
            return 0.0
        p = np.unique(self.labels, return_counts=True)[1] / self.size
        return np.sum(p * -np.log2(p))

    def split(self, mask):
        return Node(self.labels[mask]), Node(self.labels[~mask])


def information_gain(y: np.ndarray, left: np.ndarray) -> float:
    root = Node(np.asarray(y))
    children = root.split(np.asarray(left, dtype=bool))
    if min(c.size for c in children) == 0:
        return 0.0
    return root.impurity - sum(c.size / root.size * c.impurity for c in children)
