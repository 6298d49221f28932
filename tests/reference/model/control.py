"""Clocks, phases, control of areas and blockades: model.md sections 4 and 6."""

import math

from draws import Clock, EventLaw
from hazards import change_rate, driven, phase_rate, scaled


def run_clocks(dt, applicable, fire):
    """Random time change within one step: `applicable()` lists (identity, clock, rate), `fire(identity, s)` acts."""
    s = 0.0
    for _ in range(1001):
        now = [(identity, clock, rate) for identity, clock, rate in applicable() if rate > 0]
        if not now:
            return
        identity, clock, rate = min(now, key=lambda x: (x[1].left / x[2], x[0]))
        if clock.left > rate * (dt - s):
            for _, other, r in now:
                other.left = max(0.0, other.left - r * (dt - s))
            return
        wait = clock.left / rate
        for _, other, r in now:
            if other is not clock:
                other.left = max(0.0, other.left - r * wait)
        s += wait
        fire(identity, s)
    raise RuntimeError("more than 1,000 events in a step")


class Phases:
    """The phase of every theatre."""

    def __init__(self, path):
        self.path = path
        self.clocks = {
            (name, c["identity"]): Clock(path.draws, c["stream"])
            for name, theatre in path.world.theatres.items()
            for c in theatre["changes"]
        }

    def advance(self, step):
        path, after = self.path, dict(self.path.phase)
        for name, theatre in path.world.theatres.items():
            changes = {c["identity"]: c for c in theatre["changes"]}
            rates = {i: phase_rate(path, name, c) for i, c in changes.items()}

            def applicable():
                return [
                    (i, self.clocks[name, i], rates[i]) for i, c in changes.items() if c["from"] == after[name]
                ]

            def fire(i, s):
                self.clocks[name, i].fire()
                after[name] = changes[i]["to"]

            run_clocks(step.dt, applicable, fire)
        return after


class Control:
    """Who holds every area."""

    def __init__(self, path):
        self.path = path
        self.changes = {
            f"{a}/{c['identity']}": (a, c) for a, area in path.world.areas.items() for c in area["changes"]
        }
        self.clocks = {i: Clock(path.draws, c["stream"]) for i, (_, c) in self.changes.items()}
        self.until = {}  # identity of a stabilising change -> years since the start
        self.components = self._components()

    def _components(self):
        component = {a: {a} for a in self.path.world.areas}
        for area, change in self.changes.values():
            for other in change["takesWith"]:
                if component[other] is not component[area]:
                    component[area] |= component[other]
                    for member in component[other]:
                        component[member] = component[area]
        unique = []
        for members in component.values():
            if members not in unique:
                unique.append(members)
        return unique

    def advance(self, step):
        path, after = self.path, dict(self.path.holder)
        rates = {i: change_rate(path, a, c) for i, (a, c) in self.changes.items()}
        calm = {}
        for i, until in self.until.items():
            share = min(1.0, max(0.0, (until - step.start) / step.dt))
            calm[i] = 1 + share * (self.changes[i][1]["stabilisedRatio"] - 1)

        def rate(i):
            area = self.changes[i][0]
            result = rates[i]
            for j, ratio in calm.items():
                if self.changes[j][0] == area:
                    result *= ratio
            return result

        def fire(i, s):
            area, change = self.changes[i]
            self.clocks[i].fire()
            after[area] = change["to"]
            for other in change["takesWith"]:
                if after[other] == change["from"]:
                    after[other] = change["to"]
            if change["stabilisedRatio"] is not None:
                self.until[i] = step.start + s + change["stabilisedFor"]
                calm[i] = change["stabilisedRatio"]

        for members in self.components:
            inside = [i for i, (a, _) in self.changes.items() if a in members]

            def applicable():
                return [
                    (i, self.clocks[i], rate(i))
                    for i in inside
                    if after[self.changes[i][0]] == self.changes[i][1]["from"]
                ]

            run_clocks(step.dt, applicable, fire)
        return after


class Blockade:
    """One listed blockade: the end of the one that runs, the places it closes, the clock of the next."""

    def __init__(self, path, written):
        self.path, self.b = path, written
        self.law = EventLaw(written["lasts"])
        self.end = -math.inf
        self.not_before = -math.inf
        self.closes = set()
        stream = written["stream"]
        running = written["activeSince"] is not None or written["activeAtStart"]
        self.clock = Clock(path.draws, stream, 1 if running else 0)
        if written["activeSince"] is not None:
            age = -path.world.days_since_start(written["activeSince"]) / 365.25
            self.end = self.law.rest(age, path.draws.u1(stream, 0))
        elif written["activeAtStart"]:
            residual = path.draws.mark(stream, 2, 0)
            self.end = residual * self.law.length_biased(path.draws.u1(stream, 0))
        if running:
            self.closes = set(written["at"])

    def fulfilled(self):
        """Places at which the author has what the blockade requires."""
        path, by = self.path, self.b["by"]

        def has(place):
            area = path.world.area_of(place)
            if self.b["requires"] == "None" or path.holder[area] == by:
                return True
            near = path.world.neighbours[area]
            return self.b["requires"] == "Presence" and any(path.holder[n] == by for n in near)

        return {p for p in self.b["at"] if has(p)}

    def rate(self):
        area = self.path.world.area_of(self.b["at"][0])
        opponent = self.path.holder[area]
        base = driven(self.path, self.b["drivers"], self.b["rate"], area, self.b["by"], opponent)
        return base * scaled(self.path, [("BlockadesBy", self.b["by"])])

    def lift(self, now, until):
        """Ends what runs; none starts before `until`, years since the start."""
        if self.end > now:
            self.end = now
        self.not_before = max(self.not_before, until)

    def intervals(self, step):
        """Closed intervals of this step as (places, begin, end), years since the step's start."""
        dt, result, s = step.dt, [], 0.0
        fulfilled = self.fulfilled()
        if self.end > step.start:
            self.closes &= fulfilled
            if self.closes:
                s = self.end - step.start
                result.append((set(self.closes), 0.0, min(s, dt)))
            else:
                self.end = step.start
        rate = self.rate() if fulfilled else 0.0
        s = max(s, self.not_before - step.start)
        while s < dt and rate > 0:
            if self.clock.left > rate * (dt - s):
                self.clock.left = max(0.0, self.clock.left - rate * (dt - s))
                break
            begin = s + self.clock.left / rate
            event = self.clock.fire()
            self.closes = set(fulfilled)
            s = begin + self.law.value(self.path.draws.u1(self.b["stream"], event))
            self.end = step.start + s
            result.append((set(self.closes), begin, min(s, dt)))
        return result
