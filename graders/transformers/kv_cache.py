"""Cached attention: step by step as over the whole sequence, its own state, and old tokens not projected again.

The cost is judged by what the values show and by times that are compared within the answer's own process: see `COST`.
That keeps every honest way to grow a cache (lists, concatenation, buffers, a loop over the past) far from the limit,
whatever the machine.
"""

import numpy as np

from mlprep.grading.api import Case, Failure, alternative, holds, mistake

SECONDS = 30


def probe(module, case):
    """Feeds the tokens through one buffer, which is overwritten, and looks at the answers only at the end."""
    import time

    wall, cpu = time.perf_counter(), time.process_time()

    def is_over(seconds):
        """On a busy machine more time may pass, so that the same is tried."""
        return time.process_time() - cpu > seconds or time.perf_counter() - wall > 3 * seconds

    def feed(cached, token, buffer, untouched):
        buffer[...] = token
        answer = cached.step(buffer)
        untouched.append(bool(np.array_equal(buffer, token)))
        return answer

    if case.entry == "side_by_side":
        weights, n_heads, sequences = case.args
        caches = [module.CachedAttention(*each, n_heads) for each in weights]
        buffers = [np.zeros(tokens.shape[1:]) for tokens in sequences]
        answers, untouched = [], []
        for t in range(max(map(len, sequences))):
            for cached, buffer, tokens in zip(caches, buffers, sequences):
                if t < len(tokens):
                    answers.append(feed(cached, tokens[t], buffer, untouched))
        return {"answers": answers, "x is left as it was": all(untouched)}

    if case.entry == "long":
        # D = 1 and a query of 0, so that all weights are equal; stops early where steps are slow
        tokens, seconds = case.kwargs["tokens"], case.kwargs["seconds"]
        one = np.ones((1, 1))
        cached, answers = module.CachedAttention(0 * one, one, one, one, 1), []
        for token in tokens:
            answers.append(float(np.asarray(cached.step(np.full((1, 1), token))).reshape(-1)[0]))
            if is_over(seconds):
                break
        return np.array(answers)

    if case.entry == "cost":
        D, steps, seconds = (case.kwargs[name] for name in ("D", "steps", "seconds"))
        weights = [np.cos(np.arange(D * D, dtype=float) * (2 + i)).reshape(D, D) / D**0.5 for i in range(4)]
        tokens = np.sin(np.arange(steps * D, dtype=float)).reshape(steps, 1, D)
        cached, times = module.CachedAttention(*weights, 1), []
        for token in tokens:
            began = time.perf_counter()
            cached.step(token)
            times.append(time.perf_counter() - began)
            if is_over(seconds):
                break  # a slow machine, or a slow answer: what came so far must tell
        old, again = tokens[: len(times), 0], []
        for _ in range(8):
            began = time.perf_counter()
            old @ weights[1], old @ weights[2]
            again.append(time.perf_counter() - began)
        # From here on other weights make keys and values: those of old tokens must still be what they were.
        weights[1] *= -0.5
        weights[2] *= -0.5
        answer = np.array(cached.step(tokens[0]), dtype=float)
        if len(times) <= 20:
            return [0.0, 1.0, 1.0, answer, len(times)]
        return [min(times[-10:]), min(times[1:6]), min(again), answer, len(times)]

    *weights, n_heads, tokens = case.args
    cached = module.CachedAttention(*weights, n_heads)
    if case.entry == "no_buffer":
        fresh = [np.array(token) for token in tokens]
        return {"answers": [cached.step(each) for each in fresh],
                "x is left as it was": bool(np.array_equal(fresh, tokens))}

    buffer = np.zeros(tokens.shape[1:], tokens.dtype, order="F")
    answers, untouched = [], []
    for token in tokens:
        answers.append(feed(cached, token, buffer, untouched))
    buffer[...] = 1e3
    return {"answers": answers, "x is left as it was": all(untouched)}


def RUNNING_MEANS(case, got, want):
    tokens = case.kwargs["tokens"][: len(got)]
    means = np.cumsum(tokens) / np.arange(1, len(tokens) + 1)
    wrong = np.flatnonzero(np.abs(got - means) > 1e-6)
    if not len(wrong):
        return True
    return f"After {wrong[0]:,} right steps the answer is wrong: all tokens count, however many there are."


def COST(case, got, want):
    """Whether a late step is dear because old tokens are projected again.

    After the timing the weights change in place. An answer whose values show that old keys and values were kept passes
    without a look at the clock. One that shows the opposite fails if a late step costs four times an early one: to
    project again makes it ten times as dear or more, to keep the tokens and fold W_k into the query less than twice.
    One that copied the weights shows nothing: then the time of the two products that project all old tokens decides
    as well. To project again takes at least that; everything else takes a tenth of it, or a quarter with a loop over
    the past: T D² multiplications against T D numbers read, with D = 640 between them.
    """
    late, early, projecting, answer, count = got.value
    if late <= 4 * early or _equal(answer, _answer(case, count, -0.5)):
        return None
    if late <= projecting / 2 and _equal(answer, _answer(case, count, 1.0)):
        return None
    return Failure("slow", f"Right, but a late step costs {late / max(early, 1e-9):.0f} times an early one: old tokens "
                           "are projected again. Keep their keys and values.")


def _answer(case, count, factor):
    """The answer to the first token after `count` old ones, if its own key and value are multiplied by the factor."""
    D, steps = case.kwargs["D"], case.kwargs["steps"]
    W_q, W_k, W_v, W_o = (np.cos(np.arange(D * D, dtype=float) * (2 + i)).reshape(D, D) / D**0.5 for i in range(4))
    tokens = np.sin(np.arange(steps * D, dtype=float)).reshape(steps, D)
    K, V = (np.vstack([tokens[:count] @ W, factor * tokens[:1] @ W]) for W in (W_k, W_v))
    scores = K @ (tokens[0] @ W_q) / D**0.5
    exps = np.exp(scores - scores.max())
    return exps @ V / exps.sum() @ W_o


def _equal(got, want):
    return got.size == want.size and np.allclose(got.ravel(), want, rtol=1e-6, atol=1e-6 * np.abs(want).max())


COST.needs = ()


def cases(rng):
    def given(T, B, D, n_heads, scale=1.0):
        return (*(rng.normal(size=(D, D)) for _ in range(4)), n_heads, scale * rng.normal(size=(T, B, D)))

    eye = np.eye(1)
    yield Case("one token", *given(1, 1, 1, 1))
    yield Case("two tokens, one column", eye, eye, eye, eye, 1, np.array([[[0.0]], [[np.log(3.0)]]]))
    yield Case("two tokens, two columns, each in an array of its own", *given(2, 1, 2, 1)).to("no_buffer")
    yield Case("one head", *given(3, 1, 2, 1))
    yield Case("two heads of one column", *given(3, 1, 2, 2))
    yield Case("two heads of two columns", *given(4, 1, 4, 2))
    yield Case("a batch", *given(3, 2, 2, 1))
    yield Case("as many sequences as columns", *given(4, 4, 4, 2))
    yield Case("three heads of two columns", *given(5, 2, 6, 3))
    yield Case("two heads of three columns", *given(4, 3, 6, 2))
    yield Case("as many tokens as columns", *given(4, 2, 4, 4))
    yield Case("twenty tokens", *given(20, 2, 4, 2))
    yield Case("one token for five sequences", *given(1, 5, 4, 2))
    two = np.eye(2)
    far = np.array([[[60.0, 0.0]], [[0.0, 60.0]], [[-50.0, 30.0]], [[40.0, 40.0]]])
    yield Case("scores of a thousand", two, two, two, two, 1, far)
    far = np.array([[[30.0, 0.0], [0.0, 1.0]], [[50.0, 4.0], [-40.0, -2.0]]])
    yield Case("scores of a thousand in one head", two, two, two, two, 2, far)
    first, second = given(3, 2, 4, 2), given(4, 3, 4, 2)
    yield Case("two caches side by side", [first[:4], second[:4]], 2, [first[5], second[5]]).to("side_by_side")
    third, fourth = given(4, 2, 4, 2), given(3, 2, 4, 2)
    yield Case("two caches of equal shapes", [third[:4], fourth[:4]], 2, [third[5], fourth[5]]).to("side_by_side")
    tokens = np.concatenate(([30_000.0], rng.normal(size=4199)))
    yield (Case("four thousand tokens", tokens=tokens, seconds=0.8).to("long")
           .judged(holds("all tokens count", RUNNING_MEANS)).unreferenced().once())
    yield Case("the cost of a late step", D=640, steps=300, seconds=2.0).to("cost").judged(COST).unreferenced().once()


def _attend(q, K, V, width=None):
    """q (B, H, d), K and V (B, H, t, d)."""
    scores = np.einsum("bhd,bhtd->bht", q, K) / np.sqrt(width or q.shape[-1])
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.einsum("bht,bhtd->bhd", exps / exps.sum(axis=-1, keepdims=True), V)


class _Cached:
    """What most mistakes and alternatives vary."""

    def __init__(self, W_q, W_k, W_v, W_o, n_heads):
        self.weights, self.n_heads = (W_q, W_k, W_v, W_o), n_heads
        self.keys = self.values = None

    def keep(self, x):
        k, v = (self.split(x @ W)[:, :, None] for W in self.weights[1:3])
        self.keys = k if self.keys is None else np.concatenate([self.keys, k], axis=2)
        self.values = v if self.values is None else np.concatenate([self.values, v], axis=2)

    def split(self, x):
        return x.reshape(len(x), self.n_heads, -1)

    def attend(self, q, K, V):
        return _attend(q, K, V)

    def join(self, heads):
        return heads.reshape(len(heads), -1)

    def step(self, x):
        self.keep(x)
        return self.join(self.attend(self.split(x @ self.weights[0]), self.keys, self.values)) @ self.weights[3]


@mistake("Right, but you keep the tokens and project all of them again in every step. A key and a value are "
         "computed once, when their token arrives, and kept.", kind="slow")
class ProjectsEverythingAgain:
    class CachedAttention(_Cached):
        def step(self, x):
            W_q, W_k, W_v, W_o = self.weights
            x = x[:, None].copy()
            self.keys = x if self.keys is None else np.concatenate([self.keys, x], axis=1)
            tokens, x = self.keys, x[:, 0]  # (B, t, D)
            K, V = ((tokens @ W).reshape(*tokens.shape[:2], self.n_heads, -1).swapaxes(1, 2) for W in (W_k, W_v))
            return self.join(_attend(self.split(x @ W_q), K, V)) @ W_o


@mistake("You keep x itself. The caller overwrites it with the next token, and your history changes with it: keep "
         "the keys and values, which are arrays of your own.")
class KeepsTheCallersBuffer:
    class CachedAttention(_Cached):
        def step(self, x):
            W_q, W_k, W_v, W_o = self.weights
            self.keys = [*(self.keys or []), x]
            tokens = np.stack(self.keys, axis=1)
            K, V = ((tokens @ W).reshape(*tokens.shape[:2], self.n_heads, -1).swapaxes(1, 2) for W in (W_k, W_v))
            return self.join(_attend(self.split(x @ W_q), K, V)) @ W_o


@mistake("You attend before the new token's key and value are in the cache. A token sees itself too: append "
         "first.")
class AttendsToThePastAlone:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K[:, :, : max(1, K.shape[2] - 1)], V[:, :, : max(1, V.shape[2] - 1)])


@mistake("You keep no history: each token attends to itself alone. Append its key and value to those before it.")
class ForgetsThePast:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K[:, :, -1:], V[:, :, -1:])



@mistake("You divide the scores by √D. Each head works in d_k = D / n_heads columns, so it is √d_k.")
class ScaledByTheWholeWidth:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, q.shape[1] * q.shape[2])


@mistake("You left out the division of the scores by √d_k.")
class NotScaled:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, 1)


@mistake("You divide the scores by d_k; the task divides by its root.")
class ScaledWithoutRoot:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, q.shape[2] ** 2)


@mistake("You compute one attention over all D columns. Each head has its own scores and its own softmax.")
class OneHeadOnly:
    class CachedAttention(_Cached):
        def split(self, x):
            return x[:, None]


@mistake("You deal the columns out to the heads in turn. Head 0 is the first d_k columns: reshape to (heads, d_k), "
         "not to (d_k, heads).")
class ColumnsDealtInTurn:
    class CachedAttention(_Cached):
        def split(self, x):
            return x.reshape(len(x), -1, self.n_heads).swapaxes(1, 2)


@mistake("The heads are joined in the wrong order: they stand side by side, head 0 first.")
class JoinedInTheWrongOrder:
    class CachedAttention(_Cached):
        def join(self, heads):
            return heads.swapaxes(1, 2).reshape(len(heads), -1)


@mistake("You return the joined heads without multiplying by W_o.")
class NoOutputProjection:
    class CachedAttention(_Cached):
        def step(self, x):
            W_q, W_k, W_v, W_o = self.weights
            self.weights = (W_q, W_k, W_v, np.eye(len(W_o)))
            answer = super().step(x)
            self.weights = (W_q, W_k, W_v, W_o)
            return answer


@mistake("exp overflows on large scores. Subtract each query's largest score first.")
class NotShifted:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            exps = np.exp(np.einsum("bhd,bhtd->bht", q, K) / np.sqrt(q.shape[-1]))
            return np.einsum("bht,bhtd->bhd", exps / exps.sum(axis=-1, keepdims=True), V)


@mistake("You subtract one maximum for all heads and sequences; one whose scores lie far below it underflows to "
         "0/0. The maximum belongs to each query: axis=-1, keepdims=True.")
class GlobalMaximum:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            scores = np.einsum("bhd,bhtd->bht", q, K) / np.sqrt(q.shape[-1])
            exps = np.exp(scores - scores.max())
            return np.einsum("bht,bhtd->bhd", exps / exps.sum(axis=-1, keepdims=True), V)


@mistake("Your cache grows along the batch axis, so a token attends to the tokens of all sequences. Each sequence "
         "has its own history: grow along the axis of tokens.")
class SequencesShareTheirHistory:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            def pool(X):  # (B, H, t, d) -> (1, H, B t, d)
                return np.concatenate(list(X), axis=1)[None].repeat(len(X), axis=0)

            return _attend(q, pool(K), pool(V))



@mistake("You write every answer into the same array, so answers that were returned earlier change. Return a new "
         "array from each step.")
class AnswersInOneBuffer:
    class CachedAttention(_Cached):
        out = None

        def step(self, x):
            answer = super().step(x)
            if self.out is None:
                self.out = np.empty_like(answer)
            self.out[...] = answer
            return self.out


@mistake("You write into x (as x *= ... or x += ... do). It belongs to the caller: work on a new array.")
class WritesIntoX:
    class CachedAttention(_Cached):
        def step(self, x):
            answer = super().step(x)
            x[...] = answer
            return answer


@mistake("Your cache has a fixed size. There is no maximum length: grow it, for example by doubling, when it is "
         "full.")
class FixedSize:
    class CachedAttention(_Cached):
        K = None

        def step(self, x):
            W_q, W_k, W_v, W_o = self.weights
            k, v = self.split(x @ W_k), self.split(x @ W_v)
            if self.K is None:
                shape = (*k.shape[:2], 1024, k.shape[2])
                self.K, self.V, self.t = np.zeros(shape), np.zeros(shape), 0
            self.K[:, :, self.t], self.V[:, :, self.t] = k, v
            self.t += 1
            return self.join(_attend(self.split(x @ W_q), self.K[:, :, : self.t], self.V[:, :, : self.t])) @ W_o


@alternative
class DoublingBuffers:
    class CachedAttention:
        def __init__(self, W_q, W_k, W_v, W_o, n_heads):
            self.W, self.W_o, self.h = np.concatenate([W_q, W_k, W_v], axis=1), np.array(W_o), n_heads
            self.t = 0

        def step(self, x):
            B, D = x.shape
            q, k, v = np.split(x @ self.W, 3, axis=1)
            if self.t == 0:
                self.cache = np.empty((2, 1, B, D))
            if self.t == self.cache.shape[1]:
                self.cache = np.concatenate([self.cache, np.empty_like(self.cache)], axis=1)
            self.cache[:, self.t] = k, v
            self.t += 1
            K, V = self.cache[:, : self.t].reshape(2, self.t, B, self.h, D // self.h)
            scores = np.einsum("bhd,tbhd->bht", q.reshape(B, self.h, -1), K) * (D // self.h) ** -0.5
            scores -= scores.max(axis=2, keepdims=True)
            weights = np.exp(scores)
            weights /= weights.sum(axis=2, keepdims=True)
            return np.einsum("bht,tbhd->bhd", weights, V).reshape(B, D) @ self.W_o


@alternative
class ListsAndLoops:
    class CachedAttention:
        def __init__(self, W_q, W_k, W_v, W_o, n_heads):
            self.W_q, self.W_k, self.W_v, self.W_o = W_q, W_k, W_v, W_o
            self.n_heads, self.past = n_heads, []

        def step(self, x):
            self.past.append((x @ self.W_k, x @ self.W_v))
            q = x @ self.W_q
            d_k = x.shape[1] // self.n_heads
            joined = np.zeros(x.shape)
            for b in range(len(x)):
                for h in range(self.n_heads):
                    part = slice(h * d_k, (h + 1) * d_k)
                    scores = np.array([q[b, part] @ k[b, part] for k, _ in self.past]) / np.sqrt(d_k)
                    weights = np.exp(scores - max(scores))
                    weights = weights / sum(weights)
                    for weight, (_, v) in zip(weights, self.past):
                        joined[b, part] += weight * v[b, part]
            return (joined @ self.W_o).tolist()


@alternative
class StackedLists:
    class CachedAttention(_Cached):
        def keep(self, x):
            self.lists = getattr(self, "lists", ([], []))
            for kept, W in zip(self.lists, self.weights[1:3]):
                kept.append(self.split(x @ W))
            self.keys, self.values = (np.stack(kept, axis=2) for kept in self.lists)


@alternative
class Appended:
    class CachedAttention(_Cached):
        def keep(self, x):
            k, v = (self.split(x @ W)[:, :, None] for W in self.weights[1:3])
            if self.keys is None:
                self.keys, self.values = k[:, :, :0], v[:, :, :0]
            self.keys, self.values = np.append(self.keys, k, axis=2), np.append(self.values, v, axis=2)


EQUIVALENT = {
    "CachedAttention._split: swap B and self.n_heads in projected.reshape in `return projected.reshape(B, "
    "self.n_heads, 1, D // self.n_heads)`":
        "Queries, keys and values are then laid out as (heads, B) alike, and the answer is read back in that order.",
}
