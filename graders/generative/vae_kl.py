"""The VAE's KL term: sign, half, variance, and a sum over everything."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("the standard normal itself", np.zeros((1, 1)), np.zeros((1, 1)))
    yield Case("a shifted mean", np.array([[2.0]]), np.array([[0.0]]))
    yield Case("a wide one", np.array([[0.0]]), np.array([[np.log(4.0)]]))
    yield Case("a narrow one", np.array([[0.0]]), np.array([[-3.0]]))
    yield Case("one sample", np.array([[0.0, 1.0, -2.0]]), np.array([[0.5, 0.0, -1.0]]))
    yield Case("one latent", np.array([[0.0], [1.0]]), np.array([[1.0], [-1.0]]))
    yield Case("two samples", rng.normal(size=(2, 3)), rng.normal(size=(2, 3)))
    yield Case("four samples", rng.normal(size=(4, 2)), rng.normal(size=(4, 2)))
    yield Case("nearly no variance", rng.normal(size=(3, 2)), rng.uniform(-40.0, -20.0, size=(3, 2)))
    yield Case("great variance", rng.normal(size=(2, 4)), rng.uniform(3.0, 8.0, size=(2, 4)))
    yield Case("a mean far out", np.array([[100.0]]), np.array([[0.0]]))
    yield Case("a very great variance", np.array([[1.0]]), np.array([[25.0]]))
    yield Case("three hundred samples", rng.normal(size=(300, 2)), rng.normal(size=(300, 2))).plain()


@mistake("The sign is wrong: a KL divergence is never negative. The bracket is multiplied by −½.")
def wrong_sign(mu, log_var):
    return 0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var))


@mistake("You left out the factor ½.")
def without_the_half(mu, log_var):
    return -np.sum(1 + log_var - mu**2 - np.exp(log_var))


@mistake("You average over the batch. Here the divergence is summed over latents and batch.")
def averaged_over_the_batch(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var)) / len(mu)


@mistake("You take the mean over all entries. Here the divergence is summed over latents and batch.")
def averaged_over_everything(mu, log_var):
    return -0.5 * np.mean(1 + log_var - mu**2 - np.exp(log_var))


@mistake("You sum over the latents only, one number for each sample; sum over the batch as well.")
def one_number_for_each_sample(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var), axis=1)


@mistake("You read log_var as the logarithm of the deviation. It is the variance's: sigma² = exp(log_var).")
def log_of_the_deviation(mu, log_var):
    return -0.5 * np.sum(1 + 2 * log_var - mu**2 - np.exp(2 * log_var))


@mistake("You subtract the deviation, exp(log_var / 2), where the variance exp(log_var) is due.")
def deviation_for_the_variance(mu, log_var):
    return -0.5 * np.sum(1 + log_var - mu**2 - np.exp(log_var / 2))


@mistake("You took the divergence the other way round, KL(N(0, 1) ‖ q); asked for is KL(q ‖ N(0, 1)).")
def other_way_round(mu, log_var):
    return 0.5 * np.sum(log_var + (1 + mu**2) / np.exp(log_var) - 1)


@mistake("You left out the 1: with mu = 0 and log_var = 0 the divergence must be 0.")
def without_the_one(mu, log_var):
    return -0.5 * np.sum(log_var - mu**2 - np.exp(log_var))


@alternative
def entry_by_entry(mu, log_var):
    import math

    pairs = zip(mu.ravel().tolist(), log_var.ravel().tolist())
    return sum(0.5 * (math.exp(v) + m * m - 1 - v) for m, v in pairs)


@alternative
def through_the_deviation(mu, log_var):
    sigma = np.exp(log_var / 2)
    return (np.square(mu) / 2 + np.expm1(log_var) / 2 - np.log(sigma)).sum(axis=0).sum()
