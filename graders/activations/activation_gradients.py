"""Four slopes at the pre-activation, with 0 on the negative side of both ReLUs."""

import numpy as np

from mlprep.grading.api import Case, alternative, gradients, mistake


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
        yield Case(f"{entry} at zero, of either sign", np.array([0.0, -0.0])).to(entry)
        yield Case(f"{entry} on both sides", np.array([-2.0, -0.5, 0.0, 0.5, 2.0])).to(entry)
        yield smooth(Case(f"{entry} of a table", 2 * rng.normal(size=(3, 4))).to(entry))
        yield smooth(Case(f"{entry} of a column", rng.normal(size=(3, 1))).to(entry))
        yield smooth(Case(f"{entry} over three axes", 3 * rng.normal(size=(2, 3, 2))).to(entry))
    x = np.array([-2.0, 0.0, 2.0])
    for slope in (0.5, 2.0, 0.0, -0.25):
        yield Case(f"leaky_relu_grad with a slope of {slope}", x, slope=slope).to("leaky_relu_grad")
    steep = float(rng.uniform(1.5, 3.0))
    yield smooth(Case("leaky_relu_grad, slope by position", rng.normal(size=5), steep).to("leaky_relu_grad"))
    for entry in ("sigmoid_grad", "tanh_grad"):
        yield Case(f"{entry} where it is flat", np.array([-20.0, 20.0])).to(entry)
    for entry in ("relu_grad", "leaky_relu_grad"):
        yield Case(f"{entry} a little on both sides of 0", np.array([2e-7, -2e-7, 1e-3, -1e-3])).to(entry)
    yield Case("leaky_relu_grad with a slope of 1", x, slope=1.0).to("leaky_relu_grad")
    for entry in _ALL:
        yield Case(f"{entry} of three hundred rows", rng.normal(size=(300, 3))).to(entry).plain()


@mistake("At exactly 0 the slope of ReLU is 0 here: 0 counts as the negative side. Compare with >, not >=.",
         entry="relu_grad")
def relu_on_at_zero(x):
    return np.where(x >= 0, 1.0, 0.0)


@mistake("The slope of ReLU is 1 where x is positive, not x itself: you returned the activation.",
         entry="relu_grad")
def relu_itself(x):
    return np.maximum(x, 0)


@mistake("At 0 you take the sign function's value, or a half. Here 0 counts as the negative side, with slope "
         "0.", entry="relu_grad")
def relu_half_at_zero(x):
    return np.heaviside(x, 0.5)


@mistake("You return True and False; a derivative is a number. Turn the comparison into floats.",
         entry="relu_grad")
def relu_as_booleans(x):
    return x > 0


@mistake("At exactly 0 the slope of leaky ReLU is `slope` here: 0 counts as the negative side. Compare with "
         ">, not >=.", entry="leaky_relu_grad")
def leaky_on_at_zero(x, slope=0.01):
    return np.where(x >= 0, 1.0, slope)


@mistake("Left of 0 the derivative of leaky ReLU is the slope; yours is 0 there, as for plain ReLU.",
         entry="leaky_relu_grad")
def leaky_as_plain(x, slope=0.01):
    return np.where(x > 0, 1.0, 0.0)


@mistake("The derivative left of 0 is `slope` itself, a constant; you multiplied it by x.",
         entry="leaky_relu_grad")
def leaky_times_x(x, slope=0.01):
    return np.where(x > 0, 1.0, slope * x)


@mistake("Your slope is fixed at 0.01; use the argument.", entry="leaky_relu_grad")
def leaky_ignores_slope(x, slope=0.01):
    return np.where(x > 0, 1.0, 0.01)


@mistake("The default slope is 0.01; yours is another.", entry="leaky_relu_grad")
def leaky_another_default(x, slope=0.1):
    return np.where(x > 0, 1.0, slope)


@mistake("You treat the sigmoid's argument as its value: x (1 - x). Compute s = sigmoid(x) first; the slope "
         "is s (1 - s).", entry="sigmoid_grad")
def sigmoid_of_the_activation(x):
    return x * (1 - x)


@mistake("You treat tanh's argument as its value: 1 - x**2. Compute t = tanh(x) first; the slope is 1 - "
         "t**2.", entry="tanh_grad")
def tanh_of_the_activation(x):
    return 1 - x**2


@mistake("You returned the sigmoid; its derivative is s (1 - s).", entry="sigmoid_grad")
def sigmoid_itself(x):
    return _sigmoid(x)


@mistake("You left out the square: the slope of tanh is 1 - tanh(x)**2.", entry="tanh_grad")
def tanh_not_squared(x):
    return 1 - np.tanh(x)


@mistake("You returned tanh; its derivative is 1 - tanh(x)**2.", entry="tanh_grad")
def tanh_itself(x):
    return np.tanh(x)


# Last: where only one of the two is wrong, the mistake that names it comes first.
@mistake("You used s (1 - s) and 1 - t**2 on x itself. They hold for the activation's value: compute s = "
         "sigmoid(x), or t = tanh(x), first.")
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
        return 1 / np.cosh(x) ** 2


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
        return 1 / (1 + np.exp(-x)) * (1 - 1 / (1 + np.exp(-x)))

    @staticmethod
    def tanh_grad(x):
        return (1 - np.tanh(x)) * (1 + np.tanh(x))


EQUIVALENT = {
    "sigmoid_grad: 1.0 + np.tanh(x / 2.0) -> 1.0 - np.tanh(x / 2.0) in `s = (1.0 + np.tanh(x / 2.0)) / 2.0`":
        "this makes s of 1 - s: same product",
}
