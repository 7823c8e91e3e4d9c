"""KL estimators: the sign of d, three means, and a k3 that survives differences of a millionth."""

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, mistake, says


class Precise(Check):
    """All three results close, and k3 to a relative error of 1e-6, however small it is."""

    def __call__(self, case, got, want):
        failure = close()(case, got, want)
        if failure is not None or case.args[0].dtype == np.float32:
            return failure
        k3, exact = float(got.value[2]), float(want.value[2])
        if abs(k3 - exact) <= 1e-6 * exact:
            return None
        return Failure("values", f"k3 is {k3:.10g}. It should be {exact:.10g}, within a relative error of 1e-6.")


CHECKS = (Precise(),)


def cases(rng):
    def samples(n, spread=0.5):
        logp = rng.normal(-2.0, 0.8, size=n)
        return logp, logp + rng.normal(0.0, spread, size=n)

    yield Case("one likelier, one rarer", np.log([0.5, 0.2]), np.log([0.25, 0.4]))
    yield Case("both likelier under the policy", np.log([0.5, 0.8]), np.log([0.25, 0.2]))
    yield Case("both likelier under the reference model", np.log([0.1, 0.3]), np.log([0.2, 0.6]))
    yield Case("random", *samples(5))
    yield Case("far apart", *samples(7, 2.0))
    yield Case("three hundred samples", *samples(300)).plain()
    yield Case("a single sample", np.log([0.5]), np.log([0.25])).edge("one sample")
    yield Case("a single random sample", *samples(1)).edge("one sample")
    same = rng.normal(-2.0, 1.0, size=4)
    yield Case("no difference", same, same.copy()).edge("nothing moved")
    yield Case("no difference, one sample", np.array([-1.0]), np.array([-1.0])).edge("nothing moved")
    # a start of 0 or of quarters, so that d itself is hardly rounded
    yield Case("a difference of 1e-6", np.zeros(1), np.array([1e-6])).plain().edge("small differences")
    yield Case("a few millionths", np.zeros(4), rng.uniform(0.5, 3.0, size=4) * 1e-6 * np.array([1, -1, 1, -1])
               ).plain().edge("small differences")
    yield Case("a few hundred-thousandths", np.array([-0.25, -0.5, -0.25]),
               np.array([-0.25, -0.5, -0.25]) + rng.uniform(1e-5, 1e-4, size=3)).plain().edge("small differences")
    yield Case("20 less", np.array([-1.0, -2.0]), np.array([-21.0, -2.5])).edge("large differences")
    yield Case("20 more", np.array([-25.0, -3.0]), np.array([-5.0, -2.5])).edge("large differences")
    yield Case("from -20 to 20", np.full(5, -22.0), np.array([-42.0, -32.0, -22.0, -12.0, -2.0])).edge(
        "large differences")


def estimates(d, mean=np.mean):
    return mean(-d), mean(d**2) / 2, mean(np.expm1(d) - d)


@mistake("Your d has the wrong sign. It is ref_logp - logp.")
def d_flipped(logp, ref_logp):
    return estimates(logp - ref_logp)


@mistake("Your k1 has the wrong sign. It is the mean of logp - ref_logp, that is -d.")
def k1_flipped(logp, ref_logp):
    k1, k2, k3 = estimates(ref_logp - logp)
    return -k1, k2, k3


@mistake("Your k1 takes the absolute value. It is the mean of -d, whose terms may be negative.",
         constants={"when": ("first", "last", "clipped")})
def k1_without_a_sign(logp, ref_logp, *, when):
    k1, k2, k3 = estimates(ref_logp - logp)
    return {"first": np.mean(np.abs(ref_logp - logp)), "last": abs(k1), "clipped": max(k1, 0.0)}[when], k2, k3


@mistake("You leave out the half in k2. It is the mean of d² / 2.")
def k2_without_the_half(logp, ref_logp):
    k1, k2, k3 = estimates(ref_logp - logp)
    return k1, 2 * k2, k3


@mistake("Your k2 squares the mean. Square each d first, then average.")
def k2_of_the_mean(logp, ref_logp):
    d = ref_logp - logp
    return np.mean(-d), np.mean(d) ** 2 / 2, np.mean(np.expm1(d) - d)


@mistake("Your k3 uses -d. With d = ref_logp - logp it is exp(d) - 1 - d.")
def k3_flipped(logp, ref_logp):
    d = ref_logp - logp
    return (*estimates(d)[:2], np.mean(np.expm1(-d) + d))


@mistake("Your k3 leaves out the -1. It is exp(d) - 1 - d, which is 0 where d is 0.")
def k3_without_the_one(logp, ref_logp):
    d = ref_logp - logp
    return (*estimates(d)[:2], np.mean(np.exp(d) - d))


@mistake("Your k3 leaves out the -d. It is exp(d) - 1 - d.")
def k3_without_d(logp, ref_logp):
    d = ref_logp - logp
    return (*estimates(d)[:2], np.mean(np.expm1(d)))


@mistake("Your k3 adds d. It is exp(d) - 1 - d.")
def k3_plus_d(logp, ref_logp):
    d = ref_logp - logp
    return (*estimates(d)[:2], np.mean(np.expm1(d) + d))


@mistake("Your k3 takes the mean of d first. Compute each sample's term, then average.")
def k3_of_the_mean(logp, ref_logp):
    d = ref_logp - logp
    return (*estimates(d)[:2], np.expm1(d.mean()) - d.mean())


@mistake("Your k3 loses its digits for small d: exp(d) is rounded before 1 and d are subtracted. np.expm1(d) - d keeps "
         "them.", constants={"form": ("exp", "means", "expm1 of means")})
def k3_cancels(logp, ref_logp, *, form):
    d = ref_logp - logp
    if form == "means":
        return (*estimates(d)[:2], np.mean(np.exp(d)) - 1 - np.mean(d))
    return (*estimates(d)[:2], np.mean(np.exp(d) - 1 - d if form == "exp" else np.exp(d) - (1 + d)))


@mistake("Your k3 is cut off after a few terms of a series, which is only right for small d. Use np.expm1(d) - d.",
         constants={"terms": (2, 3, 4)})
def k3_by_a_series(logp, ref_logp, *, terms):
    d = ref_logp - logp
    series = d**2 / 2 + (d**3 / 6 if terms > 2 else 0) + (d**4 / 24 if terms > 3 else 0)
    return (*estimates(d)[:2], np.mean(series))


@mistake("You clip d at {limit}, so larger differences count too little.", constants={"limit": (10.0, 5.0, 1.0, 15.0)})
def d_clipped(logp, ref_logp, *, limit):
    return estimates(np.clip(ref_logp - logp, -limit, limit))


@mistake("You weight the samples with the policy's probabilities. The samples come from the policy, so a plain mean is "
         "the expectation.", constants={"how": ("sum", "mean", "average")})
def weighted(logp, ref_logp, *, how):
    d, p = ref_logp - logp, np.exp(logp)
    share = {"sum": 1.0, "mean": 1 / len(p), "average": 1 / p.sum()}[how]
    return estimates(d, lambda values: np.sum(p * values) * share)


@mistake("You sum over the samples. Return means.")
def summed(logp, ref_logp):
    return estimates(ref_logp - logp, np.sum)


@mistake("You return one number per sample. Return the three means.")
def not_averaged(logp, ref_logp):
    return estimates(ref_logp - logp, lambda values: values)


@mistake("You work with ratios of log-probabilities. d is a difference of them.")
def quotient(logp, ref_logp):
    with np.errstate(all="ignore"):
        return estimates(ref_logp / logp)


@mistake("Your results are in another order. Return (k1, k2, k3).")
def another_order(logp, ref_logp):
    return estimates(ref_logp - logp)[::-1]


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(logp, ref_logp):
    ref_logp -= logp
    return estimates(ref_logp.copy())


@alternative
def in_plain_loops(logp, ref_logp):
    import math

    d = [float(b) - float(a) for a, b in zip(logp, ref_logp)]
    n = len(d)
    return [-sum(d) / n, sum(each * each for each in d) / (2 * n), sum(math.expm1(each) - each for each in d) / n]


@alternative
def with_a_series_near_zero(logp, ref_logp):
    d = np.asarray(ref_logp, dtype=float) - logp
    series = d * d * (0.5 + d / 6 + d * d / 24)
    k3 = np.where(np.abs(d) < 1e-3, series, np.exp(d) - 1 - d)
    return np.average(logp - ref_logp), 0.5 * d @ d / len(d), np.average(k3)


@alternative
def with_sinh(logp, ref_logp):
    d = ref_logp.astype(float) - logp
    # exp(d) - 1 = 2 exp(d / 2) sinh(d / 2)
    k3 = 2 * np.exp(d / 2) * np.sinh(d / 2) - d
    return np.array([-d.mean(), np.square(d).mean() / 2, k3.mean()])
