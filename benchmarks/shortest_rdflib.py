"""The shortest rdflib program: parse the same data, run the same query, print."""

import sys

from rdflib import Dataset

for row in Dataset().parse(sys.argv[1], format="nquads").query(sys.argv[2]):
    print(row)  # noqa: T201 (the result)
