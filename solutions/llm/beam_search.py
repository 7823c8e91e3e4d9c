"""Beam search over whole sequences, ordered by (-score, sequence).

That one key cuts the beam at the right place and settles ties, because Python compares tuples element by element. All
extensions compete with each other, whichever sequence they come from. So a sequence with a poor first step can
overtake, and that is what sets a beam apart from a greedy choice.

O(T W V log(W V)) comparisons for a beam of W.
"""


def beam_search(log_probs, beam_width):
    """The best sequence that the beam finds, and its score."""
    beam = [((), 0.0)]
    for step in log_probs.tolist():  # [previous][next]
        extensions = []
        for sequence, score in beam:
            gains = step[sequence[-1] if sequence else 0]
            extensions += [((*sequence, token), score + gain) for token, gain in enumerate(gains)]
        extensions.sort(key=lambda each: (-each[1], each[0]))
        beam = extensions[:beam_width]
    sequence, score = beam[0]
    return list(sequence), score


# What an interviewer asks next
#
# Is the result the most likely sequence? Not in general: its beginning may have been cut. Here, where a score depends
# only on the previous token, Viterbi finds the best one exactly, in O(T V²), by keeping the best sequence for each
# last token. A language model depends on all tokens, so no two sequences can be merged.
#
# What changes when sequences may end early? Finished ones leave the beam and are kept, and scores must become
# comparable: every token lowers the sum, so plain sums favor short answers. Dividing by a power of the length is usual.
#
# How is it done on an accelerator? As arrays: (W, V) scores, one top-k over the flattened array, and the parent of
# each survivor by integer division by V, with which the key-value cache is reordered.
#
# Why do chat models sample instead? The likeliest texts are dull and repeat themselves. A beam works best where one
# answer is right, as in translation.
