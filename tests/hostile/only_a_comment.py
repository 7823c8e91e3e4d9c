# exercise: softmax
# outcome: error
# says: does not define softmax
