"""Computes every world of worlds/ and writes results/. Usage: python3 run.py [FOLDER]"""

import json
import pathlib
import sys

from path import Path
from world import World


def number(x):
    """Eleven digits: the comparison allows 1e-9."""
    return float(f"{x:.11g}") if isinstance(x, float) else x


def series(values):
    """One value where it never changes, else one a month or step."""
    values = [number(v) for v in values]
    return values[:1] if all(v == values[0] for v in values) else values


def states(steps):
    names = [(kind, name) for kind, found in steps[0].items() for name in found]
    return {f"{kind}|{name}": series([s[kind][name] for s in steps]) for kind, name in sorted(names)}


def results(written):
    paths = []
    for index in range(written["paths"]):
        scenario = json.loads(json.dumps(written["scenario"]))
        record = Path(World(scenario), written["seed"], index).run()
        months = {name: series(values) for name, values in sorted(record.months().items()) if any(values)}
        paths.append({"months": months, "steps": states(record.steps)})
    return paths


def main(folder):
    for file in sorted((folder / "worlds").glob("*.json")):
        found = {"paths": results(json.loads(file.read_text(encoding="utf-8")))}
        text = json.dumps(found, separators=(",", ":"), ensure_ascii=False) + "\n"
        (folder / "results" / file.name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
