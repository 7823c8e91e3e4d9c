import numpy as np
from math import tanh, exp, log
def _num(v): return v.data if isinstance(v, Value) else v
class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0.0
        self._inputs = ()
        self._pull = None
    @classmethod
    def _node(cls, data, inputs, pull):
        out = cls(data)
        out._inputs = tuple(i for i in inputs if isinstance(i, Value))
        out._pull = pull
        return out
    def __add__(self, o):
        def pull(g):
            yield self, g
            if isinstance(o, Value): yield o, g
        return Value._node(self.data + _num(o), (self, o), pull)
    def __mul__(self, o):
        a, b = self.data, _num(o)
        def pull(g):
            yield self, g * b
            if isinstance(o, Value): yield o, g * a
        return Value._node(a * b, (self, o), pull)
    def _unary(self, y, slope):
        return Value._node(y, (self,), lambda g: [(self, g * slope)])
    def __pow__(self, n):
        if n == 0: return self._unary(1.0, 0.0)
        return self._unary(float(self.data) ** n, n * float(self.data) ** (n - 1))
    __radd__, __rmul__ = __add__, __mul__
    def __neg__(self): return -1 * self
    def __sub__(self, o): return self + (-o)
    def __rsub__(self, o): return (-self) + o
    def __truediv__(self, o): return self * (o ** -1 if isinstance(o, Value) else 1 / o)
    def __rtruediv__(self, o): return o * self ** -1
    def relu(self): return self._unary(self.data if self.data > 0 else 0.0, 1.0 if self.data > 0 else 0.0)
    def tanh(self):
        y = tanh(self.data)
        return self._unary(y, 1 - y ** 2)
    def exp(self):
        y = exp(self.data)
        return self._unary(y, y)
    def log(self): return self._unary(log(self.data), 1 / self.data)
    def backward(self):
        need = {}
        todo, reach = [self], {self}
        while todo:
            v = todo.pop()
            for p in v._inputs:
                need[p] = need.get(p, 0) + 1
                if p not in reach:
                    reach.add(p); todo.append(p)
        flow = dict.fromkeys(reach, 0.0)
        flow[self] = 1.0
        ready = [self]
        while ready:
            v = ready.pop()
            if v._pull is None:
                v.grad += flow[v]
                continue
            v.grad += flow[v]
            for p, g in v._pull(flow[v]):
                flow[p] += g
                need[p] -= 1
                if need[p] == 0: ready.append(p)
