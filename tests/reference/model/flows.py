"""Routing, storage and what is due on the way: model.md sections 7 and 8."""

import math

from hazards import holds
from passage import Charges
from production import operator

INFINITE = math.inf


class Way:
    """What becomes of a barrel on a route: reach of each node, uplift before it, share tapped there, what is delivered."""

    def __init__(self, path, route):
        self.reach, self.uplift, self.tapped, self.taps = [], [], [], []
        m, worth, tail = 1.0, 1.0, 1.0
        for name in route["via"]:
            node = path.world.nodes[name]
            taps = [
                (t, t["share"])
                for t in path.world.taps.values()
                if t["at"] == name and all(holds(path, c) for c in t["while"])
            ]
            self.reach.append(m)
            self.uplift.append(worth)
            whole = max(1.0, sum(s for _, s in taps))  # shares that exceed the whole are scaled down to it
            taps = [(t, s / whole) for t, s in taps]
            self.taps.append(taps)
            self.tapped.append(sum(s for _, s in taps))
            tail = (1 - self.tapped[-1]) * (1.0 if node["yield"] is None else node["yield"])
            m *= tail
            worth *= 1 + (node["uplift"] or 0.0)
        self.passed, self.worth = m, worth
        self.seizures = []
        if route["seizure"] is not None:
            self.seizures.append((route["seizedBy"], route["seizure"]))
        for share, e in path.acting("SeizeEffect"):
            if e["object"] in (route["identity"], route["to"]):
                self.seizures.append((e["by"], share * e["share"]))
        whole = max(1.0, sum(s for _, s in self.seizures))
        self.seizures = [(by, s / whole) for by, s in self.seizures]
        self.seized = sum(s for _, s in self.seizures)
        self.delivered = m * (1 - self.seized)
        self.tail = tail * (1 - self.seized)  # from the terminal on


def scale(path, name):
    """Factor that close and open make of a capacity or demand."""
    closed, open_share, opened = 1.0, 0.0, 1.0
    for share, e in path.acting("CapacityEffect"):
        if e["object"] == name:
            if e["open"]:
                open_share, opened = share, e["factor"]
            else:
                closed *= 1 + share * (e["factor"] - 1)
    return closed + open_share * (opened - closed)


class Limits:
    """Room of nodes and markets that earlier routes left in this step, barrels a day.

    What has no limit of its own and is open for a part of the step takes that share of the most that can come to it:
    q* of the fields behind it and stock a day, as they arrive on their best way (decision 6).
    """

    def __init__(self, path):
        self.path, world = path, path.world
        self.node, self.demand = {}, {}
        for name, node in world.nodes.items():
            share = path.condition[name] * path.closures.open[name] * scale(path, name)
            self.node[name] = self._room(node["capacity"], share, lambda: self._to_node(name))
        for name, market in world.markets.items():
            self.demand[name] = self._room(market["demand"], scale(path, name), lambda: self._to_market(name))

    @staticmethod
    def _room(limit, share, most):
        if limit is not None:
            return limit * share
        return share * most() if share < 1 else INFINITE

    def _most(self, arrivals):
        best = {}
        for source, amount, share in arrivals:
            best[source] = max(best.get(source, 0.0), amount * share)
        return sum(best.values())

    def _to_node(self, name):
        path, days, arrivals = self.path, self.path.step.days, []
        for route in path.world.routes:
            if name in route["via"]:
                reach = Way(path, route).reach[route["via"].index(name)]
                arrivals += [(f, path.sustainable[f], reach) for f in route["fields"]]
                if route["via"][-1] == name and ends_at_tank(path, route):
                    arrivals.append((f"{name}.tanks", path.stock[name] / days, 1.0))
        return self._most(arrivals)

    def _to_market(self, name):
        path, days, arrivals = self.path, self.path.step.days, []
        for route in path.world.routes:
            if route["to"] == name:
                way = Way(path, route)
                arrivals += [(f, path.sustainable[f], way.delivered) for f in route["fields"]]
                if ends_at_tank(path, route):
                    node = route["via"][-1]
                    arrivals.append((f"{node}.tanks", path.stock[node] / days, way.tail))
        return self._most(arrivals)


def route_capacity(path, route):
    factor = scale(path, route["identity"])
    if route["capacity"] is not None:
        return route["capacity"] * factor
    return factor * sum(path.sustainable[f] for f in route["fields"]) if factor < 1 else INFINITE


def may_sell(path, seller, market):
    return not path.world.markets[market]["sellers"] or seller in path.world.markets[market]["sellers"]


def ends_at_tank(path, route):
    return bool(route["via"]) and path.world.nodes[route["via"][-1]]["storage"] is not None


def tank_size(path, node):
    return path.world.nodes[node]["storage"]["size"] * path.condition[f"{node}.tanks"]


def per(x, y):
    return INFINITE if y <= 0 else x / y


def reach_of_route(path, route, limits, days):
    """What a route could carry by itself, barrels a day at its start."""
    way = Way(path, route)
    room = route_capacity(path, route)
    last = len(route["via"]) - 1
    tank = ends_at_tank(path, route)
    for p, node in enumerate(route["via"]):
        if p < last or not tank:
            room = min(room, per(limits.node[node], way.reach[p]))
    if not tank:
        return min(room, per(limits.demand[route["to"]], way.delivered))
    node = route["via"][-1]
    quay = min(limits.node[node], per(limits.demand[route["to"]], way.tail))
    end = quay + max(0.0, tank_size(path, node) - path.stock[node]) / days
    return min(room, per(end, way.reach[last]))


class Router:
    """Fills the routes of one step in order and tells the ledger what passes."""

    def __init__(self, path, step, available, ledger):
        self.path, self.days, self.ledger = path, step.days, ledger
        self.left = dict(available)
        self.limits = Limits(path)
        self.loaded = set()
        self.produced = {f: 0.0 for f in available}

    def run(self):
        for route in self.path.world.routes:
            self._fill(route)

    def _fill(self, route):
        path, limits, days = self.path, self.limits, self.days
        way, price = Way(path, route), path.market_price[route["to"]]
        last, tank = len(route["via"]) - 1, ends_at_tank(path, route)
        if tank:
            self._load(route, way, price)
        cells = []
        for f in route["fields"]:
            field, seller = path.world.fields[f], path.seller(f)
            charges = Charges(path, seller, route["via"])
            value = way.delivered * (price + field["premium"]) * way.worth
            netback = value * (1 - charges.share()) - route["transport"] - charges.per_barrel(way.reach)
            admitted = charges.passes and may_sell(path, seller, route["to"])
            if admitted and netback >= field["liftingCost"]:
                cells.append((f, seller, charges))
        pipes = route_capacity(path, route)
        for p, node in enumerate(route["via"]):
            if p < last or not tank:
                pipes = min(pipes, per(limits.node[node], way.reach[p]))
        market = quay = INFINITE
        if tank:
            node = route["via"][-1]
            quay = min(limits.node[node], per(limits.demand[route["to"]], way.tail))
            end = quay + max(0.0, tank_size(path, node) - path.stock[node]) / days
            pipes = min(pipes, per(end, way.reach[last]))
        else:
            market = per(limits.demand[route["to"]], way.delivered)
        self.causes.note([(f, self.left[f]) for f, _, _ in cells], pipes, market)
        room = min(pipes, market)
        offered = sum(self.left[f] for f, _, _ in cells)
        share = min(1.0, room / offered) if offered > 0 else 0.0
        total = offered * share
        arriving = total * way.reach[last] if route["via"] else total
        on_board = min(1.0, quay / arriving) if arriving > 0 else 1.0
        for f, seller, charges in cells:
            flow = self.left[f] * share
            self.left[f] -= flow
            self.produced[f] += flow * days
            self.ledger.field(route, way, f, seller, charges, flow * days, on_board if tank else 1.0)
        for p, node in enumerate(route["via"]):
            passing = total * way.reach[p] * (on_board if tank and p == last else 1.0)
            limits.node[node] = max(0.0, limits.node[node] - passing)
        limits.demand[route["to"]] = max(0.0, limits.demand[route["to"]] - total * on_board * way.delivered)
        if tank:
            path.stock[route["via"][-1]] += arriving * (1 - on_board) * days

    def _load(self, route, way, price):
        path, limits, node = self.path, self.limits, route["via"][-1]
        owner = operator(path, node)
        if node in self.loaded or owner == "nobody":
            return
        charges = Charges(path, owner, [node])
        value = way.tail * price * way.worth * (1 - charges.share())
        netback = value - route["transport"] - charges.per_barrel([1.0])
        if not charges.passes or not may_sell(path, owner, route["to"]) or netback < 0:
            return
        self.loaded.add(node)
        quay = min(limits.node[node], per(limits.demand[route["to"]], way.tail))
        flow = min(path.stock[node] / self.days, quay)
        path.stock[node] = max(0.0, path.stock[node] - flow * self.days)
        limits.node[node] = max(0.0, limits.node[node] - flow)
        limits.demand[route["to"]] = max(0.0, limits.demand[route["to"]] - flow * way.tail)
        self.ledger.stock(route, way, node, owner, charges, flow * self.days)
