"""The encoder block: what each sublayer reads, what it is added to, and every detail of the norm."""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses

QUIET = ("large scores",)


def cases(rng):
    def given(B, T, D, F, n_heads, scale=1.0):
        params = {f"W_{name}": rng.normal(size=(D, D)) for name in "qkvo"}
        for name in ("ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta"):
            params[name] = rng.normal(size=D)
        params |= {"W1": rng.normal(size=(D, F)), "b1": rng.normal(size=F)}
        params |= {"W2": rng.normal(size=(F, D)), "b2": rng.normal(size=D)}
        return scale * rng.normal(size=(B, T, D)), params, n_heads

    yield Case("two heads", *given(1, 3, 4, 5, 2))
    yield Case("two heads of three columns", *given(2, 4, 6, 3, 2))
    yield Case("three heads of two columns", *given(2, 3, 6, 8, n_heads=3))
    yield Case("all lengths different", *given(3, 5, 8, 7, 2))
    yield Case("three hundred tokens", *given(1, 300, 4, 3, 2)).once()
    yield Case("two tokens, one head", *given(1, 2, 2, 2, 1)).edge("head counts")
    yield Case("one head for a batch", *given(2, 4, 3, 5, 1)).edge("head counts")
    yield Case("as many heads as columns", *given(3, 2, 4, 4, 4)).edge("head counts")
    yield Case("one token, one head", *given(1, 1, 2, 3, 1)).edge("one token")
    yield Case("one token in each of three sequences", *given(3, 1, 4, 2, 2)).edge("one token")
    x, params, n_heads = given(2, 3, 4, 4, 2)
    yield Case("parameters in reverse order", x, dict(reversed(params.items())), n_heads).edge("parameter order")
    yield Case("parameters sorted by name", x, dict(sorted(params.items())), n_heads).edge("parameter order")
    yield Case("a small variance", *given(1, 2, 4, 3, 2, 3e-3)).edge("small variances")
    x, params, n_heads = given(1, 2, 4, 3, 2, 3e-3)
    params["W_o"] = np.zeros((4, 4))
    yield Case("a small variance in the second norm", x, params, n_heads).edge("small variances")
    x, params, n_heads = given(1, 2, 4, 3, 2)
    x[0, 1] = 0.5
    yield Case("a token whose features are all equal", x, params, n_heads).edge("small variances")
    # Only feature 0 of the queries and of the keys counts, and beta makes all keys large: the first token's scores
    # pass a thousand, the others' are as far below 0, and every weight is 0 or 1 in float32 too.
    x, params, n_heads = given(1, 3, 4, 3, 1)
    x[0] = 2.0 * np.eye(3, 4)
    params |= {"ln1_gamma": np.ones(4), "ln1_beta": np.array([0.0, 0.0, 0.0, 40.0]), "W_q": np.zeros((4, 4))}
    params["W_q"][0, 0], params["W_k"][:, 0] = 25.0, [0.0, 10.0, 20.0, 10.0]
    yield Case("one token's scores are far above the others'", x, params, n_heads).edge("large scores")


def _norm(x, gamma, beta, axis=-1, eps=1e-5, ddof=0):
    x = np.asarray(x)
    spread = np.sqrt(x.var(axis=axis, keepdims=True, ddof=ddof) + eps)
    return gamma * (x - x.mean(axis=axis, keepdims=True)) / spread + beta


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _split(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, T, n_heads, D // n_heads).transpose(0, 2, 1, 3)


def _straight(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, n_heads, T, D // n_heads)


def _join(heads):
    return heads.transpose(0, 2, 1, 3).reshape(len(heads), heads.shape[2], -1)


def _straight_back(heads):
    B, n_heads, T, d_k = heads.shape
    return heads.reshape(B, T, n_heads * d_k)


def _heads(x, p, n_heads, length=None, softmax=_softmax, split=_split, join=_join):
    """Multi-head attention, with another way to scale, to make weights, to split or to join."""
    Q, K, V = (split(x @ p[name], n_heads) for name in ("W_q", "W_k", "W_v"))
    scores = Q @ K.transpose(0, 1, 3, 2) / np.sqrt(length or x.shape[-1] // n_heads)
    return join(softmax(scores) @ V) @ p["W_o"]


def _feed(x, p, activation=lambda z: np.maximum(0, z)):
    return activation(x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"]


def _block(x, p, n_heads, norm=_norm, feed=_feed, **of_the_heads):
    y = x + _heads(norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads, **of_the_heads)
    return y + feed(norm(y, p["ln2_gamma"], p["ln2_beta"]), p)


def _first(x, p, n_heads):
    """y, the result of the attention sublayer."""
    return x + _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)


def _second_norm(y, p):
    return _norm(y, p["ln2_gamma"], p["ln2_beta"])


@mistake("You normalize after the addition, as the first transformers did (post-norm). Normalize a copy for each "
         "sublayer, and add to the input itself: x + f(LN(x)).")
def post_norm(x, params, n_heads):
    p = params
    y = _norm(x + _heads(x, p, n_heads), p["ln1_gamma"], p["ln1_beta"])
    return _second_norm(y + _feed(y, p), p)


@mistake("You add to the normalized input in both sublayers. The residual is the input itself: x + f(LN(x)), not "
         "LN(x) + f(LN(x)).")
def normalized_residuals(x, params, n_heads):
    p = params
    normed = _norm(x, p["ln1_gamma"], p["ln1_beta"])
    y = normed + _heads(normed, p, n_heads)
    normed = _second_norm(y, p)
    return normed + _feed(normed, p)


@mistake("You add the attention to the normalized input. The residual is x itself: x + MHA(LN1(x)).")
def normalized_first_residual(x, params, n_heads):
    p = params
    normed = _norm(x, p["ln1_gamma"], p["ln1_beta"])
    y = normed + _heads(normed, p, n_heads)
    return y + _feed(_second_norm(y, p), p)


@mistake("You add the feed-forward layer to the normalized y. The residual is y itself: y + FFN(LN2(y)).")
def normalized_second_residual(x, params, n_heads):
    p = params
    normed = _second_norm(_first(x, p, n_heads), p)
    return normed + _feed(normed, p)


@mistake("You leave out both residual connections. Add each sublayer's result to its input.")
def no_residuals(x, params, n_heads):
    p = params
    y = _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return _feed(_second_norm(y, p), p)


@mistake("You leave out the residual connection around the attention. Add its result to x.")
def no_first_residual(x, params, n_heads):
    p = params
    y = _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return y + _feed(_second_norm(y, p), p)


@mistake("You leave out the residual connection around the feed-forward layer. Add its result to y.")
def no_second_residual(x, params, n_heads):
    p = params
    return _feed(_second_norm(_first(x, p, n_heads), p), p)


@mistake("Your second residual adds to the block's input x. Add to y, the result of the attention sublayer.")
def second_residual_from_the_input(x, params, n_heads):
    p = params
    return x + _feed(_second_norm(_first(x, p, n_heads), p), p)


@mistake("Your feed-forward layer reads the block's input, next to the attention. Let it read the normalized y, which "
         "comes after the attention.")
def sublayers_in_parallel(x, params, n_heads):
    p = params
    return _first(x, p, n_heads) + _feed(_second_norm(x, p), p)


@mistake("Your attention reads x as it is. Normalize it first, with ln1_gamma and ln1_beta.")
def first_norm_left_out(x, params, n_heads):
    p = params
    y = x + _heads(x, p, n_heads)
    return y + _feed(_second_norm(y, p), p)


@mistake("Your feed-forward layer reads y as it is. Normalize it first, with ln2_gamma and ln2_beta.")
def second_norm_left_out(x, params, n_heads):
    p = params
    y = _first(x, p, n_heads)
    return y + _feed(y, p)


@mistake("You leave out both norms. Each sublayer reads a normalized copy of its input.")
def no_norms(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: x)


@mistake("Your second norm scales and shifts with gamma and beta, but does not normalize. Subtract the mean and "
         "divide by the deviation first.")
def second_norm_only_scales(x, params, n_heads):
    p = params
    y = _first(x, p, n_heads)
    return y + _feed(p["ln2_gamma"] * y + p["ln2_beta"], p)


@mistake("Your norms scale and shift with gamma and beta, but do not normalize. Subtract the mean and divide by the "
         "deviation first.")
def norms_only_scale(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: gamma * x + beta)


@mistake("You use ln1_gamma and ln1_beta in both norms. The second norm has its own, ln2_gamma and ln2_beta.")
def first_norm_used_twice(x, params, n_heads):
    return _block(x, {**params, "ln2_gamma": params["ln1_gamma"], "ln2_beta": params["ln1_beta"]}, n_heads)


@mistake("You use ln1_{name} in both norms. The second norm has its own, ln2_{name}.",
         constants={"name": ("beta", "gamma")})
def part_of_the_first_norm_used_twice(x, params, n_heads, *, name):
    return _block(x, {**params, f"ln2_{name}": params[f"ln1_{name}"]}, n_heads)


@mistake("You normalize the result again. The block ends with the second addition: y + FFN(LN2(y)).")
def norm_at_the_end(x, params, n_heads):
    return _second_norm(_block(x, params, n_heads), params)


@mistake("You add gamma instead of multiplying by it: LN(x) = gamma · (x − mean) / √(var + eps) + beta.")
def gamma_added(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: gamma + _norm(x, 1.0, beta))


@mistake("Your norms ignore gamma and beta. Multiply by gamma and add beta.")
def gamma_and_beta_ignored(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, 1.0, 0.0))


@mistake("You normalize over the tokens. Layer norm takes each token's own features: the last axis.")
def normalized_over_the_tokens(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, axis=1))


@mistake("You take one mean and variance for {what}. Layer norm takes them per token, over the last axis.",
         constants={"what": ("a whole sequence", "the whole array")})
def normalized_over_tokens_and_features(x, params, n_heads, *, what):
    axis = (1, 2) if what == "a whole sequence" else (0, 1, 2)
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, axis=axis))


@mistake("You use the sample variance (ddof=1). Layer norm uses the population variance.")
def sample_variance(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, ddof=1))


@mistake("You add epsilon to the standard deviation. Add it to the variance, inside the root.")
def epsilon_outside_the_root(x, params, n_heads):
    def norm(x, gamma, beta):
        return gamma * (x - x.mean(-1, keepdims=True)) / (x.std(-1, keepdims=True) + 1e-5) + beta

    return _block(x, params, n_heads, norm)


@mistake("You divide by the variance. Divide by its square root, the deviation.")
def divided_by_the_variance(x, params, n_heads):
    def norm(x, gamma, beta):
        return gamma * (x - x.mean(-1, keepdims=True)) / (x.var(-1, keepdims=True) + 1e-5) + beta

    return _block(x, params, n_heads, norm)


@mistake("Your epsilon is {eps}. Use 1e-5, which is added to the variance.",
         constants={"eps": ("1e-8", "1e-6", "1e-12")})
def another_epsilon(x, params, n_heads, *, eps):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, eps=float(eps)))


@mistake("You leave out the ReLU of the feed-forward layer. Replace negative hidden entries by 0.")
def no_relu(x, params, n_heads):
    return _block(x, params, n_heads, feed=lambda x, p: _feed(x, p, lambda z: z))


@mistake("You use GELU in the feed-forward layer. Use the ReLU: max(0, x W1 + b1).")
def gelu_instead(x, params, n_heads):
    def gelu(z):
        return 0.5 * z * (1 + np.vectorize(math.erf)(z / 2**0.5))

    return _block(x, params, n_heads, feed=lambda x, p: _feed(x, p, gelu))


@mistake("You use GELU in the feed-forward layer. Use the ReLU: max(0, x W1 + b1).")
def gelu_by_tanh_instead(x, params, n_heads):
    def gelu(z):
        return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))

    return _block(x, params, n_heads, feed=lambda x, p: _feed(x, p, gelu))


@mistake("You leave out the biases {which} of the feed-forward layer.",
         constants={"which": ("b1 and b2", "b1", "b2")})
def without_biases(x, params, n_heads, *, which):
    return _block(x, {**params, **{name: 0 * params[name] for name in which.split(" and ")}}, n_heads)


@mistake("You compute one attention over all D columns, so n_heads has no effect. Each head has its own scores and its "
         "own softmax.")
def heads_ignored(x, params, n_heads):
    return _block(x, params, 1)


@mistake("You divide the scores by {divisor}. Each head works in d_k = D / n_heads columns, so divide by √d_k.",
         constants={"divisor": ("√D", "d_k")})
def scaled_by_another_number(x, params, n_heads, *, divisor):
    D = x.shape[-1]
    return _block(x, params, n_heads, length=D if divisor == "√D" else (D // n_heads) ** 2)


@mistake("You leave out the division of the scores by √d_k.")
def not_scaled(x, params, n_heads):
    return _block(x, params, n_heads, length=1)


@mistake("You reshape straight to (B, heads, T, d_k), so each head mixes the entries of several tokens. Reshape to "
         "(B, T, heads, d_k) first, then swap tokens and heads.")
def reshaped_straight_to_heads(x, params, n_heads):
    return _block(x, params, n_heads, split=_straight)


@mistake("You leave the heads behind the tokens, in (B, T, heads, d_k), so each token's heads attend to one another. "
         "Swap tokens and heads before you multiply, and swap them back before you join.")
def heads_not_swapped(x, params, n_heads):
    def split(x, n_heads):
        return x.reshape(*x.shape[:2], n_heads, -1)

    return _block(x, params, n_heads, split=split, join=lambda heads: heads.reshape(x.shape))


@mistake("You join the heads without swapping heads and tokens back first, so each row mixes several tokens. Swap "
         "them, then reshape to (B, T, D).")
def joined_without_swapping_back(x, params, n_heads):
    return _block(x, params, n_heads, join=_straight_back)


@mistake("You reshape straight to (B, heads, T, d_k) and straight back, so each head mixes the entries of several "
         "tokens. Reshape to (B, T, heads, d_k) first and swap tokens and heads; swap them back before you join.")
def reshaped_straight_both_ways(x, params, n_heads):
    return _block(x, params, n_heads, split=_straight, join=_straight_back)


@mistake("You leave out the output projection. Multiply the joined heads by W_o.")
def no_output_projection(x, params, n_heads):
    return _block(x, {**params, "W_o": np.eye(x.shape[-1])}, n_heads)


@mistake("You block the future in the attention. An encoder has no mask: every token sees all tokens.")
def causal(x, params, n_heads):
    def softmax(scores):
        return _softmax(np.where(np.triu(np.ones(scores.shape[2:], bool), k=1), -np.inf, scores))

    return _block(x, params, n_heads, softmax=softmax)


@mistake("Your softmax runs over the queries. Each token's weights over the tokens that it looks at must sum to 1: "
         "use the last axis of the scores.")
def softmax_over_queries(x, params, n_heads):
    return _block(x, params, n_heads, softmax=lambda scores: _softmax(scores, axis=-2))


@mistake("exp overflows on large scores. Subtract each row's maximum before exponentiating.")
def not_shifted(x, params, n_heads):
    def softmax(scores):
        return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)

    return _block(x, params, n_heads, softmax=softmax)


@mistake("You subtract one maximum for all tokens, so a token whose scores are far below it underflows to 0/0. Take "
         "the maximum over the last axis, with keepdims=True.")
def global_maximum(x, params, n_heads):
    def softmax(scores):
        exps = np.exp(scores - scores.max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _block(x, params, n_heads, softmax=softmax)


@mistake("You take the parameters by their place in the dict. The order may differ, so look up each by its name.",
         when=uses("params.values"))
def unpacked_by_position(x, params, n_heads):
    return _block(x, dict(zip(_NAMES, params.values())), n_heads)


_NAMES = ("W_q", "W_k", "W_v", "W_o", "ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta", "W1", "b1", "W2", "b2")


@mistake("The values are right, but you add to x in place, which changes the caller's array. Write x = x + ..., not "
         "x += ...")
def added_in_place(x, params, n_heads):
    p = params
    x += _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    x += _feed(_norm(x, p["ln2_gamma"], p["ln2_beta"]), p)
    return x.copy()


@alternative
def token_by_token(x, params, n_heads):
    def norm(token, gamma, beta):
        mean = sum(token) / len(token)
        variance = sum((value - mean) ** 2 for value in token) / len(token)
        return np.array([(value - mean) / (variance + 1e-5) ** 0.5 for value in token]) * gamma + beta

    result = []
    for sequence in np.asarray(x, dtype=float):
        normed = np.array([norm(token, params["ln1_gamma"], params["ln1_beta"]) for token in sequence])
        parts = []
        for q, k, v in zip(*(np.split(params[f"W_{name}"], n_heads, axis=1) for name in "qkv")):
            scores = (normed @ q) @ (normed @ k).T / q.shape[1] ** 0.5
            weights = np.exp(scores - np.logaddexp.reduce(scores, axis=1)[:, None])
            parts.append(weights @ (normed @ v))
        after = sequence + np.hstack(parts) @ params["W_o"]
        normed = np.array([norm(token, params["ln2_gamma"], params["ln2_beta"]) for token in after])
        hidden = normed @ params["W1"] + params["b1"]
        hidden[hidden < 0] = 0
        result.append(after + hidden @ params["W2"] + params["b2"])
    return result


@alternative
def by_einsum(x, params, n_heads):
    def norm(x, which):
        centered = x - np.mean(x, axis=-1)[..., None]
        scale = 1 / np.sqrt(np.einsum("btd,btd->bt", centered, centered) / x.shape[-1] + 1e-5)
        return np.einsum("btd,bt,d->btd", centered, scale, params[which + "_gamma"]) + params[which + "_beta"]

    D = x.shape[-1]
    a = norm(x, "ln1")
    Q, K, V = (np.einsum("btd,dhk->bhtk", a, params["W_" + n].reshape(D, n_heads, -1)) for n in "qkv")
    scores = np.einsum("bhqd,bhkd->bhqk", Q, K) / np.sqrt(D / n_heads)
    weights = np.exp(scores - scores.max(-1, keepdims=True))
    weights = weights / weights.sum(-1, keepdims=True)
    mixed = np.einsum("bhqk,bhkd->bqhd", weights, V).reshape(x.shape)
    x = x + np.einsum("btd,de->bte", mixed, params["W_o"])
    hidden = np.clip(norm(x, "ln2") @ params["W1"] + params["b1"], 0, None)
    return x + (hidden @ params["W2"] + params["b2"])
