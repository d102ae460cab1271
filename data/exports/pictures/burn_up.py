"""The picture of tasks closed against the deadlines: two lines over time, with a line for today."""

from collections.abc import Sequence
from datetime import date

from data.calendar import add_months, months_between
from data.exports.course import Course
from data.exports.ledger import Ledger
from data.exports.pictures.canvas import BODY_SIZE, GREY, HEAD_SIZE, INK, MARGIN, SMALL_SIZE, WIDTH, Anchor, Canvas
from data.exports.texts import Language, day_words, month_words, units_words
from data.exports.texts import pictures as words

PLOT, LEFT = 760, 76
"""Height of the plot, and width of the numbers beside it, in pixels."""
DUE, CLOSED = "#C8390B", "#00614A"
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000)
MOST_LABELS, LABEL = 6, 125
"""Number of labels on an axis at most, and the width in pixels that a label of the time axis takes at least."""
Points = Sequence[tuple[date, int]]


def burn_up(ledger: Ledger, course: Course, language: Language) -> list[bytes]:
    """Return the picture as a PNG file, in a list."""
    canvas = Canvas(1800)
    _head(canvas, ledger, course, language)
    if course.dated:
        _draw_plot(canvas, course, language)
    return [canvas.png()]


def _draw_plot(canvas: Canvas, course: Course, language: Language) -> None:
    canvas.y += 90
    last = max(course.today, course.due[-1][0])
    plot = _Plot(canvas, course.issued, last, course.dated)
    plot.grid(language)
    plot.today(course.today, language)
    plot.past(course)
    plot.to_come(course.due, course.today)
    canvas.y = plot.bottom + SMALL_SIZE * 3.4
    _legend(canvas, language)


def _head(canvas: Canvas, ledger: Ledger, course: Course, language: Language) -> None:
    progress = ledger.progress
    day = day_words(progress.last, language)
    of = words.TOLD(language, units=units_words(ledger.units, language), day=day)
    canvas.head(language, words.COURSE_TITLE(language), progress.title, of)
    canvas.y += 8
    so_far = words.SO_FAR if course.missing else words.ALL_DONE if course.due_today else words.NONE_DUE
    numbers = {"due": course.due_today, "missing": course.missing, "on_the_day": course.on_the_day}
    canvas.paragraph(so_far(language, day=day, **numbers), HEAD_SIZE, bold=True)
    canvas.paragraph(words.CLOSED_SO_FAR(language, closed=course.closed_today), BODY_SIZE)
    canvas.paragraph(words.COURSE_TOLD(language, dated=course.dated, undated=course.undated), SMALL_SIZE, GREY)


def _legend(canvas: Canvas, language: Language) -> None:
    for colour, width, meaning in ((DUE, 5, words.SHOULD), (DUE, 3, words.TO_COME), (CLOSED, 9, words.WERE)):
        middle = canvas.y + BODY_SIZE / 2
        sample = [(MARGIN, middle), (MARGIN + 70, middle)]
        (canvas.dashes if meaning is words.TO_COME else canvas.line)(sample, colour, width)
        canvas.text(MARGIN + 88, middle, meaning(language), BODY_SIZE, anchor="lm")
        canvas.y += BODY_SIZE * 1.6


class _Plot:
    """The plot area of the picture: scales days and numbers to pixels and draws the lines."""

    def __init__(self, canvas: Canvas, first: date, last: date, most: int) -> None:
        self.canvas, self.first, self.last = canvas, first, last
        self.step = next(step for step in STEPS if most / step <= MOST_LABELS or step == STEPS[-1])
        self.most = -(-most // self.step) * self.step
        self.top, self.bottom = canvas.y, canvas.y + PLOT
        self.left, self.right = MARGIN + LEFT, WIDTH - MARGIN - 70

    def x(self, day: date) -> float:
        """Return the x coordinate of a day."""
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def y(self, count: float) -> float:
        """Return the y coordinate of a number."""
        return self.bottom - PLOT * count / self.most

    def grid(self, language: Language) -> None:
        """Draw the grid with numbers at the side and months below."""
        self.canvas.text(self.left - 14, self.top - 36, words.ITEMS(language), SMALL_SIZE, GREY, "rm")
        for count in range(0, self.most + 1, self.step):
            self.canvas.line([(self.left, self.y(count)), (self.right, self.y(count))])
            self.canvas.text(self.left - 14, self.y(count), str(count), SMALL_SIZE, GREY, "rm")
        for month in self._months():
            place = self.x(month)
            self.canvas.line([(place, self.bottom), (place, self.bottom + 12)], GREY)
            name = f"{month.year}/{month.month}" if language == "zh" else month_words(month, language)
            self.canvas.text(place, self.bottom + 18, name, SMALL_SIZE, GREY, "ma")

    def _months(self) -> list[date]:
        """Return days in the months to label, both ends among them, few enough for their names to fit."""
        months = months_between(self.first, self.last) + 1
        every = next((each for each in (1, 2, 3, 6, 12) if months / each <= MOST_LABELS - 1), 24)
        start = self.first.replace(day=1)
        found = [add_months(start, n) for n in range(1, months) if (start.month - 1 + n) % every == 0]
        ends = [self.first, self.last][:months]
        return [*ends, *(each for each in found if all(abs(self.x(each) - self.x(end)) > LABEL for end in ends))]

    def today(self, day: date, language: Language) -> None:
        """Draw the vertical line that marks today."""
        place = self.x(day)
        in_year = day_words(day, language).removeprefix(f"{day.year}年").removesuffix(f" {day.year}")
        self.canvas.dashes([(place, self.top - 14), (place, self.bottom)], INK, 3)
        anchor: Anchor = "lm" if place - self.left < 90 else "mm"
        self.canvas.text(place, self.top - 36, words.UNTIL(language, day=in_year), SMALL_SIZE, INK, anchor)

    def past(self, course: Course) -> None:
        """Draw the lines of due and closed assignments up to today, with their numbers at the end."""
        due: list[tuple[float, float]] = [(self.left, self.y(0))]
        for day, count in course.due:
            if day <= course.today:
                due += [(self.x(day), due[-1][1]), (self.x(day), self.y(count))]
        end = self.x(course.today)
        self.canvas.line([*due, (end, due[-1][1])], DUE, 5)
        self.canvas.line([(self.x(day), self.y(count)) for day, count in course.closed], CLOSED, 9)
        ends = sorted(((course.due_today, DUE), (course.closed_today, CLOSED)), key=lambda each: each[0])
        self._number_ends(end, *ends)

    def _number_ends(self, end: float, lower: tuple[int, str], upper: tuple[int, str]) -> None:
        """Write the numbers where the lines end, left of today and thus of the lines to come: one above the upper line,
        and one below the lower or, if that is too near the axis, in place of the next number above."""
        places = [self.y(upper[0]) - 26, self.y(lower[0]) + 28]
        if places[1] > self.bottom - 20:
            places = [min(places[0], self.y(lower[0]) - 64), self.y(lower[0]) - 26]
        for y, (count, colour) in zip(places, (upper, lower), strict=True):
            self.canvas.text(end - 12, y, str(count), HEAD_SIZE, colour, "rm", bold=True)

    def to_come(self, points: Points, today: date) -> None:
        """Draw the deadlines after today as a dashed line."""
        before = max((count for day, count in points if day <= today), default=0)
        course = [(self.x(today), self.y(before))]
        for day, count in points:
            if day > today:
                course += [(self.x(day), course[-1][1]), (self.x(day), self.y(count))]
        self.canvas.dashes(course, DUE, 3)
        if len(course) > 1:
            x, y = course[-1]
            self.canvas.text(x + 10, y, str(points[-1][1]), HEAD_SIZE, DUE, "lm")
