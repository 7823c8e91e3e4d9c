"""Backward pass of an embedding: a lookup copies rows out, so its backward pass adds rows up.

Each row of out is a copy of one row of the table. A row that was copied several times is used several times, and the
gradients of its uses add up. `grad[ids] += dout` does not do that: it reads all rows, adds, and writes them back, so a
repeated id keeps only its last sum. np.add.at adds place by place.

O(size of dout + n_tokens · D) time, O(n_tokens · D) memory.
"""

import numpy as np


def embedding_backward(dout, ids, n_tokens):
    """The gradient (n_tokens, D) with respect to the table of out = table[ids]."""
    grad = np.zeros((n_tokens, dout.shape[-1]))
    np.add.at(grad, ids, dout)  # ids (...) and dout (..., D) pair up by their leading axes
    return grad


# What an interviewer asks next
#
# What is it as a matrix product? one_hot(ids)ᵀ dout, with one row of the one-hot matrix per place. It is right, but for
# a large vocabulary nearly all of its work is multiplying by 0.
#
# Most rows of the gradient are 0. What can an optimizer do with that? Plain SGD can update only the rows that occur,
# with a sparse gradient. Adam is not that simple: its moments decay and move a row also where its gradient is 0. Lazy
# variants skip those rows, which is another algorithm.
#
# What changes if the output layer shares the table? Its gradient is added, and it is dense: the softmax gives every
# token of the vocabulary a gradient at every position.
#
# Why can the result differ from run to run on a GPU? Threads add to the same row with atomic operations in any order,
# and floating-point addition depends on the order. Sorting the ids first and summing runs of equal ids fixes the order.
