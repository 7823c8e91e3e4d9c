# exercise: softmax
# outcome: error
# says: Too many open files
import os

kept = []


def softmax(x, axis=-1):
    while True:
        kept.append(os.dup(1))
