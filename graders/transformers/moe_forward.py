"""A mixture of experts: the choice, the weights in its order, the experts themselves, ties by index, and stable.

Where logits tie, tokens and router weights are whole numbers, so that every way to compute the logits gives a tie.
"""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, says, uses

QUIET = ("large logits",)


def cases(rng):
    def layer(E, D, F):
        return rng.normal(size=(E, D, F)), rng.normal(size=(E, F, D))

    def given(n, D, E, F, k, scale=1.0):
        return rng.normal(size=(n, D)), scale * rng.normal(size=(D, E)), *layer(E, D, F), k

    def scaled(D, *factors):
        """Experts that return a multiple of the positive part of x."""
        eye = np.stack([np.eye(D)] * len(factors))
        return eye, eye * np.reshape(factors, (-1, 1, 1))

    log3 = np.log(3.0)
    x = np.array([[1.0, 2.0]])
    yield Case("two of three experts", x, np.array([[0.0, log3, 0.0], [0.0, 0.0, -1.0]]), *scaled(2, 1, 5, 9), 2)
    router = np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 3.0]])
    yield Case("the best of three", np.array([[1.0, 0.0], [0.0, 1.0]]), router, *scaled(2, 1, 10, 100), 1)
    yield Case("two tokens", np.array([[1.0, 0.0], [0.0, 1.0]]), router, *scaled(2, 1, 10, 100), 2)
    yield Case("all lengths different", *given(6, 3, 5, 4, 2))
    yield Case("three of seven", *given(5, 2, 7, 3, 3))
    yield Case("as many experts as tokens and columns", *given(4, 4, 4, 4, 2))
    yield Case("close logits", *given(5, 3, 4, 2, 2, 0.2))
    yield Case("two hundred tokens", *given(200, 3, 4, 5, 2)).once()
    yield Case("a single expert", *given(3, 2, 1, 4, 1)).edge("one expert")
    yield Case("one expert for each token", *given(5, 3, 4, 2, 1)).edge("one expert")
    yield Case("every expert chosen", *given(4, 2, 3, 5, 3)).edge("all experts")
    yield Case("both of two", *given(3, 3, 2, 2, k=2)).edge("all experts")
    yield Case("one token", *given(1, 3, 4, 5, 2)).edge("one token")
    yield Case("one of each", *given(1, 1, 1, 1, 1)).edge("one token")
    router = np.array([[3.0, 1.0, 2.0, 0.0], [3.0, 2.0, 1.0, -1.0]])
    yield Case("two experts are never chosen", 1 + rng.random(size=(3, 2)), router, *layer(4, 2, 3), 1).edge(
        "unused experts"
    )
    router = np.array([[1.0, 2.0, 2.0, 0.0], [0.0, 1.0, 1.0, 1.0]])
    yield Case("a tie for the best", np.array([[1.0, 0.0], [2.0, 1.0]]), router, *scaled(2, 1, 10, 100, 1000), 1).edge(
        "ties"
    )
    yield Case("a tie at the border", np.array([[0.0, 1.0], [-1.0, 0.0]]), np.array([[0.0, -1.0, 2.0, 0.0],
               [1.0, 2.0, 1.0, 1.0]]), *layer(4, 2, 3), 2).edge("ties")
    yield Case("all logits equal", np.ones((2, 2)), np.ones((2, 5)), *layer(5, 2, 3), 3).edge("ties")
    x, router = rng.integers(1, 3, size=(2, 2)).astype(float), rng.integers(0, 3, size=(2, 40)).astype(float)
    yield Case("many ties among forty", x, router, *layer(40, 2, 2), 12).edge("ties")
    large = np.array([[100.0, -100.0, 0.0], [0.0, 1.0, 98.0]])
    yield Case("logits of ten thousand", np.array([[100.0, 1.0], [-100.0, 2.0]]), large, *layer(3, 2, 4), 2).edge(
        "large logits"
    )
    near = np.array([[900.0, 901.0, 899.0, 0.0], [1.0, 0.0, 2.0, 0.0]])
    yield Case("close logits around a thousand", np.array([[1.0, 0.0], [1.0, 1.0]]), near, *layer(4, 2, 3), 3).edge(
        "large logits"
    )
    yield Case("one token far below the other", np.array([[1.0, 0.0], [-1.0, 2.0]]), near[:, :3], *layer(3, 2, 3),
               3).edge("large logits")


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _best(logits, k):
    return np.argsort(-logits, axis=1, kind="stable")[:, :k]


def _relu(z):
    return np.maximum(z, 0)


def _experts(x, W1, W2, activation=_relu):
    """All experts for all tokens: (n, E, D)."""
    return np.einsum("nef,efd->ned", activation(np.einsum("nd,edf->nef", x, W1)), W2)


def _mixed(x, W1, W2, chosen, weights, activation=_relu):
    outputs = _experts(x, W1, W2, activation)
    return np.einsum("nk,nkd->nd", weights, np.take_along_axis(outputs, chosen[:, :, None], axis=1))


def _moe(x, W_router, W1, W2, k, best=_best, softmax=_softmax, activation=_relu):
    logits = x @ W_router
    chosen = best(logits, k)
    return _mixed(x, W1, W2, chosen, softmax(np.take_along_axis(logits, chosen, axis=1)), activation)


@mistake("You keep k weights of a softmax over all experts, so they sum to less than 1. Take the softmax over the "
         "chosen logits alone.")
def softmax_over_all(x, W_router, W1, W2, k):
    logits = x @ W_router
    chosen = _best(logits, k)
    return _mixed(x, W1, W2, chosen, np.take_along_axis(_softmax(logits), chosen, axis=1))


@mistake("You use all experts for every token. Only the k with the largest logits count, and the softmax is over "
         "these.")
def all_experts(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, len(W1))


@mistake("You use only the best expert of each token. Add the weighted outputs of its k best ones.")
def best_alone(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, 1)


@mistake("You give the chosen experts equal weights. Take a softmax over their logits.")
def equal_weights(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=lambda best: np.full(best.shape, 1 / k))


@mistake("You add the chosen experts' outputs without weights. Weigh them by a softmax over their logits.")
def no_weights(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=np.ones_like)


@mistake("You weigh the outputs by the logits themselves. Take their softmax.")
def raw_logits(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=lambda best: best)


@mistake("You divide the chosen logits by their sum, which may be zero or negative. Take a softmax instead.")
def divided_by_the_sum(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=lambda best: best / best.sum(axis=1, keepdims=True))


@mistake("You divide the router's logits by √D, which changes the weights. They are x W_router as it is.")
def scaled_logits(x, W_router, W1, W2, k):
    return _moe(x, W_router / np.sqrt(x.shape[1]), W1, W2, k)


@mistake("You weigh each expert by a sigmoid of its own logit. Take a softmax over the chosen logits.")
def sigmoids(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=lambda best: 0.5 * (1 + np.tanh(best / 2)))


@mistake("You choose the k lowest logits. Choose the highest.")
def lowest(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, lambda logits, k: np.argsort(logits, axis=1, kind="stable")[:, :k])


@mistake("You compute the first k experts, whichever are chosen. Use the weights at the chosen indices: W1[chosen] and "
         "W2[chosen].")
def first_experts(x, W_router, W1, W2, k):
    logits = x @ W_router
    weights = _softmax(np.take_along_axis(logits, _best(logits, k), axis=1))
    return _mixed(x, W1, W2, np.tile(np.arange(k), (len(x), 1)), weights)


@mistake("Your weights and your experts are in different orders. Gather the logits at the chosen indices, then take "
         "the softmax.")
def weights_in_another_order(x, W_router, W1, W2, k):
    logits = x @ W_router
    chosen = _best(logits, k)
    return _mixed(x, W1, W2, np.sort(chosen, axis=1), _softmax(np.take_along_axis(logits, chosen, axis=1)))


@mistake("You choose the same experts for all tokens, {how}. Choose for each token by itself.",
         constants={"how": ("by their mean logit", "those of the first one")})
def one_choice_for_all(x, W_router, W1, W2, k, *, how):
    def best(logits, k):
        row = logits.mean(axis=0, keepdims=True) if "mean" in how else logits[:1]
        return np.tile(_best(row, k), (len(logits), 1))

    return _moe(x, W_router, W1, W2, k, best)


@mistake("A later expert overwrites what an earlier one gave a token. Add the weighted outputs up.")
def overwritten(x, W_router, W1, W2, k):
    logits, out = x @ W_router, np.zeros(x.shape)
    chosen = _best(logits, k)
    weights = _softmax(np.take_along_axis(logits, chosen, axis=1))
    for e in range(len(W1)):
        tokens, ranks = np.nonzero(chosen == e)
        out[tokens] = weights[tokens, ranks][:, None] * (_relu(x[tokens] @ W1[e]) @ W2[e])
    return out


@mistake("Only the last of the chosen experts counts, since each overwrites the one before. Add the weighted "
         "outputs up.")
def last_rank_alone(x, W_router, W1, W2, k):
    logits = x @ W_router
    chosen = _best(logits, k)
    weights = _softmax(np.take_along_axis(logits, chosen, axis=1))
    return _mixed(x, W1, W2, chosen[:, -1:], weights[:, -1:])


@mistake("You leave out the ReLU inside the experts. Replace negative hidden entries by 0.")
def without_relu(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, activation=lambda z: z)


@mistake("You use {name} inside the experts. Use the ReLU: max(0, x W1[e]).",
         constants={"name": ("GELU", "SiLU")})
def another_activation(x, W_router, W1, W2, k, *, name):
    gelu = np.vectorize(lambda z: 0.5 * z * (1 + math.erf(z / 2**0.5)), otypes=[float])
    return _moe(x, W_router, W1, W2, k, activation=gelu if name == "GELU" else lambda z: z * 0.5 * (1 + np.tanh(z / 2)))


@mistake("You apply the ReLU after W2. It belongs between the two products: ReLU(x W1[e]) W2[e].")
def relu_after_the_second_product(x, W_router, W1, W2, k):
    logits = x @ W_router
    chosen = _best(logits, k)
    outputs = _relu(_experts(x, W1, W2, lambda z: z))
    weights = _softmax(np.take_along_axis(logits, chosen, axis=1))
    return np.einsum("nk,nkd->nd", weights, np.take_along_axis(outputs, chosen[:, :, None], axis=1))


@mistake("You give every chosen expert the weight of the best one. Each has its own weight.")
def first_weight_for_all(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=lambda best: np.repeat(_softmax(best)[:, :1], k, axis=1))


@mistake("You apply a ReLU to the result as well. Apply it only inside the experts.")
def relu_on_the_output(x, W_router, W1, W2, k):
    return _relu(_moe(x, W_router, W1, W2, k))


@mistake("You add the input to the result. The residual connection belongs to the block, not to this layer.")
def with_a_residual(x, W_router, W1, W2, k):
    return x + _moe(x, W_router, W1, W2, k)


@mistake("Your softmax runs over the tokens. Each token's weights over its own k experts must sum to 1.",
         constants={"shifted_by_row": (False, True)})
def softmax_over_tokens(x, W_router, W1, W2, k, *, shifted_by_row):
    def softmax(best):
        return _softmax(best - best[:, :1] if shifted_by_row else best, axis=0)

    return _moe(x, W_router, W1, W2, k, softmax=softmax)


@mistake("Among equal logits you take the higher index first, as when an ascending sort is reversed. Sort the negated "
         "logits with kind='stable'.", constants={"kind": ("quicksort", "stable")},
         when=lacks("argpartition", "partition"))
def ties_to_the_higher(x, W_router, W1, W2, k, *, kind):
    return _moe(x, W_router, W1, W2, k, lambda logits, k: np.argsort(logits, axis=1, kind=kind)[:, ::-1][:, :k])


@mistake("Your sort is not stable, so equal logits lose their order among many experts. Pass kind='stable'.",
         when=both(uses("argsort", "sort"), lacks("argpartition", "partition")))
def not_stable(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, lambda logits, k: np.argsort(-logits, axis=1)[:, :k])


@mistake("np.argpartition chooses arbitrarily among equal logits. Take the first k of a stable sort of the negated "
         "logits.", when=uses("argpartition"), constants={"form": ("ascending", "negated")})
def partitioned(x, W_router, W1, W2, k, *, form):
    def best(logits, k):
        if form == "ascending":
            return np.argpartition(logits, -k, axis=1)[:, -k:]
        return np.argpartition(-logits, k - 1, axis=1)[:, :k]

    return _moe(x, W_router, W1, W2, k, best)


@mistake("You keep every expert whose logit reaches the k-th largest, so ties let in more than k. Keep exactly k, the "
         "lower index first.")
def ties_all_kept(x, W_router, W1, W2, k):
    logits = x @ W_router
    least = -np.sort(-logits, axis=1)[:, k - 1 : k]
    weights = _softmax(np.where(logits >= least, logits, -np.inf))
    return np.einsum("ne,ned->nd", weights, _experts(x, W1, W2))


@mistake("You set the logits of the other experts to 0 before the softmax, and a logit of 0 has the weight exp(0). Set "
         "them to −∞.")
def others_at_zero(x, W_router, W1, W2, k):
    logits, chosen = x @ W_router, np.zeros((len(x), len(W1)))
    np.put_along_axis(chosen, _best(logits, k), 1.0, axis=1)
    return np.einsum("ne,ned->nd", _softmax(logits * chosen), _experts(x, W1, W2))


@mistake("exp overflows or underflows on large logits. Subtract each token's largest logit first.")
def not_shifted(x, W_router, W1, W2, k):
    return _moe(x, W_router, W1, W2, k, softmax=lambda best: np.exp(best) / np.exp(best).sum(axis=1, keepdims=True))


@mistake("You subtract one maximum for all tokens, so a token whose logits are far below it underflows to 0/0. "
         "Subtract each token's own maximum.")
def one_maximum(x, W_router, W1, W2, k):
    def softmax(best):
        exps = np.exp(best - best.max())
        return exps / exps.sum(axis=1, keepdims=True)

    return _moe(x, W_router, W1, W2, k, softmax=softmax)


@mistake("You return an output for each chosen expert. Add them up with their weights.")
def not_added(x, W_router, W1, W2, k):
    logits = x @ W_router
    chosen = _best(logits, k)
    weights = _softmax(np.take_along_axis(logits, chosen, axis=1))
    return weights[:, :, None] * np.take_along_axis(_experts(x, W1, W2), chosen[:, :, None], axis=1)


@mistake("You write into x, which belongs to the caller. Work on a copy.", kind="changed", when=says("first argument"))
def written_into_x(x, W_router, W1, W2, k):
    x[...] = _moe(x, W_router, W1, W2, k)
    return x.copy()


@alternative
def token_by_token(x, W_router, W1, W2, k):
    out = []
    for token in x:
        logits = token @ W_router
        chosen = sorted(range(len(logits)), key=lambda e: (-logits[e], e))[:k]
        exps = [math.exp(logits[e] - logits[chosen[0]]) for e in chosen]
        outputs = [np.maximum(token @ W1[e], 0) @ W2[e] for e in chosen]
        out.append(sum(w * each for w, each in zip(exps, outputs)) / sum(exps))
    return np.array(out)


@alternative
def all_experts_with_a_mask(x, W_router, W1, W2, k):
    logits = x @ W_router
    order = np.argsort(-logits, axis=1, kind="stable")
    ranks = np.argsort(order, axis=1, kind="stable")
    masked = np.where(ranks < k, logits, -np.inf)
    gates = np.exp(masked - np.logaddexp.reduce(masked, axis=1, keepdims=True))
    out = 0
    for e in range(W1.shape[0]):
        out = out + gates[:, e : e + 1] * (np.clip(x @ W1[e], 0, None) @ W2[e])
    return out


@alternative
def by_gathered_weights(x, W_router, W1, W2, k):
    left, chosen = np.array(x @ W_router, dtype=float), []
    for _ in range(k):
        chosen.append(left.argmax(axis=1))
        left[np.arange(len(x)), chosen[-1]] = -np.inf
    chosen = np.stack(chosen, axis=1)
    probs = _softmax(np.take_along_axis(x @ W_router, chosen, axis=1))
    hidden = np.einsum("nd,nkdf->nkf", x, W1[chosen])
    return np.einsum("nk,nkf,nkfd->nd", probs, hidden * (hidden > 0), W2[chosen])
