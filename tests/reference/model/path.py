"""One path, step by step in the order of model.md section 1."""

import math
from collections import defaultdict

from control import Blockade, Control, Phases
from draws import Draws
from flows import Limits, Router, may_sell, reach_of_route
from interventions import Interventions
from money import Finance, Ledger
from passage import Charges
from prices import Benchmarks, affected, market_price, wanders
from production import Closures, Ramp, advance_conditions, advance_field, attacks, operator
from record import Record
from shutin import Causes


class Path:
    def __init__(self, world, seed, index):
        self.world = world
        self.draws = Draws(seed, index)
        self.step = world.steps[0]
        self.holder = {n: a["holder"] for n, a in world.areas.items()}
        self.phase = {n: t["startPhase"] for n, t in world.theatres.items()}
        for area in world.areas.values():
            self.phase.setdefault(area["theatre"], None)
        self.benchmarks, self.wanders = Benchmarks(self), wanders(self)
        self.spot = {n: b.price for n, b in self.benchmarks.of.items()}
        self.condition = {n: a[1]["condition"] for n, a in world.assets.items()}
        self.stock = {n: x["storage"]["stock"] for n, x in world.nodes.items() if x["storage"]}
        self.shut_until, self.remaining = {}, {f: 1.0 for f in world.fields}
        self.own_remaining = {f: 1.0 for f in world.fields}
        self.finances = {n: Finance(self, n) for n, a in world.actors.items() if a["finance"]}
        self.strength, self.pay = {}, {}
        self.gross_rate = {a: 0.0 for a in world.actors}
        self.interventions = Interventions(self)
        self.blockades = {i: Blockade(self, b) for i, b in world.blockades.items()}
        self.phases, self.control = Phases(self), Control(self)
        self.attacks = attacks(self)
        self.ramps = {f: Ramp(self, f) for f in world.fields}
        self.damage = defaultdict(float)
        self.burnt = 0.0
        self.record = Record(self)

    # What the parts ask of the path.

    def acting(self, kind):
        return self.interventions.acting(self.step, kind)

    def holding(self):
        return self.interventions.holding(self.step)

    def passing(self):
        return self.interventions.passing(self.step)

    def imposed(self, step):
        """(place, author, begin, end) of imposed blockades, years since the step's start."""
        for i in self.interventions.all:
            for imposed in i.imposed:
                begin, end = max(imposed.start, step.first), min(i.end, step.first + step.days)
                if begin < end and not imposed.is_lifted(imposed.start):
                    e = imposed.effect
                    yield e["place"], e["by"], (begin - step.first) / 365.25, (end - step.first) / 365.25

    def seller(self, field):
        return operator(self, field)

    def hit(self, target, damage, lost):
        kind, written, _ = self.world.assets[target]
        if kind == "tanks":
            node = target[: -len(".tanks")]
            self.burnt += self.stock[node] * damage
            self.stock[node] *= 1 - damage
        if self.world.owner_of(target) == "nobody":
            return
        self.damage[self.world.owner_of(target), target] += lost * (written["repairCost"] or 0.0)

    # The step.

    def run(self):
        for step in self.world.steps:
            self.step = step
            self._set_state(step)
            self._trade(step)
            self._advance(step)
        return self.record

    def _set_state(self, step):
        self.price = {n: b.price for n, b in self.benchmarks.of.items()}
        self.interventions.set_state(step)
        now = {f: operator(self, f) for f in self.world.fields}
        if step.index == 0:
            self.workforce = {f: self._first_workforce(f, now[f]) for f in now}
            self.own_workforce = {f: self._first_workforce(f, self.world.fields[f]["owner"]) for f in now}
        else:
            for f, who in now.items():
                if who != self.operators[f]:
                    self.workforce[f] *= self.world.actor_number(who, "retention", 1.0)
        self.operators = now

    def _first_workforce(self, f, who):
        given = self.world.fields[f]["workforce"]
        return self.world.actor_number(who, "skill", 1.0) if given is None else given

    def _trade(self, step):
        world = self.world
        self.price_used = {n: affected(self, n, p) for n, p in self.price.items()}
        self.market_price = {m: market_price(self, m) for m in world.markets}
        self.closures = Closures(self, step)
        self.sustainable = {
            n: f["capacity"] * self.condition[n] * self.workforce[n] * self.remaining[n]
            for n, f in world.fields.items()
        }
        self.reach = self._reach(step)
        self.available = {
            f: self.sustainable[f] * self.ramps[f].share(self.reach[f], step.days) for f in world.fields
        }
        ledger = Ledger(self)
        router = Router(self, step, self.available, ledger)
        self.causes = router.causes = Causes(self)
        router.run()
        ledger.settle(step)
        self.record.step(step, router, ledger)
        for actor, finance in self.finances.items():
            self.record.finance(step, actor, *finance.advance(step, ledger.net(actor)))
        self.next_gross_rate = {a: ledger.gross(a) / step.dt for a in world.actors}

    def _reach(self, step):
        limits = Limits(self)
        result = {}
        for f, field in self.world.fields.items():
            seller, total = self.seller(f), 0.0
            for route in self.world.routes:
                if f in route["fields"] and may_sell(self, seller, route["to"]):
                    if Charges(self, seller, route["via"]).passes:
                        total += reach_of_route(self, route, limits, step.days)
            q = self.sustainable[f]
            result[f] = self.closures.open[f] * (min(1.0, total / q) if q > 0 else 1.0)
        return result

    def _advance(self, step):
        world = self.world
        phase, holder = self.phases.advance(step), self.control.advance(step)
        condition = advance_conditions(self, step, self.closures, holder)
        for f in world.fields:
            advance_field(self, step, f, self.reach[f])
            field = world.fields[f]
            owner = world.actors[field["owner"]]
            self.own_workforce[f] = owner["skill"] + (self.own_workforce[f] - owner["skill"]) * math.exp(
                -step.dt / owner["retrainTime"]
            )
            self.own_remaining[f] *= math.exp(-(field["decline"] or 0.0) * step.dt)
        self.benchmarks.advance(step)
        for wander in self.wanders.values():
            wander.advance(step)
        self.phase, self.holder, self.condition = phase, holder, condition
        self.gross_rate = self.next_gross_rate
        self.record.after(step)
        self.strength.update(self.record.strength)
        self.pay.update(self.record.pay)
