"""Word2vec: a skip-gram step with negative sampling

The skip-gram model learns to tell a word's real neighbor from randomly drawn
words. For one center word, one neighbor and k negatives, the loss is

    loss = −ln σ(context · center) − Σ_j ln σ(−negatives_j · center)

with σ the sigmoid. Take one step of gradient descent on this sum: subtract
lr times the gradient from each of the three arguments. All gradients are
taken at the old values.

center     (d,), the vector of the center word
context    (d,), the output vector of the neighbor
negatives  (k, d), the output vectors of the negatives, k >= 1
lr         the learning rate, a positive number
returns    (center, context, negatives) after the step, as new arrays

    >>> center, context = np.array([1.0, 0.0]), np.array([0.0, 2.0])
    >>> negatives = np.array([[0.0, 4.0]])
    >>> for each in skip_gram_step(center, context, negatives, 0.1):
    ...     print(each)
    [ 1.  -0.1]
    [0.05 2.  ]
    [[-0.05  4.  ]]

Both products are 0, so σ is 1/2 in all terms.

Edge cases
- one negative: k = 1
- one dimension: d = 1
- repeated negatives: rows may be equal; each row gets its own gradient
- large products: up to ±1e4, without NaN and without a warning
"""

import numpy as np


def skip_gram_step(center, context, negatives, lr):
    raise NotImplementedError
