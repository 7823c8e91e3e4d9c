import heapq
import itertools
import numpy as np

_serial = itertools.count()


class Value:
    """Nodes carry a serial number; a child is always younger than its parents, so going
    through the nodes from the youngest to the oldest is a topological order."""

    __slots__ = ("data", "grad", "_edges", "_no", "__weakref__")
    __array_priority__ = 1000

    def __init__(self, data):
        self.data = float(data)
        self.grad = 0.0
        self._edges = ()          # (parent, thunk of the local derivative)
        self._no = next(_serial)

    def _node(self, data, *edges):
        out = Value(data)
        out._edges = edges
        return out

    def __add__(self, o):
        o = _lift(o)
        return self._node(self.data + o.data, (self, lambda: 1.0), (o, lambda: 1.0))

    def __radd__(self, o):
        return self + o

    def __neg__(self):
        return self * -1.0

    def __sub__(self, o):
        return self + (-_lift(o))

    def __rsub__(self, o):
        return _lift(o) + (-self)

    def __mul__(self, o):
        o = _lift(o)
        x, y = self.data, o.data
        return self._node(x * y, (self, lambda: y), (o, lambda: x))

    def __rmul__(self, o):
        return self * o

    def __truediv__(self, o):
        o = _lift(o)
        x, y = self.data, o.data
        q = x / y
        return self._node(q, (self, lambda: 1.0 / y), (o, lambda: -q / y))

    def __rtruediv__(self, o):
        return _lift(o) / self

    def __pow__(self, k):
        if isinstance(k, Value):
            return NotImplemented
        x = self.data

        def slope():
            return 0.0 if k == 0 else k * x ** (k - 1)

        return self._node(x ** k, (self, slope))

    def relu(self):
        x = self.data
        return self._node(max(x, 0.0), (self, lambda: float(x > 0)))

    def tanh(self):
        t = float(np.tanh(self.data))
        return self._node(t, (self, lambda: (1 - t) * (1 + t)))

    def exp(self):
        e = float(np.exp(self.data))
        return self._node(e, (self, lambda: e))

    def log(self):
        x = self.data
        return self._node(float(np.log(x)), (self, lambda: 1.0 / x))

    def backward(self):
        adjoint = {self._no: 1.0}
        heap = [(-self._no, self)]
        while heap:
            _, v = heapq.heappop(heap)
            bar = adjoint.pop(v._no)
            if not v._edges:
                v.grad += bar
                continue
            v.grad = bar
            for parent, local in v._edges:
                if parent._no not in adjoint:
                    adjoint[parent._no] = 0.0
                    heapq.heappush(heap, (-parent._no, parent))
                adjoint[parent._no] += bar * local()


def _lift(o):
    return o if isinstance(o, Value) else Value(o)
