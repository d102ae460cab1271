"""Fuzzing of file readers: bombs, entities, macros, nested and huge cells, truncated and renamed files. Each must be
read or refused with a named problem, within its limits; harmful ones must be refused."""

import io
import pickle
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import PurePosixPath
from random import Random
from time import monotonic
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import click
from docx import Document
from openpyxl import Workbook
from PIL import Image

from data.exports.taken_information import FORMATS, prepared_illustration
from data.information.articles import article_in_document
from data.people.roster_file import read_roster
from data.plan.files.apart import read_in_process
from data.plan.files.limits import check_size
from data.plan.files.plan import read_plan
from data.plan.files.problems import FileProblem
from data.plan.unit_names import shipped_unit_names
from tests.data.plan.small_files import PLAN, ROSTER, document, workbook

NAMES = (
    *("x.csv", "x.xlsx", "x.docx", "x.jpg", "x.doc", "x.txt", "x", "x.pdf", "x.xls"),
    *("名单.xlsx.csv", "..\\..\\x.docx", ""),
)
READERS: tuple[Callable[[bytes, str], object], ...] = (
    partial(read_plan, issued=date(2019, 10, 24), names=shipped_unit_names()),
    partial(read_roster, names=shipped_unit_names()),
    article_in_document,
    prepared_illustration,
)
BATCH = 12
DOCTYPE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
TEMPLATE = (
    '<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'attachedTemplate" Target="https://x/y.dotm" TargetMode="External"/></Relationships>'
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file, what was done to it, and whether it must be refused."""

    name: str
    content: bytes
    done: str
    is_harmful: bool


def fuzz_uploads(chance: Random, seconds: float) -> int:
    """Read files as the bot does, in a process with limits, and print what goes wrong; return how much that is."""
    end, bad = monotonic() + seconds, 0
    seen: Counter[str] = Counter()
    while monotonic() < end:
        uploads = [_upload(chance) for _ in range(BATCH)]
        for upload, outcomes in zip(uploads, _read_side_by_side(uploads), strict=True):
            seen.update(outcomes)
            wrong = [each for each in outcomes if each.startswith("crashes") or (each == "read" and upload.is_harmful)]
            bad += len(wrong)
            for trouble in wrong:
                click.echo(f"{upload.name!r}, {upload.done}: {trouble}")
    click.echo(f"{seen.total()} files read: {dict(seen.most_common())}")
    return bad


def _read_side_by_side(uploads: list[Upload]) -> list[list[str]]:
    """Return the outcomes for each file, read in one process or, if that fails, each in its own."""
    content = pickle.dumps([(each.name, each.content) for each in uploads])
    try:
        return read_in_process(read_all, content, "")
    except (FileProblem, RuntimeError):
        return [_read_alone(each) for each in uploads]


def _read_alone(upload: Upload) -> list[str]:
    try:
        [outcomes] = read_in_process(read_all, pickle.dumps([(upload.name, upload.content)]), "")
    except FileProblem as problem:
        return [type(problem).__name__]
    except RuntimeError as error:
        return [f"crashes, {str(error)[-300:]}"]
    return outcomes


def read_all(content: bytes, filename: str) -> list[list[str]]:
    """Return the outcomes for each file of a batch, read as a plan, a roster, an article and a picture."""
    return [[_outcome(read, *file) for read in READERS] for file in pickle.loads(content)]


def _outcome(read: Callable[[bytes, str], object], name: str, content: bytes) -> str:
    try:
        check_size(len(content))
        read(content, name)
    except FileProblem as problem:
        return type(problem).__name__
    except MemoryError:
        raise
    except Exception:
        return f"crashes, {traceback.format_exc()[-300:]}"
    return "read"


def _upload(chance: Random) -> Upload:
    """Return a file to which one to three things were done."""
    content, done = chance.choice(_bases()), list[str]()
    is_harmful = False
    for do in chance.choices((*HARMFUL, *ODD), k=chance.randint(1, 3)):
        try:
            content = do(content, chance)
        except Exception:  # an earlier change has left no archive to change
            continue
        done.append(do.__name__.strip("_"))
        is_harmful = do in HARMFUL or (is_harmful and do not in SPOILING)
    return Upload(chance.choice(NAMES), content, " and ".join(done), is_harmful)


@cache
def _bases() -> tuple[bytes, ...]:
    """Return a plan and a roster as workbook, text and document, an article, and pictures."""
    text = ["\n".join(",".join(map(str, row)) for row in table) for table in (PLAN, ROSTER)]
    tables = (workbook(PLAN), workbook(ROSTER), text[0].encode(), text[1].encode("gb18030"), document(PLAN))
    return (*tables, _article(), *map(_picture, FORMATS))


def _article() -> bytes:
    made, file = Document(), io.BytesIO()
    made.add_heading("捣毁一处窝点")
    made.add_paragraph("查处仿冒药品1200盒。")
    made.save(file)
    return file.getvalue()


def _picture(kind: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(file, kind)
    return file.getvalue()


def _changed(content: bytes, change: Callable[[str, bytes], bytes], **new: bytes) -> bytes:
    """Return an archive with its members changed and others added; __ in a name stands for /."""
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as packed:
        for name in old.namelist():
            packed.writestr(name, change(name, old.read(name)))
        for name, inside in new.items():
            packed.writestr(name.replace("__", "/"), inside)
    return result.getvalue()


def _with(content: bytes, **new: bytes) -> bytes:
    return _changed(content, lambda _, inside: inside, **new)


def _main_part(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as packed:
        return next(name for name in packed.namelist() if "sheet1" in name or name == "word/document.xml")


def _in_main_part(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    main = _main_part(content)
    return _changed(content, lambda name, inside: change(inside) if name == main else inside)


def _macro(content: bytes, chance: Random) -> bytes:
    place = "xl" if "sheet" in _main_part(content) else "word"
    return _with(content, **{f"{place}__vbaProject.bin": b"\0" * 20})


def _ole(content: bytes, chance: Random) -> bytes:
    return _with(content, **{"word__embeddings__oleObject1.bin": b"\0" * 20})


def _template(content: bytes, chance: Random) -> bytes:
    return _with(content, **{"word___rels__settings.xml.rels": TEMPLATE.encode()})


def _entities(content: bytes, chance: Random) -> bytes:
    encoding = chance.choice(("utf-8", "utf-16"))
    beginning = DOCTYPE.encode(encoding) + "<x>&b;</x>".encode(encoding)
    return _in_main_part(content, lambda inside: beginning)


def _bomb(content: bytes, chance: Random) -> bytes:
    return _with(content, **{"xl__media__x.bin": bytes(chance.choice((20, 60)) * 1024 * 1024)})


def _nested_archives(content: bytes, chance: Random) -> bytes:
    inner = io.BytesIO()
    with ZipFile(inner, "w", ZIP_STORED) as packed:
        packed.writestr("x.xlsx", content)
    return _with(content, **{"xl__embeddings__x.zip": inner.getvalue()})


def _deep_tables(content: bytes, chance: Random) -> bytes:
    deep = chance.choice((50, 500, 20_000))
    opening, closing = b"<w:tbl><w:tr><w:tc><w:p/>", b"</w:tc></w:tr></w:tbl>"
    return _in_main_part(content, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + opening * deep + closing * deep))


def _huge_cell(content: bytes, chance: Random) -> bytes:
    cell = b"\xe9\xb9\xbf" * chance.choice((40_000, 900_000))
    return _in_main_part(content, lambda xml: xml.replace("仿冒药品".encode(), cell))


def _far_cell(content: bytes, chance: Random) -> bytes:
    book = Workbook()
    book.worksheets[0][chance.choice(("XFD1", "A1048576", "XFD1048576", "ZZ9000"))] = "=1+1"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _merged(content: bytes, chance: Random) -> bytes:
    area = chance.choice((b"A1:XFD1048576", b"A1:F3", b"F3:A1", b"A0:A0", b"A1", b"A1:A99999999999999999999"))
    tag = b'</sheetData><mergeCells count="1"><mergeCell ref="' + area + b'"/></mergeCells>'
    return _in_main_part(content, lambda xml: xml.replace(b"</sheetData>", tag))


def _formulas(content: bytes, chance: Random) -> bytes:
    what = chance.choice(('=HYPERLINK("https://x")', "=cmd|'/c calc'!A0", "@SUM(A1)", "#REF!", "-2+3"))
    return content.replace("查处仿冒药品".encode(), what.encode()) if not content.startswith(b"PK") else _cell(what)


def _cell(value: str) -> bytes:
    return workbook([PLAN[0], ["一、", "1. 专项", value, value, value, value]])


def _other_bytes(content: bytes, chance: Random) -> bytes:
    at = chance.randrange(max(len(content), 1))
    return content[:at] + chance.randbytes(chance.randint(1, 8)) + content[at + chance.randint(0, 8) :]


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _renamed_parts(content: bytes, chance: Random) -> bytes:
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            changed = chance.choice(
                (name, name, name, f"../../{name}", f"/{name}", PurePosixPath(name).name, name.upper())
            )
            new.writestr(changed, old.read(name))
    return result.getvalue()


def _lost_parts(content: bytes, chance: Random) -> bytes:
    result = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(result, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if chance.random() < 0.85:
                new.writestr(name, old.read(name))
    return result.getvalue()


def _odd_text(content: bytes, chance: Random) -> bytes:
    return chance.choice((b"\xff\xfe", b"\xef\xbb\xbf", b"\0", b'"', b"\r" * 5000, b"," * 100_000)) + content


def _many_rows(content: bytes, chance: Random) -> bytes:
    line = (
        chance.choice(
            (
                b"\n",
                '\n一、,1. 专项,"查处\n',
            )
        )
        if not content.startswith(b"PK")
        else b""
    )
    return content + (line if isinstance(line, bytes) else line.encode()) * 40_000


def _under_another_name(content: bytes, chance: Random) -> bytes:
    kind = chance.choice(("vbaProject", "oleObject", "control", "xlMacrosheet"))
    relation = f'<Relationship Id="rId9" Type="https://x/relationships/{kind}" Target="x.dat"/>'
    return _with(content, **{"word___rels__other.xml.rels": f"<Relationships>{relation}</Relationships>".encode()})


HARMFUL = (_macro, _ole, _template, _entities, _under_another_name)
SPOILING = (_far_cell, _formulas, _renamed_parts, _lost_parts, _other_bytes)
"""Changes that may remove something harmful, or the part by which it is recognised."""
ODD = (
    _bomb,
    _nested_archives,
    _deep_tables,
    _huge_cell,
    _far_cell,
    _merged,
    _formulas,
    _other_bytes,
    _cut,
    _renamed_parts,
    _lost_parts,
    _odd_text,
    _many_rows,
)
