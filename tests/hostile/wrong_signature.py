# exercise: softmax
# outcome: error
# says: its parameters \(x, axis, temperature\) do not fit
def softmax(x, axis, temperature):
    return x
