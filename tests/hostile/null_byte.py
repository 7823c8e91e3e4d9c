# exercise: softmax
# outcome: error
# says: null bytes
# Here the test puts a null byte: @null@
def softmax(x, axis=-1):
    return x
