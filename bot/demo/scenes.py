"""Drawings used as photos in the demo."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

SIZE = WIDTH, HEIGHT = 1200, 800
WALL, FLOOR, WOOD, PAPER, STEEL = "#DCE6EC", "#B8AFA0", "#B0793F", "#D9B382", "#5B6B78"
RED, GREEN, AMBER, WHITE = "#C0392B", "#5D8A4A", "#E0A030", "#FFFFFF"
Pen = ImageDraw.ImageDraw


def draw_scene(scene: str) -> bytes:
    """Return a scene as a JPEG file."""
    image = Image.new("RGB", SIZE, WALL)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 560, WIDTH, HEIGHT), fill=FLOOR)
    SCENES[scene](pen)
    file = BytesIO()
    image.save(file, "JPEG", quality=88)
    return file.getvalue()


def _stall(pen: Pen) -> None:
    for number, left in enumerate(range(150, 1050, 90)):
        pen.polygon([(left, 120), (left + 90, 120), (left + 75, 230), (left - 15, 230)], fill=(RED, WHITE)[number % 2])
    pen.rectangle((150, 470, 1050, 700), fill=WOOD)
    for number, left in enumerate(range(200, 1000, 110)):
        pen.rounded_rectangle((left, 330, left + 85, 470), 18, fill=(GREEN, AMBER, PAPER)[number % 3])
        pen.rectangle((left + 15, 380, left + 70, 420), fill=WHITE)


def _bottles(pen: Pen) -> None:
    for top in (130, 350, 570):
        pen.rectangle((120, top + 180, 1080, top + 200), fill=STEEL)
        for left in range(150, 1050, 75):
            pen.rounded_rectangle((left, top + 60, left + 46, top + 180), 10, fill=WHITE, outline=STEEL, width=3)
            pen.rectangle((left + 15, top + 20, left + 31, top + 62), fill=RED)
            pen.rectangle((left + 6, top + 95, left + 40, top + 140), fill=RED)


def _parcels(pen: Pen) -> None:
    pen.rectangle((60, 620, 1140, 680), fill=STEEL)
    for left, top, width in ((110, 400, 240), (370, 460, 200), (590, 360, 280), (890, 450, 210)):
        pen.rectangle((left, top, left + width, 620), fill=PAPER, outline=WOOD, width=5)
        pen.rectangle((left + width // 2 - 14, top, left + width // 2 + 14, 620), fill=WOOD)
        pen.rectangle((left + 20, 560, left + 80, 600), fill=WHITE)


def _screen(pen: Pen) -> None:
    pen.rectangle((260, 130, 940, 540), fill=STEEL)
    pen.rectangle((285, 155, 915, 515), fill=WHITE)
    for number, height in enumerate((120, 210, 160, 290, 240, 180)):
        left = 330 + number * 95
        pen.rectangle((left, 490 - height, left + 60, 490), fill=(GREEN, AMBER, RED)[number % 3])
    pen.rectangle((560, 540, 640, 620), fill=STEEL)
    pen.rectangle((150, 620, 1050, 660), fill=WOOD)


SCENES: dict[str, Callable[[Pen], None]] = {
    "stall": _stall,
    "bottles": _bottles,
    "parcels": _parcels,
    "screen": _screen,
}
