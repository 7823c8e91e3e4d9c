def repetition_penalty(logits, generated, penalty):
    """Plain Python."""
    scores = [float(v) for v in logits]
    for token in set(generated):
        if scores[token] > 0:
            scores[token] /= penalty
        else:
            scores[token] *= penalty
    return scores
