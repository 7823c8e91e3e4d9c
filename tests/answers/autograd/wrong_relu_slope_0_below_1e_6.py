# WRONG: relu of a tiny positive input (below 1e-6) has gradient 0
import numpy as np
import math
class Value:
    def __init__(self, data, parents=(), local=()):
        self.data = float(data)
        self.grad = 0.0
        self._p = parents
        self._l = local
    def _w(self, o): return o if isinstance(o, Value) else Value(o)
    def __add__(self, o):
        o = self._w(o); return Value(self.data + o.data, (self, o), (1.0, 1.0))
    __radd__ = __add__
    def __mul__(self, o):
        o = self._w(o); return Value(self.data * o.data, (self, o), (o.data, self.data))
    __rmul__ = __mul__
    def __neg__(self): return self * -1.0
    def __sub__(self, o): return self + -self._w(o)
    def __rsub__(self, o): return self._w(o) + -self
    def __truediv__(self, o):
        o = self._w(o); return Value(self.data / o.data, (self, o), (1 / o.data, -self.data / o.data ** 2))
    def __rtruediv__(self, o): return self._w(o) / self
    def __pow__(self, n):
        return Value(self.data ** n, (self,), (n * self.data ** (n - 1) if n else 0.0,))
    def relu(self): return Value(max(self.data, 0.0), (self,), (1.0 if self.data > 1e-6 else 0.0,))
    def tanh(self):
        t = math.tanh(self.data); return Value(t, (self,), (1 - t * t,))
    def exp(self):
        e = math.exp(self.data); return Value(e, (self,), (e,))
    def log(self): return Value(math.log(self.data), (self,), (1 / self.data,))
    pass
    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            v, done = stack.pop()
            if done: order.append(v); continue
            if id(v) in seen: continue
            seen.add(id(v)); stack.append((v, True))
            stack.extend((p, False) for p in v._p)
        for v in order:
            if v._p: v.grad = 0.0
        self.grad = self.grad + 1.0 if not self._p else 1.0
        for v in reversed(order):
            for p, l in zip(v._p, v._l): p.grad += l * v.grad
