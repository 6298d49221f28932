"""Sobol' numbers and points as scipy has them.

    python3 reference.py directions > ../../../src/OilRevenueSim.Core/RandomStreams/joe-kuo-6.txt
    python3 reference.py points     > sobol-points.csv

Made with scipy 1.10.1 and numpy 1.24.2. scipy carries the published numbers of new-joe-kuo-6.21201 (Joe & Kuo 2008) as
`poly` = 2^s + 2a + 1 and `vinit` = m_1 ... m_s, and makes its points in the order of the Gray code of Antonov & Saleev;
they are written here in the order of the index itself, as numerators over 2^30.
"""

import os
import sys

import numpy as np
import scipy
from scipy.stats import qmc

DIMENSIONS = 1111


def directions():
    package = os.path.dirname(scipy.__file__)
    numbers = np.load(os.path.join(package, "stats", "_sobol_direction_numbers.npz"))
    print("# Direction numbers new-joe-kuo-6 for dimensions 2 to 1,111: d s a m_1 ... m_s.")
    print("# S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections,")
    print("# SIAM J. Sci. Comput. 30 (2008) 2635-2654.")
    for d in range(2, DIMENSIONS + 1):
        poly = int(numbers["poly"][d - 1])
        s = poly.bit_length() - 1
        a = (poly - (1 << s) - 1) >> 1
        print(d, s, a, *(int(m) for m in numbers["vinit"][d - 1][:s]))


def points():
    # Point n of scipy has index n ^ (n >> 1); 2^k has n = 2^(k+1) - 1.
    rng = np.random.default_rng(20081)
    wanted = sorted({2 ** (k + 1) - 1 for k in range(20)} | set(range(16)) | set(rng.integers(0, 2**20, 40).tolist()))
    sobol = qmc.Sobol(DIMENSIONS, scramble=False)
    shown = [1, 2, 3, 4, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1111]
    print("index," + ",".join(str(d) for d in shown))
    done = 0
    for n in wanted:
        if n > done:
            sobol.fast_forward(n - done)
        point = sobol.random(1)[0]
        done = n + 1
        print(n ^ (n >> 1), *(int(point[d - 1] * 2**30) for d in shown), sep=",")


{"directions": directions, "points": points}[sys.argv[1]]()
