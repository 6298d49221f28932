"""Hazards and conditions: model.md section 6. Everything here is read at a step's start."""

import math


def clamp(x, low, high):
    return min(high, max(low, x))


def holds(path, condition):
    """Whether a condition is fulfilled."""
    kind = condition["type"]
    if kind == "HoldsCondition":
        return path.holder[condition["area"]] == condition["by"]
    if kind == "PhaseCondition":
        return path.phase[condition["theatre"]] == condition["phase"]
    if kind == "PriceCondition":
        price = path.price[condition["benchmark"]]
        return price > condition["price"] if condition["above"] else price < condition["price"]
    if kind == "RevenueCondition":
        return path.gross_rate[condition["actor"]] > condition["above"]
    raise ValueError(kind)


def strength(path, actor):
    return clamp(path.strength.get(actor, 1.0), 0.01, 100.0)


def dependencies(path, depends):
    ratio = 1.0
    for d in depends:
        if d["type"] == "HoldsDependency":
            if path.holder[d["area"]] == d["by"]:
                ratio *= d["ratio"]
        elif d["type"] == "StrengthDependency":
            ratio *= strength(path, d["actor"]) ** d["elasticity"]
        else:
            ratio *= clamp(path.pay.get(d["actor"], 1.0), 0.01, 1.0) ** d["elasticity"]
    return ratio


def driven(path, drivers, base, area, taker, opponent):
    """A base hazard times what drives it. `taker` gains from the event, `opponent` loses."""
    if not all(holds(path, c) for c in drivers["while"]):
        return 0.0
    rate = base
    phase = path.phase[path.world.theatre_of(area)]
    for ratio in drivers["phaseRatios"]:
        if ratio["phase"] == phase:
            rate *= ratio["ratio"]
    if drivers["perNeighbour"] is not None:
        count = sum(1 for n in path.world.neighbours[area] if path.holder[n] == taker)
        rate *= drivers["perNeighbour"] ** count
    if drivers["priceElasticity"] is not None:
        name = drivers["follows"]
        rate *= (path.price_used[name] / path.spot[name]) ** drivers["priceElasticity"]
    if drivers["strengthElasticity"] is not None:
        rate *= (strength(path, taker) / strength(path, opponent)) ** drivers["strengthElasticity"]
    return rate * dependencies(path, drivers["depends"])


def change_drivers(change):
    """Phase, neighbour and price drivers stand on a change itself."""
    merged = dict(change["drivers"])
    merged["phaseRatios"] = change["phaseRatios"] + merged["phaseRatios"]
    for key in ("perNeighbour", "priceElasticity", "follows"):
        merged[key] = change[key] if change[key] is not None else merged[key]
    return merged


def scaled(path, scopes):
    """Product over the acting effects of 1 + f(ratio - 1); scopes are (scope, object) pairs."""
    ratio = 1.0
    for share, effect in path.acting("HazardEffect"):
        if (effect["scope"], effect["object"]) in scopes:
            ratio *= 1 + share * (effect["ratio"] - 1)
    return ratio


def change_rate(path, area, change):
    base = driven(path, change_drivers(change), change["baseRate"], area, change["to"], change["from"])
    scopes = [
        ("ChangesFrom", change["from"]),
        ("ChangesTo", change["to"]),
        ("Change", f"{area}/{change['identity']}"),
    ]
    return base * scaled(path, scopes)


def phase_rate(path, theatre, change):
    rate = change["rate"] * dependencies(path, change["depends"])
    rate *= scaled(path, [("Change", f"{theatre}/{change['identity']}")])
    for share, effect in path.holding():
        if effect["theatre"] == theatre:
            rate *= 1 - share
    return rate
