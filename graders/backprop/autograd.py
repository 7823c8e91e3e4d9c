"""Autograd: every operator's value and slope, sums over paths, several sweeps, and depth.

A case is a small program (its lines) and the expressions to look at afterwards, so the learner reads it as
code.
"""

import math

from mlprep.grading.api import Case, alternative, mistake


def probe(module, case):
    lines, looked_at = case.args
    names = {"Value": module.Value}
    try:
        for line in lines:
            exec(line, names)
    except RecursionError as error:
        error.args = ("maximum recursion depth exceeded",)  # Python words it in several ways
        raise
    return {each: eval(each, names) for each in looked_at}


_STEPS = (
    "{p} + {q}", "{p} - {q}", "{p} * {q}", "{p} / ({q} * {q} + 1.5)", "{p}.tanh() - {q}",
    "({p} + 0.3).relu() * {q}", "({p} * {p} + 0.7).log()", "{p}.tanh().exp()", "-{p}",
    "({p} * {p} + 1) ** -0.5", "2 - {p}", "3 / (1.0 + {p} * {p})", "0.5 * {p} + {q}", "{p} + {q} + {p}",
)  # fmt: skip


def _random_steps(rng, count):
    """Lines in which every step uses earlier names at random, so that most are used several times."""
    lines, names = [], ["a", "b", "c"]
    for k in range(count):
        step = _STEPS[rng.integers(len(_STEPS))]
        p, q = (str(name) for name in rng.choice(names[-6:], size=2))
        lines.append(f"v{k} = {step.format(p=p, q=q)}")
        names.append(f"v{k}")
    return [*lines, "y = " + " + ".join(names[3:]), "y.backward()"]


def cases(rng):
    def program(name, *lines, of="a", low=0.5, high=2.0, also=()):
        """Lines that follow on leaves of these names; y and the leaves' gradients are looked at."""
        leaves = [f"{leaf} = Value({float(f'{rng.uniform(low, high):.4g}')!r})" for leaf in of]
        return Case(name, [*leaves, *lines], ["y.data", *(f"{leaf}.grad" for leaf in of), *also])

    yield Case("a leaf", ["a = Value(1.25)"], ["a.data", "a.grad"])
    yield Case("backward from a leaf", ["a = Value(1.25)", "a.backward()"], ["a.grad"])
    yield program("nothing happens before backward", "y = a * b", of="ab")
    for name, sign in (("sum", "+"), ("difference", "-"), ("product", "*"), ("quotient", "/")):
        yield program(name, f"y = a {sign} b", "y.backward()", of="ab")
    for line in ("-a", "a ** 3", "a ** -2", "a ** 1.5", "a ** 1", "a ** 0"):
        yield program(line, f"y = {line}", "y.backward()")
    yield program("cube of a negative", "y = a ** 3", "y.backward()", low=-2, high=-1)
    yield Case("square of 0", ["a = Value(0.0)", "y = a ** 2", "y.backward()"], ["y.data", "a.grad"])
    for line in ("a + 2", "a - 2", "a * 3", "a / 4", "2 + a", "2 - a", "3 * a", "4 / a", "2.5 - a", "0.5 / a"):
        yield program(line, f"y = {line}", "y.backward()")
    for name in ("relu", "tanh", "exp"):
        yield program(f"{name} of a positive", f"y = a.{name}()", "y.backward()", high=0.9)
        yield program(f"{name} of a negative", f"y = a.{name}()", "y.backward()", low=-2, high=-0.5)
    yield program("exp of a large number", "y = a.exp()", "y.backward()", low=60.0, high=61.0)
    yield program("relu of a tiny positive", "y = a.relu()", "y.backward()", low=1e-7, high=2e-7)
    yield program("log", "y = a.log()", "y.backward()")
    yield program("log of a small number", "y = a.log()", "y.backward()", low=1e-4, high=2e-4)
    for line in ("a + a", "a * a", "a - a", "a / a"):
        yield program(f"{line}, one value twice", f"y = {line}", "y.backward()")
    yield program("the built-in sum", "y = sum([a, b, a])", "y.backward()", of="ab")
    for name in ("exp", "tanh", "log", "relu"):
        yield program(f"{name} in the middle", f"y = 3 * (a * a).{name}()", "y.backward()")
        yield program(f"{name} under a minus", f"y = 2 - (a + 1).{name}()", "y.backward()")
    yield program("a long chain rule", "y = 3 * ((a * b).tanh().exp() ** 2).log()", "y.backward()", of="ab")
    yield program("two leaves of equal value", "y = a * a + 3 * b", "y.backward()", of="ab", low=1.5, high=1.5)
    yield program("a leaf that is not used", "y = a + b", "y.backward()", of="abc")

    # Gradients arrive along paths of unequal length, in both orders.
    yield program("a short path before a long one", "u = a * b", "y = u + u.exp().tanh()", "y.backward()", of="ab")
    yield program("a long path before a short one", "u = a * b", "y = u.exp().tanh() + u", "y.backward()", of="ab")
    rungs = ["u = a * b", "v = u + a", "w = v * u", "y = w - v * w + u"]
    yield program("a ladder", *rungs, "y.backward()", of="ab")

    graph = ["u = a * b", "v = u.tanh() + u", "y = v * v"]
    for name, more in (
        ("backward twice", ["y.backward()", "y.backward()"]),
        ("backward twice from a leaf", ["a.backward()", "a.backward()"]),
        ("backward from an inner node", ["v.backward()"]),
        ("backward from an inner node, then from the end", ["v.backward()", "y.backward()"]),
        ("backward from the end, then from an inner node", ["y.backward()", "v.backward()"]),
        ("two results that share a leaf", ["z = a * 3", "y.backward()", "z.backward()"]),
        ("a graph that grows after backward", ["y.backward()", "z = y * a + v", "z.backward()"]),
    ):
        yield program(name, *graph, *more, of="ab")

    for count in (6, 12, 18):
        yield program(f"{count} random steps", *_random_steps(rng, count), of="abc", low=-2, high=2)

    line = "for _ in range(40): y = y * 0.4 + y * 0.6"
    yield program("forty layers, each using the one before twice", "y = a", line, "y.backward()")
    yield program("a chain of 5,000", "y = a", "for _ in range(5000): y = y + 0.5", "y.backward()")
    line = "for _ in range(2500): y = y * b + 0.1"
    yield program("2,500 steps that share a leaf", "y = a", line, "y.backward()", of="ab", low=0.9, high=0.95)
    step = "a.grad = 0.0; y = (a * a - 3.0) ** 2; y.backward(); a.data = a.data - 0.01 * a.grad"
    descent = ["a = Value(1.0)", f"for _ in range(5): {step}"]
    yield Case("five steps of gradient descent", descent, ["a.data", "a.grad", "y.data"])


@alternative
class Closures:
    class Value:
        """Each result has a function that passes its gradient on; inner grads are cleared before a sweep."""

        def __init__(self, data, parents=()):
            self.data = float(data)
            self.grad = 0.0
            self.parents = parents
            self.push = lambda: None

        def lift(self, other):
            return other if isinstance(other, type(self)) else type(self)(other)

        def __add__(self, other):
            other = self.lift(other)
            out = type(self)(self.data + other.data, (self, other))

            def push():
                self.grad += out.grad
                other.grad += out.grad

            out.push = push
            return out

        def __mul__(self, other):
            other = self.lift(other)
            out = type(self)(self.data * other.data, (self, other))

            def push():
                self.grad += other.data * out.grad
                other.grad += self.data * out.grad

            out.push = push
            return out

        def unary(self, value, slope):
            out = type(self)(value, (self,))

            def push():
                self.grad += slope * out.grad

            out.push = push
            return out

        def __pow__(self, n):
            return self.unary(self.data**n, n * self.data ** (n - 1))

        def __neg__(self):
            return self * -1

        def __sub__(self, other):
            return self + (-other)

        def __truediv__(self, other):
            return self * self.lift(other) ** -1

        def __radd__(self, other):
            return self + other

        def __rmul__(self, other):
            return self * other

        def __rsub__(self, other):
            return self.lift(other) - self

        def __rtruediv__(self, other):
            return self.lift(other) / self

        def relu(self):
            return self.unary(self.data if self.data > 0 else 0.0, 1.0 if self.data > 0 else 0.0)

        def tanh(self):
            t = math.tanh(self.data)
            return self.unary(t, 1 - t**2)

        def exp(self):
            return self.unary(math.exp(self.data), math.exp(self.data))

        def log(self):
            return self.unary(math.log(self.data), 1 / self.data)

        def order(self):
            """Every node after all that it was computed from."""
            done, seen, stack = [], set(), [(self, False)]
            while stack:
                node, expanded = stack.pop()
                if expanded:
                    done.append(node)
                elif node not in seen:
                    seen.add(node)
                    stack.append((node, True))
                    stack.extend((parent, False) for parent in node.parents)
            return done

        def backward(self):
            order = self.order()
            for node in order:
                if node.parents:
                    node.grad = 0.0
            self.grad += 1.0
            for node in reversed(order):
                node.push()


@alternative
class Tape:
    class Value:
        """Nodes are numbered as they are made, so falling numbers are a topological order."""

        made = 0

        def __init__(self, data, parents=(), slopes=()):
            Tape.Value.made += 1
            self.data, self.grad, self.number = data, 0, Tape.Value.made
            self.parents, self.slopes = parents, slopes

        def backward(self):
            needed, stack = {}, [self]
            while stack:
                node = stack.pop()
                if node.number not in needed:
                    needed[node.number] = node
                    stack += node.parents
            flow = {self.number: 1.0}
            for number in sorted(needed, reverse=True):
                node = needed[number]
                if not node.parents:
                    node.grad = node.grad + flow[number]
                for parent, slope in zip(node.parents, node.slopes):
                    flow[parent.number] = flow.get(parent.number, 0) + slope * flow[number]

        def __add__(self, other):
            if isinstance(other, Tape.Value):
                return Tape.Value(self.data + other.data, (self, other), (1, 1))
            return Tape.Value(self.data + other, (self,), (1,))

        def __sub__(self, other):
            if isinstance(other, Tape.Value):
                return Tape.Value(self.data - other.data, (self, other), (1, -1))
            return Tape.Value(self.data - other, (self,), (1,))

        def __mul__(self, other):
            if isinstance(other, Tape.Value):
                return Tape.Value(self.data * other.data, (self, other), (other.data, self.data))
            return Tape.Value(self.data * other, (self,), (other,))

        def __truediv__(self, other):
            if isinstance(other, Tape.Value):
                slopes = 1 / other.data, -self.data / other.data**2
                return Tape.Value(self.data / other.data, (self, other), slopes)
            return Tape.Value(self.data / other, (self,), (1 / other,))

        def __radd__(self, other):
            return Tape.Value(other + self.data, (self,), (1,))

        def __rsub__(self, other):
            return Tape.Value(other - self.data, (self,), (-1,))

        def __rmul__(self, other):
            return Tape.Value(other * self.data, (self,), (other,))

        def __rtruediv__(self, other):
            return Tape.Value(other / self.data, (self,), (-other / self.data**2,))

        def __neg__(self):
            return Tape.Value(-self.data, (self,), (-1,))

        def __pow__(self, n):
            return Tape.Value(self.data**n, (self,), (n * self.data ** (n - 1),))

        def relu(self):
            return Tape.Value(max(0, self.data), (self,), (int(self.data > 0),))

        def tanh(self):
            e = math.exp(2 * self.data)
            return Tape.Value((e - 1) / (e + 1), (self,), (4 * e / (e + 1) ** 2,))

        def exp(self):
            e = math.exp(self.data)
            return Tape.Value(e, (self,), (e,))

        def log(self):
            return Tape.Value(math.log(self.data), (self,), (1 / self.data,))


_Value = Closures.Value


@mistake("You set a gradient instead of adding to it. A value that is used twice gets a contribution from "
         "each use: +=.", entry="Value")
class Overwrites(_Value):
    def __add__(self, other):
        other = self.lift(other)
        out = type(self)(self.data + other.data, (self, other))

        def push():
            self.grad = out.grad
            other.grad = out.grad

        out.push = push
        return out

    def __mul__(self, other):
        other = self.lift(other)
        out = type(self)(self.data * other.data, (self, other))

        def push():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out.push = push
        return out

    def unary(self, value, slope):
        out = type(self)(value, (self,))

        def push():
            self.grad = slope * out.grad

        out.push = push
        return out


@mistake("A node passes its gradient on before all who use it have added to it. Go through the nodes in "
         "reverse topological order: a node only after every node that was computed from it.", entry="Value")
class DepthFirst(_Value):
    def order(self):
        visited, stack = [], [self]
        seen = {self}
        while stack:
            node = stack.pop()
            visited.append(node)
            for parent in node.parents:
                if parent not in seen:
                    seen.add(parent)
                    stack.append(parent)
        return visited[::-1]


@mistake("You go through the graph level by level from the result. A node that is reached along paths of "
         "unequal length then passes its gradient on too early: use a reverse topological order.",
         entry="Value")
class BreadthFirst(_Value):
    def order(self):
        visited = [self]
        seen = {self}
        for node in visited:
            for parent in node.parents:
                if parent not in seen:
                    seen.add(parent)
                    visited.append(parent)
        return visited[::-1]


@mistake("backward sets the gradient of the node it starts from to 1. If that is a leaf, it accumulates like any "
         "other: add 1, and clear only the inner nodes first.", entry="Value")
class StartIsSetToOne(_Value):
    def backward(self):
        order = self.order()
        for node in order:
            if node.parents:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            node.push()


@mistake("On a second backward the inner nodes still hold their gradients of the first, and pass them on "
         "again. Clear the inner nodes, or keep a sweep's gradients apart; only leaves accumulate.",
         entry="Value")
class StaleInnerGradients(_Value):
    def backward(self):
        self.grad = 1.0
        for node in reversed(self.order()):
            node.push()


@mistake("You clear the leaves' gradients at the start of backward. A leaf accumulates over calls, so that "
         "several losses, or batches, can add up.", entry="Value")
class ClearsLeaves(_Value):
    def backward(self):
        order = self.order()
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            node.push()


@mistake("Your topological sort is recursive, and a long chain runs into Python's recursion limit. Keep your "
         "own stack in a list.", entry="Value")
class Recursive(_Value):
    def order(self):
        done, seen = [], set()

        def build(node):
            if node not in seen:
                seen.add(node)
                for parent in node.parents:
                    build(parent)
                done.append(node)

        build(self)
        return done


@mistake("number - value came out as value - number. __rsub__ gets its operands the other way round: the "
         "number is on the left.", entry="Value")
class SubtractsTheWrongWayRound(_Value):
    def __rsub__(self, other):
        return self - other


@mistake("number / value came out as value / number. __rtruediv__ gets its operands the other way round: the "
         "number is on the left.", entry="Value")
class DividesTheWrongWayRound(_Value):
    def __rtruediv__(self, other):
        return self / other


@mistake("Your functions pass on their own slope without the gradient that arrives at them. The chain rule "
         "multiplies the two.", entry="Value")
class ForgetsTheChainRule(_Value):
    def unary(self, value, slope):
        out = type(self)(value, (self,))

        def push():
            self.grad += slope

        out.push = push
        return out


@mistake("The slope of tanh is 1 - tanh(x)**2, in terms of its result; you used 1 - x**2.", entry="Value")
class TanhSlopeAtTheInput(_Value):
    def tanh(self):
        return self.unary(math.tanh(self.data), 1 - self.data**2)


@mistake("The slope of x**n is n * x**(n - 1); you kept the exponent n.", entry="Value")
class PowerKeepsItsExponent(_Value):
    def __pow__(self, n):
        return self.unary(self.data**n, n * self.data**n)


@mistake("You write the slope of x**n as n * x**n / x, which divides by 0 where x is 0. n * x**(n - 1) does not.",
         entry="Value")
class PowerDividedByItsBase(_Value):
    def __pow__(self, n):
        return self.unary(self.data**n, n * self.data**n / self.data)


@mistake("You cut exp off at large arguments. Its value and slope at 60 are 1e26: let math.exp compute them.",
         entry="Value")
class ExpIsClipped(_Value):
    def exp(self):
        e = math.exp(min(self.data, 50.0))
        return self.unary(e, e)


@mistake("relu passes the gradient on only where its input is positive; yours passes it on everywhere.",
         entry="Value")
class ReluPassesEverything(_Value):
    def relu(self):
        return self.unary(max(self.data, 0.0), 1.0)


EQUIVALENT = {
    "Value.__pow__: exponent * self.data ** (exponent - 1) if exponent else 0.0 -> exponent * self.data ** (exponent "
    "- 1) in `slope = exponent * self.data ** (exponent - 1) if exponent else 0.0`":
        "they differ at 0 ** 0 alone, where the usual formula divides by zero; that is left ungraded",
    "Value.relu: self.data > 0.0 -> self.data >= 0.0 in `return _computed(max(self.data, 0.0), (self, "
    "float(self.data > 0.0)))`": "the slope of relu at exactly 0 is left open",
}
