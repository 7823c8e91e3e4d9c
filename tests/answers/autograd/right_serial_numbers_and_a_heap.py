import numpy as np
import math, itertools, heapq
class Value:
    """Nodes carry a serial number: parents always have a smaller one, a heap replaces the topological sort."""
    __slots__ = ("data", "grad", "_serial", "_edges")
    __array_ufunc__ = None
    _count = itertools.count()
    def __init__(self, data, _edges=()):
        self.data, self.grad = data, 0
        self._serial, self._edges = next(Value._count), _edges
    @staticmethod
    def _lift(o):
        return o if isinstance(o, Value) else Value(o)
    def __add__(self, o):
        o = Value._lift(o)
        return Value(self.data + o.data, ((self, 1.0), (o, 1.0)))
    def __sub__(self, o):
        o = Value._lift(o)
        return Value(self.data - o.data, ((self, 1.0), (o, -1.0)))
    def __mul__(self, o):
        o = Value._lift(o)
        return Value(self.data * o.data, ((self, o.data), (o, self.data)))
    def __truediv__(self, o):
        o = Value._lift(o)
        q = self.data / o.data
        return Value(q, ((self, 1 / o.data), (o, -q / o.data)))
    def __radd__(self, o): return Value._lift(o) + self
    def __rsub__(self, o): return Value._lift(o) - self
    def __rmul__(self, o): return Value._lift(o) * self
    def __rtruediv__(self, o): return Value._lift(o) / self
    def __neg__(self): return Value(-self.data, ((self, -1.0),))
    def __pow__(self, n):
        x = float(self.data)
        return Value(x ** n, ((self, 0.0 if n == 0 else n * x ** (n - 1)),))
    def relu(self): return Value(self.data * (self.data > 0), ((self, float(self.data > 0)),))
    def tanh(self):
        t = float(np.tanh(self.data))
        return Value(t, ((self, (1 - t) * (1 + t)),))
    def exp(self):
        e = math.exp(self.data)
        return Value(e, ((self, e),))
    def log(self): return Value(math.log(self.data), ((self, 1 / self.data),))
    def backward(self):
        flow = {id(self): 1.0}
        heap = [(-self._serial, self)]
        while heap:
            _, v = heapq.heappop(heap)
            g = flow.pop(id(v))
            if v._edges:
                v.grad = g
                for p, w in v._edges:
                    if id(p) not in flow:
                        flow[id(p)] = 0.0
                        heapq.heappush(heap, (-p._serial, p))
                    flow[id(p)] += w * g
            else:
                v.grad += g
