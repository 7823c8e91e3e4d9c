import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    T, S = len(observations), len(log_start)
    delta = np.full((T, S), -np.inf)
    psi = np.zeros((T, S), dtype=int)
    delta[0] = log_start + log_emission[:, observations[0]]
    for t in range(1, T):
        for j in range(S):
            cand = delta[t - 1] + log_transition[:, j]
            psi[t, j] = np.argmax(cand)
            delta[t, j] = cand[psi[t, j]] + log_emission[j, observations[t]]
    path = np.zeros(T, dtype=int)
    path[T - 1] = np.argmax(delta[T - 1])
    for t in range(T - 2, -1, -1):
        path[t] = psi[t + 1, path[t + 1]]
    return path, delta[T - 1].max()


