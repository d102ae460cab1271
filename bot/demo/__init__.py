"""The demo: the whole bot in a browser, on an embedded Telegram, with a clock that can be moved."""
