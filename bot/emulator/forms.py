"""Fields and files of a request, from its query and from a form of either kind."""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from bot.emulator.files import Upload


@dataclass(slots=True)
class Form:
    """The last value of each field, and all files in order, each with the name of its field."""

    fields: dict[str, str]
    files: list[tuple[str, Upload]] = field(default_factory=list)


async def read_form(request: web.Request) -> Form:
    """Return what was sent. Raises ValueError if it is no proper form (UnicodeDecodeError if it is not in UTF-8),
    and HTTPRequestEntityTooLarge."""
    form = Form(_fields(request.rel_url.raw_query_string))
    match request.content_type:
        case "application/x-www-form-urlencoded":
            form.fields |= _fields((await request.read()).decode())
        case "multipart/form-data":
            await _read_parts(request, form)
    return form


def _fields(encoded: str) -> dict[str, str]:
    return dict(parse_qsl(encoded, keep_blank_values=True, errors="strict"))


async def _read_parts(request: web.Request, form: Form) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or not part.name:
            raise ValueError("a part of the form is no field")
        content = bytes(await part.read())
        if request.content.total_bytes > request.client_max_size:
            raise web.HTTPRequestEntityTooLarge(request.client_max_size, request.content.total_bytes)
        if part.filename:
            mime = part.headers.get("Content-Type", "application/unknown")
            form.files.append((part.name, Upload(part.filename, content, mime)))
        else:
            form.fields[part.name] = content.decode()
