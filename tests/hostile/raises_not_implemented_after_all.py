# exercise: softmax
# outcome: unfinished
def softmax(x, axis=-1):
    raise NotImplementedError("later")
