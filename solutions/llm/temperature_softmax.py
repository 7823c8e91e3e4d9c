"""Softmax with a temperature: shift first, then divide.

Dividing by a small temperature makes large scores larger still, so the shift by the maximum matters here even more
than in a plain softmax. Shift before you divide: then only numbers up to 0 grow, and those can only underflow.
Temperature 0 needs its own branch: 0 / 0 has no value, and the limit would share the probability among equal scores,
while greedy decoding picks one.

O(V) time and memory.
"""

import numpy as np


def temperature_softmax(logits, temperature):
    """Probabilities (V,) of ``logits`` (V,) at this temperature; at 0, all on the first largest score."""
    if temperature < 0:
        raise ValueError("the temperature must not be negative")
    if temperature == 0:
        return np.eye(len(logits))[np.argmax(logits)]
    exps = np.exp((logits - np.max(logits)) / temperature)
    return exps / np.sum(exps)


# What an interviewer asks next
#
# What happens at a very large temperature? All quotients go to 0, and the distribution becomes uniform, for any finite
# logits.
#
# Does temperature change which token is the most likely? No, nor the order of any two tokens: it only changes by how
# much they differ. That is why top-k keeps the same tokens at every temperature, while top-p does not.
#
# What is temperature scaling in calibration? One temperature, fitted on held-out data, makes a classifier's
# confidence match its accuracy. The predicted classes stay the same.
