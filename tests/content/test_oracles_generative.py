"""The generative models' references agree with SciPy and with plain loops over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes
from scipy import special, stats
from scipy.cluster import vq
from support import reference

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 4)


def noised(x, kept, noise):
    """One sample's forward process, entry by entry."""
    pairs = zip(x.ravel(), noise.ravel(), strict=True)
    return np.array([kept**0.5 * a + (1 - kept) ** 0.5 * e for a, e in pairs]).reshape(x.shape)


@given(seeds, small, array_shapes(min_dims=1, max_dims=3, max_side=3), st.integers(1, 6))
def test_ddpm_loss_agrees_with_a_plain_loop(seed, batch, shape, T):
    rng = np.random.default_rng(seed)
    x0, noise = rng.normal(size=(2, batch, *shape))
    t, alpha_bars = rng.integers(T, size=batch), np.sort(rng.random(T))[::-1]
    table = rng.normal(size=T)

    def model(x, steps):
        return np.stack([np.tanh(each) + table[step] for each, step in zip(x, steps, strict=True)])

    got = reference("ddpm_loss").ddpm_loss(model, x0, t, alpha_bars, noise)
    squares = []
    for i in range(batch):
        predicted = np.tanh(noised(x0[i], alpha_bars[t[i]], noise[i])) + table[t[i]]
        squares += [(e - p) ** 2 for e, p in zip(noise[i].ravel(), predicted.ravel(), strict=True)]
    np.testing.assert_allclose(got, sum(squares) / len(squares))


@given(seeds, array_shapes(min_dims=1, max_dims=3, max_side=3), st.floats(-3.0, 3.0), st.floats(-4.0, 3.0))
def test_reparameterize_agrees_with_scipys_normal_distribution(seed, shape, mu, log_var):
    """One-sample Kolmogorov-Smirnov over many draws; p below 1e-6 in none of the examples, which are fixed."""
    rng = np.random.default_rng(seed)
    draw = reference("reparameterize").reparameterize
    draws = [draw(np.full(shape, mu), np.full(shape, log_var), rng) for _ in range(100)]
    assert all(each.shape == shape for each in draws)
    normal = stats.norm(mu, np.sqrt(np.exp(log_var)))
    assert stats.kstest(np.concatenate([each.ravel() for each in draws]), normal.cdf).pvalue > 1e-6


@given(seeds, small, small)
def test_vae_kl_agrees_with_numerical_integration(seed, batch, d):
    rng = np.random.default_rng(seed)
    mu, log_var = rng.uniform(-2, 2, size=(batch, d)), rng.uniform(-2, 2, size=(batch, d))
    grid = np.linspace(-30, 30, 20_001)
    q = stats.norm(mu[..., None], np.exp(log_var / 2)[..., None])
    integrand = q.pdf(grid) * (q.logpdf(grid) - stats.norm.logpdf(grid))
    want = np.sum(integrand) * (grid[1] - grid[0])
    np.testing.assert_allclose(reference("vae_kl").vae_kl(mu, log_var), want, rtol=1e-7)


@given(seeds, small, small, small, small, small, st.sampled_from([1.0, 30.0]))
def test_vae_forward_agrees_with_a_plain_loop(seed, D, H, L, G, batch, scale):
    rng = np.random.default_rng(seed)
    shapes = {"enc": (D, H), "mu": (H, L), "lv": (H, L), "dec": (L, G), "out": (G, D)}
    p = {f"W_{name}": rng.normal(size=shape) / shape[0] for name, shape in shapes.items()}
    p |= {f"b_{name}": rng.normal(size=shape[1]) for name, shape in shapes.items()}
    p["b_out"] *= scale
    x, noise = rng.normal(size=(batch, D)), rng.normal(size=(batch, L))

    def affine(row, name):
        W, b = p[f"W_{name}"], p[f"b_{name}"]
        return np.array([sum(row * W[:, j]) + b[j] for j in range(len(b))])

    got = reference("vae_forward").vae_forward(x, p, noise)
    for i in range(batch):
        h = np.where(affine(x[i], "enc") > 0, affine(x[i], "enc"), 0)
        mu, log_var = affine(h, "mu"), affine(h, "lv")
        g = affine(mu + np.sqrt(np.exp(log_var)) * noise[i], "dec")
        x_recon = special.expit(affine(np.where(g > 0, g, 0), "out"))
        for mine, want in zip(got, (x_recon, mu, log_var), strict=True):
            np.testing.assert_allclose(mine[i], want, atol=1e-12)


@given(seeds, small, small, array_shapes(min_dims=1, max_dims=3, max_side=3))
def test_vae_loss_agrees_with_a_plain_loop(seed, batch, d, shape):
    rng = np.random.default_rng(seed)
    x, x_recon = rng.normal(size=(2, batch, *shape))
    mu, log_var = rng.normal(size=(2, batch, d))
    losses = []
    for i in range(batch):
        error = sum((a - b) ** 2 for a, b in zip(x[i].ravel(), x_recon[i].ravel(), strict=True))
        pairs = zip(mu[i], log_var[i], strict=True)
        losses.append(error + sum(0.5 * (np.exp(v) + m**2 - 1 - v) for m, v in pairs))
    np.testing.assert_allclose(reference("vae_loss").vae_loss(x, x_recon, mu, log_var), np.mean(losses))


@given(st.integers(1, 30), st.floats(1e-4, 0.3), st.floats(0.3, 0.9))
def test_noise_schedule_agrees_with_a_plain_loop(T, start, end):
    betas, alphas, alpha_bars = reference("noise_schedule").noise_schedule(T, start, end)
    bar = 1.0
    for t in range(T):
        beta = start + (end - start) * (t / (T - 1) if T > 1 else 0)
        bar *= 1 - beta
        np.testing.assert_allclose([betas[t], alphas[t], alpha_bars[t]], [beta, 1 - beta, bar], rtol=1e-9)
    assert betas.shape == alphas.shape == alpha_bars.shape == (T,)


@given(seeds, small, array_shapes(min_dims=1, max_dims=3, max_side=3), st.integers(1, 6))
def test_forward_diffusion_agrees_with_a_plain_loop(seed, batch, shape, T):
    rng = np.random.default_rng(seed)
    x0, noise = rng.normal(size=(2, batch, *shape))
    t, alpha_bars = rng.integers(T, size=batch), np.sort(rng.random(T))[::-1]
    got = reference("forward_diffusion").forward_diffusion(x0, t, alpha_bars, noise)
    want = [noised(x0[i], alpha_bars[t[i]], noise[i]) for i in range(batch)]
    np.testing.assert_allclose(got, want, atol=1e-12)


def back(x, eps, t, betas, noise):
    """A reverse step the long way: the predicted clean sample, then the posterior mean of the step before."""
    before = np.prod(1 - betas[:t])
    after = before * (1 - betas[t])
    x0 = (x - np.sqrt(1 - after) * eps) / np.sqrt(after)
    mean = (np.sqrt(before) * betas[t] * x0 + np.sqrt(1 - betas[t]) * (1 - before) * x) / (1 - after)
    return mean + np.sqrt(betas[t]) * noise if t else mean


@given(seeds, array_shapes(max_dims=3, max_side=3), st.integers(1, 6), st.data())
def test_denoise_step_agrees_with_the_posterior_mean(seed, shape, T, data):
    rng = np.random.default_rng(seed)
    x, eps, noise = rng.normal(size=(3, *shape))
    betas, t = rng.uniform(0.01, 0.9, size=T), data.draw(st.integers(0, T - 1))
    got = reference("denoise_step").denoise_step(x, eps, t, betas, noise)
    np.testing.assert_allclose(got, back(x, eps, t, betas, noise), rtol=1e-9, atol=1e-9)


@given(seeds, array_shapes(max_dims=3, max_side=3), st.integers(1, 6))
def test_ddpm_sample_agrees_with_the_posterior_mean_step_by_step(seed, shape, T):
    """The same generator drawn from in the same order, each step the long way."""
    rng = np.random.default_rng(seed)
    betas, table = rng.uniform(0.01, 0.6, size=T), rng.normal(size=T)

    def model(x, t):
        return np.tanh(x) + table[t]

    got = reference("ddpm_sample").ddpm_sample(model, shape, betas, np.random.default_rng(seed))
    again = np.random.default_rng(seed)
    x = again.standard_normal(shape)
    for t in range(T - 1, -1, -1):
        x = back(x, model(x, t), t, betas, again.standard_normal(shape) if t else 0)
    np.testing.assert_allclose(got, x, rtol=1e-8, atol=1e-8)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=7))
def test_kl_divergence_agrees_with_scipy(counts):
    p, q = np.array([*counts, (1, 1)], dtype=float).T
    p, q = p / p.sum(), q / q.sum()
    np.testing.assert_allclose(reference("kl_divergence").kl_divergence(p, q), special.rel_entr(p, q).sum(), atol=1e-12)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=7))
def test_js_divergence_agrees_with_scipy(counts):
    p, q = np.array([*counts, (1, 1)], dtype=float).T
    p, q, m = p / p.sum(), q / q.sum(), (p / p.sum() + q / q.sum()) / 2
    want = (special.rel_entr(p, m).sum() + special.rel_entr(q, m).sum()) / 2
    np.testing.assert_allclose(reference("js_divergence").js_divergence(p, q), want, atol=1e-12)


@given(seeds, array_shapes(min_dims=0, max_dims=3, max_side=3), st.floats(-2, 10))
def test_classifier_free_guidance_agrees_with_linear_extrapolation(seed, shape, scale):
    uncond, cond = np.random.default_rng(seed).normal(size=(2, *shape))
    got = reference("classifier_free_guidance").classifier_free_guidance(uncond, cond, scale)
    lines = [np.poly1d(np.polyfit([0.0, 1.0], ends, 1)) for ends in zip(uncond.ravel(), cond.ravel(), strict=True)]
    np.testing.assert_allclose(got, np.reshape([line(scale) for line in lines], shape), atol=1e-9)


@given(seeds, array_shapes(min_dims=0, max_dims=3, max_side=3), st.integers(1, 6), st.data())
def test_ddim_step_agrees_with_the_forward_process(seed, shape, T, data):
    """If the predicted noise is the true one, a step lands where the forward process is at t_prev."""
    rng = np.random.default_rng(seed)
    x0, eps = rng.normal(size=(2, *shape))
    alpha_bars = np.cumprod(rng.uniform(0.4, 0.99, size=T))
    t = data.draw(st.integers(0, T - 1))
    t_prev = data.draw(st.integers(-1, t - 1))
    got = reference("ddim_step").ddim_step(noised(x0, alpha_bars[t], eps), eps, t, t_prev, alpha_bars)
    wanted = noised(x0, alpha_bars[t_prev], eps) if t_prev >= 0 else x0
    np.testing.assert_allclose(got, wanted, rtol=1e-9, atol=1e-9)


@given(seeds, small, array_shapes(min_dims=0, max_dims=3, max_side=3))
def test_flow_matching_loss_agrees_with_a_plain_loop(seed, batch, shape):
    """The velocity by differences of the path, entry by entry."""
    rng = np.random.default_rng(seed)
    x0, x1 = rng.normal(size=(2, batch, *shape))
    t, h = rng.random(batch), 1e-3

    def place(i, time):
        return [a + time * (b - a) for a, b in zip(x0[i].ravel(), x1[i].ravel(), strict=True)]

    def model(x, times):
        return np.stack([np.tanh(each) + time**2 for each, time in zip(x, times, strict=True)])

    squares = []
    for i in range(batch):
        for at, before, after in zip(place(i, t[i]), place(i, t[i] - h), place(i, t[i] + h), strict=True):
            squares.append((np.tanh(at) + t[i] ** 2 - (after - before) / (2 * h)) ** 2)
    got = reference("flow_matching_loss").flow_matching_loss(model, x0, x1, t)
    np.testing.assert_allclose(got, np.mean(squares), rtol=1e-9, atol=1e-9)


@given(seeds, st.integers(1, 6), small, st.integers(1, 5))
def test_vq_quantize_agrees_with_scipy(seed, n, d, K):
    rng = np.random.default_rng(seed)
    z, codebook = rng.normal(size=(n, d)), rng.normal(size=(K, d))
    indices, quantized, loss = reference("vq_quantize").vq_quantize(z, codebook)
    wanted, distances = vq.vq(z, codebook)
    np.testing.assert_array_equal(indices, wanted)
    np.testing.assert_array_equal(quantized, codebook[wanted])
    np.testing.assert_allclose(loss, 1.25 * np.sum(distances**2) / (n * d))
