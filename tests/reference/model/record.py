"""What is compared with the engine: the state of every step, and every month's money by series."""

from collections import defaultdict

from flows import may_sell


def key(actor, place, channel, quantity):
    return f"{actor or ''}|{place or ''}|{channel or ''}|{quantity}"


class Record:
    def __init__(self, path):
        self.path = path
        self.steps = []
        self.flows = defaultdict(lambda: defaultdict(float))  # series -> month -> sum
        self.states = defaultdict(lambda: defaultdict(float))  # series -> month -> sum of value x days
        self.days = defaultdict(int)
        self.strength, self.pay = {}, {}

    def _flow(self, step, value, *series):
        self.flows[key(*series)][step.month] += value

    def _state(self, step, value, *series):
        self.states[key(*series)][step.month] += value * step.days

    def step(self, step, router, ledger):
        path, world = self.path, self.path.world
        self.days[step.month] += step.days
        for a in world.areas:
            self._state(step, 1.0, path.holder[a], a, None, "probability_holds")
        for p, c in path.condition.items():
            self._state(step, c, None, p, None, "condition")
        for f, barrels in router.produced.items():
            self._flow(step, barrels / 1000, None, f, None, "output_kbd")
        for m, price in path.market_price.items():
            self._state(step, price, None, None, m, "price_usd_per_bbl")
        self._money(step, ledger)
        for f in world.fields:
            self._lost(step, f, router.produced[f] / step.days)
        self.steps.append(
            {
                "holder": dict(path.holder),
                "phase": dict(path.phase),
                "condition": dict(path.condition),
                "open": dict(path.closures.open),
                "workforce": dict(path.workforce),
                "remaining": dict(path.remaining),
                "reach": dict(path.reach),
                "available": dict(path.available),
                "price": dict(path.price),
                "stock": dict(path.stock),
            }
        )

    def _money(self, step, ledger):
        world = self.path.world
        for (seller, market), sales in ledger.sales.items():
            self._flow(step, sales, seller, None, market, "sales_usd")
        for (seller, field), sales in ledger.by_field.items():
            self._flow(step, sales, seller, field, None, "sales_usd")
        for (seller, node), sales in ledger.by_stock.items():
            self._flow(step, sales, seller, node, None, "sales_usd")
        for tap, sales in ledger.theft.items():
            self._flow(step, sales, world.taps[tap]["by"], None, tap, "sales_usd")
        for actor, value in ledger.diverted.items():
            self._flow(step, value, actor, None, None, "diverted_value_usd")
        self._routes(step, ledger)
        for actor in world.actors:
            gross = ledger.gross(actor)
            barrels = ledger.barrels[actor]
            barrels += sum(b for t, b in ledger.theft_barrels.items() if world.taps[t]["by"] == actor)
            self._flow(step, gross - ledger.levies[actor], actor, None, None, "sales_usd")
            self._flow(step, ledger.levies[actor], actor, None, None, "levies_usd")
            self._flow(step, ledger.received[actor] - ledger.paid[actor], actor, None, None, "transfers_usd")
            self._flow(step, gross, actor, None, None, "gross_revenue_usd")
            self._flow(step, ledger.net(actor), actor, None, None, "net_revenue_usd")
            self._flow(step, barrels, actor, None, None, "barrels_sold")
            if any(f["owner"] == actor for f in world.fields.values()):
                self._flow(step, -(gross - ledger.levies[actor]), actor, None, None, "forgone_revenue_usd")

    def _routes(self, step, ledger):
        for quantity, barrels in (("sent", ledger.sent), ("delivered", ledger.delivered), ("stored", ledger.stored)):
            for (seller, source, route), amount in barrels.items():
                self._flow(step, amount / 1000, seller, source, route, f"{quantity}_kbd")
        for (taker, node, route), amount in ledger.taken.items():
            self._flow(step, amount / 1000, taker, node, route, "taken_kbd")
        for (seller, source, route), amount in ledger.worth.items():
            self._flow(step, amount, seller, source, route, "delivered_usd")
        for (holder, source, route), amount in ledger.levied.items():
            self._flow(step, amount, holder, source, route, "levied_usd")
        for (receiver, way), amount in ledger.proceeds.items():
            self._flow(step, amount, receiver, None, way, "proceeds_usd")

    def _lost(self, step, f, produced):
        """Shut-in barrels and value, and what the field would have sold undisturbed, of its legal owner."""
        path = self.path
        field = path.world.fields[f]
        owner = field["owner"]
        causes = path.causes.split(f, produced)
        for lost in causes.values():
            self._flow(step, lost * step.days, owner, None, None, "barrels_shut_in")
        legal = next((r for r in path.world.routes if f in r["fields"] and may_sell(path, owner, r["to"])), None)
        if legal is None:
            return  # barrels, but no price to value them at
        price = path.market_price[legal["to"]] + field["premium"]
        for cause, lost in causes.items():
            value = lost * step.days * (price - legal["transport"])
            self._flow(step, value, owner, None, cause, "shut_in_value_usd")
            self._flow(step, value, owner, None, None, "shut_in_value_usd")
        undisturbed = field["capacity"] * field["condition"] * path.own_workforce[f] * path.own_remaining[f]
        self._flow(step, undisturbed * step.days * price, owner, None, None, "forgone_revenue_usd")

    def finance(self, step, actor, other, pay, arrears, strength):
        before = self.path.finances[actor]
        self._flow(step, other, actor, None, None, "other_income_usd")
        self._flow(step, arrears, actor, None, None, "arrears_usd")
        self._state(step, before.opening_treasury, actor, None, None, "treasury_usd")
        self._state(step, pay, actor, None, None, "pay_ratio")
        self._state(step, before.opening_fighters, actor, None, None, "fighters")
        self.strength[actor], self.pay[actor] = strength, pay
        self.steps[-1].setdefault("treasury", {})[actor] = before.treasury
        self.steps[-1].setdefault("fighters", {})[actor] = before.opening_fighters
        self.steps[-1].setdefault("pay", {})[actor] = pay

    def after(self, step):
        """Damage of the hits of part (4)."""
        for (owner, place), cost in self.path.damage.items():
            self._flow(step, cost, owner, None, None, "damage_usd")
            if cost > 0:
                self._flow(step, cost, owner, place, None, "damage_usd")
        self.path.damage.clear()

    def months(self):
        result = {}
        for name, sums in self.flows.items():
            divide = name.endswith("_kbd")
            result[name] = [sums[m] / self.days[m] if divide else sums[m] for m in self.days]
        for name, sums in self.states.items():
            result[name] = [sums[m] / self.days[m] for m in self.days]
        return result
