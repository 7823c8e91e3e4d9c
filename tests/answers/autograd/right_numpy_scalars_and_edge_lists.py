import numpy as np
import math
class Value:
    """Structure of arrays: each node is a row of one table held by the graph, tables merge when graphs meet."""
    def __init__(self, data):
        self.data = np.float64(data)
        self.grad = np.float64(0)
        self._op = []
    def _new(self, data, *pairs):
        v = Value(data)
        v._op = list(pairs)
        return v
    def __add__(self, other):
        if not isinstance(other, Value): return self._new(self.data + other, (self, 1.0))
        return self._new(self.data + other.data, (self, 1.0), (other, 1.0))
    def __mul__(self, other):
        if not isinstance(other, Value): return self._new(self.data * other, (self, other))
        return self._new(self.data * other.data, (self, other.data), (other, self.data))
    def __radd__(self, other): return self + other
    def __rmul__(self, other): return self * other
    def __neg__(self): return self._new(-self.data, (self, -1.0))
    def __sub__(self, other): return self + -other
    def __rsub__(self, other): return other + -self
    def __truediv__(self, other): return self * (other ** -1 if isinstance(other, Value) else 1.0 / other)
    def __rtruediv__(self, other): return other * self ** -1
    def __pow__(self, k):
        k = float(k)
        return self._new(self.data ** k, (self, k * self.data ** (k - 1) if k != 0 else 0.0))
    def relu(self): return self._new(np.maximum(self.data, 0), (self, np.heaviside(self.data, 0.0)))
    def tanh(self): return self._new(np.tanh(self.data), (self, 1 / np.cosh(np.clip(self.data, -300, 300)) ** 2))
    def exp(self): return self._new(np.exp(self.data), (self, np.exp(self.data)))
    def log(self): return self._new(np.log(self.data), (self, 1 / self.data))
    def backward(self):
        state, post = {}, []
        stack = [(self, iter(self._op))]
        state[id(self)] = 1
        while stack:
            v, it = stack[-1]
            for p, _ in it:
                if id(p) not in state:
                    state[id(p)] = 1
                    stack.append((p, iter(p._op)))
                    break
            else:
                post.append(v); stack.pop()
        acc = {id(v): 0.0 for v in post}
        acc[id(self)] = 1.0
        for v in post[::-1]:
            for p, w in v._op:
                acc[id(p)] += w * acc[id(v)]
        for v in post:
            v.grad = v.grad + acc[id(v)]
