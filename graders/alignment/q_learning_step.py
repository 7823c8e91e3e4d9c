"""One step of Q-learning: which row the maximum is over, what done means, and a new table."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, fresh, mistake, says

CHECKS = (close(), fresh())


def cases(rng):
    def table(S, A):
        return rng.normal(0.0, 2.0, size=(S, A))

    def rate():
        return float(rng.uniform(0.2, 0.8))

    Q = np.array([[1.0, 2.0], [3.0, 5.0]])
    yield Case("two states, two actions", Q, 0, 1, 4.0, 1, False, 0.5, 0.5)
    yield Case("the best next action is another one", Q, 1, 1, 1.0, 0, False, 0.25, 0.5)
    yield Case("values below 0", np.array([[-1.0, -2.0, -4.0], [-3.0, -2.0, -8.0]]), 0, 2, 0.5, 1, False, 0.5, 0.5)
    yield Case("no reward", np.array([[0.0, 0.0], [2.0, 6.0], [4.0, 1.0]]), 0, 0, 0.0, 2, False, 0.25, 0.5)
    yield Case("random", table(4, 3), 2, 1, float(rng.normal()), 3, False, rate(), rate())
    yield Case("as usual", table(5, 4), 4, 3, -1.0, 0, False, alpha=0.1, gamma=0.99)
    yield Case("the episode is over", Q, 0, 1, 4.0, 1, True, 0.5, 0.5).edge("done")
    yield Case("over, and next_state is state", Q, 1, 0, -1.0, 1, True, 0.25, 0.5).edge("done")
    yield Case("random, over", table(3, 4), 1, 2, float(rng.normal()), 2, True, rate(), rate()).edge("done")
    yield Case("back to the same state", Q, 1, 1, 2.0, 1, False, 0.5, 0.5).edge("same state")
    again = Case("random, same state", table(3, 2), 2, 0, float(rng.normal()), 2, False, rate(), rate())
    yield again.edge("same state")
    yield Case("alpha of 0", table(2, 3), 1, 2, 1.0, 0, False, 0.0, 0.9).edge("rates of 0 and 1")
    yield Case("alpha of 1", table(2, 3), 1, 2, 1.0, 0, False, 1.0, 0.9).edge("rates of 0 and 1")
    yield Case("gamma of 0", table(2, 3), 0, 2, 1.0, 1, False, 0.3, 0.0).edge("rates of 0 and 1")
    yield Case("gamma of 1", table(2, 3), 0, 1, 1.0, 1, False, 0.3, 1.0).edge("rates of 0 and 1")
    yield Case("one state", table(1, 3), 0, 1, 1.0, 0, False, 0.5, 0.9).edge("sizes of one")
    yield Case("one action", table(3, 1), 2, 0, 1.0, 1, False, 0.5, 0.9).edge("sizes of one")
    yield Case("one of both", np.array([[2.0]]), 0, 0, 1.0, 0, False, 0.5, 0.5).edge("sizes of one")


def step(Q, state, action, alpha, target):
    updated = np.array(Q)
    updated[state, action] += alpha * (target - updated[state, action])
    return updated


@mistake("You count the next state's values although the episode is over. If done, the target is the reward alone.")
def done_ignored(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state].max())


@mistake("You read done the wrong way round: the next state counts if the episode is not over.")
def done_inverted(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state].max() * done)


@mistake("You change nothing where the episode is over. Move the entry toward the reward.")
def done_skipped(Q, state, action, reward, next_state, done, alpha, gamma):
    return np.array(Q) if done else step(Q, state, action, alpha, reward + gamma * Q[next_state].max())


@mistake("You drop the reward where the episode is over. The target is then the reward alone.")
def done_without_reward(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, 0.0 if done else reward + gamma * Q[next_state].max())


@mistake("You take the value of the same action in the next state. Take the largest value of the next state.")
def same_action(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state, action] * (not done))


@mistake("You take the maximum over the present state's actions. Take it over those of next_state.")
def present_state(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[state].max() * (not done))


@mistake("You take the maximum over the whole table. Take it over the row of next_state.")
def whole_table(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q.max() * (not done))


@mistake("You take the maximum over the states. Take it over the actions of next_state, the entries of one row.")
def over_the_states(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[:, action].max() * (not done))


@mistake("You take the mean over the next state's actions. Take the maximum.")
def mean_of_actions(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state].mean() * (not done))


@mistake("You take the minimum over the next state's actions. Take the maximum.")
def minimum(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state].min() * (not done))


@mistake("You put the number of the best action into the target, as np.argmax gives it. Use its value.")
def argmax(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state].argmax() * (not done))


@mistake("You set the entry to the target. Move it only the share α of the way.")
def set_to_the_target(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, 1.0, reward + gamma * Q[next_state].max() * (not done))


@mistake("You use α and 1 - α the wrong way round. The target has the weight α.")
def rates_swapped(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, 1 - alpha, reward + gamma * Q[next_state].max() * (not done))


@mistake("You add α times the target to the entry. Subtract the entry from the target first.")
def entry_not_subtracted(Q, state, action, reward, next_state, done, alpha, gamma):
    updated = np.array(Q)
    updated[state, action] += alpha * (reward + gamma * Q[next_state].max() * (not done))
    return updated


@mistake("α scales the reward alone in your code. It scales the whole target, the discounted value of the next state "
         "included.")
def rate_on_the_reward_alone(Q, state, action, reward, next_state, done, alpha, gamma):
    updated = np.array(Q)
    updated[state, action] = (1 - alpha) * Q[state, action] + alpha * reward + gamma * Q[next_state].max() * (not done)
    return updated


@mistake("You subtract the best value of the state. Subtract the entry that you update, that of the action taken.")
def best_value_subtracted(Q, state, action, reward, next_state, done, alpha, gamma):
    updated = np.array(Q)
    updated[state, action] += alpha * (reward + gamma * Q[next_state].max() * (not done) - Q[state].max())
    return updated


@mistake("You move the entry away from the target. Add α (target - entry).")
def away_from_the_target(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, -alpha, reward + gamma * Q[next_state].max() * (not done))


@mistake("You discount the reward too. Only what follows is discounted.")
def reward_discounted(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, gamma * (reward + Q[next_state].max() * (not done)))


@mistake("You leave out γ. Discount the next state's value.")
def undiscounted(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + Q[next_state].max() * (not done))


@mistake("You leave out the reward.")
def no_reward(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, gamma * Q[next_state].max() * (not done))


@mistake("You update the whole row of the state. Update only the entry of the action that was taken.")
def whole_row(Q, state, action, reward, next_state, done, alpha, gamma):
    updated, target = np.array(Q), reward + gamma * Q[next_state].max() * (not done)
    updated[state] += alpha * (target - updated[state])
    return updated


@mistake("You return only the new entry. Return the whole table.")
def entry_alone(Q, state, action, reward, next_state, done, alpha, gamma):
    return step(Q, state, action, alpha, reward + gamma * Q[next_state].max() * (not done))[state, action]


@mistake("You write into the caller's table. Copy it first.", kind="changed", when=says("first argument"))
def in_place(Q, state, action, reward, next_state, done, alpha, gamma):
    Q[state, action] += alpha * (reward + gamma * Q[next_state].max() * (not done) - Q[state, action])
    return Q.copy()


@mistake("What you return is the caller's table, or a view of it. Copy the table, and update the copy.", kind="shared",
         when=says("shares memory"))
def table_itself(Q, state, action, reward, next_state, done, alpha, gamma):
    Q[state, action] += alpha * (reward + gamma * Q[next_state].max() * (not done) - Q[state, action])
    return Q


@alternative
def as_a_mean(Q, state, action, reward, next_state, done, alpha, gamma):
    target = reward if done else reward + gamma * max(Q[next_state])
    new = np.zeros_like(Q)
    new[...] = Q
    new[state][action] = (1 - alpha) * Q[state][action] + alpha * target
    return new


@alternative
def in_lists(Q, state, action, reward, next_state, done, alpha, gamma):
    rows = Q.tolist()
    best = sorted(rows[next_state])[-1] * (1 - int(done))
    rows[state][action] -= alpha * (rows[state][action] - reward - gamma * best)
    return rows


@alternative
def with_a_mask(Q, state, action, reward, next_state, done, alpha, gamma):
    here = np.zeros(Q.shape)
    here[state, action] = 1.0
    target = reward + gamma * np.where(done, 0.0, Q[next_state].max())
    return Q + alpha * here * (target - Q)
