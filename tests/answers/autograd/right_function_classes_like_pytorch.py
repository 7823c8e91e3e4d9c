import numpy as np


class _Function:
    """PyTorch-like: forward and backward in one object."""

    def __init__(self, *inputs):
        self.inputs = inputs

    @classmethod
    def apply(cls, *args, **kw):
        inputs = [a if isinstance(a, Value) else Value(a) for a in args]
        fn = cls(*inputs)
        fn.kw = kw
        out = Value(fn.forward(*[np.float64(i.data) for i in inputs], **kw))
        out.grad_fn = fn
        return out


class _Add(_Function):
    def forward(self, a, b):
        return a + b

    def backward(self, g):
        return g, g


class _Mul(_Function):
    def forward(self, a, b):
        self.saved = a, b
        return a * b

    def backward(self, g):
        a, b = self.saved
        return g * b, g * a


class _Reciprocal(_Function):
    def forward(self, a):
        self.y = 1.0 / a
        return self.y

    def backward(self, g):
        return (-g * self.y * self.y,)


class _Pow(_Function):
    def forward(self, a, k):
        self.a, self.k = a, k
        return a ** np.float64(k)

    def backward(self, g):
        if self.k == 0:
            return (0.0,)
        return (g * self.k * self.a ** np.float64(self.k - 1),)


class _Relu(_Function):
    def forward(self, a):
        self.on = np.heaviside(a, 0.0)
        return np.maximum(a, 0.0)

    def backward(self, g):
        return (g * self.on,)


class _Tanh(_Function):
    def forward(self, a):
        self.y = np.tanh(a)
        return self.y

    def backward(self, g):
        return (g * (1 - self.y * self.y),)


class _Exp(_Function):
    def forward(self, a):
        self.y = np.exp(a)
        return self.y

    def backward(self, g):
        return (g * self.y,)


class _Log(_Function):
    def forward(self, a):
        self.a = a
        return np.log(a)

    def backward(self, g):
        return (g / self.a,)


class Value:
    __array_ufunc__ = None
    grad_fn = None

    def __init__(self, data):
        self.data = float(data)
        self.grad = 0.0

    __add__ = __radd__ = lambda self, o: _Add.apply(self, o)
    __mul__ = __rmul__ = lambda self, o: _Mul.apply(self, o)
    __neg__ = lambda self: _Mul.apply(self, -1.0)
    __sub__ = lambda self, o: _Add.apply(self, _Mul.apply(o, -1.0))
    __rsub__ = lambda self, o: _Add.apply(o, -self)
    __truediv__ = lambda self, o: _Mul.apply(self, _Reciprocal.apply(o))
    __rtruediv__ = lambda self, o: _Mul.apply(o, _Reciprocal.apply(self))
    __pow__ = lambda self, k: _Pow.apply(self, k=k)
    relu = lambda self: _Relu.apply(self)
    tanh = lambda self: _Tanh.apply(self)
    exp = lambda self: _Exp.apply(self)
    log = lambda self: _Log.apply(self)

    def backward(self):
        # depth-first post-order with a two-phase stack
        order, state, stack = [], {}, [self]
        while stack:
            v = stack[-1]
            match state.get(v):
                case None:
                    state[v] = "open"
                    if v.grad_fn:
                        stack.extend(i for i in v.grad_fn.inputs if i not in state)
                case "open":
                    state[v] = "done"
                    order.append(stack.pop())
                case _:
                    stack.pop()
        flow = dict.fromkeys(order, 0.0)
        flow[self] = 1.0
        while order:
            v = order.pop()
            if v.grad_fn is None:
                v.grad = v.grad + float(flow[v])
            else:
                for i, g in zip(v.grad_fn.inputs, v.grad_fn.backward(flow[v])):
                    flow[i] += g
