"""Benchmarks and market prices: model.md section 5, price effects of section 9, decisions 8 and 9."""

import math
from datetime import timedelta

from draws import NORMAL, Clock
from world import YEAR, day


def faded(kappa, years):
    """Integral of e^(-kappa s) over 0 to years."""
    return years if kappa == 0 else -math.expm1(-kappa * years) / kappa


class Benchmark:
    """One price path; `advance` moves it from step t to t + 1 with the step's movements of its Brownian motions."""

    #: Brownian motions: (name, kappa, volatility, which uniform of the step).
    motions = ()

    def __init__(self, path, written):
        self.path, self.b = path, written
        self.x = math.log(written["spot"])
        self.begin()

    @property
    def price(self):
        return self._bounded(self.unbounded())

    def unbounded(self):
        return math.exp(self.x)

    def _bounded(self, price):
        price = price if self.b["floor"] is None else max(self.b["floor"], price)
        return price if self.b["cap"] is None else min(self.b["cap"], price)

    def begin(self):
        pass

    def advance(self, step, moved):
        pass

    def normal(self, step):
        return NORMAL.inv_cdf(self.path.draws.of_step(self.b["stream"], step.index))


class Constant(Benchmark):
    def unbounded(self):
        return self.b["spot"]


class Curve(Benchmark):
    def __init__(self, path, written):
        self.path, self.b = path, written
        self.points = [(day(p["date"]), math.log(p["price"])) for p in written["points"]]
        self.x = self._at(path.world.steps[0])

    def _at(self, step):
        points = self.points
        if step.date <= points[0][0]:
            return points[0][1]
        for (d0, x0), (d1, x1) in zip(points, points[1:]):
            if step.date <= d1:
                return x0 + (x1 - x0) * ((step.date - d0).days / (d1 - d0).days)
        return points[-1][1]

    def advance(self, step, moved):
        following = step.index + 1
        if following < len(self.path.world.steps):
            self.x = self._at(self.path.world.steps[following])


class Jumps:
    """Compound-Poisson normal jumps of the log price; a jump fades at kappa until the step's end."""

    def __init__(self, path, written, stream, kappa):
        self.path, self.j, self.stream, self.kappa = path, written, stream, kappa
        self.clock = Clock(path.draws, stream)

    @property
    def growth(self):
        """What jumps add to the mean price a year."""
        return self.j["rate"] * math.expm1(self.j["mean"] + self.j["standardDeviation"] ** 2 / 2)

    def over(self, years):
        left, total = years, 0.0
        while self.clock.left <= self.j["rate"] * left:
            left -= self.clock.left / self.j["rate"]
            mark = NORMAL.inv_cdf(self.path.draws.u1(self.stream, self.clock.fire()))
            size = self.j["mean"] + self.j["standardDeviation"] * mark
            total += size * math.exp(-self.kappa * left)
        self.clock.left -= self.j["rate"] * left
        return total


class Diffusion(Benchmark):
    """gbm and schwartz, with jumps."""

    def begin(self):
        kappa = math.log(2) / self.b["halfLife"] if "halfLife" in self.b else 0.0
        self.motions = [(self.b["name"], kappa, self.b["volatility"], "of_step")]
        self.jumps = None
        if self.b["jumps"] is not None:
            self.jumps = Jumps(self.path, self.b["jumps"], f"{self.b['stream']}/jumps", kappa)

    def advance(self, step, moved):
        self.x = self.expected(step.dt) + moved[self.b["name"]]
        self.x += self.jumps.over(step.dt) if self.jumps else 0.0


class Gbm(Diffusion):
    def expected(self, dt):
        compensation = self.jumps.growth if self.jumps else 0.0
        return self.x + (self.b["drift"] - self.b["volatility"] ** 2 / 2 - compensation) * dt


class Schwartz(Diffusion):
    def expected(self, dt):
        theta = math.log(self.b["longRun"])
        return theta + (self.x - theta) * 2 ** (-dt / self.b["halfLife"])


class SchwartzSmith(Benchmark):
    def begin(self):
        name = self.b["name"]
        self.short = self.b["shortDeviation"]
        self.long = self.x - self.short
        self.motions = [
            (f"{name}.short", math.log(2) / self.b["halfLife"], self.b["shortVolatility"], "u0"),
            (f"{name}.long", 0.0, self.b["longVolatility"], "u1"),
        ]

    def advance(self, step, moved):
        name = self.b["name"]
        self.short = self.short * 2 ** (-step.dt / self.b["halfLife"]) + moved[f"{name}.short"]
        self.long += self.b["drift"] * step.dt + moved[f"{name}.long"]
        self.x = self.short + self.long


class Regimes(Benchmark):
    """Mean and variance over the spells of a step, then one normal."""

    def begin(self):
        self.sets = {s["name"]: s for s in self.b["sets"]}
        self.now = self.b["start"]
        self.clocks = {c["identity"]: Clock(self.path.draws, c["stream"]) for c in self.b["changes"]}

    def _spell(self, mean, variance, years):
        s = self.sets[self.now]
        if s["longRun"] is None:
            return mean + ((s["drift"] or 0.0) - s["volatility"] ** 2 / 2) * years, variance + s["volatility"] ** 2 * years
        kappa, theta = math.log(2) / s["halfLife"], math.log(s["longRun"])
        kept = math.exp(-kappa * years)
        return theta + kept * (mean - theta), kept**2 * variance + s["volatility"] ** 2 * faded(2 * kappa, years)

    def advance(self, step, moved):
        mean, variance, left = self.x, 0.0, step.dt
        while True:
            open_now = [c for c in sorted(self.b["changes"], key=lambda c: c["identity"]) if c["from"] == self.now]
            waits = {c["identity"]: self.clocks[c["identity"]].left / c["rate"] for c in open_now if c["rate"] > 0}
            first = min(waits, key=waits.get, default=None)
            spell = left if first is None or waits[first] > left else waits[first]
            fires = first is not None and waits[first] <= left
            mean, variance = self._spell(mean, variance, spell)
            for c in open_now:
                if not fires or c["identity"] != first:
                    self.clocks[c["identity"]].left = max(0.0, self.clocks[c["identity"]].left - c["rate"] * spell)
            if not fires:
                break
            left = max(0.0, left - spell)
            self.clocks[first].fire()
            self.now = next(c["to"] for c in open_now if c["identity"] == first)
        self.x = mean + math.sqrt(variance) * self.normal(step)


class Bootstrap(Benchmark):
    """The change that follows in the history, or one drawn anew where a block begins (decision 9)."""

    def begin(self):
        logs = [math.log(p) for p in self.b["history"]["pricesUsd"]]
        self.changes = [b - a for a, b in zip(logs, logs[1:])]
        self.daily = self.b["history"]["spacing"] == "Day"
        self.spacing = 7 / 5 / YEAR if self.daily else 1 / 12
        self.place = None

    def advance(self, step, moved):
        if self.daily and (step.date + timedelta(days=1)).weekday() >= 5:
            return
        where = self.path.draws.u0("price-blocks", step.index)
        whether = self.path.draws.u1("price-blocks", step.index)
        count = len(self.changes)
        begins = self.place is None or whether * self.b["blockLength"] < self.spacing
        self.place = int(where * count) if begins else (self.place + 1) % count
        self.x += self.changes[self.place]


KINDS = {
    "ConstantBenchmark": Constant,
    "CurveBenchmark": Curve,
    "GbmBenchmark": Gbm,
    "SchwartzBenchmark": Schwartz,
    "SchwartzSmithBenchmark": SchwartzSmith,
    "RegimesBenchmark": Regimes,
    "BootstrapBenchmark": Bootstrap,
}


class Benchmarks:
    """All benchmarks of a path, and the Brownian motions they share."""

    def __init__(self, path):
        world = path.world
        self.path = path
        self.of = {n: KINDS[b["type"]](path, b) for n, b in world.benchmarks.items()}
        self.motions = [(m, b.b["stream"]) for _, b in sorted(self.of.items()) for m in b.motions]
        self.rho = {}
        for c in world.price_correlations:
            self.rho[c["first"], c["second"]] = self.rho[c["second"], c["first"]] = c["value"]
        for name, b in self.of.items():
            if isinstance(b, SchwartzSmith):
                pair = f"{name}.short", f"{name}.long"
                self.rho[pair] = self.rho[pair[::-1]] = b.b["factorCorrelation"]

    def _covariance(self, i, j, dt):
        (a, ka, sa, _), (b, kb, sb, _) = self.motions[i][0], self.motions[j][0]
        return (1.0 if i == j else self.rho.get((a, b), 0.0)) * sa * sb * faded(ka + kb, dt)

    def _moved(self, step):
        """Lz with L the Cholesky factor of the covariance of the step."""
        lower, z, moved = [], [], {}
        for i, ((name, _, _, which), stream) in enumerate(self.motions):
            row = []
            for j in range(i):
                rest = self._covariance(i, j, step.dt) - sum(row[k] * lower[j][k] for k in range(j))
                row.append(rest / lower[j][j])
            row.append(math.sqrt(self._covariance(i, i, step.dt) - sum(x * x for x in row)))
            lower.append(row)
            z.append(NORMAL.inv_cdf(getattr(self.path.draws, which)(stream, step.index)))
            moved[name] = sum(x * y for x, y in zip(row, z))
        return moved

    def advance(self, step):
        moved = self._moved(step)
        for benchmark in self.of.values():
            benchmark.advance(step, moved)


class Wander:
    """A part of a market's price about its middle: x0 ~ N(0, sd^2), then an autoregression."""

    def __init__(self, path, stream, written):
        self.path, self.stream, self.w = path, stream, written
        self.x = written["standardDeviation"] * NORMAL.inv_cdf(path.draws.u0(f"{stream}/start"))

    def advance(self, step):
        a = 2 ** (-step.dt / self.w["halfLife"])
        z = NORMAL.inv_cdf(self.path.draws.of_step(self.stream, step.index))
        self.x = a * self.x + self.w["standardDeviation"] * math.sqrt(1 - a * a) * z


PARTS = {"discount": "discountWander", "differential": "differentialWander", "level": "levelWander"}


def wanders(path):
    """(market, part) -> Wander."""
    return {
        (name, part): Wander(path, f"wander/{name}.{part}", market["price"][key])
        for name, market in path.world.markets.items()
        for part, key in PARTS.items()
        if market["price"].get(key) is not None
    }


def part_of(path, name, part):
    """The discount, differential or level of a market, where it has wandered to."""
    value = path.world.markets[name]["price"][part]
    wander = path.wanders.get((name, part))
    if wander is None:
        return value
    if part == "level":
        return value * math.exp(wander.x)
    if part == "discount":
        return 1 / (1 + math.exp(-math.log(value / (1 - value)) - wander.x))
    return value + wander.x


def affected(path, name, x):
    """x <- x + f(min(cap, max(floor, factor x + shift)) - x)."""
    for share, e in path.acting("PriceEffect"):
        if e["object"] == name:
            y = x * (1.0 if e["factor"] is None else e["factor"]) + (e["shift"] or 0.0)
            y = y if e["floor"] is None else max(e["floor"], y)
            y = y if e["cap"] is None else min(e["cap"], y)
            x += share * (y - x)
    return x


def market_price(path, name):
    rule = path.world.markets[name]["price"]
    if rule["type"] == "LinkedPrice":
        discount = part_of(path, name, "discount")
        discount += sum(f * e["shift"] for f, e in path.acting("DiscountEffect") if e["market"] == name)
        price = path.price_used[rule["benchmark"]] * (1 - discount) + part_of(path, name, "differential")
    else:
        price = part_of(path, name, "level")
        if rule["follows"] is not None:
            reference = path.spot[rule["follows"]] if rule["reference"] is None else rule["reference"]
            price *= (path.price_used[rule["follows"]] / reference) ** rule["elasticity"]
    return affected(path, name, max(rule["floor"], price))
