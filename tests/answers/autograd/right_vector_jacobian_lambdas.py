import math


class Value:
    """micrograd, with explicit stack and gradients of inner nodes kept out of the nodes."""

    __array_ufunc__ = None

    def __init__(self, data, _parents=(), _vjp=None):
        self.data = float(data)
        self.grad = 0.0
        self._parents = _parents
        self._vjp = _vjp          # upstream -> tuple of contributions

    def __repr__(self):
        return f"Value(data={self.data}, grad={self.grad})"

    @staticmethod
    def _wrap(v):
        return v if isinstance(v, Value) else Value(v)

    def __add__(self, other):
        other = Value._wrap(other)
        return Value(self.data + other.data, (self, other), lambda g: (g, g))

    __radd__ = __add__

    def __mul__(self, other):
        other = Value._wrap(other)
        a, b = self.data, other.data
        return Value(a * b, (self, other), lambda g: (g * b, g * a))

    __rmul__ = __mul__

    def __neg__(self):
        return Value(-self.data, (self,), lambda g: (-g,))

    def __sub__(self, other):
        other = Value._wrap(other)
        return Value(self.data - other.data, (self, other), lambda g: (g, -g))

    def __rsub__(self, other):
        return Value._wrap(other) - self

    def __truediv__(self, other):
        other = Value._wrap(other)
        a, b = self.data, other.data
        return Value(a / b, (self, other), lambda g: (g / b, -g * a / (b * b)))

    def __rtruediv__(self, other):
        return Value._wrap(other) / self

    def __pow__(self, n):
        a = self.data
        return Value(a ** n, (self,), lambda g: (g * n * a ** (n - 1) if n != 0 else 0.0,))

    def relu(self):
        a = self.data
        return Value(a if a > 0 else 0.0, (self,), lambda g: (g if a > 0 else 0.0,))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, (self,), lambda g: (g * (1.0 - t * t),))

    def exp(self):
        e = math.exp(self.data)
        return Value(e, (self,), lambda g: (g * e,))

    def log(self):
        a = self.data
        return Value(math.log(a), (self,), lambda g: (g / a,))

    def _topological(self):
        order, seen, stack = [], {id(self)}, [(self, iter(self._parents))]
        while stack:
            node, parents = stack[-1]
            for p in parents:
                if id(p) not in seen:
                    seen.add(id(p))
                    stack.append((p, iter(p._parents)))
                    break
            else:
                order.append(node)
                stack.pop()
        return order

    def backward(self):
        upstream = {id(self): 1.0}
        for node in reversed(self._topological()):
            g = upstream[id(node)]
            node.grad += g
            if node._vjp is not None:
                for p, c in zip(node._parents, node._vjp(g)):
                    upstream[id(p)] = upstream.get(id(p), 0.0) + c
