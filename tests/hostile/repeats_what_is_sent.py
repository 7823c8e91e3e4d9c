# exercise: softmax
# ways: twice, last_one_again, first_one_always, swapped, dropped
# outcome: error timeout
# limit: 2
# A right answer whose replies are meddled with on their way: the check cannot count.
import os

import numpy as np

write, sent = os.write, []


def meddle(descriptor, data):
    data = bytes(data)
    if descriptor < 3:
        return write(descriptor, data)
    sent.append(data)
    if "@way@" == "twice":
        write(descriptor, data)
        write(descriptor, data)
    elif "@way@" == "last_one_again":
        write(descriptor, sent[-2] if len(sent) > 2 else data)
    elif "@way@" == "first_one_always":
        write(descriptor, sent[1] if len(sent) > 2 else data)
    elif "@way@" == "swapped":
        if len(sent) % 2 == 1:
            write(descriptor, data)
            if len(sent) > 2:
                write(descriptor, sent[-2])
    elif len(sent) < 5:
        write(descriptor, data)
    return len(data)


def softmax(x, axis=-1):
    os.write = meddle
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
