"""InfoNCE: cross-entropy over a matrix of similarities whose right answers are on the diagonal.

Unit rows make the products cosines, so longer vectors cannot lower the loss. -log softmax is computed as
log(sum(exp)) minus the partner's score, with each row's largest score subtracted first: a low temperature makes
scores of thousands, whose exponentials overflow or vanish.

O(n² d) time, O(n²) memory.
"""

import numpy as np


def info_nce(a, b, temperature=0.07):
    """The mean cross-entropy of matching each row of a with the same row of b among all rows of b."""
    scores = unit_rows(a) @ unit_rows(b).T / temperature  # (n, n)
    scores = scores - np.max(scores, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(scores), axis=1)) - np.diag(scores)  # (n,)
    return np.mean(losses)


def unit_rows(x):
    """The rows of x at length 1."""
    return x / np.linalg.norm(x, axis=1, keepdims=True)


# What an interviewer asks next
#
# Why does it need large batches? The negatives come from the batch, and with few of them the task is too easy to teach
# much. The expected value of log n minus the loss is a lower bound on the mutual information, and it cannot exceed log
# n.
#
# What does the temperature do? A low one lets the hardest negatives dominate the gradient, a high one treats all
# alike. CLIP learns the inverse temperature, as exp of a parameter, and bounds it from above.
#
# What is the symmetric loss of CLIP? It is the mean of this loss and of the same with a and b swapped:
# cross-entropy along the rows and along the columns of one score matrix.
#
# What if two rows of a batch belong together by chance? The loss pushes them apart wrongly: a false negative. Masking
# them out, or sharing the target among them, fixes it.
