"""Viterbi: predecessors instead of the best state of each step, the table's direction, -inf, and ties from the end.

Ties are tried on multiples of 1/4, whose sums are exact in any order, in float32 as well. On other numbers any path
that is as good as the best passes.
"""

import numpy as np

from mlprep.grading.api import Case, Check, alternative, close, mistake, uses


def score_of(path, log_start, log_transition, log_emission, observations):
    score = float(log_start[path[0]])
    score += sum(float(log_transition[i, j]) for i, j in zip(path, path[1:]))
    return score + sum(float(log_emission[state, symbol]) for state, symbol in zip(path, observations))


class Likeliest(Check):
    """The reference's path and score, or another path that is as good."""

    def __call__(self, case, got, want):
        failure = close()(case, got, want)
        if failure is None or not isinstance(got.value, list | tuple) or len(got.value) != 2:
            return failure
        path, score = got.value
        best, states = want.value[1], len(case.args[0])
        if np.shape(path) != np.shape(want.value[0]) or np.asarray(path).dtype.kind not in "iu" or np.ndim(score):
            return failure
        path = [int(state) for state in path]
        if min(path) < 0 or max(path) >= states or close()(case, type(got)(score), type(got)(best)):
            return failure
        near = 1e-4 if case.args[0].dtype == np.float32 else 1e-9
        return None if abs(score_of(path, *case.args) - best) <= near * max(1.0, abs(best)) else failure


CHECKS = (Likeliest(),)


def cases(rng):
    def model(S, V, T):
        tables = [rng.normal(0.0, 1.5, size=shape) for shape in ((S,), (S, S), (S, V))]
        tables = [table - np.log(np.exp(table).sum(axis=-1, keepdims=True)) for table in tables]
        return *tables, rng.integers(V, size=T)

    def quarters(S, V, T, most=4):
        return *(-rng.integers(most, size=shape) / 4 for shape in ((S,), (S, S), (S, V))), rng.integers(V, size=T)

    later = np.array([-1.0, -2.0]), np.array([[-4.0, -4.0], [-0.5, -0.5]]), np.array([[-0.5, -1.0], [-0.75, -1.5]])
    yield Case("a poor start that pays off", *later, np.array([0, 0]))
    stay = np.array([-0.5, -1.0]), np.array([[-0.25, -2.0], [-3.0, -0.5]]), np.array([[-0.5, -1.0], [-2.0, -0.25]])
    yield Case("better to stay", *stay, np.array([0, 1, 0]))
    yield Case("better to go", *stay, np.array([0, 1, 1, 1, 1]))
    yield Case("three states", *model(3, 2, 4))
    yield Case("every size its own", *model(3, 4, 5))
    yield Case("more states than symbols", *model(5, 2, 6))
    yield Case("as many symbols as states", *model(4, 4, 7))
    yield Case("thirty steps", *model(3, 5, 30))
    yield Case("a single step", *model(4, 3, 1)).edge("one step")
    yield Case("a single step, two states", np.array([-0.5, -1.0]), stay[1], stay[2], np.array([1])).edge("one step")
    yield Case("one state", *model(1, 3, 4)).edge("one state")
    yield Case("one state, one step", *model(1, 2, 1)).edge("one state")
    no = -np.inf
    yield Case("a start that is impossible", np.array([no, 0.0]), np.log([[0.5, 0.5], [0.25, 0.75]]),
               np.log([[0.9, 0.1], [0.5, 0.5]]), np.array([0, 0])).edge("impossible")
    yield Case("no way to stay", np.log([0.75, 0.25]), np.array([[no, 0.0], [no, 0.0]]),
               np.array([[-0.5, -0.5], [-4.0, no]]), np.array([0, 0, 0])).edge("impossible")
    left_to_right = np.array([[-0.5, -1.0, no], [no, -0.5, -1.0], [no, no, 0.0]])
    yield Case("from left to right", np.array([0.0, no, no]), left_to_right,
               np.array([[-0.5, -1.5], [-1.0, -0.5], [-0.5, no]]), np.array([1, 1, 0, 0])).edge("impossible")
    forced = np.array([[-0.25, -3.0], [no, no]])
    yield Case("a good state that leads nowhere", np.array([-5.0, 0.0]), forced, np.array([[-1.0], [0.0]]),
               np.array([0, 0, 0])).edge("impossible")
    # a poor state that cannot be left, beside a good one that cannot be reached
    yield Case("impossible for fifty steps", np.array([0.0, no]), np.array([[0.0, no], [no, 0.0]]),
               np.array([[-3.0], [-0.25]]), np.zeros(50, dtype=int)).plain().edge("impossible")
    start, moves, emits, symbols = model(4, 3, 8)
    some = np.where(rng.random((4, 4)) < 0.4, no, moves)
    some[0] = moves[0]
    yield Case("many impossible moves", start, some, emits, symbols).edge("impossible")
    zero = np.zeros((3, 3))
    yield Case("all paths equal", zero[0], zero, zero, np.array([0, 2, 1])).judged(close()).edge("ties")
    two = np.array([[-1.0, -1.0], [-1.0, -1.0]])
    yield Case("a tie at the end", np.array([-2.0, -1.0]), two, 0 * two, np.array([0, 1])).judged(close()).edge("ties")
    yield Case("a tie before the end", np.array([-1.0, -1.0]), np.array([[-2.0, -1.0], [-2.0, -1.0]]), 0 * two,
               np.array([0, 0])).judged(close()).edge("ties")
    # the lowest path from the front is 0, 1; from the end it is 1, 0
    across = np.array([[-2.0, -1.0], [-1.0, -2.0]])
    yield Case("two paths that cross", np.zeros(2), across, 0 * two, np.array([0, 0])).judged(close()).edge("ties")
    for S, V, T in ((2, 2, 4), (3, 2, 6), (4, 3, 8), (3, 3, 12), (6, 2, 7)):
        name = f"{S} states, {T} steps, in quarters"
        yield Case(name, *quarters(S, V, T)).judged(close()).edge("ties")
    tenths = (np.round(each, 1) if each.dtype.kind == "f" else each for each in model(3, 2, 6))
    yield Case("in tenths", *tenths).edge("rounding")
    yield Case("1,500 steps", *model(3, 4, 1500)).once().edge("long sequences")
    yield Case("700 unlikely symbols", np.zeros(2) - 1, np.array([[-1.0, -2.0], [-2.0, -1.0]]),
               np.array([[-2.0, -1.25], [-1.25, -2.0]]), np.arange(700) // 7 % 2).plain().edge("long sequences")


def search(log_start, log_transition, log_emission, observations, first=np.argmax, last=np.argmax):
    """The scores of each step, the predecessors, and the best path."""
    scores, winners = [log_start + log_emission[:, observations[0]]], []
    for symbol in observations[1:]:
        ways = scores[-1][:, None] + log_transition
        winners.append(np.array([first(column) for column in ways.T]))
        scores.append(ways.max(axis=0) + log_emission[:, symbol])
    return scores, winners, back(winners, int(last(scores[-1])))


def back(winners, state):
    path = [state]
    for before in reversed(winners):
        path.append(int(before[path[-1]]))
    return path[::-1]


def last_of_equals(values):
    return len(values) - 1 - int(np.argmax(values[::-1]))


@mistake("You read the transitions as [to, from]. The table is indexed as [from, to].")
def transposed(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition.T, log_emission, observations)
    return path, scores[-1].max()


@mistake("You read the emissions as [symbol, state]. The table is indexed as [state, symbol].")
def emissions_transposed(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission.T, observations)
    return path, scores[-1].max()


@mistake("You take the best state of each step by itself. Remember each state's predecessor, and follow these "
         "back from the best last state.")
def best_of_each_step(log_start, log_transition, log_emission, observations):
    scores, _, _ = search(log_start, log_transition, log_emission, observations)
    return [int(np.argmax(each)) for each in scores], scores[-1].max()


@mistake("You take the maximum over the next state. Take it over the state before, axis 0 of scores[:, None] + "
         "log_transition.")
def maximum_over_the_next_state(log_start, log_transition, log_emission, observations):
    scores, winners = log_start + log_emission[:, observations[0]], []
    for symbol in observations[1:]:
        ways = scores[:, None] + log_transition
        winners.append(np.argmax(ways, axis=1))
        scores = ways.max(axis=1) + log_emission[:, symbol]
    return back(winners, int(np.argmax(scores))), scores.max()


@mistake("You follow one path and take the best next state each time. Keep the best path into every state, because a "
         "poor state now may lead to a better path later.")
def greedy(log_start, log_transition, log_emission, observations):
    now = log_start + log_emission[:, observations[0]]
    path, score = [int(np.argmax(now))], float(now.max())
    for symbol in observations[1:]:
        now = log_transition[path[-1]] + log_emission[:, symbol]
        path.append(int(np.argmax(now)))
        score += float(now.max())
    return path, score


@mistake("You choose each state by its emission alone. The start and the transitions count too.")
def emissions_alone(log_start, log_transition, log_emission, observations):
    path = [int(np.argmax(log_emission[:, symbol])) for symbol in observations]
    return path, score_of(path, log_start, log_transition, log_emission, observations)


@mistake("You leave out log_start. Add it to the scores of the first step.")
def no_start(log_start, log_transition, log_emission, observations):
    scores, _, path = search(0 * np.nan_to_num(log_start), log_transition, log_emission, observations)
    return path, scores[-1].max()


@mistake("You leave out the emission of the first symbol. Add log_emission[:, observations[0]] to the start.")
def no_first_emission(log_start, log_transition, log_emission, observations):
    first = np.nan_to_num(log_emission[:, observations[0]], neginf=0.0)
    lifted = log_start - first
    scores, _, path = search(lifted, log_transition, log_emission, observations)
    return path, scores[-1].max()


@mistake("You leave out the emission of the last symbol. Every step emits one.")
def no_last_emission(log_start, log_transition, log_emission, observations):
    wide = np.column_stack([log_emission, np.zeros(len(log_start))])
    symbols = np.append(observations[:-1], wide.shape[1] - 1)
    scores, _, path = search(log_start, log_transition, wide, symbols)
    return path, scores[-1].max()


@mistake("You use each step's symbol one step late. Step t emits observations[t].")
def emission_one_step_late(log_start, log_transition, log_emission, observations):
    symbols = np.append(observations[0], observations[:-1])
    scores, _, path = search(log_start, log_transition, log_emission, symbols)
    return path, scores[-1].max()


@mistake("You add up the probabilities of all paths, as the forward algorithm does. Take the maximum over the "
         "predecessors.")
def forward_algorithm(log_start, log_transition, log_emission, observations):
    now = log_start + log_emission[:, observations[0]]
    for symbol in observations[1:]:
        now = np.logaddexp.reduce(now[:, None] + log_transition, axis=0) + log_emission[:, symbol]
    path = search(log_start, log_transition, log_emission, observations)[2]
    return path, float(np.logaddexp.reduce(now))


@mistake("Your path is right, but its score is not: the scores are shifted in each step, and the shift is not added "
         "back.", constants={"by": ("the largest", "log-sum-exp")})
def shifted_scores(log_start, log_transition, log_emission, observations, *, by):
    shift = np.max if by == "the largest" else np.logaddexp.reduce
    now = log_start + log_emission[:, observations[0]]
    for symbol in observations[1:]:
        now = (now[:, None] + log_transition).max(axis=0) + log_emission[:, symbol]
        now = now - shift(now)
    return search(log_start, log_transition, log_emission, observations)[2], now.max()


@mistake("An entry of -inf does not forbid its move, start or symbol in your code. Keep -inf as it is: max leaves it "
         "out.", constants={"instead": (0.0, -10.0, -100.0), "where": ("everywhere", "in the transitions")})
def impossible_allowed(log_start, log_transition, log_emission, observations, *, instead, where):
    tables = [np.where(np.isinf(each) & (where == "everywhere" or each is log_transition), instead, each)
              for each in (log_start, log_transition, log_emission)]
    scores, _, path = search(*tables, observations)
    return path, scores[-1].max()


@mistake("You multiply probabilities. The products are rounded, so equal paths stop being equal, and those of many "
         "steps underflow to 0. Add the logarithms.", when=uses("exp"))
def probabilities_multiplied(log_start, log_transition, log_emission, observations):
    start, moves, emits = np.exp(log_start), np.exp(log_transition), np.exp(log_emission)
    now, winners = start * emits[:, observations[0]], []
    for symbol in observations[1:]:
        ways = now[:, None] * moves
        winners.append(ways.argmax(axis=0))
        now = ways.max(axis=0) * emits[:, symbol]
    with np.errstate(divide="ignore"):
        return back(winners, int(now.argmax())), float(np.log(now.max()))


@mistake("Of equally good last states you take the higher one. Take the lower one.")
def higher_last_state(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations, last=last_of_equals)
    return path, scores[-1].max()


@mistake("Of equally good predecessors you take the higher one. Take the lower one.")
def higher_predecessor(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations, first=last_of_equals)
    return path, scores[-1].max()


@mistake("Of equally good paths you take the one with the higher states, as max over pairs (score, state) does. Take "
         "the lower state, at the end and at each step back.")
def higher_states(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations, last_of_equals, last_of_equals)
    return path, scores[-1].max()


@mistake("Of equally good paths you take the lowest one as read from its first state. The lowest last state decides "
         "first, then the state before it.")
def lowest_from_the_front(log_start, log_transition, log_emission, observations):
    beam = {s: (-float(v), (s,)) for s, v in enumerate(log_start + log_emission[:, observations[0]])}
    for symbol in observations[1:]:
        beam = {j: min((cost - float(log_transition[i, j]) - float(log_emission[j, symbol]), (*path, j))
                       for i, (cost, path) in beam.items()) for j in beam}
    cost, path = min(beam.values())
    return list(path), -cost


@mistake("Your path runs backward. Reverse what you collect on the way back.")
def reversed_path(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations)
    return path[::-1], scores[-1].max()


@mistake("Your path has T - 1 states. It has one for each symbol, the first and the last included.",
         constants={"missing": ("first", "last")})
def one_state_short(log_start, log_transition, log_emission, observations, *, missing):
    scores, _, path = search(log_start, log_transition, log_emission, observations)
    return path[1:] if missing == "first" else path[:-1], scores[-1].max()


@mistake("You return the probability. Return its logarithm, which does not underflow.")
def probability(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations)
    return path, np.exp(scores[-1].max())


@mistake("You return the states as floats. Return ints.")
def float_states(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations)
    return [float(state) for state in path], scores[-1].max()


@mistake("You return the score first. Return (path, score).")
def swapped(log_start, log_transition, log_emission, observations):
    scores, _, path = search(log_start, log_transition, log_emission, observations)
    return scores[-1].max(), path


@mistake("You return only the path. Return (path, score).")
def path_alone(log_start, log_transition, log_emission, observations):
    return search(log_start, log_transition, log_emission, observations)[2]


@alternative
def with_whole_paths(log_start, log_transition, log_emission, observations):
    S = len(log_start)
    best = [(log_start[s] + log_emission[s, observations[0]], (s,)) for s in range(S)]
    for symbol in observations[1:]:
        longer = []
        for j in range(S):
            ways = [(best[i][0] + log_transition[i, j], -i) for i in range(S)]
            score, i = max(ways)[0], -max(ways)[1]
            longer.append((score + log_emission[j, symbol], (*best[i][1], j)))
        best = longer
    score, path = max(best, key=lambda each: each[0])
    return list(path), float(score)


@alternative
def without_stored_predecessors(log_start, log_transition, log_emission, observations):
    emitted = log_emission.T[observations]
    scores = np.zeros(emitted.shape)
    scores[0] = log_start + emitted[0]
    for t in range(1, len(emitted)):
        scores[t] = np.max(scores[t - 1] + log_transition.T, axis=1) + emitted[t]
    path = np.zeros(len(emitted), dtype=int)
    path[-1] = np.argmax(scores[-1])
    for t in range(len(emitted) - 2, -1, -1):
        path[t] = np.argmax(scores[t] + log_transition[:, path[t + 1]])
    return path, np.amax(scores[-1])


@alternative
def in_plain_loops(log_start, log_transition, log_emission, observations):
    S, T = len(log_start), len(observations)
    V, P = [[-np.inf] * S for _ in range(T)], [[0] * S for _ in range(T)]
    for s in range(S):
        V[0][s] = float(log_start[s] + log_emission[s][observations[0]])
    for t in range(1, T):
        for j in range(S):
            for i in range(S):
                score = V[t - 1][i] + float(log_transition[i][j])
                if score > V[t][j]:
                    V[t][j], P[t][j] = score, i
            V[t][j] += float(log_emission[j][observations[t]])
    state = V[-1].index(max(V[-1]))
    path = []
    for t in reversed(range(T)):
        path.insert(0, state)
        state = P[t][state]
    return [path, max(V[-1])]
