"""A scalar autograd engine

Write a class of numbers that remember how they were computed. One call of
backward() on a result then computes its derivative with respect to every
leaf, which is a Value made from a number.

Value(data)   wraps a number; .data is that number, .grad starts at 0
operators     + - * / between two Values, or a Value and a plain number on
              either side; Value ** number; unary -
functions     .relu(), .tanh(), .exp(), .log(), each returns a new Value
v.backward()  adds d(v)/d(leaf) to the .grad of every leaf

    >>> a, b = Value(2.0), Value(-3.0)
    >>> y = a * b + a**2
    >>> y.backward()
    >>> y.data, a.grad, b.grad
    (-2.0, 1.0, 2.0)

A Value may be used many times, also as both operands, and its contributions
add up.

Edge cases
- powers: negative, fractional and zero exponents; the base may be 0 or below
  where the power and its slope exist, but 0 ** 0 does not occur
- whole numbers: Value(2) is as good as Value(2.0), so Value(3) / Value(2) is
  1.5 and Value(2) ** -1 is 0.5
- small and large: relu of 1e-7, log of 1e-4, exp of 60; the slope of relu at
  exactly 0 is up to you
- backward again: from the same node, from another or from a leaf, it adds to
  the leaves' grads; the .grad of other nodes is up to you
- long chains: 5,000 operations in a row, more than Python's recursion limit
"""

import numpy as np


class Value:
    def __init__(self, data):
        raise NotImplementedError

    # the operators + - * / ** and unary - go here

    def relu(self):
        raise NotImplementedError

    def tanh(self):
        raise NotImplementedError

    def exp(self):
        raise NotImplementedError

    def log(self):
        raise NotImplementedError

    def backward(self):
        raise NotImplementedError
