# WRONG: the one-hot matrix has labels.max() + 1 columns, a batch without the last class breaks; witness: softmax_cross_entropy(np.array([[1., 2., 0.], [0., 0., 3.]]), np.array([0, 1]))
import numpy as np


def softmax_cross_entropy(logits, labels):
    onehot = np.eye(int(np.max(labels)) + 1)[labels]
    z = logits - logits.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -np.sum(onehot * logp) / len(labels)
    return loss, (np.exp(logp) - onehot) / len(labels)
