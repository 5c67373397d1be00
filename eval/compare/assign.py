"""Sets Twain's assignment solver beside those that Python can call, on the same matrices and one core.

    python -m venv venv && venv/bin/pip install numpy scipy lapx ortools
    cargo build --release --package twain-eval
    taskset --cpu-list 1 venv/bin/python eval/compare/assign.py target/release/eval 500 1000 2000 5000 10000

Two kinds of costs: `easy`, uniform random; `hard`, great-circle distances between places that stand in clusters of unequal
size, so that near ties abound. Every solver gets the matrix ready in memory and is timed for solving alone (OR-Tools
without the time to hand over its arcs, which is longer than solving). The time is the median of 21 runs up to 1,000 rows, of
five above, and of fewer where five seconds have passed. OR-Tools takes whole numbers only: its costs are scaled to 30 bits,
so its value differs a little. A solver that took over the limit at one size is left out at greater ones.
"""

import importlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

LIMIT_S = 60.0
EARTH_KM = 6371.0


def easy(n):
    return np.random.default_rng(1).random((n, n))


def hard(n, n_clusters=40, spread_km=80.0):
    chance = np.random.default_rng(1)
    lat = np.arcsin(chance.uniform(-0.3, 0.94, n_clusters))
    lon = chance.uniform(-np.pi, np.pi, n_clusters)

    def places():
        weight = chance.permutation(1 / np.arange(1, n_clusters + 1) ** 0.8)
        cluster = chance.choice(n_clusters, n, p=weight / weight.sum())
        spread = spread_km / EARTH_KM
        north = lat[cluster] + chance.normal(0, spread, n)
        east = lon[cluster] + chance.normal(0, spread, n) / np.maximum(np.cos(lat[cluster]), 0.2)
        return north, east

    (lat_a, lon_a), (lat_b, lon_b) = places(), places()
    km = np.empty((n, n))
    for row in range(n):
        half = np.sin((lat_b - lat_a[row]) / 2) ** 2
        half += np.cos(lat_a[row]) * np.cos(lat_b) * np.sin((lon_b - lon_a[row]) / 2) ** 2
        km[row] = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return km


def twain(program):
    def solve(costs):
        n = len(costs)
        with tempfile.NamedTemporaryFile() as file:
            costs.astype("<f8").tofile(file.name)
            repeat = str(21 if n <= 1000 else 5 if n <= 2000 else 1)
            command = [program, "assign", file.name, "--raw", str(n), str(n), "--min", "--repeat", repeat]
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        if "proof        holds" not in text:
            raise RuntimeError(text)
        return float(re.search(r"value +(\S+)", text)[1]), float(re.search(r"solving +(\S+)", text)[1])

    return solve


def timed(solve, pairs):
    """A solver that is timed here. `pairs` takes rows and columns from its result."""

    def run(costs):
        seconds = []
        while len(seconds) < (21 if len(costs) <= 1000 else 5) and sum(seconds) < 5:
            start = time.perf_counter()
            result = solve(costs)
            seconds.append(time.perf_counter() - start)
        rows, cols = pairs(result)
        return float(costs[rows, cols].sum()), statistics.median(seconds)

    return run


def ortools(module):
    def solve(costs):
        n = len(costs)
        whole = np.rint(costs * (2**30 / costs.max())).astype(np.int64).ravel()
        solver = module.SimpleLinearSumAssignment()
        index = np.arange(n, dtype=np.int32)
        solver.add_arcs_with_cost(np.repeat(index, n), np.tile(index, n), whole)
        start = time.perf_counter()
        solver.solve()
        seconds = time.perf_counter() - start
        return float(sum(costs[row, solver.right_mate(row)] for row in range(n))), seconds

    return solve


def solvers(program):
    """All that can be found, by name."""
    found = {"twain": twain(program)}

    def module(name):
        try:
            return importlib.import_module(name)
        except ImportError:
            print(f"missing: {name}", file=sys.stderr)
            return None

    if scipy := module("scipy.optimize"):
        found["scipy"] = timed(scipy.linear_sum_assignment, lambda result: result)
    if lap := module("lap"):
        for name in ("lapjv", "lapjvx", "lapjvc", "lapjvs", "lapjvr", "lapjvh"):
            if not hasattr(lap, name):
                print(f"missing: lap.{name}", file=sys.stderr)
            elif name == "lapjv":
                found[name] = timed(lap.lapjv, lambda result: (np.arange(len(result[1])), result[1]))
            else:
                found[name] = timed(getattr(lap, name), lambda result: (result[1], result[2]))
        for name in ("lapjvxa", "lapjvsa"):
            if hasattr(lap, name):
                found[name] = timed(getattr(lap, name), lambda result: (result[1][:, 0], result[1][:, 1]))
    if linear := module("ortools.graph.python.linear_sum_assignment"):
        found["ortools"] = ortools(linear)
    return found


def main():
    program, sizes = sys.argv[1], [int(size) for size in sys.argv[2:]]
    for kind in (easy, hard):
        left = solvers(program)
        for n in sizes:
            costs = kind(n)
            times = {}
            print(f"\n{kind.__name__} {n} x {n}")
            for name, solve in list(left.items()):
                value, times[name] = solve(costs)
                print(f"  {name:8} {times[name] * 1e3:12.2f} ms   {value:.12g}", flush=True)
                if times[name] > LIMIT_S:
                    del left[name]
            others = [seconds for name, seconds in times.items() if name != "twain"]
            if others:
                print(f"  the best other takes {min(others) / times['twain']:.1f} times as long")


if __name__ == "__main__":
    main()
