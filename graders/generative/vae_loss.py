"""The VAE loss: what is summed, what is averaged, and images as well as vectors."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(d, *shape):
        x, x_recon = rng.normal(size=shape), rng.random(shape)
        return x, x_recon, rng.normal(size=(shape[0], d)), rng.normal(size=(shape[0], d))

    nil = np.zeros((1, 1))
    yield Case("nothing to pay", np.array([[0.5]]), np.array([[0.5]]), nil, nil)
    yield Case("one feature, one latent", np.array([[1.0]]), np.array([[0.5]]), np.array([[2.0]]), nil)
    yield Case("a reconstruction error alone", np.array([[1.0, 0.0], [0.0, 3.0]]), np.zeros((2, 2)),
               np.zeros((2, 1)), np.zeros((2, 1)))
    yield Case("a divergence alone", np.ones((2, 2)), np.ones((2, 2)), np.array([[1.0, 2.0, 0.0], [0.0, 0.0, 1.0]]),
               np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]]))
    yield Case("one sample", *given(2, 1, 3))
    yield Case("a batch", *given(2, 3, 4))
    yield Case("one latent", *given(1, 4, 2))
    yield Case("as many samples as features", *given(2, 3, 3))
    yield Case("sequences", *given(4, 3, 2, 5))
    yield Case("images", *given(3, 2, 3, 2, 2))
    yield Case("square images", *given(2, 2, 2, 2, 2))
    yield Case("an error of hundreds", np.array([[255.0]]), np.array([[5.0]]), nil, nil)
    yield Case("a very great variance", nil, nil, nil, np.array([[25.0]]))
    yield Case("next to no variance", nil, nil, nil, np.array([[-40.0]]))
    yield Case("three hundred samples", *given(2, 300, 2))


def _parts(x, x_recon, mu, log_var):
    """Squared error and divergence of each sample."""
    error = ((x - x_recon) ** 2).reshape(len(x), -1).sum(axis=1)
    return error, -0.5 * (1 + log_var - mu**2 - np.exp(log_var)).sum(axis=1)


@mistake("You average the squared error over all entries but sum the divergence over the latents. Sum both "
         "within a sample; the mean is over the batch alone.")
def error_averaged_over_features(x, x_recon, mu, log_var):
    return np.mean((x - x_recon) ** 2) + np.mean(_parts(x, x_recon, mu, log_var)[1])


@mistake("You average the divergence over the latents; it is summed over them, and averaged over the "
         "batch.")
def divergence_averaged_over_latents(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error) + np.mean(kl) / mu.shape[1]


@mistake("You average both terms over all their entries. Sum within a sample; the mean is over the batch "
         "alone.")
def everything_averaged(x, x_recon, mu, log_var):
    return np.mean((x - x_recon) ** 2) - 0.5 * np.mean(1 + log_var - mu**2 - np.exp(log_var))


@mistake("You sum over the batch; the loss is the mean over its samples.")
def summed_over_the_batch(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.sum(error + kl)


@mistake("You average the squared error over the batch but sum the divergence over it. Both are means over "
         "the batch.")
def divergence_summed_over_the_batch(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error) + np.sum(kl)


@mistake("You subtract the divergence; it is a cost and is added. Mind the minus in front of its half.")
def divergence_subtracted(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error - kl)


@mistake("You left the divergence out.")
def reconstruction_alone(x, x_recon, mu, log_var):
    return np.mean(_parts(x, x_recon, mu, log_var)[0])


@mistake("You left out the factor ½ of the divergence.")
def divergence_without_the_half(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error + 2 * kl)


@mistake("You halve the squared error; here it counts in full.")
def error_halved(x, x_recon, mu, log_var):
    error, kl = _parts(x, x_recon, mu, log_var)
    return np.mean(error / 2 + kl)


@mistake("You read log_var as the logarithm of the deviation; it is the variance's.")
def log_of_the_deviation(x, x_recon, mu, log_var):
    return np.mean(np.add(*_parts(x, x_recon, mu, 2 * log_var)))


@mistake("You sum the squared error along one axis, which is right for (B, D) alone. Images and sequences "
         "have more axes of features: sum over all but the first.")
def for_vectors_only(x, x_recon, mu, log_var):
    error = np.sum((x - x_recon) ** 2, axis=1)
    return np.mean(error) + np.mean(_parts(x, x_recon, mu, log_var)[1])


@mistake("You return one loss for each sample; the task asks for their mean.")
def one_loss_for_each_sample(x, x_recon, mu, log_var):
    return np.add(*_parts(x, x_recon, mu, log_var))


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
