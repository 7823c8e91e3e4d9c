"""The Huber loss: both branches on both sides of 0, delta in the right places, the mean's gradient."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, says


def loss(y_true, y_pred, delta=1.0):
    size = np.abs(y_pred - y_true)
    return np.mean(np.where(size <= delta, 0.5 * size**2, delta * (size - 0.5 * delta)))


CHECKS = (gradients(loss, of={"the gradient": 1}, first=1),)


def cases(rng):
    def errors(shape, spread=1.0):
        """Some errors far inside, some far outside of spread, on both sides."""
        sizes = rng.permutation(np.linspace(0.2, 3.0, int(np.prod(shape)))).reshape(shape)
        y_true = rng.normal(size=shape)
        return y_true, y_true + spread * sizes * rng.choice([-1.0, 1.0], size=shape)

    zeros = np.zeros(2)
    yield Case("a small error and a large one", zeros, np.array([0.5, 3.0]))
    yield Case("below the targets", np.array([1.0, 2.0]), np.array([0.5, -2.0]))
    yield Case("all small", np.array([1.0, 2.0, 0.0]), np.array([1.25, 1.5, 0.5]))
    yield Case("all large", np.array([1.0, -2.0]), np.array([4.0, -5.0]))
    yield Case("a delta of 2", zeros, np.array([1.5, -4.0]), delta=2.0)
    yield Case("a delta of 0.25", zeros, np.array([0.125, -1.0]), delta=0.25)
    yield Case("random", *errors(7))
    yield Case("random, delta by position", *errors(6, 3.0), 2.5)
    yield Case("random, a small delta", *errors(5, 0.1), delta=0.07)
    yield Case("three hundred entries", *errors(300), 1.5).plain().judged(close())
    yield Case("one small error", np.array([2.0]), np.array([1.75])).edge("one entry")
    yield Case("one large error", np.array([2.0]), np.array([-2.0]), delta=0.5).edge("one entry")
    yield Case("a table", *errors((3, 2))).edge("several axes")
    yield Case("a column", *errors((4, 1)), 0.5).edge("several axes")
    yield Case("three axes", *errors((2, 3, 4)), delta=1.25).edge("several axes")
    yield Case("exactly delta, and exactly right", np.array([1.0, 4.0, 2.5]), np.array([2.0, 3.0, 2.5])).edge(
        "errors of delta")
    yield Case("exactly a delta of 2", np.array([1.0, 6.0]), np.array([3.0, 4.0]), 2.0).edge("errors of delta")
    # the squares overflow, the loss does not
    yield Case("errors of 1e200", zeros, np.array([1e200, -1e200])).plain().beyond(
        "The square of an error of 1e200 overflows, although its loss is linear. Clip the error at ±delta before you "
        "square it.")


def _right(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    clipped = np.clip(error, -delta, delta)
    return np.mean(clipped * (error - 0.5 * clipped)), clipped / error.size


def _mixed(error, inside, outside, delta):
    return np.where(np.abs(error) <= delta, inside, outside)


@mistake("Your loss is the mean, but your gradient is that of the sum. Divide the gradient by the number of entries "
         "too.")
def gradient_of_the_sum(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value, gradient * gradient.size


@mistake("You sum over the entries. Take the mean, and the gradient of the mean.")
def summed(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value * gradient.size, gradient * gradient.size


@mistake("Your gradient is that of the mean, but your loss is the sum. Divide the loss by the number of entries too.")
def loss_summed(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value * gradient.size, gradient


@mistake("You divide the gradient by the length of the first axis. The mean runs over all entries: divide by their "
         "number.")
def gradient_divided_by_the_rows(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value, gradient * gradient.size / len(gradient)


@mistake("You divide by the length of the first axis. The mean runs over all entries: divide by their number.")
def divided_by_the_rows(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value * gradient.size / len(gradient), gradient * gradient.size / len(gradient)


@mistake("Your gradient has the wrong sign: it is with respect to y_true. A prediction above its target has a positive "
         "gradient.")
def wrong_sign(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value, -gradient


@mistake("Beyond delta your gradient is ±1. The slope of delta · |e| is ±delta.")
def slope_without_delta(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    value, _ = _right(y_true, y_pred, delta)
    return value, _mixed(error, error, np.sign(error), delta) / error.size


@mistake("Beyond delta your gradient is delta on both sides of 0. It has the sign of the error.")
def slope_without_sign(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    value, _ = _right(y_true, y_pred, delta)
    return value, _mixed(error, error, delta, delta) / error.size


@mistake("Beyond delta your gradient is 0. The loss goes on growing there, with slope ±delta.")
def no_slope_outside(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    value, _ = _right(y_true, y_pred, delta)
    return value, _mixed(error, error, 0.0, delta) / error.size


@mistake("Your gradient is the error itself, as that of the squared error. Beyond delta it is ±delta.")
def gradient_of_the_square(y_true, y_pred, delta=1.0):
    value, _ = _right(y_true, y_pred, delta)
    return value, (y_pred - y_true) / y_pred.size


@mistake("Inside delta your gradient is 2 · e. The factor 0.5 of the loss cancels the 2.")
def slope_doubled_inside(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    value, _ = _right(y_true, y_pred, delta)
    return value, _mixed(error, 2 * error, delta * np.sign(error), delta) / error.size


@mistake("You leave out the factor 0.5 of the quadratic part. Without it the two parts do not meet at delta.",
         constants={"slope": (1.0, 2.0)})
def not_halved(y_true, y_pred, delta=1.0, *, slope):
    error = y_pred - y_true
    losses = _mixed(error, error**2, delta * (np.abs(error) - 0.5 * delta), delta)
    return losses.mean(), _mixed(error, slope * error, delta * np.sign(error), delta) / error.size


@mistake("Your linear part does not meet the quadratic one at delta. It is delta · (|e| − 0.5 · delta).",
         constants={"form": ("delta |e|", "delta |e| - 0.5", "delta (|e| - 0.5)", "delta |e| - 0.5 delta",
                             "|e| - 0.5 delta", "delta (|e| - delta)", "|e|", "|e| - 0.5")})
def parts_do_not_meet(y_true, y_pred, delta=1.0, *, form):
    error = y_pred - y_true
    size = np.abs(error)
    outside = {"delta |e|": delta * size, "delta |e| - 0.5": delta * size - 0.5, "|e|": size,
               "delta (|e| - 0.5)": delta * (size - 0.5), "delta |e| - 0.5 delta": delta * size - 0.5 * delta,
               "|e| - 0.5 delta": size - 0.5 * delta, "delta (|e| - delta)": delta * (size - delta),
               "|e| - 0.5": size - 0.5}[form]
    return _mixed(error, 0.5 * error**2, outside, delta).mean(), _right(y_true, y_pred, delta)[1]


@mistake("Your result does not depend on delta. Use the argument in both parts and in the gradient.")
def delta_ignored(y_true, y_pred, delta=1.0):
    return _right(y_true, y_pred, 1.0)


@mistake("Your loss is divided by delta. That is the smooth L1 loss, which is the same only for a delta of 1.")
def smooth_l1(y_true, y_pred, delta=1.0):
    value, gradient = _right(y_true, y_pred, delta)
    return value / delta, gradient / delta


@mistake("You compare the error with delta, sign included, so a large negative error counts as small. Compare its "
         "absolute value.")
def without_the_absolute_value(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    small = error <= delta
    losses = np.where(small, 0.5 * error**2, delta * (np.abs(error) - 0.5 * delta))
    return losses.mean(), np.where(small, error, delta * np.sign(error)) / error.size


@mistake("You swap the two parts. The quadratic one is for errors up to delta, the linear one for larger errors.")
def parts_swapped(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    size = np.abs(error)
    losses = _mixed(error, delta * (size - 0.5 * delta), 0.5 * error**2, delta)
    return losses.mean(), _mixed(error, delta * np.sign(error), error, delta) / error.size


@mistake("You choose one part for all entries. Each entry has its own error, so choose entry by entry.",
         constants={"by": (np.max, np.mean, np.linalg.norm)})
def one_part_for_all(y_true, y_pred, delta=1.0, *, by):
    error = y_pred - y_true
    if by(np.abs(error)) <= delta:
        return np.mean(0.5 * error**2), error / error.size
    return np.mean(delta * (np.abs(error) - 0.5 * delta)), delta * np.sign(error) / error.size


@mistake("You compute the pseudo-Huber loss, which has a root. Here the two parts are exactly quadratic and linear.")
def pseudo_huber(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    root = np.sqrt(1 + (error / delta) ** 2)
    return np.mean(delta**2 * (root - 1)), error / root / error.size


@mistake("You cut the loss off at delta, so larger errors cost the same. Beyond delta it goes on growing, linearly.")
def cut_off(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    return np.mean(0.5 * np.clip(error, -delta, delta) ** 2), _mixed(error, error, 0.0, delta) / error.size


@mistake("Your loss is half the square of the clipped error, which is constant beyond delta. It goes on growing there, "
         "linearly.")
def square_of_the_clipped(y_true, y_pred, delta=1.0):
    clipped = np.clip(y_pred - y_true, -delta, delta)
    return np.mean(0.5 * clipped**2), clipped / clipped.size


@mistake("You return one loss per entry. Return their mean.")
def not_averaged(y_true, y_pred, delta=1.0):
    clipped = _right(y_true, y_pred, delta)[1] * y_pred.size
    return clipped * (y_pred - y_true - 0.5 * clipped), clipped / y_pred.size


@mistake("You average over the first axis alone. Return one number, the mean over all entries.")
def averaged_over_the_first_axis(y_true, y_pred, delta=1.0):
    clipped = _right(y_true, y_pred, delta)[1] * y_pred.size
    return np.mean(clipped * (y_pred - y_true - 0.5 * clipped), axis=0), clipped / y_pred.size


@mistake("You return (gradient, loss). Return (loss, gradient).")
def swapped_results(y_true, y_pred, delta=1.0):
    return _right(y_true, y_pred, delta)[::-1]


@mistake("You return the loss alone. Return (loss, gradient).")
def loss_alone(y_true, y_pred, delta=1.0):
    return _right(y_true, y_pred, delta)[0]


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(y_true, y_pred, delta=1.0):
    y_pred -= y_true
    return _right(0.0, y_pred, delta)


@alternative
def with_where(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    small = np.abs(error) < delta
    losses = np.where(small, error**2 / 2, delta * np.abs(error) - delta**2 / 2)
    return losses.mean(), np.where(small, error, delta * np.sign(error)) / losses.size


@alternative
def in_plain_loops(y_true, y_pred, delta=1.0):
    total, slopes = 0.0, []
    for t, p in zip(y_true.ravel(), y_pred.ravel()):
        e = float(p) - float(t)
        total += 0.5 * e * e if abs(e) <= delta else delta * (abs(e) - 0.5 * delta)
        slopes.append(max(-delta, min(delta, e)))
    return [total / y_pred.size, np.reshape(slopes, y_pred.shape) / y_pred.size]


@alternative
def by_parts(y_true, y_pred, delta=1.0):
    size = np.abs(y_true - y_pred)
    inside = np.minimum(size, delta)
    value = 0.5 * np.sum(inside**2) + delta * np.sum(size - inside)
    return value / size.size, np.copysign(inside, y_pred - y_true) / size.size
