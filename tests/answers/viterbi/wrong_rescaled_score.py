# subtracts the largest score in each step and does not add it back
import numpy as np
def viterbi(log_start, log_transition, log_emission, observations):
    s=log_start+log_emission[:,observations[0]]; P=[]
    for o in observations[1:]:
        w=s[:,None]+log_transition; P.append(w.argmax(0)); s=w.max(0)+log_emission[:,o]
        s=s-s.max()
    path=[int(s.argmax())]
    for p in P[::-1]: path.append(int(p[path[-1]]))
    return path[::-1], float(s.max())
