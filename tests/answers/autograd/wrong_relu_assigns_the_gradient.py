# WRONG: relu assigns the gradient of its operand instead of adding to it, so the uses before are lost
import math


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad = float(data), 0.0
        self.parents, self.push = parents, None

    def _to(self, data, *pairs):
        """A node whose gradient goes to each parent, times what the function of that pair gives."""
        out = Value(data, tuple(parent for parent, _ in pairs))

        def push():
            for parent, slope in pairs:
                parent.grad += slope * out.grad

        out.push = push
        return out

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, o):
        o = Value.of(o)
        return self._to(self.data + o.data, (self, 1.0), (o, 1.0))

    def __mul__(self, o):
        o = Value.of(o)
        return self._to(self.data * o.data, (self, o.data), (o, self.data))

    def __pow__(self, k):
        return self._to(self.data**k, (self, k * self.data ** (k - 1) if k else 0.0))

    __radd__, __rmul__ = __add__, __mul__
    __neg__ = lambda self: self * -1.0
    __sub__ = lambda self, o: self + -Value.of(o)
    __rsub__ = lambda self, o: Value.of(o) - self
    __truediv__ = lambda self, o: self * Value.of(o) ** -1.0
    __rtruediv__ = lambda self, o: Value.of(o) / self
    tanh = lambda self: self._to(math.tanh(self.data), (self, 1 - math.tanh(self.data) ** 2))
    exp = lambda self: self._to(math.exp(self.data), (self, math.exp(self.data)))
    log = lambda self: self._to(math.log(self.data), (self, 1 / self.data))

    def relu(self):
        out = Value(max(0.0, self.data), (self,))

        def push():
            self.grad = (out.data > 0) * out.grad

        out.push = push
        return out

    def backward(self):
        order, seen, stack = [], set(), [(self, False)]
        while stack:
            node, ready = stack.pop()
            if ready:
                order.append(node)
            elif id(node) not in seen:
                seen.add(id(node))
                stack += [(node, True), *((parent, False) for parent in node.parents)]
        for node in order:
            node.grad = node.grad if node.push is None else 0.0
        self.grad += 1.0
        for node in reversed(order):
            if node.push:
                node.push()
