# WRONG: keeps the shorter windows at the end
import numpy as np
def sliding_windows(x,size,stride):
    if size>len(x): raise ValueError
    return [x[i:i+size] for i in range(0,len(x),stride)]
