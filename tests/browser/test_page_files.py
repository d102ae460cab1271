import re
from pathlib import Path

import pytest

from tests.browser.conftest import PAGE

SCRIPTS = sorted(PAGE.glob("app/*.js"))


def test_the_page_names_no_outside_address() -> None:
    text = "".join(path.read_text() for path in PAGE.rglob("*.*"))
    assert set(re.findall(r"https?://[\w.]+", text)) == {"http://www.w3.org", "https://t.me"}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_imports_only_what_another_one_exports(script: Path) -> None:
    for names, source in re.findall(r'import \{([^}]+)\} from "\./(.+?)"', script.read_text()):
        exported = re.findall(r"export (?:async )?(?:function|const) (\w+)", (script.parent / source).read_text())
        assert {name.strip() for name in names.split(",")} - {""} <= set(exported)


def test_every_word_is_there_in_both_languages_and_used() -> None:
    words = dict(re.findall(r'^  "?(\w+)"?: (\[.+?\]),$', (PAGE / "app/words.js").read_text(), re.MULTILINE))
    assert all(len(re.findall(r'"[^"]+"', pair)) == 2 for pair in words.values())
    code = "".join(path.read_text() for path in SCRIPTS if path.stem != "words")
    built = {"slow", "429", "500", "slowHint", "429Hint", "500Hint"}
    assert {word for word in words if not re.search(rf'"{word}"', code)} - built == set()
