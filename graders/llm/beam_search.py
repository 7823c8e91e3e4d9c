"""Beam search: one cut over all extensions, the table of the right step, and ties by sequence.

Tied scores are sums of whole numbers, which every order of addition gives exactly.
"""

import itertools

import numpy as np

from mlprep.grading.api import Case, alternative, both, crashes_over, lacks, mistake, uses


def cases(rng):
    def table(T, V):
        logits = rng.normal(0.0, 1.5, size=(T, V, V))
        return logits - np.log(np.exp(logits).sum(axis=2, keepdims=True))

    def whole(T, V):
        return -rng.integers(1, 4, size=(T, V, V)).astype(float)

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
    for T, V, width in ((3, 3, 1), (5, 3, 2), (3, 4, 2), (6, 4, 3), (4, 3, 3), (5, 5, 4), (2, 20, 17)):
        yield Case(f"{T} steps, {V} tokens, a beam of {width}", table(T, V), beam_width=width)
    large = table(2, 300)
    large[0, 0, 280] = large[1, 280, 299] = -0.5
    yield Case("three hundred tokens", large, 2).once()
    yield Case("a single step", np.array([[[-2.0, -1.0], [-0.5, -3.0]]]), 1).edge("one step")
    yield Case("a single step, random", table(1, 5), 3).edge("one step")
    yield Case("one token to choose from", np.full((2, 1, 1), -0.5), 1).edge("one token")
    yield Case("a single step, a beam of 5", np.array([[[-2.0, -3.0], [-0.5, -3.0]]]), 5).edge("wide beam")
    yield Case("3 steps, 2 tokens, a beam of 20", table(3, 2), 20).edge("wide beam")
    yield Case("5 steps, 2 tokens, a beam of 3", table(5, 2), 3).edge("wide beam")
    yield Case("all scores equal", np.full((3, 3, 3), -1.0), 2).edge("ties")
    end = np.array([[[-2.0, -1.0], [0.0, 0.0]], [[-5.0, -1.0], [-2.0, -4.0]]])
    yield Case("a tie at the end", end, 2).edge("ties")
    cut = np.array([[[-1.0, -1.0], [0.0, 0.0]], [[-3.0, -4.0], [-1.0, -2.0]]])
    yield Case("a tie where the beam is cut", cut, 1).edge("ties")
    cut = np.array([[[-2.0, -1.0], [0.0, 0.0]], [[-1.0, -9.0], [-2.0, -1.0]], [[-0.5, -2.0], [-5.0, -6.0]]])
    yield Case("a tie between children of different sequences", cut, 2).edge("ties")
    for T, V, width in ((3, 2, 2), (4, 3, 2), (4, 3, 3), (5, 2, 2), (6, 4, 4), (4, 4, 2), (2, 20, 9)):
        yield Case(f"whole numbers, {T} steps, {V} tokens, a beam of {width}", whole(T, V), width).edge("ties")
    # a sort that is not stable changes the order of these
    blocks = np.full((2, 80, 80), -1.0)
    blocks[0, :, :40] = -2.0
    yield Case("forty equal ones behind forty others", blocks, 3).plain().edge("ties")
    # float32 takes the two for a tie
    near = np.log([[[0.5, 0.5], [0.5, 0.5]], [[0.5 - 1e-9, 0.5 + 1e-9], [0.5, 0.5]]])
    yield Case("scores that differ in the ninth digit", near, 2).plain().edge("ties")
    yield Case("a product that underflows", table(4, 3) - 300.0, 2).edge("tiny probabilities")


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


@mistake("You start from several copies of the empty sequence, so the beam fills up with the same sequence. Start "
         "from one empty sequence with score 0.", when=uses("beam_width"))
def copies_of_the_start(log_probs, beam_width):
    beam = [((), 0.0)] * beam_width
    for step in log_probs:
        extensions = [((*sequence, j), score + float(gain)) for sequence, score in beam
                      for j, gain in enumerate(step[(0, *sequence)[-1]])]
        beam = sorted(extensions, key=lambda each: (-each[1], each[0]))[:beam_width]
    return list(beam[0][0]), beam[0][1]


@mistake("You follow a single sequence and take the likeliest next token each time. Keep the beam_width best "
         "sequences side by side.")
def greedy(log_probs, beam_width):
    return _best(_search(log_probs, 1))


@mistake("You find the best of all sequences. Return what the beam finds, even if it cuts off the best one.")
def exhaustive(log_probs, beam_width):
    return _best(_search(log_probs, len(log_probs[0]) ** len(log_probs)))


@mistake("You keep the best beam_width extensions of each sequence. Let all extensions compete, and keep beam_width in "
         "all.")
def cut_for_each_sequence(log_probs, beam_width):
    def cut(extensions, width):
        groups = {}
        for each in sorted(extensions, key=lambda each: (-each[1], each[0])):
            groups.setdefault(each[0][:-1], []).append(each)
        return [each for group in groups.values() for each in group[:width]]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You keep only the best extension of each sequence. Let all extensions compete: one sequence may have several "
         "that are kept.")
def one_child_each(log_probs, beam_width):
    def cut(extensions, width):
        if len(extensions[0][0]) == 1:
            return sorted(extensions, key=lambda each: (-each[1], each[0]))[:width]
        groups = {}
        for each in sorted(extensions, key=lambda each: (-each[1], each[0])):
            groups.setdefault(each[0][:-1], each)
        return list(groups.values())

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You keep one sequence per last token. Two sequences of a beam may end in the same token, so keep both.")
def one_for_each_last_token(log_probs, beam_width):
    def cut(extensions, width):
        ends = {}
        for each in sorted(extensions, key=lambda each: (-each[1], each[0])):
            ends.setdefault(each[0][-1], each)
        return list(ends.values())[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You keep all V sequences after the first step. Cut the beam to beam_width there too.")
def first_step_not_cut(log_probs, beam_width):
    def cut(extensions, width):
        ranked = sorted(extensions, key=lambda each: (-each[1], each[0]))
        return ranked if len(ranked[0][0]) == 1 else ranked[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You cut the beam by the scores of the sequences before their extension. Rank the extensions by their own "
         "total score.")
def cut_by_the_old_score(log_probs, beam_width):
    beam = [((), 0.0, 0.0)]
    for step in log_probs:
        extensions = [((*sequence, j), score + float(gain), score) for sequence, score, _ in beam
                      for j, gain in enumerate(step[(0, *sequence)[-1]])]
        beam = sorted(extensions, key=lambda each: (-each[2], -each[1], each[0]))[:beam_width]
    return _best([each[:2] for each in beam])


@mistake("Among equal scores you keep the order in which the extensions were made. Prefer the lexicographically "
         "smaller sequence: sort by (-score, sequence).")
def ties_as_they_come(log_probs, beam_width):
    sequence, score = _search(log_probs, beam_width, key=lambda each: -each[1])[0]
    return list(sequence), score


@mistake("Among equal scores you prefer the larger sequence, as reversing a sort of (score, sequence) does. Prefer the "
         "smaller one: sort by (-score, sequence).")
def ties_to_the_larger(log_probs, beam_width):
    def cut(extensions, width):
        return sorted(extensions, key=lambda each: each[::-1], reverse=True)[:width]

    sequence, score = _search(log_probs, beam_width, cut=cut)[0]
    return list(sequence), score


@mistake("Among equal scores you keep the larger sequence where the beam is cut. Keep the smaller one there too: sort "
         "by (-score, sequence).")
def ties_to_the_larger_at_the_cut(log_probs, beam_width):
    def cut(extensions, width):
        return sorted(extensions, key=lambda each: each[::-1], reverse=True)[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("Among equal scores you compare only the last tokens. Compare the whole sequences.")
def ties_by_the_last_token(log_probs, beam_width):
    sequence, score = _search(log_probs, beam_width, key=lambda each: (-each[1], each[0][-1]))[0]
    return list(sequence), score


@mistake("You treat scores as equal that differ only in the ninth digit. Keep them in float64, without rounding.",
         constants={"dtype": ("float32", "float16")})
def rounded_scores(log_probs, beam_width, *, dtype):
    def cut(extensions, width):
        return sorted(extensions, key=lambda each: (-np.dtype(dtype).type(each[1]), each[0]))[:width]

    sequence, score = _search(log_probs, beam_width, cut=cut)[0]
    return list(sequence), float(np.dtype(dtype).type(score))


@mistake("You cut the beam by the score of the newest token. Add up the scores of all tokens of a sequence.")
def cut_by_the_newest_token(log_probs, beam_width):
    def cut(extensions, width):
        step = log_probs[len(extensions[0][0]) - 1]
        return sorted(extensions, key=lambda each: (-step[(0, *each[0])[-2]][each[0][-1]], each[0]))[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You let the first step begin after any token. Let it begin after token 0: log_probs[0, 0].")
def any_start(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, first=range(len(log_probs[0]))))


@mistake("You read the table as [t, next, previous]. It is [t, previous, next].", constants={"first": (0, 1)})
def transposed(log_probs, beam_width, *, first):
    return _best(_search(log_probs, beam_width, at=lambda table, t: table[t].T if t >= first else table[t]))


@mistake("You use the first step's table for every step. Use log_probs[t].")
def first_table_only(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, at=lambda table, t: table[0]))


@mistake("You always read the row of token 0. From the second step on, read the row of the sequence's own last token.")
def previous_always_0(log_probs, beam_width):
    return _best(_search(log_probs, beam_width, at=lambda table, t: np.tile(table[t][:1], (len(table[t]), 1))))


@mistake("You keep the sequences with the lowest scores. The scores are log-probabilities: the highest is the best.")
def lowest(log_probs, beam_width):
    sequence, score = _search(log_probs, beam_width, key=lambda each: (each[1], each[0]))[0]
    return list(sequence), score


@mistake("You multiply the log-probabilities. Add them.")
def multiplied(log_probs, beam_width):
    beam = [((), 1.0)]
    for step in log_probs:
        extensions = [((*sequence, j), score * float(gain)) for sequence, score in beam
                      for j, gain in enumerate(step[(0, *sequence)[-1]])]
        beam = sorted(extensions, key=lambda each: (-each[1], each[0]))[:beam_width]
    return list(beam[0][0]), beam[0][1]


@mistake("You multiply probabilities, and long products underflow to 0. Add the logarithms instead.", when=uses("exp"))
def probabilities_multiplied(log_probs, beam_width):
    beam = [((), 1.0)]
    for step in np.exp(log_probs):
        extensions = [((*sequence, j), score * float(gain)) for sequence, score in beam
                      for j, gain in enumerate(step[(0, *sequence)[-1]])]
        beam = sorted(extensions, key=lambda each: (-each[1], each[0]))[:beam_width]
    with np.errstate(divide="ignore"):
        return list(beam[0][0]), float(np.log(beam[0][1]))


@mistake("A partition fails with an index beyond the array. With fewer extensions than beam_width, keep all of them.",
         kind="crashed", when=both(uses("argpartition", "partition"), crashes_over("kth")))
def partitioned_out_of_bounds(log_probs, beam_width):
    def cut(extensions, width):
        scores = np.array([score for _, score in extensions])
        bar = -np.partition(-scores, width - 1)[width - 1]
        return sorted((each for each in extensions if each[1] >= bar), key=lambda each: (-each[1], each[0]))[:width]

    return _best(_search(log_probs, beam_width, cut=cut))


@mistake("You divide the score by the length. Return the sum, because all sequences have T tokens.")
def mean_score(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return sequence, score / len(log_probs)


@mistake("You return the probability. Return the sum of the logarithms.")
def probability(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return sequence, np.exp(score)


@mistake("Your sequence begins with the 0 that comes before it. Return only the T chosen tokens.")
def start_included(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return [0, *sequence], score


@mistake("You return the tokens as floats. Return ints.")
def float_tokens(log_probs, beam_width):
    sequence, score = _best(_search(log_probs, beam_width))
    return [float(token) for token in sequence], score


@mistake("You return the whole beam. Return only its best sequence, with its score.")
def whole_beam(log_probs, beam_width):
    return [(list(sequence), score) for sequence, score in _search(log_probs, beam_width)]


@mistake("NumPy's default sort does not keep equal scores in their order. Ask for a stable sort: kind=\"stable\".",
         when=both(uses("np.argsort"), lacks("kind=", "stable=")))
def unstable_sort(log_probs, beam_width):
    T, V, _ = log_probs.shape
    sequences, scores = np.zeros((1, 0), dtype=int), np.zeros(1)
    for t in range(T):
        last = sequences[:, -1] if t else np.zeros(1, dtype=int)
        flat = (scores[:, None] + log_probs[t][last]).ravel()
        kept = np.sort(np.argsort(-flat)[:beam_width])
        sequences, scores = np.column_stack([sequences[kept // V], kept % V]), flat[kept]
    return sequences[np.argmax(scores)].tolist(), scores.max()


@mistake("You return the score first. Return (sequence, score).")
def swapped(log_probs, beam_width):
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
