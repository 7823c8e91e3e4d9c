"""Autograd: every operator's value and slope, sums over paths, several sweeps, and depth.

A case is a small program (its lines) and the expressions to look at afterwards, so the learner reads it as
code.
"""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses


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

    for name, sign in (("sum", "+"), ("difference", "-"), ("product", "*"), ("quotient", "/")):
        yield program(name, f"y = a {sign} b", "y.backward()", of="ab")
    for line in ("-a", "a ** 3", "a ** 2"):
        yield program(line, f"y = {line}", "y.backward()")
    for line in ("a + 2", "a - 2", "a * 3", "a / 4", "2 + a", "2 - a", "3 * a", "4 / a", "2.5 - a", "0.5 / a"):
        yield program(line, f"y = {line}", "y.backward()")
    for name in ("relu", "tanh", "exp"):
        yield program(f"{name} of a positive", f"y = a.{name}()", "y.backward()", high=0.9)
        yield program(f"{name} of a negative", f"y = a.{name}()", "y.backward()", low=-2, high=-0.5)
    yield program("log", "y = a.log()", "y.backward()")
    yield Case("a leaf", ["a = Value(1.25)"], ["a.data", "a.grad"])
    yield Case("backward from a leaf", ["a = Value(1.25)", "a.backward()"], ["a.grad"])
    yield program("nothing happens before backward", "y = a * b", of="ab")
    for line in ("a + a", "a * a", "a - a", "a / a"):
        yield program(f"{line}, one value twice", f"y = {line}", "y.backward()")
    yield program("the built-in sum", "y = sum([a, b, a])", "y.backward()", of="ab")
    yield program("a product and a quotient", "y = a * a + 1 / a", "y.backward()")
    for name in ("exp", "tanh", "log", "relu"):
        yield program(f"{name} in the middle", f"y = 3 * (a * a).{name}()", "y.backward()")
        yield program(f"{name} twice, and under a minus", f"y = 2 - a.{name}() - 2 * a.{name}()", "y.backward()")
    yield program("a long chain rule", "y = 3 * ((a * b).tanh().exp() ** 2).log()", "y.backward()", of="ab")
    yield program("two leaves of equal value", "y = a * a + 3 * b", "y.backward()", of="ab", low=1.5, high=1.5)
    yield program("a leaf that is not used", "y = a + b", "y.backward()", of="abc")

    # Gradients arrive along paths of unequal length, in both orders.
    yield program("a short path before a long one", "u = a * b", "y = u + u.exp().tanh()", "y.backward()", of="ab")
    yield program("a long path before a short one", "u = a * b", "y = u.exp().tanh() + u", "y.backward()", of="ab")
    rungs = ["u = a * b", "v = u + a", "w = v * u", "y = w - v * w + u"]
    yield program("a ladder", *rungs, "y.backward()", of="ab")
    for count in (6, 12, 18):
        yield program(f"{count} random steps", *_random_steps(rng, count), of="abc", low=-2, high=2)
    line = "for _ in range(40): y = y * 0.4 + y * 0.6"
    yield program("forty layers, each using the one before twice", "y = a", line, "y.backward()")

    for line in ("a ** -2", "a ** 1.5", "a ** -0.5", "a ** 1", "a ** 0"):
        yield program(line, f"y = {line}", "y.backward()").edge("powers")
    yield program("cube of a negative", "y = a ** 3", "y.backward()", low=-2, high=-1).edge("powers")
    for exponent in (2, 1):
        square = ["a = Value(0.0)", f"y = a ** {exponent}", "y.backward()"]
        yield Case(f"0 ** {exponent}", square, ["y.data", "a.grad"]).edge("powers")

    leaves, seen = ["a = Value(3)", "b = Value(2)"], ["y.data", "a.grad", "b.grad"]
    for line in ("a / b", "b ** -1 * a", "1 / b - a", "a * b / 7 - b ** 3", "(a / b).tanh()"):
        yield Case(f"{line}, whole numbers", [*leaves, f"y = {line}", "y.backward()"], seen).edge("whole numbers")

    for name, line, low in (("relu of 1e-7", "a.relu()", 1e-7), ("log of 1e-4", "a.log()", 1e-4)):
        yield program(name, f"y = {line}", "y.backward()", low=low, high=2 * low).edge("small and large")
    yield program("exp of 60", "y = a.exp()", "y.backward()", low=60.0, high=61.0).edge("small and large")

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
        yield program(name, *graph, *more, of="ab").edge("backward again")
    step = "a.grad = 0.0; y = (a * a - 3.0) ** 2; y.backward(); a.data = a.data - 0.01 * a.grad"
    descent = ["a = Value(1.0)", f"for _ in range(5): {step}"]
    yield Case("five steps of gradient descent", descent, ["a.data", "a.grad", "y.data"]).edge("backward again")

    long = program("a chain of 5,000", "y = a", "for _ in range(5000): y = y + 0.5", "y.backward()")
    yield long.once().edge("long chains")
    line = "for _ in range(2500): y = y * b + 0.1"
    long = program("2,500 steps that share a leaf", "y = a", line, "y.backward()", of="ab", low=0.9, high=0.95)
    yield long.once().edge("long chains")

    tiny = ["a = Value(1e-10)", "y = a.log()", "y.backward()"]
    yield Case("log of 1e-10", tiny, ["y.data", "a.grad"]).beyond(
        "The log of 1e-10 is -23.03, with a slope of 1e10. A constant that is added to x as a guard against 0 shows "
        "there, so leave it out."
    )


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


@mistake("You set a gradient instead of adding to it. A value that is used twice gets a contribution from each use, so "
         "use +=.", entry="Value")
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


@mistake("A node passes its gradient on before all of its users have added to it. Use a reverse topological order: a "
         "node comes after every node that was computed from it.", entry="Value")
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


@mistake("You go through the graph level by level, so a node on paths of unequal length passes its gradient on too "
         "early. Use a reverse topological order.", entry="Value")
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


@mistake("Your backward sets the gradient of its first node to 1. A leaf accumulates, so add 1 when backward starts "
         "from it.", entry="Value")
class StartIsSetToOne(_Value):
    def backward(self):
        order = self.order()
        for node in order:
            if node.parents:
                node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            node.push()


@mistake("On another backward, inner nodes still hold gradients of an earlier one and pass them on again. Clear the "
         "inner nodes first; only leaves accumulate.", entry="Value")
class StaleInnerGradients(_Value):
    def backward(self):
        self.grad = 1.0
        for node in reversed(self.order()):
            node.push()


@mistake("You clear the leaves' gradients at the start of backward. Let them accumulate over calls, so that several "
         "losses can add up.", entry="Value")
class ClearsLeaves(_Value):
    def backward(self):
        order = self.order()
        for node in order:
            node.grad = 0.0
        self.grad = 1.0
        for node in reversed(order):
            node.push()


@mistake("Your code recurses along the graph, and a long chain runs into Python's recursion limit. Keep your own stack "
         "in a list.", entry="Value", kind="crashed", when=says("maximum recursion depth"))
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


@mistake("Your number - value gives value - number. In __rsub__ the number is on the left.", entry="Value")
class SubtractsReversed(_Value):
    def __rsub__(self, other):
        return self - other


@mistake("Your number / value gives value / number. In __rtruediv__ the number is on the left.", entry="Value")
class DividesReversed(_Value):
    def __rtruediv__(self, other):
        return self / other


@mistake("Your functions pass on their own slope without the gradient that arrives at them. Multiply the two.",
         entry="Value")
class ForgetsTheChainRule(_Value):
    def unary(self, value, slope):
        out = type(self)(value, (self,))

        def push():
            self.grad += slope

        out.push = push
        return out


@mistake("You use 1 - x**2 as the slope of tanh. It is 1 - tanh(x)**2.", entry="Value")
class TanhSlopeAtTheInput(_Value):
    def tanh(self):
        return self.unary(math.tanh(self.data), 1 - self.data**2)


@mistake("You use n * x**n as the slope of x**n. It is n * x**(n - 1).", entry="Value")
class PowerKeepsItsExponent(_Value):
    def __pow__(self, n):
        return self.unary(self.data**n, n * self.data**n)


@mistake("You compute the slope of x**n as n * x**n / x, which divides by 0 where x is 0. Compute n * x**(n - 1).",
         entry="Value")
class PowerDividedByItsBase(_Value):
    def __pow__(self, n):
        return self.unary(self.data**n, n * self.data**n / self.data)


@mistake("You cut off large arguments of exp. At 60 its value and slope are 1e26: let math.exp compute them.",
         entry="Value")
class ExpIsClipped(_Value):
    def exp(self):
        e = math.exp(min(self.data, 50.0))
        return self.unary(e, e)


@mistake("Your relu passes the gradient on everywhere. Pass it on only where the input is positive.", entry="Value")
class ReluPassesEverything(_Value):
    def relu(self):
        return self.unary(max(self.data, 0.0), 1.0)


@mistake("The gradient of a denominator is set instead of added to. A value that is used twice gets a contribution "
         "from each use, so use +=.", entry="Value")
class DenominatorOverwrites(_Value):
    def __truediv__(self, other):
        other = self.lift(other)
        out = type(self)(self.data / other.data, (self, other))

        def push():
            self.grad += out.grad / other.data
            other.grad = -self.data / other.data**2 * out.grad

        out.push = push
        return out


class _SetsIn(_Value):
    def overwriting(self, value, slope):
        out = type(self)(value, (self,))

        def push():
            self.grad = slope * out.grad

        out.push = push
        return out


@mistake("Your relu sets a gradient instead of adding to it. A value that is used twice gets a contribution from each "
         "use, so use +=.", entry="Value")
class ReluOverwrites(_SetsIn):
    def relu(self):
        return self.overwriting(max(self.data, 0.0), float(self.data > 0))


@mistake("Your log sets a gradient instead of adding to it. A value that is used twice gets a contribution from each "
         "use, so use +=.", entry="Value")
class LogOverwrites(_SetsIn):
    def log(self):
        return self.overwriting(math.log(self.data), 1 / self.data)


@mistake("Your nodes are equal when their numbers are, so two nodes with the same number count as one. Compare them by "
         "identity: leave out __eq__ and __hash__.",
         entry="Value", when=lambda source, failure: "__eq__" in source.text)
class EqualByData(_Value):
    def __eq__(self, other):
        return isinstance(other, _Value) and self.data == other.data

    def __hash__(self):
        return hash(self.data)


@mistake("A plain number on the left of a Value needs the reflected methods: __radd__, __rsub__, __rmul__ and "
         "__rtruediv__.", entry="Value", kind="crashed", when=says("and 'Value'"))
class NoReflectedMethods(_Value):
    def __radd__(self, other):
        return NotImplemented

    __rsub__ = __rmul__ = __rtruediv__ = __radd__


NoReflectedMethods.__name__ = "Value"  # as Python's message has it


@mistake("You allow whole exponents only. The slope n * x**(n - 1) holds for any number n.", entry="Value")
class WholePowersOnly(_Value):
    def __pow__(self, n):
        if n != int(n):
            raise TypeError("only whole exponents")
        return super().__pow__(n)


@mistake("You divide whole numbers with //, which drops the fraction. Use /.", entry="Value")
class WholeDivision(_Value):
    def __init__(self, data, parents=()):
        super().__init__(data, parents)
        self.data = data

    def __truediv__(self, other):
        other = self.lift(other)
        both = isinstance(self.data, int) and isinstance(other.data, int)
        value = self.data // other.data if both else self.data / other.data
        out = type(self)(value, (self, other))

        def push():
            self.grad += out.grad / other.data
            other.grad -= self.data / other.data**2 * out.grad

        out.push = push
        return out


@mistake("np.power rejects negative powers of whole numbers. Use **, or make the data a float.",
         entry="Value", kind="crashed", when=both(says("Integers to negative integer powers"), uses("np.power")))
class PowerOfWholeNumbers(_Value):
    def __init__(self, data, parents=()):
        super().__init__(data, parents)
        self.data = data

    def __pow__(self, n):
        return self.unary(float(np.power(self.data, n)), n * float(np.power(self.data, float(n - 1))))


@mistake("Your relu passes on only gradients that are positive. Look at the sign of the input alone.",
         entry="Value")
class ReluOfTheGradient(_Value):
    def relu(self):
        out = type(self)(max(self.data, 0.0), (self,))

        def push():
            self.grad += max(out.grad, 0.0) if self.data > 0 else 0.0

        out.push = push
        return out


@mistake("Your relu has slope 0 where the input is positive but small. The slope is 1 for every positive input.",
         entry="Value")
class ReluWithAThreshold(_Value):
    def relu(self):
        return self.unary(max(self.data, 0.0), float(self.data > 1e-6))


@mistake("You add a constant to x in the slope of log. It is 1 / x.", entry="Value")
class LogWithAConstant(_Value):
    def log(self):
        return self.unary(math.log(self.data), 1 / (self.data + 1e-8))


@mistake("You add a constant to x in the slope of log. It is 1 / x.", entry="Value")
class LogWithALargerConstant(_Value):
    def log(self):
        return self.unary(math.log(self.data), 1 / (self.data + 1e-6))


@mistake("You use 1 - tanh(x) as the slope of tanh. It is 1 - tanh(x)**2.", entry="Value")
class TanhSlopeNotSquared(_Value):
    def tanh(self):
        t = math.tanh(self.data)
        return self.unary(t, 1 - t)


@mistake("You use x**(n - 1) as the slope of x**n. It is n * x**(n - 1).", entry="Value")
class PowerWithoutItsFactor(_Value):
    def __pow__(self, n):
        return self.unary(self.data**n, self.data ** (n - 1))

EQUIVALENT = {
    "Value.__pow__: exponent * self.data ** (exponent - 1) if exponent else 0.0 -> exponent * self.data ** (exponent "
    "- 1) in `slope = exponent * self.data ** (exponent - 1) if exponent else 0.0`":
        "they differ at 0 ** 0 alone, where the usual formula divides by zero; that is left ungraded",
    "Value.relu: self.data > 0.0 -> self.data >= 0.0 in `return _computed(max(self.data, 0.0), (self, "
    "float(self.data > 0.0)))`": "the slope of relu at exactly 0 is left open",
}
