"""KL divergence: nats, its direction, and both kinds of zeros."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def some(k):
        weights = rng.random(k) + 0.05
        return weights / weights.sum()

    yield Case("two outcomes", np.array([0.5, 0.5]), np.array([0.25, 0.75]))
    yield Case("p and q swapped", np.array([0.25, 0.75]), np.array([0.5, 0.5]))
    yield Case("p equals q", np.array([0.25, 0.75]), np.array([0.25, 0.75]))
    for k in (3, 4, 7):
        yield Case(f"{k} outcomes", some(k), some(k))
    yield Case("300 outcomes", some(300), some(300)).plain()
    yield Case("small probabilities", np.array([0.001, 0.999]), np.array([0.99, 0.01]))

    half = np.array([0.5, 0.5, 0.0])
    yield Case("an outcome that p never takes", half, np.array([0.25, 0.5, 0.25])).edge("zeros of p")
    yield Case("an outcome that neither takes", half[[0, 2, 1]], np.array([0.25, 0.0, 0.75])).edge("zeros of p")
    yield Case("p is certain", np.array([0.0, 1.0, 0.0]), np.array([0.2, 0.3, 0.5])).edge("zeros of p")
    p = some(6)
    p[[1, 4]] = 0.0
    yield Case("six outcomes, two of them never", p / p.sum(), some(6)).edge("zeros of p")
    yield Case("an outcome that q excludes", np.array([0.25, 0.5, 0.25]), half).edge("zeros of q")
    yield Case("q is certain of something else", np.array([0.0, 1.0]), np.array([1.0, 0.0])).edge("zeros of q")
    two = np.array([0.0, 0.5, 0.5, 0.0])
    yield Case("zeros of both kinds", two, np.array([0.5, 0.0, 0.5, 0.0])).edge("zeros of q")
    yield Case("one outcome", np.array([1.0]), np.array([1.0])).edge("one outcome")

    yield Case("q is 1e-14", np.array([0.5, 0.5]), np.array([1.0 - 1e-14, 1e-14])).plain().beyond(
        "With p = [1/2, 1/2] and q = [1, 1e-14] the divergence is about 15.42. You return {got}. A clip or an epsilon "
        "shows here."
    )
    yield Case("q is 1e-100", np.array([0.5, 0.5]), np.array([1.0, 1e-100])).plain().beyond(
        "With p = [1/2, 1/2] and q = [1, 1e-100] the divergence is about 114.4. You return {got}. A clip or an epsilon "
        "shows here."
    )
    yield Case("p is 1e-20 where q is 0", np.array([1.0, 1e-20]), np.array([1.0, 0.0])).plain().beyond(
        "Where q is 0, even p = 1e-20 makes the divergence infinite. You return {got}."
    )


def _guarded(p, q, terms, infinite=np.inf):
    """The sum of the terms where p is positive, and infinity where q excludes one of these."""
    taken = p > 0
    if np.any(q[taken] == 0):
        return infinite
    return np.sum(terms(p[taken], q[taken]))


def _kept_from_zero(p, q, eps, how):
    """p and q as their logarithm's argument takes them."""
    if how == "both added":
        return p + eps, q + eps
    if how == "both clipped":
        return np.maximum(p, eps), np.maximum(q, eps)
    return p, q + eps if how == "q added" else np.maximum(q, eps)


@mistake("You keep q away from 0 with {eps}, so where q is 0 and p is not you get a finite number instead of infinity. "
         "Leave out the outcomes with p = 0, and return infinity for q = 0.",
         constants={"eps": ("1e-10", "1e-8", "1e-9", "1e-12", "1e-15", "1e-300"),
                    "how": ("both added", "both clipped", "q added", "q clipped")})
def kept_from_zero(p, q, *, eps, how):
    above, below = _kept_from_zero(p, q, float(eps), how)
    taken = above > 0
    return np.sum(p[taken] * np.log(above[taken] / below[taken]))


@mistake("You leave out the outcomes with q = 0. Leave out only those with p = 0, because the divergence is infinite "
         "where p is positive and q is 0.")
def zeros_of_q_left_out(p, q):
    both = (p > 0) & (q > 0)
    return np.sum(p[both] * np.log(p[both] / q[both]))


@mistake("You return infinity as soon as q has a zero. It is infinite only where p is positive there, and an outcome "
         "with p = q = 0 adds 0.")
def any_zero_of_q_counts(p, q):
    return np.inf if np.any(q == 0) else _guarded(p, q, lambda p, q: p * np.log(p / q))


@mistake("An outcome with p = 0 gives 0 · log 0, which is NaN here. It adds 0, so leave it out before you take the "
         "logarithm.")
def zeros_not_handled(p, q):
    return np.sum(p * np.log(p / q))


@mistake("You take logarithms to base 2. Use the natural logarithm, for nats.")
def in_bits(p, q):
    return _guarded(p, q, lambda p, q: p * np.log2(p / q))


@mistake("You take logarithms to base 2. Use the natural logarithm, for nats.")
def in_bits_unguarded(p, q):
    return np.sum(p * np.log2(p / q))


@mistake("You compute KL(q ‖ p). The divergence is not symmetric, so weight the logarithms with p, and put p in the "
         "numerator.")
def directions_swapped(p, q):
    return _guarded(q, p, lambda q, p: q * np.log(q / p))


@mistake("You compute KL(q ‖ p). The divergence is not symmetric, so weight the logarithms with p, and put p in the "
         "numerator.")
def directions_swapped_unguarded(p, q):
    return np.sum(q * np.log(q / p))


@mistake("You take the mean over the outcomes. The divergence is the sum.")
def averaged(p, q):
    return _guarded(p, q, lambda p, q: p * np.log(p / q)) / len(p)


@mistake("You return the cross-entropy, −Σ p log q. Subtract p's own entropy: the ratio p / q belongs inside the "
         "logarithm.")
def cross_entropy(p, q):
    return -_guarded(p, q, lambda p, q: p * np.log(q), -np.inf)


@mistake("You leave out the weights p. Multiply each logarithm by its p.")
def not_weighted(p, q):
    return _guarded(p, q, lambda p, q: np.log(p / q))


@mistake("You have the wrong sign: the divergence is never negative. Take log(p / q), not log(q / p).")
def wrong_sign(p, q):
    return _guarded(p, q, lambda p, q: p * np.log(q / p), -np.inf)


@mistake("You return one term per outcome. The divergence is their sum.")
def not_summed(p, q):
    return np.where(p > 0, p * np.log(np.where(p > 0, p, 1.0) / np.where(p > 0, q, 1.0)), 0.0)


@mistake("You raise an error where q is 0 and p is not. The divergence is infinite there, so return np.inf.")
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


@alternative
def chosen_afterwards(p, q):
    return np.sum(np.where(p > 0, p * np.log(np.where(p > 0, p, 1.0) / q), 0.0))
