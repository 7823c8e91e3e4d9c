import math
from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    grad: float = 0.0
    _src: tuple = field(default=(), repr=False)
    _slope: tuple = field(default=(), repr=False)
    _level: int = field(default=0, repr=False)
    __array_ufunc__ = None

    def __post_init__(self):
        self.data = float(self.data)

    def __add__(self, o):
        return _make(lambda a, b: a + b, (lambda a, b: 1.0, lambda a, b: 1.0), self, o)

    def __radd__(self, o):
        return _const(o) + self

    def __sub__(self, o):
        return _make(lambda a, b: a - b, (lambda a, b: 1.0, lambda a, b: -1.0), self, o)

    def __rsub__(self, o):
        return _const(o) - self

    def __mul__(self, o):
        return _make(lambda a, b: a * b, (lambda a, b: b, lambda a, b: a), self, o)

    def __rmul__(self, o):
        return _const(o) * self

    def __truediv__(self, o):
        return _make(lambda a, b: a / b, (lambda a, b: 1 / b, lambda a, b: -a / b ** 2), self, o)

    def __rtruediv__(self, o):
        return _const(o) / self

    def __pow__(self, k):
        return _make(lambda a: a ** k, (lambda a: k * a ** (k - 1) if k else 0.0,), self)

    def __neg__(self):
        return _make(lambda a: -a, (lambda a: -1.0,), self)

    def relu(self):
        return _make(lambda a: a if a > 0 else 0.0, (lambda a: 1.0 if a > 0 else 0.0,), self)

    def tanh(self):
        return _make(math.tanh, (lambda a: 1.0 - math.tanh(a) ** 2,), self)

    def exp(self):
        return _make(math.exp, (math.exp,), self)

    def log(self):
        return _make(math.log, (lambda a: 1.0 / a,), self)

    def backward(self):
        # all nodes below, grouped by level: a node's level is above that of everything it uses
        levels = {}
        seen = set()
        stack = [self]
        while stack:
            v = stack.pop()
            if id(v) in seen:
                continue
            seen.add(id(v))
            levels.setdefault(v._level, []).append(v)
            stack += v._src
        acc = {id(v): 0.0 for layer in levels.values() for v in layer}
        acc[id(self)] = 1.0
        for level in sorted(levels, reverse=True):
            for v in levels[level]:
                args = [s.data for s in v._src]
                for s, df in zip(v._src, v._slope):
                    acc[id(s)] += acc[id(v)] * df(*args)
        for v in levels.get(0, []):
            v.grad += acc[id(v)]


def _const(o):
    return o if isinstance(o, Value) else Value(float(o))


def _make(fn, slopes, *operands):
    src = tuple(_const(o) for o in operands)
    return Value(float(fn(*(s.data for s in src))), 0.0, src, slopes, 1 + max(s._level for s in src))
