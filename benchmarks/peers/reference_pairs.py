#!/usr/bin/env python3
"""Runs the reference workload in our engine, in NumPy and as a plain Python loop, in turn, and prints the ratios of their times.

    dotnet build OilRevenueSim.sln -c Release
    python3 benchmarks/peers/reference_pairs.py [--pairs N] [--whole PATHS]

All wait while one works, so that a busy machine slows both sides of a pair. One thread is counted in processor time, two threads
and whole programs in time of the clock. First the results are compared: every mean of every program must lie within five standard
errors of ours, or the script stops. --whole also times `oilsim run` from start to charts against the simulation alone in NumPy.
Ratios are the peer's time over ours: above 1 we are faster.
"""
import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import reference_workload

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PATHS, PYTHON_PATHS, TURNS = 65536, 500, 1_000_000
BANDS = 5.0  # standard errors; a false alarm among 16 comparisons has a chance of 1e-5


class Program:
    """A program that answers questions, one a line."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.name = self.process.stdout.readline().strip()

    def ask(self, question):
        self.process.stdin.write(f"{question}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def processor(self, question):
        return float(self.ask(question).split()[0])

    def clock(self, question):
        return float(self.ask(question).split()[1])

    def means(self):
        pairs = (item.split("=") for item in self.ask("means").split("\t"))
        return {name: tuple(float(x) for x in value.split(",")) for name, value in pairs}

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def run_of(project):
    return ["dotnet", "run", "--no-build", "-c", "Release", "--project", str(ROOT / project), "--"]


def agree(ours, peer):
    """Prints both sides' means; false where they differ by more than chance."""
    a, b = ours.means(), peer.means()
    worst = 0.0
    for name, (mean, error) in a.items():
        distance = abs(mean - b[name][0]) / (error**2 + b[name][1] ** 2) ** 0.5
        worst = max(worst, distance)
        print(f"  {name:16} {mean / 1e9:8.4f} and {b[name][0] / 1e9:8.4f} billion USD, {distance:.1f} standard errors apart")
    return worst < BANDS


def show(title, ratios):
    ratios = sorted(ratios)
    quarter = len(ratios) // 4
    print(
        f"{title}: {statistics.median(ratios):.3f}"
        f" (quartiles {ratios[quarter]:.3f} to {ratios[-1 - quarter]:.3f}, {len(ratios)} pairs)"
    )


def pairs(count, ours, peer):
    """Ratios of the peer's time to ours, the order changing every time."""
    result = []
    for i in range(count):
        if i % 2 == 0:
            a, b = ours(), peer()
        else:
            b, a = peer(), ours()
        result.append(b / a)
    return result


def whole(paths, count, numpy):
    """`oilsim run` from its start to its charts on two threads, against so many paths simulated in NumPy."""
    scenario = str(HERE / "reference-workload.yaml")

    def ours():
        folder = tempfile.mkdtemp()
        start = time.perf_counter()
        subprocess.run(
            [*run_of("src/OilRevenueSim.Cli"), "run", scenario, "--paths", str(paths), "--threads", "2", "--quiet", "--out", folder],
            check=True,
        )
        spent = time.perf_counter() - start
        shutil.rmtree(folder)
        return spent

    show(f"NumPy, simulation alone / oilsim run, {paths:,} paths on two threads", pairs(count, ours, lambda: numpy.clock(paths)))


def second_thread(count, ours):
    """What a second thread gains: the engine, a loop that is only arithmetic, and the one over the other, measured in turn."""
    engine, loop = [], []
    for _ in range(count):
        engine.append(ours.clock(f"run {PATHS} 1") / ours.clock(f"run {PATHS} 2"))
        loop.append(ours.clock(f"loop {TURNS} 1") / ours.clock(f"loop {TURNS} 2"))
    show("ours on one thread / ours on two", engine)
    show("a loop of arithmetic on one thread / on two", loop)
    show("what a second thread gains the engine / the loop", [a / b for a, b in zip(engine, loop)])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--pairs", type=int, default=11)
    options.add_argument("--whole", type=int, default=0, metavar="PATHS")
    options = options.parse_args()
    if (HERE / "reference-workload.yaml").read_text() != reference_workload.yaml():
        sys.exit("reference-workload.yaml is not what reference_workload.py writes.")
    ours = Program([*run_of("benchmarks/OilRevenueSim.Benchmarks"), "reference"])
    numpy = Program([sys.executable, str(HERE / "reference_numpy.py")])
    python = Program([sys.executable, str(HERE / "reference_python.py")])
    for program in (ours, numpy, python):
        print(program.name)
    for _ in range(3):
        ours.ask(f"run {PATHS} 1"), ours.ask(f"run {PATHS} 2"), ours.ask(f"bare {PATHS}"), ours.ask(f"loop {TURNS} 2")
        ours.ask(f"asked {PATHS} 1"), ours.ask(f"asked {PATHS} 2")
        numpy.ask(PATHS), python.ask(PYTHON_PATHS)
    for peer in (numpy, python):
        print(f"ours and {peer.name}:")
        if not agree(ours, peer):
            sys.exit("The results differ by more than chance.")
    one = lambda: ours.processor(f"run {PATHS} 1")
    show("NumPy / ours, one thread", pairs(options.pairs, one, lambda: numpy.processor(PATHS)))
    show("NumPy / ours without statistics, one thread", pairs(options.pairs, lambda: ours.processor(f"bare {PATHS}"), lambda: numpy.processor(PATHS)))
    show("NumPy on one thread / ours on two", pairs(options.pairs, lambda: ours.clock(f"run {PATHS} 2"), lambda: numpy.clock(PATHS)))
    same = lambda: ours.processor(f"asked {PATHS} 1")
    show("NumPy / ours recording the same eight series, one thread", pairs(options.pairs, same, lambda: numpy.processor(PATHS)))
    show("NumPy on one thread / ours recording the same on two", pairs(options.pairs, lambda: ours.clock(f"asked {PATHS} 2"), lambda: numpy.clock(PATHS)))
    show("plain Python / ours recording the same, one thread", pairs(options.pairs, same, lambda: python.processor(PYTHON_PATHS) * PATHS / PYTHON_PATHS))
    second_thread(options.pairs, ours)
    show("ours without statistics / ours", pairs(options.pairs, one, lambda: ours.processor(f"bare {PATHS}")))
    scale = PATHS / PYTHON_PATHS
    show("plain Python / ours, one thread", pairs(options.pairs, one, lambda: python.processor(PYTHON_PATHS) * scale))
    if options.whole:
        whole(options.whole, min(options.pairs, 5), numpy)
    for program in (ours, numpy, python):
        program.close()


if __name__ == "__main__":
    main()
