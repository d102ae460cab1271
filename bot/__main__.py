"""Entry point of `python -m bot`, the same as the `liaison` command."""

from bot.cli import main

main()
