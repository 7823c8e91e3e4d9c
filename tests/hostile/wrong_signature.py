# exercise: softmax
# outcome: error
# says: parameters \(x, axis, temperature\)
def softmax(x, axis, temperature):
    return x
