# exercise: softmax
# outcome: error
# says: does not define softmax
globals()["soft\x1b[31mmax [bold]"] = lambda x: x
globals()["\ud800"] = lambda x: x
globals()[5] = lambda x: x
globals()["x" * 1_000_000] = lambda x: x
