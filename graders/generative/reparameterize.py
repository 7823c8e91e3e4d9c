"""Reparameterization: the deviation exp(log_var / 2), and noise that is normal, fresh and each entry's own.

Every case calls the answer twice with the same generator. What has next to no variance is judged by values, the rest
by statistics of z = (result - mu) / sigma. Most are those of `mlprep.grading.weights`, for 20,000 entries, with a false
alarm under 2e-12 in a case. The correlation of entries any number of places apart is beyond 11 / sqrt(n) with 20,000
times exp(-60.5) = 1e-22. Together under 2e-11 for the six such cases of a check.
"""

from types import SimpleNamespace

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, close, holds, lacks, mistake, says, shaped_like_reference, uses
from mlprep.grading.weights import normal_weights

N = 20_000
_VARIANCE, _MEAN, _UNIFORM, _NORMAL, _INDEPENDENT = normal_weights(lambda mu, log_var: 1.0, "", {})[1:]


def probe(module, case):
    mu, log_var, rng = case.args
    return [module.reparameterize(mu, log_var, rng) for _ in range(2)]


def noise(case, got):
    mu, log_var, _ = case.args
    return (np.array(got, dtype=float) - mu) / np.exp(0.5 * log_var.astype(float))


def shaped_like_mu(case, got, want):
    return all(np.shape(each) == case.args[0].shape for each in got)


def new_in_each_call(case, got, want):
    first, second = noise(case, got)
    return not np.allclose(first, second, rtol=0, atol=1e-3)


def own_in_each_entry(case, got, want):
    eps = noise(case, got)[0]
    if np.unique(eps.round(6)).size < 0.75 * eps.size:
        return "Entries share their noise."
    spectrum = np.abs(np.fft.rfft((eps - eps.mean()).ravel())) ** 2
    correlations = np.fft.irfft(spectrum, eps.size)  # of the entries with those so many places on, times N
    if np.abs(correlations[1:]).max() > 11 / np.sqrt(N) * max(N, correlations[0]):
        return "The noise of one entry is correlated with another's."
    return True


def not_spread_by_the_variance(case, got, want):
    return abs(np.var(noise(case, got) / np.exp(0.5 * case.args[1].astype(float))) - 1) > 0.08


def reaches_far(case, got, want):
    """None of n normal entries is beyond 3.1 deviations with a chance of 3e-17."""
    eps = noise(case, got)[0]
    return not (0.7 < np.var(eps) < 1.08 and np.abs(eps).max() <= 3.1)


def as_weights(name, check):
    """One of the checks of a layer's weights, for the noise of the first call."""

    def test(case, got, want):
        eps = noise(case, got)[0].reshape(-1, 200)
        failure = check(case, SimpleNamespace(value=eps), SimpleNamespace(value=None))
        if failure is None or "variance" not in name:
            return failure is None
        return f"(result - mu) / sigma has variance {np.var(eps):.3g}; it should be 1."

    return holds(name, test)


STATISTICS = (
    holds("the result has mu's shape", shaped_like_mu),
    holds("every entry has its own noise", own_in_each_entry),
    holds("sigma is exp(log_var / 2), not exp(log_var)", not_spread_by_the_variance),
    as_weights("the noise is not uniform", _UNIFORM),
    holds("the noise is not cut off", reaches_far),
    as_weights("the noise has variance exp(log_var)", _VARIANCE),
    as_weights("the noise has mean 0", _MEAN),
    as_weights("the noise is normally distributed", _NORMAL),
    as_weights("the entries' noise is independent", _INDEPENDENT),
)


def cases(rng):
    def given(shape, log_var):
        return rng.normal(size=shape), np.full(shape, log_var), Rng(int(rng.integers(2**32)))

    yield Case("variance 4", *given((100, 200), np.log(4.0))).judged(*STATISTICS).unreferenced()
    yield Case("variance 1/25", *given((400, 50), np.log(0.04))).judged(*STATISTICS).unreferenced().once()
    mu, _, seed = given((200, 100), 0.0)
    log_var = rng.uniform(1.0, 3.0, size=mu.shape)
    yield Case("a variance for each entry", mu, log_var, seed).judged(*STATISTICS).unreferenced()
    yield Case("one row", *given((1, 3), 0.0)).judged(shaped_like_reference()).edge("any shape")
    yield Case("one column", *given((4, 1), 0.0)).judged(shaped_like_reference()).edge("any shape")
    yield Case("a small batch", *given((3, 2), 0.0)).judged(shaped_like_reference()).edge("any shape")
    yield Case("three axes", *given((2, 3, 2), -1.0)).judged(shaped_like_reference()).edge("any shape")
    for shape in ((), (1,), (1, 1), (2, 3)):
        yield Case(f"next to no variance, shape {shape}", *given(shape, -90.0)).judged(close()).edge("any variance")
    mu, _, seed = given((20_000,), 0.0)
    log_var = rng.uniform(-20.0, 25.0, size=mu.shape)
    far = Case("variances far apart", mu, log_var, seed).judged(*STATISTICS).unreferenced().once()
    yield far.edge("any variance")
    new = holds("a second call with the same generator draws new noise", new_in_each_call)
    yield Case("two calls", *given((2, 3), 0.0)).judged(new).unreferenced().edge("every call")


@mistake("You scale the noise by exp(log_var), which is the variance. Scale it by the deviation, exp(log_var / 2).")
def scaled_by_the_variance(mu, log_var, rng):
    return mu + np.exp(log_var) * rng.standard_normal(mu.shape)


@mistake("You use log_var as the deviation. It is the logarithm of the variance: sigma is exp(log_var / 2).")
def log_var_as_the_deviation(mu, log_var, rng):
    return mu + log_var * rng.standard_normal(mu.shape)


@mistake("You take the root of log_var. Take half of it, then the exponential: sigma is exp(log_var / 2).",
         when=uses("sqrt"))
def root_of_log_var(mu, log_var, rng):
    with np.errstate(invalid="ignore"):
        return mu + np.sqrt(log_var) * rng.standard_normal(mu.shape)


@mistake("Your noise is not scaled by sigma. Multiply it by exp(log_var / 2).")
def not_scaled(mu, log_var, rng):
    return mu + rng.standard_normal(mu.shape)


@mistake("You leave out mu. The noise is centered on mu.")
def without_mu(mu, log_var, rng):
    return np.exp(0.5 * log_var) * rng.standard_normal(mu.shape)


@mistake("You return mu without noise. Add exp(log_var / 2) times standard normal noise.")
def without_noise(mu, log_var, rng):
    return mu.copy()


@mistake("Your entries do not have independent noise. Draw an array of mu's full shape, and use each number once.",
         constants={"shared": ("rows", "columns", "all", "antithetic")})
def shared_noise(mu, log_var, rng, *, shared):
    if shared == "antithetic":
        half = rng.standard_normal((mu.size + 1) // 2)
        eps = np.concatenate([half, -half])[: mu.size].reshape(mu.shape)
    elif shared == "columns" and mu.ndim > 1:
        eps = rng.standard_normal((len(mu),) + (1,) * (mu.ndim - 1))
    else:
        eps = rng.standard_normal(mu.shape[-1:] if shared == "rows" else ())
    return mu + np.exp(0.5 * log_var) * eps


@mistake("Your noise is uniform. Draw it with rng.standard_normal.", when=uses("random", "uniform"),
         constants={"low": (0.0, -1.0, -(3**0.5))})
def uniform_noise(mu, log_var, rng, *, low):
    return mu + np.exp(0.5 * log_var) * rng.uniform(low, 1.0 if low >= -1 else -low, mu.shape)


@mistake("Your noise is cut off within about 3 deviations. Keep every draw, because standard normal noise has no "
         "bounds.",
         constants={"limit": (2.0, 3.0)})
def truncated_noise(mu, log_var, rng, *, limit):
    eps = rng.standard_normal(mu.shape)
    while (far := np.abs(eps) > limit).any():
        eps = np.where(far, rng.standard_normal(mu.shape), eps)
    return mu + np.exp(0.5 * log_var) * eps


@mistake("Each call makes a generator that starts from the same state, so every call repeats the same noise. Draw "
         "from rng itself.", when=uses("default_rng", "RandomState", "seed"))
def seeded_anew(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * np.random.default_rng(0).standard_normal(mu.shape)


@mistake("Every call uses the same noise. Draw new noise from rng each time.",
         when=lacks("default_rng", "RandomState", "seed"))
def noise_kept(mu, log_var, rng):
    if mu.shape not in _KEPT:
        _KEPT[mu.shape] = rng.standard_normal(mu.shape)
    return mu + np.exp(0.5 * log_var) * _KEPT[mu.shape]


_KEPT = {}


@mistake("Your noise does not come from rng, so the same seed gives another result each time. Draw it from rng.",
         kind="state", when=lacks("rng"))
def global_generator(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * np.random.randn(*mu.shape)


@mistake("You change an argument in place, which belongs to the caller. Compute a new array.", kind="changed",
         when=says("argument"))
def halved_in_place(mu, log_var, rng):
    log_var *= 0.5
    return mu + np.exp(log_var) * rng.standard_normal(mu.shape)


@alternative
def drawn_at_once(mu, log_var, rng):
    return rng.normal(loc=mu, scale=np.sqrt(np.exp(log_var)))


@alternative
def number_by_number(mu, log_var, rng):
    flat = [m + np.exp(v / 2) * rng.normal() for m, v in zip(mu.ravel(), log_var.ravel())]
    return np.reshape(flat, mu.shape)


EQUIVALENT = {
    "reparameterize: mu + np.exp(0.5 * log_var) * eps -> mu - np.exp(0.5 * log_var) * eps in `return mu + np.exp(0.5 "
    "* log_var) * eps`":
        "the noise is symmetric about 0: its negative is as good",
}
