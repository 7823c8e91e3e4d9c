"""Every function that code may not call is seen in whatever way it is called, of five ways or more for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from support import Bench, catalogue

SHORTCUTS = sorted({name for each in catalogue.exercises.values() for name in each.shortcuts})

# What each function is called with, after the tensor itself; x is (3, 4) with entries between 0 and 1.
_ALONE = "x"
CALLS = {
    "adaptive_max_pool2d": "image, (1, 1)",
    **dict.fromkeys(("alpha_dropout", "dropout", "feature_dropout"), "x, 0.5, True"),
    **dict.fromkeys(("dropout1d", "dropout2d", "dropout3d"), "x[None], 0.5, True"),
    "batch_norm": "x, x[0], x[0], training=True",
    **dict.fromkeys(("binary_cross_entropy", "binary_cross_entropy_with_logits", "mse_loss", "l1_loss"), "x, x"),
    **dict.fromkeys(("smooth_l1_loss", "huber_loss", "soft_margin_loss", "kl_div"), "x, x"),
    **dict.fromkeys(("cross_entropy", "nll_loss"), "x, classes"),
    "conv1d": "x[None], torch.ones(1, 3, 2)",
    "conv2d": "image, torch.ones(1, 1, 2, 2)",
    "conv3d": "image[None], torch.ones(1, 1, 1, 2, 2)",
    "conv_transpose2d": "image, torch.ones(1, 1, 2, 2)",
    "convolution": "image, torch.ones(1, 1, 2, 2), None, (1, 1), (0, 0), (1, 1), False, (0, 0), 1",
    "fake_quantize_per_channel_affine": "x.float(), scales.float(), torch.zeros(3).int(), 0, 0, 255",
    "fake_quantize_per_tensor_affine": "x.float(), 0.1, 0, 0, 255",
    "grid_sample": "image, torch.zeros(1, 2, 2, 2), align_corners=False",
    "group_norm": "x, 2",
    "gru_cell": "x, h, w3, w3, b3, b3",
    "lstm_cell": "x, (h, h), w4, w4, b4, b4",
    "im2col": "image, (2, 2), (1, 1), (0, 0), (1, 1)",
    "instance_norm": "x[None]",
    "interpolate": "image, (6, 8)",
    "upsample": "image, (6, 8)",
    "layer_norm": "x, (4,)",
    "rms_norm": "x, (4,)",
    **dict.fromkeys(("softmax", "log_softmax", "softmin", "gumbel_softmax"), "x, dim=-1"),
    "logsumexp": "x, -1",
    "max_pool1d": "x[None], 2",
    "max_pool2d": "image, 2",
    "max_pool3d": "image[None], (1, 2, 2)",
    "max_pool2d_with_indices": "image, (2, 2)",
    "convolution_backward": (
        "torch.ones(1, 1, 2, 3), image, torch.ones(1, 1, 2, 2), None, (1, 1), (0, 0), (1, 1), False, (0, 0), 1, "
        "(True, True, False)"
    ),
    "multilabel_soft_margin_loss": "x, x",
    "torch.nn.grad.conv2d_input": "(1, 1, 3, 4), torch.ones(1, 1, 2, 2), torch.ones(1, 1, 2, 3)",
    "torch.nn.grad.conv2d_weight": "image, (1, 1, 2, 2), torch.ones(1, 1, 2, 3)",
    "multi_head_attention_forward": (
        "x[:, None], x[:, None], x[:, None], 4, 1, torch.ones(12, 4), None, None, None, False, 0.0, "
        "torch.ones(4, 4), None"
    ),
    "one_hot": "classes",
    "pad_sequence": "[x, x]",
    **dict.fromkeys(("pca_lowrank", "svd_lowrank"), "x, 2"),
    "prelu": "x, b",
    "quantize_per_channel": "x.float(), scales.float(), torch.zeros(3), 0, torch.quint8",
    "quantize_per_tensor": "x.float(), 0.1, 0, torch.quint8",
    "rnn_tanh_cell": "x, h, w, w, b, b",
    "scaled_dot_product_attention": "x, x, x",
    "threshold": "x, 0.5, 0.0",
    "triplet_margin_loss": "x, x, 1 - x",
    "triplet_margin_with_distance_loss": "x, x, 1 - x",
    "torch.distributions.kl_divergence": "torch.distributions.Normal(x, x), torch.distributions.Normal(x, x)",
    "torch.nn.functional.fold": "torch.ones(1, 4, 6), (3, 4), 2",
    "torch.nn.functional.unfold": "image, 2",
    "torch.nn.utils.clip_grad_norm_": "[torch.nn.Parameter(x)], 1.0",
    "torch.nn.utils.clip_grads_with_norm_": "[torch.nn.Parameter(x)], 1.0, torch.tensor(2.0)",
    "torch.optim.Optimizer": "[x], {}",
    "torch.utils.data.DataLoader": "x",
}
for _cells, _gates in (("lstm", 4), ("gru", 3), ("rnn_tanh", 1)):
    _state = "(h[None], h[None])" if _cells == "lstm" else "h[None]"
    _weights = f"(w{_gates}, w{_gates}, b{_gates}, b{_gates})"
    CALLS[_cells] = f"x[None], {_state}, {_weights}, True, 1, 0.0, False, False, True"
# Modules, by what they call.
MODULES = {
    "adaptive_max_pool2d": "AdaptiveMaxPool2d(1)(image)",
    "alpha_dropout": "AlphaDropout()(x)",
    "batch_norm": "BatchNorm1d(4)(x)",
    "binary_cross_entropy": "BCELoss()(x, x)",
    "binary_cross_entropy_with_logits": "BCEWithLogitsLoss()(x, x)",
    "conv1d": "Conv1d(3, 1, 2)(x[None])",
    "conv2d": "Conv2d(1, 1, 2)(image)",
    "conv3d": "Conv3d(1, 1, 1)(image[None])",
    "conv_transpose2d": "ConvTranspose2d(1, 1, 2)(image)",
    "cross_entropy": "CrossEntropyLoss()(x, classes)",
    "dropout": "Dropout()(x)",
    "dropout1d": "Dropout1d()(x[None])",
    "dropout2d": "Dropout2d()(image)",
    "dropout3d": "Dropout3d()(image)",
    "gelu": "GELU()(x)",
    "group_norm": "GroupNorm(2, 4)(x)",
    "gru": "GRU(4, 4)(x[None])",
    "gru_cell": "GRUCell(4, 4)(x)",
    "hardsigmoid": "Hardsigmoid()(x)",
    "hardtanh": "Hardtanh()(x)",
    "huber_loss": "HuberLoss()(x, x)",
    "instance_norm": "InstanceNorm1d(3)(x[None])",
    "kl_div": "KLDivLoss()(x, x)",
    "l1_loss": "L1Loss()(x, x)",
    "layer_norm": "LayerNorm(4)(x)",
    "leaky_relu": "LeakyReLU()(x)",
    "log_softmax": "LogSoftmax(-1)(x)",
    "logsigmoid": "LogSigmoid()(x)",
    "lstm": "LSTM(4, 4)(x[None])",
    "lstm_cell": "LSTMCell(4, 4)(x)",
    "max_pool1d": "MaxPool1d(2)(x[None])",
    "max_pool2d": "MaxPool2d(2)(image)",
    "max_pool3d": "MaxPool3d(1)(image[None])",
    "max_pool2d_with_indices": "MaxPool2d(2, return_indices=True)(image)",
    "mse_loss": "MSELoss()(x, x)",
    "multi_head_attention_forward": "MultiheadAttention(4, 1)(x, x, x)",
    "multilabel_soft_margin_loss": "MultiLabelSoftMarginLoss()(x, x)",
    "nll_loss": "NLLLoss()(x, classes)",
    "prelu": "PReLU()(x)",
    "relu": "ReLU(inplace=True)(x)",
    "relu6": "ReLU6()(x)",
    "rms_norm": "RMSNorm(4)(x)",
    "rnn_tanh": "RNN(4, 4)(x[None])",
    "rnn_tanh_cell": "RNNCell(4, 4)(x)",
    "rrelu": "RReLU()(x)",
    "scaled_dot_product_attention": "MultiheadAttention(4, 1)(x, x, x, need_weights=False)",
    "sigmoid": "Sigmoid()(x)",
    "silu": "SiLU()(x)",
    "smooth_l1_loss": "SmoothL1Loss()(x, x)",
    "soft_margin_loss": "SoftMarginLoss()(x, x)",
    "softmax": "Softmax(-1)(x)",
    "softmin": "Softmin(-1)(x)",
    "softshrink": "Softshrink()(x)",
    "tanh": "Tanh()(x)",
    "tanhshrink": "Tanhshrink()(x)",
    "threshold": "Threshold(0.5, 0.0)(x)",
    "torch.nn.functional.fold": "Fold((3, 4), 2)(torch.ones(1, 4, 6))",
    "torch.nn.functional.unfold": "Unfold(2)(image)",
    "triplet_margin_loss": "TripletMarginLoss()(x, x, 1 - x)",
    "triplet_margin_with_distance_loss": "TripletMarginWithDistanceLoss()(x, x, 1 - x)",
    "upsample": "Upsample((6, 8))(image)",
}
# Ways of their own.
AUTOGRAD = [
    "torch.autograd.grad(power(v), v)",
    "torch.autograd.backward(power(v))",
    "power(v).backward()",
    "torch.func.grad(power)(x)",
    "torch.func.vjp(power, x)[1](torch.tensor(1.0))",
    "torch.func.jvp(power, (x,), (x,))",
    "torch.func.jacrev(power)(x)",
    "torch.func.jacfwd(power)(x)",
    "torch.func.hessian(power)(x)",
    "torch.vmap(torch.func.grad(power))(x)",
    "torch.autograd.functional.jacobian(power, x)",
    "torch.autograd.functional.vjp(power, x)",
    "hooked(v)",
    "torch.autograd.graph._engine_run_backward((power(v),), (None,), False, False, (), True, True)",
    "torch.autograd.Variable._execution_engine.run_backward((power(v),), (None,), False, False, (), True, True)",
    "torch.ops.aten.tanh_backward(x, x)",
    "torch.ops.aten._softmax_backward_data(x, x, -1, x.dtype)",
    "torch.nn.grad.conv2d_weight(image, (1, 1, 2, 2), torch.ones(1, 1, 2, 3))",
    "threaded(lambda: power(v).backward())",
    "power(v).grad_fn(torch.tensor(1.0))",
    "torch._decomp.decompositions.tanh_backward(x, x)",
    "torch._decomp.decomposition_table[torch.ops.aten._softmax_backward_data.default](x, x, -1, x.dtype)",
    "sys.modules['torch.autograd.gradcheck'].get_numerical_jacobian(lambda xs: power(xs[0]), v)",
]
OPTIMIZERS = [
    "torch.optim.SGD([v])",
    "torch.optim.Adam([v]).step()",
    "Mine([v])",
    "sys.modules['torch.optim.adam'].Adam([v])",
    "functional.sgd([x], [x], [None], **settings)",
    "sys.modules['torch.optim.sgd']._single_tensor_sgd([x], [x], [None], grad_scale=None, found_inf=None, **settings)",
    "torch.optim.Optimizer([v], {})",
]
LOADERS = [
    "torch.utils.data.DataLoader(x)",
    "sys.modules['torch.utils.data.dataloader'].DataLoader(x)",
    "getattr(torch.utils.data, 'Data' + 'Loader')(x)",
    "MyLoader(x)",
    "functools.partial(torch.utils.data.DataLoader, batch_size=2)(x)",
    "threaded(lambda: torch.utils.data.DataLoader(x))",
]
OTHERS = {"autograd": AUTOGRAD, "torch.optim.Optimizer": OPTIMIZERS, "torch.utils.data.DataLoader": LOADERS}
# What else does the same.
MORE = {
    "softmax": [
        "torch.distributions.SoftmaxTransform()(x)",
        "torch._decomp.decomposition_table[torch.ops.aten._softmax.default](x, -1, False)",
        "hidden_in(x.clone(), 'apply_')(lambda: torch.softmax(x, -1))",
        "custom_op()(x)",
        "kernel('aten::_softmax').call_boxed(keys, x, -1, False)",
    ],
    "layer_norm": ["torch._refs.native_layer_norm(x, [4], None, None, 1e-5)", "torch._refs._normalize(x, [1], 1e-5)"],
    "batch_norm": ["torch._decomp.decompositions.native_batch_norm(x, None, None, None, None, True, 0.1, 1e-5)"],
    "group_norm": ["torch._refs.native_group_norm(x, None, None, 3, 4, 1, 2, 1e-5)"],
    "rms_norm": ["torch._decomp.decompositions._fused_rms_norm(x, [4], None, 1e-5)"],
    "nll_loss": ["torch._decomp.decompositions.nll_loss_forward(x, classes, None, 1, -100)"],
    "conv2d": ["torch._C._nn.slow_conv_dilated2d(image, torch.ones(1, 1, 2, 2), [2, 2])"],
    "conv1d": ["torch.conv_tbc(x[:, None], torch.ones(2, 4, 1), torch.zeros(1))"],
    "dropout": ["torch._decomp.decompositions.native_dropout(x, 0.5, True)"],
    "interpolate": [
        "torch._decomp.decompositions.upsample_bilinear2d(image, [6, 8], False)",
        "torch._C._nn.upsample_bilinear2d(image, [6, 8], False, None)",
    ],
    "grid_sample": ["torch._decomp.decompositions.grid_sampler_2d(image, torch.zeros(1, 2, 2, 2))"],
    "lstm": [
        "torch._decomp.decompositions.lstm_impl(x[None], [h[None]] * 2, [w4] * 2, False, 1, 0, False, False, False)"
    ],
    "pad_sequence": [
        "torch.nested.nested_tensor([x, x[:2]]).to_padded_tensor(0.0)",
        "torch.nested.to_padded_tensor(torch.nested.nested_tensor([x, x[:2]]), 0.0)",
    ],
    "sigmoid": ["torch.special.expit(x)", "torch.nn.functional.glu(torch.cat([torch.ones(3, 4), x], -1))"],
    "torch.distributions.kl_divergence": [
        "torch.distributions.kl._kl_normal_normal(torch.distributions.Normal(x, x), torch.distributions.Normal(x, x))"
    ],
    "quantize_per_tensor": [
        "torch._fake_quantize_learnable_per_tensor_affine(x.float(), scales[:1].float(), torch.zeros(1).float(), 0, 9)"
    ],
}

PLACES = (
    "torch", "torch.nn.functional", "torch.special", "torch._C._nn", "torch._C._VariableFunctions", "torch.ops.aten",
    "torch._refs", "torch._refs.nn.functional", "torch._VF", "torch.nn.utils.rnn", "torch.nn.init", "torch.nn.utils",
    "torch.nn.utils.clip_grad", "torch.distributions", "torch.distributions.kl",
)  # fmt: skip
HEAD = """
import functools, sys, threading
import torch
import torch.optim._functional as functional

settings = dict(weight_decay=0.0, momentum=0.0, lr=0.1, dampening=0.0, nesterov=False, maximize=False)

class Mine(torch.optim.Optimizer):
    def __init__(self, params):
        super().__init__(params, {})

class MyLoader(torch.utils.data.DataLoader):
    pass

def power(x):
    return (x**2).sum()

def hooked(v):
    seen = []
    y = v * 1
    y.register_hook(seen.append)
    (y**2).sum().backward()

def hidden_in(x, method):
    def run(call):
        out = []
        getattr(x, method)(lambda number: out.append(call()) or number)
        return out[0]
    return run

def custom_op():
    @torch.library.custom_op("mine::f", mutates_args=())
    def f(x: torch.Tensor) -> torch.Tensor:
        return torch.softmax(x, -1)
    return f

def threaded(call):
    out = []
    thread = threading.Thread(target=lambda: out.append(call()))
    thread.start()
    thread.join()
    return out[0]

def f(x, way):
    x = x.clone()
    image, classes, v = x[None, None], torch.tensor([0, 1, 2]), x.clone().requires_grad_()
    h, w, b, scales = torch.zeros(3, 4), torch.ones(4, 4), torch.ones(4), torch.full((3,), 0.1)
    kernel = lambda name: torch.library.get_kernel(name, 'CPU')
    keys = torch._C.DispatchKeySet(torch._C.DispatchKey.CPU)
    w1, w3, w4 = w, torch.ones(12, 4), torch.ones(16, 4)
    b1, b3, b4 = b, torch.ones(12), torch.ones(16)
    try:
        WAYS[way]
    except Exception:
        return -1
    return way
"""


def ways(name: str) -> Iterator[str]:
    """Expressions that call it, some of which PyTorch does not have."""
    if name in OTHERS:
        yield from OTHERS[name]
        return
    args = CALLS.get(name, _ALONE)
    path, _, last = name.rpartition(".")
    places = [path] if path else PLACES
    halves = last[:2], last[2:]
    for place in places:
        yield f"{place}.{last}({args})"
        yield f"getattr({place}, ''.join({halves}))({args})"
        yield f"vars({place})['{last}']({args})"
        yield f"functools.partial({place}.{last}, {args})()"
        yield f"threaded(lambda: {place}.{last}({args}))"
        yield f"[*map(lambda g: g({args}), [{place}.{last}])]"
    for place in PLACES:
        yield f"{place}.{last.rstrip('_')}({args})"
        yield f"{place}.{last}_({args})"
        yield f"{place}._{last}({args})"
    first, _, rest = args.partition(", ")
    if first in ("x", "x[None]", "image", "classes"):
        yield f"{first}.{last}({rest})"
        yield f"{first}.{last}_({rest})"
        yield f"torch.Tensor.{last}({args})"
    yield f"torch.vmap(lambda x: torch.nn.functional.{last}({args}))(torch.stack([x, x]))"
    yield from MORE.get(name, ())
    if name in MODULES:
        made, _, given = MODULES[name].rpartition("(")
        yield f"torch.nn.{made}({given}"
        yield f"torch.nn.{made}.forward({given}"
        yield f"functools.partial(torch.nn.{made})({given}"
        yield f"type('Mine', (torch.nn.{made.partition('(')[0]},), {{}})({made.partition('(')[2]}({given}"


def judged(bench: Bench, expressions: list[str], shortcuts: list[str]) -> list[bool]:
    """Which of these ways pass."""
    body = "\n".join(f"        if way == {at}: {each}" for at, each in enumerate(expressions))
    grader = f"""
    def cases(rng):
        for way in range({len(expressions)}):
            yield Case(f'way {{way}}', np.linspace(0.1, 0.9, 12).reshape(3, 4), way).edge(f'{{way}}')
    """
    answer = HEAD.replace("        WAYS[way]", body)
    report = bench.judge(answer, solution="def f(x, way): return way", grader=grader, shortcuts=shortcuts)
    assert report["outcome"] in ("passed", "failed"), (report["summary"], report["failure"], report["notes"])
    if report["outcome"] == "failed" and shortcuts:
        assert re.search(r"You call torch\.\S+\. The task is to write", report["failure"]["reason"])
    return [part["passed"] == 1 for part in report["parts"] if part["name"].isdigit()]


@pytest.mark.parametrize("name", SHORTCUTS)
def test_a_shortcut_is_seen_in_five_disguises(bench: Bench, name: str) -> None:
    tried = list(dict.fromkeys(ways(name)))
    found = [way for way, works in zip(tried, judged(bench, tried, []), strict=True) if works]
    assert len(found) >= 5, found
    of_exercises = [[*each.shortcuts] for each in catalogue.exercises.values() if name in each.shortcuts]
    unseen = [way for way, works in zip(found, judged(bench, found, min(of_exercises, key=len)), strict=True) if works]
    assert not unseen
