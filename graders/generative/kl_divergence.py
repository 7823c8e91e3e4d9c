"""KL divergence: nats, its direction, and both kinds of zeros without a warning."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def some(k):
        weights = rng.random(k) + 0.05
        return weights / weights.sum()

    yield Case("one outcome", np.array([1.0]), np.array([1.0]))
    yield Case("p equals q", np.array([0.25, 0.75]), np.array([0.25, 0.75]))
    yield Case("two outcomes", np.array([0.5, 0.5]), np.array([0.25, 0.75]))
    yield Case("q and p exchanged", np.array([0.25, 0.75]), np.array([0.5, 0.5]))
    yield Case("an outcome that p never takes", np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.5, 0.25]))
    yield Case("an outcome that neither takes", np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.0, 0.75]))
    yield Case("an outcome that q excludes", np.array([0.25, 0.5, 0.25]), np.array([0.5, 0.5, 0.0]))
    yield Case("p is certain", np.array([0.0, 1.0, 0.0]), np.array([0.2, 0.3, 0.5]))
    yield Case("q is certain of something else", np.array([0.0, 1.0]), np.array([1.0, 0.0]))
    yield Case("zeros of both kinds", np.array([0.0, 0.5, 0.5, 0.0]), np.array([0.5, 0.0, 0.5, 0.0]))
    yield Case("q is nearly zero", np.array([0.5, 0.5]), np.array([1.0 - 1e-14, 1e-14]))
    yield Case("p is nearly zero", np.array([1e-14, 1.0 - 1e-14]), np.array([0.5, 0.5]))
    for k in (3, 4, 7):
        yield Case(f"{k} outcomes", some(k), some(k))
    p = some(6)
    p[[1, 4]] = 0.0
    yield Case("six outcomes, two of them never", p / p.sum(), some(6))
    yield Case("q is next to nothing", np.array([0.5, 0.5]), np.array([1.0, 1e-100])).plain()
    yield Case("p is next to nothing where q is 0", np.array([1.0, 1e-20]), np.array([1.0, 0.0])).plain()
    yield Case("300 outcomes", some(300), some(300)).plain()


@mistake("You add a small epsilon to p and q. They then no longer sum to 1, and where q is 0 and p is not "
         "you get a finite number instead of infinity. Leave out p = 0, and return infinity for q = 0.")
def epsilon_added(p, q, eps=1e-10):
    p, q = p + eps, q + eps
    return np.sum(p * np.log(p / q))


@mistake("You clip q away from 0. Where p is positive and q is 0 the divergence is infinite.")
def q_clipped(p, q):
    taken = p > 0
    return np.sum(p[taken] * np.log(p[taken] / np.maximum(q[taken], 1e-12)))


@mistake("You leave out the outcomes with q = 0. Where p is positive there the divergence is infinite; "
         "only p = 0 adds nothing.")
def zeros_of_q_left_out(p, q):
    both = (p > 0) & (q > 0)
    return np.sum(p[both] * np.log(p[both] / q[both]))


@mistake("An outcome with p = 0 gives 0 · log 0, which is NaN here; it adds 0. Leave it out before you "
         "take the logarithm.")
def zeros_not_handled(p, q):
    return np.sum(p * np.log(p / q))


@mistake("The value is right, but the formula is evaluated where p or q is 0 as well, which divides by "
         "zero on the way: np.where chooses only afterwards. Select the entries first.")
def chosen_afterwards(p, q):
    return np.sum(np.where(p > 0, p * np.log(np.where(p > 0, p, 1.0) / q), 0.0))


@mistake("You take logarithms to base 2. The task asks for nats, the natural logarithm.")
def in_bits(p, q):
    taken = p > 0
    if np.any(q[taken] == 0):
        return np.inf
    return np.sum(p[taken] * np.log2(p[taken] / q[taken]))


@mistake("You computed KL(q ‖ p). The divergence is not symmetric: p weights the logarithms and stands on "
         "top.")
def directions_exchanged(p, q):
    taken = q > 0
    if np.any(p[taken] == 0):
        return np.inf
    return np.sum(q[taken] * np.log(q[taken] / p[taken]))


@mistake("You took the mean over the outcomes; the divergence is the sum.")
def averaged(p, q):
    taken = p > 0
    if np.any(q[taken] == 0):
        return np.inf
    return np.sum(p[taken] * np.log(p[taken] / q[taken])) / len(p)


@mistake("You return the cross-entropy, −Σ p log q. Subtract p's own entropy: the ratio p / q belongs in "
         "the logarithm.")
def cross_entropy(p, q):
    taken = p > 0
    if np.any(q[taken] == 0):
        return np.inf
    return -np.sum(p[taken] * np.log(q[taken]))


@mistake("The sign is wrong: the divergence is never negative. It is log(p / q), not log(q / p).")
def wrong_sign(p, q):
    taken = p > 0
    if np.any(q[taken] == 0):
        return -np.inf
    return np.sum(p[taken] * np.log(q[taken] / p[taken]))


@mistake("You raise an error where q is 0 and p is not. The divergence is infinite there: return np.inf.")
def raised_for_infinity(p, q):
    taken = p > 0
    if np.any(q[taken] == 0):
        raise ValueError("q is zero where p is not")
    return np.sum(p[taken] * np.log(p[taken] / q[taken]))


@alternative
def outcome_by_outcome(p, q):
    import math

    total = 0.0
    for a, b in zip(p.tolist(), q.tolist()):
        if a > 0 and b == 0:
            return math.inf
        if a > 0:
            total += a * (math.log(a) - math.log(b))
    return total


@alternative
def where_it_is_defined(p, q):
    if ((p != 0) & (q == 0)).any():
        return float("inf")
    logs = np.log(np.divide(p, q, out=np.ones(p.shape), where=p > 0))
    return np.dot(p, logs)


@alternative
def with_warnings_set_aside(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = p * (np.log(p) - np.log(q))
    terms[p == 0] = 0
    return terms.sum()
