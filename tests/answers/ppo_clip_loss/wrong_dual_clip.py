# limits what a bad token costs, as dual-clip PPO does
import numpy as np
def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    m = mask.astype(bool)
    r = np.exp(logp[m]-old_logp[m]); a = advantages[m]
    dual = np.minimum(r*a, np.clip(r, 1-clip, 1+clip)*a)
    return -np.where(a<0, np.maximum(dual, 3.0*a), dual).mean()
