"""Keyed hashes, stored in place of phone numbers and of Telegram ids that were let in."""

import hashlib
import hmac
import secrets

from data.store import Database
from data.store.settings import read_setting, write_setting


def phone_hash(db: Database, phone: str) -> str:
    """Return the keyed hash of a phone number, without China's country code. The number itself is not stored."""
    digits = "".join(filter(str.isdigit, phone))
    national = digits.removeprefix("00").removeprefix("86") if len(digits) > 11 else digits
    return keyed_hash(db, national)


def keyed_hash(db: Database, text: str) -> str:
    """Return a keyed hash of a text, so that the text cannot be found by trying all values. The key is in the
    database, made when it is first needed."""
    key = read_setting(db, "phone_key")
    if key is None:
        key = secrets.token_hex(32)
        write_setting(db, "phone_key", key)
    return hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).hexdigest()
