import numpy as np


class TemperatureError(ValueError):
    pass


def temperature_softmax(logits, temperature):
    x = np.asarray(logits, dtype=np.float64)
    match float(np.sign(temperature)):
        case -1.0:
            raise TemperatureError("temperature < 0")
        case 0.0:
            return np.eye(1, x.size, int(x.argmax()))[0]
        case _:
            with np.errstate(over="ignore"):
                z = np.divide(x - x.max(), temperature)
            return np.exp(z - np.logaddexp.reduce(z))
