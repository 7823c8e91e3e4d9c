import math

import numpy as np
import pytest


def slope(f, *at):
    found = []
    for i in range(len(at)):
        h = 1e-6 * max(1, abs(at[i]))
        up, down = list(at), list(at)
        up[i] += h
        down[i] -= h
        found.append((f(*up) - f(*down)) / (2 * h))
    return found


def call(name, plain):
    return lambda x: getattr(x, name)() if not isinstance(x, (int, float)) else plain(x)


relu, tanh = call("relu", lambda x: max(x, 0.0)), call("tanh", math.tanh)
exp, log = call("exp", math.exp), call("log", math.log)

FORMULAS = [
    lambda a, b: a + b,
    lambda a, b: a - b,
    lambda a, b: a * b,
    lambda a, b: a / b,
    lambda a, b: -a + 3 * b,
    lambda a, b: a + 2,
    lambda a, b: 2 + b,
    lambda a, b: a - 2,
    lambda a, b: 2 - b,
    lambda a, b: a * 3,
    lambda a, b: a / 4,
    lambda a, b: 4 / b,
    lambda a, b: a**2 + b**3,
    lambda a, b: a**-1 + b**-2,
    lambda a, b: a**0.5 * b**0.5,
    lambda a, b: a**0 + b**1,
    lambda a, b: relu(a) + relu(-b),
    lambda a, b: tanh(a) * tanh(b * 2),
    lambda a, b: exp(a) - exp(-b),
    lambda a, b: log(a) + log(b * b),
    lambda a, b: a * a + a * b + a + a,
    lambda a, b: (a + b) * (a + b) - (a + b),
    lambda a, b: exp(tanh(a * b) + log(a)) / (b - a * 0.1),
    lambda a, b: a / a + b - b + b / a,
]


@pytest.mark.parametrize("f", FORMULAS)
def test(Value, f):
    for x, y in ((2.0, 3.0), (0.5, 1.25), (3, 2)):
        a, b = Value(x), Value(y)
        out = f(a, b)
        assert math.isclose(float(out.data), f(float(x), float(y)), rel_tol=1e-12, abs_tol=1e-12)
        out.backward()
        for leaf, want in zip((a, b), slope(f, float(x), float(y)), strict=True):
            assert abs(float(leaf.grad) - want) < 1e-5 * max(1, abs(want))
        assert (a.data, b.data) == (x, y)


def test_below_zero(Value):
    for x in (-2.0, -0.5):
        for f in (relu, tanh, exp, lambda v: v**2, lambda v: v**3, lambda v: v**-1, lambda v: 1 / v):
            a = Value(x)
            f(a).backward()
            assert abs(a.grad - slope(f, x)[0]) < 1e-5
    a = Value(0.0)
    (a**2 + a**1 + a**3).backward()
    assert a.grad == 1
    b = Value(-3.0)
    (b**0 + b).backward()
    assert b.grad == 1


def test_small_and_large(Value):
    a, b, c, d = Value(1e-7), Value(1e-4), Value(60.0), Value(20.0)
    out = [a.relu(), b.log(), c.exp(), d.tanh()]
    assert np.allclose([each.data for each in out], [1e-7, math.log(1e-4), math.exp(60), math.tanh(20)], rtol=1e-12)
    for each in out:
        each.backward()
    assert np.allclose([a.grad, b.grad, c.grad, d.grad], [1, 1e4, math.exp(60), 0], rtol=1e-12, atol=1e-12)
    assert Value(-1e-7).relu().data == 0


def test_whole_numbers(Value):
    assert (Value(3) / Value(2)).data == 1.5
    assert (Value(2) ** -1).data == 0.5
    assert (3 / Value(2)).data == 1.5
    assert (Value(3) / 2).data == 1.5


def test_backward_again(Value):
    a, b = Value(2.0), Value(3.0)
    out = a * b + a.tanh()
    assert (a.grad, b.grad) == (0, 0)
    out.backward()
    first = a.grad, b.grad
    out.backward()
    assert np.allclose([a.grad, b.grad], [2 * first[0], 2 * first[1]])
    (a * 5 - b).backward()
    assert np.allclose([a.grad, b.grad], [2 * first[0] + 5, 2 * first[1] - 1])
    a.backward()
    assert np.isclose(a.grad, 2 * first[0] + 6)


def test_shared_nodes_of_different_depth(Value):
    x = Value(1.5)
    y = x * x
    z = y * 3 + x
    out = z * y + z.exp() * 0.01 + y
    out.backward()

    def f(v):
        w = v * v
        u = w * 3 + v
        return u * w + math.exp(u) * 0.01 + w

    assert abs(x.grad - slope(f, 1.5)[0]) < 1e-4
    assert Value(7.0).grad == 0


def test_long_chains(Value):
    a = Value(1.0)
    out = a
    for _ in range(5000):
        out = out + a * 0.001
    out.backward()
    assert abs(out.data - 6) < 1e-6
    assert abs(a.grad - 6) < 1e-6
