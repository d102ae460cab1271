"""Make docs/demo.png: the demo after a reminder and a report, two chats side by side."""

import asyncio
import base64
import tempfile
from pathlib import Path

from bot.demo.opening import DemoOptions, open_demo
from tests.bot.demo.visitor import Visitor
from tests.browser.chromium import find_chromium, open_tab, running
from tests.browser.walker import Walker

PICTURE = Path(__file__).parents[2] / "docs" / "demo.png"
SIZE = {"width": 1440, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
ZHENG = 1006


async def take(devtools: str, folder: Path) -> None:
    """Play the scene and store a picture of it."""
    async with open_demo(DemoOptions(port=0), folder / "demo.db") as show:
        await Visitor(show).greeted()
        tab = await open_tab(devtools, f"{show.url}/#{ZHENG}")
        await tab.call("Emulation.setDeviceMetricsOverride", **SIZE)
        await tab.sees("document.querySelector('.pane .message')")
        await _walk(Walker(tab))
        await tab.sees("document.getAnimations().every((one) => one.playState === 'finished')")
        shot = await tab.call("Page.captureScreenshot", format="png")
        PICTURE.write_bytes(base64.b64decode(shot["data"]))
        await tab.close()


async def _walk(walker: Walker) -> None:
    await walker.takes_up("郑科长")
    await walker.sends()
    await walker.presses("提交")
    await walker.sees("已提交")
    await walker.takes_up("把时间拨到")
    await walker.sees("29-4")
    await walker.presses_above("并排查看")
    await walker.opens("陈主任")
    await walker.takes_up("/summary")
    await walker.sends()
    await walker.sees("分到单位共 255 项")
    await walker.sees_ticked("/summary")


def main() -> None:
    """Take the picture with the installed browser."""
    executable = find_chromium()
    if executable is None:
        raise SystemExit("no Chromium is installed")
    with tempfile.TemporaryDirectory() as folder, running(executable, Path(folder) / "profile") as devtools:
        asyncio.run(take(devtools, Path(folder)))


if __name__ == "__main__":
    main()
