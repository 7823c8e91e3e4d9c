"""The VAE's forward pass: where the ReLUs are and are not, the deviation, the order of the results, a safe sigmoid."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(B, D, H, L, G):
        shapes = {"enc": (D, H), "mu": (H, L), "lv": (H, L), "dec": (L, G), "out": (G, D)}
        params = {}
        for name, shape in shapes.items():
            params[f"W_{name}"] = rng.uniform(-1.0, 1.0, size=shape)
            params[f"b_{name}"] = rng.uniform(-1.0, 1.0, size=shape[1])
        return rng.normal(size=(B, D)), params, rng.normal(size=(B, L))

    eye, nil = np.eye(2), np.zeros(2)
    plain = {f"W_{name}": eye for name in ("enc", "mu", "lv", "dec", "out")}
    plain |= {f"b_{name}": nil for name in ("enc", "mu", "lv", "dec", "out")}
    yield Case("identities", np.array([[1.0, -2.0]]), plain, np.array([[1.0, -0.5]]))
    yield Case("one of everything", *given(1, 1, 1, 1, 1))
    yield Case("one sample", *given(1, 4, 3, 2, 5))
    yield Case("a batch", *given(3, 4, 5, 2, 3))
    yield Case("all layers equal", *given(3, 3, 3, 3, 3))
    yield Case("one latent", *given(4, 2, 3, 1, 6))
    yield Case("more latents than features", *given(2, 3, 4, 5, 2))
    x, params, noise = given(3, 2, 4, 3, 3)
    yield Case("no noise", x, params, np.zeros_like(noise))
    yield Case("noise of three deviations", x, params, 3 * np.sign(noise))
    x, params, noise = given(2, 4, 3, 2, 3)
    params |= {"b_out": np.array([2000.0, -2000.0, 0.0, -1000.0])}
    # In float32 even a clipped sigmoid may overflow, so this one stays in float64.
    yield Case("the last layer far out on both sides", x, params, noise).plain()
    wide = plain | {"b_lv": np.array([25.0, -25.0])}
    yield Case("a wide latent and a narrow one", np.array([[1.0, -2.0]]), wide, np.array([[2e-6, 1.0]]))
    yield Case("three hundred samples", *given(300, 2, 2, 1, 2)).plain()


def _run(x, p, noise, spread=lambda v: np.exp(0.5 * v), relu=("enc", "dec"), squash=None):
    def affine(x, name):
        out = x @ p[f"W_{name}"] + p[f"b_{name}"]
        return np.maximum(out, 0) if name in relu else out

    h = affine(x, "enc")
    mu, log_var = affine(h, "mu"), affine(h, "lv")
    logits = affine(affine(mu + spread(log_var) * noise, "dec"), "out")
    return (np.tanh(logits / 2) / 2 + 0.5 if squash is None else squash(logits)), mu, log_var


@mistake("You scale the noise by exp(log_var), the variance; the deviation is exp(½ log_var).")
def scaled_by_the_variance(x, params, noise):
    return _run(x, params, noise, spread=np.exp)


@mistake("You decode the mean and never use the noise: z = mu + exp(½ log_var) · noise.")
def noise_ignored(x, params, noise):
    return _run(x, params, 0 * noise)


@mistake("You add the noise as it is; scale it by the deviation, exp(½ log_var).")
def noise_not_scaled(x, params, noise):
    return _run(x, params, noise, spread=np.ones_like)


@mistake("You left out the ReLU of the encoder's hidden layer.")
def encoder_without_relu(x, params, noise):
    return _run(x, params, noise, relu=("dec",))


@mistake("You left out the ReLU of the decoder's hidden layer.")
def decoder_without_relu(x, params, noise):
    return _run(x, params, noise, relu=("enc",))


@mistake("You apply a ReLU to mu and log_var. Both are plain affine layers and must be free to be "
         "negative.")
def relu_on_the_latents(x, params, noise):
    return _run(x, params, noise, relu=("enc", "mu", "lv", "dec"))


@mistake("You return the last affine layer; x_recon is its sigmoid.")
def without_sigmoid(x, params, noise):
    return _run(x, params, noise, squash=lambda logits: logits)


@mistake("You squash the output with tanh, to [−1, 1]. x_recon is its sigmoid, in [0, 1].")
def tanh_for_the_sigmoid(x, params, noise):
    return _run(x, params, noise, squash=np.tanh)


@mistake("Your sigmoid overflows for large negative inputs: exp(−a) is infinite there. Use ½ (1 + tanh(a / "
         "2)), or exponentiate −|a| only.")
def overflowing_sigmoid(x, params, noise):
    return _run(x, params, noise, squash=lambda logits: 1 / (1 + np.exp(-logits)))


@mistake("The order of the results is (x_recon, mu, log_var).")
def results_in_another_order(x, params, noise):
    x_recon, mu, log_var = _run(x, params, noise)
    return mu, log_var, x_recon


@mistake("You exchanged the two heads: mu comes from W_mu and b_mu, log_var from W_lv and b_lv.")
def heads_exchanged(x, params, noise):
    other = {"W_mu": "W_lv", "W_lv": "W_mu", "b_mu": "b_lv", "b_lv": "b_mu"}
    return _run(x, {name: params[other.get(name, name)] for name in params}, noise)


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
