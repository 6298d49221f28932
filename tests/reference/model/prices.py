"""Benchmarks and market prices: model.md section 5, price effects of section 9."""

import math

from draws import NORMAL
from world import day


class Benchmark:
    """One price path; gbm and schwartz use u0 of block t to move from step t to t + 1."""

    def __init__(self, path, written):
        self.path, self.b = path, written
        self.kind = written["type"]
        if self.kind == "CurveBenchmark":
            self.points = [(day(p["date"]), math.log(p["price"])) for p in written["points"]]
            self.x = self._curve(path.world.steps[0])
        else:
            self.x = math.log(written["spot"])

    @property
    def price(self):
        return self.b["spot"] if self.kind == "ConstantBenchmark" else math.exp(self.x)

    def _curve(self, step):
        points = self.points
        if step.date <= points[0][0]:
            return points[0][1]
        for (d0, x0), (d1, x1) in zip(points, points[1:]):
            if step.date <= d1:
                return x0 + (x1 - x0) * ((step.date - d0).days / (d1 - d0).days)
        return points[-1][1]

    def advance(self, step):
        dt, b = step.dt, self.b
        if self.kind == "CurveBenchmark":
            following = step.index + 1
            if following < len(self.path.world.steps):
                self.x = self._curve(self.path.world.steps[following])
        elif self.kind == "GbmBenchmark":
            z = NORMAL.inv_cdf(self.path.draws.u0(b["stream"], step.index))
            self.x += (b["drift"] - b["volatility"] ** 2 / 2) * dt + b["volatility"] * math.sqrt(dt) * z
        elif self.kind == "SchwartzBenchmark":
            z = NORMAL.inv_cdf(self.path.draws.u0(b["stream"], step.index))
            kappa, theta = math.log(2) / b["halfLife"], math.log(b["longRun"])
            sd = b["volatility"] * math.sqrt(-math.expm1(-2 * kappa * dt) / (2 * kappa))
            self.x = theta + (self.x - theta) * math.exp(-kappa * dt) + sd * z


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
        discount = rule["discount"]
        discount += sum(f * e["shift"] for f, e in path.acting("DiscountEffect") if e["market"] == name)
        price = path.price_used[rule["benchmark"]] * (1 - discount) + rule["differential"]
    else:
        price = rule["level"]
        if rule["follows"] is not None:
            reference = path.spot[rule["follows"]] if rule["reference"] is None else rule["reference"]
            price *= (path.price_used[rule["follows"]] / reference) ** rule["elasticity"]
    return affected(path, name, max(rule["floor"], price))
