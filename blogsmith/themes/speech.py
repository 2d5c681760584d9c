"""What a page says in its own language: strings, dates and numbers, from the theme's string files."""

from collections.abc import Mapping
from datetime import date

from blogsmith.model.frozen import frozen
from blogsmith.themes.strings import MissingStringError, fill_in

DATE_FILTERS = {
    "date_long": "date.long",
    "date_short": "date.short",
    "month_day": "date.month_day",
    "month_day_short": "date.month_day_short",
    "month_year": "date.month_year",
}
"""The pattern of each date filter, by its key among the strings."""

DATE_FACTS = frozenset(("year", "month", "month2", "month_name", "month_short", "day", "day2"))
"""The placeholders of those patterns."""


@frozen
class Speech:
    """One language of a theme."""

    language: str
    strings: Mapping[str, str]

    def say(self, key: str, /, **facts: object) -> str:
        """The string `key` with its placeholders filled in. Raises MissingStringError, MissingFactError."""
        return fill_in(key, self._string(key), facts)

    def date(self, pattern: str, day: date) -> str:
        """A date in the words of the string `pattern`."""
        facts: dict[str, object] = {
            "year": day.year,
            "month": day.month,
            "month2": f"{day.month:02}",
            "day": day.day,
            "day2": f"{day.day:02}",
        }
        text = self._string(pattern)
        for name, key in (("month_name", "month"), ("month_short", "month_short")):
            if f"{{{name}}}" in text:
                facts[name] = self._string(f"{key}.{day.month}")
        return fill_in(pattern, text, facts)

    def count(self, number: int) -> str:
        """A whole number with its thousands set apart by the string `number.group`, else by a comma."""
        if isinstance(number, bool) or not isinstance(number, int):
            raise TypeError("`count` takes a whole number; `length` tells how many items a list has")
        return f"{number:,}".replace(",", self.strings.get("number.group", ","))

    def _string(self, key: str) -> str:
        try:
            return self.strings[key]
        except KeyError:
            raise MissingStringError(key) from None
