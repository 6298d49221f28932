#!/usr/bin/env python3
"""The reference workload as a plain loop in Python, path by path: the kind of program that most analysts write.

Answers every line on standard input, a number of paths, with the seconds of processor time and of the clock that they take;
`means` with the mean and standard error of each series.
"""
import math
import random
import sys
import time

import reference_workload as world

SERIES = [f"{name} {kind}" for kind in ("gross", "net") for name in world.SELLERS] + ["company shut-in", "company forgone"]
RATES = [[world.MONTHS_PER_YEAR / every if every else 0.0 for every in row] for row in world.EVERY]
KAPPA = math.log(2.0) * world.MONTHS_PER_YEAR / world.HALF_LIFE_MONTHS


class Field:
    def __init__(self, number):
        self.number = number
        self.area = world.AREA_OF_FIELD[number]
        self.terminal = world.TERMINAL_OF_FIELD[number]
        self.condition = world.CONDITION
        self.ramp = self.reach_before = 1.0
        self.outage = 0.0
        self.restart = world.LEAST_RESTART_DAYS / world.DAYS_PER_YEAR


def produce(field, is_open, dt):
    """Output that the field could yield, and what it reaches while its ways open and it starts again."""
    potential = world.CAPACITY[field.number] * field.condition
    carried = world.TERMINAL_CAPACITY if is_open else 0.0
    if field.number in world.TRUCKED:
        carried += world.TRUCK_CAPACITY
    reach = min(1.0, carried / potential)
    field.ramp = min(field.ramp, reach)
    if reach > field.reach_before + 1e-9:
        field.restart = max(world.LEAST_RESTART_DAYS / world.DAYS_PER_YEAR, world.RESTART * field.outage)
    decay = math.exp(-dt / field.restart)
    mean = min(reach, 1.0 - (1.0 - field.ramp) * field.restart / dt * (1.0 - decay))
    field.ramp = min(reach, 1.0 - (1.0 - field.ramp) * decay)
    field.reach_before = reach
    if reach < 0.5:
        field.outage += (1.0 - reach) * dt
    if field.ramp >= 0.99:
        field.outage = 0.0
    return potential, potential * mean


def change_holder(holder, holders, area, dt):
    """Lives through a month event by event; neighbours count as at its start."""
    near = (holders[area - 1], holders[(area + 1) % world.AREAS])
    left = dt
    while True:
        rates = [rate * world.PER_NEIGHBOUR ** near.count(to) for to, rate in enumerate(RATES[holder])]
        left -= random.expovariate(sum(rates))
        if left < 0.0:
            return holder
        holder = random.choices((0, 1, 2), rates)[0]


def run_path():
    price = world.SPOT
    holders = list(world.START)
    fields = [Field(f) for f in range(world.FIELDS)]
    total = dict.fromkeys(SERIES, 0.0)
    for days in world.DAYS:
        dt = days / world.DAYS_PER_YEAR
        export = price + world.DIFFERENTIAL
        by_truck = price * (1.0 - world.DISCOUNT)
        room = [world.TERMINAL_CAPACITY] * world.TERMINALS
        left, lost, undisturbed, company = {}, 0.0, 0.0, 0.0
        for field in fields:
            is_open = holders[field.area] == holders[world.AREA_OF_TERMINAL[field.terminal]]
            potential, available = produce(field, is_open, dt)
            flow = min(available, room[field.terminal]) if is_open and export >= world.LIFTING else 0.0
            room[field.terminal] -= flow
            left[field.number] = available - flow
            lost += potential - flow
            undisturbed += world.CAPACITY[field.number] * world.CONDITION
            seller = world.SELLERS[holders[field.area]]
            barrels = flow * 1000.0 * days
            total[f"{seller} gross"] += barrels * export
            total[f"{seller} net"] += barrels * (export - world.LIFTING)
            company += barrels * export if seller == "company" else 0.0
        for f in world.TRUCKED:
            if by_truck >= world.LIFTING + world.TRANSPORT:
                flow = min(left[f], world.TRUCK_CAPACITY)
                lost -= flow
                seller = world.SELLERS[holders[world.AREA_OF_FIELD[f]]]
                barrels = flow * 1000.0 * days
                total[f"{seller} gross"] += barrels * by_truck
                total[f"{seller} net"] += barrels * (by_truck - world.LIFTING - world.TRANSPORT)
                company += barrels * by_truck if seller == "company" else 0.0
        total["company shut-in"] += lost * 1000.0 * days * export
        total["company forgone"] += undisturbed * 1000.0 * days * export - company

        memory = math.exp(-KAPPA * dt)
        deviation = world.VOLATILITY * math.sqrt((1.0 - memory**2) / (2.0 * KAPPA))
        mean = math.log(world.LONG_RUN) + memory * (math.log(price) - math.log(world.LONG_RUN))
        price = math.exp(random.gauss(mean, deviation))
        for field in fields:
            field.condition = 1.0 - (1.0 - field.condition) * math.exp(-world.MONTHS_PER_YEAR / world.REPAIR_MONTHS * dt)
            if holders[field.area] != world.REBELS:
                wait = random.expovariate(world.MONTHS_PER_YEAR / world.ATTACK_MONTHS)
                while wait < dt:
                    field.condition *= 1.0 - random.uniform(*world.DAMAGE)
                    wait += random.expovariate(world.MONTHS_PER_YEAR / world.ATTACK_MONTHS)
        holders = [change_holder(holders[a], holders, a, dt) for a in range(world.AREAS)]
    return [total[name] for name in SERIES]


def main():
    random.seed(1)
    print("Python " + sys.version.split()[0], flush=True)
    paths = []
    for line in sys.stdin:
        if line.strip() == "means":
            columns = list(zip(*paths))
            means = [math.fsum(column) / len(column) for column in columns]
            errors = [
                math.sqrt(math.fsum((x - m) ** 2 for x in column)) / len(column) for column, m in zip(columns, means)
            ]
            print("\t".join(f"{n}={m!r},{e!r}" for n, m, e in zip(SERIES, means, errors)), flush=True)
        else:
            processor, clock = time.process_time(), time.perf_counter()
            paths += [run_path() for _ in range(int(line))]
            print("%.6f %.6f" % (time.process_time() - processor, time.perf_counter() - clock), flush=True)


if __name__ == "__main__":
    main()
