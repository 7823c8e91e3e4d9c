from collections import namedtuple
import numpy as np

Node = namedtuple("Node", "score rank token parent")


def beam_search(log_probs, beam_width):
    """Back pointers; `rank` is the lexicographic place of a beam among the survivors."""
    layer = [Node(0.0, 0, 0, None)]
    for t in range(np.shape(log_probs)[0]):
        cand = []
        for node in layer:
            for v, lp in enumerate(log_probs[t, node.token, :]):
                cand.append((-(node.score + float(lp)), node.rank, v, node))
        cand = sorted(cand, key=lambda c: c[:3])[:beam_width]
        lex = sorted(range(len(cand)), key=lambda i: (cand[i][1], cand[i][2]))
        place = {i: r for r, i in enumerate(lex)}
        layer = [Node(-c[0], place[i], c[2], c[3]) for i, c in enumerate(cand)]
    node = layer[0]
    score, out = node.score, []
    while node.parent is not None:
        out.append(node.token)
        node = node.parent
    return out[::-1], score
