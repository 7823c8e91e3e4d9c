import statistics as st
def bias_variance(predictions, y_true):
    cols = list(zip(*predictions.tolist()))
    b = st.fmean((st.fmean(c) - t) ** 2 for c, t in zip(cols, y_true.tolist()))
    return [b, st.fmean(st.pvariance(c) for c in cols)]
