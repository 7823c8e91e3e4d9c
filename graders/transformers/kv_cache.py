"""Cached attention: step by step as over the whole sequence, its own state, and old tokens not projected again.

Time tells little of what is computed again, and less on a busy machine. So the weights of one case watch which tokens
they are multiplied with, and another case counts the instructions that a step takes, which shows loops in Python.
"""

import ast
from types import SimpleNamespace

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, holds, mistake, says

SECONDS = 30
QUIET = ("large scores",)


def probe(module, case):
    """Feeds one token after another, each in its own array unless the case's entry says otherwise."""
    import time
    import types

    def taken(answer):
        """As it is now, whatever becomes of the array."""
        return answer.copy() if isinstance(answer, np.ndarray) and answer.size < 10_000 else answer

    def feed(cached, token, x):
        """One step; what it did to x shows in the arguments."""
        answer = cached.step(x)
        if not np.array_equal(x, token):
            token[...] = x
        return answer

    if case.entry == "side_by_side":
        weights, n_heads, sequences = case.args
        caches = [module.CachedAttention(*each, n_heads) for each in weights]
        return [
            taken(feed(cached, tokens[t], np.array(tokens[t])))
            for t in range(max(map(len, sequences)))
            for cached, tokens in zip(caches, sequences)
            if t < len(tokens)
        ]

    if case.entry == "long":
        # D = 1 and a query of 0, so that all weights are equal; stops early where steps are slow
        tokens, seconds = case.kwargs["tokens"], case.kwargs["seconds"]
        if not isinstance(module, types.ModuleType):
            tokens = tokens[:200]  # a known mistake, of which there are many to try, shows soon or never
        wall, cpu = time.perf_counter(), time.process_time()
        one, answers, total = np.ones((1, 1)), [], 0.0
        cached = module.CachedAttention(0 * one, one, one, one, 1)
        for token in tokens:
            try:
                answer = cached.step(np.full((1, 1), token))
            except Exception as error:
                if len(answers) < 100:
                    raise
                return {"answers": np.array(answers), "stopped": f"{type(error).__name__}: {error}"}
            answers.append(float(np.asarray(answer).reshape(-1)[0]))
            # on a busy machine more time may pass, so that the same is tried
            is_over = time.process_time() - cpu > seconds or time.perf_counter() - wall > 3 * seconds
            total += token
            if is_over or not abs(answers[-1] - total / len(answers)) <= 1e-6:
                break
        return {"answers": np.array(answers), "stopped": ""}

    if case.entry == "counted":
        import sys

        def instructions(cached, x):
            """How many the step takes in Python, that of NumPy's own code in C left out."""
            count = 0

            def trace(frame, event, argument):
                nonlocal count
                frame.f_trace_opcodes = True
                count += event == "opcode"
                return trace

            before = sys.gettrace()
            sys.settrace(trace)
            try:
                cached.step(x)
            finally:
                sys.settrace(before)
            return count

        growth = []
        for D in case.kwargs["widths"]:
            weights = np.cos(np.arange(4.0 * D * D)).reshape(4, D, D)
            tokens = np.sin(np.arange(12.0 * D)).reshape(12, 1, D)
            cached, counts = module.CachedAttention(*weights, 1), []
            for t, token in enumerate(tokens):
                if t in (5, 11):
                    counts.append(instructions(cached, token))
                else:
                    cached.step(token)
            growth.append(float(counts[1] - counts[0]))
        return growth

    W_q, W_k, W_v, W_o, n_heads, tokens = case.args
    if case.entry == "reused_buffer":
        cached = module.CachedAttention(W_q, W_k, W_v, W_o, n_heads)
        buffer, answers = np.zeros(tokens.shape[1:], tokens.dtype, order="F"), []
        for token in tokens:
            buffer[...] = token
            answers.append(taken(feed(cached, token, buffer)))
        return answers

    if case.entry == "kept_answers":
        cached = module.CachedAttention(W_q, W_k, W_v, W_o, n_heads)
        return [feed(cached, token, np.array(token)) for token in tokens]

    if case.entry != "watched":
        cached = module.CachedAttention(W_q, W_k, W_v, W_o, n_heads)
        return [taken(feed(cached, token, np.array(token))) for token in tokens]

    # Weights, and what is made of weights alone, know their names. Tokens are known by their mantissas: these take 11
    # bits and no two entries share one, so that a copy, a cast or a larger array with them is known as well.
    import contextlib
    import linecache
    import sys

    owner = np.full(2049, -1)
    owner[(np.abs(np.frexp(tokens)[0]) * 2048).astype(int)] = np.arange(len(tokens))[:, None, None]
    products = {np.dot, np.einsum, np.tensordot, np.inner, np.matmul, np.multiply}
    libraries = {"numpy", "torch", "mlprep", "probe"}
    noted = {"now": 0, "again": 0, "line": ""}

    def arrays(operands):
        for each in operands:
            if isinstance(each, list | tuple):
                yield from arrays(each)
            elif isinstance(each, np.ndarray) and each.size > 1:
                yield each

    def has_old_tokens(array):
        if array.dtype.kind != "f":
            return False
        mantissas = np.abs(np.frexp(np.where(np.isfinite(array), array, 0.0))[0]) * 2048
        found = owner[mantissas[mantissas == np.floor(mantissas)].astype(int)]
        return bool(((found >= 0) & (found < noted["now"])).any())

    def look(operands):
        note([(plain(each), getattr(each, "weights", frozenset())) for each in arrays(operands)])

    def note(held):
        """``held`` are the operands of a product, each with the weights that it is made of."""
        projecting = any({"W_k", "W_v"} & weights for _, weights in held)
        if noted["again"] or not projecting or not any(has_old_tokens(each) for each, _ in held):
            return
        frame = sys._getframe()
        while frame and frame.f_globals.get("__name__", "").partition(".")[0] in libraries:
            frame = frame.f_back
        line = linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip() if frame else ""
        noted.update(again=noted["now"] + 1, line=f"{frame.f_lineno}: {line}" if line else "")

    def plain(value):
        if isinstance(value, list | tuple):
            return type(value)(map(plain, value))
        return value.view(np.ndarray) if isinstance(value, Watched) else value

    def watched(value, operands=(), names=frozenset()):
        if type(value) in (list, tuple):
            return type(value)(watched(each, operands) for each in value)
        if type(value) is not np.ndarray or not value.ndim:
            return value
        made_of = [getattr(each, "weights", frozenset()) for each in arrays(operands)]
        view = value.view(Watched)
        view.weights = names or (frozenset().union(*made_of) if all(made_of) else frozenset())
        return view

    class Watched(np.ndarray):
        def __array_finalize__(self, source):
            self.weights = getattr(source, "weights", frozenset())

        def __array_ufunc__(self, ufunc, method, *inputs, out=(), **kwargs):
            if ufunc in products and method in ("__call__", "outer"):
                look(inputs)
            kwargs = {name: plain(value) for name, value in kwargs.items()}
            into = {"out": plain(tuple(out))} if out else {}
            result = getattr(ufunc, method)(*map(plain, inputs), **into, **kwargs)
            return watched(result, inputs) if not out else out[0] if len(out) == 1 else out

        def __array_function__(self, function, types, args, kwargs):
            operands = [*args, *kwargs.values()]
            if function in products:
                look(operands)
            result = function(*map(plain, args), **{name: plain(value) for name, value in kwargs.items()})
            return kwargs["out"] if kwargs.get("out") is not None else watched(result, operands)

        def dot(self, other, out=None):
            return np.dot(self, other) if out is None else np.dot(self, other, out=out)

    def keeping(convert):
        """np.array and its like, without the loss of the class."""

        def converted(value, *args, **kwargs):
            made = convert(plain(value), *args, **kwargs)
            return watched(made, [value]) if isinstance(value, Watched) else made

        return converted

    def tensors_watched():
        """Where the code is in PyTorch: its products. What is made of weights is known by where its numbers are."""
        import torch
        from torch.overrides import TorchFunctionMode

        names = {
            "matmul", "mm", "bmm", "mv", "dot", "vdot", "vecdot", "inner", "outer", "ger", "einsum", "tensordot",
            "linear", "bilinear", "addmm", "addmv", "addbmm", "baddbmm", "mul", "multiply", "rmul", "rmatmul",
            "multi_dot", "chain_matmul",
        }
        made = {W.__array_interface__["data"][0]: (frozenset([name]), W) for name, W in named.items()}

        def tensors(values):
            for each in values:
                if isinstance(each, list | tuple):
                    yield from tensors(each)
                elif isinstance(each, torch.Tensor) and each.numel() > 1:
                    while torch._C._functorch.is_functorch_wrapped_tensor(each):  # inside torch.vmap
                        each = torch._C._functorch.get_unwrapped(each)
                    yield each

        def place(tensor):
            return tensor.untyped_storage().data_ptr()

        class Watch(TorchFunctionMode):
            def __torch_function__(self, function, types, args=(), kwargs=None):
                kwargs = kwargs or {}
                operands = [*tensors([*args, *kwargs.values()])]
                weights = [made.get(place(each), (frozenset(),))[0] for each in operands]
                name = getattr(function, "__name__", "").partition(".")[0].strip("_").removeprefix("linalg_")
                if name in names:
                    note([(each.detach().numpy(), own) for each, own in zip(operands, weights)])
                result = function(*args, **kwargs)
                if weights and all(weights):
                    for each in tensors([result]):
                        made.setdefault(place(each), (frozenset().union(*weights), each))
                return result

        return Watch()

    originals = {name: getattr(np, name) for name in ("array", "asarray", "ascontiguousarray", "asfortranarray")}
    for name, convert in originals.items():
        setattr(np, name, keeping(convert))
    named = {"W_q": W_q, "W_k": W_k, "W_v": W_v, "W_o": W_o}
    try:
        weights = [watched(W, names=frozenset([name])) for name, W in named.items()]
        with tensors_watched() if "torch" in sys.modules else contextlib.nullcontext():
            cached, answers = module.CachedAttention(*weights, n_heads), []
            for t, token in enumerate(tokens):
                noted["now"] = t
                answers.append(plain(taken(cached.step(watched(token.copy())))))
    finally:
        for name, convert in originals.items():
            setattr(np, name, convert)
    return {"answers": answers, "again": noted["again"], "line": noted["line"]}


def _counts_all_tokens(case, got, want):
    answers, tokens = got["answers"], case.kwargs["tokens"]
    means = np.cumsum(tokens)[: len(answers)] / np.arange(1, len(answers) + 1)
    wrong = np.flatnonzero(~(np.abs(answers - means) <= 1e-6))
    if len(wrong):
        return f"After {wrong[0]:,} right steps the answer is wrong. All tokens count, however many there are."
    if got["stopped"]:
        return f"After {len(answers):,} right steps it raised {got['stopped']}. There is no maximum length."
    return True


class _NothingAgain(Check):
    """The answers are right, and no old token is multiplied with W_k or W_v again."""

    def __call__(self, case, got, want):
        if not isinstance(got.value, dict):
            return None
        theirs = SimpleNamespace(value=want.value["answers"])
        wrong = close()(case, SimpleNamespace(value=got.value["answers"]), theirs)
        if wrong or not got.value["again"]:
            return wrong
        line = f" Line {got.value['line']}" if got.value["line"] else ""
        return Failure("property:nothing again", f"Right, but step {got.value['again']} multiplies an older token with "
                                                 f"W_k or W_v again.{line}")


def _grows_with_the_width(case, got, want):
    """Whether six more tokens cost as many more instructions as the width has columns, and not as its square."""
    narrow, wide = got
    times = case.kwargs["widths"][1] / case.kwargs["widths"][0]
    if wide < case.kwargs["widths"][1] ** 2 * 6 or wide < times**1.4 * narrow:
        return True
    return (
        f"Right, but for six more tokens a step takes {wide / max(narrow, 1):.0f} times as many instructions if D is "
        f"{times:.0f} times as large. It is {times:.0f} times as many if old keys and values are kept."
    )


def cases(rng):
    def given(T, B, D, n_heads, scale=1.0):
        return (*(rng.normal(size=(D, D)) for _ in range(4)), n_heads, scale * rng.normal(size=(T, B, D)))

    eye = np.eye(1)
    yield Case("two tokens, one column", eye, eye, eye, eye, 1, np.array([[[0.0]], [[np.log(3.0)]]]))
    yield Case("one step", *given(1, 2, 4, 2))
    yield Case("two heads of two columns", *given(4, 1, 4, 2))
    yield Case("three heads of two columns", *given(5, 2, 6, 3))
    yield Case("two heads of three columns", *given(4, 3, 6, 2))
    yield Case("all lengths different", *given(5, 3, 8, 2))
    yield Case("as many sequences as columns", *given(4, 4, 4, 2))
    yield Case("nine tokens", *given(9, 2, 4, 2))

    yield Case("one head", *given(3, 1, 2, 1)).edge("head counts")
    yield Case("one head for a batch", *given(3, 2, 3, 1)).edge("head counts")
    yield Case("two heads of one column", *given(3, 1, 2, 2)).edge("head counts")
    yield Case("as many tokens and heads as columns", *given(4, 2, 4, 4)).edge("head counts")
    yield Case("tokens in one buffer", *given(4, 2, 4, 2)).to("reused_buffer").edge("reused buffer")
    yield Case("tokens in one buffer, one head", *given(3, 1, 2, 1)).to("reused_buffer").edge("reused buffer")
    yield Case("answers looked at in the end", *given(3, 2, 4, 2)).to("kept_answers").edge("kept answers")
    first, second = given(3, 2, 4, 2), given(4, 3, 4, 2)
    yield Case("two caches", [first[:4], second[:4]], 2, [first[5], second[5]]).to("side_by_side").edge(
        "several caches"
    )
    third, fourth = given(4, 2, 4, 2), given(3, 2, 4, 2)
    yield Case("two caches of equal shapes", [third[:4], fourth[:4]], 2, [third[5], fourth[5]]).to(
        "side_by_side"
    ).edge("several caches")
    two = np.eye(2)
    far = np.array([[[60.0, 0.0]], [[0.0, 60.0]], [[-50.0, 30.0]], [[40.0, 40.0]]])
    yield Case("scores of a thousand", two, two, two, two, 1, far).edge("large scores")
    far = np.array([[[30.0, 0.0], [0.0, 1.0]], [[50.0, 4.0], [-40.0, -2.0]]])
    yield Case("scores of a thousand in one head", two, two, two, two, 2, far).edge("large scores")
    far = np.array([[[100.0]], [[-99.0]], [[98.0]]])
    yield Case("scores of ten thousand", eye, eye, eye, eye, 1, far).edge("large scores")

    yield Case("a hundred and fifty tokens", *given(150, 1, 4, 2)).once().edge("long sequences")
    tokens = np.concatenate(([30_000.0], rng.normal(size=10_299)))
    yield Case("ten thousand tokens", tokens=tokens, seconds=1.0).to("long").edge("long sequences").judged(
        holds("all tokens count", _counts_all_tokens)
    ).unreferenced().once()
    # small scores, so that no weight is exactly 1 and returns an old value as it was
    W_q, W_k, W_v, W_o, n_heads, tokens = given(6, 2, 4, 2)
    W_q, W_k = 0.3 * W_q, 0.3 * W_k
    mantissas = rng.permutation(np.arange(1025, 2048))[: tokens.size] / 1024 * rng.choice([-1.0, 1.0], tokens.size)
    yield Case("what old tokens are multiplied with", W_q, W_k, W_v, W_o, n_heads, mantissas.reshape(tokens.shape)).to(
        "watched"
    ).plain().edge("no recomputation").judged(_NothingAgain())
    yield Case("instructions in Python", widths=[4, 32]).to("counted").edge("no recomputation").judged(
        holds("nothing again", _grows_with_the_width)
    ).unreferenced().once()


def _softmax(scores):
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True)


def _attend(q, K, V, length=None, softmax=_softmax):
    """q (B, H, d), K and V (B, H, t, d)."""
    scores = np.einsum("bhd,bhtd->bht", q, K) / np.sqrt(length or q.shape[-1])
    return np.einsum("bht,bhtd->bhd", softmax(scores), V)


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


def _over_all(cached, tokens, x):
    """The answer to x from all tokens (B, t, D), projected again."""
    W_q, W_k, W_v, W_o = cached.weights
    K, V = ((tokens @ W).reshape(*tokens.shape[:2], cached.n_heads, -1).swapaxes(1, 2) for W in (W_k, W_v))
    return cached.join(_attend(cached.split(x @ W_q), K, V)) @ W_o


@mistake("You keep the tokens and project old ones again in later steps. Compute a key and a value once, when their "
         "token arrives, and keep these.")
class projects_again:
    class CachedAttention(_Cached):
        def step(self, x):
            new = x[:, None].copy()
            self.keys = new if self.keys is None else np.concatenate([self.keys, new], axis=1)
            return _over_all(self, self.keys, x)


@mistake("You keep x itself, so your history changes when the caller overwrites it with the next token. Keep your own "
         "keys and values.")
class keeps_the_callers_buffer:
    class CachedAttention(_Cached):
        def step(self, x):
            self.keys = [*(self.keys or []), x]
            return _over_all(self, np.stack(self.keys, axis=1), x)


@mistake("You keep x itself and project it in the next step, when the caller may have overwritten it. Project it at "
         "once, and keep the key and the value.")
class projects_one_step_late:
    class CachedAttention(_Cached):
        last = None

        def step(self, x):
            if self.last is not None:
                self.keep(self.last)
            self.last = x
            kept = self.keys, self.values
            self.keep(x)
            answer = self.join(_attend(self.split(x @ self.weights[0]), self.keys, self.values)) @ self.weights[3]
            self.keys, self.values = kept
            return answer


@mistake("You attend before the new token's key and value are in the cache. A token sees itself too, so append first.")
class attends_to_the_past_alone:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K[:, :, : max(1, K.shape[2] - 1)], V[:, :, : max(1, V.shape[2] - 1)])


@mistake("You keep no history, so each token attends to itself alone. Append its key and value to those before it.")
class forgets_the_past:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K[:, :, -1:], V[:, :, -1:])


def _shares_its_cache(source, failure):
    """Whether the code adds to a list or dict that belongs to the class, or to the module, and not to the instance."""
    nodes = list(ast.walk(source.tree))
    bodies = [source.tree.body, *(node.body for node in nodes if isinstance(node, ast.ClassDef))]
    assigned = [each for body in bodies for each in body if isinstance(each, ast.Assign)]
    made = [each for each in assigned if isinstance(each.value, _MUTABLE)]
    names = {target.id for each in made for target in each.targets if isinstance(target, ast.Name)}
    own = {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    calls = [node.func.value for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
             and node.func.attr in ("append", "extend", "setdefault")]
    added_to = {each.id if isinstance(each, ast.Name) else getattr(each, "attr", "") for each in calls}
    return bool((names - own) & added_to)


_MUTABLE = (ast.List, ast.Dict, ast.Call)


class _OnTheClass(_Cached):
    def answer(self, x):
        self.keys, self.values = (np.stack(kept, axis=2) for kept in (self.kept_keys, self.kept_values))
        return self.join(_attend(self.split(x @ self.weights[0]), self.keys, self.values)) @ self.weights[3]


@mistake("Your cache belongs to the class or the module, and still has the tokens of another instance. Make it in "
         "__init__, as an attribute of self.", kind="crashed", when=_shares_its_cache)
class kept_on_the_class:
    class CachedAttention(_OnTheClass):
        kept_keys = []
        kept_values = []

        def step(self, x):
            self.kept_keys.append(self.split(x @ self.weights[1]))
            self.kept_values.append(self.split(x @ self.weights[2]))
            return self.answer(x)


@mistake("Your cache belongs to the class or the module, so all instances share it, and a token attends to those of "
         "another one. Make it in __init__, as an attribute of self.", kind="values", when=_shares_its_cache)
class kept_on_the_class_per_shape:
    class CachedAttention(_OnTheClass):
        all_keys = {}
        all_values = {}

        def step(self, x):
            shape = (*x.shape, self.n_heads)
            self.kept_keys = self.all_keys.setdefault(shape, [])
            self.kept_values = self.all_values.setdefault(shape, [])
            self.kept_keys.append(self.split(x @ self.weights[1]))
            self.kept_values.append(self.split(x @ self.weights[2]))
            return self.answer(x)


@mistake("You divide the scores by √D. Each head works in d_k = D / n_heads columns, so divide by √d_k.")
class scaled_by_the_whole_width:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, q.shape[1] * q.shape[2])


@mistake("You leave out the division of the scores by √d_k.")
class not_scaled:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, 1)


@mistake("You divide the scores by d_k. Divide them by its square root.")
class scaled_without_root:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, q.shape[2] ** 2)


@mistake("You compute one attention over all D columns. Each head has its own scores and its own softmax.")
class one_head_only:
    class CachedAttention(_Cached):
        def split(self, x):
            return x[:, None]


@mistake("You compute one attention over all D columns, divided by √d_k. Each head has its own scores and its own "
         "softmax.")
class one_head_scaled_by_its_part:
    class CachedAttention(_Cached):
        def split(self, x):
            return x[:, None]

        def attend(self, q, K, V):
            return _attend(q, K, V, q.shape[2] // self.n_heads)


@mistake("You assign the columns to the heads in turn. Head 0 is the first d_k columns, so reshape to (heads, d_k), "
         "not to (d_k, heads).")
class columns_dealt_in_turn:
    class CachedAttention(_Cached):
        def split(self, x):
            return x.reshape(len(x), -1, self.n_heads).swapaxes(1, 2)


@mistake("Your heads are joined in the wrong order. Put them side by side, head 0 first.")
class joined_in_the_wrong_order:
    class CachedAttention(_Cached):
        def join(self, heads):
            return heads.swapaxes(1, 2).reshape(len(heads), -1)


@mistake("You leave out the output projection. Multiply the joined heads by W_o.")
class no_output_projection:
    class CachedAttention(_Cached):
        def step(self, x):
            self.keep(x)
            return self.join(_attend(self.split(x @ self.weights[0]), self.keys, self.values))


@mistake("You multiply by the transposed weights. Use them as x @ W.")
class transposed_weights:
    class CachedAttention(_Cached):
        def __init__(self, W_q, W_k, W_v, W_o, n_heads):
            super().__init__(W_q.T, W_k.T, W_v.T, W_o.T, n_heads)


@mistake("You mix up W_k and W_v: each is used in the other's place.")
class weights_swapped:
    class CachedAttention(_Cached):
        def __init__(self, W_q, W_k, W_v, W_o, n_heads):
            super().__init__(W_q, W_v, W_k, W_o, n_heads)


def _softmax_along(scores, axis):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


@mistake("Your softmax runs over the {axis}. A token's weights over the tokens that it sees must sum to 1: use the "
         "axis of those tokens.", constants={"axis": ("heads", "sequences of the batch")})
def softmax_over_others(*args, axis):
    along = ("sequences of the batch", "heads").index(axis)

    class Cached(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, softmax=lambda scores: _softmax_along(scores, along))

    return Cached(*args)


@mistake("Your softmax runs over an axis of length 1, so every weight is 1. Use the axis of the tokens that a token "
         "sees.")
class softmax_over_the_query:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, softmax=np.ones_like)


@mistake("exp overflows on large scores. Subtract each query's largest score first.")
class not_shifted:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            return _attend(q, K, V, softmax=lambda s: np.exp(s) / np.exp(s).sum(axis=-1, keepdims=True))


@mistake("You subtract one maximum for all heads and sequences, so a query whose scores are far below it underflows to "
         "0/0. Take the maximum over the last axis, with keepdims=True.")
class global_maximum:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            def softmax(scores):
                exps = np.exp(scores - scores.max())
                return exps / exps.sum(axis=-1, keepdims=True)

            return _attend(q, K, V, softmax=softmax)


@mistake("Your cache mixes the sequences of the batch, so a token attends to the tokens of all of them. Each sequence "
         "has its own history, so grow the cache along an axis of tokens.")
class sequences_share_their_history:
    class CachedAttention(_Cached):
        def attend(self, q, K, V):
            def pool(X):  # (B, H, t, d) -> (B, H, B t, d), the same for all
                return np.concatenate(list(X), axis=1)[None].repeat(len(X), axis=0)

            return _attend(q, pool(K), pool(V))


@mistake("You write every result into the same array, so earlier results change. Return a new array from each step.")
class answers_in_one_buffer:
    class CachedAttention(_Cached):
        out = None

        def step(self, x):
            answer = super().step(x)
            if self.out is None:
                self.out = np.empty_like(answer)
            self.out[...] = answer
            return self.out


@mistake("You write into x, which belongs to the caller. Work on a new array.")
class writes_into_x:
    class CachedAttention(_Cached):
        def step(self, x):
            answer = super().step(x)
            x[...] = answer
            return answer


@mistake("Your cache holds a limited number of tokens. There is no maximum length, so grow it when it is full, for "
         "example by doubling.", kind="property:all tokens count", when=says("raised IndexError"))
class fixed_size:
    class CachedAttention(_Cached):
        K = None

        def step(self, x):
            W_q, W_k, W_v, W_o = self.weights
            k, v = self.split(x @ W_k), self.split(x @ W_v)
            if self.K is None:
                shape = (*k.shape[:2], 128, k.shape[2])
                self.K, self.V, self.t = np.zeros(shape), np.zeros(shape), 0
            self.K[:, :, self.t], self.V[:, :, self.t] = k, v
            self.t += 1
            return self.join(_attend(self.split(x @ W_q), self.K[:, :, : self.t], self.V[:, :, : self.t])) @ W_o


@alternative
class doubling_buffers:
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
class lists_and_loops:
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
class stacked_lists:
    class CachedAttention(_Cached):
        def keep(self, x):
            self.lists = getattr(self, "lists", ([], []))
            for kept, W in zip(self.lists, self.weights[1:3]):
                kept.append(self.split(x @ W))
            self.keys, self.values = (np.stack(kept, axis=2) for kept in self.lists)


@alternative
class appended:
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
