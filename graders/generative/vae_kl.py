"""The VAE's KL term: sign, half, variance, and a sum over everything."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    yield Case("two samples", rng.normal(size=(2, 3)), rng.normal(size=(2, 3)))
    yield Case("four samples", rng.normal(size=(4, 2)), rng.normal(size=(4, 2)))
    yield Case("as many samples as latents", rng.normal(size=(3, 3)), rng.normal(size=(3, 3)))
    yield Case("means alone", np.array([[2.0, 0.0], [0.0, -1.0]]), np.zeros((2, 2)))
    yield Case("variances alone", np.zeros((2, 2)), np.array([[np.log(4.0), 0.0], [-3.0, 1.0]]))
    yield Case("three hundred samples", rng.normal(size=(300, 2)), rng.normal(size=(300, 2))).plain()
    yield Case("means far out", np.array([[100.0, -50.0], [0.0, 1.0]]), np.zeros((2, 2)))
    yield Case("six zeros each", np.zeros((2, 3)), np.zeros((2, 3))).edge("the prior itself")
    yield Case("one zero each", np.zeros((1, 1)), np.zeros((1, 1))).edge("the prior itself")
    yield Case("one sample", np.array([[0.0, 1.0, -2.0]]), np.array([[0.5, 0.0, -1.0]])).edge("sizes of 1")
    yield Case("one latent", np.array([[0.0], [1.0]]), np.array([[1.0], [-1.0]])).edge("sizes of 1")
    yield Case("one mean", np.array([[2.0]]), np.array([[0.0]])).edge("sizes of 1")
    yield Case("one variance", np.array([[0.0]]), np.array([[-3.0]])).edge("sizes of 1")
    extreme = "extreme variances"
    yield Case("next to no variance", rng.normal(size=(3, 2)), rng.uniform(-40.0, -20.0, size=(3, 2))).edge(extreme)
    yield Case("wide", rng.normal(size=(2, 4)), rng.uniform(3.0, 12.0, size=(2, 4))).edge(extreme)
    yield Case("very wide", np.array([[1.0]]), np.array([[25.0]])).edge(extreme)


def _terms(mu, log_var):
    return 0.5 * (np.exp(log_var) + mu**2 - 1 - log_var)


@mistake("You have the wrong sign: a KL divergence is never negative. Multiply 1 + log_var − mu² − exp(log_var) by −½.")
def wrong_sign(mu, log_var):
    return -np.sum(_terms(mu, log_var))


@mistake("You leave out the factor ½.")
def without_the_half(mu, log_var):
    return 2 * np.sum(_terms(mu, log_var))


@mistake("You average over the batch. Sum the divergence over latents and batch.")
def averaged_over_the_batch(mu, log_var):
    return np.sum(_terms(mu, log_var)) / len(mu)


@mistake("You average over the latents. Sum the divergence over latents and batch.")
def averaged_over_the_latents(mu, log_var):
    return np.sum(_terms(mu, log_var)) / mu.shape[1]


@mistake("You take the mean over all entries. Sum the divergence over latents and batch.")
def averaged_over_everything(mu, log_var):
    return np.mean(_terms(mu, log_var))


@mistake("You sum over the latents alone, one number per sample. Sum over the batch as well.")
def one_number_per_sample(mu, log_var):
    return np.sum(_terms(mu, log_var), axis=1)


@mistake("You sum over the latents alone, one number per sample, and squeeze the result. Sum over the batch as well.",
         when=uses("np.squeeze"))
def one_number_per_sample_squeezed(mu, log_var):
    return np.squeeze(np.sum(_terms(mu, log_var), axis=1))


@mistake("You sum over the batch alone, one number per latent. Sum over the latents as well.")
def one_number_per_latent(mu, log_var):
    return np.sum(_terms(mu, log_var), axis=0)


@mistake("You use log_var as the logarithm of the deviation. It is that of the variance: sigma² = exp(log_var).")
def log_of_the_deviation(mu, log_var):
    return np.sum(_terms(mu, 2 * log_var))


@mistake("You take exp(2 log_var) for the variance. The variance is exp(log_var).")
def variance_squared(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(2 * log_var))


@mistake("You take the deviation, exp(½ log_var), for the variance. The variance is exp(log_var).")
def deviation_for_the_variance(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var / 2))


@mistake("You take log_var² for the variance. The variance is exp(log_var).")
def logarithm_squared(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu**2 - log_var**2)


@mistake("You take log_var itself for the variance. The variance is exp(log_var).")
def logarithm_for_the_variance(mu, log_var):
    return -0.5 * np.sum(1 + np.log(np.maximum(log_var, 1e-300)) - mu**2 - log_var)


@mistake("You do not square mu.")
def mean_not_squared(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu - np.exp(log_var))


@mistake("You compute KL(N(0, 1) ‖ q). Compute KL(q ‖ N(0, 1)).")
def other_way_round(mu, log_var):
    return 0.5 * np.sum(log_var + (1 + mu**2) / np.exp(log_var) - 1)


@mistake("You leave out the 1. With mu = 0 and log_var = 0 the divergence must be 0.")
def without_the_one(mu, log_var):
    return np.sum(_terms(mu, log_var) + 0.5)


@mistake("You count the constant 1 once per {what}. Each latent of each sample has one.",
         constants={"what": ("sample", "batch")})
def constant_counted_once(mu, log_var, *, what):
    once = len(mu) if what == "sample" else 1
    return np.sum(_terms(mu, log_var) + 0.5) - 0.5 * once


@mistake("You clip log_var to [{low}, {high}]. Use it as it is.",
         constants={"low": (-10, -20, -5, -30), "high": (10, 20, 5, 2)})
def log_var_clipped(mu, log_var, *, low, high):
    return np.sum(_terms(mu, np.clip(log_var, low, high)))


@mistake("You count each latent with at least {floor} nats (free bits). Sum the divergences as they are.",
         constants={"floor": (0.05, 0.1, 0.5)})
def free_bits(mu, log_var, *, floor):
    return np.sum(np.maximum(_terms(mu, log_var), floor))


@alternative
def entry_by_entry(mu, log_var):
    import math

    pairs = zip(mu.ravel().tolist(), log_var.ravel().tolist())
    return sum(0.5 * (math.exp(v) + m * m - 1 - v) for m, v in pairs)


@alternative
def through_the_deviation(mu, log_var):
    sigma = np.exp(log_var / 2)
    return (np.square(mu) / 2 + np.expm1(log_var) / 2 - np.log(sigma)).sum(axis=0).sum()
