#!/usr/bin/env python3
"""The reference workload in NumPy: in place, PCG64, one thread, blocks of paths that fit a cache.

Written the way a careful user would: arrays [entity][path] allocated once, every operation with `out=`, rates as tables, and
random numbers only where something may happen. It samples the model exactly as far as it goes:

* holders and neighbours are frozen within a month as the model demands, so the law of an area's holder at the end of the month is
  a row of exp(Q·dt), one table of 27 situations a length of month (the engine draws the events themselves, at their times);
* attacks are constant in rate, so the fields hit in a month are found by geometric skips, and further hits of the same field by
  thinning; single precision serves for the uniforms of holders;
* it keeps monthly means and each path's total of eight series (gross and net revenue of three sellers, value shut in, revenue
  forgone). The engine keeps moments, quantiles and probabilities of every series of its report: 198 series over 27 periods.

Answers every line on standard input, a number of paths, with the seconds of processor time and of the clock that they take;
`means` with the mean and standard error of each series.
"""
import sys
import time

import numpy as np

import reference_workload as world

SERIES = [f"{name} {kind}" for kind in ("gross", "net") for name in world.SELLERS] + ["company shut-in", "company forgone"]
YEARS = [days / world.DAYS_PER_YEAR for days in world.DAYS]


def exponential(q, time_years):
    """exp(q·t) by scaling and squaring of its series."""
    scaled = q * (time_years / 1024.0)
    total = term = np.eye(len(q))
    for k in range(1, 12):
        term = term @ scaled / k
        total = total + term
    for _ in range(10):
        total = total @ total
    return total


def tables(dt):
    """For left·9 + own·3 + right: the chance to leave, and the chance to go to the next actor (own + 1) mod 3."""
    leave, to_next = np.empty(27), np.empty(27)
    for left in range(3):
        for right in range(3):
            q = np.zeros((3, 3))
            for i in range(3):
                for j in range(3):
                    if i != j:
                        held = (left == j) + (right == j)
                        q[i, j] = world.MONTHS_PER_YEAR / world.EVERY[i][j] * world.PER_NEIGHBOUR**held
                q[i, i] = -q[i].sum()
            p = exponential(q, dt)
            for own in range(3):
                leave[left * 9 + own * 3 + right] = 1.0 - p[own, own]
                to_next[left * 9 + own * 3 + right] = p[own, (own + 1) % 3]
    return leave.astype(np.float32), to_next.astype(np.float32)


TABLES = {dt: tables(dt) for dt in set(YEARS)}


class Block:
    """Paths that fit a cache, and places for all that they compute."""

    def __init__(self, size, seed=1):
        self.rng = np.random.Generator(np.random.PCG64(seed))
        self.size = size
        self.log_price, self.z, self.price = np.empty(size), np.empty(size), np.empty(size)
        self.condition = np.empty((world.FIELDS, size))
        self.holder = np.empty((world.AREAS, size), np.int8)
        self.situation = np.empty((world.AREAS, size), np.intp)
        self.uniform = np.empty((world.AREAS, size), np.float32)
        self.leave = np.empty((world.AREAS, size), np.float32)
        self.leaves = np.empty((world.AREAS, size), bool)
        self.available = np.empty((world.FIELDS, size))
        self.flow = np.empty((world.FIELDS, size))
        self.room = np.empty((world.TERMINALS, size))
        self.opens = np.empty((world.FIELDS, size), bool)
        self.reach, self.ramp, self.part_open = (np.empty((world.FIELDS, size)) for _ in range(3))
        self.reach_before, self.outage, self.restart = (np.empty((world.FIELDS, size)) for _ in range(3))
        self.flags = np.empty((world.FIELDS, size), bool)
        self.truck = np.empty((len(world.TRUCKED), size))
        self.by_area = np.empty((world.AREAS, size))
        self.held = np.empty((world.AREAS, size), bool)
        self.part = np.empty((world.AREAS, size))
        self.exported, self.trucked = np.empty((3, size)), np.empty((3, size))
        self.may = np.empty(size, bool)
        self.scratch = np.empty(size)
        self.step_value = np.empty((len(SERIES), size))
        self.total = np.empty((len(SERIES), size))
        self.count = 0
        self.month_sums = np.zeros((len(world.DAYS), len(SERIES)))
        self.sums, self.squares = np.zeros(len(SERIES)), np.zeros(len(SERIES))
        self.capacity = np.array(world.CAPACITY)[:, None]
        self.trucked_areas = [world.AREA_OF_FIELD[f] for f in world.TRUCKED]
        kappa = np.log(2.0) * world.MONTHS_PER_YEAR / world.HALF_LIFE_MONTHS
        self.schwartz = {
            dt: (np.exp(-kappa * dt), world.VOLATILITY * np.sqrt((1.0 - np.exp(-2.0 * kappa * dt)) / (2.0 * kappa)))
            for dt in set(YEARS)
        }
        self.undisturbed = sum(world.CAPACITY) * world.CONDITION

    def run(self):
        """All paths of the block through all months."""
        self.log_price.fill(np.log(world.SPOT))
        self.price.fill(world.SPOT)
        self.condition.fill(world.CONDITION)
        self.ramp.fill(1.0)
        self.reach_before.fill(1.0)
        self.outage.fill(0.0)
        self.restart.fill(world.LEAST_RESTART_DAYS / world.DAYS_PER_YEAR)
        for a in range(world.AREAS):
            left, right = world.START[a - 1], world.START[(a + 1) % world.AREAS]
            self.holder[a] = world.START[a]
            self.situation[a] = left * 9 + world.START[a] * 3 + right
        self.total.fill(0.0)
        for month, dt in enumerate(YEARS):
            self.produce(dt)
            self.trade(month)
            if month < len(YEARS) - 1:
                self.move_price(dt)
                self.repair_and_attack(dt)
                self.change_holders(dt)
        self.count += self.size
        self.sums += self.total.sum(axis=1)
        self.squares += np.einsum("sp,sp->s", self.total, self.total)

    def produce(self, dt):
        """Output that a field reaches: what it could yield, less where its ways are shut, less while it starts again."""
        np.multiply(self.condition, self.capacity, out=self.available)
        gates = self.holder[:: world.AREAS // world.TERMINALS]
        for first in range(0, world.FIELDS, world.TERMINALS):
            area = first % world.AREAS
            np.equal(self.holder[area : area + world.TERMINALS], gates, out=self.opens[first : first + world.TERMINALS])
        # No field alone fills a terminal: behind an open gate its reach is 1, behind a shut one what its trucks carry.
        np.copyto(self.reach, self.opens)
        for f in world.TRUCKED:
            np.divide(world.TRUCK_CAPACITY, self.available[f], out=self.scratch)
            np.minimum(self.scratch, 1.0, out=self.scratch)
            np.maximum(self.reach[f], self.scratch, out=self.reach[f])
        np.minimum(self.ramp, self.reach, out=self.ramp)
        np.less(self.ramp, self.reach, out=self.flags)
        # Only fields that are coming back need more: elsewhere the mean over the month and the end of it are the reach.
        back = np.flatnonzero(self.flags)
        reach, ramp = self.reach.ravel(), self.ramp.ravel()
        a, r, restart = reach[back], ramp[back], self.restart.ravel()
        least = world.LEAST_RESTART_DAYS / world.DAYS_PER_YEAR
        rises = a > self.reach_before.ravel()[back] + 1e-9
        time_constant = np.where(rises, np.maximum(least, world.RESTART * self.outage.ravel()[back]), restart[back])
        restart[back] = time_constant
        decay = np.exp(-dt / time_constant)
        missing = 1.0 - r
        mean = np.minimum(a, 1.0 - missing * (time_constant / dt) * (1.0 - decay))
        np.copyto(self.ramp, self.reach)
        ramp[back] = np.minimum(a, 1.0 - missing * decay)
        np.copyto(self.reach_before, self.reach)
        # The outage grows while less than half is reached, and ends where the field is back.
        np.less(self.reach, 0.5, out=self.flags)
        np.subtract(1.0, self.reach, out=self.part_open)
        np.multiply(self.part_open, dt, out=self.part_open)
        np.multiply(self.part_open, self.flags, out=self.part_open)
        np.add(self.outage, self.part_open, out=self.outage)
        np.less(self.ramp, 0.99, out=self.flags)
        np.multiply(self.outage, self.flags, out=self.outage)
        reach[back] = mean
        # What could be produced stays for the value of what is not.
        np.add.reduce(self.available, axis=0, out=self.step_value[6])
        np.multiply(self.available, self.reach, out=self.available)

    def trade(self, month):
        """Fills the routes in their order: four fields at a time, each to a terminal of its own; then the trucks."""
        np.greater_equal(self.price, world.LIFTING - world.DIFFERENTIAL, out=self.may)
        np.multiply(self.may, world.TERMINAL_CAPACITY, out=self.scratch)
        self.room[:] = self.scratch
        for first in range(0, world.FIELDS, world.TERMINALS):
            four = slice(first, first + world.TERMINALS)
            flow = self.flow[four]
            np.minimum(self.available[four], self.room, out=flow)
            np.multiply(flow, self.opens[four], out=flow)
            np.subtract(self.room, flow, out=self.room)
        np.multiply(self.price, 1.0 - world.DISCOUNT, out=self.scratch)
        np.greater_equal(self.scratch, world.LIFTING + world.TRANSPORT, out=self.may)
        np.multiply(self.may, world.TRUCK_CAPACITY, out=self.scratch)
        for k, f in enumerate(world.TRUCKED):
            np.subtract(self.available[f], self.flow[f], out=self.truck[k])
        np.minimum(self.truck, self.scratch, out=self.truck)
        self.share_out()
        self.book(month)

    def share_out(self):
        """Barrels by seller: the two groups by mask, the company the rest."""
        np.add(self.flow[: world.FIELDS - world.AREAS], self.flow[world.AREAS :], out=self.by_area[: world.FIELDS - world.AREAS])
        self.by_area[world.FIELDS - world.AREAS :] = self.flow[world.FIELDS - world.AREAS : world.AREAS]
        np.add.reduce(self.by_area, axis=0, out=self.exported[0])
        np.add.reduce(self.truck, axis=0, out=self.trucked[0])
        for seller in (1, 2):
            np.equal(self.holder, seller, out=self.held)
            np.multiply(self.by_area, self.held, out=self.part)
            np.add.reduce(self.part, axis=0, out=self.exported[seller])
            trucks = self.part[: len(world.TRUCKED)]
            for k, area in enumerate(self.trucked_areas):
                np.multiply(self.truck[k], self.held[area], out=trucks[k])
            np.add.reduce(trucks, axis=0, out=self.trucked[seller])
            self.exported[0] -= self.exported[seller]
            self.trucked[0] -= self.trucked[seller]

    def book(self, month):
        """Gross and net revenue by seller, what stayed in the ground, what the state forgoes; USD."""
        barrels_a_kbd = 1000.0 * world.DAYS[month]
        value, scratch = self.step_value, self.scratch
        np.add(self.price, world.DIFFERENTIAL, out=self.z)
        np.multiply(self.exported, self.z, out=value[:3])
        np.multiply(self.price, 1.0 - world.DISCOUNT, out=scratch)
        np.multiply(self.trucked, scratch, out=value[3:6])
        np.add(value[:3], value[3:6], out=value[:3])
        np.multiply(self.exported, world.LIFTING, out=value[3:6])
        np.subtract(value[:3], value[3:6], out=value[3:6])
        np.multiply(self.trucked, world.LIFTING + world.TRANSPORT, out=self.part[:3])
        np.subtract(value[3:6], self.part[:3], out=value[3:6])
        for sold in (*self.exported, *self.trucked):
            value[6] -= sold
        np.multiply(value[6], self.z, out=value[6])
        np.multiply(self.z, self.undisturbed, out=value[7])
        np.subtract(value[7], value[0], out=value[7])
        np.multiply(value, barrels_a_kbd, out=value)
        np.add(self.total, value, out=self.total)
        self.month_sums[month] += value.sum(axis=1)

    def move_price(self, dt):
        memory, deviation = self.schwartz[dt]
        self.rng.standard_normal(out=self.z)
        np.multiply(self.log_price, memory, out=self.log_price)
        np.add(self.log_price, (1.0 - memory) * np.log(world.LONG_RUN), out=self.log_price)
        np.multiply(self.z, deviation, out=self.z)
        np.add(self.log_price, self.z, out=self.log_price)
        np.exp(self.log_price, out=self.price)

    def repair_and_attack(self, dt):
        kept = np.exp(-world.MONTHS_PER_YEAR / world.REPAIR_MONTHS * dt)
        np.multiply(self.condition, kept, out=self.condition)
        np.add(self.condition, 1.0 - kept, out=self.condition)
        mean = world.MONTHS_PER_YEAR / world.ATTACK_MONTHS * dt
        # at_least[k]: chance of at least k + 1 hits in the month.
        at_least, term, none = [], np.exp(-mean), np.exp(-mean)
        below = none
        for k in range(1, 8):
            at_least.append(1.0 - below)
            term = term * mean / k
            below += term
        entries = world.FIELDS * self.size
        expected = entries * at_least[0]
        gaps = self.rng.geometric(at_least[0], int(expected + 6.0 * np.sqrt(expected) + 10))
        hits = np.cumsum(gaps) - 1
        hits = hits[: np.searchsorted(hits, entries)]
        # A field's area is its number modulo the areas; rebels do not attack what they hold.
        area_entry = np.where(hits < world.AREAS * self.size, hits, hits - world.AREAS * self.size)
        hits = hits[self.holder.ravel()[area_entry] != world.REBELS]
        condition = self.condition.ravel()
        low, high = world.DAMAGE
        for k in range(1, 8):
            condition[hits] *= 1.0 - (low + (high - low) * self.rng.random(len(hits)))
            hits = hits[self.rng.random(len(hits)) < at_least[k] / at_least[k - 1]] if k < 7 else hits[:0]
            if len(hits) == 0:
                break

    def change_holders(self, dt):
        leave, to_next = TABLES[dt]
        self.rng.random(out=self.uniform, dtype=np.float32)
        np.take(leave, self.situation, out=self.leave, mode="clip")
        np.less(self.uniform, self.leave, out=self.leaves)
        fired = np.flatnonzero(self.leaves)
        situation, holder, size = self.situation.ravel(), self.holder.ravel(), self.size
        goes_on = self.uniform.ravel()[fired] < to_next[situation[fired]]
        before = holder[fired].astype(np.intp)
        after = before + np.where(goes_on, 1, 2)
        after -= 3 * (after > 2)
        change = after - before
        holder[fired] = after
        situation[fired] += 3 * change
        entries = world.AREAS * size
        to_right = fired + size
        situation[np.where(to_right >= entries, to_right - entries, to_right)] += 9 * change
        to_left = fired - size
        situation[np.where(to_left < 0, to_left + entries, to_left)] += change


def seconds(block, paths):
    """Of processor time and of the clock, for so many paths."""
    blocks = -(-paths // block.size)
    processor, clock = time.process_time(), time.perf_counter()
    for _ in range(blocks):
        block.run()
    share = paths / (blocks * block.size)
    return (time.process_time() - processor) * share, (time.perf_counter() - clock) * share


def best():
    """The block size with the shortest time of three trials each."""
    sizes = [256, 512, 1024, 2048, 4096, 8192]
    return min(sizes, key=lambda size: min(seconds(Block(size), 16384)[0] for _ in range(3)))


def main():
    block = Block(best())
    print(f"NumPy {np.__version__}, blocks of {block.size}", flush=True)
    for line in sys.stdin:
        if line.strip() == "means":
            mean = block.sums / block.count
            error = np.sqrt((block.squares / block.count - mean**2) / block.count)
            print("\t".join(f"{name}={m!r},{e!r}" for name, m, e in zip(SERIES, mean.tolist(), error.tolist())), flush=True)
        else:
            print("%.6f %.6f" % seconds(block, int(line)), flush=True)


if __name__ == "__main__":
    main()
