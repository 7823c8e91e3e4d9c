"""Perplexity: exp of the mean loss, each position's own softmax, the targets' entries, and stable."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(T, V):
        return rng.normal(size=(T, V)) * 1.5, rng.integers(V, size=T)

    yield Case("two equal scores", np.array([[0.0, 0.0]]), np.array([1]))
    yield Case("a vocabulary of one", np.array([[3.0], [-2.0]]), np.array([0, 0]))
    yield Case("one position", np.array([[1.0, 2.0, 0.5]]), np.array([2]))
    yield Case("two positions", np.log(np.array([[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]])), np.array([0, 1]))
    yield Case("as many positions as tokens", *given(3, 3))
    yield Case("more positions than tokens", *given(5, 2))
    yield Case("more tokens than positions", *given(2, 7))
    yield Case("one target everywhere", given(4, 3)[0], np.array([2, 2, 2, 2]))
    yield Case("targets in order", given(4, 4)[0], np.arange(4))
    yield Case("twenty positions", *given(20, 6))
    logits = np.array([[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -1002.0]])
    yield Case("scores of a thousand", logits, np.array([0, 1]))
    yield Case("all far below zero", np.array([[-1000.0, -1001.0], [-2000.0, -1999.0]]), np.array([1, 0]))
    yield Case("three hundred positions", *given(300, 5))
    yield Case("one row far below the other", np.array([[800.0, 801.0], [-800.0, -801.0]]), np.array([0, 1]))
    # float32 could hold neither the first one's result nor the sum of the second one's exponentials exactly enough
    logits = np.array([[0.0, -900.0], [2.0, 1.0], [1.0, 0.0], [0.0, 0.0]])
    yield Case("a target of probability 1e-391", logits, np.array([1, 0, 1, 1])).plain()
    logits = np.array([[1e4, -1e4, 1e4 - 1], [-1e4, -1e4 + 1, -1e4 + 2]])
    yield Case("scores of ten thousand", logits, np.array([2, 0])).plain()
    yield Case("three hundred tokens", rng.normal(size=(2, 300)), np.array([280, 140])).plain()


def _losses(logits, targets, axis=1):
    shifted = logits - logits.max(axis=axis, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return -log_probs[np.arange(len(targets)), targets]


@mistake("You return the mean negative log-likelihood. Perplexity is its exponential.")
def no_exponential(logits, targets):
    return np.mean(_losses(logits, targets))


@mistake("You sum the losses over the positions. It is their mean that is exponentiated.")
def summed(logits, targets):
    return np.exp(np.minimum(np.sum(_losses(logits, targets)), 700.0))


@mistake("You average each position's own perplexity. The mean is taken of the logarithms, before the exponential.")
def mean_of_perplexities(logits, targets):
    return np.mean(np.exp(np.minimum(_losses(logits, targets), 700.0)))


@mistake("You exponentiate the mean log-likelihood, so you get one over the perplexity: the minus sign is missing.")
def sign_missing(logits, targets):
    return np.exp(-np.mean(_losses(logits, targets)))


@mistake("You raise 2 to a loss in nats. Either use base 2 in both places or e in both.")
def two_to_the_nats(logits, targets):
    return 2 ** np.mean(_losses(logits, targets))


@mistake("You average over all T · V entries; the mean is over the T positions.")
def averaged_over_all_entries(logits, targets):
    return np.exp(np.sum(_losses(logits, targets)) / logits.size)


@mistake("Your softmax runs over the positions. Each row is a prediction of its own: axis 1.")
def softmax_over_positions(logits, targets):
    return np.exp(np.mean(_losses(logits, targets, axis=0)))


@mistake("You treat the logits as log-probabilities. Take the log-softmax of each row first.")
def not_normalised(logits, targets):
    return np.exp(np.clip(-np.mean(logits[np.arange(len(targets)), targets]), -700.0, 700.0))


@mistake("You use the model's own entropy. Only the probability of the target counts.")
def entropy(logits, targets):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.exp(-np.mean(np.sum(np.exp(log_probs) * log_probs, axis=1)))


@mistake("You pick logits[:, targets], which takes every target's column in every row. Pair each row with its own "
         "target: index with the row numbers and the targets.")
def every_target_in_every_row(logits, targets):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.exp(-np.mean((shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))[:, targets]))


@mistake("Your targets are a position off: row t predicts targets[t], nothing is to be shifted here.")
def a_position_off(logits, targets):
    return np.exp(np.mean(_losses(logits, np.roll(targets, -1))))


@mistake("exp overflows on large scores. Subtract each row's maximum first.")
def not_shifted(logits, targets):
    probs = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return np.exp(-np.mean(np.log(probs[np.arange(len(targets)), targets])))


@mistake("You take the logarithm of a probability that has underflowed to 0. Stay in logarithms: shifted logit "
         "minus the log of the row's sum.")
def log_of_the_softmax(logits, targets):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.exp(-np.mean(np.log((exps / exps.sum(axis=1, keepdims=True))[np.arange(len(targets)), targets])))


@mistake("You clip the probability (or add an epsilon to it). A rare target then counts too little: stay in "
         "logarithms, and nothing needs clipping.")
def clipped(logits, targets):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    probs = (exps / exps.sum(axis=1, keepdims=True))[np.arange(len(targets)), targets]
    return np.exp(-np.mean(np.log(np.maximum(probs, 1e-12))))


@mistake("You subtract one maximum for the whole array; a row far below it underflows. The maximum belongs to each "
         "row.")
def global_maximum(logits, targets):
    shifted = logits - logits.max()
    log_sums = np.log(np.exp(shifted).sum(axis=1))
    return np.exp(np.mean(log_sums - shifted[np.arange(len(targets)), targets]))


@alternative
def by_logaddexp(logits, targets):
    chosen = np.take_along_axis(logits, targets[:, None], axis=1)[:, 0]
    return float(np.exp((np.logaddexp.reduce(logits, axis=1) - chosen).mean()))


@alternative
def position_by_position(logits, targets):
    import math

    total = 0.0
    for row, target in zip(logits.tolist(), targets.tolist()):
        largest = max(row)
        total += largest + math.log(sum(math.exp(score - largest) for score in row)) - row[target]
    return math.exp(total / len(targets))


@alternative
def in_bits(logits, targets):
    one_hot = np.eye(logits.shape[1])[targets]
    shifted = logits - logits.max(1)[:, None]
    bits = (np.log(np.exp(shifted).sum(1)) - (shifted * one_hot).sum(1)) / np.log(2)
    return 2.0 ** bits.mean()
