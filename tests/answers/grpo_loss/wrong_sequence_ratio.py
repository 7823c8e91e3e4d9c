# one ratio per completion, the geometric mean of its tokens
import numpy as np
def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    m = mask.astype(bool)
    A = (rewards-rewards.mean())[:,None]/(rewards.std()+1e-8)
    r = np.exp((np.where(m,logp-old_logp,0)).sum(1,keepdims=True)/m.sum(1,keepdims=True)); d=np.where(m,ref_logp-logp,0)
    kl=np.exp(d)-d-1
    l = -np.minimum(r*A,np.clip(r,1-clip,1+clip)*A)+beta*kl
    return ((l*m).sum(1)/m.sum(1)).mean()
