"""Reverse-mode differentiation: every node keeps its parents, each with the local slope toward it.

The slopes are known as soon as a node is computed, so backward is pure bookkeeping: a node's gradient is the sum,
over the nodes that use it, of their gradient times their slope. A node may pass its gradient on only when the
last of its users has added to it. Counting the users first and working with a stack does that without recursion,
so the depth is not limited. The gradients of one sweep are in a dictionary of that sweep, so inner gradients of
an earlier backward are never passed on again.

O(nodes + edges) for one backward, for any number of paths from the result to a leaf.
"""

import math
from collections import Counter


class Value:
    """A number, and for every value that it was computed from, its derivative with respect to that value."""

    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._slopes = ()  # pairs (parent, d self / d parent); a leaf has none

    def __add__(self, other):
        other = _as_value(other)
        return _computed(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        other = _as_value(other)
        return _computed(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, exponent):
        slope = exponent * self.data ** (exponent - 1) if exponent else 0.0  # x**0 is flat, at 0 too
        return _computed(self.data**exponent, (self, slope))

    def __neg__(self):
        return _computed(-self.data, (self, -1.0))

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * other**-1.0

    # number + value and its like, when the number does not know what to do
    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, number):
        return -self + number

    def __rtruediv__(self, number):
        return self**-1.0 * number

    def relu(self):
        return _computed(max(self.data, 0.0), (self, float(self.data > 0.0)))

    def tanh(self):
        t = math.tanh(self.data)
        return _computed(t, (self, 1.0 - t * t))

    def exp(self):
        e = math.exp(self.data)
        return _computed(e, (self, e))

    def log(self):
        return _computed(math.log(self.data), (self, 1.0 / self.data))

    def backward(self):
        """Add d(self)/d(v) to ``v.grad`` for every v that self depends on, and for self."""
        users = Counter()  # how often each ancestor of self is used on the way to it
        stack = [self]
        while stack:
            for parent, _ in stack.pop()._slopes:
                users[parent] += 1
                if users[parent] == 1:
                    stack.append(parent)

        gradients = dict.fromkeys(users, 0.0)
        gradients[self] = 1.0
        ready = [self]  # nodes whose users have all been dealt with
        while ready:
            node = ready.pop()
            node.grad += gradients[node]
            for parent, slope in node._slopes:
                gradients[parent] += slope * gradients[node]
                users[parent] -= 1
                if users[parent] == 0:
                    ready.append(parent)


def _computed(data, *slopes):
    """A value with these parents and slopes."""
    value = Value(data)
    value._slopes = slopes
    return value


def _as_value(number):
    return number if isinstance(number, Value) else Value(number)


# What an interviewer asks next
#
# Why reverse mode and not forward mode? One reverse sweep gives the derivative of one output by all inputs,
# one forward sweep that of all outputs by one input. A loss is one number that depends on a million parameters.
#
# What does it cost in memory? Every intermediate value lives until backward. Checkpointing keeps only some of
# them and computes the rest again.
#
# Why a topological order and not plain recursion along the edges? Recursion walks every path, and their
# number can double with each layer. It also stops at Python's recursion limit.
#
# Why does PyTorch need zero_grad()? Because leaves accumulate over calls of backward, as here: that is what
# makes gradient accumulation over several small batches possible.
