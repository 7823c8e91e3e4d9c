"""Perplexity: exp of the mean loss, each position's own softmax, the targets' entries, and stable."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

QUIET = ("large scores",)


def cases(rng):
    def given(T, V):
        return rng.normal(size=(T, V)) * 1.5, rng.integers(V, size=T)

    yield Case("two positions", np.log(np.array([[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]])), np.array([0, 1]))
    yield Case("as many positions as tokens", *given(3, 3))
    yield Case("more positions than tokens", *given(5, 2))
    yield Case("more tokens than positions", *given(2, 7))
    yield Case("one target everywhere", given(4, 3)[0], np.array([2, 2, 2, 2]))
    yield Case("targets in order", given(4, 4)[0], np.arange(4))
    yield Case("twenty positions", *given(20, 6))
    yield Case("three hundred positions", *given(300, 5))
    yield Case("three hundred tokens", rng.normal(size=(2, 300)), np.array([280, 140])).plain()
    yield Case("two equal scores", np.array([[0.0, 0.0]]), np.array([1])).edge("one position")
    yield Case("three scores", np.array([[1.0, 2.0, 0.5]]), np.array([2])).edge("one position")
    yield Case("a vocabulary of one", np.array([[3.0], [-2.0]]), np.array([0, 0])).edge("one token")
    logits, targets = given(4, 3)
    yield Case("int8 targets", logits, targets.astype(np.int8)).edge("integer dtypes")
    logits, targets = given(40, 20)
    yield Case("uint8 targets", logits, targets.astype(np.uint8)).plain().edge("integer dtypes")
    logits = np.array([[1000.0, 1001.0, 999.0], [1000.0, 1002.0, 1001.0]])
    yield Case("scores of a thousand", logits, np.array([0, 1])).edge("large scores")
    logits = np.array([[-1000.0, -1001.0], [-2000.0, -1999.0]])
    yield Case("all far below zero", logits, np.array([1, 0])).edge("large scores")
    logits = np.array([[1e4, -1e4, 1e4 - 1], [-1e4, -1e4 + 1, -1e4 + 2]])
    yield Case("scores of ten thousand", logits, np.array([2, 0])).plain().edge("large scores")
    logits = np.array([[800.0, 801.0], [-800.0, -801.0]])
    yield Case("one row far below the other", logits, np.array([0, 1])).edge("rows far apart")
    logits = rng.normal(size=(3, 4)) + np.array([[0.0], [-3000.0], [-1000.0]])
    yield Case("three rows, thousands apart", logits, np.array([3, 0, 2])).plain().edge("rows far apart")
    # float32 could not hold the result
    logits = np.array([[0.0, -900.0], [2.0, 1.0], [1.0, 0.0], [0.0, 0.0]])
    yield Case("a target of probability 1e-391", logits, np.array([1, 0, 1, 1])).plain().edge("rare targets")
    logits = np.vstack([[3.0, -800.0, 2.0], rng.normal(size=(3, 3))])
    yield Case("one rare target among four", logits, np.array([1, 0, 2, 1])).plain().edge("rare targets")


def _losses(logits, targets, axis=1):
    shifted = logits - logits.max(axis=axis, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return -log_probs[np.arange(len(targets)), targets]


@mistake("You return the mean negative log-likelihood. Perplexity is its exponential.")
def no_exponential(logits, targets):
    return np.mean(_losses(logits, targets))


@mistake("You sum the losses over the positions. Exponentiate their mean.")
def summed(logits, targets):
    return np.exp(np.sum(_losses(logits, targets)))


@mistake("You average the perplexities of the positions. Take the mean of the losses first, then the exponential.")
def mean_of_perplexities(logits, targets):
    return np.mean(np.exp(_losses(logits, targets)))


@mistake("You exponentiate the mean log-likelihood, which gives 1 / perplexity. Add the minus sign.")
def sign_missing(logits, targets):
    return np.exp(-np.mean(_losses(logits, targets)))


@mistake("You raise 2 to a loss in nats. Use base 2 in both places, or e in both.")
def two_to_the_nats(logits, targets):
    return 2 ** np.mean(_losses(logits, targets))


@mistake("You raise e to a loss in bits. Use base 2 in both places, or e in both.")
def e_to_the_bits(logits, targets):
    return np.exp(np.mean(_losses(logits, targets)) / np.log(2))


@mistake("You average over all T · V entries. Average over the T positions.")
def averaged_over_all_entries(logits, targets):
    return np.exp(np.sum(_losses(logits, targets)) / logits.size)


@mistake("Your softmax runs over the positions. Each row is one prediction, so use axis 1.")
def softmax_over_positions(logits, targets):
    return np.exp(np.mean(_losses(logits, targets, axis=0)))


@mistake("You treat the logits as log-probabilities. Take the log-softmax of each row first.")
def not_normalized(logits, targets):
    return np.exp(-np.mean(logits[np.arange(len(targets)), targets]))


@mistake("You use the entropy of the model's own prediction. Only the probability of the target counts.")
def entropy(logits, targets):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return np.exp(-np.mean(np.sum(np.exp(log_probs) * log_probs, axis=1)))


@mistake("You take every target's column in every row, as indexing with [:, targets] does. Pair each row with its own "
         "target: index with the row numbers and the targets.")
def every_target_in_every_row(logits, targets):
    shifted = logits - logits.max(axis=1, keepdims=True)
    return np.exp(-np.mean((shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))[:, targets]))


@mistake("You shift the targets by one position. Row t predicts targets[t], so shift nothing.")
def a_position_off(logits, targets):
    return np.exp(np.mean(_losses(logits, np.roll(targets, -1))))


@mistake("You shift the targets by one position and drop the last row, as in training code. Row t predicts "
         "targets[t], so shift nothing.")
def next_token_shift(logits, targets):
    return np.exp(np.mean(_losses(logits[:-1], targets[1:])))


@mistake("exp overflows or underflows on large scores. Subtract each row's maximum first.")
def not_shifted(logits, targets):
    probs = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    return np.exp(-np.mean(np.log(probs[np.arange(len(targets)), targets])))


@mistake("exp overflows or underflows on large scores. Subtract each row's maximum before you sum the exponentials.")
def sum_not_shifted(logits, targets):
    log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    return np.exp(-np.mean(log_probs[np.arange(len(targets)), targets]))


@mistake("You take the logarithm of a probability that has underflowed to 0. Stay in logarithms: shifted logit "
         "minus the log of the row's sum.")
def log_of_the_softmax(logits, targets):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.exp(-np.mean(np.log((exps / exps.sum(axis=1, keepdims=True))[np.arange(len(targets)), targets])))


@mistake("You clip the probability at {eps}, or add that much to it, so a rare target costs too little. Stay in "
         "logarithms, where nothing needs clipping.",
         constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-15, 1e-20, 1e-300)})
def clipped(logits, targets, *, eps):
    exps = np.exp(logits - logits.max(axis=1, keepdims=True))
    probs = (exps / exps.sum(axis=1, keepdims=True))[np.arange(len(targets)), targets]
    return np.exp(-np.mean(np.log(np.maximum(probs, eps))))


@mistake("You subtract one maximum for the whole array, so a row far below it underflows. Subtract each row's own "
         "maximum.")
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
