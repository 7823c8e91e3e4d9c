import numpy as np


class LabelOutOfRange(ValueError):
    ...


def one_hot(labels: np.ndarray, n_classes: int | None = None) -> np.ndarray:
    width = int(np.max(labels)) + 1 if n_classes is None else n_classes
    result = np.equal.outer(labels, np.arange(width)).astype(float)
    # an out-of-range label has no column to light up
    if width < 1 or not result.any(axis=1).all():
        raise LabelOutOfRange(labels)
    return result
