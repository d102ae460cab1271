"""Somebody at the demo's page who opens chats, writes, presses, and looks."""

import json

from tests.browser.chromium import Tab

PANE = "document.querySelector('.pane.active')"
SHOWN = f"{PANE}?.querySelector('.messages').innerText"
PICTURE = """(async () => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
  canvas.getContext('2d').fillRect(8, 8, 32, 24);
  const png = await new Promise((made) => canvas.toBlob(made, 'image/png'));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([png], '现场.png', { type: 'image/png' }));
  document.querySelector('.pane.active').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true }));
})()"""


class Walker:
    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    async def opens(self, name: str) -> None:
        """Open the chat named `name`."""
        await self._click(f"[...document.querySelectorAll('.chat')].find((one) => {_text('one', '.chat-title', name)})")
        await self.tab.sees(f"{PANE}?.querySelector('h2')?.textContent === {_quoted(name)}")

    async def takes_up(self, words: str) -> None:
        """Press the help button of the tour's step that contains `words`."""
        step = f"[...document.querySelectorAll('#tour li')].find((one) => one.innerText.includes({_quoted(words)}))"
        await self._click(f"{step}?.querySelector('button')")

    async def says(self, text: str) -> None:
        """Write something and send it."""
        await self.tab.run(f"{PANE}.querySelector('textarea').focus()")
        await self.tab.type(text)
        await self.sends()

    async def sends(self) -> None:
        """Send what is in the text field."""
        await self.tab.sees(f"{PANE}?.querySelector('textarea').value")
        await self.tab.run(f"{PANE}.querySelector('textarea').focus()")
        await self.tab.press("Enter")
        await self.tab.sees(f"!{PANE}.querySelector('textarea').value")

    async def presses(self, words: str) -> None:
        """Press the newest inline button that begins with `words`."""
        await self._press_key(".inline", words)

    async def presses_below(self, words: str) -> None:
        """Press a button of the keyboard below the chat."""
        await self._press_key(".reply-keyboard", words)

    async def presses_above(self, words: str) -> None:
        """Press a button of the page itself, by its text or title."""
        said = "[one.textContent, one.title]"
        await self._click(f"[...document.querySelectorAll('button')].find((one) => {said}.includes({_quoted(words)}))")

    async def sends_a_picture(self, caption: str) -> None:
        """Drop a picture on the chat and send it."""
        await self.tab.run(PICTURE)
        await self.tab.sees("document.querySelector('dialog[open]')")
        await self.tab.type(caption)
        await self.presses_above("发送 1 项")

    async def sees(self, words: str) -> None:
        """Wait until the open chat shows `words`."""
        await self.tab.sees(f"{SHOWN}?.includes({_quoted(words)})")

    async def sees_ticked(self, words: str) -> None:
        """Wait until the tour's step that contains `words` is done."""
        await self.tab.sees(
            f"[...document.querySelectorAll('#tour .done')].some((one) => one.innerText.includes({_quoted(words)}))"
        )

    async def reloads(self) -> None:
        """Reload the page."""
        await self.tab.run("document.body.dataset.before = 'reload'")
        await self.tab.call("Page.reload")
        await self.tab.sees(
            "document.body && !document.body.dataset.before && document.querySelector('.pane .message')"
        )

    async def _press_key(self, where: str, words: str) -> None:
        keys = f"[...{PANE}.querySelectorAll('{where} .key')]"
        await self._click(f"{keys}.findLast((one) => one.textContent.startsWith({_quoted(words)}))")

    async def _click(self, script: str) -> None:
        await self.tab.sees(script)
        await self.tab.run(f"{script}.click()")


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _text(element: str, selector: str, text: str) -> str:
    return f"{element}.querySelector('{selector}').textContent === {_quoted(text)}"
