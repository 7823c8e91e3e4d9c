# exercise: train_val_test_split
# ways: key, keys, list
# outcome: failed error
# What is wrong is said in a sentence, however much of it there is.
def train_val_test_split(*args, **kwargs):
    return {
        "key": {"x" * 200_000: 1.0},
        "keys": {f"{i} " * 1000: i for i in range(100)},
        "list": ["x" * 1000] * 100,
    }["@way@"]
