"""When interventions act, and what they set and scale: model.md section 9."""

import math

from draws import EventLaw
from hazards import holds
from world import YEAR


class Imposed:
    """A blockade that an intervention imposes, from its first firing or its first since one was lifted."""

    def __init__(self, effect):
        self.effect = effect
        self.start = math.inf
        self.lifted = []  # spans (from, to): what begins in one is lifted; the ends of `from` and `to` count

    def is_lifted(self, start):
        return any(start <= now or start < until for now, until in self.lifted)

    def begin(self, start):
        self.start = start if self.is_lifted(self.start) else min(self.start, start)

    def lift(self, now, until):
        self.lifted.append((now, until))


class Acting:
    """One intervention on one path: its firings, each a first day, days since the start."""

    def __init__(self, path, written):
        self.path, self.written = path, written
        self.effects = sorted(written["effects"], key=lambda e: e["identity"])
        self.name = written["name"]
        world = path.world
        self.begin = world.days_since_start(written["from"])
        self.end = world.days_since_start(written["to"]) + 1
        chance = written["succeeds"]
        self.succeeds = chance is None or path.draws.u0(written["stream"], 0) < chance
        self.delay = None if written["delay"] is None else EventLaw(written["delay"])
        self.imposed = [Imposed(e) for e in self.effects if e["type"] == "ImposeBlockadeEffect"]
        self.firings = []
        self.done = set()
        self.fired = 0
        self.armed = True
        if not written["when"]:
            self.fire(self.begin)

    def fire(self, first_day):
        wait = 0.0
        if self.delay is not None:
            wait = self.delay.value(self.path.draws.u1(self.written["stream"], self.fired)) * YEAR
        self.fired += 1
        start = first_day + wait
        if self.succeeds and start < self.end:
            self.firings.append(start)
            for imposed in self.imposed:
                imposed.begin(start)

    def trigger(self, step):
        """Read before part (0), on the state that part (4) left."""
        if not self.written["when"]:
            return
        true = all(holds(self.path, c) for c in self.written["when"])
        if true and self.armed and self.begin <= step.first < self.end:
            self.fire(step.first)
            self.armed = False
        elif not true and self.written["repeat"]:
            self.armed = True

    @property
    def start(self):
        return min(self.firings, default=math.inf)

    def share(self, step):
        return step.share(self.start, self.end)


class Interventions:
    def __init__(self, path):
        self.path = path
        self.all = [Acting(path, i) for i in path.world.interventions.values()]

    def ordered(self):
        return sorted(self.all, key=lambda i: (i.begin, i.name))

    def acting(self, step, kind):
        """(share of the step, effect) of every effect of a kind that acts, in order of date, then name."""
        for i in self.ordered():
            share = i.share(step)
            if share > 0:
                for effect in i.effects:
                    if effect["type"] == kind:
                        yield share, effect

    def holding(self, step):
        """Phases that are held: set at a step start, they stay for the share of each step in which the intervention acts."""
        for i in self.ordered():
            if i.start <= step.first:
                for effect in i.effects:
                    if effect["type"] == "PhaseEffect" and effect["hold"]:
                        yield i.share(step), effect

    def passing(self, step):
        """Overrides of passage hold from the first step start on or after `from` until the first after `to`."""
        for i in self.ordered():
            if i.start <= step.first < i.end:
                for effect in i.effects:
                    if effect["type"] == "PassageEffect":
                        yield effect

    def set_state(self, step):
        """Part (0): triggers are read, then what is due sets holders and phases and lifts blockades."""
        for i in self.all:
            i.trigger(step)
        due = []
        for i in self.all:
            for n, start in enumerate(i.firings):
                if start <= step.first and n not in i.done:
                    i.done.add(n)
                    due.append((i.begin, i.name, i))
        for _, _, i in sorted(due, key=lambda x: x[:2]):
            for effect in i.effects:
                self._apply(i, effect, step)

    def _apply(self, i, effect, step):
        path = self.path
        if effect["type"] == "HolderEffect":
            path.holder[effect["area"]] = effect["actor"]
        elif effect["type"] == "PhaseEffect":
            path.phase[effect["theatre"]] = effect["phase"]
        elif effect["type"] == "LiftBlockadeEffect":
            # None starts again until the end of the intervention, where it has one.
            until = i.end / YEAR if i.written["hasEnd"] else -math.inf
            for identity, blockade in path.blockades.items():
                if effect["object"] == identity or effect["object"] in blockade.b["at"]:
                    blockade.lift(step.start, until)
            for position, other in enumerate(self.ordered()):
                for imposed in other.imposed:
                    if imposed.effect["place"] == effect["object"]:
                        # What a later intervention imposes at this very time stays.
                        now = step.first if position <= self.ordered().index(i) else math.nextafter(step.first, -1)
                        imposed.lift(now, i.end if i.written["hasEnd"] else -math.inf)
