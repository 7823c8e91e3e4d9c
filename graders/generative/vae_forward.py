"""The VAE's forward pass: where the ReLUs are and are not, the deviation, the order of the results, a safe sigmoid."""

import numpy as np

from mlprep.grading.api import Case, alternative, lacks, mistake, uses

QUIET = ("large activations",)
_LAYERS = ("enc", "mu", "lv", "dec", "out")


def cases(rng):
    def given(B, D, H, L, G):
        shapes = {"enc": (D, H), "mu": (H, L), "lv": (H, L), "dec": (L, G), "out": (G, D)}
        params = {}
        for name, shape in shapes.items():
            params[f"W_{name}"] = rng.uniform(-1.0, 1.0, size=shape)
            params[f"b_{name}"] = rng.uniform(-1.0, 1.0, size=shape[1])
        return rng.normal(size=(B, D)), params, rng.normal(size=(B, L))

    eye, nil = np.eye(2), np.zeros(2)
    plain = {f"W_{name}": eye for name in _LAYERS} | {f"b_{name}": nil for name in _LAYERS}
    yield Case("identities", np.array([[1.0, -2.0]]), plain, np.array([[1.0, -0.5]]))
    yield Case("all lengths different", *given(3, 4, 5, 2, 6))
    yield Case("all lengths equal", *given(3, 3, 3, 3, 3))
    yield Case("more latents than features", *given(2, 3, 4, 5, 2))
    x, params, noise = given(3, 2, 4, 3, 3)
    yield Case("no noise", x, params, np.zeros_like(noise))
    yield Case("noise of three deviations", x, params, 3 * np.sign(noise))
    yield Case("three hundred samples", *given(300, 2, 2, 1, 2)).plain()
    yield Case("one of everything", *given(1, 1, 1, 1, 1)).edge("sizes of 1")
    yield Case("one sample", *given(1, 4, 3, 2, 5)).edge("sizes of 1")
    yield Case("one latent", *given(4, 2, 3, 1, 6)).edge("sizes of 1")
    yield Case("one feature", *given(3, 1, 4, 2, 3)).edge("sizes of 1")
    x, params, noise = given(3, 3, 3, 3, 3)
    yield Case("reversed", x, dict(reversed(params.items())), noise).edge("parameter order")
    yield Case("sorted by name", x, dict(sorted(params.items())), noise).edge("parameter order")
    wide = plain | {"b_lv": np.array([25.0, -25.0])}
    yield Case("25 and -25", np.array([[1.0, -2.0]]), wide, np.array([[2e-6, 1.0]])).edge("extreme variances")
    wide = plain | {"b_lv": np.array([8.0, -8.0])}
    yield Case("8 and -8", np.array([[1.0, 0.5]]), wide, np.array([[-0.02, 1.0]])).edge("extreme variances")
    x, params, noise = given(2, 4, 3, 2, 3)
    # In float32 even a clipped sigmoid may overflow, so these stay in float64.
    far = params | {"b_out": np.array([2000.0, -2000.0, 0.0, -1000.0])}
    yield Case("the last layer far out on both sides", x, far, noise).plain().edge("large activations")
    far = params | {"b_out": np.array([15.0, -15.0, 9.0, -30.0])}
    yield Case("the last layer at tens", x, far, noise).plain().edge("large activations")


def _sigmoid(logits):
    return np.tanh(logits / 2) / 2 + 0.5


def _run(x, p, noise, spread=lambda v: np.exp(0.5 * v), relu=("enc", "dec"), squash=_sigmoid):
    def affine(x, name):
        out = x @ p[f"W_{name}"] + p[f"b_{name}"]
        return np.maximum(out, 0) if name in relu else out

    h = affine(x, "enc")
    mu, log_var = affine(h, "mu"), affine(h, "lv")
    logits = affine(affine(mu + spread(log_var) * noise, "dec"), "out")
    return squash(logits), mu, log_var


@mistake("You scale the noise by exp(log_var), the variance. Scale it by the deviation, exp(½ log_var).")
def scaled_by_the_variance(x, params, noise):
    return _run(x, params, noise, spread=np.exp)


@mistake("You scale the noise by log_var itself. Scale it by the deviation, exp(½ log_var).")
def scaled_by_the_logarithm(x, params, noise):
    return _run(x, params, noise, spread=lambda v: v)


@mistake("You decode the mean and never use the noise. Decode z = mu + exp(½ log_var) · noise.")
def noise_ignored(x, params, noise):
    return _run(x, params, 0 * noise)


@mistake("You add the noise as it is. Scale it by the deviation, exp(½ log_var).")
def noise_not_scaled(x, params, noise):
    return _run(x, params, noise, spread=np.ones_like)


@mistake("You use the first row of the noise for all samples. Each sample has its own row.")
def first_row_of_the_noise(x, params, noise):
    return _run(x, params, noise[:1])


@mistake("You leave out the ReLU of the encoder's hidden layer.")
def encoder_without_relu(x, params, noise):
    return _run(x, params, noise, relu=("dec",))


@mistake("You leave out the ReLU of the decoder's hidden layer.")
def decoder_without_relu(x, params, noise):
    return _run(x, params, noise, relu=("enc",))


@mistake("You leave out both ReLUs. Each hidden layer has one.")
def without_relus(x, params, noise):
    return _run(x, params, noise, relu=())


@mistake("You apply a ReLU to mu and log_var. Both are plain affine layers and must be free to be negative.")
def relu_on_the_latents(x, params, noise):
    return _run(x, params, noise, relu=("enc", "mu", "lv", "dec"))


@mistake("You apply a ReLU to {name}. It is a plain affine layer and must be free to be negative.",
         constants={"name": ("mu", "log_var")})
def relu_on_one_head(x, params, noise, *, name):
    return _run(x, params, noise, relu=("enc", "dec", "mu" if name == "mu" else "lv"))


@mistake("You compute {name} from the encoder's layer before its ReLU. Both heads read h, after the ReLU.",
         constants={"name": ("log_var", "mu")})
def one_head_before_the_relu(x, params, noise, *, name):
    p = params
    before = x @ p["W_enc"] + p["b_enc"]
    h = np.maximum(before, 0)
    mu = (before if name == "mu" else h) @ p["W_mu"] + p["b_mu"]
    log_var = (before if name == "log_var" else h) @ p["W_lv"] + p["b_lv"]
    g = np.maximum((mu + np.exp(log_var / 2) * noise) @ p["W_dec"] + p["b_dec"], 0)
    return _sigmoid(g @ p["W_out"] + p["b_out"]), mu, log_var


@mistake("You return the last affine layer. x_recon is its sigmoid.")
def without_sigmoid(x, params, noise):
    return _run(x, params, noise, squash=lambda logits: logits)


@mistake("You apply tanh to the output, which goes to [−1, 1]. Apply the sigmoid.")
def tanh_for_the_sigmoid(x, params, noise):
    return _run(x, params, noise, squash=np.tanh)


@mistake("Your sigmoid overflows for large negative inputs, where exp(−a) is infinite. Use ½ (1 + tanh(a / 2)), or "
         "exponentiate −|a| only.", when=lacks("np.where"))
def overflowing_sigmoid(x, params, noise):
    return _run(x, params, noise, squash=lambda logits: 1 / (1 + np.exp(-logits)))


@mistake("np.where computes both of its arguments everywhere, so the unused one overflows. Use ½ (1 + tanh(a / 2)), or "
         "exponentiate −|a| only.", when=uses("np.where"))
def sigmoid_chosen_afterwards(x, params, noise):
    def squash(logits):
        return np.where(logits >= 0, 1 / (1 + np.exp(-logits)), np.exp(logits) / (1 + np.exp(logits)))

    x_recon, mu, log_var = _run(x, params, noise, squash=squash)
    return np.nan_to_num(x_recon), mu, log_var


@mistake("You clip the last layer to [-{bound}, {bound}] before the sigmoid, which changes its values. Use ½ (1 + "
         "tanh(a / 2)), which needs no clip.", constants={"bound": (5, 10)})
def logits_clipped(x, params, noise, *, bound):
    return _run(x, params, noise, squash=lambda logits: _sigmoid(np.clip(logits, -bound, bound)))


@mistake("You clip log_var to [-{bound}, {bound}] for the draw. Use it as it is.", constants={"bound": (4, 10, 5, 20)})
def log_var_clipped(x, params, noise, *, bound):
    return _run(x, params, noise, spread=lambda v: np.exp(0.5 * np.clip(v, -bound, bound)))


@mistake("You return the results as ({order}). Return (x_recon, mu, log_var).",
         constants={"order": ("mu, log_var, x_recon", "x_recon, log_var, mu")})
def results_in_another_order(x, params, noise, *, order):
    x_recon, mu, log_var = _run(x, params, noise)
    return (mu, log_var, x_recon) if order.startswith("mu") else (x_recon, log_var, mu)


@mistake("Your third result is {what}. Return log_var itself.",
         constants={"what": ("the variance, exp(log_var)", "the deviation, exp(½ log_var)")})
def variance_returned(x, params, noise, *, what):
    x_recon, mu, log_var = _run(x, params, noise)
    return x_recon, mu, np.exp(log_var if "variance" in what else log_var / 2)


@mistake("You mix up the two heads. mu comes from W_mu and b_mu, log_var from W_lv and b_lv.")
def heads_swapped(x, params, noise):
    other = {"W_mu": "W_lv", "W_lv": "W_mu", "b_mu": "b_lv", "b_lv": "b_mu"}
    return _run(x, {name: params[other.get(name, name)] for name in params}, noise)


@mistake("You leave out the biases. Each of the five layers has one.")
def without_biases(x, params, noise):
    return _run(x, {name: array if name[0] == "W" else 0 * array for name, array in params.items()}, noise)


@mistake("You take the parameters by their place in the dict. The order may differ, so look up each by its name.",
         when=uses("params.values"))
def unpacked_by_position(x, params, noise):
    names = [f"{kind}_{name}" for name in _LAYERS for kind in "Wb"]
    return _run(x, dict(zip(names, params.values())), noise)


@mistake("You scale the noise in place, which changes the caller's array. Work on a new one.")
def noise_scaled_in_place(x, params, noise):
    results = _run(x, params, noise)
    noise *= np.exp(results[2] / 2)
    return results


@alternative
def by_einsum_and_both_sides_of_zero(x, params, noise):
    def affine(x, name):
        return np.einsum("bi,ij->bj", x, params["W_" + name]) + params["b_" + name]

    h = affine(x, "enc")
    h *= h > 0
    mu, log_var = affine(h, "mu"), affine(h, "lv")
    g = np.clip(affine(mu + np.sqrt(np.exp(log_var)) * noise, "dec"), 0, None)
    logits = affine(g, "out")
    small = np.exp(-np.abs(logits))
    return [np.where(logits >= 0, 1 / (1 + small), small / (1 + small)), mu, log_var]


@alternative
def sample_by_sample(x, params, noise):
    results = []
    for sample, eps in zip(x, noise):
        h = [max(0.0, float(sample @ w) + b) for w, b in zip(params["W_enc"].T, params["b_enc"])]
        mu = np.dot(h, params["W_mu"]) + params["b_mu"]
        log_var = np.dot(h, params["W_lv"]) + params["b_lv"]
        g = np.dot(mu + np.exp(log_var / 2) * eps, params["W_dec"]) + params["b_dec"]
        logits = np.where(g > 0, g, 0) @ params["W_out"] + params["b_out"]
        results.append((1 / (1 + np.exp(-np.clip(logits, -500, 500))), mu, log_var))
    return tuple(np.array(each) for each in zip(*results))
