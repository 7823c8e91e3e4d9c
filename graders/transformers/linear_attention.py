"""Linear attention: the feature map, causality, the exact normalization, and cost and memory that grow with T alone.

The cost is timed on 2,000 and 20,000 tokens in one run: right code takes 10 to 17 times as long on the latter, code
that looks at all past keys for each token 50 times and more. Code in plain Python shows the same with fewer tokens. The
time is taken again before it fails.
"""

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, loops, max_peak_bytes, mistake, says

SECONDS = 30


def probe(module, case):
    """Calls the function; in the case "growth", measures how the time grows from the first tokens to all of them."""
    Q, K, V = case.args
    if case.entry != "growth":
        return module.linear_attention(Q, K, V)
    import sys
    import time
    import tracemalloc

    def largest():
        """Where the code is in PyTorch: how many entries the largest tensor has that a call with 1,000 tokens makes."""
        import torch
        from torch.overrides import TorchFunctionMode

        found = [0]

        class Watch(TorchFunctionMode):
            def __torch_function__(self, function, types, args=(), kwargs=None):
                result = function(*args, **(kwargs or {}))
                if isinstance(result, torch.Tensor):
                    whole = result
                    while torch._C._functorch.is_functorch_wrapped_tensor(whole):  # inside torch.vmap
                        whole = torch._C._functorch.get_unwrapped(whole)
                    found.append(whole.numel())
                return result

        with Watch():
            module.linear_attention(Q[:1000], K[:1000], V[:1000])
        return max(found)

    def seconds(count):
        """Of processor time for one call: the mean of as many as take 20 ms, since some clocks tick no finer."""
        began, calls = time.process_time(), 0
        while calls < 50 and (calls == 0 or time.process_time() - began < 0.02):
            module.linear_attention(Q[:count], K[:count], V[:count])
            calls += 1
        return max((time.process_time() - began) / calls, 1e-6)

    few, many = 2_000, 20_000
    if seconds(200) > 0.01:  # 50 µs per token: loops in Python, whose growth few tokens show
        few, many = 100, 1_000
    else:
        tracemalloc.start()
        module.linear_attention(Q[:1000], K[:1000], V[:1000])
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        if "torch" in sys.modules:  # takes memory that Python does not count
            peak = 8 * largest()
        if peak > 0.9 * 8 * 1000 * 1000:  # twenty times as many tokens would not fit into memory
            return {"growth": 100.0, "matrix": True}
    growth = seconds(many) / seconds(few)
    if 20 < growth < 200:
        growth = min(growth, seconds(many) / seconds(few))
    return {"growth": growth, "matrix": False}


class _Linear(Check):
    """Ten times as many tokens take less than 25 times as long."""

    def __call__(self, case, got, want):
        if not isinstance(got.value, dict):
            return None
        if got.value["matrix"]:
            return Failure("memory", "Right, but at 1,000 tokens it held as much as a (T, T) matrix.")
        if got.value["growth"] < 25:
            return None
        times = f"{got.value['growth']:.0f} times as long"
        return Failure("slow", f"Right, but ten times as many tokens take {times}; less than 25 times is asked for.")


def cases(rng):
    def qkv(T, d, d_v, scale=1.0):
        return scale * rng.normal(size=(T, d)), scale * rng.normal(size=(T, d)), rng.normal(size=(T, d_v))

    zero, values = np.zeros((3, 1)), np.array([[1.0], [3.0], [8.0]])
    yield Case("equal weights", zero, zero, values)
    yield Case("features 1, 2 and 1", zero, np.array([[0.0], [1.0], [0.0]]), values)
    yield Case("features of the queries", np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 3.0]]),
               np.array([[2.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), values)
    yield Case("negative entries", np.array([[-1.0], [0.5], [-2.0]]), np.array([[-1.0], [-2.0], [0.5]]), values)
    yield Case("all lengths different", *qkv(5, 3, 2))
    yield Case("as many tokens as columns", *qkv(4, 4, 4))
    yield Case("a wide spread", *qkv(6, 2, 3, 3.0))
    yield Case("a hundred and thirty tokens", *qkv(130, 3, 2)).once()
    yield Case("one token", *qkv(1, 3, 2)).edge("one token")
    yield Case("one token, one column", *qkv(1, 1, 1)).edge("one token")
    yield Case("one feature", *qkv(4, 1, 3)).edge("widths")
    yield Case("values of one column", *qkv(4, 3, 1)).edge("widths")
    yield Case("more features than tokens", *qkv(3, 6, 2)).edge("widths")
    low = np.full((3, 2), -15.0)
    yield Case("weights near 1e-13", low, low, rng.normal(size=(3, 2))).plain().edge("small weights")
    Q, K, V = qkv(5, 3, 2, 0.5)
    yield Case("random small weights", Q - 13, K - 13, V).plain().edge("small weights")
    Q, K, V = qkv(4, 3, 2)
    yield Case("entries up to 100", np.clip(40 * Q, -15, 100), np.clip(40 * K, -15, 100), V).plain().edge(
        "large entries"
    )
    yield Case("a hundred in every place", np.full((3, 2), 100.0), np.full((3, 2), 100.0), V[:3]).edge("large entries")
    yield Case("2,000 tokens and 20,000", *qkv(20_000, 8, 8)).to("growth").once().unreferenced().edge(
        "linear cost"
    ).judged(_Linear())
    T = 3000
    quarter = max_peak_bytes(T * T * 8 / 4, "Carry a sum over the past along instead of scores for all pairs.")
    yield Case("three thousand tokens", *qkv(T, 8, 8)).once().edge("little memory").judged(close(), quarter)


def _features(x):
    return np.maximum(x, 0) + np.exp(np.minimum(x, 0))


def _attend(Q, K, V, feature=_features, blocked=None, add=0.0):
    """By the whole matrix of weights, cut off where a known mistake is tried on many tokens."""
    scores = feature(Q) @ feature(K).T
    scores = np.where(np.tri(len(Q), dtype=bool) if blocked is None else ~blocked, scores, 0.0)
    return scores @ V / (scores.sum(axis=1, keepdims=True) + add)


@mistake("You let every token see all tokens. Token i sees the keys up to its own, j <= i.")
def not_causal(Q, K, V):
    queries, keys = _features(Q), _features(K)
    return queries @ (keys.T @ V) / (queries @ keys.sum(axis=0))[:, None]


@mistake("A token does not see itself in your code. Add its own key and value to the sums before you read them.",
         constants={"eps": (0.0, 1e-6, 1e-8, 1e-9, 1e-12)})
def itself_left_out(Q, K, V, *, eps):
    return _attend(Q, K, V, blocked=~np.tri(len(Q), k=-1, dtype=bool), add=eps)


@mistake("Your {what} does not include the token itself. Both sums run over j <= i.",
         constants={"what": ("numerator", "denominator")})
def one_sum_is_late(Q, K, V, *, what):
    queries, keys = _features(Q), _features(K)
    states, sums = np.cumsum(keys[:, :, None] * V[:, None], axis=0), np.cumsum(keys, axis=0)
    if what == "numerator":
        states = np.concatenate([np.zeros_like(states[:1]), states[:-1]])
    else:
        sums = np.concatenate([np.zeros_like(sums[:1]), sums[:-1]])
    return np.einsum("td,tde->te", queries, states) / np.einsum("td,td->t", queries, sums)[:, None]


@mistake("You leave out the division. Divide each output by the sum of its weights, φ(q_i) · Σ φ(k_j).")
def not_normalized(Q, K, V):
    return np.tril(_features(Q) @ _features(K).T) @ V


@mistake("You divide by the sum over all keys. The sum of token i runs over j <= i, like the numerator.")
def divided_by_the_whole_sum(Q, K, V):
    scores = _features(Q) @ _features(K).T
    return np.tril(scores) @ V / scores.sum(axis=1, keepdims=True)


@mistake("You divide by the number of tokens so far. Divide by the sum of the weights, φ(q_i) · Σ φ(k_j).")
def divided_by_the_count(Q, K, V):
    return np.tril(_features(Q) @ _features(K).T) @ V / np.arange(1, len(Q) + 1)[:, None]


@mistake("Your divisor lacks the query. Divide by the sum of the weights, φ(q_i) · Σ φ(k_j).")
def divided_by_the_keys_alone(Q, K, V):
    queries, keys = _features(Q), _features(K)
    return np.tril(queries @ keys.T) @ V / np.cumsum(keys.sum(axis=1))[:, None]


@mistake("You add {eps} to the sum of the weights. All features are positive, so divide by the sum itself.",
         constants={"eps": (1e-6, 1e-8, 1e-5, 1e-10, 1e-12, 1e-15)})
def epsilon_added(Q, K, V, *, eps):
    return _attend(Q, K, V, add=eps)


@mistake("You keep the sum of the weights above {eps}. All features are positive, so divide by the sum itself.",
         constants={"eps": (1e-6, 1e-8, 1e-5, 1e-10, 1e-12)})
def sum_kept_above(Q, K, V, *, eps):
    scores = np.tril(_features(Q) @ _features(K).T)
    return scores @ V / np.maximum(scores.sum(axis=1, keepdims=True), eps)


@mistake("Your feature map is {name}. Use ELU plus 1: x + 1 for positive x, exp(x) otherwise.",
         constants={"name": ("ELU without the 1", "the ReLU", "the ReLU plus 1", "the exponential", "softplus",
                             "the sigmoid", "the identity", "x + 1 for every x")})
def another_feature_map(Q, K, V, *, name):
    feature = {
        "ELU without the 1": lambda x: _features(x) - 1,
        "the ReLU": lambda x: np.maximum(x, 0),
        "the ReLU plus 1": lambda x: np.maximum(x, 0) + 1,
        "the exponential": np.exp,
        "softplus": lambda x: np.logaddexp(0, x),
        "the sigmoid": lambda x: 0.5 * (1 + np.tanh(x / 2)),
        "the identity": lambda x: x,
        "x + 1 for every x": lambda x: x + 1,
    }[name]
    return _attend(Q, K, V, feature)


@mistake("You swap the branches of the feature map, or their condition: x + 1 belongs to positive x, exp(x) to the "
         "others.")
def branches_swapped(Q, K, V):
    return _attend(Q, K, V, lambda x: np.where(x > 0, np.exp(x), x + 1))


@mistake("You apply the feature map to {what} alone. It belongs to both.", constants={"what": ("queries", "keys")})
def one_side_mapped(Q, K, V, *, what):
    scores = _features(Q) @ K.T if what == "queries" else Q @ _features(K).T
    scores = np.tril(scores)
    return scores @ V / scores.sum(axis=1, keepdims=True)


@mistake("You apply the feature map to the values too. They stay as they are.")
def values_mapped(Q, K, V):
    return _attend(Q, K, _features(V))


@mistake("You compute softmax attention. The weight of key j is φ(q_i) · φ(k_j), without an exponential around it.",
         constants={"scaled": (True, False)})
def softmax_attention(Q, K, V, *, scaled):
    scores = Q @ K.T / (np.sqrt(Q.shape[1]) if scaled else 1.0)
    scores = np.where(np.tri(len(Q), dtype=bool), scores, -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ V / weights.sum(axis=1, keepdims=True)


@mistake("You put a softmax around the products of features. Divide them by their sum instead.")
def softmax_of_the_products(Q, K, V):
    scores = np.where(np.tri(len(Q), dtype=bool), _features(Q) @ _features(K).T, -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights @ V / weights.sum(axis=1, keepdims=True)


@mistake("You divide the queries by √d before the feature map, which changes the weights. They are not scaled here.")
def scaled(Q, K, V):
    return _attend(Q / np.sqrt(Q.shape[1]), K, V)


@mistake("You hold a weight for every pair of tokens. Carry two sums over the past along: of φ(k) vᵀ, and of φ(k).",
         kind="memory", when=says("held"))
def whole_matrix(Q, K, V):
    return _attend(Q, K, V)


@mistake("For each token you go through all its past keys again, so the cost grows with T². Carry two sums over the "
         "past along: of φ(k) vᵀ, and of φ(k).", kind="slow", when=loops())
def past_again_for_each_token(Q, K, V):
    queries, keys, out = _features(Q), _features(K), np.zeros(V.shape)
    for i in range(len(Q)):
        weights = keys[: i + 1] @ queries[i]
        out[i] = weights @ V[: i + 1] / weights.sum()
    return out


@alternative
def token_by_token(Q, K, V):
    queries, keys = (np.where(x > 0, x + 1, np.exp(x)) for x in (Q, K))
    state, total, out = np.zeros((Q.shape[1], V.shape[1])), np.zeros(Q.shape[1]), []
    for q, k, v in zip(queries, keys, V):
        state = state + np.outer(k, v)
        total = total + k
        out.append(q @ state / (q @ total))
    return np.array(out)


@alternative
def in_chunks(Q, K, V):
    queries, keys = _features(Q), _features(K)
    values = np.hstack([V, np.ones((len(V), 1))])  # the last column adds up the weights
    state, out = np.zeros((Q.shape[1], values.shape[1])), np.empty(values.shape)
    for start in range(0, len(Q), 64):
        part = slice(start, start + 64)
        out[part] = np.tril(queries[part] @ keys[part].T) @ values[part] + queries[part] @ state
        state = state + keys[part].T @ values[part]
    return out[:, :-1] / out[:, -1:]


@alternative
def column_by_column(Q, K, V):
    queries = np.where(Q > 0, Q, np.expm1(np.minimum(Q, 0))) + 1
    keys = np.where(K > 0, K, np.expm1(np.minimum(K, 0))) + 1
    total = sum(queries[:, i] * np.cumsum(keys[:, i]) for i in range(Q.shape[1]))
    columns = [
        sum(queries[:, i] * np.cumsum(keys[:, i] * V[:, j]) for i in range(Q.shape[1])) / total
        for j in range(V.shape[1])
    ]
    return np.stack(columns, axis=1)
