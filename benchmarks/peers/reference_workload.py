#!/usr/bin/env python3
"""The reference workload: one world for our engine and for its peers. All numbers are invented.

    python3 benchmarks/peers/reference_workload.py > benchmarks/peers/reference-workload.yaml

12 areas in a ring, contested by three actors whose hazards grow with the neighbours that the taker holds; 20 fields that
are attacked and repaired; 4 terminals; 24 routes; 24 months; one Schwartz price. 61 entities times 24 months make 1,464
entity-steps a path.
"""
import calendar

AREAS, FIELDS, TERMINALS, TRUCKS = 12, 20, 4, 4
FIRST_YEAR, YEARS = 2020, 2
DAYS = [calendar.monthrange(FIRST_YEAR + m // 12, m % 12 + 1)[1] for m in range(12 * YEARS)]
DAYS_PER_YEAR = 365.25
MONTHS_PER_YEAR = 12.0

ACTORS = ["army", "rebels", "raiders"]  # the army does not sell: where it holds a field, the company does
SELLERS = ["company", "rebels", "raiders"]
REBELS = 1
START = [1 if a in (2, 7) else 2 if a in (4, 10) else 0 for a in range(AREAS)]
# Mean waiting time in months of a change from one actor (row) to another (column), and what each neighbour of the taker makes of it.
EVERY = [[0, 24, 36], [12, 0, 30], [12, 20, 0]]
PER_NEIGHBOUR = 1.5

CAPACITY = [20.0 + 5.0 * (f % 7) for f in range(FIELDS)]  # kb/d
AREA_OF_FIELD = [f % AREAS for f in range(FIELDS)]
TERMINAL_OF_FIELD = [f % TERMINALS for f in range(FIELDS)]
AREA_OF_TERMINAL = [3 * t for t in range(TERMINALS)]
TRUCKED = [0, 5, 10, 15]  # fields with a second route
CONDITION = 0.8
REPAIR_MONTHS = 6.0
RESTART = 0.12  # of the length of an outage
LEAST_RESTART_DAYS = 2.0
ATTACK_MONTHS = 18.0
DAMAGE = (0.05, 0.40)
TERMINAL_CAPACITY = 120.0  # kb/d
TRUCK_CAPACITY = 10.0  # kb/d
LIFTING, TRANSPORT = 5.0, 8.0  # USD/bbl
DIFFERENTIAL, DISCOUNT = -2.0, 0.45

SPOT, LONG_RUN, HALF_LIFE_MONTHS, VOLATILITY = 60.0, 65.0, 18.0, 0.34


def yaml():
    """Text of the scenario."""
    last = FIRST_YEAR + YEARS - 1
    lines = [
        "# The reference workload of the benchmarks, written by reference_workload.py. All numbers are invented.",
        "schema: 1",
        "title: Reference workload",
        f"start: {FIRST_YEAR}-01",
        f"end: {last}-12",
        "step: month",
        "focus: [rebels]",
        "state: [company]",
        "benchmarks:",
        f"  brent: {{ model: schwartz, spot: {SPOT:g} USD/bbl, long-run: {LONG_RUN:g} USD/bbl,"
        f" half-life: {HALF_LIFE_MONTHS:g} months, volatility: {VOLATILITY:.0%} }}",
        "actors:",
        "  army: { aligned: [company] }",
        "  company: { kind: company }",
        "  rebels: { kind: armed-group, sells: own-account }",
        "  raiders: { kind: armed-group, sells: own-account }",
        "areas:",
    ]
    for a in range(AREAS):
        lines += [
            f"  area-{a}:",
            f"    holder: {ACTORS[START[a]]}",
            f"    neighbours: [area-{(a - 1) % AREAS}, area-{(a + 1) % AREAS}]",
            "    changes:",
        ]
        lines += [
            f"      - {{ from: {ACTORS[i]}, to: {ACTORS[j]}, every: {EVERY[i][j]} months, per-neighbour: {PER_NEIGHBOUR:g} }}"
            for i in range(3)
            for j in range(3)
            if i != j
        ]
    lines.append("fields:")
    lines += [
        f"  field-{f}: {{ area: area-{AREA_OF_FIELD[f]}, owner: company, capacity: {CAPACITY[f]:g} kb/d,"
        f" condition: {CONDITION:.0%}, repair-time: {REPAIR_MONTHS:g} months, restart: {RESTART:g}, lifting-cost: {LIFTING:g} USD/bbl }}"
        for f in range(FIELDS)
    ]
    lines.append("nodes:")
    lines += [
        f"  port-{t}: {{ kind: terminal, area: area-{AREA_OF_TERMINAL[t]}, owner: company, capacity: {TERMINAL_CAPACITY:g} kb/d }}"
        for t in range(TERMINALS)
    ]
    lines += [
        "markets:",
        f"  export: {{ price: {{ linked: brent, differential: {DIFFERENTIAL:g} USD/bbl }} }}",
        f"  trucks: {{ price: {{ linked: brent, discount: {DISCOUNT:.0%} }} }}",
        "routes:",
    ]
    lines += [f"  - {{ fields: [field-{f}], via: [port-{TERMINAL_OF_FIELD[f]}], to: export }}" for f in range(FIELDS)]
    lines += [
        f"  - {{ fields: [field-{f}], to: trucks, transport: {TRANSPORT:g} USD/bbl, capacity: {TRUCK_CAPACITY:g} kb/d }}"
        for f in TRUCKED
    ]
    lines += [
        "attacks:",
        f"  - {{ by: rebels, targets: [{', '.join(f'field-{f}' for f in range(FIELDS))}], each: true,"
        f" every: {ATTACK_MONTHS:g} months, damage: uniform {DAMAGE[0]:.0%} to {DAMAGE[1]:.0%} }}",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(yaml(), end="")
