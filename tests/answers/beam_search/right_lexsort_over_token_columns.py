from functools import reduce
import numpy as np


def beam_search(log_probs, beam_width):
    """np.lexsort over the token columns and the score."""
    steps = [np.asarray(m, dtype=np.float64) for m in log_probs]

    def advance(state, table):
        toks, score = state
        prev = toks[-1] if toks else np.array([0])
        V = table.shape[1]
        new_score = np.add(np.repeat(score, V), np.take(table, prev, axis=0).reshape(-1))
        cols = [np.repeat(c, V) for c in toks] + [np.tile(np.arange(V), score.size)]
        order = np.lexsort(tuple(cols[::-1]) + (-new_score,))[:beam_width]
        return [c[order] for c in cols], new_score[order]

    cols, scores = reduce(advance, steps, ([], np.zeros(1)))
    return [int(c[0]) for c in cols], scores[0]
