#!/usr/bin/env python3
"""A step of Schwartz's price with its random number in NumPy: in place, PCG64, one thread, at the best block size.

Answers every line on standard input with the nanoseconds that one path takes for one step; pairs.py asks.
"""
import sys
import time

import numpy as np

LONG_RUN, HALF_LIFE, VOLATILITY, DT = 64.0, 0.75, 0.36, 1.0 / 12.0
KAPPA = np.log(2.0) / HALF_LIFE
MEMORY = np.exp(-KAPPA * DT)
SHIFT = (1.0 - MEMORY) * np.log(LONG_RUN)
DEVIATION = VOLATILITY * np.sqrt((1.0 - np.exp(-2.0 * KAPPA * DT)) / (2.0 * KAPPA))


class Block:
    """Paths that fit a cache, and places for their normals and prices."""

    def __init__(self, size):
        self.rng = np.random.Generator(np.random.PCG64(1))
        self.size = size
        self.x = np.full(size, np.log(112.3))
        self.z = np.empty(size)
        self.price = np.empty(size)

    def step(self):
        self.rng.standard_normal(out=self.z)
        np.multiply(self.x, MEMORY, out=self.x)
        np.add(self.x, SHIFT, out=self.x)
        np.multiply(self.z, DEVIATION, out=self.z)
        np.add(self.x, self.z, out=self.x)
        np.exp(self.x, out=self.price)

    def nanoseconds(self, seconds):
        """Of one path for one step, over about so many seconds of processor time."""
        count = 0
        start = time.process_time_ns()
        until = start + int(seconds * 1e9)
        batch = max(1, 65536 // self.size)
        while time.process_time_ns() < until:
            for _ in range(batch):
                self.step()
            count += batch
        return (time.process_time_ns() - start) / (count * self.size)


def best():
    """The block size with the shortest time of three trials each."""
    sizes = [256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536]
    return min(sizes, key=lambda size: min(Block(size).nanoseconds(0.1) for _ in range(3)))


def main():
    block = Block(best())
    print(f"NumPy {np.__version__}, blocks of {block.size}", flush=True)
    for _ in sys.stdin:
        print(f"{block.nanoseconds(0.2):.4f}", flush=True)


if __name__ == "__main__":
    main()
