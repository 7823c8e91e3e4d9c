# mistake: best_of_each_step
import torch


def viterbi(log_start, log_transition, log_emission, observations):
    scores = log_start + log_emission[:, observations[0]]
    path = [scores.argmax().item()]
    for symbol in observations[1:]:
        scores = (scores.unsqueeze(1) + log_transition).amax(dim=0) + log_emission[:, symbol]
        path.append(scores.argmax().item())
    return path, scores.max().item()
