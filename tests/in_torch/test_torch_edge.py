"""A solution in PyTorch is judged by the same checks: what crosses to it and back, and what it may not call."""

from __future__ import annotations

import textwrap

import pytest
from support import Bench

SOFTMAX = """
import torch

def softmax(x, axis=-1):
    exps = torch.exp(x - x.amax(dim=axis, keepdim=True))
    return exps / exps.sum(dim=axis, keepdim=True)
"""


def test_a_right_solution_passes_and_a_wrong_one_is_diagnosed(bench: Bench) -> None:
    passed = bench.grade("softmax", SOFTMAX)
    assert (passed["outcome"], passed["beyond"]) == ("passed", [])
    failed = bench.grade("softmax", SOFTMAX.replace("x.amax(dim=axis, keepdim=True)", "x.amax()"))
    assert (failed["outcome"], failed["mistake"]) == ("failed", "global_maximum")


@pytest.mark.parametrize(
    "call",
    [
        "torch.softmax(x, axis)",
        "x.softmax(axis)",
        "torch.nn.functional.softmax(x, axis)",
        "torch.nn.Softmax(axis)(x)",
        "torch.special.softmax(x, axis)",
        "torch.ops.aten._softmax(x, axis, False)",
        "getattr(torch, 'soft' + 'max')(x, axis)",
        "torch.nn.functional.scaled_dot_product_attention(x, x, x)",
        "hidden(x, axis)",
        "in_a_thread(lambda: x.softmax(axis))",
        "torch.vmap(lambda row: row.softmax(0))(x)",
        "unseen(lambda: x.softmax(axis))",
    ],
)
def test_what_is_asked_for_is_not_called_ready_made(bench: Bench, call: str) -> None:
    source = f"""
    import threading

    import torch
    from torch.overrides import _pop_mode_temporarily

    def in_a_thread(f):
        out = []
        thread = threading.Thread(target=lambda: out.append(f()))
        thread.start()
        thread.join()
        return out[0]

    def unseen(f):
        with _pop_mode_temporarily():
            return f()

    @torch.jit.script
    def hidden(x: torch.Tensor, axis: int):
        return torch.softmax(x, axis)

    def softmax(x, axis=-1):
        return {call}
    """
    source = source if call == "hidden(x, axis)" else source.replace("@torch.jit.script", "")
    report = bench.grade("softmax", source)
    assert (report["outcome"], report["failure"]["kind"]) == ("failed", "calls")


@pytest.mark.parametrize("body", ["return super().__torch_function__(func, types, args, kwargs)", "return hide(args)"])
def test_a_tensor_that_handles_calls_itself_hides_what_they_do(bench: Bench, body: str) -> None:
    source = f"""
    import torch

    def hide(args):
        return torch.softmax(args[0].as_subclass(torch.Tensor), -1)

    class Late(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            kwargs = kwargs or {{}}
            {body}

    def softmax(x, axis=-1):
        return x.as_subclass(Late)
    """
    assert "hides what your code calls" in bench.grade("softmax", source)["failure"]["reason"]


def test_what_a_class_computes_when_it_is_asked_is_seen(bench: Bench) -> None:
    grader = """
    def probe(module, case):
        return module.f(*case.args).scores

    def cases(rng): yield Case('numbers', rng.normal(size=(3, 4)))
    """
    answer = """
    import torch
    class f:
        def __init__(self, x): self.x = x
        scores = property(lambda self: self.x.softmax(-1))
    """
    solution = "import numpy as np\nclass f:\n    def __init__(self, x): self.scores = x\n"
    report = bench.judge(answer, solution=solution, grader=grader, shortcuts=["softmax"])
    assert report["failure"]["kind"] == "calls"


MAKE = "import numpy as np\n"


def judged(bench: Bench, answer: str, solution: str, grader: str) -> tuple[str, str]:
    """The outcome of an answer, and the kind of its failure."""
    report = bench.judge(answer, solution=MAKE + solution, grader=grader)
    return report["outcome"], report["failure"]["kind"] if report["failure"] else report["notes"]


DOUBLE = "def f(x): return 2 * x"
CASES = "def cases(rng): yield Case('numbers', rng.normal(size=(3, 4)))"


@pytest.mark.parametrize(
    "body",
    [
        "return 2 * x",
        "return (2 * x).requires_grad_()",
        "return torch.nn.Parameter(2 * x)",
        "return (2 * x).tolist()",
        "return 2 * x.numpy()",
        "return torch.zeros(3, 4) + 2 * x",
        "return torch.stack([2 * row for row in x])",
    ],
)
def test_results_may_have_any_form_that_pytorch_has(bench: Bench, body: str) -> None:
    assert judged(bench, f"import torch\ndef f(x):\n    {body}\n", DOUBLE, CASES)[0] == "passed"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("return x.mul_(2)", "changed"),
        ("y = 2 * x; x.unsqueeze_(0); return y", "changed"),
        ("kept.append(x); return 2 * kept[0]", "values"),
        ("out[:] = 2 * x; return out", "state"),
        ("return (2 * x).float()", "dtype"),
        ("return (2 * x).T", "shape"),
    ],
)
def test_what_is_wrong_in_numpy_is_wrong_in_pytorch(bench: Bench, body: str, kind: str) -> None:
    answer = f"import torch\nkept, out = [], torch.zeros(3, 4)\ndef f(x):\n    {body}\n"
    assert judged(bench, answer, DOUBLE, CASES) == ("failed", kind)


@pytest.mark.parametrize(
    "body",
    [
        "y = x.clone().requires_grad_(); return torch.autograd.grad((y**2).sum(), y)[0]",
        "y = x.clone().requires_grad_(); (y**2).sum().backward(); return y.grad",
        "return torch.func.grad(lambda y: (y**2).sum())(x)",
        "return torch.autograd.functional.jacobian(lambda y: (y**2).sum(), x)",
        "return torch.func.jacfwd(lambda y: (y**2).sum())(x)",
    ],
)
def test_autograd_is_seen_where_a_gradient_is_asked_for(bench: Bench, body: str) -> None:
    answer = f"import torch\ndef f(x):\n    {body}\n"
    for shortcuts, outcome in (([], "passed"), (["autograd"], "failed")):
        report = bench.judge(answer, solution=MAKE + DOUBLE, grader=CASES, shortcuts=shortcuts)
        assert report["outcome"] == outcome, report["failure"]
    assert "without autograd" in report["failure"]["reason"]


def test_a_view_of_an_argument_is_seen(bench: Bench) -> None:
    grader = CASES + "\nCHECKS = (close(), fresh())"
    assert judged(bench, "import torch\ndef f(x): return x.T", "def f(x): return x.T.copy()", grader) == (
        "failed",
        "shared",
    )


def test_generators_are_pytorchs_and_the_same_seed_gives_the_same(bench: Bench) -> None:
    grader = """
    def probe(module, case):
        rngs = [np.random.default_rng(seed) for seed in (1, 1, 2)]
        one, same, other = (module.f(rng) for rng in rngs)
        return [bool((one == same).all()), bool((one == other).any()), bool((one == module.f(rngs[0])).any())]

    def cases(rng): yield Case('draws')
    """
    solution = "def f(rng): return rng.random(5)"
    answer = "import torch\ndef f(rng): return torch.rand(5, generator=rng)"
    assert judged(bench, answer, solution, grader)[0] == "passed"


def test_classes_functions_and_callbacks_of_probes_get_the_right_kind(bench: Bench) -> None:
    grader = """
    def probe(module, case):
        (x,) = case.args
        model = module.f(lambda a: a + np.ones(a.shape))
        model.scale = np.array([3.0])
        return [model(x), model.add(x)(x), [*model.rows(x)]]

    def cases(rng): yield Case('numbers', rng.normal(size=(3, 4)))
    """
    solution = """
    class f:
        def __init__(self, g): self.g = g
        def __call__(self, x): return self.g(x) * self.scale
        def add(self, x): return lambda y: x + y
        def rows(self, x): yield from x
    """
    answer = f"import torch\nfrom torch import nn\n{solution.strip()}".replace("\n    ", "\n").replace(
        "class f:", "class f(nn.Module):"
    )
    answer = answer.replace("self.g = g", "super().__init__(); self.g = g").replace("__call__", "forward")
    answer = answer.replace("return self.g(x)", "assert isinstance(self.scale, torch.Tensor); return self.g(x)")
    report = bench.judge(answer, solution=MAKE + __import__("textwrap").dedent(solution), grader=grader)
    assert report["outcome"] == "passed", report["failure"]


def test_only_pytorch_and_what_numpy_files_have_can_be_imported(bench: Bench) -> None:
    bench.grade("softmax", SOFTMAX)  # from here on the zygote has it
    numpy_file = "import importlib\ntorch = importlib.import_module('tor' + 'ch')\n" + SOFTMAX.partition("torch\n")[2]
    for source in (numpy_file, f"import sympy\n{SOFTMAX}"):
        assert bench.grade("softmax", source)["failure"]["kind"] == "imports"


@pytest.mark.parametrize(("result", "kind"), [("x.max(0)", None), ("kept.setdefault(0, x.max(0))", "state")])
def test_several_results_that_pytorch_returns_together_are_a_tuple(bench: Bench, result: str, kind: str | None) -> None:
    answer = f"import torch\nkept = {{}}\ndef f(x):\n    return {result}\n"
    grader = "def cases(rng): yield Case('ones', np.ones((3, 4))).plain()"
    report = bench.judge(answer, solution=MAKE + "def f(x): return x.max(0), x.argmax(0)", grader=grader)
    assert (report["failure"] and report["failure"]["kind"]) == kind


def test_compiled_code_runs_as_it_is_written_and_what_it_calls_is_seen(bench: Bench) -> None:
    source = """
    import torch

    @torch.compile(fullgraph=True)
    def exponentials(x, axis):
        return (x - x.amax(dim=axis, keepdim=True)).exp()

    def softmax(x, axis=-1):
        e = exponentials(x, axis)
        return e / e.sum(dim=axis, keepdim=True)
    """
    assert bench.grade("softmax", source)["outcome"] == "passed"
    hiding = f"{textwrap.dedent(source)}\nsoftmax = torch.compile(lambda x, axis=-1: torch.softmax(x, axis))\n"
    assert bench.grade("softmax", hiding)["failure"]["reason"].startswith("You call torch.softmax.")


NAMED = {
    "torch.nn.attention.flex_attention.flex_attention": (
        "attention",
        """
        from torch.nn.attention.flex_attention import flex_attention
        def attention(Q, K, V, mask=None):
            return flex_attention(Q[None, None], K[None, None], V[None, None])[0, 0]
        """,
    ),
    "torch.autograd.backward": (
        "rnn_backward",
        """
        import torch
        def rnn_backward(dh, x, h0, W_x, W_h, b):
            rnn = torch.nn.RNN(x.shape[-1], h0.shape[-1], batch_first=True)
            out, _ = rnn(x, h0[None])
            torch.autograd.backward(out, dh)
            return x, h0, W_x, W_h, b
        """,
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_a_function_is_told_by_its_whole_name(bench: Bench, name: str) -> None:
    assert bench.grade(*NAMED[name])["failure"]["reason"].startswith(f"You call {name}. ")
