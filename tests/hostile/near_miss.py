# exercise: softmax
# outcome: error
# says: is it soft_max\?
def soft_max(x, axis=-1):
    return x
