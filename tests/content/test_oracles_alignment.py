"""The references for reinforcement learning and preferences agree with SciPy and with plain specifications."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from support import reference

seeds = st.integers(0, 2**32 - 1)


@given(st.integers(1, 12), st.floats(0, 1), seeds)
def test_discounted_returns_agrees_with_scipy(T, gamma, seed):
    """SciPy's filter y_t = r_t + gamma y_(t-1) over each episode backward."""
    from scipy.signal import lfilter

    rng = np.random.default_rng(seed)
    rewards, dones = rng.normal(size=T), rng.random(T) < 0.3
    episodes = np.split(rewards, np.flatnonzero(dones) + 1)
    want = np.concatenate([lfilter([1.0], [1.0, -gamma], part[::-1])[::-1] for part in episodes if part.size])
    assert np.allclose(reference("discounted_returns").discounted_returns(rewards, dones, gamma), want)


@given(st.integers(1, 4), st.integers(1, 4), st.booleans(), st.floats(0, 1), st.floats(0, 1), seeds)
def test_q_learning_step_agrees_with_a_plain_loop(S, A, done, alpha, gamma, seed):
    """A weighted mean of the old entry and the target, and all other entries as they were."""
    rng = np.random.default_rng(seed)
    Q, reward = rng.normal(size=(S, A)), float(rng.normal())
    state, action, then = (int(rng.integers(n)) for n in (S, A, S))
    got = reference("q_learning_step").q_learning_step(Q, state, action, reward, then, done, alpha, gamma)
    assert not np.shares_memory(got, Q)
    for s in range(S):
        for a in range(A):
            best = max(Q[then, other] for other in range(A))
            target = reward if done else reward + gamma * best
            is_it = (s, a) == (state, action)
            assert np.isclose(got[s, a], (1 - alpha) * Q[s, a] + alpha * target if is_it else Q[s, a])


@given(st.integers(1, 4), st.integers(1, 3), st.sampled_from([0.0, 0.5, 0.9, 0.99]), seeds)
def test_value_iteration_agrees_with_linear_programming(S, A, gamma, seed):
    """The values are the least that satisfy V >= R + gamma P V for every action."""
    from scipy.optimize import linprog

    rng = np.random.default_rng(seed)
    P, R = rng.dirichlet(np.ones(S), size=(S, A)), rng.uniform(-1, 1, size=(S, A))
    rows = (gamma * P - np.eye(S)[:, None]).reshape(S * A, S)
    found = linprog(np.ones(S), A_ub=rows, b_ub=-R.reshape(-1), bounds=(None, None))
    V, policy = reference("value_iteration").value_iteration(P, R, gamma)
    assert np.allclose(V, found.x, rtol=1e-6, atol=1e-6)
    Q = R + gamma * P @ V
    assert (Q[np.arange(S), policy] >= Q.max(axis=1) - 1e-6).all()
    assert np.allclose(V, Q.max(axis=1), rtol=0, atol=1e-8)


@given(st.integers(1, 5), st.integers(1, 4), st.sampled_from([1.0, 20.0]), seeds)
def test_reinforce_gradient_agrees_with_finite_differences(n, A, scale, seed):
    """Central differences of the loss, with SciPy's log-softmax."""
    from scipy.special import log_softmax

    rng = np.random.default_rng(seed)
    logits, actions, advantages = rng.normal(0.0, scale, size=(n, A)), rng.integers(A, size=n), rng.normal(size=n)

    def loss(z):
        return -np.mean(advantages * log_softmax(z, axis=1)[np.arange(n), actions])

    got = reference("reinforce_gradient").reinforce_gradient(logits, actions, advantages)
    for index in np.ndindex(n, A):
        step = np.zeros((n, A))
        step[index] = 1e-5
        assert np.isclose(got[index], (loss(logits + step) - loss(logits - step)) / 2e-5, rtol=1e-5, atol=1e-7)


@given(st.integers(1, 6), st.sampled_from([1.0, 30.0, 5000.0]), seeds)
def test_reward_model_loss_agrees_with_scipy(n, spread, seed):
    """SciPy's logarithm of the sigmoid."""
    from scipy.special import log_expit

    chosen, rejected = np.random.default_rng(seed).normal(0.0, spread, size=(2, n))
    want = -log_expit(chosen - rejected).mean()
    assert np.isclose(reference("reward_model_loss").reward_model_loss(chosen, rejected), want)


def token_batch(seed, B, T):
    """Log-probabilities, those before, advantages, and a mask with at least one token in each row."""
    rng = np.random.default_rng(seed)
    logp, advantages = rng.normal(-1.5, 0.5, size=(B, T)), rng.normal(size=(B, T))
    mask = rng.random((B, T)) < 0.6
    mask[np.arange(B), rng.integers(T, size=B)] = True
    return logp, logp + rng.normal(0.0, 0.5, size=(B, T)), advantages, mask


@given(st.integers(1, 4), st.integers(1, 5), st.floats(0.05, 0.5), seeds)
def test_ppo_clip_loss_agrees_with_a_plain_loop(B, T, clip, seed):
    """By cases: a good token's ratio counts up to 1 + clip, a bad one's from 1 - clip on."""
    logp, old_logp, advantages, mask = token_batch(seed, B, T)
    losses = []
    for i, j in zip(*np.nonzero(mask), strict=True):
        ratio, A = np.exp(logp[i, j]) / np.exp(old_logp[i, j]), advantages[i, j]
        losses.append(-A * (min(ratio, 1 + clip) if A > 0 else max(ratio, 1 - clip)))
    got = reference("ppo_clip_loss").ppo_clip_loss(logp, old_logp, advantages, mask.astype(int), clip)
    assert np.isclose(got, sum(losses) / len(losses))


@given(st.lists(st.floats(-20, 20), min_size=1, max_size=6), st.sampled_from([1.0, 1e-3, 1e-6]))
def test_kl_estimators_agrees_with_decimals(differences, scale):
    """Python's decimals with fifty digits, where nothing cancels."""
    import decimal

    with decimal.localcontext(prec=50):
        exact = [decimal.Decimal(each * scale) for each in differences]
        k3 = float(sum(each.exp() - 1 - each for each in exact) / len(exact))
    d = np.array(differences) * scale
    got = reference("kl_estimators").kl_estimators(np.zeros(len(d)), d)
    assert np.allclose(got[:2], [-d.mean(), (d**2).mean() / 2], rtol=1e-9, atol=1e-18)
    assert abs(got[2] - k3) <= 1e-9 * k3 + 1e-21 * scale


@given(st.integers(2, 5), seeds)
def test_kl_estimators_agrees_with_scipy_on_average(A, seed):
    """The mean over all outcomes, weighted with the policy, is SciPy's divergence for k1 and for k3."""
    from scipy.special import rel_entr

    p, q = np.random.default_rng(seed).dirichlet(np.full(A, 2.0), size=2)
    terms = [reference("kl_estimators").kl_estimators(np.log(p[i : i + 1]), np.log(q[i : i + 1])) for i in range(A)]
    k1, _, k3 = p @ np.array(terms)
    assert np.isclose(k1, rel_entr(p, q).sum())
    assert np.isclose(k3, rel_entr(p, q).sum())


@given(st.integers(1, 4), st.integers(1, 5), st.floats(0.05, 0.5), st.floats(0, 1), seeds)
def test_grpo_loss_agrees_with_ppo_and_the_estimators(G, T, clip, beta, seed):
    """Each completion by itself: our PPO loss of its tokens, and our third estimator of their divergence."""
    from scipy.stats import zscore

    logp, old_logp, _, mask = token_batch(seed, G, T)
    rng = np.random.default_rng(seed)
    ref_logp, rewards = logp + rng.normal(0.0, 0.3, size=(G, T)), np.round(rng.normal(size=G), 1)
    # SciPy divides by the deviation alone
    A = zscore(rewards) / (1 + 1e-8 / rewards.std()) if rewards.std() > 0 else np.zeros(G)
    parts = []
    for i in range(G):
        one = slice(i, i + 1)
        ppo = reference("ppo_clip_loss").ppo_clip_loss(
            logp[one], old_logp[one], np.full((1, T), A[i]), mask[one].astype(int), clip
        )
        k3 = reference("kl_estimators").kl_estimators(logp[i, mask[i]], ref_logp[i, mask[i]])[2]
        parts.append(ppo + beta * k3)
    got = reference("grpo_loss").grpo_loss(logp, old_logp, ref_logp, rewards, mask.astype(float), clip, beta)
    assert np.isclose(got, np.mean(parts))
