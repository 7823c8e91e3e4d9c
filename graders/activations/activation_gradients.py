"""Four slopes at the pre-activation, with 0 on the negative side of both ReLUs."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, says

QUIET = ("large entries",)


def _sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def _leaky_relu(x, slope=0.01):
    return np.where(x > 0, x, slope * x)


_ALL = {
    "relu_grad": lambda x: np.maximum(x, 0),
    "leaky_relu_grad": _leaky_relu,
    "sigmoid_grad": _sigmoid,
    "tanh_grad": np.tanh,
}


def smooth(case):
    """Judged by finite differences of its activation too, which have no answer at a kink."""
    activation = _ALL[case.entry]
    return case.judged(gradients(lambda *args, **kwargs: np.sum(activation(*args, **kwargs)), of={case.entry: 0}))


def cases(rng):
    for entry in _ALL:
        yield smooth(Case(f"{entry} at one positive", np.array([1.5])).to(entry))
        yield smooth(Case(f"{entry} at one negative", np.array([-1.5])).to(entry))
        yield Case(f"{entry} on both sides", np.array([-2.0, -0.5, 0.25, 0.5, 2.0])).to(entry)
        yield smooth(Case(f"{entry} of a table", 2 * rng.normal(size=(3, 4))).to(entry))
        yield smooth(Case(f"{entry} of a column", rng.normal(size=(3, 1))).to(entry))
        yield smooth(Case(f"{entry} over three axes", 3 * rng.normal(size=(2, 3, 4))).to(entry))
        yield Case(f"{entry} of three hundred rows", rng.normal(size=(300, 3))).to(entry).plain()
    for entry in ("relu_grad", "leaky_relu_grad"):
        yield Case(f"{entry} a little on both sides of 0", np.array([2e-7, -2e-7, 1e-3, -1e-3])).to(entry)
    for entry in ("sigmoid_grad", "tanh_grad"):
        yield Case(f"{entry} where it is flat", np.array([-9.0, 4.0, 7.0])).to(entry)
    x = np.array([-2.0, 1.0, 2.0])
    yield Case("leaky_relu_grad with a slope of 0.5", x, slope=0.5).to("leaky_relu_grad")
    for entry in _ALL:
        yield Case(f"{entry} at zero, of either sign", np.array([0.0, -0.0])).to(entry).edge("zero")
        yield Case(f"{entry} at zero among others", np.array([[-2.0, 0.0, 3.0]])).to(entry).edge("zero")
    yield Case("leaky_relu_grad at zero, slope 0.5", np.array([0.0, 1.0]), 0.5).to("leaky_relu_grad").edge("zero")
    for slope in (2.0, 0.0, 1.0, -0.25):
        yield Case(f"leaky_relu_grad with a slope of {slope}", x, slope=slope).to("leaky_relu_grad").edge(
            "other slopes")
    steep = float(rng.uniform(1.5, 3.0))
    yield smooth(Case("leaky_relu_grad, slope by position", rng.normal(size=5), steep).to("leaky_relu_grad").edge(
        "other slopes"))
    for entry in _ALL:
        ends = Case(f"{entry} at both ends", np.array([-1000.0, -40.0, 40.0, 1000.0])).to(entry).plain()
        yield ends.judged(close(rtol=1e-6, atol=1e-10)).edge("large entries")
        yield Case(f"{entry}, some of it far out", 300 * rng.normal(size=(2, 3))).to(entry).plain().edge(
            "large entries")
    for entry in _ALL:
        yield Case(f"{entry} of a single number", np.array(-0.5)).to(entry).edge("shape ()")
        yield Case(f"{entry} of a single positive number", np.array(1.5)).to(entry).edge("shape ()")


@mistake("At exactly 0 your ReLU has slope 1. Here 0 counts as the negative side, so compare with >, not >=.",
         entry="relu_grad")
def relu_on_at_zero(x):
    return np.where(x >= 0, 1.0, 0.0)


@mistake("You return the activation. The slope of ReLU is 1 where x is positive, not x itself.", entry="relu_grad")
def relu_itself(x):
    return np.maximum(x, 0)


@mistake("At exactly 0 your ReLU has slope 0.5. Here 0 counts as the negative side, with slope 0.", entry="relu_grad")
def relu_half_at_zero(x):
    return np.heaviside(x, 0.5)


@mistake("Your slope of ReLU is -1 for negative x. It is 0 there.", entry="relu_grad")
def relu_by_sign(x):
    return np.sign(x)


@mistake("You return True and False. A derivative is a number, so turn the comparison into floats.", entry="relu_grad")
def relu_as_booleans(x):
    return x > 0


@mistake("At exactly 0 your leaky ReLU has slope 1. Here 0 counts as the negative side, so compare with >, not >=.",
         entry="leaky_relu_grad")
def leaky_on_at_zero(x, slope=0.01):
    return np.where(x >= 0, 1.0, slope)


@mistake("Your leaky ReLU has slope 0 for negative x, as plain ReLU does. It is `slope` there.",
         entry="leaky_relu_grad")
def leaky_as_plain(x, slope=0.01):
    return np.where(x > 0, 1.0, 0.0)


@mistake("You write the slope into an array of integers, which cuts off its decimals. Use floats.",
         entry="leaky_relu_grad")
def leaky_in_integers(x, slope=0.01):
    return np.where(x > 0, 1.0, float(int(slope)))


@mistake("You multiply the slope by x. The derivative for negative x is `slope` itself, a constant.",
         entry="leaky_relu_grad")
def leaky_times_x(x, slope=0.01):
    return np.where(x > 0, 1.0, slope * x)


@mistake("You return the activation. The slope of leaky ReLU is 1 where x is positive, and `slope` elsewhere.",
         entry="leaky_relu_grad")
def leaky_itself(x, slope=0.01):
    return _leaky_relu(x, slope)


@mistake("Your slope is fixed at 0.01. Use the argument.", entry="leaky_relu_grad")
def leaky_ignores_slope(x, slope=0.01):
    return np.where(x > 0, 1.0, 0.01)


@mistake("Your default slope is {default}. It should be 0.01.", entry="leaky_relu_grad",
         constants={"default": (0.1, 0.2, 0.0, 0.001)})
def leaky_another_default(x, slope=None, *, default):
    return np.where(x > 0, 1.0, default if slope is None else slope)


@mistake("The two sides are swapped for slopes above 1: you ask which of x and slope * x is larger. Choose by the sign "
         "of x.", entry="leaky_relu_grad")
def leaky_by_the_larger(x, slope=0.01):
    return np.where(x > slope * x, 1.0, slope)


@mistake("You use s (1 - s) on x itself. Compute s = sigmoid(x) first; the slope is s (1 - s).", entry="sigmoid_grad")
def sigmoid_of_the_activation(x):
    return x * (1 - x)


@mistake("You use 1 - t**2 on x itself. Compute t = tanh(x) first; the slope is 1 - t**2.", entry="tanh_grad")
def tanh_of_the_activation(x):
    return 1 - x**2


@mistake("You return the sigmoid. Its derivative is s (1 - s).", entry="sigmoid_grad")
def sigmoid_itself(x):
    return _sigmoid(x)


@mistake("You left out the square. The slope of tanh is 1 - tanh(x)**2.", entry="tanh_grad")
def tanh_not_squared(x):
    return 1 - np.tanh(x)


@mistake("You return tanh. Its derivative is 1 - tanh(x)**2.", entry="tanh_grad")
def tanh_itself(x):
    return np.tanh(x)


@mistake("Your slope of the sigmoid no longer falls beyond |x| = {bound}, where it is not 0 yet.", entry="sigmoid_grad",
         constants={"bound": (6, 10, 20, 5, 15, 8)})
def sigmoid_clipped(x, *, bound):
    s = _sigmoid(np.clip(x, -bound, bound))
    return s * (1 - s)


@mistake("exp(-x) overflows for large negative x, and infinity over infinity is NaN. The slope is the same for x and "
         "-x, so use |x|.", entry="sigmoid_grad")
def sigmoid_by_quotient(x):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


@mistake("exp(x) overflows for large x, and infinity over infinity is NaN. The slope is the same for x and -x, so "
         "exponentiate -|x|.", entry="sigmoid_grad")
def sigmoid_by_the_other_quotient(x):
    return np.exp(x) / (1 + np.exp(x)) ** 2


@mistake("Your tanh is infinity over infinity for large |x|. Use np.tanh, or exponentiate -2|x|.", entry="tanh_grad")
def tanh_by_definition(x):
    x = np.asarray(x, dtype=float)
    return 1 - ((np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))) ** 2


@mistake("Your tanh is infinity over infinity for large x, or for large -x. Use np.tanh, or exponentiate "
         "-2|x|.", entry="tanh_grad",
         constants={"sign": (1, -1)})
def tanh_by_a_quotient(x, *, sign):
    e = np.exp(sign * 2.0 * np.asarray(x, dtype=float))
    return 1 - ((e - 1) / (e + 1)) ** 2


@mistake("Something overflows for large entries: an exponential, or a cosh. Both slopes are the same for x and -x, so "
         "exponentiate -|x|, or use np.tanh.", kind="warning", when=says("overflow"), entry="sigmoid_grad")
def overflows(x):
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s)


@mistake("The values are right, but you write into x, so the caller's array changes. Build a new array.",
         kind="changed", when=says("first argument"), entry="relu_grad")
def in_place(x):
    x[x > 0] = 1.0
    x[x <= 0] = 0.0
    return x.copy()


# Last: where only one of the two is wrong, the mistake that names it comes first.
@mistake("You use s (1 - s) and 1 - t**2 on x itself. They need the activation's value, so compute s = sigmoid(x), or "
         "t = tanh(x), first.")
class of_the_activation:
    @staticmethod
    def sigmoid_grad(x):
        return x * (1 - x)

    @staticmethod
    def tanh_grad(x):
        return 1 - x**2


@alternative
class ByMasks:
    @staticmethod
    def relu_grad(x):
        return (x > 0).astype(x.dtype)

    @staticmethod
    def leaky_relu_grad(x, slope=0.01):
        out = np.full(x.shape, float(slope))
        out[x > 0] = 1
        return out

    @staticmethod
    def sigmoid_grad(x):
        e = np.exp(-np.abs(x))
        return e / (1 + e) ** 2

    @staticmethod
    def tanh_grad(x):
        return 1 / np.cosh(np.clip(x, -300, 300)) ** 2


@alternative
class Entrywise:
    @staticmethod
    def relu_grad(x):
        return np.heaviside(x, 0).astype(int)

    @staticmethod
    def leaky_relu_grad(x, slope=0.01):
        return np.array([1.0 if v > 0 else slope for v in x.ravel()]).reshape(x.shape)

    @staticmethod
    def sigmoid_grad(x):
        e = np.exp(-np.clip(x, -500, 500))
        return 1 / (1 + e) * (1 - 1 / (1 + e))

    @staticmethod
    def tanh_grad(x):
        return (1 - np.tanh(x)) * (1 + np.tanh(x))


EQUIVALENT = {
    "sigmoid_grad: 1.0 + np.tanh(x / 2.0) -> 1.0 - np.tanh(x / 2.0) in `s = (1.0 + np.tanh(x / 2.0)) / 2.0`":
        "this makes s of 1 - s: same product",
}
