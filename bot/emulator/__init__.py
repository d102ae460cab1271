"""An in-process Telegram: a Bot API server, strict like the real one, and the people who use it.

world = World("1:token", "liaison_bot", now=clock.now)
server = EmbeddedServer(world)
url = await server.start()          # the bot's base_url is f"{url}/bot"
world.add_user(1001, "Ann")
world.start(1001)
"""

from bot.emulator.faults import FaultKind
from bot.emulator.files import Upload
from bot.emulator.server import EmbeddedServer
from bot.emulator.world import World

__all__ = ["EmbeddedServer", "FaultKind", "Upload", "World"]
