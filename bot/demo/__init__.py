"""The demo: the whole bot in a browser, with an embedded Telegram and a movable clock."""
