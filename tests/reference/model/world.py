"""A world as the tests write it: certain numbers, laws of events, dates. Lists are put in ordinal order here."""

import datetime

YEAR = 365.25


def day(text):
    return datetime.date.fromisoformat(text)


def identity(item):
    return item.get("identity") or item["name"]


class Step:
    """One step of the grid: first day and length, both in days since the start."""

    def __init__(self, index, first, days, date):
        self.index, self.first, self.days, self.date = index, first, days, date
        self.dt = days / YEAR
        self.start = first / YEAR  # years since the start
        self.month = f"{date.year:04d}-{date.month:02d}"

    def share(self, begin, end):
        """Share of the step inside [begin, end), days since the start."""
        return max(0.0, min(end, self.first + self.days) - max(begin, self.first)) / self.days


def month_end(date):
    following = date.replace(day=28) + datetime.timedelta(days=4)
    return following - datetime.timedelta(days=following.day)


def grid(start, end, length):
    steps, date = [], start
    longest = {"Day": 1, "Week": 7, "Month": 31}[length]
    while date <= end:
        last = min(month_end(date), end)
        days = min(longest, (last - date).days + 1)
        steps.append(Step(len(steps), (date - start).days, days, date))
        date += datetime.timedelta(days=days)
    return steps


class World:
    """The scenario, by name."""

    def __init__(self, written):
        def named(key):
            return {identity(x): x for x in sorted(written[key], key=identity)}

        self.start, self.end = day(written["start"]), day(written["end"])
        self.steps = grid(self.start, self.end, written["step"])
        self.horizon = (self.end - self.start).days + 1
        self.actors = named("actors")
        self.areas = named("areas")
        self.fields = named("fields")
        self.nodes = named("nodes")
        self.markets = named("markets")
        self.benchmarks = named("benchmarks")
        self.theatres = named("theatres")
        self.attacks = named("attacks")
        self.blockades = named("blockades")
        self.taps = named("taps")
        self.transfers = named("transfers")
        self.interventions = named("interventions")
        if written["courses"]:  # the first course is run
            kept = set(written["courses"][0]["interventions"])
            self.interventions = {n: i for n, i in self.interventions.items() if n in kept}
        self.routes = [r for _, r in sorted(enumerate(written["routes"]), key=lambda x: (x[1]["priority"], x[0]))]
        self.passage = written["passage"]
        self.focus = written["focus"]
        self.price_correlations = written["priceCorrelations"]
        self._complete()

    def _complete(self):
        for area in self.areas.values():
            area["changes"].sort(key=identity)
        self.neighbours = {a: set() for a in self.areas}
        for name, area in self.areas.items():
            for other in area["neighbours"]:
                self.neighbours[name].add(other)
                self.neighbours[other].add(name)
        self.aligned = {(a, b) for a, actor in self.actors.items() for b in actor["aligned"]}
        self.aligned |= {(b, a) for a, b in self.aligned}
        # Assets: fields, nodes, and the tanks of terminals.
        self.assets = {f"{n}": ("field", x, x) for n, x in self.fields.items()}
        self.assets |= {f"{n}": ("node", x, x) for n, x in self.nodes.items()}
        self.assets |= {f"{n}.tanks": ("tanks", x["storage"], x) for n, x in self.nodes.items() if x["storage"]}

    def days_since_start(self, text):
        return (day(text) - self.start).days

    def area_of(self, place):
        return self.assets[place][2]["area"]

    def owner_of(self, place):
        return self.assets[place][2]["owner"]

    def theatre_of(self, area):
        return self.areas[area]["theatre"]

    def sells_for_itself(self, actor):
        return actor != "nobody" and self.actors[actor]["sellsOnOwnAccount"]

    def actor_number(self, actor, key, absent):
        """Skill, retention, upkeep, capability; `nobody` has none."""
        if actor == "nobody":
            return 0.0
        value = self.actors[actor][key]
        return absent if value is None else value
