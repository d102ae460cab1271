"""The commands, in the order of the README."""

import click

from bot.cli.alerts import alerts
from bot.cli.backup import backup, restore
from bot.cli.demo import demo
from bot.cli.doctor import doctor
from bot.cli.evidence import evidence
from bot.cli.people import invite, people, units
from bot.cli.plan import plan
from bot.cli.returns import returns
from bot.cli.run import run
from bot.cli.summary import summary
from bot.cli.understand import understand_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="liaison-bot")
def liaison() -> None:
    """联络员助手: carries a government plan through, with everybody who has a task in it."""


for command in (
    demo,
    run,
    plan,
    people,
    units,
    invite,
    alerts,
    summary,
    returns,
    understand_command,
    backup,
    restore,
    evidence,
    doctor,
):
    liaison.add_command(command)
