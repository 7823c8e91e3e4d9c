"""The VAE loss: what is summed, what is averaged, and images as well as vectors."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(d, *shape):
        x, x_recon = rng.normal(size=shape), rng.random(shape)
        return x, x_recon, rng.normal(size=(shape[0], d)), rng.normal(size=(shape[0], d))

    x, x_recon = np.array([[1.0, 0.0], [0.0, 3.0]]), np.zeros((2, 2))
    yield Case("an error alone", x, x_recon, np.zeros((2, 1)), np.zeros((2, 1)))
    mu, log_var = np.array([[1.0, 2.0, 0.0], [0.0, 0.0, 1.0]]), np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]])
    yield Case("a divergence alone", np.full((2, 2), 0.5), np.full((2, 2), 0.5), mu, log_var)
    yield Case("a batch", *given(2, 3, 4))
    yield Case("more latents than features", *given(5, 4, 3))
    yield Case("as many samples as features", *given(2, 3, 3))
    yield Case("all lengths equal", *given(3, 3, 3))
    yield Case("three hundred samples", *given(2, 300, 2)).plain()
    _, x_recon, mu, log_var = given(2, 3, 4)
    yield Case("x between 0 and 1", rng.random((3, 4)), x_recon, mu, log_var)
    x, x_recon = np.array([[255.0, 0.0], [10.0, 3.0]]), np.array([[5.0, 1.0], [200.0, 3.0]])
    yield Case("errors of hundreds", x, x_recon, np.zeros((2, 1)), np.zeros((2, 1)))
    yield Case("sequences", *given(4, 3, 2, 5)).edge("images")
    yield Case("images with channels", *given(3, 2, 3, 4, 5)).edge("images")
    yield Case("square images", *given(2, 2, 2, 2, 2)).edge("images")
    nil = np.zeros((1, 1))
    yield Case("one sample", *given(2, 1, 3)).edge("sizes of 1")
    yield Case("one image", *given(2, 1, 3, 2)).edge("sizes of 1")
    yield Case("one latent", *given(1, 4, 2)).edge("sizes of 1")
    one = np.array([[1.0]])
    yield Case("one feature, one latent", one, 0.5 * one, 2.0 * one, nil).edge("sizes of 1")
    yield Case("nothing to pay", one, one, nil, nil).edge("sizes of 1")
    x, x_recon, mu, _ = given(2, 3, 4)
    extreme = "extreme variances"
    yield Case("wide and narrow latents", x, x_recon, mu, rng.uniform(-12.0, 12.0, size=(3, 2))).edge(extreme)
    yield Case("a very wide latent", nil, nil, nil, np.array([[25.0]])).edge(extreme)
    yield Case("next to no variance", nil, nil, nil, np.array([[-40.0]])).edge(extreme)


def _parts(x, x_recon, mu, log_var, variance=np.exp):
    """Squared error and divergence of each sample."""
    error = ((x - x_recon) ** 2).reshape(len(x), -1).sum(axis=1)
    return error, 0.5 * (variance(log_var) + mu**2 - 1 - log_var).sum(axis=1)


@mistake("You average the squared error over all entries but sum the divergence over the latents. Sum both within a "
         "sample: the mean is over the batch alone.")
def error_averaged_over_features(x, x_recon, mu, log_var):
    return np.mean((x - x_recon) ** 2) + np.mean(_parts(x, x_recon, mu, log_var)[1])


@mistake("You average the divergence over the latents. Sum it over them, and average over the batch.")
def divergence_averaged_over_latents(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error) + np.mean(kl) / mu.shape[1]


@mistake("You average both terms over all their entries. Sum within a sample: the mean is over the batch alone.")
def everything_averaged(x, x_recon, mu, log_var):
    return np.mean((x - x_recon) ** 2) + 0.5 * np.mean(np.exp(log_var) + mu**2 - 1 - log_var)


@mistake("You average the squared error over all entries but sum the divergence over the batch. Sum both within a "
         "sample, and average both over the batch.")
def mean_of_errors_and_sum_of_divergences(x, x_recon, mu, log_var):
    return np.mean((x - x_recon) ** 2) + np.sum(_parts(x, x_recon, mu, log_var)[1])


@mistake("Your result is the sum over the batch. Return the mean over its samples, and if you do divide by B, check "
         "the shapes: (B, 1) + (B,) broadcasts to (B, B).")
def summed_over_the_batch(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.sum(error + kl)


@mistake("You average the squared error over the batch but sum the divergence over it. Average both.")
def divergence_summed_over_the_batch(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error) + np.sum(kl)


@mistake("You sum the squared error over the batch but average the divergence over it. Average both.")
def error_summed_over_the_batch(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.sum(error) + np.mean(kl)


@mistake("You subtract the divergence. Add it, and check the sign before its factor 1/2.")
def divergence_subtracted(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error - kl)


@mistake("You leave out the divergence.")
def error_alone(x, x_recon, mu, log_var):
    return np.mean(_parts(x, x_recon, mu, log_var)[0])


@mistake("You leave out the factor ½ of the divergence.")
def divergence_without_the_half(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error + 2 * kl)


@mistake("You halve the squared error. Here it counts in full.")
def error_halved(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error / 2 + kl)


@mistake("You take the square root of each sample's squared error. Leave the root out.")
def root_of_the_error(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(np.sqrt(error) + kl)


@mistake("You sum the absolute error. Square it.")
def absolute_error(x, x_recon, mu, log_var):
    return np.mean(np.abs(x - x_recon).reshape(len(x), -1).sum(axis=1) + _parts(x, x_recon, mu, log_var)[1])


def _cross_entropy(x, x_recon, eps=0.0):
    with np.errstate(all="ignore"):
        losses = -(x * np.log(x_recon + eps) + (1 - x) * np.log(1 - x_recon + eps))
    return losses.reshape(len(x), -1).sum(axis=1)


@mistake("Your first term is the binary cross-entropy. Use the squared error.",
         constants={"eps": (0.0, 1e-8, 1e-10, 1e-12)})
def cross_entropy(x, x_recon, mu, log_var, *, eps):
    return np.mean(_cross_entropy(x, x_recon, eps) + _parts(x, x_recon, mu, log_var)[1])


@mistake("Your first term is the binary cross-entropy if x and x_recon are between 0 and 1. Always use the squared "
         "error.")
def cross_entropy_of_probabilities(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    inside = x.min() >= 0 and x.max() <= 1 and x_recon.min() > 0 and x_recon.max() < 1
    return np.mean((_cross_entropy(x, x_recon) if inside else error) + kl)


@mistake("You use log_var as the logarithm of the deviation. It is that of the variance: sigma² = exp(log_var).")
def log_of_the_deviation(x, x_recon, mu, log_var):
    return np.mean(np.add(*_parts(x, x_recon, mu, 2 * log_var)))


@mistake("You take exp(½ log_var) for the variance in the divergence. The variance is exp(log_var).")
def deviation_for_the_variance(x, x_recon, mu, log_var):
    return np.mean(np.add(*_parts(x, x_recon, mu, log_var, lambda v: np.exp(v / 2))))


@mistake("You leave out the 1 of the divergence. With mu = 0 and log_var = 0 it must be 0.")
def divergence_without_the_one(x, x_recon, mu, log_var):
    return np.mean(np.add(*_parts(x, x_recon, mu, log_var, lambda v: np.exp(v) + 1)))


@mistake("You clip log_var {where}. Use it as it is.",
         constants={"where": ("to [-10, 10]", "to [-20, 20]", "to [-5, 5]", "to [-20, 2]")})
def log_var_clipped(x, x_recon, mu, log_var, *, where):
    low, high = map(float, where[4:-1].split(","))
    return np.mean(np.add(*_parts(x, x_recon, mu, np.clip(log_var, low, high))))


@mistake("You clip log_var at {most} from above before you exponentiate it. Use it as it is.",
         constants={"most": (5, 10, 20)})
def variance_clipped(x, x_recon, mu, log_var, *, most):
    return np.mean(np.add(*_parts(x, x_recon, mu, log_var, lambda v: np.exp(np.minimum(v, most)))))


@mistake("You sum the squared error along one axis and average over the others, which is right for (B, D) alone. "
         "Images and sequences have more axes, so sum over all but the first.",
         constants={"axis": (1, -1)})
def for_vectors_only(x, x_recon, mu, log_var, *, axis):
    error = np.sum((x - x_recon) ** 2, axis=axis)
    return np.mean(error) + np.mean(_parts(x, x_recon, mu, log_var)[1])


@mistake("You return one loss per sample. Return their mean.")
def one_loss_per_sample(x, x_recon, mu, log_var):
    return np.add(*_parts(x, x_recon, mu, log_var))


@mistake("You subtract x_recon from x in place, which changes the caller's x. Work on a copy.")
def x_overwritten(x, x_recon, mu, log_var):
    kl = _parts(x, x_recon, mu, log_var)[1]
    x -= x_recon
    return np.mean((x**2).reshape(len(x), -1).sum(axis=1) + kl)


@alternative
def sample_by_sample(x, x_recon, mu, log_var):
    losses = []
    for a, b, m, v in zip(x, x_recon, mu, log_var):
        difference = (a - b).ravel()
        losses.append(difference @ difference + 0.5 * sum(np.exp(v) + m * m - 1 - v))
    return sum(losses) / len(losses)


@alternative
def by_axes(x, x_recon, mu, log_var):
    error = np.square(x_recon - x).sum(axis=tuple(range(1, x.ndim)))
    variance = np.exp(log_var)
    kl = 0.5 * np.einsum("bd->b", variance + mu**2 - 1 - np.log(variance))
    return float((error + kl).mean())
