"""Discounted returns: later rewards, up to the end of the episode, the step's own reward included."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def rollout(T, share=0.3):
        return rng.normal(size=T), rng.random(T) < share

    no, yes = False, True
    yield Case("one episode", np.array([1.0, 2.0, 4.0]), np.array([no, no, yes]), 0.5)
    yield Case("a reward at the end alone", np.array([0.0, 0.0, 8.0]), np.array([no, no, yes]), 0.5)
    yield Case("two episodes", np.array([1.0, 2.0, 4.0, 8.0]), np.array([no, yes, no, yes]), 0.5)
    yield Case("three episodes", np.array([1.0, -1.0, 3.0, 2.0, 0.0, 5.0]), np.array([no, yes, no, no, yes, yes]), 0.25)
    rewards, dones = rollout(12)
    dones[[3, 11]] = yes
    yield Case("random", rewards, dones, float(rng.uniform(0.3, 0.9)))
    rewards, dones = rollout(40, 0.1)
    dones[[20, 39]] = yes
    yield Case("as usual", rewards, dones, gamma=0.99)
    yield Case("never done", np.array([1.0, 2.0, 4.0]), np.array([no, no, no]), 0.5).edge("unfinished")
    yield Case("done, then two more steps", np.array([1.0, 2.0, 4.0, 8.0]), np.array([no, yes, no, no]),
               0.5).edge("unfinished")
    yield Case("random, not finished", rng.normal(size=9), np.arange(9) == 4, 0.8).edge("unfinished")
    yield Case("a single step", np.array([3.0]), np.array([no]), 0.9).edge("short episodes")
    yield Case("a single step that is done", np.array([-2.0]), np.array([yes]), 0.9).edge("short episodes")
    yield Case("every step is done", rng.normal(size=5), np.ones(5, dtype=bool), 0.9).edge("short episodes")
    yield Case("gamma of 0", rng.normal(size=5), np.arange(5) == 2, 0.0).edge("0 and 1")
    yield Case("gamma of 1", np.array([1.0, 2.0, 4.0, 8.0, 16.0]), np.arange(5) == 2, 1.0).edge("0 and 1")
    yield Case("ten thousand steps", rng.normal(size=10_000), rng.random(10_000) < 0.001, 0.99).plain().edge(
        "long rollouts")
    # 0.5^1100 is 0 in float64, and so is of no use as a divisor
    yield Case("so long that the discount underflows", rng.normal(size=1200), np.arange(1200) == 1150,
               0.5).plain().edge("long rollouts")


def sweep(rewards, dones, gamma):
    returns, running = np.zeros(len(rewards)), 0.0
    for t in range(len(rewards) - 1, -1, -1):
        running = rewards[t] + gamma * running * (not dones[t])
        returns[t] = running
    return returns


@mistake("You ignore dones, so rewards of the next episode flow back into this one. Drop the running sum at each end.")
def dones_ignored(rewards, dones, gamma):
    return sweep(rewards, 0 * dones, gamma)


@mistake("You cut one step too late: the last step of an episode still gets what follows. Drop the running sum "
         "before you add the reward of a step that is done.")
def cut_one_late(rewards, dones, gamma):
    return sweep(rewards, np.append(False, dones[:-1]), gamma)


@mistake("You cut one step too early: the reward of an episode's last step does not reach the steps before it. That "
         "reward still belongs to the episode.")
def cut_one_early(rewards, dones, gamma):
    return sweep(rewards, np.append(dones[1:], False), gamma)


@mistake("The return of a step that is done is 0 in your code. Its own reward counts.",
         constants={"kept": (True, False)})
def done_reward_dropped(rewards, dones, gamma, *, kept):
    return sweep(rewards, dones, gamma) * ~dones if kept else sweep(rewards * ~dones, dones, gamma)


@mistake("dones is read the wrong way round in your code: rewards flow back over an end, and over nothing else.")
def dones_inverted(rewards, dones, gamma):
    return sweep(rewards, ~dones, gamma)


@mistake("Your sum collects earlier rewards. It must collect later ones: go from the last step to the first.")
def from_the_front(rewards, dones, gamma):
    returns, running = np.zeros(len(rewards)), 0.0
    for t in range(len(rewards)):
        running = rewards[t] + gamma * running
        returns[t] = running
        running *= not dones[t]
    return returns


@mistake("You discount by the number of steps since the start of the {start}. Count from the step itself: its own "
         "reward is not discounted.", constants={"start": ("episode", "rollout")})
def discounted_from_the_start(rewards, dones, gamma, *, start):
    age, weights = 0, np.zeros(len(rewards))
    for t in range(len(rewards)):
        weights[t] = gamma**age
        age = 0 if start == "episode" and dones[t] else age + 1
    return sweep(rewards * weights, dones, 1.0)


@mistake("You discount the step's own reward too. G_t begins with r_t in full.")
def own_reward_discounted(rewards, dones, gamma):
    return gamma * sweep(rewards, dones, gamma)


@mistake("You leave out the step's own reward. G_t begins with r_t.")
def own_reward_left_out(rewards, dones, gamma):
    return sweep(rewards, dones, gamma) - rewards


@mistake("You do not discount. Multiply by γ from one step to the next.")
def undiscounted(rewards, dones, gamma):
    return sweep(rewards, dones, 1.0)


@mistake("You look only one step ahead. Each return adds all later rewards of the episode.")
def one_step_ahead(rewards, dones, gamma):
    return rewards + gamma * np.append(rewards[1:], 0.0) * ~dones


@mistake("Every step of an episode gets the return of its first step. Each step has a return of its own.")
def one_return_per_episode(rewards, dones, gamma):
    returns = sweep(rewards, dones, gamma)
    for t in range(1, len(returns)):
        if not dones[t - 1]:
            returns[t] = returns[t - 1]
    return returns


@mistake("Steps after the last end get 0 in your code. An unfinished episode has returns too, from the rewards that "
         "are there.")
def unfinished_dropped(rewards, dones, gamma):
    returns = sweep(rewards, dones, gamma)
    ends = np.flatnonzero(dones)
    returns[ends[-1] + 1 if len(ends) else 0:] = 0.0
    return returns


@mistake("You normalize the returns. Return them as they are.", constants={"eps": (1e-8, 0.0, 1e-5, 1e-6),
                                                                           "ddof": (0, 1), "one": (True, False)})
def normalized(rewards, dones, gamma, *, eps, ddof, one):
    returns = sweep(rewards, dones, gamma)
    if one and len(returns) == 1:
        return returns
    return (returns - returns.mean()) / (returns.std(ddof=ddof) + eps)


@mistake("You divide by powers of γ, which are 0 where γ is 0 and underflow to 0 in long rollouts. Go backward with "
         "one running number instead.", constants={"guarded": (False, True)})
def divided_by_powers(rewards, dones, gamma, *, guarded):
    if guarded and gamma == 0:
        return rewards.astype(float)
    returns, start = np.zeros(len(rewards)), 0
    for end in [*np.flatnonzero(dones), len(rewards) - 1]:
        part = rewards[start:end + 1]
        weights = gamma ** np.arange(len(part)).astype(float)
        returns[start:end + 1] = np.cumsum((part * weights)[::-1])[::-1] / weights
        start = end + 1
    return returns


@mistake("You add up in an array that belongs to the caller. Fill a new one.", kind="changed",
         when=says("first argument"))
def in_place(rewards, dones, gamma):
    for t in range(len(rewards) - 2, -1, -1):
        rewards[t] += gamma * rewards[t + 1] * (not dones[t])
    return rewards.copy()


@alternative
def episode_by_episode(rewards, dones, gamma):
    result, start = [], 0
    ends = [i for i, done in enumerate(dones) if done]
    if not ends or ends[-1] != len(rewards) - 1:
        ends.append(len(rewards) - 1)
    for end in ends:
        part, after = [], 0.0
        for r in rewards[start:end + 1].tolist()[::-1]:
            after = r + gamma * after
            part.append(after)
        result += part[::-1]
        start = end + 1
    return result


@alternative
def by_doubling(rewards, dones, gamma):
    # after the round with shift s, every entry holds the next 2 s rewards
    returns = np.array(rewards, dtype=float)
    factors = gamma * (1.0 - dones)
    shift = 1
    while shift < len(returns):
        returns = returns + factors * np.append(returns[shift:], np.zeros(shift))
        factors = factors * np.append(factors[shift:], np.zeros(shift))
        shift *= 2
    return returns


@alternative
def by_accumulate(rewards, dones, gamma):
    import itertools

    steps = list(zip(rewards.tolist(), (~dones).tolist()))[::-1]
    first = steps[0][0]
    return np.array(list(itertools.accumulate(steps[1:], lambda after, step: step[0] + gamma * step[1] * after,
                                              initial=first))[::-1])
