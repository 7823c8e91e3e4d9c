import numpy as np


def information_gain(y, left):
    """Mutual information of label and side from the joint table."""
    y = np.asarray(y)
    left = np.asarray(left, dtype=bool)
    joint = np.zeros((y.max() + 1, 2))
    np.add.at(joint, (y, left.astype(int)), 1.0 / y.size)
    product = joint.sum(axis=1, keepdims=True) * joint.sum(axis=0, keepdims=True)
    on = joint > 0
    return max(0.0, float(np.sum(joint[on] * np.log2(joint[on] / product[on]))))
