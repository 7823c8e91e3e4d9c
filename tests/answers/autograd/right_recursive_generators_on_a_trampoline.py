import math
import types


def _trampoline(gen):
    """Runs recursive generators without Python's recursion limit."""
    stack, value = [gen], None
    while stack:
        try:
            value = stack[-1].send(value)
        except StopIteration as stop:
            stack.pop()
            value = stop.value
        else:
            if isinstance(value, types.GeneratorType):
                stack.append(value)
                value = None


class Value(object):
    def __init__(self, data, _prev=()):
        self.data = data
        self.grad = 0
        self._prev = _prev
        self._backward = None

    def _leafs_keep(self):
        return self._backward is None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))

        def _backward():
            self.grad += out.grad
            other.grad += out.grad
        out._backward = _backward
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))

        def _backward():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad
        out._backward = _backward
        return out

    def __pow__(self, other):
        assert isinstance(other, (int, float)) or hasattr(other, "dtype")
        other = float(other)
        out = Value(float(self.data) ** other, (self,))

        def _backward():
            if other != 0.0:
                self.grad += other * float(self.data) ** (other - 1.0) * out.grad
        out._backward = _backward
        return out

    def _unary(self, value, slope):
        out = Value(value, (self,))

        def _backward():
            self.grad += slope() * out.grad
        out._backward = _backward
        return out

    def relu(self):
        return self._unary(0.0 if self.data < 0 else self.data, lambda: 1.0 if self.data > 0 else 0.0)

    def tanh(self):
        t = math.tanh(self.data)
        return self._unary(t, lambda: 1 - t ** 2)

    def exp(self):
        e = math.exp(self.data)
        return self._unary(e, lambda: e)

    def log(self):
        return self._unary(math.log(self.data), lambda: 1 / self.data)

    def backward(self):
        topo, visited = [], set()

        def build(v):
            visited.add(v)
            for child in v._prev:
                if child not in visited:
                    yield build(child)
            topo.append(v)

        _trampoline(build(self))
        for v in topo:                      # inner nodes start afresh, leaves accumulate
            if not v._leafs_keep():
                v.grad = 0.0
        self.grad = self.grad + 1.0
        for v in reversed(topo):
            if v._backward is not None:
                v._backward()

    def __neg__(self): return self * -1
    def __radd__(self, other): return self + other
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return other + (-self)
    def __rmul__(self, other): return self * other
    def __truediv__(self, other):
        return self * (other ** -1 if isinstance(other, Value) else 1.0 / other)
    def __rtruediv__(self, other): return other * self ** -1
    def __repr__(self): return f"Value(data={self.data}, grad={self.grad})"
