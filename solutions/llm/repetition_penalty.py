"""The repetition penalty: always toward less likely, whatever the sign of the logit.

Dividing a negative logit by 2 would raise it. So the sign decides between division and multiplication. A mask marks
the tokens that occurred: it counts each once, and an empty list needs no special case.

O((V + number of tokens) log V) time, O(V) memory.
"""

import numpy as np


def repetition_penalty(logits, generated, penalty):
    """``logits`` (V,) with those of generated tokens divided, or multiplied where negative, by ``penalty``."""
    occurred = np.isin(np.arange(len(logits)), generated)
    penalized = np.where(logits > 0, logits / penalty, logits * penalty)
    return np.where(occurred, penalized, logits)


# What an interviewer asks next
#
# Does adding a constant to all logits change the effect? Yes, although it changes nothing in the softmax. A logit near
# 0 is hardly touched, a large one a lot, and where 0 lies is arbitrary. That is a flaw of the rule, not a feature.
#
# How do presence and frequency penalties differ? They subtract: a constant for every token that occurred, or a constant
# times its count. That does not depend on where 0 lies, and it lowers the odds by the same factor whatever the logit.
#
# What goes wrong with a strong penalty? Some tokens must repeat: spaces, articles, names, brackets in code. A strong
# penalty makes text avoid them and drift. A window of recent tokens, or blocking repeated n-grams, harms less.
#
# Does the prompt count? In many implementations it does. Then words of the question are avoided in the answer, which is
# rarely what is wanted, so it is worth knowing what the library does.
