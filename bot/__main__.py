"""`python -m bot` is `liaison`."""

from bot.cli import main

main()
