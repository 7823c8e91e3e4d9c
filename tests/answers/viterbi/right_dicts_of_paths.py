def viterbi(log_start, log_transition, log_emission, observations):
    states = range(len(log_start))
    V = {s: float(log_start[s]) + float(log_emission[s, observations[0]]) for s in states}
    path = {s: [s] for s in states}
    for o in observations[1:]:
        new_V, new_path = {}, {}
        for s in states:
            best_prev, best = 0, float("-inf")
            for p in states:
                v = V[p] + float(log_transition[p, s])
                if v > best:
                    best_prev, best = p, v
            new_V[s] = best + float(log_emission[s, o])
            new_path[s] = path[best_prev] + [s]
        V, path = new_V, new_path
    end = min(states, key=lambda s: (-V[s], s))
    return path[end], V[end]
