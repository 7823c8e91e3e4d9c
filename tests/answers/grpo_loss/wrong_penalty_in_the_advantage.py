# the KL penalty is subtracted from the advantages, inside the minimum
import numpy as np
def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    m = mask.astype(bool)
    A = ((rewards-rewards.mean())/(rewards.std()+1e-8))[:,None]
    r = np.exp(np.where(m,logp-old_logp,0)); d=np.where(m,ref_logp-logp,0)
    kl=np.exp(d)-d-1
    g = np.minimum(r*(A-beta*kl),np.clip(r,1-clip,1+clip)*(A-beta*kl))
    return -((g*m).sum(1)/m.sum(1)).mean()
