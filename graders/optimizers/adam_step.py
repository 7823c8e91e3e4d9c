"""Adam: every default, the correction, where eps stands, and what is kept.

A large eps tells where it stands, and gradients of about 1e-8 tell its default.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def arrays(*shape):
        w, grad, m = (rng.normal(size=shape) for _ in range(3))
        return w, grad, m, rng.uniform(0.5, 2.0, size=shape)

    def rest(*shape):
        return np.zeros(shape), np.zeros(shape)

    yield Case("the first step", np.array([1.0]), np.array([4.0]), *rest(1), 1, lr=0.1)
    yield Case("the first step, defaults", np.zeros(3), np.array([1e-3, 1.0, -50.0]), *rest(3), 1)
    yield Case("the second step", *arrays(4), t=2, lr=0.5)
    yield Case("the tenth step, defaults", *arrays(3), 10)
    yield Case("other decay rates", *arrays(5), 3, 0.5, 0.5, 0.25, 1e-3)
    yield Case("beta1 above beta2", *arrays(3), 2, lr=0.5, beta1=0.95, beta2=0.6)
    yield Case("a matrix", *arrays(3, 2), 7, lr=0.2)
    yield Case("three axes", *arrays(2, 3, 4), 4, lr=1.0, beta1=0.8, beta2=0.9)
    yield Case("three hundred weights", *arrays(300), 3, lr=0.5).plain()
    yield Case("no gradient yet", np.array([1.0, -2.0]), np.zeros(2), *rest(2), 1).edge("at rest")
    yield Case("a large eps", *arrays(4), 3, lr=0.5, eps=0.5).edge("eps")
    tiny = np.array([1e-8, -3e-8, 1e-7])
    yield Case("a gradient of the size of eps", np.zeros(3), tiny, *rest(3), 1).edge("eps")
    yield Case("step 5000", *arrays(3), 5000, lr=0.1).edge("late steps")
    yield Case("step 600", *arrays(4), 600, lr=0.3).edge("late steps")
    yield Case("no averaging", *arrays(3), 3, lr=0.5, beta1=0.0, beta2=0.0).edge("no averaging")
    yield Case("shape ()", *map(np.array, (1.0, 2.0, 0.5, 0.25)), 2, lr=0.5).edge("a single number")


def _moments(grad, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


@mistake("You leave out the bias correction. Divide m by 1 - beta1**t and v by 1 - beta2**t before the step.")
def uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@mistake("You add eps inside the root. Add it after the root: sqrt(v_hat) + eps.")
def eps_inside(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), m, v


@mistake("You add eps to sqrt(v) before its correction, so eps is scaled along with it. Add it to sqrt(v_hat), or "
         "scale it by sqrt(1 - beta2**t).")
def eps_before_the_correction(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * np.sqrt(1 - beta2**t) / (1 - beta1**t) * m / (np.sqrt(v) + eps), m, v


@mistake("You return the corrected averages. Return m and v as they are before the correction.")
def keeps_the_corrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@mistake("You correct with the power t + 1. Here t counts from 1: use beta**t.")
def counts_from_zero(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1 ** (t + 1)) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps), m, v


@mistake("You correct by 1 - beta, which is right in the first step only. Use 1 - beta**t.")
def corrected_without_the_power(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps), m, v


@mistake("You divide by v_hat without its root. Divide by sqrt(v_hat) + eps.")
def without_the_root(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


@mistake("You swapped the decay rates. beta1 belongs to m, the average of the gradient, and beta2 to v, that of its "
         "square.")
def swapped_betas(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta2, beta1)
    return w - lr * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps), m, v


@mistake("You step along the plain gradient, as RMSprop does. Step along its running average, m_hat.")
def along_the_gradient(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * grad / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your v averages the size of the gradient. Average its square.")
def v_not_squared(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.abs(grad)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You add the full gradient to both averages. Multiply it by 1 - beta.")
def sums_for_averages(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + grad, beta2 * v + grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You write into an array that the caller passed in. Compute a new one instead.",
         kind="changed", when=says("argument was modified"))
def in_place(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You step along m_hat, uphill. Subtract it.")
def ascent(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w + lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You correct m but not v. Divide v by 1 - beta2**t too.")
def v_uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@mistake("You correct v but not m. Divide m by 1 - beta1**t too.")
def m_uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You leave out the correction in late steps. With beta2 = 0.999 it still counts after thousands of steps.",
         constants={"limit": (100, 500, 1000)})
def no_late_correction(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, *, limit):
    m, v = _moments(grad, m, v, beta1, beta2)
    m_hat, v_hat = (m / (1 - beta1**t), v / (1 - beta2**t)) if t < limit else (m, v)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


@mistake("You keep the larger of the old and the new v, as AMSGrad does. Let v fall again, as plain Adam does.")
def amsgrad(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, np.maximum(v, beta2 * v + (1 - beta2) * grad**2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your v averages the mean square over all weights. Each weight has its own average.")
def one_scale_for_all(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.mean(grad**2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your v averages the square of m. Average the square of the gradient.")
def v_of_m(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You return (w, v, m). Return (w, m, v).")
def swapped_averages(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    w = w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w, v, m


@mistake("You always use 0.9 and 0.999 for the decay rates. Use the arguments beta1 and beta2.")
def ignores_the_betas(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    beta1, beta2 = 0.9, 0.999
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your default lr is {default}. It should be 0.001.", constants={"default": (1e-2, 0.1, 1e-4)})
def default_lr(w, grad, m, v, t, lr=None, beta1=0.9, beta2=0.999, eps=1e-8, *, default):
    lr = default if lr is None else lr
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your default beta1 is {default}. It should be 0.9.", constants={"default": (0.99, 0.5, 0.95)})
def default_beta1(w, grad, m, v, t, lr=1e-3, beta1=None, beta2=0.999, eps=1e-8, *, default):
    beta1 = default if beta1 is None else beta1
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your default beta2 is {default}. It should be 0.999.", constants={"default": (0.99, 0.95, 0.9)})
def default_beta2(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=None, eps=1e-8, *, default):
    beta2 = default if beta2 is None else beta2
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("Your default eps is {default}. It should be 1e-8.", constants={"default": (1e-7, 1e-6, 1e-5, 1e-10)})
def default_eps(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=None, *, default):
    eps = default if eps is None else eps
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@alternative
def with_one_rate(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (np.square(grad) - v)
    root = np.sqrt(1 - beta2**t)
    return [w - lr * root / (1 - beta1**t) * (m / (np.sqrt(v) + eps * root)), m, v]


@alternative
def weight_by_weight(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    w, m, v = (np.array(each, dtype=float) for each in (w, m, v))
    for i in np.ndindex(w.shape):
        m[i] = beta1 * m[i] + (1 - beta1) * grad[i]
        v[i] = beta2 * v[i] + (1 - beta2) * grad[i] * grad[i]
        w[i] -= lr * (m[i] / (1 - beta1**t)) / ((v[i] / (1 - beta2**t)) ** 0.5 + eps)
    return w, m, v
