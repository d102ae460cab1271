"""A linear model over features, read from a file and scored without further libraries."""

import json
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, sqrt
from operator import itemgetter
from pathlib import Path

LANE = 4
"""Bytes for each class, so that one sum of long integers adds up all classes of all features."""
ZERO = 128
"""The byte that stands for a weight of zero."""


@dataclass(frozen=True, slots=True)
class Model:
    """A softmax regression.

    A row holds the weights of a feature, a byte for each class, in units of `step`. `digest` identifies the training
    data.
    """

    classes: tuple[str, ...]
    biases: tuple[float, ...]
    step: float
    rows: Mapping[str, bytes]
    digest: str

    def shares(self, features: Collection[str]) -> dict[str, float]:
        """Return the probability of each class, the likeliest first."""
        known = [_lanes(self.rows[feature]) for feature in self.rows.keys() & features]
        lanes = sum(known).to_bytes(LANE * len(self.classes), "little")
        sums = memoryview(lanes).cast("I")
        scale = self.step / sqrt(len(known) or 1)
        scores = [bias + scale * (each - ZERO * len(known)) for bias, each in zip(self.biases, sums, strict=True)]
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
    width = len(facts["classes"])
    rows = {feature: weights[at * width : (at + 1) * width] for at, feature in enumerate(features)}
    return Model(tuple(facts["classes"]), tuple(facts["biases"]), facts["step"], rows, facts["digest"])


@cache
def _lanes(weights: bytes) -> int:
    """Return a row ready for adding up; made on first use, because most features never occur."""
    lanes = bytearray(LANE * len(weights))
    lanes[::LANE] = weights
    return int.from_bytes(lanes, "little")
