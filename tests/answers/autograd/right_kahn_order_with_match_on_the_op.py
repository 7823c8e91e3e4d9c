import math
from collections import defaultdict, deque


class Value:
    """Kahn's algorithm: a node passes its gradient on once all of its users have reported."""

    def __init__(self, data, parents=(), op=""):
        self.data = float(data)
        self.grad = 0.0
        self.parents = tuple(parents)
        self.op = op

    # ---- operators
    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, (self, other), "add")

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, (self, other), "mul")

    def __pow__(self, exponent):
        return Value(self.data ** exponent, (self,), ("pow", exponent))

    def __truediv__(self, other):
        if isinstance(other, Value):
            return self * other ** -1.0
        return self * (1.0 / other)

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + (-other)

    def __radd__(self, other):
        return self + other

    def __rsub__(self, other):
        return (-self) + other

    def __rmul__(self, other):
        return self * other

    def __rtruediv__(self, other):
        return self ** -1.0 * other

    def relu(self):
        return Value(self.data * (self.data > 0), (self,), "relu")

    def tanh(self):
        return Value(math.tanh(self.data), (self,), "tanh")

    def exp(self):
        return Value(math.exp(self.data), (self,), "exp")

    def log(self):
        return Value(math.log(self.data), (self,), "log")

    def _local(self):
        match self.op:
            case "add":
                return 1.0, 1.0
            case "mul":
                return self.parents[1].data, self.parents[0].data
            case ("pow", 0):
                return (0.0,)
            case ("pow", k):
                return (k * self.parents[0].data ** (k - 1),)
            case "relu":
                return (1.0 if self.parents[0].data > 0 else 0.0,)
            case "tanh":
                return (1.0 - self.data ** 2,)
            case "exp":
                return (self.data,)
            case "log":
                return (1.0 / self.parents[0].data,)
        return ()

    def backward(self):
        users = defaultdict(int)
        todo, known = deque([self]), {self}
        while todo:
            for p in todo.popleft().parents:
                users[p] += 1
                if p not in known:
                    known.add(p)
                    todo.append(p)
        delta = defaultdict(float, {self: 1.0})
        ready = [self]
        while ready:
            node = ready.pop()
            if not node.parents:
                node.grad += delta[node]
            for p, slope in zip(node.parents, node._local()):
                delta[p] += delta[node] * slope
                users[p] -= 1
                if users[p] == 0:
                    ready.append(p)
