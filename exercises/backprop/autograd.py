"""A scalar autograd engine

Write a class of numbers that remember how they were computed, so that one call of backward() fills in the
derivative of a result with respect to every number that it came from.

Value(data)     wraps a number; .data is that number, .grad starts at 0
operators       + - * / between two Values, or a Value and a plain number on either side;
                Value ** number; unary -
functions       .relu(), .tanh(), .exp(), .log(), each giving a new Value
v.backward()    adds d(v)/d(leaf) to the .grad of every leaf, a leaf being a Value made from a number

    >>> a, b = Value(2.0), Value(-3.0)
    >>> y = a * b + a**2
    >>> y.backward()
    >>> y.data, a.grad, b.grad
    (-2.0, 1.0, 2.0)

Edge cases: a Value may be used many times, and its contributions add up; calling backward again, from the
same node or from another, adds to the leaves' grads (what inner nodes hold is up to you); a chain of 5,000
operations must work.
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
