"""FlashAttention: equal to attention for every block size, stable, little memory, and really block by block.

Values and memory cannot tell blocks of keys from blocks of queries, so one case hands over arrays that watch what they
are multiplied with: see `probe`.
"""

import ast
import re
from types import SimpleNamespace

import numpy as np

from mlprep.grading.api import Case, Check, Failure, alternative, close, max_peak_bytes, mistake

SECONDS = 30  # an answer that loops over the queries as well is right
QUIET = ("large scores",)


def probe(module, case):
    """Calls the function; in a watched case, with arrays that know their keys and values by their mantissas.

    These take 11 bits and no two entries share one, so that a cast, a scale by √d = 4 or a copy changes nothing. What
    is noted: the most keys, or values, that one product takes, the line of it, and whether a query meets keys again
    after others.
    """
    import contextlib
    import linecache
    import sys
    import tracemalloc
    import types

    Q, K, V, block_size = case.args
    if len(Q) > 1000 and not isinstance(module, types.ModuleType) and not tracemalloc.is_tracing():
        Q, K, V = Q[:9], K[:9], V[:9]  # known mistakes, of which there are many to try, are told by smaller cases
    if case.entry != "watched":
        return module.flash_attention(Q, K, V, block_size)
    owners = np.full((3, 2049), -1)  # for Q, K and V: which row has an entry of this mantissa
    for owner, array in zip(owners, (Q, K, V)):
        owner[(np.abs(np.frexp(array)[0]) * 2048).astype(int)] = np.arange(len(array))[:, None]
    noted = {"most": 0, "line": "", "again": False}
    met = [(set(), set()) for _ in Q]  # for each query: all keys that it met, and the last ones
    products = {np.dot, np.einsum, np.tensordot, np.inner, np.vdot, np.matmul, np.multiply}
    libraries = {"numpy", "torch", "mlprep", "probe"}

    def rows(array):
        """The queries, keys and values that have an entry in the array."""
        numbers = np.where(np.isfinite(array), array, 0.0)
        mantissas = np.abs(np.frexp(numbers)[0]) * 2048
        codes = np.unique(mantissas[mantissas == np.floor(mantissas)]).astype(int)
        return [set(owner[codes].tolist()) - {-1} for owner in owners]

    def look(operands):
        arrays = [each for each in map(plain, operands) if isinstance(each, np.ndarray) and each.size > 1]
        held = [rows(each) for each in arrays if each.dtype.kind == "f"]
        for i, (_, keys, values) in enumerate(held):
            taken = max(len(keys), len(values))
            others = held[:i] + held[i + 1 :]
            if not any(not (k or v) for _, k, v in others):
                continue
            if taken > noted["most"]:
                frame = sys._getframe()
                while frame and frame.f_globals.get("__name__", "").partition(".")[0] in libraries:
                    frame = frame.f_back
                line = linecache.getline(frame.f_code.co_filename, frame.f_lineno).strip() if frame else ""
                noted.update(most=taken, line=f"{frame.f_lineno}: {line}" if line else "")
            for query in {query for queries, _, _ in others for query in queries} if keys else ():
                every, last = met[query]
                noted["again"] = noted["again"] or bool(keys & every and keys != last)
                met[query] = (every | keys, keys)

    def plain(value):
        if isinstance(value, list | tuple):
            return type(value)(map(plain, value))
        return value.view(np.ndarray) if isinstance(value, Watched) else value

    def watched(value):
        if isinstance(value, list | tuple):
            return type(value)(map(watched, value)) if type(value) in (list, tuple) else value
        return value.view(Watched) if type(value) is np.ndarray and value.ndim else value

    class Watched(np.ndarray):
        def __array_ufunc__(self, ufunc, method, *inputs, out=(), **kwargs):
            if ufunc in products and method in ("__call__", "outer"):
                look(inputs)
            kwargs = {name: plain(value) for name, value in kwargs.items()}
            into = {"out": plain(tuple(out))} if out else {}
            result = getattr(ufunc, method)(*map(plain, inputs), **into, **kwargs)
            return watched(result) if not out else out[0] if len(out) == 1 else out

        def __array_function__(self, function, types, args, kwargs):
            if function in products:
                look([*args, *kwargs.values()])
            result = function(*map(plain, args), **{name: plain(value) for name, value in kwargs.items()})
            return kwargs["out"] if kwargs.get("out") is not None else watched(result)

        def dot(self, other, out=None):
            return np.dot(self, other) if out is None else np.dot(self, other, out=out)

    def keeping(convert):
        """np.array and its like, without the loss of the class."""
        return lambda value, *args, **kwargs: watched(convert(plain(value), *args, **kwargs)) if isinstance(
            value, Watched
        ) else convert(value, *args, **kwargs)

    def tensors_watched():
        """Where the code is in PyTorch: its products."""
        import torch
        from torch.overrides import TorchFunctionMode

        names = {
            "matmul", "mm", "bmm", "mv", "dot", "vdot", "vecdot", "inner", "outer", "ger", "einsum", "tensordot",
            "linear", "bilinear", "addmm", "addmv", "addbmm", "baddbmm", "mul", "multiply", "rmul", "rmatmul", "kron",
            "multi_dot", "chain_matmul",
        }

        def arrays(operands):
            for each in operands:
                if isinstance(each, list | tuple):
                    yield from arrays(each)
                elif isinstance(each, torch.Tensor):
                    while torch._C._functorch.is_functorch_wrapped_tensor(each):  # inside torch.vmap
                        each = torch._C._functorch.get_unwrapped(each)
                    yield each.detach().numpy()

        class Watch(TorchFunctionMode):
            def __torch_function__(self, function, types, args=(), kwargs=None):
                kwargs = kwargs or {}
                name = getattr(function, "__name__", "").partition(".")[0].strip("_").removeprefix("linalg_")
                if name in names:
                    look([*arrays([*args, *kwargs.values()])])
                return function(*args, **kwargs)

        return Watch()

    converting = ("array", "asarray", "ascontiguousarray", "asfortranarray")
    originals = {name: getattr(np, name) for name in converting}
    for name, convert in originals.items():
        setattr(np, name, keeping(convert))
    try:
        with tensors_watched() if "torch" in sys.modules else contextlib.nullcontext():
            result = module.flash_attention(watched(Q), watched(K), watched(V), block_size)
    finally:
        for name, convert in originals.items():
            setattr(np, name, convert)
    return {"result": plain(result), **noted}


class _ByBlocks(Check):
    """The values are right, and no product takes more keys, or values, than a block has."""

    def __call__(self, case, got, want):
        if not isinstance(got.value, dict):
            return None
        wrong = close()(case, SimpleNamespace(value=got.value["result"]), SimpleNamespace(value=want.value["result"]))
        most, block_size = got.value["most"], case.args[3]
        if wrong or most <= block_size:
            return wrong
        where = f" Line {got.value['line']}" if got.value["line"] else ""
        return Failure("property:blocks", f"Right, but one product takes {most} keys or values at once, and block_size "
                                          f"is {block_size}.{where}")


class _InOnePass(Check):
    """No query meets the same keys again after others."""

    def __call__(self, case, got, want):
        again = isinstance(got.value, dict) and got.value["again"]
        return Failure("property:passes", "Some query meets the same keys twice.") if again else None


def cases(rng):
    def qkv(T, d, scale=1.0):
        return [scale * rng.normal(size=(T, d)), rng.normal(size=(T, d)), rng.normal(size=(T, d))]

    Q = np.array([[2.0, 0.0, 0.0, 0.0], [-2.0, 0.0, 0.0, 0.0]])
    K = np.array([[0.0, 0.0, 0.0, 0.0], [np.log(3.0), 0.0, 0.0, 0.0]])
    V = np.array([[0.0, 8.0, 0.0, 4.0], [4.0, 0.0, 8.0, 4.0]])
    yield Case("two tokens, one at a time", Q, K, V, 1)
    yield Case("two tokens at once", Q, K, V, 2)
    yield Case("two blocks that fit", *qkv(4, 3, 3.0), 2)
    yield Case("three blocks that fit", *qkv(9, 2, 3.0), 3)
    yield Case("one feature, blocks of one", *qkv(5, 1, 3.0), 1)
    yield Case("a block as large as T", *qkv(5, 2), 5)
    yield Case("one token", np.array([[2.0]]), np.array([[3.0]]), np.array([[5.0]]), 1)
    yield Case("many blocks", *qkv(60, 3, 4.0), 4)

    yield Case("three tokens, blocks of two", *qkv(3, 2, 3.0), 2).edge("partial blocks")
    yield Case("a last block of one", *qkv(7, 4, 4.0), 3).edge("partial blocks")
    yield Case("more features than tokens", *qkv(3, 6, 2.0), 2).edge("partial blocks")
    yield Case("a block of one less than T", *qkv(6, 4), 5).edge("partial blocks")
    yield Case("a block larger than T", *qkv(3, 4), 8).edge("partial blocks")

    # Whole numbers and a whole root of d: float32 and any order of the operations give the same scores.
    Q = np.array([[200.0, 0.0], [-200.0, 0.0], [0.0, 2.0], [200.0, 1.0], [-200.0, 2.0]]) @ np.eye(2, 4)
    K = np.array([[100.0, 0.0], [100.0, 2.0], [-100.0, 4.0], [-100.0, 2.0], [0.0, 8.0]]) @ np.eye(2, 4)
    for size in (1, 2, 3):
        yield Case(f"scores of ten thousand, blocks of {size}", Q, K, rng.normal(size=(5, 4)), size).edge(
            "large scores"
        )
    K = np.array([[40.0, 0.0], [50.0, 0.0], [60.0, 2.0], [70.0, 0.0], [70.0, 4.0]]) @ np.eye(2, 4)
    yield Case("scores that rise and fall by block", Q, K, rng.normal(size=(5, 4)), 2).edge("large scores")
    # the first block is far below the rest for some queries, and far above it for others
    K = np.array([[-90.0, 0.0], [-90.0, 2.0], [90.0, 0.0], [90.0, 4.0], [0.0, 0.0]]) @ np.eye(2, 4)
    yield Case("a first block far away", Q, K, rng.normal(size=(5, 4)), 2).edge("large scores")

    T = 3000
    quarter = max_peak_bytes(T * T * 8 / 4, "Hold the (T, block_size) scores of one block, nothing larger.")
    yield Case("three thousand tokens in little memory", *qkv(T, 8), 128).once().edge("little memory").judged(
        close(), quarter
    )
    T, d = 12, 16
    mantissas = rng.permutation(np.arange(1025, 2048))[: 3 * T * d] / 1024 * rng.choice([-1.0, 1.0], 3 * T * d)
    Q, K, V = mantissas.reshape(3, T, d)
    # Code that takes block_size for the number of blocks gets three blocks of four.
    yield Case("twelve tokens, blocks of 3", Q, K, V, 3).to("watched").plain().edge("block size").judged(_ByBlocks())
    yield Case("in one pass", Q, K, V, 4).to("watched").plain().judged(_InOnePass()).beyond(
        "A query looks at the same keys again after it has seen others. Make one pass, and rescale both sums when a "
        "block raises the maximum."
    )


def _online(Q, K, V, block_size, raise_to=np.maximum, shrink_total=True, shrink_out=True, start_from=-np.inf):
    T, d = Q.shape
    highest, total, out = np.full((T, 1), start_from), np.zeros((T, 1)), np.zeros((T, V.shape[1]))
    for start in range(0, len(K), block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(d)
        raised = raise_to(highest, scores.max(axis=1, keepdims=True))
        shrink = np.exp(highest - raised)
        weights = np.exp(scores - raised)
        total = (total * shrink if shrink_total else total) + weights.sum(axis=1, keepdims=True)
        out = (out * shrink if shrink_out else out) + weights @ V[start : start + block_size]
        highest = raised
    return out, total


def _quotient(sums):
    out, total = sums
    return out / total


def _guarded(sums):
    out, total = sums
    return out / np.where(total == 0, 1.0, total)


def _plain(Q, K, V):
    scores = Q @ K.T / np.sqrt(Q.shape[1])
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True) @ V


def _holds_as_much(source, failure):
    """Whether it held as many bytes as a matrix of the scores has, at T = 3,000."""
    held = re.search(r"held ([\d.,]+) MiB", failure.reason) if failure else None
    return held is not None and float(held[1].replace(",", "")) >= 3000 * 3000 * 8 / 2**20


def _uses_block_size(source, failure):
    """Whether the code reads a variable of this name."""
    return any(
        isinstance(node, ast.Name) and node.id == "block_size" and isinstance(node.ctx, ast.Load)
        for node in ast.walk(source.tree)
    )


@mistake("You hold as many bytes at once as the whole (T, T) matrix of scores. Compute the scores of one block of keys "
         "at a time, and keep only a maximum and two sums per query.", kind="memory", when=_holds_as_much)
def whole_matrix(Q, K, V, block_size):
    return _plain(Q, K, V)


@mistake("You never use block_size. Go through the keys and values in blocks of that many, and keep a running maximum "
         "and two running sums per query.", when=lambda source, failure: not _uses_block_size(source, failure))
def query_by_query(Q, K, V, block_size):
    return np.array([_plain(query[None], K, V)[0] for query in Q])


@mistake("You read block_size, but a query still looks at more keys or values than that in one step. Splitting "
         "only the queries is not enough: go through the keys and values in blocks of block_size, and keep a running "
         "maximum and two running sums per query.", when=_uses_block_size)
def queries_in_blocks(Q, K, V, block_size):
    return np.concatenate([_plain(Q[i : i + block_size], K, V) for i in range(0, len(Q), block_size)])


@mistake("When a block raises the maximum, your sums so far are too large. Multiply both the sum and the output so far "
         "by exp(old maximum − new maximum).")
def nothing_shrunk(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size, shrink_total=False, shrink_out=False))


@mistake("You rescale the running sum when the maximum rises, but not the output so far. Multiply both by the same "
         "factor.")
def output_not_shrunk(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size, shrink_out=False))


@mistake("You rescale the output when the maximum rises, but not the running sum of exponentials. Multiply both by "
         "the same factor.")
def total_not_shrunk(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size, shrink_total=False))


def _merged(Q, K, V, block_size, scale_total, scale_out):
    """Each block by itself, with its own maximum, and then merged into what came before."""
    highest = total = out = None
    for start in range(0, len(K), block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(Q.shape[1])
        top = scores.max(axis=1, keepdims=True)
        weights = np.exp(scores - top)
        own_total, own_out = weights.sum(axis=1, keepdims=True), weights @ V[start : start + block_size]
        if highest is None:
            highest, total, out = top, own_total, own_out
            continue
        raised = np.maximum(highest, top)
        old, new = np.exp(highest - raised), np.exp(top - raised)
        total = total * old + own_total * (new if scale_total else 1.0)
        out = out * old + own_out * (new if scale_out else 1.0)
        highest = raised
    return out / total


@mistake("Your new block's {what} not rescaled where the maximum so far is larger than the block's own. Multiply it by "
         "exp(block maximum − new maximum).",
         constants={"what": ("sum of exponentials is", "output is", "sums are")})
def new_block_not_rescaled(Q, K, V, block_size, *, what):
    return _merged(Q, K, V, block_size, what == "output is", what.startswith("sum of"))


@mistake("You replace the running maximum with the block's own, so exp(old − new) overflows when a later block is "
         "lower. Take the larger of the two.")
def maximum_of_the_block_alone(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size, raise_to=lambda highest, block: block))


@mistake("You keep the maximum of the first block, so a later block with larger scores overflows. Raise the maximum, "
         "and rescale both sums by exp(old maximum − new maximum).")
def maximum_of_the_first_block(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size,
                             raise_to=lambda highest, block: np.where(np.isinf(highest), block, highest)))


@mistake("Your running maximum starts at 0, so a query whose scores are all far below 0 underflows to 0/0. Start at "
         "minus infinity.")
def maximum_from_zero(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size, start_from=0.0))


@mistake("Your maximum is never below 0, so a query whose scores are all far below 0 underflows, and a guard against "
         "0/0 only turns its result into 0. Start at minus infinity.")
def maximum_from_zero_guarded(Q, K, V, block_size):
    return _guarded(_online(Q, K, V, block_size, start_from=0.0))


@mistake("You take one maximum for all queries, so a query whose scores are far below it underflows to 0/0. Give each "
         "query its own: axis=1, keepdims=True.")
def one_maximum_for_all_queries(Q, K, V, block_size):
    return _quotient(_online(Q, K, V, block_size, raise_to=lambda highest, block: np.maximum(highest, block.max())))


@mistake("You take one maximum for all queries, so a query whose scores are far below it underflows, and a guard "
         "against 0/0 only turns its result into 0. Give each query its own: axis=1, keepdims=True.")
def one_maximum_for_all_queries_guarded(Q, K, V, block_size):
    return _guarded(_online(Q, K, V, block_size, raise_to=lambda highest, block: np.maximum(highest, block.max())))


@mistake("Your factor is upside down. Multiply by exp(old maximum − new maximum), which is at most 1.")
def factor_upside_down(Q, K, V, block_size):
    T, d = Q.shape
    highest, total, out = np.full((T, 1), -1e30), np.zeros((T, 1)), np.zeros((T, d))
    for start in range(0, T, block_size):
        scores = Q @ K[start : start + block_size].T / np.sqrt(d)
        raised = np.maximum(highest, scores.max(axis=1, keepdims=True))
        factor = np.exp(raised - highest) if start else 0.0
        weights = np.exp(scores - raised)
        total = total * factor + weights.sum(axis=1, keepdims=True)
        out = out * factor + weights @ V[start : start + block_size]
        highest = raised
    return out / total


@mistake("exp overflows on large scores. Keep a running maximum for each query and subtract it.")
def no_running_maximum(Q, K, V, block_size):
    T, d = Q.shape
    total, out = np.zeros((T, 1)), np.zeros((T, d))
    for start in range(0, T, block_size):
        weights = np.exp(Q @ K[start : start + block_size].T / np.sqrt(d))
        total += weights.sum(axis=1, keepdims=True)
        out += weights @ V[start : start + block_size]
    return out / total


@mistake("You finish a softmax within each block and average the results, so each block's weights sum to 1 by "
         "themselves. The sum runs over all keys, so divide once, at the end.")
def softmax_in_each_block(Q, K, V, block_size):
    starts = range(0, len(K), block_size)
    parts = [_plain(Q, K[start : start + block_size], V[start : start + block_size]) for start in starts]
    return sum(parts) / len(parts)


@mistake("You finish a softmax within each block and add the results, so each block's weights sum to 1 by themselves. "
         "The sum runs over all keys, so divide once, at the end.")
def softmaxes_added(Q, K, V, block_size):
    starts = range(0, len(K), block_size)
    return sum(_plain(Q, K[start : start + block_size], V[start : start + block_size]) for start in starts)


@mistake("In your code, each query looks only at the keys of its own block. Let every query see all keys.")
def blocks_by_themselves(Q, K, V, block_size):
    parts = [slice(start, start + block_size) for start in range(0, len(K), block_size)]
    return np.concatenate([_plain(Q[part], K[part], V[part]) for part in parts])


@mistake("You drop the keys after the last full block. Continue while keys remain: a slice past the end is simply "
         "shorter.")
def last_block_dropped(Q, K, V, block_size):
    whole = len(K) - len(K) % min(block_size, len(K))
    return _quotient(_online(Q, K[:whole], V[:whole], block_size))


@mistake("You pad the last block with zero keys, and they count: a score of 0 has the weight exp(0). Use a shorter "
         "last block, or set the scores of the padding to -inf.")
def zero_padding_takes_part(Q, K, V, block_size):
    padding = ((0, -len(K) % block_size), (0, 0))
    return _quotient(_online(Q, np.pad(K, padding), np.pad(V, padding), block_size))


@mistake("You block the future. This task has no mask, so every query sees every key.")
def causal(Q, K, V, block_size):
    scores = np.where(np.tri(len(Q), dtype=bool), Q @ K.T / np.sqrt(Q.shape[1]), -np.inf)
    weights = np.exp(scores - scores.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True) @ V


@mistake("You leave out the division of the scores by √d.")
def not_scaled(Q, K, V, block_size):
    return _plain(Q * np.sqrt(Q.shape[1]), K, V)


@mistake("You divide the scores by d. Divide them by its square root.")
def scaled_without_root(Q, K, V, block_size):
    return _plain(Q / np.sqrt(Q.shape[1]), K, V)


@mistake("You return the weighted sum of the values without dividing it by the sum of the weights.")
def not_normalized(Q, K, V, block_size):
    return _online(Q, K, V, block_size)[0]


@alternative
def in_two_passes(Q, K, V, block_size):
    starts, scale = range(0, len(K), block_size), np.sqrt(Q.shape[1])
    highest = np.max([(Q @ K[i : i + block_size].T / scale).max(axis=1) for i in starts], axis=0)[:, None]
    total, out = 0.0, 0.0
    for i in starts:
        weights = np.exp(Q @ K[i : i + block_size].T / scale - highest)
        total, out = total + weights.sum(axis=1, keepdims=True), out + weights @ V[i : i + block_size]
    return out / total


@alternative
def queries_in_columns(Q, K, V, block_size):
    top, total, out = [-np.inf] * len(Q), 0, 0
    done = 0
    while done < len(K):
        keys, values = K[done : done + block_size], V[done : done + block_size]
        scores = keys @ (Q / Q.shape[-1] ** 0.5).T  # (block, T)
        new = np.maximum(top, scores.max(0))
        scores -= new
        np.exp(scores, out=scores)
        factor = np.exp(np.array(top) - new)
        total = total * factor + scores.sum(0)
        out = out * factor + values.T @ scores  # (d, T)
        top, done = list(new), done + block_size
    return (out / total).T


@alternative
def blocks_of_queries_too(Q, K, V, block_size):
    T, d = Q.shape
    out = np.empty((T, d))
    for i in range(0, T, block_size):
        log_total = np.full((len(Q[i : i + block_size]), 1), -1e300)
        mean = np.zeros_like(Q[i : i + block_size])
        for j in range(0, T, block_size):
            scores = np.einsum("qd,kd->qk", Q[i : i + block_size], K[j : j + block_size]) / d**0.5
            grown = np.logaddexp(log_total, np.logaddexp.reduce(scores, axis=1, keepdims=True))
            mean = np.exp(log_total - grown) * mean + np.exp(scores - grown) @ V[j : j + block_size]
            log_total = grown
        out[i : i + block_size] = mean
    return out


EQUIVALENT = {
    "flash_attention: np.zeros -> np.ones in `total = np.zeros((T, 1))`":
        "the first factor, exp(-inf) = 0, wipes the start value",
    "flash_attention: np.zeros -> np.ones in `out = np.zeros((T, d))`":
        "the first factor, exp(-inf) = 0, wipes the start value",
}
