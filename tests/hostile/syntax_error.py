# exercise: softmax
# outcome: error
# says: SyntaxError: .*'\(' was never closed
# caret: return (x
def softmax(x, axis=-1):
    return (x
