# cuts between equal values, which no threshold separates
import numpy as np
def gradient_boosting(X_train, y_train, X, n_rounds, lr):
    F=np.full(len(y_train), np.mean(y_train)); G=np.full(len(X), np.mean(y_train))
    for k in range(n_rounds):
        r=y_train-F; best=None
        for j in range(X_train.shape[1]):
            o=np.argsort(X_train[:,j]); xs=X_train[o,j]; rs=r[o]
            for i in range(1,len(xs)):
                a,b=rs[:i].mean(),rs[i:].mean()
                e=((rs[:i]-a)**2).sum()+((rs[i:]-b)**2).sum()
                t=(xs[i-1]+xs[i])/2
                if best is None or e<best[0]-1e-12*(r@r): best=(e,j,t,a,b)
        if best is None: break
        _,j,t,a,b=best
        F+=lr*np.where(X_train[:,j]<=t,a,b); G+=lr*np.where(X[:,j]<=t,a,b)
    return G
