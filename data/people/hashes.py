"""Numbers that are kept as keyed hashes alone: phone numbers, and Telegram ids that were let in."""

import hashlib
import hmac
import secrets

from data.store import Database
from data.store.settings import read_setting, write_setting


def phone_hash(db: Database, phone: str) -> str:
    """The keyed hash by which a phone number is kept; the number itself never is. The key stays in the database."""
    digits = "".join(filter(str.isdigit, phone))
    national = digits.removeprefix("00").removeprefix("86") if len(digits) > 11 else digits
    return keyed_hash(db, national)


def keyed_hash(db: Database, text: str) -> str:
    """A hash of a number that cannot be found by trying all numbers; the key stays in the database."""
    key = read_setting(db, "phone_key")
    if key is None:
        key = secrets.token_hex(32)
        write_setting(db, "phone_key", key)
    return hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).hexdigest()
