import numpy as np
import math
class Value:
    """Forward mode: every value carries its derivatives by leaf; backward only hands them out."""
    def __init__(self, data, _d=None):
        self.data = data
        self.grad = 0.0
        self._d = {self: 1.0} if _d is None else _d
    @staticmethod
    def _mix(a, wa, b=None, wb=0.0):
        d = {k: v * wa for k, v in a._d.items()}
        if b is not None:
            for k, v in b._d.items():
                d[k] = d.get(k, 0.0) + v * wb
        return d
    def _lin(self, o, f, wa, wb):
        if isinstance(o, Value):
            return Value(f, Value._mix(self, wa, o, wb))
        return Value(f, Value._mix(self, wa))
    def __add__(self, o): return self._lin(o, self.data + getattr(o, "data", o) if isinstance(o, Value) else self.data + o, 1.0, 1.0)
    __radd__ = __add__
    def __mul__(self, o):
        b = o.data if isinstance(o, Value) else o
        return self._lin(o, self.data * b, b, self.data)
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + (-o)
    def __rsub__(self, o): return -self + o
    def __pow__(self, n): return Value(float(self.data) ** n, Value._mix(self, n * float(self.data) ** (n - 1) if n else 0.0))
    def __truediv__(self, o): return self * (o ** -1 if isinstance(o, Value) else 1 / o)
    def __rtruediv__(self, o): return self ** -1 * o
    def relu(self): return Value(max(0.0, self.data), Value._mix(self, float(self.data > 0)))
    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, Value._mix(self, 1 - t * t))
    def exp(self):
        e = math.exp(self.data)
        return Value(e, Value._mix(self, e))
    def log(self): return Value(math.log(self.data), Value._mix(self, 1 / self.data))
    def backward(self):
        for leaf, d in self._d.items():
            leaf.grad += d
