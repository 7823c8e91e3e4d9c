"""A GPT: the embeddings, what each sublayer reads and adds to, the mask, the last norm, the tied head, every block.

The tanh approximation of GELU shows: its error is about 1e-4 of the largest logit, ten times what is allowed.
"""

import math

import numpy as np

from mlprep.grading.api import Case, alternative, close, crashes_over, mistake, uses

CHECKS = (close(rtol=1e-5, atol=1e-5),)
QUIET = ("large scores",)


def cases(rng):
    def model(V, T_max, D, F, n_blocks, scale=1.0):
        blocks = []
        for _ in range(n_blocks):
            block = {f"W_{name}": rng.normal(size=(D, D)) / np.sqrt(D) for name in "qkvo"}
            for name in ("ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta"):
                block[name] = rng.normal(size=D)
            block |= {"W1": rng.normal(size=(D, F)), "b1": rng.normal(size=F)}
            blocks.append(block | {"W2": rng.normal(size=(F, D)), "b2": rng.normal(size=D)})
        return {
            "tok_emb": scale * rng.normal(size=(V, D)), "pos_emb": scale * rng.normal(size=(T_max, D)),
            "ln_gamma": rng.normal(size=D) + 2, "ln_beta": rng.normal(size=D), "blocks": blocks,
        }  # fmt: skip

    def tokens(B, T, V):
        return rng.integers(V, size=(B, T))

    def without(params, *names):
        """The same with these weights of the blocks at 0, so that a part of the model does nothing."""
        blocks = [block | {name: np.zeros_like(block[name]) for name in names} for block in params["blocks"]]
        return params | {"blocks": blocks}

    yield Case("blocks that add nothing", np.array([[0, 2, 1]]), without(model(3, 3, 2, 2, 2), "W_o", "W2", "b2"), 1)
    yield Case("attention alone", np.array([[0, 1], [1, 1]]), without(model(2, 2, 3, 1, 1), "W2", "b2"), 1)
    yield Case("feed-forward alone", np.array([[0, 1], [1, 1]]), without(model(2, 2, 3, 1, 1), "W_o"), 1)
    yield Case("one head of three columns", tokens(1, 3, 4), model(4, 3, 3, 2, 2), 1)
    yield Case("two blocks of two heads", tokens(2, 3, 5), model(5, 3, 4, 6, 2), 2)
    yield Case("two heads of three columns", tokens(1, 4, 7), model(7, 4, 6, 3, 2), 2)
    yield Case("all lengths different", tokens(3, 5, 9), model(9, 5, 8, 7, 3), n_heads=2)
    yield Case("the same token everywhere", np.full((1, 4), 2), model(5, 4, 4, 3, 2), 2)
    yield Case("all sizes equal", tokens(2, 4, 4), model(4, 4, 4, 4, 2), 2)
    yield Case("a single block", tokens(2, 3, 6), model(6, 3, 4, 5, 1), 2).edge("one block")
    params = model(5, 2, 4, 3, 1)
    yield Case("a single block in a tuple", tokens(1, 2, 5), params | {"blocks": tuple(params["blocks"])}, 2).edge(
        "one block"
    )
    yield Case("three of six positions", tokens(2, 3, 5), model(5, 6, 4, 3, 2), 2).edge("short sequences")
    yield Case("one token", tokens(1, 1, 4), model(4, 3, 4, 5, 2), 2).edge("short sequences")
    yield Case("one token in each of three sequences", tokens(3, 1, 4), model(4, 1, 2, 3, 2), 1).edge("short sequences")
    yield Case("one head for a batch", tokens(2, 3, 4), model(4, 4, 3, 5, 2), 1).edge("head counts")
    yield Case("as many heads as columns", tokens(2, 3, 5), model(5, 3, 4, 3, 2), 4).edge("head counts")
    for name, order in (("in reverse order", lambda items: reversed(list(items))), ("sorted by name", sorted)):
        params = model(5, 3, 4, 4, 2)
        blocks = [dict(order(block.items())) for block in params.pop("blocks")]
        params = dict(order(params.items()))
        params = {"blocks": blocks} | params if name == "sorted by name" else params | {"blocks": blocks}
        yield Case(f"parameters {name}", tokens(1, 3, 5), params, 2).edge("parameter order")
    params = without(model(4, 3, 4, 3, 2, 3e-3), "W_o", "b2")
    yield Case("a small variance in the last norm", tokens(1, 3, 4), without(params, "W2"), 2).edge("small variances")
    yield Case("a small variance in the second norm", tokens(1, 3, 4), params, 2).edge("small variances")
    yield Case("a small variance in the first norm", tokens(1, 3, 4), model(4, 3, 4, 3, 1, 3e-3), 2).edge(
        "small variances"
    )
    # Only feature 0 of the queries and of the keys counts, and beta makes all keys large: the first token's scores
    # pass a thousand, the others' are as far below 0, and every weight is 0 or 1 in float32 too.
    params = model(4, 4, 4, 3, 1)
    params |= {"tok_emb": 2.0 * np.eye(4), "pos_emb": np.zeros((4, 4))}
    first = params["blocks"][0]
    first |= {"ln1_gamma": np.ones(4), "ln1_beta": np.array([0.0, 0.0, 0.0, 40.0]), "W_q": np.zeros((4, 4))}
    first["W_k"] = np.zeros((4, 4))
    first["W_q"][0, 0], first["W_k"][:, 0] = 24.0, [0.0, 10.0, 20.0, 10.0]
    yield Case("one token's scores are far above the others'", np.array([[2, 1, 0, 1]]), params, 1).edge(
        "large scores"
    )
    yield Case("a later token's scores are far above", np.array([[0, 2, 1, 0]]), params, 1).edge("large scores")


def _norm(x, gamma, beta, axis=-1, eps=1e-5, ddof=0):
    spread = np.sqrt(x.var(axis=axis, keepdims=True, ddof=ddof) + eps)
    return gamma * (x - x.mean(axis=axis, keepdims=True)) / spread + beta


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


_erf = np.vectorize(math.erf, otypes=[float])


def _gelu(z):
    return z * (1 + _erf(z / math.sqrt(2))) / 2


def _future(T):
    return np.triu(np.ones((T, T), bool), k=1)


def _split(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, T, n_heads, D // n_heads).transpose(0, 2, 1, 3)


def _straight(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, n_heads, T, D // n_heads)


def _join(heads):
    return heads.transpose(0, 2, 1, 3).reshape(len(heads), heads.shape[2], -1)


def _straight_back(heads):
    B, n_heads, T, d = heads.shape
    return heads.reshape(B, T, n_heads * d)


def _attention(x, p, n_heads, length=None, softmax=_softmax, split=_split, join=_join, blocked=_future):
    """Multi-head attention, with another way to scale, to make weights, to split, to join or to mask."""
    Q, K, V = (split(x @ p[name], n_heads) for name in ("W_q", "W_k", "W_v"))
    scores = Q @ K.transpose(0, 1, 3, 2) / np.sqrt(length or x.shape[-1] // n_heads)
    scores = np.where(blocked(x.shape[1]), -np.inf, scores)
    return join(softmax(scores) @ V) @ p["W_o"]


def _feed(x, p, activation=_gelu):
    return activation(x @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"]


def _block(x, p, n_heads, norm=_norm, attention=_attention, feed=_feed):
    x = x + attention(norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
    return x + feed(norm(x, p["ln2_gamma"], p["ln2_beta"]), p)


def _embed(tokens, params):
    return params["tok_emb"][tokens] + params["pos_emb"][: tokens.shape[1]]


def _gpt(tokens, params, n_heads, embed=_embed, block=_block, norm=_norm, last=None, **parts):
    x = embed(tokens, params)
    for p in params["blocks"]:
        x = block(x, p, n_heads, norm=norm, **parts)
    x = (last or norm)(x, params["ln_gamma"], params["ln_beta"])
    return x @ params["tok_emb"].T


def _attending(**how):
    return lambda x, p, n_heads: _attention(x, p, n_heads, **how)


@mistake("You leave out the causal mask. A token sees itself and earlier tokens only.")
def not_causal(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(blocked=lambda T: np.zeros((T, T), bool)))


@mistake("You block the past. A token sees itself and earlier tokens: block column j of row i where j > i.")
def past_blocked(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(blocked=lambda T: _future(T).T))


@mistake("Your mask starts one column too late, so a token sees the next one. Block column j of row i where j > i.")
def next_token_seen(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(blocked=lambda T: np.triu(np.ones((T, T), bool), k=2)))


@mistake("Your mask blocks the token itself, and the first token sees nothing. Block column j of row i where j > i.")
def itself_blocked(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(blocked=lambda T: np.triu(np.ones((T, T), bool))))


@mistake("You remove the future after the softmax, so the weights that are left sum to less than 1. Set its scores to "
         "−∞ before the softmax.")
def masked_after_the_softmax(tokens, params, n_heads):
    def attention(x, p, n_heads):
        return _attention(x, p, n_heads, blocked=lambda T: np.zeros((T, T), bool),
                          softmax=lambda scores: np.tril(_softmax(scores)))

    return _gpt(tokens, params, n_heads, attention=attention)


@mistake("You set the scores of the future to 0, and a score of 0 has the weight exp(0). Set them to −∞.")
def future_scores_at_zero(tokens, params, n_heads):
    def attention(x, p, n_heads):
        return _attention(x, p, n_heads, softmax=lambda scores: _softmax(np.where(np.isinf(scores), 0.0, scores)))

    return _gpt(tokens, params, n_heads, attention=attention)


@mistake("You leave out the position embedding. Add pos_emb[0] to the first token, pos_emb[1] to the second, and so "
         "on.")
def without_positions(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, embed=lambda tokens, params: params["tok_emb"][tokens])


@mistake("Your positions are the last T rows of pos_emb. They count from 0: take the first T rows.")
def last_positions(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads,
                embed=lambda tokens, params: params["tok_emb"][tokens] + params["pos_emb"][-tokens.shape[1] :])


@mistake("You add pos_emb as a whole, which fits only if T is T_max. Take its first T rows.", kind="crashed",
         when=crashes_over("broadcast"))
def all_positions(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, embed=lambda tokens, params: params["tok_emb"][tokens] + params["pos_emb"])


@mistake("You multiply the token embedding by √D before you add the position. Add them as they are.")
def scaled_embedding(tokens, params, n_heads):
    root = np.sqrt(params["tok_emb"].shape[1])
    return _gpt(tokens, params, n_heads,
                embed=lambda tokens, params: root * params["tok_emb"][tokens] + params["pos_emb"][: tokens.shape[1]])


@mistake("You leave out the last layer norm, with ln_gamma and ln_beta, before the head.")
def without_the_last_norm(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, last=lambda x, gamma, beta: x)


@mistake("Your last norm ignores ln_gamma and ln_beta. Multiply by the one and add the other.")
def plain_last_norm(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, last=lambda x, gamma, beta: _norm(x, 1.0, 0.0))


@mistake("You apply the last norm after every block. It comes once, before the head.")
def last_norm_in_every_block(tokens, params, n_heads):
    def block(x, p, n_heads, norm):
        return norm(_block(x, p, n_heads), params["ln_gamma"], params["ln_beta"])

    return _gpt(tokens, params, n_heads, block=block, last=lambda x, gamma, beta: x)


@mistake("You use post-norm: LN(x + f(x)). Normalize what a sublayer reads, and add its result to x itself.")
def post_norm(tokens, params, n_heads):
    def block(x, p, n_heads, norm):
        x = norm(x + _attention(x, p, n_heads), p["ln1_gamma"], p["ln1_beta"])
        return norm(x + _feed(x, p), p["ln2_gamma"], p["ln2_beta"])

    return _gpt(tokens, params, n_heads, block=block)


@mistake("You leave out {what}. Each sublayer's result is added to what came in.",
         constants={"what": ("both residual connections", "the residual connection around attention",
                             "the residual connection around the feed-forward layer")})
def without_residuals(tokens, params, n_heads, *, what):
    def block(x, p, n_heads, norm):
        first, second = "attention" not in what and "both" not in what, "attention" in what
        x = (x if first else 0) + _attention(norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
        return (x if second else 0) + _feed(norm(x, p["ln2_gamma"], p["ln2_beta"]), p)

    return _gpt(tokens, params, n_heads, block=block)


@mistake("You add each sublayer's result to the normalized x. Add it to x itself, before the norm.")
def residual_of_the_normalized(tokens, params, n_heads):
    def block(x, p, n_heads, norm):
        x = norm(x, p["ln1_gamma"], p["ln1_beta"])
        x = x + _attention(x, p, n_heads)
        x = norm(x, p["ln2_gamma"], p["ln2_beta"])
        return x + _feed(x, p)

    return _gpt(tokens, params, n_heads, block=block)


@mistake("Your feed-forward layer reads x as it was before the attention. It reads the sum: x + MHA(LN1(x)).")
def in_parallel(tokens, params, n_heads):
    def block(x, p, n_heads, norm):
        attended = _attention(norm(x, p["ln1_gamma"], p["ln1_beta"]), p, n_heads)
        return x + attended + _feed(norm(x, p["ln2_gamma"], p["ln2_beta"]), p)

    return _gpt(tokens, params, n_heads, block=block)


@mistake("Your blocks have no layer norms. Normalize what each sublayer reads: LN1 before the attention, LN2 before "
         "the feed-forward layer.")
def without_norms_in_the_blocks(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, norm=lambda x, gamma, beta: x, last=_norm)


@mistake("You use ln1_gamma and ln1_beta in both norms of a block. The second norm has its own, ln2_gamma and "
         "ln2_beta.")
def first_norm_used_twice(tokens, params, n_heads):
    blocks = [{**p, "ln2_gamma": p["ln1_gamma"], "ln2_beta": p["ln1_beta"]} for p in params["blocks"]]
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@mistake("You run the first block {times}. Run every block once, each with its own weights.",
         constants={"times": ("alone", "again for every other")})
def first_block_alone(tokens, params, n_heads, *, times):
    blocks = params["blocks"][:1] if times == "alone" else [params["blocks"][0]] * len(params["blocks"])
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@mistake("You run the blocks in reverse order. The first in the list reads the embeddings.")
def blocks_reversed(tokens, params, n_heads):
    return _gpt(tokens, {**params, "blocks": params["blocks"][::-1]}, n_heads)


@mistake("Each of your blocks reads the embeddings, so only the last one counts. Pass the result of one block to the "
         "next.")
def last_block_alone(tokens, params, n_heads):
    return _gpt(tokens, {**params, "blocks": params["blocks"][-1:]}, n_heads)


@mistake("Your GELU is the {form} approximation, which is off by too much here. Use the exact one: z (1 + erf(z / "
         "√2)) / 2.", constants={"form": ("tanh", "sigmoid")})
def approximate_gelu(tokens, params, n_heads, *, form):
    def gelu(z):
        if form == "tanh":
            return 0.5 * z * (1 + np.tanh(np.sqrt(2 / np.pi) * (z + 0.044715 * z**3)))
        return z * 0.5 * (1 + np.tanh(0.851 * z))

    return _gpt(tokens, params, n_heads, feed=lambda x, p: _feed(x, p, gelu))


@mistake("Your activation is {name}. Use GELU: z times the normal distribution function of z.",
         constants={"name": ("the ReLU", "SiLU", "missing")})
def another_activation(tokens, params, n_heads, *, name):
    activation = {
        "the ReLU": lambda z: np.maximum(z, 0),
        "SiLU": lambda z: z * 0.5 * (1 + np.tanh(z / 2)),
        "missing": lambda z: z,
    }[name]
    return _gpt(tokens, params, n_heads, feed=lambda x, p: _feed(x, p, activation))


@mistake("You leave out √2 in GELU. It is z (1 + erf(z / √2)) / 2.")
def gelu_without_the_root(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, feed=lambda x, p: _feed(x, p, lambda z: 0.5 * z * (1 + _erf(z))))


@mistake("You leave out the biases {which} of the feed-forward layer.",
         constants={"which": ("b1 and b2", "b1", "b2")})
def without_biases(tokens, params, n_heads, *, which):
    blocks = [{**p, **{name: 0 * p[name] for name in which.split(" and ")}} for p in params["blocks"]]
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@mistake("Your epsilon is {eps}. Use 1e-5, which is added to the variance.",
         constants={"eps": ("1e-8", "1e-6", "1e-12")})
def another_epsilon(tokens, params, n_heads, *, eps):
    return _gpt(tokens, params, n_heads, norm=lambda x, gamma, beta: _norm(x, gamma, beta, eps=float(eps)))


@mistake("You add epsilon to the standard deviation. Add it to the variance, inside the root.")
def epsilon_outside_the_root(tokens, params, n_heads):
    def norm(x, gamma, beta):
        return gamma * (x - x.mean(-1, keepdims=True)) / (x.std(-1, keepdims=True) + 1e-5) + beta

    return _gpt(tokens, params, n_heads, norm=norm)


@mistake("You use the sample variance (ddof=1). Layer norm uses the population variance.")
def sample_variance(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, norm=lambda x, gamma, beta: _norm(x, gamma, beta, ddof=1))


@mistake("You normalize over the tokens. Layer norm takes each token's own features: the last axis.")
def normalized_over_the_tokens(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, norm=lambda x, gamma, beta: _norm(x, gamma, beta, axis=1))


@mistake("You compute one attention over all D columns, so n_heads has no effect. Each head has its own scores and its "
         "own softmax.")
def heads_ignored(tokens, params, n_heads):
    return _gpt(tokens, params, 1)


@mistake("You leave out the division of the scores by √d.")
def not_scaled(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(length=1))


@mistake("You divide the scores by {divisor}. Each head works in d = D / n_heads columns, so divide by √d.",
         constants={"divisor": ("√D", "d")})
def scaled_by_another_number(tokens, params, n_heads, *, divisor):
    D = params["tok_emb"].shape[1]
    length = D if divisor == "√D" else (D // n_heads) ** 2
    return _gpt(tokens, params, n_heads, attention=_attending(length=length))


@mistake("You reshape straight to (B, heads, T, d), so each head mixes the entries of several tokens. Reshape to "
         "(B, T, heads, d) first, then swap tokens and heads.", constants={"back": ("swapped", "straight")})
def reshaped_straight_to_heads(tokens, params, n_heads, *, back):
    join = _join if back == "swapped" else _straight_back
    return _gpt(tokens, params, n_heads, attention=_attending(split=_straight, join=join))


@mistake("You leave the heads behind the tokens, in (B, T, heads, d), so each token's heads attend to one another. "
         "Swap tokens and heads before you multiply, and swap them back before you join.")
def heads_not_swapped(tokens, params, n_heads):
    def split(x, n_heads):
        return x.reshape(*x.shape[:2], n_heads, -1)

    def join(heads):
        return heads.reshape(*heads.shape[:2], -1)

    return _gpt(tokens, params, n_heads, attention=_attending(split=split, join=join))


@mistake("You join the heads without swapping heads and tokens back first, so each row mixes several tokens. Swap "
         "them, then reshape to (B, T, D).")
def joined_without_swapping_back(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(join=_straight_back))


@mistake("You leave out the output projection. Multiply the joined heads by W_o.")
def no_output_projection(tokens, params, n_heads):
    blocks = [{**p, "W_o": np.eye(len(p["W_o"]))} for p in params["blocks"]]
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@mistake("You multiply by the transposes of W_q, W_k, W_v and W_o. They are applied as they are: x @ W_q.")
def transposed_weights(tokens, params, n_heads):
    blocks = [{**p, **{name: p[name].T for name in ("W_q", "W_k", "W_v", "W_o")}} for p in params["blocks"]]
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@mistake("You swap {what}. Project the queries with W_q, the keys with W_k and the values with W_v.",
         constants={"what": ("queries and keys", "keys and values", "queries and values")})
def projections_swapped(tokens, params, n_heads, *, what):
    one, other = ("W_" + name[0] for name in what.split(" and "))
    blocks = [{**p, one: p[other], other: p[one]} for p in params["blocks"]]
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@mistake("Your softmax runs over the queries. Each token's weights over the tokens that it sees must sum to 1: use the "
         "last axis of the scores.")
def softmax_over_queries(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads, attention=_attending(softmax=lambda scores: _softmax(scores, axis=-2)))


@mistake("exp overflows or underflows on large scores. Subtract each row's maximum before exponentiating.")
def not_shifted(tokens, params, n_heads):
    def softmax(scores):
        return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)

    return _gpt(tokens, params, n_heads, attention=_attending(softmax=softmax))


@mistake("You subtract one maximum for all tokens, so a token whose scores are far below it underflows to 0/0. Take "
         "the maximum over the last axis, with keepdims=True.")
def one_maximum(tokens, params, n_heads):
    def softmax(scores):
        exps = np.exp(scores - scores.max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _gpt(tokens, params, n_heads, attention=_attending(softmax=softmax))


@mistake("Your maximum is taken over later tokens too, so a token whose scores are far below theirs underflows to 0/0. "
         "Block the later tokens first, then subtract the maximum of what is left.")
def maximum_before_the_mask(tokens, params, n_heads):
    def attention(x, p, n_heads):
        Q, K, V = (_split(x @ p[name], n_heads) for name in ("W_q", "W_k", "W_v"))
        scores = Q @ K.transpose(0, 1, 3, 2) / np.sqrt(x.shape[-1] // n_heads)
        exps = np.exp(scores - scores.max(axis=-1, keepdims=True)) * ~_future(x.shape[1])
        return _join(exps / exps.sum(axis=-1, keepdims=True) @ V) @ p["W_o"]

    return _gpt(tokens, params, n_heads, attention=attention)


@mistake("You return probabilities. Return the logits.")
def probabilities(tokens, params, n_heads):
    return _softmax(_gpt(tokens, params, n_heads))


@mistake("You return the logits of the last position alone. Return those of all T positions.")
def last_position_alone(tokens, params, n_heads):
    return _gpt(tokens, params, n_heads)[:, -1]


@mistake("You return the hidden vectors after the last norm. Multiply them by the transposed token embedding.")
def hidden_vectors(tokens, params, n_heads):
    x = _embed(tokens, params)
    for p in params["blocks"]:
        x = _block(x, p, n_heads)
    return _norm(x, params["ln_gamma"], params["ln_beta"])


@mistake("You take the parameters by their place in the dict. The order may differ, so look up each by its name.",
         when=uses("values"))
def unpacked_by_position(tokens, params, n_heads):
    names = ("W_q", "W_k", "W_v", "W_o", "ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta", "W1", "b1", "W2", "b2")
    blocks = [dict(zip(names, block.values())) for block in params["blocks"]]
    return _gpt(tokens, {**params, "blocks": blocks}, n_heads)


@alternative
def token_by_token(tokens, params, n_heads):
    """With caches of keys and values, one position after another."""

    def norm(x, gamma, beta):
        return (x - x.mean()) / math.sqrt(x.var() + 1e-5) * gamma + beta

    result = []
    for sequence in tokens.tolist():
        caches = [([], []) for _ in params["blocks"]]
        rows = []
        for position, token in enumerate(sequence):
            x = np.asarray(params["tok_emb"][token] + params["pos_emb"][position], dtype=float)
            for p, (keys, values) in zip(params["blocks"], caches):
                a = norm(x, p["ln1_gamma"], p["ln1_beta"])
                keys.append(np.split(a @ p["W_k"], n_heads))
                values.append(np.split(a @ p["W_v"], n_heads))
                heads = []
                for h, q in enumerate(np.split(a @ p["W_q"], n_heads)):
                    scores = np.array([q @ key[h] for key in keys]) / math.sqrt(len(q))
                    weights = np.exp(scores - np.logaddexp.reduce(scores))
                    heads.append(sum(w * value[h] for w, value in zip(weights, values)))
                x = x + np.concatenate(heads) @ p["W_o"]
                z = norm(x, p["ln2_gamma"], p["ln2_beta"]) @ p["W1"] + p["b1"]
                x = x + np.array([v * math.erfc(-v / 2**0.5) / 2 for v in z]) @ p["W2"] + p["b2"]
            rows.append(params["tok_emb"] @ norm(x, params["ln_gamma"], params["ln_beta"]))
        result.append(rows)
    return np.array(result)


@alternative
def by_einsum_with_a_rational_erf(tokens, params, n_heads):
    def gelu(z):
        y = np.abs(z) / np.sqrt(2)
        t = 1 / (1 + 0.3275911 * y)
        terms = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)
        tail = sum(c * t ** (k + 1) for k, c in enumerate(terms)) * np.exp(-(y**2))
        return z * np.where(z >= 0, 1 - tail / 2, tail / 2)

    def norm(x, gamma, beta):
        c = x - np.mean(x, axis=-1, keepdims=True)
        return np.einsum("...d,...,d->...d", c, (np.mean(c * c, axis=-1) + 1e-5) ** -0.5, gamma) + beta

    B, T = np.shape(tokens)
    D = params["pos_emb"].shape[1]
    x = np.eye(len(params["tok_emb"]))[tokens] @ params["tok_emb"] + params["pos_emb"][np.arange(T)]
    for p in params["blocks"]:
        a = norm(x, p["ln1_gamma"], p["ln1_beta"])
        Q, K, V = (np.einsum("btd,dhk->bhtk", a, p["W_" + n].reshape(D, n_heads, -1)) for n in "qkv")
        scores = np.einsum("bhqd,bhkd->bhqk", Q, K) * (n_heads / D) ** 0.5
        scores = np.where(np.tri(T, dtype=bool), scores, -1e30)
        w = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = np.einsum("bhqk,bhkd,bhq->bqhd", w, V, 1 / w.sum(axis=-1)).reshape(B, T, D)
        x = x + mixed @ p["W_o"]
        x = x + (gelu(norm(x, p["ln2_gamma"], p["ln2_beta"]) @ p["W1"] + p["b1"]) @ p["W2"] + p["b2"])
    return np.einsum("btd,vd->btv", norm(x, params["ln_gamma"], params["ln_beta"]), params["tok_emb"])
