"""Beam search: one cut over all extensions, the table of the right step, and ties by sequence.

Tied scores are sums of whole numbers, which every order of addition gives exactly.
"""

import itertools

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def table(T, V):
        logits = rng.normal(0.0, 1.5, size=(T, V, V))
        return logits - np.log(np.exp(logits).sum(axis=2, keepdims=True))

    def whole(T, V):
        return -rng.integers(1, 4, size=(T, V, V)).astype(float)

    yield Case("one token to choose from", np.full((2, 1, 1), -0.5), 1)
    yield Case("one step", np.array([[[-2.0, -1.0], [-0.5, -3.0]]]), 1)
    yield Case("one step, a wide beam", np.array([[[-2.0, -3.0], [-0.5, -3.0]]]), 5)
    late = np.array([[[-1.0, -1.5], [-9.0, -9.0]], [[-2.0, -2.5], [-0.25, -4.0]]])
    yield Case("a poor start that pays off, found", late, 2)
    yield Case("a poor start that pays off, cut", late, 1)
    later = np.array([[[-1.0, -2.0, -3.0]] * 3, [[-4.0, -5.0, -6.0], [-4.5, -5.5, -6.5], [-0.5, -1.0, -1.5]]])
    yield Case("the best sequence falls out of a beam of 2", later, 2)
    yield Case("the best sequence stays in a beam of 3", later, 3)
    same_end = np.array([[[-1.0, -1.5], [-1.0, -1.0]], [[-1.0, -3.0], [-1.0, -3.0]], [[-5.0, -6.0], [-0.25, -1.0]]])
    yield Case("both of the beam end in the same token", same_end, 2)
    one_parent = np.array([[[-1.0, -1.5, -9.0]] * 3, [[-1.0, -1.5, -9.0], [-9.0, -9.0, -2.5], [-9.0, -9.0, -9.0]],
                           [[-5.0, -6.0, -7.0], [-5.0, -6.0, -7.0], [-0.25, -1.0, -1.0]]])
    yield Case("both of the beam come from the same sequence", one_parent, 2)
    yield Case("all scores equal", np.full((3, 3, 3), -1.0), 2)
    yield Case("a tie at the end", np.array([[[-2.0, -1.0], [0.0, 0.0]], [[-5.0, -1.0], [-2.0, -4.0]]]), 2)
    yield Case("a tie where the beam is cut", np.array([[[-1.0, -1.0], [0.0, 0.0]], [[-3.0, -4.0], [-1.0, -2.0]]]), 1)
    cut = np.array([[[-2.0, -1.0], [0.0, 0.0]], [[-1.0, -9.0], [-2.0, -1.0]], [[-0.5, -2.0], [-5.0, -6.0]]])
    yield Case("a tie between children of different sequences", cut, 2)
    # float32 takes the two for a tie
    late = np.log([[[0.5, 0.5], [0.5, 0.5]], [[0.5 - 1e-9, 0.5 + 1e-9], [0.5, 0.5]]])
    yield Case("scores that differ in the ninth digit", late, 2).plain()
    for T, V, width in ((3, 2, 2), (4, 3, 2), (4, 3, 3), (5, 2, 3), (6, 3, 4), (4, 4, 2)):
        yield Case(f"whole numbers, {T} steps, {V} tokens, a beam of {width}", whole(T, V), width)
    for T, V, width in ((3, 3, 1), (5, 3, 2), (3, 4, 2), (6, 4, 3), (4, 2, 3), (5, 3, 4), (3, 2, 20)):
        yield Case(f"{T} steps, {V} tokens, a beam of {width}", table(T, V), beam_width=width)
    yield Case("a product of probabilities would underflow", table(4, 3) - 300.0, 2)
    wide = table(2, 300)
    wide[0, 0, 280] = wide[1, 280, 299] = -0.5
    yield Case("three hundred tokens", wide, 2).once()


def _search(log_probs, width, key=lambda each: (-each[1], each[0]), cut=None, first=(0,), at=lambda table, t: table[t]):
    beam = [((), 0.0)]
    for t in range(len(log_probs)):
        extensions = []
        for sequence, score in beam:
            for previous in sequence[-1:] or first:
                gains = at(log_probs, t)[previous]
                extensions += [((*sequence, j), score + float(gain)) for j, gain in enumerate(gains)]
        beam = sorted(extensions, key=key)[:width] if cut is None else cut(extensions, width)
    return beam


def _best(beam):
    sequence, score = min(beam, key=lambda each: (-each[1], each[0]))
    return list(sequence), score


@mistake("You follow a single sequence, the likeliest next token each time. A beam keeps beam_width different "
         "ones side by side (begin with one empty sequence, not with copies of it).")
def greedy(log_probs, beam_width):
    return _best(_search(log_probs, 1))


@mistake("You search all sequences. The task asks for what the beam finds, even where it cuts off the best one.")
def exhaustive(log_probs, beam_width):
    return _best(_search(log_probs, len(log_probs[0]) ** len(log_probs)))


@mistake("You keep the best beam_width extensions of each sequence. They compete all together, and only beam_width "
         "survive a step.")
def cut_for_each_sequence(log_probs, beam_width):
    def cut(extensions, width):
        groups = {}
        for each in sorted(extensions, key=lambda each: (-each[1], each[0])):
            groups.setdefault(each[0][:-1], []).append(each)
        return [each for group in groups.values() for each in group[:width]]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You keep only the best extension of each sequence. All extensions compete, and one sequence may supply "
         "several survivors.")
def one_child_each(log_probs, beam_width):
    def cut(extensions, width):
        if len(extensions[0][0]) == 1:
            return sorted(extensions, key=lambda each: (-each[1], each[0]))[:width]
        groups = {}
        for each in sorted(extensions, key=lambda each: (-each[1], each[0])):
            groups.setdefault(each[0][:-1], each)
        return list(groups.values())

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You keep one sequence for each last token, as Viterbi does. In a beam two sequences may end in the same "
         "token, and both take a place.")
def one_for_each_last_token(log_probs, beam_width):
    def cut(extensions, width):
        ends = {}
        for each in sorted(extensions, key=lambda each: (-each[1], each[0])):
            ends.setdefault(each[0][-1], each)
        return list(ends.values())[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("Among equal scores you leave the order in which the extensions were made. The lexicographically smaller "
         "sequence goes first: sort by (−score, sequence).")
def ties_as_they_come(log_probs, beam_width):
    sequence, score = _search(log_probs, beam_width, key=lambda each: -each[1])[0]
    return list(sequence), score


@mistake("Among equal scores you prefer the larger sequence, as reversing a sort of (score, sequence) does. The "
         "smaller one is asked for: sort by (−score, sequence).")
def ties_to_the_larger(log_probs, beam_width):
    def cut(extensions, width):
        return sorted(extensions, key=lambda each: each[::-1], reverse=True)[:width]

    sequence, score = _search(log_probs, beam_width, cut=cut)[0]
    return list(sequence), score


@mistake("Among equal scores you compare the last tokens alone. The whole sequences decide.")
def ties_by_the_last_token(log_probs, beam_width):
    sequence, score = _search(log_probs, beam_width, key=lambda each: (-each[1], each[0][-1]))[0]
    return list(sequence), score


@mistake("You cut the beam by the score of the newest token. The score of a sequence is the sum over all its tokens.")
def cut_by_the_newest_token(log_probs, beam_width):
    def cut(extensions, width):
        step = log_probs[len(extensions[0][0]) - 1]
        return sorted(extensions, key=lambda each: (-step[(0, *each[0])[-2]][each[0][-1]], each[0]))[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You let the first step begin after any token. It begins after token 0: log_probs[0, 0].")
def any_start(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, first=range(len(log_probs[0]))))


@mistake("You read the table as [t, next, previous]; it is [t, previous, next].")
def transposed(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, at=lambda table, t: table[t].T))


@mistake("You take the first step's table for every step; each step has its own, log_probs[t].")
def first_table_only(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, at=lambda table, t: table[0]))


@mistake("You always read the row of token 0. From the second step on, previous is the sequence's own last token.")
def previous_always_0(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, at=lambda table, t: np.tile(table[t][:1], (len(table[t]), 1))))


@mistake("You keep the least likely sequences: scores are logarithms of probabilities, and the highest is the best.")
def lowest(log_probs, beam_width):
    sequence, score = _search(log_probs, beam_width, key=lambda each: (each[1], each[0]))[0]
    return list(sequence), score


@mistake("You multiply the log-probabilities. Probabilities multiply, so their logarithms add.")
def multiplied(log_probs, beam_width):
    beam = [((), 1.0)]
    for step in log_probs:
        extensions = [((*sequence, j), score * float(gain)) for sequence, score in beam
                      for j, gain in enumerate(step[(0, *sequence)[-1]])]
        beam = sorted(extensions, key=lambda each: (-each[1], each[0]))[:beam_width]
    return list(beam[0][0]), beam[0][1]


@mistake("You divide the score by the length. All sequences have T tokens, and the sum itself is asked for.")
def mean_score(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return sequence, score / len(log_probs)


@mistake("You return the probability; the score is the sum of the logarithms.")
def probability(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return sequence, np.exp(score)


@mistake("Your sequence begins with the 0 that stands before it; only the T chosen tokens are asked for.")
def start_included(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return [0, *sequence], score


@mistake("You return the whole beam; only its best sequence is asked for, with its score.")
def whole_beam(log_probs, beam_width):
    return [(list(sequence), score) for sequence, score in _search(log_probs, beam_width)]


@mistake("You return the score first; the task asks for (sequence, score).")
def exchanged(log_probs, beam_width):
    return _best(_search(log_probs, beam_width))[::-1]


@alternative
def with_arrays(log_probs, beam_width):
    T, V, _ = log_probs.shape
    sequences, scores = np.zeros((1, 0), dtype=int), np.zeros(1)  # in lexicographic order throughout
    for t in range(T):
        last = sequences[:, -1] if t else np.zeros(1, dtype=int)
        flat = (scores[:, None] + log_probs[t][last]).ravel()
        kept = np.sort(np.argsort(-flat, kind="stable")[:beam_width])
        sequences, scores = np.column_stack([sequences[kept // V], kept % V]), flat[kept]
    return sequences[np.argmax(scores)], scores.max()


@alternative
def with_a_heap(log_probs, beam_width):
    import heapq

    beam = [(0.0, [])]
    for t in range(log_probs.shape[0]):
        options = ((cost - log_probs[t, (path or [0])[-1], j], [*path, j])
                   for cost, path in beam for j in range(log_probs.shape[2]))
        beam = heapq.nsmallest(beam_width, options)
    cost, path = min(beam)
    return [path, -cost]


@alternative
def by_rescoring_every_beginning(log_probs, beam_width):
    alive = [()]
    score = {(): np.float64(0.0)}
    for t, V in zip(range(len(log_probs)), itertools.repeat(log_probs.shape[1])):
        for path, token in itertools.product(alive, range(V)):
            score[(*path, token)] = score[path] + log_probs[t][path[-1] if t > 0 else 0][token]
        longest = sorted(path for path in score if len(path) == t + 1)
        alive = sorted(longest, key=score.get, reverse=True)[:beam_width]
    return alive[0], score[alive[0]]
