# WRONG: mean and deviation are computed anew after each replacement
import numpy as np
def clip_outliers(x,z):
    x=x.copy()
    for i in range(len(x)):
        if abs(x[i]-x.mean())>z*x.std(): x[i]=x.mean()
    return x
