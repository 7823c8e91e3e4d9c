# max over pairs (score, state) prefers the higher state
def viterbi(log_start, log_transition, log_emission, observations):
    S = range(len(log_start))
    V = [[log_start[s] + log_emission[s, observations[0]] for s in S]]
    back = []
    for o in observations[1:]:
        row, ptr = [], []
        for j in S:
            v, i = max((V[-1][i] + log_transition[i, j], i) for i in S)
            row.append(v + log_emission[j, o])
            ptr.append(i)
        V.append(row)
        back.append(ptr)
    score, s = max((v, s) for s, v in enumerate(V[-1]))
    path = [s]
    for ptr in reversed(back):
        path.append(ptr[path[-1]])
    return path[::-1], score
