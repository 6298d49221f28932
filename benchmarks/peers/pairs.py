#!/usr/bin/env python3
"""Times two programs in turn and prints the median of the ratios of their times: ours over the peer's.

    python3 benchmarks/peers/pairs.py [PAIRS]

Both wait while the other works, so that a busy machine slows both sides of a pair. Build the benchmarks first:
dotnet build benchmarks/OilRevenueSim.Benchmarks -c Release
"""
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent / "OilRevenueSim.Benchmarks"
OURS = ["dotnet", "run", "--no-build", "-c", "Release", "--project", str(PROJECT), "--", "schwartz-step"]
PEER = [sys.executable, str(HERE / "schwartz_step.py")]


def start(command):
    program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    print(program.stdout.readline().strip())
    return program


def ask(program):
    program.stdin.write("\n")
    program.stdin.flush()
    return float(program.stdout.readline())


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    ours, peer = start(OURS), start(PEER)
    ask(ours), ask(peer)
    pairs = [(ask(ours), ask(peer)) if i % 2 == 0 else (ask(peer), ask(ours))[::-1] for i in range(count)]
    ratios = sorted(a / b for a, b in pairs)
    for program in (ours, peer):
        program.stdin.close()
        program.wait()
    print(f"ours {statistics.median(a for a, _ in pairs):.2f} ns, peer {statistics.median(b for _, b in pairs):.2f} ns a path and step")
    print(f"ratio: median {statistics.median(ratios):.3f}, from {ratios[0]:.3f} to {ratios[-1]:.3f} over {count} pairs")


if __name__ == "__main__":
    main()
