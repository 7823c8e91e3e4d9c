"""The encoder block: what each sublayer reads, what it is added to, and every detail of the norm."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(B, T, D, F, n_heads, scale=1.0):
        params = {f"W_{name}": rng.normal(size=(D, D)) for name in "qkvo"}
        for name in ("ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta"):
            params[name] = rng.normal(size=D)
        params |= {"W1": rng.normal(size=(D, F)), "b1": rng.normal(size=F)}
        params |= {"W2": rng.normal(size=(F, D)), "b2": rng.normal(size=D)}
        return scale * rng.normal(size=(B, T, D)), params, n_heads

    yield Case("one token, one head", *given(1, 1, 2, 3, 1))
    yield Case("two tokens, one head", *given(1, 2, 2, 2, 1))
    yield Case("two heads", *given(1, 3, 4, 5, 2))
    yield Case("two heads of three columns", *given(2, 4, 6, 3, 2))
    yield Case("three heads of two columns", *given(2, 3, 6, 8, n_heads=3))
    yield Case("as many heads as columns", *given(3, 2, 4, 4, 4))
    yield Case("one token in each of three sequences", *given(3, 1, 4, 2, 2))
    yield Case("a small variance, where epsilon counts", *given(1, 2, 4, 3, 2, 3e-3))
    x, params, n_heads = given(1, 2, 4, 3, 2)
    x[0, 1] = 0.5
    yield Case("a token whose features are all equal", x, params, n_heads)
    # Only feature 0 of the queries and of the keys counts, and beta makes all keys large: the first token's scores
    # pass a thousand, the others' lie as far below 0, and every weight is 0 or 1 in float32 too.
    x, params, n_heads = given(1, 3, 4, 3, 1)
    x[0] = 2.0 * np.eye(3, 4)
    params |= {"ln1_gamma": np.ones(4), "ln1_beta": np.array([0.0, 0.0, 0.0, 40.0]), "W_q": np.zeros((4, 4))}
    params["W_q"][0, 0], params["W_k"][:, 0] = 40.0, [0.0, 10.0, 20.0, 10.0]
    yield Case("one token's scores far above the others'", x, params, n_heads)
    x, params, n_heads = given(1, 2, 4, 3, 2, 3e-3)
    params["W_o"] = np.zeros((4, 4))
    yield Case("a small variance in the second norm", x, params, n_heads)
    yield Case("three hundred tokens", *given(1, 300, 4, 3, 2)).plain()


def _norm(x, gamma, beta, axis=-1, eps=1e-5, ddof=0):
    x = np.asarray(x)
    spread = np.sqrt(x.var(axis=axis, keepdims=True, ddof=ddof) + eps)
    return gamma * (x - x.mean(axis=axis, keepdims=True)) / spread + beta


def _heads(x, p, n_heads, width=None):
    B, T, D = x.shape
    Q, K, V = ((x @ p[name]).reshape(B, T, n_heads, -1).transpose(0, 2, 1, 3) for name in ("W_q", "W_k", "W_v"))
    scores = Q @ K.transpose(0, 1, 3, 2) / np.sqrt(width or D // n_heads)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    weights = exps / exps.sum(axis=-1, keepdims=True)
    return (weights @ V).transpose(0, 2, 1, 3).reshape(B, T, D) @ p["W_o"]


def _feed(x, p):
    return np.maximum(0, x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"]


def _block(x, p, n_heads, norm=_norm, heads=_heads, feed=_feed):
    y = x + heads(norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return y + feed(norm(y, p["ln2_gamma"], p["ln2_beta"]), p)


@mistake("You normalise after the addition, as the first transformers did. Here each sublayer reads a "
         "normalised copy and adds to the input itself: x + f(LN(x)).")
def post_norm(x, params, n_heads):
    p = params
    y = _norm(x + _heads(x, p, n_heads), p["ln1_gamma"], p["ln1_beta"])
    return _norm(y + _feed(y, p), p["ln2_gamma"], p["ln2_beta"])


@mistake("You add to the normalised input. The residual is x itself: x + f(LN(x)), not LN(x) + f(LN(x)).")
def normalised_residual(x, params, n_heads):
    p = params
    normed = _norm(x, p["ln1_gamma"], p["ln1_beta"])
    y = normed + _heads(normed, p, n_heads)
    normed = _norm(y, p["ln2_gamma"], p["ln2_beta"])
    return normed + _feed(normed, p)


@mistake("You left out the residual connections: each sublayer's result is added to its input.")
def no_residuals(x, params, n_heads):
    p = params
    y = _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return _feed(_norm(y, p["ln2_gamma"], p["ln2_beta"]), p)


@mistake("You left out the residual connection around the attention.")
def no_first_residual(x, params, n_heads):
    p = params
    y = _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return y + _feed(_norm(y, p["ln2_gamma"], p["ln2_beta"]), p)


@mistake("You left out the residual connection around the feed-forward layer.")
def no_second_residual(x, params, n_heads):
    p = params
    y = x + _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return _feed(_norm(y, p["ln2_gamma"], p["ln2_beta"]), p)


@mistake("The second residual adds to the block's input; it adds to y, the result of the attention "
         "sublayer.")
def second_residual_from_the_input(x, params, n_heads):
    p = params
    y = x + _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return x + _feed(_norm(y, p["ln2_gamma"], p["ln2_beta"]), p)


@mistake("Your feed-forward layer reads the block's input, beside the attention. It comes after it, and "
         "reads the normalised y.")
def sublayers_in_parallel(x, params, n_heads):
    p = params
    y = x + _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return y + _feed(_norm(x, p["ln2_gamma"], p["ln2_beta"]), p)


@mistake("Your feed-forward layer reads y as it is; normalise it first, with ln2_gamma and ln2_beta.")
def second_norm_left_out(x, params, n_heads):
    p = params
    y = x + _heads(_norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return y + _feed(y, p)


@mistake("You use the first norm's gamma and beta twice. The second norm has its own, ln2_gamma and "
         "ln2_beta.")
def first_norm_used_twice(x, params, n_heads):
    return _block(x, {**params, "ln2_gamma": params["ln1_gamma"], "ln2_beta": params["ln1_beta"]}, n_heads)


@mistake("You add gamma instead of multiplying by it: LN(x) = gamma · (x − mean) / √(var + eps) + beta.")
def gamma_added(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: gamma + _norm(x, 1.0, beta))


@mistake("Your norm ignores gamma and beta.")
def gamma_and_beta_ignored(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, 1.0, 0.0))


@mistake("You normalise over the tokens; layer norm takes each token's own features, the last axis.")
def normalised_over_the_tokens(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, axis=1))


@mistake("You take one mean and variance for a whole sequence or array; layer norm takes them for each "
         "token, over the last axis.")
def normalised_over_tokens_and_features(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, axis=(1, 2)))


@mistake("You use the sample variance (ddof=1); layer norm has the population variance.")
def sample_variance(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, ddof=1))


@mistake("You add epsilon to the deviation; it is added to the variance, inside the root.")
def epsilon_outside_the_root(x, params, n_heads):
    def norm(x, gamma, beta):
        return gamma * (x - x.mean(-1, keepdims=True)) / (x.std(-1, keepdims=True) + 1e-5) + beta

    return _block(x, params, n_heads, norm)


@mistake("Your epsilon is 1e-8, which is below float32's resolution and not the one asked for: 1e-5.")
def epsilon_too_small(x, params, n_heads):
    return _block(x, params, n_heads, lambda x, gamma, beta: _norm(x, gamma, beta, eps=1e-8))


@mistake("You left out the ReLU of the feed-forward layer.")
def no_relu(x, params, n_heads):
    return _block(x, params, n_heads, feed=lambda x, p: (x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"])


@mistake("You compute one attention over all D columns; n_heads is ignored.")
def heads_ignored(x, params, n_heads):
    return _block(x, params, 1)


@mistake("You divide the scores by √D. Each head works in d_k = D / n_heads columns, so it is √d_k.")
def scaled_by_the_whole_width(x, params, n_heads):
    return _block(x, params, n_heads, heads=lambda x, p, n: _heads(x, p, n, x.shape[-1]))


@mistake("exp overflows on large scores: subtract each row's maximum before exponentiating.")
def not_shifted(x, params, n_heads):
    def heads(x, p, n):
        B, T, D = x.shape
        Q, K, V = ((x @ p[name]).reshape(B, T, n, -1).transpose(0, 2, 1, 3) for name in ("W_q", "W_k", "W_v"))
        exps = np.exp(Q @ K.transpose(0, 1, 3, 2) / np.sqrt(D // n))
        out = exps / exps.sum(axis=-1, keepdims=True) @ V
        return out.transpose(0, 2, 1, 3).reshape(B, T, D) @ p["W_o"]

    return _block(x, params, n_heads, heads=heads)


@mistake("You subtract one maximum for the whole array; a token whose scores lie far below it underflows "
         "to 0/0. The maximum belongs to each row: axis=-1, keepdims=True.")
def global_maximum(x, params, n_heads):
    def heads(x, p, n):
        B, T, D = x.shape
        Q, K, V = ((x @ p[name]).reshape(B, T, n, -1).transpose(0, 2, 1, 3) for name in ("W_q", "W_k", "W_v"))
        scores = Q @ K.transpose(0, 1, 3, 2) / np.sqrt(D // n)
        exps = np.exp(scores - scores.max())
        out = exps / exps.sum(axis=-1, keepdims=True) @ V
        return out.transpose(0, 2, 1, 3).reshape(B, T, D) @ p["W_o"]

    return _block(x, params, n_heads, heads=heads)


@mistake("The values are right, but you add to x in place, which changes the caller's array. Write x = x + "
         "..., not x += ...")
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
        centred = x - np.mean(x, axis=-1)[..., None]
        scale = 1 / np.sqrt(np.einsum("btd,btd->bt", centred, centred) / x.shape[-1] + 1e-5)
        return np.einsum("btd,bt,d->btd", centred, scale, params[which + "_gamma"]) + params[which + "_beta"]

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
