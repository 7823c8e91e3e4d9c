import numpy as np


def speculative_accept(p, q, tokens, rng):
    emitted = []
    for i in range(len(tokens)):
        t = int(tokens[i])
        u = float(rng.random())
        if u * float(q[i][t]) < float(p[i][t]):
            emitted.append(t)
            continue
        res = [max(float(a) - float(b), 0.0) for a, b in zip(p[i], q[i])]
        total = sum(res)
        if total <= 0.0:
            res = [float(a) for a in p[i]]
            total = sum(res)
        goal = float(rng.random()) * total
        acc = 0.0
        pick = None
        for v, w in enumerate(res):
            if w > 0.0:
                pick = v
                acc += w
                if goal < acc:
                    break
        emitted.append(pick)
        return emitted
    return emitted
