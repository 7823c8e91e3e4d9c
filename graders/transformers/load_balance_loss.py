"""The load-balancing loss: hard shares times mean probabilities, every expert counted, ties by index, and stable."""

import numpy as np

from mlprep.grading.api import Case, alternative, crashes_over, mistake

QUIET = ("large logits",)


def cases(rng):
    yield Case("four tokens, two experts", np.log(np.array([[1.0, 3.0], [3.0, 1.0], [1.0, 3.0], [1.0, 3.0]])))
    yield Case("three tokens, two experts", np.log(np.array([[1.0, 3.0], [4.0, 1.0], [1.0, 9.0]])))
    yield Case("an even load", np.log(np.array([[3.0, 1.0], [1.0, 3.0]])))
    yield Case("as many tokens as experts", rng.normal(size=(3, 3)) + np.eye(3))
    yield Case("random", np.array([0.5, 0.0, 1.0, 0.2]) + rng.normal(size=(7, 4)))
    yield Case("more experts than tokens", 2 * rng.normal(size=(3, 8)))
    yield Case("a favorite of many", rng.normal(size=(20, 5)) + np.array([2.0, 0.0, 0.0, 1.0, 0.0]))
    yield Case("three hundred tokens", rng.normal(size=(300, 4)) + np.array([0.0, 0.5, 0.0, 1.0])).once()
    yield Case("one token", np.array([[1.0, 3.0, 0.5]])).edge("one token")
    yield Case("one expert", np.array([[0.7], [-2.0], [3.0]])).edge("one expert")
    yield Case("one of each", np.array([[0.7]])).edge("one expert")
    yield Case("nobody prefers the last expert", np.array([[2.0, 0.0, 1.0], [0.0, 1.0, 0.5]])).edge("unused experts")
    yield Case("all prefer the first", np.array([[2.0, 0.0, 1.0, 0.0], [3.0, 1.0, 0.5, -1.0]])).edge("unused experts")
    yield Case("a tie of two", np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 2.0]])).edge("ties")
    yield Case("all equal", np.vstack([np.zeros((1, 3)), [[0.0, 1.0, 1.0]], [[0.0, 0.0, 3.0]]])).edge("ties")
    yield Case("many ties", rng.integers(0, 3, size=(9, 5)).astype(float)).edge("ties")
    yield Case("logits of a thousand", np.array([[1000.0, 1001.0, 999.0], [1002.0, 1000.0, 1001.0]])).edge(
        "large logits"
    )
    yield Case("logits of ten thousand", np.array([[1e4, -1e4], [1e4 - 1, 1e4], [-1e4, -1e4 + 1]])).plain().edge(
        "large logits"
    )
    yield Case("one token far below the other", np.array([[800.0, 801.0, 799.0], [-800.0, -801.0, -801.5]])).edge(
        "large logits"
    )
    yield Case("logits that nearly tie", np.array([[0.0, 1e-17, -1.0], [2.0, 1.0, 0.0]])).plain().beyond(
        "Two logits that differ by 1e-17 have equal probabilities. The favorite is the expert of the largest logit, so "
        "take the argmax of the logits; you return {got}."
    )


def _softmax(logits, axis=1):
    exps = np.exp(logits - logits.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _shares(logits):
    return np.bincount(logits.argmax(axis=1), minlength=logits.shape[1]) / len(logits)


def _loss(f, P):
    return len(P) * np.sum(f * P)


@mistake("Your loss is E times too small. Multiply the sum over the experts by E.")
def factor_left_out(logits):
    return np.sum(_shares(logits) * _softmax(logits).mean(axis=0))


@mistake("You multiply by the number of tokens. Multiply by the number of experts, E.")
def factor_of_tokens(logits):
    return len(logits) * np.sum(_shares(logits) * _softmax(logits).mean(axis=0))


@mistake("You multiply by the number of experts that some token prefers. Multiply by E, all experts.")
def factor_of_used_experts(logits):
    f = _shares(logits)
    return np.count_nonzero(f) * np.sum(f * _softmax(logits).mean(axis=0))


@mistake("Your loss is n times too large. f and P are both means over the n tokens, and the factor before the sum is "
         "E.")
def divided_once(logits):
    return _loss(_shares(logits) * len(logits), _softmax(logits).mean(axis=0))


@mistake("You use counts and sums over the tokens. Both f and P are means: divide each by n.")
def counts_and_sums(logits):
    return _loss(_shares(logits) * len(logits), _softmax(logits).sum(axis=0))


@mistake("You square the mean probabilities. One factor is f, the share of tokens whose largest logit is that "
         "expert's.")
def probabilities_twice(logits):
    P = _softmax(logits).mean(axis=0)
    return _loss(P, P)


@mistake("You square the shares of tokens. One factor is P, the mean probability, which carries the gradient.")
def shares_twice(logits):
    return _loss(_shares(logits), _shares(logits))


@mistake("Your P takes only the probability of each token's favorite. It is the mean over all tokens, whichever expert "
         "they prefer.")
def chosen_probabilities_alone(logits):
    probs = _softmax(logits)
    best = np.eye(logits.shape[1])[logits.argmax(axis=1)]
    return _loss(best.mean(axis=0), (probs * best).mean(axis=0))


@mistake("You multiply token by token before you average. Average f and P over the tokens first, then multiply.")
def multiplied_token_by_token(logits):
    best = np.eye(logits.shape[1])[logits.argmax(axis=1)]
    return logits.shape[1] * np.mean(np.sum(best * _softmax(logits), axis=1))


@mistake("You average the logits. P is the mean of the probabilities: softmax first.")
def mean_of_logits(logits):
    return _loss(_shares(logits), logits.mean(axis=0))


@mistake("You take the softmax of the mean logits. P is the mean of each token's softmax.")
def softmax_of_the_mean(logits):
    return _loss(_shares(logits), _softmax(logits.mean(axis=0, keepdims=True))[0])


@mistake("You count a token for every expert that ties for its largest logit. It counts for the lowest index only.")
def ties_counted_for_all(logits):
    best = (logits == logits.max(axis=1, keepdims=True)).astype(float)
    return _loss(best.mean(axis=0), _softmax(logits).mean(axis=0))


@mistake("You divide a token among the experts that tie for its largest logit. It counts for the lowest index only.")
def ties_divided(logits):
    best = (logits == logits.max(axis=1, keepdims=True)).astype(float)
    return _loss((best / best.sum(axis=1, keepdims=True)).mean(axis=0), _softmax(logits).mean(axis=0))


@mistake("Among equal logits you take the higher index. np.argmax takes the lower one.")
def ties_to_the_higher(logits):
    return _loss(_shares(logits[:, ::-1])[::-1], _softmax(logits).mean(axis=0))


@mistake("You take each token's smallest logit. Its favorite is the expert of the largest.")
def least_favorite(logits):
    return _loss(_shares(-logits), _softmax(logits).mean(axis=0))


@mistake("Your softmax runs over the tokens. Each token's probabilities over the experts must sum to 1.")
def softmax_over_tokens(logits):
    return _loss(_shares(logits), _softmax(logits, axis=0).mean(axis=0))


@mistake("You take one favorite token per expert. Take one favorite expert per token: argmax over axis 1.")
def argmax_over_tokens(logits):
    n, E = logits.shape
    return np.sum(np.bincount(logits.argmax(axis=0), minlength=max(n, E))[:E] / n * _softmax(logits).mean(axis=0)) * E


@mistake("Your count ends at the last expert that some token prefers, so its length is wrong if nobody prefers the "
         "last one. Pass minlength=E.", kind="crashed", when=crashes_over("broadcast"))
def count_too_short(logits):
    counts = np.bincount(logits.argmax(axis=1))
    return _loss(counts / len(logits), _softmax(logits).mean(axis=0))


@mistake("exp overflows or underflows on large logits. Subtract each token's largest logit first.")
def not_shifted(logits):
    exps = np.exp(logits)
    return _loss(_shares(logits), (exps / exps.sum(axis=1, keepdims=True)).mean(axis=0))


@mistake("You subtract one maximum for all tokens, so a token whose logits are far below it underflows to 0/0. "
         "Subtract each token's own maximum.")
def one_maximum(logits):
    exps = np.exp(logits - logits.max())
    return _loss(_shares(logits), (exps / exps.sum(axis=1, keepdims=True)).mean(axis=0))


@mistake("You return one number per expert. Return their sum.")
def not_summed(logits):
    return logits.shape[1] * _shares(logits) * _softmax(logits).mean(axis=0)


@alternative
def by_one_hot_rows(logits):
    n, E = logits.shape
    best = np.zeros((n, E))
    best[np.arange(n), np.argmax(logits, axis=1)] = 1
    log_probs = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return E * best.mean(axis=0) @ np.exp(log_probs).mean(axis=0)


@alternative
def in_plain_python(logits):
    import math

    rows = logits.tolist()
    n, E = len(rows), len(rows[0])
    f, P = [0.0] * E, [0.0] * E
    for row in rows:
        top = max(row)
        f[row.index(top)] += 1 / n
        exps = [math.exp(value - top) for value in row]
        for e in range(E):
            P[e] += exps[e] / sum(exps) / n
    return E * sum(a * b for a, b in zip(f, P))


@alternative
def by_einsum(logits):
    n, E = logits.shape
    probs = _softmax(np.asarray(logits, dtype=float))
    chosen = np.argsort(-logits, axis=1, kind="stable")[:, :1] == np.arange(E)
    return np.einsum("ie,je->", chosen.astype(float), probs) * E / n**2
