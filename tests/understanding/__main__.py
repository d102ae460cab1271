"""Prints how well the corpora are understood: python -m tests.understanding [--failures-held-back]."""

import sys
from collections.abc import Iterable, Sequence

from tests.understanding.benchmark import speeds
from tests.understanding.corpora import SLOTS, Example, mentions, sentences


def share(right: int, total: int) -> str:
    return f"{right}/{total} {100 * right / total:.1f} %" if total else "none"


def right(examples: Sequence[Example]) -> str:
    return share(sum(not example.wrong for example in examples), len(examples))


def parts(examples: Iterable[Example]) -> tuple[list[Example], list[Example]]:
    examples = list(examples)
    return [e for e in examples if not e.held_back], [e for e in examples if e.held_back]


def show(title: str, examples: Sequence[Example], failures: bool) -> None:
    print(f"\n{title}: {right(examples)}")
    for example in examples if failures else ():
        if example.wrong:
            print(f"  {example.text}  " + "; ".join(f"{k}: {w!r} but {h!r}" for k, (w, h) in example.wrong.items()))


def show_sentences(title: str, examples: Sequence[Example], failures: bool) -> None:
    show(title, examples, failures)
    for intent in dict.fromkeys(example.expected["intent"] for example in examples):
        print(f"  {intent:<12}{right([e for e in examples if e.expected['intent'] == intent])}")
    for slot in SLOTS:
        filled = [e for e in examples if slot in e.expected and (e.expected[slot] or e.heard[slot])]
        print(f"    {slot:<10}{share(sum(slot not in e.wrong for e in filled), len(filled))}")
    print(f"  wrong write-intents: {sum(example.wrongly_writes for example in examples)}")


def main(failures_held_back: bool) -> None:
    for name, examples, report in (("unit mentions", mentions(), show), ("sentences", sentences(), show_sentences)):
        tuned, held = parts(examples)
        report(f"{name}, tuned on", tuned, True)
        report(f"{name}, held back", held, failures_held_back)
    print()
    for line in speeds():
        print(line)


main("--failures-held-back" in sys.argv)
