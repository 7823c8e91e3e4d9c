# uses the value of the same action in the next state
def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    out = Q.copy()
    future = 0.0 if done else Q[next_state, action]
    out[state, action] += alpha * (reward + gamma * future - Q[state, action])
    return out
