"""Reparameterization: the deviation exp(log_var / 2), and noise that is normal, fresh and each entry's own.

Every case calls the answer twice with the same generator. What has next to no variance is judged by values,
the rest by statistics of z = (result - mu) / sigma, n = 4,000 standard normal numbers. Chances of a false
alarm in one case: the mean, beyond 7 / sqrt(n), 3e-12; the variance, beyond the Laurent-Massart bounds for
exp(-25), 3e-11; the share within one deviation, beyond 8 standard errors, 1e-12 by Chernoff's bound; none beyond
2.7 deviations, (1 - 0.00693)^n = 8e-13; the correlation of entries any number of places apart, beyond 11 / sqrt(n),
3e-13. Together 4e-11, and under 4e-10 for the eight such cases of a check.
"""

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, close, holds, mistake, shaped_like_reference

N = 4000
WIDTH = 2 * np.sqrt(25 / N)  # of the bounds on a variance of N normal numbers


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
    eps = noise(case, got)
    if np.unique(eps.round(4)).size < 0.75 * eps.size:
        return "Entries share their noise: draw a number of its own for each entry of mu."
    spectrum = np.abs(np.fft.rfft((eps - eps.mean()).ravel())) ** 2
    correlations = np.fft.irfft(spectrum, eps.size)  # of the entries with those so many places on, times N
    if np.abs(correlations[1:]).max() > 11 / np.sqrt(N) * max(N, correlations[0]):
        return "The noise of one entry is correlated with another's; each entry's must be independent."
    return True


def centred_on_mu(case, got, want):
    return abs(noise(case, got).mean()) < 7 / np.sqrt(N)


def is_one(variance):
    return 1 - WIDTH < variance < 1 + WIDTH + 50 / N


def not_spread_by_the_variance(case, got, want):
    return not is_one(np.var(noise(case, got) / np.exp(0.5 * case.args[1].astype(float))))


def spread_by_the_deviation(case, got, want):
    return is_one(np.mean(noise(case, got) ** 2))


def normal(case, got, want):
    share, eps = 0.6826894921, np.abs(noise(case, got))
    return abs(np.mean(eps < 1) - share) < 8 * np.sqrt(share * (1 - share) / N) and eps.max() > 2.7


STATISTICS = (
    holds("the result has mu's shape", shaped_like_mu),
    holds("a second call with the same generator draws new noise", new_in_each_call),
    holds("every entry has noise of its own", own_in_each_entry),
    holds("sigma is exp(log_var / 2), not exp(log_var)", not_spread_by_the_variance),
    holds("the noise has mean 0", centred_on_mu),
    holds("the noise has variance exp(log_var)", spread_by_the_deviation),
    holds("the noise is normal", normal),
)


def cases(rng):
    def given(shape, log_var):
        return rng.normal(size=shape), np.full(shape, log_var), Rng(int(rng.integers(2**32)))

    for shape in ((1,), (1, 1), (2, 3)):
        yield Case(f"next to no variance, shape {shape}", *given(shape, -90.0)).judged(close())
    yield Case("a small batch", *given((3, 2), 0.0)).judged(shaped_like_reference())
    yield Case("three axes", *given((2, 3, 2), -1.0)).judged(shaped_like_reference())
    yield Case("variance 4", *given((40, 50), np.log(4.0))).judged(*STATISTICS).unreferenced()
    yield Case("variance 1/25", *given((100, 20), np.log(0.04))).judged(*STATISTICS).unreferenced()
    mu, _, seed = given((50, 40), 0.0)
    log_var = rng.uniform(1.0, 3.0, size=mu.shape)
    yield Case("a variance for each entry", mu, log_var, seed).judged(*STATISTICS).unreferenced()
    mu, _, seed = given((2000,), 0.0)
    log_var = rng.uniform(-20.0, 25.0, size=mu.shape)
    yield Case("variances far apart", mu, log_var, seed).judged(*STATISTICS).unreferenced()


@mistake("You scale the noise by exp(log_var), which is the variance. The deviation is its root: "
         "exp(log_var / 2).")
def scaled_by_the_variance(mu, log_var, rng):
    return mu + np.exp(log_var) * rng.standard_normal(mu.shape)


@mistake("You use log_var as if it were the deviation. It is the logarithm of the variance: sigma is "
         "exp(log_var / 2).")
def log_var_as_the_deviation(mu, log_var, rng):
    return mu + log_var * rng.standard_normal(mu.shape)


@mistake("You left mu out: the noise is centred on mu.")
def without_mu(mu, log_var, rng):
    return np.exp(0.5 * log_var) * rng.standard_normal(mu.shape)


@mistake("Your entries share their noise. Draw numbers of mu's full shape, so that every entry has its "
         "own.")
def shared_noise(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * rng.standard_normal(mu.shape[-1])


@mistake("Your noise is uniform on [0, 1). It must be standard normal: rng.standard_normal.")
def uniform_noise(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * rng.random(mu.shape)


@mistake("You make a generator of your own with a fixed seed, so every call repeats the same noise. Draw "
         "from the rng you are given.")
def seeded_anew(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * np.random.default_rng(0).standard_normal(mu.shape)


@mistake("You draw from NumPy's global generator, so the same seed gives another result each time. Draw "
         "from the rng you are given.", kind="state")
def global_generator(mu, log_var, rng):
    return mu + np.exp(0.5 * log_var) * np.random.randn(*mu.shape)


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
