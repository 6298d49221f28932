"""Who gets what: model.md section 9."""

import math
from collections import defaultdict

from hazards import holds


class Ledger:
    """Barrels and dollars of one step."""

    def __init__(self, path):
        self.path = path
        self.sales = defaultdict(float)  # (seller, market)
        self.costs = defaultdict(float)  # (seller, market): lifting, transport, tolls, fees
        self.barrels = defaultdict(float)  # seller
        self.by_field = defaultdict(float)  # (seller, field)
        self.by_stock = defaultdict(float)  # (seller, node)
        self.levies = defaultdict(float)
        self.theft = defaultdict(float)  # tap: receipts
        self.theft_cost = defaultdict(float)
        self.theft_barrels = defaultdict(float)
        self.diverted = defaultdict(float)
        self.received = defaultdict(float)
        self.paid = defaultdict(float)
        # What routes carry: (seller, source, route), (holder, source, route), (taker, node, route), (receiver, seller>market).
        self.sent = defaultdict(float)
        self.delivered = defaultdict(float)
        self.stored = defaultdict(float)
        self.worth = defaultdict(float)
        self.levied = defaultdict(float)
        self.taken = defaultdict(float)
        self.proceeds = defaultdict(float)

    def field(self, route, way, name, seller, charges, barrels, on_board):
        """Barrels that leave a field on a route; on_board is the share of what reaches the tanks that is loaded."""
        path, field = self.path, self.path.world.fields[name]
        account, last = (seller, route["to"]), len(route["via"]) - 1
        value = path.market_price[route["to"]] + field["premium"]
        cost = barrels * (field["liftingCost"] + on_board * route["transport"])

        def at(p):  # share that comes to position p
            return on_board if p == last else 1.0

        kept = 1.0
        for p, holder, rule in charges.tolls:
            toll = barrels * way.reach[p] * at(p) * rule.per_barrel
            toll += rule.share * barrels * at(p) * way.delivered * value * way.worth
            # What goes into the tanks pays a toll in kind in money: nothing of it is at the market yet.
            toll += rule.in_kind * barrels * (at(p) - on_board) * way.delivered * value * way.worth
            cost += toll
            self._levy(holder, name, route, toll + rule.in_kind * barrels * on_board * way.delivered * value * way.worth)
            kept -= rule.in_kind
        for p, holder, fee in charges.fees:
            cost += barrels * way.reach[p] * at(p) * fee
            self._levy(holder, name, route, barrels * way.reach[p] * at(p) * fee)
        for p in range(len(route["via"])):
            self._steal(route, way, p, barrels * way.reach[p] * at(p), value)
        self._seize(route, way, barrels * on_board * way.passed, value)
        haul = seller, name, route["identity"]
        self.sent[haul] += barrels
        self.delivered[haul] += barrels * on_board * way.delivered
        self.worth[haul] += barrels * on_board * way.delivered * value * way.worth
        if on_board < 1:
            self.stored[haul] += barrels * (1 - on_board) * way.reach[last]
        receipts = kept * barrels * on_board * way.delivered * value * way.worth
        self.sales[account] += receipts
        self.by_field[seller, name] += receipts
        self.costs[account] += cost
        self.barrels[seller] += barrels * on_board * way.delivered

    def stock(self, route, way, node, owner, charges, barrels):
        """Stock that is loaded at a terminal, at the price without premium."""
        account, value = (owner, route["to"]), self.path.market_price[route["to"]]
        cost, kept = barrels * route["transport"], 1.0
        delivered = barrels * way.tail
        for _, holder, rule in charges.tolls:
            toll = barrels * rule.per_barrel + rule.share * delivered * value * way.worth
            cost += toll
            self._levy(holder, node, route, toll + rule.in_kind * delivered * value * way.worth)
            kept -= rule.in_kind
        for _, holder, fee in charges.fees:
            cost += barrels * fee
            self._levy(holder, node, route, barrels * fee)
        last = len(route["via"]) - 1
        haul = owner, node, route["identity"]
        self.sent[haul] += barrels
        self.delivered[haul] += delivered
        self.worth[haul] += delivered * value * way.worth
        self._steal(route, way, last, barrels, value)
        self._seize(route, way, barrels * way.tail / (1 - way.seized) if way.seized < 1 else 0.0, value)
        receipts = kept * delivered * value * way.worth
        self.sales[account] += receipts
        self.by_stock[owner, node] += receipts
        self.costs[account] += cost
        self.barrels[owner] += delivered

    def _levy(self, holder, source, route, amount):
        self.levies[holder] += amount
        self.levied[holder, source, route["identity"]] += amount

    def _steal(self, route, way, p, barrels, value):
        for tap, share in way.taps[p]:
            stolen, worth = barrels * share, value * way.uplift[p]
            self.theft[tap["identity"]] += stolen * worth * (1 - tap["discount"])
            self.theft_cost[tap["identity"]] += stolen * tap["transport"]
            self.theft_barrels[tap["identity"]] += stolen
            self.diverted[tap["by"]] += stolen * worth
            self.taken[tap["by"], route["via"][p], route["identity"]] += stolen
        node = self.path.world.nodes[route["via"][p]]
        if node["yield"] is not None:
            lost = barrels * (1 - way.tapped[p]) * (1 - node["yield"])
            self.taken[None, route["via"][p], route["identity"]] += lost

    def _seize(self, route, way, barrels, value):
        for by, share in way.seizures:
            self.taken[by, None, route["identity"]] += barrels * share
            self.diverted[by] += barrels * share * value * way.worth

    def settle(self, step):
        """Proceeds, then transfers."""
        path, world = self.path, self.path.world
        for (seller, market), sales in self.sales.items():
            base = max(0.0, sales - self.costs[seller, market])
            for p in world.markets[market]["proceeds"]:
                self.received[p["actor"]] += p["share"] * base
                self.paid[seller] += p["share"] * base
                if p["actor"] != seller:
                    self.proceeds[p["actor"], f"{seller}>{market}"] += p["share"] * base
        left = {a: f.treasury for a, f in path.finances.items()}
        payments = []
        for t in world.transfers.values():
            begin = 0 if t["fromDate"] is None else world.days_since_start(t["fromDate"])
            end = world.horizon if t["toDate"] is None else world.days_since_start(t["toDate"]) + 1
            if all(holds(path, c) for c in t["while"]):
                payments.append((t["from"], t["to"], t["amount"] * step.share(begin, end) * step.dt))
        for share, e in path.acting("TransferEffect"):
            payments.append((e["from"], e["to"], e["amountPerYear"] * share * step.dt))
        for payer, to, amount in payments:
            if payer in left:
                amount = min(amount, left[payer])
                left[payer] -= amount
            self.received[to] += amount
            if payer != "outside":
                self.paid[payer] += amount

    def gross(self, actor):
        own = sum(v for (a, _), v in self.sales.items() if a == actor)
        stolen = sum(v for t, v in self.theft.items() if self.path.world.taps[t]["by"] == actor)
        return own + stolen + self.levies[actor]

    def net(self, actor):
        costs = sum(v for (a, _), v in self.costs.items() if a == actor)
        costs += sum(v for t, v in self.theft_cost.items() if self.path.world.taps[t]["by"] == actor)
        return self.gross(actor) + self.received[actor] - self.paid[actor] - costs


class Finance:
    """Treasury and fighters of one actor."""

    def __init__(self, path, actor):
        self.path, self.actor = path, actor
        self.f = path.world.actors[actor]["finance"]
        self.treasury = self.f["treasury"]
        self.fighters = self.f["fighters"]

    def factor(self, scope):
        result = 1.0
        for share, e in self.path.acting("FinanceEffect"):
            if e["actor"] == self.actor and e["scope"] == scope:
                result *= 1 + share * (e["factor"] - 1)
        return result

    def advance(self, step, net):
        """Returns (other income, pay ratio, arrears, strength relative to step 0)."""
        f, dt, path = self.f, step.dt, self.path
        self.opening_treasury, self.opening_fighters = self.treasury, self.fighters
        areas = sum(i["amountPerYear"] for i in f["areaIncome"] if path.holder[i["area"]] == self.actor)
        other = (areas * self.factor("AreaIncome") + f["otherIncome"] * self.factor("OtherIncome")) * dt
        available = self.treasury + net + other
        due = self.fighters * f["wage"] * self.factor("Pay") * dt
        pay = 1.0 if due == 0 else min(1.0, max(0.0, (available - f["reserve"]) / due))
        rest = available - pay * due
        spending = f["spending"] * dt
        spent = min(spending, max(0.0, rest))
        arrears = due - pay * due + spending - spent + max(0.0, -rest)
        self.treasury = max(0.0, rest - spent)
        alpha = f["attrition"] * self.factor("Attrition")
        rho = (f["attrition"] if f["recruitment"] is None else f["recruitment"]) * self.factor("Recruitment")
        growth = math.exp((rho * pay ** f["recruitElasticity"] - alpha) * dt)
        self.fighters = self.fighters * growth + f["inflow"] * self.factor("Inflow") * dt
        strength = self.fighters * pay ** f["strengthElasticity"]
        return other, pay, arrears, strength / f["fighters"] if f["fighters"] > 0 else 1.0
