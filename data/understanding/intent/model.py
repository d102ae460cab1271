"""A linear model over features, read from a file and scored without further libraries."""

import json
import zlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from operator import itemgetter
from pathlib import Path
from struct import iter_unpack

LANE = 4
"""Bytes for each class in a row, so that one sum of long integers adds up all classes of all features."""
ZERO = 128
"""The byte that stands for a weight of zero."""


@dataclass(frozen=True, slots=True)
class Model:
    """A softmax regression.

    A row holds the weights of a feature in units of `step`, a lane for each class, as one long integer. `digest`
    identifies the training data.
    """

    classes: tuple[str, ...]
    biases: tuple[float, ...]
    step: float
    rows: Mapping[str, int]
    digest: str

    def shares(self, features: AbstractSet[str]) -> dict[str, float]:
        """Return the probability of each class, the likeliest first."""
        known = [*filter(None, map(self.rows.get, features))]
        lanes = sum(known).to_bytes(LANE * len(self.classes), "little")
        sums = memoryview(lanes).cast("I")
        scale = self.step / sqrt(len(known) or 1)
        zero = ZERO * len(known)
        scores = [bias + scale * (each - zero) for bias, each in zip(self.biases, sums, strict=True)]
        highest = max(scores)
        powers = [exp(score - highest) for score in scores]
        total = sum(powers)
        shares = {name: power / total for name, power in zip(self.classes, powers, strict=True)}
        return dict(sorted(shares.items(), key=itemgetter(1), reverse=True))


@cache
def load_model(name: str) -> Model:
    """Return the shipped model called `name`."""
    return unpack_model((Path(__file__).parent / f"{name}.weights").read_bytes())


def unpack_model(packed: bytes) -> Model:
    """Return the model in the content of a file that `make train` has written."""
    head, names, weights = zlib.decompress(packed).split(b"\0\n", 2)
    facts, features = json.loads(head), names.decode().split("\n")
    lanes = bytearray(LANE * len(weights))
    lanes[::LANE] = weights
    each_row = iter_unpack(f"{LANE * len(facts['classes'])}s", lanes)
    rows = {feature: int.from_bytes(row, "little") for feature, (row,) in zip(features, each_row, strict=True)}
    return Model(tuple(facts["classes"]), tuple(facts["biases"]), facts["step"], rows, facts["digest"])
