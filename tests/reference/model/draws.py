"""Random streams and laws: model.md sections 3 and 4."""

import hashlib
import math
from statistics import NormalDist

MASK = 0xFFFFFFFF
NORMAL = NormalDist()
Z95 = 1.6448536269514722


def philox(counter, key):
    """Philox4x32-10 of four counter words and two key words."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & MASK, (p0 >> 32) ^ c3 ^ k1, p0 & MASK
        k0, k1 = (k0 + 0x9E3779B9) & MASK, (k1 + 0xBB67AE85) & MASK
    return c0, c1, c2, c3


class Draws:
    """The uniforms of one path."""

    def __init__(self, seed, path):
        self.key = (seed & MASK, seed >> 32)
        self.path = path

    def block(self, stream, n):
        number = int.from_bytes(hashlib.sha256(stream.encode("utf-8")).digest()[:8], "little")
        w = philox((self.path, n, number & MASK, number >> 32), self.key)
        return [((low | (high << 32)) >> 12) + 0.5 for low, high in ((w[0], w[1]), (w[2], w[3]))]

    def u0(self, stream, n=0):
        return self.block(stream, n)[0] * 2.0**-52

    def u1(self, stream, n=0):
        return self.block(stream, n)[1] * 2.0**-52

    def of_step(self, stream, t):
        """The uniform of step t of a process that takes one a step: half t mod 2 of block t div 2."""
        return self.block(stream, t // 2)[t % 2] * 2.0**-52

    def mark(self, stream, k, n):
        """Mark k of event n."""
        return self.u1(stream, n) if k == 1 else self.u0(f"{stream}/mark-{k}", n)

    def wait(self, stream, n):
        return -math.log(self.u0(stream, n))


class Clock:
    """Unit-exponential clock of a listed event; redrawn by its own event only."""

    def __init__(self, draws, stream, n=0):
        self.draws, self.stream, self.n = draws, stream, n
        self.left = draws.wait(stream, n)

    def fire(self):
        """The index of the event that happens; the next waiting time is drawn."""
        happened = self.n
        self.n += 1
        self.left = self.draws.wait(self.stream, self.n)
        return happened


def _cdf(law, x):
    kind = law["type"]
    if kind == "UniformLaw":
        low, high = law["low"], law["high"]
        return min(1.0, max(0.0, (x - low) / (high - low)))
    if kind == "TriangularLaw":
        a, m, b = law["low"], law["mode"], law["high"]
        if x <= a:
            return 0.0
        if x >= b:
            return 1.0
        return (x - a) ** 2 / ((b - a) * (m - a)) if x < m else 1 - (b - x) ** 2 / ((b - a) * (b - m))
    if kind == "NormalLaw":
        return NORMAL.cdf((x - law["mean"]) / law["standardDeviation"])
    if kind == "LogNormalLaw":
        return 0.0 if x <= 0 else NORMAL.cdf((math.log(x) - law["logMean"]) / law["logStandardDeviation"])
    if kind == "LogitNormalLaw":
        if x <= 0 or x >= 1:
            return 0.0 if x <= 0 else 1.0
        return NORMAL.cdf((math.log(x / (1 - x)) - law["logitMean"]) / law["logitStandardDeviation"])
    if kind == "DiscreteLaw":
        return sum(p for v, p in zip(law["values"], law["probabilities"]) if v <= x)
    raise ValueError(kind)


def _quantile(law, u):
    kind = law["type"]
    if kind == "UniformLaw":
        return law["low"] + u * (law["high"] - law["low"])
    if kind == "TriangularLaw":
        a, m, b = law["low"], law["mode"], law["high"]
        if u < (m - a) / (b - a):
            return a + math.sqrt(u * (b - a) * (m - a))
        return b - math.sqrt((1 - u) * (b - a) * (b - m))
    if kind == "NormalLaw":
        return law["mean"] + law["standardDeviation"] * NORMAL.inv_cdf(u)
    if kind == "LogNormalLaw":
        return math.exp(law["logMean"] + law["logStandardDeviation"] * NORMAL.inv_cdf(u))
    if kind == "LogitNormalLaw":
        x = math.exp(law["logitMean"] + law["logitStandardDeviation"] * NORMAL.inv_cdf(u))
        return x / (1 + x)
    if kind == "DiscreteLaw":
        total = 0.0
        for value, probability in zip(law["values"], law["probabilities"]):
            total += probability
            if total >= u:
                return value
        return law["values"][-1]
    raise ValueError(kind)


class EventLaw:
    """The law of every event of a key marked `each`; a certain law is one value."""

    def __init__(self, written):
        parts = written["parts"]
        shape = written["shape"]
        low, high = written["range"]["low"], written["range"]["high"]
        self.low = -math.inf if low is None else low
        self.high = math.inf if high is None else high
        if shape == "Fixed":
            self.law = written["law"]
        elif shape == "Certain":
            self.law = {"type": "CertainLaw", "value": parts[0]}
        elif shape == "LogNormalMedianP95":
            self.law = {"type": "LogNormalLaw", "logMean": math.log(parts[0])}
            self.law["logStandardDeviation"] = math.log(parts[1] / parts[0]) / Z95
        elif shape == "NormalMeanSd":
            self.law = {"type": "NormalLaw", "mean": parts[0], "standardDeviation": parts[1]}
        else:
            self.law = self._interval(*parts)

    def _interval(self, a, b):
        if self.high == 1.0 and self.low == 0.0:
            a, b = math.log(a / (1 - a)), math.log(b / (1 - b))
            return {"type": "LogitNormalLaw", "logitMean": (a + b) / 2, "logitStandardDeviation": (b - a) / 2 / Z95}
        if self.low == 0.0:
            a, b = math.log(a), math.log(b)
            return {"type": "LogNormalLaw", "logMean": (a + b) / 2, "logStandardDeviation": (b - a) / 2 / Z95}
        return {"type": "NormalLaw", "mean": (a + b) / 2, "standardDeviation": (b - a) / 2 / Z95}

    def _cut(self):
        below = 0.0 if self.low == -math.inf else _cdf(self.law, self.low)
        above = 1.0 if self.high == math.inf else _cdf(self.law, self.high)
        return below, above

    def value(self, u):
        if self.law["type"] == "CertainLaw":
            return self.law["value"]
        if self.law["type"] == "DiscreteLaw":
            return _quantile(self.law, u)
        below, above = self._cut()
        return _quantile(self.law, below + u * (above - below))

    def rest(self, age, u):
        """What is left of an event of this age: the quantile at F(age) + u(1 - F(age)), less the age."""
        if self.law["type"] == "CertainLaw":
            return self.law["value"] - age
        below, above = self._cut()
        if self.law["type"] == "DiscreteLaw":
            below, above = 0.0, 1.0
        f = (_cdf(self.law, age) - below) / (above - below)
        return self.value(f + u * (1 - f)) - age

    def length_biased(self, u):
        kind = self.law["type"]
        if kind == "CertainLaw":
            return self.law["value"]
        if kind == "LogNormalLaw":
            shifted = dict(self.law)
            shifted["logMean"] += self.law["logStandardDeviation"] ** 2
            return _quantile(shifted, u)
        if kind == "UniformLaw":
            a, b = self.law["low"], self.law["high"]
            return math.sqrt(a * a + u * (b * b - a * a))
        if kind == "DiscreteLaw":
            weights = [p * v for v, p in zip(self.law["values"], self.law["probabilities"])]
            biased = {"type": kind, "values": self.law["values"]}
            biased["probabilities"] = [w / sum(weights) for w in weights]
            return _quantile(biased, u)
        raise ValueError(kind)
