"""Reinforcement learning by hand: returns, Q-learning, clipped objectives, advantages of a group, preferences."""

from __future__ import annotations

from math import exp, log
from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, listed, makes, number, numbers, share, trimmed


@makes("discounted-sums")
def discounted_sums(rng: Random) -> Drawn:
    """Returns of an episode, errors of a value, and their generalized sum."""
    rewards = [rng.choice((0, 0, 1, 2, 4, -1)) for _ in range(3)]
    gamma = rng.choice((0.5, 0.9, 1.0, 0.0))
    case = rng.randrange(3)
    if case == 0:
        returns = [0.0] * 4
        for step in (2, 1, 0):
            returns[step] = rewards[step] + gamma * returns[step + 1]
        text = (
            f"An episode has the rewards {listed(rewards)}, and the discount is {gamma:g}. What are the three returns?"
        )
        told = (
            f"From the end: {rewards[2]}, {rewards[1]} + {gamma:g}·{trimmed(returns[2])}, "
            f"{rewards[0]} + {gamma:g}·{trimmed(returns[1])}."
        )
        return numbers(text, returns[:3], told, rewards=rewards, gamma=gamma)
    value, following = rng.choice((1, 2, 3)), rng.choice((0, 2, 4))
    delta = rewards[0] + gamma * following - value
    if case == 1:
        text = (
            f"Reward {rewards[0]}, discount {gamma:g}, value of the state "
            f"{value}, of the next one {following}. What is the TD error?"
        )
        return number(
            text,
            delta,
            f"{rewards[0]} + {gamma:g}·{following} − {value} = {trimmed(delta)}.",
            reward=rewards[0],
            gamma=gamma,
            state=value,
            following=following,
        )
    errors, lam = [rng.choice((-1, 1, 2, 4)) for _ in range(2)], rng.choice((0.0, 0.5, 1.0))
    total = errors[0] + gamma * lam * errors[1]
    text = (
        f"The last two TD errors of an episode are {listed(errors)}; γ = "
        f"{gamma:g}, λ = {lam:g}. What is the first one's generalized advantage?"
    )
    return number(
        text,
        total,
        f"{errors[0]} + {gamma:g}·{lam:g}·{errors[1]} = {trimmed(total)}.",
        errors=errors,
        gamma=gamma,
        lam=lam,
    )


@makes("q-learning")
def q_learning(rng: Random) -> Drawn:
    """One update of a table."""
    old, reward = rng.choice((0, 1, 2, 4)), rng.choice((-1, 0, 1, 3))
    alpha, gamma = rng.choice((0.1, 0.5, 1.0)), rng.choice((0.5, 0.9, 0.0))
    following = [rng.choice((0, 1, 2, 5)) for _ in range(3)]
    done = rng.random() < 0.3
    best = 0 if done else max(following)
    target = reward + gamma * best
    value = old + alpha * (target - old)
    ended = " and the episode ends" if done else ""
    text = (
        f"Q = {old}, reward {reward}{ended}, the next state's values {listed(following)}, "
        f"α = {alpha:g}, γ = {gamma:g}. What is Q after one step of Q-learning?"
    )
    told = (
        f"Target {reward}"
        + ("" if done else f" + {gamma:g}·{best}")
        + f" = {trimmed(target)}; {old} + {alpha:g}·({trimmed(target)} − {old}) = {trimmed(value)}."
    )
    return number(text, value, told, old=old, reward=reward, alpha=alpha, gamma=gamma, following=following, done=done)


@makes("policy-objectives")
def policy_objectives(rng: Random) -> Drawn:
    """The clipped objective of PPO, advantages within a group, chances of a preference."""
    case = rng.randrange(3)
    if case == 0:
        ratio, advantage, eps = (
            rng.choice((0.5, 0.9, 1.0, 1.1, 1.5, 2.0)),
            rng.choice((1, 2, -1, -2)),
            rng.choice((0.1, 0.2)),
        )
        clipped = max(1 - eps, min(1 + eps, ratio))
        value = min(ratio * advantage, clipped * advantage)
        text = (
            f"Probability ratio {ratio:g}, advantage {advantage}, ε = "
            f"{eps:g}. What is PPO's clipped objective for this sample?"
        )
        told = f"min({ratio:g}·{advantage}, {clipped:g}·{advantage}) = {trimmed(value)}."
        return number(text, value, told, ratio=ratio, advantage=advantage, eps=eps)
    if case == 1:
        low, span = rng.choice((0, 1, 2)), rng.choice((1, 2, 4))
        rewards = [low, low + 2 * span] * 2
        rng.shuffle(rewards)
        values = [(reward - low - span) / span for reward in rewards]
        text = (
            f"Four answers to one prompt get the rewards {listed(rewards)}. What are "
            "their advantages when rewards are standardized within the group (ddof = 0)?"
        )
        return numbers(
            text, values, f"Mean {low + span}, standard deviation {span}: {listed(values)}.", rewards=rewards
        )
    chosen, rejected = rng.choice((0, 1, 2, 3)), rng.choice((0, 1, 2))
    gap = chosen - rejected
    value = 1 / (1 + exp(-gap))
    text = (
        f"A reward model gives two answers {chosen} and {rejected}. With which probability "
        "is the first preferred (Bradley-Terry)? e ≈ 2.72, e² ≈ 7.39, e³ ≈ 20.09."
    )
    if rng.random() < 0.5:
        return share(text, value, f"sigmoid({chosen} − {rejected}) = {value:.2f}.", gap=gap)
    text = (
        f"A reward model gives the chosen answer {chosen} and the rejected one {rejected}. "
        "What is its loss −ln sigmoid(difference)? ln 2 ≈ 0.69, e ≈ 2.72, e² ≈ 7.39."
    )
    return number(text, -log(value), f"−ln {value:.2f} = {-log(value):.2f}.", 1, gap=gap, loss=True)
