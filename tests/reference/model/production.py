"""Damage, closures, upkeep and output: model.md section 7."""

import math

from draws import Clock, EventLaw
from hazards import driven, scaled
from passage import policy


def operator(path, place):
    """Holder of the area where he sells for himself, else the legal owner."""
    holder = path.holder[path.world.area_of(place)]
    return holder if path.world.sells_for_itself(holder) else path.world.owner_of(place)


def union(intervals):
    """Length of a union of intervals."""
    total, reach = 0.0, -math.inf
    for begin, end in sorted(intervals):
        begin = max(begin, reach)
        if end > begin:
            total += end - begin
            reach = end
    return total


class Closures:
    """Shares of one step for which places are open: in all, of blockades alone, of blockades by their holder."""

    def __init__(self, path, step):
        self.path, dt = path, step.dt
        blocked = {p: [] for p in path.world.assets}
        for blockade in path.blockades.values():
            for places, begin, end in blockade.intervals(step):
                for p in places:
                    blocked[p].append((begin, end, blockade.b["by"]))
        for place, by, begin, end in path.imposed(step):
            blocked[place].append((begin, end, by))
        self.open, self.unblocked, self.holder_open = {}, {}, {}
        for p, found in blocked.items():
            shut = min(dt, max(0.0, path.shut_until.get(p, -math.inf) - step.start))
            spans = [(b, e) for b, e, _ in found]
            holder = path.holder[path.world.area_of(p)]
            self.unblocked[p] = 1 - union(spans) / dt
            self.open[p] = 1 - union(spans + [(0.0, shut)]) / dt
            self.holder_open[p] = 1 - union([(b, e) for b, e, by in found if by == holder]) / dt


class Attack:
    """One clock of an attack or a strike."""

    def __init__(self, path, written, targets, stream, strike):
        self.path, self.a, self.strike = path, written, strike
        self.targets = sorted(targets)
        self.stream = stream
        self.clock = Clock(path.draws, stream)
        self.damage = EventLaw(written["damage"])
        self.shuts = None if written["shuts"] is None else EventLaw(written["shuts"])
        self.excitement = 0.0

    def eligible(self):
        path = self.path

        def may(target):
            holder = path.holder[path.world.area_of(target)]
            return holder == self.a["on"] if self.strike else self.a["own"] or holder != self.a["by"]

        return [t for t in self.targets if may(t)]

    def spending(self, step):
        """What the clock spends in this step."""
        path = self.path
        if self.strike:
            share = sum(f for f, e in path.acting("StrikeEffect") if e is self.a)
            return self.a["rate"] * share * step.dt
        area = path.world.area_of(self.targets[0])
        rate = driven(path, self.a["drivers"], self.a["rate"], area, self.a["by"], path.holder[area])
        spent = rate * scaled(path, [("AttacksBy", self.a["by"])]) * step.dt
        if self.a["clustering"] is not None:
            adds, fades = self.a["clustering"]["adds"], self.a["clustering"]["fades"]
            spent += adds * self.excitement * (1 - math.exp(-step.dt / fades))
        return spent

    def weight(self, target):
        """Capacity; tanks weigh as their terminal."""
        return self.path.world.assets[target][2]["capacity"]

    def choose(self, eligible, u):
        weights = [self.weight(t) for t in eligible]
        largest = max((w for w in weights if w is not None), default=0.0)
        weights = [1.0 if largest == 0 else largest if w is None else w for w in weights]
        total = 0.0
        for target, w in zip(eligible, weights):
            total += w
            if total >= u * sum(weights):
                return target
        return eligible[-1]

    def advance(self, step):
        eligible = self.eligible()
        hits = []
        spent = self.spending(step) if eligible else 0.0
        if spent > 0:
            while self.clock.left <= spent:
                spent -= self.clock.left
                n = self.clock.fire()
                hits.append(self._hit(n, eligible))
            self.clock.left -= spent
        if not self.strike and self.a["clustering"] is not None:
            self.excitement *= math.exp(-step.dt / self.a["clustering"]["fades"])
            self.excitement += len(hits)
        return hits

    def _hit(self, n, eligible):
        draws = self.path.draws
        target = eligible[0]
        if not self.a["each"]:
            target = self.choose(eligible, draws.mark(self.stream, 2, n))
        shut = None if self.shuts is None else self.shuts.value(draws.mark(self.stream, 3, n))
        return target, self.damage.value(draws.mark(self.stream, 1, n)), shut


def attacks(path):
    result = []
    for a in path.world.attacks.values():
        if a["each"]:
            result += [Attack(path, a, [t], f"{a['stream']}@{t}", False) for t in sorted(a["targets"])]
        else:
            result.append(Attack(path, a, a["targets"], a["stream"], False))
    for i in path.world.interventions.values():
        for e in i["effects"]:
            if e["type"] == "StrikeEffect":
                targets = e["targets"] or list(path.world.assets)
                if e["each"]:
                    result += [Attack(path, e, [t], f"{e['stream']}@{t}", True) for t in sorted(targets)]
                else:
                    result.append(Attack(path, e, targets, e["stream"], True))
    return result


def advance_conditions(path, step, closures, holders):
    """Repair, then hits; returns the conditions after and books damage and burnt stock."""
    world, after = path.world, dict(path.condition)
    for place, (kind, written, site) in world.assets.items():
        if written["repairTime"] is None:
            continue
        who, holder = operator(path, place), path.holder[world.area_of(place)]
        rule = policy(path, holder, who, site["name"]) if who != "nobody" else None
        access = 0.0 if rule is not None and rule.blocks else closures.holder_open[place]
        speed = world.actor_number(who, "capability", 1.0)
        healed = -math.expm1(-speed * access * step.dt / written["repairTime"])
        after[place] += (1 - after[place]) * healed  # 1 - (1 - c)e^(-x), without rounding a tiny c away
    for attack in path.attacks:
        for target, damage, shut in attack.advance(step):
            before = after[target]
            after[target] = before * (1 - damage)
            path.hit(target, damage, before - after[target])
            if shut is not None and world.assets[target][0] != "tanks":  # nothing passes tanks
                until = (step.first + step.days) / 365.25 + shut
                path.shut_until[target] = max(path.shut_until.get(target, -math.inf), until)
    return after


def advance_field(path, step, name, reach):
    """Workforce and decline of a field to the next step."""
    f, world = path.world.fields[name], path.world
    who = operator(path, name)
    skill = world.actor_number(who, "skill", 1.0)
    retrain = world.actors[who]["retrainTime"]
    path.workforce[name] = skill + (path.workforce[name] - skill) * math.exp(-step.dt / retrain)
    upkeep = world.actor_number(who, "upkeep", 1.0)
    rate = (f["decline"] or 0) + (f["neglect"] or 0) * (1 - upkeep) + (f["shutInLoss"] or 0) * (1 - reach)
    path.remaining[name] *= math.exp(-rate * step.dt)


class Ramp:
    """Restart of a field after an outage: r, L (days), tau (days), the reach of the step before."""

    def __init__(self, path, name):
        f = path.world.fields[name]
        self.restart = f["restart"]
        if self.restart is None:
            self.restart = 0.105 + (0.132 - 0.105) * path.draws.u0(f"quantity/fields.{name}.restart")
        self.outage = self._outage(path, name, f)
        self.r = 0.0 if self.outage > 0 else 1.0
        self.reach = self.r
        self.tau = None

    @staticmethod
    def _outage(path, name, f):
        if f["shutSince"] is not None:
            return max(0.0, -path.world.days_since_start(f["shutSince"]))
        first = next((r for r in path.world.routes if name in r["fields"]), None)
        way = {name} | set(first["via"] if first else [])
        since = [
            -path.world.days_since_start(b["activeSince"])
            for b in path.world.blockades.values()
            if b["activeSince"] is not None and way & set(b["at"])
        ]
        return max(since, default=0.0)

    def share(self, reach, days):
        """r-bar of this step; r, L and tau move on."""
        if reach > self.reach + 1e-9:
            self.tau = max(2.0, self.restart * self.outage)
        self.r = min(self.r, reach)
        share = reach
        if self.tau is not None:
            mean = 1 - (1 - self.r) * (self.tau / days) * (1 - math.exp(-days / self.tau))
            share = min(reach, mean)
            self.r = min(reach, 1 - (1 - self.r) * math.exp(-days / self.tau))
        if self.r >= 0.99:
            self.outage = 0.0
        elif reach < 0.5:
            self.outage += (1 - reach) * days
        self.reach = reach
        return share
