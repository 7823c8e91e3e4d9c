import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    obs = np.asarray(observations)
    score = np.add(log_start, log_emission[:, obs[0]])
    pointers = np.zeros((len(obs), len(log_start)), dtype=np.int64)
    for t in range(1, obs.size):
        table = score[:, np.newaxis] + log_transition + log_emission[:, obs[t]][np.newaxis, :]
        pointers[t] = table.argmax(0)
        score = table.max(0)
    s = score.argmax()
    out = [s]
    for t in range(obs.size - 1, 0, -1):
        s = pointers[t, s]
        out.insert(0, s)
    return out, score.max()
