# exercise: softmax
# outcome: error
# says: IndentationError
def softmax(x, axis=-1):
return x
