"""Adam: every default, the correction, where eps stands, and what is kept.

A large eps tells where it stands, and gradients of about 1e-8 tell its default.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def arrays(*shape):
        w, grad, m = (rng.normal(size=shape) for _ in range(3))
        return w, grad, m, rng.uniform(0.5, 2.0, size=shape)

    def rest(*shape):
        return np.zeros(shape), np.zeros(shape)

    yield Case("the first step", np.array([1.0]), np.array([4.0]), *rest(1), 1, lr=0.1)
    yield Case("no gradient yet", np.array([1.0, -2.0]), np.zeros(2), *rest(2), 1)
    yield Case("the first step, defaults", np.zeros(3), np.array([1e-3, 1.0, -50.0]), *rest(3), 1)
    yield Case("the second step", *arrays(4), t=2, lr=0.5)
    yield Case("the tenth step, defaults", *arrays(3), 10)
    yield Case("a late step", *arrays(3), 5000, lr=0.1)
    yield Case("a gradient of the size of eps", np.zeros(3), np.array([1e-8, -3e-8, 1e-7]), *rest(3), 1)
    yield Case("a large eps", *arrays(4), 3, lr=0.5, eps=0.5)
    yield Case("other decay rates", *arrays(5), 3, 0.5, 0.5, 0.25, 1e-3)
    yield Case("beta1 above beta2", *arrays(3), 2, lr=0.5, beta1=0.95, beta2=0.6)
    yield Case("a matrix", *arrays(3, 2), 7, lr=0.2)
    yield Case("three axes", *arrays(2, 3, 2), 4, lr=1.0, beta1=0.8, beta2=0.9, eps=0.1)
    yield Case("no averaging", *arrays(3), 3, lr=0.5, beta1=0.0, beta2=0.0)
    yield Case("three hundred weights", *arrays(300), 3, lr=0.5).plain()


def _moments(grad, m, v, beta1, beta2):
    return beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2


@mistake("The bias correction is missing: divide m by 1 - beta1**t and v by 1 - beta2**t before the step.")
def uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@mistake("eps stands inside the root in your answer. It is added after the root: sqrt(v_hat) + eps.")
def eps_inside(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps), m, v


@mistake("eps is added before the correction of v, so it is scaled along with it. Add it to sqrt(v_hat), or "
         "scale it by sqrt(1 - beta2**t) in the one-rate form.")
def eps_before_the_correction(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * np.sqrt(1 - beta2**t) / (1 - beta1**t) * m / (np.sqrt(v) + eps), m, v


@mistake("You return the corrected averages. Keep m and v as they are: corrected twice, they are wrong from "
         "the second step on.")
def keeps_the_corrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    m, v = m / (1 - beta1**t), v / (1 - beta2**t)
    return w - lr * m / (np.sqrt(v) + eps), m, v


@mistake("t counts from 1 here, so the powers are beta**t; you used t + 1, as if it counted from 0.")
def counts_from_zero(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1 ** (t + 1)) / (np.sqrt(v / (1 - beta2 ** (t + 1))) + eps), m, v


@mistake("You correct by 1 - beta, without the power t: that is right for the first step only.")
def corrected_without_the_power(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1) / (np.sqrt(v / (1 - beta2)) + eps), m, v


@mistake("The root is missing: the step is divided by sqrt(v_hat) + eps.")
def without_the_root(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (v / (1 - beta2**t) + eps), m, v


@mistake("You exchanged the decay rates: beta1 belongs to m, the average of the gradient, and beta2 to v, "
         "that of its square.")
def swapped_betas(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta2, beta1)
    return w - lr * m / (1 - beta2**t) / (np.sqrt(v / (1 - beta1**t)) + eps), m, v


@mistake("The step uses the plain gradient, as RMSprop does. Adam's goes along its running average, m_hat.")
def along_the_gradient(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * grad / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("v averages the gradient itself; it has to average its square.")
def v_not_squared(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.abs(grad)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("The gradient enters both averages whole. They are averages: it enters with 1 - beta.")
def sums_for_averages(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + grad, beta2 * v + grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("A default differs from the task's: lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8.")
def other_defaults(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.99, eps=1e-8):
    m, v = _moments(grad, m, v, beta1, beta2)
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You changed the caller's arrays: *= and += write into them. Make new ones.", kind="changed")
def in_place(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * grad
    v *= beta2
    v += (1 - beta2) * grad**2
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
