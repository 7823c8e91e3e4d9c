# mistake: cut_for_each_sequence
import torch


def beam_search(log_probs, beam_width):
    beam = [([], 0.0)]
    for t in range(len(log_probs)):
        candidates = []
        for sequence, score in beam:
            previous = sequence[-1] if sequence else 0
            order = log_probs[t, previous].argsort(descending=True, stable=True)[:beam_width]
            candidates += [(sequence + [v.item()], score + log_probs[t, previous, v].item()) for v in order]
        beam = candidates
    return min(beam, key=lambda each: (-each[1], each[0]))
